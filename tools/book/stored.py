"""What the book's notebooks store: pages, outputs, claims, findings."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

from cnncourse.marks import CLAIM_KEYS, FINDING, MARKS, TABLE

FIGURE = re.compile(
    r'<figure\b[^>]*\bclass="[^"]*\bcnn-figure\b.*?</figure>', re.DOTALL
)
SHORTEST_ALT = 15  # characters; less cannot state a figure's content


def toc_documents(root: Path) -> list[str]:
    """Return the documents of `_toc.yml`, without suffix, in book order."""

    def walk(entry: dict[str, Any]) -> Iterator[str]:
        for key in ("root", "file"):
            if key in entry:
                yield str(Path(entry[key]).with_suffix(""))
        for key in ("parts", "chapters", "sections"):
            for child in entry.get(key, []):
                yield from walk(child)

    return list(walk(yaml.safe_load((root / "_toc.yml").read_text("utf-8"))))


def toc_notebooks(root: Path) -> list[tuple[str, Path]]:
    """Return (document, path) of the notebooks among the book's pages."""
    pages = [(d, root / f"{d}.ipynb") for d in toc_documents(root)]
    return [(document, path) for document, path in pages if path.is_file()]


class _Markup(HTMLParser):
    """Collects what HTML may not hold: nameless pictures and scripts.

    The pages' content-security policy stops scripts and handlers that stand
    in the text; `assets/cnncourse.js` attaches its listeners by class.
    """

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        found = dict(attrs)
        if tag == "script":
            self.faults.append("a <script>")
        self.faults += [
            f"the handler {name}=" for name in found if name[:2] == "on"
        ]
        hidden = found.get("aria-hidden") == "true"
        if tag == "img" and not hidden:
            alt = found.get("alt") or ""
            if len(alt.strip()) < SHORTEST_ALT:
                self.faults.append(f"an <img> whose alt is {alt!r}")
        if tag == "svg" and not hidden and not found.get("aria-label"):
            named = found.get("aria-labelledby")
            if found.get("role") == "img" and not named:
                self.faults.append('an <svg role="img"> without a name')

    handle_startendtag = handle_starttag


def _text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)


def _output_faults(output: dict, metadata: dict) -> Iterator[str]:
    kind = output["output_type"]
    tags = metadata.get("tags", [])
    if kind == "error" and "raises-exception" not in tags:
        yield f"stores the error {output['ename']}: {output['evalue']}"
    data = output.get("data", {})
    if any(mime.startswith("application/vnd.jupyter.wid") for mime in data):
        yield "holds a widget, which a page without a kernel cannot show"
    if "text/html" in data:
        markup = _Markup()
        markup.feed(_text(data["text/html"]))
        for fault in markup.faults:
            yield f"shows {fault}"
    elif any(mime.startswith("image/") for mime in data):
        alt = metadata.get("mystnb", {}).get("image", {}).get("alt", "")
        if len(alt) < SHORTEST_ALT:
            yield "shows a picture without metadata.mystnb.image.alt"


def notebook_faults(path: Path) -> list[str]:
    """Return what a stored notebook must not hold when it is published.

    Reported are errors, cells that were never executed, pictures without
    an alternative text, and scripts.
    """
    cells = json.loads(path.read_text("utf-8"))["cells"]
    faults = []
    for number, cell in enumerate(cells):
        if cell["cell_type"] != "code":
            continue
        where = f"{path.name}, cell {number}"
        if _text(cell["source"]).strip() and not cell["execution_count"]:
            faults.append(f"{where} was never executed")
        for output in cell["outputs"]:
            for fault in _output_faults(output, cell["metadata"]):
                faults.append(f"{where} {fault}")
    return faults


def notebook_claims(path: Path) -> list[dict[str, str]]:
    """Return the claims that a notebook's stored outputs hold, in order.

    Raises:
        ValueError: a claim lacks a key, has an unknown verdict, an id that
            occurs twice, or no element with that id in its HTML.
    """
    claims: dict[str, dict[str, str]] = {}
    for data in _bundles(path):
        page = _text(data.get("text/html", ""))
        for claim in data.get(TABLE, []):
            missing = [key for key in CLAIM_KEYS if key not in claim]
            name = f"{path.name}: claim {claim.get('id')!r}"
            if missing:
                raise ValueError(f"{name} lacks {', '.join(missing)}")
            if claim["verdict"] not in MARKS:
                raise ValueError(f"{name}: verdict {claim['verdict']!r}")
            if claim["id"] in claims:
                raise ValueError(f"{name} occurs twice")
            anchor = f'id="claim-{claim["id"]}"'
            if anchor not in page:
                raise ValueError(f"{name} has no HTML with {anchor}")
            claims[claim["id"]] = {"cited": "", "link": "", **claim}
    return list(claims.values())


def _bundles(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the outputs of a notebook that are a bundle of MIME types."""
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        for output in cell.get("outputs", []):
            yield output.get("data", {})


def notebook_finding(path: Path) -> str:
    """Return the sentence of a chapter that the front page shows, or "".

    It stands in the notebook's metadata, `cnncourse.finding`.

    Raises:
        ValueError: it is missing, or the chapter computes findings and this
            is none of those that hold.
    """
    metadata = json.loads(path.read_text("utf-8"))["metadata"]
    finding = metadata.get("cnncourse", {}).get("finding", "")
    stored = [data[FINDING] for data in _bundles(path) if FINDING in data]
    hold = [each["finding"] for each in stored if each["holds"]]
    if not finding or (stored and finding not in hold):
        raise ValueError(
            f"{path.name}: metadata.cnncourse.finding is {finding!r}; it is "
            "the sentence for the front page, one that `evidence.finding` "
            "checks in the chapter"
        )
    return finding


def first_figure(path: Path) -> str:
    """Return the HTML of a notebook's first stored figure, or ""."""
    for data in _bundles(path):
        found = FIGURE.search(_text(data.get("text/html", "")))
        if found:
            return found[0]
    return ""
