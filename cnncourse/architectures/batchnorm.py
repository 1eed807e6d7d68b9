"""Batch normalization from scratch, forward and backward.

Paper: Ioffe, Szegedy, "Batch normalization: accelerating deep network
training by reducing internal covariate shift", 2015, arXiv:1502.03167,
algorithms 1 and 2.

As in the paper: the biased variance of the batch divides, with epsilon added
to the variance, and the unbiased variance is kept for evaluation.
Not as in the paper: evaluation uses a running average made during training,
as PyTorch does, not a pass over batches after it.

Names, `state_dict` keys and results are those of `torch.nn`. Half precision
is computed in float32 and returned as it came. Its relatives are in norms.py.
"""

import math
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.autograd.function import once_differentiable

from cnncourse.errors import CourseError

HALF = (torch.float16, torch.bfloat16)


def _widen(x: Tensor) -> Tensor:
    """Return half precision as float32: its sums would lose too much."""
    return x.float() if x.dtype in HALF else x


def _per_channel(values: Tensor, ndim: int) -> Tensor:
    """Reshape (C,) to (1, C, 1, 1), for a tensor of `ndim` axes."""
    return values.view(1, -1, *[1] * (ndim - 2))


def _check_input(x: Tensor, layouts: Sequence[str], channels: int) -> None:
    """Refuse an input with other axes, or another number of channels."""
    known = [layout.count("x") + 1 for layout in layouts]
    if x.ndim not in known or x.shape[1] != channels:
        raise CourseError(
            f"The input has shape {tuple(x.shape)}; this norm reads "
            f"{' or '.join(layouts)} with C = {channels}; make it with the "
            f"output channels of the layer before it, or take another norm."
        )


class BatchNormFunction(torch.autograd.Function):
    """Normalize by the statistics of the batch; the gradient by hand.

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
    def forward(
        ctx: Any, x: Tensor, weight: Tensor, bias: Tensor, eps: float
    ) -> tuple[Tensor, Tensor, Tensor]:
        weight, bias = (_per_channel(t, x.ndim) for t in (weight, bias))
        axes = (0, *range(2, x.ndim))
        mean = _widen(x).mean(axes, keepdim=True)
        centered = x - mean  # E[x^2] - m^2 would lose it, far from zero
        var = centered.square().mean(axes, keepdim=True)
        s = torch.sqrt(var + eps)
        z = centered.div_(s)
        y = torch.addcmul(bias, weight, z)  # weight z + bias
        ctx.save_for_backward(z, weight / s)
        mean, var = mean.flatten(), var.flatten()
        ctx.mark_non_differentiable(mean, var)
        return y.to(x.dtype), mean, var

    @staticmethod
    @once_differentiable
    def backward(
        ctx: Any, grad: Tensor, *_: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, None]:
        z, scale = ctx.saved_tensors  # scale = weight / s
        axes = (0, *range(2, grad.ndim))
        n = grad.numel() // grad.shape[1]
        g = _widen(grad)
        d_bias = g.sum(axes, keepdim=True)
        d_weight = (g * z).sum(axes, keepdim=True)
        d_x = g - d_bias / n
        d_x -= z * (d_weight / n)
        d_x *= scale
        return d_x.to(grad.dtype), d_weight.flatten(), d_bias.flatten(), None


def batch_norm(
    x: Tensor, weight: Tensor | None, bias: Tensor | None, eps: float
) -> tuple[Tensor, Tensor, Tensor]:
    """Normalize each channel by its own batch (algorithm 1 of the paper).

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
    for given in (weight, bias):
        if x.ndim < 2 or (given is not None and given.shape != x.shape[1:2]):
            raise CourseError(
                f"Maps of shape {tuple(x.shape)} were given with a weight or "
                "bias that does not fit; expected (N, C, ...) and (C,)."
            )
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


class AffineNorm(nn.Module):
    """What all norms here have: epsilon, and perhaps a weight and a bias.

    Args:
        shape: of the weight (ones at first) and the bias (zeros).
        eps: added to the variance, against division by zero.
        affine: without, weight and bias are None.
    """

    weight: nn.Parameter | None
    bias: nn.Parameter | None

    def __init__(self, shape: Sequence[int], eps: float, affine: bool):
        if math.prod(shape) > 2**24:
            raise CourseError(
                f"A norm of shape {tuple(shape)} was asked for; it may have "
                "at most 16,777,216 weights. Name fewer axes."
            )
        super().__init__()
        self.eps = eps
        self.weight = nn.Parameter(torch.ones(shape)) if affine else None
        self.bias = nn.Parameter(torch.zeros(shape)) if affine else None


class BatchNorm2d(AffineNorm):
    """Batch normalization of pictures: one mean and variance per channel.

    In training the batch gives the statistics, in evaluation the running
    average does; `train()` and `eval()` switch. Shape: (N, C, H, W) in and
    out; channels-last stays channels-last.

    Args:
        num_features: channels, C.
        eps: added to the variance, against division by zero.
        momentum: share of the newest batch in the running statistics; None
            averages all batches. (An optimizer's momentum is another thing.)
        affine: learn a weight (gamma) and a bias (beta) per channel.
        track_running_stats: without, evaluation uses the batch as well.
    """

    layouts: tuple[str, ...] = ("N x C x H x W",)
    running_mean: Tensor  # the buffers are None without tracking
    running_var: Tensor
    num_batches_tracked: Tensor

    def __init__(
        self,
        num_features: int,
        *,
        eps: float = 1e-5,
        momentum: float | None = 0.1,
        affine: bool = True,
        track_running_stats: bool = True,
    ):
        super().__init__([num_features], eps, affine)
        self.num_features, self.affine = num_features, affine
        self.momentum = momentum
        self.track_running_stats = track_running_stats
        for name, buffer in (
            ("running_mean", torch.zeros(num_features)),
            ("running_var", torch.ones(num_features)),
            ("num_batches_tracked", torch.tensor(0)),
        ):
            self.register_buffer(name, buffer if track_running_stats else None)

    def forward(self, x: Tensor) -> Tensor:
        _check_input(x, self.layouts, self.num_features)
        if not self.training and self.track_running_stats:
            return self.normalize_fixed(x)
        y, mean, var = batch_norm(x, self.weight, self.bias, self.eps)
        if self.track_running_stats:
            self.update(mean, var, x.numel() // self.num_features)
        return y

    def normalize_fixed(self, x: Tensor) -> Tensor:
        """Normalize by the running statistics (algorithm 2, line 11)."""
        weight, bias = self.weight, self.bias
        mean = _per_channel(self.running_mean, x.ndim)
        scale = torch.rsqrt(_widen(self.running_var) + self.eps)
        scale = scale if weight is None else scale * weight
        y = (_widen(x) - mean) * _per_channel(scale, x.ndim)
        y = y if bias is None else y + _per_channel(bias, x.ndim)
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
    """Batch normalization of vectors, or of sequences.

    Shape: (N, C), every feature over the batch; or (N, C, L), every channel
    over the batch and the length. Arguments as in `BatchNorm2d`.
    """

    layouts = ("N x C", "N x C x L")
