"""The training loop of the course.

`fit` is meant to be read: one pass over the pictures is `train_epoch`, one
look at how good the network has become is `evaluate`. A `Recipe` holds every
number that is a choice, a `Job` everything that changes while it runs.

With a folder, `fit` is unkillable: start the same command again, and it ends
with the weights that it would have had, bit for bit on a CPU.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import torch
from torch import Tensor, nn
from tqdm.auto import tqdm

from cnncourse.checks import check_device, check_kind, check_model, check_seed
from cnncourse.datasets import Data, Split, batches
from cnncourse.errors import CourseError
from cnncourse.training import processes
from cnncourse.training.checkpoints import History
from cnncourse.training.keeper import Keeper, StopButton
from cnncourse.training.preflight import (
    answer,
    check_arguments,
    check_data,
    check_fit,
    check_outputs,
    check_split,
    out_of_memory,
    size_that_fits,
)
from cnncourse.training.progress import Job, predict
from cnncourse.training.recipe import Recipe
from cnncourse.training.trials import Trials, right


def train_epoch(job: Job, after_step: Callable[[Job], None]) -> None:
    """Pass over the training part once, or over what is left of it.

    Args:
        job: the run; its network is changed in place.
        after_step: called when a step is done and all is consistent.
    """
    check_kind("job", job, Job, "fit(model, data), which makes one")
    check_kind("after_step", after_step, Callable, "lambda job: None")
    job.model.train()
    low = job.recipe.low_precision(job.device)
    for images, labels in job.batches():
        for group in job.optimizer.param_groups:
            group["lr"] = job.rate
        with torch.autocast(job.device.type, torch.bfloat16, enabled=low):
            outputs = job.network(images)
            loss = job.recipe.loss(job.model, outputs, labels)
        job.optimizer.zero_grad()
        (loss * job.weight).backward()
        if job.recipe.clip:
            nn.utils.clip_grad_norm_(job.model.parameters(), job.recipe.clip)
        job.optimizer.step()
        job.count(loss, outputs, labels)
        after_step(job)


@torch.no_grad()
def evaluate(
    model: nn.Module, data: Data, part: Split, batch_size: int = 500
) -> float:
    """Return the accuracy on a part of the data, in percent.

    The share of right pictures, or of right pixels where pixels are labelled.
    Processes that train together take a share each.
    """
    check_model(model)
    check_data(data)
    check_split("part", part, data)
    if len(part) == 0:
        raise CourseError(
            f"This part of {data.name} holds no pictures; load the data "
            "with validation=... above 0, or evaluate data.test."
        )
    device = next(model.parameters()).device
    first = part[:1].to(device)
    outputs = answer(model, data.normalize(first.images))
    check_outputs(model, outputs, first.labels)
    right = torch.zeros((), dtype=torch.int64, device=device)
    for images, labels in batches(data, part.to(device), batch_size):
        rows = processes.rows(len(labels))
        images, labels = processes.share(images, labels)
        if rows:
            right += (predict(model, model(images)) == labels).sum()
    return 100 * int(processes.total(right)) / part.labels.numel()


def fit(
    model: nn.Module,
    data: Data,
    recipe: Recipe | None = None,
    *,
    seed: int = 0,
    augment: Callable[[Tensor, torch.Generator], Tensor] | None = None,
    device: str | torch.device | None = None,
    folder: str | Path | None = None,
) -> History:
    """Train a network and measure it; the network is changed in place.

    Ctrl-C, or a notebook's stop button, stops after the current step: the
    network keeps the weights of that step. Started by `torchrun`, processes
    share the work.

    Args:
        model: takes normalised pictures. A network may bring its own
            `criterion` and `predict`; cross-entropy and the largest output
            are the default.
        data: from `datasets.load`. The test part is looked at once, after
            the last epoch.
        recipe: the choices; `Recipe()` without it.
        seed: of the order of the pictures, of augmentation and of dropout.
        augment: changes a batch of training pictures, for example
            `Augment(Flip(), Crop(padding=4))`.
        device: a GPU where there is one, without it.
        folder: where to keep `last.pt` and `best.pt`, the checkpoint of the
            highest validation accuracy. A run that was stopped goes on from
            its `last.pt`; a finished one is read, not trained again.

    Raises:
        CourseError: an argument that cannot be used, a loss that is no
            longer a number, a batch too large for the memory, a folder of
            another run, or a process that died.
    """
    recipe = Recipe() if recipe is None else recipe
    device = check_device(device)
    with processes.together(device), StopButton() as button:
        check_arguments(model, data, recipe, seed, augment, folder)
        job = Job(model, data, recipe, seed, augment, device)
        keeper = Keeper(job, folder, button)
        exhausted = False
        try:
            check_fit(job)
            with processes.shared_norms(model, recipe.sync_norms):
                _train(job, keeper)
        except (RuntimeError, MemoryError) as error:
            if not out_of_memory(error):
                raise
            exhausted = True  # the error holds memory until it is dropped
        finally:
            model.to(memory_format=torch.contiguous_format)
        if exhausted:
            _say_what_fits(job)
    return job.history


def _train(job: Job, keeper: Keeper) -> None:
    if keeper.resume():
        return
    # A part is judged in batches that have fitted into the memory before.
    size = min(500, job.recipe.batch_size)
    # In a notebook tqdm overlooks its own variable, so it is passed on.
    quiet = bool(os.environ.get("TQDM_DISABLE")) or processes.rank() > 0
    bar = tqdm(
        total=job.recipe.epochs, initial=job.epoch, unit="epoch", disable=quiet
    )
    with bar:
        while job.epoch < job.recipe.epochs and not job.stalled:
            train_epoch(job, keeper.after_step)
            row = job.close_epoch()
            if len(job.data.validation):
                row["validation_accuracy"] = evaluate(
                    job.judged, job.data, job.data.validation, size
                )
            job.note(row)
            bar.update()
            bar.set_postfix({name: f"{x:.2f}" for name, x in row.items()})
            keeper.after_epoch()
    job.settle()
    job.history.test_accuracy = evaluate(
        job.model, job.data, job.data.test, size
    )
    keeper.save(finished=True)


def _say_what_fits(job: Job) -> None:
    size = size_that_fits(job)
    given = f"batch_size={job.recipe.batch_size} needs more memory than there"
    if size:
        raise CourseError(
            f"{given} is on {job.device}; batch_size={size} fits (tried just "
            "now). Lower lr by the same factor for sgd."
        )
    raise CourseError(
        f"{given} is on {job.device}, and not even one picture fits; take "
        "smaller pictures or a smaller network."
    )


def repeat(
    build: Callable[[], nn.Module],
    data: Data,
    recipe: Recipe | None = None,
    seeds: Iterable[int] = range(10),
    augment: Callable[[Tensor, torch.Generator], Tensor] | None = None,
) -> Trials:
    """Build and train once for each seed.

    The seed decides the first weights and the order of the pictures.

    Args:
        build: makes the network, for example
            `lambda: create("lenet5_modern")`.
        data, recipe, augment: as of `fit`.
        seeds: one run each.

    Raises:
        CourseError: as `fit`, or no seeds.
    """
    if not callable(build) or isinstance(build, nn.Module):
        raise CourseError(
            f"build is a {type(build).__name__}; expected a function that "
            'makes a network; try lambda: create("lenet5_modern").'
        )
    if not isinstance(seeds, Iterable) or not (chosen := tuple(seeds)):
        raise CourseError(
            f"seeds={seeds!r} was given; expected several whole numbers; "
            "try seeds=(0, 1, 2)."
        )
    for seed in chosen:
        check_seed(seed)
    networks, histories = [], []
    for seed in chosen:
        torch.manual_seed(seed)
        try:
            networks.append(build())
        except TypeError as error:
            raise CourseError(
                f"build failed ({error}); it is called without arguments; "
                'try lambda: create("lenet5_modern").'
            ) from error
        histories.append(
            fit(networks[-1], data, recipe, seed=seed, augment=augment)
        )
    found = torch.stack([right(model, data, data.test) for model in networks])
    return Trials(chosen, tuple(histories), found, tuple(networks))
