"""`{ledger}`: every checked claim of the book, read from stored outputs."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from cnncourse.marks import MARKS
from tools.book.stored import notebook_claims, toc_notebooks

HEAD = ("verdict", "claim", "claimed", "computed", "chapter")
WIDTHS = (15, 30, 15, 27, 13)  # percent
FILTERS = {"verdict": 0, "chapter": 4}  # name, column

logger = logging.getLogger(__name__)


def link_to(document: str) -> addnodes.pending_xref:
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


def _table(
    classes: list[str],
    widths: Iterable[int],
    rows: Iterable[list[list[nodes.Node]]],
) -> nodes.table:
    """Return a table of rows of cells of paragraphs; the first is the head."""
    widths = list(widths)
    table = nodes.table(classes=classes)
    group = nodes.tgroup(cols=len(widths))
    table += group
    for width in widths:
        group += nodes.colspec(colwidth=width)
    head, *body = [
        nodes.row("", *(nodes.entry("", *cell) for cell in row))
        for row in rows
    ]
    group += [nodes.thead("", head), nodes.tbody("", *body)]
    return table


def _words(text: str, *classes: str) -> list[nodes.Node]:
    return [nodes.paragraph("", text, classes=list(classes))]


def _verdict(verdict: str) -> str:
    return f"{MARKS[verdict]} {verdict}"


class Ledger(SphinxDirective):
    """Shows how many claims got which verdict, a filter, and the claims."""

    def run(self) -> list[nodes.Node]:
        root = Path(self.env.srcdir)
        self.env.note_dependency(str(root / "_toc.yml"))
        self.env.note_dependency(__file__)
        found: list[tuple[str, dict[str, str]]] = []
        for document, path in toc_notebooks(root):
            self.env.note_dependency(str(path))
            try:
                claims = notebook_claims(path)
            except ValueError as error:
                logger.warning("%s", error, location=self.get_location())
                continue
            found += [(document, claim) for claim in claims]
        if not found:
            logger.warning(
                "no notebook of the book holds a claim",
                location=self.get_location(),
            )
            return _words("No claim has been checked yet.")
        order = list(MARKS)
        found.sort(key=lambda pair: order.index(pair[1]["verdict"]))
        rows = [self._row(document, claim) for document, claim in found]
        head = [_words(word) for word in HEAD]
        return [
            self._counts(found),
            self._filters(len(rows)),
            _table(["cnn-ledger"], WIDTHS, [head, *rows]),
        ]

    def _row(
        self, document: str, claim: dict[str, str]
    ) -> list[list[nodes.Node]]:
        builder = self.env.app.builder
        target = builder.get_relative_uri(self.env.docname, document)
        link = nodes.reference(
            "",
            claim["claim"],
            internal=True,
            refuri=f"{target}#claim-{claim['id']}",
        )
        verdict = nodes.strong("", _verdict(claim["verdict"]))
        source: nodes.Node = nodes.Text(claim["source"])
        if claim["link"]:
            source = nodes.reference(
                "", claim["source"], internal=False, refuri=claim["link"]
            )
        found = claim["computed"] or f"cited: {claim['cited']}"
        computed = _words(found)
        if claim["note"]:
            computed += _words(claim["note"], "cnn-aside")
        return [
            [nodes.paragraph("", "", verdict)],
            [
                nodes.paragraph("", "", link),
                nodes.paragraph("", "", source, classes=["cnn-aside"]),
            ],
            _words(claim["claimed"]),
            computed,
            [nodes.paragraph("", "", link_to(document))],
        ]

    @staticmethod
    def _counts(found: list[tuple[str, dict[str, str]]]) -> nodes.table:
        counts: dict[str, Counter[str]] = {}
        for document, claim in found:
            counts.setdefault(document, Counter())[claim["verdict"]] += 1

        def line(
            name: list[nodes.Node], counter: Counter[str]
        ) -> list[list[nodes.Node]]:
            numbers = [*(counter[word] for word in MARKS), counter.total()]
            return [name, *(_words(str(number)) for number in numbers)]

        heads = ("chapter", *map(_verdict, MARKS), "claims")
        rows = [[_words(word) for word in heads]]
        for document, counter in counts.items():
            rows.append(
                line([nodes.paragraph("", "", link_to(document))], counter)
            )
        if len(counts) > 1:
            every = sum(counts.values(), Counter())
            rows.append(line(_words("all chapters"), every))
        return _table(["cnn-counts"], [28, 12, 18, 18, 12, 12], rows)

    @staticmethod
    def _filters(count: int) -> nodes.raw:
        """Return the controls; the page's script shows and fills them."""
        controls = "".join(
            f'<label>{name} <select data-column="{column}">'
            f'<option value="">all</option></select></label>'
            for name, column in FILTERS.items()
        )
        return nodes.raw(
            "",
            f'<form class="cnn-filter" hidden>{controls}'
            f'<output aria-live="polite">{count} claims'
            "</output></form>",
            format="html",
        )
