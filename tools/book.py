"""The book's Sphinx extension: the ledger, stored outputs, accessible pages.

It needs the libraries of requirements-book.txt only, never PyTorch.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, asdict, fields
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from cnncourse.claims import MARKS, MIME, TABLE, Claim

CLAIM_KEYS = tuple(f.name for f in fields(Claim) if f.default is MISSING)
VERDICTS = tuple(reversed(MARKS))
SHORTEST_ALT = 15  # characters; less cannot state a figure's content

logger = logging.getLogger(__name__)


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


class _Pictures(HTMLParser):
    """Collects pictures without an alternative text from a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        found = dict(attrs)
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
        pictures = _Pictures()
        pictures.feed(_text(data["text/html"]))
        for fault in pictures.faults:
            yield f"shows {fault}"
    elif any(mime.startswith("image/") for mime in data):
        alt = metadata.get("mystnb", {}).get("image", {}).get("alt", "")
        if len(alt) < SHORTEST_ALT:
            yield "shows a picture without metadata.mystnb.image.alt"


def notebook_faults(path: Path) -> list[str]:
    """Return what a stored notebook must not hold when it is published.

    Reported are errors, cells that were never executed, and pictures
    without an alternative text.
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
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            single = [data[MIME]] if MIME in data else []
            for claim in data.get(TABLE, single):
                missing = [key for key in CLAIM_KEYS if key not in claim]
                name = f"{path.name}: claim {claim.get('id')!r}"
                if missing:
                    raise ValueError(f"{name} lacks {', '.join(missing)}")
                if claim["verdict"] not in VERDICTS:
                    raise ValueError(f"{name}: verdict {claim['verdict']!r}")
                if claim["id"] in claims:
                    raise ValueError(f"{name} occurs twice")
                anchor = f'id="claim-{claim["id"]}"'
                if anchor not in _text(data.get("text/html", "")):
                    raise ValueError(f"{name} has no HTML with {anchor}")
                claims[claim["id"]] = asdict(Claim(**claim))
    return list(claims.values())


def _table(
    classes: list[str], widths: list[int], rows: Iterable[list[nodes.Node]]
) -> nodes.table:
    """Return a docutils table; the first row is the head."""
    table = nodes.table(classes=classes)
    group = nodes.tgroup(cols=len(widths))
    table += group
    for width in widths:
        group += nodes.colspec(colwidth=width)
    for number, row in enumerate(rows):
        if number < 2:
            part = nodes.tbody() if number else nodes.thead()
            group += part
        line = nodes.row()
        for content in row:
            line += nodes.entry("", nodes.paragraph("", "", content))
        part += line
    return table


def _link_to(document: str) -> addnodes.pending_xref:
    """Return a reference that Sphinx fills with the page's title."""
    return addnodes.pending_xref(
        "",
        nodes.inline("", document),
        refdomain="std",
        reftype="doc",
        refexplicit=False,
        refwarn=True,
        reftarget=f"/{document}",
    )


class Ledger(SphinxDirective):
    """`{ledger}`: every checked claim of the book, read from its outputs."""

    def run(self) -> list[nodes.Node]:
        root = Path(self.env.srcdir)
        self.env.note_dependency(str(root / "_toc.yml"))
        self.env.note_dependency(__file__)
        counts: dict[str, Counter[str]] = {}
        rows = []
        for document, path in toc_notebooks(root):
            self.env.note_dependency(str(path))
            try:
                claims = notebook_claims(path)
            except ValueError as error:
                logger.warning("%s", error, location=self.get_location())
                continue
            target = self.env.app.builder.get_relative_uri(
                self.env.docname, document
            )
            for claim in claims:
                counts.setdefault(document, Counter())[claim["verdict"]] += 1
                rows.append(self._row(claim, target))
        if not rows:
            logger.warning(
                "no notebook of the book holds a claim",
                location=self.get_location(),
            )
            return [nodes.paragraph("", "No claim has been checked yet.")]
        return [self._counts(counts), self._claims(rows)]

    @staticmethod
    def _row(claim: dict[str, str], target: str) -> list[nodes.Node]:
        link = nodes.reference(
            "",
            claim["claim"],
            internal=True,
            refuri=f"{target}#claim-{claim['id']}",
        )
        verdict = nodes.strong("", claim["verdict"])
        found = claim["computed"] or f"cited {claim['cited']}"
        texts = (claim["source"], claim["claimed"], found)
        rest = [nodes.Text(text) for text in texts]
        return [link, *rest, verdict, nodes.Text(claim["note"])]

    @staticmethod
    def _counts(counts: dict[str, Counter[str]]) -> nodes.table:
        def line(name: nodes.Node, found: Counter[str]) -> list[nodes.Node]:
            numbers = [*(found[word] for word in VERDICTS), found.total()]
            return [name, *(nodes.Text(str(number)) for number in numbers)]

        head = [nodes.Text(word) for word in ("chapter", *VERDICTS, "claims")]
        rows = [head]
        for document, found in counts.items():
            rows.append(line(_link_to(document), found))
        if len(counts) > 1:
            every = sum(counts.values(), Counter())
            rows.append(line(nodes.Text("all chapters"), every))
        return _table(["cnn-counts"], [30, *[14] * (len(VERDICTS) + 1)], rows)

    @staticmethod
    def _claims(rows: list[list[nodes.Node]]) -> nodes.table:
        head = ["claim", "source", "claimed", "computed", "verdict", "note"]
        return _table(
            ["cnn-ledger"],
            [25, 15, 12, 12, 12, 24],
            [[nodes.Text(word) for word in head], *rows],
        )


def _use_fork(app: Sphinx, config: Config) -> None:
    """Let a fork's own address win over the one in `_config.yml`."""
    fork = os.environ.get("GITHUB_REPOSITORY")
    if fork:
        server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
        config.html_theme_options["repository_url"] = f"{server}/{fork}"


def _check_notebooks(app: Sphinx) -> None:
    for document, path in toc_notebooks(Path(app.srcdir)):
        for fault in notebook_faults(path):
            logger.warning("%s", fault, location=document)


def _check_alt(app: Sphinx, doctree: nodes.document) -> None:
    """Warn of a picture in the text that has no alternative text."""
    for image in doctree.findall(nodes.image):
        parent: nodes.Element | None = image
        while parent is not None and "cell_output" not in parent.get(
            "classes", []
        ):
            parent = parent.parent
        if parent is None and len(image.get("alt", "")) < SHORTEST_ALT:
            logger.warning(
                "the picture %s has no alternative text",
                image["uri"],
                location=image,
            )


# What axe-core finds in the theme's pages, and what loads for nothing.
# Each replacement leaves a page that already has it as it is.
REPAIRS = (
    # A list may hold list items only (docutils writes another role).
    (r' role="doc-biblioentry"', ' role="listitem"'),
    # What scrolls must be reachable by keyboard.
    (
        r'<div class="pst-scrollable-table-container">',
        '<div class="pst-scrollable-table-container" tabindex="0">',
    ),
    # Thebe (live code by a remote server) is not used, and breaks itself.
    (r"\s*<link [^>]*/sphinx-thebe\.css[^>]*>", ""),
    (r"\s*<script>const THEBE_JS_URL.*?</script>", ""),
    (r"\s*<script [^>]*/sphinx-thebe\.js[^>]*></script>", ""),
    # The icons' style sheet does what this script (1.5 MB) does again.
    (r'\s*<script src="[^"]*/fontawesome/[^"]*"></script>', ""),
    (r'\s*<link [^>]*as="script" href="[^"]*/fontawesome/[^>]*>', ""),
)

UNREAD = (
    "**/*.map",
    "**/*.ttf",
    "sphinx-thebe.*",
    "vendor/fontawesome/*/js/*",
)


def repaired(page: str) -> str:
    """Return a page's HTML with the theme's accessibility faults removed."""
    for pattern, replacement in REPAIRS:
        page = re.sub(pattern, replacement, page)
    return page


def _finish_site(app: Sphinx, exception: Exception | None) -> None:
    """Repair the written pages and drop files that no page reads."""
    if exception or app.builder.format != "html":
        return
    site = Path(app.outdir)
    for path in site.rglob("*.html"):
        page = path.read_text("utf-8")
        better = repaired(page)
        if better != page:
            path.write_text(better, "utf-8")
    for pattern in UNREAD:
        for path in (site / "_static").glob(pattern):
            path.unlink()


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension with Sphinx."""
    app.add_directive("ledger", Ledger)
    app.connect("config-inited", _use_fork)
    app.connect("builder-inited", _check_notebooks)
    app.connect("doctree-read", _check_alt)
    app.connect("build-finished", _finish_site, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
