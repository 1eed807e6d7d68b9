"""What the cells of a chapter need: seed, scale, style, code and tables."""

import inspect
import os
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch

from cnncourse.checks import default_device
from cnncourse.errors import unknown
from cnncourse.evidence import Results as results

__all__ = ["Settings", "results", "scale", "source", "start"]

if TYPE_CHECKING:
    from IPython.display import Markdown

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

    def pick(self, quick: Any, full: Any) -> Any:
        """Return the first value at quick scale, the second at full."""
        return quick if self.quick else full

    def __str__(self) -> str:
        return f"scale: {self.scale}, device: {self.device.type}"


def start(seed: int = 0) -> Settings:
    """Seed PyTorch, set the style of charts, and return the settings.

    The scale is "full" with a GPU and "quick" without one; the environment
    variable CNNCOURSE_SCALE overrides that.

    Raises:
        CourseError: CNNCOURSE_SCALE names a scale that does not exist.
    """
    from cnncourse.visualize import STYLE, plt  # training needs no charts

    plt.rcParams.update(STYLE)
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


def source(*objects: Callable[..., object]) -> "Markdown":
    """Return the package's own code of classes or functions, to display.

    Nothing is left out: comments and docstrings are part of it.

    Args:
        objects: what to show, in order.
    """
    from IPython.display import Markdown  # training alone works without it

    texts = [inspect.getsource(thing) for thing in objects]
    code = "\n\n".join(textwrap.dedent(text).rstrip() for text in texts)
    return Markdown(f"```python\n{code}\n```")
