"""The steps that change pixels in their place and are no matrix."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from cnncourse.augmentation.inputs import Pixel, Range, span
from cnncourse.augmentation.step import Draw, Pixels
from cnncourse.doors import door

Deviation = Annotated[Range, span(None, 0, 100)]
BANK, BLOCK = 2**20, 1024


@door
@dataclass(frozen=True)
class Noise(Pixels):
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

    std: Deviation = 0.05

    def _draw(self, draw: Draw) -> tuple[Tensor, ...]:
        height, width = draw.size
        blocks = -(-draw.channels * height * width // BLOCK)
        starts = draw.integers(2 * BANK - BLOCK + 1, draw.count, blocks)
        return starts, draw.uniform(self.std)[:, None, None, None]

    def _apply(self, images: Tensor, drawn: tuple[Tensor, ...]) -> Tensor:
        starts, std = drawn
        blocks = noise_bank(images.device).unfold(0, BLOCK, 1)
        noise = blocks.index_select(0, starts.flatten())
        noise = noise.view(len(images), -1)[:, : images[0].numel()]
        return torch.addcmul(images, noise.view_as(images), std)


@lru_cache(maxsize=8)
def noise_bank(device: torch.device) -> Tensor:
    """Return the normal numbers of `Noise`, the same on every device."""
    bank = torch.randn(BANK, generator=torch.Generator().manual_seed(0))
    bank = (bank - bank.mean()) / bank.std(correction=0)
    return torch.cat([bank, -bank]).to(device)


@door
@dataclass(frozen=True)
class Blur(Pixels):
    """Blur with a Gaussian; the border is mirrored.

    Args:
        sigma: deviation in pixels; (low, high) for a random one per picture.
            The kernel ends at three of the largest.
    """

    sigma: Deviation = (0.1, 1.0)

    def _draw(self, draw: Draw) -> tuple[Tensor, ...]:
        return (draw.uniform(self.sigma).clamp(min=0.01)[:, None],)

    def _apply(self, images: Tensor, drawn: tuple[Tensor, ...]) -> Tensor:
        (sigma,) = drawn
        count, channels, *size = images.shape
        most = float(np.max(self.sigma))
        for axis, side in enumerate(size):
            reach = min(round(3 * most), side - 1)
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


@door
@dataclass(frozen=True)
class Cutout(Pixels):
    """Black out a square; its center is anywhere, so it may be cut off.

    DeVries and Taylor (2017, arXiv:1708.04552).

    Args:
        size: side in pixels, 16 for CIFAR-10 in the paper.
    """

    size: Pixel = 8

    def _draw(self, draw: Draw) -> tuple[Tensor, ...]:
        return (window(draw, self.size, self.size)[:, None],)

    def _apply(self, images: Tensor, drawn: tuple[Tensor, ...]) -> Tensor:
        return images * ~drawn[0]


def window(draw: Draw, height: Tensor | int, width: Tensor | int) -> Tensor:
    """Return (count, H, W) masks of rectangles around random pixels.

    Args:
        height, width: whole numbers, or one (count, 1) per picture.
    """
    inside = []
    for full, side in zip(draw.size, (height, width), strict=True):
        center = draw.uniform((0, full)).floor().clamp(max=full - 1)[:, None]
        place = torch.arange(full, device=draw.device) - center + side // 2
        inside.append((place >= 0) & (place < side))
    return inside[0][:, :, None] & inside[1][:, None]
