"""`{cards}`: the chapters on the front page, with picture and finding."""

import re
from pathlib import Path

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from tools.book.ledger import link_to
from tools.book.stored import first_figure, notebook_finding, toc_notebooks

logger = logging.getLogger(__name__)
PICTURE = re.compile(
    r"<img\b(?![^>]*\shidden)[^>]*>|<svg\b.*?</svg>", re.DOTALL
)


class Cards(SphinxDirective):
    """Shows a card for each chapter of the book."""

    def run(self) -> list[nodes.Node]:
        root = Path(self.env.srcdir)
        self.env.note_dependency(str(root / "_toc.yml"))
        box = nodes.container(classes=["cnn-cards"])
        for document, path in toc_notebooks(root):
            self.env.note_dependency(str(path))
            try:
                finding = notebook_finding(path)
            except ValueError as error:
                logger.warning("%s", error, location=self.get_location())
                continue
            picture = PICTURE.search(first_figure(path))
            # Hidden from screen readers: the figure speaks in its chapter.
            thumbnail = (
                '<div class="cnn-thumbnail" aria-hidden="true">'
                f"{picture[0] if picture else ''}</div>"
            )
            box += nodes.container(
                "",
                nodes.raw("", thumbnail, format="html"),
                nodes.paragraph("", "", link_to(document)),
                nodes.paragraph("", finding),
                classes=["cnn-card"],
            )
        return [box]
