"""The steps that move pixels: 3x3 matrices on (x, y, 1)."""

from dataclasses import KW_ONLY, dataclass
from typing import Annotated, ClassVar

import torch
from pydantic import Field
from torch import Tensor

from cnncourse.augmentation.inputs import Pixel, Range, Sides, pair, span
from cnncourse.augmentation.step import Draw, Geometry
from cnncourse.doors import door
from cnncourse.errors import CourseError
from cnncourse.kinds import Share

Degrees = Annotated[Range, span(0, -360, 360)]
Factor = Annotated[Range, span(1, 0.01, 100)]
Part = Annotated[Range, span(0, -1, 1)]
Lean = Annotated[Range, span(0, -80, 80)]


@door
@dataclass(frozen=True)
class Flip(Geometry):
    """Mirror left and right, or with `vertical` top and bottom."""

    vertical: bool = False
    _: KW_ONLY
    p: Share = 0.5

    def _matrix(self, draw: Draw) -> Tensor:
        across, down = (1, -1) if self.vertical else (-1, 1)
        return _about_center(draw, across, 0, 0, down)


@door
@dataclass(frozen=True)
class Affine(Geometry):
    """Shear, scale, rotate and shift, in this order, about the center.

    Args:
        degrees: counterclockwise; a number r means -r to r. This is the sign
            of torchvision's `rotate`; its `affine` counts the other way.
        scale: factor; r means 1 - r to 1 + r.
        shift: in both directions, as a share of width and height.
        shear: degrees in both directions.
    """

    degrees: Degrees = 0.0
    scale: Factor = 0.0
    shift: Part = 0.0
    shear: Lean = 0.0

    def _matrix(self, draw: Draw) -> Tensor:
        angle = -torch.deg2rad(draw.uniform(self.degrees))
        scale = draw.uniform(self.scale)
        x, y = draw.uniform(self.shift, 2).unbind(1)
        lean = torch.deg2rad(draw.uniform(self.shear, 2))
        along, down = lean.tan().unbind(1)
        # [cos -sin; sin cos] @ [1 0; down 1] @ [1 -along; 0 1]
        cos, sin = scale * angle.cos(), scale * angle.sin()
        a, c = cos + sin * down, sin - cos * down
        b, d = -a * along - sin, cos - c * along
        height, width = draw.size
        return _about_center(draw, a, b, c, d, x * width, y * height)


@door
def Rotate(degrees: Degrees = 15.0, *, p: Share = 1.0) -> Affine:
    """Turn about the center; see `Affine`."""
    return Affine(degrees=degrees, p=p)


@door
def Scale(scale: Factor = 0.1, *, p: Share = 1.0) -> Affine:
    """Enlarge or shrink about the center; see `Affine`."""
    return Affine(scale=scale, p=p)


@door
def Translate(shift: Part = 0.1, *, p: Share = 1.0) -> Affine:
    """Shift by a share of width and height; see `Affine`."""
    return Affine(shift=shift, p=p)


@door
def Shear(shear: Lean = 10.0, *, p: Share = 1.0) -> Affine:
    """Lean over in both directions; see `Affine`."""
    return Affine(shear=shear, p=p)


@door
@dataclass(frozen=True)
class Perspective(Geometry):
    """Move each corner inward, as if seen from the side.

    Args:
        distortion: the most a corner moves, as a share of half the side.
    """

    # Beyond 2/3 a corner could pass the line between its neighbors.
    distortion: Annotated[float, Field(ge=0, le=0.6)] = 0.3
    projective: ClassVar[bool] = True

    def _matrix(self, draw: Draw) -> Tensor:
        moved = draw.uniform((0, self.distortion / 2), 4, 2)
        signs = moved.new_tensor([[1, 1], [-1, 1], [-1, -1], [1, -1]])
        a, b, c, d = (moved * signs).unbind(1)
        right = moved.new_tensor([1.0, 0.0])
        b, c, d = b + right, c + 1, d + right.flip(0)
        # The unit square's corners go to a, b, c, d (Heckbert 1989).
        (x1, y1), (x2, y2) = (b - c).unbind(1), (d - c).unbind(1)
        x3, y3 = ((a - b) + (c - d)).unbind(1)
        area = x1 * y2 - x2 * y1
        g, h = (x3 * y2 - x2 * y3) / area, (x1 * y3 - x3 * y1) / area
        columns = (b - a + g[:, None] * b, d - a + h[:, None] * d, a)
        matrix = draw.eye(3)
        matrix[:, :2] = torch.stack(columns, 2)
        matrix[:, 2, 0], matrix[:, 2, 1] = g, h
        side = matrix.new_tensor([draw.size[1], draw.size[0], 1])
        return matrix * (side[:, None] / side)


@door
@dataclass(frozen=True)
class Crop(Geometry):
    """Pad all around and cut out a window at a random place.

    Args:
        size: side, or (height, width), of the window; the picture's own
            size without it.
        padding: pixels added on each side.
    """

    size: Sides | None = None
    padding: Pixel = 0

    def _size(self, size: tuple[int, int]) -> tuple[int, int]:
        return size if self.size is None else pair(self.size)

    def _matrix(self, draw: Draw) -> Tensor:
        matrix, window = draw.eye(3), self._size(draw.size)
        for row, full, side in zip((1, 0), draw.size, window, strict=True):
            spare = full + 2 * self.padding - side
            if spare < 0:
                raise CourseError(
                    f"size={window} was given for pictures of {draw.size} "
                    f"with padding={self.padding}; the window must fit in. "
                    "Try a smaller size or more padding."
                )
            offset = draw.uniform((0, spare + 1)).floor().clamp(max=spare)
            matrix[:, row, 2] = self.padding - offset
        return matrix


Entry = Tensor | float


def _about_center(
    draw: Draw,
    a: Entry,
    b: Entry,
    c: Entry,
    d: Entry,
    x: Entry = 0,
    y: Entry = 0,
) -> Tensor:
    """Return [[a, b], [c, d]] about the picture's center, then a shift."""
    matrix = draw.eye(3)
    v, u = draw.size[0] / 2, draw.size[1] / 2
    matrix[:, 0, 0], matrix[:, 0, 1] = a, b
    matrix[:, 1, 0], matrix[:, 1, 1] = c, d
    matrix[:, 0, 2] = u - a * u - b * v + x
    matrix[:, 1, 2] = v - c * u - d * v + y
    return matrix
