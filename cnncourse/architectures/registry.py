"""All networks by name: who published them, when, and what they take."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from torch import Tensor, nn

from cnncourse.errors import CourseError, unknown

Size = tuple[int, int, int]
Build = TypeVar("Build", bound=Callable[..., nn.Module])

# Usual inputs: channels, height and width.
IMAGENET: Size = (3, 224, 224)
CIFAR: Size = (3, 32, 32)


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
    year: int
    paper: str
    input_size: Size
    smallest: int
    fixed: bool


_ENTRIES: dict[str, Entry] = {}


def register(
    name: str,
    title: str,
    year: int,
    paper: str,
    input_size: Size,
    *,
    smallest: int | None = None,
    fixed: bool = False,
) -> Callable[[Build], Build]:
    """Return a decorator that enters a builder under `name`.

    Works on classes, functions and `functools.partial` objects; the
    arguments are those of `Entry`. `smallest` defaults to the usual height.
    """

    def enter(build: Build) -> Build:
        least = smallest or input_size[1]
        _ENTRIES[name] = Entry(
            name, build, title, year, paper, input_size, least, fixed
        )
        return build

    return enter


def names() -> list[str]:
    """Return the names of all networks, in the order of the book."""
    return list(_ENTRIES)


def info(name: str) -> Entry:
    """Return the `Entry` of a network.

    Raises:
        CourseError: no network has that name.
    """
    if name not in _ENTRIES:
        raise unknown("network", name, _ENTRIES)
    return _ENTRIES[name]


class _InputCheck:
    """Refuses input the network cannot take, before any layer sees it."""

    def __init__(self, entry: Entry, in_channels: object) -> None:
        self.entry, self.in_channels = entry, in_channels

    def __call__(self, module: nn.Module, args: tuple) -> None:
        images, entry = args[0], self.entry
        side = f"{entry.input_size[1]}x{entry.input_size[2]}"
        size = side if entry.fixed else f"at least {entry.smallest} a side"
        takes = (
            f"{entry.name} takes a float tensor of shape (batch, "
            f"{self.in_channels}, height, width), {size}"
        )
        if not isinstance(images, Tensor):
            raise CourseError(
                f"{takes}; it got a {type(images).__name__}. Turn the "
                "pictures into a tensor first, for example with torch.stack."
            )
        got = f"it got {tuple(images.shape)}, {images.dtype}"
        if images.ndim != 4:
            fix = "A single picture needs a batch axis: images[None]."
        elif images.shape[1] != self.in_channels:
            fix = (
                f"Build it with in_channels={images.shape[1]} instead."
                if "in_channels" in inspect.signature(entry.build).parameters
                else f"Convert the pictures to {self.in_channels} channel(s)."
            )
        elif not images.is_floating_point():
            fix = "Convert with images.float() / 255."
        elif entry.fixed and images.shape[2:] != entry.input_size[1:]:
            fix = f"Resize or pad the pictures to {side}."
        elif min(images.shape[2:]) < entry.smallest:
            fix = f"Resize or pad to {entry.smallest}x{entry.smallest}."
        else:
            return
        raise CourseError(f"{takes}; {got}. {fix}")


def create(name: str, **options: object) -> nn.Module:
    """Build a network by name, for example `create("lenet5")`.

    The network checks its input's shape, channels and type when called.

    Args:
        name: one of `names()`.
        options: keyword options of the builder. Classifiers have
            `num_classes`, the width of the output, and `in_channels`, 1 for
            gray pictures and 3 for color; others are in their docstrings.

    Raises:
        CourseError: the name or an option does not exist, or its value
            is of no use.
    """
    entry = info(name)
    known = inspect.signature(entry.build).parameters
    for option, value in options.items():
        if option not in known:
            raise unknown(f"option of {name}", option, known)
        if option in ("num_classes", "in_channels") and not (
            isinstance(value, int) and value > 0
        ):
            raise CourseError(
                f"{option}={value!r} was given; {name} needs a whole number "
                "of at least 1."
            )
    model = entry.build(**options)
    channels = options.get("in_channels", entry.input_size[0])
    check = _InputCheck(entry, channels)
    model.register_forward_pre_hook(check, prepend=True)
    return model
