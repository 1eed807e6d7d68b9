"""What networks and their parts take: kinds of options, for annotations.

Each bound is far above what any paper uses and so low that no option, alone,
asks for more memory or time than a laptop has.
"""

import functools
from collections.abc import Callable
from typing import Annotated, Any

import torch
from pydantic import AfterValidator, Field
from torch import nn

from cnncourse.errors import CourseError, told

# ImageNet-21k has 21,841 classes, a satellite's pictures a few hundred bands.
Classes = Annotated[int, Field(ge=1, le=50_000, examples=["10"])]
Channels = Annotated[int, Field(ge=1, le=1024, examples=["3"])]
Maps = Annotated[int, Field(ge=1, le=16_384, examples=["64"])]
EvenMaps = Annotated[
    int,
    Field(
        ge=2, le=16_384, multiple_of=2, description="an even number of maps"
    ),
]
Groups = Annotated[int, Field(ge=1, le=256, examples=["32"])]
Blocks = Annotated[int, Field(ge=1, le=64, examples=["2"])]
Depths = tuple[Blocks, Blocks, Blocks, Blocks]
Side = Annotated[int, Field(ge=1, le=8192, examples=["224"])]  # of a picture
Stride = Annotated[int, Field(ge=1, le=16, examples=["1"])]
Padding = Annotated[int, Field(ge=0, le=16, examples=["1"])]
Expansion = Annotated[int, Field(ge=1, le=32, examples=["6"])]
# A unit that is dropped always would learn nothing.
Dropout = Annotated[float, Field(ge=0, lt=1, examples=["0.5"])]


def _odd(size: int) -> int:
    """Refuse a kernel without a middle: no padding keeps the size."""
    if size % 2 == 0:
        raise ValueError(f"is {size}; expected an odd number; try {size + 1}")
    return size


Window = Annotated[int, Field(ge=1, le=31, examples=["3"])]
Kernel = Annotated[Window, AfterValidator(_odd)]


def builds(
    *arguments: object, reads: tuple[int, ...], gives: tuple[int, ...]
) -> AfterValidator:
    """Return a check of a class or a function that is to build layers.

    It is called once and what it builds is tried on zeros.

    Args:
        arguments: what it is called with.
        reads: shape of the input.
        gives: how the shape of the output has to begin.
    """
    called = (
        f"({', '.join(getattr(a, '__name__', str(a)) for a in arguments)})"
    )
    remedy = f"Expected what turns the shape {reads} into {gives}."

    @functools.lru_cache(64)
    def check(build: Callable[..., Any]) -> Callable[..., Any]:
        name = getattr(build, "__name__", type(build).__name__)
        with (
            torch.device("cpu"),
            torch.no_grad(),
            torch.random.fork_rng(devices=()),
            told(f"{name}{called} builds no layer that runs", remedy),
        ):
            made = build(*arguments)
            made = nn.Sequential(*made) if isinstance(made, list) else made
            shape = tuple(made.eval()(torch.zeros(reads)).shape)
        if shape[: len(gives)] != gives:
            raise CourseError(
                f"{name}{called} turns the shape {reads} into {shape}. "
                f"{remedy}"
            )
        return build

    return AfterValidator(check)


Activation = Annotated[
    type[nn.Module],
    builds(reads=(2, 8, 4, 4), gives=(2, 8, 4, 4)),
    Field(description="a class of nn.Module", examples=["nn.ReLU"]),
]
Pooling = Annotated[
    type[nn.MaxPool2d] | type[nn.AvgPool2d],
    Field(
        description="nn.MaxPool2d or nn.AvgPool2d", examples=["nn.MaxPool2d"]
    ),
]
