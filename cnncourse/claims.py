"""Claims about networks, checked by the cell that prints them.

A chapter calls `number` or `statement` for each claim, and `table` for all.
The verdict is worked out from what was computed, shown on the page, and
stored beside it in a form that the ledger page collects. Nothing is typed
twice.
"""

import html
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from cnncourse.errors import CourseError

TABLE = "application/vnd.cnncourse.claims+json"
RIGHT, WRONG = "right", "wrong"
OTHERWISE = "right under another definition"
CONDITION = "right under a condition"
# Verdicts and their marks, in the order of a table.
MARKS = {WRONG: "✗", CONDITION: "∴", OTHERWISE: "≈", RIGHT: "✓"}


@dataclass(frozen=True)
class Claim:
    """A claim with its verdict, a row of `Chapter.table`.

    Attributes:
        id: short name, unique in the book; an anchor on the page.
        chapter: the file name of the chapter, without ending.
        claim: what is said.
        source: who says it.
        claimed, computed: as text.
        verdict: one of `MARKS`.
        note: which definition or condition, or what is true instead.
        cited: what was found, and where, if no cell computed it.
        link: an address at which the source can be opened.
    """

    id: str
    chapter: str
    claim: str
    source: str
    claimed: str
    computed: str
    verdict: str
    note: str
    cited: str = ""
    link: str = ""

    @property
    def found(self) -> str:
        """What stands against the claim, and whether a cell computed it."""
        if self.cited:
            return f"cited {self.cited}"
        return f"computed {self.computed}"

    def stored(self) -> dict[str, str]:
        """Return what the notebook keeps; `cited` and `link` where given."""
        optional = ("cited", "link")
        found = asdict(self).items()
        return {key: v for key, v in found if v or key not in optional}

    def __str__(self) -> str:
        note = f" {self.note}" if self.note else ""
        return (
            f"Claim: {self.claim} ({self.source})\n"
            f"claimed {self.claimed}; {self.found}\n"
            f"verdict: {self.verdict}.{note}"
        )

    def row(self) -> str:
        """Return the claim as a row of an HTML table."""
        text = {key: html.escape(v) for key, v in asdict(self).items()}
        source, note = text["source"], text["note"]
        if self.link:
            source = f'<a href="{text["link"]}">{source}</a>'
        note = f"<br>{note}" if note else ""
        found = html.escape(self.found if self.cited else self.computed)
        return (
            f'<tr id="claim-{text["id"]}"><th scope="row">'
            f"{MARKS[self.verdict]} {text['verdict']}</th>"
            f"<td>{text['claim']} <em>({source})</em>{note}</td>"
            f'<td data-label="claimed">{text["claimed"]}</td>'
            f'<td data-label="computed">{found}</td></tr>'
        )


class Table:
    """Claims in one table: wrong ones first, right ones folded."""

    def __init__(self, rows: Sequence[Claim]):
        order = list(MARKS)
        self.rows = sorted(rows, key=lambda row: order.index(row.verdict))

    def __str__(self) -> str:
        return "\n".join(
            f"{MARKS[row.verdict]} {row.verdict}: {row.claim} "
            f"({row.source}) claimed {row.claimed}; {row.found}"
            + (f" | {row.note}" if row.note else "")
            for row in self.rows
        )

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, Any]:
        return {
            "text/plain": str(self),
            "text/html": self.page(),
            TABLE: [row.stored() for row in self.rows],
        }

    def page(self) -> str:
        """Return the table as HTML."""
        open_rows = [row for row in self.rows if row.verdict != RIGHT]
        folded = self.rows[len(open_rows) :]
        counts = ", ".join(
            f"{count} {mark} {verdict}"
            for verdict, mark in MARKS.items()
            if (count := sum(row.verdict == verdict for row in self.rows))
        )
        parts = [_markup(open_rows, f"Claims checked: {counts}.")]
        if folded:
            title = f"{len(folded)} {MARKS[RIGHT]} {RIGHT}"
            parts.append(
                f"<details><summary>{title}</summary>"
                f"{_markup(folded, 'Claims that are right.')}</details>"
            )
        return f'<div class="cnn-claims">{"".join(parts)}</div>'


def _markup(rows: Sequence[Claim], caption: str) -> str:
    if not rows:
        return f"<p>{caption}</p>"
    head = "".join(
        f'<th scope="col">{word}</th>'
        for word in ("verdict", "claim", "claimed", "computed")
    )
    body = "".join(row.row() for row in rows)
    return (
        f'<div class="cnn-table" role="region" tabindex="0" '
        f'aria-label="{caption}">'
        '<p class="cnn-scrolls" hidden>The table scrolls sideways.</p>'
        f"<table><caption><span>{caption}</span></caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


class Chapter:
    """Checks the claims of one chapter.

    Args:
        name: the file name of the chapter, without ending.
    """

    def __init__(self, name: str):
        self.name = name

    def table(self, rows: Sequence[Claim]) -> Table:
        """Return the chapter's claims as one table.

        Args:
            rows: from `number` and `statement`, in any order.

        Raises:
            CourseError: there is no row, or two have the same id.
        """
        ids = [row.id for row in rows]
        twice = sorted({id for id in ids if ids.count(id) > 1})
        if twice or not ids:
            raise CourseError(
                f"The claims {twice or ids} were given; expected at least one "
                "claim, and an id for each. Try another id."
            )
        return Table(rows)

    def number(
        self,
        id: str,
        claim: str,
        *,
        source: str,
        claimed: float,
        computed: float,
        tolerance: float = 0.0,
        otherwise: Mapping[str, float] | None = None,
        provided: Mapping[str, float] | None = None,
        unit: str = "",
        note: str = "",
        cited: str = "",
        link: str = "",
    ) -> Claim:
        """Check a number.

        Args:
            id, claim, source, note, link: as in `Claim`.
            claimed: the number said.
            computed: the number found.
            tolerance: how far the two may lie apart, as a share of the
                number claimed, below 1; half a unit of its last digit,
                usually.
            otherwise: numbers found under other definitions, by definition.
            provided: numbers found under conditions, by condition.
            unit: shown behind both numbers.
            cited: where `computed` was read, if no cell computed it.

        Raises:
            CourseError: the tolerance or the number claimed is out of range.
        """
        if not 0 <= tolerance < 1:
            raise CourseError(
                f"tolerance={tolerance} was given; it is a share of the "
                "number claimed, 0 or more and below 1. Try 0.02."
            )
        if not math.isfinite(claimed):
            raise CourseError(
                f"claimed={claimed} was given; expected a finite number. Try "
                "`statement` for what is no number."
            )

        def fits(value: float) -> bool:
            # Relative throughout: small numbers are no less different.
            return abs(value - claimed) <= (tolerance + 1e-9) * abs(claimed)

        others = [
            *((how, v, OTHERWISE) for how, v in (otherwise or {}).items()),
            *((how, v, CONDITION) for how, v in (provided or {}).items()),
        ]
        match = next((other for other in others if fits(other[1])), None)
        found = _show(computed, unit)
        verdict = WRONG
        if fits(computed):
            verdict = RIGHT
        elif match:
            verdict = match[2]
            note = f"It fits when {match[0]}. {note}".strip()
        for how, value, _ in others:
            found += f"; when {how}: {_show(value, unit)}"
        return self._enter(
            found,
            cited,
            id=id,
            claim=claim,
            source=source,
            claimed=_show(claimed, unit),
            verdict=verdict,
            note=note,
            link=link,
        )

    def statement(
        self,
        id: str,
        claim: str,
        *,
        source: str,
        computed: str,
        holds: bool,
        otherwise: bool = False,
        condition: bool = False,
        claimed: str = "as said",
        note: str = "",
        cited: str = "",
        link: str = "",
    ) -> Claim:
        """Check a statement that is not one number.

        Args:
            id, claim, source, note, link: as in `Claim`.
            computed: what was found, in words and numbers of the cell.
            holds: whether the computation agrees with the claim.
            otherwise: whether it agrees under the definition in `note`.
            condition: whether it agrees under the condition in `note`.
            claimed: the claim as a number or formula, where it has one.
            cited: where `computed` was read, if no cell computed it.

        Raises:
            CourseError: a verdict is not True or False.
        """
        for name, given in (
            ("holds", holds),
            ("otherwise", otherwise),
            ("condition", condition),
        ):
            if not isinstance(given, bool):
                raise CourseError(
                    f"{name}={given!r} was given for {id!r}; expected True "
                    "or False. Try bool(...) around a comparison."
                )
        verdict = WRONG
        if holds:
            verdict = RIGHT
        elif condition or otherwise:
            verdict = CONDITION if condition else OTHERWISE
        return self._enter(
            computed,
            cited,
            id=id,
            claim=claim,
            source=source,
            claimed=claimed,
            verdict=verdict,
            note=note,
            link=link,
        )

    def _enter(self, found: str, cited: str, **fields: str) -> Claim:
        if cited:
            found, cited = "", f"{found} ({cited})"
        return Claim(chapter=self.name, computed=found, cited=cited, **fields)


def _show(value: float, unit: str) -> str:
    if isinstance(value, int) or float(value).is_integer():
        text = f"{int(value):,}"
    else:
        text = f"{value:,.4g}"
    return f"{text} {unit}".strip()
