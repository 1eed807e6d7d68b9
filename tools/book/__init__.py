"""The book's Sphinx extension; it needs no PyTorch.

`stored` reads the notebooks' outputs, `ledger` and `cards` are directives,
`text` numbers figures, joins folds and links terms, `pages` finishes what
was written.
"""

import os
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging

from tools.book.cards import Cards
from tools.book.ledger import Ledger
from tools.book.pages import finish
from tools.book.stored import SHORTEST_ALT, notebook_faults, toc_notebooks
from tools.book.text import JoinFolds, LinkTerms, NumberFigures

logger = logging.getLogger(__name__)


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


def _finish_site(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.format == "html":
        finish(Path(app.outdir))


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension with Sphinx."""
    app.add_directive("ledger", Ledger)
    app.add_directive("cards", Cards)
    app.add_transform(NumberFigures)
    app.add_transform(JoinFolds)
    app.add_post_transform(LinkTerms)
    app.connect("config-inited", _use_fork)
    app.connect("builder-inited", _check_notebooks)
    app.connect("doctree-read", _check_alt)
    app.connect("build-finished", _finish_site, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
