"""Numbers in prose come from the page's outputs, or are cited."""

from pathlib import Path

import nbformat
import pytest

from tools import prose
from tools.book import toc_notebooks

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = dict(toc_notebooks(ROOT))


def book(folder, *texts):
    """Write a page with some outputs and the paragraphs given."""
    outputs = [
        nbformat.v4.new_output(
            "stream", text="1,516 parameters\nright: 49 of 64\n"
        ),
        nbformat.v4.new_output("stream", text="error 0.95 %, 28x28\n64 75\n"),
        nbformat.v4.new_output(
            "execute_result",
            {"text/plain": "Figure: 77.5 typed. [88.5 drawn]\na: 66.5"},
        ),
    ]
    code = nbformat.v4.new_code_cell("rate = 0.7\nmany = 60_000")
    code.outputs = outputs
    cells = [code, *map(nbformat.v4.new_markdown_cell, texts)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "b.ipynb")
    return folder / "b.ipynb"


@pytest.mark.parametrize(
    "text",
    [
        "C3 has 1,516 parameters, 1516 in all.",
        "It misreads 0.95 %, as 49 of 64 show.",
        "Maps of 28x28 (section 14, equation 31, exercises 12 to 17).",
        "In 1998, LeNet-55 had C39 and 4 others.",
        "The rate is 0.7, the pictures are 60,000, and 88.5 is drawn.",
        "They misread 12.3 % ([LeCun](https://doi.org/10.1109/5.726791)).",
        "They misread 12.3 % {cite:p}`lecun1998`.",
        "Say `range(8, 99)`.\n\n```\n12345\n```\n",
        "By hand, $6 \\cdot 76 + 9 \\cdot 101 + 151 = 1{,}516$.",
        "With letters, $f(a) = 1.7159\\,\\tanh(\\tfrac{2}{3}a)$.",
        "About $416{,}520 / 1{,}034 \\approx 403$; $84 = 7 \\times 12$.",
        "12. A list.\n\n**13. Recall.** Read it in 40 minutes.",
        "See [this](page-123.html).",
    ],
)
def test_what_is_supported(tmp_path, text):
    assert prose.unsupported(book(tmp_path, text)) == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("C3 has 1,517 parameters.", "1,517"),
        ("It misreads 0.94 %.", "0.94 %"),
        ("Right are 48 of 64.", "48 of 64"),
        ("Right are 49 of the 75.", "49 of the 75"),
        ("It misreads 49 %.", "49 %"),
        ("Maps of 29x29.", "29"),
        ("A caption said 77.5.", "77.5"),
        ("A curve passes 66.5.", "66.5"),
        ("By hand, $6 \\cdot 76 = 457$.", "$6 \\cdot 76 = 457$"),
        ("Cited [there](https://doi.org/x).\n\nNot here: 321.", "321"),
    ],
)
def test_what_is_not(tmp_path, text, missing):
    found = prose.unsupported(book(tmp_path, text))
    assert len(found) == 1
    assert found[0].startswith(f"b.ipynb, cell 1: {missing} in ...")


@pytest.mark.parametrize("document", NOTEBOOKS)
def test_falsified_numbers_are_found_in_a_chapter(tmp_path, document):
    path = NOTEBOOKS[document]
    before = prose.unsupported(path)
    page = nbformat.read(path, 4)
    false = ["1,519", "0.917 %", "83 of 97"]
    for text in false:
        page.cells.append(nbformat.v4.new_markdown_cell(f"There: {text}."))
    nbformat.write(page, tmp_path / path.name)
    found = prose.unsupported(tmp_path / path.name)[len(before) :]
    assert [line.split(": ")[1].split(" in ")[0] for line in found] == false


@pytest.mark.parametrize("document", NOTEBOOKS)
def test_numbers_in_the_book_are_supported(document):
    assert prose.unsupported(NOTEBOOKS[document]) == []


def test_the_command_lists_them(tmp_path, capsys):
    path = book(tmp_path, "There are 321.")
    assert prose.main([str(path)]) == 1
    assert "321 in ...There are 321...." in capsys.readouterr().out
    assert prose.main([str(book(tmp_path, "None."))]) == 0
