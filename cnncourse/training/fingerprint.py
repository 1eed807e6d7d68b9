"""What makes a run this run: found again when it goes on, or it is refused.

What was chosen, digests of all pictures and labels, and what the code makes
of a few of them: so a changed criterion, predict, forward or augmentation
shows, though all have the names they had.
"""

import copy
import hashlib
import math
import re
from dataclasses import asdict
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Generator, Tensor, nn

from cnncourse.datasets import Split, batches
from cnncourse.errors import CourseError, told
from cnncourse.training import processes
from cnncourse.training.recipe import answers

if TYPE_CHECKING:
    from cnncourse.training.progress import Job

PICTURES = 32


def plan(job: "Job") -> dict:
    """Return what a run is known by, as plain data.

    Raises:
        CourseError: something draws random numbers by itself.
    """
    data, model = job.data, job.model
    layout = [  # frozen weights too
        (name, t.dtype, tuple(t.shape), t.requires_grad)
        for name, t in (*model.named_parameters(), *model.named_buffers())
    ]
    found = repr((described(model), layout)).encode()
    instructions = torch.backends.cpu.get_cpu_capability()
    chosen = {
        "seed": job.seed,
        "network": f"{type(model).__name__} "
        f"({hashlib.sha256(found).hexdigest()[:16]})",
        "data": f"{data.form}, normalized by {data.mean} and {data.std}",
        "training pictures": _pictures(data.train),
        "validation pictures": _pictures(data.validation),
        "test pictures": _pictures(data.test),
        "augment": described(job.augment),
        "processes": processes.count(),
        "device": job.device.type,
        "torch.set_num_threads": job.device.type == "cpu"
        and torch.get_num_threads(),  # each number rounds otherwise
        **asdict(job.recipe),
        "versions": f"torch {torch.__version__} with {instructions}",
    }
    once, twice = ({**chosen, **_computed(job)} for _ in range(2))
    if differing(once, twice):
        raise CourseError(
            "The same pictures came out in two ways, so that a run that is "
            "stopped could not go on. Draw from the generator that augment "
            "is given, or from torch's own, or leave folder out."
        )
    return once


def differing(ours: dict, theirs: dict) -> list[str]:
    """Return in words what differs; computed numbers by any bit.

    GPUs add in an order of their own: there, by a twentieth.
    """

    def same(one: list[float], other: list[float]) -> bool:
        if ours["device"] == "cpu":
            return repr(one) == repr(other)  # as nan does not equal itself
        size = max(map(abs, one))
        return np.allclose(one, other, 0, 0.05 * size, equal_nan=True)

    found, computed = [], []
    for name, value in ours.items():
        other = theirs.get(name)
        if isinstance(value, list):
            if not isinstance(other, list) or not same(value, other):
                computed.append(name)
        elif other != value and name != "versions":
            found.append(f"{name} {other!r}, not {value!r}")
    if computed and not found:
        found = [
            f"other {' and '.join(computed)} of the same pictures: the code "
            "of the network, its criterion or predict, or of augment has "
            "changed, or PyTorch rounds otherwise "
            f"({theirs.get('versions')}, not {ours['versions']})"
        ]
    return found


def described(thing: object) -> str:
    """Return a thing in words that are equal in every process."""
    return re.sub(r" at 0x\w+", "", repr(thing))


def _pictures(part: Split) -> str:
    """Return the count and the digest of pictures and their labels."""
    found = hashlib.sha256(repr(tuple(part.images.shape)).encode())
    for tensor in (part.images, part.labels):
        found.update(tensor.contiguous().cpu().numpy().data)
    return f"{len(part)} ({found.hexdigest()[:16]})"


def _computed(job: "Job") -> dict[str, list[float]]:
    """Return what a few pictures become on their way through a run.

    The weights are made up, since those of the run change. Network and
    streams of random numbers stay as they were.
    """
    model, data, recipe = job.model, job.data, job.recipe
    few = data.train[: min(PICTURES, recipe.batch_size)]
    cuda = [job.device] if job.device.type == "cuda" else []
    kept, was = copy.deepcopy(model.state_dict()), model.training
    model.load_state_dict(_made_up(kept))
    try:
        with (
            torch.random.fork_rng(cuda),
            told(
                "The network failed with a few pictures to train on",
                "Send a batch through it and through its criterion.",
            ),
        ):
            torch.manual_seed(0)
            draws = Generator(job.device).manual_seed(0)
            (images, labels), *_ = batches(
                data,
                few,
                PICTURES,
                change=lambda *batch: job.change(batch[0], batch[1], draws),
            )
            images = recipe.arranged(images)
            with torch.autocast(
                job.device.type,
                torch.bfloat16,
                enabled=recipe.low_precision(job.device),
            ):
                with torch.no_grad():
                    outputs = model.train()(images)
                    loss = recipe.loss(model, outputs, labels)
                judged = model.eval()(images)
            main = outputs if isinstance(outputs, Tensor) else outputs[0]
            return {
                "augmented pictures": _numbers(images, labels),
                "outputs": _numbers(main, judged),
                "loss": _numbers(loss),
                "gradients": _numbers(_gradients(model, judged)),
                "answers": _numbers(answers(model, judged)),
            }
    finally:
        model.load_state_dict(kept)
        model.train(was)


def _made_up(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return other weights, which depend on their shapes alone."""
    draws, made = Generator().manual_seed(0), dict(state)
    for name, tensor in state.items():
        if not isinstance(tensor, Tensor) or not tensor.is_floating_point():
            continue
        values = torch.rand(tensor.shape, generator=draws)
        inputs = math.prod(tensor.shape[1:])
        if tensor.ndim > 1 and inputs:  # after He et al. 2015
            made[name] = (2 * values - 1) * math.sqrt(6 / inputs)
        else:  # around 1, as scales of norms and variances are
            made[name] = values + 0.5
    return made


def _gradients(model: nn.Module, judged: Tensor) -> Tensor:
    """Return the size of the gradient of each weight."""
    learn = [p for p in model.parameters() if p.requires_grad]
    if not judged.requires_grad:
        return torch.zeros(1)
    found = torch.autograd.grad(
        judged.float().square().sum(), learn, allow_unused=True
    )
    norm = torch.linalg.vector_norm
    sizes = [norm(g, dtype=torch.float64) for g in found if g is not None]
    return torch.stack(sizes)


def _numbers(*tensors: Tensor) -> list[float]:
    """Return numbers that change when a bit of the tensors does."""
    found = []
    for tensor in tensors:
        flat = tensor.detach().double().flatten()
        ramp = torch.arange(1.0, len(flat) + 1, device=flat.device).cos()
        found += [float((flat * ramp).sum()), float(flat.norm())]
    return found
