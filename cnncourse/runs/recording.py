"""Make the recorded runs that are missing: `cnncourse record`."""

import platform
import shutil
import subprocess
import threading
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import lru_cache
from math import isnan
from numbers import Real
from pathlib import Path

import torch
import torchvision

from cnncourse import __version__, datasets
from cnncourse.augmentation import shuffle
from cnncourse.checks import check_folder, check_kind, check_seed
from cnncourse.errors import CourseError
from cnncourse.runs.plans import CHANGES, PLANS, Plan
from cnncourse.runs.reading import Run, check_names, pack
from cnncourse.training import Diverged, default_device, fit, processes, right


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
    check_names(wanted)
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
                if processes.rank() == 0:
                    yield run.save(folder)
                    shutil.rmtree(unfinished, ignore_errors=True)


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
    if plan.shuffled:
        data = data.changed(shuffle)
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
    kept = {}
    if plan.conditions and not isnan(accuracy):
        kept = {
            name: pack(right(model, data, part))
            for name, part in _conditions(plan, data)
        }
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
        right=kept,
    )


def _conditions(
    plan: Plan, data: datasets.Data
) -> Iterator[tuple[str, datasets.Split]]:
    """Yield the test part as it is and changed; pixels are shuffled last."""
    yield "", data.test
    plain = _data(plan.data, plan.size, plan.validation).test
    for name, amounts in plan.conditions.items():
        for amount in amounts:
            images = CHANGES[name](plain.images, amount)
            if plan.shuffled:
                images = shuffle(images)
            yield f"{name} {amount:g}", replace(plain, images=images)


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
    here = Path(__file__).parents[1]

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
