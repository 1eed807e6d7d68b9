"""ResNeXt: a residual block that sums many narrow transformations.

Paper: Xie, Girshick, Dollar, Tu, He, "Aggregated residual transformations
for deep neural networks", 2017, arXiv:1611.05431, figure 3, tables 1 and 7.

As in the paper: cardinality is the *number* of groups, the width of a group
doubles from stage to stage, the stride is in the 3x3 convolution, shortcuts
are projections where the shape changes. In form (a) of figure 3 the last
norm follows the sum of the branches, so that the three forms are equal.
Not as in the paper: ResNeXt-101 32x8d is of Mahajan et al. 2018,
arXiv:1805.00932; the paper has 32x4d and 64x4d. For CIFAR it has 8x64d and
16x64d; the course adds 4x16d, with a tenth of the parameters, and
`resnext_mini_32` with 0.27 M: 16 maps in the stem, and 8x3d.
As in torchvision: names, keys and outputs of the two ImageNet networks.
torchvision has neither the CIFAR networks nor the other two forms.
"""

from collections.abc import Iterator
from functools import partial

import torch
from torch import Tensor, nn

from cnncourse.architectures.blocks import (
    ConvNormActivation,
    convolution,
    initialize_fan_out,
)
from cnncourse.architectures.registry import CIFAR, IMAGENET, register
from cnncourse.architectures.resnet import (
    TABLE_1,
    Bottleneck,
    ResidualBlock,
    ResNet,
    Shortcut,
    project_if_needed,
)
from cnncourse.errors import CourseError

PAPER = "Xie et al. 2017, arXiv:1611.05431"


class Bottleneck32x4d(Bottleneck):
    """32 groups of 4 maps in the first stage, twice as many in each next."""

    width = 4  # of a group where `channels` is 64

    def __init__(
        self,
        in_channels: int,
        channels: int,
        stride: int = 1,
        shortcut: Shortcut = project_if_needed,
    ):
        width = channels * self.width // 64
        super().__init__(in_channels, channels, stride, shortcut, 32, width)


class Bottleneck32x8d(Bottleneck32x4d):
    """32 groups of 8 maps in the first stage, twice as many in each next."""

    width = 8


def branch(in_channels: int, width: int, stride: int) -> nn.Sequential:
    """Return the narrow layers of one branch of figure 3 (a) and (b)."""
    return nn.Sequential(
        *ConvNormActivation(in_channels, width, 1),
        *ConvNormActivation(width, width, 3, stride=stride),
    )


class Branches(ResidualBlock):
    """Figure 3 (a): every branch widens again, and the branches are summed.

    Args:
        in_channels: maps that come in.
        channels: a quarter of the maps that go out.
        stride: 2 halves height and width in the 3x3 convolutions.
        cardinality: number of branches.
        width: maps of a branch.
    """

    concatenates = False

    def __init__(
        self,
        in_channels: int,
        channels: int,
        stride: int = 1,
        cardinality: int = 32,
        width: int = 4,
    ):
        super().__init__()
        self.cardinality, out_channels = cardinality, 4 * channels
        shape = in_channels, width, stride
        branches = [branch(*shape) for _ in range(cardinality)]
        self.branches = nn.ModuleList(branches)
        if not self.concatenates:
            for narrow in branches:
                narrow.append(convolution(width, out_channels, 1))
        if self.concatenates:
            self.conv3 = convolution(width * cardinality, out_channels, 1)
        self.bn3 = nn.BatchNorm2d(out_channels)
        self.relu = nn.ReLU()
        self.downsample = project_if_needed(in_channels, out_channels, stride)

    def residual(self, x: Tensor) -> Tensor:
        return self.bn3(sum(branch(x) for branch in self.branches))


class EarlyConcatenation(Branches):
    """Figure 3 (b): the narrow branches are concatenated, then widened."""

    concatenates = True

    def residual(self, x: Tensor) -> Tensor:
        x = torch.cat([branch(x) for branch in self.branches], 1)
        return self.bn3(self.conv3(x))


Form = Branches | Bottleneck  # figure 3 (a) and (b), (c)


def tensors_by_branch(block: Form) -> Iterator[Tensor]:
    """Yield a block's weights and statistics in an order all forms share.

    First those of each branch, then those of the last norm and the shortcut.
    The tensors are views: what is written to them is written to the block.
    """
    groups = block.cardinality
    for index in range(groups):
        if isinstance(block, Bottleneck):
            for layer in (block.conv1, block.bn1, block.conv2, block.bn2):
                for tensor in layer.state_dict().values():
                    whole = tensor.ndim == 0  # the norm's count of batches
                    yield tensor if whole else tensor.chunk(groups)[index]
        else:
            yield from block.branches[index].state_dict().values()
        if hasattr(block, "conv3"):
            yield block.conv3.weight.detach().chunk(groups, 1)[index]
    yield from block.bn3.state_dict().values()
    yield from block.downsample.state_dict().values()


@torch.no_grad()
def copy_weights(source: Form, target: Form) -> None:
    """Make `target` compute what `source` computes, in its own form.

    Args:
        source: a block of any form.
        target: a block of any form, built with the same arguments.

    Raises:
        CourseError: the blocks differ in size.
    """
    given = list(tensors_by_branch(source))
    wanted = list(tensors_by_branch(target))
    if [t.shape for t in given] != [t.shape for t in wanted]:
        raise CourseError(
            "The two blocks differ in size; build both with the same "
            "in_channels, channels, stride, cardinality and width."
        )
    for old, new in zip(given, wanted, strict=True):
        new.copy_(old)


class SmallResNeXt(nn.Module):
    """ResNeXt for 32x32 pictures, section 5.3: three stages of n blocks.

    Args:
        cardinality: number of groups.
        width: maps of a group in the first stage, doubled in each next.
        depth: 9n + 2 layers with weights, three in each block.
        channels: maps of the stem; the stages have 4, 8 and 16 times as many.

    """

    def __init__(
        self,
        cardinality: int,
        width: int,
        num_classes: int = 10,
        in_channels: int = 3,
        depth: int = 29,
        channels: int = 64,
    ):
        super().__init__()
        if depth < 11 or depth % 9 != 2:
            raise CourseError(f"depth={depth} is not 9n + 2; try 11 or 29.")

        def stage(inputs: int, scale: int, stride: int) -> nn.Sequential:
            outputs = scale * channels
            block = partial(
                Bottleneck, cardinality=cardinality, width=scale * width
            )
            rest = (block(4 * outputs, outputs) for _ in range(depth // 9 - 1))
            return nn.Sequential(block(inputs, outputs, stride), *rest)

        self.conv = convolution(in_channels, channels)
        self.bn = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU()
        self.stage1 = stage(channels, 1, 1)
        self.stage2 = stage(4 * channels, 2, 2)
        self.stage3 = stage(8 * channels, 4, 2)
        self.average = nn.AdaptiveAvgPool2d(1)
        self.head = nn.Linear(16 * channels, num_classes)
        initialize_fan_out(self)

    def forward(self, x: Tensor) -> Tensor:
        x = self.relu(self.bn(self.conv(x)))  # N x 64 x 32 x 32
        x = self.stage1(x)  # N x 256 x 32 x 32
        x = self.stage2(x)  # N x 512 x 16 x 16
        x = self.stage3(x)  # N x 1024 x 8 x 8
        return self.head(self.average(x).flatten(1))


for _key, _name, _block, _depth in (
    ("resnext50_32x4d", "ResNeXt-50 32x4d", Bottleneck32x4d, 50),
    ("resnext101_32x8d", "ResNeXt-101 32x8d", Bottleneck32x8d, 101),
):
    register(_key, _name, 2017, PAPER, IMAGENET, smallest=1)(
        partial(ResNet, _block, TABLE_1[_depth][1])
    )

for _key, _name, _network in (
    (
        "resnext29_8x64d",
        "ResNeXt-29 8x64d",
        partial(SmallResNeXt, cardinality=8, width=64),
    ),
    (
        "resnext29_4x16d",
        "ResNeXt-29 4x16d",
        partial(SmallResNeXt, cardinality=4, width=16),
    ),
    (
        "resnext_mini_32",
        "ResNeXt-29 8x3d, 16 maps",
        partial(SmallResNeXt, cardinality=8, width=3, channels=16),
    ),
):
    register(_key, _name, 2017, PAPER, CIFAR, smallest=1)(_network)
