"""MobileNetV2 and the separable convolution it is made of.

Paper: Sandler et al., "MobileNetV2: inverted residuals and linear
bottlenecks", 2018, arXiv:1801.04381, tables 1 and 2. Separable convolution
as in Howard et al. 2017, arXiv:1704.04861, section 3.1.

As in the paper: the expansion of 6, ReLU6, and no non-linearity where a
block ends.
Not as in the paper: the first block has t = 1 and so no 1x1 convolution that
widens, as in torchvision.
As in torchvision: names, keys and outputs. `mobilenet_v2_32` is ours.
"""

from functools import partial

from torch import Tensor, nn

from cnncourse.architectures.blocks import (
    ConvNormActivation,
    convolution,
    initialize_as_torchvision,
)
from cnncourse.architectures.registry import CIFAR, IMAGENET, register

PAPER = "Sandler et al. 2018, arXiv:1801.04381"


class SeparableConv(nn.Sequential):
    """A kernel for each map, then a 1x1 convolution that mixes the maps.

    It costs 1 / out_channels + 1 / kernel_size^2 of the multiplications of
    a full convolution of the same shape (arXiv:1704.04861, section 3.1).
    Norms and non-linearities are left to the network around it.
    """

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int = 3,
        stride: int = 1,
    ):
        super().__init__()
        self.depthwise = convolution(
            in_channels, in_channels, kernel_size, stride, groups=in_channels
        )
        self.pointwise = convolution(in_channels, out_channels, 1)


# The paper's unit: its non-linearity stops at 6.
conv_norm_relu6 = partial(ConvNormActivation, activation=nn.ReLU6)


class InvertedResidual(nn.Module):
    """Widen, filter each map, narrow without a non-linearity, table 1.

    The shortcut joins the narrow ends, where both have the same shape.

    Args:
        in_channels: maps that come in.
        out_channels: maps that go out.
        stride: 2 halves height and width in the depthwise convolution.
        expansion: t, the width inside in units of `in_channels`.
    """

    def __init__(
        self, in_channels: int, out_channels: int, stride: int, expansion: int
    ):
        super().__init__()
        width = expansion * in_channels
        narrow = expansion == 1
        self.conv = nn.Sequential(
            *([] if narrow else [conv_norm_relu6(in_channels, width, 1)]),
            conv_norm_relu6(width, width, stride=stride, groups=width),
            convolution(width, out_channels, 1),
            nn.BatchNorm2d(out_channels),
        )
        self.residual = stride == 1 and in_channels == out_channels

    def forward(self, x: Tensor) -> Tensor:
        return x + self.conv(x) if self.residual else self.conv(x)


# Table 2: t (expansion), c (maps), n (blocks), s (stride of the first).
MOBILENET_V2 = (
    (1, 16, 1, 1),
    (6, 24, 2, 2),
    (6, 32, 3, 2),
    (6, 64, 4, 2),
    (6, 96, 3, 1),
    (6, 160, 3, 2),
    (6, 320, 1, 1),
)
Rows = tuple[tuple[int, int, int, int], ...]

# For 32x32 pictures the stem and the second row keep height and width.
MOBILENET_V2_32 = (MOBILENET_V2[0], (6, 24, 2, 1), *MOBILENET_V2[2:])


class MobileNetV2(nn.Module):
    """A stem, rows of inverted residuals, a wide 1x1 layer, a classifier.

    Args:
        rows: (t, c, n, s) as in table 2.
        stride: of the stem.
    """

    def __init__(
        self,
        rows: Rows = MOBILENET_V2,
        stride: int = 2,
        num_classes: int = 1000,
        in_channels: int = 3,
    ):
        super().__init__()
        channels = 32
        stem = conv_norm_relu6(in_channels, channels, stride=stride)
        layers: list[nn.Module] = [stem]
        for t, c, n, s in rows:
            for i in range(n):
                s = s if i == 0 else 1
                layers.append(InvertedResidual(channels, c, s, t))
                channels = c
        layers.append(conv_norm_relu6(channels, 1280, 1))
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Sequential(
            nn.Dropout(0.2), nn.Linear(1280, num_classes)
        )
        initialize_as_torchvision(self)

    def forward(self, x: Tensor) -> Tensor:
        x = self.features(x)  # N x 1280 x H/32 x W/32
        x = self.avgpool(x).flatten(1)  # N x 1280
        return self.classifier(x)


register("mobilenet_v2", "MobileNetV2", 2018, PAPER, IMAGENET, smallest=1)(
    partial(MobileNetV2, MOBILENET_V2, 2)
)
register(
    "mobilenet_v2_32", "MobileNetV2 for 32x32", 2018, PAPER, CIFAR, smallest=1
)(partial(MobileNetV2, MOBILENET_V2_32, 1, num_classes=10))
