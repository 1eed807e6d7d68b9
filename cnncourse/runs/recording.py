"""Make the recorded runs that are missing: `cnncourse record`."""

import math
import os
import platform
import shutil
import subprocess
import threading
import time
from _thread import interrupt_main
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import torch
import torchvision
from pydantic import Field

from cnncourse import __version__, datasets
from cnncourse.augmentation import shuffle
from cnncourse.doors import door
from cnncourse.errors import CourseError
from cnncourse.kinds import OutFolder, Seed
from cnncourse.runs.measures import MEASURES
from cnncourse.runs.plan import CHANGES, FileName, Plan
from cnncourse.runs.plans import PLANS, PlanName
from cnncourse.runs.reading import Run, pack, read_one
from cnncourse.training import Diverged, default_device, fit, processes, right

Minutes = Annotated[float, Field(gt=0, examples=["30"])]


@door
def record(
    wanted: list[PlanName],
    folder: OutFolder,
    minutes: Minutes | None = None,
    seed: Seed | None = None,
) -> Iterator[Path]:
    """Make the runs that are missing in `folder`; yield each new file.

    A run that is not finished in time, or killed, leaves its checkpoint in
    `folder/unfinished`; the same command goes on from there.

    Args:
        wanted: names of plans; all of them if empty.
        folder: where records are and go.
        minutes: stop after so many, in the middle of a run where need be.
        seed: only this one of the seeds that a plan has.

    Raises:
        CourseError: an unknown plan, a seed that none of them has, or a file
            there that is no record.
    """
    folder = Path(folder)
    plans = [PLANS[name] for name in wanted or PLANS]
    known = sorted({each for plan in plans for each in plan.seeds})
    if seed is not None and seed not in known:
        raise CourseError(
            f"seed={seed} was given, and none of these plans has it; expected "
            f"one of {', '.join(map(str, known))}."
        )
    end = time.monotonic() + 60 * (minutes or math.inf)
    for name in wanted or PLANS:
        for each in PLANS[name].seeds:
            if seed not in (None, each):
                continue
            stem = f"{name}-seed{each}"
            if (folder / f"{stem}.json").exists():
                read_one(folder / f"{stem}.json")
                continue
            unfinished = folder / "unfinished" / stem
            run = _within(
                end - time.monotonic(),
                partial(carry_out, name, PLANS[name], each, unfinished),
            )
            if run is None:
                return
            if processes.rank() == 0:
                yield run.save(folder)
                shutil.rmtree(unfinished, ignore_errors=True)


def _within(seconds: float, work: Callable[[], Run]) -> Run | None:
    """Return what work gives; press Ctrl-C after so many seconds.

    A press that comes while the work ends is caught here as well, so that it
    ends nothing else.

    Returns:
        None where the time was over.
    """
    over = threading.Event()

    def press() -> None:
        over.set()
        interrupt_main()

    timer = threading.Timer(min(seconds, threading.TIMEOUT_MAX), press)
    timer.daemon = True
    try:
        timer.start()
        try:
            return work()
        finally:
            timer.cancel()
            timer.join()  # a press that has begun arrives now
    except KeyboardInterrupt:
        if not over.is_set():
            raise
    return None


@door
def carry_out(
    name: FileName, plan: Plan, seed: Seed, unfinished: OutFolder | None = None
) -> Run:
    """Train one plan with one seed and return its record.

    Args:
        unfinished: folder of the checkpoints, if the run shall be resumed.
    """
    data = plan.pictures()
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
    kept, measured = {}, {}
    if not math.isnan(accuracy):
        measured = {
            name: [round(value, 6) for value in MEASURES[name](model, data)]
            for name in plan.measures
        }
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
        test_accuracy=None if math.isnan(accuracy) else round(accuracy, 2),
        seconds=round(history.seconds, 1),
        device=_device(),
        versions={
            "python": platform.python_version(),
            **{m.__name__: m.__version__ for m in (torch, torchvision)},
            "cnncourse": __version__,
        },
        commit=_commit(),
        date=datetime.now(UTC).date().isoformat(),
        right=kept,
        measured=measured,
    )


def _conditions(
    plan: Plan, data: datasets.Data
) -> Iterator[tuple[str, datasets.Split]]:
    """Yield the test part as it is and changed; pixels are shuffled last."""
    yield "", data.test
    plain = replace(plan, shuffled=False).pictures().test
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
    """Return the commit of the course's own checkout, with + where changed.

    An installed copy has none, whatever project of git lies around it.
    """
    package = Path(__file__).resolve().parents[1]
    # As a hook of another project has them.
    clean = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}

    def git(*words: str) -> str:
        done = subprocess.run(
            ["git", "--no-optional-locks", *words],
            cwd=package.parent,
            env=clean,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    try:
        if Path(git("rev-parse", "--show-toplevel")) != package.parent:
            return "unknown"
        git(
            "grep", "-q", '^name = "cnncourse"', "HEAD", "--", "pyproject.toml"
        )
        git("cat-file", "-e", f"HEAD:{package.name}/runs/recording.py")
        changed = git("status", "--porcelain", "--", package.name)
        return git("rev-parse", "--short=12", "HEAD") + "+" * bool(changed)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
