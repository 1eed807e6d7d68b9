"""Several processes that train one network: `torchrun`, and what it needs.

    torchrun --nproc-per-node 2 -m cnncourse train resnet20 --data cifar10

Each process takes its share of every batch and the gradients are averaged
(DistributedDataParallel), so that two processes do what one does with the
same batch, up to rounding. Batch norm is the exception: each process
normalises its share by itself unless `Recipe(sync_norms=True)`.

In a plain process every function here does nothing, or the obvious.
"""

import atexit
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from types import MethodType

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.autograd import Function

from cnncourse.errors import CourseError

TIMEOUT = 300  # seconds that a process waits for the others


def count() -> int:
    """Return how many processes train together now; 1 is a plain one."""
    return dist.get_world_size() if dist.is_initialized() else 1


def rank() -> int:
    """Return which of them this is, from 0; the first one writes files.

    `torchrun` says so even before they have met.
    """
    return int(os.environ.get("RANK", 0))


@contextmanager
def together(where: torch.device) -> Iterator[None]:
    """Join the other processes; a lost one ends in a sentence.

    Args:
        where: the device this process trains on.

    Raises:
        CourseError: the others cannot be found, or one has died or hangs.
    """
    if int(os.environ.get("WORLD_SIZE", 1)) == 1:
        yield
        return
    try:
        if not dist.is_initialized():
            dist.init_process_group(
                "nccl" if where.type == "cuda" else "gloo",
                timeout=timedelta(seconds=TIMEOUT),
            )
            atexit.register(dist.destroy_process_group)
        yield
    except CourseError:
        raise
    except (dist.DistError, RuntimeError, ValueError) as error:
        text = str(error)
        if not isinstance(error, dist.DistError) and not any(
            word in text for word in ("gloo", "NCCL", "MASTER_", "store")
        ):
            raise
        raise CourseError(
            "Another process of this training has died or no longer answers "
            f"({text.splitlines()[0][:120]}). Look at its own message, then "
            "start the same command again: training goes on from the last "
            "checkpoint where a folder was given."
        ) from error


def wrap(model: nn.Module) -> nn.Module:
    """Return the network whose backward pass averages over processes."""
    if count() == 1:
        return model
    return nn.parallel.DistributedDataParallel(model)


def share(*tensors: Tensor) -> tuple[Tensor, ...]:
    """Return this process's rows: every `count()`-th, from its rank on.

    Where there are fewer rows than processes, each gets all of them, so that
    shared norms see the batch that one process would see. `rows` counts them
    in the first process only: in the others they weigh nothing.
    """
    if count() == 1 or len(tensors[0]) < count():
        return tensors
    return tuple(tensor[rank() :: count()] for tensor in tensors)


def rows(batch: int) -> int:
    """Return how many rows of a batch count as this process's share."""
    if count() == 1:
        return batch  # `rank` may already say something else
    if batch < count():
        return 0 if rank() else batch
    return len(range(rank(), batch, count()))


def total(value: Tensor) -> Tensor:
    """Return the sum over all processes; `value` itself stays as it is."""
    if count() == 1:
        return value
    value = value.clone()
    dist.all_reduce(value)
    return value


def gathered(value: Tensor) -> list[Tensor]:
    """Return the tensor of every process, by rank."""
    if count() == 1:
        return [value]
    found = [torch.empty_like(value) for _ in range(count())]
    dist.all_gather(found, value)
    return found


def agreed(flag: bool, where: torch.device) -> bool:
    """Tell whether any process says yes; all get the same answer."""
    if count() == 1:
        return flag  # a GPU would have to be awaited for the other way
    return bool(total(torch.tensor(float(flag), device=where)))


def spread_buffers(model: nn.Module) -> None:
    """Give every process the first one's buffers: statistics of norms."""
    if count() > 1:
        for buffer in model.buffers():
            dist.broadcast(buffer, 0)


@contextmanager
def shared_norms(model: nn.Module, wanted: bool) -> Iterator[None]:
    """Let batch norms use the statistics of the whole batch meanwhile.

    `nn.SyncBatchNorm` does the same on GPUs only; this works on both, leaves
    the modules in place and is tested without a GPU.
    """
    norms = [
        module
        for module in model.modules()
        if isinstance(module, nn.modules.batchnorm._BatchNorm)
    ]
    if not wanted or count() == 1:
        norms = []
    for norm in norms:
        norm.forward = MethodType(_shared_norm, norm)
    try:
        yield
    finally:
        for norm in norms:
            del norm.forward


class _Sum(Function):
    """Add up over processes; so does the gradient on its way back."""

    @staticmethod
    def forward(ctx, value: Tensor) -> Tensor:
        return total(value)

    @staticmethod
    def backward(ctx, gradient: Tensor) -> Tensor:
        return total(gradient)


def _shared_norm(norm: nn.Module, x: Tensor) -> Tensor:
    """Normalise by the mean and variance over all processes' rows."""
    if not norm.training:
        return type(norm).forward(norm, x)
    axes = [axis for axis in range(x.ndim) if axis != 1]
    shape = [1, -1] + [1] * (x.ndim - 2)
    wide = x.to(torch.promote_types(x.dtype, torch.float32))
    size = total(torch.tensor(float(x.numel() // x.shape[1]), device=x.device))
    mean = _Sum.apply(wide.sum(axes)) / size
    centred = wide - mean.view(shape)
    variance = _Sum.apply(centred.square().sum(axes)) / size
    if norm.track_running_stats:
        with torch.no_grad():
            norm.num_batches_tracked += 1
            share = norm.momentum
            if share is None:
                share = 1 / float(norm.num_batches_tracked)
            unbiased = variance * size / (size - 1)
            norm.running_mean.lerp_(mean, share)
            norm.running_var.lerp_(unbiased, share)
    scale = (variance + norm.eps).rsqrt()
    if norm.weight is not None:
        scale = scale * norm.weight
    out = centred * scale.view(shape)
    if norm.bias is not None:
        out = out + norm.bias.view(shape)
    return out.to(x.dtype)
