"""Pictures of `shapes` drawn once more, with one factor let loose.

The generator draws each factor from numbers of its own. So the same seed with
a wider range gives the same pictures but for that factor: what a network
loses there, it loses to that factor.
"""

from collections.abc import Callable
from dataclasses import replace

import torch
from torch import Tensor

from cnncourse.augmentation.inputs import Images
from cnncourse.datasets.painting import Nuisance
from cnncourse.datasets.shapes import UPRIGHT, shapes
from cnncourse.doors import door
from cnncourse.errors import CourseError, unknown

TESTED = 1_000  # pictures of the test part
# By what it is called: the factor, and its range for an amount.
WIDER: dict[str, tuple[str, Callable[[float], tuple[float, float]]]] = {
    "rotation": ("rotation", lambda degrees: (-degrees, degrees)),
    "position": ("position", lambda sides: (-sides, sides)),
    "size": ("size", lambda part: (0.28 * (1 - part), 0.28 * (1 + part))),
    "light": ("brightness", lambda lost: (1 - lost, 1.0)),
    "color": ("hue", lambda degrees: (30 - degrees, 30 + degrees)),
    "noise": ("noise", lambda deviation: (0.0, deviation)),
    "band": ("occlusion", lambda sides: (0.0, sides)),
}
# How far each goes in the experiments.
AMOUNTS = {
    "rotation": 60.0,
    "position": 0.2,
    "size": 0.5,
    "light": 0.7,
    "color": 180.0,
    "noise": 0.25,
    "band": 0.25,
}


@door
def wider(name: str, amount: float | None = None) -> Nuisance:
    """Return the ranges of upright shapes, one of them widened.

    Args:
        name: "rotation" (degrees to both sides), "position" (picture sides),
            "size" (share of it), "light" (share of it that may be lost),
            "color" (degrees), "noise" (deviation) or "band" (picture sides).
        amount: how far; as in the experiments without it.

    Raises:
        CourseError: an unknown name, or more than the generator draws.
    """
    if name not in WIDER:
        raise unknown("factor", name, WIDER)
    factor, span = WIDER[name]
    found = span(AMOUNTS[name] if amount is None else amount)
    return replace(UPRIGHT, **{factor: found})


@door
def again(images: Images, name: str, amount: float) -> Tensor:
    """Return the first test pictures of `shapes`, drawn with a wider factor.

    Args:
        images: the first upright test pictures, (count, 3, side, side); only
            how many and how large they are is looked at.
        name, amount: as of `wider`.

    Raises:
        CourseError: an unknown name, or more pictures than the test part has.
    """
    count, _, _, side = images.shape
    if count > TESTED:
        raise CourseError(
            f"{count} pictures were given; the test part of shapes has "
            f"{TESTED}; try data.test.images."
        )
    # Of fewer pictures each would get another class.
    drawn = shapes(TESTED, size=side, seed=1, nuisance=wider(name, amount))
    return torch.from_numpy(drawn.images[:count])
