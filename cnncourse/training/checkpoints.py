"""Files that training leaves behind, and from which it goes on.

A checkpoint holds tensors and plain data and loads with `weights_only=True`.
It is written beside its final name, flushed to the disk and renamed, so that
a kill or a full disk leaves the last good one. Its last bytes, the comment of
the zip file that `torch.save` makes, are the digest of all before them: what
is not as it was written is refused.
"""

import contextlib
import hashlib
import io
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from mmap import ACCESS_READ, mmap
from numbers import Real
from pathlib import Path
from typing import Annotated, Any

import torch
from pydantic import AfterValidator, Field, PlainValidator
from torch import Tensor, nn

from cnncourse.architectures.weights import check_tensors, misfits, read_file
from cnncourse.doors import door
from cnncourse.errors import CourseError, unknown
from cnncourse.kinds import AnyPath, Model, NotNegative

FORMAT = "cnncourse checkpoint 3"
DIGEST = 64  # bytes at the end of a file
FILES = ("last.pt", "best.pt")


# A name of what a run measures.
Measure = Annotated[str, Field(examples=['"train_loss"'])]


def _percent(value: Any) -> float:
    """Refuse what is no percentage; nan is one that is not known."""
    real = isinstance(value, Real) and not isinstance(value, bool)
    if not real or not (value != value or 0 <= value <= 100):
        raise ValueError(
            "is no percentage; expected a number from 0 to 100, or nan where "
            "it is not known; try 98.5"
        )
    return float(value)


@door
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
    test_accuracy: Annotated[float, PlainValidator(_percent)] = float("nan")
    seconds: NotNegative = 0.0

    def __getitem__(self, measure: Measure) -> list[float]:
        for epoch in self.epochs:
            if measure not in epoch:
                raise unknown("measure in this history", measure, epoch)
        return [epoch[measure] for epoch in self.epochs]


def spoiled(model: nn.Module, state: Mapping[str, Tensor]) -> str | None:
    """Return the name of a tensor with values that are no numbers, if any.

    A buffer may hold infinity, as masks do; a weight may not.
    """
    weights = dict(model.named_parameters())
    for name, tensor in state.items():
        wrong = ~tensor.isfinite() if name in weights else tensor.isnan()
        if wrong.any():
            return name
    return None


def _sound(model: nn.Module) -> nn.Module:
    """Refuse a network that has diverged."""
    tensors = dict([*model.named_parameters(), *model.named_buffers()])
    if name := spoiled(model, tensors):
        raise ValueError(
            f"holds values in {name} that are no numbers, as after a "
            "training that has diverged; load or build it anew"
        )
    return model


# A network that can be run and whose weights are numbers.
Sound = Annotated[Model, AfterValidator(_sound)]


@door
def save_checkpoint(
    model: Model, path: AnyPath, history: History, progress: dict | None = None
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
    path, content, more = Path(path), io.BytesIO(), {}
    if progress is not None:
        more = {"progress": progress}
    state = {"weights": model.state_dict(), "history": asdict(history)}
    torch.save({"format": FORMAT, **state, **more}, content)
    content.seek(-2, os.SEEK_END)  # the length of the comment: 0 so far
    content.write(DIGEST.to_bytes(2, "little"))
    digest = hashlib.sha256(content.getbuffer()).hexdigest()
    content.write(digest.encode())
    partial = Path(f"{path}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(partial, "wb") as file:
            file.write(content.getbuffer())
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, path)
    except OSError as error:
        kept = "; the one before it is kept" if path.is_file() else ""
        raise CourseError(
            f"The checkpoint at {path} could not be written ({error}){kept}. "
            f"It takes {len(content.getbuffer()) / 1e6:.1f} MB: make room, or "
            "name another folder."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)


@door
def load_checkpoint(model: Model, path: AnyPath) -> History:
    """Put the weights of a checkpoint into `model`; return its history.

    Raises:
        CourseError: no such file, not one of ours, not as it was written,
            made from another network, or of one that has diverged.
    """
    state = read_checkpoint(path)
    restore(model, state["weights"], path)
    return History(**state["history"])


@door
def read_checkpoint(path: AnyPath) -> dict:
    """Return the content of a checkpoint: weights, history, progress.

    Raises:
        CourseError: no such file, not one of ours, or not as it was written.
    """
    path = Path(path)
    if not path.is_file():
        raise CourseError(
            f"There is no checkpoint at {path}; fit(..., folder=...) writes "
            "last.pt and best.pt into that folder."
        )
    state: Any = None
    try:
        with contextlib.suppress(CourseError):  # this message says more
            state = read_file(path) if _is_whole(path) else None
    except OSError as error:
        raise CourseError(
            f"{path} cannot be read ({error.strerror}); name another folder."
        ) from error
    if not _is_checkpoint(state):
        raise CourseError(
            f"{path} is not a checkpoint of this course, or it is not as it "
            "was written: cut short or changed. Use a file that "
            "fit(..., folder=...) wrote."
        )
    name = state.get("progress", {}).get("file", path.name)
    if path.name in FILES and name != path.name:
        raise CourseError(
            f"{path} was written as {name}; give it its name back, and "
            "expect weights of another epoch in it."
        )
    return state


def _is_whole(path: Path) -> bool:
    """Tell whether the digest that ends a file is that of all before it."""
    if path.stat().st_size <= DIGEST:
        return False
    with (
        path.open("rb") as file,
        mmap(file.fileno(), 0, access=ACCESS_READ) as content,
        memoryview(content)[:-DIGEST] as body,
    ):
        return hashlib.sha256(body).hexdigest().encode() == content[-DIGEST:]


def _is_checkpoint(state: Any) -> bool:
    """Tell whether a file's content is of the kinds that are written."""
    if not isinstance(state, dict) or state.get("format") != FORMAT:
        return False
    try:
        History(**state["history"])
    except (CourseError, KeyError, TypeError):
        return False
    return "weights" in state and isinstance(state.get("progress", {}), dict)


def restore(model: nn.Module, weights: object, source: str | Path) -> None:
    """Put the weights that `source` holds into the network they came from.

    Raises:
        CourseError: they came from another network, or are no numbers; the
            network stays unchanged.
    """
    theirs = check_tensors(weights, f"weights in {source}")
    wrong = misfits(model, theirs)
    if wrong:
        raise CourseError(
            f"{source} was made from another network: {len(wrong)} of its "
            f"tensors do not fit, the first: {wrong[0]}. Build the network "
            "with the options it was trained with, or name another folder."
        )
    if name := spoiled(model, theirs):
        raise CourseError(
            f"{source} holds values in {name} that are no numbers: the "
            "training had diverged. Name another folder, and take a smaller "
            "learning rate."
        )
    model.load_state_dict(theirs)
