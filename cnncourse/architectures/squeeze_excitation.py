"""Squeeze-and-excitation: every map is scaled by what the whole picture says.

Paper: Hu, Shen, Albanie, Sun, Wu, "Squeeze-and-excitation networks", 2017,
arXiv:1709.01507, sections 3 and 4, table 1; section 6.5 and figure 5 for the
four places in a residual block.

As in the paper: the gate, reduction 16, and its place before the addition.
Not as in the paper: the dense layers have biases; the bottlenecks are
torchvision's (stride in the 3x3 convolution, 4.09 G MACs), where the paper
counts 3.86 G for ResNet-50 with the stride in the first 1x1 convolution.
torchvision has no SE-ResNet. timm's `seresnet50` is the network built here;
its `legacy_seresnet50` has the stride of the paper and other pooling.
SqueezeNet has nothing to do with it: see `squeezenet.py`.
"""

import copy
from collections import OrderedDict
from collections.abc import Sequence
from functools import partial
from typing import Literal

import torch
from torch import Tensor, nn

from cnncourse.architectures import resnet
from cnncourse.architectures.blocks import initialize_fan_out
from cnncourse.architectures.registry import CIFAR, IMAGENET, info, register
from cnncourse.architectures.resnet import (
    BasicBlock,
    Depths,
    ResidualBlock,
    ResNet,
)
from cnncourse.architectures.resnet_small import SmallResNet
from cnncourse.errors import CourseError, told, unknown

PAPER = "Hu et al. 2017, arXiv:1709.01507"


class SqueezeExcitation(nn.Module):
    """Maps times a gate between 0 and 1 for each, equations (2) to (4).

    The dense layers are 1x1 convolutions on a picture of one place.

    Args:
        channels: number of maps, in and out.
        reduction: r; the layer between the two has channels / r units.
        activation: module class of the non-linearity between them.

    Raises:
        CourseError: no unit would be left.
    """

    def __init__(
        self,
        channels: int,
        reduction: int = 16,
        activation: type[nn.Module] = nn.ReLU,
    ):
        super().__init__()
        if reduction > channels:
            raise CourseError(
                f"reduction={reduction} was given for {channels} maps; it "
                f"must lie between 1 and {channels}. Try {channels // 4 or 1}."
            )
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc1 = nn.Conv2d(channels, channels // reduction, 1)
        self.activation = activation()
        self.fc2 = nn.Conv2d(channels // reduction, channels, 1)
        self.gate = nn.Sigmoid()

    def forward(self, x: Tensor) -> Tensor:
        z = self.avgpool(x)  # squeeze: N x C x 1 x 1
        z = self.activation(self.fc1(z))  # N x C/r x 1 x 1
        return x * self.gate(self.fc2(z))  # excitation, and scale


class ConstantGate(nn.Module):
    """A gate for each map that is learned, and the same for each picture."""

    def __init__(self, channels: int):
        super().__init__()
        self.shift = nn.Parameter(torch.zeros(channels, 1, 1))
        self.gate = nn.Sigmoid()

    def forward(self, x: Tensor) -> Tensor:
        return x * self.gate(self.shift)


class _Gated(ResidualBlock):
    """A residual block with a gate, mixed into one by `se_block`."""

    reduction = 16
    reads_input = False  # else the gate acts on maps that go out

    def __init__(
        self,
        in_channels: int,
        channels: int,
        stride: int = 1,
        shortcut: resnet.Shortcut = resnet.project_if_needed,
    ):
        super().__init__(in_channels, channels, stride, shortcut)
        maps = in_channels if self.reads_input else self.expansion * channels
        self.se = SqueezeExcitation(maps, self.reduction)


class Standard(_Gated):
    """The gate acts on the residual."""

    def residual(self, x: Tensor) -> Tensor:
        return self.se(super().residual(x))


class Pre(_Gated):
    """The gate acts on what the residual's first convolution reads."""

    reads_input = True

    def residual(self, x: Tensor) -> Tensor:
        return super().residual(self.se(x))


class Post(_Gated):
    """The gate acts on the sum, after its ReLU."""

    def forward(self, x: Tensor) -> Tensor:
        return self.se(super().forward(x))


class Identity(_Gated):
    """The gate acts on the shortcut."""

    def forward(self, x: Tensor) -> Tensor:
        return self.relu(self.residual(x) + self.se(self.downsample(x)))


Place = Literal["standard", "pre", "post", "identity"]
# Figure 5 (b) to (e).
PLACES = {"standard": Standard, "pre": Pre, "post": Post, "identity": Identity}


def se_block(
    block: type[ResidualBlock], place: Place = "standard", reduction: int = 16
) -> type[ResidualBlock]:
    """Return the class of a residual block with squeeze-and-excitation.

    Args:
        block: `BasicBlock` or `Bottleneck`.
        place: a name of `PLACES`.
        reduction: r of `SqueezeExcitation`.

    """
    bases = (PLACES[place], block)
    return type(f"SE{block.__name__}", bases, {"reduction": reduction})


def se_resnet(
    block: type[ResidualBlock],
    depths: Depths,
    num_classes: int = 1000,
    in_channels: int = 3,
    reduction: int = 16,
    place: Place = "standard",
) -> ResNet:
    """Build a `ResNet` of blocks with squeeze-and-excitation."""
    block = se_block(block, place, reduction)
    return ResNet(block, depths, num_classes, in_channels)


for _depth, _row in resnet.TABLE_1.items():
    _name = f"se_resnet{_depth}", f"SE-ResNet-{_depth}"
    register(*_name, 2017, PAPER, IMAGENET, smallest=1)(
        partial(se_resnet, *_row)
    )


def _output_channels(model: nn.Module, image_size: int) -> dict[str, int]:
    """Return how many maps each module gives, for those that give maps."""
    channels: dict[str, int] = {}

    def record(
        name: str, module: nn.Module, inputs: tuple, output: object
    ) -> None:
        if name and isinstance(output, Tensor) and output.ndim == 4:
            channels[name] = output.shape[1]

    side = f"{image_size}x{image_size}"
    with (
        torch.no_grad(),
        told(
            f"The network does not run on pictures of {side}",
            "Give the image_size that it takes; it has to read pictures.",
        ),
    ):
        probe = copy.deepcopy(model).to("meta").eval()
        for name, module in probe.named_modules():
            module.register_forward_hook(partial(record, name))
        convs = [m for m in probe.modules() if isinstance(m, nn.Conv2d)]
        first = convs[0]
        size = (1, first.in_channels, image_size, image_size)
        probe(torch.empty(size, device="meta", dtype=first.weight.dtype))
    return channels


def add_squeeze_excitation(
    model: nn.Module,
    stages: Sequence[str],
    reduction: int = 16,
    image_size: int = 224,
) -> nn.Module:
    """Return a copy of any network with a gate after each named module.

    Args:
        model: a network that reads pictures; it is left as it is.
        stages: names from `model.named_modules()`: VGG's pooling layers,
            GoogLeNet's inception modules, the last norms of blocks.
        reduction: r of `SqueezeExcitation`.
        image_size: height and width of a picture that the network accepts.

    Raises:
        CourseError: no module with maps as output has that name.
    """
    channels = _output_channels(model, image_size)
    model = copy.deepcopy(model)
    like = next(model.parameters())  # device and type of the gates
    for name in sorted(stages, key=lambda name: -name.count(".")):
        if name not in channels:
            known = [name for name in channels if "." not in name]
            raise CourseError(
                f"{unknown('stage', name, channels)} Stages of this network "
                f"are {', '.join(known)}, and the modules inside them."
            )
        parent, _, child = name.rpartition(".")
        gate = SqueezeExcitation(channels[name], reduction).to(like)
        parts = OrderedDict(module=model.get_submodule(name), se=gate)
        setattr(model.get_submodule(parent), child, nn.Sequential(parts))
    return model


def small_se_resnet(
    name: str, num_classes: int = 10, in_channels: int = 3, reduction: int = 16
) -> nn.Module:
    """Build a network of basic blocks by name, and gate each residual.

    The last norm of a block gives the residual.
    """
    model = info(name).build(num_classes=num_classes, in_channels=in_channels)
    norms = [n for n, _ in model.named_modules() if n.endswith(".bn2")]
    return add_squeeze_excitation(model, norms, reduction, image_size=32)


register(
    "se_resnet18_32", "SE-ResNet-18 for 32x32", 2017, PAPER, CIFAR, smallest=1
)(partial(small_se_resnet, "resnet18_32"))
register("se_resnet_mini_32", "SE-ResNet-20", 2017, PAPER, CIFAR, smallest=1)(
    partial(small_se_resnet, "resnet20")
)


@register(
    "gated_resnet_32", "Small ResNet with gates", 2017, PAPER, CIFAR,
    smallest=1,
)  # fmt: skip
class GatedResNet(SmallResNet):
    """Three stages of basic blocks, their gates in one of the four places.

    Args:
        place: a name of `PLACES`; "none" for no gates, "constant" for gates
            that are learned but do not look at the picture.
        depth: 6n + 2 layers with weights.
        width: maps of the first stage.
        reduction: r of `SqueezeExcitation`.
    """

    def __init__(
        self,
        num_classes: int = 10,
        in_channels: int = 3,
        place: Place | Literal["none", "constant"] = "standard",
        depth: int = 14,
        width: int = 8,
        reduction: int = 4,
    ):
        super().__init__("shortcut B", depth, num_classes, in_channels, width)
        if place == "none":
            return
        where: Place = "standard" if place == "constant" else place
        block = se_block(BasicBlock, where, reduction)
        for stage in (self.stage1, self.stage2, self.stage3):
            for n, old in enumerate(stage):
                first = old.get_submodule("conv1")
                assert isinstance(first, nn.Conv2d)
                made = block(
                    first.in_channels, first.out_channels, first.stride[0]
                )
                initialize_fan_out(made)
                if place == "constant":
                    made.se = ConstantGate(first.out_channels)
                stage[n] = made
