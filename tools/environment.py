"""Make an environment: `python3 -m tools.environment .venv LOCK [--course]`.

Every package has the version and a hash of the lock file. Needs nothing
installed. What a killed call left is made from scratch: pip takes half a
package for a whole one.
"""

import argparse
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from cnncourse.errors import CourseError
from tools.lock import alone

BEGUN = ".begun"  # in an environment that pip is changing
STAMPS = (".book", ".all")  # in one that holds what make's targets need


def make(place: Path, lock: Path, course: bool = False) -> None:
    """Make or update an environment.

    Args:
        place: its folder.
        lock: the packages with their versions and hashes.
        course: install this checkout as well, editable.

    Raises:
        CourseError: pip could not; it said why.
    """
    place = place.absolute()
    python = place / "bin" / "python"
    begun, old = place / BEGUN, place.with_name(f"{place.name}-old")
    with alone(place.parent) as number:

        def run(*words: str) -> int:
            command = [str(python), "-m", *words]
            quiet = subprocess.DEVNULL  # reasons stand on stderr
            done = subprocess.run(command, stdout=quiet, pass_fds=[number])
            return done.returncode

        shutil.rmtree(old, ignore_errors=True)
        if begun.exists() or not _works(python):
            if place.exists():
                place.rename(old)
                shutil.rmtree(old, ignore_errors=True)
            place.mkdir()
            begun.touch()
            venv.create(place)
            if run("ensurepip", "--default-pip"):
                raise CourseError(
                    f"{sys.executable} cannot make a virtual environment; "
                    "install its venv package, or take another: "
                    "make PYTHON=python3.12 book."
                )
        begun.touch()
        for stamp in STAMPS:
            (place / stamp).unlink(missing_ok=True)
        install = ("pip", "--disable-pip-version-check", "install", "-q")
        status = run(*install, "--require-hashes", "-r", str(lock))
        if not status and course:
            status = run(
                *install, "--no-deps", "--no-build-isolation", "-e", "."
            )
        # A pip that gave up has put back what it had taken away.
        if status >= 0:
            begun.unlink()
    if status:
        raise CourseError(
            f"pip could not install {lock.name}; its reason stands above."
        )


def _works(python: Path) -> bool:
    """Say whether an environment has a Python that runs, with pip."""
    try:
        done = subprocess.run(
            [python, "-c", "import pip"], capture_output=True
        )
    except OSError:
        return False
    return done.returncode == 0


def main(words: list[str]) -> int:
    """Make the environment that is named; return the status."""
    parser = argparse.ArgumentParser(prog="tools.environment")
    parser.add_argument("place", type=Path)
    parser.add_argument("lock", type=Path)
    parser.add_argument("--course", action="store_true")
    told = parser.parse_args(words)
    try:
        make(told.place, told.lock, told.course)
    except CourseError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; say make again.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
