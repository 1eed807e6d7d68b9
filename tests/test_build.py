"""The build on a small book of its own: figures, folds, links, the swap."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from cnncourse.errors import CourseError
from tools import build

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("assets", "cnncourse", "tools", "_config.yml", "references.bib")


def markdown(source: str) -> dict:
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def code(source: str, html: str = "", tag: str = "") -> dict:
    data = {"text/html": html, "text/plain": "shown"}
    shown = {"output_type": "display_data", "metadata": {}, "data": data}
    return {
        "cell_type": "code",
        "metadata": {"tags": [tag] if tag else []},
        "source": source,
        "execution_count": 1,
        "outputs": [shown] if html else [],
    }


def figure(message: str, attributes: str = "", caption: bool = True) -> str:
    return (
        f'<figure class="cnn-figure" {attributes}><svg role="img" '
        'aria-label="A box" width="9" height="9"></svg>'
        + (f"<figcaption>{message}</figcaption>" if caption else "")
        + "</figure>"
    )


@pytest.fixture
def book(tmp_path):
    """A function that writes a book of one notebook and a glossary."""
    root = tmp_path / "book"
    (root / "chapters").mkdir(parents=True)
    for name in NAMES:
        (root / name).symlink_to(ROOT / name)
    (root / "index.md").write_text("# Index\n\nText.\n")
    (root / "chapters" / "glossary.md").write_text(
        "# Words\n\n```{glossary}\nreceptive field\n  A patch.\n```\n"
    )

    def write(*cells: dict, pages: tuple[str, ...] = ("one", "glossary")):
        listed = "".join(f"  - file: chapters/{page}\n" for page in pages)
        (root / "_toc.yml").write_text(
            f"format: jb-book\nroot: index\nchapters:\n{listed}"
        )
        numbered = [cell | {"id": f"c{i}"} for i, cell in enumerate(cells)]
        kernel = {"name": "python3", "display_name": "Python 3"}
        notebook = {
            "cells": numbered,
            "metadata": {"kernelspec": kernel | {"language": "python"}},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        path = root / "chapters" / "one.ipynb"
        path.write_text(json.dumps(notebook))
        return root

    return write


CELLS = (
    markdown(
        "# One\n\n[](#fig-b) and [Figure](#fig-b) and [it](#fig-b);\n"
        "a [field](glossary.md#term-receptive-field)."
    ),
    code("a", figure("First.")),
    code("b", figure("Second.", 'id="fig-b"'), "hide-input"),
    code("c", "", "hide-input"),
    code("d", figure("Third."), "hide-input"),
    markdown("Words between."),
    code("e", "", "hide-input"),
    code("f", "", "hide-cell"),
)


def files(site: Path) -> dict[str, bytes]:
    paths = (path for path in site.rglob("*") if path.is_file())
    return {str(p.relative_to(site)): p.read_bytes() for p in paths}


def test_a_book_is_built_and_swapped(book, tmp_path):
    site = tmp_path / "out" / "html"
    build.build(book(*CELLS), site)
    soup = BeautifulSoup(
        (site / "chapters" / "one.html").read_text("utf-8"), "html.parser"
    )
    article = soup.article

    links = article.select('a[href="#fig-b"]')
    assert [a.get_text() for a in links] == ["Figure 2", "Figure 2", "it"]
    captions = [c.get_text() for c in article.select("figcaption")]
    assert captions == [
        "Figure 1. First.",
        "Figure 2. Second.",
        "Figure 3. Third.",
    ]
    term = article.select_one('a[href="glossary.html#term-receptive-field"]')
    assert term.get_text() == "field"

    folds = article.select("details")
    sources = [
        [pre.get_text(strip=True) for pre in fold.select("pre")]
        for fold in folds
    ]
    assert sources == [["b", "c", "d"], ["e"], ["f"]]
    shown = folds[0].find_next_sibling(class_="cell_output")
    assert len(shown.select("figure")) == 2

    # The same book gives the same bytes.
    first = files(site)
    build.build(book(*CELLS), site)
    assert files(site) == first

    # An interrupted build is swept away; what left the book is gone.
    left = site.parent / f"{build.UNFINISHED}x"
    left.mkdir()
    (left / "half.html").write_text("half")
    build.build(book(*CELLS[1:2], markdown("# One"), pages=("one",)), site)
    assert "chapters/glossary.html" not in files(site)
    assert [path.name for path in site.parent.iterdir()] == ["html"]


def test_a_faulty_book_changes_nothing(book, tmp_path):
    site = tmp_path / "html"
    site.mkdir()
    (site / "index.html").write_text("the last good one")
    root = book(
        markdown("# One\n\n[](#fig-gone), [x](glossary.md#term-gone)"),
        code("a", figure("", caption=False)),
        code("b", figure("B.", 'id="fig-b"') + figure("C.", 'id="fig-b"')),
        code("c", figure("C.", 'data-explorer="gone" data-networks="lost"')),
        code("d", "<script>let a</script>"),
    )
    with pytest.raises(CourseError) as error:
        build.build(root, site)
    for fault in (
        "fig-gone",
        "term-gone",
        "figure 1 has no <figcaption>",
        "two figures fig-b",
        "figure 4 needs assets/explorers/gone.js",
        "figure 4 needs assets/networks/lost.js",
        "shows a <script>",
    ):
        assert fault in str(error.value)
    assert files(site) == {"index.html": b"the last good one"}
    assert [path.name for path in tmp_path.iterdir()].count("html") == 1
    assert not list(tmp_path.glob(f"{build.UNFINISHED}*"))


def test_live_figures_bring_their_scripts():
    from tools.book.pages import with_explorers

    page = (
        "<head></head><article>"
        '<figure class="cnn-figure cnn-live" data-explorer="lenet"></figure>'
        '<figure class="cnn-figure cnn-live" data-explorer="lenet"></figure>'
        "</article>"
    )
    found = BeautifulSoup(with_explorers(page, "../_static"), "html.parser")
    scripts = found.select("head script[defer]")
    assert [tag["src"] for tag in scripts] == ["../_static/live.js"]
    styles = found.select("head link[rel=stylesheet]")
    assert [tag["href"] for tag in styles] == ["../_static/live.css"]
    assert with_explorers("<head></head>", "_static") == "<head></head>"
