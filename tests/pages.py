"""Explorers in Chromium: a page from the file system, under the policy."""

import shutil
from dataclasses import replace
from pathlib import Path

import torch
from axe_playwright_python.sync_playwright import Axe
from torch import Tensor, nn

from cnncourse import live
from cnncourse.datasets import Data

ROOT = Path(__file__).resolve().parents[1]
# The policy of the book's pages: no inline script, no other host.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
# Largest difference, in deviations of the outputs: rounding, not a slip.
ROUNDING = 1e-5

RUN = """async ([name, shape, pictures]) => {
  const [network] = await cnncourse.load([name]);
  return pictures.map(picture => {
    const input = {shape, data: Float32Array.from(picture)};
    const results = cnncourse.run(network, input);
    return [...results[network.steps.at(-1).name].data];
  });
}"""
# Pixels on the screen; a drawing is scaled.
SMALLEST_TEXT = """() => Math.min(
  ...[...document.querySelectorAll('.cnn-lab *')]
    .filter(e => e.checkVisibility() && [...e.childNodes].some(
      node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
    .map(e => parseFloat(getComputedStyle(e).fontSize) *
      Math.abs(e.getScreenCTM?.().a ?? 1)))"""


class Lab:
    """A folder with the engine and networks, open in Chromium."""

    def __init__(self, browser, folder: Path):
        self.folder = folder
        for path in (ROOT / "assets").iterdir():
            if path.name in ("explorers", "networks"):
                shutil.copytree(path, folder / path.name)
            elif path.suffix == ".js" or path.name == "live.css":
                shutil.copy(path, folder)
        self.context = browser.new_context()
        self.complaints: list[str] = []
        self.page = self.open("")

    def open(self, body: str, width: int = 1280, scheme: str = "light"):
        """Return a page with the engine, the policy and some HTML."""
        path = self.folder / f"page-{width}-{scheme}.html"
        path.write_text(
            f'<!doctype html><html lang="en" data-theme="{scheme}">'
            '<meta charset="utf-8"><title>A page</title>'
            '<meta name="viewport" content="width=device-width">'
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
            '<link rel="stylesheet" href="live.css">'
            '<script src="live.js"></script><style>'
            f":root {{ color-scheme: {scheme}; }}"
            "body { font-family: sans-serif; max-width: 45rem; }"
            f"</style><main><h1>A page</h1>{body}</main></html>"
        )
        page = self.context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.on("console", self.console)
        page.on("pageerror", lambda e: self.complaints.append(str(e)))
        page.on("request", self.request)
        page.goto(path.as_uri())
        return page

    def console(self, message) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def request(self, request) -> None:
        if not request.url.startswith((self.folder.as_uri(), "data:")):
            self.complaints.append(request.url)

    def add(self, name: str, network: dict) -> str:
        live.write(name, network, self.folder / "networks")
        return name

    def outputs(self, name: str, images: Tensor) -> Tensor:
        given = [name, list(images.shape[1:]), images.flatten(1).tolist()]
        return torch.tensor(self.page.evaluate(RUN, given))


def start(lab: Lab, explorer: live.Explorer, width=1280, scheme="light"):
    """Return a page on which the explorer runs and has said something."""
    page = lab.open(explorer.page(), width, scheme)
    page.wait_for_selector(".cnn-live[data-state=live]")
    said(page, ".{5}")
    return page


def said(page, pattern: str) -> str:
    """Wait until the page says what fits; return all that it says then."""
    page.wait_for_function(
        "p => new RegExp(p).test(document.querySelector('.cnn-says')"
        ".textContent)",
        arg=pattern,
    )
    return page.inner_text(".cnn-says >> nth=0")


def assert_fits(page, width: int) -> None:
    """Nothing is cut or too small, and assistive software can read it."""
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert not page.query_selector(".cnn-fallback").is_visible()
    assert page.query_selector("figcaption").is_visible()
    assert page.evaluate(SMALLEST_TEXT) >= 11
    found = Axe().run(page, options={"preload": False}).response
    assert not [
        (rule["id"], rule["nodes"][0]["html"])
        for rule in found["violations"]
        if rule["impact"] in ("serious", "critical")
    ]


def first_pictures(data: Data, each: int) -> Data:
    """Return data whose test part is the first few pictures of each class."""
    chosen = torch.cat(
        [
            torch.where(data.test.labels == label)[0][:each]
            for label in range(len(data.classes))
        ]
    )
    return replace(data, test=data.test[chosen])


@torch.no_grad()
def off(theirs: Tensor, model: nn.Module, images: Tensor) -> float:
    """Return the largest difference, in deviations of the outputs."""
    ours = model(images)
    assert theirs.shape == ours.shape
    return float((theirs - ours).abs().max() / ours.std())
