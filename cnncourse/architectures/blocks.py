"""Layers that several families share, and how their weights start."""

from torch import nn

from cnncourse.errors import CourseError


def check_groups(groups: int, *channels: int) -> None:
    """Refuse channels that do not make so many equal groups."""
    for number in channels:
        if number % groups:
            raise CourseError(
                f"{number} channels do not make {groups} equal groups; take "
                f"a divisor of {number}."
            )


def convolution(
    in_channels: int,
    out_channels: int,
    kernel_size: int = 3,
    stride: int = 1,
    groups: int = 1,
) -> nn.Conv2d:
    """Return a convolution without bias: the norm after it has one.

    int 1 keeps height and width, stride 2 halves them.
    """
    check_groups(groups, in_channels, out_channels)
    padding = kernel_size // 2
    shape = in_channels, out_channels, kernel_size, stride, padding
    return nn.Conv2d(*shape, groups=groups, bias=False)


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
    check_groups(groups, in_channels, out_channels)
    if padding is None:
        padding = kernel_size // 2
    shape = in_channels, out_channels, kernel_size, stride, padding
    return [nn.Conv2d(*shape, groups=groups), nn.ReLU()]


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
        shape = in_channels, out_channels, kernel_size, stride, groups
        last = [activation()] if activation else []
        super().__init__(
            convolution(*shape), nn.BatchNorm2d(out_channels), *last
        )


def initialize_fan_out(model: nn.Module) -> None:
    """Draw convolutions with variance 2 / (kernel area x output maps).

    He et al. 2015, arXiv:1502.01852, section 2.2. Biases stay as they are.
    """
    for module in model.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, mode="fan_out")


def initialize_as_torchvision(model: nn.Module) -> None:
    """Draw linear layers with deviation 0.01 besides; biases are 0."""
    initialize_fan_out(model)
    for layer in model.modules():
        if isinstance(layer, nn.Linear):
            nn.init.normal_(layer.weight, 0, 0.01)
        if isinstance(layer, nn.Conv2d | nn.Linear) and layer.bias is not None:
            nn.init.zeros_(layer.bias)
