"""A tower of equal 3x3 convolutions, to compare norms in.

Our own, after the experiments of Santurkar et al., "How does batch
normalization help optimization?", 2018, arXiv:1805.11604, who take a VGG.
Everything is alike but the norm: first weights are He's for ReLU (He et al.
2015, arXiv:1502.01852, fan-in), with a norm and without, so that a
difference is not one of initialization.
"""

from typing import Literal

import torch
from torch import Tensor, nn

from cnncourse.architectures.blocks import check_groups
from cnncourse.architectures.norms import WeightStandardizedConv2d
from cnncourse.architectures.registry import register

PAPER = "after Santurkar et al. 2018, arXiv:1805.11604"

Norm = Literal[
    "none",
    "batch",
    "after",
    "noisy",
    "noise",
    "layer",
    "instance",
    "group",
    "standardized",
]


class ShiftingNoise(nn.Module):
    """Give each channel another mean and variance at every training step.

    Behind a batch norm it undoes what the norm is said to be for: the
    distribution that the next layer reads is no longer the same. A channel's
    mean m moves by up to 0.5 and its deviation s lies between 1 and 1.25; in
    each place the value is multiplied by a number near s, and one near m is
    added. After Santurkar et al. 2018, section 2.1. Nothing
    happens in evaluation.
    """

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        shape = 1, x.shape[1], 1, 1
        mean = torch.rand(shape, device=x.device, dtype=x.dtype) - 0.5
        deviation = 1 + torch.rand_like(mean) / 4
        factor = deviation + 0.1 * torch.randn_like(x)
        return factor * x + mean + 0.2 * (torch.rand_like(x) - 0.5)


def unit(
    norm: Norm,
    in_channels: int,
    out_channels: int,
    activation: type[nn.Module] = nn.ReLU,
) -> list[nn.Module]:
    """Return a 3x3 convolution, its norm and its non-linearity.

    "after" puts batch norm behind the non-linearity, "noisy" noise behind
    batch norm, "noise" the same without a norm; "group" has four groups,
    "standardized" standardizes the kernels as well; "layer" is one group.
    """
    conv = WeightStandardizedConv2d if norm == "standardized" else nn.Conv2d
    layers = [conv(in_channels, out_channels, 3, padding=1), activation()]
    if norm in ("batch", "noisy", "after"):
        layers.insert(
            2 if norm == "after" else 1, nn.BatchNorm2d(out_channels)
        )
    elif norm not in ("none", "noise"):
        groups = {"layer": 1, "instance": out_channels}.get(norm, 4)
        check_groups(groups, out_channels)
        layers.insert(1, nn.GroupNorm(groups, out_channels))
    if norm in ("noisy", "noise"):
        layers.insert(-1, ShiftingNoise())
    return layers


@register("tower", "Tower of convolutions", 2018, PAPER, (1, 8, 8), smallest=8)
class Tower(nn.Module):
    """Three stages of 3x3 convolutions, the mean of each map, one linear.

    Args:
        depth: convolutions, a third of them in each stage.
        width: maps of the first stage; the others have 2 and 4 times as
            many, of half the side and a quarter.
        norm: see `unit`.
        activation: module class of the non-linearity.
    """

    def __init__(
        self,
        num_classes: int = 10,
        in_channels: int = 1,
        depth: int = 6,
        width: int = 8,
        norm: Norm = "batch",
        activation: type[nn.Module] = nn.ReLU,
    ):
        super().__init__()
        layers: list[nn.Module] = []
        channels = in_channels
        for stage in range(3):
            layers += [nn.MaxPool2d(2)] if stage else []
            for _ in range(depth // 3):
                wide = width << stage
                layers += unit(norm, channels, wide, activation)
                channels = wide
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(channels, num_classes)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight)
                if module.bias is not None:
                    nn.init.zeros_(module.bias)

    def forward(self, x: Tensor) -> Tensor:
        x = self.features(x)  # N x 4 width x 2 x 2, of 8x8
        return self.fc(self.avgpool(x).flatten(1))
