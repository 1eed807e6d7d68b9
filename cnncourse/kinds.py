"""Kinds of arguments that several rooms take, for the annotations of doors."""

import contextlib
import os
import re
import tempfile
from pathlib import Path
from typing import Annotated

import torch
from pydantic import AfterValidator, Field
from torch import nn
from torch.nn.parameter import is_lazy

DEVICES = ("cpu", "cuda", "mps")

Whole = Annotated[int, Field(ge=0, le=2**31 - 1)]
Count = Annotated[int, Field(ge=1, le=2**31 - 1)]
Seed = Annotated[int, Field(ge=0, le=2**32 - 1, examples=["0"])]
Positive = Annotated[float, Field(gt=0)]
NotNegative = Annotated[float, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]


def _visible(text: str) -> str:
    """Refuse characters that a page cannot hold."""
    found = re.search(r"[^\t\n\r -~\xa0-\ufffd\U00010000-\U0010ffff]", text)
    if found:
        raise ValueError(
            f"holds the control character {found[0]!r}; expected text that a "
            "page can show; try it without"
        )
    return text


# Words of a figure: all of them stand on the page as they are given.
Caption = Annotated[
    str, AfterValidator(_visible), Field(min_length=1, max_length=10_000)
]
Label = Annotated[str, AfterValidator(_visible), Field(max_length=200)]
# The anchor of a figure is "fig-" and this.
Anchor = Annotated[
    str,
    Field(
        pattern=r"^[\w.-]*$",
        max_length=100,
        description="letters, digits, and -, _ and . between them",
        examples=['"maps"'],
    ),
]


def _usable(path: str | Path) -> Path:
    """Refuse a path that this system cannot have."""
    if not str(path):
        raise ValueError('is empty; expected a path; try "runs/first"')
    try:
        with contextlib.suppress(FileNotFoundError):
            os.stat(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ValueError(
            f'cannot be used ({reason}); expected a path; try "runs/first"'
        ) from error
    return Path(path)


def _folder(path: Path) -> Path:
    """Refuse what is no folder to write in and cannot become one."""
    if os.path.lexists(path) and not path.is_dir():
        raise ValueError(
            f"is the file {path.name!r}; expected a folder, which is made "
            "where it is missing"
        )
    # It is made by who writes: a call that is refused leaves nothing behind.
    there = next(p for p in (path, *path.absolute().parents) if p.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError as error:
        raise ValueError(
            f"cannot be written ({error.strerror}); expected a folder of "
            'yours with room in it; try "runs/first"'
        ) from error
    return path


AnyPath = Annotated[
    str | Path,
    AfterValidator(_usable),
    Field(description="a path", examples=['"runs/first"']),
]
# A folder to write in, made where it is missing.
OutFolder = Annotated[AnyPath, AfterValidator(_folder)]


def settled(model: nn.Module) -> nn.Module:
    """Refuse a network whose layers have no shapes yet."""
    if any(map(is_lazy, (*model.parameters(), *model.buffers()))):
        raise ValueError(
            "has lazy layers without weights; send one batch through it "
            "first: model(images)"
        )
    return model


def _trainable(model: nn.Module) -> nn.Module:
    """Refuse a network without weights, or without storage for them."""
    if not list(model.parameters()):
        raise ValueError(
            'has no weights to train; try create("lenet5_modern")'
        )
    tensors = (*model.parameters(), *model.buffers())
    if any(tensor.is_meta for tensor in tensors):
        raise ValueError(
            "lies on the meta device, without weights; build it with "
            "architectures.create(...)"
        )
    return model


# A network that can be run and trained.
Model = Annotated[
    nn.Module, AfterValidator(settled), AfterValidator(_trainable)
]


def default_device() -> torch.device:
    """Return this process's GPU where there is one, else the CPU."""
    if torch.cuda.is_available():
        return torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0)))
    return torch.device("cpu")


def _present(device: str | torch.device | None) -> torch.device:
    """Return the device, or this machine's best where it is None."""
    if device is None:
        return default_device()
    try:
        found = torch.device(device)
    except (RuntimeError, TypeError, ValueError):
        found = None
    if found is None or found.type not in DEVICES:
        raise ValueError(
            f"is {device!r}; expected one of {', '.join(DEVICES)}; leave it "
            "out to take the best"
        )
    counts = {
        "cpu": 1,
        "cuda": torch.cuda.device_count(),
        "mps": int(torch.backends.mps.is_available()),
    }
    # A large number comes back from PyTorch as a negative one.
    if not 0 <= (found.index or 0) < counts[found.type]:
        raise ValueError(
            f"is {device!r}, but PyTorch sees {counts[found.type]} of that "
            "kind; leave it out to take the best, or choose a runtime with a "
            "GPU"
        )
    return found


Device = Annotated[
    str | torch.device | None,
    AfterValidator(_present),
    Field(description="cpu, cuda or mps", examples=['"cpu"']),
]
