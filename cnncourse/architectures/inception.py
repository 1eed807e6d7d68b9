"""The Inception module: parallel kernels, with and without 1x1 reductions.

Paper: Szegedy et al., "Going deeper with convolutions", 2014,
arXiv:1409.4842, figure 2. The convolutions that all networks of the family
are made of are here too. The networks are in googlenet.py, inception_bn.py,
inception_v3.py and inception_v4.py.

As in the paper: kernels, order of concatenation, ReLU after each convolution.
torchvision's GoogLeNet has batch norm after each convolution and a 3x3 kernel
in the branch that the paper calls 5x5: the two last arguments of `Inception`.
"""

import torch
from torch import Tensor, nn

from cnncourse.errors import CourseError

Pair = int | tuple[int, int]
Border = int | tuple[int, int]
Widths = tuple[int, int, int, int, int, int]


class ConvReLU(nn.Sequential):
    """Convolution with bias, then ReLU: the layer of 2014."""

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        size: Pair,
        stride: int = 1,
        padding: Border = 0,
    ):
        super().__init__()
        self.conv = nn.Conv2d(in_channels, out_channels, size, stride, padding)
        self.relu = nn.ReLU()


class BasicConv2d(nn.Sequential):
    """Convolution without bias, batch norm with epsilon 0.001, ReLU.

    torchvision's name, and its names of the parts. No paper of the family
    prints an epsilon; 0.001 is in the authors' code (TF-slim) and in
    torchvision.
    """

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        size: Pair,
        stride: int = 1,
        padding: Border = 0,
    ):
        super().__init__()
        self.conv = nn.Conv2d(
            in_channels, out_channels, size, stride, padding, bias=False
        )
        self.bn = nn.BatchNorm2d(out_channels, eps=0.001)
        self.relu = nn.ReLU()


Conv = type[ConvReLU] | type[BasicConv2d]


def chain(in_channels: int, layers: str) -> nn.Sequential:
    """Return convolutions in a row, written as in the papers' figures.

    "1x7 224" has a kernel of height 1 and width 7 and 224 outputs and keeps
    the size, "3x3 96 /2" halves it; "3x3 96 V" is not padded, and "3x3 96
    V/2" has stride 2 as well.
    """
    convs = []
    for layer in layers.split(", "):
        kernel, channels, *how = layer.split()
        height, width = map(int, kernel.split("x"))
        stride = 2 if how in (["/2"], ["V/2"]) else 1
        padding = (0, 0) if "V" in layer else (height // 2, width // 2)
        shape = in_channels, int(channels), (height, width)
        convs.append(BasicConv2d(*shape, stride, padding))
        in_channels = int(channels)
    return nn.Sequential(*convs)


class Concat(nn.ModuleList):
    """Branches that read the same maps; their outputs, side by side."""

    def __init__(self, *branches: nn.Module):
        super().__init__(branches)

    def forward(self, x: Tensor) -> Tensor:
        return torch.cat([branch(x) for branch in self], 1)


class NaiveInception(nn.Module):
    """Figure 2a: three kernels and a pooling side by side, no reductions.

    The pooling hands on all it reads, so the output is wider than the
    input: n1x1 + n3x3 + n5x5 + in_channels maps.
    """

    def __init__(
        self,
        in_channels: int,
        n1x1: int,
        n3x3: int,
        n5x5: int,
        conv: Conv = ConvReLU,
    ):
        super().__init__()
        self.branch1 = conv(in_channels, n1x1, 1)
        self.branch2 = conv(in_channels, n3x3, 3, padding=1)
        self.branch3 = conv(in_channels, n5x5, 5, padding=2)
        self.branch4 = nn.MaxPool2d(3, stride=1, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        branches = self.branch1, self.branch2, self.branch3, self.branch4
        return torch.cat([branch(x) for branch in branches], 1)


class Inception(nn.Module):
    """Figure 2b: 1x1 reductions before the kernels and after the pooling.

    Args:
        in_channels: maps read.
        widths: #1x1, #3x3 reduce, #3x3, #5x5 reduce, #5x5, pool proj, a row
            of the paper's table 1. The output has #1x1 + #3x3 + #5x5 + pool
            proj maps, in this order.
        conv: class of the convolutions.
        size: of the kernel in the third branch, 5 in the paper.
    """

    def __init__(
        self,
        in_channels: int,
        widths: Widths,
        conv: Conv = ConvReLU,
        size: int = 5,
    ):
        super().__init__()
        n1x1, n3x3_reduce, n3x3, n5x5_reduce, n5x5, proj = widths
        self.branch1 = conv(in_channels, n1x1, 1)
        self.branch2 = nn.Sequential(
            conv(in_channels, n3x3_reduce, 1),
            conv(n3x3_reduce, n3x3, 3, padding=1),
        )
        self.branch3 = nn.Sequential(
            conv(in_channels, n5x5_reduce, 1),
            conv(n5x5_reduce, n5x5, size, padding=size // 2),
        )
        self.branch4 = nn.Sequential(
            nn.MaxPool2d(3, stride=1, padding=1, ceil_mode=True),
            conv(in_channels, proj, 1),
        )

    def forward(self, x: Tensor) -> Tensor:
        branches = self.branch1, self.branch2, self.branch3, self.branch4
        return torch.cat([branch(x) for branch in branches], 1)


class ImageNetToUnit(nn.Module):
    """Take pixels from ImageNet's mean and deviation to -1 ... 1."""

    def forward(self, x: Tensor) -> Tensor:
        red = x[:, 0:1] * (0.229 / 0.5) + (0.485 - 0.5) / 0.5
        green = x[:, 1:2] * (0.224 / 0.5) + (0.456 - 0.5) / 0.5
        blue = x[:, 2:3] * (0.225 / 0.5) + (0.406 - 0.5) / 0.5
        return torch.cat([red, green, blue], 1)


def input_transform(wanted: bool, in_channels: int) -> nn.Module:
    """Return the first module of a network with `transform_input`.

    Raises:
        CourseError: it is wanted for pictures that are not in color.
    """
    if wanted and in_channels != 3:
        raise CourseError(
            f"transform_input=True was given with in_channels={in_channels}; "
            "it rescales red, green and blue. Use in_channels=3, or leave "
            "transform_input out."
        )
    return ImageNetToUnit() if wanted else nn.Identity()
