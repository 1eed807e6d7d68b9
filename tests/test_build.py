"""The build on a small book of its own: figures, folds, links, the swap."""

import itertools
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from cnncourse.errors import CourseError
from tools import build, environment
from tools.book.pages import site_faults, with_explorers

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
        "outputs": [shown] if html else [],
    }


def figure(message: str, attributes: str = "", caption: bool = True) -> str:
    return (
        f'<figure class="cnn-figure" {attributes}><svg role="img" '
        f'aria-label="A box drawn for {message}" width="9" height="9"></svg>'
        + (f"<figcaption>{message}</figcaption>" if caption else "")
        + "</figure>"
    )


@pytest.fixture
def book(tmp_path):
    """A function that writes a book of one notebook and a glossary."""
    root = tmp_path / "book"
    (root / "chapters").mkdir(parents=True)
    for name in NAMES:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, root / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, root / name)
    (root / "index.md").write_text("# Index\n\nText.\n")
    (root / "chapters" / "glossary.md").write_text(
        "# Words\n\n```{glossary}\nreceptive field\n  A patch.\n```\n"
    )

    def write(*cells: dict, pages: tuple[str, ...] = ("one", "glossary")):
        listed = "".join(f"  - file: chapters/{page}\n" for page in pages)
        (root / "_toc.yml").write_text(
            f"format: jb-book\nroot: index\nchapters:\n{listed}"
        )
        count = itertools.count(1)
        numbered = [cell | {"id": f"c{i}"} for i, cell in enumerate(cells)]
        for cell in numbered:
            if cell["cell_type"] == "code":
                cell["execution_count"] = next(count)
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

    # What left the book is gone.
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
        markdown("![aaaaaaaaaaaaaaaaaaaa](https://example.org/a.png)"),
        markdown(
            "<a href='java&#10;script:b()'>c</a><iframe src='x'></iframe>"
        ),
        markdown('<p style="background: url(//example.org/a)">x</p>'),
    )
    (root / "chapters" / "glossary.md").write_text(
        "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n---\n"
        "# Words\n\n<img src='../assets/favicon.svg' alt='image of a plot'>\n"
        "\n```{code-cell}\n1\n```\n"
    )
    with pytest.raises(CourseError) as error:
        build.build(root, site)
    for fault in (
        "fig-gone",
        "term-gone",
        "chapters/one.ipynb, cell 1: WARNING: figure 1 has no <figcaption>",
        "two figures fig-b",
        "figure 4 needs assets/explorers/gone.js",
        "figure 4 needs assets/networks/lost.js",
        "one.ipynb, cell 4 holds a <script>",
        "chapters/one, cell 5 loads from another host",
        "chapters/one, cell 5 shows a picture that has the alternative text",
        "chapters/one, cell 6 holds href='java\\nscript:b()'",
        "chapters/one, cell 6 holds a <iframe>",
        "chapters/one, cell 7 loads from another host",
        "'image of a plot', which says nothing",
        "holds a code cell, which nothing runs",
    ):
        assert fault in str(error.value)
    assert files(site) == {"index.html": b"the last good one"}
    assert sorted(os.listdir(tmp_path)) == ["book", "html"]


def command(root: Path, site: Path, **settings: str) -> subprocess.Popen:
    """Start a build as `make book` does."""
    return subprocess.Popen(
        [sys.executable, "-m", "tools.build", str(site)],
        cwd=root,
        env=os.environ | settings,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_killed_build_leaves_the_old_site(book, tmp_path):
    site = tmp_path / "out" / "html"
    build.build(book(*CELLS), site)
    old = files(site)
    root = book(markdown("# Another"), pages=("one",))
    for seconds in (0.3, 0.8):
        started = command(root, site)
        time.sleep(seconds)
        started.kill()
        started.wait()
        assert files(site) == old
    # Jupyter Book may still be writing: two builds at once wait for it.
    both = [command(root, site) for _ in range(2)]
    assert [each.wait() for each in both] == [0, 0]
    new = files(site)
    assert "Another" in new["chapters/one.html"].decode()
    assert "chapters/glossary.html" not in new
    assert os.listdir(site.parent) == ["html"]
    # What a killed build leaves never gets into the site.
    left = site.parent / build.UNFINISHED / "_build" / "html"
    left.mkdir(parents=True)
    (left / "half.html").write_text("half")
    build.build(root, site)
    assert files(site) == new
    assert os.listdir(site.parent) == ["html"]


def test_a_site_is_there_at_every_moment(tmp_path):
    for name in ("new", "html"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name)
    missing, stop = [], threading.Event()

    def read():
        while not stop.is_set():
            try:
                (tmp_path / "html" / "index.html").stat()
            except OSError as error:
                missing.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(2000):
        build._swap(tmp_path / "new", tmp_path / "html")
    stop.set()
    reader.join()
    assert missing == []


def git(root: Path, *words: str) -> None:
    names = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", *names, *words], cwd=root, check=True)


def test_only_what_git_tracks_is_published(book, tmp_path):
    root = book(*CELLS)
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "book")
    git(tmp_path, "clone", "-q", str(root), "clone")
    site = tmp_path / "html"

    # A fresh clone, and this folder with what lies around in it, give the
    # same bytes, whatever the environment; and neither needs PyTorch.
    missing = tmp_path / "missing"
    missing.mkdir()
    for name in ("torch", "numpy", "pydantic", "filelock"):
        (missing / f"{name}.py").write_text("raise ImportError\n")
    for name in ("assets/secret.svg", "_static/a.css", "conf.py"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("not for the book")
    (root / "chapters" / "two.md").write_text("# Two\n")
    shutil.copytree(root / "assets", root / "_build" / ".doctrees")
    strange = {
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "GIT_DIR": str(ROOT / ".git"),
        "PYTHONPATH": str(missing),
    }
    before = os.umask(0o077)
    started = command(root, site, **strange)
    os.umask(before)
    assert started.wait() == 0, started.stderr.read()
    other = tmp_path / "other" / "html"
    build.build(tmp_path / "clone", other)
    assert files(site) == files(other)

    # What the book refers to must be known to git.
    book(
        *CELLS,
        markdown("![A square drawn in red](../assets/secret.svg)"),
        pages=("one", "glossary", "two"),
    )
    with pytest.raises(CourseError, match="Git does not know") as error:
        build.build(root, site)
    assert "assets/secret.svg, chapters/two.md" in str(error.value)
    assert "_static" not in str(error.value)
    assert files(site) == files(other)
    git(root, "add", "assets", "chapters")
    build.build(root, site)
    assert "chapters/two.html" in files(site)


def test_a_link_is_not_followed(book, tmp_path):
    root = book(*CELLS)
    (root / "assets" / "a.css").symlink_to("/etc/hostname")
    with pytest.raises(CourseError, match="is a link or no file"):
        build.build(root, tmp_path / "html")
    (root / "assets" / "a.css").unlink()
    os.mkfifo(root / "assets" / "a.css")
    with pytest.raises(CourseError, match="is a link or no file"):
        build.build(root, tmp_path / "html")


@pytest.mark.parametrize("name", ["", "chapters", "index.md"])
def test_nothing_but_a_book_is_replaced(book, monkeypatch, capsys, name):
    root = book(*CELLS)
    before = files(root)
    monkeypatch.chdir(root)
    assert build.main([name]) == 1
    assert "something else than a book" in capsys.readouterr().err
    assert files(root) == before


def test_a_folder_that_git_refuses_is_not_published(book, tmp_path):
    root = book(*CELLS)
    (root / ".git").write_text("gitdir: /nowhere\n")
    with pytest.raises(CourseError, match="git does not tell"):
        build.build(root, tmp_path / "html")


def test_an_environment_is_whole_or_made_again(tmp_path):
    place = tmp_path / "env"
    empty, loose = tmp_path / "empty.txt", tmp_path / "loose.txt"
    empty.write_text("# nothing\n")
    loose.write_text("tqdm==4.70.1\n")
    words = [sys.executable, "-m", "tools.environment", str(place), str(empty)]
    started = subprocess.Popen(words, cwd=ROOT)
    while not (place / "bin").exists() and started.poll() is None:
        time.sleep(0.01)
    started.kill()  # what it started goes on
    for _ in range(2):
        assert (place / environment.BEGUN).exists()
        (place / "half").touch()
        environment.make(place, empty)
        assert not (place / "half").exists()
        assert not (place / environment.BEGUN).exists()
        (place / environment.BEGUN).touch()  # as if pip had been killed
    (place / environment.BEGUN).unlink()

    # One that works is kept, also when pip says no; but it is not called
    # complete.
    for name in ("mine", *environment.STAMPS):
        (place / name).touch()
    environment.make(place, empty)
    for name in environment.STAMPS:
        assert not (place / name).exists()
        (place / name).touch()
    with pytest.raises(CourseError, match="could not install loose"):
        environment.make(place, loose)
    assert (place / "mine").exists()
    assert not (place / environment.STAMPS[0]).exists()
    assert not (place / environment.BEGUN).exists()
    assert sorted(os.listdir(tmp_path)) == ["empty.txt", "env", "loose.txt"]


PAGE = (
    '<article id="a"><img src="{}.svg" alt="Two boxes, one in red"></article>'
)


@pytest.fixture
def written(tmp_path):
    """A finished site of two pages."""
    for name in ("index", "one", "search", "genindex"):
        (tmp_path / f"{name}.html").write_text(PAGE.format("x"))
    (tmp_path / "x.svg").touch()
    (tmp_path / "y.svg").touch()
    (tmp_path / "searchindex.js").write_text(
        'Search.setIndex({"docnames": ["index", "one"]})'
    )
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("search.html", None, "search.html was not written"),
        ("one.html", None, "one.html was not written"),
        ("old.html", "", "old.html was written, but"),
        ("searchindex.js", None, "index is in the book or in its search"),
        (
            "searchindex.js",
            'Search.setIndex({"docnames": ["index"]})',
            "one is in the book or in its search, not in both",
        ),
        ("one.html", '<a href="gone.html">', "one.html names gone.html"),
        ("one.html", '<a href="index.html#b">', "no such place"),
        ("one.html", '<img src="gone.png">', "one.html names gone.png"),
        (
            "one.html",
            PAGE.format("x") + PAGE.format("y"),
            "says 'Two boxes, one in red' of 2 pictures",
        ),
    ],
)
def test_a_site_that_is_not_the_book_is_reported(written, name, text, fault):
    assert list(site_faults(written, ["index", "one"])) == []
    if text is None:
        (written / name).unlink()
    else:
        (written / name).write_text(text)
    assert fault in "\n".join(site_faults(written, ["index", "one"]))


def test_live_figures_bring_their_scripts():
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
