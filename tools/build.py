"""Build the book into a new place, then swap: `python -m tools.build`.

The book is made of what git tracks, as it is in the work tree. A build that
is interrupted, at any moment, leaves the published site as it was; the next
one sweeps up. Two builds at once wait for each other.
"""

import argparse
import ctypes
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from cnncourse.errors import CourseError
from tools import ENVIRONMENT
from tools.lock import alone

SITE = Path("_build/html")
# The sources of a book; all that a release is published from.
BOOK = (
    "_config.yml", "_toc.yml", "index.md", "references.bib", "assets",
    "chapters", "cnncourse", "tools",
)  # fmt: skip
# Beside the site, while a build runs.
UNFINISHED = ".unfinished"
LINE = re.compile(r"\.ipynb:(\d{5,})")
COLOR = re.compile(r"\x1b\[[\d;]*m")
# The same bytes on every machine.
SAME = {
    **ENVIRONMENT,
    "LC_ALL": "C.UTF-8",
    "NO_COLOR": "1",
    "PYTHONUTF8": "1",
    "TZ": "UTC",
}


def build(root: Path, site: Path) -> None:
    """Build the book of a checkout, with warnings as errors.

    Args:
        root: of the checkout, or of a release without git.
        site: the folder of pages; replaced only after a build that worked.

    Raises:
        CourseError: the build failed; `site` stays as it was.
    """
    root, site = root.resolve(), site.resolve()
    old = site.exists() and (not site.is_dir() or any(site.iterdir()))
    if old and not (site / "index.html").is_file():
        raise CourseError(
            f"{site} holds something else than a book, which would be "
            f"replaced; name an empty or a new folder, as {SITE}."
        )
    names, unknown = sources(root)
    place = site.parent / UNFINISHED
    with alone(site.parent) as number:
        shutil.rmtree(place, ignore_errors=True)
        try:
            _copy(root, names, place / "book")
            _write(place, unknown, number)
            _swap(place / "_build" / "html", site)
        finally:
            shutil.rmtree(place, ignore_errors=True)


def sources(root: Path) -> tuple[list[str], list[str]]:
    """Return the files that a book is made of, and those git does not know.

    Without git, as in a release, these are all files below `BOOK`.

    Raises:
        CourseError: git could not be asked.
    """
    if not (root / ".git").exists():
        paths = (path for name in BOOK for path in _files(root / name))
        return [path.relative_to(root).as_posix() for path in paths], []
    return _git(root), _git(root, "--others", "--exclude-standard")


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return [
        file
        for file in sorted(path.rglob("*"))
        if not file.is_dir()
        and not any(
            part.startswith((".", "__pycache__"))
            for part in file.relative_to(path).parts
        )
    ]


def _git(root: Path, *options: str) -> list[str]:
    """Return what git lists of the book's files."""
    command = ["git", "-C", str(root), "ls-files", "-z", *options, *BOOK]
    # A hook's GIT_DIR is that of another checkout.
    env = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    try:
        done = subprocess.run(command, capture_output=True, env=env)
    except FileNotFoundError:
        raise CourseError(
            "git is not installed, and only what it tracks is published; "
            "install it (apt install git)."
        ) from None
    if done.returncode:
        raise CourseError(
            "git does not tell which files it tracks: "
            f"{done.stderr.decode(errors='replace').strip()}"
        )
    return [os.fsdecode(name) for name in done.stdout.split(b"\0") if name]


def _copy(root: Path, names: list[str], book: Path) -> None:
    """Copy the sources, as they are now.

    Raises:
        CourseError: one is no file of this folder.
    """
    for name in names:
        path = root / name
        if not os.path.lexists(path):  # removed, not yet from git
            continue
        if path.resolve() != path or not path.is_file():
            raise CourseError(
                f"{name} is a link or no file; put a copy in its place, so "
                "that the book holds nothing from elsewhere."
            )
        target = book / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def _write(place: Path, unknown: list[str], number: int) -> None:
    """Let Jupyter Book write the site; `number` keeps the folder locked."""
    book = place / "book"
    program = "from jupyter_book.cli.main import main; main()"
    options = ["-W", "--keep-going", "-q", "--path-output", str(place)]
    built = subprocess.run(
        [sys.executable, "-c", program, "build", str(book), *options],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        cwd=book,
        env=os.environ | SAME,
        pass_fds=[number],
    )
    if built.returncode == 0:
        return
    said = COLOR.sub("", built.stderr).replace(f"{book}{os.sep}", "")
    # MyST-NB counts cells in the lines of a notebook.
    said = LINE.sub(
        lambda at: f".ipynb, cell {int(at[1]) // 10_000 - 1}", said
    )
    # What follows is Jupyter Book's own way of giving up.
    said = said.partition("\nTraceback (most recent call last)")[0].strip()
    if unknown:
        said += (
            "\nGit does not know these files, so the book does not hold them "
            f"(git add them if it should): {', '.join(unknown)}"
        )
    raise CourseError(f"The book was not built.\n{said}")


def _swap(new: Path, site: Path) -> None:
    """Put the new site into the place of the old one, in one step."""
    if not site.exists():
        new.rename(site)
        return
    library = ctypes.CDLL(None)
    paths, exchange = (os.fsencode(new), os.fsencode(site)), 2
    if sys.platform == "darwin":
        failed = library.renamex_np(*paths, exchange)
    else:
        here = -100  # AT_FDCWD
        failed = library.renameat2(here, paths[0], here, paths[1], exchange)
    if failed:  # as on a network drive: in two steps
        site.rename(new.with_name("old"))
        new.rename(site)


def main(words: list[str]) -> int:
    """Build the book of this checkout; return the status."""
    parser = argparse.ArgumentParser(prog="tools.build", description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=SITE)
    site = parser.parse_args(words).site
    try:
        build(Path.cwd(), site)
    except CourseError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"Stopped; {site} is as it was.", file=sys.stderr)
        return 130
    print(f"The book is in {site / 'index.html'} (or: make serve)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
