"""A network whose units see 5x5 pixels, and ways to tell them of the rest.

Our own, to ask what squeeze-and-excitation (Hu et al. 2017,
arXiv:1709.01507) is needed for: everything is alike but the way by which
what stands far away reaches a unit. "added" is a bias made as the gate is,
after Cao et al., "GCNet", 2019, arXiv:1904.11492, who average with weights.
"""

from collections.abc import Callable
from typing import Literal

from torch import Tensor, nn

from cnncourse.architectures.blocks import initialize_fan_out
from cnncourse.architectures.registry import register
from cnncourse.architectures.squeeze_excitation import (
    ConstantGate,
    SqueezeExcitation,
)

PAPER = "after Hu et al. 2017, arXiv:1709.01507"

Context = Literal[
    "none",
    "gates",
    "constant",
    "shuffled",
    "added",
    "dilated",
    "pooled",
    "deep",
    "groups",
    "hidden",
]


class ShuffledGate(SqueezeExcitation):
    """The gates of the next picture of the batch, in training and after it."""

    def forward(self, x: Tensor) -> Tensor:
        z = self.activation(self.fc1(self.avgpool(x)))
        return x * self.gate(self.fc2(z)).roll(1, 0)


class Added(SqueezeExcitation):
    """What the gate would be made of is added to each place instead."""

    def forward(self, x: Tensor) -> Tensor:
        return x + self.fc2(self.activation(self.fc1(self.avgpool(x))))


# What stands behind the second convolution.
BETWEEN: dict[str, Callable[[int, int], nn.Module]] = {
    "gates": SqueezeExcitation,
    "constant": lambda channels, reduction: ConstantGate(channels),
    "shuffled": ShuffledGate,
    "added": Added,
}


@register(
    "context_net", "Two convolutions and context", 2017, PAPER, (3, 14, 14),
    smallest=4,
)  # fmt: skip
class ContextNet(nn.Module):
    """Two 3x3 convolutions, a 1x1, the mean of each map, one linear layer.

    Args:
        context: "none"; "gates" behind the second convolution; "constant"
            ones; "shuffled", gates of another picture; "added", a bias in
            place of the gate; "dilated", the second kernel spread by 4;
            "pooled" by 2x2 behind both; "deep", five 3x3 convolutions;
            "groups", a norm over all places and maps of a picture; "hidden",
            a layer more in the head.
        width: maps of each convolution.
        reduction: r of `SqueezeExcitation`.
    """

    def __init__(
        self,
        num_classes: int = 4,
        in_channels: int = 3,
        context: Context = "none",
        width: int = 16,
        reduction: int = 2,
    ):
        super().__init__()
        layers: list[nn.Module] = []
        kernels = [3] * (5 if context == "deep" else 2) + [1]
        for n, kernel in enumerate(kernels):
            dilation = 4 if context == "dilated" and n == 1 else 1
            layers += [
                nn.Conv2d(
                    width if n else in_channels,
                    width,
                    kernel,
                    padding=dilation * (kernel // 2),
                    dilation=dilation,
                    bias=False,
                ),
                nn.GroupNorm(1, width)
                if context == "groups"
                else nn.BatchNorm2d(width),
                nn.ReLU(),
            ]
            if n < 2 and context == "pooled":
                layers.append(nn.MaxPool2d(2))
            if n == 1 and context in BETWEEN:
                layers.append(BETWEEN[context](width, reduction))
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.hidden: nn.Module = nn.Identity()
        if context == "hidden":
            self.hidden = nn.Sequential(nn.Linear(width, width), nn.ReLU())
        self.fc = nn.Linear(width, num_classes)
        initialize_fan_out(self)

    def forward(self, x: Tensor) -> Tensor:
        x = self.features(x)  # N x width x H x W
        return self.fc(self.hidden(self.avgpool(x).flatten(1)))
