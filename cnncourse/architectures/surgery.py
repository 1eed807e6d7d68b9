"""Changes to batch norms of a finished network: fold them, swap them."""

import copy

import torch
from torch import nn

from cnncourse.architectures.batchnorm import BatchNorm1d, BatchNorm2d
from cnncourse.errors import CourseError, told


def fold(conv: nn.Conv2d, norm: nn.Module) -> nn.Conv2d:
    """Return one convolution that does what `conv` and then `norm` do.

    In evaluation a batch norm multiplies and adds fixed numbers per channel,
    and so does the end of a convolution. For a whole network use
    `torch.fx.experimental.optimization.fuse`.

    Raises:
        CourseError: other layers, or a norm that is not in evaluation.
    """
    if (
        type(conv) is not nn.Conv2d
        or not isinstance(norm, BatchNorm2d | nn.BatchNorm2d)
        or norm.num_features != conv.out_channels
    ):
        raise CourseError(
            f"Folding was asked for {conv} and {norm}; it needs an nn.Conv2d "
            f"and the BatchNorm2d of its output channels; leave other layers "
            f"as they are."
        )
    mean, var = norm.running_mean, norm.running_var
    if norm.training or mean is None or var is None:
        raise CourseError(
            "The norm uses the statistics of each batch; folding needs the "
            "running ones; call .eval() on a norm that tracks them."
        )
    with (
        torch.no_grad(),
        told(
            "The two layers do not go together",
            "Fold layers of one type of numbers, on one device.",
        ),
    ):
        scale = torch.rsqrt(var + norm.eps)
        scale = scale if norm.weight is None else norm.weight * scale
        before = 0.0 if conv.bias is None else conv.bias
        shift = (before - mean) * scale
        shift = shift if norm.bias is None else shift + norm.bias
        folded = copy.deepcopy(conv).eval()
        folded.weight.mul_(scale.view(-1, 1, 1, 1))
        folded.bias = nn.Parameter(shift)
    return folded


def swap_batchnorm(model: nn.Module) -> nn.Module:
    """Put the norms of this module in place of PyTorch's; return the model.

    The model is changed in place (unless it is itself a norm). Parameters
    and buffers are handed over, so an optimizer that knows them still does.
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
