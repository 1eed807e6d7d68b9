"""Claims about networks, checked by the cell that prints them.

A chapter calls `number` or `statement` in a cell. The verdict is worked out
from what was computed, shown on the page, and stored beside it in a form
that the ledger page collects. Nothing is typed twice.
"""

import html
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from cnncourse.errors import CourseError

MIME = "application/vnd.cnncourse.claim+json"
RIGHT, WRONG = "right", "wrong"
OTHERWISE = "right under another definition"
_MARKS = {RIGHT: "✓", WRONG: "✗", OTHERWISE: "≈"}


@dataclass(frozen=True)
class Claim:
    """A claim with its verdict; shows itself in a notebook.

    Attributes:
        id: short name, unique in the book; an anchor on the page.
        chapter: the file name of the chapter, without ending.
        claim: what is said.
        source: who says it.
        claimed, computed: as text.
        verdict: "right", "wrong" or "right under another definition".
        note: which definition, or what is true instead.
    """

    id: str
    chapter: str
    claim: str
    source: str
    claimed: str
    computed: str
    verdict: str
    note: str

    def __str__(self) -> str:
        note = f" {self.note}" if self.note else ""
        return (
            f"Claim: {self.claim} ({self.source})\n"
            f"claimed {self.claimed}; computed {self.computed}\n"
            f"verdict: {self.verdict}.{note}"
        )

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        text = {key: html.escape(v) for key, v in asdict(self).items()}
        note = f"<p>{text['note']}</p>" if self.note else ""
        markup = (
            f'<div class="cnn-claim" id="claim-{text["id"]}" '
            'style="border-left:4px solid currentColor;padding:0 1em">'
            f"<p><strong>Claim.</strong> {text['claim']} "
            f"<em>({text['source']})</em></p>"
            f"<p>Claimed: {text['claimed']}. Computed: {text['computed']}."
            f"</p><p><strong>{_MARKS[self.verdict]} {text['verdict']}."
            f"</strong></p>{note}</div>"
        )
        return {
            "text/plain": str(self),
            "text/html": markup,
            MIME: asdict(self),
        }


class Chapter:
    """Checks the claims of one chapter.

    Args:
        name: the file name of the chapter, without ending.
    """

    def __init__(self, name: str):
        self.name = name

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
        unit: str = "",
        note: str = "",
    ) -> Claim:
        """Check a number.

        Args:
            id, claim, source, note: as in `Claim`.
            claimed: the number said.
            computed: the number found.
            tolerance: how far the two may lie apart, as a share of the
                number claimed; half a unit of its last digit, usually.
            otherwise: numbers found under other definitions, by definition.
            unit: shown behind both numbers.
        """
        if not tolerance >= 0:
            raise CourseError(
                f"tolerance={tolerance} was given; it is a share of the "
                "number claimed, 0 or more."
            )

        def fits(value: float) -> bool:
            return abs(value - claimed) <= tolerance * abs(claimed) + 1e-12

        others = dict(otherwise or {})
        match = next((how for how, v in others.items() if fits(v)), None)
        found = _show(computed, unit)
        if fits(computed):
            verdict = RIGHT
        elif match:
            verdict = OTHERWISE
            note = f"It fits when {match}. {note}".strip()
        else:
            verdict = WRONG
        for how, value in others.items():
            found += f"; when {how}: {_show(value, unit)}"
        said = _show(claimed, unit)
        return self._enter(id, claim, source, said, found, verdict, note)

    def statement(
        self,
        id: str,
        claim: str,
        *,
        source: str,
        computed: str,
        holds: bool,
        otherwise: bool = False,
        claimed: str = "as said",
        note: str = "",
    ) -> Claim:
        """Check a statement that is not one number.

        Args:
            id, claim, source, note: as in `Claim`.
            computed: what was found, in words and numbers of the cell.
            holds: whether the computation agrees with the claim.
            otherwise: whether it agrees under the definition in `note`.
            claimed: the claim as a number or formula, where it has one.
        """
        verdict = RIGHT if holds else OTHERWISE if otherwise else WRONG
        return self._enter(id, claim, source, claimed, computed, verdict, note)

    def _enter(self, id, claim, source, claimed, computed, verdict, note):
        return Claim(
            id, self.name, claim, source, claimed, computed, verdict, note
        )


def _show(value: float, unit: str) -> str:
    if isinstance(value, int) or float(value).is_integer():
        text = f"{int(value):,}"
    else:
        text = f"{value:,.4g}"
    return f"{text} {unit}".strip()
