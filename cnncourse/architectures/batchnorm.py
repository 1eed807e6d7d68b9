"""Batch normalisation from scratch, forward and backward, and its relatives.

Paper: Ioffe, Szegedy, "Batch normalization: accelerating deep network
training by reducing internal covariate shift", 2015, arXiv:1502.03167,
algorithms 1 and 2. The relatives name their papers below.

As in the paper: the biased variance of the batch divides, with epsilon added
to the variance, and the unbiased variance is kept for evaluation.
Not as in the paper: evaluation uses a running average made during training,
as PyTorch does, not a pass over batches after it.

Names, `state_dict` keys and results are those of `torch.nn`. Half precision
is computed in float32 and returned as it came.
"""

import copy
import math
from collections.abc import Sequence

import torch
import torch.fx
from torch import Tensor, nn
from torch.autograd.function import once_differentiable

from cnncourse.errors import CourseError

Pair = int | tuple[int, int]
HALF = (torch.float16, torch.bfloat16)


def widen(x: Tensor) -> Tensor:
    """Return half precision as float32: its sums would lose too much."""
    return x.float() if x.dtype in HALF else x


def per_channel(values: Tensor, ndim: int) -> Tensor:
    """Reshape (C,) to (1, C, 1, 1), for a tensor of `ndim` axes."""
    return values.view(1, -1, *[1] * (ndim - 2))


def check_input(x: Tensor, layouts: Sequence[str], channels: int) -> None:
    """Refuse an input with other axes, or another number of channels."""
    known = [layout.count("x") + 1 for layout in layouts]
    if x.ndim not in known or x.shape[1] != channels:
        raise CourseError(
            f"The input has shape {tuple(x.shape)}; this norm reads "
            f"{' or '.join(layouts)} with C = {channels}; make it with the "
            f"output channels of the layer before it, or take another norm."
        )


class BatchNormFunction(torch.autograd.Function):
    """Normalise by the statistics of the batch; the gradient by hand.

    A channel has n values x, mean m, and deviation s = sqrt(variance + eps).
    Then z = (x - m) / s and y = weight z + bias. The loss sends g = dL/dy:

        dL/dbias = sum g            dL/dweight = sum g z

    One x changes every y of its channel, along three ways:

        its own z        dz/dx = 1 / s             weight g / s
        the mean         dm/dx = 1 / n           - weight mean(g) / s
        the deviation    ds/dx = z / n           - weight z mean(g z) / s

    The last line needs dz/ds = -z / s; the variance does not feel the mean
    move, because the sum of x - m is zero. Together:

        dL/dx = weight / s (g - mean(g) - z mean(g z))

    Up to epsilon, this gradient has no mean and no component along z: what
    the norm removes from x cannot be learned by moving x. Its two means are
    the gradients of bias and weight over n, so they are computed once.
    """

    @staticmethod
    def forward(ctx, x, weight, bias, eps):
        weight, bias = (per_channel(t, x.ndim) for t in (weight, bias))
        axes = (0, *range(2, x.ndim))
        wide = widen(x)
        mean = wide.mean(axes, keepdim=True)
        centred = wide - mean  # E[x^2] - m^2 would lose it, far from zero
        y = centred.square()  # this memory is the output's, later
        var = y.mean(axes, keepdim=True)
        inverse = torch.rsqrt(var + eps)
        torch.addcmul(bias, centred, weight * inverse, out=y)
        ctx.save_for_backward(centred, weight, inverse)
        mean, var = mean.flatten(), var.flatten()
        ctx.mark_non_differentiable(mean, var)
        return y.to(x.dtype), mean, var

    @staticmethod
    @once_differentiable
    def backward(ctx, grad, *_):
        centred, weight, inverse = ctx.saved_tensors  # z = centred * inverse
        axes = (0, *range(2, grad.ndim))
        values = grad.numel() // grad.shape[1]
        g, scale = widen(grad), weight * inverse
        d_bias = g.sum(axes, keepdim=True)
        d_x = g * centred  # this memory is the gradient's, later
        d_weight = d_x.sum(axes, keepdim=True) * inverse
        mean_g, mean_gz = d_bias / values, d_weight / values
        # g - z mean(g z), and then weight / s times (that - mean(g))
        torch.addcmul(g, centred, -inverse * mean_gz, out=d_x)
        torch.addcmul(-scale * mean_g, scale, d_x, out=d_x)
        return d_x.to(grad.dtype), d_weight.flatten(), d_bias.flatten(), None


def batch_norm(
    x: Tensor, weight: Tensor | None, bias: Tensor | None, eps: float
) -> tuple[Tensor, Tensor, Tensor]:
    """Normalise each channel by its own batch (algorithm 1 of the paper).

    Args:
        x: (N, C), (N, C, L) or (N, C, H, W).
        weight: (C,), gamma in the paper, or None for 1.
        bias: (C,), beta in the paper, or None for 0.
        eps: added to the variance.

    Returns:
        The output, and mean and biased variance per channel, both without
        gradient. The output can be differentiated once. CourseError where a
        channel has fewer than two values.
    """
    if x.numel() < 2 * x.shape[1]:
        raise CourseError(
            f"A batch of shape {tuple(x.shape)} gives each channel "
            f"{x.numel() // x.shape[1]} value; its statistics need two (one "
            f"value minus its own mean is always 0); take a larger batch, "
            f"DataLoader(drop_last=True), GroupNorm, or eval()."
        )
    weight = x.new_ones(x.shape[1]) if weight is None else weight
    bias = torch.zeros_like(weight) if bias is None else bias
    return BatchNormFunction.apply(x, weight, bias, eps)


class BatchNorm2d(nn.Module):
    """Batch normalisation of pictures: one mean and variance per channel.

    In training the batch gives the statistics, in evaluation the running
    average does; `train()` and `eval()` switch. Shape: (N, C, H, W) in and
    out; channels-last stays channels-last.

    Args:
        num_features: channels, C.
        eps: added to the variance, against division by zero.
        momentum: share of the newest batch in the running statistics; None
            averages all batches. (An optimiser's momentum is another thing.)
        affine: learn a weight (gamma) and a bias (beta) per channel.
        track_running_stats: without, evaluation uses the batch as well.
    """

    layouts = ("N x C x H x W",)

    def __init__(
        self,
        num_features: int,
        *,
        eps: float = 1e-5,
        momentum: float | None = 0.1,
        affine: bool = True,
        track_running_stats: bool = True,
    ):
        super().__init__()
        self.num_features, self.eps = num_features, eps
        self.momentum, self.affine = momentum, affine
        self.track_running_stats = track_running_stats
        add_affine(self, [num_features], affine)
        for name, buffer in (
            ("running_mean", torch.zeros(num_features)),
            ("running_var", torch.ones(num_features)),
            ("num_batches_tracked", torch.tensor(0)),
        ):
            self.register_buffer(name, buffer if track_running_stats else None)

    def forward(self, x: Tensor) -> Tensor:
        check_input(x, self.layouts, self.num_features)
        if not self.training and self.track_running_stats:
            return self.normalise_fixed(x)
        y, mean, var = batch_norm(x, self.weight, self.bias, self.eps)
        if self.track_running_stats:
            self.update(mean, var, x.numel() // self.num_features)
        return y

    def normalise_fixed(self, x: Tensor) -> Tensor:
        """Normalise by the running statistics (algorithm 2, line 11)."""
        weight, bias = self.weight, self.bias
        mean = per_channel(self.running_mean, x.ndim)
        scale = torch.rsqrt(widen(self.running_var) + self.eps)
        scale = scale if weight is None else scale * weight
        y = (widen(x) - mean) * per_channel(scale, x.ndim)
        y = y if bias is None else y + per_channel(bias, x.ndim)
        return y.to(x.dtype)

    def update(self, mean: Tensor, var: Tensor, values: int) -> None:
        """Move the running statistics towards those of one batch.

        `var` is biased, over `values` numbers; the unbiased one is stored.
        """
        self.num_batches_tracked += 1
        seen, momentum = self.num_batches_tracked, self.momentum
        unbiased = var * (values / (values - 1))
        pairs = ((self.running_mean, mean), (self.running_var, unbiased))
        for running, new in pairs:
            step = new - running
            running += step / seen if momentum is None else step * momentum

    def extra_repr(self) -> str:
        return f"{self.num_features}, eps={self.eps}, momentum={self.momentum}"


class BatchNorm1d(BatchNorm2d):
    """Batch normalisation of vectors, or of sequences.

    Shape: (N, C), every feature over the batch; or (N, C, L), every channel
    over the batch and the length. Arguments as in `BatchNorm2d`.
    """

    layouts = ("N x C", "N x C x L")


def add_affine(norm: nn.Module, shape: Sequence[int], affine: bool) -> None:
    """Give `norm` a weight of ones and a bias of zeros, or None for both."""
    norm.weight = nn.Parameter(torch.ones(shape)) if affine else None
    norm.bias = nn.Parameter(torch.zeros(shape)) if affine else None


@torch.fx.wrap  # one step of a traced graph: it decides on shapes
def standardise(x: Tensor, axes: tuple[int, ...], eps: float) -> Tensor:
    """Give `x` mean 0 and variance 1 over `axes`; autograd differentiates.

    All norms here are this function with other axes. Float16 and bfloat16
    come out as float32. Raises CourseError over a single value.
    """
    if math.prod(x.shape[axis] for axis in axes) < 2:
        raise CourseError(
            f"A tensor of shape {tuple(x.shape)} has one value along the "
            f"axes {axes}; a variance needs two; average over more."
        )
    x = widen(x)
    centred = x - x.mean(axes, keepdim=True)
    variance = centred.square().mean(axes, keepdim=True)
    return centred * torch.rsqrt(variance + eps)


class LayerNorm(nn.Module):
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
        super().__init__()
        one = isinstance(normalized_shape, int)
        shape = (normalized_shape,) if one else tuple(normalized_shape)
        self.normalized_shape, self.eps = shape, eps
        add_affine(self, shape, elementwise_affine)

    def forward(self, x: Tensor) -> Tensor:
        shape = self.normalized_shape
        if tuple(x.shape[-len(shape) :]) != shape:
            raise CourseError(
                f"The input has shape {tuple(x.shape)}; this layer norm is "
                f"for last axes {shape}; make it with the input's last sizes."
            )
        y = standardise(x, tuple(range(-len(shape), 0)), self.eps)
        if self.weight is not None:
            y = y * self.weight + self.bias
        return y.to(x.dtype)


class GroupNorm(nn.Module):
    """Statistics of one sample over groups of channels and all places.

    Source: Wu, He 2018, arXiv:1803.08494. Arguments as in `nn.GroupNorm`:
    one group takes all channels together, C groups take each channel alone.
    """

    layouts = ("N x C", "N x C x L", "N x C x H x W")

    def __init__(
        self,
        num_groups: int,
        num_channels: int,
        *,
        eps: float = 1e-5,
        affine: bool = True,
    ):
        super().__init__()
        if num_groups < 1 or num_channels % num_groups:
            raise CourseError(
                f"{num_channels} channels do not make {num_groups} equal "
                f"groups; take a divisor of {num_channels}."
            )
        self.num_groups, self.num_channels = num_groups, num_channels
        self.eps = eps
        add_affine(self, [num_channels], affine)

    def forward(self, x: Tensor) -> Tensor:
        check_input(x, self.layouts, self.num_channels)
        groups = x.unflatten(1, (self.num_groups, -1))  # N x G x C/G x H x W
        y = standardise(groups, tuple(range(2, groups.ndim)), self.eps)
        y = y.flatten(1, 2)  # N x C x H x W
        if self.weight is not None:
            y = y * per_channel(self.weight, x.ndim)
            y = y + per_channel(self.bias, x.ndim)
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
    """A convolution whose kernels are standardised, one by one, when used.

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
        stride: Pair = 1,
        padding: Pair | str = 0,
        groups: int = 1,
        bias: bool = True,
        eps: float = 1e-5,
    ):
        super().__init__(
            in_channels,
            out_channels,
            kernel_size,
            stride=stride,
            padding=padding,
            groups=groups,
            bias=bias,
        )
        self.eps = eps

    def forward(self, x: Tensor) -> Tensor:
        weight = standardise(self.weight, (1, 2, 3), self.eps)
        return self._conv_forward(x, weight.to(self.weight.dtype), self.bias)


def fold(conv: nn.Conv2d, norm: nn.Module) -> nn.Conv2d:
    """Return one convolution that does what `conv` and then `norm` do.

    In evaluation a batch norm multiplies and adds fixed numbers per channel,
    and so does the end of a convolution. For a whole network use
    `torch.fx.experimental.optimization.fuse`.

    Raises:
        CourseError: other layers, or a norm that is not in evaluation.
    """
    kinds = (BatchNorm2d, nn.BatchNorm2d)
    fits = type(conv) is nn.Conv2d and isinstance(norm, kinds)
    if not fits or norm.num_features != conv.out_channels:
        raise CourseError(
            f"Folding was asked for {conv} and {norm}; it needs an nn.Conv2d "
            f"and the BatchNorm2d of its output channels; leave other layers "
            f"as they are."
        )
    if norm.training or norm.running_mean is None:
        raise CourseError(
            "The norm uses the statistics of each batch; folding needs the "
            "running ones; call .eval() on a norm that tracks them."
        )
    with torch.no_grad():
        weight, bias = (norm.weight, norm.bias) if norm.affine else (1, 0)
        before = 0 if conv.bias is None else conv.bias
        scale = weight * torch.rsqrt(norm.running_var + norm.eps)
        shift = (before - norm.running_mean) * scale + bias
        folded = copy.deepcopy(conv).eval()
        folded.weight.mul_(scale.view(-1, 1, 1, 1))
        folded.bias = nn.Parameter(shift)
    return folded


def swap_batchnorm(model: nn.Module) -> nn.Module:
    """Put the norms of this module in place of PyTorch's; return the model.

    The model is changed in place (unless it is itself a norm). Parameters
    and buffers are handed over, so an optimiser that knows them still does.
    """
    ours = {nn.BatchNorm1d: BatchNorm1d, nn.BatchNorm2d: BatchNorm2d}
    swapped = {}  # a norm used in two places stays one norm
    for name, old in list(model.named_modules(remove_duplicate=False)):
        if type(old) not in ours:
            continue
        if old not in swapped:
            swapped[old] = new = ours[type(old)](
                old.num_features,
                eps=old.eps,
                momentum=old.momentum,
                affine=old.affine,
                track_running_stats=old.track_running_stats,
            )
            for key, value in (old._parameters | old._buffers).items():
                setattr(new, key, value)
            new.train(old.training)
        if name == "":
            return swapped[old]
        model.set_submodule(name, swapped[old])
    return model
