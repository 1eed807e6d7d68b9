"""The book's Sphinx extension; it needs no PyTorch.

`stored` reads the notebooks' outputs, `markup` says what HTML may not hold,
`ledger` and `cards` are directives, `text` numbers figures, joins folds and
links terms, `pages` finishes and checks what was written.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging

from tools.book.cards import Cards
from tools.book.ledger import Ledger
from tools.book.markup import image_faults, link_faults, markup_faults
from tools.book.pages import finish, site_faults
from tools.book.stored import notebook_faults, toc_documents, toc_notebooks
from tools.book.text import JoinFolds, LinkTerms, NumberFigures

logger = logging.getLogger(__name__)


def _use_fork(app: Sphinx, config: Config) -> None:
    """Let a fork's own address win over the one in `_config.yml`."""
    fork = os.environ.get("GITHUB_REPOSITORY")
    if fork:
        server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
        config.html_theme_options["repository_url"] = f"{server}/{fork}"


def _check_notebooks(app: Sphinx) -> None:
    for _, path in toc_notebooks(Path(app.srcdir)):
        for fault in notebook_faults(path):
            logger.warning("%s", fault)


def _place(document: str, node: nodes.Node) -> str:
    """Return the page of a node, and in a notebook its cell."""
    while node.line is None and node.parent is not None:
        node = node.parent
    # MyST-NB counts cells in the lines of a notebook.
    cell, line = divmod(node.line or 0, 10_000)
    return f"{document}, cell {cell - 1}" if cell else f"{document}:{line}"


def _check_text(app: Sphinx, doctree: nodes.document, document: str) -> None:
    """Warn of what the text may not hold, as of what the outputs may not."""
    for node in doctree.findall():
        faults: Iterable[str] = ()
        if isinstance(node, nodes.image):
            faults = image_faults(node["uri"], node.get("alt", ""))
        elif isinstance(node, nodes.reference):
            faults = link_faults(node.get("refuri", ""))
        elif isinstance(node, nodes.raw) and not _stored(node):
            faults = markup_faults(node.astext())
        elif (
            _has(node, "cell")
            and Path(app.env.doc2path(document)).suffix != ".ipynb"
        ):
            faults = ["holds a code cell, which nothing runs; use a notebook"]
        for fault in faults:
            logger.warning("%s %s", _place(document, node), fault)


def _has(node: nodes.Node, name: str) -> bool:
    return name in getattr(node, "attributes", {}).get("classes", [])


def _stored(node: nodes.Node | None) -> bool:
    """Say whether a node is the output of a cell."""
    while node is not None and not _has(node, "cell_output"):
        node = node.parent
    return node is not None


def _finish_site(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.format == "html":
        site = Path(app.outdir)
        finish(site)
        for fault in site_faults(site, toc_documents(Path(app.srcdir))):
            logger.warning("%s", fault)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension with Sphinx."""
    app.add_directive("ledger", Ledger)
    app.add_directive("cards", Cards)
    app.add_transform(NumberFigures)
    app.add_transform(JoinFolds)
    app.add_post_transform(LinkTerms)
    app.connect("config-inited", _use_fork)
    app.connect("builder-inited", _check_notebooks)
    # Before Thebe's scripts, which `finish` takes out again.
    app.connect("doctree-resolved", _check_text, priority=100)
    app.connect("build-finished", _finish_site, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
