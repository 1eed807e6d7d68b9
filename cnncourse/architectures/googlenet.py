"""GoogLeNet as published, torchvision's, and a small one.

Paper: Szegedy et al., "Going deeper with convolutions", 2014,
arXiv:1409.4842, table 1 and figure 3. It adds the losses of the auxiliary
heads to the main loss with weight 0.3.

`googlenet_2014` is table 1 as printed. The constants of local response
normalization and the initial weights, which the paper leaves open, are those
of its replication in Caffe (BVLC). For conv1 the table counts 2.7 K
parameters and 34 M operations: those of the separable convolution that
`inception_bn` has, not of the 7x7 convolution it names. We build the latter.
`googlenet` is torchvision's: batch norm (epsilon 0.001) and no bias, no local
response normalization, 3x3 kernels in the "5x5" branch, 2x2 pooling after 4e,
adaptive pooling in the auxiliary heads, 20 % dropout instead of 40 %.
torchvision's pretrained weights expect pixels from -1 to 1, and it sets
`transform_input=True` for them: the network then converts pictures that were
normalized by ImageNet's mean and deviation. Set it here as well.
`googlenet_mini_32` is ours, for small pictures, with batch norm and 5x5. Its
modules can be replaced by others of equal cost, for experiments.
"""

from functools import partial
from typing import Literal, NamedTuple

from torch import Tensor, nn

from cnncourse.architectures.inception import (
    BasicConv2d,
    Conv,
    ConvReLU,
    Inception,
    NaiveInception,
    input_transform,
)
from cnncourse.architectures.registry import CIFAR, IMAGENET, register

PAPER = "Szegedy et al. 2014, arXiv:1409.4842"

# Table 1: #1x1, #3x3 reduce, #3x3, #5x5 reduce, #5x5, pool proj.
GOOGLENET = {
    "3a": (64, 96, 128, 16, 32, 32),
    "3b": (128, 128, 192, 32, 96, 64),
    "4a": (192, 96, 208, 16, 48, 64),
    "4b": (160, 112, 224, 24, 64, 64),
    "4c": (128, 128, 256, 24, 64, 64),
    "4d": (112, 144, 288, 32, 64, 64),
    "4e": (256, 160, 320, 32, 128, 128),
    "5a": (256, 160, 320, 32, 128, 128),
    "5b": (384, 192, 384, 48, 128, 128),
}

# The same columns; widths chosen for this course.
GOOGLENET_MINI = {
    "3a": (24, 24, 48, 8, 12, 12),
    "3b": (24, 32, 56, 8, 16, 16),
    "4a": (40, 40, 72, 12, 24, 24),
    "4b": (40, 40, 72, 12, 24, 24),
    "5a": (64, 64, 112, 16, 40, 40),
}

# What takes the place of these modules, so wide that the network needs the
# same MACs within two percent: #1x1, #3x3 and #5x5 of a naive module; or a
# single kernel and its outputs. "reduced" is a 1x1 to half of them before it.
# fmt: off
GOOGLENET_MINI_NAIVE = {
    "3a": (8, 16, 4), "3b": (8, 20, 4), "4a": (16, 28, 8),
    "4b": (16, 28, 8), "5a": (24, 40, 16),
}
GOOGLENET_MINI_SINGLE = {
    "1x1": {"3a": 160, "3b": 184, "4a": 264, "4b": 264, "5a": 424},
    "3x3": {"3a": 48, "3b": 56, "4a": 80, "4b": 80, "5a": 124},
    "5x5": {"3a": 24, "3b": 32, "4a": 44, "4b": 44, "5a": 68},
    "reduced": {"3a": 60, "3b": 72, "4a": 100, "4b": 100, "5a": 160},
}
# fmt: on

Kind = Literal["mixed", "naive", "1x1", "3x3", "5x5", "reduced"]


class GoogLeNetOutputs(NamedTuple):
    """What GoogLeNet returns in training, each (batch, num_classes)."""

    logits: Tensor
    aux_logits2: Tensor  # read after 4d
    aux_logits1: Tensor  # read after 4a


class AuxiliaryHead(nn.Module):
    """A classifier on maps from the middle of the network."""

    def __init__(
        self, in_channels: int, num_classes: int, conv: Conv, pool: nn.Module
    ):
        super().__init__()
        self.pool = pool
        self.conv = conv(in_channels, 128, 1)
        self.fc1 = nn.Linear(128 * 4 * 4, 1024)
        self.relu = nn.ReLU()
        self.fc2 = nn.Linear(1024, num_classes)
        self.dropout = nn.Dropout(0.7)

    def forward(self, x: Tensor) -> Tensor:
        x = self.pool(x)  # N x 512 or 528 x 4 x 4
        x = self.conv(x).flatten(1)  # N x 2048
        x = self.dropout(self.relu(self.fc1(x)))  # N x 1024
        return self.fc2(x)


def initialize_as_caffe(model: nn.Module) -> None:
    """Draw weights of variance 1 / fan-in; biases are 0.2, of outputs 0."""
    outputs = "fc.bias", "fc2.bias", "aux1.bias", "aux2.bias"
    for name, parameter in model.named_parameters():
        if parameter.ndim > 1:
            nn.init.kaiming_uniform_(parameter, nonlinearity="linear")
        else:
            bias = 0.0 if name.endswith(outputs) else 0.2
            nn.init.constant_(parameter, bias)


@register("googlenet_2014", "GoogLeNet", 2014, PAPER, IMAGENET, fixed=True)
class GoogLeNet2014(nn.Module):
    """GoogLeNet as published.

    Returns logits, (batch, num_classes); in training with auxiliary heads
    `GoogLeNetOutputs`. The heads fit only maps of a 224x224 picture.

    Args:
        aux_logits: whether there are auxiliary heads, after 4a and 4d.
    """

    conv: Conv = ConvReLU
    size = 5  # of the kernel in the third branch
    auxiliary_weight = 0.3  # of each head's loss (section 5)

    def __init__(
        self,
        num_classes: int = 1000,
        in_channels: int = 3,
        aux_logits: bool = True,
    ):
        super().__init__()
        conv = self.conv
        pool = partial(nn.MaxPool2d, 3, stride=2, ceil_mode=True)
        norm = partial(nn.LocalResponseNorm, 5)
        self.conv1 = conv(in_channels, 64, 7, stride=2, padding=3)
        self.maxpool1: nn.Module = nn.Sequential(pool(), norm())
        self.conv2 = conv(64, 64, 1)
        self.conv3 = conv(64, 192, 3, padding=1)
        self.maxpool2: nn.Module = nn.Sequential(norm(), pool())
        self.inception3a = self.module("3a", 192)
        self.inception3b = self.module("3b", 256)
        self.maxpool3 = pool()
        self.inception4a = self.module("4a", 480)
        self.inception4b = self.module("4b", 512)
        self.inception4c = self.module("4c", 512)
        self.inception4d = self.module("4d", 512)
        self.inception4e = self.module("4e", 528)
        self.maxpool4 = pool()
        self.inception5a = self.module("5a", 832)
        self.inception5b = self.module("5b", 832)
        self.aux_logits = aux_logits
        if aux_logits:
            self.aux1 = self.auxiliary(512, num_classes)
            self.aux2 = self.auxiliary(528, num_classes)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(0.4)
        self.fc = nn.Linear(1024, num_classes)
        self.initialize()

    def module(self, name: str, in_channels: int) -> Inception:
        """Return the module of a row of table 1."""
        return Inception(in_channels, GOOGLENET[name], self.conv, self.size)

    def auxiliary(self, in_channels: int, num_classes: int) -> AuxiliaryHead:
        """Return an auxiliary head, section 5."""
        pool = nn.AvgPool2d(5, stride=3)
        return AuxiliaryHead(in_channels, num_classes, self.conv, pool)

    def initialize(self) -> None:
        """Draw weights of variance 1 / fan-in; biases are 0.2 (BVLC)."""
        initialize_as_caffe(self)

    def forward(self, x: Tensor) -> Tensor | GoogLeNetOutputs:
        with_heads = self.training and self.aux_logits
        x = self.maxpool1(self.conv1(x))  # N x 64 x 56 x 56
        x = self.maxpool2(self.conv3(self.conv2(x)))  # N x 192 x 28 x 28
        x = self.inception3b(self.inception3a(x))  # N x 480 x 28 x 28
        x = self.inception4a(self.maxpool3(x))  # N x 512 x 14 x 14
        aux1 = [self.aux1(x)] if with_heads else []
        x = self.inception4c(self.inception4b(x))  # N x 512 x 14 x 14
        x = self.inception4d(x)  # N x 528 x 14 x 14
        aux2 = [self.aux2(x)] if with_heads else []
        x = self.inception4e(x)  # N x 832 x 14 x 14
        x = self.inception5a(self.maxpool4(x))  # N x 832 x 7 x 7
        x = self.inception5b(x)  # N x 1024 x 7 x 7
        x = self.fc(self.dropout(self.avgpool(x).flatten(1)))
        return GoogLeNetOutputs(x, *aux2, *aux1) if with_heads else x


@register(
    "googlenet", "GoogLeNet (torchvision)", 2014, PAPER, IMAGENET, smallest=15
)
class GoogLeNet(GoogLeNet2014):
    """torchvision's GoogLeNet, and its weights fit: what it has instead.

    Args:
        aux_logits: whether there are auxiliary heads, after 4a and 4d.
        transform_input: whether to take pixels from ImageNet's mean and
            deviation to -1 ... 1, as torchvision's weights need it.
    """

    conv, size = BasicConv2d, 3

    def __init__(
        self,
        num_classes: int = 1000,
        in_channels: int = 3,
        aux_logits: bool = True,
        transform_input: bool = False,
    ):
        super().__init__(num_classes, in_channels, aux_logits)
        self.transform_input = input_transform(transform_input, in_channels)
        self.maxpool1 = nn.MaxPool2d(3, stride=2, ceil_mode=True)
        self.maxpool2 = nn.MaxPool2d(3, stride=2, ceil_mode=True)
        self.maxpool4 = nn.MaxPool2d(2, stride=2, ceil_mode=True)
        self.dropout = nn.Dropout(0.2)

    def auxiliary(self, in_channels: int, num_classes: int) -> AuxiliaryHead:
        """Return an auxiliary head that fits maps of any size."""
        pool = nn.AdaptiveAvgPool2d(4)
        return AuxiliaryHead(in_channels, num_classes, self.conv, pool)

    def initialize(self) -> None:
        """Draw weights as torchvision does: normal, deviation 0.01."""
        for module in self.modules():
            if isinstance(module, nn.Conv2d | nn.Linear):
                nn.init.trunc_normal_(module.weight, std=0.01)

    def forward(self, x: Tensor) -> Tensor | GoogLeNetOutputs:
        return super().forward(self.transform_input(x))


@register(
    "googlenet_mini_32", "GoogLeNet, small", 2014, PAPER, CIFAR, smallest=8
)
class GoogLeNetMini32(nn.Module):
    """Five Inception modules on small pictures, a quarter million weights.

    Our own; the size fits the other small networks of the course. Returns
    logits, in training with auxiliary heads `GoogLeNetOutputs`.

    Args:
        kind: of the modules: "mixed" is Inception, the others need the same
            MACs; "reduced" is a 1x1 and a 3x3, "naive" figure 2a.
        aux_logits: whether there are auxiliary heads, after 3b and 4b: the
            mean of each map and one linear layer.
        conv: `BasicConv2d`, or `ConvReLU` for the layers of 2014, with their
            first weights and without batch norm.
        divisor: of all widths, for smaller networks.
    """

    auxiliary_weight = GoogLeNet2014.auxiliary_weight

    def __init__(
        self,
        num_classes: int = 10,
        in_channels: int = 3,
        kind: Kind = "mixed",
        aux_logits: bool = False,
        conv: Conv = BasicConv2d,
        divisor: int = 1,
    ):
        super().__init__()
        how = kind, conv, divisor
        width = 48 // divisor
        self.stem = conv(in_channels, width, 3, padding=1)
        self.maxpool1 = nn.MaxPool2d(3, stride=2, padding=1)
        self.inception3a, width = _mini_module("3a", width, *how)
        self.inception3b, width3 = _mini_module("3b", width, *how)
        self.maxpool3 = nn.MaxPool2d(3, stride=2, padding=1)
        self.inception4a, width = _mini_module("4a", width3, *how)
        self.inception4b, width4 = _mini_module("4b", width, *how)
        self.maxpool4 = nn.MaxPool2d(3, stride=2, padding=1)
        self.inception5a, width = _mini_module("5a", width4, *how)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(width, num_classes)
        self.aux_logits = aux_logits
        if aux_logits:
            self.aux1 = nn.Linear(width3, num_classes)
            self.aux2 = nn.Linear(width4, num_classes)
        if conv is ConvReLU:
            initialize_as_caffe(self)

    def forward(self, x: Tensor) -> Tensor | GoogLeNetOutputs:
        with_heads = self.training and self.aux_logits
        x = self.maxpool1(self.stem(x))  # N x 48 x 16 x 16
        x = self.inception3b(self.inception3a(x))  # N x 112 x 16 x 16
        aux1 = [self.aux1(self.avgpool(x).flatten(1))] if with_heads else []
        x = self.inception4a(self.maxpool3(x))  # N x 160 x 8 x 8
        x = self.inception4b(x)  # N x 160 x 8 x 8
        aux2 = [self.aux2(self.avgpool(x).flatten(1))] if with_heads else []
        x = self.inception5a(self.maxpool4(x))  # N x 256 x 4 x 4
        x = self.fc(self.avgpool(x).flatten(1))
        return GoogLeNetOutputs(x, *aux2, *aux1) if with_heads else x


def _mini_module(
    name: str, in_channels: int, kind: Kind, conv: Conv, divisor: int
) -> tuple[nn.Module, int]:
    """Return a module of `googlenet_mini_32` and how many maps it gives."""
    if kind == "mixed":
        a, b, c, d, e, f = (n // divisor for n in GOOGLENET_MINI[name])
        module = Inception(in_channels, (a, b, c, d, e, f), conv)
        return module, a + c + e + f
    if kind == "naive":
        a, b, c = (n // divisor for n in GOOGLENET_MINI_NAIVE[name])
        naive = NaiveInception(in_channels, a, b, c, conv)
        return naive, in_channels + a + b + c
    width = GOOGLENET_MINI_SINGLE[kind][name] // divisor
    if kind == "reduced":
        reduce = conv(in_channels, width // 2, 1)
        last = conv(width // 2, width, 3, padding=1)
        return nn.Sequential(reduce, last), width
    size = int(kind[0])
    return conv(in_channels, width, size, padding=size // 2), width
