"""What a step of an augmentation is, and where its random numbers come from.

Positions are in pixels from the upper left corner of the picture: the center
of the first pixel is (0.5, 0.5), y points down. Colors run from 0 to 1. Steps
that move pixels are 3x3 matrices on (x, y, 1); steps that change colors
linearly are matrices as well, on (red, green, blue, 1).

A step first draws all its numbers, for the whole batch. What it then does to
a picture depends on the picture and its numbers only.
"""

from dataclasses import KW_ONLY, dataclass
from typing import Any, ClassVar

import torch
from torch import Generator, Tensor
from torch.nn import functional as F

from cnncourse.augmentation.inputs import Images, Range, floats
from cnncourse.doors import door
from cnncourse.errors import CourseError
from cnncourse.kinds import Share


class Draw:
    """Random numbers for a batch: one per picture, on the pictures' device.

    Args:
        images: (count, channels, height, width).
        generator: on its device the numbers are drawn; PyTorch's own
            stream without it.
    """

    def __init__(self, images: Tensor, generator: Generator | None) -> None:
        self.given = images.numel()
        self.count, self.channels, height, width = images.shape
        self.size, self.device = (height, width), images.device
        source = generator.device if generator else images.device
        self.where: dict[str, Any] = {"generator": generator, "device": source}

    def uniform(self, ends: Range = (0.0, 1.0), *shape: int) -> Tensor:
        """Return (count, *shape) numbers between two ends."""
        low, high = ends if isinstance(ends, tuple) else (ends, ends)
        drawn = torch.rand((self.count, *shape), **self.where)
        return (low + (high - low) * drawn).to(self.device)

    def normal(self, *shape: int) -> Tensor:
        """Return (count, *shape) numbers of mean 0 and deviation 1."""
        drawn = torch.randn((self.count, *shape), **self.where)
        return drawn.to(self.device)

    def integers(self, high: int, *shape: int) -> Tensor:
        """Return whole numbers from 0 to high - 1."""
        return torch.randint(high, shape, **self.where).to(self.device)

    def gate(self, p: float) -> Tensor:
        """Return (count,) bools, True for a share p; 1 draws no numbers."""
        if p == 1:
            return torch.ones(self.count, dtype=torch.bool, device=self.device)
        return self.uniform() < p

    def eye(self, side: int) -> Tensor:
        """Return a unit matrix per picture."""
        return torch.eye(side, device=self.device).repeat(self.count, 1, 1)


@door
@dataclass(frozen=True)
class Step:
    """One kind of random change.

    Args:
        p: share of the pictures that is changed at all.
    """

    _: KW_ONLY
    p: Share = 1.0

    def matrix(
        self, images: Images, generator: Generator | None = None
    ) -> Tensor:
        """Draw the matrices that a call with this generator applies.

        Returns:
            (count, 3, 3) of positions, or (count, channels + 1, channels +
            1) of colors, on homogeneous coordinates.
        """
        images = floats(images)
        draw = Draw(images, generator)
        gate = draw.gate(self.p)
        matrix = gated(self._matrix(draw), gate)
        if isinstance(self, Color):
            square = draw.eye(draw.channels + 1)
            square[:, :-1] = at_mean(matrix, images)
            return square
        return matrix

    def _matrix(self, draw: Draw) -> Tensor:
        """Draw (count, 3, 3): where a position goes; or see `Color`."""
        raise CourseError(
            f"{type(self).__name__} has no matrix of its own: it is not one "
            "linear map. Use Augment(step).apply(images), which returns the "
            "matrices it has used."
        )

    def _plan(self, draw: Draw) -> list[tuple["Step", Tensor]]:
        """Return steps, each with the pictures it changes."""
        return [(self, draw.gate(self.p))]


class Geometry(Step):
    """A step that moves pixels; masks and boxes follow it."""

    projective: ClassVar[bool] = False

    def _size(self, size: tuple[int, int]) -> tuple[int, int]:
        """Return the size that a picture of this size gets."""
        return size


class Color(Step):
    """A step that maps each pixel's color linearly.

    Its matrices are on (color, the picture's mean color, 1).
    """

    def _needs_color(self, draw: Draw) -> None:
        if draw.channels != 3:
            raise CourseError(
                f"{type(self).__name__} got images of {draw.channels} "
                "channels; it needs red, green and blue. Leave it out, or "
                "repeat a gray picture: images.expand(-1, 3, -1, -1)."
            )


class Pixels(Step):
    """A step that is no matrix, but leaves pixels in their place."""

    def _draw(self, draw: Draw) -> tuple[Tensor, ...]:
        """Return what `_apply` needs beside the pictures, one per picture."""
        raise NotImplementedError

    def _apply(self, images: Tensor, drawn: tuple[Tensor, ...]) -> Tensor:
        """Return floats from 0 to 1, changed."""
        raise NotImplementedError


def product(left: Tensor, right: Tensor) -> Tensor:
    """Return left @ right in full precision: a GPU may shorten factors."""
    if not left.is_cuda:
        return left @ right
    return (left[..., None] * right[:, None]).sum(2)


def gated(matrix: Tensor, gate: Tensor) -> Tensor:
    """Return the matrices where the gate is open, else unit matrices."""
    unit = torch.eye(*matrix.shape[1:], device=matrix.device)
    return torch.where(gate[:, None, None], matrix, unit)


def after(later: Tensor, first: Tensor) -> Tensor:
    """Return what two color steps do one after the other.

    Args:
        later, first: (count, channels, 2 channels + 1), on (color, mean
            color, 1).
    """
    parts = (first.shape[1], first.shape[1], 1)
    own, mean, shift = first.split(parts, 2)
    # The first step changes the mean color as it changes any color.
    changed = torch.cat([torch.zeros_like(own), own + mean, shift], 2)
    own, mean, shift = later.split(parts, 2)
    both = product(own, first) + product(mean, changed)
    both[:, :, -1:] += shift
    return both


def at_mean(matrix: Tensor, images: Tensor) -> Tensor:
    """Return matrices on (color, 1) from those on (color, mean color, 1).

    Returns:
        (count, channels, channels + 1).
    """
    channels = images.shape[1]
    mean = F.pad(images.mean((2, 3)), (0, 1), value=1.0).float()
    shift = product(matrix[:, :, channels:], mean[:, :, None])
    return torch.cat([matrix[:, :, :channels], shift], 2)
