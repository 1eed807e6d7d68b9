"""Build the book into a new place, then swap: `python -m tools.build`.

A build that is interrupted leaves the published site as it was, and a page
that is no longer in the book is gone after the next build.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from cnncourse.errors import CourseError

SITE = Path("_build/html")
# A folder of this name below the site's parent is a build that did not end.
UNFINISHED = ".unfinished-"


def build(root: Path, site: Path) -> None:
    """Build the book of a checkout, with warnings as errors.

    Args:
        root: of the checkout.
        site: the folder of pages; replaced only after a build that worked.

    Raises:
        CourseError: the build failed; `site` stays as it was.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    for left in site.parent.glob(f"{UNFINISHED}*"):
        shutil.rmtree(left)
    place = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=site.parent))
    program = str(Path(sys.executable).with_name("jupyter-book"))
    options = ["-W", "--keep-going", "-q", "--path-output", str(place)]
    paths = [str(root), os.environ.get("PYTHONPATH", "")]
    built = subprocess.run(
        [program, "build", str(root), *options],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))},
    )
    if built.returncode:
        shutil.rmtree(place)
        raise CourseError(f"The book was not built.\n{built.stderr}")
    old = place / "old"
    if site.exists():
        site.rename(old)
    (place / "_build" / "html").rename(site)
    shutil.rmtree(place)


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
    print(f"The book is in {site / 'index.html'} (or: make serve)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
