"""What the cells of a chapter need: seed, scale, style, code and tables."""

import inspect
import os
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch

from cnncourse.doors import door
from cnncourse.errors import CourseError, unknown
from cnncourse.evidence import Results as results
from cnncourse.kinds import Seed, default_device

__all__ = ["Settings", "results", "scale", "source", "start"]

SCALES = ("quick", "full")


@door
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


@door
def start(seed: Seed = 0) -> Settings:
    """Seed PyTorch, set the style of charts, and return the settings.

    The scale is "full" with a GPU and "quick" without one; the environment
    variable CNNCOURSE_SCALE overrides that.

    Raises:
        CourseError: CNNCOURSE_SCALE names a scale that does not exist.
    """
    from cnncourse.visualize import STYLE, plt  # training needs no charts

    plt.rcParams.update(STYLE)
    torch.manual_seed(seed)
    return Settings(scale(), default_device())


@door
def scale(given: str | None = None) -> str:
    """Return the scale: as given, as CNNCOURSE_SCALE says, or by device."""
    automatic = "full" if default_device().type == "cuda" else "quick"
    chosen = given
    if chosen is None:
        chosen = os.environ.get("CNNCOURSE_SCALE") or automatic
    if chosen not in SCALES:
        raise unknown("scale", chosen, SCALES)
    return chosen


@door
def source(*objects: Callable[..., object]) -> Any:
    """Return the package's own code of classes or functions, as Markdown.

    Nothing is left out: comments and docstrings are part of it.

    Args:
        objects: what to show, in order.

    Raises:
        CourseError: one was not written in Python, or in no file.
    """
    from IPython.display import Markdown  # training alone works without it

    try:
        texts = [inspect.getsource(thing) for thing in objects]
    except (OSError, TypeError) as error:
        raise CourseError(
            f"One of the objects has no source in Python ({error}); expected "
            "classes and functions; try source(lenet.LeNet5)."
        ) from error
    code = "\n\n".join(textwrap.dedent(text).rstrip() for text in texts)
    fence = "```"
    while fence in code:
        fence += "`"
    return Markdown(f"{fence}python\n{code}\n{fence}")
