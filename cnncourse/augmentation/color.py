"""The steps that change colors and pixels, and leave them in their place.

The linear ones are matrices on (red, green, blue, 1), colors from 0 to 1.
"""

from dataclasses import dataclass
from functools import lru_cache

import torch
from torch import Generator, Tensor
from torch.nn import functional as F

from cnncourse.augmentation.geometry import Color, Draw, Range, Step, in_chunks
from cnncourse.augmentation.inputs import opened, seen, span_of, whole
from cnncourse.errors import CourseError

GREY = (0.299, 0.587, 0.114)  # ITU-R BT.601
BANK, BLOCK = 2**20, 1024


@dataclass(frozen=True)
class Brightness(Color):
    """Multiply by a factor; r means 1 - r to 1 + r."""

    factor: Range = 0.2

    def __post_init__(self):
        self._ranges(factor=(1, 0, 100))

    def _matrix(self, draw: Draw, mean: Tensor) -> Tensor:
        return _mixed(draw, draw.uniform(*self.factor), 0.0)


@dataclass(frozen=True)
class Contrast(Brightness):
    """Move away from the picture's mean grey by a factor."""

    def _matrix(self, draw: Draw, mean: Tensor) -> Tensor:
        level = (mean[:, :-1] * _grey(draw)).sum(1)
        target = torch.zeros_like(draw.eye(draw.channels + 1))
        target[:, :-1, -1] = level[:, None]
        return _mixed(draw, draw.uniform(*self.factor), target)


@dataclass(frozen=True)
class Saturation(Brightness):
    """Move away from the pixel's own grey by a factor."""

    def _matrix(self, draw: Draw, mean: Tensor) -> Tensor:
        _needs_color(self, draw)
        target = torch.zeros_like(draw.eye(4))
        target[:, :3, :3] = _grey(draw)
        return _mixed(draw, draw.uniform(*self.factor), target)


@dataclass(frozen=True)
class Hue(Color):
    """Turn colors about the grey axis; the mean of the channels stays.

    Args:
        turn: share of a full turn, from red to green for 1/3; r means -r
            to r.
    """

    turn: Range = 0.05

    def __post_init__(self):
        self._ranges(turn=(0, -0.5, 0.5))

    def _matrix(self, draw: Draw, mean: Tensor) -> Tensor:
        _needs_color(self, draw)
        angle = 2 * torch.pi * draw.uniform(*self.turn)[:, None, None]
        matrix = draw.eye(4)
        unit = matrix[:, :3, :3]
        ahead, back = unit.roll(1, 1), unit.roll(-1, 1)
        along = angle.cos() * unit + (1 - angle.cos()) / 3
        turned = along + angle.sin() * (ahead - back) / 3**0.5
        matrix[:, :3, :3] = turned
        return matrix


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

    def __post_init__(self):
        super().__post_init__()
        span_of("std", self.std, 0, 100, pair=False)
        rows = self.axes if isinstance(self.axes, tuple | list) else ()
        for row in rows if len(rows) == 3 else [None]:
            if not isinstance(row, tuple | list) or len(row) != 3:
                raise CourseError(
                    f"axes={seen(self.axes)} was given; expected 3 rows of 3 "
                    "numbers; try PCAColor.of(images)."
                )
            for value in row:
                span_of("axes", value, -100, 100, pair=False)

    @classmethod
    def of(cls, images: Tensor, std: float = 0.1) -> "PCAColor":
        """Estimate the principal colors of all pixels of a data set."""
        images = opened(images)
        if images.shape[1] != 3:
            raise CourseError(
                f"images of shape {tuple(images.shape)} were given; principal "
                "colors need pictures of 3 channels."
            )
        pixels = images.detach().transpose(0, 1).flatten(1).double()
        values, vectors = torch.linalg.eigh(torch.cov(pixels, correction=0))
        return cls(tuple(map(tuple, (vectors * values).tolist())), std)

    def _matrix(self, draw: Draw, mean: Tensor) -> Tensor:
        _needs_color(self, draw)
        matrix = draw.eye(4)
        axes = matrix.new_tensor(self.axes)
        matrix[:, :3, 3] = self.std * draw.normal(3) @ axes.T
        return matrix


@dataclass(frozen=True)
class Noise(Step):
    """Add Gaussian noise to each pixel.

    The noise is not drawn anew: blocks of 1,024 values are copied from
    random places of 2**20 normal numbers and their negatives, which takes a
    fraction of the time. Values have mean 0, deviation `std` and no
    correlation. Two blocks overlap with a chance of 0.2 %; in half of the
    cases one is the other's negative there.

    Args:
        std: deviation, for pictures from 0 to 1; (low, high) for a random
            one per picture.
    """

    std: Range = 0.05

    def __post_init__(self):
        self._ranges(std=(None, 0, 100))

    def _apply(self, images: Tensor, draw: Draw) -> Tensor:
        bank = noise_bank(images.device).unfold(0, BLOCK, 1)
        _, channels, height, width = images.shape
        pixels = channels * height * width
        starts = draw.integers(len(bank), draw.count, -(-pixels // BLOCK))
        std = draw.uniform(*self.std)[:, None]

        def add(images: Tensor, starts: Tensor, std: Tensor) -> Tensor:
            noise = bank.index_select(0, starts.flatten())
            noise = noise.view(len(images), -1)[:, :pixels].mul_(std)
            return images + noise.view_as(images)

        return in_chunks(add, images, draw, draw.size, starts, std)


@lru_cache(maxsize=8)
def noise_bank(device: torch.device) -> Tensor:
    """Return the normal numbers of `Noise`, the same on every device."""
    fixed = Generator().manual_seed(0)
    bank = torch.randn(BANK, generator=fixed)
    bank = (bank - bank.mean()) / bank.std(correction=0)
    return torch.cat([bank, -bank]).to(device)


@dataclass(frozen=True)
class Blur(Step):
    """Blur with a Gaussian; the border is mirrored.

    Args:
        sigma: deviation in pixels; (low, high) for a random one per picture.
            The kernel ends at three of the largest.
    """

    sigma: Range = (0.1, 1.0)

    def __post_init__(self):
        self._ranges(sigma=(None, 0, 100))

    def _apply(self, images: Tensor, draw: Draw) -> Tensor:
        sigma = draw.uniform(*self.sigma).clamp(min=0.01)[:, None]
        count, channels, *size = images.shape
        for axis, side in enumerate(size):
            reach = min(round(3 * self.sigma[1]), side - 1)
            places = torch.arange(-reach, reach + 1, device=images.device)
            kernel = torch.exp(-((places / sigma) ** 2) / 2)
            kernel = (kernel / kernel.sum(1, keepdim=True)).to(images)
            kernel = kernel.repeat_interleave(channels, 0)[:, None, None]
            pad = (0, 0, reach, reach) if axis == 0 else (reach, reach, 0, 0)
            rows = F.pad(images, pad, mode="reflect").flatten(0, 1)[None]
            kernel = kernel.transpose(2, 3) if axis == 0 else kernel
            images = F.conv2d(rows, kernel, groups=count * channels)
            images = images.view(count, channels, *size)
        return images


@dataclass(frozen=True)
class Cutout(Step):
    """Black out a square; its center is anywhere, so it may be cut off.

    Args:
        size: side in pixels, 16 for CIFAR-10 in the paper.
    """

    size: int = 8

    def __post_init__(self):
        super().__post_init__()
        if not whole(self.size):
            raise CourseError(
                f"size={seen(self.size)} was given; expected the square's "
                "side, a whole number of pixels of at least 0; try size=8."
            )

    def _apply(self, images: Tensor, draw: Draw) -> Tensor:
        return images * ~window(draw, self.size, self.size)[:, None]


def window(draw: Draw, height, width) -> Tensor:
    """Return (count, H, W) masks of rectangles around random pixels.

    Args:
        height, width: whole numbers, or one (count, 1) per picture.
    """
    inside = []
    for full, side in zip(draw.size, (height, width), strict=True):
        center = draw.uniform(0, full).floor().clamp(max=full - 1)[:, None]
        place = torch.arange(full, device=draw.device) - center + side // 2
        inside.append((place >= 0) & (place < side))
    return inside[0][:, :, None] & inside[1][:, None]


def _mixed(draw: Draw, factor: Tensor, target: Tensor | float) -> Tensor:
    """Return factor * color + (1 - factor) * target as matrices."""
    factor = factor[:, None, None]
    matrix = factor * draw.eye(draw.channels + 1) + (1 - factor) * target
    matrix[:, -1, -1] = 1
    return matrix


def _grey(draw: Draw) -> Tensor:
    """Return the share of each channel in a pixel's grey."""
    share = (
        GREY if draw.channels == 3 else (1 / draw.channels,) * draw.channels
    )
    return torch.tensor(share, device=draw.device)


def _needs_color(step: Step, draw: Draw) -> None:
    if draw.channels != 3:
        raise CourseError(
            f"{type(step).__name__} got images of {draw.channels} channels; "
            "it needs red, green and blue. Leave it out, or repeat a grey "
            "picture: images.expand(-1, 3, -1, -1)."
        )
