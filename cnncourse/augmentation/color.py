"""The steps that change colors linearly.

A color c becomes `own @ c + mean @ m + shift`, where m is the mean color of
the picture at that step; as a matrix on (c, m, 1), [own mean shift].
"""

from dataclasses import dataclass
from typing import Annotated, Self

import torch
from pydantic import Field
from torch import Tensor

from cnncourse.augmentation.inputs import Images, Range, check, floats, span
from cnncourse.augmentation.step import Color, Draw
from cnncourse.doors import door

GRAY = (0.299, 0.587, 0.114)  # ITU-R BT.601
Entry = Annotated[float, Field(ge=-100, le=100)]
Row = tuple[Entry, Entry, Entry]
Deviation = Annotated[float, Field(ge=0, le=100)]


@door
@dataclass(frozen=True)
class Brightness(Color):
    """Multiply by a factor; r means 1 - r to 1 + r."""

    factor: Annotated[Range, span(1, 0, 100)] = 0.2

    def _matrix(self, draw: Draw) -> Tensor:
        factor = draw.uniform(self.factor)[:, None, None]
        return _on_colors(factor * draw.eye(draw.channels))


@door
@dataclass(frozen=True)
class Contrast(Brightness):
    """Move away from the picture's mean gray by a factor."""

    def _matrix(self, draw: Draw) -> Tensor:
        factor = draw.uniform(self.factor)[:, None, None]
        own = factor * draw.eye(draw.channels)
        return _on_colors(own, (1 - factor) * _gray(draw))


@door
@dataclass(frozen=True)
class Saturation(Brightness):
    """Move away from the pixel's own gray by a factor."""

    def _matrix(self, draw: Draw) -> Tensor:
        self._needs_color(draw)
        factor = draw.uniform(self.factor)[:, None, None]
        return _on_colors(factor * draw.eye(3) + (1 - factor) * _gray(draw))


@door
@dataclass(frozen=True)
class Hue(Color):
    """Turn colors about the gray axis; the mean of the channels stays.

    Args:
        turn: share of a full turn, from red to green for 1/3; r means -r
            to r.
    """

    turn: Annotated[Range, span(0, -0.5, 0.5)] = 0.05

    def _matrix(self, draw: Draw) -> Tensor:
        self._needs_color(draw)
        angle = 2 * torch.pi * draw.uniform(self.turn)[:, None, None]
        unit = draw.eye(3)
        ahead, back = unit.roll(1, 1), unit.roll(-1, 1)
        along = angle.cos() * unit + (1 - angle.cos()) / 3
        return _on_colors(along + angle.sin() * (ahead - back) / 3**0.5)


@door
@dataclass(frozen=True)
class PCAColor(Color):
    """Add a random amount of each principal color (Krizhevsky et al. 2012).

    Args:
        axes: 3 rows, of red, green and blue; each column is an eigenvector
            of the colors' covariance times its eigenvalue. `PCAColor.of`
            estimates them.
        std: deviation of the random amounts, 0.1 in the paper.
    """

    axes: Annotated[
        tuple[Row, Row, Row],
        Field(
            description="3 rows of 3 numbers from -100 to 100",
            examples=["PCAColor.of(images).axes"],
        ),
    ]
    std: Deviation = 0.1

    @classmethod
    def of(cls, images: Images, std: Deviation = 0.1) -> Self:
        """Estimate the principal colors of all pixels of a data set."""
        good, expected = images.shape[1] == 3, "pictures of 3 channels"
        check(good, "images", images, expected, "images.expand(-1, 3, -1, -1)")
        pixels = floats(images).detach().transpose(0, 1).flatten(1).double()
        values, vectors = torch.linalg.eigh(torch.cov(pixels, correction=0))
        return cls((vectors * values).tolist(), std)

    def _matrix(self, draw: Draw) -> Tensor:
        self._needs_color(draw)
        unit = draw.eye(3)
        shift = self.std * draw.normal(3) @ unit.new_tensor(self.axes).T
        return _on_colors(unit, shift=shift[:, :, None])


def _on_colors(
    own: Tensor, mean: Tensor | None = None, shift: Tensor | None = None
) -> Tensor:
    """Return (count, channels, 2 channels + 1) from its parts."""
    mean = torch.zeros_like(own) if mean is None else mean
    shift = torch.zeros_like(own[:, :, :1]) if shift is None else shift
    return torch.cat([own, mean, shift], 2)


def _gray(draw: Draw) -> Tensor:
    """Return the matrix that gives each channel of a color its gray."""
    share = torch.full((draw.channels,), 1 / draw.channels)
    if draw.channels == 3:
        share = torch.tensor(GRAY)
    return share.to(draw.device).expand(draw.channels, -1)
