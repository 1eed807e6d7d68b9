"""Inception-ResNet-v2: Inception branches as residuals.

Paper: Szegedy, Ioffe, Vanhoucke, Alemi, "Inception-v4, Inception-ResNet and
the impact of residual connections on learning", 2016, arXiv:1602.07261,
figures 15 to 19.

This is the network the authors released (TF-slim; timm has it too), which is
not that of figure 15. Released: the stem of Inception-v3 and a mixed module,
320 maps; 10, 20 and 10 blocks with scales 0.17, 0.10 and 0.20, the last one
with scale 1 and no ReLU; a 1x1 convolution of 1,536 maps before the pooling.
Figures: the stem of Inception-v4, 384 maps; 5, 10 and 5 blocks, scales of
0.1 to 0.3. (Figures 17 and 19 print 1154 and 2048 maps where the sums are
1152 and 2144.)
The authors' code trains with an auxiliary head, which is in no figure; it is
not built. torchvision has no such network. timm's has no dropout, the paper
keeps 80 %.
"""

from torch import Tensor, nn

from cnncourse.architectures.inception import BasicConv2d, Concat, chain
from cnncourse.architectures.inception_v4 import PAPER, pooled
from cnncourse.architectures.registry import register

# int of the maps: channels, branches of a block, scale, number of blocks.
# fmt: off
BLOCKS = {
    35: (
        320, ("1x1 32", "1x1 32, 3x3 32", "1x1 32, 3x3 48, 3x3 64"), 0.17, 10,
    ),
    17: (1088, ("1x1 192", "1x1 128, 1x7 160, 7x1 192"), 0.10, 20),
    8: (2080, ("1x1 192", "1x1 192, 1x3 224, 3x1 256"), 0.20, 9),
}
# fmt: on


class InceptionResidual(nn.Module):
    """Branches, brought to the width of x by a 1x1, scaled, added to x.

    The 1x1 convolution has a bias, and neither norm nor ReLU. The scale
    keeps wide networks from dying early in training (section 3.3).

    Args:
        in_channels: maps of x.
        branches: in the notation of `chain`.
        scale: of the residual.
        activation: class of what follows the sum.
    """

    def __init__(
        self,
        in_channels: int,
        branches: tuple[str, ...],
        scale: float,
        activation: type[nn.Module] = nn.ReLU,
    ):
        super().__init__()
        width = sum(int(layers.split()[-1]) for layers in branches)
        self.branches = Concat(*(chain(in_channels, b) for b in branches))
        self.project = nn.Conv2d(width, in_channels, 1)
        self.scale = scale
        self.activation = activation()

    def forward(self, x: Tensor) -> Tensor:
        residual = self.project(self.branches(x))
        return self.activation(x + self.scale * residual)


def _blocks(side: int) -> nn.Sequential:
    """Return the residual blocks of a line of `BLOCKS`."""
    in_channels, branches, scale, number = BLOCKS[side]
    shape = in_channels, branches, scale
    return nn.Sequential(*(InceptionResidual(*shape) for _ in range(number)))


@register(
    "inception_resnet_v2",
    "Inception-ResNet-v2",
    2016,
    PAPER,
    (3, 299, 299),
    smallest=75,
)
class InceptionResNetV2(nn.Module):
    """Inception-ResNet-v2; returns logits, (batch, num_classes)."""

    def __init__(self, num_classes: int = 1000, in_channels: int = 3):
        super().__init__()
        self.stem = nn.Sequential(
            chain(in_channels, "3x3 32 V/2, 3x3 32 V, 3x3 64"),
            nn.MaxPool2d(3, stride=2),
            chain(64, "1x1 80, 3x3 192 V"),
            nn.MaxPool2d(3, stride=2),
        )
        self.mixed = Concat(
            chain(192, "1x1 96"),
            chain(192, "1x1 48, 5x5 64"),
            chain(192, "1x1 64, 3x3 96, 3x3 96"),
            pooled(192, "1x1 64"),
        )
        self.blocks_35 = _blocks(35)
        self.reduction_a = Concat(
            chain(320, "3x3 384 V/2"),
            chain(320, "1x1 256, 3x3 256, 3x3 384 V/2"),
            nn.MaxPool2d(3, stride=2),
        )
        self.blocks_17 = _blocks(17)
        self.reduction_b = Concat(
            chain(1088, "1x1 256, 3x3 384 V/2"),
            chain(1088, "1x1 256, 3x3 288 V/2"),
            chain(1088, "1x1 256, 3x3 288, 3x3 320 V/2"),
            nn.MaxPool2d(3, stride=2),
        )
        self.blocks_8 = _blocks(8)
        maps, branches, _, _ = BLOCKS[8]
        self.last_block = InceptionResidual(maps, branches, 1.0, nn.Identity)
        self.last_conv = BasicConv2d(2080, 1536, 1)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(0.2)
        self.fc = nn.Linear(1536, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x)  # N x 192 x 35 x 35
        x = self.mixed(x)  # N x 320 x 35 x 35
        x = self.blocks_35(x)  # N x 320 x 35 x 35
        x = self.reduction_a(x)  # N x 1088 x 17 x 17
        x = self.blocks_17(x)  # N x 1088 x 17 x 17
        x = self.reduction_b(x)  # N x 2080 x 8 x 8
        x = self.last_block(self.blocks_8(x))  # N x 2080 x 8 x 8
        x = self.last_conv(x)  # N x 1536 x 8 x 8
        x = self.dropout(self.avgpool(x).flatten(1))  # N x 1536
        return self.fc(x)
