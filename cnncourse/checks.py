"""Arguments that several modules take, refused by name where unusable."""

import contextlib
import os
from pathlib import Path

import torch
from torch import nn
from torch.nn.parameter import is_lazy

from cnncourse.errors import CourseError

DEVICES = ("cpu", "cuda", "mps")


def check_kind(argument: str, value: object, kind: type, remedy: str) -> None:
    """Refuse what is not of this kind."""
    if not isinstance(value, kind):
        raise CourseError(
            f"{argument} is a {type(value).__name__}; expected a "
            f"{kind.__name__}; try {remedy}."
        )


def check_model(model: nn.Module) -> None:
    """Refuse what is no network, or one without storage for its weights."""
    check_kind("model", model, nn.Module, 'create("lenet5_modern")')
    tensors = [*model.parameters(), *model.buffers()]
    if not list(model.parameters()):
        raise CourseError(
            'model has no weights to train; try create("lenet5_modern").'
        )
    if any(map(is_lazy, tensors)):
        raise CourseError(
            "model has lazy layers without weights; send one batch through "
            "it first: model(images)."
        )
    if any(tensor.is_meta for tensor in tensors):
        raise CourseError(
            "model lies on the meta device, without weights; build it with "
            "architectures.create(...)."
        )


def check_whole(
    argument: str, value: object, least: int, most: int | None = None
) -> None:
    """Refuse what is not a whole number from `least` to `most`."""
    if (
        not isinstance(value, int)
        or isinstance(value, bool)
        or not least <= value <= (most or value)
    ):
        limits = f"at least {least}" + (f" and at most {most}" if most else "")
        raise CourseError(
            f"{argument}={value!r} was given; it must be a whole number of "
            f"{limits}."
        )


def check_seed(seed: object) -> None:
    """Refuse what is no seed."""
    if type(seed) is not int or not 0 <= seed < 2**32:
        raise CourseError(
            f"seed={seed!r} was given; expected a whole number from 0 to "
            "4294967295; try seed=0."
        )


def check_path(argument: str, path: object) -> None:
    """Refuse what is no path, or one that this system cannot have."""
    if not isinstance(path, (str, Path)) or not str(path):
        raise CourseError(
            f"{argument}={path!r} was given; expected the path of one; try "
            '"runs/first".'
        )
    try:
        with contextlib.suppress(FileNotFoundError):
            os.stat(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        shown = str(path) if len(str(path)) <= 80 else f"...{str(path)[-77:]}"
        raise CourseError(
            f"{argument}={shown!r} cannot be used ({reason}); try "
            '"runs/first".'
        ) from error


def check_folder(argument: str, folder: str | Path) -> None:
    """Refuse what is no folder and cannot become one."""
    check_path(argument, folder)
    if Path(folder).exists() and not Path(folder).is_dir():
        raise CourseError(
            f"{argument}={str(folder)!r} is a file; name a folder, which is "
            "made where it is missing."
        )


def default_device() -> torch.device:
    """Return this process's GPU where there is one, else the CPU."""
    if torch.cuda.is_available():
        return torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0)))
    return torch.device("cpu")


def check_device(device: str | torch.device | None) -> torch.device:
    """Return the device, or this machine's best where it is None."""
    if device is None:
        return default_device()
    try:
        found = torch.device(device)
    except (RuntimeError, TypeError, ValueError):
        found = None
    if found is None or found.type not in DEVICES:
        raise CourseError(
            f"device={device!r} was given; expected one of "
            f"{', '.join(DEVICES)}; leave it out to take the best."
        )
    counts = {
        "cpu": 1,
        "cuda": torch.cuda.device_count(),
        "mps": int(torch.backends.mps.is_available()),
    }
    # A large number comes back from PyTorch as a negative one.
    if not 0 <= (found.index or 0) < counts[found.type]:
        raise CourseError(
            f"device={device!r} was given, but PyTorch sees "
            f"{counts[found.type]} of that kind; leave it out to take the "
            "best, or choose a runtime with a GPU."
        )
    return found
