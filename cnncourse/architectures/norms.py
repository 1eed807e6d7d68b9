"""Norms beside batch norm: they need no batch.

Each names its paper. All are `_standardize` along other axes, and their
names, `state_dict` keys and results are those of `torch.nn`. Half precision
is computed in float32 and returned as it came.
"""

import math
from collections.abc import Sequence

import torch
import torch.fx
from torch import Tensor, nn

from cnncourse.architectures.batchnorm import (
    AffineNorm,
    _check_input,
    _per_channel,
    _widen,
)
from cnncourse.architectures.blocks import check_groups
from cnncourse.errors import CourseError

Pair = int | tuple[int, int]


@torch.fx.wrap  # one step of a traced graph: it decides on shapes
def _standardize(x: Tensor, axes: tuple[int, ...], eps: float) -> Tensor:
    """Give `x` mean 0 and variance 1 over `axes`; autograd differentiates.

    Float16 and bfloat16 come out as float32. Raises CourseError over a
    single value.
    """
    if math.prod(x.shape[axis] for axis in axes) < 2:
        raise CourseError(
            f"A tensor of shape {tuple(x.shape)} has one value along the "
            f"axes {axes}; a variance needs two; average over more."
        )
    x = _widen(x)
    centered = x - x.mean(axes, keepdim=True)
    variance = centered.square().mean(axes, keepdim=True)
    return centered * torch.rsqrt(variance + eps)


class LayerNorm(AffineNorm):
    """Statistics of one sample over its last axes; no batch is involved.

    Source: Ba, Kiros, Hinton 2016, arXiv:1607.06450; as `nn.LayerNorm`.
    """

    def __init__(
        self,
        normalized_shape: int | Sequence[int],
        *,
        eps: float = 1e-5,
        elementwise_affine: bool = True,
    ):
        if isinstance(normalized_shape, int):
            normalized_shape = [normalized_shape]
        super().__init__(normalized_shape, eps, elementwise_affine)
        self.normalized_shape = tuple(normalized_shape)

    def forward(self, x: Tensor) -> Tensor:
        shape = self.normalized_shape
        if tuple(x.shape[-len(shape) :]) != shape:
            raise CourseError(
                f"The input has shape {tuple(x.shape)}; this layer norm is "
                f"for last axes {shape}; make it with the input's last sizes."
            )
        y = _standardize(x, tuple(range(-len(shape), 0)), self.eps)
        if self.weight is not None and self.bias is not None:
            y = y * self.weight + self.bias
        return y.to(x.dtype)


class GroupNorm(AffineNorm):
    """Statistics of one sample over groups of channels and all places.

    Source: Wu, He 2018, arXiv:1803.08494. Arguments as in `nn.GroupNorm`:
    one group takes all channels together, C groups take each channel alone.
    """

    layouts: tuple[str, ...] = ("N x C", "N x C x L", "N x C x H x W")

    def __init__(
        self,
        num_groups: int,
        num_channels: int,
        *,
        eps: float = 1e-5,
        affine: bool = True,
    ):
        check_groups(num_groups, num_channels)
        super().__init__([num_channels], eps, affine)
        self.num_groups, self.num_channels = num_groups, num_channels

    def forward(self, x: Tensor) -> Tensor:
        _check_input(x, self.layouts, self.num_channels)
        groups = x.unflatten(1, (self.num_groups, -1))  # N x G x C/G x H x W
        y = _standardize(groups, tuple(range(2, groups.ndim)), self.eps)
        y = y.flatten(1, 2)  # N x C x H x W
        if self.weight is not None and self.bias is not None:
            y = y * _per_channel(self.weight, x.ndim)
            y = y + _per_channel(self.bias, x.ndim)
        return y.to(x.dtype)


class InstanceNorm2d(GroupNorm):
    """Statistics of one channel of one picture: a group of one channel.

    Source: Ulyanov, Vedaldi, Lempitsky 2016, arXiv:1607.08022. Arguments as
    in `BatchNorm2d`; the running statistics of `torch.nn` are left out.
    """

    layouts = ("N x C x H x W",)

    def __init__(
        self, num_features: int, *, eps: float = 1e-5, affine: bool = False
    ):
        super().__init__(num_features, num_features, eps=eps, affine=affine)


class WeightStandardizedConv2d(nn.Conv2d):
    """A convolution whose kernels are standardized, one by one, when used.

    Source: Qiao et al. 2019, arXiv:1903.10520; with group norm in BiT,
    Kolesnikov et al. 2019, arXiv:1912.11370. Arguments as in `nn.Conv2d`,
    and `eps`, added to the variance of a kernel.
    """

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: Pair,
        *,
        stride: int = 1,
        padding: int = 0,
        groups: int = 1,
        bias: bool = True,
        eps: float = 1e-5,
    ):
        check_groups(groups, in_channels, out_channels)
        shape = in_channels, out_channels, kernel_size, stride, padding
        super().__init__(*shape, groups=groups, bias=bias)
        self.eps = eps

    def forward(self, x: Tensor) -> Tensor:
        weight = _standardize(self.weight, (1, 2, 3), self.eps)
        return self._conv_forward(x, weight.to(self.weight.dtype), self.bias)
