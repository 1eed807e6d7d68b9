"""Generated pictures whose answer needs corners that lie far apart.

In three of the four corners stand a lamp, a light arrow and a dark one. Where
the lamp is blue the light arrow gives the answer, where it is orange the dark
one. The lamp alone says nothing of the answer, an arrow alone little, and all
keep their size in pixels: the larger the picture, the longer the way between.
"""

import numpy as np
from numpy import ndarray as Array

from cnncourse.datasets.painting import (
    Amount,
    Side,
    balanced,
    check_room,
    stream,
)
from cnncourse.datasets.shapes import Pictures
from cnncourse.doors import door
from cnncourse.errors import CourseError
from cnncourse.kinds import Seed

DIRECTIONS = ("up", "right", "down", "left")  # clockwise
UP = ("..#..", ".###.", "#.#.#", "..#..", "..#..")
LAMPS = ((0.1, 0.4, 1.0), (1.0, 0.4, 0.1))  # blue and orange
SIDE = len(UP)  # of a lamp and of an arrow, in pixels


@door
def signals(count: Amount, *, size: Side = 14, seed: Seed = 0) -> Pictures:
    """Draw a lamp and two arrows; directions and lamps are balanced.

    The label is the index of the answer in `DIRECTIONS`; the mask is that of
    the arrow that counts. Layers: 0 ground, 1 light arrow, 2 dark arrow, 3
    lamp. Factors: `light` and `dark`, the directions of the arrows; `lamp`,
    0 blue, 1 orange; and the corners `light_corner`, `dark_corner`,
    `lamp_corner` (0 upper left, 1 upper right, 2 lower left, 3 lower right).

    Args:
        count: number of pictures.
        size: side of a picture in pixels, 10 to 1024.
        seed: another seed gives other pictures.

    Raises:
        CourseError: the picture is too small for all three.
    """
    check_room(count, size)
    if size < 2 * SIDE:
        raise CourseError(
            f"size={size} was given; a lamp and arrows that do not overlap "
            f"need {2 * SIDE} pixels; try size=14."
        )
    kinds = balanced(count, 32, stream(seed, 0))
    lamp, light, dark = kinds // 16, kinds // 4 % 4, kinds % 4
    numbers = stream(seed, 1)
    corners = numbers.random_sample((count, 4)).argsort(1, kind="stable")
    ground, tone, shade, glow = (
        least + numbers.random_sample(count) * width
        for least, width in (
            (0.4, 0.1),
            (0.85, 0.15),
            (0.0, 0.15),
            (0.85, 0.15),
        )
    )
    canvas = np.empty((count, 3, size, size), np.float32)
    canvas[:] = ground[:, None, None, None]
    layers = np.zeros((count, size, size), np.uint8)
    up = np.array([[mark == "#" for mark in row] for row in UP])
    for n in range(count):
        paints = (
            (np.rot90(up, -light[n]), tone[n]),
            (np.rot90(up, -dark[n]), shade[n]),
            (np.ones_like(up), np.array(LAMPS[lamp[n]]) * glow[n]),
        )
        for k, (drawn, color) in enumerate(paints):
            at = [
                slice(size - SIDE, size) if far else slice(0, SIDE)
                for far in divmod(corners[n, k], 2)
            ]
            canvas[n][:, *at][:, drawn] = np.reshape(color, (-1, 1))
            layers[n][*at][drawn] = k + 1
    noise = stream(seed, 2).random_sample(canvas.shape).astype(np.float32)
    canvas += (noise - np.float32(0.5)) * np.float32(0.1)
    images = np.floor(np.clip(canvas, 0, 1) * np.float32(255.0))
    factors: dict[str, Array] = {
        "light": light,
        "dark": dark,
        "lamp": lamp,
        "light_corner": corners[:, 0],
        "dark_corner": corners[:, 1],
        "lamp_corner": corners[:, 2],
    }
    return Pictures(
        images.astype(np.uint8),
        np.where(lamp, dark, light),
        layers == 1 + lamp[:, None, None],
        layers,
        {name: value.astype(np.float64) for name, value in factors.items()},
        DIRECTIONS,
    )
