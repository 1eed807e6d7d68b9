"""What the first cell of a chapter needs: seed, scale and device."""

import inspect
import os
import statistics
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

import torch

from cnncourse.checks import default_device
from cnncourse.errors import unknown

SCALES = ("quick", "full")


@dataclass(frozen=True)
class Settings:
    """How this run of a chapter is made.

    Attributes:
        scale: "quick" for bundled data and two CPU cores, "full" for the
            real data set and a GPU.
        device: where networks are trained.
    """

    scale: str
    device: torch.device

    @property
    def quick(self) -> bool:
        return self.scale == "quick"

    def pick(self, quick, full):
        """Return the first value at quick scale, the second at full."""
        return quick if self.quick else full

    def __str__(self) -> str:
        return f"scale: {self.scale}, device: {self.device.type}"


def start(seed: int = 0) -> Settings:
    """Seed PyTorch and return the settings of this run.

    The scale is "full" with a GPU and "quick" without one; the environment
    variable CNNCOURSE_SCALE overrides that.

    Raises:
        CourseError: CNNCOURSE_SCALE names a scale that does not exist.
    """
    torch.manual_seed(seed)
    device = default_device()
    return Settings(scale(), device)


def scale(given: str | None = None) -> str:
    """Return the scale: as given, as CNNCOURSE_SCALE says, or by device."""
    automatic = "full" if default_device().type == "cuda" else "quick"
    chosen = given or os.environ.get("CNNCOURSE_SCALE") or automatic
    if chosen not in SCALES:
        raise unknown("scale", chosen, SCALES)
    return chosen


def source(*objects):
    """Return the package's own code of classes or functions, to display.

    Args:
        objects: what to show, in order.
    """
    from IPython.display import Markdown  # training alone works without it

    texts = [inspect.getsource(thing) for thing in objects]
    code = "\n\n".join(textwrap.dedent(text).rstrip() for text in texts)
    return Markdown(f"```python\n{code}\n```")


def spread(values: Sequence[float], digits: int = 1) -> str:
    """Return mean and standard deviation over seeds, as "98.2 ± 0.4"."""
    mean, deviation = statistics.mean(values), statistics.stdev(values)
    return f"{mean:.{digits}f} ± {deviation:.{digits}f}"
