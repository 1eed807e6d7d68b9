"""Changes of a chosen amount, the same for every picture.

`rotate(images, 20)` turns each picture by exactly 20 degrees; the random step
`Augment(Rotate(20))` turns each by its own angle from -20 to 20.

All take and return (count, channels, height, width), uint8 or floats from 0
to 1, of the same size. What comes in from outside is 0, the ground.
"""

from typing import Annotated

import torch
from pydantic import Field
from torch import Generator, Tensor
from torch.nn import functional as F

from cnncourse.augmentation.augment import Augment
from cnncourse.augmentation.geometry import Rotate, Scale
from cnncourse.augmentation.inputs import Images, check, closed, floats
from cnncourse.augmentation.pixels import Blur
from cnncourse.augmentation.step import Step
from cnncourse.doors import door
from cnncourse.kinds import Seed

Deviation = Annotated[float, Field(ge=0, le=100)]


@door
def shift(images: Images, right: int = 0, down: int = 0) -> Tensor:
    """Move by whole pixels, negative for left and up; nothing is resampled.

    Raises:
        CourseError: if more than the whole picture would leave the frame.
    """
    height, width = images.shape[2:]
    for name, by, most in (("right", right, width), ("down", down, height)):
        expected = f"a whole number from -{most} to {most}"
        check(abs(by) <= most, name, by, expected, f"{name}=1")
    # A negative padding cuts off.
    return F.pad(images, (right, -right, down, -down))


@door
def resize(
    images: Images, factor: Annotated[float, Field(ge=0.01, le=100)]
) -> Tensor:
    """Enlarge or shrink about the center, in a frame that stays; bilinear.

    Args:
        factor: 0.5 halves height and width, from 0.01 to 100.
    """
    return _exactly(Scale((factor, factor)), images)


@door
def rotate(
    images: Images, degrees: Annotated[float, Field(ge=-360, le=360)]
) -> Tensor:
    """Turn counterclockwise about the center; bilinear.

    Args:
        degrees: from -360 to 360.
    """
    return _exactly(Rotate((degrees, degrees)), images)


@door
def noise(images: Images, deviation: Deviation, seed: Seed = 0) -> Tensor:
    """Add Gaussian noise to each pixel, then clip.

    Clipping brightens a black ground: negative noise is lost there, and the
    mean becomes 0.4 deviations. White darkens as much.

    Args:
        deviation: 0 to 100, of values from 0 (black) to 1 (white).
        seed: of the noise; the same pictures, deviation and seed give the
            same result.
    """
    generator = Generator().manual_seed(seed)
    drawn = torch.randn(images.shape, generator=generator)
    noisy = floats(images) + deviation * drawn.to(images.device)
    return closed(noisy, images.dtype)


@door
def blur(images: Images, sigma: Deviation) -> Tensor:
    """Blur with a Gaussian; the border is mirrored, so that it stays bright.

    Args:
        sigma: deviation in pixels, 0 to 100.
    """
    return _exactly(Blur((sigma, sigma)), images)


@door
def shuffle(images: Images, seed: Seed = 0) -> Tensor:
    """Put the pixels in another order, the same for all pictures.

    Args:
        seed: of the order. The channels of a pixel stay together.
    """
    pixels, generator = images.flatten(2), Generator().manual_seed(seed)
    order = torch.randperm(pixels.shape[2], generator=generator)
    return pixels[:, :, order.to(images.device)].view_as(images)


def _exactly(step: Step, images: Tensor) -> Tensor:
    """Apply a step whose numbers are not random."""
    return Augment(step)._changed(images, Generator()).images
