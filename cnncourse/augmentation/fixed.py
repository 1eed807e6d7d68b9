"""Changes of a chosen amount, the same for every picture.

`rotate(images, 20)` turns each picture by exactly 20 degrees; the random step
`Augment(Rotate(20))` turns each by its own angle from -20 to 20.

All take and return (count, channels, height, width), uint8 or floats from 0
to 1, of the same size. What comes in from outside is 0, the ground.
"""

import torch
from torch import Generator, Tensor
from torch.nn import functional as F

from cnncourse.augmentation.augment import Augment
from cnncourse.augmentation.geometry import Rotate, Scale
from cnncourse.augmentation.inputs import (
    check_images,
    check_number,
    check_whole,
    closed,
    opened,
)
from cnncourse.augmentation.pixels import Blur
from cnncourse.augmentation.step import Step


def shift(images: Tensor, right: int = 0, down: int = 0) -> Tensor:
    """Move by whole pixels, negative for left and up; nothing is resampled.

    Raises:
        CourseError: if more than the whole picture would leave the frame.
    """
    check_images(images)
    height, width = images.shape[2:]
    check_whole("right", right, -width, width)
    check_whole("down", down, -height, height)
    # A negative padding cuts off.
    return F.pad(images, (right, -right, down, -down))


def resize(images: Tensor, factor: float) -> Tensor:
    """Enlarge or shrink about the center, in a frame that stays; bilinear.

    Args:
        factor: 0.5 halves height and width, from 0.01 to 100.
    """
    check_number("factor", factor, 0.01, 100, 1)
    return _exactly(Scale((factor, factor)), images)


def rotate(images: Tensor, degrees: float) -> Tensor:
    """Turn counterclockwise about the center; bilinear.

    Args:
        degrees: from -360 to 360.
    """
    check_number("degrees", degrees, -360, 360)
    return _exactly(Rotate((degrees, degrees)), images)


def noise(images: Tensor, deviation: float, seed: int = 0) -> Tensor:
    """Add Gaussian noise to each pixel, then clip.

    Clipping brightens a black ground: negative noise is lost there, and the
    mean becomes 0.4 deviations. White darkens as much.

    Args:
        deviation: 0 to 100, of values from 0 (black) to 1 (white).
        seed: of the noise; the same pictures, deviation and seed give the
            same result.
    """
    check_number("deviation", deviation, 0, 100)
    pictures = opened(images)
    drawn = torch.randn(images.shape, generator=_generator(seed))
    noisy = pictures + deviation * drawn.to(images.device)
    return closed(noisy, images.dtype)


def blur(images: Tensor, sigma: float) -> Tensor:
    """Blur with a Gaussian; the border is mirrored, so that it stays bright.

    Args:
        sigma: deviation in pixels, 0 to 100.
    """
    check_number("sigma", sigma, 0, 100)
    return _exactly(Blur((sigma, sigma)), images)


def shuffle(images: Tensor, seed: int = 0) -> Tensor:
    """Put the pixels in another order, the same for all pictures.

    Args:
        seed: of the order. The channels of a pixel stay together.
    """
    check_images(images)
    pixels = images.flatten(2)
    order = torch.randperm(pixels.shape[2], generator=_generator(seed))
    return pixels[:, :, order.to(images.device)].view_as(images)


def _exactly(step: Step, images: Tensor) -> Tensor:
    """Apply a step whose numbers are not random."""
    check_images(images)
    return Augment(step)(images, Generator())


def _generator(seed: int) -> Generator:
    check_whole("seed", seed)
    return Generator().manual_seed(seed)
