"""What generated pictures share: nuisance factors and exact pixel arithmetic.

The same call gives the same bytes on every machine. So random numbers come
from `np.random.RandomState`, whose stream is frozen (NEP 19, NumPy's policy
on random numbers), as integers and `random_sample` only. And pixels are
computed with additions, multiplications, divisions, square roots and
comparisons, one array operation at a time, which IEEE 754 rounds the same way
everywhere. `np.sin`, sums along an axis and matrix products are not used:
their last bit depends on the processor. Factors are float64; pixels are
float32, which is exact enough for 256 levels and half the work.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Annotated, Any

import numpy as np
from numpy import ndarray as Array
from numpy.random import RandomState as Stream
from pydantic import AfterValidator, Field

from cnncourse.datasets.files import check_memory
from cnncourse.doors import door
from cnncourse.errors import unknown

Amount = Annotated[int, Field(ge=0, le=10**7, examples=["100"])]
Side = Annotated[int, Field(ge=8, le=1024, examples=["32"])]

# fmt: off
# Each value drawn: the field of Nuisance, or the range, that it comes from.
FACTORS: dict[str, str | tuple[float, float]] = {
    "x": "position", "y": "position", "radius": "size", "angle": "rotation",
    "contrast": "contrast", "hue": "hue", "saturation": "saturation",
    "ground": "ground", "ground_hue": "hue", "texture": "texture",
    "ground_saturation": "saturation", "brightness": "brightness",
    "gradient": "gradient", "light_angle": (-180, 180),
    "occlusion": "occlusion", "band_angle": (-180, 180),
    "band_offset": (-0.6, 0.6), "band_level": (0, 1), "noise": "noise",
}
# fmt: on
OWN = tuple(FACTORS)[:7]  # every object of a scene has its own


def ordered(
    least: float, most: float, *, low: str = "low", high: str = "high"
) -> tuple[Any, ...]:
    """Return what says that a pair rises, and between which ends."""

    def check(given: tuple[float, float]) -> tuple[float, float]:
        if not least <= given[0] <= given[1] <= most:
            raise ValueError(f"is {given}; expected {words}")
        return given

    words = f"({low}, {high}) with {least:g} <= {low} <= {high} <= {most:g}"
    return AfterValidator(check), Field(description=words)


Pair = tuple[float, float]


@door
@dataclass(frozen=True)
class Nuisance:
    """The range (low, high) of all that changes a picture but not its class.

    Every value is drawn uniformly from its range. Equal ends hold a factor
    still; `dataclasses.replace` changes one. Gray levels run from 0 to 1.

    Args:
        position: shape's center, both ways, from the picture's center, in
            picture sides.
        size: radius of the circle around the shape, in picture sides.
        rotation: degrees, counter-clockwise; 0 is upright.
        brightness: factor on the whole picture.
        gradient: how much the light rises and falls from corner to corner;
            0 is even light. Its direction is always random.
        contrast: difference in gray level between shape and ground. Shapes
            are brighter than a dark ground and darker than a bright one.
        ground: gray level of the ground.
        hue: color angle of shape and of ground, degrees; two draws.
        saturation: strength of both colors, in gray levels; two draws.
        texture: largest departure of the cloudy ground, in gray levels.
        occlusion: width of a gray band across the shape, in picture sides.
            Where it runs is always random; 0 leaves it out.
        noise: standard deviation of each pixel and channel, in gray levels.

    Raises:
        CourseError: if a range is no pair, is reversed or too wide.
    """

    position: Annotated[Pair, *ordered(-0.5, 0.5)] = (-0.15, 0.15)
    size: Annotated[Pair, *ordered(0.05, 0.7)] = (0.22, 0.34)
    rotation: Annotated[Pair, *ordered(-360, 360)] = (-180.0, 180.0)
    brightness: Annotated[Pair, *ordered(0, 2)] = (0.7, 1.1)
    gradient: Annotated[Pair, *ordered(0, 1)] = (0.0, 0.5)
    contrast: Annotated[Pair, *ordered(0, 1)] = (0.2, 0.5)
    ground: Annotated[Pair, *ordered(0, 1)] = (0.2, 0.8)
    hue: Annotated[Pair, *ordered(-360, 360)] = (0.0, 360.0)
    saturation: Annotated[Pair, *ordered(0, 0.5)] = (0.0, 0.25)
    texture: Annotated[Pair, *ordered(0, 1)] = (0.0, 0.2)
    occlusion: Annotated[Pair, *ordered(0, 0.5)] = (0.0, 0.08)
    noise: Annotated[Pair, *ordered(0, 0.5)] = (0.0, 0.08)

    @classmethod
    def still(cls) -> "Nuisance":
        """Return ranges of zero width: upright, centered, plain and clean."""
        held = {field.name: (0.0, 0.0) for field in fields(cls)}
        held |= {"size": (0.3, 0.3), "brightness": (1.0, 1.0)}
        held |= {"contrast": (0.5, 0.5), "ground": (0.25, 0.25)}
        return cls(**held)


def named(kind: str, known: tuple[str, ...]) -> AfterValidator:
    """Return what refuses names that do not exist, or stand there twice."""

    def check(given: str | Sequence[str]) -> tuple[str, ...]:
        given = (given,) if isinstance(given, str) else tuple(given)
        for name in given:
            if name not in known:
                raise unknown(kind, name, known)
        if not given or len(set(given)) < len(given):
            raise ValueError(
                f"is {given!r}; expected one or more, none of them twice; "
                f"choose from {', '.join(known)}"
            )
        return given

    return AfterValidator(check)


def check_room(count: int, size: int, objects: int = 1) -> None:
    """Refuse more pictures than fit into the memory."""
    needed = count * (8 * size**2 + 100 * objects + 400)
    what = f"{count:,} pictures of {size}x{size}"
    check_memory(needed, what, "ask for fewer or smaller ones")


def stream(seed: int, purpose: int) -> Stream:
    """Return random numbers for one purpose, whatever the others use."""
    return np.random.RandomState([seed, purpose])


def balanced(count: int, kinds: int, numbers: Stream) -> Array:
    """Return 0 to kinds - 1, equally often up to one, in random order."""
    order = numbers.random_sample(count).argsort(kind="stable")
    return order.astype(np.int64) % kinds


def draw(
    nuisance: Nuisance, count: int, objects: int, size: int, seed: int
) -> dict[str, Array]:
    """Draw all factors: N values each, or N x objects of those in `OWN`."""
    numbers, drawn = stream(seed, 1), {}
    for name, span in FACTORS.items():
        low, high = getattr(nuisance, span) if isinstance(span, str) else span
        shape = (count, objects) if name in OWN else count
        drawn[name] = low + (high - low) * numbers.random_sample(shape)
    for name in ("x", "y"):
        drawn[name] = (0.5 + drawn[name]) * size - 0.5
    drawn["radius"] *= size
    return drawn


def chunks(
    factors: dict[str, Array], size: int
) -> Iterator[tuple[slice, dict[str, Array]]]:
    """Cut the work into pieces that stay in the processor's cache."""
    step = max(1, 2**16 // size**2)
    for start in range(0, len(factors["noise"]), step):
        part = slice(start, start + step)
        yield part, {name: value[part] for name, value in factors.items()}


def ground(f: dict[str, Array], size: int, numbers: Stream) -> Array:
    """Return canvases, N x 3 x S x S, of ground with a cloudy texture."""
    count = len(f["noise"])
    clouds = np.zeros((count, size, size), np.float32)
    for cells in (3, 8):
        # Random gray levels on a grid, joined smoothly: rows, then columns.
        shape = (count, cells + 1, cells + 1)
        knots = (numbers.random_sample(shape) - 0.5).astype(np.float32)
        place = np.arange(size) * (cells / size)
        cell = place.astype(np.int64)
        part = place - cell
        part = (part * part * (3 - 2 * part)).astype(np.float32)
        rows = knots[:, cell] * (1 - part[:, None])
        rows += knots[:, cell + 1] * part[:, None]
        clouds += rows[:, :, cell] * (1 - part)
        clouds += rows[:, :, cell + 1] * part
    clouds *= column(f["texture"])
    flat = color(f["ground"], f["ground_hue"], f["ground_saturation"])
    return flat[:, :, None, None] + clouds[:, None]


def develop(canvas: Array, f: dict[str, Array], numbers: Stream) -> Array:
    """Light the canvas, add noise, and round to 256 levels."""
    count, _, size, _ = canvas.shape
    middle = np.full(count, (size - 1) / 2)
    # Half a diagonal is the unit, so that corners are at -1 and 1.
    light = along(middle, middle, f["light_angle"], size * 0.70710678, size)
    light *= column(255 * f["brightness"] * f["gradient"])
    light += column(255 * f["brightness"])
    canvas *= light[:, None]
    if f["noise"].any():
        # Four bytes of one draw add up to 0...1020, nearly a bell curve, in
        # integers. Their standard deviation is the root of (256**2 - 1) / 3.
        grain = numbers.randint(0, 2**32, canvas.shape, dtype=np.uint32)
        grain = (grain & 0x00FF00FF) + ((grain >> 8) & 0x00FF00FF)
        grain = ((grain & 0xFFFF) + (grain >> 16)).astype(np.float32)
        grain -= 510
        grain *= column(f["noise"] * (255 / 147.8))[:, None]
        canvas += grain
    canvas += 0.5
    return np.clip(canvas, 0, 255, out=canvas).astype(np.uint8)


def blend(canvas: Array, alpha: Array, paint: Array) -> None:
    """Paint a color over the canvas as far as alpha covers it."""
    canvas += alpha[:, None] * (paint[:, :, None, None] - canvas)


def color(level: Array, hue: Array, saturation: Array | float) -> Array:
    """Return N x 3: the gray level plus three cosines 120 degrees apart."""
    waves = (saturation * turn(hue - 120 * k)[0] for k in range(3))
    return np.stack([level + w for w in waves], axis=1).astype(np.float32)


def contrasting(f: dict[str, Array]) -> Array:
    """Return gray levels that differ from the ground by the contrast."""
    sign = np.where(f["ground"] < 0.5, 1.0, -1.0)
    return f["ground"] + sign * f["contrast"]


def column(values: Array) -> Array:
    """Return one float32 a picture, to combine with N x S x S."""
    return values.astype(np.float32)[:, None, None]


def along(
    x: Array, y: Array, angle: Array, unit: Array | float, size: int
) -> Array:
    """Return how far pixels lie from (x, y) in a direction, N x S x S."""
    cosine, sine = turn(angle)
    right = (np.arange(size) - x[:, None]) * (cosine / unit)[:, None]
    up = (y[:, None] - np.arange(size)) * (sine / unit)[:, None]
    right, up = right.astype(np.float32), up.astype(np.float32)
    return right[:, None, :] + up[:, :, None]


def length(u: Array, v: Array) -> Array:
    """Return the distance of points from the origin."""
    return np.sqrt(u * u + v * v)


def turn(angle: Array) -> tuple[Array, Array]:
    """Return cosine and sine of degrees, within 3e-8, by Taylor series."""
    quarters = np.rint(angle / 90)
    t = (angle / 90 - quarters) * 1.5707963267948966
    s = t * t
    sine = t * (1 - s / 6 * (1 - s / 20 * (1 - s / 42 * (1 - s / 72))))
    cosine = 1 - s / 2 * (1 - s / 12 * (1 - s / 30 * (1 - s / 56)))
    quarters = quarters - 4 * np.floor(quarters / 4)
    sign = np.where(quarters < 2, 1.0, -1.0)
    odd = (quarters == 1) | (quarters == 3)
    pair = np.where(odd, -sine, cosine), np.where(odd, cosine, sine)
    return sign * pair[0], sign * pair[1]
