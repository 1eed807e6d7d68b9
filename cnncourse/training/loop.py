"""The training loop of the course.

`fit` is meant to be read: one pass over the pictures is `train_epoch`, one
look at how good the network has become is `evaluate`. A `Recipe` holds every
number that is a choice, a `Job` everything that changes while it runs.

With a folder, `fit` is unkillable: start the same command again, and it ends
with the weights that it would have had, bit for bit on a CPU.
"""

import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Annotated

import torch
from pydantic import AfterValidator, Field
from torch import nn
from tqdm.auto import tqdm

from cnncourse.datasets import Data, Split
from cnncourse.doors import door
from cnncourse.errors import CourseError, told
from cnncourse.kinds import Count, Device, OutFolder, Seed
from cnncourse.training import processes, workers
from cnncourse.training.checkpoints import History, Sound
from cnncourse.training.keeper import Keeper, StopButton, hold
from cnncourse.training.preflight import (
    Change,
    Usable,
    check_fit,
    check_part,
    check_recipe,
    explain,
)
from cnncourse.training.progress import Job
from cnncourse.training.recipe import Recipe
from cnncourse.training.trials import Trials, answered, right


@door
def train_epoch(job: Job, after_step: Callable[[Job], None]) -> None:
    """Pass over the training part once, or over what is left of it.

    Args:
        job: the run; its network is changed in place.
        after_step: called when a step is done and all is consistent.
    """
    model, recipe, optimizer = job.model, job.recipe, job.optimizer
    low = recipe.low_precision(job.device)
    model.train()
    for images, labels in job.batches():
        for group in optimizer.param_groups:
            group["lr"] = recipe.learning_rate(job.progress)
        with told("The network failed in a training step", "Look at it."):
            with torch.autocast(job.device.type, torch.bfloat16, enabled=low):
                outputs = job.parallel_model(images)
                loss = recipe.loss(model, outputs, labels)
            optimizer.zero_grad()
            (job.share * loss).backward()  # 1, unless processes share it
        if recipe.clip:
            nn.utils.clip_grad_norm_(model.parameters(), recipe.clip)
        optimizer.step()
        if job.averaged:
            job.averaged.update_parameters(model)
        job.count_step(loss, outputs, labels)
        after_step(job)


@door
def evaluate(
    model: Sound, data: Data, part: Split, batch_size: Count = 500
) -> float:
    """Return the accuracy on a part of the data, in percent.

    The share of right pictures, or of right pixels where pixels are labelled.
    Processes that train together take a share each.
    """
    check_part(model, data, part)
    found = answered(model, data, part[processes.mine()], batch_size)
    correct = processes.total(found.sum())
    return 100 * int(correct) / part.labels.numel()


@door
def fit(
    model: Sound,
    data: Usable,
    recipe: Recipe | None = None,
    *,
    seed: Seed = 0,
    augment: Change | None = None,
    device: Device = None,
    folder: OutFolder | None = None,
) -> History:
    """Train a network and measure it; the network is changed in place.

    Ctrl-C, or a notebook's stop button, stops after the current step: the
    network keeps the weights of that step. SIGTERM and SIGHUP do the same,
    and end the program. Started by `torchrun`, processes share the work.

    Args:
        model: takes normalized pictures. A network may bring its own
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
            its `last.pt`; a finished one is read, not trained again. One run
            at a time works in a folder.

    Raises:
        CourseError: an argument that cannot be used, a loss that is no
            longer a number, a batch too large for the memory, a folder of
            another run or in use, nothing saved, or a process that died.
    """
    recipe = Recipe() if recipe is None else recipe
    assert isinstance(device, torch.device)  # the door has made it one
    path = None if folder is None else Path(folder)
    with (
        processes.together(device),
        hold(path, device),
        StopButton() as button,
    ):
        check_recipe(recipe, data)
        sentence = None
        try:
            check_fit(model.to(device), data, recipe, augment)
            with processes.shared_norms(model, recipe.sync_norms):
                job = Job(model, data, recipe, seed, augment, device)
                _train(job, Keeper(job, path, button))
        except Exception as error:
            sentence = explain(error, recipe, len(data.train), device)
            if sentence is None:
                raise
        finally:
            model.to(memory_format=torch.contiguous_format)
        if sentence:  # said here, since the error holds on to memory
            model.zero_grad()
            raise CourseError(sentence)
    return job.history


def _train(job: Job, keeper: Keeper) -> None:
    if keeper.resume():  # the run was finished before
        return
    data, recipe = job.data, job.recipe
    # A part is judged in batches that have fitted into the memory before.
    size = min(500, -(-recipe.batch_size // processes.count()))
    # In a notebook tqdm overlooks its own variable, so it is passed on.
    quiet = bool(os.environ.get("TQDM_DISABLE")) or processes.rank() > 0
    bar = tqdm(
        total=recipe.epochs, initial=job.epoch, unit="epoch", disable=quiet
    )
    with bar:
        while job.epoch < recipe.epochs and not job.out_of_patience:
            train_epoch(job, keeper.after_step)
            row = job.close_epoch()
            if len(data.validation):
                row["validation_accuracy"] = evaluate(
                    job.judged, data, data.validation, size
                )
            job.add_epoch(row)
            bar.update()
            bar.set_postfix({name: f"{x:.2f}" for name, x in row.items()})
            keeper.after_epoch()
    job.keep_final_weights()
    job.history.test_accuracy = evaluate(job.model, data, data.test, size)
    keeper.close()


def _maker(build: Callable[[], nn.Module]) -> Callable[[], nn.Module]:
    """Refuse a network where a function that makes one is wanted."""
    if isinstance(build, nn.Module):
        raise ValueError(
            f"is a {type(build).__name__}; expected a function that makes a "
            'network; try lambda: create("lenet5_modern")'
        )
    return build


@door
def repeat(
    build: Annotated[Callable[[], nn.Module], AfterValidator(_maker)],
    data: Usable,
    recipe: Recipe | None = None,
    seeds: Annotated[
        Iterable[Seed],
        Field(min_length=1, max_length=1_000, examples=["(0, 1, 2)"]),
    ] = range(10),
    augment: Change | None = None,
) -> Trials:
    """Build and train once for each seed, several at once on a CPU.

    The seed decides the first weights and the order of the pictures.

    Args:
        build: makes the network, for example
            `lambda: create("lenet5_modern")`.
        data, recipe, augment: as of `fit`.
        seeds: one run each.

    Raises:
        CourseError: as `fit`, or no seeds.
    """
    chosen, networks = tuple(seeds), []
    for seed in chosen:
        torch.manual_seed(seed)
        with told(
            "build failed",
            "It is called without arguments; try "
            'lambda: create("lenet5_modern").',
        ):
            networks.append(build())

    def train(model: nn.Module, seed: int) -> tuple[dict, History]:
        history = fit(model, data, recipe, seed=seed, augment=augment)
        return model.state_dict(), history

    tasks = [
        partial(train, *each) for each in zip(networks, chosen, strict=True)
    ]
    weights, histories = zip(*workers.run(tasks), strict=True)
    for model, learned in zip(networks, weights, strict=True):
        model.load_state_dict(learned)  # a worker has trained a copy
    found = torch.stack([right(model, data, data.test) for model in networks])
    return Trials(chosen, histories, found, tuple(networks))
