"""All networks by name: who published them, when, and what they take."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, TypeVar

import torch
from pydantic import Field
from torch import Tensor, nn

from cnncourse.doors import door, shown
from cnncourse.errors import CourseError, out_of_memory, unknown

# Channels of pictures (of satellites, a few hundred), and a side.
Channels = Annotated[int, Field(ge=1, le=1024, examples=["3"])]
Side = Annotated[int, Field(ge=1, le=8192, examples=["224"])]
Size = tuple[Channels, Side, Side]
Build = TypeVar("Build", bound=Callable[..., nn.Module])

Year = Annotated[int, Field(ge=1943, le=2100, examples=["2026"])]

# Usual inputs: channels, height and width.
IMAGENET: Size = (3, 224, 224)
CIFAR: Size = (3, 32, 32)


@door
@dataclass(frozen=True)
class Entry:
    """What the course knows about a network before it is built.

    Attributes:
        name: the name `create` takes.
        build: callable with keyword options that returns the module.
        title: the name as its authors write it.
        year: of first publication.
        paper: authors, year, and a DOI or arXiv identifier.
        input_size: channels, height and width of the usual input.
        smallest: the smallest height and width the network accepts.
        fixed: whether only the usual height and width fit.
    """

    name: str
    build: Callable[..., nn.Module]
    title: str
    year: Year
    paper: str
    input_size: Size
    smallest: Side
    fixed: bool


_ENTRIES: dict[str, Entry] = {}


@door
def register(
    name: str,
    title: str,
    year: Year,
    paper: str,
    input_size: Size,
    *,
    smallest: Side | None = None,
    fixed: bool = False,
) -> Callable[[Build], Build]:
    """Return a decorator that enters a builder under `name`.

    Works on classes, functions and `functools.partial` objects; the
    arguments are those of `Entry`. `smallest` defaults to the usual height.
    """

    def enter(build: Build) -> Build:
        least = smallest or input_size[1]
        if isinstance(build, partial):
            guarded: Callable = partial(
                door(build.func), *build.args, **build.keywords
            )
        else:
            guarded = door(build)
        _ENTRIES[name] = Entry(
            name, guarded, title, year, paper, input_size, least, fixed
        )
        return build

    return enter


@door
def names() -> list[str]:
    """Return the names of all networks, in the order of the book."""
    return list(_ENTRIES)


@door
def info(name: str) -> Entry:
    """Return the `Entry` of a network.

    Raises:
        CourseError: no network has that name.
    """
    if name not in _ENTRIES:
        raise unknown("network", name, _ENTRIES)
    return _ENTRIES[name]


class _InputCheck:
    """Refuses input the network cannot take, before any layer sees it.

    It looks at what a tensor says of itself, never at its numbers: that
    would make a GPU wait in every pass.
    """

    def __init__(self, name: str, in_channels: int) -> None:
        self.name, self.in_channels = name, in_channels

    def __call__(self, module: nn.Module, args: tuple, kwargs: dict) -> None:
        entry, given = _ENTRIES[self.name], [*args, *kwargs.values()]
        fix = "Call it with one batch of pictures: model(images)."
        if len(given) == 1 and kwargs.keys() <= {"x"}:
            weight = next(module.parameters(), None)
            fix = self._remedy(entry, given[0], weight)
        if not fix:
            return
        side = f"{entry.input_size[1]}x{entry.input_size[2]}"
        size = side if entry.fixed else f"at least {entry.smallest} a side"
        got = " and ".join(map(shown, given)) or "nothing"
        raise CourseError(
            f"{entry.name} takes a float tensor of shape (batch, "
            f"{self.in_channels}, height, width), {size}; it got {got}. {fix}"
        )

    def _remedy(
        self, entry: Entry, images: object, weight: Tensor | None
    ) -> str:
        """Return what to do about the pictures; nothing if they fit."""
        if not isinstance(images, Tensor) or images.is_nested:
            return (
                "Turn the pictures into a tensor first, for example with "
                "torch.stack."
            )
        if images.layout != torch.strided:
            return "Convert with images.to_dense()."
        if images.ndim != 4:
            return "A single picture needs a batch axis: images[None]."
        if not len(images):
            return "Give at least one picture."
        if images.shape[1] != self.in_channels:
            if "in_channels" in inspect.signature(entry.build).parameters:
                return f"Build it with in_channels={images.shape[1]} instead."
            return f"Convert the pictures to {self.in_channels} channel(s)."
        if images.is_complex():
            return "Convert with images.abs()."
        if not images.is_floating_point():
            return "Convert with images.float() / 255."
        if entry.fixed and images.shape[2:] != entry.input_size[1:]:
            side = f"{entry.input_size[1]}x{entry.input_size[2]}"
            return f"Resize or pad the pictures to {side}."
        if min(images.shape[2:]) < entry.smallest:
            return f"Resize or pad to {entry.smallest}x{entry.smallest}."
        if weight is None or not weight.is_floating_point():
            return ""
        if images.device != weight.device:
            return f'Move them with images.to("{weight.device}").'
        kinds = {images.dtype, weight.dtype}
        if len(kinds) == 1:
            return ""
        if torch.float64 not in kinds and _autocasts(images.device.type):
            return ""
        return f"Convert with images.to({weight.dtype})."


def _autocasts(device: str) -> bool:
    """Tell whether PyTorch adapts the types of numbers by itself."""
    available = torch.amp.is_autocast_available(device)
    return available and torch.is_autocast_enabled(device)


@door
def create(name: str, **options: Any) -> nn.Module:
    """Build a network by name, for example `create("lenet5")`.

    The network checks its input's shape, channels, type and device when
    called; whether all numbers are finite is not looked at.

    Args:
        name: one of `names()`.
        options: keyword options of the builder. Classifiers have
            `num_classes`, the width of the output, and `in_channels`, 1 for
            gray pictures and 3 for color; others are in their docstrings.

    Raises:
        CourseError: the name or an option does not exist, or its value
            is of no use, or there is not enough memory for the weights.
    """
    entry = info(name)
    known = inspect.signature(entry.build).parameters
    for option in options:
        if option not in known:
            raise unknown(f"option of {name}", option, known or ["none"])
    try:
        model = entry.build(**options)
    except (MemoryError, RuntimeError) as error:
        if not out_of_memory(error):
            raise
        raise CourseError(
            f"{name} needs more memory with {shown(options)} than there is; "
            "try smaller options."
        ) from error
    check = _InputCheck(name, options.get("in_channels", entry.input_size[0]))
    model.register_forward_pre_hook(check, prepend=True, with_kwargs=True)
    return model
