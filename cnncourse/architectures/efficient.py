"""Separable convolutions, MobileNetV2 and SqueezeNet.

Papers: Sandler et al., "MobileNetV2: inverted residuals and linear
bottlenecks", 2018, arXiv:1801.04381, tables 1 and 2; Iandola et al.,
"SqueezeNet: AlexNet-level accuracy with 50x fewer parameters", 2016,
arXiv:1602.07360, table 1. Separable convolution as in Howard et al. 2017,
arXiv:1704.04861, section 3.1. See also `shufflenet.py`, `efficientnet.py`.

As in the papers: the expansion of 6, ReLU6, and no non-linearity where a
block ends; the fire module and the networks' tables.
Not as in the papers: MobileNetV2's first block has t = 1 and so no 1x1
convolution that widens, as in torchvision. SqueezeNet 1.1 is its authors'
later release; 1.0 makes 109x109 maps of a 224x224 picture, where table 1
prints 111x111, which fits 227; pooling rounds up.
As in torchvision: names, keys and outputs. `mobilenet_v2_32` is ours.
"""

from collections.abc import Sequence
from functools import partial

import torch
from torch import Tensor, nn

from cnncourse.architectures.registry import register

MOBILENET = "Sandler et al. 2018, arXiv:1801.04381"
SQUEEZENET = "Iandola et al. 2016, arXiv:1602.07360"


class SeparableConv(nn.Sequential):
    """A kernel for each map, then a 1x1 convolution that mixes the maps.

    It costs 1 / out_channels + 1 / kernel_size^2 of the multiplications of
    a full convolution of the same shape (arXiv:1704.04861, section 3.1).
    Norms and non-linearities are left to the network around it.
    """

    def __init__(
        self, in_channels: int, out_channels: int, kernel_size: int = 3,
        stride: int = 1,
    ):  # fmt: skip
        super().__init__()
        self.depthwise = nn.Conv2d(
            in_channels, in_channels, kernel_size, stride,
            padding=kernel_size // 2, groups=in_channels, bias=False,
        )  # fmt: skip
        self.pointwise = nn.Conv2d(in_channels, out_channels, 1, bias=False)


class ConvNorm(nn.Sequential):
    """Convolution, batch norm and, unless it is None, a non-linearity."""

    def __init__(
        self, in_channels: int, out_channels: int, kernel_size: int = 3,
        *, stride: int = 1, groups: int = 1,
        activation: type[nn.Module] | None = nn.ReLU6,
    ):  # fmt: skip
        conv = nn.Conv2d(
            in_channels, out_channels, kernel_size, stride,
            padding=kernel_size // 2, groups=groups, bias=False,
        )  # fmt: skip
        layers = [conv, nn.BatchNorm2d(out_channels)]
        super().__init__(*layers, *([activation()] if activation else []))


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
        widen = [] if expansion == 1 else [ConvNorm(in_channels, width, 1)]
        self.conv = nn.Sequential(
            *widen,
            ConvNorm(width, width, stride=stride, groups=width),
            nn.Conv2d(width, out_channels, 1, bias=False),
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
# For 32x32 pictures the stem and the second row keep height and width.
MOBILENET_V2_32 = (MOBILENET_V2[0], (6, 24, 2, 1), *MOBILENET_V2[2:])


class MobileNetV2(nn.Module):
    """A stem, rows of inverted residuals, a wide 1x1 layer, a classifier.

    Args:
        rows: (t, c, n, s) as in table 2.
        stride: of the stem.
        num_classes: width of the output.
        in_channels: 1 for grey pictures, 3 for colour.
    """

    def __init__(
        self,
        rows: Sequence[tuple[int, int, int, int]] = MOBILENET_V2,
        stride: int = 2,
        num_classes: int = 1000,
        in_channels: int = 3,
    ):
        super().__init__()
        channels = 32
        layers = [ConvNorm(in_channels, channels, stride=stride)]
        for t, c, n, s in rows:
            for i in range(n):
                s = s if i == 0 else 1
                layers.append(InvertedResidual(channels, c, s, t))
                channels = c
        layers.append(ConvNorm(channels, 1280, 1))
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Sequential(
            nn.Dropout(0.2), nn.Linear(1280, num_classes)
        )
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out")
        nn.init.normal_(self.classifier[1].weight, 0, 0.01)
        nn.init.zeros_(self.classifier[1].bias)

    def forward(self, x: Tensor) -> Tensor:
        x = self.features(x)  # N x 1280 x H/32 x W/32
        x = self.avgpool(x).flatten(1)  # N x 1280
        return self.classifier(x)


register(
    "mobilenet_v2", title="MobileNetV2", year=2018, paper=MOBILENET,
    input_size=(3, 224, 224), smallest=1,
)(partial(MobileNetV2, MOBILENET_V2, 2))  # fmt: skip

register(
    "mobilenet_v2_32", title="MobileNetV2 for 32x32", year=2018,
    paper=MOBILENET, input_size=(3, 32, 32), smallest=1,
)(partial(MobileNetV2, MOBILENET_V2_32, 1, num_classes=10))  # fmt: skip


class Fire(nn.Module):
    """Few maps by 1x1, then many by 1x1 and by 3x3, side by side, figure 1.

    Args:
        in_channels: maps that come in.
        squeeze: s1x1, the maps between.
        expand: e1x1 and e3x3, each; twice as many maps go out.
    """

    def __init__(self, in_channels: int, squeeze: int, expand: int):
        super().__init__()
        self.squeeze = nn.Conv2d(in_channels, squeeze, 1)
        self.squeeze_activation = nn.ReLU()
        self.expand1x1 = nn.Conv2d(squeeze, expand, 1)
        self.expand1x1_activation = nn.ReLU()
        self.expand3x3 = nn.Conv2d(squeeze, expand, 3, padding=1)
        self.expand3x3_activation = nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        x = self.squeeze_activation(self.squeeze(x))
        a = self.expand1x1_activation(self.expand1x1(x))
        b = self.expand3x3_activation(self.expand3x3(x))
        return torch.cat((a, b), 1)


# Table 1: the stem's maps and kernel, then squeeze and expand of each fire
# module; "pool" halves height and width.
SQUEEZENETS = {
    "1.0": "96 7 pool 16-64 16-64 32-128 pool "
    "32-128 48-192 48-192 64-256 pool 64-256",
    "1.1": "64 3 pool 16-64 16-64 pool 32-128 32-128 pool "
    "48-192 48-192 64-256 64-256",
}


class SqueezeNet(nn.Module):
    """A stem, fire modules, and a convolution that gives a map per class.

    Args:
        configuration: a line of `SQUEEZENETS`.
        num_classes: width of the output.
        in_channels: 1 for grey pictures, 3 for colour.
    """

    def __init__(
        self, configuration: str, num_classes: int = 1000, in_channels: int = 3
    ):
        super().__init__()
        stem, kernel_size, *words = configuration.split()
        channels = int(stem)
        layers: list[nn.Module] = [
            nn.Conv2d(in_channels, channels, int(kernel_size), stride=2),
            nn.ReLU(),
        ]
        for word in words:
            if word == "pool":
                layers.append(nn.MaxPool2d(3, 2, ceil_mode=True))
            else:
                squeeze, expand = map(int, word.split("-"))
                layers.append(Fire(channels, squeeze, expand))
                channels = 2 * expand
        self.features = nn.Sequential(*layers)
        self.classifier = nn.Sequential(
            nn.Dropout(0.5),
            nn.Conv2d(channels, num_classes, 1),
            nn.ReLU(),
            nn.AdaptiveAvgPool2d(1),
        )
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_uniform_(module.weight)
                nn.init.zeros_(module.bias)
        nn.init.normal_(self.classifier[1].weight, 0, 0.01)

    def forward(self, x: Tensor) -> Tensor:
        x = self.features(x)  # N x 512 x H/16 x W/16
        return self.classifier(x).flatten(1)


for _version, _smallest in (("1.0", 21), ("1.1", 17)):
    register(
        f"squeezenet{_version.replace('.', '_')}", year=2016,
        title=f"SqueezeNet {_version}", paper=SQUEEZENET,
        input_size=(3, 224, 224), smallest=_smallest,
    )(partial(SqueezeNet, SQUEEZENETS[_version]))  # fmt: skip
