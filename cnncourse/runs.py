"""Recorded runs: what was trained, how, where and when, as small JSON files.

A record is data. `record` makes the runs of `PLANS` that are missing,
`load` reads them, and chapters draw them; nobody types a result.
"""

import json
import os
import platform
import subprocess
import time
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import torch
import torchvision

from cnncourse import __version__, architectures, datasets
from cnncourse.datasets import data_folder
from cnncourse.errors import CourseError, unknown
from cnncourse.training import History, Recipe, default_device, fit


@dataclass(frozen=True)
class Plan:
    """A run that the course wants recorded, once per seed.

    Attributes:
        network: a name of `architectures.names()`.
        data: a name of `datasets.names()`.
        size: height and width of the pictures.
        recipe: how to train.
        options: of the network.
        scale: brightness of black and white; mean 0 and deviation 1
            without it.
        validation: pictures held out of training.
        seeds: one run each.
    """

    network: str
    data: str
    size: int
    recipe: Recipe
    options: dict = field(default_factory=dict)
    scale: tuple[float, float] | None = None
    validation: int = 0
    seeds: tuple[int, ...] = (0, 1, 2, 3, 4)


# In order of worth. Today's recipe was fixed in advance; the learning rate
# of the 1998 network was chosen on 5,000 held-out training pictures.
PLANS = {
    "lenet5_modern-mnist": Plan(
        "lenet5_modern", "mnist", 32,
        Recipe(epochs=3, batch_size=128, lr=6e-3),
    ),
    "lenet5-mnist": Plan(
        "lenet5", "mnist", 32,
        Recipe(epochs=10, batch_size=128, lr=1.2e-2),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Run:
    """One recorded training run.

    Attributes:
        name: of the plan.
        seed: of the first weights and the order of the pictures.
        network, options, recipe: what was trained, and how.
        data: the exact form of the data set.
        counts: pictures to train on, held out, and to test on.
        epochs: the history, a dictionary per epoch.
        test_accuracy: after the last epoch, in percent.
        seconds: wall time of the training.
        device, versions, commit, date: where and when.
    """

    name: str
    seed: int
    network: str
    options: dict
    recipe: dict
    data: str
    counts: dict[str, int]
    epochs: list[dict[str, float]]
    test_accuracy: float
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
        return History(self.epochs, self.test_accuracy, self.seconds)


def load(name: str | None = None, folder: Path | None = None) -> list[Run]:
    """Read recorded runs, sorted by name and seed.

    Args:
        name: of a plan; all runs without it.
        folder: where to look; the runs that ship with the course without it.

    Raises:
        CourseError: no such record, or a file that is not one.
    """
    folder = folder or data_folder() / "runs"
    runs = []
    for path in sorted(folder.glob("*.json")):
        try:
            content = json.loads(path.read_text())
            runs.append(Run(**content))
        except (ValueError, TypeError) as error:
            raise CourseError(
                f"{path} is not a recorded run ({error}); delete it, or "
                "record it again with `cnncourse record`."
            ) from error
    found = [run for run in runs if name in (None, run.name)]
    if name is not None and not found:
        raise unknown("recorded run", name, {run.name for run in runs})
    return sorted(found, key=lambda run: (run.name, run.seed))


def record(
    wanted: list[str], folder: Path, minutes: float = float("inf")
) -> list[Path]:
    """Make the runs that are missing in `folder`; return the new files.

    Args:
        wanted: names of plans; all of them if empty.
        folder: where records are and go.
        minutes: start no run that would end later, judged by the last run
            of the same plan.
    """
    for name in wanted:
        if name not in PLANS:
            raise unknown("plan", name, PLANS)
    deadline = time.monotonic() + 60 * minutes
    made = []
    for name in wanted or PLANS:
        longest = 0.0
        for seed in PLANS[name].seeds:
            if (folder / f"{name}-seed{seed}.json").exists():
                continue
            if time.monotonic() + longest > deadline:
                break
            start = time.monotonic()
            made.append(carry_out(name, PLANS[name], seed).save(folder))
            longest = max(longest, time.monotonic() - start)
    return made


def carry_out(name: str, plan: Plan, seed: int) -> Run:
    """Train one plan with one seed and return its record."""
    data = datasets.load(plan.data, size=plan.size, validation=plan.validation)
    if plan.scale:
        data = data.rescaled(*plan.scale)
    torch.manual_seed(seed)
    model = architectures.create(plan.network, **plan.options)
    history = fit(model, data, plan.recipe, seed=seed)
    return Run(
        name=name,
        seed=seed,
        network=plan.network,
        options=plan.options,
        recipe=asdict(plan.recipe),
        data=data.form,
        counts={
            part: len(getattr(data, part))
            for part in ("train", "validation", "test")
        },
        epochs=[
            {key: round(value, 4) for key, value in epoch.items()}
            for epoch in history.epochs
        ],
        test_accuracy=round(history.test_accuracy, 2),
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
