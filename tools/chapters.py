"""Execute the chapters to the same bytes: `python -m tools.chapters`."""

import json
import os
import sys
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
from tools import ENVIRONMENT


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
    before = path.read_text("utf-8")
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
        new = path.with_suffix(".new")
        new.write_text(after, "utf-8")
        new.replace(path)  # never half a notebook
    return after != before, seconds


def tidy(notebook: nbformat.NotebookNode) -> str:
    """Return a notebook as text without what differs between machines.

    Of its metadata, `cnncourse` stays: what the front page says of it.
    """
    kept = {k: v for k, v in notebook.metadata.items() if k == "cnncourse"}
    notebook.metadata = {
        "kernelspec": {
            "display_name": "Python 3",
            "language": "python",
            "name": "python3",
        },
        "language_info": {"name": "python"},
        **kept,
    }
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_MIME, None)
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def main(words: list[str]) -> int:
    """Execute the notebooks named, or all chapters; return the status."""
    paths = [Path(word) for word in words]
    paths = paths or sorted(Path("chapters").glob("*.ipynb"))
    if not paths:
        print(
            "There is no notebook in chapters/; run this in the root of a "
            "clone, or name the notebooks.",
            file=sys.stderr,
        )
        return 2
    for path in paths:
        try:
            changed, seconds = execute(path)
        except CourseError as error:
            print(error, file=sys.stderr)
            return 1
        state = "changed" if changed else "unchanged"
        print(f"{path}: {state}, {seconds:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
