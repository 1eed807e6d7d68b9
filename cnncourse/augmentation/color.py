"""The steps that change colors linearly.

A color c becomes `own @ c + mean @ m + shift`, where m is the mean color of
the picture at that step; as a matrix on (c, m, 1), [own mean shift].
"""

from dataclasses import dataclass
from typing import Self

import torch
from torch import Tensor

from cnncourse.augmentation.inputs import check, check_number, opened, real
from cnncourse.augmentation.step import Color, Draw, Range

GRAY = (0.299, 0.587, 0.114)  # ITU-R BT.601


@dataclass(frozen=True)
class Brightness(Color):
    """Multiply by a factor; r means 1 - r to 1 + r."""

    factor: Range = 0.2

    def __post_init__(self) -> None:
        self._ranges(factor=(1, 0, 100))

    def _matrix(self, draw: Draw) -> Tensor:
        factor = draw.uniform(self.factor)[:, None, None]
        return _on_colors(factor * draw.eye(draw.channels))


@dataclass(frozen=True)
class Contrast(Brightness):
    """Move away from the picture's mean gray by a factor."""

    def _matrix(self, draw: Draw) -> Tensor:
        factor = draw.uniform(self.factor)[:, None, None]
        own = factor * draw.eye(draw.channels)
        return _on_colors(own, (1 - factor) * _gray(draw))


@dataclass(frozen=True)
class Saturation(Brightness):
    """Move away from the pixel's own gray by a factor."""

    def _matrix(self, draw: Draw) -> Tensor:
        self._needs_color(draw)
        factor = draw.uniform(self.factor)[:, None, None]
        return _on_colors(factor * draw.eye(3) + (1 - factor) * _gray(draw))


@dataclass(frozen=True)
class Hue(Color):
    """Turn colors about the gray axis; the mean of the channels stays.

    Args:
        turn: share of a full turn, from red to green for 1/3; r means -r
            to r.
    """

    turn: Range = 0.05

    def __post_init__(self) -> None:
        self._ranges(turn=(0, -0.5, 0.5))

    def _matrix(self, draw: Draw) -> Tensor:
        self._needs_color(draw)
        angle = 2 * torch.pi * draw.uniform(self.turn)[:, None, None]
        unit = draw.eye(3)
        ahead, back = unit.roll(1, 1), unit.roll(-1, 1)
        along = angle.cos() * unit + (1 - angle.cos()) / 3
        return _on_colors(along + angle.sin() * (ahead - back) / 3**0.5)


@dataclass(frozen=True)
class PCAColor(Color):
    """Add a random amount of each principal color (Krizhevsky et al. 2012).

    Args:
        axes: 3 rows, of red, green and blue; each column is an eigenvector
            of the colors' covariance times its eigenvalue. `PCAColor.of`
            estimates them.
        std: deviation of the random amounts, 0.1 in the paper.
    """

    axes: tuple[tuple[float, ...], ...]
    std: float = 0.1

    def __post_init__(self) -> None:
        super().__post_init__()
        check_number("std", self.std, 0, 100)
        lists = tuple | list
        rows = self.axes if isinstance(self.axes, lists) else ()
        good = len(rows) == 3 and all(
            isinstance(row, lists)
            and len(row) == 3
            and all(real(value) and abs(value) <= 100 for value in row)
            for row in rows
        )
        expected = "3 rows of 3 numbers from -100 to 100"
        check(good, "axes", self.axes, expected, "PCAColor.of(images)")

    @classmethod
    def of(cls, images: Tensor, std: float = 0.1) -> Self:
        """Estimate the principal colors of all pixels of a data set."""
        images = opened(images)
        good, expected = images.shape[1] == 3, "pictures of 3 channels"
        check(good, "images", images, expected, "images.expand(-1, 3, -1, -1)")
        pixels = images.detach().transpose(0, 1).flatten(1).double()
        values, vectors = torch.linalg.eigh(torch.cov(pixels, correction=0))
        return cls(tuple(map(tuple, (vectors * values).tolist())), std)

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
