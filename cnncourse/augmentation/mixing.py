"""Two pictures in one, and two labels: mixup and CutMix."""

from typing import Annotated

import numpy as np
import torch
from pydantic import Field
from torch import Generator, Tensor
from torch.nn import functional as F

from cnncourse.augmentation.inputs import (
    Images,
    Side,
    check,
    closed,
    fit_size,
    floats,
    plain,
)
from cnncourse.augmentation.pixels import window
from cnncourse.augmentation.step import Draw
from cnncourse.doors import door

Alpha = Annotated[float, Field(ge=0, le=1_000)]
KINDS = (torch.uint8, torch.int16, torch.int32, torch.int64)


@door
def mixup(
    images: Images,
    labels: Tensor,
    classes: Side,
    alpha: Alpha = 0.2,
    generator: Generator | None = None,
) -> tuple[Tensor, Tensor]:
    """Blend each picture with the one before it in the batch.

    Zhang et al. (2018, arXiv:1710.09412). `F.cross_entropy` takes the soft
    labels as they are.

    Args:
        images: as for `Augment`; a batch only, in random order.
        labels: (count,), whole numbers from 0 to classes - 1.
        classes: how many there are.
        alpha: the picture's own share is drawn from Beta(alpha, alpha); 0
            changes nothing.

    Returns:
        The pictures, and (count, classes) labels that sum to 1.
    """
    pictures, _, share = _shares(images, alpha, generator)
    targets = _one_hot(images, labels, classes)
    weight = share[:, None, None, None].to(pictures)
    mixed = weight * pictures + (1 - weight) * pictures.roll(1, 0)
    return closed(mixed, images.dtype), _blend(targets, share)


@door
def cutmix(
    images: Images,
    labels: Tensor,
    classes: Side,
    alpha: Alpha = 1.0,
    generator: Generator | None = None,
) -> tuple[Tensor, Tensor]:
    """Paste a window of the picture before it in the batch into each.

    Yun et al. (2019, arXiv:1905.04899). The labels' shares are those of the
    pixels. Arguments and results are those of `mixup`.
    """
    pictures, draw, share = _shares(images, alpha, generator)
    targets = _one_hot(images, labels, classes)
    part = (1 - share).sqrt()[:, None]
    height, width = ((part * side).round() for side in draw.size)
    inside = window(draw, height, width)
    mixed = torch.where(inside[:, None], pictures.roll(1, 0), pictures)
    own = 1 - inside.float().mean((1, 2))
    return closed(mixed, images.dtype), _blend(targets, own)


def _shares(
    images: Tensor, alpha: float, generator: Generator | None
) -> tuple[Tensor, Draw, Tensor]:
    """Return pictures, the draw, and each picture's own share."""
    pictures = floats(images)
    draw = Draw(pictures, generator)
    if alpha == 0:
        return pictures, draw, torch.ones(draw.count, device=draw.device)
    # PyTorch's Beta takes no generator; RandomState's stream never changes.
    numbers = np.random.RandomState(int(draw.integers(2**31, 1)))
    # Of smaller ones NumPy makes NaN; every share is 0 or 1 long before.
    alpha = max(alpha, 1e-6)
    share = numbers.beta(alpha, alpha, draw.count).astype(np.float32)
    return pictures, draw, torch.from_numpy(share).to(draw.device)


def _one_hot(images: Tensor, labels: Tensor, classes: int) -> Tensor:
    fit_size(len(images) * classes, images.numel())
    check(
        plain(labels)
        and labels.dtype in KINDS
        and labels.shape == images.shape[:1]
        and 0 <= int(labels.min()) <= int(labels.max()) < classes,
        "labels",
        labels,
        f"{len(images)} whole numbers from 0 to {classes - 1} in a tensor",
        "labels.long()",
    )
    return F.one_hot(labels.long(), classes).float().to(images.device)


def _blend(targets: Tensor, share: Tensor) -> Tensor:
    share = share[:, None]
    return share * targets + (1 - share) * targets.roll(1, 0)
