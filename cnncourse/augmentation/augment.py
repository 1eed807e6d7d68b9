"""Random changes to whole batches of pictures, each picture with its own.

    augment = Augment(Flip(), Crop(padding=4), Rotate(15), Contrast(0.2))
    images = augment(images, torch.Generator().manual_seed(0))

Steps that move pixels are matrices, steps that change colors linearly are
matrices too. `Augment` multiplies them, one product per picture, and
resamples once.

Against torchvision's functions, at equal parameters: values are clipped once,
at the end, not after each step; what leaves the frame between two geometric
steps is not lost; `Hue` turns about the gray axis, not in HSV, and differs by
up to a third of the gap between a color's channels; gray is 0.299 R + 0.587 G
+ 0.114 B, where torchvision has 0.2989. Sampling is bilinear, without
antialiasing, with black around the picture, as in torchvision's `affine` with
`InterpolationMode.BILINEAR`.
"""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, overload

import numpy as np
import torch
from PIL import Image
from pydantic import Field
from torch import Generator, Tensor

from cnncourse.augmentation.color import Brightness, Contrast, Saturation
from cnncourse.augmentation.geometry import Rotate, Scale, Shear, Translate
from cnncourse.augmentation.inputs import (
    Border,
    DType,
    Images,
    Mode,
    Some,
    check,
    closed,
    fit_boxes,
    fit_masks,
    fit_size,
    floats,
)
from cnncourse.augmentation.run import Run
from cnncourse.augmentation.step import Draw, Step, product
from cnncourse.augmentation.warp import warp_boxes
from cnncourse.doors import door
from cnncourse.errors import told
from cnncourse.kinds import Share

CHUNK = 230_000  # values: less than a megabyte of floats
Count = Annotated[int, Field(ge=1, le=127)]


@cache
def _operations(most: float, channels: int) -> tuple[Step, ...]:
    """Return the steps that `RandAugment` picks from."""
    every = (
        Rotate(30 * most),
        Shear(17 * most),
        Scale(0.5 * most),
        Translate(0.45 * most),
        Brightness(0.9 * most),
        Contrast(0.9 * most),
        Saturation(0.9 * most),
    )
    return every if channels == 3 else every[:-1]


@door
@dataclass(frozen=True)
class RandAugment(Step):
    """Apply a few steps, picked at random for each picture.

    The idea of Cubuk et al. (2020, arXiv:1909.13719): two numbers instead of
    a searched policy. Of its 14 operations, these are the linear ones and
    the identity; equalize, autocontrast, posterize, solarize and sharpness
    are left out, so that a picture is still resampled once. A strength is
    drawn up to the magnitude, and no operation is picked twice.

    Args:
        count: steps a picture, 0 to 7.
        magnitude: 0 to 1; the paper's 0 to 30, divided by 30.
    """

    count: Annotated[int, Field(ge=0, le=7)] = 2
    magnitude: Share = 0.3

    def _plan(self, draw: Draw) -> list[tuple[Step, Tensor]]:
        steps = _operations(self.magnitude, draw.channels)
        # The identity is one more to pick from.
        keys = draw.uniform((0, 1), len(steps) + 1)
        rank = keys.argsort(1).argsort(1)
        picked = (rank < self.count) & (draw.uniform((0, 1), 1) < self.p)
        return list(zip(steps, picked[:, :-1].unbind(1), strict=True))


@door
@dataclass(frozen=True)
class Augmented:
    """What became of a batch.

    Attributes:
        images: (count, channels, height, width), of the dtype given.
        masks: as the images went, by nearest pixel; None without masks.
        boxes: (count, boxes, 4), the smallest boxes around the moved ones,
            cut at the frame: empty for what has left it.
        geometry: (count, 3, 3), where a position went.
        color: (count, channels + 1, channels + 1), what a color became
            before clipping.
    """

    images: Tensor
    masks: Tensor | None
    boxes: Tensor | None
    geometry: Tensor
    color: Tensor


@door
class Augment:
    """Apply steps in order; every picture draws its own parameters.

    Geometric steps between two pixel steps (noise, blur, cutout) become one
    matrix and one resampling, and so do color steps. Of a mixed run the
    geometry comes first: only the color of the border depends on that.

    Args:
        steps: what to do, for example Flip(), Rotate(15).
        border: what lies around a picture: "zeros" (black), "border" (its
            last pixels) or "reflection".
        mode: "bilinear", "nearest" or "bicubic".
        dtype: of the result; uint8 or floats, as the pictures without it.

    Raises:
        CourseError: not a step, or an unknown name.
    """

    def __init__(
        self,
        *steps: Annotated[Step, Field(description="a step: Flip()")],
        border: Border = "zeros",
        mode: Mode = "bilinear",
        dtype: DType = None,
    ) -> None:
        self.steps, self.border, self.mode = steps, border, mode
        self.dtype = dtype

    def __repr__(self) -> str:
        usual = {"border": "zeros", "mode": "bilinear", "dtype": None}
        chosen = [
            f"{name}={getattr(self, name)!r}"
            for name, value in usual.items()
            if getattr(self, name) != value
        ]
        return f"Augment({', '.join([*map(repr, self.steps), *chosen])})"

    @overload
    def __call__(
        self, images: Tensor, generator: Generator | None = None
    ) -> Tensor: ...

    @overload
    def __call__(
        self, images: Image.Image, generator: Generator | None = None
    ) -> Image.Image: ...

    def __call__(
        self, images: Some, generator: Generator | None = None
    ) -> Tensor | Image.Image:
        """Change a batch, or one picture as a torchvision transform does.

        Args:
            images: (count, channels, height, width), one (channels, height,
                width), or a PIL picture of mode L or RGB; uint8, or floats
                from 0 to 1.
            generator: draws the parameters; PyTorch's own stream without it.

        Returns:
            The same kind of thing.
        """
        if isinstance(images, Image.Image):
            changed = self._changed(_tensor(images)[None], generator).images
            changed = closed(floats(changed), torch.uint8)[0]
            return Image.fromarray(changed.permute(1, 2, 0).squeeze(2).numpy())
        if images.ndim == 3:
            return self._changed(images[None], generator).images[0]
        return self._changed(images, generator).images

    def apply(
        self,
        images: Images,
        generator: Generator | None = None,
        *,
        masks: Tensor | None = None,
        boxes: Tensor | None = None,
    ) -> Augmented:
        """Change a batch; masks and boxes follow the geometry.

        Args:
            images, generator: as for a call; a batch only.
            masks: (count, height, width), or with channels, of any real
                dtype. Outside of the picture they are 0.
            boxes: (count, boxes, 4): left, top, right, bottom in pixels.

        Raises:
            CourseError: a bad argument, or a step these pictures cannot take.
        """
        if masks is not None:
            fit_masks(masks, images)
        if boxes is not None:
            fit_boxes(boxes, images)
        return self._changed(images, generator, masks, boxes)

    def _changed(
        self,
        images: Tensor,
        generator: Generator | None,
        masks: Tensor | None = None,
        boxes: Tensor | None = None,
    ) -> Augmented:
        """Change a batch that has been checked."""
        draw = Draw(images, generator)
        geometry, color = draw.eye(3), draw.eye(draw.channels + 1)
        with torch.autocast(images.device.type, enabled=False):
            runs = self._drawn(draw)
            size = (draw.count, draw.channels, *draw.size)
            result = images.new_empty(size, dtype=self.dtype)
            for part in _parts(images):
                pictures = floats(images[part])
                for run in runs:
                    pictures, tint = run.change(pictures, part)
                    if tint is not None:
                        before = color[part].clone()
                        color[part, :-1] = product(tint, before)
                result[part] = closed(pictures, result.dtype)
            for run in runs:
                if run.geometry is not None:
                    geometry = product(run.geometry, geometry)
                if masks is not None:
                    masks = run.move_masks(masks)
        if boxes is not None:
            boxes = warp_boxes(boxes, geometry, draw.size)
        return Augmented(result, masks, boxes, geometry, color)

    def _drawn(self, draw: Draw) -> list[Run]:
        """Draw the numbers of all steps, in their order."""
        runs = [Run(draw, self.border, self.mode)]
        for step, gate in (p for s in self.steps for p in s._plan(draw)):
            if runs[-1].last is not None:
                runs.append(Run(draw, self.border, self.mode))
            runs[-1].add(step, gate, draw)
        for run in runs:
            run.check()
        return runs

    def examples(
        self,
        image: Some,
        count: Count = 15,
        generator: Generator | None = None,
    ) -> list[Tensor]:
        """Return a picture and changed ones, for `visualize.gallery`.

        Args:
            image: one picture, as for a call.
            count: how many changed ones follow the picture itself.

        Returns:
            count + 1 pictures (3, height, width), gray ones repeated.
        """
        if isinstance(image, Image.Image):
            image = _tensor(image)
        expected = "one picture (channels, height, width)"
        check(image.ndim == 3, "image", image, expected, "images[0]")
        fit_size(count * image.numel(), image.numel())
        image = floats(image[None])
        if image.shape[1] == 1:
            image = image.repeat(1, 3, 1, 1)
        changed = self(image.repeat(count, 1, 1, 1), generator)
        return [image[0], *changed]


def _tensor(picture: Image.Image) -> Tensor:
    """Return a picture of mode L or RGB as (channels, height, width)."""
    with told("The picture cannot be decoded", "Try another file."):
        pixels = np.array(picture)
    pixels = pixels.reshape(picture.height, picture.width, -1)
    return torch.from_numpy(pixels).permute(2, 0, 1)


def _parts(images: Tensor) -> list[slice]:
    """Return which pictures are changed together.

    A few at a time stay in the cache of a CPU. A GPU takes all at once.
    """
    few = max(1, CHUNK // images[0].numel())
    step = few if images.device.type == "cpu" else len(images)
    return [slice(k, k + step) for k in range(0, len(images), step)]
