"""Recorded runs as data: one training each, or all seeds of one plan."""

import base64
import json
import os
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import mean

import numpy as np
import torch
from torch import Tensor

from cnncourse.checks import check_folder, check_kind
from cnncourse.datasets import data_folder
from cnncourse.errors import CourseError, unknown
from cnncourse.runs.plans import PLANS
from cnncourse.training import History, Trials


@dataclass(frozen=True)
class Run:
    """One recorded training run.

    Attributes:
        name: of the plan.
        seed: of the first weights and the order of the pictures.
        network, options, recipe, augment: what was trained, and how.
        data: the exact form of the data set.
        counts: pictures to train on, held out, and to test on.
        epochs: the history, a dictionary per epoch.
        test_accuracy: after the last epoch, in percent; None where the
            training diverged.
        seconds: wall time of the training.
        device, versions, commit, date: where and when.
        right: which test pictures the trained network gets right, by
            condition: "" as they are, "right 2" moved by two pixels; packed
            by `pack`.
    """

    name: str
    seed: int
    network: str
    options: dict
    recipe: dict
    augment: str
    data: str
    counts: dict[str, int]
    epochs: list[dict[str, float]]
    test_accuracy: float | None
    seconds: float
    device: str
    versions: dict[str, str]
    commit: str
    date: str
    right: dict[str, str] = field(default_factory=dict)

    def save(self, folder: Path) -> Path:
        """Write the record as `<name>-seed<seed>.json`; return the path."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.name}-seed{self.seed}.json"
        partial = path.with_suffix(".partial")
        partial.write_text(json.dumps(asdict(self), indent=1) + "\n")
        os.replace(partial, path)
        return path

    @property
    def history(self) -> History:
        accuracy = self.test_accuracy
        if accuracy is None:
            accuracy = float("nan")
        return History(self.epochs, accuracy, self.seconds)


@dataclass(frozen=True)
class Recorded(Trials):
    """The runs of one plan, a seed each.

    Attributes:
        runs: the records, by seed.
    """

    runs: tuple[Run, ...] = ()

    @property
    def seconds(self) -> float:
        """Mean wall time of a training."""
        return mean(run.seconds for run in self.runs)

    @property
    def device(self) -> str:
        """Where; several are joined."""
        return " / ".join(sorted({run.device for run in self.runs}))

    def robustness(self, change: str, amounts: Sequence[float]) -> Tensor:
        """Return which test pictures are right after a change.

        Args:
            change: a name of the plan's conditions, such as "right".
            amounts: some of its amounts; 0 for the pictures as they are.

        Returns:
            (amounts, seeds, pictures), bool.

        Raises:
            CourseError: the runs were not asked about that.
        """
        wanted = [
            f"{change} {amount:g}" if amount else "" for amount in amounts
        ]
        for name in wanted:
            for run in self.runs:
                if name not in run.right:
                    raise unknown("condition in these runs", name, run.right)
        return torch.stack(
            [
                torch.stack([unpack(run.right[name]) for run in self.runs])
                for name in wanted
            ]
        )


def pack(right: Tensor) -> str:
    """Return bools as a short text."""
    bits = np.packbits(right.numpy()).tobytes()
    packed = base64.b85encode(zlib.compress(bits, 9)).decode()
    return f"{len(right)}:{packed}"


def unpack(text: str) -> Tensor:
    """Return what `pack` was given."""
    count, packed = text.split(":", 1)
    bits = np.frombuffer(zlib.decompress(base64.b85decode(packed)), np.uint8)
    return torch.from_numpy(np.unpackbits(bits, count=int(count))).bool()


def read(folder: Path | None = None) -> list[Run]:
    """Read all records of a folder, sorted by name and seed.

    Args:
        folder: where to look; the runs that ship with the course without it.

    Raises:
        CourseError: a file that is no record.
    """
    if folder is None:
        folder = data_folder() / "runs"
    check_folder("folder", folder)
    runs = []
    for path in sorted(Path(folder).glob("*.json")):
        try:
            runs.append(Run(**json.loads(path.read_text())))
        except (ValueError, TypeError, OSError) as error:
            raise CourseError(
                f"{path} is not a recorded run ({error}); delete it, or "
                "record it again with `cnncourse record`."
            ) from error
    return sorted(runs, key=lambda run: (run.name, run.seed))


def load(name: str, folder: Path | None = None) -> Recorded:
    """Return the recorded runs of one plan.

    Args:
        name: of a plan.
        folder: as of `read`.

    Raises:
        CourseError: no such record, or a file that is not one.
    """
    check_kind("name", name, str, '"lenet5-mnist"')
    runs = read(folder)
    found = tuple(run for run in runs if run.name == name)
    if not found:
        raise unknown("recorded run", name, {run.name for run in runs})
    return _recorded(found)


def _recorded(runs: tuple[Run, ...]) -> Recorded:
    right = None
    if all("" in run.right for run in runs):
        right = torch.stack([unpack(run.right[""]) for run in runs])
    return Recorded(
        tuple(run.seed for run in runs),
        tuple(run.history for run in runs),
        right,
        runs=runs,
    )


def groups(wanted: list[str], folder: Path) -> dict[str, Recorded]:
    """Return the runs in a folder by plan, in the order of the plans.

    Args:
        wanted: names of plans; all that have runs if empty.

    Raises:
        CourseError: an unknown plan.
    """
    check_names(wanted)
    found = read(folder)
    return {
        name: _recorded(own)
        for name in PLANS
        if (own := tuple(run for run in found if run.name == name))
        and (not wanted or name in wanted)
    }


def check_names(wanted) -> None:
    """Refuse what is not some names of plans."""
    check_kind("wanted", wanted, list, 'wanted=["lenet5-mnist"]')
    for name in wanted:
        if not isinstance(name, str) or name not in PLANS:
            raise unknown("plan", name, PLANS)
