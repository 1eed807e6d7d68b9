"""What the benchmarks share: turns, spreads, results that are stored.

With `--store` a benchmark writes all that it prints to `results/NAME.txt`,
below the date, the machine, how busy it was, and the versions.
"""

import io
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from importlib.metadata import version
from pathlib import Path

import torch

ROOT = Path(__file__).resolve().parents[1]
RESULTS = Path(__file__).with_name("results")
sys.path.insert(0, str(ROOT))  # the package beside this folder


def machine(threads: int) -> str:
    """Return date, machine and versions in two lines."""
    from cnncourse.runs import processor

    gpu = (
        f"{torch.cuda.get_device_name()}, "
        if torch.cuda.is_available()
        else ""
    )
    busy, _, _ = os.getloadavg()
    return (
        f"{time.strftime('%Y-%m-%d')}, {gpu}{processor()} "
        f"({torch.backends.cpu.get_cpu_capability()}), {threads} thread(s) on "
        f"{os.cpu_count()} cores, load {busy:.1f}\nPython "
        f"{platform.python_version()}, torch {torch.__version__}, torchvision "
        f"{version('torchvision')}\n"
    )


def now() -> float:
    """Return the seconds of the clock when the device has done its work."""
    if torch.cuda.is_available():
        torch.cuda.synchronize()
    return time.perf_counter()


def timed(work: Callable[..., object], *arguments: object) -> float:
    """Return the seconds that `work` takes."""
    began = now()
    work(*arguments)
    return now() - began


def turns(
    works: dict[str, Callable[[], object]], rounds: int, warm: int = 1
) -> dict[str, list[float]]:
    """Time what takes turns, so that a busy machine slows all of it.

    Returns:
        Seconds of each round, the first `warm` left out.
    """
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds + warm):
        for name, work in works.items():
            times[name].append(timed(work))
    return {name: seconds[warm:] for name, seconds in times.items()}


def middle(values: list[float], digits: int = 1) -> str:
    """Return the median and, in brackets, the smallest and the largest."""
    low, mid, high = min(values), statistics.median(values), max(values)
    return f"{mid:,.{digits}f} ({low:,.{digits}f} to {high:,.{digits}f})"


def ratio(above: list[float], below: list[float]) -> tuple[float, str, float]:
    """Return a ratio of medians, it in words, and the upper end of it.

    The brackets hold the middle half of the ratios of single rounds.
    """
    whole = statistics.median(above) / statistics.median(below)
    single = [a / b for a, b in zip(above, below, strict=True)]
    low, _, high = statistics.quantiles(single, n=4)
    return whole, f"{whole:.2f} ({low:.2f}-{high:.2f})", high


class _Both(io.StringIO):
    """Keeps what is printed, and prints it."""

    def write(self, text: str) -> int:
        sys.__stdout__.write(text)
        sys.__stdout__.flush()
        return super().write(text)


@contextmanager
def report(name: str, threads: int, store: bool) -> Iterator[None]:
    """Say when and where; store what is printed inside if asked to."""
    with redirect_stdout(_Both()) as printed:
        print(machine(threads))
        yield
    if store:
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / f"{name}.txt").write_text(printed.getvalue())
