"""Inception with batch norm, also called Inception-v2.

Paper: Ioffe and Szegedy, "Batch normalization", 2015, arXiv:1502.03167,
figure 5 in the appendix: two 3x3 convolutions for GoogLeNet's 5x5, a third
module at 28x28, modules of stride 2 (3c, 4e) for the poolings in between,
average and maximum pooling, and a separable first convolution with 8 maps per
color.

Not as printed: 4c and 4d have 96 pool projections. Figure 5 prints 128 and
sums of 576, which do not fit together; 96 and 576 are in the authors' code
(TF-slim, inception_v2). Other networks of this name keep 128 and have 608
maps there and 1,056 after 4e. Average pooling leaves the border out, as in
that code; layers of stride 2 pad by 1 on all sides, where TensorFlow pads at
the lower and right side only. The paper describes no auxiliary heads, and
trains without dropout; neither is built. torchvision has no such network.
"""

from typing import Literal

from torch import Tensor, nn

from cnncourse.architectures.blocks import convolution
from cnncourse.architectures.inception import BasicConv2d, Concat, chain
from cnncourse.architectures.registry import IMAGENET, register

PAPER = "Ioffe and Szegedy 2015, arXiv:1502.03167"

Row = tuple[int, int, int, int, int, Literal["avg", "max"], int]

# #1x1, #3x3 reduce, #3x3, double #3x3 reduce, double #3x3, pooling, #proj.
INCEPTION_BN: dict[str, Row] = {
    "3a": (64, 64, 64, 64, 96, "avg", 32),
    "3b": (64, 64, 96, 64, 96, "avg", 64),
    "3c": (0, 128, 160, 64, 96, "max", 0),
    "4a": (224, 64, 96, 96, 128, "avg", 128),
    "4b": (192, 96, 128, 96, 128, "avg", 128),
    "4c": (160, 128, 160, 128, 160, "avg", 96),
    "4d": (96, 128, 192, 160, 192, "avg", 96),
    "4e": (0, 128, 192, 192, 256, "max", 0),
    "5a": (352, 192, 320, 160, 224, "avg", 128),
    "5b": (352, 192, 320, 192, 224, "max", 128),
}


class InceptionV2(Concat):
    """1x1, 3x3, two 3x3s (they see 5x5), and a projected pooling.

    Args:
        in_channels: maps read.
        widths: a row of `INCEPTION_BN` with #1x1 and #proj.
    """

    def __init__(self, in_channels: int, widths: Row):
        n1x1, reduce, n3x3, reduce2, n5x5, kind, proj = widths
        pool = {
            "avg": nn.AvgPool2d(3, 1, padding=1, count_include_pad=False),
            "max": nn.MaxPool2d(3, 1, padding=1),
        }
        super().__init__(
            BasicConv2d(in_channels, n1x1, 1),
            chain(in_channels, f"1x1 {reduce}, 3x3 {n3x3}"),
            chain(in_channels, f"1x1 {reduce2}, 3x3 {n5x5}, 3x3 {n5x5}"),
            nn.Sequential(pool[kind], BasicConv2d(in_channels, proj, 1)),
        )


class InceptionV2Reduction(Concat):
    """Modules 3c and 4e: half the height and width, pooled maps passed on.

    Args:
        in_channels: maps read.
        widths: a row of `INCEPTION_BN` without #1x1 and #proj.
    """

    def __init__(self, in_channels: int, widths: Row):
        _, reduce, n3x3, reduce2, n5x5, _, _ = widths
        super().__init__(
            chain(in_channels, f"1x1 {reduce}, 3x3 {n3x3} /2"),
            chain(in_channels, f"1x1 {reduce2}, 3x3 {n5x5}, 3x3 {n5x5} /2"),
            nn.MaxPool2d(3, stride=2, padding=1),
        )


@register(
    "inception_bn",
    "Inception with batch norm (v2)",
    2015,
    PAPER,
    IMAGENET,
    smallest=32,
)
class InceptionBN(nn.Module):
    """Inception-v2; returns logits, (batch, num_classes)."""

    def __init__(self, num_classes: int = 1000, in_channels: int = 3):
        super().__init__()
        depthwise = convolution(
            in_channels, 8 * in_channels, 7, stride=2, groups=in_channels
        )
        self.conv1 = nn.Sequential(
            depthwise, BasicConv2d(8 * in_channels, 64, 1)
        )
        self.maxpool1 = nn.MaxPool2d(3, stride=2, padding=1)
        self.conv2 = BasicConv2d(64, 64, 1)
        self.conv3 = BasicConv2d(64, 192, 3, padding=1)
        self.maxpool2 = nn.MaxPool2d(3, stride=2, padding=1)
        self.inception3a = InceptionV2(192, INCEPTION_BN["3a"])
        self.inception3b = InceptionV2(256, INCEPTION_BN["3b"])
        self.inception3c = InceptionV2Reduction(320, INCEPTION_BN["3c"])
        self.inception4a = InceptionV2(576, INCEPTION_BN["4a"])
        self.inception4b = InceptionV2(576, INCEPTION_BN["4b"])
        self.inception4c = InceptionV2(576, INCEPTION_BN["4c"])
        self.inception4d = InceptionV2(576, INCEPTION_BN["4d"])
        self.inception4e = InceptionV2Reduction(576, INCEPTION_BN["4e"])
        self.inception5a = InceptionV2(1024, INCEPTION_BN["5a"])
        self.inception5b = InceptionV2(1024, INCEPTION_BN["5b"])
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(1024, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.maxpool1(self.conv1(x))  # N x 64 x 56 x 56
        x = self.maxpool2(self.conv3(self.conv2(x)))  # N x 192 x 28 x 28
        x = self.inception3a(x)  # N x 256 x 28 x 28
        x = self.inception3b(x)  # N x 320 x 28 x 28
        x = self.inception3c(x)  # N x 576 x 14 x 14
        x = self.inception4b(self.inception4a(x))  # N x 576 x 14 x 14
        x = self.inception4d(self.inception4c(x))  # N x 576 x 14 x 14
        x = self.inception4e(x)  # N x 1024 x 7 x 7
        x = self.inception5b(self.inception5a(x))  # N x 1024 x 7 x 7
        return self.fc(self.avgpool(x).flatten(1))
