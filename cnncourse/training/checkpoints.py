"""Files that training leaves behind, and from which it goes on.

A checkpoint holds tensors and plain data and loads with `weights_only=True`.
It is written beside its final name, flushed to the disk and renamed, so that
a kill or a full disk leaves the last good one.
"""

import contextlib
import io
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch
from torch import nn

from cnncourse.architectures.weights import check_tensors, misfits, read_file
from cnncourse.checks import check_kind, check_model, check_path
from cnncourse.errors import CourseError, unknown

FORMAT = "cnncourse checkpoint 2"


@dataclass
class History:
    """What a run measured, epoch by epoch.

    Attributes:
        epochs: a dictionary per epoch: train_loss, train_accuracy, and
            validation_accuracy where pictures are held out.
        test_accuracy: after the last epoch, in percent; not a number in a
            run that is not finished.
        seconds: wall time of the training, evaluation included.
    """

    epochs: list[dict[str, float]] = field(default_factory=list)
    test_accuracy: float = float("nan")
    seconds: float = 0.0

    def __getitem__(self, name: str) -> list[float]:
        for epoch in self.epochs:
            if not isinstance(name, str) or name not in epoch:
                raise unknown("measure in this history", name, epoch)
        return [epoch[name] for epoch in self.epochs]


def save_checkpoint(
    model: nn.Module,
    path: str | Path,
    history: History,
    progress: dict | None = None,
) -> None:
    """Write weights and history; never half a file under the final name.

    Args:
        model: whose weights.
        path: the file; its folder is made where it is missing.
        history: kept beside the weights.
        progress: what `fit` needs to go on from here.

    Raises:
        CourseError: the disk is full, or the folder cannot be written.
    """
    check_model(model)
    check_kind("history", history, History, "what fit returned")
    if progress is not None:
        check_kind("progress", progress, dict, "leaving it out")
    check_path("path", path)
    path = Path(path)
    if path.is_dir():
        raise CourseError(
            f'path="{path}" is a folder; name a file in it, such as last.pt.'
        )
    content, more = io.BytesIO(), {}
    if progress is not None:
        more = {"progress": progress}
    state = {"weights": model.state_dict(), "history": asdict(history)}
    torch.save({"format": FORMAT, **state, **more}, content)
    partial = path.with_name(path.name + ".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(partial, "wb") as file:
            file.write(content.getbuffer())
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, path)
    except OSError as error:
        with contextlib.suppress(OSError):  # this message says enough
            partial.unlink(missing_ok=True)
        kept = "; the one before it is kept" if path.is_file() else ""
        raise CourseError(
            f"The checkpoint at {path} could not be written ({error}){kept}. "
            f"It takes {len(content.getbuffer()) / 1e6:.1f} MB: make room, or "
            "name another folder."
        ) from error


def load_checkpoint(model: nn.Module, path: str | Path) -> History:
    """Put the weights of a checkpoint into `model`; return its history.

    Raises:
        CourseError: no such file, not one of ours, cut short, or made from
            another network.
    """
    check_model(model)
    state = read_checkpoint(path)
    restore(model, state["weights"], path)
    return History(**state["history"])


def read_checkpoint(path: str | Path) -> dict:
    """Return the content of a checkpoint: weights, history, progress.

    Raises:
        CourseError: no such file, not one of ours, or cut short.
    """
    check_path("path", path)
    path = Path(path)
    if not path.is_file():
        raise CourseError(
            f"There is no checkpoint at {path}; fit(..., folder=...) writes "
            "last.pt and best.pt into that folder."
        )
    state: object = None
    with contextlib.suppress(CourseError):  # this message says more
        state = read_file(path)
    if (
        not isinstance(state, dict)
        or state.get("format") != FORMAT
        or "weights" not in state
        or not isinstance(state.get("history"), dict)
        or state["history"].keys() != asdict(History()).keys()
    ):
        raise CourseError(
            f"{path} is not a checkpoint of this course, or it was cut "
            "short. Use a file that fit(..., folder=...) wrote."
        )
    return state


def restore(model: nn.Module, weights: object, source: str | Path) -> None:
    """Put the weights that `source` holds into the network they came from.

    Raises:
        CourseError: they came from another network, which stays unchanged.
    """
    theirs = check_tensors(weights, f"weights in {source}")
    wrong = misfits(model, theirs)
    if wrong:
        raise CourseError(
            f"{source} was made from another network: {len(wrong)} of its "
            f"tensors do not fit, the first: {wrong[0]}. Build the network "
            "with the options it was trained with, or name another folder."
        )
    model.load_state_dict(theirs)
