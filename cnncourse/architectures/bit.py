"""BiT: a wide pre-activation ResNet without batch statistics.

Paper: Kolesnikov et al., "Big Transfer (BiT): general visual representation
learning", 2020, arXiv:1912.11370, sections 3.1 and 3.2. The network is the
ResNet-v2 of He et al. 2016, arXiv:1603.05027, widened.

As in the paper: group norm (Wu, He 2018, arXiv:1803.08494) in place of batch
norm, weight standardization (Qiao et al. 2019, arXiv:1903.10520) in all
convolutions, a factor on all widths.
As in the published code: 32 groups, the stride in the 3x3 convolution, a
projection that reads the activated input, and a border of zeros before the
max pooling: there, before any ReLU, zeros can win, minus infinity cannot.
Not as in the published code: its last layer starts at zero and is a 1x1
convolution; ours is a linear layer with the usual start.
torchvision has no BiT. timm adds 1e-8 to a kernel's variance, we add 1e-10
as the published code does.
"""

from functools import partial

from torch import Tensor, nn

from cnncourse.architectures.norms import WeightStandardizedConv2d
from cnncourse.architectures.registry import IMAGENET, register
from cnncourse.architectures.resnet import Depths

PAPER = "Kolesnikov et al. 2020, arXiv:1912.11370"

EPS = 1e-10  # of the published code, see `WeightStandardizedConv2d`


def convolution(
    in_channels: int, channels: int, kernel_size: int, stride: int = 1
) -> nn.Module:
    """Return a standardized convolution that keeps or halves the size."""
    return WeightStandardizedConv2d(
        in_channels,
        channels,
        kernel_size,
        stride=stride,
        padding=kernel_size // 2,
        bias=False,
        eps=EPS,
    )


class PreActBottleneck(nn.Module):
    """Norm, ReLU, convolution, three times, and a shortcut.

    Args:
        in_channels: maps that come in.
        channels: a quarter of the maps that go out.
        stride: 2 halves height and width in the 3x3 convolution.
    """

    def __init__(self, in_channels: int, channels: int, stride: int = 1):
        super().__init__()
        self.norm1 = nn.GroupNorm(32, in_channels)
        self.relu1 = nn.ReLU()
        self.conv1 = convolution(in_channels, channels, 1)
        self.norm2 = nn.GroupNorm(32, channels)
        self.relu2 = nn.ReLU()
        self.conv2 = convolution(channels, channels, 3, stride)
        self.norm3 = nn.GroupNorm(32, channels)
        self.relu3 = nn.ReLU()
        self.conv3 = convolution(channels, 4 * channels, 1)

    def residual(self, x: Tensor) -> Tensor:
        """Return what the block adds, from the activated input."""
        x = self.conv2(self.relu2(self.norm2(self.conv1(x))))
        return self.conv3(self.relu3(self.norm3(x)))

    def forward(self, x: Tensor) -> Tensor:
        return self.residual(self.relu1(self.norm1(x))) + x


class OpeningBottleneck(PreActBottleneck):
    """The first block of a stage: its shortcut is a projection.

    The projection has no norm and reads the activated input.
    """

    def __init__(self, in_channels: int, channels: int, stride: int = 1):
        super().__init__(in_channels, channels, stride)
        self.projection = convolution(in_channels, 4 * channels, 1, stride)

    def forward(self, x: Tensor) -> Tensor:
        x = self.relu1(self.norm1(x))
        return self.residual(x) + self.projection(x)


class BiTResNet(nn.Module):
    """Stem, four stages, final norm and ReLU, average, one linear layer.

    Args:
        depths: blocks in each stage.
        width: factor on all widths, 1 to 4 in the paper.
    """

    def __init__(
        self,
        depths: Depths,
        width: int,
        num_classes: int = 1000,
        in_channels: int = 3,
    ):
        super().__init__()

        def stage(
            depth: int, inputs: int, channels: int, stride: int
        ) -> nn.Sequential:
            first = OpeningBottleneck(inputs, channels, stride)
            shape = 4 * channels, channels
            rest = (PreActBottleneck(*shape) for _ in range(depth - 1))
            return nn.Sequential(first, *rest)

        w = 64 * width
        self.conv = convolution(in_channels, w, 7, stride=2)
        self.border = nn.ZeroPad2d(1)
        self.maxpool = nn.MaxPool2d(3, stride=2)
        self.stage1 = stage(depths[0], w, w, 1)
        self.stage2 = stage(depths[1], 4 * w, 2 * w, 2)
        self.stage3 = stage(depths[2], 8 * w, 4 * w, 2)
        self.stage4 = stage(depths[3], 16 * w, 8 * w, 2)
        self.norm = nn.GroupNorm(32, 32 * w)
        self.relu = nn.ReLU()
        self.average = nn.AdaptiveAvgPool2d(1)
        self.head = nn.Linear(32 * w, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv(x)  # N x 64w x 112 x 112, w = width
        x = self.maxpool(self.border(x))  # N x 64w x 56 x 56
        x = self.stage1(x)  # N x 256w x 56 x 56
        x = self.stage2(x)  # N x 512w x 28 x 28
        x = self.stage3(x)  # N x 1024w x 14 x 14
        x = self.stage4(x)  # N x 2048w x 7 x 7
        x = self.average(self.relu(self.norm(x))).flatten(1)  # N x 2048w
        return self.head(x)


register(
    "bit_resnet50x1", "BiT ResNet-50x1", 2020, PAPER, IMAGENET, smallest=1
)(partial(BiTResNet, (3, 4, 6, 3), width=1))
