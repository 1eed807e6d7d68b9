"""DenseNet: every layer reads the feature maps of all layers before it.

Paper: Huang, Liu, van der Maaten, Weinberger, "Densely connected
convolutional networks", 2017, arXiv:1608.06993, sections 3 and 4, table 1.
All networks here are the -BC form: bottleneck layers (B) of four times the
growth rate, and transitions that halve the number of maps (C).

As in the paper: norm, ReLU, convolution in this order; a stem of 2k maps.
Not as in the paper: no DenseNet-264, no dropout; torchvision's `densenet161`
(k = 48) is not in table 1 of the paper's last version. `reads` is from Hess
2018, arXiv:1806.01935, who calls it local dense connectivity.
As in torchvision: names, keys and outputs of the four large networks.
Not as in torchvision: its `memory_efficient` updates the running statistics
of a recomputed norm twice in a step; `MemorySavingLayer` updates them once.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

from cnncourse.architectures.blocks import convolution
from cnncourse.architectures.registry import CIFAR, IMAGENET, register

PAPER = "Huang et al. 2017, arXiv:1608.06993"

# Table 1: growth rate k, then the layers of each dense block.
TABLE_1 = {
    "densenet121": (32, (6, 12, 24, 16)),
    "densenet169": (32, (6, 12, 32, 32)),
    "densenet201": (32, (6, 12, 48, 32)),
    "densenet161": (48, (6, 12, 36, 24)),
}


BOTTLENECK = 4  # width of the 1x1 convolution, in growth rates
COMPRESSION = 0.5  # theta, the share of maps that a transition keeps
ALL = 64  # layers that a layer is fed with; no block has more


class DenseLayer(nn.Module):
    """H of equation (2): all earlier maps in, `growth_rate` new maps out.

    Args:
        in_channels: number of all earlier maps, k0 + k (l - 1).
        growth_rate: k, the number of maps the layer adds.
    """

    def __init__(self, in_channels: int, growth_rate: int):
        super().__init__()
        width = BOTTLENECK * growth_rate
        self.norm1 = nn.BatchNorm2d(in_channels)
        self.relu1 = nn.ReLU()
        self.conv1 = convolution(in_channels, width, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.relu2 = nn.ReLU()
        self.conv2 = convolution(width, growth_rate)

    def forward(self, features: list[Tensor]) -> Tensor:
        x = torch.cat(features, 1)  # N x (k0 + k (l - 1)) x H x W
        x = self.conv1(self.relu1(self.norm1(x)))  # N x 4k x H x W
        return self.conv2(self.relu2(self.norm2(x)))  # N x k x H x W


class _Repeated(AbstractContextManager[None]):
    """A second pass: norms work as in the first, and take no more notes.

    Made during the first pass, in which their running statistics have had
    their update.
    """

    def __init__(self, *norms: Any):
        self.norms, self.modes = norms, [norm.training for norm in norms]

    def __enter__(self) -> None:
        self.kept = [
            (norm.training, norm.momentum, norm.num_batches_tracked)
            for norm in self.norms
        ]
        for norm, mode in zip(self.norms, self.modes, strict=True):
            norm.training, norm.momentum = mode, 0.0
            norm.num_batches_tracked = torch.tensor(0)

    def __exit__(self, *_: object) -> None:
        for norm, kept in zip(self.norms, self.kept, strict=True):
            norm.training, norm.momentum, norm.num_batches_tracked = kept


class MemorySavingLayer(DenseLayer):
    """The same layer; what lies inside is computed again when it is needed.

    Only what comes in and goes out stays in memory (Pleiss et al. 2017,
    arXiv:1707.06990). Gradients and running statistics do not change.
    """

    def forward(self, features: list[Tensor]) -> Tensor:
        return checkpoint(
            super().forward,
            list(features),  # the block goes on appending to its own
            use_reentrant=False,
            preserve_rng_state=False,
            context_fn=lambda: (
                nullcontext(),
                _Repeated(self.norm1, self.norm2),
            ),
        )


class DenseBlock(nn.ModuleDict):
    """Layers at one resolution, each fed with everything before it.

    Args:
        reads: how many of the latest layers each layer is fed with, the
            block's input counted as one.
    """

    def __init__(
        self,
        in_channels: int,
        growth_rate: int,
        num_layers: int,
        layer: type[DenseLayer],
        reads: int = ALL,
    ):
        super().__init__()
        self.reads = reads
        widths = [in_channels]
        for i in range(num_layers):
            inputs = sum(widths[-reads:])
            self[f"denselayer{i + 1}"] = layer(inputs, growth_rate)
            widths.append(growth_rate)

    def forward(self, x: Tensor) -> Tensor:
        features = [x]
        for layer in self.values():
            features.append(layer(features[-self.reads :]))
        return torch.cat(features, 1)  # the block's input comes first


class Transition(nn.Sequential):
    """Between two blocks: fewer maps, half the height and width."""

    def __init__(self, in_channels: int, out_channels: int):
        super().__init__()
        self.norm = nn.BatchNorm2d(in_channels)
        self.relu = nn.ReLU()
        self.conv = convolution(in_channels, out_channels, 1)
        self.pool = nn.AvgPool2d(2)


def imagenet_stem(in_channels: int, out_channels: int) -> nn.Sequential:
    """Return the stem of table 1, which divides height and width by 4."""
    conv = convolution(in_channels, out_channels, 7, stride=2)
    norm, pool = nn.BatchNorm2d(out_channels), nn.MaxPool2d(3, 2, padding=1)
    parts = OrderedDict(conv0=conv, norm0=norm, relu0=nn.ReLU(), pool0=pool)
    return nn.Sequential(parts)


def cifar_stem(in_channels: int, out_channels: int) -> nn.Sequential:
    """Return the stem of section 3: a 3x3 convolution, nothing else."""
    conv = convolution(in_channels, out_channels)
    return nn.Sequential(OrderedDict(conv0=conv))


class DenseNet(nn.Module):
    """A stem, dense blocks with transitions between them, and a classifier.

    Args:
        stem: `imagenet_stem` or `cifar_stem`; it makes 2k maps.
        growth_rate: k.
        layers: number of layers in each dense block.
        layer: `DenseLayer`, or `MemorySavingLayer` to train in less memory.
        compression: theta, the share of maps that a transition keeps.
        reads: of `DenseBlock`.
    """

    def __init__(
        self,
        stem: Callable[[int, int], nn.Sequential],
        growth_rate: int,
        layers: Sequence[int],
        num_classes: int = 1000,
        in_channels: int = 3,
        layer: type[DenseLayer] = DenseLayer,
        compression: float = COMPRESSION,
        reads: int = ALL,
    ):
        super().__init__()
        channels = 2 * growth_rate
        self.features = stem(in_channels, channels)
        for i, num_layers in enumerate(layers, 1):
            if i > 1:
                kept = max(int(compression * channels), 1)
                name = f"transition{i - 1}"
                self.features.add_module(name, Transition(channels, kept))
                channels = kept
            block = DenseBlock(channels, growth_rate, num_layers, layer, reads)
            self.features.add_module(f"denseblock{i}", block)
            channels += num_layers * growth_rate
        self.features.add_module("norm5", nn.BatchNorm2d(channels))
        self.features.add_module("relu5", nn.ReLU())
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Linear(channels, num_classes)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight)
        nn.init.zeros_(self.classifier.bias)

    def forward(self, x: Tensor) -> Tensor:
        x = self.features(x)  # N x C x H/32 x W/32, or H/4 with three blocks
        x = self.pool(x).flatten(1)  # N x C
        return self.classifier(x)


def densenet(
    stem: Callable[[int, int], nn.Sequential],
    growth_rate: int,
    layers: Sequence[int],
    num_classes: int = 1000,
    in_channels: int = 3,
    memory_saving: bool = False,
) -> DenseNet:
    """Build a `DenseNet`, of `MemorySavingLayer` if `memory_saving`."""
    layer = MemorySavingLayer if memory_saving else DenseLayer
    return DenseNet(stem, growth_rate, layers, num_classes, in_channels, layer)


for _name, _sizes in TABLE_1.items():
    _title = _name.replace("densenet", "DenseNet-")
    register(_name, _title, 2016, PAPER, IMAGENET, smallest=29)(
        partial(densenet, imagenet_stem, *_sizes)
    )

# The second is of the paper's table 2.
SMALL: tuple[tuple[str, str, int, tuple[int, ...]], ...] = (
    ("densenet121_32", "DenseNet-121 for 32x32", *TABLE_1["densenet121"]),
    ("densenet_bc_100_12", "DenseNet-BC-100", 12, (16, 16, 16)),
)

for _name, _title, _growth_rate, _layers in SMALL:
    _smallest = 2 ** (len(_layers) - 1)
    register(_name, _title, 2016, PAPER, CIFAR, smallest=_smallest)(
        partial(densenet, cifar_stem, _growth_rate, _layers, num_classes=10)
    )


@register(
    "densenet_bc_mini_32", "DenseNet-BC-52", 2016, PAPER, CIFAR, smallest=4
)
def small_densenet(
    num_classes: int = 10,
    in_channels: int = 3,
    memory_saving: bool = False,
    growth_rate: int = 12,
    num_layers: int = 8,
    reads: int = ALL,
) -> DenseNet:
    """Build three dense blocks of `num_layers` each, for small pictures."""
    return DenseNet(
        cifar_stem,
        growth_rate,
        (num_layers,) * 3,
        num_classes,
        in_channels,
        MemorySavingLayer if memory_saving else DenseLayer,
        reads=reads,
    )
