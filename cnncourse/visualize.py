"""Pictures of what a network is, holds and does.

Every function returns a `Picture`: a figure that carries its caption and a
description in words, so that it can be read on a page, in a notebook, and
by a screen reader.
"""

import base64
import html
import io
from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
from PIL import Image
from torch import Tensor, nn
from torchvision.models.feature_extraction import create_feature_extractor

from cnncourse.augmentation import Augment
from cnncourse.errors import CourseError

# Okabe and Ito's palette, without black and yellow.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00")
MARKERS = ("o", "s", "^", "D", "v", "P")
DASHES = ("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)), (0, (1, 1)))


class Picture:
    """A figure with a caption and an alternative text.

    Args:
        figure: drawn by matplotlib; it is closed.
        caption: the message of the figure, in a sentence.
        alt: what the figure shows, for those who do not see it.
    """

    def __init__(self, figure: Figure, caption: str, alt: str):
        if len(alt) < 20:
            raise CourseError(
                f"The alternative text {alt!r} is too short to stand for a "
                "figure; say in a sentence what is drawn."
            )
        self.caption, self.alt = caption, alt
        self.png = png(figure)

    def __str__(self) -> str:
        return f"Figure: {self.caption} [{self.alt}]"

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        markup = (
            '<figure class="cnn-figure">'
            f'<img alt="{html.escape(self.alt)}" src="{data_uri(self.png)}" '
            'style="max-width:100%;height:auto;background:#fff">'
            f"<figcaption>{html.escape(self.caption)}</figcaption></figure>"
        )
        return {"text/plain": str(self), "text/html": markup}


def png(figure: Figure) -> bytes:
    """Return a figure as a small PNG, the same bytes each time; close it."""
    raw, small = io.BytesIO(), io.BytesIO()
    figure.savefig(raw, format="png", dpi=144, metadata={"Software": None})
    plt.close(figure)
    picture = Image.open(raw).convert("RGB")
    picture = picture.quantize(128, dither=Image.Dither.NONE)
    picture.save(small, format="png", optimize=True)
    return small.getvalue()


def data_uri(picture: bytes) -> str:
    """Return a PNG as an address that needs no file."""
    return "data:image/png;base64," + base64.b64encode(picture).decode()


def axes(width: float = 6.4, height: float = 3.6, **options):
    """Return a figure and its axes, in the style of the book."""
    style = {
        "figure.constrained_layout.use": True,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.grid": True,
        "grid.alpha": 0.3,
        "font.size": 11,
    }
    with plt.rc_context(style):
        return plt.subplots(figsize=(width, height), **options)


def curves(
    lines: Mapping[str, np.ndarray | Sequence],
    x: Sequence[float] | None = None,
    *,
    x_label: str,
    y_label: str,
    caption: str,
    log_x: bool = False,
    bottom: float | None = None,
) -> Picture:
    """Draw a line per name: the mean over seeds, and the whole spread.

    Args:
        lines: (seeds, points) numbers per name.
        x: (points,) positions; 1, 2, ... without it.
        x_label, y_label: with units.
        caption: the message.
        log_x: whether positions are drawn on a logarithmic axis.
        bottom: where the vertical axis starts; what lies below is cut off.
    """
    figure, axis = axes()
    words = []
    for index, (name, values) in enumerate(lines.items()):
        values = np.atleast_2d(np.asarray(values, dtype=float))
        at = np.arange(1, values.shape[1] + 1) if x is None else np.asarray(x)
        mean = values.mean(0)
        colour = COLOURS[index % len(COLOURS)]
        axis.plot(
            at,
            mean,
            color=colour,
            marker=MARKERS[index % len(MARKERS)],
            linestyle=DASHES[index % len(DASHES)],
            markersize=5,
            label=name,
        )
        axis.fill_between(
            at, values.min(0), values.max(0), color=colour, alpha=0.2, lw=0
        )
        words.append(f"{name} from {mean[0]:.3g} to {mean[-1]:.3g}")
    if x is None:
        axis.xaxis.set_major_locator(MaxNLocator(integer=True))
    if log_x:
        axis.set_xscale("log")
    axis.set(xlabel=x_label, ylabel=y_label)
    axis.set_ylim(bottom=bottom)
    axis.legend(frameon=False)
    alt = (
        f"Line chart of {y_label} over {x_label}, mean and range over the "
        f"seeds: {'; '.join(words)}."
    )
    return Picture(figure, caption, alt)


def gallery(
    images: Tensor | Sequence[Tensor],
    titles: Sequence[str],
    *,
    caption: str,
    alt: str,
    columns: int = 8,
    cmap: str = "gray",
    shared: bool = False,
) -> Picture:
    """Show pictures in a grid.

    Args:
        images: each (height, width), (1, height, width) or
            (3, height, width).
        titles: a word above each; empty for none.
        columns: pictures in a row.
        cmap: matplotlib's colours for grey pictures.
        shared: one scale, symmetric about zero, for all.
    """
    count = len(images)
    columns = min(columns, count)
    rows = -(-count // columns)
    figure, grid = axes(
        columns * 0.95,
        rows * (1.2 if any(titles) else 0.98),
        nrows=rows,
        ncols=columns,
        squeeze=False,
    )
    limit = max(image.detach().abs().max().item() for image in images)
    scale = {"vmin": -limit, "vmax": limit} if shared else {}
    for axis in list(grid.flat)[count:]:
        axis.axis("off")
    for axis, image, title in zip(grid.flat, images, titles, strict=False):
        _frame(axis)
        picture = image.detach().cpu().squeeze(0).numpy()
        if picture.ndim == 3:
            picture = picture.transpose(1, 2, 0)
        axis.imshow(picture, cmap=cmap, interpolation="nearest", **scale)
        axis.set_title(title, fontsize=9)
    return Picture(figure, caption, alt)


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


def _frame(axis) -> None:
    """Leave a thin frame, so that white pictures end somewhere."""
    axis.grid(False)
    axis.set(xticks=[], yticks=[])
    axis.spines[:].set(visible=True, color="#888888", linewidth=0.5)


def filters(weight: Tensor, *, caption: str) -> Picture:
    """Show the kernels of a convolution that reads one map.

    Args:
        weight: (filters, 1, height, width).
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
        cmap="PuOr_r",
        shared=True,
    )


@torch.no_grad()
def activations(
    model: nn.Module, images: Tensor, layers: Sequence[str]
) -> dict[str, Tensor]:
    """Return the outputs of named layers, in evaluation mode, on the CPU.

    Args:
        images: (batch, channels, height, width), normalised, on any device.
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


def feature_maps(maps: Mapping[str, Tensor], *, columns: int = 8) -> Figure:
    """Draw one picture's maps, a row of axes per layer.

    Args:
        maps: (channels, height, width) per layer, from `activations`.
        columns: maps shown of each layer, at most.
    """
    figure, grid = axes(
        7, 1.2 * len(maps), nrows=len(maps), ncols=columns, squeeze=False
    )
    for row, (name, layer) in zip(grid, maps.items(), strict=True):
        limit = float(layer.abs().max()) or 1.0
        shown = layer[:columns].detach().cpu().numpy()
        for axis, channel in zip(row, shown, strict=False):
            axis.imshow(channel, cmap="PuOr_r", vmin=-limit, vmax=limit)
        for axis in row:
            axis.axis("off")
        row[0].set_title(name, fontsize=14, loc="left")
    return figure
