"""List numbers in prose that nothing on their page supports.

`python -m tools.prose [notebook ...]`. A number in a text cell is supported

- if an output of the page holds the same number; a number with "%" needs an
  output that speaks of "%", and "49 of 64" needs both on one line;
- if a code cell of the page sets it, and no "%" follows;
- if its paragraph cites: a link to a DOI or to arXiv, or a `{cite}` role;
- if it stands in a formula of plain arithmetic that is true (what a formula
  with letters says is its author's to derive).

Not looked at: code, addresses, years, whole numbers up to ten, numbers of
sections, equations, figures, exercises and the like, minutes of reading, names
(LeNet-5, C3), and numbers in words.
"""

import ast
import json
import operator
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.book import toc_notebooks

FENCE = re.compile(r"^(`{3,}|~{3,}).*?^\1", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`[^`]*`")
MATH = re.compile(r"\$\$(.+?)\$\$|\$(.+?)\$", re.DOTALL)
CITATION = re.compile(
    r"doi\.org/|arxiv\.org/|proceedings\.neurips\.cc/|\{cite[:\w]*\}",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"\]\([^)]*\)|<[^>]*>|https?://\S+|(?:doi|arXiv):\S+")
# Where a number is a name: lists, exercises, and what is counted through.
NAMED = re.compile(
    r"^\s*(?:\*\*)?\d+\.\s"
    r"|\b(?:sections?|equations?|eq\.|figures?|fig\.|tables?|exercises?"
    r"|chapters?|appendix|pages?|steps?|parts?|layers?|cells?|kernels?"
    r"|maps?|rows?|columns?|seeds?|version) \d[\d.]*(?: (?:to|and|–) \d+)?"
    r"|\b\d+ minutes?\b",
    re.IGNORECASE | re.MULTILINE,
)
NUMBER = re.compile(
    r"(?<![A-Za-z_\d.,])(?<![A-Za-z]-)\d+(?:,\d{3})*(?:\.\d+)?(\s?%)?"
)
PAIR = re.compile(rf"({NUMBER.pattern}) of (?:the )?({NUMBER.pattern})")
SMALL = 10
YEARS = range(1900, 2100)
OPERATORS: dict[type[ast.AST], Any] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


class Page:
    """What the outputs and the code of a notebook hold.

    Args:
        cells: of the notebook, as stored.
    """

    def __init__(self, cells: list[dict[str, Any]]):
        self.lines: list[set[float]] = []
        self.shares: set[float] = set()
        self.set: set[float] = set()
        for cell in cells:
            if cell["cell_type"] != "code":
                continue
            self.set |= set(_numbers("".join(cell["source"])))
            for output in cell["outputs"]:
                self._read(_shown(output))
        self.held = set().union(*self.lines)

    def _read(self, text: str) -> None:
        self.lines += [set(_numbers(line)) for line in text.splitlines()]
        if "%" in text:
            self.shares |= set(_numbers(text))

    def unsupported(self, paragraph: str) -> Iterator[str]:
        """Yield the numbers of a paragraph that the page does not hold."""
        if CITATION.search(paragraph):
            return
        text = SPAN.sub(" ", paragraph)
        for formula in MATH.finditer(text):
            if not holds(formula[1] or formula[2]):
                yield formula[0]
        text = NAMED.sub(" ", ADDRESS.sub(" ", MATH.sub(" ", text)))
        for pair in PAIR.finditer(text):
            both = {_value(pair[1]), _value(pair[3])}
            if not any(both <= line for line in self.lines):
                yield pair[0]
        for match in NUMBER.finditer(PAIR.sub(" ", text)):
            if not self._has(_value(match[0]), bool(match[1])):
                yield match[0]

    def _has(self, value: float, share: bool) -> bool:
        if share:
            return value in self.shares
        structure = value == int(value) and (value <= SMALL or value in YEARS)
        return structure or value in self.held or value in self.set


def holds(formula: str) -> bool:
    """Tell whether a formula is true; one with letters is not judged."""
    text = formula.replace("{,}", "").replace("^", "**")
    text = re.sub(r"\\[td]?frac\{?(\d+)\}?\{?(\d+)\}?", r"(\1/\2)", text)
    text = re.sub(r"\\(?:cdot|times)", "*", text)
    sides = re.split(r"(=|\\approx)", text)
    try:
        values = [_compute(side) for side in sides[::2]]
    except (SyntaxError, KeyError, TypeError, ValueError, ZeroDivisionError):
        return True
    loose = {"=": 1e-9, "\\approx": 0.01}
    pairs = zip(values, sides[1::2], values[1:], strict=False)
    return all(abs(a - b) <= loose[sign] * abs(a) for a, sign, b in pairs)


def _compute(text: str) -> float:
    """Return the value of a sum of plain numbers."""

    def walk(node: ast.AST) -> float:
        if isinstance(node, ast.BinOp):
            return OPERATORS[type(node.op)](walk(node.left), walk(node.right))
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return -walk(node.operand)
        if isinstance(node, ast.Constant) and isinstance(
            node.value, int | float
        ):
            return node.value
        raise ValueError(text)

    return walk(ast.parse(text.strip(), mode="eval").body)


def _shown(output: dict[str, Any]) -> str:
    """Return what an output says.

    Of a figure that is its description: captions are typed, and so many
    points of a curve are listed that one would match by chance.
    """
    data = output.get("data", {})
    parts = [output.get("text", ""), data.get("text/plain", "")]
    text = "\n".join("".join(part) for part in parts)
    figure = re.search(r"^Figure: .*?\[(.*)\]$", text, re.MULTILINE)
    return figure[1] if figure else text


def _value(text: str) -> float:
    return float(text.rstrip("% \n").replace(",", ""))


def _numbers(text: str) -> Iterator[float]:
    # Sizes such as 28x28 and code such as 60_000 count as well.
    text = re.sub(r"(?<=\d)[x×@](?=\d)", " ", text)
    text = re.sub(r"(?<=\d)_(?=\d)", "", text)
    return (_value(match[0]) for match in NUMBER.finditer(text))


def unsupported(path: Path) -> list[str]:
    """Return the numbers in a notebook's prose that nothing supports.

    Args:
        path: a notebook with stored outputs.

    Returns:
        A line for each, with its cell and the words around it.
    """
    cells = json.loads(path.read_text("utf-8"))["cells"]
    page = Page(cells)
    found = []
    for number, cell in enumerate(cells):
        if cell["cell_type"] != "markdown":
            continue
        text = FENCE.sub("\n\n", "".join(cell["source"]))
        for paragraph in re.split(r"\n\s*\n", text):
            words = " ".join(paragraph.split())
            for missing in page.unsupported(paragraph):
                near = words.find(" ".join(missing.split()))
                around = words[max(0, near - 30) : near + 40]
                found.append(
                    f"{path.name}, cell {number}: {missing} in ...{around}..."
                )
    return found


def main(words: list[str]) -> int:
    """Print what is unsupported in the notebooks named, or in all."""
    paths = [Path(word) for word in words]
    paths = paths or [path for _, path in toc_notebooks(Path("."))]
    found = [line for path in paths for line in unsupported(path)]
    print(*found, sep="\n")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
