"""VGG: blocks of 3x3 convolutions, deeper and deeper, from one table.

Paper: Simonyan and Zisserman, "Very deep convolutional networks for
large-scale image recognition", 2015, arXiv:1409.1556, tables 1 and 2.

As in the paper: configurations A to E, 2x2 max pooling, two hidden dense
layers of 4096 with dropout. A-LRN, which the paper finds useless, is left
out. Not as in the paper: initial weights are torchvision's (He et al. 2015,
arXiv:1502.01852, fan-out), where the paper trains A first and starts the
deeper ones from it. As in torchvision: names, weight names, the `_bn`
networks (batch norm came later), the adaptive pooling that admits other
sizes. Unlike there: C exists, and no ReLU works in place, so that hooks see
what each layer gave.

`vgg16_bn_32` and `vgg_mini_32` are this course's own, for 32x32 pictures:
batch norm, and global average pooling in place of the hidden dense layers.
"""

from collections.abc import Callable
from functools import partial

from torch import Tensor, nn

from cnncourse.architectures.blocks import conv_relu, initialize_as_torchvision
from cnncourse.architectures.registry import CIFAR, IMAGENET, register

PAPER = "Simonyan and Zisserman 2015, arXiv:1409.1556"

# Table 1 of the paper down to the dense layers: a column per configuration,
# conv<kernel size>-<maps>, a dot where a configuration has no layer.
TABLE_1 = """
A         B         C         D         E
conv3-64  conv3-64  conv3-64  conv3-64  conv3-64
.         conv3-64  conv3-64  conv3-64  conv3-64
maxpool   maxpool   maxpool   maxpool   maxpool
conv3-128 conv3-128 conv3-128 conv3-128 conv3-128
.         conv3-128 conv3-128 conv3-128 conv3-128
maxpool   maxpool   maxpool   maxpool   maxpool
conv3-256 conv3-256 conv3-256 conv3-256 conv3-256
conv3-256 conv3-256 conv3-256 conv3-256 conv3-256
.         .         conv1-256 conv3-256 conv3-256
.         .         .         .         conv3-256
maxpool   maxpool   maxpool   maxpool   maxpool
conv3-512 conv3-512 conv3-512 conv3-512 conv3-512
conv3-512 conv3-512 conv3-512 conv3-512 conv3-512
.         .         conv1-512 conv3-512 conv3-512
.         .         .         .         conv3-512
maxpool   maxpool   maxpool   maxpool   maxpool
conv3-512 conv3-512 conv3-512 conv3-512 conv3-512
conv3-512 conv3-512 conv3-512 conv3-512 conv3-512
.         .         conv1-512 conv3-512 conv3-512
.         .         .         .         conv3-512
maxpool   maxpool   maxpool   maxpool   maxpool
"""


def _read_table(table: str) -> dict[str, str]:
    """Return each column of a table as a line of layers, by its heading."""
    rows = [row.split() for row in table.strip().splitlines()]
    return {
        name: " ".join(layer for layer in layers if layer != ".")
        for name, *layers in zip(*rows, strict=True)
    }


CONFIGURATIONS = _read_table(TABLE_1) | {
    "mini": (
        "conv3-32 maxpool conv3-64 conv3-64 maxpool "
        "conv3-128 conv3-128 maxpool"
    )
}


def conv_bn_relu(
    in_channels: int, out_channels: int, kernel_size: int
) -> list[nn.Module]:
    """Return the unit of the paper with batch norm between its two layers."""
    conv, relu = conv_relu(in_channels, out_channels, kernel_size)
    return [conv, nn.BatchNorm2d(out_channels), relu]


Unit = Callable[[int, int, int], list[nn.Module]]


def build_features(
    configuration: str, in_channels: int, unit: Unit
) -> tuple[nn.Sequential, int]:
    """Build the convolutional part and tell how many maps it ends with.

    Args:
        configuration: a line such as "conv3-64 conv3-64 maxpool".
        in_channels: channels of the pictures.
        unit: what a convolution of the line becomes, such as `conv_relu`.
    """
    layers: list[nn.Module] = []
    channels = in_channels
    for word in configuration.split():
        if word == "maxpool":
            layers.append(nn.MaxPool2d(2, stride=2))
        else:
            kernel_size, maps = map(int, word.removeprefix("conv").split("-"))
            layers += unit(channels, maps, kernel_size)
            channels = maps
    return nn.Sequential(*layers), channels


class VGG(nn.Module):
    """A configuration of table 1 and its three dense layers.

    Args:
        configuration: the convolutional part, see `CONFIGURATIONS`.
        dropout: probability of silencing a hidden dense unit in training.
        unit: `conv_relu`, `conv_bn_relu` or a function like them.
    """

    def __init__(
        self,
        configuration: str,
        num_classes: int = 1000,
        in_channels: int = 3,
        dropout: float = 0.5,
        unit: Unit = conv_relu,
    ):
        super().__init__()
        self.features, channels = build_features(
            configuration, in_channels, unit
        )
        self.avgpool = nn.AdaptiveAvgPool2d(7)
        self.classifier = nn.Sequential(
            nn.Linear(channels * 7 * 7, 4096),
            nn.ReLU(),
            nn.Dropout(dropout),
            nn.Linear(4096, 4096),
            nn.ReLU(),
            nn.Dropout(dropout),
            nn.Linear(4096, num_classes),
        )
        initialize_as_torchvision(self)

    def forward(self, x: Tensor) -> Tensor:
        x = self.avgpool(self.features(x))  # N x channels x 7 x 7
        return self.classifier(x.flatten(1))


class VGGPooled(nn.Module):
    """A configuration, the mean of each map, and one linear layer.

    Args:
        configuration: the convolutional part, see `CONFIGURATIONS`.
        unit: `conv_bn_relu`, `conv_relu` or a function like them.
    """

    def __init__(
        self,
        configuration: str,
        num_classes: int = 10,
        in_channels: int = 3,
        unit: Unit = conv_bn_relu,
    ):
        super().__init__()
        self.features, channels = build_features(
            configuration, in_channels, unit
        )
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Linear(channels, num_classes)
        initialize_as_torchvision(self)

    def forward(self, x: Tensor) -> Tensor:
        x = self.avgpool(self.features(x))  # N x channels x 1 x 1
        return self.classifier(x.flatten(1))


for _depth, _column in ((11, "A"), (13, "B"), (16, "D"), (19, "E")):
    _layers = CONFIGURATIONS[_column]
    register(
        f"vgg{_depth}", f"VGG-{_depth}", 2014, PAPER, IMAGENET, smallest=32
    )(partial(VGG, _layers, unit=conv_relu))
    _title = f"VGG-{_depth} with batch norm"
    register(f"vgg{_depth}_bn", _title, 2014, PAPER, IMAGENET, smallest=32)(
        partial(VGG, _layers, unit=conv_bn_relu)
    )

register("vgg16_c", "VGG-16, C", 2014, PAPER, IMAGENET, smallest=32)(
    partial(VGG, CONFIGURATIONS["C"])
)
register("vgg16_bn_32", "VGG-16 for 32x32", 2014, PAPER, CIFAR)(
    partial(VGGPooled, CONFIGURATIONS["D"])
)
register("vgg_mini_32", "VGG, small", 2014, PAPER, CIFAR, smallest=8)(
    partial(VGGPooled, CONFIGURATIONS["mini"])
)
