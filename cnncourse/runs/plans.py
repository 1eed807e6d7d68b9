"""The training runs that the course wants recorded, in order of worth.

`cnncourse record` makes what is missing. Plans whose name ends in "-16" are
for a machine without a GPU: CIFAR-10 at 16x16 pixels, where one core does
ten epochs of a small network in minutes, so that structure is compared after
a schedule that finishes.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, Field
from torch import Tensor, nn

from cnncourse import architectures
from cnncourse.architectures.inception import ConvReLU
from cnncourse.architectures.vgg import conv_relu
from cnncourse.augmentation import (
    Augment,
    Brightness,
    Contrast,
    Crop,
    Cutout,
    Flip,
    Hue,
    Noise,
    Rotate,
    Saturation,
    Scale,
    noise,
    resize,
    shift,
    shuffle,
)
from cnncourse.datasets import Data, load
from cnncourse.doors import door
from cnncourse.errors import unknown
from cnncourse.kinds import Count, Seed, Whole
from cnncourse.runs.measures import MEASURES
from cnncourse.training.recipe import Recipe

# What may befall a test picture: unsigned bytes and an amount.
CHANGES: dict[str, Callable[[Tensor, float], Tensor]] = {
    "right": lambda images, pixels: shift(images, int(pixels)),
    "left": lambda images, pixels: shift(images, -int(pixels)),
    "down": lambda images, pixels: shift(images, 0, int(pixels)),
    "up": lambda images, pixels: shift(images, 0, -int(pixels)),
    "size": resize,
    "noise": noise,
}


def _change(name: str) -> str:
    if name not in CHANGES:
        raise unknown("change", name, CHANGES)
    return name


def _measure(name: str) -> str:
    if name not in MEASURES:
        raise unknown("measure", name, MEASURES)
    return name


def _plan(name: str) -> str:
    if name not in PLANS:
        raise unknown("plan", name, PLANS)
    return name


Change = Annotated[str, AfterValidator(_change)]
Measure = Annotated[str, AfterValidator(_measure)]
PlanName = Annotated[
    str, AfterValidator(_plan), Field(examples=['"lenet5-mnist"'])
]
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
        data = _data(self.data, self.size, self.validation)
        return data.changed(shuffle) if self.shuffled else data


@lru_cache(maxsize=1)
def _data(name: str, size: int, validation: int) -> Data:
    """Return pictures; plans that follow one another share them."""
    return load(name, size=size, validation=validation)


ROBUSTNESS = {
    "right": (1.0, 2.0, 3.0, 4.0, 6.0),
    "left": (2.0,),
    "down": (2.0,),
    "up": (2.0,),
    "size": (0.6, 0.8, 1.2),
    "noise": (0.2, 0.4),
}

# Options that are functions have a name in a record.
UNITS: dict[object, Callable] = {
    "conv_relu": conv_relu,
    "tanh": nn.Tanh,
    "average": nn.AvgPool2d,
    "ConvReLU": ConvReLU,
}

FLIP_CROP = Augment(Flip(), Crop(padding=4))
# Goyal et al. (2017, arXiv:1706.02677): the rate grows with the batch, here
# from He et al.'s 0.1 at 128 pictures.
SGD = Recipe(
    epochs=60, batch_size=512, optimizer="sgd", lr=0.4, weight_decay=5e-4
)
# fmt: off
MINIS = (
    "resnet20", "preact_resnet20", "googlenet_mini_32", "densenet_bc_mini_32",
)
SMALL = ("resnet20", "plain20", "vgg_mini_32", *MINIS[1:])
BIG = (
    "resnet18_32", "vgg16_bn_32", "se_resnet18_32", "mobilenet_v2_32",
    "densenet_bc_100_12", "resnext29_4x16d",
)
# fmt: on
DEPTHS = (20, 32, 56, 110)
LENET_RATES = (0.003, 0.006, 0.012, 0.024)
RATES = (0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
# One block between the first and the last convolution of a small VGG: equal
# fields of 7x7, or equal weights ("wide"); "linear" has no ReLU in between.
FIELDS = {
    "three": "conv3-48 conv3-48 conv3-48",
    "seven": "conv7-48",
    "linear": "linear3-48 linear3-48 conv3-48",
    "wide": "conv3-74 conv3-74 conv3-48",
    "seven-ones": "conv7-48 conv1-48 conv1-48",
}
# A small AlexNet of one column, "one", and single changes of it; then stems,
# for pictures of 32x32: kernel and stride of AlexNet and of ZFNet.
OF_2012 = "alexnet_columns_32"
ALEXNETS: dict[str, tuple[str, dict[str, Option]]] = {
    "one": (OF_2012, {"columns": 1}),
    "columns": (OF_2012, {"columns": 2}),
    "tanh": ("alexnet_32", {"activation": "tanh"}),
    "norm": (OF_2012, {"columns": 1, "norm": True}),
    "plain": ("alexnet_32", {"window": 2}),
    "nodropout": ("alexnet_32", {"dropout": 0.0}),
    "average": ("alexnet_32", {"pooling": "average"}),
}
ALEXNETS |= {
    f"stem-{kernel}-{stride}": (
        OF_2012,
        {"columns": 1, "kernel_size": kernel, "stride": stride},
    )
    for kernel, stride in ((11, 4), (7, 2), (7, 4), (11, 2))
}
# Of them the middle ones are taken.
ALEXNET_RATES = {"one": (1e-3, 2e-3, 4e-3), "tanh": (5e-4, 1e-3, 2e-3)}
# The modules of the small GoogLeNet at equal MACs; the layers of 2014 without
# and with auxiliary heads.
INCEPTIONS: dict[str, dict[str, Option]] = {
    "mixed": {},
    "3x3": {"kind": "3x3"},
    "reduced": {"kind": "reduced"},
    "naive": {"kind": "naive"},
    "5x5": {"kind": "5x5"},
    "1x1": {"kind": "1x1"},
    "2014": {"conv": "ConvReLU"},
    "2014-heads": {"conv": "ConvReLU", "aux_logits": True},
}
STEPS = {
    "nothing": (),
    "flip": (Flip(),),
    "crop": (Crop(padding=4),),
    "rotate": (Rotate(15),),
    "scale": (Scale(0.2),),
    "color": (Brightness(0.2), Contrast(0.2), Saturation(0.2), Hue(0.05)),
    "noise": (Noise(0.05),),
    "cutout": (Cutout(8),),
}


def _cifar(network: str, recipe: Recipe = SGD, augment=FLIP_CROP, **more):
    """Return a plan on CIFAR-10 with three seeds."""
    more = {"size": 32, "seeds": (0, 1, 2), **more}
    return Plan(network, "cifar10", recipe=recipe, augment=augment, **more)


def _all() -> dict[str, Plan]:
    """Return every plan by name, the most wanted first."""
    plans = {}
    # Today's recipe came from an earlier trial on MNIST; the learning rate of
    # the 1998 network was chosen on 5,000 held-out training pictures. The
    # dense networks have today's recipe, and as many parameters (59 hidden
    # units) or MACs (403) as today's LeNet.
    brief = Recipe(epochs=3, batch_size=128, lr=6e-3)
    lenets: dict[str, tuple[str, dict, Recipe]] = {
        "lenet5_modern": ("lenet5_modern", {}, brief),
        "mlp": ("mlp", {"hidden": 59}, brief),
        "mlp_wide": ("mlp", {"hidden": 403}, brief),
        "lenet5": ("lenet5", {}, Recipe(epochs=10, batch_size=128, lr=1.2e-2)),
    }
    for shuffled in (False, True):
        for name, (network, options, recipe) in lenets.items():
            ending = "-shuffled" if shuffled else ""
            plans[f"{name}-mnist{ending}"] = Plan(
                network,
                "mnist",
                32,
                recipe,
                options=options,
                shuffled=shuffled,
                conditions=ROBUSTNESS,
                seeds=tuple(range(10)),
            )
    # How the learning rate of the 1998 network is chosen: on held-out digits.
    for rate in LENET_RATES:
        plans[f"lenet5-mnist-selection-lr{rate:g}"] = Plan(
            "lenet5",
            "mnist",
            32,
            Recipe(epochs=10, batch_size=128, lr=rate),
            validation=5_000,
            seeds=(0,),
        )
    small = replace(
        SGD, epochs=10, batch_size=128, lr=0.1, precision="bfloat16"
    )
    for name in SMALL:
        plans[f"{name}-cifar10-16"] = _cifar(
            name, small, Augment(Flip(), Crop(padding=2)), size=16
        )
    for name, block in {**FIELDS, "dense": FIELDS["three"]}.items():
        ends = "_dense" if name == "dense" else ""
        line = f"conv3-48 maxpool {block} maxpool conv3-96"
        plans[f"vgg_field-{name}-cifar10-16"] = _cifar(
            f"vgg_mini{ends}_32",
            replace(small, epochs=6),
            Augment(Flip(), Crop(padding=2)),
            size=16,
            options={"configuration": line},
            conditions={"right": (2.0,)},
            seeds=tuple(range(5)),
        )
    adamw = Recipe(epochs=4, batch_size=128, lr=2e-3, precision="bfloat16")
    for name, (network, options) in ALEXNETS.items():
        many = name in ("one", "columns")
        stem = "stride" in options
        plans[f"alexnet_{name}-cifar10{'' if stem else '-16'}"] = _cifar(
            network,
            replace(adamw, lr=ALEXNET_RATES.get(name, (0, 2e-3))[1]),
            FLIP_CROP if stem else Augment(Flip(), Crop(padding=2)),
            size=32 if stem else 16,
            options=options,
            conditions={"right": (2.0,)},
            measures=("colors",) if many else (),
            seeds=tuple(range(10 if many else 3)),
        )
    # How the rates are chosen: on held-out pictures.
    for name, rates in ALEXNET_RATES.items():
        network, options = ALEXNETS[name]
        for rate in rates:
            plans[f"alexnet_{name}-selection-lr{rate:g}"] = _cifar(
                network,
                replace(adamw, lr=rate),
                Augment(Flip(), Crop(padding=2)),
                size=16,
                options=options,
                validation=5_000,
                seeds=(0,),
            )
    for name, inception in INCEPTIONS.items():
        plans[f"googlenet_mini_32-{name}-cifar10-16"] = _cifar(
            "googlenet_mini_32",
            replace(small, epochs=6),
            Augment(Flip(), Crop(padding=2)),
            size=16,
            options=inception,
            conditions={"right": (2.0,)},
            measures=("branches",) if name == "mixed" else (),
        )
    # Ten seeds of a quarter of the widths, on pictures that ship.
    brief = Recipe(
        epochs=6, batch_size=64, optimizer="sgd", lr=0.1, weight_decay=5e-4
    )
    more: dict[str, dict[str, Option]] = {
        "heads": {"aux_logits": True},
        "smoothed": {},
        "page": {},  # one network, trained longer, that a page runs
    }
    asked = {"mixed": ("branches", "logits"), "smoothed": ("logits",)}
    for name, inception in (INCEPTIONS | more).items():
        plans[f"googlenet_mini_32-{name}-shapes"] = Plan(
            "googlenet_mini_32",
            "shapes",
            16,
            replace(
                brief,
                epochs=30 if name == "page" else 6,
                label_smoothing=0.1 if name == "smoothed" else 0.0,
            ),
            Augment(Flip(), Crop(padding=2)),
            options={**inception, "divisor": 4},
            conditions={} if name == "page" else {"right": (2.0,)},
            measures=asked.get(name, ()),
            seeds=(0,) if name == "page" else tuple(range(10)),
        )
    # For pages: small enough to run there, on pictures that ship.
    # The options of the first are those of its network in the page.
    halves: dict[str, dict[str, Option]] = {
        "columns": {"dropout": 0.0},
        "one": {"dropout": 0.0, "columns": 1},
    }
    for name, options in halves.items():
        plans[f"alexnet_{name}-shapes"] = Plan(
            "alexnet_mini_16",
            "shapes",
            16,
            Recipe(epochs=50, batch_size=32, lr=3e-3),
            Augment(Flip(), Crop(padding=1)),
            options=options,
            measures=("colors",),
            seeds=tuple(range(10)),
        )
    for name, block in (
        ("three", "conv3-16 conv3-16 conv3-16"),
        ("seven", "conv7-16"),
    ):
        ending = "maxpool conv3-32 conv3-32 maxpool conv3-64"
        plans[f"vgg_{name}-shapes"] = Plan(
            "vgg_mini_32",
            "shapes",
            16,
            Recipe(epochs=30, batch_size=64, lr=1e-2),
            Augment(Flip(), Crop(padding=2)),
            options={"configuration": f"{block} {ending}"},
            seeds=(0,),
        )
    plans |= {f"{name}-cifar10": _cifar(name) for name in MINIS}
    # 94 % in as few seconds as the loop allows.
    fast = replace(SGD, epochs=15, label_smoothing=0.1, ema=0.99)
    plans["resnet18_32-cifar10-fast"] = _cifar("resnet18_32", fast)
    plans |= {f"{name}-cifar10": _cifar(name) for name in BIG}

    # He et al. (2016), section 4.2, with two thirds of its 164 epochs.
    paper = Recipe(
        epochs=109,
        batch_size=128,
        optimizer="sgd",
        lr=0.1,
        weight_decay=1e-4,
        schedule="step",
    )
    for depth in DEPTHS:
        for kind in ("plain", "resnet"):
            name = f"{kind}{depth}"
            plans[f"{name}-cifar10-degradation"] = _cifar(name, paper)
    for rate in RATES:
        recipe = Recipe(epochs=10, optimizer="sgd", lr=rate, momentum=0.0)
        for kind, options in (("bn", {}), ("plain", {"unit": "conv_relu"})):
            plans[f"vgg_mini_32-{kind}-lr{rate:g}"] = _cifar(
                "vgg_mini_32", recipe, None, options=options
            )
    half = replace(SGD, epochs=30)
    for name, steps in STEPS.items():
        plans[f"augment-{name}"] = _cifar("resnet20", half, Augment(*steps))
    together = Augment(*(step for steps in STEPS.values() for step in steps))
    plans["augment-together"] = _cifar("resnet20", half, together)
    for name, mixed in (
        ("mixup", replace(half, mixup=0.2)),
        ("cutmix", replace(half, cutmix=1.0)),
    ):
        plans[f"augment-{name}"] = _cifar("resnet20", mixed, None)
    return plans


PLANS = _all()
