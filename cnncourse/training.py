"""The training loop of the course, and what it leaves behind.

`fit` is meant to be read: one pass over the pictures is `train_epoch`, one
look at how good the network has become is `evaluate`. A `Recipe` holds every
number that is a choice. Checkpoints hold plain tensors and load with
`weights_only=True`.
"""

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from tqdm.auto import tqdm

from cnncourse.architectures.weights import (
    check_tensors,
    misfits,
    read_file,
)
from cnncourse.datasets import Data, Split, batches
from cnncourse.errors import CourseError, unknown

OPTIMIZERS = ("adamw", "sgd")
SCHEDULES = ("constant", "cosine", "triangle")


@dataclass(frozen=True)
class Recipe:
    """Every choice of a training run.

    Attributes:
        epochs: passes over the training part.
        batch_size: pictures a step.
        optimizer: "adamw", or "sgd" with Nesterov's momentum.
        lr: the highest learning rate.
        momentum: of "sgd".
        weight_decay: not applied to biases and other vectors.
        schedule: "constant", "cosine" from lr to 0, or "triangle": up to lr
            in the first fifth of the steps, then down to 0.
        precision: "float32", "bfloat16", or "auto", which means bfloat16
            on a GPU and float32 on a CPU.
    """

    epochs: int = 10
    batch_size: int = 128
    optimizer: str = "adamw"
    lr: float = 3e-3
    momentum: float = 0.9
    weight_decay: float = 0.0
    schedule: str = "triangle"
    precision: str = "auto"

    def __post_init__(self):
        for name, known in (
            ("optimizer", OPTIMIZERS),
            ("schedule", SCHEDULES),
            ("precision", ("auto", "float32", "bfloat16")),
        ):
            if getattr(self, name) not in known:
                raise unknown(name, getattr(self, name), known)
        for name in ("epochs", "batch_size"):
            value = getattr(self, name)
            if not isinstance(value, int) or value < 1:
                raise CourseError(
                    f"{name}={value!r} was given; a recipe needs a whole "
                    "number of at least 1."
                )
        if not 0 < self.lr < float("inf"):
            raise CourseError(
                f"lr={self.lr!r} was given; a learning rate is a positive "
                "number, for example 0.003 for adamw or 0.05 for sgd."
            )

    def learning_rate(self, progress: float) -> float:
        """Return the learning rate when `progress` of 0 to 1 is done."""
        if self.schedule == "cosine":
            turn = torch.tensor(progress * torch.pi)
            return self.lr * float(1 + torch.cos(turn)) / 2
        if self.schedule == "triangle":
            return self.lr * min(progress / 0.2, (1 - progress) / 0.8)
        return self.lr

    def optimizer_for(self, model: nn.Module) -> torch.optim.Optimizer:
        """Return the optimizer, with weight decay on matrices only."""
        learn = [p for p in model.parameters() if p.requires_grad]
        groups = [
            {
                "params": [p for p in learn if _is_matrix(p)],
                "weight_decay": self.weight_decay,
            },
            {
                "params": [p for p in learn if not _is_matrix(p)],
                "weight_decay": 0.0,
            },
        ]
        if self.optimizer == "adamw":
            return torch.optim.AdamW(groups, lr=self.lr)
        nesterov = self.momentum > 0
        return torch.optim.SGD(
            groups, lr=self.lr, momentum=self.momentum, nesterov=nesterov
        )


def _is_matrix(parameter: Tensor) -> bool:
    """Tell weights from biases and the scales of norms, whatever shape."""
    return parameter.squeeze().ndim > 1


@dataclass
class History:
    """What a run measured, epoch by epoch.

    Attributes:
        epochs: a dictionary per epoch: train_loss, train_accuracy, and
            validation_accuracy where pictures are held out.
        test_accuracy: after the last epoch, in percent.
        seconds: wall time of the training, evaluation included.
    """

    epochs: list[dict[str, float]] = field(default_factory=list)
    test_accuracy: float = float("nan")
    seconds: float = 0.0

    def __getitem__(self, name: str) -> list[float]:
        return [epoch[name] for epoch in self.epochs]


def default_device() -> torch.device:
    """Return the GPU where there is one, else the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def criterion_of(model: nn.Module) -> Callable[[Tensor, Tensor], Tensor]:
    """Return the loss a network brings along, else cross-entropy."""
    return getattr(model, "criterion", F.cross_entropy)


def predict(model: nn.Module, outputs: Tensor) -> Tensor:
    """Return the class of each output: the largest, or as the network says."""
    return getattr(model, "predict", lambda o: o.argmax(1))(outputs)


def train_epoch(model, data, recipe, optimizer, shuffle, done: float):
    """Pass over the training part once; return mean loss and accuracy.

    Args:
        done: the epochs before this one, as a share of all.
    """
    model.train()
    criterion, device = criterion_of(model), next(model.parameters()).device
    low = recipe.precision == "bfloat16" or (
        recipe.precision == "auto" and device.type == "cuda"
    )
    steps = -(-len(data.train) // recipe.batch_size) * recipe.epochs
    loss_sum, right = 0.0, 0
    for step, (images, labels) in enumerate(
        batches(data, data.train, recipe.batch_size, shuffle)
    ):
        for group in optimizer.param_groups:
            group["lr"] = recipe.learning_rate(done + (step + 0.5) / steps)
        with torch.autocast(device.type, torch.bfloat16, enabled=low):
            outputs = model(images)
            answers = predict(model, outputs.detach())
            if answers.shape != labels.shape:
                raise CourseError(
                    f"The network gives answers of shape "
                    f"{tuple(answers.shape)} for labels of shape "
                    f"{tuple(labels.shape)}. Pixels with labels, as in "
                    "scenes, need a network like unet_mini_64."
                )
            loss = criterion(outputs, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        loss_sum += loss.detach() * len(labels)
        right += (answers == labels).sum()
    accuracy = 100 * float(right) / data.train.labels.numel()
    return float(loss_sum) / len(data.train), accuracy


@torch.no_grad()
def evaluate(model: nn.Module, data: Data, part: Split) -> float:
    """Return the accuracy on a part of the data, in percent.

    The share of right pictures, or of right pixels where pixels are labelled.
    """
    if len(part) == 0:
        raise CourseError(
            f"This part of {data.name} holds no pictures; load the data "
            "with validation=... above 0, or evaluate data.test."
        )
    model.eval()
    device = next(model.parameters()).device
    right = 0
    for images, labels in batches(data, part.to(device), 500):
        right += int((predict(model, model(images)) == labels).sum())
    return 100 * right / part.labels.numel()


def fit(
    model: nn.Module,
    data: Data,
    recipe: Recipe | None = None,
    *,
    seed: int = 0,
    device: str | torch.device | None = None,
    folder: str | Path | None = None,
) -> History:
    """Train a network and measure it; the network is changed in place.

    Args:
        model: takes normalised pictures. A network may bring its own
            `criterion` and `predict`; cross-entropy and the largest output
            are the default.
        data: from `datasets.load`. The test part is looked at once, after
            the last epoch.
        recipe: the choices; `Recipe()` without it.
        seed: of the order of the pictures and of dropout.
        device: a GPU where there is one, without it.
        folder: where to keep `last.pt` and `best.pt`, the checkpoint of the
            highest validation accuracy.

    Raises:
        CourseError: the loss is no longer a number.
    """
    recipe = recipe or Recipe()
    device = torch.device(device) if device else default_device()
    model, data = model.to(device), data.to(device)
    optimizer = recipe.optimizer_for(model)
    torch.manual_seed(seed)
    shuffle = torch.Generator().manual_seed(seed)
    history, start = History(), time.perf_counter()

    # In a notebook tqdm overlooks its own variable, so it is passed on.
    quiet = bool(os.environ.get("TQDM_DISABLE"))
    bar = tqdm(range(recipe.epochs), unit="epoch", disable=quiet)
    for epoch in bar:
        loss, accuracy = train_epoch(
            model, data, recipe, optimizer, shuffle, epoch / recipe.epochs
        )
        if loss != loss or loss == float("inf"):
            raise CourseError(
                f"The loss is {loss} after epoch {epoch + 1}: the training "
                f"has diverged. Try a learning rate below {recipe.lr:g}."
            )
        row = {"train_loss": loss, "train_accuracy": accuracy}
        if len(data.validation):
            checked = evaluate(model, data, data.validation)
            row["validation_accuracy"] = checked
        history.epochs.append(row)
        bar.set_postfix({name: f"{value:.2f}" for name, value in row.items()})
        if folder:
            _keep(model, history, Path(folder))

    history.test_accuracy = evaluate(model, data, data.test)
    history.seconds = time.perf_counter() - start
    return history


def repeat(
    build: Callable[[], nn.Module],
    data: Data,
    recipe: Recipe | None = None,
    seeds: Iterable[int] = (0, 1, 2),
) -> list[tuple[nn.Module, History]]:
    """Build and train once for each seed; return networks and histories.

    The seed decides the first weights and the order of the pictures.
    """
    runs = []
    for seed in seeds:
        torch.manual_seed(seed)
        model = build()
        runs.append((model, fit(model, data, recipe, seed=seed)))
    return runs


def _keep(model: nn.Module, history: History, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    save_checkpoint(model, folder / "last.pt", history)
    if len(history.epochs[-1]) > 2:  # pictures are held out
        scores = history["validation_accuracy"]
        if scores[-1] == max(scores):
            save_checkpoint(model, folder / "best.pt", history)


def save_checkpoint(
    model: nn.Module, path: str | Path, history: History
) -> None:
    """Write weights and history; never half a file under the final name."""
    path = Path(path)
    partial = path.with_name(path.name + ".partial")
    state = {
        "format": "cnncourse checkpoint 1",
        "weights": model.state_dict(),
        "history": asdict(history),
    }
    torch.save(state, partial)
    os.replace(partial, path)


def load_checkpoint(model: nn.Module, path: str | Path) -> History:
    """Put the weights of a checkpoint into `model`; return its history.

    Raises:
        CourseError: no such file, not one of ours, cut short, or made from
            another network.
    """
    path = Path(path)
    if not path.is_file():
        raise CourseError(
            f"There is no checkpoint at {path}; fit(..., folder=...) writes "
            "last.pt and best.pt into that folder."
        )
    try:
        state = read_file(path)
    except CourseError:
        state = None
    if not isinstance(state, dict) or "cnncourse" not in str(
        state.get("format")
    ):
        raise CourseError(
            f"{path} is not a checkpoint of this course, or it was cut "
            "short. Use a file that fit(..., folder=...) wrote."
        )
    theirs = check_tensors(state.get("weights"), f"weights in {path}")
    wrong = misfits(model, theirs)
    if wrong:
        raise CourseError(
            f"{path} was made from another network: {len(wrong)} of its "
            f"tensors do not fit, the first: {wrong[0]}. Build the network "
            "with the options it was trained with."
        )
    model.load_state_dict(theirs)
    return History(**state["history"])
