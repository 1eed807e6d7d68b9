"""Set the repository's address everywhere: `python -m tools.address URL`."""

import re
import sys
from pathlib import Path

from cnncourse.errors import CourseError

ADDRESS = re.compile(r"https://github\.com/[\w.-]+/[\w.-]+?(?=[\s\"'/)>#]|$)")


def set_address(root: Path, address: str) -> list[Path]:
    """Write the address of the repository into every file that names it.

    Args:
        root: of the checkout.
        address: for example https://github.com/someone/cnncourse.

    Returns:
        The files that changed.

    Raises:
        CourseError: the address is not one, or the checkout names none.
    """
    if not ADDRESS.fullmatch(address):
        raise CourseError(
            f"{address!r} was given; the address looks like "
            "https://github.com/OWNER/REPOSITORY, without an ending."
        )
    config = (root / "_config.yml").read_text("utf-8")
    found = re.search(r"url:\s*(https://github\.com/\S+)", config)
    if not found:
        raise CourseError(
            f"{root / '_config.yml'} names no repository url; run this in "
            "the root of a clone."
        )
    old = found.group(1).strip("\"'")
    named = ["_config.yml", "pyproject.toml", "README.md", "index.md"]
    named += ["CONTRIBUTING.md", "CITATION.cff"]
    files = [root / name for name in named]
    files += sorted((root / "chapters").glob("*.ipynb"))
    files += sorted((root / "chapters").glob("*.md"))
    changed = []
    for path in files:
        text = path.read_text("utf-8")
        if old in text and old != address:
            path.write_text(text.replace(old, address), "utf-8")
            changed.append(path)
    return changed


def main(words: list[str]) -> int:
    """Set the one address that is named; return the status."""
    try:
        for path in set_address(Path.cwd(), " ".join(words)):
            print(path)
    except CourseError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
