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
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cnncourse.errors import CourseError

FINDING = "application/vnd.cnncourse.finding+json"
MEASURED = "application/vnd.cnncourse.measured+json"
RESAMPLES = 4_000
_NORMAL = 1.959964  # 97.5 % of a normal distribution lie below

Values = dict[str, tuple[float, float]]


@dataclass(frozen=True)
class Interval:
    """A number with its 95 % interval; prints as "5.3 [2.5, 8.7]".

    Attributes:
        value: the number found.
        low, high: the ends of its interval.
        unit: shown in tables; empty for a ratio.
    """

    value: float
    low: float
    high: float
    unit: str = "%"

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


def mean(right: ArrayLike) -> Interval:
    """Return the mean accuracy in percent, with its interval.

    Where every network gets every picture right (or wrong) the bootstrap
    sees no spread, and the interval is a point.

    Args:
        right: (seeds, pictures), whether a network gets a picture right, or
            any number per network and picture.

    Raises:
        CourseError: right is no table of at least two seeds.
    """
    (point,), (draws,) = _resample([_table(right, "right")])
    return _interval(100 * point, 100 * draws)


def difference(
    a: ArrayLike, b: ArrayLike, *, same_networks: bool = False
) -> Interval:
    """Return the mean of a minus the mean of b, in percentage points.

    Args:
        a, b: (seeds, pictures), as for `mean`, on the same pictures.
        same_networks: whether row i of both comes from one network; without
            it the seeds of a and b have nothing to do with each other.

    Raises:
        CourseError: the shapes do not fit together.
    """
    (x, y), (xs, ys) = _resample(_pair(a, b, same_networks), same_networks)
    return _interval(100 * (x - y), 100 * (xs - ys), "points")


def ratio(
    a: ArrayLike, b: ArrayLike, *, same_networks: bool = False
) -> Interval:
    """Return the mean of a divided by the mean of b.

    Errors are compared as `ratio(~a, ~b)`; what a change costs as
    `ratio(clean_a.int() - moved_a.int(), clean_b.int() - moved_b.int())`.

    Args:
        a, b, same_networks: as for `difference`.

    Raises:
        CourseError: the mean of b may be zero, or shapes do not fit.
    """
    (x, y), (xs, ys) = _resample(_pair(a, b, same_networks), same_networks)
    if y == 0 or np.quantile(ys * np.sign(y), 0.025) <= 0:
        raise CourseError(
            f"The mean of b is {y:.3g} and its interval reaches zero, so the "
            "ratio has no bounds; expected a b that differs from zero. Try "
            "difference(a, b)."
        )
    with np.errstate(divide="ignore"):
        return _interval(x / y, xs / ys, "")


def of_seeds(
    values: ArrayLike, other: ArrayLike | None = None, unit: str = "%"
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
    groups = [_seeds(values)] + ([] if other is None else [_seeds(other)])
    value = groups[0].mean() - (groups[1].mean() if other is not None else 0)
    shares = np.array([group.var(ddof=1) / len(group) for group in groups])
    if not shares.any():
        return Interval(float(value), float(value), float(value), unit)
    sizes = np.array([len(group) - 1 for group in groups])
    freedom = shares.sum() ** 2 / (shares**2 / sizes).sum()
    half = student(freedom) * math.sqrt(shares.sum())
    low, high = float(value - half), float(value + half)
    return Interval(float(value), low, high, unit)


def student(freedom: float) -> float:
    """Return the number below which 97.5 % of Student's distribution lie.

    With x = sqrt(n) tan(angle), the density of the angle is cos(angle) to
    the power n - 1, which is summed up here.

    Args:
        freedom: degrees of freedom, 1 or more, not only whole.
    """
    step = math.pi / 2 / 100_000
    middles = np.arange(100_000) * step + step / 2
    share = np.cumsum(np.cos(middles) ** (freedom - 1))
    angle = np.interp(0.95, share / share[-1], middles + step / 2)
    return math.sqrt(freedom) * math.tan(float(angle))


def _table(values: ArrayLike, name: str) -> NDArray[np.float64]:
    table = _array(values)
    if table.ndim != 2 or len(table) < 2 or not table.size:
        raise CourseError(
            f"{name} has the shape {table.shape}; expected (seeds, pictures) "
            "with at least two seeds. Try torch.stack of one row per seed."
        )
    return _finite(table, name)


def _seeds(values: ArrayLike) -> NDArray[np.float64]:
    row = _array(values)
    if row.ndim != 1 or len(row) < 2:
        raise CourseError(
            f"values has the shape {row.shape}; expected one number per seed, "
            "for at least two seeds. Try more seeds."
        )
    return _finite(row, "values")


def _array(values: Any) -> NDArray[np.float64]:
    values = values.cpu() if hasattr(values, "cpu") else values
    return np.asarray(values, dtype=float)


def _finite(table: NDArray[np.float64], name: str) -> NDArray[np.float64]:
    if not np.isfinite(table).all():
        raise CourseError(
            f"{name} holds a number that is not finite; expected finite ones. "
            "Try to find the run that diverged."
        )
    return table


def _pair(
    a: ArrayLike, b: ArrayLike, same_networks: bool
) -> list[NDArray[np.float64]]:
    tables = [_table(a, "a"), _table(b, "b")]
    shapes = [table.shape for table in tables]
    start = 0 if same_networks else 1
    if shapes[0][start:] != shapes[1][start:]:
        raise CourseError(
            f"a has the shape {shapes[0]} and b {shapes[1]}; expected the "
            "same test pictures in the same order"
            + (", and the same networks" if same_networks else "")
            + ". Try both on data.test."
        )
    return tables


def _resample(
    tables: list[NDArray[np.float64]], same_networks: bool = False
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the means of (seeds, pictures) tables, and resampled means.

    Returns:
        (tables,) means and (tables, RESAMPLES) means, drawn by a generator of
        their own: the same each time.
    """
    generator = np.random.default_rng(0)
    points = np.array([table.mean() for table in tables])
    # Pictures with the same mean over seeds in every table are exchangeable,
    # and few such groups exist: drawing how many of each group is the same
    # as drawing pictures, and a hundred times faster.
    columns = np.stack([table.mean(0) for table in tables])
    groups, sizes = np.unique(columns, axis=1, return_counts=True)
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


@dataclass(frozen=True)
class Finding(Shown):
    """A sentence with a verdict; made by `finding`."""

    sentence: str
    holds: bool
    margin: str | Interval = ""

    def __str__(self) -> str:
        margin = f" ({_words(self.margin)})" if self.margin else ""
        verdict = "✓" if self.holds else "✗ does not hold:"
        return f"{verdict} {self.sentence}{margin}"

    def page(self) -> str:
        """Return the finding as a line of HTML."""
        return f'<p class="cnn-finding">{html.escape(str(self))}</p>'

    def stored(self) -> dict[str, Any]:
        """Return sentence and verdict, which are compared exactly."""
        return {FINDING: {"finding": self.sentence, "holds": self.holds}}


def finding(
    sentence: str, holds: bool, margin: str | Interval = ""
) -> Finding:
    """Check a sentence of the page; a test is red when it does not hold.

    Args:
        sentence: what the page says.
        holds: a condition, usually on an interval: `gap.above(0)`.
        margin: what it rests on; its numbers may differ between machines.

    Raises:
        CourseError: holds is not True or False.
    """
    if not isinstance(holds, bool | np.bool_):
        raise CourseError(
            f"holds={holds!r} was given for {sentence!r}; expected True or "
            "False. Try a comparison, such as gap.above(0)."
        )
    return Finding(sentence, bool(holds), margin)


@dataclass(frozen=True)
class Measured(Shown):
    """A number that came out of training; made by `measured`."""

    label: str
    value: float | Interval
    tolerance: float
    unit: str = ""

    def __str__(self) -> str:
        if isinstance(self.value, Interval):
            text = str(self.value)
        else:
            text = f"{self.value:z,.{_digits(self.tolerance)}f}"
        return f"{self.label}: {text} {self.unit}".rstrip()

    def stored(self) -> dict[str, Any]:
        """Return value and tolerance."""
        return payload(_entries(self.label, self.value, self.tolerance))


def measured(
    label: str,
    value: float | Interval,
    tolerance: float | None = None,
    unit: str = "",
) -> Measured:
    """Show a number that other machines find again within a tolerance.

    Args:
        label: what was measured.
        value: the number, or an interval.
        tolerance: in the unit of the number; an interval's width without it.
        unit: shown behind the number; an interval brings its own.

    Raises:
        CourseError: there is no tolerance, or a number is not finite.
    """
    if isinstance(value, Interval):
        unit = unit or value.unit
    return Measured(label, value, _tolerance(label, value, tolerance), unit)


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


def _tolerance(
    label: str, value: float | Interval, tolerance: float | None
) -> float:
    number = value.value if isinstance(value, Interval) else value
    if tolerance is None and isinstance(value, Interval):
        tolerance = value.tolerance
    if tolerance is None or not (
        math.isfinite(number) and 0 <= tolerance < math.inf
    ):
        raise CourseError(
            f"{label}: value={number} and tolerance={tolerance} were given; "
            "expected a finite number and how far another machine's may lie "
            "from it. Try tolerance=2 for accuracies in percent."
        )
    return tolerance


def _entries(label: str, value: float | Interval, tolerance: float) -> Values:
    if not isinstance(value, Interval):
        return {label: (value, tolerance)}
    ends = {"": value.value, ", low": value.low, ", high": value.high}
    return {label + end: (at, tolerance) for end, at in ends.items()}


def _words(cell: object) -> str:
    return f"{cell} {cell.unit}" if isinstance(cell, Interval) else str(cell)


class Trials(Protocol):
    """Several seeds of one network (see `cnncourse.training`)."""

    def interval(self) -> Interval:
        """Return the mean test accuracy with its interval."""


Cell = Interval | Trials | str | float


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
        rows: Mapping[str, Mapping[str, Cell]],
        *,
        caption: str,
        tolerance: float | None = None,
        corner: str = "network",
        name: str = "",
    ):
        if not rows or not any(rows.values()):
            raise CourseError(
                f"rows={rows!r} was given; a table of results needs at least "
                "one row with one cell. Try {'LeNet-5': {'clean': trials}}."
            )
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
        if isinstance(cell, str | int):
            plain = isinstance(cell, str | bool)
            self._facts[label] = str(cell) if plain else f"{cell:,}"
            return self._facts[label]
        if not isinstance(cell, float | Interval):
            if not hasattr(cell, "interval"):
                raise CourseError(
                    f"{label}: {cell!r} was given; a cell is an interval, "
                    "trials, a number or a text. Try float(...)."
                )
            cell = cell.interval()
        entry = measured(label, cell, tolerance)
        self._values |= _entries(label, cell, entry.tolerance)
        if not isinstance(cell, Interval):
            return f"{cell:z,.{_digits(entry.tolerance)}f}"
        self._intervals = True
        return f"{cell} {cell.unit.removeprefix('%')}".strip()

    def _caption(self) -> str:
        note = " In brackets: 95 % intervals." if self._intervals else ""
        return self.caption + note

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
        return "\n".join([self._caption(), *lines])

    def page(self) -> str:
        """Return the table as HTML that scrolls in a box of its own."""
        head, *body = [[html.escape(t) for t in line] for line in self.lines]
        columns = "".join(f'<th scope="col">{text}</th>' for text in head)
        rows = "".join(
            f'<tr><th scope="row">{row}</th>'
            + "".join(f"<td>{text}</td>" for text in texts)
            + "</tr>"
            for row, *texts in body
        )
        anchor = f' id="tab-{self.name}"' if self.name else ""
        return (
            f'<div class="cnn-table cnn-results"{anchor} role="region" '
            f'tabindex="0" aria-label="{html.escape(self.caption)}">'
            '<p class="cnn-scrolls" hidden>The table scrolls sideways.</p>'
            f"<table><caption><span>{html.escape(self._caption())}</span>"
            f"</caption><thead><tr>{columns}</tr></thead>"
            f"<tbody>{rows}</tbody></table></div>"
        )

    def stored(self) -> dict[str, Any]:
        """Return the numbers with their tolerances, and the facts."""
        return payload(self._values, self._facts)
