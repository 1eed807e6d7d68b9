"""Pictures of what a network is, holds and does.

Every function returns a `Picture`: a figure that carries its caption, a
description in words and its numbers, so that it can be read on a page (light
or dark), in a notebook, and by a screen reader, and compared by a test.
"""

import base64
import hashlib
import html
import io
import re
import warnings
from collections.abc import Mapping, Sequence
from contextlib import ContextDecorator, suppress
from functools import partial
from typing import Annotated, Any, cast

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator
from PIL import Image
from pydantic import AfterValidator, Field
from torch import Tensor, nn

from cnncourse.augmentation import Augment, inputs
from cnncourse.augmentation.augment import Count as Changes
from cnncourse.doors import door, shown
from cnncourse.errors import CourseError, told, unknown
from cnncourse.evidence import Interval, payload
from cnncourse.kinds import Anchor, Caption, Count, Label, Model, NotNegative

# Okabe and Ito's palette, without black and yellow.
COLORS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00")
MARKERS = ("o", "s", "^", "D", "v", "P")
DASHES = ("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)), (0, (1, 1)))

# Text and axes. The page's own color takes its place in an SVG; in a PNG it
# has the same contrast, 4.2, on white and on the theme's dark ground.
INK = "#7b7b7b"
WIDTH = 480  # pixels; a phone of 390 pixels shows a figure at 350
FONT = 15.5  # pixels, 11.3 on that phone

# Number and tolerance by place, by series.
Data = Mapping[str, Mapping[str, tuple[float, NotNegative]]]
Numbers = np.ndarray | Tensor | Sequence[float]

STYLE: Any = {  # matplotlib's stubs know each key by name
    "axes.edgecolor": INK,
    "axes.grid": True,
    "axes.labelcolor": INK,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlesize": "medium",
    "figure.constrained_layout.use": True,
    "figure.dpi": 72,
    "font.size": FONT,
    "grid.alpha": 0.3,
    "grid.color": INK,
    "legend.frameon": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "cnncourse",
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
}


# What an SVG by matplotlib can do without.
EMPTY = (
    r' transform="rotate\(-0 [^"]*"',
    r'<path d="[^"]*" style="fill: none"/>',
    "<defs></defs>",
    "<g/>",
    "<g></g>",
    "<g></g>",
)

styled = cast(ContextDecorator, plt.rc_context(STYLE))


def _telling(alt: str) -> str:
    if len(alt) < 20 or len(set(filter(str.isalnum, alt.lower()))) < 8:
        raise ValueError(
            f"is {shown(alt)}, too short or of too few letters to stand for "
            "a figure; expected a sentence that says what is drawn"
        )
    return alt


def _colors(name: str) -> str:
    if name not in plt.colormaps:
        raise unknown("color map", name, plt.colormaps)
    return name


def _finite(tensor: Tensor, *sizes: int) -> bool:
    """Tell whether all is finite in a tensor of so many axes."""
    good = inputs.plain(tensor) and tensor.numel() > 0 and tensor.ndim in sizes
    return good and bool((tensor.detach().float().abs() < 1e30).all())


def _whole(name: str, tensor: Tensor, size: int) -> None:
    """Refuse what is not finite, or not of so many axes."""
    if not _finite(tensor, size):
        shape = ", ".join(("batch", "channels", "height", "width")[-size:])
        raise CourseError(
            f"{name} is {shown(tensor)}; expected finite numbers ({shape}); "
            "try data.normalize(images), or one item of it."
        )


Alt = Annotated[Caption, AfterValidator(_telling)]
Colors = Annotated[str, AfterValidator(_colors)]
Columns = Annotated[int, Field(ge=1, le=64)]
Inches = Annotated[float, Field(gt=0, le=100)]
Some = Field(min_length=1, max_length=36)


@door
class Picture:
    """A figure with a caption, an alternative text, and its numbers.

    Args:
        figure: drawn by matplotlib on `axes`; it is closed.
        caption: the message of the figure, in a sentence.
        alt: what the figure shows, for those who do not see it.
        name: the anchor is "fig-" and this name; prose links to it.
        data: what is drawn, with tolerances; without it a test compares the
            drawing itself, which must then be the same on every machine.
    """

    def __init__(
        self,
        figure: Figure,
        caption: Caption,
        alt: Alt,
        *,
        name: Anchor = "",
        data: Data | None = None,
    ):
        self.caption, self.alt, self.name = caption, alt, name
        self.data = data or {}
        self._values = {
            f"{series}, {place}": pair
            for series, places in self.data.items()
            for place, pair in places.items()
        }
        if len(self._values) < sum(map(len, self.data.values())):
            raise CourseError(
                f"data={shown(data)} was given, in which two numbers get one "
                "label; expected different ones; try names without a comma."
            )
        self.svg = svg(figure, alt)

    def __str__(self) -> str:
        lines = [
            f"{series}: {', '.join(f'{v:.3g}' for v, _ in places.values())}"
            for series, places in self.data.items()
        ]
        return "\n".join([f"Figure: {self.caption} [{self.alt}]", *lines])

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, Any]:
        anchor = f' id="fig-{self.name}"' if self.name else ""
        markup = (
            f'<figure class="cnn-figure"{anchor}>{self.svg}'
            f"<figcaption>{html.escape(self.caption)}</figcaption></figure>"
        )
        stored = payload(self._values) if self._values else {}
        return {"text/plain": str(self), "text/html": markup, **stored}


def _saved(figure: Figure, **options: Any) -> bytes:
    """Return the file of a figure, and close it."""
    raw, size = io.BytesIO(), figure.get_size_inches()
    if size.prod() > 2_000:
        raise CourseError(
            f"figure is {size} inches large; expected at most 2000 square "
            "inches; try axes(6, 4)."
        )
    problem = "The figure cannot be drawn"
    with (
        warnings.catch_warnings(),
        told(problem, "Try shorter titles and labels, or a larger figure."),
    ):
        warnings.filterwarnings("error", "constrained_layout not applied")
        if options["format"] == "svg":  # the page has other fonts
            warnings.filterwarnings("ignore", "Glyph")
        try:
            figure.savefig(raw, transparent=True, **options)
        finally:
            plt.close(figure)
    return raw.getvalue()


@door
@styled
def svg(figure: Figure, alt: Alt) -> str:
    """Return a figure as SVG for a page's text, and close it.

    Text stays text in the page's font and color, the ground is transparent,
    and no name collides with one of another figure.
    """
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    text = _saved(figure, format="svg", metadata=nothing).decode()
    # Words stay as they are, whatever they look like.
    words: list[str] = []

    def take(found: re.Match[str]) -> str:
        words.append(found[0])
        return f"\0{len(words) - 1}\0"

    def put(text: str) -> str:
        return re.sub(r"\0(\d+)\0", lambda found: words[int(found[1])], text)

    text = re.sub(r"(?<=>)[^<>]*[^<>\s][^<>]*(?=<)", take, text)
    text = text[text.index("<svg") :]
    _, _, width, height = re.findall(r'viewBox="([^"]*)"', text)[0].split()
    # Its style sheet would reach the whole page.
    text = re.sub(r"<style.*?</style>", "", text, flags=re.DOTALL)
    text = re.sub(r" *font-family: [^;\"]*;?", "", text)
    text = text.replace("xlink:href", "href").replace(INK, "currentColor")
    used = set(re.findall(r"#([\w-]+)", text))
    text = re.sub(
        r' id="([^"]*)"', lambda m: m[0] if m[1] in used else "", text
    )
    text = re.sub(
        r'(?<= )(?:d|x|y|transform)="[^"]*"',
        lambda m: re.sub(r"\.\d{3,}", _round, m[0]),
        text,
    )
    text = re.sub(r'(?<=base64,)[^"]*', _smaller, text)
    text = re.sub(r"\s+", " ", text).replace("> <", "><")
    for nothing_seen in EMPTY:
        text = re.sub(nothing_seen, "", text)
    mark = "m" + hashlib.sha256(put(text).encode()).hexdigest()[:8]
    text = re.sub(r' id="|href="#|url\(#', rf"\g<0>{mark}-", text)
    head = (
        f'<svg role="img" aria-label="{html.escape(alt)}" '
        f'viewBox="0 0 {width} {height}" width="{float(width):.0f}" '
        'stroke-linejoin="round" style="max-width:100%;height:auto">'
    )
    return head + put(text[text.index(">") + 1 :]).strip()


def _smaller(encoded: re.Match[str]) -> str:
    """Return a PNG without line breaks, gray pixels in one channel."""
    raw = base64.b64decode(encoded[0])
    picture, small = Image.open(io.BytesIO(raw)).convert("RGBA"), io.BytesIO()
    gray = picture.convert("L")
    if gray.convert("RGBA").tobytes() == picture.tobytes():
        gray.save(small, format="png", optimize=True)
        raw = small.getvalue()
    return base64.b64encode(raw).decode()


def _round(digits: re.Match[str]) -> str:
    return digits[0][:3]


@door
def png(figure: Figure) -> bytes:
    """Return a figure as a small PNG, the same bytes each time; close it."""
    small, nothing = io.BytesIO(), {"Software": None}
    raw = _saved(figure, format="png", dpi=144, metadata=nothing)
    picture = Image.open(io.BytesIO(raw)).convert("RGBA")
    picture = picture.quantize(128, Image.Quantize.FASTOCTREE)
    picture.save(small, format="png", optimize=True)
    return small.getvalue()


@door
def data_uri(picture: bytes) -> str:
    """Return a PNG as an address that needs no file."""
    return "data:image/png;base64," + base64.b64encode(picture).decode()


@door
@styled
def axes(
    width: Inches = WIDTH / 72,
    height: Inches = 3.75,
    *,
    nrows: Count = 1,
    ncols: Count = 1,
    **options: Any,
) -> tuple[Figure, Any]:
    """Return a figure and its axes, in the style of the book.

    Args:
        width, height: in inches of 72 pixels.
        nrows, ncols: how many axes.
        options: others of `matplotlib.pyplot.subplots`.
    """
    if nrows * ncols > 256:
        raise CourseError(f"{nrows * ncols} axes are too many; try up to 256.")
    with told("The axes cannot be made", "Try axes(6.4, 3.2, ncols=2)."):
        return plt.subplots(nrows, ncols, figsize=(width, height), **options)


def _legend(figure: Figure, handles: list[Any], names: Sequence[str]) -> None:
    """Put the legend above the axes, in as many columns as fit."""
    longest = max(map(len, names)) * FONT * 0.55 + 4 * FONT
    columns = max(1, min(len(names), int(WIDTH / longest)))
    if len(names) > 1:
        where: Any = "outside upper left"
        legend = figure.legend(handles, names, loc=where, ncols=columns)
        for text in legend.get_texts():
            text.set_parse_math(False)
        # Rows of the legend make the figure taller, not the axes lower.
        rows = -(-len(names) // columns)
        figure.set_figheight(figure.get_figheight() + (rows - 1) * 20 / 72)


def _table(key: str, values: Numbers | Sequence[Numbers]) -> np.ndarray:
    """Return numbers as (seeds, points)."""
    remedy = "Give up to 50,000 finite numbers, (points,) or (seeds, points)."
    with told(f"{key!r} cannot be read as numbers", remedy):
        if isinstance(values, np.ndarray | Tensor):
            values = values.tolist()
        rows = [r if np.isscalar(r) else np.asarray(r) for r in values]
        table = np.atleast_2d(np.array(rows))
    good = table.dtype.kind in "iuf" and table.ndim == 2
    if not (good and 0 < table.size <= 50_000 and (abs(table) < 1e30).all()):
        raise CourseError(
            f"{key!r} holds {table.dtype} of shape {table.shape}. {remedy}"
        )
    return table.astype(float)


@door
@styled
def curves(
    lines: Annotated[Mapping[Label, Numbers | Sequence[Numbers]], Some],
    x: Numbers | None = None,
    *,
    x_label: Label,
    y_label: Label,
    caption: Caption,
    name: Anchor = "",
    log_x: bool = False,
    bottom: float | None = None,
    tolerance: NotNegative | None = None,
) -> Picture:
    """Draw a line per name: the mean over seeds, and the whole spread.

    Args:
        lines: (seeds, points) numbers per name.
        x: (points,) positions, all different; 1, 2, ... without it.
        x_label, y_label: with units.
        caption, name: of the figure.
        log_x: whether positions are drawn on a logarithmic axis.
        bottom: where the vertical axis starts; what lies below is cut off.
        tolerance: how far another machine's mean may lie from the one drawn;
            without it four deviations of the difference between two such
            means, and at least a fiftieth of what the chart spans.
    """
    tables = {key: _table(key, values) for key, values in lines.items()}
    points = {key: table.shape[1] for key, table in tables.items()}
    counts = range(1, 1 + max(points.values()))
    (places,) = _table("x", counts if x is None else x)
    if (
        len(set(places)) < len(places)
        or (log_x and places.min() <= 0)
        or (x is not None and set(points.values()) != {len(places)})
    ):
        raise CourseError(
            f"x has {len(places)} positions for lines of {points} points; "
            "expected as many, all different, and above 0 where log_x is "
            "True; try leaving x out."
        )
    top = max(map(np.max, tables.values()))
    if bottom is not None and bottom >= top:
        raise CourseError(f"bottom={bottom:g} hides all; try one below {top}.")
    texts = [f"{place:g}" for place in places]
    if len(set(texts)) < len(texts):
        texts = list(map(str, places))
    figure, axis = axes()
    spans = [table.mean(0) for table in tables.values()]
    least = max(map(np.max, spans)) - min(map(np.min, spans))
    words, data, drawn = [], {}, []
    for index, (key, values) in enumerate(tables.items()):
        at, mean = places[: values.shape[1]], values.mean(0)
        color = COLORS[index % len(COLORS)]
        drawn += axis.plot(
            at,
            mean,
            color=color,
            marker=MARKERS[index % len(MARKERS)],
            # The seventh line has the first one's color, and other dashes.
            linestyle=DASHES[(index + index // 6) % len(DASHES)],
            markersize=6,
        )
        axis.fill_between(
            at, values.min(0), values.max(0), color=color, alpha=0.2, lw=0
        )
        words.append(f"{key} from {mean[0]:.3g} to {mean[-1]:.3g}")
        far = _far(values, least / 50) if tolerance is None else tolerance
        data[key] = {
            place: (float(number), float(limit))
            for place, number, limit in zip(
                texts[: len(at)],
                mean,
                np.broadcast_to(far, mean.shape),
                strict=True,
            )
        }
    if x is None:
        axis.xaxis.set_major_locator(MaxNLocator(integer=True))
    if log_x:
        axis.set_xscale("log")
    axis.set_xlabel(x_label, parse_math=False)
    axis.set_ylabel(y_label, parse_math=False)
    axis.set_ylim(bottom=bottom)
    _legend(figure, drawn, list(lines))
    many = any(len(values) > 1 for values in tables.values())
    seeds = ", mean and range over the seeds" if many else ""
    alt = f"Line chart of {y_label} over {x_label}{seeds}: {'; '.join(words)}."
    return Picture(figure, caption, alt, name=name, data=data)


def _far(values: np.ndarray, least: float) -> np.ndarray:
    """Return how far means of (seeds, points) may move between machines."""
    if len(values) == 1:
        return np.full(values.shape[1], least)
    deviation = values.std(0, ddof=1)
    # Few seeds may agree by chance; the whole line does not.
    deviation = np.maximum(deviation, np.sqrt(np.mean(deviation**2)))
    return np.maximum(4 * deviation * np.sqrt(2 / len(values)), least)


@door
@styled
def intervals(
    rows: Annotated[
        Mapping[Label, Annotated[Mapping[Label, Interval], Some]], Some
    ],
    *,
    x_label: Label,
    caption: Caption,
    name: Anchor = "",
    line: float | None = None,
) -> Picture:
    """Draw intervals by condition, a dot with whiskers for each network.

    Args:
        rows: intervals by condition, by network, as for `evidence.Results`.
        x_label: with unit.
        caption, name: of the figure.
        line: where a line is drawn across, such as 0 or the chance level.
    """
    for place, found in (p for row in rows.values() for p in row.items()):
        if not -1e30 < found.low <= found.value <= found.high < 1e30:
            raise CourseError(
                f"The interval of {place!r} has the ends {found.low} and "
                f"{found.high} about {found.value}; expected finite numbers "
                "in order; try evidence.mean(right)."
            )
    places = list(dict.fromkeys(key for row in rows.values() for key in row))
    step = 0.7 / len(rows)
    figure, axis = axes(
        height=(100 + len(places) * (14 + 18 * len(rows))) / 72
    )
    words, data = [], {}
    bars: dict[str, Any] = {}
    for index, (key, row) in enumerate(rows.items()):
        color = COLORS[index % len(COLORS)]
        for place, found in row.items():
            y = places.index(place) + (index - (len(rows) - 1) / 2) * step
            bar = axis.errorbar(
                found.value,
                y,
                xerr=[[found.value - found.low], [found.high - found.value]],
                color=color,
                marker=MARKERS[index % len(MARKERS)],
                markersize=7,
                capsize=4,
                linestyle="none",
            )
            bar[2][0].set_linestyle(DASHES[(index + index // 6) % len(DASHES)])
            bars.setdefault(key, bar)
            words.append(f"{key}, {place}: {found}")
        data[key] = {
            place + end: (number, found.tolerance)
            for place, found in row.items()
            for end, number in (
                ("", found.value),
                (", low", found.low),
                (", high", found.high),
            )
        }
    if line is not None:
        axis.axvline(line, color=INK, linewidth=1.5)
    axis.grid(False, axis="y")
    axis.set_yticks(range(len(places)), places, parse_math=False)
    axis.set_xlabel(x_label, parse_math=False)
    axis.set_ylim(len(places) - 0.5, -0.5)
    _legend(figure, list(bars.values()), list(rows))
    alt = f"Intervals of {x_label}. {'; '.join(words)}."
    return Picture(figure, caption, alt, name=name, data=data)


def _pictures(images: Tensor | Sequence[Tensor]) -> list[np.ndarray]:
    """Return what `imshow` shows as it is."""
    bare = isinstance(images, Tensor) and not _finite(images, 3, 4)
    if bare or not 0 < len(images) <= 128:
        raise CourseError(
            f"images={shown(images)} was given; expected 1 to 128 pictures of "
            "finite numbers; try data.train.images[:8]."
        )
    return [_picture(image, 2**24 // len(images)) for image in images]


def _picture(image: Tensor, most: int) -> np.ndarray:
    channels = image.shape[:-2].numel()
    colors = channels == 3 and image.dtype != torch.uint8
    good = channels in (1, 3) and image.numel() <= channels * most
    good = good and _finite(image, 2, 3)
    if good and image.dtype not in (torch.uint8, torch.float64):
        image = image.float()
    if not good or (colors and not 0 <= image.min() <= image.max() <= 1):
        raise CourseError(
            f"images holds {shown(image)}; expected each finite, and (height, "
            "width), (1, height, width), or (3, height, width) from 0 to 1 or "
            f"of uint8, and at most {most} pixels; try images[:, :1]."
        )
    pixels = image.detach().cpu().reshape(channels, *image.shape[-2:])
    return pixels.permute(1, 2, 0).squeeze(2).numpy()


@door
@styled
def gallery(
    images: Tensor | Sequence[Tensor],
    titles: Sequence[Label] = (),
    *,
    caption: Caption,
    alt: Alt,
    name: Anchor = "",
    columns: Columns = 8,
    cmap: Colors = "gray",
    shared: bool = False,
    tolerance: NotNegative = 0.02,
) -> Picture:
    """Show pictures in a grid.

    Args:
        images: each (height, width), (1, height, width) or
            (3, height, width).
        titles: a word above each, "" for none.
        caption, alt, name: of the figure.
        columns: pictures in a row.
        cmap: matplotlib's colors for gray pictures.
        shared: one scale, symmetric about zero, for all.
        tolerance: how far the brightness of half a picture, from 0 to 1, may
            differ on another machine; with `shared` its red minus blue.
    """
    pictures, count = _pictures(images), len(images)
    titles = titles or [""] * count
    if len(titles) != count:
        raise CourseError(
            f"{len(titles)} titles were given for {count} pictures; expected "
            'one for each; try "" for pictures that have none.'
        )
    columns = min(columns, count)
    rows = -(-count // columns)
    named, cell = any(titles), min(110, WIDTH / columns)
    high, wide = pictures[0].shape[:2]
    row = cell * high / wide + (1.5 * FONT if named else 0)
    figure, grid = axes(
        max(cell * columns, 320 if shared else 0) / 72,
        (row * rows + (3.5 * FONT if shared else 0)) / 72,
        nrows=rows,
        ncols=columns,
        squeeze=False,
    )
    limit = max(float(np.abs(p).max()) for p in pictures) or 1.0
    scale = {"vmin": -limit, "vmax": limit} if shared else {}
    for axis in list(grid.flat)[count:]:
        axis.axis("off")
    data = {}
    for index, picture in enumerate(pictures):
        axis = grid.flat[index]
        _frame(axis)
        drawn = axis.imshow(picture, cmap=cmap, interpolation="none", **scale)
        axis.set_title(titles[index], parse_math=False)
        data[f"picture {index + 1}"] = {
            half: (brightness, tolerance)
            for half, brightness in _halves(drawn, picture, shared).items()
        }
    if shared:
        _signs(figure, cmap)
    return Picture(figure, caption, alt, name=name, data=data)


def _halves(
    drawn: AxesImage, picture: np.ndarray, signed: bool
) -> dict[str, float]:
    """Describe a picture by its two halves as they are seen."""
    seen = np.asarray(drawn.to_rgba(picture))[..., :3]
    shade = seen[..., 0] - seen[..., 2] if signed else seen.mean(-1)
    top, left = (max(side // 2, 1) for side in shade.shape)
    return {
        "upper half": float(shade[:top].mean()),
        "left half": float(shade[:, :left].mean()),
    }


def _signs(figure: Figure, cmap: str) -> None:
    """Say which colors are negative and which positive."""
    colors = {"negative": 0.1, "zero": 0.5, "positive": 0.9}
    patches = [
        Patch(facecolor=plt.get_cmap(cmap)(at), edgecolor=INK, label=word)
        for word, at in colors.items()
    ]
    figure.legend(
        handles=patches, loc="outside lower left", ncols=3, handlelength=1
    )


@door
def augmented(
    augment: Augment,
    image: inputs.Some,
    count: Changes = 15,
    generator: torch.Generator | None = None,
    *,
    caption: Caption,
    alt: Alt,
) -> Picture:
    """Show a picture and what an augmentation makes of it.

    Args:
        augment: from `cnncourse.augmentation`.
        image: one picture, (channels, height, width).
        count: how many changed ones.
        generator: draws the parameters; PyTorch's own stream without it.
        caption, alt: of the figure.
    """
    pictures = augment.examples(image, count, generator)
    titles = ["original", *[""] * count]
    return gallery(pictures, titles, caption=caption, alt=alt)


def _frame(axis: Axes) -> None:
    """Leave a thin frame, so that white pictures end somewhere."""
    axis.grid(False)
    axis.set(xticks=[], yticks=[])
    axis.spines[:].set(visible=True, color=INK, linewidth=0.5)


@door
def filters(
    weight: Tensor,
    *,
    caption: Caption,
    name: Anchor = "",
    tolerance: NotNegative = 0.02,
) -> Picture:
    """Show the kernels of a convolution that reads one map.

    Args:
        weight: (filters, 1, height, width).
        caption, name: of the figure.
        tolerance: as in `gallery`; more for kernels that were just trained.
    """
    if weight.ndim != 4 or weight.shape[1] != 1:
        raise CourseError(
            f"weight has the shape {tuple(weight.shape)}; filters() shows "
            "kernels of shape (filters, 1, height, width). Pick one input "
            "map first: weight[:, :1]."
        )
    alt = (
        f"{len(weight)} kernels of {weight.shape[2]}x{weight.shape[3]} "
        "weights; orange is positive, purple negative, white near zero."
    )
    titles = [str(index + 1) for index in range(len(weight))]
    return gallery(
        list(weight),
        titles,
        caption=caption,
        alt=alt,
        name=name,
        cmap="PuOr_r",
        shared=True,
        tolerance=tolerance,
    )


class _Enough(BaseException):
    """All layers that were asked for have run."""


@door
@torch.no_grad()
def activations(
    model: Model,
    images: Tensor,
    layers: Annotated[Sequence[str], Field(min_length=1)],
) -> dict[str, Tensor]:
    """Return the outputs of named layers, in evaluation mode, on the CPU.

    Of a layer that runs several times it is the first output. The network is
    left as it was, its mode too.

    Args:
        images: (batch, channels, height, width), normalized, on any device.
        layers: names as in `summary.layer_table`.
    """
    _whole("images", images, 4)
    known, found = dict(model.named_modules()), dict[str, Tensor]()
    del known[""]
    for layer in layers:
        if layer not in known:
            raise unknown("layer", layer, known or ["none"])

    def keep(name: str, _: nn.Module, args: object, output: Any) -> None:
        if not isinstance(output, Tensor):
            raise CourseError(
                f"The layer {name!r} returns a {type(output).__name__}; "
                "expected a tensor; try one of the layers inside of it."
            )
        # A copy: what follows may write into the layer's own.
        found.setdefault(name, output.detach().to("cpu", copy=True))
        if len(found) == len(set(layers)):
            raise _Enough

    modes = {module: module.training for module in model.modules()}
    hooks = []
    problem = f"The network does not run on images of {shown(images)}"
    try:
        with told(problem, "Try what it was trained on."), suppress(_Enough):
            for name in set(layers):
                hook = partial(keep, name)
                hooks.append(known[name].register_forward_hook(hook))
            model.eval()(images.to(next(model.parameters()).device))
    finally:
        for hook in hooks:
            hook.remove()
        for module, mode in modes.items():
            module.training = mode
    for name in layers:
        if name not in found:
            raise CourseError(
                f"The layer {name!r} does not run on these pictures; try one "
                "that summary.layer_table lists."
            )
    return {name: found[name] for name in layers}


@door
@styled
def feature_maps(
    maps: Annotated[Mapping[Label, Tensor], Some], *, columns: Columns = 8
) -> Figure:
    """Draw one picture's maps, a row of axes with its own scale per layer.

    Args:
        maps: (channels, height, width) per layer, from `activations`.
        columns: maps shown of each layer, at most.
    """
    for name, layer in maps.items():
        _whole(f"maps[{name!r}]", layer, 3)
    figure, grid = axes(
        height=(90 * len(maps) + 3 * FONT) / 72,
        nrows=len(maps),
        ncols=columns,
        squeeze=False,
    )
    for row, (name, layer) in zip(grid, maps.items(), strict=True):
        limit = float(layer.detach().abs().max()) or 1.0
        shown = layer[:columns].detach().cpu().float().numpy()
        for axis, channel in zip(row[: len(shown)], shown, strict=True):
            axis.imshow(
                channel,
                cmap="PuOr_r",
                vmin=-limit,
                vmax=limit,
                interpolation="none",
            )
        for axis in row:
            axis.axis("off")
        row[0].set_title(name, loc="left", parse_math=False)
    _signs(figure, "PuOr_r")
    return figure
