"""SqueezeNet: few maps into each module, many out of it.

Paper: Iandola et al., "SqueezeNet: AlexNet-level accuracy with 50x fewer
parameters", 2016, arXiv:1602.07360, table 1.

As in the paper: the fire module and the table of version 1.0.
Not as in the paper: 1.1 is its authors' later release; 1.0 makes 109x109
maps of a 224x224 picture, where table 1 prints 111x111, which fits 227;
pooling rounds up.
As in torchvision: names, keys and outputs. It has nothing to do with
squeeze-and-excitation.
"""

from functools import partial

import torch
from torch import Tensor, nn

from cnncourse.architectures.blocks import conv_relu
from cnncourse.architectures.registry import IMAGENET, register

PAPER = "Iandola et al. 2016, arXiv:1602.07360"


class Fire(nn.Module):
    """Few maps by 1x1, then many by 1x1 and by 3x3, side by side, figure 1.

    Args:
        in_channels: maps that come in.
        squeeze: s1x1, the maps between.
        expand: e1x1 and e3x3, each; twice as many maps go out.
    """

    def __init__(self, in_channels: int, squeeze: int, expand: int):
        super().__init__()
        self.squeeze = nn.Conv2d(in_channels, squeeze, 1)
        self.squeeze_activation = nn.ReLU()
        self.expand1x1 = nn.Conv2d(squeeze, expand, 1)
        self.expand1x1_activation = nn.ReLU()
        self.expand3x3 = nn.Conv2d(squeeze, expand, 3, padding=1)
        self.expand3x3_activation = nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        x = self.squeeze_activation(self.squeeze(x))
        a = self.expand1x1_activation(self.expand1x1(x))
        b = self.expand3x3_activation(self.expand3x3(x))
        return torch.cat((a, b), 1)


# Table 1: the stem's maps and kernel, then squeeze and expand of each fire
# module; "pool" halves height and width.
SQUEEZENETS = {
    "1.0": "96 7 pool 16-64 16-64 32-128 pool "
    "32-128 48-192 48-192 64-256 pool 64-256",
    "1.1": "64 3 pool 16-64 16-64 pool 32-128 32-128 pool "
    "48-192 48-192 64-256 64-256",
}


class SqueezeNet(nn.Module):
    """A stem, fire modules, and a convolution that gives a map per class.

    Args:
        configuration: a line of `SQUEEZENETS`.
    """

    def __init__(
        self, configuration: str, num_classes: int = 1000, in_channels: int = 3
    ):
        super().__init__()
        stem, kernel_size, *words = configuration.split()
        channels = int(stem)
        layers = conv_relu(
            in_channels, channels, int(kernel_size), stride=2, padding=0
        )
        for word in words:
            if word == "pool":
                layers.append(nn.MaxPool2d(3, 2, ceil_mode=True))
            else:
                squeeze, expand = map(int, word.split("-"))
                layers.append(Fire(channels, squeeze, expand))
                channels = 2 * expand
        self.features = nn.Sequential(*layers)
        last, relu = conv_relu(channels, num_classes, 1)
        self.classifier = nn.Sequential(
            nn.Dropout(0.5), last, relu, nn.AdaptiveAvgPool2d(1)
        )
        for parameter in self.parameters():
            if parameter.ndim > 1:
                nn.init.kaiming_uniform_(parameter)
            else:
                nn.init.zeros_(parameter)
        nn.init.normal_(last.get_parameter("weight"), 0, 0.01)

    def forward(self, x: Tensor) -> Tensor:
        x = self.features(x)  # N x 512 x H/16 x W/16
        return self.classifier(x).flatten(1)


for _version, _smallest in (("1.0", 21), ("1.1", 17)):
    _names = (
        f"squeezenet{_version}".replace(".", "_"),
        f"SqueezeNet {_version}",
    )
    register(*_names, 2016, PAPER, IMAGENET, smallest=_smallest)(
        partial(SqueezeNet, SQUEEZENETS[_version])
    )
