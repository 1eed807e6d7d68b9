"""Weights from elsewhere: torchvision's, or a file of the same form.

    model = architectures.pretrained("resnet18")
    architectures.load_weights(model, "resnet18-f37072fd.pth")

Two spellings of older files are read as torchvision reads them: its DenseNets
were published with `norm.1` for `norm1`, and norms of before 2018 have no
`num_batches_tracked`. Anything else has to fit, name by name.
"""

import hashlib
import re
import zipfile
from collections.abc import Mapping
from http.client import HTTPException
from pathlib import Path
from typing import Annotated, Any

import torch
from pydantic import Field
from torch import Tensor, nn

from cnncourse.architectures.registry import create, info, names
from cnncourse.doors import door
from cnncourse.errors import CourseError, unknown
from cnncourse.kinds import AnyPath, Model

OLD_DENSENET = re.compile(r"(denselayer\d+\.(?:norm|conv))\.([12]\.)")
COUNT = "num_batches_tracked"
SHOWN = 4  # differences that an error lists
Weights = Annotated[
    AnyPath | Mapping[str, Any],
    Field(
        description="a path, or what model.state_dict() returns",
        examples=["model.state_dict()"],
    ),
]
LARGEST = 4 * 2**30  # bytes of a file; torchvision's largest have 2.6 GB


def _promised(name: str) -> str:
    """Return how the SHA-256 begins of a file that torchvision publishes.

    Empty for any other name.
    """
    found = torch.hub.HASH_REGEX.search(name)
    if not found:
        return ""
    from torchvision import models

    kinds = map(models.get_model_weights, models.list_models())
    known = {each.url.rpartition("/")[2] for kind in kinds for each in kind}
    return found[1] if name in known else ""


@door
def read_file(path: AnyPath) -> object:
    """Return what `torch.save` wrote: tensors and plain data, no code.

    The checksums in the file are checked, which PyTorch leaves out, and that
    of torchvision where the file has a name of theirs.

    Raises:
        CourseError: no such file, too large, not of `torch.save`, damaged.
    """
    path = Path(path)
    if not path.is_file():  # neither may a pipe or a device be opened
        what = "no plain file" if path.exists() else "no file"
        raise CourseError(f"There is {what} {path}; check its name.")
    size = path.stat().st_size
    if size > LARGEST:
        raise CourseError(
            f"{path} has {size:,} bytes; weights of at most {LARGEST:,} are "
            "read. Give the file of one network."
        )
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            if not digest.startswith(_promised(path.name)):
                raise ValueError("other bytes than torchvision's")
            if zipfile.is_zipfile(file):
                with zipfile.ZipFile(file) as archive:
                    unpacked = sum(i.file_size for i in archive.infolist())
                    if unpacked > size or archive.testzip():
                        raise ValueError("a wrong size or checksum")
        return torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # foreign bytes end in errors of any kind
        raise CourseError(
            f"{path} is no file of weights that torch.save wrote, or it was "
            "cut short or damaged, or it holds more than tensors and plain "
            "data. Remove it and fetch it again, or save model.state_dict()."
        ) from error


@door
def check_tensors(state: Any, source: str) -> Mapping[str, Tensor]:
    """Return `state` if it maps names to tensors, and refuse it otherwise.

    Args:
        state: what should be a `state_dict`.
        source: what the error calls it, such as a path.

    Raises:
        CourseError: it is something else, empty, or has something else in it.
    """
    expected = "weights are a dictionary from names to tensors"
    if not isinstance(state, Mapping):
        raise CourseError(
            f"{source} is a {type(state).__name__}; {expected}, as "
            "model.state_dict() returns it."
        )
    if not state:
        raise CourseError(
            f"{source} is empty; {expected}. Fetch or save it again."
        )
    for name, value in state.items():
        dense = isinstance(value, Tensor) and value.layout == torch.strided
        if isinstance(name, str) and dense and not value.is_quantized:
            continue
        hint = (
            f"If these are the weights, take [{name!r}] of it."
            if isinstance(value, Mapping)
            else "Leave out what is no weight."
        )
        raise CourseError(
            f"{source} has a {type(value).__name__} under {name!r}; "
            f"{expected}. {hint}"
        )
    return state


def _shape(tensor: Tensor) -> str:
    size = "x".join(map(str, tensor.shape)) or "one number"
    return size if tensor.is_floating_point() else f"{size} ({tensor.dtype})"


@door
def misfits(model: nn.Module, state: Mapping[str, Tensor]) -> list[str]:
    """Return what keeps `state` from `model`: a phrase for each tensor."""
    ours = check_tensors(model.state_dict(), "The state of the network")
    found = []
    for name, tensor in ours.items():
        if name not in state:
            found.append(f"{name} is not in the weights")
            continue
        given, taken = _shape(state[name]), _shape(tensor)
        if given != taken:
            found.append(
                f"{name} is {given} in the weights, {taken} in the network"
            )
    extra = [name for name in state if name not in ours]
    return found + [f"{name} is not in the network" for name in extra]


def _advice(model: nn.Module, state: Mapping[str, Tensor]) -> str:
    """Return which option would make the weights fit, if it is one."""
    ours = model.state_dict()
    if ours.keys() == state.keys():
        pairs = [
            (tuple(state[name].shape), tuple(tensor.shape))
            for name, tensor in ours.items()
            if state[name].shape != tensor.shape
        ]
        for axis, option in ((0, "num_classes"), (1, "in_channels")):
            sizes = {there[axis : axis + 1] for there, _ in pairs}
            others = [
                (a[:axis] + a[axis + 1 :], b[:axis] + b[axis + 1 :])
                for a, b in pairs
            ]
            if len(sizes) == 1 and all(a == b for a, b in others):
                (size,) = sizes.pop()
                return f"Build the network with {option}={size}."
    return (
        "Take the weights of this very network, and build it with the "
        "options they were made with, such as num_classes and aux_logits."
    )


@door
def load_weights(model: Model, weights: Weights) -> None:
    """Put weights into a network; all of them fit, or none is changed.

    Args:
        model: from `create`, with the options of the weights: those that
            torchvision publishes have num_classes=1000.
        weights: a file that `torch.save` wrote, such as torchvision's .pth
            files, or a `state_dict`.

    Raises:
        CourseError: no such file, no weights in it, or weights of another
            network; then it names what does not fit, and both shapes. Or a
            weight is no finite number.
    """
    if isinstance(weights, Path):
        given = check_tensors(read_file(weights), source := str(weights))
    else:
        given = check_tensors(weights, source := "What was given")
    state = {
        OLD_DENSENET.sub(r"\1\2", name): tensor
        for name, tensor in given.items()
    }
    ours: dict[str, Tensor] = model.state_dict()
    for name in ours.keys() - state.keys():
        if name.endswith(COUNT):
            state[name] = torch.tensor(0)
    wrong = misfits(model, state)
    if wrong:
        more = len(wrong) - SHOWN
        listed = "; ".join(wrong[:SHOWN])
        listed += f"; and {more} more" if more > 0 else ""
        raise CourseError(
            f"{source} does not fit this {type(model).__name__}; "
            f"{len(wrong)} tensor(s) differ: {listed}. "
            f"{_advice(model, state)}"
        )
    for name, tensor in state.items():
        if tensor.is_meta:
            raise CourseError(
                f"{source} is on the meta device, which has shapes and no "
                "numbers; give the state_dict of a trained network."
            )
        if not tensor.to(ours[name].dtype).isfinite().all():
            raise CourseError(
                f"{source} has a number in {name} that is infinite or none, "
                "or too large for the network; take weights of a training "
                "that did not diverge."
            )
    model.load_state_dict(state)


@door
def pretrained(name: str, *, progress: bool = True) -> nn.Module:
    """Build a network with the weights that torchvision publishes for it.

    They are fetched once and kept in torch's own cache; their checksum is
    looked at each time. The network knows ImageNet's 1,000 classes and comes
    in evaluation mode. It takes pictures from 0 to 1, from which ImageNet's
    mean (0.485, 0.456, 0.406) was subtracted, divided by its deviation
    (0.229, 0.224, 0.225).
    For classes of your own, put a new last layer in place of the old one.

    Args:
        name: a network that torchvision has too.
        progress: show a bar while fetching.

    Raises:
        CourseError: torchvision has no such network, or no weights came.
    """
    from torchvision import models

    known = [n for n in names() if n in models.list_models()]
    if name not in known:
        info(name)  # a wrong name says so; the right one has no weights
        raise unknown("network with weights in torchvision", name, known)
    url = models.get_model_weights(name).DEFAULT.url
    path = Path(torch.hub.get_dir()) / "checkpoints" / url.rpartition("/")[2]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            start = _promised(path.name)
            torch.hub.download_url_to_file(url, str(path), start, progress)
    except (OSError, RuntimeError, HTTPException) as error:
        raise CourseError(
            f"The weights of {name} could not be fetched from {url} "
            f"({error}). Try again with a network, or fetch that file "
            f"elsewhere and put it into {path.parent}."
        ) from error
    # These two were trained on pixels from -1 to 1.
    scaled = name in ("googlenet", "inception_v3")
    options = {"transform_input": True} if scaled else {}
    model = create(name, num_classes=1000, **options)
    load_weights(model, path)
    return model.eval()
