"""What depth does to a network: gradients, blocks taken out, the loss around.

Sources: He et al. 2015, arXiv:1512.03385, section 4.2 (do gradients
vanish?); Veit et al. 2016, arXiv:1605.06431, section 4.1 (blocks taken out);
Li et al. 2018, arXiv:1712.09913, section 4 (directions scaled by filter).
"""

import copy
from collections.abc import Sequence
from typing import Annotated

import torch
from pydantic import Field
from torch import Tensor, nn

from cnncourse.architectures.resnet import ResidualBlock
from cnncourse.architectures.resnet_small import HighwayLayer, SmallResNet
from cnncourse.datasets import Data
from cnncourse.doors import door
from cnncourse.errors import CourseError, unknown
from cnncourse.kinds import Model
from cnncourse.training.recipe import Recipe
from cnncourse.training.trials import right

BATCH = 128  # training pictures whose gradient is taken
ALONG, REACH, DIRECTIONS = 41, 1.0, 3  # points of a slice, and how far it goes


def _loss(model: nn.Module, data: Data, pictures: int) -> Tensor:
    """Return the loss of the first training pictures."""
    part = data.train[:pictures].to(next(model.parameters()).device)
    outputs = model(data.normalize(part.images))
    return Recipe().loss(model, outputs, part.labels)


@door
def gradients(model: Model, data: Data) -> Tensor:
    """Return the gradient of each convolution, relative to its weights.

    The loss is that of training, with the statistics of the batch where
    there are norms; the network stays as it is.

    Args:
        model: fresh or trained.
        data: the first 128 training pictures are taken.

    Returns:
        (convolutions,), log10 of the norm of the gradient over the norm of
        the weights; -12 where there is no gradient.

    Raises:
        CourseError: the network has no convolution.
    """
    model = copy.deepcopy(model).train()
    layers = [m.weight for m in model.modules() if isinstance(m, nn.Conv2d)]
    if not layers:
        raise CourseError(
            f"{type(model).__name__} has no nn.Conv2d; try a network that "
            "has one."
        )
    found = torch.autograd.grad(_loss(model, data, BATCH), layers)
    sizes = [
        gradient.norm() / weight.norm()
        for gradient, weight in zip(found, layers, strict=True)
    ]
    return torch.stack(sizes).detach().clamp_min(1e-12).log10().cpu()


@door
def removed(
    model: Model,
    data: Data,
    names: Annotated[
        Sequence[str], Field(min_length=1, examples=['["stage1.1"]'])
    ],
) -> Tensor:
    """Return which test pictures are right without some modules.

    A residual block keeps its shortcut; any other module hands on what it
    was given.

    Args:
        model: a trained network.
        data: its test part is asked about.
        names: of the modules that are taken out together.

    Returns:
        (pictures,), bool.

    Raises:
        CourseError: no module has such a name, or the next one cannot read
            what is handed on.
    """
    known = dict(model.named_modules())

    def without(module: nn.Module, given: tuple, _: object) -> Tensor:
        if isinstance(module, ResidualBlock) and "downsample" in dict(
            module.named_children()
        ):
            return module.relu(module.downsample(given[0]))
        return given[0]

    hooks = []
    try:
        for name in names:
            if name not in known:
                raise unknown("module", name, known)
            hooks.append(known[name].register_forward_hook(without))
        return right(model, data, data.test)
    finally:
        for hook in hooks:
            hook.remove()


def parts(model: nn.Module) -> list[list[str]]:
    """Return what can be taken out of a network: names of modules.

    Each unit of a `SmallResNet` but the first of its second and third stage,
    each convolution of a `VGGPooled` with its norm and ReLU that gives as many
    maps as it reads.
    """
    if isinstance(model, SmallResNet):
        return [
            [f"stage{stage}.{unit}"]
            for stage in (1, 2, 3)
            for unit in range(stage > 1, len(model.stage1))
        ]
    features = model.get_submodule("features")
    return [
        [f"features.{at + k}" for k in range(3)]
        for at, layer in enumerate(features.children())
        if isinstance(layer, nn.Conv2d)
        and layer.in_channels == layer.out_channels
    ]


def _blocks(model: nn.Module, data: Data) -> list[float]:
    """Return the points of accuracy that each part of `parts` is worth."""
    asis = right(model, data, data.test).float().mean()
    return [
        float(100 * (asis - removed(model, data, names).float().mean()))
        for names in parts(model)
    ]


@torch.no_grad()
def _slices(model: nn.Module, data: Data) -> list[float]:
    """Return the loss along three random directions, 41 points of each.

    Each filter of a direction is as long as the network's; vectors (norms,
    biases) stay. Norms use the batch, 256 training pictures.
    """
    found = []
    for seed in range(DIRECTIONS):
        draw = torch.Generator().manual_seed(seed)
        moved = copy.deepcopy(model).cpu().train()
        weights = [p for p in moved.parameters() if p.ndim > 1]
        starts = [p.clone() for p in weights]
        ways = []
        for start in starts:
            way = torch.randn(start.shape, generator=draw).flatten(1)
            way *= (start.flatten(1).norm(dim=1) / way.norm(dim=1))[:, None]
            ways.append(way.view_as(start))
        for amount in torch.linspace(-REACH, REACH, ALONG):
            for weight, start, way in zip(weights, starts, ways, strict=True):
                weight.copy_(start + amount * way)
            found.append(float(_loss(moved, data, 2 * BATCH)))
    return found


@torch.no_grad()
def _gates(model: nn.Module, data: Data) -> list[float]:
    """Return the mean of the gates of each highway layer, test pictures."""
    found: list[float] = []

    def keep(_: nn.Module, __: object, output: Tensor) -> None:
        found.append(float(output.sigmoid().mean()))

    layers = [m for m in model.modules() if isinstance(m, HighwayLayer)]
    hooks = [layer.gate.register_forward_hook(keep) for layer in layers]
    model.eval()
    model(data.normalize(data.test.images.to(next(model.parameters()).device)))
    for hook in hooks:
        hook.remove()
    return found


MEASURES = {
    "gradients": lambda model, data: gradients(model, data).tolist(),
    "blocks": _blocks,
    "slices": _slices,
    "gates": _gates,
}
