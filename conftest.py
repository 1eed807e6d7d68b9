"""Notebooks as tests: `pytest --nbval chapters/lenet.ipynb` works alone.

Sets what the kernels inherit, and compares outputs by what they are. Facts
must be the same everywhere, byte by byte, as nbval has it. Measured numbers
(`cnncourse.evidence`) must lie within their stored tolerance; the text, the
table and the drawing beside them are compared without their numbers. A
finding that does not hold is red, whatever is stored.
"""

import copy
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cnncourse.evidence import FINDING, MEASURED
from tools import ENVIRONMENT

ROOT = Path(__file__).resolve().parent

# Quick scale also where there is a GPU, no progress bars, no window system.
# One thread, unless said otherwise, for each of several test processes.
threads = os.environ.get("OMP_NUM_THREADS")
os.environ.update(ENVIRONMENT)
if threads:
    os.environ["OMP_NUM_THREADS"] = threads

NUMBER = re.compile(r"[-−+]?\b\d+(?:,\d{3})*(?:\.\d+)?(?:e[-+]?\d+)?")
DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
LETTERING = re.compile(r"<text\b[^>]*>([^<]*)</text>")
PIXELS = re.compile(r"data:image/[a-z+]+;base64,[A-Za-z0-9+/=]+")

Output = dict[str, Any]


def pytest_configure(config: pytest.Config) -> None:
    """Give nbval its settings, and this book's comparison."""
    if not getattr(config.option, "nbval", False):
        return
    from nbval.plugin import IPyNbCell

    if config.option.nbval_sanitize_with is None:
        config.option.nbval_sanitize_with = str(ROOT / "tests/nbval.cfg")
    if config.option.nbval_kernel_name is None:
        config.option.nbval_current_env = True
    plain = getattr(IPyNbCell.compare_outputs, "plain", None)
    plain = plain or IPyNbCell.compare_outputs

    def compare(
        cell: Any, test: list[Output], ref: list[Output], skip: Any = None
    ) -> bool:
        same = plain(cell, masked(test), masked(ref), skip)
        found = list(faults(test, ref))
        cell.comparison_traceback += found
        return same and not found

    compare.plain = plain  # type: ignore[attr-defined]
    IPyNbCell.compare_outputs = compare


def masked(outputs: list[Output]) -> list[Output]:
    """Return outputs with measured numbers taken out.

    The labels stay, so that a number that is missing or new is a difference.
    """
    outputs = copy.deepcopy(outputs)
    for output in outputs:
        data = output.get("data", {})
        if MEASURED in data:
            labels = sorted(data[MEASURED]["values"])
            facts = data[MEASURED].get("facts", {})
            data[MEASURED] = {"labels": labels, "facts": facts}
        elif FINDING not in data:
            continue
        for mime, text in data.items():
            if mime.startswith("text/"):
                data[mime] = skeleton("".join(text))
    return outputs


def skeleton(text: str) -> str:
    """Return a text without numbers, pixels, lines and white space."""

    def lettering(drawing: re.Match[str]) -> str:
        words = LETTERING.findall(drawing[0])
        return " ".join(word for word in words if re.search("[a-z]{2}", word))

    text = PIXELS.sub("pixels", DRAWING.sub(lettering, text))
    return " ".join(NUMBER.sub("#", text).split())


def faults(test: list[Output], ref: list[Output]) -> Iterator[str]:
    """Say which numbers left their tolerance, which findings do not hold."""
    for output in test:
        found = output.get("data", {}).get(FINDING)
        if found and found["holds"] is not True:
            yield f"does not hold: {found['finding']}"
    stored, run = (list(filter(None, map(_values, o))) for o in (ref, test))
    # Another number of outputs is a difference that nbval reports.
    for expected, got in zip(stored, run, strict=False):
        for label in expected.keys() & got.keys():
            value, tolerance = expected[label]
            here = got[label][0]
            if not abs(here - value) <= tolerance:
                yield (
                    f"{label}: {here} found, {value} stored, "
                    f"tolerance {tolerance}"
                )


def _values(output: Output) -> dict[str, list[float]]:
    return output.get("data", {}).get(MEASURED, {}).get("values", {})
