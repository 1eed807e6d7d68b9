"""What the words of the field admit, wherever a network or a part takes one.

The sources of the families, which readers copy, say `stride: int`; here is
which strides there are. `bound` puts it into the annotations, for the doors
and for help(). Each bound is far above what any paper uses and so low that no
option, alone, asks for more memory or time than a laptop has.
"""

import functools
import inspect
import types
import typing
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import torch
from pydantic import AfterValidator, Field
from torch import nn

from cnncourse.doors import door
from cnncourse.errors import CourseError, told
from cnncourse.kinds import Positive, Share, settled


def _whole(least: int, most: int, example: int, step: int = 1) -> Any:
    """Return the kind of whole numbers in these limits."""
    words = f"a whole number from {least} to {most}"
    words += f" that {step} divides" if step > 1 else ""
    return Annotated[
        int,
        Field(
            ge=least,
            le=most,
            multiple_of=step,
            description=words,
            examples=[str(example)],
        ),
    ]


def _real(least: float, most: float, example: float) -> Any:
    """Return the kind of numbers in these limits."""
    limits = Field(ge=least, le=most, examples=[str(example)])
    return Annotated[float, limits]


def _line(pattern: str, example: str) -> Any:
    """Return the kind of lines in a notation for layers."""
    field = Field(
        max_length=1000,
        pattern=f"^({pattern})+$",
        description=f'a line such as "{example}"',
        examples=[f'"{example}"'],
    )
    return Annotated[str, field]


def _odd(size: int) -> int:
    """Refuse a kernel without a middle: no padding keeps the size."""
    if size % 2 == 0:
        raise ValueError(f"is {size}; expected an odd number; try {size + 1}")
    return size


def _halved(divisor: int) -> int:
    """Refuse a divisor that widths of multiples of four do not have."""
    if divisor == 3:
        raise ValueError("is 3; expected 1, 2 or 4; try 2")
    return divisor


def _crosses(table: str) -> str:
    """Refuse what is no table of crosses and dots."""
    rows = [line.split() for line in table.strip().splitlines()]
    if set(table.split()) - {"X", "."} or len(set(map(len, rows))) != 1:
        raise ValueError("is no table: expected equal rows of X and .")
    if any("X" not in column for column in zip(*rows, strict=True)):
        raise ValueError("has a column without X; expected a map to read")
    return table


def _factors(scaling: tuple[float, ...]) -> tuple[float, ...]:
    """Refuse factors on depth and width that no network has."""
    numbers = all(type(n) in (int, float) for n in scaling)
    if not numbers or not all(0 < n <= 4 for n in scaling[:2]):
        raise ValueError(
            f"is {scaling}; expected factors above 0 and up to 4; try "
            "compound_scaling(1.0)"
        )
    return scaling


def _builds(
    *arguments: object, reads: tuple[int, ...], gives: tuple[int, ...]
) -> AfterValidator:
    """Return a check of a class or a function that is to build layers.

    It is called once and what it builds is tried on zeros.

    Args:
        arguments: what it is called with.
        reads: shape of the input.
        gives: how the shape of the output has to begin.
    """
    remedy = f"Expected layers that turn the shape {reads} into {gives}."

    @functools.lru_cache(64)
    def check(build: Callable[..., Any]) -> Callable[..., Any]:
        called = getattr(build, "__name__", type(build).__name__)
        called += f"({', '.join(map(str, arguments))})"
        with (
            torch.device("cpu"),
            torch.no_grad(),
            torch.random.fork_rng(devices=()),
            told(f"{called} builds no layer that runs", remedy),
        ):
            made = build(*arguments)
            made = nn.Sequential(*made) if isinstance(made, list) else made
            shape = tuple(made.eval()(torch.zeros(reads)).shape)
        if shape[: len(gives)] != gives:
            raise CourseError(
                f"{called} turns the shape {reads} into {shape}. {remedy}"
            )
        return build

    return AfterValidator(check)


MAPS = _whole(1, 65_536, 64)
CHANNELS = _whole(1, 1024, 3)  # of pictures: satellites have a few hundred
SIDE = _whole(1, 8192, 224)
SIZE = _whole(1, 31, 3)
WIDTH = _whole(1, 128, 16)
BLOCKS = _whole(1, 64, 2)
KERNEL = Annotated[
    int, Field(ge=1, le=31, examples=["3"]), AfterValidator(_odd)
]
POOLING = Annotated[
    type[nn.MaxPool2d] | type[nn.AvgPool2d],
    Field(
        description="nn.MaxPool2d or nn.AvgPool2d", examples=["nn.MaxPool2d"]
    ),
]
CONVOLUTIONS = _line(
    r"[13579]x[13579] [1-9]\d{0,3}( V|)( ?/2|)(, |$)", "1x1 64, 3x3 96 V/2"
)
TABLE_1 = _line(
    r"maxpool|(conv|linear)([13579]|11)-[1-9]\d{0,3}|\s", "conv3-64 maxpool"
)
FIRES = _line(
    r"[1-9]\d{0,3} [13579]( pool| [1-9]\d{0,2}-[1-9]\d{0,3})*", "64 3 16-64"
)

# By parameter, or by class (or function) and parameter. An entry takes the
# place of each plain int, float, str, class and function in the annotation,
# or is a check of it; without an entry, an int counts maps.
KINDS: dict[str, Any] = {
    "num_classes": _whole(1, 50_000, 10),  # ImageNet-21k has 21,841
    "UNet.num_classes": CHANNELS,
    "UNet.width": _whole(1, 256, 8),
    "AutoEncoder32.width": WIDTH,
    "SmallResNet.width": WIDTH,
    "SmallResNet.depth": _whole(1, 1202, 20),
    "SmallResNeXt.cardinality": _whole(1, 128, 8),
    "SmallResNeXt.width": WIDTH,
    "SmallResNeXt.channels": WIDTH,
    "SmallResNeXt.depth": _whole(1, 164, 29),
    "AlexNetColumns32.stride": _whole(1, 4, 2),
    "GoogLeNetMini32.divisor": Annotated[
        int,
        Field(ge=1, le=4, description="1, 2 or 4", examples=["2"]),
        AfterValidator(_halved),
    ],
    "GatedResNet.depth": _whole(1, 200, 14),
    "GatedResNet.width": WIDTH,
    "ContextNet.width": WIDTH,
    "Tower.depth": _whole(3, 60, 6, 3),
    "Tower.width": WIDTH,
    "BiTResNet.width": _whole(1, 4, 1),
    "Bottleneck32x4d.channels": _whole(16, 4096, 64, 16),
    "PreActBottleneck.in_channels": _whole(32, 16_384, 64, 32),
    "PreActBottleneck.channels": _whole(32, 4096, 64, 32),
    "OpeningBottleneck.in_channels": _whole(32, 16_384, 64, 32),
    "OpeningBottleneck.channels": _whole(32, 4096, 64, 32),
    "ShuffleUnit.channels": _whole(2, 16_384, 64, 2),
    "ShuffleDown.out_channels": _whole(2, 16_384, 64, 2),
    "ShuffleNetV2.widths": _whole(2, 4096, 64, 2),
    "UpConv.in_channels": _whole(2, 16_384, 64, 2),
    "BilinearUp.in_channels": _whole(2, 16_384, 64, 2),
    "InceptionV2.widths": _whole(0, 4096, 64),
    "InceptionV2Reduction.widths": _whole(0, 4096, 64),
    "MobileNetV2.rows": _whole(1, 4096, 16),
    "stride": _whole(1, 16, 1),
    "padding": _whole(0, 16, 1),
    "extra": _whole(0, 16_384, 16),
    "kernel_size": KERNEL,
    "TableConv2d.kernel_size": SIZE,
    "WeightStandardizedConv2d.kernel_size": SIZE,
    "size": KERNEL,
    "window": _whole(2, 3, 3),
    "columns": _whole(1, 2, 2),
    "cardinality": _whole(1, 256, 32),
    "expansion": _whole(1, 32, 6),
    "growth_rate": _whole(1, 128, 12),
    "depths": BLOCKS,
    "num_layers": BLOCKS,
    "compression": _real(0.05, 1, 0.5),
    "reads": _whole(1, 64, 2),
    "DenseNet.layers": BLOCKS,
    "densenet.layers": BLOCKS,
    "image_size": SIDE,
    "head": _whole(1, 4096, 7),
    "dropout": Annotated[float, Field(ge=0, lt=1, examples=["0.5"])],
    "p": Share,
    "drop": Share,
    "momentum": Share,
    "norm": Share,
    "eps": _real(0, 1000, 1e-5),
    "gate_bias": _real(-100, 100, -3),
    "scale": _real(-10, 10, 0.2),
    "phi": _real(-10, 10, 1),
    "j": Positive,
    "scaling": AfterValidator(_factors),
    "unit": _builds(64, 64, 3, reads=(2, 64, 8, 8), gives=(2, 64, 8, 8)),
    "stem": _builds(3, 64, reads=(1, 3, 64, 64), gives=(1, 64)),
    "shortcut": _builds(64, 128, 2, reads=(1, 64, 4, 4), gives=(1, 128, 2, 2)),
    "ResNet.block": _builds(64, 64, reads=(1, 64, 4, 4), gives=(1,)),
    "model": AfterValidator(settled),
    "table": Annotated[str, AfterValidator(_crosses)],
    "configuration": TABLE_1,
    "SqueezeNet.configuration": FIRES,
    "layers": CONVOLUTIONS,
    "branches": CONVOLUTIONS,
    "pooling": POOLING,
    "activation": Annotated[
        type[nn.Module],
        _builds(reads=(2, 8, 4, 4), gives=(2, 8, 4, 4)),
        Field(description="a class of nn.Module", examples=["nn.ReLU"]),
    ],
}


def _filled(hint: Any, kind: Any) -> Any:
    """Return an annotation with the kind in place of its plain types."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if isinstance(kind, AfterValidator) and origin in (None, Callable, type):
        return hint if hint is type(None) else Annotated[hint, kind]
    if hint is int or (hint in (float, str) and kind):
        return kind or MAPS
    if origin is type and kind:
        return kind
    if origin in (typing.Union, types.UnionType):
        parts = tuple(_filled(part, kind) for part in inner)
        return typing.Union[parts]  # noqa: UP007
    if origin in (tuple, Sequence):
        parts = tuple(p if p is ... else _filled(p, kind) for p in inner)
        made = origin[parts if origin is tuple else parts[0]]
        many = origin is Sequence or ... in inner
        return (
            Annotated[made, Field(min_length=1, max_length=64)]
            if many
            else made
        )
    return hint


@door
def bound(module: types.ModuleType) -> None:
    """Put the kinds into the annotations of a module's classes and functions.

    `in_channels` with a default are channels of pictures, others are maps.
    """
    for name, thing in vars(module).items():
        made_here = getattr(thing, "__module__", None) == module.__name__
        if name.startswith("_") or not callable(thing) or not made_here:
            continue
        function = (
            vars(thing).get("__init__") if type(thing) is type else thing
        )
        if not isinstance(function, types.FunctionType):
            continue
        function = inspect.unwrap(function)
        defaults = inspect.signature(function).parameters
        for word, hint in function.__annotations__.items():
            kind = KINDS.get(f"{name}.{word}", KINDS.get(word))
            given = word in defaults and defaults[word].default
            if word == "in_channels" and type(given) is int:
                kind = CHANNELS
            if word != "return":
                function.__annotations__[word] = _filled(hint, kind)
