"""What a recorded run is to be: network, pictures, recipe, questions."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Annotated

from pydantic import AfterValidator, Field
from torch import Tensor, nn

from cnncourse import architectures
from cnncourse.architectures.inception import ConvReLU
from cnncourse.architectures.vgg import conv_bn_relu, conv_relu
from cnncourse.augmentation import (
    Augment,
    noise,
    resize,
    rotate,
    shift,
    shuffle,
)
from cnncourse.datasets import Data, load
from cnncourse.datasets.painting import Nuisance
from cnncourse.doors import door
from cnncourse.errors import unknown
from cnncourse.kinds import Count, Seed, Whole
from cnncourse.runs.drawn import WIDER, again
from cnncourse.runs.measures import MEASURES
from cnncourse.training.recipe import Recipe


def _again(images: Tensor, amount: float, name: str) -> Tensor:
    return again(images, name, amount)


# What may befall a test picture: unsigned bytes and an amount.
CHANGES: dict[str, Callable[[Tensor, float], Tensor]] = {
    "right": lambda images, pixels: shift(images, int(pixels)),
    "left": lambda images, pixels: shift(images, -int(pixels)),
    "down": lambda images, pixels: shift(images, 0, int(pixels)),
    "up": lambda images, pixels: shift(images, 0, -int(pixels)),
    "size": resize,
    "noise": noise,
    "turn": rotate,
    **{f"drawn {name}": partial(_again, name=name) for name in WIDER},
}


def _change(name: str) -> str:
    if name not in CHANGES:
        raise unknown("change", name, CHANGES)
    return name


def _measure(name: str) -> str:
    if name not in MEASURES:
        raise unknown("measure", name, MEASURES)
    return name


Change = Annotated[str, AfterValidator(_change)]
Measure = Annotated[str, AfterValidator(_measure)]
# What a file may be called on every system.
FileName = Annotated[
    str,
    Field(
        pattern=r"^\w[\w.+ -]*$",
        max_length=120,
        description="a name of letters, digits, dots and dashes",
        examples=['"lenet5-mnist"'],
    ),
]
# A choice as JSON has it.
Option = bool | int | float | str


# Options that are functions have a name in a record.
UNITS: dict[object, Callable] = {
    "conv_relu": conv_relu,
    "conv_bn_relu": conv_bn_relu,
    "sigmoid": nn.Sigmoid,
    "tanh": nn.Tanh,
    "average": nn.AvgPool2d,
    "ConvReLU": ConvReLU,
}


@door
@dataclass(frozen=True)
class Plan:
    """A run that the course wants recorded, once per seed.

    Attributes:
        network: a name of `architectures.names()`.
        data: a name of `datasets.names()`.
        size: height and width of the pictures.
        recipe: how to train.
        augment: changes the training pictures.
        options: of the network, as they are recorded.
        validation: pictures held out of training.
        train: how many pictures to train on; all of them without it.
        nuisance: of `shapes`, the ranges of its factors.
        shuffled: whether one permutation moves the pixels of all pictures.
        conditions: changes of the test pictures, with their amounts, that
            the trained network is asked about; names are those of `CHANGES`.
        measures: names of `MEASURES`, numbers that are taken of the trained
            network.
        seeds: one run each.
    """

    network: str
    data: str
    size: Count
    recipe: Recipe
    augment: Augment | None = None
    options: dict[str, Option] = field(default_factory=dict)
    validation: Whole = 0
    train: Count | None = None
    nuisance: Nuisance | None = None
    shuffled: bool = False
    conditions: dict[Change, tuple[float, ...]] = field(default_factory=dict)
    measures: tuple[Measure, ...] = ()
    seeds: tuple[Seed, ...] = (0, 1, 2, 3, 4)

    def build(self) -> nn.Module:
        """Return the network with its first weights."""
        named = {
            name: UNITS.get(value, value)
            for name, value in self.options.items()
        }
        return architectures.create(self.network, **named)

    def pictures(self) -> Data:
        """Return what is trained and tested on."""
        data = _data(
            self.data, self.size, self.validation, self.train, self.nuisance
        )
        return data.changed(shuffle) if self.shuffled else data


@lru_cache(maxsize=1)
def _data(
    name: str,
    size: int,
    validation: int,
    train: int | None,
    nuisance: Nuisance | None,
) -> Data:
    """Return pictures; plans that follow one another share them."""
    return load(
        name, size=size, validation=validation, train=train, nuisance=nuisance
    )
