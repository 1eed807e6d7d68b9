"""Layers that several families share, and how their weights start."""

from torch import nn


def conv1x1(in_channels: int, channels: int, stride: int = 1) -> nn.Conv2d:
    """Return a 1x1 convolution without bias: the norm after it has one."""
    return nn.Conv2d(in_channels, channels, 1, stride, bias=False)


def conv3x3(
    in_channels: int, channels: int, stride: int = 1, groups: int = 1
) -> nn.Conv2d:
    """Return a 3x3 convolution without bias that keeps or halves the size."""
    return nn.Conv2d(
        in_channels, channels, 3, stride, padding=1, groups=groups, bias=False
    )


def conv_relu(
    in_channels: int,
    out_channels: int,
    kernel_size: int,
    *,
    stride: int = 1,
    padding: int | None = None,
    groups: int = 1,
) -> list[nn.Module]:
    """Return a convolution with bias and a ReLU; by default the size stays."""
    if padding is None:
        padding = kernel_size // 2
    conv = nn.Conv2d(
        in_channels, out_channels, kernel_size, stride, padding, groups=groups
    )
    return [conv, nn.ReLU()]


class ConvNormActivation(nn.Sequential):
    """Convolution, batch norm and, unless it is None, a non-linearity.

    torchvision calls it Conv2dNormActivation. The size stays, or stride 2
    halves it. Written `*ConvNormActivation(...)`, it is a list of layers.
    """

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int = 3,
        *,
        stride: int = 1,
        groups: int = 1,
        activation: type[nn.Module] | None = nn.ReLU,
    ):
        conv = nn.Conv2d(
            in_channels,
            out_channels,
            kernel_size,
            stride,
            padding=kernel_size // 2,
            groups=groups,
            bias=False,
        )
        last = [activation()] if activation else []
        super().__init__(conv, nn.BatchNorm2d(out_channels), *last)


def initialize_fan_out(model: nn.Module) -> None:
    """Draw convolutions with variance 2 / (kernel area x output maps).

    He et al. 2015, arXiv:1502.01852, section 2.2. Biases stay as they are.
    """
    for module in model.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, mode="fan_out")
