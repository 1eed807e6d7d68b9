"""Recorded runs as data: one training each, or all seeds of one plan."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import mean, stdev

from cnncourse.checks import check_folder, check_kind
from cnncourse.datasets import data_folder
from cnncourse.errors import CourseError, unknown
from cnncourse.runs.plans import PLANS
from cnncourse.training import History


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


def load(name: str | None = None, folder: Path | None = None) -> list[Run]:
    """Read recorded runs, sorted by name and seed.

    Args:
        name: of a plan; all runs without it.
        folder: where to look; the runs that ship with the course without it.

    Raises:
        CourseError: no such record, or a file that is not one.
    """
    if folder is None:
        folder = data_folder() / "runs"
    check_folder("folder", folder)
    if name is not None:
        check_kind("name", name, str, '"lenet5-mnist"')
    runs = []
    for path in sorted(Path(folder).glob("*.json")):
        try:
            content = json.loads(path.read_text())
            runs.append(Run(**content))
        except (ValueError, TypeError, OSError) as error:
            raise CourseError(
                f"{path} is not a recorded run ({error}); delete it, or "
                "record it again with `cnncourse record`."
            ) from error
    found = [run for run in runs if name in (None, run.name)]
    if name is not None and not found:
        raise unknown("recorded run", name, {run.name for run in runs})
    return sorted(found, key=lambda run: (run.name, run.seed))


@dataclass(frozen=True)
class Group:
    """The runs of one plan, side by side.

    Attributes:
        runs: one a seed.
        accuracy: mean and deviation of the test accuracy in percent, or how
            many runs diverged.
        seconds: mean wall time.
        device: where; several are joined.
    """

    runs: list[Run]

    @property
    def accuracy(self) -> str:
        found = [run.test_accuracy for run in self.runs]
        good = [value for value in found if value is not None]
        if len(good) < len(found):
            return f"{len(found) - len(good)} diverged"
        spread = f" +- {stdev(good):.2f}" if len(good) > 1 else ""
        return f"{mean(good):.2f}{spread}"

    @property
    def seconds(self) -> float:
        return mean(run.seconds for run in self.runs)

    @property
    def device(self) -> str:
        return " / ".join(sorted({run.device for run in self.runs}))


def groups(wanted: list[str], folder: Path) -> dict[str, Group]:
    """Return the runs in a folder by plan, in the order of the plans.

    Args:
        wanted: names of plans; all that have runs if empty.

    Raises:
        CourseError: an unknown plan.
    """
    check_names(wanted)
    found = load(folder=folder)
    ordered = {
        name: [run for run in found if run.name == name] for name in PLANS
    }
    return {
        name: Group(own)
        for name, own in ordered.items()
        if own and (not wanted or name in wanted)
    }


def check_names(wanted) -> None:
    """Refuse what is not some names of plans."""
    check_kind("wanted", wanted, list, 'wanted=["lenet5-mnist"]')
    for name in wanted:
        if not isinstance(name, str) or name not in PLANS:
            raise unknown("plan", name, PLANS)
