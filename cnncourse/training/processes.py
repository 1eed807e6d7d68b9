"""Several processes that train one network: `torchrun`, and what it needs.

    torchrun --nproc-per-node 2 -m cnncourse train resnet20 --data cifar10

Each process takes its share of every batch and the gradients are averaged
(DistributedDataParallel), so that two processes do what one does with the
same batch, up to rounding. Batch norm is the exception: each process
normalizes its share by itself unless `Recipe(sync_norms=True)`.

In a plain process every function here does nothing, or the obvious.
"""

import atexit
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import torch
import torch.distributed as dist
from torch import Tensor, nn

from cnncourse.errors import CourseError

TIMEOUT = 300  # seconds that a process waits for the others


def count() -> int:
    """Return how many processes train together now; 1 is a plain one."""
    return dist.get_world_size() if dist.is_initialized() else 1


def rank() -> int:
    """Return which of them this is, from 0; the first one writes files.

    `torchrun` says so even before they have met.

    Raises:
        CourseError: the environment does not fit together.
    """
    return dist.get_rank() if dist.is_initialized() else _environment()[0]


def _environment() -> tuple[int, int]:
    """Return this process's number and how many there are, as it is told.

    Raises:
        CourseError: no `torchrun` would tell that.
    """
    usual = {"RANK": "0", "LOCAL_RANK": "0", "WORLD_SIZE": "1"}
    given = {name: os.environ[name] for name in usual if name in os.environ}
    numbers = [*{**usual, **given}.values(), os.environ.get("MASTER_PORT")]
    if numbers[2] == "1":
        del numbers[3]  # nobody to meet
    if all(re.fullmatch("[0-9]{1,9}", text or "") for text in numbers):
        this, local, size = (int(text or 0) for text in numbers[:3])
        meets = "RANK" in given and os.environ.get("MASTER_ADDR")
        if this < size > local and (size == 1 or meets):
            return this, size
    told = " ".join(f"{name}={text}" for name, text in given.items())
    raise CourseError(
        f"The environment says {told}, which fits no process of several that "
        "torchrun starts here; start them by torchrun, or take that away: "
        "unset RANK LOCAL_RANK WORLD_SIZE."
    )


@contextmanager
def together(where: torch.device) -> Iterator[None]:
    """Join the other processes; a lost one ends in a sentence.

    Args:
        where: the device this process trains on.

    Raises:
        CourseError: the others cannot be found, or one has died or hangs.
    """
    size = _environment()[1]
    seen = torch.cuda.device_count()
    if where.type == "cuda" and (where.index or 0) >= seen:
        raise CourseError(
            f"LOCAL_RANK={where.index} stands in the environment and PyTorch "
            f"sees {seen} GPUs here; start as many processes as there are."
        )
    if size == 1:
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
    except Exception as error:
        # What a network met in its step was told as the network's failure.
        cause = error.__cause__ if isinstance(error, CourseError) else error
        text = str(cause)
        words = ("gloo", "NCCL", "MASTER_", "store")
        known = isinstance(cause, RuntimeError | ValueError)
        if not isinstance(cause, dist.DistError) and not (
            known and any(word in text for word in words)
        ):
            raise
        raise CourseError(
            "Another process of this training has died or no longer answers "
            f"({text.splitlines()[0][:120]}). Look at its own message, then "
            "start the same command again: training goes on from the last "
            "checkpoint where a folder was given."
        ) from cause


def wrap(model: nn.Module) -> nn.Module:
    """Return the network whose backward pass averages over processes."""
    if count() == 1:
        return model
    return nn.parallel.DistributedDataParallel(model)


def mine() -> slice:
    """Return this process's rows: every `count()`-th, from its rank on."""
    return slice(rank() if count() > 1 else 0, None, count())


def share(batch: Tensor) -> Tensor:
    """Return this process's rows of a batch.

    Where there are fewer rows than processes, each gets all of them, so that
    none goes without a step. `rows` counts them in the first process only:
    in the others they weigh nothing.
    """
    return batch if len(batch) < count() else batch[mine()]


def rows(batch: int) -> int:
    """Return how many rows of a batch count as this process's share."""
    if batch < count():
        return 0 if rank() else batch
    return len(range(batch)[mine()])


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

    They become `nn.SyncBatchNorm`, which has their weights and statistics,
    and come back in the end.

    Raises:
        CourseError: there is no GPU, which `nn.SyncBatchNorm` needs.
    """
    if not wanted or count() == 1:
        yield
        return
    if next(model.parameters()).device.type != "cuda":
        raise CourseError(
            "sync_norms=True was given for several processes without a GPU; "
            "norms share their statistics on GPUs only; set it to False, or "
            "use a single process."
        )
    norms = [
        (parent, name, child)
        for parent in model.modules()
        for name, child in parent.named_children()
        if isinstance(child, nn.modules.batchnorm._BatchNorm)
    ]
    nn.SyncBatchNorm.convert_sync_batchnorm(model)
    try:
        yield
    finally:
        for parent, name, norm in norms:
            setattr(parent, name, norm.train(parent.training))
