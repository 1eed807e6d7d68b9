"""Weights from elsewhere: torchvision's, or a file of the same form.

    model = architectures.pretrained("resnet18")
    architectures.load_weights(model, "resnet18-f37072fd.pth")

Two spellings of older files are read as torchvision reads them: its DenseNets
were published with `norm.1` for `norm1`, and norms of before 2018 have no
`num_batches_tracked`. Anything else has to fit, name by name.
"""

import re
from collections.abc import Mapping
from http.client import HTTPException
from pathlib import Path

import torch
from torch import Tensor, nn

from cnncourse.architectures.registry import create, info, names
from cnncourse.errors import CourseError, unknown

OLD_DENSENET = re.compile(r"(denselayer\d+\.(?:norm|conv))\.([12]\.)")
COUNT = "num_batches_tracked"
SHOWN = 4  # differences that an error lists


def read_file(path: str | Path) -> object:
    """Return what `torch.save` wrote: tensors and plain data, no code.

    Raises:
        CourseError: no such file, not of `torch.save`, or cut short.
    """
    path = Path(path)
    if not path.is_file():
        raise CourseError(f"There is no file {path}; check its name.")
    try:
        return torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # foreign bytes end in errors of any kind
        raise CourseError(
            f"{path} is no file of weights that torch.save wrote, or it was "
            "cut short, or it holds more than tensors and plain data. Fetch "
            "it again, or save model.state_dict() anew."
        ) from error


def check_tensors(state: object, source: str) -> Mapping[str, Tensor]:
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
        if isinstance(name, str) and isinstance(value, Tensor):
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


def misfits(model: nn.Module, state: Mapping[str, Tensor]) -> list[str]:
    """Return what keeps `state` from `model`: a phrase for each tensor."""
    ours, found = model.state_dict(), []
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


def load_weights(
    model: nn.Module, weights: str | Path | Mapping[str, Tensor]
) -> None:
    """Put weights into a network; all of them fit, or none is changed.

    Args:
        model: from `create`, with the options of the weights: those that
            torchvision publishes have num_classes=1000.
        weights: a file that `torch.save` wrote, such as torchvision's .pth
            files, or a `state_dict`.

    Raises:
        CourseError: no such file, no weights in it, or weights of another
            network; then it names what does not fit, and both shapes.
    """
    if isinstance(weights, str | Path):
        given = check_tensors(read_file(weights), source := str(weights))
    else:
        given = check_tensors(weights, source := "What was given")
    state = {
        OLD_DENSENET.sub(r"\1\2", name): tensor
        for name, tensor in given.items()
    }
    ours = model.state_dict()
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
    if any(t.is_meta for t in (*ours.values(), *state.values())):
        raise CourseError(
            "The network or the weights are on the meta device, which has "
            "shapes and no numbers; build the network with create(...)."
        )
    model.load_state_dict(state)


def pretrained(name: str, *, progress: bool = True) -> nn.Module:
    """Build a network with the weights that torchvision publishes for it.

    They are fetched once, checked, and kept in torch's own cache. The
    network knows ImageNet's 1,000 classes and comes in evaluation mode. It
    takes pictures from 0 to 1, from which ImageNet's mean (0.485, 0.456,
    0.406) was subtracted, divided by its deviation (0.229, 0.224, 0.225).
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
    weights = models.get_model_weights(name).DEFAULT
    folder = Path(torch.hub.get_dir()) / "checkpoints"
    try:
        state = weights.get_state_dict(
            progress=progress,
            check_hash=True,
            map_location="cpu",
            weights_only=True,
        )
    except (OSError, HTTPException) as error:
        raise CourseError(
            f"The weights of {name} could not be fetched from {weights.url} "
            f"({error}). Try again with a network, or fetch that file "
            f"elsewhere and put it into {folder}."
        ) from error
    except Exception as error:  # as in `read_file`
        raise CourseError(
            f"The file fetched from {weights.url} is damaged. Remove it from "
            f"{folder} and try again."
        ) from error
    # These two were trained on pixels from -1 to 1.
    scaled = name in ("googlenet", "inception_v3")
    options = {"transform_input": True} if scaled else {}
    model = create(name, num_classes=1000, **options)
    load_weights(model, state)
    return model.eval()
