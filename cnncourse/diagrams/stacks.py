"""Draw a network as the field's classic figures do: stacks of maps.

Everything drawn comes from one pass of the network. Maps are sheets, as high
and wide as the map; the window that a unit reads is marked on the maps that
it reads, as large as it is there, and lines run from it to the unit. Vectors
are bars. Rows wrap; a branch that goes down in resolution and comes back is
drawn as the two sides of a U.
"""

import html
import math
import re
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise

from cnncourse.diagrams.cards import (
    FAMILIES,
    LEAD,
    WIDTH,
    Diagram,
    Drawing,
    stroke,
    symbol,
    wrap,
    written,
)
from cnncourse.diagrams.graph import (
    Branches,
    Node,
    Repeat,
    arrange,
    boxes,
    by,
    flat,
    fold,
    tell,
)
from cnncourse.doors import door
from cnncourse.kinds import Anchor, Label
from cnncourse.tracing import Depth, Followed, Size

WIDE = 760  # of the form for columns of a page
TEXT = 12
GAP = 30  # between stacks, for the lines
CLOSE = 16  # where texts take turns
MARGIN = 16
HEIGHTS = (84, 64, 48, 36, 28)  # of the largest map, to choose from
LEGEND = {
    "conv": "convolution",
    "pool": "pooling",
    "linear": "full connection",
    "join": "branches meet",
    "block": "block of layers",
    "other": "other",
}


Point = tuple[float, float]


@dataclass
class _Port:
    """Where a line may start: right of a stack, or at the end of a line."""

    x: float
    y: float
    node: Node | None = None
    clear: float = 0  # where a line may turn without crossing a text
    ends: list[float] = field(default_factory=list)  # of several stacks


@dataclass(kw_only=True)
class _Part:
    """What stands in a row: its width, and room from the row's middle."""

    width: float = 0
    above: float = 0
    below: float = 0


@dataclass
class _Cell(_Part):
    """A column of the drawing: label, stack and operation of a node."""

    node: Node
    sheets: int = 1
    size: tuple[float, float] = (0, 0)  # of a sheet
    step: float = 0  # from one sheet to the next
    back: float = 0  # from the last sheet to the first
    arcs: float = 0  # room above the label
    top: float = 0  # of the label
    shape: str = ""
    label: list[str] = field(default_factory=list)
    operation: list[str] = field(default_factory=list)
    stacks: list[tuple[float, float]] = field(default_factory=list)


@dataclass
class _Group(_Part):
    """Branches, or repeated stretches: lanes, one below the other."""

    lanes: list["_Flow"]
    shortcut: bool = False
    times: int = 1
    fork: float = 0  # room for lines that part


@dataclass
class _Ladder(_Part):
    """Rows of a U: a part on the way down and one on the way up."""

    levels: list[tuple["_Flow", "_Flow"]]
    bottom: "_Flow"
    middles: list[float] = field(default_factory=list)  # below the first
    split: float = 0  # where the way up starts


@dataclass
class _Flow(_Part):
    """A path in rows."""

    rows: list[list]


def _row(items: list, gap: float = GAP) -> _Part:
    """Return the room that a row takes."""
    width = sum(i.width for i in items) + gap * (len(items) - 1)
    above, below = (
        max(getattr(i, k) for i in items) for k in ("above", "below")
    )
    return _Part(width=width, above=above, below=below)


def _torn(flow: _Flow) -> int:
    """Count branches in another row than where they part, or meet."""
    ends = [row[0] for row in flow.rows[1:]]
    ends += [row[-1] for row in flow.rows[:-1]]
    groups = [i for row in flow.rows for i in row if isinstance(i, _Group)]
    inside = sum(_torn(lane) for group in groups for lane in group.lanes)
    return inside + sum(end in groups and end.times == 1 for end in ends)


def _steep(sides: list[int]) -> bool:
    """Whether the smallest maps would vanish beside the largest."""
    return max(sides) > 8 * min(sides)


def _count_of_sheets(maps: int) -> int:
    return min(maps, 6) if maps <= 6 else min(6 + int(math.log2(maps / 6)), 11)


def _window(node: Node, source: Node) -> tuple[float, float] | None:
    """Return rows and columns of the source that a unit of the node reads.

    The receptive field grows by (window - 1) times the jump before it.
    """
    sides = []
    for k in (0, 1):
        now, before, jump = node.field[k], source.field[k], source.jump[k]
        if not (now and before and jump) or len(source.shape) < 3:
            return None
        if (node.jump[k] or jump) < jump:
            return None  # upsampling
        sides.append((now - before) / jump + 1)
    return sides[0], sides[1]


def _operation(node: Node) -> str:
    """Return what was done, without the number of maps that the label has."""
    if not node.inputs:
        return ""
    words = re.sub(r",? \d+ maps", "", node.words)
    words = words.replace("conv ", "convolution ")
    words = re.sub(r"^linear \d+", "full connection", words)
    words = words.replace("stride ", "stride\u00a0")
    if node.family == "block":
        words = words.replace(",", "").replace(" layers", "\u00a0layers")
    window = len(node.inputs) == 1 and _window(node, node.inputs[0])
    if (
        window
        and max(window) > 1
        and "×" not in words
        and node.family in ("conv", "pool")
    ):
        words += f" {by(f'{side:g}' for side in window)}"
    return f"{node.times} × {words}" if node.times > 1 else words


def _falls(source: object, item: object) -> bool:
    """Whether a shortcut passes by a path at a lower resolution."""
    if not isinstance(item, Branches) or not isinstance(source, Node):
        return False
    columns = item.columns()
    if item.tangled or len(columns) != 1 or len(item.paths) == 1:
        return False
    first = columns[0][0]
    if not isinstance(first, Node):
        return False
    return first.shape[1:] < source.shape[1:] != (1, 1)


def columns_of(nodes: list[Node]) -> dict[Node, int]:
    """Return into how many separate stacks the maps of a node fall.

    A convolution in two or three groups has that many columns; so has what
    it reads, and a pooling between them.
    """
    found = dict.fromkeys(nodes, 1)
    for node in nodes:
        groups = re.search(r", (\d+) groups", node.words)
        if groups and int(groups[1]) <= 3:
            found[node] = int(groups[1])
            source = node
            while source.inputs and (
                source is node or source.family == "pool"
            ):
                source = source.inputs[0]
                if source.inputs:
                    found[source] = found[node]
        elif node.family == "pool" and len(node.inputs) == 1:
            found[node] = max(found[node], found[node.inputs[0]])
    return found


class TooWide(Exception):
    """The drawing does not fit: it is drawn as cards."""


class _Stacks:
    """Rows of stacks from left to right, then the lines between them."""

    def __init__(self, path: list, nodes: list[Node], width: float):
        self.parts: list[str] = []
        self.lines: list[str] = []
        self.width = width
        self.cells: dict[Node, _Cell] = {}
        self.columns = columns_of(nodes)
        sides = [s for n in nodes for s in n.shape[1:] if s > 1] or [1]
        self.root = _steep(sides)
        self.largest = self._scale(max(sides))
        tallest = 680 if width > WIDTH else 1000
        found = []
        for high in HEIGHTS:
            with suppress(TooWide):
                flow = self.fit(path, high)
                tall = flow.above + flow.below > tallest
                found.append((_torn(flow), tall, -high))
        if not found:
            raise TooWide
        flow = self.fit(path, -min(found)[-1])
        self.width = max(width - 400, flow.width + 2 * MARGIN)
        if width == WIDTH:
            self.width = width
        self.place(flow, MARGIN, 4, [])
        for source, node, up in self.arcs:
            self.arc(source, node, up)
        self.height = self.legend(nodes, flow.above + flow.below + 18)

    def _scale(self, side: float) -> float:
        return math.sqrt(side) if self.root else side

    # Sizes

    def fit(self, path: list, high: float) -> _Flow:
        """Return the rows where the largest map is so high."""
        self.arcs: list[tuple[Node, Node, float]] = []
        self.gap: float = GAP
        self.unit = high / self.largest
        return self.flow(path, self.width - 2 * MARGIN)

    def cell(self, node: Node, more: float = 0) -> _Cell:
        cell, maps = _Cell(node), node.shape[0]
        columns = self.columns[node]
        if max(node.shape[1:], default=1) == 1:
            cell.size = 9, 12 + 6 * math.log2(maps)
        else:
            cell.sheets = _count_of_sheets(maps // columns)
            high, wide = (
                max(self.unit * self._scale(side), 4)
                for side in node.shape[-2:]
            )
            cell.size = wide, high
            cell.step = min(max(0.09 * min(cell.size), 1.2), 3)
        back = cell.back = cell.step * (cell.sheets - 1)
        each = f"{columns}·{maps // columns}" if columns > 1 else f"{maps}"
        shape = each
        if max(node.shape[1:], default=1) > 1:
            shape += f"@{by(node.shape[1:])}"
        letter = 0.58 * TEXT
        cell.width = max(cell.size[0] + back, letter * len(shape) + 2, 54)
        room = cell.width + GAP - 4 + more
        if node.name != node.words:
            cell.label = wrap(node.layers[0], room, TEXT)
        cell.label.append(shape)
        cell.shape = shape
        cell.operation = wrap(_operation(node), room, TEXT)
        high = columns * (cell.size[1] + back) + 10 * (columns - 1)
        cell.above = high / 2 + LEAD * len(cell.label) + 6
        cell.below = high / 2 + LEAD * len(cell.operation) + 6
        return cell

    def flow(self, path: list, width: float) -> _Flow:
        """Return a path in rows that are not wider than `width`."""
        for i, item in enumerate(path):
            if isinstance(item, Branches) and item.tangled:
                return self.chain([*path[:i], *item.paths[0], *path[i + 1 :]])
            if i and _falls(path[i - 1], item):
                return self.ladder(path, i, width)
        rows: list[list] = [[]]
        for item in path:
            part: _Cell | _Group
            if isinstance(item, Node):
                part = self.cell(item)
            else:
                part = self.group(item, width)
            row = rows[-1]
            if not row or _row([*row, part]).width <= width:
                row.append(part)
            # Where branches meet stands behind them.
            elif isinstance(row[-1], _Group) and len(row) > 1:
                rows.append([row.pop(), part])
            else:
                rows.append([part])
        rooms = [_row(row) for row in rows]
        flow = _Flow(rows, width=max(room.width for room in rooms))
        if flow.width > width + 1:
            raise TooWide
        high = sum(r.above + r.below for r in rooms) + 16 * (len(rows) - 1)
        flow.above, flow.below = rooms[0].above, high - rooms[0].above
        return flow

    def chain(self, path: list) -> _Flow:
        """Return connections that cross as one row, with arcs above it."""
        nodes, self.gap = flat(path), CLOSE
        row = [self.cell(node, GAP) for node in nodes]
        for k, cell in enumerate(row):
            for source in cell.node.inputs if k else ():
                if source not in nodes:
                    raise TooWide  # no arc comes from outside of the row
                i = nodes.index(source)
                if i < k - 1:
                    self.arcs.append((source, cell.node, 8 + 5 * (k - i)))
            lines = [""] * 2 * (k % 2)  # every second text stands farther off
            cell.label += lines
            cell.operation[:0] = lines
            cell.above += LEAD * len(lines)
            cell.below += LEAD * len(lines)
        top = max(cell.above for cell in row)
        for cell in row:
            cell.arcs = max((high for *_, high in self.arcs), default=0)
            cell.above = top + cell.arcs
        flow = _Flow([row], **vars(_row(row, CLOSE)))
        if flow.width > self.width - 2 * MARGIN:
            raise TooWide
        return flow

    def ladder(self, path: list, i: int, width: float) -> _Flow:
        """Return the two sides of a U in rows of the same resolution."""
        parts, inner, huge = [], path, 1e6
        while i:
            parts.append((inner[:i], inner[i + 1 :]))
            inner = inner[i].columns()[0]
            pairs = enumerate(pairwise(inner), 1)
            i = next((k for k, pair in pairs if _falls(*pair)), 0)
        levels = [(self.flow(a, huge), self.flow(b, huge)) for a, b in parts]
        ladder = _Ladder(levels, self.flow(inner, huge))
        ladder.split = max(left.width for left, _ in levels) + 2 * GAP
        ladder.width = max(right.width for _, right in levels) + ladder.split
        ladder.width = max(ladder.width, ladder.bottom.width + GAP)
        middle = 0.0
        for row in (*levels, (ladder.bottom,)):
            above = max(part.above for part in row)
            if ladder.middles:
                middle += above + 18
            else:
                ladder.above = above
            ladder.middles.append(middle)
            middle += max(part.below for part in row)
        ladder.below = middle
        if ladder.width > width:
            raise TooWide
        return _Flow([[ladder]], **vars(_row([ladder])))

    def group(self, item: Branches | Repeat, width: float) -> _Group:
        if isinstance(item, Repeat):
            flow = self.flow(item.path, width - 8)
            group = _Group([flow], times=item.times, width=flow.width + 8)
            group.above, group.below = flow.above + 4, flow.below + 22
            return group
        lanes = [self.flow(way, width - GAP) for way in item.columns()]
        group = _Group(lanes, len(lanes) < len(item.paths))
        group.fork = GAP * (len(lanes) > 1)
        group.width = max(lane.width for lane in lanes) + group.fork
        high = sum(lane.above + lane.below + 8 for lane in lanes)
        if len(lanes) > 1:
            group.above = group.below = high / 2
        else:
            group.above, group.below = lanes[0].above, lanes[0].below
        group.above += 16 * group.shortcut
        return group

    # Places

    def place(
        self, flow: _Flow, x: float, y: float, ports: list[_Port]
    ) -> list[_Port]:
        """Put rows below y; return where the lines out of them start."""
        for k, row in enumerate(flow.rows):
            room = _row(row)
            middle, left = y + room.above, x
            if k:
                ports = [self.carry(ports, x - 2, y - 8, middle)]
            for item in row:
                if isinstance(item, _Cell):
                    self.draw(item, left, middle)
                    for port in ports:
                        self.connect(port, item)
                    ports = [self.exit(item, left)]
                elif isinstance(item, _Ladder):
                    ports = self.climb(item, left, middle, ports)
                else:
                    ports = self.lanes(item, left, middle, ports)
                left += item.width + self.gap
            y = middle + room.below + 16
        return ports

    def climb(
        self, ladder: _Ladder, x: float, middle: float, ports: list[_Port]
    ) -> list[_Port]:
        """Put the way down, the bottom, and the way up."""
        skips, rows = [], [middle + m for m in ladder.middles]
        levels = list(zip(ladder.levels, rows[:-1], strict=True))
        for (left, right), y in levels:
            ports = self.place(left, x, y - left.above, ports)
            skips.append(ports[0])
            below = y + max(left.below, right.below) + 6
            ports = [self.carry(ports, x - 2, below, rows[len(skips)])]
        bottom, start = ladder.bottom, x + ladder.split
        ports = self.place(bottom, x, rows[-1] - bottom.above, ports)
        for (left, right), y in levels[::-1]:
            between = y + max(left.below, right.below) + 12
            up = self.carry(ports, start - 12, between, y + 5)
            both = [up, skips.pop()]
            ports = self.place(right, start, y - right.above, both)
        return ports

    def arc(self, source: Node, node: Node, up: float) -> None:
        (a, y, w, _), (b, _, v, _) = source.box, node.box
        start, end = a + w / 2 + 6, b + v / 2 - 4
        before, cell = self.cells[source], self.cells[node]
        high = y + cell.arcs - 1.33 * up
        numbers = start, before.top, start, high, end, high, end, cell.top
        line, more = "M# #C# # # # # #m-4 -5l4 5l4 -5", ' stroke-opacity="0.7"'
        self.lines.append(stroke("edge", line, *numbers, more=more))

    def lanes(
        self, group: _Group, x: float, middle: float, ports: list[_Port]
    ) -> list[_Port]:
        top = middle - group.above + 16 * group.shortcut
        if group.times > 1:
            ends = self.place(group.lanes[0], x + 4, top + 4, ports)
            bottom, right = middle + group.below - 18, x + group.width
            around = stroke("repeat", "M# #v6H#v-6", x, bottom - 6, right)
            self.parts.append(around)
            self.text(f"× {group.times}", (x + right) / 2, bottom + 14, True)
            return ends
        ends = []
        if group.shortcut:
            y, right = top - 6, x + group.width
            for a, b in ((port.x, port.y) for port in ports):
                numbers = a, b, a + 14, b, x - 12, y, x + 6, y, right
                self.lines.append(
                    stroke("edge", "M# #C# # # # # #H#", *numbers)
                )
            ends.append(_Port(right, y, clear=right + GAP / 2))
        for lane in group.lanes:
            right = x + group.width
            for port in self.place(lane, x + group.fork, top, ports):
                if port.x < right - 1:
                    line = stroke("edge", "M# #H#", port.x, port.y, right)
                    self.lines.append(line)
                    port = _Port(right, port.y, clear=right + GAP / 2)
                ends.append(port)
            top += lane.above + lane.below + 8
        return ends

    def carry(
        self, ports: list[_Port], x: float, between: float, middle: float
    ) -> _Port:
        """Draw the way from the end of a row to the start of the next."""
        for port in ports:
            turn = 4 if between > port.y else -4
            line = f"M# #H#V#q0 {turn} -4 {turn}H#q-4 0 -4 {turn}V#h2"
            for y in port.ends or [port.y]:
                numbers = port.x, y, port.clear, between - turn, x + 2, middle
                self.lines.append(stroke("edge", line, *numbers))
        return _Port(x, middle)

    def exit(self, cell: _Cell, left: float) -> _Port:
        x = cell.stacks[0][0]
        wide, high = cell.size
        ends = [y + max((high - cell.back) / 2, 1) for _, y in cell.stacks]
        clear = left + cell.width + GAP / 2 - 1
        middle = sum(ends) / len(ends)
        return _Port(x + wide, middle, cell.node, clear, ends)

    # Marks

    def text(self, line: str, x: float, y: float, bold: bool = False) -> None:
        if line:
            self.parts.append(written(line, x, y, TEXT, bold, True))

    def draw(self, cell: _Cell, x: float, middle: float) -> None:
        """Draw label, sheets and operation of a node."""
        node, (wide, high) = cell.node, cell.size
        look, light, strong = FAMILIES[node.family], 0.25, 0.35
        if not node.inputs:
            look, light, strong = ("currentColor", ""), 0.05, 0.1
        back, step = cell.back, cell.step
        count = self.columns[node]
        total = count * (high + back) + 10 * (count - 1)
        node.box = x, middle - cell.above, cell.width, cell.above + cell.below
        layers = html.escape("|".join(node.layers))
        shape = by(node.shape)
        self.parts.append(
            f'<g class="layer" data-layers="{layers}" data-shape="{shape}">'
        )
        center = x + cell.width / 2
        y = middle - total / 2 - 6 - LEAD * (len(cell.label) - 1)
        for k, line in enumerate(cell.label):
            self.text(line, center, y + LEAD * k, line == cell.shape)
        cell.top = y - LEAD + 2
        left, top = center - (wide + back) / 2, middle - total / 2
        for _ in range(count):
            corners = [
                f"M{left + step * k:.1f} {top + step * k + high:.1f}"
                f"v-{high:.1f}h{wide:.1f}v{step:.1f}"
                for k in range(cell.sheets - 1)
            ]
            inner = f"h-{wide - step:.1f}v{high - step:.1f}z"
            fill = "".join(corner + inner for corner in corners)
            self.parts.append(
                f'<path d="{fill}" fill="{look[0]}" fill-opacity="{light}" '
                f'stroke="none"/><path class="sheets" d="{"".join(corners)}" '
                f'stroke-width="{min(0.8, 0.35 * step):.2f}"/>'
            )
            a, b = left + back, top + back
            self.parts.append(symbol(a, b, wide, high, 0, look, strong))
            cell.stacks.append((a, b))
            top += high + back + 10
        y = middle + total / 2 + LEAD + 1
        for k, line in enumerate(cell.operation):
            self.text(line, center, y + LEAD * k)
        self.parts.append("</g>")
        self.cells[node] = cell

    def connect(self, port: _Port, cell: _Cell) -> None:
        """Draw what runs from a port into a stack."""
        node, source = cell.node, port.node
        if source is None or source not in node.inputs:
            self.arrow(port, cell)
            return
        before = self.cells[source]
        window = _window(node, source)
        separate = len(before.stacks) == len(cell.stacks) and (
            node.family == "pool" or "groups" in node.words
        )
        for i, start in enumerate(before.stacks):
            for j, end in enumerate(cell.stacks):
                if separate and i != j:
                    continue
                if node.family == "linear":
                    self.fan(before, start, cell, end)
                elif window and node.family in ("conv", "pool"):
                    self.cone(before, start, cell, end, window)
                elif i + j == 0:
                    self.arrow(port, cell)

    def fan(
        self, before: _Cell, start: Point, cell: _Cell, end: Point
    ) -> None:
        """Draw that every unit reads every unit."""
        (x, y), (a, b) = start, end
        right, low = x + before.size[0], y + before.size[1]
        bottom = b + cell.size[1]
        pairs = (y, b), (low, bottom), (y, bottom), (low, b)
        numbers = [at for left, end in pairs for at in (right, left, a, end)]
        more = ' stroke-opacity="0.5" stroke-width="0.8"'
        self.lines.append(stroke("fan", "M# #L# #" * 4, *numbers, more=more))

    def cone(
        self,
        before: _Cell,
        start: Point,
        cell: _Cell,
        end: Point,
        window: Point,
    ) -> None:
        """Mark a window on the source and the unit that reads it."""
        (x, y), (wide, high) = start, before.size
        rows, columns = before.node.shape[-2:]
        w = min(window[1] / columns, 1) * wide
        h = min(window[0] / rows, 1) * high
        (a, b), (out_wide, out_high) = end, cell.size
        steep = abs(b - y) > 1.6 * (a - x - wide)
        out = (*cell.node.shape[1:], 1, 1)[:2]
        uw, uh = out_wide / out[1], out_high / out[0]
        if max(out) == 1:
            uw, uh = out_wide, 4
        px, py = x + 0.62 * (wide - w), y + 0.3 * (high - h)
        ux, uy = a + 0.3 * (out_wide - uw), b + 0.3 * (out_high - uh)
        box, ink, right = "M# #h#v#h-#z", ' fill="currentColor"', px + w
        pale, thin = f'{ink} fill-opacity="0.25"', ' stroke-width="0.8"'
        self.lines.append(stroke("window", box, px, py, w, h, w, more=pale))
        if not steep:
            numbers = right, py, ux, uy + uh / 2, right, py + h
            self.lines.append(
                stroke("cone", "M# #L# #L# #", *numbers, more=thin)
            )
        self.lines.append(stroke("unit", box, ux, uy, uw, uh, uw, more=ink))
        if steep and len(before.stacks) == len(cell.stacks) == 1:
            self.arrow(_Port(x + wide, y + (high - before.back) / 2), cell)

    def arrow(self, port: _Port, cell: _Cell) -> None:
        for left, top in cell.stacks:
            x, y = left - cell.back, top + (cell.size[1] - cell.back) / 2
            a, b, bend = port.x, port.y, (x - port.x) / 2
            numbers = a, b, a + bend, b, x - bend, y, x - 1, y
            line = "M# #C# # # # # #m-5 -4l5 4l-5 4"
            self.lines.append(stroke("edge", line, *numbers))

    def legend(self, nodes: list[Node], y: float) -> float:
        """Say what the colors and hatches are; return the height of all."""
        x = float(MARGIN)
        used = {n.family for n in nodes if n.inputs}
        for family in (f for f in FAMILIES if f in used):
            words = LEGEND[family]
            long = 22 + 0.58 * TEXT * len(words) + 14
            if x + long > self.width:
                x, y = float(MARGIN), y + LEAD + 6
            self.parts += [
                '<g class="legend">',
                symbol(x, y, 16, 12, 0, FAMILIES[family], 0.35),
                written(words, x + 22, y + 10, TEXT, False, False) + "</g>",
            ]
            x += long
        return y + LEAD + 6


def _form(
    path: list, nodes: list[Node], width: float
) -> tuple[float, float, str] | None:
    """Return width, height and body; None where it does not fit."""
    try:
        drawing = _Stacks(path, nodes, width)
    except TooWide:
        return None
    body = "".join(drawing.parts + drawing.lines)
    return drawing.width, drawing.height, body


@door
def stacks(
    model: Followed,
    input_size: Size,
    *,
    title: Label | None = None,
    depth: Depth | None = None,
    name: Anchor = "",
) -> Diagram:
    """Draw a network, or a part of it, as stacks of maps.

    Args:
        model: the network; its weights are not read.
        input_size: channels, height and width.
        title: what it is called; the name of its class by default.
        depth, name: as of `draw`.

    Raises:
        CourseError: the network does not run on such an input.
    """
    title = title or type(model).__name__.strip("_")
    nodes = boxes(model, input_size, depth)
    path = fold(arrange(nodes))
    forms = [_form(path, nodes, width) for width in (WIDE, WIDTH)]
    plain = boxes(model, input_size, depth)
    cards = Drawing(arrange(plain), plain)
    detailed = float(WIDTH), cards.height, "".join(cards.parts)
    (wide, height, body), narrow = (form or detailed for form in forms)
    sides = [s for n in nodes for s in n.shape[1:] if s > 1] or [1]
    scale = "the square root of its side" if _steep(sides) else "its side"
    count = sum(p.numel() for p in model.parameters())
    caption = (
        f"{title}: from {by(nodes[0].shape)} to {by(nodes[-1].shape)}, "
        f"{count:,} parameters. 6@28×28 would be 6 maps of 28×28. A sheet is "
        f"a map, as high as {scale}; more than 6 maps are drawn as fewer "
        "sheets. A small square on a map is the window that one unit of the "
        "next maps reads. A bar is a vector, as high as the logarithm of "
        "its length."
    )
    return Diagram(
        title,
        f"{title}. {tell(path)}",
        caption,
        height,
        body,
        wide,
        narrow[1:] if any(forms) else None,
        name,
    )
