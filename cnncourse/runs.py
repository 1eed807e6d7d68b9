"""Recorded runs: what was trained, how, where and when, as small JSON files.

A record is data. `record` makes the runs of `PLANS` that are missing,
`load` reads them, and chapters draw them; nobody types a result.
"""

import json
import os
import platform
import shutil
import subprocess
import threading
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import lru_cache
from math import isnan
from numbers import Real
from pathlib import Path
from statistics import mean, stdev

import torch
import torchvision

from cnncourse import __version__, datasets, parallel
from cnncourse.checks import check_folder, check_kind, check_seed
from cnncourse.datasets import data_folder
from cnncourse.errors import CourseError, unknown
from cnncourse.plans import PLANS, Plan
from cnncourse.training import Diverged, History, default_device, fit


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
    _check_names(wanted)
    found = load(folder=folder)
    ordered = {
        name: [run for run in found if run.name == name] for name in PLANS
    }
    return {
        name: Group(own)
        for name, own in ordered.items()
        if own and (not wanted or name in wanted)
    }


def record(
    wanted: list[str], folder: Path, minutes: float = float("inf")
) -> Iterator[Path]:
    """Make the runs that are missing in `folder`; yield each new file.

    A run that is not finished in time, or killed, leaves its checkpoint in
    `folder/unfinished`; the same command goes on from there.

    Args:
        wanted: names of plans; all of them if empty.
        folder: where records are and go.
        minutes: stop after so many, in the middle of a run where need be.

    Raises:
        CourseError: an unknown plan, or minutes that are none.
    """
    _check_names(wanted)
    check_folder("folder", folder)
    folder = Path(folder)
    if not isinstance(minutes, Real) or not minutes > 0:
        raise CourseError(
            f"minutes={minutes!r} was given; expected a number above 0; try "
            "minutes=30."
        )
    with _time_limit(60 * minutes):
        for name in wanted or PLANS:
            for seed in PLANS[name].seeds:
                stem = f"{name}-seed{seed}"
                if (folder / f"{stem}.json").exists():
                    continue
                unfinished = folder / "unfinished" / stem
                run = carry_out(name, PLANS[name], seed, unfinished)
                if parallel.rank() == 0:
                    yield run.save(folder)
                    shutil.rmtree(unfinished, ignore_errors=True)


def _check_names(wanted) -> None:
    """Refuse what is not some names of plans."""
    check_kind("wanted", wanted, list, 'wanted=["lenet5-mnist"]')
    for name in wanted:
        if not isinstance(name, str) or name not in PLANS:
            raise unknown("plan", name, PLANS)


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Press Ctrl-C after so many seconds, and end what is inside by it."""
    over = threading.Event()

    def press() -> None:
        over.set()
        interrupt_main()

    seconds = float(min(seconds, threading.TIMEOUT_MAX))
    timer = threading.Timer(seconds, press)
    timer.daemon = True
    timer.start()
    try:
        yield
    except KeyboardInterrupt:
        if not over.is_set():
            raise
    finally:
        timer.cancel()


@lru_cache(maxsize=1)
def _data(name: str, size: int, validation: int) -> datasets.Data:
    """Return pictures; plans that follow one another share them."""
    return datasets.load(name, size=size, validation=validation)


def carry_out(
    name: str, plan: Plan, seed: int, unfinished: Path | None = None
) -> Run:
    """Train one plan with one seed and return its record.

    Args:
        unfinished: folder of the checkpoints, if the run shall be resumed.
    """
    check_kind("name", name, str, '"lenet5-mnist"')
    check_kind("plan", plan, Plan, 'PLANS["lenet5-mnist"]')
    check_seed(seed)
    if unfinished is not None:
        check_folder("unfinished", unfinished)
    data = _data(plan.data, plan.size, plan.validation)
    if plan.scale:
        data = data.rescaled(*plan.scale)
    torch.manual_seed(seed)
    model = plan.build()
    try:
        history = fit(
            model,
            data,
            plan.recipe,
            seed=seed,
            augment=plan.augment,
            folder=unfinished,
        )
    except Diverged as error:
        history = error.history
    accuracy = history.test_accuracy
    return Run(
        name=name,
        seed=seed,
        network=plan.network,
        options=plan.options,
        recipe=asdict(plan.recipe),
        augment=repr(plan.augment),
        data=data.form,
        counts={
            part: len(getattr(data, part))
            for part in ("train", "validation", "test")
        },
        epochs=[
            {key: round(value, 4) for key, value in epoch.items()}
            for epoch in history.epochs
        ],
        test_accuracy=None if isnan(accuracy) else round(accuracy, 2),
        seconds=round(history.seconds, 1),
        device=_device(),
        versions={
            "python": platform.python_version(),
            "torch": torch.__version__,
            "torchvision": torchvision.__version__,
            "cnncourse": __version__,
        },
        commit=_commit(),
        date=datetime.now(UTC).date().isoformat(),
    )


def _device() -> str:
    if default_device().type == "cuda":
        return torch.cuda.get_device_name()
    threads = torch.get_num_threads()
    return f"{threads} core{'s' * (threads > 1)} of {processor()}"


def processor() -> str:
    """Return the processor's name where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.split(":")[1] for line in lines if "model name" in line]
    return names[0].strip() if names else platform.machine()


def _commit() -> str:
    """Return the commit of the checkout, with + where it was changed."""
    here = Path(__file__).parent

    def git(*command: str) -> str:
        done = subprocess.run(
            ["git", *command], cwd=here, capture_output=True, text=True
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    try:
        commit = git("rev-parse", "--short=12", "HEAD")
        changed = git("status", "--porcelain", "--", str(here))
    except FileNotFoundError:
        return "unknown"
    return (commit or "unknown") + ("+" if changed else "")
