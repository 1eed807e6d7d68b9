"""The published pages, as a reader's browser shows them.

`look` opens a page once per width and colour scheme, runs every check on
it, and returns what each check found. The last tests feed small broken
pages through the same checks: each must be reported.
"""

import functools
import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup

from tools.book import SHORTEST_ALT, toc_documents, toc_notebooks

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = toc_documents(ROOT)
VIEWS = [(w, s) for w in (1280, 390) for s in ("light", "dark")]
FEWEST_WORDS = 80
HEIGHTS = {1280: 900, 390: 844}

# Each function returns sentences about what is wrong on the open page.
SCRIPTS = {
    "text": """fewest => {
      const article = document.querySelector('article');
      const words = (article?.innerText ?? '').trim().split(/\\s+/).length;
      const empty = [...document.querySelectorAll('.cell_output')]
        .filter(e => e.getBoundingClientRect().height < 8)
        .map(e => 'a cell whose output shows nothing');
      return words < fewest ? [`only ${words} words`, ...empty] : empty;
    }""",
    "math": """() => {
      const found = [];
      const bad = 'mjx-merror, [data-mjx-error], .MathJax_Error';
      for (const e of document.querySelectorAll(bad))
        found.push('an equation that MathJax refuses: ' + e.textContent);
      for (const e of document.querySelectorAll('.math'))
        if (!e.querySelector('mjx-container') && e.textContent.trim())
          found.push('not rendered: ' + e.textContent);
      return found;
    }""",
    "pictures": """shortest => {
      const found = [];
      for (const e of document.querySelectorAll('article img')) {
        if (!e.complete || !e.naturalWidth) found.push('broken: ' + e.src);
        const alt = e.getAttribute('alt') ?? '';
        const decorative = alt === '' && e.closest('[aria-hidden="true"]');
        const file = /\\.(png|svg|jpe?g|gif|webp)$/i.test(alt);
        if (!decorative && (file || alt.trim().length < shortest))
          found.push(`alt "${alt}" of ${e.src.slice(0, 60)}`);
      }
      for (const e of document.querySelectorAll('svg[role="img"]')) {
        const by = e.getAttribute('aria-labelledby') ?? '';
        const name = e.getAttribute('aria-label') ||
          by.split(' ').map(i => document.getElementById(i)?.textContent)
            .join('') || e.querySelector(':scope > title')?.textContent;
        if (!name?.trim()) found.push('an svg without a name');
      }
      return found;
    }""",
    "overflow": """() => {
      const page = document.scrollingElement;
      if (page.scrollWidth <= innerWidth) return [];
      const wide = [...document.querySelectorAll('article *')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 3).map(e => e.tagName + '.' + e.className);
      return [`${page.scrollWidth} px wide: ${wide.join(', ')}`];
    }""",
}
# What a slider shows: the frames that are visible, and its spoken value.
SHOWN = """slider => {
  const frames = slider.closest('.cnn-slider')
    .querySelectorAll('img, svg, [data-frame]');
  return [[...frames].filter(e => e.checkVisibility())
    .map(e => e.currentSrc || e.outerHTML).join('\\n'),
    slider.getAttribute('aria-valuetext')];
}"""
UNFOLD = """() => {
  document.querySelectorAll('details').forEach(e => { e.open = true; });
  document.querySelectorAll('button.toggle-button-hidden')
    .forEach(e => e.click());
}"""
MATH_DONE = """async () => {
  if (document.querySelector('.math')) await window.MathJax?.startup?.promise;
}"""


def slider_faults(page) -> list[str]:
    """Move every slider with the arrow key; its frame must change."""
    found = []
    for box in page.query_selector_all(".cnn-slider"):
        slider = box.query_selector("input[type=range]")
        if slider is None:
            found.append("a .cnn-slider without a range input")
            continue
        slider.focus()
        page.keyboard.press("Home")
        before = slider.evaluate(SHOWN)
        page.keyboard.press("ArrowRight")
        after = slider.evaluate(SHOWN)
        if not before[0] or before[0] == after[0]:
            found.append("ArrowRight does not change the frame")
        if not after[1] or before[1] == after[1]:
            found.append("ArrowRight does not change aria-valuetext")
        page.keyboard.press("Home")
    return found


def axe_faults(page) -> list[str]:
    """Return axe-core's serious and critical findings."""
    # With preload axe requests style sheets itself, some under wrong names.
    answer = Axe().run(page, options={"preload": False}).response
    return [
        f"{rule['id']}: {node['html'][:150]} {node['any'][:1]}"
        for rule in answer["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


def examine(browser, address: str, width: int, scheme: str) -> dict:
    """Open a page, block all other hosts, and return each check's finds."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS[width]},
        color_scheme=scheme,
    )
    page = context.new_page()
    found = {"requests": [], "console": []}
    home = urlsplit(address).netloc

    def on_request(route):
        parts = urlsplit(route.request.url)
        if parts.scheme in ("data", "blob") or parts.netloc == home:
            route.continue_()
        else:
            found["requests"].append(f"other host: {route.request.url}")
            route.abort()

    def on_response(response):
        if response.status >= 400:
            found["requests"].append(f"{response.status}: {response.url}")

    def on_console(message):
        if message.type in ("error", "warning"):
            found["console"].append(message.text)

    context.route("**/*", on_request)
    page.on("response", on_response)
    page.on("console", on_console)
    page.on("pageerror", lambda error: found["console"].append(str(error)))
    page.goto(address, wait_until="load")
    page.evaluate(UNFOLD)
    page.evaluate(MATH_DONE)
    page.wait_for_load_state("networkidle")
    values = {"text": FEWEST_WORDS, "pictures": SHORTEST_ALT}
    for name, script in SCRIPTS.items():
        found[name] = page.evaluate(script, values.get(name))
    found["sliders"] = slider_faults(page)
    found["axe"] = axe_faults(page)
    context.close()
    return found


CHECKS = ("requests", "console", *SCRIPTS, "sliders", "axe")


@pytest.fixture(scope="session")
def look(browser, serve, site):
    """`look(document, width, scheme)`, each view examined once."""
    home = serve(site)

    @functools.cache
    def view(document: str, width: int, scheme: str) -> dict:
        address = f"{home}/{document}.html"
        return examine(browser, address, width, scheme)

    return view


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize(("width", "scheme"), VIEWS)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_page(browser, look, document, width, scheme, check):
    assert look(document, width, scheme)[check] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_figures_need_no_javascript(browser, serve, site, document):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve(site)}/{document}.html", wait_until="load")
    assert len(page.inner_text("article").split()) >= FEWEST_WORDS
    for box in page.query_selector_all(".cnn-figure, .cnn-slider"):
        pictures = box.query_selector_all("img, svg, table, [data-frame]")
        assert any(picture.is_visible() for picture in pictures)
    context.close()


def test_search_finds_every_page(browser, serve, site):
    page = browser.new_page()
    home = serve(site)
    for document in DOCUMENTS:
        soup = soup_of(site / f"{document}.html")
        title = soup.select_one("article h1").get_text()
        word = max(re.findall(r"[A-Za-z]+", title), key=len)
        page.goto(f"{home}/search.html?q={word}")
        link = f"#search-results a[href*='{document}.html']"
        page.wait_for_selector(link, timeout=10_000)
    page.close()


@functools.cache
def soup_of(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def link_faults(site: Path) -> list[str]:
    """Return links and sources inside a site that lead nowhere."""
    found = []
    for path in sorted(site.rglob("*.html")):
        here = path.relative_to(site).as_posix()
        if here.startswith(("_static/", "genindex", "search")):
            continue
        for tag in soup_of(path).select("[href], [src]"):
            link = tag.get("href") or tag.get("src") or ""
            if urlsplit(link).scheme or link.startswith("//"):
                continue
            parts = urlsplit(urljoin(f"http://site/{here}", link))
            target = site / unquote(parts.path).lstrip("/")
            if not target.is_file():
                found.append(f"{here}: {link}")
            elif parts.fragment and target.suffix == ".html":
                name = unquote(parts.fragment)
                if not soup_of(target).find(id=name):
                    found.append(f"{here}: no anchor {link}")
    return found


def test_internal_links_resolve(site):
    assert link_faults(site) == []


def test_ledger_shows_every_claim(site):
    from tools.book import notebook_claims

    soup = soup_of(site / "chapters" / "ledger.html")
    shown = {
        link["href"].partition("#claim-")[2]
        for link in soup.select("table.cnn-ledger a")
    }
    stored = {
        claim["id"]
        for _, path in toc_notebooks(ROOT)
        for claim in notebook_claims(path)
    }
    assert shown == stored


def test_site_holds_no_source_maps(site):
    assert list(site.rglob("*.map")) == []


WORDS = "word " * (FEWEST_WORDS + 1)
PICTURE = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' "
    "width='40' height='40'/%3E"
)
MOVE = (
    "this.previousElementSibling.src='a.svg?'+this.value;"
    "this.setAttribute('aria-valuetext','frame '+this.value)"
)
SLIDER = (
    '<div class="cnn-slider"><img src="a.svg" alt="The first of two frames">'
    '<input type="range" min="0" max="2" value="0" aria-label="frame" '
    'aria-valuetext="frame 0" oninput="{}"></div>'
)
GOOD = (
    f'<img src="{PICTURE}" alt="A square drawn in grey">'
    '<svg role="img" aria-label="A small drawing" width="9" height="9"></svg>'
    '<span class="math">\\(x^2\\)</span>' + SLIDER.format(MOVE)
)
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
    ("sliders", WORDS + SLIDER.format(MOVE.partition(";")[0])),
    ("sliders", WORDS + SLIDER.format(MOVE.partition(";")[2])),
    ("sliders", f'{WORDS}<div class="cnn-slider"></div>'),
    ("overflow", f'{WORDS}<div style="width: 900px">wide</div>'),
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
    (tmp_path / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    )

    def run(article: str) -> dict:
        (tmp_path / "page.html").write_text(
            '<!doctype html><html lang="en"><head><title>Page</title>'
            '<link rel="icon" href="a.svg">'
            f"<script>window.MathJax = {settings!r}</script>"
            '<script src="mathjax/tex-chtml.js"></script></head><body>'
            f"<main><article><h1>Page</h1>{article}</article></main>"
            "</body></html>"
        )
        address = f"{serve(tmp_path)}/page.html"
        return examine(browser, address, 390, "light")

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
