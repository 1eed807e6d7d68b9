"""What a trained network is asked about, besides which pictures it reads.

A plan names some of these; the record of each of its runs holds the numbers.
"""

import copy
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Annotated

import torch
from pydantic import AfterValidator, Field
from torch import Tensor, nn
from torch.nn import functional as F

from cnncourse.architectures.inception import Inception
from cnncourse.datasets import Data, batches
from cnncourse.doors import door
from cnncourse.errors import CourseError, unknown
from cnncourse.kinds import Model, Whole
from cnncourse.runs import depth, excitation, reuse
from cnncourse.runs.statistics import recount
from cnncourse.training.progress import predict
from cnncourse.training.trials import right


def _kernels(weights: Tensor) -> Tensor:
    if weights.ndim != 4 or not weights.is_floating_point():
        raise ValueError(
            f"has shape {tuple(weights.shape)} and {weights.dtype}; expected "
            "numbers of shape (maps, channels, height, width); try "
            "first_kernels(model)"
        )
    return weights


Kernels = Annotated[Tensor, AfterValidator(_kernels)]


@door
def first_kernels(model: Model) -> Tensor:
    """Return the weights of the first convolution, (maps, channels, h, w).

    Raises:
        CourseError: the network has no convolution.
    """
    for module in model.modules():
        if isinstance(module, nn.Conv2d):
            return module.weight.detach().cpu()
    raise CourseError(
        f"{type(model).__name__} has no nn.Conv2d; try a network that has one."
    )


@door
def color_shares(kernels: Kernels) -> Tensor:
    """Return how much of each kernel answers to color, not to brightness.

    A kernel is its mean over the channels, which sees gray, plus the rest,
    which sees none of it: their energies (sums of squares) add up.

    Args:
        kernels: (maps, channels, height, width).

    Returns:
        (maps,), the share of the energy that lies in the rest, 0 to 1; 0
        for a kernel of zeros.
    """
    rest = kernels - kernels.mean(1, keepdim=True)
    energy = kernels.square().sum((1, 2, 3))
    return rest.square().sum((1, 2, 3)) / energy.clamp_min(1e-30)


def _colors(model: nn.Module, data: Data) -> list[float]:
    return color_shares(first_kernels(model)).tolist()


@door
def silenced(
    model: Model,
    data: Data,
    name: str,
    groups: Annotated[
        Sequence[Annotated[Sequence[Whole], Field(min_length=1)]],
        Field(min_length=1, examples=["[range(24), range(24, 72)]"]),
    ],
) -> Tensor:
    """Return which test pictures are right while some maps say nothing.

    Each of these maps is replaced by its mean over the test pictures, place
    by place. Zeros would take away more: what the map says of every picture,
    which the next layers have learned to expect.

    Args:
        model: a trained network.
        data: its test part is asked about.
        name: of a module whose output is (pictures, maps, height, width).
        groups: of maps that are silenced together, a run for each group.

    Returns:
        (groups, pictures), bool.

    Raises:
        CourseError: no module has that name, or it has no such maps.
    """
    if name not in dict(model.named_modules()):
        raise unknown("module", name, dict(model.named_modules()))
    module = model.get_submodule(name)
    sums: list[Tensor] = []
    hook = module.register_forward_hook(
        lambda _, __, maps: sums.append(maps.double().sum(0))
    )
    model.eval()
    device = next(model.parameters()).device
    with torch.no_grad():
        for images, _ in batches(data, data.test.to(device), 500):
            model(images)
    hook.remove()
    mean = (torch.stack(sums).sum(0) / len(data.test)).float()
    found = []
    for group in groups:
        chosen = list(group)
        if max(chosen) >= len(mean):
            raise CourseError(
                f"{name} has the maps 0 to {len(mean) - 1}, and map "
                f"{max(chosen)} was named; try range({len(mean)})."
            )

        def silence(
            _: nn.Module, __: object, maps: Tensor, chosen: list = chosen
        ) -> Tensor:
            maps = maps.clone()
            maps[:, chosen] = mean[chosen].to(maps.dtype)
            return maps

        hook = module.register_forward_hook(silence)
        try:
            found.append(right(model, data, data.test))
        finally:
            hook.remove()
    return torch.stack(found)


@door
def branches(
    module: Annotated[
        Inception, Field(examples=['model.get_submodule("inception3a")'])
    ],
) -> list[list[int]]:
    """Return which maps of a module come from which of its four branches."""
    parts = module.branch1, module.branch2, module.branch3, module.branch4
    maps, groups = 0, []
    for part in parts:
        *_, last = (m for m in part.modules() if isinstance(m, nn.Conv2d))
        groups.append(list(range(maps, maps + last.out_channels)))
        maps += last.out_channels
    return groups


ASKED = 1_000  # pictures: sixty passes a network
DRAWS = 2  # of the control


def _branches(model: nn.Module, data: Data) -> list[float]:
    """Return the points of accuracy that silenced branches cost.

    By module and branch, and then in the same order the control: as many
    maps of the same module, drawn at random.
    """
    data = replace(data, test=data.test[:ASKED])
    draw = torch.Generator().manual_seed(0)
    asis = right(model, data, data.test).float().mean()
    lost: list[list[float]] = [[], []]
    for name, module in model.named_modules():
        if not isinstance(module, Inception):
            continue
        groups = branches(module)
        total = sum(map(len, groups))
        others = [
            torch.randperm(total, generator=draw)[: len(group)].tolist()
            for group in groups
            for _ in range(DRAWS)
        ]
        found = silenced(model, data, name, groups + others)
        cost = 100 * (asis - found.float().mean(1))
        lost[0] += cost[: len(groups)].tolist()
        lost[1] += cost[len(groups) :].view(-1, DRAWS).mean(1).tolist()
    return lost[0] + lost[1]


@torch.no_grad()
def _logits(model: nn.Module, data: Data) -> list[float]:
    """Return how far the right class stands above the others, on test.

    The mean of that gap, the mean deviation among the others, and how many
    pictures have a gap in each half unit from -10 to 20.
    """
    gaps, spreads = [], []
    model.eval()
    for images, labels in batches(data, data.test, 500):
        outputs = model(images).float()
        own = F.one_hot(labels, outputs.shape[1]).bool()
        others = outputs[~own].view(len(labels), -1)
        gaps.append(outputs[own] - others.mean(1))
        spreads.append(others.std(1))
    gap, spread = torch.cat(gaps).cpu(), torch.cat(spreads)
    counts = torch.histc(gap.clamp(-10, 20), 60, -10, 20)
    return [float(gap.mean()), float(spread.mean()), *counts.tolist()]


def _recounted(model: nn.Module, data: Data) -> list[float]:
    """Return the test accuracy, running statistics counted once more."""
    model = copy.deepcopy(model)
    recount(model, data, data.train)
    return [100 * float(right(model, data, data.test).float().mean())]


@torch.no_grad()
def _confusion(model: nn.Module, data: Data) -> list[float]:
    """Return how many test pictures of each class get each answer.

    Class by class, (classes, classes), then flattened.
    """
    kinds = len(data.classes)
    counts = torch.zeros(kinds * kinds)
    model.eval()
    for images, labels in batches(data, data.test, 500):
        answers = predict(model, model(images))
        counts += torch.bincount(
            kinds * labels + answers, minlength=kinds * kinds
        )
    return counts.tolist()


# By name: of a trained network and its data, some numbers.
MEASURES: dict[str, Callable[[nn.Module, Data], list[float]]] = {
    "colors": _colors,  # color_shares of the first layer's kernels
    "branches": _branches,  # what silenced branches of Inception cost
    "recounted": _recounted,  # accuracy with fresh running statistics
    "logits": _logits,  # the right class against the others
    **depth.MEASURES,
    **reuse.MEASURES,  # which layers of a DenseNet are used
    **excitation.MEASURES,  # the gates of squeeze-and-excitation
    "confusion": _confusion,  # which class gets which answer
}
