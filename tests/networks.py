"""What tests of networks share: sizes, costs and pictures."""

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from cnncourse.architectures import create


def on_meta(build: str | Callable[..., nn.Module], *args, **options):
    """Build by name or with a class, without memory for weights."""
    with torch.device("meta"):
        if isinstance(build, str):
            return create(build, *args, **options)
        return build(*args, **options)


def count(model: nn.Module) -> int:
    """Return the number of parameters."""
    return sum(p.numel() for p in model.parameters())


def macs(model: nn.Module, side: int = 224, channels: int = 3) -> float:
    """Return the multiply-accumulates of a network on the meta device."""
    images = torch.empty(1, channels, side, side, device="meta")
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        model.eval()(images)
    return counter.get_total_flops() / 2


def pictures(number: int = 2, channels: int = 3, side: int = 40) -> Tensor:
    """Return the same random pictures each time, in float64."""
    draw = torch.Generator().manual_seed(5)
    shape = (number, channels, side, side)
    return torch.randn(shape, generator=draw, dtype=torch.float64)
