"""What the build does to a page's text: numbers, folds, glossary links."""

import re
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.nodes import make_refnode

from tools.book.stored import FIGURE

CAPTION = re.compile(r"<figcaption\b[^>]*>")
NAME = re.compile(r'<figure\b[^>]*\bid="(fig-[\w-]+)"')
EXPLORER = re.compile(r'<figure\b[^>]*\bdata-explorer="([\w-]+)"')
NETWORKS = re.compile(r'<figure\b[^>]*\bdata-networks="([^"]*)"')

logger = logging.getLogger(__name__)


class NumberFigures(SphinxTransform):
    """Numbers the figures of a page and the links to them.

    `<figure class="cnn-figure" id="fig-NAME">` is linked as `[](#fig-NAME)`
    or `[Figure](#fig-NAME)`; both become "Figure 3". A link to a figure that
    is not on the page is left to MyST, which warns.
    """

    # Before MyST looks for the targets of `(#...)`.
    default_priority = 870

    def apply(self, **kwargs: object) -> None:
        self.number = 0
        self.names: dict[str, int] = {}
        for raw in self.document.findall(nodes.raw):
            if "html" in raw.get("format", ""):
                self.place = raw
                text = FIGURE.sub(self._numbered, raw.astext())
                raw.children = [nodes.Text(text)]
        for link in self.document.findall(nodes.reference):
            name = link.get("refuri", "").removeprefix("#")
            if link.get("id_link") and name in self.names:
                del link["refuri"], link["id_link"]
                link["refid"] = name
                if link.astext() in ("", "Figure"):
                    text = f"Figure {self.names[name]}"
                    link.children = [nodes.inline("", text)]

    def _numbered(self, found: re.Match[str]) -> str:
        """Return a figure with its number in front of its caption."""
        figure, place = found[0], self.place
        self.number += 1
        caption = CAPTION.search(figure)
        if caption is None:
            logger.warning(
                "figure %d has no <figcaption>", self.number, location=place
            )
            return figure
        name = NAME.search(figure)
        if name and name[1] in self.names:
            logger.warning("two figures %s", name[1], location=place)
        if name:
            self.names[name[1]] = self.number
        for file in _files(figure):
            if not Path(self.env.srcdir, "assets", file).is_file():
                logger.warning(
                    "figure %d needs assets/%s, which is missing",
                    self.number,
                    file,
                    location=place,
                )
        at = caption.end()
        number = f'<span class="cnn-number">Figure {self.number}.</span> '
        return figure[:at] + number + figure[at:]


def _files(figure: str) -> Iterator[str]:
    """Yield the files below assets/ that a live figure loads."""
    for name in EXPLORER.findall(figure):
        yield from ("live.js", "panel.js", "pictures.js")
        yield f"explorers/{name}.js"
    for names in NETWORKS.findall(figure):
        yield from (f"networks/{name}.js" for name in names.split())


class JoinFolds(SphinxTransform):
    """Makes neighboring folded cells one: one fold, then their outputs."""

    default_priority = 871

    def apply(self, **kwargs: object) -> None:
        before: nodes.container | None = None
        for cell in list(self.document.findall(nodes.container)):
            if _fold(cell) is None:
                continue
            if before is None or not _follows(cell, before):
                before = cell
                continue
            parts = _parts(before)
            for kind, part in _parts(cell).items():
                if kind in parts:
                    parts[kind].extend(part.children)
                else:
                    before.append(part)
            cell.parent.remove(cell)


def _fold(cell: nodes.container) -> str | None:
    """Return what a code cell folds, or None where it is no folded cell."""
    mode = cell.get("hide_mode")
    return mode if mode in ("input", "all") else None


def _parts(cell: nodes.container) -> dict[str, nodes.container]:
    """Return a cell's source and its outputs, by what MyST-NB calls them."""
    parts = (p for p in cell.children if isinstance(p, nodes.container))
    return {part["nb_element"]: part for part in parts}


def _follows(cell: nodes.container, before: nodes.container) -> bool:
    """Say whether a cell stands right behind another that folds the same."""
    return (
        cell.parent is before.parent
        and cell.parent.index(cell) == cell.parent.index(before) + 1
        and _fold(cell) == _fold(before)
    )


class LinkTerms(SphinxPostTransform):
    """Lets `[jump](glossary.md#term-jump)` find the term.

    MyST looks for headings only, while this form is a working link outside
    of the book as well. What is no term is left to MyST, which warns.
    """

    # Before MyST resolves its references, with priority 9.
    default_priority = 8

    def run(self, **kwargs: object) -> None:
        objects = self.env.get_domain("std").get_objects()
        terms = {
            (document, anchor)
            for _, _, kind, document, anchor, _ in objects
            if kind == "term"
        }
        for link in list(self.document.findall(addnodes.pending_xref)):
            target = link.get("reftarget"), link.get("reftargetid")
            if link.get("refdomain") == "doc" and target in terms:
                link.replace_self(
                    make_refnode(
                        self.app.builder,
                        self.env.docname,
                        *target,
                        nodes.inline("", link.astext()),
                    )
                )
