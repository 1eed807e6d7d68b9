"""Generated pictures: the truth about every pixel and every factor is known.

- `shapes`: one shape a picture, ten classes (classification, augmentation);
- `scenes`: several shapes that hide one another (segmentation);
- `textures`: regular patterns, some with a defect (anomaly detection).

NumPy only, and the same bytes on every machine: `painting.py` says how.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import numpy as np
from numpy import ndarray as Array

from cnncourse.datasets.painting import (
    OWN,
    Amount,
    Nuisance,
    Side,
    along,
    balanced,
    blend,
    check_room,
    chunks,
    color,
    column,
    contrasting,
    develop,
    draw,
    ground,
    length,
    named,
    ordered,
    stream,
)
from cnncourse.doors import door
from cnncourse.errors import CourseError
from cnncourse.kinds import Seed, Share

# Each is its own mirror image: flips and rotations keep the class.
# fmt: off
SHAPES = (
    "disc", "ring", "half-disc", "triangle", "square",
    "bar", "cross", "star", "crescent", "arrow",
)
# fmt: on
PATTERNS = ("stripes", "weave", "dots")
CONDITIONS = ("normal", "scratch", "spot", "missing")
Shapes = Annotated[str | Sequence[str], named("shape", SHAPES)]
Patterns = Annotated[str | Sequence[str], named("pattern", PATTERNS)]
Objects = Annotated[
    tuple[int, int], *ordered(1, 100, low="fewest", high="most")
]

PLAIN = Nuisance()
# Upright, in the middle, in even light: what else befalls a picture can be
# added factor by factor (see `runs.drawn`).
# fmt: off
UPRIGHT = Nuisance(
    position=(-0.03, 0.03), size=(0.26, 0.3), rotation=(-5.0, 5.0),
    brightness=(1.0, 1.0), gradient=(0.0, 0.1), contrast=(0.3, 0.5),
    ground=(0.25, 0.4), hue=(0.0, 60.0), saturation=(0.1, 0.2),
    texture=(0.0, 0.1), occlusion=(0.0, 0.0), noise=(0.0, 0.04),
)
# fmt: on
# fmt: off
# Smaller shapes all over the canvas, told apart by color; no band.
SCENE = Nuisance(
    position=(-0.38, 0.38), size=(0.12, 0.24), saturation=(0.05, 0.3),
    contrast=(0.25, 0.5), occlusion=(0.0, 0.0), noise=(0.0, 0.05),
)
# Of a pattern, position is the phase and size is half the period. Normal
# pictures vary little, so that a defect is what stands out.
TEXTURE = Nuisance(
    position=(-0.5, 0.5), size=(0.06, 0.09), rotation=(-15.0, 15.0),
    brightness=(0.9, 1.1), gradient=(0.0, 0.2), contrast=(0.2, 0.35),
    ground=(0.35, 0.45), hue=(20.0, 50.0), saturation=(0.05, 0.12),
    texture=(0.0, 0.05), occlusion=(0.0, 0.0), noise=(0.01, 0.04),
)
# fmt: on


@dataclass(frozen=True)
class Pictures:
    """N generated pictures of side S and the truth about them.

    A pixel belongs to a thing when its center lies in it. A scene has up to
    K shapes; of two that overlap, the later one hides the earlier.

    Args:
        images: uint8, N x 3 x S x S.
        labels: int64, N, an index into `classes`. Scenes: N x K, -1 where a
            scene has fewer shapes.
        masks: N x S x S. Shapes: bool, the whole shape, also where the band
            hides it. Scenes: uint8, what is seen, 0 or 1 + label. Textures:
            bool, every pixel that the defect touches.
        layers: uint8, N x S x S, what is seen: 0 is ground, k the k-th shape
            painted, K + 1 the band. Textures: 0 ground, 1 pattern, 2 defect.
        factors: float64 values drawn, by name; N, or N x K for what each
            shape of a scene has of its own. `x`, `y` and `radius` are in
            pixels, the first pixel's center is (0, 0), y points down; angles
            are in degrees. Of textures, `pattern` is an index into
            `PATTERNS` and `radius` is half the period.
        classes: names of the classes.
    """

    images: Array
    labels: Array
    masks: Array
    layers: Array
    factors: dict[str, Array]
    classes: tuple[str, ...]


@door
def shapes(
    count: Amount,
    *,
    size: Side = 32,
    seed: Seed = 0,
    nuisance: Nuisance = PLAIN,
    classes: Shapes = SHAPES,
) -> Pictures:
    """Draw pictures of one shape each, classes balanced and in random order.

    Args:
        count: number of pictures.
        size: side of a picture in pixels, 8 to 1024.
        seed: 0 to 2**32 - 1; another seed gives other pictures.
        nuisance: ranges of the factors.
        classes: names from `SHAPES`.

    Raises:
        CourseError: if an argument is out of range or a name unknown.
    """
    check_room(count, size)
    classes = tuple(classes)
    labels = balanced(count, len(classes), stream(seed, 0))
    drawn = draw(nuisance, count, 1, size, seed)
    images, layers, bands = _paint(labels[:, None], classes, drawn, size, seed)
    masks = layers == 1
    layers[bands] = 2
    factors = {name: value.reshape(count) for name, value in drawn.items()}
    return Pictures(images, labels, masks, layers, factors, classes)


@door
def scenes(
    count: Amount,
    *,
    size: Side = 64,
    seed: Seed = 0,
    nuisance: Nuisance = SCENE,
    classes: Shapes = SHAPES,
    objects: Objects = (2, 5),
) -> Pictures:
    """Draw canvases of several shapes, with the exact mask of each class.

    Args:
        count, size, seed, nuisance, classes: as for `shapes`.
        objects: fewest and most shapes in a picture, 1 to 100.

    Raises:
        CourseError: if an argument is out of range or a name unknown.
    """
    (low, high), classes = objects, tuple(classes)
    check_room(count, size, high)
    numbers = stream(seed, 0)
    labels = numbers.random_sample((count, high)) * len(classes)
    labels = labels.astype(np.int64)
    filled = low + np.floor(
        numbers.random_sample((count, 1)) * (high - low + 1)
    )
    labels[np.arange(high) >= filled] = -1
    drawn = draw(nuisance, count, high, size, seed)
    images, layers, bands = _paint(labels, classes, drawn, size, seed)
    layers[bands] = high + 1
    shown = np.pad(labels + 1, ((0, 0), (1, 1))).astype(np.uint8)
    masks = shown[np.arange(count)[:, None, None], layers]
    return Pictures(images, labels, masks, layers, drawn, classes)


@door
def textures(
    count: Amount,
    *,
    size: Side = 64,
    seed: Seed = 0,
    nuisance: Nuisance = TEXTURE,
    patterns: Patterns = PATTERNS,
    share: Share = 0.5,
) -> Pictures:
    """Draw regular patterns, a share of them with one defect.

    The labels are those of `CONDITIONS`. The same call with `share=0` draws
    the same pictures, all of them normal.

    Args:
        count, size, seed: as for `shapes`.
        nuisance: ranges; `position` is the pattern's phase and `size` half
            its period. Textures have no band: `occlusion` must be (0, 0).
        patterns: names from `PATTERNS`.
        share: part of the pictures that has a defect, 0 to 1.

    Raises:
        CourseError: if an argument is out of range or a name unknown.
    """
    check_room(count, size)
    if nuisance.occlusion[1] > 0:
        raise CourseError(
            f"textures got occlusion={nuisance.occlusion!r}; a band would be "
            "a defect without a label; try dataclasses.replace(nuisance, "
            "occlusion=(0, 0))."
        )
    drawn = draw(nuisance, count, 1, size, seed)
    factors = {name: value.reshape(count) for name, value in drawn.items()}
    kinds = np.array([PATTERNS.index(name) for name in patterns])
    kinds = kinds[balanced(count, len(patterns), stream(seed, 0))]
    clouds, grain, numbers = (stream(seed, k) for k in (2, 3, 4))
    # Every picture is given a defect; only a share of them gets it.
    labels = 1 + balanced(count, len(CONDITIONS) - 1, numbers)
    spared = numbers.random_sample(count).argsort(kind="stable")
    labels[spared[int(share * count + 0.5) :]] = 0
    places = numbers.random_sample((count, 5))
    images = np.empty((count, 3, size, size), np.uint8)
    layers = np.zeros((count, size, size), np.uint8)
    for part, f in chunks(factors, size):
        period = 2 * f["radius"]
        u = along(f["x"], f["y"], f["angle"], period, size)
        v = along(f["x"], f["y"], f["angle"] + 90, period, size)
        pattern, flaw = np.zeros_like(u), np.zeros_like(u)
        for n, label in enumerate(labels[part]):
            name = PATTERNS[kinds[part][n]]
            pattern[n] = _pattern(name, u[n], v[n], np.float32(period[n]))
            if CONDITIONS[label] == "missing":
                flaw[n] = pattern[n] * _cell(places[part][n], u[n], v[n])
            elif label:
                flaw[n] = _mark(CONDITIONS[label], places[part][n], size)
        layers[part][pattern >= 0.5] = 1
        layers[part][flaw > 0] = 2
        missing = labels[part] == CONDITIONS.index("missing")
        pattern[missing] -= flaw[missing]
        flaw[missing] = 0
        canvas = ground(f, size, clouds)
        # A mark differs from the ground as the pattern does, the other way.
        level = contrasting(f)
        for alpha, tone in ((pattern, level), (flaw, 2 * f["ground"] - level)):
            blend(canvas, alpha, color(tone, f["hue"], f["saturation"]))
        images[part] = develop(canvas, f, grain)
    factors["pattern"] = kinds
    return Pictures(images, labels, layers == 2, layers, factors, CONDITIONS)


def _paint(
    labels: Array,
    classes: tuple[str, ...],
    factors: dict[str, Array],
    size: int,
    seed: int,
) -> tuple[Array, Array, Array]:
    """Return images, which object is seen in each pixel, and the bands."""
    count, objects = labels.shape
    clouds, grain = stream(seed, 2), stream(seed, 3)
    images = np.empty((count, 3, size, size), np.uint8)
    layers = np.zeros((count, size, size), np.uint8)
    bands = np.zeros((count, size, size), bool)
    for part, f in chunks(factors, size):
        canvas = ground(f, size, clouds)
        for k in range(objects):
            own = f | {name: f[name][:, k] for name in OWN}
            place = own["x"], own["y"]
            u = along(*place, own["angle"], own["radius"], size)
            v = along(*place, own["angle"] + 90, own["radius"], size)
            distance = np.full_like(u, size)  # far away: no shape
            for label in set(labels[part, k].tolist()) - {-1}:
                here = labels[part, k] == label
                outside = _outside(classes[label], u[here], v[here])
                distance[here] = outside * column(own["radius"][here])
            alpha = np.clip(0.5 - distance, 0, 1)
            tone = contrasting(own)
            paint = color(tone, own["hue"], own["saturation"])
            blend(canvas, alpha, paint)
            layers[part][distance < 0] = k + 1
        if f["occlusion"].any():
            # The band runs across the first shape.
            x, y, radius = (f[name][:, 0] for name in ("x", "y", "radius"))
            away = along(x, y, f["band_angle"], 1.0, size)
            away = abs(away - column(f["band_offset"] * radius))
            half = column(f["occlusion"] * (size / 2))
            alpha = np.clip(half + 0.5 - away, 0, np.minimum(1, 2 * half))
            blend(canvas, alpha, color(f["band_level"], x, 0.0))
            bands[part] = away < half
        images[part] = develop(canvas, f, grain)
    return images, layers, bands


def _outside(shape: str, u: Array, v: Array) -> Array:
    """Return how far points lie outside of a shape's outline, in radii.

    u points right, v up. Each shape's centroid is (0, 0) and its farthest
    point is at distance 1. Inside is negative.
    """
    a, b = abs(u), abs(v)
    if shape == "disc":
        return length(u, v) - 1
    if shape == "ring":
        return abs(length(u, v) - 0.75) - 0.25
    if shape == "half-disc":
        return np.maximum(length(u, v + 0.3907) - 0.9205, -0.3907 - v)
    if shape == "triangle":
        return np.maximum(0.8660254 * a + 0.5 * v, -v) - 0.5
    if shape == "square":
        return np.maximum(a, b) - 0.70710678
    if shape == "bar":
        return np.maximum(a - 0.22, b - 0.9755)
    if shape == "cross":
        return np.maximum(np.minimum(a, b) - 0.25, np.maximum(a, b) - 0.9682)
    if shape == "star":
        # A pentagram is what lies inside of at least four of its five lines.
        most, second = v, np.full_like(v, -9)
        for x, y in ((0.95105652, 0.30901699), (0.58778525, -0.80901699)):
            for line in (y * v + x * u, y * v - x * u):
                second = np.maximum(second, np.minimum(most, line))
                most = np.maximum(most, line)
        return second - 0.30901699
    if shape == "crescent":
        outer = length(u, v - 0.3035) - 0.7861
        return np.maximum(outer, 0.6289 - length(u, v - 0.6965))
    head = np.maximum(0.8 * a + 0.6 * (v - 0.93), -0.024 - v)
    shaft = np.maximum(np.maximum(a - 0.21, b - 0.978), v)
    return np.minimum(head, shaft)


def _pattern(name: str, u: Array, v: Array, period: np.float32) -> Array:
    """Return how much of each pixel a pattern covers; a cell is 1 x 1."""
    a, b = u - np.floor(u) - 0.5, v - np.floor(v) - 0.5
    if name == "stripes":
        return np.clip(0.5 - (abs(a) - 0.25) * period, 0, 1)
    if name == "dots":
        return np.clip(0.5 - (length(a, b) - 0.35) * period, 0, 1)
    # Weave: a thread, round in section, runs up and across by turns.
    half = (np.floor(u) + np.floor(v)) / 2
    section = np.where(half == np.floor(half), a, b)
    return 1 - 3 * section * section


def _spot(place: Array, size: int) -> tuple[int, int]:
    """Return column and row of a defect, in the middle of the picture."""
    x, y = (int((0.2 + 0.6 * p) * size) for p in place[:2])
    return x, y


def _cell(place: Array, u: Array, v: Array) -> Array:
    """Return the pixels of the pattern's cell at a place."""
    x, y = _spot(place, len(u))
    across = np.floor(u) == np.floor(u[y, x])
    return across & (np.floor(v) == np.floor(v[y, x]))


def _mark(name: str, place: Array, size: int) -> Array:
    """Return how much of each pixel a scratch or a spot covers."""
    x, y = (np.array([float(p)]) for p in _spot(place, size))
    angle = 360 * place[2:3]
    a = abs(along(x, y, angle, 1.0, size)[0])
    b = abs(along(x, y, angle + 90, 1.0, size)[0])
    if name == "spot":
        distance = length(a, b) - float((0.04 + 0.04 * place[3]) * size)
    else:
        half = float((0.1 + 0.15 * place[3]) * size)
        distance = np.maximum(a - half, b - float(0.6 + 0.6 * place[4]))
    return np.clip(0.5 - distance, 0, 1)
