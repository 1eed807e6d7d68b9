"""The training loop of the course, and what it takes to trust it."""

from cnncourse.kinds import default_device
from cnncourse.training.checkpoints import (
    History,
    load_checkpoint,
    read_checkpoint,
    save_checkpoint,
)
from cnncourse.training.loop import evaluate, fit, repeat, train_epoch
from cnncourse.training.progress import Diverged, Unsaved, predict
from cnncourse.training.recipe import Recipe
from cnncourse.training.trials import Trials, right, robustness

__all__ = [
    "Diverged",
    "History",
    "Recipe",
    "Trials",
    "Unsaved",
    "default_device",
    "evaluate",
    "fit",
    "load_checkpoint",
    "predict",
    "read_checkpoint",
    "repeat",
    "right",
    "robustness",
    "save_checkpoint",
    "train_epoch",
]
