"""What a word on a page rests on: intervals, findings, measured numbers.

An `Interval` says how sure a number is, a `finding` stores whether a sentence
holds, and `measured` and `Results` store numbers with the tolerance within
which another machine must find them again.

The bootstrap resamples the two things that could have been others: the seeds
of a network, and the pictures of the test set (Efron and Tibshirani, *An
Introduction to the Bootstrap*, 1993, chapter 13). Each is resampled by
itself, and the two deviations are added; what one network does on one picture
only counts in both, so that the intervals are a little wide. Ten seeds are
few: the deviation of the seeds is widened until seeds alone give Student's
interval (Hesterberg, *What teachers should know about the bootstrap*, 2015,
section 4.5.1).
"""

import html
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray
from pydantic import AfterValidator, Field
from torch import Tensor, strided

from cnncourse.doors import door
from cnncourse.errors import CourseError
from cnncourse.kinds import Positive
from cnncourse.marks import FINDING, MEASURED

RESAMPLES = 4_000
MOST_GROUPS = 10_000  # of pictures with the same mean over seeds
_NORMAL = 1.959964  # 97.5 % of a normal distribution lie below

Values = dict[str, tuple[float, float]]


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty; expected words that say something")
    return text


def _numbers(*axes: str) -> AfterValidator:
    """Return a check that makes an array of finite numbers."""

    def check(values: Any) -> NDArray[np.float64]:
        if isinstance(values, Tensor):
            if values.is_meta or values.layout != strided:
                raise ValueError("holds no numbers; expected a plain tensor")
            values = values.detach().cpu().double().numpy()
        try:
            found = np.asarray(values)
        except (TypeError, ValueError) as error:
            raise ValueError("holds rows of unequal length") from error
        if found.ndim != len(axes) or len(found) < 2 or not found.size:
            raise ValueError(
                f"has the shape {found.shape}; expected ({', '.join(axes)}) "
                "with at least two seeds; try torch.stack of one row per seed"
            )
        if found.dtype.kind not in "biuf":
            raise ValueError(f"holds {found.dtype} values; expected numbers")
        found = found.astype(float)
        if not (np.abs(found) < 1e100).all():  # squares are still finite
            raise ValueError(
                "holds a number that is not finite; expected finite ones; try "
                "to find the run that diverged"
            )
        return found

    return AfterValidator(check)


Words = Annotated[str, AfterValidator(_said)]
Anchor = Annotated[str, Field(pattern=r"^[\w.-]*$", examples=['"results"'])]
Table = Annotated[Any, _numbers("seeds", "pictures")]
Seeds = Annotated[Any, _numbers("seeds")]


@door
@dataclass(frozen=True)
class Interval:
    """A number with its 95 % interval; prints as "5.3 [2.5, 8.7]".

    Attributes:
        value: the number found.
        low, high: the ends of its interval.
        unit: shown in tables; empty for a ratio.

    Raises:
        CourseError: low lies above high.
    """

    value: float
    low: float
    high: float
    unit: str = "%"

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise CourseError(
                f"low={self.low} and high={self.high} were given; expected "
                "the lower end first; try them the other way round."
            )

    def above(self, x: float) -> bool:
        """Tell whether the whole interval lies above a number."""
        return self.low > x

    def below(self, x: float) -> bool:
        """Tell whether the whole interval lies below a number."""
        return self.high < x

    def excludes(self, x: float) -> bool:
        """Tell whether a number lies outside of the interval."""
        return self.above(x) or self.below(x)

    @property
    def tolerance(self) -> float:
        """How far away another machine may find the number: the width."""
        return max(self.high - self.low, 0.01 * abs(self.value), 1e-6)

    def __str__(self) -> str:
        digits = _digits(self.tolerance / 10)
        value, low, high = (
            f"{number:z.{digits}f}"
            for number in (self.value, self.low, self.high)
        )
        return f"{value} [{low}, {high}]"


@door
def mean(right: Table) -> Interval:
    """Return the mean accuracy in percent, with its interval.

    Where every network gets every picture right (or wrong) the bootstrap
    sees no spread, and the interval is a point.

    Args:
        right: (seeds, pictures), whether a network gets a picture right, or
            any number per network and picture.

    Raises:
        CourseError: right is no table of at least two seeds.
    """
    (point,), (draws,) = _resample([right])
    return _interval(100 * point, 100 * draws)


@door
def difference(a: Table, b: Table, *, same_networks: bool = False) -> Interval:
    """Return the mean of a minus the mean of b, in percentage points.

    Args:
        a, b: (seeds, pictures), as for `mean`, on the same pictures.
        same_networks: whether row i of both comes from one network; without
            it the seeds of a and b have nothing to do with each other.

    Raises:
        CourseError: the shapes do not fit together.
    """
    (x, y), (xs, ys) = _resample([a, b], same_networks)
    return _interval(100 * (x - y), 100 * (xs - ys), "points")


@door
def ratio(a: Table, b: Table, *, same_networks: bool = False) -> Interval:
    """Return the mean of a divided by the mean of b.

    Errors are compared as `ratio(~a, ~b)`; what a change costs as
    `ratio(clean_a.int() - moved_a.int(), clean_b.int() - moved_b.int())`.

    Args:
        a, b, same_networks: as for `difference`.

    Raises:
        CourseError: the mean of b may be zero, or shapes do not fit.
    """
    (x, y), (xs, ys) = _resample([a, b], same_networks)
    if not ys.all() or np.quantile(ys * np.sign(y), 0.025) <= 0:
        raise CourseError(
            f"The mean of b is {y:.3g} and its interval reaches zero, so the "
            "ratio has no bounds; expected a b that differs from zero. Try "
            "difference(a, b)."
        )
    return _interval(x / y, xs / ys, "")


@door
def of_seeds(
    values: Seeds, other: Seeds | None = None, unit: str = "%"
) -> Interval:
    """Return Student's interval where only a number per seed is known.

    It knows nothing of the choice of test pictures.

    Args:
        values: (seeds,) numbers.
        other: (seeds,) numbers of another network; the interval is that of
            the difference, by Welch.
        unit: of the numbers.

    Raises:
        CourseError: there are fewer than two numbers, or one is not finite.
    """
    groups = [values] if other is None else [values, other]
    value = values.mean() - (0 if other is None else other.mean())
    shares = np.array([group.var(ddof=1) / len(group) for group in groups])
    if not shares.any():
        return Interval(float(value), float(value), float(value), unit)
    sizes = np.array([len(group) - 1 for group in groups])
    parts = shares / shares.sum()
    freedom = max(1.0, 1 / (parts**2 / sizes).sum())
    half = student(freedom) * math.sqrt(shares.sum())
    low, high = float(value - half), float(value + half)
    return Interval(float(value), low, high, unit)


@door
def student(freedom: Annotated[float, Field(ge=1, le=1e6)]) -> float:
    """Return the number below which 97.5 % of Student's distribution lie.

    With x = sqrt(n) tan(angle), the density of the angle is cos(angle) to
    the power n - 1, which is summed up here.

    Args:
        freedom: degrees of freedom, 1 to a million, not only whole.
    """
    step = math.pi / 2 / 100_000
    middles = np.arange(100_000) * step + step / 2
    share = np.cumsum(np.cos(middles) ** (freedom - 1))
    angle = np.interp(0.95, share / share[-1], middles + step / 2)
    return math.sqrt(freedom) * math.tan(float(angle))


def _resample(
    tables: list[NDArray[np.float64]], same_networks: bool = False
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the means of (seeds, pictures) tables, and resampled means.

    Returns:
        (tables,) means and (tables, RESAMPLES) means, drawn by a generator of
        their own: the same each time.
    """
    shapes = [table.shape[not same_networks :] for table in tables]
    if any(shape != shapes[0] for shape in shapes):
        raise CourseError(
            f"a has the shape {tables[0].shape} and b {tables[1].shape}; "
            "expected the same test pictures in the same order"
            + (", and the same networks" if same_networks else "")
            + "; try both on data.test."
        )
    generator = np.random.default_rng(0)
    points = np.array([table.mean() for table in tables])
    # Pictures with the same mean over seeds in every table are exchangeable,
    # and few such groups exist: drawing how many of each group is the same
    # as drawing pictures, and a hundred times faster.
    columns = np.stack([table.mean(0) for table in tables])
    groups, sizes = np.unique(columns, axis=1, return_counts=True)
    if len(sizes) > MOST_GROUPS:
        raise CourseError(
            f"{len(sizes)} pictures differ in their means; expected at most "
            f"{MOST_GROUPS}; try fewer pictures, or right and wrong."
        )
    pictures = sizes.sum()
    drawn = generator.multinomial(pictures, sizes / pictures, RESAMPLES)
    draws = groups @ drawn.T / pictures
    at = None
    for table, point, draw in zip(tables, points, draws, strict=True):
        seeds = len(table)
        if at is None or not same_networks:
            at = generator.integers(seeds, size=(RESAMPLES, seeds))
        few = math.sqrt(seeds / (seeds - 1)) * student(seeds - 1) / _NORMAL
        draw += few * (table.mean(1)[at].mean(1) - point)
    return points, draws


def _interval(
    value: float, draws: NDArray[np.float64], unit: str = "%"
) -> Interval:
    low, high = np.quantile(draws, [0.025, 0.975])
    return Interval(float(value), float(low), float(high), unit)


def _digits(step: float) -> int:
    """Return how many decimals show steps of this size."""
    return min(9, max(0, -math.floor(math.log10(step)))) if step > 0 else 3


@door
def markup(text: str) -> str:
    """Return text as HTML; Jupyter takes a formula for what $ encloses."""
    return html.escape(text).replace("$", "<span>$</span>")


@door
def scrolling(
    heads: Sequence[str],
    rows: Sequence[str],
    caption: str,
    note: str = "",
    about: str = 'class="cnn-table"',
) -> str:
    """Return an HTML table in a box of its own that scrolls and says so.

    Args:
        heads: of the columns, as HTML.
        rows: of the body, as HTML.
        caption, note: as text; the note is no part of the table's name.
        about: attributes of the box.
    """
    columns = "".join(f'<th scope="col">{text}</th>' for text in heads)
    return (
        f'<div {about} role="region" tabindex="0" '
        f'aria-label="{html.escape(caption)}">'
        '<p class="cnn-scrolls" hidden>The table scrolls sideways.</p>'
        f"<table><caption><span>{markup(caption + note)}</span></caption>"
        f"<thead><tr>{columns}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


class Shown:
    """Something that a cell shows as text, as HTML, and as stored data."""

    def page(self) -> str:
        """Return the HTML form; empty where the text says it all."""
        return ""

    def stored(self) -> dict[str, Any]:
        """Return what the notebook keeps, by MIME type."""
        raise NotImplementedError

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, Any]:
        bundle = {"text/plain": str(self), "text/html": self.page()}
        return {k: v for k, v in bundle.items() if v} | self.stored()


@door
@dataclass(frozen=True)
class Finding(Shown):
    """A sentence of the page; a test is red when it does not hold.

    Attributes:
        sentence: what the page says.
        holds: a condition, usually on an interval: `gap.above(0)`.
        margin: what it rests on; its numbers may differ between machines.

    Raises:
        CourseError: holds is not True or False, or a text is empty.
    """

    sentence: Words
    holds: bool
    margin: Words | Interval | None = None

    def __str__(self) -> str:
        margin = f" ({_words(self.margin)})" if self.margin else ""
        verdict = "✓" if self.holds else "✗ does not hold:"
        return f"{verdict} {self.sentence}{margin}"

    def page(self) -> str:
        """Return the finding as a line of HTML."""
        return f'<p class="cnn-finding">{markup(str(self))}</p>'

    def stored(self) -> dict[str, Any]:
        """Return sentence and verdict, which are compared exactly."""
        return {FINDING: {"finding": self.sentence, "holds": self.holds}}


finding = Finding


@door
@dataclass(frozen=True)
class Measured(Shown):
    """A number that other machines find again within a tolerance.

    Attributes:
        label: what was measured.
        value: the number, or an interval.
        tolerance: in the unit of the number, above 0; an interval's width
            without it.
        unit: shown behind the number; an interval brings its own.

    Raises:
        CourseError: there is no tolerance, or a number is not finite.
    """

    label: Words
    value: float | Interval
    tolerance: Positive | None = None
    unit: str = ""

    def __str__(self) -> str:
        if isinstance(self.value, Interval):
            text = str(self.value)
        else:
            text = f"{self.value:z,.{_digits(self.near)}f}"
        unit = self.unit or getattr(self.value, "unit", "")
        return f"{self.label}: {text} {unit}".rstrip()

    def __post_init__(self) -> None:
        if not self.near:
            raise CourseError(
                f"{self.label}: {self.value} was given without a tolerance; "
                "expected how far another machine's number may lie from it; "
                "try tolerance=2 for accuracies in percent."
            )

    @property
    def near(self) -> float:
        """The tolerance, as given or by the interval."""
        if isinstance(self.value, Interval):
            return self.tolerance or self.value.tolerance
        return self.tolerance or 0.0

    def stored(self) -> dict[str, Any]:
        """Return value and tolerance."""
        return payload(_entries(self.label, self.value, self.near))


measured = Measured


@door
def payload(
    values: Values, facts: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Return what an output stores so that its numbers can be compared.

    Args:
        values: number and tolerance by label.
        facts: texts that must be the same everywhere, by label.
    """
    rounded = {
        label: [float(f"{number:.6g}") for number in pair]
        for label, pair in values.items()
    }
    return {
        MEASURED: {"values": rounded, **({"facts": facts} if facts else {})}
    }


def _entries(label: str, value: float | Interval, tolerance: float) -> Values:
    if not isinstance(value, Interval):
        return {label: (value, tolerance)}
    ends = {"": value.value, ", low": value.low, ", high": value.high}
    return {label + end: (at, tolerance) for end, at in ends.items()}


def _words(cell: object) -> str:
    return f"{cell} {cell.unit}" if isinstance(cell, Interval) else str(cell)


@runtime_checkable
class Trials(Protocol):
    """Several seeds of one network (see `cnncourse.training`)."""

    def interval(self) -> Interval:
        """Return the mean test accuracy with its interval."""


Cell = Annotated[
    Interval | Trials | bool | int | float | str | None,
    Field(description="an interval, trials, a number or a text"),
]


@door
class Results(Shown):
    """The table of results: networks by conditions.

    Whole numbers and texts are facts, the same on every machine. Other
    numbers, intervals and trials are measured.

    Args:
        rows: cells by column, by row; a cell may be missing.
        caption: the message of the table.
        tolerance: of measured numbers; an interval's width without it.
        corner: what the rows are.
        name: the table's anchor is "tab-" and this name.

    Raises:
        CourseError: there is no row, or a number lacks its tolerance.
    """

    def __init__(
        self,
        rows: Annotated[
            Mapping[
                Words, Annotated[Mapping[Words, Cell], Field(min_length=1)]
            ],
            Field(min_length=1, examples=['{"LeNet-5": {"clean": trials}}']),
        ],
        *,
        caption: Words,
        tolerance: Positive | None = None,
        corner: Words = "network",
        name: Anchor = "",
    ):
        self.caption, self.name = caption, name
        self._values: Values = {}
        self._facts: dict[str, str] = {}
        self._intervals = False
        columns = list(
            dict.fromkeys(key for row in rows.values() for key in row)
        )
        self.lines = [[corner, *columns]]
        for row, cells in rows.items():
            texts = [
                self._enter(f"{row}, {column}", cells.get(column), tolerance)
                for column in columns
            ]
            self.lines.append([row, *texts])

    def _enter(
        self, label: str, cell: Cell | None, tolerance: float | None
    ) -> str:
        """Note a cell's numbers and return its text."""
        if cell is None:
            return "–"
        if label in (*self._facts, *self._values):
            raise CourseError(
                f"rows holds two cells that are both called {label!r}; "
                "expected other names of a row or a column; try them without "
                "a comma."
            )
        if isinstance(cell, str | int):
            plain = isinstance(cell, str | bool)
            self._facts[label] = str(cell) if plain else f"{cell:,}"
            return self._facts[label]
        if not isinstance(cell, float | Interval):
            cell = cell.interval()
        entry = measured(label, cell, tolerance)
        self._values |= _entries(label, cell, entry.near)
        if not isinstance(cell, Interval):
            return f"{cell:z,.{_digits(entry.near)}f}"
        self._intervals = True
        return f"{cell} {cell.unit.removeprefix('%')}".strip()

    def _note(self) -> str:
        return " In brackets: 95 % intervals." if self._intervals else ""

    def __str__(self) -> str:
        widths = [
            max(map(len, column)) for column in zip(*self.lines, strict=True)
        ]
        lines = [
            "  ".join(
                text.rjust(width) if place else text.ljust(width)
                for place, (text, width) in enumerate(
                    zip(line, widths, strict=True)
                )
            ).rstrip()
            for line in self.lines
        ]
        return "\n".join([self.caption + self._note(), *lines])

    def page(self) -> str:
        """Return the table as HTML that scrolls in a box of its own."""
        head, *body = [[markup(t) for t in line] for line in self.lines]
        rows = [
            f'<tr><th scope="row">{row}</th>'
            + "".join(f"<td>{text}</td>" for text in texts)
            + "</tr>"
            for row, *texts in body
        ]
        about = 'class="cnn-table cnn-results"'
        about += f' id="tab-{self.name}"' if self.name else ""
        return scrolling(head, rows, self.caption, self._note(), about)

    def stored(self) -> dict[str, Any]:
        """Return the numbers with their tolerances, and the facts."""
        return payload(self._values, self._facts)
