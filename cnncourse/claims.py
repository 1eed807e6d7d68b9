"""Claims about networks, checked by the cell that prints them.

A chapter calls `number` or `statement` for each claim, and `table` for all.
The verdict is worked out from what was computed, shown on the page, and
stored beside it in a form that the ledger page collects. Nothing is typed
twice.
"""

import html
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from cnncourse.doors import door
from cnncourse.errors import CourseError, unknown
from cnncourse.evidence import Anchor, Shown, Words, markup, scrolling
from cnncourse.marks import CONDITION, MARKS, OTHERWISE, RIGHT, TABLE, WRONG


def _verdict(text: str) -> str:
    if text not in MARKS:
        raise unknown("verdict", text, MARKS)
    return text


Verdict = Annotated[str, AfterValidator(_verdict)]
Name = Annotated[Anchor, Field(min_length=1)]
Link = Annotated[
    str,
    Field(
        pattern=r"^(https?://\S+)?$",
        description="an address of the web, or nothing",
        examples=['"https://doi.org/10.1109/5.726791"'],
    ),
]
Number = Annotated[
    int | float, Field(ge=-1e300, le=1e300, description="a finite number")
]
Numbers = Mapping[Words, Number]
Tolerance = Annotated[float, Field(ge=0, le=0.5, examples=["0.02"])]


@door
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

    id: Name
    chapter: Name
    claim: Words
    source: Words
    claimed: Words
    computed: str
    verdict: Verdict
    note: str
    cited: str = ""
    link: Link = ""

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
        text = {key: markup(v) for key, v in asdict(self).items()}
        source, note = text["source"], text["note"]
        if self.link:
            source = f'<a href="{html.escape(self.link)}">{source}</a>'
        note = f"<br>{note}" if note else ""
        found = markup(self.found if self.cited else self.computed)
        return (
            f'<tr id="claim-{text["id"]}"><th scope="row">'
            f"{MARKS[self.verdict]} {text['verdict']}</th>"
            f"<td>{text['claim']} <em>({source})</em>{note}</td>"
            f'<td data-label="claimed">{text["claimed"]}</td>'
            f'<td data-label="computed">{found}</td></tr>'
        )


@door
class Table(Shown):
    """Claims in one table: wrong ones first, right ones folded.

    Raises:
        CourseError: there is no claim, or two have the same id.
    """

    def __init__(self, rows: Sequence[Claim]):
        ids = [row.id for row in rows]
        twice = sorted({id for id in ids if ids.count(id) > 1})
        if twice or not ids:
            raise CourseError(
                f"The claims {twice or ids} were given; expected at least one "
                "claim, and an id for each. Try another id."
            )
        order = list(MARKS)
        self.rows = sorted(rows, key=lambda row: order.index(row.verdict))

    def __str__(self) -> str:
        return "\n".join(
            f"{MARKS[row.verdict]} {row.verdict}: {row.claim} "
            f"({row.source}) claimed {row.claimed}; {row.found}"
            + (f" | {row.note}" if row.note else "")
            for row in self.rows
        )

    def stored(self) -> dict[str, Any]:
        """Return the claims as the ledger reads them."""
        return {TABLE: [row.stored() for row in self.rows]}

    def page(self) -> str:
        """Return the table as HTML."""
        open_rows = [row for row in self.rows if row.verdict != RIGHT]
        folded = self.rows[len(open_rows) :]
        counts = ", ".join(
            f"{count} {mark} {verdict}"
            for verdict, mark in MARKS.items()
            if (count := sum(row.verdict == verdict for row in self.rows))
        )
        parts = [_table(open_rows, f"Claims checked: {counts}.")]
        if folded:
            title = f"{len(folded)} {MARKS[RIGHT]} {RIGHT}"
            parts.append(
                f"<details><summary>{title}</summary>"
                f"{_table(folded, 'Claims that are right.')}</details>"
            )
        return f'<div class="cnn-claims">{"".join(parts)}</div>'


def _table(rows: Sequence[Claim], caption: str) -> str:
    if not rows:
        return f"<p>{caption}</p>"
    heads = ["verdict", "claim", "claimed", "computed"]
    return scrolling(heads, [row.row() for row in rows], caption)


@door
class Chapter:
    """Checks the claims of one chapter.

    Args:
        name: the file name of the chapter, without ending.
    """

    def __init__(self, name: Name):
        self.name = name

    def table(self, rows: Sequence[Claim]) -> Table:
        """Return the chapter's claims as one table.

        Args:
            rows: from `number` and `statement`, in any order.

        Raises:
            CourseError: there is no row, or two have the same id.
        """
        return Table(rows)

    def number(
        self,
        id: Name,
        claim: Words,
        *,
        source: Words,
        claimed: Number,
        computed: Number,
        tolerance: Tolerance = 0.0,
        otherwise: Numbers | None = None,
        provided: Numbers | None = None,
        unit: str = "",
        note: str = "",
        cited: str = "",
        link: Link = "",
    ) -> Claim:
        """Check a number.

        Args:
            id, claim, source, note, link: as in `Claim`.
            claimed: the number said.
            computed: the number found.
            tolerance: how far the two may lie apart, as a share of the
                number claimed, at most a half; half a unit of its last
                digit, usually.
            otherwise: numbers found under other definitions, by definition.
            provided: numbers found under conditions, by condition.
            unit: shown behind both numbers.
            cited: where `computed` was read, if no cell computed it.

        Raises:
            CourseError: a number is none, or the tolerance is out of range.
        """
        # Relative throughout: small numbers are no less different. What is
        # said to be zero may be a sum that was rounded.
        far = (tolerance + 1e-9) * abs(claimed) or 1e-15

        def fits(value: float) -> bool:
            return abs(value - claimed) <= far

        others = [
            *((how, v, OTHERWISE) for how, v in (otherwise or {}).items()),
            *((how, v, CONDITION) for how, v in (provided or {}).items()),
        ]
        match = next((other for other in others if fits(other[1])), None)
        how, _, kind = ("", 0, "") if fits(computed) or not match else match
        if kind:
            note = f"It fits when {how}. {note}".strip()
        found = _show(computed, unit)
        for how, value, _ in others:
            found += f"; when {how}: {_show(value, unit)}"
        return self.statement(
            id,
            claim,
            source=source,
            computed=found,
            holds=fits(computed),
            otherwise=kind == OTHERWISE,
            condition=kind == CONDITION,
            claimed=_show(claimed, unit),
            note=note,
            cited=cited,
            link=link,
        )

    def statement(
        self,
        id: Name,
        claim: Words,
        *,
        source: Words,
        computed: Words,
        holds: bool,
        otherwise: bool = False,
        condition: bool = False,
        claimed: Words = "as said",
        note: str = "",
        cited: str = "",
        link: Link = "",
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
        verdict = WRONG
        if holds:
            verdict = RIGHT
        elif condition or otherwise:
            verdict = CONDITION if condition else OTHERWISE
        if cited:
            computed, cited = "", f"{computed} ({cited})"
        return Claim(
            id,
            self.name,
            claim,
            source,
            claimed,
            computed,
            verdict,
            note,
            cited,
            link,
        )


def _show(value: float, unit: str) -> str:
    if isinstance(value, int) or value.is_integer():
        text = f"{int(value):,}"
    else:
        text = f"{value:,.4g}"
    return f"{text} {unit}".strip()
