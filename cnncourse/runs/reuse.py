"""Which earlier layers the layers of a DenseNet use, asked in three ways.

The weights: Huang et al. 2017, arXiv:1608.06993, figure 5 (the mean absolute
weight between two layers). What arrives: the deviation over pictures of what
one layer adds to another's first convolution. What is missed: the loss that
comes when another layer sees the mean of those maps in their place.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from cnncourse.architectures.densenet import DenseNet
from cnncourse.datasets import Data
from cnncourse.doors import door
from cnncourse.errors import CourseError

ASKED = 300  # test pictures: a pass for each pair of layers


class Connection(NamedTuple):
    """One layer that reads another.

    Attributes:
        block: 1 for the first dense block.
        reader: 1 for the first layer of the block; the last is the
            transition behind it, or the classifier.
        read: 0 for the block's input, 1 for its first layer.
        start, end: which of the reader's input maps these are.
        norm: name of the reader's norm, which sees all its input maps.
        weights: name of the layer that reads what the norm gives.
    """

    block: int
    reader: int
    read: int
    start: int
    end: int
    norm: str
    weights: str


@door
def connections(model: DenseNet) -> list[Connection]:
    """Return all pairs of layers of which one reads the other, in order.

    Raises:
        CourseError: layers of the network read only some of those before.
    """
    found = []
    blocks = sum(
        name.startswith("denseb")
        for name, _ in model.features.named_children()
    )
    for number in range(1, blocks + 1):
        here = f"features.denseblock{number}"
        block: Any = model.get_submodule(here)
        if block.reads < len(block):
            raise CourseError(
                f"The layers read only the {block.reads} latest before them; "
                "expected a network that reads all; leave reads out."
            )
        readers = [
            (f"{here}.{name}.norm1", f"{here}.{name}.conv1") for name in block
        ]
        after = f"features.transition{number}"
        readers.append(
            (f"{after}.norm", f"{after}.conv")
            if number < blocks
            else ("features.norm5", "classifier")
        )
        growth = block["denselayer1"].conv2.out_channels
        start = block["denselayer1"].conv1.in_channels
        ends = [start + growth * i for i in range(len(readers))]
        found += [
            Connection(
                number,
                at,
                read,
                ends[read - 1] if read else 0,
                ends[read],
                *names,
            )
            for at, names in enumerate(readers, 1)
            for read in range(at)
        ]
    return found


@door
@torch.no_grad()
def weights(model: DenseNet) -> Tensor:
    """Return the mean absolute weight of each connection."""
    layers = dict(model.named_modules())
    return torch.stack(
        [
            layers[c.weights].weight[:, c.start : c.end].abs().mean()
            for c in connections(model)
        ]
    ).cpu()


@door
@torch.no_grad()
def arriving(model: DenseNet, data: Data) -> Tensor:
    """Return the deviation over pictures of what each connection adds.

    In front of the reader's norm-free sum: its first convolution (or the
    classifier) is linear, so it adds up what the layers it reads give. Root
    of the mean square over maps and places, first test pictures.
    """
    layers, found = dict(model.named_modules()), []
    seen = _inputs(model, data, "weights")
    for c in connections(model):
        layer, given = layers[c.weights], seen[c.weights]
        weight = layer.weight[:, c.start : c.end]
        part = given[:, c.start : c.end]
        added = (
            F.conv2d(part, weight)
            if isinstance(layer, nn.Conv2d)
            else part @ weight.T
        )
        found.append((added - added.mean(0)).square().mean().sqrt())
    return torch.stack(found).cpu()


@door
@torch.no_grad()
def missed(model: DenseNet, data: Data) -> Tensor:
    """Return how much larger the loss is without each connection, in nats.

    One reader at a time is shown, in place of the maps of one layer, their
    mean over the pictures, place by place; all others see what they saw.
    """
    layers, found = dict(model.named_modules()), []
    means = {
        name: given.mean(0)
        for name, given in _inputs(model, data, "norm").items()
    }
    asis = _loss(model, data)
    for c in connections(model):

        def hide(
            _: nn.Module, given: tuple[Tensor], c: Connection = c
        ) -> tuple[Tensor]:
            maps = given[0].clone()
            maps[:, c.start : c.end] = means[c.norm][c.start : c.end]
            return (maps,)

        hook = layers[c.norm].register_forward_pre_hook(hide)
        try:
            found.append(_loss(model, data) - asis)
        finally:
            hook.remove()
    return torch.stack(found).cpu()


def _pictures(model: nn.Module, data: Data) -> tuple[Tensor, Tensor]:
    part = data.test[:ASKED].to(next(model.parameters()).device)
    return data.normalize(part.images), part.labels


def _loss(model: nn.Module, data: Data) -> Tensor:
    images, labels = _pictures(model, data)
    return F.cross_entropy(model.eval()(images), labels)


def _inputs(model: DenseNet, data: Data, which: str) -> dict[str, Tensor]:
    """Return what each reader's norm, or its weights, are given."""
    layers, seen = dict(model.named_modules()), {}

    def keep(name: str) -> Callable[[nn.Module, tuple], None]:
        def hook(_: nn.Module, given: tuple) -> None:
            seen[name] = given[0]

        return hook

    names = {getattr(c, which) for c in connections(model)}
    hooks = [
        layers[name].register_forward_pre_hook(keep(name)) for name in names
    ]
    try:
        model.eval()(_pictures(model, data)[0])
    finally:
        for hook in hooks:
            hook.remove()
    return seen


def _reuse(model: nn.Module, data: Data) -> list[float]:
    """Return all three for each connection: weights, arriving, missed."""
    if not isinstance(model, DenseNet):
        raise CourseError(
            f"{type(model).__name__} has no dense blocks; expected a "
            'DenseNet; try create("densenet_bc_mini_32").'
        )
    parts = weights(model), arriving(model, data), missed(model, data)
    return torch.cat(parts).tolist()


MEASURES = {"reuse": _reuse}
