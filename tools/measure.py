"""Measure the built pages as a reader sees them: `python -m tools.measure`.

Lengths are of the article, in screens of 900 px; only what is visible
counts, so a fold is one line.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnncourse.errors import CourseError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Response

SCREEN = 900  # px
WIDE, NARROW = 1280, 390  # px
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
FONTS = "/mathjax/output/"
# The goals of a chapter.
MOST_SCREENS = 25
MOST_CODE, FEWEST_FIGURES = 0.30, 0.30  # shares of the height
MOST_WEIGHT = 1_200_000  # bytes, compressed, without MathJax's fonts
SMALLEST_TEXT = 11  # px, in a figure on a phone

# Of elements within each other the outer counts, and of those side by side
# the height that they share.
GEOMETRY = """screen => {
  const article = document.querySelector('article');
  const box = article.getBoundingClientRect();
  const kinds = {
    code: '.cell_input, .cell_output .stream, .cell_output .text_plain, ' +
      'div.highlight, details.hide > summary',
    figures: 'figure, .cnn-figure, .cnn-live, .cnn-hero, img, svg',
    prose: 'p, li, dl, blockquote, h1, h2, h3, h4, ' +
      'table, .math, summary',
  };
  const taken = new Set();
  const found = {};
  for (const [kind, selector] of Object.entries(kinds)) {
    const spans = [];
    for (const e of article.querySelectorAll(selector)) {
      let outer = e.parentElement;
      while (outer !== article && !taken.has(outer))
        outer = outer.parentElement;
      if (outer !== article || !e.checkVisibility()) continue;
      taken.add(e);
      const { top, bottom } = e.getBoundingClientRect();
      spans.push([top, bottom]);
    }
    spans.sort((a, b) => a[0] - b[0]);
    let end = -Infinity, height = 0;
    for (const [top, bottom] of spans) {
      height += Math.max(0, bottom - Math.max(top, end));
      end = Math.max(end, bottom);
    }
    found[kind] = height / box.height;
  }
  const seen = [...article.querySelectorAll(kinds.figures)]
    .filter(e => e.checkVisibility() && e.getBoundingClientRect().height > 40);
  const box1 = seen[0]?.getBoundingClientRect();
  const first = box1
    ? (box1.top + Math.min(box1.height, 300) + scrollY) / screen : null;
  const sizes = [];
  for (const e of article.querySelectorAll('svg text')) {
    if (!e.checkVisibility() || !e.textContent.trim()) continue;
    const { a, b } = e.getScreenCTM();  // b: of text that is turned
    sizes.push(parseFloat(getComputedStyle(e).fontSize) * Math.hypot(a, b));
  }
  for (const e of article.querySelectorAll('.cnn-figure :is(p, span, label, ' +
      'button, output, td, th, figcaption)'))
    if (e.checkVisibility() && e.textContent.trim())
      sizes.push(parseFloat(getComputedStyle(e).fontSize));
  return {
    screens: box.height / screen, ...found, first,
    words: article.innerText.trim().split(/\\s+/).length,
    explorers: article.querySelectorAll('.cnn-slider, .cnn-live').length,
    smallest: sizes.length ? Math.min(...sizes) : null,
  };
}"""


@dataclass(frozen=True)
class Measures:
    """One page at one width.

    Attributes:
        screens: height of the article, in screens of 900 px.
        code: share of the height of code and text output.
        figures: share of the height of figures and explorers.
        prose: share of the height of text.
        first: screens from the top to where the first figure can be seen:
            300 px of it, or all.
        words: visible words.
        explorers: sliders and live figures.
        smallest: text in a figure, in px; text within pixels is not seen.
        requests: files that the first view loads.
        weight: their bytes, compressed, without MathJax's fonts.
        fonts: the bytes of MathJax's fonts.
    """

    screens: float
    code: float
    figures: float
    prose: float
    first: float | None
    words: int
    explorers: int
    smallest: float | None
    requests: int
    weight: int
    fonts: int

    def __str__(self) -> str:
        def length(value: float | None, unit: str) -> str:
            return "none" if value is None else f"{value:.1f}{unit}"

        return (
            f"{self.screens:5.1f} screens: code {self.code:.0%}, figures "
            f"{self.figures:.0%}, prose {self.prose:.0%}; first figure seen "
            f"at {length(self.first, '')}; {self.words} words; "
            f"{self.explorers} explorers; smallest text "
            f"{length(self.smallest, ' px')}; {self.requests} requests, "
            f"{self.weight / 1e6:.2f} MB, with MathJax's fonts "
            f"{(self.weight + self.fonts) / 1e6:.2f} MB"
        )


def over_budget(wide: Measures, narrow: Measures) -> list[str]:
    """Return the goals of a chapter that a page misses, as sentences."""
    found = []
    if wide.screens > MOST_SCREENS:
        found.append(f"{wide.screens:.1f} screens, over {MOST_SCREENS}")
    if wide.code > MOST_CODE:
        found.append(f"code is {wide.code:.0%}, over {MOST_CODE:.0%}")
    if wide.figures < FEWEST_FIGURES:
        found.append(
            f"figures are {wide.figures:.0%}, under {FEWEST_FIGURES:.0%}"
        )
    if wide.first is None or wide.first > 1:
        found.append("no figure is seen in the first screen")
    if wide.weight > MOST_WEIGHT:
        found.append(f"{wide.weight:,} bytes, over {MOST_WEIGHT:,}")
    if narrow.smallest is not None and narrow.smallest < SMALLEST_TEXT - 0.05:
        found.append(
            f"text of {narrow.smallest:.1f} px in a figure on a phone, under "
            f"{SMALLEST_TEXT}"
        )
    return found


def measure(browser: Browser, address: str, width: int) -> Measures:
    """Open a page and measure it.

    Args:
        browser: Chromium, driven by playwright.
        address: of the page, over http.
        width: of the window, in px.
    """
    page = browser.new_page(viewport={"width": width, "height": SCREEN})
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.goto(address, wait_until="networkidle")
    page.evaluate("async () => { await window.MathJax?.startup?.promise; }")
    page.wait_for_load_state("networkidle")
    weights = {}
    for response in responses:
        if response.url.startswith("http") and response.ok:
            body = response.body()
            packed = gzip.compress(body, mtime=0)
            weights[response.url] = min(len(body), len(packed))
    geometry = page.evaluate(GEOMETRY, SCREEN)
    page.close()
    fonts = sum(size for url, size in weights.items() if FONTS in url)
    return Measures(
        **geometry,
        requests=len(weights),
        weight=sum(weights.values()) - fonts,
        fonts=fonts,
    )


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; gives its address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start headless Chromium.

    Raises:
        CourseError: none is installed.
    """
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        raise CourseError("No Chromium found (apt install chromium).")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=list(FLAGS)
        )
        yield browser
        browser.close()


def main(words: list[str]) -> int:
    """Print the measures of each page of a built site; return the status."""
    site = Path(words[0] if words else "_build/html")
    pages = [site / "index.html", *sorted((site / "chapters").glob("*.html"))]
    if not pages[0].is_file():
        print(f"{site} holds no book; say `make book` first.", file=sys.stderr)
        return 2
    try:
        with chromium() as browser, served(site) as home:
            for page in pages:
                name = page.relative_to(site).as_posix()
                found = [
                    measure(browser, f"{home}/{name}", width)
                    for width in (WIDE, NARROW)
                ]
                print(name)
                print(f"  {WIDE:5} px {found[0]}")
                print(f"  {NARROW:5} px {found[1]}")
                if (site / "_sources" / name).with_suffix(".ipynb").exists():
                    for fault in over_budget(*found):
                        print(f"     goal missed: {fault}")
    except CourseError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
