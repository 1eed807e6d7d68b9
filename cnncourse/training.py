"""The training loop of the course.

`fit` is meant to be read: one pass over the pictures is `train_epoch`, one
look at how good the network has become is `evaluate`. A `Recipe` holds every
number that is a choice, a `Job` everything that changes while it runs.

With a folder, `fit` is unkillable: start the same command again, and it ends
with the weights that it would have had, bit for bit on a CPU.
"""

import os
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path

import torch
from torch import Tensor, nn
from tqdm.auto import tqdm

from cnncourse import parallel
from cnncourse.checkpoints import (
    History,
    load_checkpoint,
    read_checkpoint,
    save_checkpoint,
)
from cnncourse.checks import (
    check_device,
    check_kind,
    check_model,
    check_seed,
)
from cnncourse.datasets import Data, Split, batches
from cnncourse.errors import CourseError
from cnncourse.jobs import Diverged, Job, predict
from cnncourse.preflight import (
    answer,
    check_arguments,
    check_data,
    check_fit,
    check_outputs,
    check_split,
    out_of_memory,
    size_that_fits,
)
from cnncourse.recipes import Recipe

__all__ = [
    "Diverged", "History", "Recipe", "default_device", "evaluate", "fit",
    "load_checkpoint", "predict", "read_checkpoint", "repeat",
    "save_checkpoint", "train_epoch",
]  # fmt: skip

SAVE_SECONDS = 60  # between checkpoints within an epoch
STRIDE = 20  # steps between looks at the loss

default_device = parallel.device


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
    outputs = answer(model, data.normalise(first.images))
    check_outputs(model, outputs, first.labels)
    right = torch.zeros((), dtype=torch.int64, device=device)
    for images, labels in batches(data, part.to(device), batch_size):
        rows = parallel.rows(len(labels))
        images, labels = parallel.share(images, labels)
        if rows:
            right += (predict(model, model(images)) == labels).sum()
    return 100 * int(parallel.total(right)) / part.labels.numel()


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
    with parallel.together(device), StopButton() as button:
        check_arguments(model, data, recipe, seed, augment, folder)
        job = Job(model, data, recipe, seed, augment, device)
        keeper = Keeper(job, folder, button)
        exhausted = False
        try:
            check_fit(job)
            with parallel.shared_norms(model, recipe.sync_norms):
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


def _train(job: Job, keeper: "Keeper") -> None:
    if keeper.resume():
        return
    # A part is judged in batches that have fitted into the memory before.
    size = min(500, job.recipe.batch_size)
    # In a notebook tqdm overlooks its own variable, so it is passed on.
    quiet = bool(os.environ.get("TQDM_DISABLE")) or parallel.rank() > 0
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


class StopButton:
    """Remember Ctrl-C until a step is done; the second one acts at once.

    Outside of the main thread Python allows no such thing, and Ctrl-C ends
    the main thread as usual.
    """

    def __enter__(self) -> "StopButton":
        self.pressed = self.before = None
        if threading.current_thread() is threading.main_thread():
            self.before = signal.signal(signal.SIGINT, self._press)
        return self

    def _press(self, *_) -> None:
        if self.pressed:
            raise KeyboardInterrupt
        self.pressed = True
        print("Stopping after this step ...", file=sys.stderr, flush=True)

    def __exit__(self, kind, *_) -> None:
        if self.before is not None:
            signal.signal(signal.SIGINT, self.before)
        if self.pressed and kind is None:
            raise KeyboardInterrupt


class Keeper:
    """Saves a job's checkpoints, and stops it when somebody asks."""

    def __init__(self, job: Job, folder, button: StopButton):
        self.job, self.button = job, button
        self.folder = Path(folder) if folder is not None else None
        self.start = self.saved = time.perf_counter()
        self.before = 0.0

    def resume(self) -> bool:
        """Go back to where `last.pt` was written; tell if it is finished."""
        path = self.folder and self.folder / "last.pt"
        if not path or not path.is_file():
            return False
        content = read_checkpoint(path)
        if "progress" not in content:
            raise CourseError(
                f"{path} holds weights alone, no run to go on with. Name "
                "another folder, or delete that file to start afresh."
            )
        self.job.resume(content["progress"], path)
        self.job.history = History(**content["history"])
        self.before = self.job.history.seconds
        return content["progress"]["finished"]

    def after_step(self, job: Job) -> None:
        """Look at the loss and the clock; save and stop where due."""
        regular = job.step % STRIDE == 0
        if regular:
            job.check()
        elif parallel.count() > 1:
            return  # what all must agree on is asked rarely
        stop = parallel.agreed(bool(self.button.pressed), job.device)
        waited = time.perf_counter() - self.saved > SAVE_SECONDS
        if stop or (regular and parallel.agreed(waited, job.device)):
            job.check()
            self.save()
        if stop:
            self.stop()

    def after_epoch(self) -> None:
        """Save what the epoch has brought."""
        job = self.job
        # After a kill between the two, the end of the epoch is repeated.
        if job.best["epoch"] == job.epoch and self.writes:
            self._write("best.pt", None)
        self.save()
        if parallel.agreed(bool(self.button.pressed), job.device):
            self.stop()

    def stop(self) -> None:
        """End the run where it is, with a usable network."""
        job = self.job
        self.button.pressed = True  # perhaps in another process
        job.model.eval()
        raise KeyboardInterrupt(
            f"Stopped after epoch {job.epoch} of {job.recipe.epochs} and "
            f"{job.step} more steps. The network keeps what it has learned; "
            + (
                "the same command goes on from here."
                if self.folder
                else "with folder=... the same command would go on from here."
            )
        )

    @property
    def writes(self) -> bool:
        return self.folder is not None and parallel.rank() == 0

    def save(self, finished: bool = False) -> None:
        """Write `last.pt`; every process must come here."""
        now = time.perf_counter()
        self.job.history.seconds = self.before + now - self.start
        self.saved = now
        if self.folder is None:
            return
        progress = self.job.state(finished)
        if self.writes:
            self._write("last.pt", progress)

    def _write(self, name: str, progress: dict | None) -> None:
        job = self.job
        finished = progress is not None and progress["finished"]
        network = job.model if finished else job.judged
        try:
            save_checkpoint(network, self.folder / name, job.history, progress)
        except CourseError as error:
            # Training goes on: the disk may have room again next time.
            warnings.warn(str(error), stacklevel=2)


def repeat(
    build: Callable[[], nn.Module],
    data: Data,
    recipe: Recipe | None = None,
    seeds: Iterable[int] = (0, 1, 2),
    augment: Callable[[Tensor, torch.Generator], Tensor] | None = None,
) -> list[tuple[nn.Module, History]]:
    """Build and train once for each seed; return networks and histories.

    The seed decides the first weights and the order of the pictures.
    """
    if not callable(build) or isinstance(build, nn.Module):
        raise CourseError(
            f"build is a {type(build).__name__}; expected a function that "
            'makes a network; try lambda: create("lenet5_modern").'
        )
    try:
        seeds = list(seeds)
    except TypeError:
        raise CourseError(
            f"seeds={seeds!r} was given; expected several whole numbers; "
            "try seeds=(0, 1, 2)."
        ) from None
    for seed in seeds:
        check_seed(seed)
    runs = []
    for seed in seeds:
        torch.manual_seed(seed)
        try:
            model = build()
        except TypeError as error:
            raise CourseError(
                f"build failed ({error}); it is called without arguments; "
                'try lambda: create("lenet5_modern").'
            ) from error
        history = fit(model, data, recipe, seed=seed, augment=augment)
        runs.append((model, history))
    return runs
