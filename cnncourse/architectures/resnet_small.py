"""Residual networks for 32x32 pictures, their plain twins, and relatives.

Papers: He et al. 2015, arXiv:1512.03385, section 4.2 (6n + 2 layers, plain
and residual); He et al. 2016, arXiv:1603.05027, figure 4 and table 2 (the
order of the parts); Srivastava et al. 2015, arXiv:1505.00387 (highways).

As in the papers: 16, 32 and 64 maps; no shortcut has parameters (option A);
full pre-activation ends with norm and ReLU. The first unit of a stage
activates before the paths split: 1603.05027 asks for that in the first unit
of all, its published code does it wherever maps are added.
Not as in the papers: pre-activation units have two layers at any depth, as
in ResNet-110; the bottlenecks of ResNet-164 and -1001 are absent.
`highway20` has the widths of `resnet20`, since the paper prints no table.
`resnet18_32`, ResNet-18 with a 3x3 stem, is in no paper but in wide use.
torchvision has none of these. `plain20`, `resnet20` and `preact_resnet20`
are the course's size-matched networks of 0.27 M parameters.
"""

import math
from collections.abc import Callable
from functools import partial

from torch import Tensor, nn

from cnncourse.architectures import norms, resnet
from cnncourse.architectures.blocks import convolution, initialize_fan_out
from cnncourse.architectures.registry import CIFAR, register
from cnncourse.architectures.resnet import BasicBlock
from cnncourse.errors import CourseError, unknown

RESNET = "He et al. 2015, arXiv:1512.03385"
PREACTIVATION = "He et al. 2016, arXiv:1603.05027"
HIGHWAY = "Srivastava et al. 2015, arXiv:1505.00387"


class Original(BasicBlock):
    """Figure 4 (a): a basic block with shortcut A, ReLU after the sum."""

    def __init__(self, in_channels: int, channels: int, stride: int = 1):
        super().__init__(in_channels, channels, stride, resnet.pad_if_needed)


class Plain(Original):
    """The same convolutions, norms and ReLUs, and nothing skips them."""

    def __init__(self, in_channels: int, channels: int, stride: int = 1):
        super().__init__(in_channels, channels, stride)
        del self.downsample

    def forward(self, x: Tensor) -> Tensor:
        return self.relu(self.residual(x))


class NormAfter(Original):
    """Figure 4 (b): the norm acts on the sum, and so on the shortcut."""

    def forward(self, x: Tensor) -> Tensor:
        residual = self.conv2(self.relu1(self.bn1(self.conv1(x))))
        return self.relu(self.bn2(residual + self.downsample(x)))


class ReLUBefore(Original):
    """Figure 4 (c): nothing acts on the sum, but residuals only add."""

    def forward(self, x: Tensor) -> Tensor:
        return self.relu(self.residual(x)) + self.downsample(x)


class ReLUOnly(Original):
    """Figure 4 (d): ReLU before each convolution, norm after it."""

    def forward(self, x: Tensor) -> Tensor:
        residual = self.bn1(self.conv1(self.relu1(x)))
        residual = self.bn2(self.conv2(self.relu(residual)))
        return residual + self.downsample(x)


class PreActivation(Original):
    """Figure 4 (e): norm and ReLU before each convolution.

    Nothing acts on the sum: x passes from unit to unit unchanged.
    """

    def __init__(self, in_channels: int, channels: int, stride: int = 1):
        super().__init__(in_channels, channels, stride)
        self.bn1 = nn.BatchNorm2d(in_channels)

    def residual(self, x: Tensor) -> Tensor:
        """Return what the unit adds, from the activated input."""
        return self.conv2(self.relu(self.bn2(self.conv1(x))))

    def forward(self, x: Tensor) -> Tensor:
        return self.residual(self.relu1(self.bn1(x))) + self.downsample(x)


class Opening(PreActivation):
    """The first unit of a stage: the shortcut sees the activated input."""

    def forward(self, x: Tensor) -> Tensor:
        x = self.relu1(self.bn1(x))
        return self.residual(x) + self.downsample(x)


class ZeroScale(Original):
    """A unit that starts as the identity: its last scale is 0 at first.

    Source: Goyal et al. 2017, arXiv:1706.02677, section 5.1.
    """

    def __init__(self, in_channels: int, channels: int, stride: int = 1):
        super().__init__(in_channels, channels, stride)
        nn.init.zeros_(self.bn2.weight)


class BatchFree(Original):
    """Group norm and standardized kernels, BiT's (arXiv:1912.11370)."""

    def __init__(self, in_channels: int, channels: int, stride: int = 1):
        super().__init__(in_channels, channels, stride)
        for name in ("conv1", "conv2"):
            old = self.get_submodule(name)
            new = norms.WeightStandardizedConv2d(
                old.in_channels,
                channels,
                3,
                stride=old.stride[0],
                padding=1,
                bias=False,
            )
            self.set_submodule(name, new)
        self.bn1, self.bn2 = group_norm(channels), group_norm(channels)


def group_norm(channels: int) -> nn.Module:
    """Return a norm of four groups, or of as many as divide the channels."""
    return nn.GroupNorm(math.gcd(4, channels), channels)


def activation(channels: int) -> nn.Module:
    """Return norm and ReLU."""
    return nn.Sequential(nn.BatchNorm2d(channels), nn.ReLU())


def group_activation(channels: int) -> nn.Module:
    """Return group norm and ReLU."""
    return nn.Sequential(group_norm(channels), nn.ReLU())


# Figure 4 and table 2 of 1603.05027: the first unit of a stage, the others,
# what follows the stem's convolution, what follows the last unit.
Part = Callable[[int], nn.Module]
Unit = Callable[..., BasicBlock]
Order = tuple[Unit, Unit, Part, Part]
ORDERS: dict[str, Order] = {
    "plain": (Plain, Plain, activation, nn.Identity),
    "original": (Original, Original, activation, nn.Identity),
    "BN after addition": (NormAfter, NormAfter, activation, nn.Identity),
    "ReLU before addition": (ReLUBefore, ReLUBefore, activation, nn.Identity),
    "ReLU-only": (ReLUOnly, ReLUOnly, activation, lambda _: nn.ReLU()),
    "full pre-activation": (Opening, PreActivation, nn.Identity, activation),
}

# Single changes of the original: other shortcuts, another start, other norms.
PROJECTED = partial(BasicBlock, shortcut=resnet.projection)
VARIANTS: dict[str, Order] = {
    "shortcut B": (BasicBlock, BasicBlock, activation, nn.Identity),
    "shortcut C": (PROJECTED, PROJECTED, activation, nn.Identity),
    "zero scale": (ZeroScale, ZeroScale, activation, nn.Identity),
    "group norm": (BatchFree, BatchFree, group_activation, nn.Identity),
}


class SmallResNet(nn.Module):
    """A stem, three stages of n units, average, one linear layer.

    Args:
        order: a name of `ORDERS` or of `VARIANTS`.
        depth: 6n + 2 layers with weights, two in each unit.
        width: maps of the first stage; the next have 2 and 4 times as many.

    Raises:
        CourseError: the order does not exist, or the depth does not fit.
    """

    def __init__(
        self,
        order: str,
        depth: int,
        num_classes: int = 10,
        in_channels: int = 3,
        width: int = 16,
    ):
        super().__init__()
        if order not in (known := ORDERS | VARIANTS):
            raise unknown("order", order, known)
        if depth < 8 or depth % 6 != 2:
            raise CourseError(f"depth={depth} is not 6n + 2; try 20 or 56.")
        opening, unit, stem, tail = known[order]

        def stage(inputs: int, channels: int, stride: int) -> nn.Sequential:
            rest = (unit(channels, channels) for _ in range(depth // 6 - 1))
            return nn.Sequential(opening(inputs, channels, stride), *rest)

        self.conv = convolution(in_channels, width)
        self.stem = stem(width)
        self.stage1 = stage(width, width, 1)
        self.stage2 = stage(width, 2 * width, 2)
        self.stage3 = stage(2 * width, 4 * width, 2)
        self.tail = tail(4 * width)
        self.average = nn.AdaptiveAvgPool2d(1)
        self.head = nn.Linear(4 * width, num_classes)
        initialize_fan_out(self)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(self.conv(x))  # N x 16 x 32 x 32
        x = self.stage1(x)  # N x 16 x 32 x 32
        x = self.stage2(x)  # N x 32 x 16 x 16
        x = self.stage3(x)  # N x 64 x 8 x 8
        return self.head(self.average(self.tail(x)).flatten(1))


class HighwayLayer(nn.Module):
    """T H(x) + (1 - T) x: a learned gate T mixes the new and the old."""

    def __init__(self, channels: int, gate_bias: float):
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, padding=1)
        self.relu = nn.ReLU()
        self.gate = nn.Conv2d(channels, channels, 3, padding=1)
        self.sigmoid = nn.Sigmoid()
        nn.init.constant_(self.gate.get_parameter("bias"), gate_bias)

    def forward(self, x: Tensor) -> Tensor:
        transform = self.sigmoid(self.gate(x))
        return transform * self.relu(self.conv(x)) + (1 - transform) * x


@register(
    "highway20", "Highway network, 20 layers", 2015, HIGHWAY, CIFAR, smallest=1
)
class HighwayNet(nn.Module):
    """A highway network: the layers that change the shape are plain.

    Args:
        gate_bias: first bias of all gates (paper: -1 to -10), to carry x.
    """

    def __init__(
        self,
        num_classes: int = 10,
        in_channels: int = 3,
        gate_bias: float = -3.0,
    ):
        super().__init__()
        shapes = (in_channels, 16, 1, 6), (16, 32, 2, 5), (32, 64, 2, 5)
        self.stages = nn.Sequential()
        for inputs, channels, stride, depth in shapes:
            plain = nn.Conv2d(inputs, channels, 3, stride, padding=1)
            rest = (HighwayLayer(channels, gate_bias) for _ in range(depth))
            self.stages.append(nn.Sequential(plain, nn.ReLU(), *rest))
        self.average = nn.AdaptiveAvgPool2d(1)
        self.head = nn.Linear(64, num_classes)
        for module in self.stages.modules():  # no norm: fan-in matters
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, nonlinearity="relu")

    def forward(self, x: Tensor) -> Tensor:
        x = self.stages(x)  # N x 64 x 8 x 8
        return self.head(self.average(x).flatten(1))


@register(
    "resnet18_32", "ResNet-18 for 32x32", 2015, RESNET, CIFAR, smallest=1
)
class ResNet18Small(resnet.ResNet):
    """ResNet-18 with a stem that keeps height and width."""

    def __init__(self, num_classes: int = 10, in_channels: int = 3):
        super().__init__(*resnet.TABLE_1[18], num_classes, in_channels)
        self.conv1 = convolution(in_channels, 64)
        self.maxpool = nn.Identity()
        initialize_fan_out(self.conv1)


# fmt: off
FAMILIES = {
    "plain": ("Plain", "plain", (20, 32, 44, 56, 110)),
    "resnet": ("ResNet", "original", (20, 32, 44, 56, 110, 1202)),
    "preact_resnet": ("Pre-ResNet", "full pre-activation", (20, 56, 110)),
}
# fmt: on

for _name, (_title, _order, _depths) in FAMILIES.items():
    _year, _paper = (2016, PREACTIVATION) if "pre" in _name else (2015, RESNET)
    for _depth in _depths:
        _names = f"{_name}{_depth}", f"{_title}-{_depth}"
        register(*_names, _year, _paper, CIFAR, smallest=1)(
            partial(SmallResNet, order=_order, depth=_depth)
        )
