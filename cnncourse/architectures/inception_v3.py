"""Inception-v3: kernels factorized in three ways, for three grids.

Paper: Szegedy, Vanhoucke, Ioffe, Shlens, Wojna, "Rethinking the Inception
architecture for computer vision", 2015, arXiv:1512.00567, section 6.
On 35x35 a 5x5 becomes two 3x3 (`InceptionA`, figure 5), on 17x17 a 7x7
becomes 1x7 and 7x1 (`InceptionC`, figure 6), on 8x8 a 3x3 becomes 1x3 beside
3x1 (`InceptionE`, figure 7); `InceptionB`, `InceptionD` halve it (figure 10).

The network is torchvision's, names and initial weights too, and so the one
the authors released. The paper's table 1 has another stem, 5 modules at 17x17
and no 5x5. Unlike the authors, torchvision counts the border as zeros when it
averages; the deviation 0.01 that it means for AuxLogits.conv1 is set on the
block and not on its convolution, which gets 0.1. The paper smooths labels by
0.1 and has no weight for the auxiliary loss: 0.4 is of the authors' TF-slim.
"""

from typing import NamedTuple

import torch
from torch import Tensor, nn

from cnncourse.architectures.inception import BasicConv2d, input_transform
from cnncourse.architectures.registry import register
from cnncourse.errors import CourseError

PAPER = "Szegedy et al. 2015, arXiv:1512.00567"


class InceptionOutputs(NamedTuple):
    """What Inception-v3 returns in training, each (batch, num_classes)."""

    logits: Tensor
    aux_logits: Tensor


def conv(
    in_channels: int, out_channels: int, height: int, width: int
) -> BasicConv2d:
    """Return a convolution of this kernel, padded to keep the size."""
    padding = (height // 2, width // 2)
    return BasicConv2d(in_channels, out_channels, (height, width), 1, padding)


class InceptionA(nn.Module):
    """35x35: a 5x5 beside two 3x3 convolutions."""

    def __init__(self, in_channels: int, pool_features: int):
        super().__init__()
        self.branch1x1 = conv(in_channels, 64, 1, 1)
        self.branch5x5_1 = conv(in_channels, 48, 1, 1)
        self.branch5x5_2 = conv(48, 64, 5, 5)
        self.branch3x3dbl_1 = conv(in_channels, 64, 1, 1)
        self.branch3x3dbl_2 = conv(64, 96, 3, 3)
        self.branch3x3dbl_3 = conv(96, 96, 3, 3)
        self.pool = nn.AvgPool2d(3, stride=1, padding=1)
        self.branch_pool = conv(in_channels, pool_features, 1, 1)

    def forward(self, x: Tensor) -> Tensor:
        five = self.branch5x5_2(self.branch5x5_1(x))
        double = self.branch3x3dbl_2(self.branch3x3dbl_1(x))
        double = self.branch3x3dbl_3(double)
        pool = self.branch_pool(self.pool(x))
        return torch.cat([self.branch1x1(x), five, double, pool], 1)


class InceptionB(nn.Module):
    """35x35 to 17x17."""

    def __init__(self, in_channels: int):
        super().__init__()
        self.branch3x3 = BasicConv2d(in_channels, 384, 3, stride=2)
        self.branch3x3dbl_1 = conv(in_channels, 64, 1, 1)
        self.branch3x3dbl_2 = conv(64, 96, 3, 3)
        self.branch3x3dbl_3 = BasicConv2d(96, 96, 3, stride=2)
        self.pool = nn.MaxPool2d(3, stride=2)

    def forward(self, x: Tensor) -> Tensor:
        double = self.branch3x3dbl_2(self.branch3x3dbl_1(x))
        double = self.branch3x3dbl_3(double)
        return torch.cat([self.branch3x3(x), double, self.pool(x)], 1)


class InceptionC(nn.Module):
    """17x17: 1x7 and 7x1 for one 7x7, and again for two of them."""

    def __init__(self, in_channels: int, c7: int):
        super().__init__()
        self.branch1x1 = conv(in_channels, 192, 1, 1)
        self.branch7x7_1 = conv(in_channels, c7, 1, 1)
        self.branch7x7_2 = conv(c7, c7, 1, 7)
        self.branch7x7_3 = conv(c7, 192, 7, 1)
        self.branch7x7dbl_1 = conv(in_channels, c7, 1, 1)
        self.branch7x7dbl_2 = conv(c7, c7, 7, 1)
        self.branch7x7dbl_3 = conv(c7, c7, 1, 7)
        self.branch7x7dbl_4 = conv(c7, c7, 7, 1)
        self.branch7x7dbl_5 = conv(c7, 192, 1, 7)
        self.pool = nn.AvgPool2d(3, stride=1, padding=1)
        self.branch_pool = conv(in_channels, 192, 1, 1)

    def forward(self, x: Tensor) -> Tensor:
        seven = self.branch7x7_3(self.branch7x7_2(self.branch7x7_1(x)))
        double = self.branch7x7dbl_2(self.branch7x7dbl_1(x))
        double = self.branch7x7dbl_4(self.branch7x7dbl_3(double))
        double = self.branch7x7dbl_5(double)
        pool = self.branch_pool(self.pool(x))
        return torch.cat([self.branch1x1(x), seven, double, pool], 1)


class InceptionD(nn.Module):
    """17x17 to 8x8."""

    def __init__(self, in_channels: int):
        super().__init__()
        self.branch3x3_1 = conv(in_channels, 192, 1, 1)
        self.branch3x3_2 = BasicConv2d(192, 320, 3, stride=2)
        self.branch7x7x3_1 = conv(in_channels, 192, 1, 1)
        self.branch7x7x3_2 = conv(192, 192, 1, 7)
        self.branch7x7x3_3 = conv(192, 192, 7, 1)
        self.branch7x7x3_4 = BasicConv2d(192, 192, 3, stride=2)
        self.pool = nn.MaxPool2d(3, stride=2)

    def forward(self, x: Tensor) -> Tensor:
        three = self.branch3x3_2(self.branch3x3_1(x))
        seven = self.branch7x7x3_2(self.branch7x7x3_1(x))
        seven = self.branch7x7x3_4(self.branch7x7x3_3(seven))
        return torch.cat([three, seven, self.pool(x)], 1)


class InceptionE(nn.Module):
    """8x8: 1x3 beside 3x1, a wider output and not a deeper branch."""

    def __init__(self, in_channels: int):
        super().__init__()
        self.branch1x1 = conv(in_channels, 320, 1, 1)
        self.branch3x3_1 = conv(in_channels, 384, 1, 1)
        self.branch3x3_2a = conv(384, 384, 1, 3)
        self.branch3x3_2b = conv(384, 384, 3, 1)
        self.branch3x3dbl_1 = conv(in_channels, 448, 1, 1)
        self.branch3x3dbl_2 = conv(448, 384, 3, 3)
        self.branch3x3dbl_3a = conv(384, 384, 1, 3)
        self.branch3x3dbl_3b = conv(384, 384, 3, 1)
        self.pool = nn.AvgPool2d(3, stride=1, padding=1)
        self.branch_pool = conv(in_channels, 192, 1, 1)

    def forward(self, x: Tensor) -> Tensor:
        three = self.branch3x3_1(x)
        three = [self.branch3x3_2a(three), self.branch3x3_2b(three)]
        double = self.branch3x3dbl_2(self.branch3x3dbl_1(x))
        double = [self.branch3x3dbl_3a(double), self.branch3x3dbl_3b(double)]
        pool = self.branch_pool(self.pool(x))
        return torch.cat([self.branch1x1(x), *three, *double, pool], 1)


class AuxiliaryHead(nn.Module):
    """The classifier after the last 17x17 module, with batch norm."""

    def __init__(self, in_channels: int, num_classes: int):
        super().__init__()
        self.pool = nn.AvgPool2d(5, stride=3)
        self.conv0 = conv(in_channels, 128, 1, 1)
        self.conv1 = BasicConv2d(128, 768, 5)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(768, num_classes)
        self.register_forward_pre_hook(self.check)

    @staticmethod
    def check(module: nn.Module, args: tuple) -> None:
        """Refuse maps below 17x17; in a symbolic trace there are none."""
        if isinstance(args[0], Tensor) and min(args[0].shape[2:]) < 17:
            raise CourseError(
                "inception_v3 got small pictures in training; its auxiliary "
                "head needs 299x299. Resize, or build with aux_logits=False."
            )

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv0(self.pool(x))  # N x 128 x 5 x 5
        x = self.avgpool(self.conv1(x))  # N x 768 x 1 x 1
        return self.fc(x.flatten(1))


@register(
    "inception_v3", "Inception-v3", 2015, PAPER, (3, 299, 299), smallest=75
)
class InceptionV3(nn.Module):
    """Inception-v3; the pretrained weights of torchvision fit.

    Returns logits, (batch, num_classes); in training with the auxiliary head
    `InceptionOutputs`, for pictures of 299x299 or larger. The options are
    those of `GoogLeNet`.
    """

    auxiliary_weight = 0.4  # of the head's loss; the authors' code has it

    def __init__(
        self,
        num_classes: int = 1000,
        in_channels: int = 3,
        aux_logits: bool = True,
        transform_input: bool = False,
    ):
        super().__init__()
        self.transform_input = input_transform(transform_input, in_channels)
        self.Conv2d_1a_3x3 = BasicConv2d(in_channels, 32, 3, stride=2)
        self.Conv2d_2a_3x3 = BasicConv2d(32, 32, 3)
        self.Conv2d_2b_3x3 = conv(32, 64, 3, 3)
        self.maxpool1 = nn.MaxPool2d(3, stride=2)
        self.Conv2d_3b_1x1 = conv(64, 80, 1, 1)
        self.Conv2d_4a_3x3 = BasicConv2d(80, 192, 3)
        self.maxpool2 = nn.MaxPool2d(3, stride=2)
        self.Mixed_5b = InceptionA(192, pool_features=32)
        self.Mixed_5c = InceptionA(256, pool_features=64)
        self.Mixed_5d = InceptionA(288, pool_features=64)
        self.Mixed_6a = InceptionB(288)
        self.Mixed_6b = InceptionC(768, c7=128)
        self.Mixed_6c = InceptionC(768, c7=160)
        self.Mixed_6d = InceptionC(768, c7=160)
        self.Mixed_6e = InceptionC(768, c7=192)
        self.aux_logits = aux_logits
        if aux_logits:
            self.AuxLogits = AuxiliaryHead(768, num_classes)
        self.Mixed_7a = InceptionD(768)
        self.Mixed_7b = InceptionE(1280)
        self.Mixed_7c = InceptionE(2048)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(0.5)
        self.fc = nn.Linear(2048, num_classes)
        self.initialize()

    def initialize(self) -> None:
        """Draw weights as torchvision does: deviation 0.1, 0.001 once."""
        for name, module in self.named_modules():
            if isinstance(module, nn.Conv2d | nn.Linear):
                std = 0.001 if name == "AuxLogits.fc" else 0.1
                nn.init.trunc_normal_(module.weight, std=std)

    def forward(self, x: Tensor) -> Tensor | InceptionOutputs:
        x = self.transform_input(x)
        x = self.Conv2d_2a_3x3(self.Conv2d_1a_3x3(x))  # N x 32 x 147 x 147
        x = self.maxpool1(self.Conv2d_2b_3x3(x))  # N x 64 x 73 x 73
        x = self.Conv2d_4a_3x3(self.Conv2d_3b_1x1(x))  # N x 192 x 71 x 71
        x = self.Mixed_5b(self.maxpool2(x))  # N x 256 x 35 x 35
        x = self.Mixed_5d(self.Mixed_5c(x))  # N x 288 x 35 x 35
        x = self.Mixed_6a(x)  # N x 768 x 17 x 17
        x = self.Mixed_6c(self.Mixed_6b(x))  # N x 768 x 17 x 17
        x = self.Mixed_6e(self.Mixed_6d(x))  # N x 768 x 17 x 17
        with_head = self.training and self.aux_logits
        aux = [self.AuxLogits(x)] if with_head else []
        x = self.Mixed_7a(x)  # N x 1280 x 8 x 8
        x = self.Mixed_7c(self.Mixed_7b(x))  # N x 2048 x 8 x 8
        x = self.fc(self.dropout(self.avgpool(x).flatten(1)))
        return InceptionOutputs(x, *aux) if with_head else x
