"""What a trained network is asked about, besides which pictures it reads.

A plan names some of these; the record of each of its runs holds the numbers.
"""

from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator
from torch import Tensor, nn

from cnncourse.datasets import Data
from cnncourse.doors import door
from cnncourse.errors import CourseError
from cnncourse.kinds import Model


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


# By name: of a trained network and its data, some numbers.
MEASURES: dict[str, Callable[[nn.Module, Data], list[float]]] = {
    "colors": _colors  # color_shares of the first layer's kernels
}
