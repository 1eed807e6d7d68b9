"""Notebooks execute to the same bytes; their address is set in one place."""

import json
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import nbformat
import pytest

from cnncourse.errors import CourseError
from tools import address, chapters

ROOT = Path(__file__).resolve().parents[1]


def notebook(folder, *sources):
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    book = nbformat.v4.new_notebook(cells=cells)
    path = folder / "book.ipynb"
    nbformat.write(book, path)
    return path


def test_execution_is_byte_stable(tmp_path):
    path = notebook(tmp_path, "print('a')\nprint('b')", "{1, 2}")
    changed, seconds = chapters.execute(path)
    assert changed and seconds > 0
    first = path.read_text()
    assert (
        "language_info" in first
        and "version" not in json.loads(first)["metadata"]["language_info"]
    )
    changed, _ = chapters.execute(path)
    assert not changed
    assert path.read_text() == first


def test_widgets_leave_no_trace(tmp_path):
    path = notebook(tmp_path, "import ipywidgets\nipywidgets.IntSlider()")
    chapters.execute(path)
    assert "widget-view" not in path.read_text()
    assert "widget-state" not in path.read_text()


def test_the_sentence_for_the_front_page_survives(tmp_path):
    path = notebook(tmp_path, "1")
    book = nbformat.read(path, 4)
    book.metadata = {"cnncourse": {"finding": "It holds."}, "other": 1}
    nbformat.write(book, path)
    chapters.execute(path)
    metadata = json.loads(path.read_text())["metadata"]
    assert metadata["cnncourse"] == {"finding": "It holds."}
    assert set(metadata) == {"cnncourse", "kernelspec", "language_info"}


def test_a_failing_cell_leaves_the_file_alone(tmp_path):
    path = notebook(tmp_path, "1 / 0")
    before = path.read_text()
    with pytest.raises(CourseError, match="ZeroDivisionError"):
        chapters.execute(path)
    assert path.read_text() == before


@pytest.fixture
def checkout(tmp_path):
    """A copy of the tracked files, as a repository of its own."""
    target = tmp_path / "checkout"
    ignore = shutil.ignore_patterns(
        ".*", "_build", "build", "*.egg-info", "__pycache__"
    )
    shutil.copytree(ROOT, target, ignore=ignore)
    return target


def test_one_command_sets_the_address_everywhere(checkout):
    new = "https://github.com/someone/course"
    changed = address.set_address(checkout, new)
    assert checkout / "chapters" / "lenet.ipynb" in changed
    assert checkout / "_config.yml" in changed
    for path in checkout.rglob("*"):
        if path.suffix in {".ipynb", ".yml", ".toml"} and path.is_file():
            assert "github.com/cnncourse/cnncourse" not in path.read_text()
    assert address.set_address(checkout, new) == []


def test_a_wrong_address_is_refused(capsys):
    assert address.main(["gitlab.com/x"]) == 2
    assert "looks like https://github.com" in capsys.readouterr().err


@pytest.mark.slow
def test_the_first_cell_works_in_an_empty_folder(checkout, tmp_path):
    """Installs from git where the course is missing; is a no-op after."""
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *command], cwd=checkout, check=True)
    cells = nbformat.read(ROOT / "chapters" / "lenet.ipynb", 4).cells
    first = next(cell.source for cell in cells if cell.cell_type == "code")
    first = first.replace(
        "git+https://github.com/cnncourse/cnncourse", f"git+file://{checkout}"
    )
    assert f"git+file://{checkout}" in first
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    # Everything but the course itself comes from the present environment,
    # as Colab's comes with Colab. A .pth file inside it is not followed, so
    # an editable install of the course stays invisible.
    outside = Path(sys.modules["torch"].__file__).parents[1]
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    inside = subprocess.run(
        [python, "-c", where], capture_output=True, text=True, check=True
    ).stdout.strip()
    (Path(inside) / "outside.pth").write_text(f"{outside}\n")
    (tmp_path / "empty").mkdir()

    def run(cell):
        script = (
            "from IPython.core.interactiveshell import InteractiveShell\n"
            "shell = InteractiveShell.instance()\n"
            f"shell.run_cell({cell!r}).raise_error()\n"
        )
        return subprocess.run(
            [python, "-c", script],
            cwd=tmp_path / "empty",
            capture_output=True,
            text=True,
        )

    probe = (
        "import cnncourse; from cnncourse import datasets, runs\n"
        "print(cnncourse.__file__)\n"
        "print(len(datasets.load('digits').test), len(runs.read()) > 0)"
    )
    assert "No module named 'cnncourse'" in run(probe).stdout
    for _ in range(2):
        done = run(f"{first}\n{probe}")
        lines = done.stdout.strip().splitlines()
        assert lines[-2:] == [f"{inside}/cnncourse/__init__.py", "300 True"], (
            done.stdout + done.stderr
        )
    assert "Collecting" not in done.stdout
