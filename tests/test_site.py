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
from urllib.parse import urlsplit

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup

from cnncourse.claims import MARKS
from tools.book.markup import SHORTEST_ALT
from tools.book.pages import with_policy
from tools.book.stored import notebook_claims, toc_documents, toc_notebooks
from tools.measure import NARROW, WIDE, measure, over_budget

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = toc_documents(ROOT)
VIEWS = [(w, s) for w in (WIDE, NARROW) for s in ("light", "dark")]
FEWEST_WORDS = 80
HEIGHTS = {WIDE: 900, NARROW: 844}

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
      const name = e => `${e.tagName}.${e.className}: ` +
        e.textContent.trim().slice(0, 40);
      const found = [];
      for (const e of document.querySelectorAll('article *')) {
        if (getComputedStyle(e).overflowX === 'visible') continue;
        if (e.closest('svg, .math:not(div)') || !e.checkVisibility())
          continue;
        // Padding may be cut, text may not.
        const spare = 1 + parseFloat(getComputedStyle(e).paddingRight);
        if (e.scrollWidth <= e.clientWidth + spare) continue;
        if (innerWidth >= 1280 && e.closest('.cell_output'))
          found.push('an output is cut: ' + name(e));
        else if (!e.classList.contains('cnn-wide'))
          found.push('cut without a sign: ' + name(e));
      }
      if (page.scrollWidth <= innerWidth) return found;
      const wide = [...document.querySelectorAll('article *')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 3).map(e => e.tagName + '.' + e.className);
      return [...found, `${page.scrollWidth} px wide: ${wide.join(', ')}`];
    }""",
    "policy": "() => window.violations",
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
# Collected from the first byte on: what the page's policy refused.
VIOLATIONS = """window.violations = [];
addEventListener('securitypolicyviolation', e => window.violations.push(
  `${e.violatedDirective} refuses ${e.blockedURI} ${e.sample}`));"""
MATH_DONE = """async () => {
  // A renderer that is not there is waited for without end.
  const late = new Promise(resolve => setTimeout(resolve, 20_000));
  if (document.querySelector('.math'))
    await Promise.race([window.MathJax?.startup?.promise, late]);
  // What the page's script does about a change of size, it does in a frame.
  for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
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
    context.add_init_script(VIOLATIONS)
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


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("document", [*DOCUMENTS, "search", "genindex"])
def test_page_works_from_the_file_system(browser, site, document, width):
    address = (site / f"{document}.html").as_uri()
    found = examine(browser, address, width, "light")
    for check in ("requests", "console", "policy", "math", "sliders"):
        assert found[check] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_figures_need_no_javascript(browser, serve, site, document):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve(site)}/{document}.html", wait_until="load")
    assert len(page.inner_text("article").split()) >= FEWEST_WORDS
    # Folds open without scripts; the outer ones come first.
    for fold in page.query_selector_all("article details:not([open])"):
        fold.query_selector("summary").click()
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


def test_ledger_shows_every_claim(site):
    soup = soup_of(site / "chapters" / "ledger.html")
    shown = [
        link["href"].partition("#claim-")[2]
        for link in soup.select("table.cnn-ledger a[href*='#claim-']")
    ]
    stored = [
        claim
        for _, path in toc_notebooks(ROOT)
        for claim in notebook_claims(path)
    ]
    order = list(MARKS)
    stored.sort(key=lambda claim: order.index(claim["verdict"]))
    assert shown == [claim["id"] for claim in stored]
    rows = soup.select("table.cnn-ledger tbody tr")
    for row, claim in zip(rows, stored, strict=True):
        mark = f"{MARKS[claim['verdict']]} {claim['verdict']}"
        assert row.td.get_text(strip=True) == mark
        assert all(p.get_text(strip=True) for p in row.select("p"))


def test_ledger_is_filtered_by_keyboard(browser, serve, site):
    page = browser.new_page(viewport={"width": NARROW, "height": 844})
    page.goto(f"{serve(site)}/chapters/ledger.html")
    rows = "table.cnn-ledger tbody tr"
    said = ".cnn-filter output"
    every = page.locator(rows).count()
    assert page.inner_text(said) == f"{every} claims"
    page.focus(".cnn-filter select >> nth=0")
    page.keyboard.press("ArrowDown")
    left = page.locator(f"{rows}:visible")
    assert 0 < left.count() < every
    assert page.inner_text(said) == f"{left.count()} of {every} claims"
    assert all("✗ wrong" in text for text in left.all_inner_texts())
    page.keyboard.press("ArrowUp")
    assert page.inner_text(said) == f"{every} claims"
    page.close()


def test_ledger_without_javascript_shows_all_rows(browser, serve, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve(site)}/chapters/ledger.html")
    rows = page.locator("table.cnn-ledger tbody tr")
    assert rows.count() > 1
    assert all(row.is_visible() for row in rows.all())
    assert not page.is_visible(".cnn-filter")
    context.close()


def test_front_page_fits_one_screen(browser, serve, site):
    page = browser.new_page(viewport={"width": WIDE, "height": 900})
    page.goto(f"{serve(site)}/index.html", wait_until="networkidle")
    assert page.get_by_role("link", name="Start with LeNet-5").is_visible()
    cards = page.locator(".cnn-card")
    assert cards.count() == len(toc_notebooks(ROOT))
    for card in cards.all():
        box = card.bounding_box()
        assert box["y"] + box["height"] <= 900
    page.close()


# What MathJax's menu, or another site of the same host, may have stored.
STORED = """
const chosen = {renderer: 'SVG', scale: '0.001', assistiveMml: false,
  collapsible: true, explorer: true, speech: true, semantics: true};
for (const key of ['MathJax-Menu-Settings', 'cnncourse', 'MathJax', 'mathjax'])
  localStorage.setItem(key, JSON.stringify(chosen));
for (const key of ['mode', 'theme', 'pst_banner_pref'])
  localStorage.setItem(key, '{"');
"""
SIZES = """() => [...document.querySelectorAll('mjx-container')]
  .filter(e => e.checkVisibility())
  .map(e => Math.round(e.getBoundingClientRect().height))"""


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_math_ignores_what_was_chosen_elsewhere(browser, serve, site, scheme):
    """Only one renderer is shipped, and the page has no menu."""
    home = serve(site) if scheme == "http" else site.as_uri()
    sizes = []
    for script in ("", STORED):
        context = browser.new_context()
        context.add_init_script(script)
        page = context.new_page()
        page.goto(f"{home}/chapters/lenet.html", wait_until="load")
        page.evaluate(MATH_DONE)
        assert page.evaluate(SCRIPTS["math"]) == []
        sizes.append(page.evaluate(SIZES))
        page.click("mjx-container >> nth=0", button="right")
        assert page.locator(".CtxtMenu_Menu").count() == 0
        context.close()
    assert sizes[0] == sizes[1]
    assert min(sizes[0]) > 5


def test_theme_buttons_work(browser, serve, site):
    page = browser.new_page(viewport={"width": WIDE, "height": 900})
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(f"{serve(site)}/chapters/colab.html", wait_until="load")
    page.evaluate("document.querySelector('[data-press=print]').click()")
    assert page.evaluate("window.printed")
    page.click("[data-press=fullscreen]")
    page.wait_for_function("document.fullscreenElement !== null")
    page.close()


# Chapters that were rebuilt within the budget of tools/measure.py.
REBUILT = (
    "chapters/convolution",
    "chapters/lenet",
    "chapters/alexnet",
    "chapters/vgg",
    "chapters/inception",
    "chapters/batchnorm",
    "chapters/resnet",
    "chapters/densenet",
    "chapters/squeeze_excitation",
    "chapters/augmentation",
)


@pytest.mark.parametrize("document", REBUILT)
def test_chapter_keeps_within_its_budget(browser, serve, site, document):
    address = f"{serve(site)}/{document}.html"
    views = [measure(browser, address, width) for width in (WIDE, NARROW)]
    assert over_budget(*views) == []


def chapter(tmp_path, serve, *, figure: int, code: int, text: int, above=0):
    """Write a page of a figure, code and prose, each some px high."""
    (tmp_path / "chapter.html").write_text(
        '<!doctype html><link rel="icon" href="data:,">'
        f'<body style="margin: 0"><article style="padding-top: {above}px">'
        '<figure style="margin: 0">'
        f'<svg width="300" height="{figure}"><text y="20" font-size="{text}">'
        "words</text></svg></figure>"
        f'<div class="cell_input" style="height: {code}px"></div>'
        '<details><summary>More</summary><div class="cell_input" '
        'style="height: 9000px"></div></details>'
        '<p style="height: 300px; margin: 0">word word</p></article>'
    )
    return f"{serve(tmp_path)}/chapter.html"


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({}, None),
        ({"code": 700}, "code is"),
        ({"figure": 120}, "figures are"),
        ({"figure": 26 * 900}, "screens, over"),
        ({"above": 590}, None),  # 300 px of the figure are in the screen
        ({"above": 610}, "first screen"),
        ({"text": 9}, "9.0 px in a figure"),
    ],
)
def test_a_budget_is_kept_or_not(browser, serve, tmp_path, changes, fault):
    sizes = {"figure": 600, "code": 200, "text": 12} | changes
    address = chapter(tmp_path, serve, **sizes)
    views = [measure(browser, address, width) for width in (WIDE, NARROW)]
    found = over_budget(*views)
    assert any(fault in said for said in found) if fault else found == []
    assert views[0].explorers == 0 and views[0].requests == 1


@pytest.mark.parametrize("document", ["index", DOCUMENTS[-1]])
def test_footer_names_the_year_of_the_book(site, document):
    """Not that of the clock, and not 1980, as the build's dates would."""
    year = yaml.safe_load((ROOT / "_config.yml").read_text())["copyright"]
    page = BeautifulSoup(
        (site / f"{document}.html").read_text(), "html.parser"
    )
    assert page.select_one("footer .copyright").text.split() == [
        "©", "Copyright", f"{year}.",
    ]  # fmt: skip


def test_site_holds_no_source_maps(site):
    assert list(site.rglob("*.map")) == []


WORDS = "word " * (FEWEST_WORDS + 1)
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

    def run(article: str, guarded: bool) -> dict:
        page = (
            '<!doctype html><html lang="en"><head><meta charset="utf-8">'
            '<title>Page</title><link rel="icon" href="a.svg">'
            '<link rel="stylesheet" href="cnncourse.css">'
            f"<script>window.MathJax = {json.dumps(settings)}</script>"
            '<script defer src="cnncourse.js"></script>'
            '<script defer src="mathjax/tex-chtml.js"></script></head><body>'
            f"<main><article><h1>Page</h1>{article}</article></main>"
            "</body></html>"
        )
        page = with_policy(page) if guarded else page
        (tmp_path / "page.html").write_text(page)
        address = f"{serve(tmp_path)}/page.html"
        return examine(browser, address, NARROW, "light")

    return run


def test_a_good_page_passes_every_check(browser, examine_html):
    found = examine_html(WORDS + GOOD, guarded=True)
    assert found == {check: [] for check in found}
    assert set(found) == set(CHECKS)


@pytest.mark.parametrize(("check", "article"), BROKEN)
def test_a_broken_page_is_reported(browser, examine_html, check, article):
    assert examine_html(article, guarded=check == "policy")[check] != []
