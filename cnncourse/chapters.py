"""Keep the notebooks: execute them to the same bytes, set their address."""

import json
import os
import re
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import (
    CellExecutionError,
    CellTimeoutError,
    DeadKernelError,
)

from cnncourse.errors import CourseError
from cnncourse.interactive import WIDGET_MIME

# With these a second run gives the same bytes. One thread, because the
# number of threads decides in which order numbers are added up.
ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "CNNCOURSE_SCALE": "quick",
    "MPLBACKEND": "agg",
    "PYTHONHASHSEED": "0",
    "SOURCE_DATE_EPOCH": "0",
    "TQDM_DISABLE": "1",
}
ADDRESS = re.compile(r"https://github\.com/[\w.-]+/[\w.-]+?(?=[\s\"'/)>#]|$)")


def execute(path: Path, timeout: int = 600) -> tuple[bool, float]:
    """Run a notebook from top to bottom and store its outputs.

    Args:
        path: the notebook; it is rewritten only where something changed.
        timeout: seconds that one cell may take.

    Returns:
        Whether the file changed, and the seconds it took.

    Raises:
        CourseError: a cell failed; the file stays as it was.
    """
    before = path.read_text()
    notebook = nbformat.reads(before, as_version=4)
    start = time.perf_counter()
    client = NotebookClient(
        notebook,
        timeout=timeout,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        record_timing=False,
        store_widget_state=False,
        coalesce_streams=True,
    )
    try:
        client.execute(env={**os.environ, **ENVIRONMENT})
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        raise CourseError(f"{path} stops at a cell: {error}") from error
    seconds = time.perf_counter() - start
    after = tidy(notebook)
    if after != before:
        path.write_text(after)
    return after != before, seconds


def tidy(notebook: nbformat.NotebookNode) -> str:
    """Return a notebook as text without what differs between machines."""
    notebook.metadata = {
        "kernelspec": {
            "display_name": "Python 3",
            "language": "python",
            "name": "python3",
        },
        "language_info": {"name": "python"},
    }
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_MIME, None)
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


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
    config = (root / "_config.yml").read_text()
    found = re.search(r"url:\s*(https://github\.com/\S+)", config)
    if not found:
        raise CourseError(
            f"{root / '_config.yml'} names no repository url; run this in "
            "the root of a clone."
        )
    old = found.group(1).strip("\"'")
    named = ["_config.yml", "pyproject.toml", "README.md", "index.md"]
    files = [root / name for name in [*named, "CONTRIBUTING.md"]]
    files += sorted((root / "chapters").glob("*.ipynb"))
    files += sorted((root / "chapters").glob("*.md"))
    changed = []
    for path in files:
        text = path.read_text()
        if old in text and old != address:
            path.write_text(text.replace(old, address))
            changed.append(path)
    return changed
