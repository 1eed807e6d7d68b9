"""What each layer of a network costs, and how much of the picture it sees.

MACs are multiply-accumulates of convolutions and linear layers, without
biases, norm or pooling: half the FLOPs of `torch.utils.flop_counter`.
"""

import copy
import html
from dataclasses import dataclass
from itertools import groupby

import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from cnncourse import architectures
from cnncourse.errors import unknown
from cnncourse.tracing import Size, Step, Trace, label, place_at


def _sides(pair: tuple, missing: str) -> str:
    """Return "5" for (5, 5) and "1x7" for (1, 7)."""
    words = [missing if side is None else f"{side:g}" for side in pair]
    return words[0] if words[0] == words[1] else "x".join(words)


@dataclass(frozen=True)
class Table:
    """The layers of a network; `table["c1"].macs` reads one of its rows."""

    caption: str
    rows: tuple[Step, ...]
    parameters: int
    macs: int

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
        return [*cells, ["total", "", "", *total, "", ""]]

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


def layer_table(
    model: nn.Module, input_size: Size, *, depth: int | None = None
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


@torch.no_grad()
def cost(model: nn.Module, input_size: Size) -> tuple[int, int]:
    """Return the parameters and the MACs of a network, and no more.

    Several times faster than `layer_table` for deep networks.
    """
    device = next(model.parameters()).device
    with FlopCounterMode(display=False) as counter:
        images = torch.zeros(1, *input_size, device=device)
        copy.deepcopy(model).eval()(images)
    parameters = sum(p.numel() for p in model.parameters())
    return parameters, counter.get_total_flops() // 2


def on_meta(name: str, **options) -> nn.Module:
    """Build a network by name, without memory for weights if it can be."""
    try:
        with torch.device("meta"):
            return architectures.create(name, **options)
    except (NotImplementedError, RuntimeError):  # it reads values when built
        return architectures.create(name, **options).to("meta")


def receptive_field(
    model: nn.Module, input_size: Size, layer: str = ""
) -> tuple[int | None, int | None]:
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


@torch.no_grad()
def measured_receptive_field(
    model: nn.Module, input_size: Size, layer: str = ""
) -> tuple[int, int]:
    """Return the same, measured: the largest field of any place.

    Picture i of a batch has "not a number" in row i, then in column i. No
    weight, maximum or ReLU hides it, unlike a gradient. The border of the
    input limits the result. The batch suits small networks and inputs.
    """
    model, seen, sizes = copy.deepcopy(model).double().eval(), [], []
    part = model.get_submodule(layer)
    part.register_forward_hook(lambda m, args, output: seen.append(output))
    for axis, n in enumerate(input_size[1:], 2):
        x = torch.zeros(n, *input_size, dtype=torch.double)
        x.diagonal(0, 0, axis).fill_(torch.nan)
        model(x)
        hit = seen.pop().isnan().any(1).view(n, -1)  # picture, place
        order = torch.arange(1, n + 1)[:, None]
        ends = (hit * order).amax(0) + (hit * order.flip(0)).amax(0)
        sizes.append(int(ends.max()) - n)
    return tuple(sizes)
