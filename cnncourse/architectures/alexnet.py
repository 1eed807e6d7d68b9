"""AlexNet as published in 2012, torchvision's single column, and ZFNet.

Papers: Krizhevsky, Sutskever, Hinton, "ImageNet classification with deep
convolutional neural networks", NIPS 2012, doi:10.1145/3065386, figure 2.
Krizhevsky, "One weird trick for parallelizing convolutional neural
networks", 2014, arXiv:1404.5997. Zeiler, Fergus, "Visualizing and
understanding convolutional networks", 2014, arXiv:1311.2901, figure 3.

`alexnet_2012`, as in the paper: two columns that meet in conv3 and in the
dense layers, local response normalization, overlapping pooling, dropout on
the outputs of both hidden dense layers, initial weights and biases. Not as
in the paper: its text says 224 pixels, its layer sizes need 227. The
normalization runs across the seam between the columns, as formula (3) says.

`alexnet`, as in torchvision: 64-192-384-256-256 maps, no normalization,
dropout *before* each hidden dense layer, adaptive pooling for other sizes.
Unlike there, no ReLU works in place: hooks see what each layer gave.

`zfnet`: the sizes of figure 3, 224-110-55-26-13-6, need a padding of 1 in
conv1 and pooling windows that may hang over the edge. Its normalization has
AlexNet's constants, for the paper prints none. torchvision has no ZFNet.
"""

from collections.abc import Callable
from functools import partial

import torch
from torch import Tensor, nn

from cnncourse.architectures.blocks import conv_relu
from cnncourse.architectures.registry import CIFAR, IMAGENET, register

PAPER = "Krizhevsky et al. 2012, doi:10.1145/3065386"
WEIRD_TRICK = "Krizhevsky 2014, arXiv:1404.5997"
ZEILER = "Zeiler and Fergus 2014, arXiv:1311.2901"


def response_norm() -> nn.LocalResponseNorm:
    """Return formula (3) of the 2012 paper: k=2, n=5, alpha=1e-4, beta=0.75.

    The paper multiplies alpha with the sum over n neighboring maps, torch
    with their mean, so torch needs n times the paper's alpha.
    """
    return nn.LocalResponseNorm(5, alpha=5 * 1e-4, beta=0.75, k=2.0)


def dense_head(
    in_features: int,
    width: int,
    num_classes: int,
    dropout: float,
    activation: type[nn.Module] = nn.ReLU,
) -> nn.Sequential:
    """Return the three dense layers, dropout on the two hidden outputs."""
    return nn.Sequential(
        nn.Flatten(),
        nn.Linear(in_features, width),
        activation(),
        nn.Dropout(dropout),
        nn.Linear(width, width),
        activation(),
        nn.Dropout(dropout),
        nn.Linear(width, num_classes),
    )


def gain(activation: type[nn.Module]) -> float:
    """Return 1 / sqrt(E[activation(z)^2]) for standard normal z.

    Weights from N(0, gain / sqrt(fan-in)) keep signals at their size. ReLU
    has sqrt(2), He et al. 2015, arXiv:1502.01852.
    """
    with torch.device("cpu"), torch.no_grad():
        z = torch.linspace(-8, 8, 1601)
        density = torch.exp(-z.square() / 2)
        power = (density * activation()(z).square()).sum() / density.sum()
        return power.item() ** -0.5


@torch.no_grad()
def _initialize(model: nn.Module, scale: float | None = None) -> None:
    """Draw weights from N(0, 0.01) as both papers do; biases are 0.

    With a scale, the standard deviation is scale / sqrt(fan-in) instead.
    """
    for layer in model.modules():
        if isinstance(layer, nn.Conv2d | nn.Linear):
            fan_in = layer.weight[0].numel()
            layer.weight.normal_(0, scale / fan_in**0.5 if scale else 0.01)
            layer.get_parameter("bias").zero_()


@register("alexnet_2012", "AlexNet", 2012, PAPER, (3, 227, 227), fixed=True)
class AlexNet2012(nn.Module):
    """The published network: 60,965,224 parameters in two columns.

    A column is half of the maps. Where a convolution has two groups, a
    column reads only itself; conv3 and the dense layers read both.

    Args:
        dropout: probability of silencing a hidden dense unit in training.
        columns: 2 as published; with 1, every map reads all maps.
    """

    def __init__(
        self,
        num_classes: int = 1000,
        in_channels: int = 3,
        dropout: float = 0.5,
        columns: int = 2,
    ):
        super().__init__()
        self.features = nn.Sequential(
            *conv_relu(in_channels, 96, 11, stride=4, padding=0),
            response_norm(),  # N x 96 x 55 x 55
            nn.MaxPool2d(3, stride=2),  # N x 96 x 27 x 27
            *conv_relu(96, 256, 5, groups=columns),
            response_norm(),  # N x 256 x 27 x 27
            nn.MaxPool2d(3, stride=2),  # N x 256 x 13 x 13
            *conv_relu(256, 384, 3),  # N x 384 x 13 x 13
            *conv_relu(384, 384, 3, groups=columns),
            *conv_relu(384, 256, 3, groups=columns),
            nn.MaxPool2d(3, stride=2),  # N x 256 x 6 x 6
        )
        self.head = dense_head(256 * 6 * 6, 4096, num_classes, dropout)
        _initialize(self)
        for layer in (4, 10, 12):  # conv2, conv4, conv5: section 5
            nn.init.ones_(self.features.get_parameter(f"{layer}.bias"))
        for layer in (1, 4):  # the hidden dense layers
            nn.init.ones_(self.head.get_parameter(f"{layer}.bias"))

    def forward(self, x: Tensor) -> Tensor:
        return self.head(self.features(x))


@register(
    "alexnet",
    "AlexNet, single column",
    2014,
    WEIRD_TRICK,
    IMAGENET,
    smallest=63,
)
class AlexNet(nn.Module):
    """torchvision's AlexNet: 61,100,840 parameters, the same weight names."""

    def __init__(
        self,
        num_classes: int = 1000,
        in_channels: int = 3,
        dropout: float = 0.5,
    ):
        super().__init__()
        self.features = nn.Sequential(
            *conv_relu(in_channels, 64, 11, stride=4, padding=2),
            nn.MaxPool2d(3, stride=2),  # N x 64 x 27 x 27
            *conv_relu(64, 192, 5),  # N x 192 x 27 x 27
            nn.MaxPool2d(3, stride=2),  # N x 192 x 13 x 13
            *conv_relu(192, 384, 3),  # N x 384 x 13 x 13
            *conv_relu(384, 256, 3),  # N x 256 x 13 x 13
            *conv_relu(256, 256, 3),
            nn.MaxPool2d(3, stride=2),  # N x 256 x 6 x 6
        )
        self.avgpool = nn.AdaptiveAvgPool2d(6)
        self.classifier = nn.Sequential(
            nn.Dropout(dropout),
            nn.Linear(256 * 6 * 6, 4096),
            nn.ReLU(),
            nn.Dropout(dropout),
            nn.Linear(4096, 4096),
            nn.ReLU(),
            nn.Linear(4096, num_classes),
        )

    def forward(self, x: Tensor) -> Tensor:
        x = self.avgpool(self.features(x))
        return self.classifier(x.flatten(1))


@register("zfnet", "ZFNet", 2013, ZEILER, IMAGENET, fixed=True)
class ZFNet(nn.Module):
    """AlexNet with a 7x7 stem of stride 2, one column, pooling before norm."""

    def __init__(
        self,
        num_classes: int = 1000,
        in_channels: int = 3,
        dropout: float = 0.5,
    ):
        super().__init__()
        self.features = nn.Sequential(
            *conv_relu(in_channels, 96, 7, stride=2, padding=1),
            nn.MaxPool2d(3, stride=2, ceil_mode=True),  # N x 96 x 55 x 55
            response_norm(),
            *conv_relu(96, 256, 5, stride=2, padding=0),  # N x 256 x 26 x 26
            nn.MaxPool2d(3, stride=2, ceil_mode=True),  # N x 256 x 13 x 13
            response_norm(),
            *conv_relu(256, 384, 3),  # N x 384 x 13 x 13
            *conv_relu(384, 384, 3),
            *conv_relu(384, 256, 3),
            nn.MaxPool2d(3, stride=2),  # N x 256 x 6 x 6
        )
        self.head = dense_head(256 * 6 * 6, 4096, num_classes, dropout)
        _initialize(self)

    def forward(self, x: Tensor) -> Tensor:
        return self.head(self.features(x))


def _small_features(
    in_channels: int,
    pool: Callable[[], nn.Module],
    activation: type[nn.Module] = nn.ReLU,
    norm: Callable[[], nn.Module] | None = None,
    columns: int = 1,
    kernel_size: int = 5,
    stride: int = 1,
    maps: tuple[int, int, int] = (24, 64, 96),
    fixed: bool = False,
) -> nn.Sequential:
    """Return the five convolutions; conv5 has as many maps as conv2."""
    first, second, third = maps

    def norms() -> list[nn.Module]:
        return [norm()] if norm else []

    return nn.Sequential(
        nn.Conv2d(in_channels, first, kernel_size, stride, kernel_size // 2),
        activation(),
        *norms(),
        pool(),  # N x first x 16 x 16
        nn.Conv2d(first, second, 5, padding=2, groups=columns),
        activation(),
        *norms(),
        pool(),  # N x second x 8 x 8
        nn.Conv2d(second, third, 3, padding=1),
        activation(),
        nn.Conv2d(third, third, 3, padding=1, groups=columns),
        activation(),
        nn.Conv2d(third, second, 3, padding=1, groups=columns),
        activation(),
        pool(),  # N x second x 4 x 4
        # Changes nothing at 32x32.
        *([] if fixed else [nn.AdaptiveAvgPool2d(4)]),
    )


@register("alexnet_32", "AlexNet for 32x32", 2012, PAPER, CIFAR, smallest=9)
class AlexNet32(nn.Module):
    """AlexNet with a quarter of the maps, this course's own.

    A 5x5 stem of stride 1, one column, no response normalization, an eighth
    of the dense units, initial weights that suit the activation. Windows may
    hang over the edge, so 3 and 2 give the same sizes, 32-16-8-4.

    Args:
        activation: module class of the non-linearity.
        pooling: module class, `nn.MaxPool2d` or `nn.AvgPool2d`.
        window: 3 overlaps as in the paper, 2 does not; the stride is 2.
        dropout: probability of silencing a hidden dense unit in training.
    """

    def __init__(
        self,
        num_classes: int = 10,
        in_channels: int = 3,
        activation: type[nn.Module] = nn.ReLU,
        pooling: type[nn.Module] = nn.MaxPool2d,
        window: int = 3,
        dropout: float = 0.5,
    ):
        super().__init__()
        pool = partial(pooling, window, stride=2, ceil_mode=True)
        self.features = _small_features(in_channels, pool, activation)
        self.head = dense_head(1024, 512, num_classes, dropout, activation)
        _initialize(self, gain(activation))

    def forward(self, x: Tensor) -> Tensor:
        return self.head(self.features(x))


@register(
    "alexnet_columns_32",
    "AlexNet for 32x32, two columns",
    2012,
    PAPER,
    CIFAR,
    smallest=9,
)
class AlexNetColumns32(nn.Module):
    """`alexnet_32` with what later networks left out, this course's own.

    With the options of one column and no more it is `alexnet_32`.

    Args:
        columns: 2 as on the two GPUs of 2012: conv2, conv4 and conv5 read
            their own half of the maps.
        norm: response normalization after the first two ReLUs.
        kernel_size: of the stem; 11 in AlexNet, 7 in ZFNet.
        stride: of the stem; 4 in AlexNet, 2 in ZFNet. Pictures have to have
            as many times the pixels of the smallest.
    """

    def __init__(
        self,
        num_classes: int = 10,
        in_channels: int = 3,
        columns: int = 2,
        norm: bool = False,
        kernel_size: int = 5,
        stride: int = 1,
    ):
        super().__init__()
        self.features = _small_features(
            in_channels,
            partial(nn.MaxPool2d, 3, stride=2, ceil_mode=True),
            norm=response_norm if norm else None,
            columns=columns,
            kernel_size=kernel_size,
            stride=stride,
        )
        self.head = dense_head(1024, 512, num_classes, 0.5)
        _initialize(self, gain(nn.ReLU))

    def forward(self, x: Tensor) -> Tensor:
        return self.head(self.features(x))


@register(
    "alexnet_mini_16",
    "AlexNet for a page, two columns",
    2012,
    PAPER,
    (3, 16, 16),
    fixed=True,
)
class AlexNetMini16(nn.Module):
    """An AlexNet that a page can run, this course's own.

    Two columns of 12-16-24-24-16 maps, 64 units in each hidden dense layer,
    no response normalization, initial weights that suit the activation.

    Args:
        activation: module class of the non-linearity.
        columns: with 1, every map reads all maps.
        window: of the poolings; 3 overlaps as in the paper, 2 does not.
        dropout: probability of silencing a hidden dense unit in training.
    """

    def __init__(
        self,
        num_classes: int = 10,
        in_channels: int = 3,
        activation: type[nn.Module] = nn.ReLU,
        columns: int = 2,
        window: int = 3,
        dropout: float = 0.0,
    ):
        super().__init__()
        self.features = _small_features(
            in_channels,
            partial(nn.MaxPool2d, window, stride=2, ceil_mode=True),
            activation,
            columns=columns,
            maps=(24, 32, 48),
            fixed=True,
        )
        self.head = dense_head(128, 64, num_classes, dropout, activation)
        _initialize(self, gain(activation))

    def forward(self, x: Tensor) -> Tensor:
        return self.head(self.features(x))
