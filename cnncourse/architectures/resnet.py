"""ResNet: a block adds what it computes to what it was given.

Paper: He, Zhang, Ren, Sun, "Deep residual learning for image recognition",
2015, arXiv:1512.03385, sections 3 and 4.1, table 1.

As in the paper: the stem, the stages of table 1, batch norm after every
convolution, ReLU after the addition, the shortcuts A, B and C of table 3.
Not as in the paper: a bottleneck halves the picture in its 3x3 convolution.
The paper does it in the first 1x1 convolution, which throws away three of
four places; `resnet50_v1` is that form. The later form is called v1.5.
As in torchvision: names, keys and outputs; the bottlenecks there are v1.5.
Not as in torchvision: a block builds its own shortcut, shortcuts A and C
exist, every ReLU is a module of its own, and no ReLU overwrites its input.
"""

from collections.abc import Callable
from functools import partial
from typing import Literal

from torch import Tensor, nn
from torch.nn import functional as F

from cnncourse.architectures.blocks import convolution, initialize_fan_out
from cnncourse.architectures.registry import IMAGENET, register

PAPER = "He et al. 2015, arXiv:1512.03385"


class ZeroPad(nn.Module):
    """The input at every `stride`-th place, with maps of zeros appended.

    Args:
        extra: number of maps to append.
        stride: distance of the places that are kept.
    """

    def __init__(self, extra: int, stride: int):
        super().__init__()
        self.extra, self.stride = extra, stride

    def forward(self, x: Tensor) -> Tensor:
        x = x[:, :, :: self.stride, :: self.stride]
        return F.pad(x, (0, 0, 0, 0, 0, self.extra))


def projection(in_channels: int, channels: int, stride: int) -> nn.Module:
    """Option C: a strided 1x1 convolution with norm, even if shapes agree."""
    conv = convolution(in_channels, channels, 1, stride)
    return nn.Sequential(conv, nn.BatchNorm2d(channels))


def project_if_needed(inputs: int, channels: int, stride: int) -> nn.Module:
    """Option B: a projection where the shape changes, else the identity."""
    same = inputs == channels and stride == 1
    return nn.Identity() if same else projection(inputs, channels, stride)


def pad_if_needed(inputs: int, channels: int, stride: int) -> nn.Module:
    """Option A: the identity, with zeros for new maps: no parameters."""
    same = inputs == channels and stride == 1
    return nn.Identity() if same else ZeroPad(channels - inputs, stride)


Depths = tuple[int, int, int, int]
Shortcut = Callable[[int, int, int], nn.Module]

# The options of section 4.1, compared in table 3.
SHORTCUTS: dict[str, Shortcut] = {
    "A": pad_if_needed,
    "B": project_if_needed,
    "C": projection,
}


class ResidualBlock(nn.Module):
    """What the layers compute, added to what they were given.

    A kind of block is its `residual`. `downsample` is the shortcut, under
    torchvision's name: its weights load here.
    """

    expansion = 1  # how many times `channels` go out
    last_norm = ""
    relu: nn.Module
    downsample: nn.Module

    def residual(self, x: Tensor) -> Tensor:
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        return self.relu(self.residual(x) + self.downsample(x))


class BasicBlock(ResidualBlock):
    """Two 3x3 convolutions and a shortcut, figure 5 left.

    Args:
        in_channels: maps that come in.
        channels: maps of both convolutions.
        stride: 2 halves height and width in the first convolution.
        shortcut: a function of `SHORTCUTS`.
    """

    last_norm = "bn2"

    def __init__(
        self,
        in_channels: int,
        channels: int,
        stride: int = 1,
        shortcut: Shortcut = project_if_needed,
    ):
        super().__init__()
        self.conv1 = convolution(in_channels, channels, 3, stride)
        self.bn1 = nn.BatchNorm2d(channels)
        self.relu1 = nn.ReLU()
        self.conv2 = convolution(channels, channels)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU()
        self.downsample = shortcut(in_channels, channels, stride)

    def residual(self, x: Tensor) -> Tensor:
        x = self.relu1(self.bn1(self.conv1(x)))
        return self.bn2(self.conv2(x))


class Bottleneck(ResidualBlock):
    """1x1, 3x3 and 1x1 convolution and a shortcut, figure 5 right.

    Arguments as for `BasicBlock`; 4 x `channels` maps go out. The last two
    are ResNeXt's: the number of groups of the 3x3 convolution, and the maps
    of one group, `channels` if None.
    """

    expansion, last_norm = 4, "bn3"
    strided = 2  # the convolution that halves height and width

    def __init__(
        self,
        in_channels: int,
        channels: int,
        stride: int = 1,
        shortcut: Shortcut = project_if_needed,
        cardinality: int = 1,
        width: int | None = None,
    ):
        super().__init__()
        self.cardinality, out_channels = cardinality, 4 * channels
        width = (width or channels) * cardinality
        stride1, stride2 = (stride, 1) if self.strided == 1 else (1, stride)
        self.conv1 = convolution(in_channels, width, 1, stride1)
        self.bn1 = nn.BatchNorm2d(width)
        self.relu1 = nn.ReLU()
        self.conv2 = convolution(width, width, 3, stride2, cardinality)
        self.bn2 = nn.BatchNorm2d(width)
        self.relu2 = nn.ReLU()
        self.conv3 = convolution(width, out_channels, 1)
        self.bn3 = nn.BatchNorm2d(out_channels)
        self.relu = nn.ReLU()
        self.downsample = shortcut(in_channels, out_channels, stride)

    def residual(self, x: Tensor) -> Tensor:
        x = self.relu1(self.bn1(self.conv1(x)))
        x = self.relu2(self.bn2(self.conv2(x)))
        return self.bn3(self.conv3(x))


class BottleneckV1(Bottleneck):
    """The bottleneck as published: it skips places in its first convolution.

    That 1x1 convolution reads one place of four and misses the others.
    """

    strided = 1


class ResNet(nn.Module):
    """Stem, four stages of residual blocks, average, one linear layer.

    Args:
        block: `BasicBlock`, `Bottleneck`, or a class like them.
        depths: blocks in each stage, a row of `TABLE_1`.
        shortcut: "A", "B" or "C", see `SHORTCUTS`.
        zero_init_residual: start with the last scale of every block at 0,
            so that a new block passes on what it was given (Goyal et al.
            2017, arXiv:1706.02677, section 5.1).
    """

    def __init__(
        self,
        block: type[ResidualBlock],
        depths: Depths,
        num_classes: int = 1000,
        in_channels: int = 3,
        shortcut: Literal["A", "B", "C"] = "B",
        zero_init_residual: bool = False,
    ):
        super().__init__()
        build, e = SHORTCUTS[shortcut], block.expansion

        def stage(
            depth: int, inputs: int, channels: int, stride: int
        ) -> nn.Sequential:
            rest = [(e * channels, channels, 1)] * (depth - 1)
            shapes = [(inputs, channels, stride), *rest]
            return nn.Sequential(*(block(*s, build) for s in shapes))

        self.conv1 = convolution(in_channels, 64, 7, stride=2)
        self.bn1 = nn.BatchNorm2d(64)
        self.relu = nn.ReLU()
        self.maxpool: nn.Module = nn.MaxPool2d(3, stride=2, padding=1)
        self.layer1 = stage(depths[0], 64, 64, 1)
        self.layer2 = stage(depths[1], 64 * e, 128, 2)
        self.layer3 = stage(depths[2], 128 * e, 256, 2)
        self.layer4 = stage(depths[3], 256 * e, 512, 2)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(512 * e, num_classes)
        initialize_fan_out(self)
        for module in self.modules():
            if zero_init_residual and isinstance(module, block):
                nn.init.zeros_(getattr(module, block.last_norm).weight)

    def forward(self, x: Tensor) -> Tensor:
        x = self.relu(self.bn1(self.conv1(x)))  # N x 64 x 112 x 112
        x = self.maxpool(x)  # N x 64 x 56 x 56
        x = self.layer1(x)  # N x 64e x 56 x 56, e = expansion
        x = self.layer2(x)  # N x 128e x 28 x 28
        x = self.layer3(x)  # N x 256e x 14 x 14
        x = self.layer4(x)  # N x 512e x 7 x 7
        x = self.avgpool(x).flatten(1)  # N x 512e
        return self.fc(x)


# Table 1: blocks in the stages conv2_x, conv3_x, conv4_x and conv5_x.
TABLE_1: dict[int, tuple[type[ResidualBlock], Depths]] = {
    18: (BasicBlock, (2, 2, 2, 2)),
    34: (BasicBlock, (3, 4, 6, 3)),
    50: (Bottleneck, (3, 4, 6, 3)),
    101: (Bottleneck, (3, 4, 23, 3)),
    152: (Bottleneck, (3, 8, 36, 3)),
}

for _depth, _row in TABLE_1.items():
    _name = f"resnet{_depth}", f"ResNet-{_depth}"
    register(*_name, 2015, PAPER, IMAGENET, smallest=1)(partial(ResNet, *_row))

register(
    "resnet50_v1", "ResNet-50 as published", 2015, PAPER, IMAGENET, smallest=1
)(partial(ResNet, BottleneckV1, TABLE_1[50][1]))
