"""The published pages, as a reader's browser shows them.

`look` opens a page once per width and colour scheme, runs every check on
it, and returns what each check found. The last tests feed small broken
pages through the same checks: each must be reported.
"""

import functools
import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup

from tools.book.pages import with_policy
from tools.book.stored import (
    MARKS,
    SHORTEST_ALT,
    notebook_claims,
    toc_documents,
    toc_notebooks,
)
from tools.measure import NARROW, WIDE, measure, over_budget

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = toc_documents(ROOT)
VIEWS = [(w, s) for w in (WIDE, NARROW) for s in ("light", "dark")]
FEWEST_WORDS = "word " * (FEWEST_WORDS + 1)
PICTURE = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' "
    "width='40' height='40'/%3E"
)
FRAMES = (
    '<img src="a.svg?0" data-value="0" alt="The first of two frames">'
    '<img src="a.svg?1" data-value="1" alt="The second, a frame" hidden>'
)
SLIDER = (
    '<figure class="cnn-figure cnn-slider">{}<input type="range" min="0" '
    'max="1" value="0" aria-label="frame" aria-valuetext="0: The first of '
    'two frames"><output>0</output></figure>'
)
GOOD = (
    f'<img src="{PICTURE}" alt="A square drawn in grey">'
    '<svg role="img" aria-label="A small drawing" width="9" height="9"></svg>'
    '<span class="math">\\(x^2\\)</span>'
    f'<div class="cnn-table"><pre>{"x" * 120}</pre></div>'
) + SLIDER.format(FRAMES)
BROKEN = [
    ("text", "<p>Three words only.</p>"),
    ("text", f'{WORDS}<div class="cell_output"></div>'),
    ("math", WORDS + '<span class="math">\\(\\frac{1\\)</span>'),
    ("math", WORDS + '<span class="math">\\(\\unknown{1}\\)</span>'),
    ("math", WORDS + '<span class="math">plain x</span>'),
    ("pictures", f'{WORDS}<img src="{PICTURE}" alt="plot.png">'),
    ("pictures", f'{WORDS}<img src="{PICTURE}" alt="a long_name/of_a.png">'),
    ("pictures", f'{WORDS}<img src="{PICTURE}" alt="">'),
    ("pictures", f'{WORDS}<img src="none.png" alt="A picture that is lost">'),
    ("pictures", f'{WORDS}<svg role="img" width="9" height="9"></svg>'),
    ("sliders", WORDS + SLIDER.format("")),
    ("sliders", WORDS + SLIDER.format(FRAMES.replace("data-value", "value"))),
    ("sliders", WORDS + SLIDER.format(FRAMES.partition(">")[0] + ">")),
    ("sliders", f'{WORDS}<div class="cnn-slider"></div>'),
    ("overflow", f'{WORDS}<div style="width: 900px">wide</div>'),
    ("overflow", f'{WORDS}<p style="overflow: hidden">{"x" * 90}</p>'),
    ("policy", f"{WORDS}<script>let hidden = 1</script>"),
    ("policy", f'{WORDS}<p onclick="alert()">text</p>'),
    ("policy", f'{WORDS}<img src="https://example.org/a.png" alt="Gone">'),
    ("requests", f'{WORDS}<script src="https://example.org/a.js"></script>'),
    ("requests", f'{WORDS}<script src="missing.js"></script>'),
    ("console", f"{WORDS}<script>throw new Error('broken')</script>"),
    ("console", f"{WORDS}<script>console.error('broken')</script>"),
    ("axe", f'{WORDS}<p style="color: #bbb; background: #fff">pale</p>'),
    ("axe", f"{WORDS}<button></button>"),
]


@pytest.fixture
def examine_html(browser, serve, tmp_path):
    """Put an article into a page of its own and examine it."""
    mathjax = yaml.safe_load((ROOT / "_config.yml").read_text())
    settings = mathjax["sphinx"]["config"]["mathjax3_config"]
    shutil.copytree(ROOT / "assets" / "mathjax", tmp_path / "mathjax")
    for name in ("cnncourse.css", "cnncourse.js"):
        shutil.copy(ROOT / "assets" / name, tmp_path)
    (tmp_path / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    )

    def run(article: str) -> dict:
        page = (
            '<!doctype html><html lang="en"><head><meta charset="utf-8">'
            '<title>Page</title><link rel="icon" href="a.svg">'
            '<link rel="stylesheet" href="cnncourse.css">'
            f"<script>window.MathJax = {json.dumps(settings)}</script>"
            '<script src="mathjax/tex-chtml.js"></script>'
            '<script defer src="cnncourse.js"></script></head><body>'
            f"<main><article><h1>Page</h1>{article}</article></main>"
            "</body></html>"
        )
        (tmp_path / "page.html").write_text(with_policy(page))
        address = f"{serve(tmp_path)}/page.html"
        return examine(browser, address, NARROW, "light")

    return run


def test_a_good_page_passes_every_check(browser, examine_html):
    found = examine_html(WORDS + GOOD)
    assert found == {check: [] for check in found}
    assert set(found) == set(CHECKS)


@pytest.mark.parametrize(("check", "article"), BROKEN)
def test_a_broken_page_is_reported(browser, examine_html, check, article):
    assert examine_html(article)[check] != []


@pytest.mark.parametrize(
    "link", ["gone.html", "other.html#gone", "#gone", "gone/picture.png"]
)
def test_a_broken_link_is_reported(tmp_path, link):
    (tmp_path / "index.html").write_text(f'<a href="{link}">x</a>')
    (tmp_path / "other.html").write_text('<a href="index.html">x</a>')
    assert len(link_faults(tmp_path)) == 1
