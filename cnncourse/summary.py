"""What each layer of a network costs, and how much of the picture it sees.

MACs are multiply-accumulates of convolutions and linear layers, without
biases, norm or pooling: half the FLOPs of `torch.utils.flop_counter`.
"""

import copy
import html
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from statistics import median
from typing import Annotated, Any

import torch
from pydantic import Field
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from cnncourse import architectures
from cnncourse.doors import door
from cnncourse.errors import CourseError, unknown
from cnncourse.tracing import (
    Depth,
    Followed,
    Size,
    Step,
    Trace,
    label,
    meta_images,
    place_at,
    runs,
    without_numbers,
)

Times = Annotated[int, Field(ge=1, le=1024, examples=["20"])]


def _sides(pair: tuple, missing: str) -> str:
    """Return "5" for (5, 5) and "1x7" for (1, 7)."""
    words = [missing if side is None else f"{side:g}" for side in pair]
    return words[0] if words[0] == words[1] else "x".join(words)


@door
@dataclass(frozen=True)
class Table:
    """The layers of a network; `table["c1"].macs` reads one of its rows."""

    caption: str
    rows: tuple[Step, ...]
    parameters: int
    macs: int
    seconds: float | None = None  # of one pass, where it was measured

    def __getitem__(self, name: str) -> Step:
        rows = {row.name: row for row in self.rows}
        if name not in rows:
            raise unknown("row", name, rows)
        return rows[name]

    def _cells(self) -> list[list[str]]:
        head = "layer", "kind", "output", "parameters", "MACs", "field", "jump"
        cells = [list(head)]
        for row in self.rows:
            cells.append([row.name, row.kind, "x".join(map(str, row.shape))])
            cells[-1] += [f"{row.parameters:,}", f"{row.macs:,}"]
            cells[-1] += [_sides(row.field, "all"), _sides(row.jump, "–")]
        total = [f"{self.parameters:,}", f"{self.macs:,}"]
        cells.append(["total", "", "", *total, "", ""])
        if self.seconds is not None:
            times = [row.seconds for row in self.rows] + [self.seconds]
            words = ["–" if t is None else f"{1000 * t:.3f}" for t in times]
            for line, word in zip(cells, ["ms", *words], strict=True):
                line.append(word)
        return cells

    def __str__(self) -> str:
        cells, lines = self._cells(), [self.caption]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        for row in cells:
            words = [*map(str.ljust, row[:3], widths)]
            words += map(str.rjust, row[3:], widths[3:])
            lines.append("  ".join(words).rstrip())
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        head, *body = self._cells()
        caption = html.escape(self.caption)
        heads = "".join(f'<th scope="col">{title}</th>' for title in head)
        rows = ""
        for name, *cells in body:
            rows += f'<tr><th scope="row">{html.escape(name)}</th>'
            rows += "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
        return (
            '<div class="cnn-table" style="overflow-x:auto" tabindex="0" '
            f'role="region" aria-label="{caption}"><table style="white-space:'
            f'nowrap"><caption>{caption}</caption><thead><tr>{heads}</tr>'
            f"</thead><tbody>{rows}</tbody></table></div>"
        )


@door
def layer_table(
    model: Followed, input_size: Size, *, depth: Depth | None = None
) -> Table:
    """Tabulate shape, parameters, MACs and receptive field of each layer.

    A row is a layer without parts, a module with weights of its own, or an
    operation such as concat, in the pass of an evaluation. Weights are not
    read: the network may live on the meta device.

    Args:
        model: the network.
        input_size: channels, height and width.
        depth: group rows by part: 1 for the parts the network itself names,
            2 for their parts, and so on; None for every layer.

    Raises:
        CourseError: the network does not run on such an input.
    """
    trace, modules = Trace(model, input_size), dict(model.named_modules())
    rows, places = [], groupby(trace.steps[1:], lambda s: place_at(s, depth))
    for place, steps in ((place, list(steps)) for place, steps in places):
        counts = sum(s.parameters for s in steps), sum(s.macs for s in steps)
        if place in trace.outputs:
            kind = type(modules[place[0]]).__name__
            facts = trace.outputs[place]
            steps = [Step(label(place), kind, *counts, *facts)]
        rows += steps
    parameters = sum(p.numel() for p in model.parameters())
    rest = parameters - sum(row.parameters for row in rows)
    if rest:
        rows.append(Step("not run", "", rest))
    caption = f"{type(model).__name__}, input {'x'.join(map(str, input_size))}"
    macs = sum(row.macs for row in rows)
    return Table(caption, tuple(rows), parameters, macs)


@door
@torch.no_grad()
def time_layers(
    model: Followed,
    input_size: Size,
    *,
    batch: Times = 1,
    repeats: Times = 20,
    depth: Depth | None = None,
) -> Table:
    """Tabulate the layers with the seconds that each took, in evaluation.

    The median of several passes on zeros, after one that does not count, on
    the model's own device. Operations between layers have no time of their
    own: they are what the layers leave of the seconds of the table.

    Args:
        model: the network, with numbers in its weights.
        input_size: channels, height and width.
        batch: pictures in a pass.
        repeats: passes that count.
        depth: of the parts that are rows, as in `layer_table`.

    Raises:
        CourseError: the network is on the meta device, or does not run on
            such an input.
    """
    table = layer_table(model, input_size, depth=depth)
    model = copy.deepcopy(model).eval()
    weight = next(model.parameters(), torch.empty(0))
    if weight.is_meta:
        raise CourseError(
            f"{type(model).__name__} is on the meta device, where nothing "
            "is computed. Build it with architectures.create(name)."
        )
    calls: Counter[str] = Counter()
    starts: dict[str, float] = {}
    taken = defaultdict(list)

    def now() -> float:
        if weight.is_cuda:
            torch.cuda.synchronize(weight.device)
        return time.perf_counter()

    def enter(name: str, *_: object) -> None:
        calls[name] += 1
        starts[name] = now()

    def leave(name: str, *_: object) -> None:
        taken[label((name, calls[name]))].append(now() - starts[name])

    shown = {"", *(row.name.split(" (call")[0] for row in table.rows)}
    for name, module in model.named_modules():
        if name not in shown:
            continue
        module.register_forward_pre_hook(partial(enter, name))
        module.register_forward_hook(partial(leave, name))
    with runs(model, input_size):
        images = torch.zeros(batch, *input_size).to(weight)
        for _ in range(repeats + 1):
            model(images)
            calls.clear()
    seconds = {name: median(times[1:]) for name, times in taken.items()}
    rows = (replace(r, seconds=seconds.get(r.name)) for r in table.rows)
    return replace(table, rows=tuple(rows), seconds=seconds[""])


@door
@torch.no_grad()
def cost(model: Followed, input_size: Size) -> tuple[int, int]:
    """Return the parameters and the MACs of a network, and no more.

    Several times faster than `layer_table` for deep networks.
    """
    with (
        runs(model, input_size),
        torch.device("meta"),
        FlopCounterMode(display=False) as counter,
    ):
        without_numbers(model)(meta_images(model, input_size))
    parameters = sum(p.numel() for p in model.parameters())
    return parameters, counter.get_total_flops() // 2


@door
def on_meta(name: str, **options: Any) -> nn.Module:
    """Build a network by name, without memory for weights if it can be."""
    try:
        with torch.device("meta"):
            return architectures.create(name, **options)
    except (NotImplementedError, RuntimeError):  # it reads values when built
        return architectures.create(name, **options).to("meta")


@door
def receptive_field(
    model: Followed, input_size: Size, layer: str = ""
) -> tuple[int | None, ...]:
    """Return the input rows and columns one place of a layer depends on.

    Padding is not cut off. None stands for the whole input, however large:
    after global pooling, flattening, or a squeeze-and-excitation gate.

    Args:
        model: the network.
        input_size: channels, height and width.
        layer: qualified name of a module; the network itself by default.

    Raises:
        CourseError: no such layer runs on such an input.
    """
    outputs = Trace(model, input_size).outputs
    if (layer, 1) not in outputs:
        raise unknown("layer", layer, (name for name, _ in outputs))
    return outputs[layer, 1][1]
