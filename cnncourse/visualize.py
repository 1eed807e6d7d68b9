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
from collections.abc import Mapping, Sequence
from contextlib import ContextDecorator
from typing import Any, cast

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator
from PIL import Image
from torch import Tensor, nn
from torchvision.models.feature_extraction import create_feature_extractor

from cnncourse.augmentation import Augment
from cnncourse.errors import CourseError
from cnncourse.evidence import Interval, payload

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
Data = Mapping[str, Mapping[str, tuple[float, float]]]

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
        caption: str,
        alt: str,
        *,
        name: str = "",
        data: Data | None = None,
    ):
        if len(alt) < 20:
            raise CourseError(
                f"The alternative text {alt!r} is too short to stand for a "
                "figure; say in a sentence what is drawn."
            )
        self.caption, self.alt, self.name = caption, alt, name
        self.data = data or {}
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
        values = {
            f"{series}, {place}": pair
            for series, places in self.data.items()
            for place, pair in places.items()
        }
        stored = payload(values) if values else {}
        return {"text/plain": str(self), "text/html": markup, **stored}


@styled
def svg(figure: Figure, alt: str) -> str:
    """Return a figure as SVG for a page's text, and close it.

    Text stays text in the page's font and color, the ground is transparent,
    and no name collides with one of another figure.
    """
    raw = io.StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    figure.savefig(raw, format="svg", transparent=True, metadata=nothing)
    plt.close(figure)
    text = raw.getvalue()
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
    mark = "m" + hashlib.sha256(text.encode()).hexdigest()[:8]
    text = re.sub(r' id="|href="#|url\(#', rf"\g<0>{mark}-", text)
    head = (
        f'<svg role="img" aria-label="{html.escape(alt)}" '
        f'viewBox="0 0 {width} {height}" width="{float(width):.0f}" '
        'stroke-linejoin="round" style="max-width:100%;height:auto">'
    )
    return head + text[text.index(">") + 1 :].strip()


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


def png(figure: Figure) -> bytes:
    """Return a figure as a small PNG, the same bytes each time; close it."""
    raw, small = io.BytesIO(), io.BytesIO()
    nothing = {"Software": None}
    figure.savefig(
        raw, format="png", dpi=144, transparent=True, metadata=nothing
    )
    plt.close(figure)
    picture = Image.open(raw).convert("RGBA")
    picture = picture.quantize(128, Image.Quantize.FASTOCTREE)
    picture.save(small, format="png", optimize=True)
    return small.getvalue()


def data_uri(picture: bytes) -> str:
    """Return a PNG as an address that needs no file."""
    return "data:image/png;base64," + base64.b64encode(picture).decode()


@styled
def axes(
    width: float = WIDTH / 72, height: float = 3.75, **options: Any
) -> tuple[Figure, Any]:
    """Return a figure and its axes, in the style of the book.

    Args:
        width, height: in inches of 72 pixels.
        options: of `matplotlib.pyplot.subplots`.
    """
    return plt.subplots(figsize=(width, height), **options)


def _legend(figure: Figure, names: Sequence[str]) -> None:
    """Put the legend above the axes, in as many columns as fit."""
    longest = max(map(len, names)) * FONT * 0.55 + 4 * FONT
    columns = max(1, min(len(names), int(WIDTH / longest)))
    if len(names) > 1:
        figure.legend(loc="outside upper left", ncols=columns)
        # Rows of the legend make the figure taller, not the axes lower.
        rows = -(-len(names) // columns)
        figure.set_figheight(figure.get_figheight() + (rows - 1) * 20 / 72)


@styled
def curves(
    lines: Mapping[str, np.ndarray | Sequence],
    x: Sequence[float] | None = None,
    *,
    x_label: str,
    y_label: str,
    caption: str,
    name: str = "",
    log_x: bool = False,
    bottom: float | None = None,
    tolerance: float | None = None,
) -> Picture:
    """Draw a line per name: the mean over seeds, and the whole spread.

    Args:
        lines: (seeds, points) numbers per name.
        x: (points,) positions; 1, 2, ... without it.
        x_label, y_label: with units.
        caption, name: of the figure.
        log_x: whether positions are drawn on a logarithmic axis.
        bottom: where the vertical axis starts; what lies below is cut off.
        tolerance: how far another machine's mean may lie from the one drawn;
            without it four deviations of the difference between two such
            means, and at least a fiftieth of what the chart spans.
    """
    figure, axis = axes()
    tables = {
        key: np.atleast_2d(np.asarray(values, dtype=float))
        for key, values in lines.items()
    }
    spans = [table.mean(0) for table in tables.values()]
    least = max(map(np.max, spans)) - min(map(np.min, spans))
    words, data = [], {}
    for index, (key, values) in enumerate(tables.items()):
        at = np.arange(1, values.shape[1] + 1) if x is None else np.asarray(x)
        mean = values.mean(0)
        color = COLORS[index % len(COLORS)]
        axis.plot(
            at,
            mean,
            color=color,
            marker=MARKERS[index % len(MARKERS)],
            linestyle=DASHES[index % len(DASHES)],
            markersize=6,
            label=key,
        )
        axis.fill_between(
            at, values.min(0), values.max(0), color=color, alpha=0.2, lw=0
        )
        words.append(f"{key} from {mean[0]:.3g} to {mean[-1]:.3g}")
        far = _far(values, least / 50) if tolerance is None else tolerance
        data[key] = {
            f"{place:g}": (float(number), float(limit))
            for place, number, limit in zip(
                at, mean, np.broadcast_to(far, mean.shape), strict=True
            )
        }
    if x is None:
        axis.xaxis.set_major_locator(MaxNLocator(integer=True))
    if log_x:
        axis.set_xscale("log")
    axis.set(xlabel=x_label, ylabel=y_label)
    axis.set_ylim(bottom=bottom)
    _legend(figure, list(lines))
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


@styled
def intervals(
    rows: Mapping[str, Mapping[str, Interval]],
    *,
    x_label: str,
    caption: str,
    name: str = "",
    line: float | None = None,
) -> Picture:
    """Draw intervals by condition, a dot with whiskers for each network.

    Args:
        rows: intervals by condition, by network, as for `evidence.Results`.
        x_label: with unit.
        caption, name: of the figure.
        line: where a line is drawn across, such as 0 or the chance level.
    """
    places = list(dict.fromkeys(key for row in rows.values() for key in row))
    step = 0.7 / len(rows)
    figure, axis = axes(
        height=(100 + len(places) * (14 + 18 * len(rows))) / 72
    )
    words, data = [], {}
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
                label=key if place == next(iter(row)) else None,
            )
            bar[2][0].set_linestyle(DASHES[index % len(DASHES)])
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
    axis.set(yticks=range(len(places)), yticklabels=places, xlabel=x_label)
    axis.set_ylim(len(places) - 0.5, -0.5)
    _legend(figure, list(rows))
    alt = f"Intervals of {x_label}. {'; '.join(words)}."
    return Picture(figure, caption, alt, name=name, data=data)


@styled
def gallery(
    images: Tensor | Sequence[Tensor],
    titles: Sequence[str] = (),
    *,
    caption: str,
    alt: str,
    name: str = "",
    columns: int = 8,
    cmap: str = "gray",
    shared: bool = False,
    tolerance: float = 0.02,
) -> Picture:
    """Show pictures in a grid.

    Args:
        images: each (height, width), (1, height, width) or
            (3, height, width).
        titles: a word above each; pictures without one have none.
        caption, alt, name: of the figure.
        columns: pictures in a row.
        cmap: matplotlib's colors for gray pictures.
        shared: one scale, symmetric about zero, for all.
        tolerance: how far the brightness of half a picture, from 0 to 1, may
            differ on another machine; with `shared` its red minus blue.
    """
    count = len(images)
    columns = min(columns, count)
    rows = -(-count // columns)
    named, cell = any(titles), min(110, WIDTH / columns)
    shape = images[0].shape
    row = cell * shape[-2] / shape[-1] + (1.5 * FONT if named else 0)
    figure, grid = axes(
        max(cell * columns, 320 if shared else 0) / 72,
        (row * rows + (3.5 * FONT if shared else 0)) / 72,
        nrows=rows,
        ncols=columns,
        squeeze=False,
    )
    limit = max(image.detach().abs().max().item() for image in images)
    scale = {"vmin": -limit, "vmax": limit} if shared else {}
    for axis in list(grid.flat)[count:]:
        axis.axis("off")
    data = {}
    titles = [*titles, *[""] * (count - len(titles))]
    for index, image in enumerate(images):
        axis = grid.flat[index]
        _frame(axis)
        picture = image.detach().cpu().squeeze(0).numpy()
        if picture.ndim == 3:
            picture = picture.transpose(1, 2, 0)
        drawn = axis.imshow(picture, cmap=cmap, interpolation="none", **scale)
        axis.set_title(titles[index])
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
    top, left = (side // 2 for side in shade.shape)
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


def augmented(
    augment: Augment,
    image: Tensor,
    count: int = 15,
    generator: torch.Generator | None = None,
    *,
    caption: str,
    alt: str,
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


def filters(
    weight: Tensor, *, caption: str, name: str = "", tolerance: float = 0.02
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


@torch.no_grad()
def activations(
    model: nn.Module, images: Tensor, layers: Sequence[str]
) -> dict[str, Tensor]:
    """Return the outputs of named layers, in evaluation mode, on the CPU.

    Args:
        images: (batch, channels, height, width), normalized, on any device.
        layers: names as in `summary.layer_table`.
    """
    known = dict(model.named_modules())
    for layer in layers:
        if layer not in known or not layer:
            have = ", ".join(name for name in known if name)
            raise CourseError(
                f"There is no layer called {layer!r}; this network has {have}."
            )
    device = next(model.parameters()).device
    extract = create_feature_extractor(model.eval(), list(layers))
    found = extract(images.to(device))
    return {name: output.cpu() for name, output in found.items()}


@styled
def feature_maps(maps: Mapping[str, Tensor], *, columns: int = 8) -> Figure:
    """Draw one picture's maps, a row of axes with its own scale per layer.

    Args:
        maps: (channels, height, width) per layer, from `activations`.
        columns: maps shown of each layer, at most.
    """
    figure, grid = axes(
        height=(90 * len(maps) + 3 * FONT) / 72,
        nrows=len(maps),
        ncols=columns,
        squeeze=False,
    )
    for row, (name, layer) in zip(grid, maps.items(), strict=True):
        limit = float(layer.abs().max()) or 1.0
        shown = layer[:columns].detach().cpu().numpy()
        for axis, channel in zip(row, shown, strict=False):
            axis.imshow(
                channel,
                cmap="PuOr_r",
                vmin=-limit,
                vmax=limit,
                interpolation="none",
            )
        for axis in row:
            axis.axis("off")
        row[0].set_title(name, loc="left")
    _signs(figure, "PuOr_r")
    return figure
