"""ShuffleNet V2: half of the maps pass, the others work, then all mix.

Paper: Ma, Zhang, Zheng, Sun, "ShuffleNet V2: practical guidelines for
efficient CNN architecture design", 2018, arXiv:1807.11164, figure 3 (c), (d)
and table 5. The channel shuffle is that of Zhang et al. 2017,
arXiv:1707.01083, figure 1.

As in the paper: the units, the widths, the shuffle over two groups. Its MACs
are 1 to 2 % above the course's, which leave out norms and pooling.
As in torchvision: names, keys and outputs.
"""

from functools import partial

import torch
from torch import Tensor, nn

from cnncourse.architectures.blocks import ConvNormActivation
from cnncourse.architectures.registry import IMAGENET, register

PAPER = "Ma et al. 2018, arXiv:1807.11164"


def depthwise(channels: int, stride: int) -> ConvNormActivation:
    """Return a 3x3 kernel for each map, and a norm: no ReLU follows."""
    return ConvNormActivation(
        channels, channels, stride=stride, groups=channels, activation=None
    )


class ShuffleUnit(nn.Module):
    """Half of the maps unchanged, half convolved, all mixed, figure 3 (c).

    The shuffle writes the halves alternately (1 to C/2, beside C/2 + 1 to C),
    so that the next unit splits them differently.
    """

    def __init__(self, channels: int):
        super().__init__()
        half = channels // 2
        self.branch2 = nn.Sequential(
            *ConvNormActivation(half, half, 1),
            *depthwise(half, 1),
            *ConvNormActivation(half, half, 1),
        )
        self.shuffle = nn.ChannelShuffle(2)

    def forward(self, x: Tensor) -> Tensor:
        kept, worked = x.chunk(2, 1)
        return self.shuffle(torch.cat((kept, self.branch2(worked)), 1))


class ShuffleDown(nn.Module):
    """Both branches read all maps and halve the picture, figure 3 (d)."""

    def __init__(self, in_channels: int, out_channels: int):
        super().__init__()
        half = out_channels // 2
        self.branch1 = nn.Sequential(
            *depthwise(in_channels, 2),
            *ConvNormActivation(in_channels, half, 1),
        )
        self.branch2 = nn.Sequential(
            *ConvNormActivation(in_channels, half, 1),
            *depthwise(half, 2),
            *ConvNormActivation(half, half, 1),
        )
        self.shuffle = nn.ChannelShuffle(2)

    def forward(self, x: Tensor) -> Tensor:
        return self.shuffle(torch.cat((self.branch1(x), self.branch2(x)), 1))


# Table 5: units in stages 2 to 4, and output maps of the stages and conv5.
REPEATS = (4, 8, 4)
TABLE_5 = {
    "0_5": (48, 96, 192, 1024),
    "1_0": (116, 232, 464, 1024),
    "1_5": (176, 352, 704, 1024),
    "2_0": (244, 488, 976, 2048),
}


class ShuffleNetV2(nn.Module):
    """A stem, three stages of shuffle units, a 1x1 layer, a classifier.

    Args:
        widths: a row of `TABLE_5`.
    """

    def __init__(
        self,
        widths: tuple[int, int, int, int],
        num_classes: int = 1000,
        in_channels: int = 3,
    ):
        super().__init__()
        *stages, last = widths

        def stage(depth: int, inputs: int, channels: int) -> nn.Sequential:
            rest = (ShuffleUnit(channels) for _ in range(depth - 1))
            return nn.Sequential(ShuffleDown(inputs, channels), *rest)

        self.conv1 = ConvNormActivation(in_channels, 24, stride=2)
        self.maxpool = nn.MaxPool2d(3, 2, padding=1)
        self.stage2 = stage(REPEATS[0], 24, stages[0])
        self.stage3 = stage(REPEATS[1], stages[0], stages[1])
        self.stage4 = stage(REPEATS[2], stages[1], stages[2])
        self.conv5 = ConvNormActivation(stages[2], last, 1)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(last, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.maxpool(self.conv1(x))  # N x 24 x 56 x 56
        x = self.stage2(x)  # N x 116 x 28 x 28
        x = self.stage3(x)  # N x 232 x 14 x 14
        x = self.stage4(x)  # N x 464 x 7 x 7
        x = self.conv5(x)  # N x 1024 x 7 x 7
        return self.fc(self.avgpool(x).flatten(1))


for _size, _widths in TABLE_5.items():
    _title = f"ShuffleNet V2 {_size.replace('_', '.')}x"
    register(
        f"shufflenet_v2_x{_size}", _title, 2018, PAPER, IMAGENET, smallest=1
    )(partial(ShuffleNetV2, _widths))
