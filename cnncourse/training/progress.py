"""One training run in progress: all that changes while it goes.

What a `Job` holds is what an exact resume needs: weights, optimizer, moving
average, three streams of random numbers, and the place in the epoch.
"""

import math
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Annotated

import torch
from pydantic import AfterValidator
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel

from cnncourse.augmentation import Augment, cutmix, mixup
from cnncourse.datasets import Data, batches
from cnncourse.doors import door
from cnncourse.errors import CourseError, told
from cnncourse.kinds import Device, Seed
from cnncourse.training import fingerprint, processes
from cnncourse.training.checkpoints import History, Sound, restore, spoiled
from cnncourse.training.recipe import FORMATS, Recipe, answers

Tensors = tuple[Tensor, ...] | list[Tensor]


@door
class Ended(CourseError):
    """A training has ended otherwise than it should.

    Attributes:
        history: the epochs before that.
    """

    def __init__(self, history: History, message: str):
        super().__init__(message)
        self.history = history


class Diverged(Ended):
    """The loss is no longer a number."""


class Unsaved(Ended):
    """All is done, and nothing of it is on the disk."""


def _answerable(outputs: Tensor) -> Tensor:
    """Refuse what no network with classes returns."""
    real = outputs.is_floating_point() and not outputs.is_meta
    if not real or outputs.ndim < 2 or outputs.shape[1] == 0:
        raise ValueError(
            f"is {outputs.dtype} of shape {tuple(outputs.shape)} on "
            f"{outputs.device}; expected floats (count, classes); try "
            "model(images)"
        )
    if outputs.isnan().any():
        raise ValueError(
            "holds nan, which is no number; expected those of a network that "
            "has not diverged"
        )
    return outputs


@door
def predict(
    model: nn.Module, outputs: Annotated[Tensor, AfterValidator(_answerable)]
) -> Tensor:
    """Return the class of each output: the largest, or as the network says.

    Args:
        model: may bring its own `predict`.
        outputs: what it returned, (count, classes, ...).
    """
    with told("The network's own predict failed", "Look at it."):
        return answers(model, outputs)


class Job:
    """A run in progress; `training.fit` explains the arguments.

    Attributes:
        parallel_model: the network; where processes train together, what
            averages its gradients over them.
        averaged: the moving average of the network, where there is one.
        history: what was measured so far.
        step: batches of this epoch that are done.
        best: weights of the highest validation accuracy, and the epoch.
    """

    @door
    def __init__(
        self,
        model: Sound,
        data: Data,
        recipe: Recipe,
        seed: Seed,
        augment: Callable[[Tensor, torch.Generator], Tensor] | None,
        device: Device,
    ):
        assert isinstance(device, torch.device)  # the door has made it one
        self.recipe, self.seed, self.augment = recipe, seed, augment
        self.device, self.data = device, data.to(device)
        self.model = model.to(device)
        self.model.to(memory_format=FORMATS[recipe.memory_format])
        self.parallel_model = processes.wrap(model)
        self.optimizer = recipe.optimizer_for(model)
        self.averaged = None
        if recipe.ema:
            self.averaged = AveragedModel(model, multi_avg_fn=self._average)
        # The first process draws what a single one would.
        torch.manual_seed(seed + processes.rank())
        self.shuffle = torch.Generator().manual_seed(seed)
        self.draws = torch.Generator(device).manual_seed(seed + 2**33)
        self.order = self.shuffle.get_state()
        self.history, self.step = History(), 0
        self.best: dict = {"epoch": 0, "weights": None}
        self._begin_epoch()

    def _begin_epoch(self) -> None:
        self.step, self.order = 0, self.shuffle.get_state()
        self.loss_sum = torch.zeros((), device=self.device)
        self.right = torch.zeros((), dtype=torch.int64, device=self.device)

    @property
    def epoch(self) -> int:
        return len(self.history.epochs)

    @property
    def steps(self) -> int:
        """Return the batches of an epoch."""
        return -(-len(self.data.train) // self.recipe.batch_size)

    @property
    def progress(self) -> float:
        """Return how much is done in the middle of this step, from 0 to 1."""
        epochs = self.recipe.epochs
        inside = (self.step + 0.5) / (self.steps * epochs)
        return self.epoch / epochs + inside

    @property
    def rows(self) -> tuple[int, int]:
        """Return the pictures of this batch: of this process, and of all."""
        size = self.recipe.batch_size
        batch = min(size, len(self.data.train) - self.step * size)
        return processes.rows(batch), batch

    @property
    def share(self) -> float:
        """Return what this process's loss counts in the average of all."""
        rows, batch = self.rows
        return rows * processes.count() / batch

    @property
    def judged(self) -> nn.Module:
        """Return the network that counts: the moving average, if any."""
        return self.averaged.module if self.averaged else self.model

    @property
    def out_of_patience(self) -> bool:
        patience = self.recipe.patience
        return 0 < patience <= self.epoch - self.best["epoch"]

    def batches(self) -> Iterator[tuple[Tensor, Tensor]]:
        """Yield what is left of this epoch: this process's share of it."""
        self.shuffle.set_state(self.order)
        for images, labels in batches(
            self.data,
            self.data.train,
            self.recipe.batch_size,
            self.shuffle,
            change=self._share,
            skip=self.step,
        ):
            yield self.recipe.arranged(images), labels

    def _share(self, images: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
        """Change a batch, and take this process's share.

        All processes draw the same numbers for the whole batch, so that
        their shares are those of one process.
        """
        images, labels = self.change(images, labels, self.draws)
        return processes.share(images), processes.share(labels)

    def change(
        self, images: Tensor, labels: Tensor, draws: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        """Augment and mix a batch."""
        if isinstance(self.augment, Augment) and labels.ndim > 1:
            both = self.augment.apply(images, draws, masks=labels)
            assert both.masks is not None  # they were given
            images, labels = both.images, both.masks
        elif self.augment is not None:
            with told(
                f"augment failed on {len(images)} pictures",
                "expected a function of uint8 pictures and a generator.",
            ):
                images = self.augment(images, draws)
        alphas = {mixup: self.recipe.mixup, cutmix: self.recipe.cutmix}
        ways = [mix for mix, alpha in alphas.items() if alpha]
        if ways:
            at = torch.rand((), generator=draws, device=draws.device)
            mix = ways[int(at * len(ways))]
            images, labels = mix(
                images, labels, len(self.data.classes), alphas[mix], draws
            )
        if images.is_floating_point():
            images = 255 * images.float()
        return images, labels

    def count_step(
        self, loss: Tensor, outputs: Tensor | Tensors, labels: Tensor
    ) -> None:
        """Add a step that is done to the epoch's loss and accuracy."""
        rows, _ = self.rows
        main = outputs if isinstance(outputs, Tensor) else outputs[0]
        if labels.is_floating_point():  # mixed
            labels = labels.argmax(1)
        self.loss_sum += loss.detach() * rows
        if rows:
            right = answers(self.model, main.detach()) == labels
            self.right += right.sum()
        self.step += 1

    def _average(
        self, averaged: Tensors, current: Tensors, count: Tensor | int
    ) -> None:
        """Move the average towards the weights; faster in the first steps."""
        done = float(count)
        decay = min(self.recipe.ema, (1 + done) / (10 + done))
        torch._foreach_lerp_(averaged, current, 1 - decay)

    def check(self, weights: bool = False) -> None:
        """Stop a run whose loss is no longer a number.

        Args:
            weights: look at those too; the loss is of before the last step.
        """
        what, value = "loss", float(processes.total(self.loss_sum))
        if weights and math.isfinite(value):
            name = spoiled(self.model, self.model.state_dict())
            what, value = f"tensor {name}", math.nan if name else value
        if not math.isfinite(value):
            raise Diverged(
                self.history,
                f"The {what} is {value} in epoch {self.epoch + 1}, step "
                f"{self.step}: the training has diverged. Try a learning "
                f"rate below {self.recipe.lr:g}"
                + ("." if self.recipe.clip else ", or clip=1.0."),
            )

    def close_epoch(self) -> dict[str, float]:
        """Return the epoch's mean loss and accuracy, and begin the next."""
        self.check(weights=True)
        labels = self.data.train.labels
        loss = float(processes.total(self.loss_sum)) / len(labels)
        right = float(processes.total(self.right))
        self._begin_epoch()
        processes.spread_buffers(self.model)
        if self.averaged:
            processes.spread_buffers(self.averaged.module)
        return {
            "train_loss": loss,
            "train_accuracy": 100 * right / labels.numel(),
        }

    def add_epoch(self, row: dict[str, float]) -> None:
        """Add an epoch to the history; remember the best weights."""
        self.history.epochs.append(row)
        if "validation_accuracy" not in row:
            return
        *before, now = self.history["validation_accuracy"]
        if now > max(before, default=-1.0):
            weights = None
            if self.recipe.patience:
                state = self.judged.state_dict()
                weights = {name: t.clone() for name, t in state.items()}
            self.best = {"epoch": self.epoch, "weights": weights}

    def keep_final_weights(self) -> None:
        """Put the average, or the best weights, into the network."""
        if self.averaged:
            self.model.load_state_dict(self.averaged.module.state_dict())
        if self.best["weights"] is not None:
            self.model.load_state_dict(self.best["weights"])

    def state(self, finished: bool = False) -> dict:
        """Return all that an exact resume needs; every process must ask."""
        random = torch.get_rng_state()
        if self.device.type == "cuda":
            random = torch.cuda.get_rng_state(self.device)
        everyone = processes.gathered(random.to(self.device))
        return {
            "plan": self.plan,
            "finished": finished,
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "averaged": self.averaged and self.averaged.state_dict(),
            "best": self.best,
            "step": self.step,
            "loss_sum": processes.total(self.loss_sum),
            "right": processes.total(self.right),
            "order": self.order,
            "draws": self.draws.get_state(),
            "random": [state.cpu() for state in everyone],
        }

    def resume(self, state: dict, source: Path) -> None:
        """Go back to where `state` was taken.

        Raises:
            CourseError: it belongs to another run.
        """
        with told(
            f"{source} is not what fit(..., folder=...) writes",
            "Name another folder.",
        ):
            self.same_run(state, source)
            restore(self.model, state["model"], source)
            self.optimizer.load_state_dict(state["optimizer"])
            if self.averaged:
                self.averaged.load_state_dict(state["averaged"])
            self.best, self.step = state["best"], state["step"]
            self.order = state["order"]
            self.draws.set_state(state["draws"])
            # What all have counted, the first one carries on.
            first = processes.rank() == 0
            self.loss_sum = state["loss_sum"].to(self.device) * first
            self.right = state["right"].to(self.device) * first
            random = state["random"][processes.rank()]
            if self.device.type == "cuda":
                torch.cuda.set_rng_state(random, self.device)
            else:
                torch.set_rng_state(random)

    def same_run(self, state: dict, source: Path) -> None:
        """Refuse what was written by another run, with what is otherwise."""
        if not isinstance(state.get("plan"), dict):
            raise CourseError(
                f"{source} holds weights alone, no run to go on with. Name "
                "another folder, or delete that file to start afresh."
            )
        differ = fingerprint.differing(self.plan, state["plan"])
        if differ:
            raise CourseError(
                f"{source} is of another run, with {'; '.join(differ)}. Name "
                "another folder, or delete that one to start afresh."
            )

    @cached_property
    def plan(self) -> dict:
        """Return what has to be equal for a run to go on."""
        return fingerprint.plan(self)
