"""What the gates of squeeze-and-excitation follow, and what they are worth.

Source: Hu et al. 2017, arXiv:1709.01507, section 7.2 (the mean gate of each
class, by depth). Ours: how much of a gate's variance class and light explain,
and the accuracy with gates of another picture, or the same for every picture.
"""

from typing import Annotated, Literal

import torch
from pydantic import AfterValidator
from torch import Tensor, nn

from cnncourse.architectures.squeeze_excitation import SqueezeExcitation
from cnncourse.datasets import Data, batches
from cnncourse.datasets.data import Labels
from cnncourse.doors import door, shown
from cnncourse.errors import CourseError
from cnncourse.kinds import Model


def _modules(model: nn.Module) -> list[SqueezeExcitation]:
    found = [m for m in model.modules() if isinstance(m, SqueezeExcitation)]
    if not found:
        raise CourseError(
            f"{type(model).__name__} has no SqueezeExcitation; try "
            'create("se_resnet_mini_32").'
        )
    return found


def _table(values: Tensor) -> Tensor:
    if values.ndim != 2 or not values.is_floating_point() or values.is_meta:
        raise ValueError(
            f"is {shown(values)}; expected numbers of shape (pictures, maps); "
            "try gates(model, data)[0]"
        )
    return values


@door
@torch.no_grad()
def gates(model: Model, data: Data) -> list[Tensor]:
    """Return the gates of the test pictures, (pictures, maps) a module.

    Raises:
        CourseError: the network has no `SqueezeExcitation`.
    """
    modules = _modules(model)
    kept: list[list[Tensor]] = [[] for _ in modules]
    hooks = [
        module.gate.register_forward_hook(
            lambda _, __, output, k=k: kept[k].append(output.flatten(1).cpu())
        )
        for k, module in enumerate(modules)
    ]
    model.eval()
    part = data.test.to(next(model.parameters()).device)
    try:
        for images, _ in batches(data, part, 500):
            model(images)
    finally:
        for hook in hooks:
            hook.remove()
    return [torch.cat(parts) for parts in kept]


@door
def explained(
    values: Annotated[Tensor, AfterValidator(_table)], labels: Labels
) -> float:
    """Return which share of the variance lies between the classes, 0 to 1.

    Args:
        values: (pictures, maps).
        labels: (pictures,), whole numbers.

    Returns:
        The variance of the class means over the whole variance, both summed
        over the maps; 0 where nothing varies. Labels that have nothing to do
        with the values give about (classes - 1) / (pictures - 1).

    Raises:
        CourseError: the shapes do not fit together.
    """
    if labels.shape != values.shape[:1]:
        raise CourseError(
            f"labels is {shown(labels)} for values of {len(values)} pictures; "
            "expected one for each; try data.test.labels."
        )
    values = values.double() - values.double().mean(0)
    between = sum(
        len(own := values[labels == label]) * own.mean(0).square().sum()
        for label in labels.unique()
    )
    return float(between / values.square().sum().clamp_min(1e-30))


@door
def exchanged(
    model: Model, data: Data, way: Literal["mean", "shuffled"]
) -> Tensor:
    """Return which test pictures are right with other gates than their own.

    Args:
        model: a trained network with `SqueezeExcitation`.
        data: its test part is asked about.
        way: "mean", each gate is its mean over the test pictures; "shuffled",
            the gates of the test picture before it.

    Returns:
        (pictures,), bool.

    Raises:
        CourseError: the network has no `SqueezeExcitation`.
    """
    found, hooks, starts = gates(model, data), [], []
    for module, own in zip(_modules(model), found, strict=True):
        other = own.mean(0).expand_as(own) if way == "mean" else own.roll(1, 0)
        start = [0]
        starts.append(start)

        def put(
            _: nn.Module,
            __: object,
            output: Tensor,
            other: Tensor = other,
            start: list[int] = start,
        ) -> Tensor:
            now = other[start[0] : start[0] + len(output)]
            start[0] += len(output)
            return now.to(output).view_as(output)

        hooks.append(module.gate.register_forward_hook(put))
    try:
        return _right_in_order(model, data)
    finally:
        for hook in hooks:
            hook.remove()


@torch.no_grad()
def _right_in_order(model: nn.Module, data: Data) -> Tensor:
    """Return which test pictures are right; each is sent through once."""
    model.eval()
    part = data.test.to(next(model.parameters()).device)
    return torch.cat(
        [
            model(images).argmax(1) == labels
            for images, labels in batches(data, part, 500)
        ]
    ).cpu()


def _tenths(values: Tensor) -> Tensor:
    """Return in which tenth of all values each one lies, 0 to 9."""
    return values.argsort().argsort() * 10 // len(values)


def _excitation(model: nn.Module, data: Data) -> list[float]:
    """Return what the gates follow and what they are worth.

    For each module: the mean gate, the deviation over pictures (mean over
    the maps), and the shares of the variance that the class and the light
    (ten groups by the mean brightness) explain. Then the test accuracy with
    the mean gates, and with those of another picture.
    """
    light = _tenths(data.test.images.float().mean((1, 2, 3)).cpu())
    labels = data.test.labels.cpu()
    numbers: list[float] = []
    for values in gates(model, data):
        numbers += [
            float(values.mean()),
            float(values.std(0).mean()),
            explained(values, labels),
            explained(values, light),
        ]
    for way in ("mean", "shuffled"):
        kept = exchanged(model, data, way)
        numbers.append(100 * float(kept.float().mean()))
    return numbers


MEASURES = {"excitation": _excitation}
