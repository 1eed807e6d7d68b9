"""Random changes to whole batches of pictures, each picture with its own.

    augment = Augment(Flip(), Crop(padding=4), Rotate(15), Contrast(0.2))
    images = augment(images, torch.Generator().manual_seed(0))

Steps that move pixels are matrices, steps that change colors linearly are
matrices too. `Augment` multiplies them, one product per picture, and
resamples once.

Against torchvision's functions, at equal parameters: values are clipped once,
at the end, not after each step; what leaves the frame between two geometric
steps is not lost; `Hue` turns about the grey axis, not in HSV, and differs by
up to a third of the gap between a color's channels; grey is 0.299 R + 0.587 G
+ 0.114 B, where torchvision has 0.2989. Sampling is bilinear, without
antialiasing, with black around the picture, as in torchvision's `affine` with
`InterpolationMode.BILINEAR`.
"""

from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image
from torch import Generator, Tensor

from cnncourse.augmentation.color import Brightness, Contrast, Saturation
from cnncourse.augmentation.geometry import (
    Color,
    Draw,
    Geometry,
    Rotate,
    Scale,
    Shear,
    Step,
    Translate,
    gated,
    mean_color,
    product,
)
from cnncourse.augmentation.inputs import (
    FLOATS,
    check_boxes,
    check_masks,
    check_names,
    opened,
    seen,
    span_of,
    whole,
)
from cnncourse.augmentation.warp import (
    closed,
    kept,
    recolor,
    resample,
    warp_boxes,
    warp_masks,
)
from cnncourse.errors import CourseError


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

    count: int = 2
    magnitude: float = 0.3

    def __post_init__(self):
        super().__post_init__()
        span_of("magnitude", self.magnitude, 0, 1, pair=False)
        if not whole(self.count) or self.count > 7:
            raise CourseError(
                f"count={seen(self.count)} was given; expected how many "
                "steps a picture gets, 0 to 7; try count=2."
            )

    def steps(self, channels: int = 3) -> tuple[Step, ...]:
        """Return the steps that are picked from."""
        most = float(self.magnitude)
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

    def _plan(self, draw: Draw) -> list[tuple[Step, Tensor | None]]:
        steps = self.steps(draw.channels)
        # The identity is one more to pick from.
        keys = draw.uniform(shape=(len(steps) + 1,))
        rank = keys.argsort(1).argsort(1)
        picked = (rank < self.count) & (draw.uniform(shape=(1,)) < self.p)
        return list(zip(steps, picked.unbind(1), strict=False))


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
        *steps: Step,
        border: str = "zeros",
        mode: str = "bilinear",
        dtype: torch.dtype | None = None,
    ):
        for step in steps:
            if not isinstance(step, Step):
                raise CourseError(
                    f"steps hold {seen(step)}; expected steps of this "
                    "module; try Augment(Flip(), Rotate(15))."
                )
        check_names(border, mode)
        if dtype is not None and dtype not in (torch.uint8, *FLOATS):
            raise CourseError(
                f"dtype={seen(dtype)} was given; expected torch.uint8 or a "
                "float type; try dtype=torch.float32."
            )
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

    def __call__(
        self, images: Tensor | Image.Image, generator: Generator | None = None
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
            if images.mode not in ("L", "RGB"):
                raise CourseError(
                    f"images is a picture of mode {images.mode}; expected L "
                    'or RGB; try images.convert("RGB").'
                )
            pixels = np.array(images).reshape(*images.size[::-1], -1)
            pixels = torch.from_numpy(pixels).permute(2, 0, 1)
            changed = self.apply(pixels[None], generator).images[0]
            changed = closed(opened(changed[None]), torch.uint8)[0]
            changed = changed.permute(1, 2, 0)
            return Image.fromarray(changed.squeeze(2).numpy())
        if isinstance(images, Tensor) and images.ndim == 3:
            return self(images[None], generator)[0]
        return self.apply(images, generator).images

    def apply(
        self,
        images: Tensor,
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
        pictures = opened(images)
        check_masks(masks, images)
        check_boxes(boxes, images)
        draw = Draw(pictures, generator)
        draw.owns = pictures is not images
        geometry = draw.eye(3)
        color = draw.eye(draw.channels + 1)
        moves: list[tuple[Geometry, Tensor]] = []
        tints: list[tuple[Color, Tensor | None]] = []

        def flush() -> None:
            """Apply the matrices that have gathered."""
            nonlocal pictures, masks, geometry, color
            if moves:
                matrix = moves[0][1]
                for _, drawn in moves[1:]:
                    matrix = product(drawn, matrix)
                straight = not any(step.projective for step, _ in moves)
                where = (matrix, draw.size, self.border)
                pictures = resample(
                    pictures, draw, *where, self.mode, straight
                )
                if masks is not None:
                    masks = warp_masks(masks, *where, straight)
                geometry = product(matrix, geometry)
            if tints:
                matrix, mean = draw.eye(len(color[0])), mean_color(pictures)
                for step, gate in tints:
                    now = product(matrix, mean[:, :, None])[:, :, 0]
                    drawn = gated(step._matrix(draw, now), gate)
                    matrix = product(drawn, matrix)
                pictures = recolor(pictures, draw, matrix)
                color = product(matrix, color)
            moves.clear()
            tints.clear()

        with torch.autocast(images.device.type, enabled=False):
            for step, gate in (p for s in self.steps for p in s._plan(draw)):
                if isinstance(step, Geometry):
                    moves.append((step, gated(step._matrix(draw), gate)))
                    draw.size = step._size(draw.size)
                elif isinstance(step, Color):
                    tints.append((step, gate))
                else:
                    flush()
                    draw.owns = draw.owns and gate is None
                    changed = step._apply(pictures, draw)
                    if gate is not None:
                        changed = kept(~gate, pictures, changed)
                    pictures = changed
            flush()
        if boxes is not None:
            boxes = warp_boxes(boxes, geometry, draw.size)
        pictures = closed(pictures, self.dtype or images.dtype, draw.owns)
        return Augmented(pictures, masks, boxes, geometry, color)

    def examples(
        self,
        image: Tensor | Image.Image,
        count: int = 15,
        generator: Generator | None = None,
    ) -> list[Tensor]:
        """Return a picture and changed ones, for `visualize.gallery`.

        Args:
            image: one picture, as for a call.
            count: how many changed ones follow the picture itself.

        Returns:
            count + 1 pictures (3, height, width), grey ones repeated.
        """
        if isinstance(image, Image.Image):
            array = np.array(image.convert("RGB"))
            image = torch.from_numpy(array).permute(2, 0, 1)
        if not isinstance(image, Tensor) or image.ndim != 3:
            raise CourseError(
                f"image={seen(image)} was given; expected one picture "
                "(channels, height, width); try images[0]."
            )
        if not whole(count, 1):
            raise CourseError(
                f"count={seen(count)} was given; expected a whole number of "
                "at least 1; try count=15."
            )
        image = opened(image[None], "image")
        if image.shape[1] == 1:
            image = image.repeat(1, 3, 1, 1)
        changed = self(image.repeat(count, 1, 1, 1), generator)
        return [image[0], *changed]
