"""What a step of an augmentation is, and the steps that move pixels.

Positions are in pixels from the upper left corner of the picture: the center
of the first pixel is (0.5, 0.5), y points down. Colors run from 0 to 1. Steps
that move pixels are 3x3 matrices; steps that change colors linearly are
matrices as well, on (red, green, blue, 1). `augmentation.py` multiplies them.
"""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from typing import ClassVar

import torch
from torch import Generator, Tensor
from torch.nn import functional as F

from cnncourse.augmentation.inputs import opened, seen, span_of, whole
from cnncourse.errors import CourseError

CHUNK = 2**18  # values

Range = float | tuple[float, float]


class Draw:
    """Random numbers for a batch: one per picture, on the pictures' device.

    Args:
        images: (count, channels, height, width).
        generator: on its device the numbers are drawn; PyTorch's own
            stream without it.
    """

    def __init__(self, images: Tensor, generator: Generator | None):
        if not isinstance(generator, Generator | None):
            raise CourseError(
                f"generator={seen(generator)} was given; expected a "
                "torch.Generator or None; try "
                "generator=torch.Generator().manual_seed(0)."
            )
        self.count, self.channels = images.shape[:2]
        self.size = tuple(images.shape[2:])
        self.generator, self.device = generator, images.device
        self.source = generator.device if generator else images.device
        self.owns = False  # whether the pictures may be overwritten

    def uniform(self, low=0.0, high=1.0, shape=()) -> Tensor:
        """Return (count, *shape) numbers between low and high."""
        drawn = torch.rand(
            (self.count, *shape), generator=self.generator, device=self.source
        )
        return (low + (high - low) * drawn).to(self.device)

    def normal(self, *shape: int) -> Tensor:
        """Return (count, *shape) numbers of mean 0 and deviation 1."""
        return torch.randn(
            (self.count, *shape), generator=self.generator, device=self.source
        ).to(self.device)

    def integers(self, high: int, *shape: int) -> Tensor:
        """Return whole numbers from 0 to high - 1."""
        return torch.randint(
            high, shape, generator=self.generator, device=self.source
        ).to(self.device)

    def eye(self, side: int) -> Tensor:
        """Return a unit matrix per picture."""
        return torch.eye(side, device=self.device).repeat(self.count, 1, 1)


@dataclass(frozen=True)
class Step:
    """One kind of random change.

    Args:
        p: share of the pictures that is changed at all.
    """

    _: KW_ONLY
    p: float = 1.0

    def __post_init__(self):
        span_of("p", self.p, 0, 1, pair=False)

    def matrix(
        self, images: Tensor, generator: Generator | None = None
    ) -> Tensor:
        """Draw the matrices that a call with this generator applies.

        Returns:
            (count, 3, 3) of positions, or (count, channels + 1, channels +
            1) of colors, on homogeneous coordinates.
        """
        if not isinstance(self, Geometry | Color):
            raise CourseError(
                f"{type(self).__name__} has no matrix of its own: it is not "
                "one linear map. Use Augment(step).apply(images), which "
                "returns the matrices it has used."
            )
        images = opened(images)
        draw = Draw(images, generator)
        ((step, gate),) = self._plan(draw)
        arguments = (mean_color(images),) if isinstance(self, Color) else ()
        return gated(step._matrix(draw, *arguments), gate)

    def _plan(self, draw: Draw) -> list[tuple["Step", Tensor | None]]:
        """Return steps, each with the pictures it changes."""
        return [(self, draw.uniform() < self.p if self.p < 1 else None)]

    def _ranges(self, **limits: tuple[float | None, float, float]) -> None:
        """Turn the named fields into (low, high), or refuse them."""
        Step.__post_init__(self)
        for name, (middle, least, most) in limits.items():
            span = span_of(name, getattr(self, name), least, most, middle)
            object.__setattr__(self, name, span)


class Geometry(Step):
    """A step that moves pixels; masks and boxes follow it."""

    projective: ClassVar[bool] = False

    def _size(self, size: tuple[int, int]) -> tuple[int, int]:
        return size


class Color(Step):
    """A step that maps each pixel's color linearly."""


@dataclass(frozen=True)
class Flip(Geometry):
    """Mirror left and right, or with `vertical` top and bottom."""

    vertical: bool = False
    _: KW_ONLY
    p: float = 0.5

    def __post_init__(self):
        super().__post_init__()
        if not isinstance(self.vertical, bool):
            raise CourseError(
                f"vertical={seen(self.vertical)} was given; expected True or "
                "False; try vertical=False."
            )

    def _matrix(self, draw: Draw) -> Tensor:
        across, down = (1, -1) if self.vertical else (-1, 1)
        return _about_center(draw, across, 0, 0, down)


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

    degrees: Range = 0.0
    scale: Range = 0.0
    shift: Range = 0.0
    shear: Range = 0.0

    def __post_init__(self):
        self._ranges(
            degrees=(0, -360, 360),
            scale=(1, 0.01, 100),
            shift=(0, -1, 1),
            shear=(0, -80, 80),
        )

    def _matrix(self, draw: Draw) -> Tensor:
        angle = -torch.deg2rad(draw.uniform(*self.degrees))
        scale = draw.uniform(*self.scale)
        x, y = draw.uniform(*self.shift, (2,)).unbind(1)
        lean = torch.deg2rad(draw.uniform(*self.shear, (2,)))
        along, down = lean.tan().unbind(1)
        cos, sin = scale * angle.cos(), scale * angle.sin()
        a, c = cos + sin * down, sin - cos * down
        return _about_center(
            draw,
            a,
            -a * along - sin,
            c,
            cos - c * along,
            x * draw.size[1],
            y * draw.size[0],
        )


def Rotate(degrees: Range = 15.0, *, p: float = 1.0) -> Affine:
    """Turn about the center; see `Affine`."""
    return Affine(degrees=degrees, p=p)


def Scale(scale: Range = 0.1, *, p: float = 1.0) -> Affine:
    """Enlarge or shrink about the center; see `Affine`."""
    return Affine(scale=scale, p=p)


def Translate(shift: Range = 0.1, *, p: float = 1.0) -> Affine:
    """Shift by a share of width and height; see `Affine`."""
    return Affine(shift=shift, p=p)


def Shear(shear: Range = 10.0, *, p: float = 1.0) -> Affine:
    """Lean over in both directions; see `Affine`."""
    return Affine(shear=shear, p=p)


@dataclass(frozen=True)
class Perspective(Geometry):
    """Move each corner inward, as if seen from the side.

    Args:
        distortion: the most a corner moves, as a share of half the side.
    """

    distortion: float = 0.3
    projective: ClassVar[bool] = True

    def __post_init__(self):
        super().__post_init__()
        # Beyond 2/3 a corner could pass the line between its neighbors.
        span_of("distortion", self.distortion, 0, 0.6, pair=False)

    def _matrix(self, draw: Draw) -> Tensor:
        moved = draw.uniform(0, self.distortion / 2, (4, 2))
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


@dataclass(frozen=True)
class Crop(Geometry):
    """Pad all around and cut out a window at a random place.

    Args:
        size: side, or (height, width), of the window; the picture's own
            size without it.
        padding: pixels added on each side.
    """

    size: int | tuple[int, int] | None = None
    padding: int = 0

    def __post_init__(self):
        super().__post_init__()
        size = (self.size,) * 2 if whole(self.size) else self.size
        if size is not None and not (
            isinstance(size, tuple | list)
            and len(size) == 2
            and all(whole(side, 1) for side in size)
        ):
            raise CourseError(
                f"size={seen(self.size)} was given; expected the window's "
                "side or (height, width) in pixels, at least 1; try size=32."
            )
        if not whole(self.padding):
            raise CourseError(
                f"padding={seen(self.padding)} was given; expected a whole "
                "number of pixels of at least 0; try padding=4."
            )
        object.__setattr__(self, "size", size and tuple(size))

    def _size(self, size: tuple[int, int]) -> tuple[int, int]:
        return self.size or size

    def _matrix(self, draw: Draw) -> Tensor:
        matrix, window = draw.eye(3), self._size(draw.size)
        for axis, full, side in (
            (1, draw.size[0], window[0]),
            (0, draw.size[1], window[1]),
        ):
            spare = full + 2 * self.padding - side
            if spare < 0:
                raise CourseError(
                    f"size={window} was given for pictures of {draw.size} "
                    f"with padding={self.padding}; the window must fit in. "
                    "Try a smaller size or more padding."
                )
            offset = (draw.uniform(0, spare + 1)).floor().clamp(max=spare)
            matrix[:, axis, 2] = self.padding - offset
        return matrix


def _about_center(draw: Draw, a, b, c, d, x=0, y=0) -> Tensor:
    """Return [[a, b], [c, d]] about the picture's center, then a shift."""
    matrix = draw.eye(3)
    v, u = draw.size[0] / 2, draw.size[1] / 2
    matrix[:, 0, 0], matrix[:, 0, 1] = a, b
    matrix[:, 1, 0], matrix[:, 1, 1] = c, d
    matrix[:, 0, 2] = u - a * u - b * v + x
    matrix[:, 1, 2] = v - c * u - d * v + y
    return matrix


def in_chunks(
    change: Callable[..., Tensor],
    images: Tensor,
    draw: "Draw",
    size: tuple[int, int],
    *others: Tensor,
) -> Tensor:
    """Apply a function to a few pictures at a time.

    On a CPU, asking for large tensors and giving them back costs more time
    than the arithmetic. Small ones stay in the cache, and once the pictures
    are our own and no gradient needs them, the results replace them.
    """
    if images.device.type != "cpu":
        return change(images, *others)
    reuse = draw.owns and tuple(images.shape[2:]) == size
    reuse = reuse and not any(x.requires_grad for x in (images, *others))
    new = images.new_empty
    result = images if reuse else new((*images.shape[:2], *size))
    step = max(1, CHUNK // images[0].numel())
    for start in range(0, len(images), step):
        part = slice(start, start + step)
        result[part] = change(images[part], *(other[part] for other in others))
    draw.owns = True
    return result


def product(left: Tensor, right: Tensor) -> Tensor:
    """Return left @ right in full precision: a GPU may shorten factors."""
    if not left.is_cuda:
        return left @ right
    return (left[..., None] * right[:, None]).sum(2)


def gated(matrix: Tensor, gate: Tensor | None) -> Tensor:
    """Return the matrices where the gate is open, else the unit matrix."""
    if gate is None:
        return matrix
    unit = torch.eye(matrix.shape[-1], device=matrix.device)
    return torch.where(gate[:, None, None], matrix, unit)


def mean_color(images: Tensor) -> Tensor:
    """Return (count, channels + 1): the mean color and 1."""
    return F.pad(images.mean((2, 3)), (0, 1), value=1.0).float()
