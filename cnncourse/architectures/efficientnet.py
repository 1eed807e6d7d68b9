"""EfficientNet: one small network, and a rule that makes it larger.

Paper: Tan, Le, "EfficientNet: rethinking model scaling for convolutional
neural networks", 2019, arXiv:1905.11946, equation (3), tables 1 and 2.

As in the paper: the blocks, B0, its sizes, and SiLU (Swish) throughout.
Not as in the paper: widths, depths and resolutions of B1 to B7 are those of
the published code, which the rule gives approximately (see `PUBLISHED`);
stochastic depth and dropout too are the code's.
As in torchvision: names, keys and outputs; norms of B5 to B7 have epsilon
0.001 and momentum 0.01, because their weights come from another library.
Squeeze-and-excitation has a quarter of the maps that enter the *block*, not
of those it scales; so its reduction is 4 times the expansion.
"""

import math
from functools import partial
from typing import NamedTuple

from torch import Tensor, nn

from cnncourse.architectures.blocks import (
    ConvNormActivation,
    initialize_fan_out,
)
from cnncourse.architectures.registry import register
from cnncourse.architectures.squeeze_excitation import SqueezeExcitation

PAPER = "Tan and Le 2019, arXiv:1905.11946"

ALPHA, BETA, GAMMA = 1.2, 1.1, 1.15  # depth, width, resolution


class Scaling(NamedTuple):
    """Factors on B0's depth and width, and the height of the picture."""

    depth: float
    width: float
    resolution: float


def compound_scaling(phi: float) -> Scaling:
    """Return what equation (3) makes of B0 at compound coefficient phi.

    MACs grow by (1.2 x 1.1^2 x 1.15^2)^phi, about 1.92^phi; the paper says
    2^phi. int is alpha^phi, width beta^phi, resolution 224 gamma^phi.
    """
    return Scaling(ALPHA**phi, BETA**phi, 224 * GAMMA**phi)


# The published code has depth, width and resolution rounded by hand, and no
# phi. B1 is the rule at 0.5 with its width rounded down to 1.0, B2 fits 1.0
# (224 x 1.15 = 258), B3 2.0, B4 about 3.5, B5 and B6 5 and 6 (with 2.2 and
# 2.6 in depth where the rule gives 2.49 and 2.99), and B7 7, where the rule
# gives 3.58 in depth, not 3.1. The first column is this nearest phi, the
# last is the dropout before the classifier.
PUBLISHED = {
    "b0": (0.0, Scaling(1.0, 1.0, 224), 0.2),
    "b1": (0.5, Scaling(1.1, 1.0, 240), 0.2),
    "b2": (1.0, Scaling(1.2, 1.1, 260), 0.3),
    "b3": (2.0, Scaling(1.4, 1.2, 300), 0.3),
    "b4": (3.5, Scaling(1.8, 1.4, 380), 0.4),
    "b5": (5.0, Scaling(2.2, 1.6, 456), 0.4),
    "b6": (6.0, Scaling(2.6, 1.8, 528), 0.5),
    "b7": (7.0, Scaling(3.1, 2.0, 600), 0.5),
}

# Table 1: expansion, kernel, stride, maps, layers of B0's stages 2 to 8.
B0 = (
    (1, 3, 1, 16, 1),
    (6, 3, 2, 24, 2),
    (6, 5, 2, 40, 2),
    (6, 3, 2, 80, 3),
    (6, 5, 1, 112, 3),
    (6, 5, 2, 192, 4),
    (6, 3, 1, 320, 1),
)


def _round_width(channels: float) -> int:
    """Return the nearest multiple of 8, at least 8 and 90 % of `channels`."""
    rounded = max(8, int(channels + 4) // 8 * 8)
    return rounded + 8 if rounded < 0.9 * channels else rounded


def stages(scaling: Scaling) -> list[tuple[int, int]]:
    """Return layers and maps of stages 2 to 8 of a scaled B0."""
    depths = [math.ceil(row[-1] * scaling.depth) for row in B0]
    widths = [_round_width(row[3] * scaling.width) for row in B0]
    return list(zip(depths, widths, strict=True))


# The unit of all layers.
conv_norm_silu = partial(ConvNormActivation, activation=nn.SiLU)


class StochasticDepth(nn.Module):
    """Drop the residual of a picture with probability p while training.

    What stays is divided by 1 - p, so that its mean does not change
    (Huang et al. 2016, arXiv:1603.09382).
    """

    def __init__(self, p: float):
        super().__init__()
        self.p = p

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.p == 0:
            return x
        kept = x.new_empty((x.shape[0], 1, 1, 1)).bernoulli_(1 - self.p)
        return x * kept.div_(1 - self.p)

    def extra_repr(self) -> str:
        return f"p={self.p}"


class MBConv(nn.Module):
    """An inverted residual with squeeze-and-excitation and SiLU.

    Args:
        in_channels: maps that come in.
        out_channels: maps that go out.
        kernel_size: of the depthwise convolution.
        stride: 2 halves height and width in the depthwise convolution.
        expansion: the width inside in units of `in_channels`.
        drop: probability that a picture skips the residual in training.
    """

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int,
        stride: int,
        expansion: int,
        drop: float,
    ):
        super().__init__()
        width = expansion * in_channels
        narrow = expansion == 1
        self.block = nn.Sequential(
            *([] if narrow else [conv_norm_silu(in_channels, width, 1)]),
            conv_norm_silu(
                width, width, kernel_size, stride=stride, groups=width
            ),
            SqueezeExcitation(width, 4 * expansion, nn.SiLU),
            conv_norm_silu(width, out_channels, 1, activation=None),
        )
        self.stochastic_depth = StochasticDepth(drop)
        self.residual = stride == 1 and in_channels == out_channels

    def forward(self, x: Tensor) -> Tensor:
        if not self.residual:
            return self.block(x)
        return x + self.stochastic_depth(self.block(x))


class EfficientNet(nn.Module):
    """B0 of table 1 with factors on its width and depth.

    Args:
        scaling: depth and width; pictures of any size fit the network.
        dropout: before the classifier.
        norm: epsilon and momentum of all norms.
    """

    def __init__(
        self,
        scaling: Scaling,
        dropout: float = 0.2,
        norm: tuple[float, float] = (1e-5, 0.1),
        num_classes: int = 1000,
        in_channels: int = 3,
    ):
        super().__init__()
        channels = _round_width(32 * scaling.width)
        stem = conv_norm_silu(in_channels, channels, stride=2)
        parts: list[nn.Module] = []
        plan = stages(scaling)
        layers, done = sum(depth for depth, _ in plan), 0
        for (expansion, kernel_size, stride, *_), (depth, maps) in zip(
            B0, plan, strict=True
        ):
            blocks = []
            for i in range(depth):
                drop, done = 0.2 * done / layers, done + 1
                shape = (channels, maps, kernel_size, stride if i == 0 else 1)
                blocks.append(MBConv(*shape, expansion, drop))
                channels = maps
            parts.append(nn.Sequential(*blocks))
        last = conv_norm_silu(channels, 4 * channels, 1)
        self.features = nn.Sequential(stem, *parts, last)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Sequential(
            nn.Dropout(dropout), nn.Linear(4 * channels, num_classes)
        )
        self.initialize(*norm)

    def initialize(self, eps: float, momentum: float) -> None:
        """Draw weights as torchvision does, and set all norms."""
        initialize_fan_out(self)
        for module in self.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.eps, module.momentum = eps, momentum
            elif isinstance(module, nn.Linear):
                bound = module.out_features**-0.5
                nn.init.uniform_(module.weight, -bound, bound)
        for name, parameter in self.named_parameters():
            if name.endswith(".bias"):  # those of norms are 0 already
                nn.init.zeros_(parameter)

    def forward(self, x: Tensor) -> Tensor:
        x = self.features(x)  # N x 1280 x H/32 x W/32 in B0
        x = self.avgpool(x).flatten(1)  # N x 1280
        return self.classifier(x)


for _name, (_, _scaling, _dropout) in PUBLISHED.items():
    _norm = (1e-3, 0.01) if _name in ("b5", "b6", "b7") else (1e-5, 0.1)
    _names = f"efficientnet_{_name}", f"EfficientNet-{_name.upper()}"
    _side = int(_scaling.resolution)
    register(*_names, 2019, PAPER, (3, _side, _side), smallest=1)(
        partial(EfficientNet, _scaling, _dropout, _norm)
    )
