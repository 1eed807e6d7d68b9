"""Changes by a fixed amount, the same for every picture of a batch.

The steps of `Augment` draw an amount for each picture; these functions take
it, so that a network can be asked how much it bears. Pictures are unsigned
bytes, (count, channels, height, width), and keep their size; black comes in
from outside.
"""

import torch
from torch import Tensor
from torch.nn import functional as F

from cnncourse.augmentation.warp import warp


def shift(images: Tensor, right: int = 0, down: int = 0) -> Tensor:
    """Move pictures by whole pixels; nothing is resampled."""
    return F.pad(images, (right, -right, down, -down))


def resize(images: Tensor, factor: float) -> Tensor:
    """Scale pictures about their middle; 0.5 is half the size."""
    height, width = images.shape[2:]
    matrix = torch.tensor(
        [
            [factor, 0, (1 - factor) * width / 2],
            [0, factor, (1 - factor) * height / 2],
            [0, 0, 1],
        ]
    )
    return warp(images, matrix.expand(len(images), 3, 3))


def noise(images: Tensor, deviation: float, seed: int = 0) -> Tensor:
    """Add normal noise, in units of full brightness, and clamp.

    Clamping brightens dark ground: half of its noise is cut off at black.
    """
    draw = torch.Generator().manual_seed(seed)
    added = torch.randn(images.shape, generator=draw) * 255 * deviation
    noisy = images + added.to(images.device)
    return noisy.round().clamp(0, 255).to(torch.uint8)


def shuffle(images: Tensor, seed: int = 0) -> Tensor:
    """Move the pixels of all pictures by one and the same permutation."""
    draw = torch.Generator().manual_seed(seed)
    pixels = images.flatten(2)
    order = torch.randperm(pixels.shape[2], generator=draw)
    return pixels[:, :, order.to(images.device)].view_as(images)
