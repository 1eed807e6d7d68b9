"""Draw a network from the network itself, as a figure and in words.

What `summary.Trace` saw in one pass becomes a graph. Norms, activations and
dropout are written on the layer they follow. Branches that start and end at
the same place stand side by side; a connection that skips layers is a curve
at the side. The drawing uses the page's own text color, and every family of
layers has a hatch as well as a color, so it can be read on light and dark
pages, in print, and by people who do not see the colors.
"""

import hashlib
import html
import math
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from torch import nn

from cnncourse import summary

WIDTH = 360  # of the drawing, in its own units: about pixels on a phone
LARGE, SMALL = 12.5, 11  # text sizes
LEAD = 15  # from one line of text to the next
GAP = 22  # between boxes, for an arrow
SPACE = 4  # between columns
MOST = 6  # columns

# Okabe and Ito, "Color universal design", 2008, with a hatch for each.
FAMILIES = {
    "conv": ("#0072B2", ""),
    "pool": ("#D55E00", "level"),
    "linear": ("#009E73", "upright"),
    "join": ("#CC79A7", ""),
    "block": ("#E69F00", "rising"),
    "other": ("#56B4E9", "falling"),
}
WORDS = {
    "BatchNorm2d": "batch norm", "LayerNorm": "layer norm",
    "GroupNorm": "group norm", "LocalResponseNorm": "local response norm",
    "Dropout": "dropout", "Flatten": "flatten", "Tanh": "tanh",
    "Sigmoid": "sigmoid",
}  # fmt: skip


@dataclass(eq=False)
class _Node:
    """A box: a layer with what follows it, an operation, or a block."""

    words: str
    family: str
    layers: list[str]
    shape: tuple[int, ...] = ()
    parameters: int = 0
    inputs: list["_Node"] = field(default_factory=list)
    then: list[str] = field(default_factory=list)
    times: int = 1
    box: tuple[float, ...] = ()  # left, top, width, height

    @property
    def name(self) -> str:
        first, last = self.layers[0], self.layers[-1]
        return f"{first} to {last}" if self.times > 1 else first

    def headline(self) -> str:
        times = f"{self.times} × {self.words}"
        return times if self.times > 1 else self.words

    def facts(self) -> list[str]:
        """Return what stands below the headline."""
        then = [f"then {', '.join(self.then)}"] if self.then else []
        name = [self.name] if self.name != self.words else []
        facts = [*then, *name, _by(self.shape)]
        if self.parameters:
            facts.append(f"{self.parameters:,}\u00a0parameters")
        return facts


def _by(sides) -> str:
    return "×".join(map(str, sides))


def _square(value) -> str:
    return _by(value if isinstance(value, tuple) else (value, value))


def _short(value) -> str:
    """Return "2" for 2 and (2, 2), "2×1" for (2, 1)."""
    return _by(dict.fromkeys(value if isinstance(value, tuple) else [value]))


def _describe(step: summary.Step) -> tuple[str, str]:
    """Return a layer in the words of the field, and its family."""
    m, maps = step.module, step.shape[0]
    if m is None:
        family = "conv" if step.kind == "convolution" else "other"
        family = "pool" if "pool" in step.kind else family
        return step.kind, "join" if len(step.inputs) > 1 else family
    if isinstance(m, (nn.Conv2d, nn.ConvTranspose2d)):
        kind = "conv" if isinstance(m, nn.Conv2d) else "transposed conv"
        words = f"{kind} {_square(m.kernel_size)}, {maps} maps"
        if m.groups == m.in_channels > 1:
            words = f"depthwise {words}"
        elif m.groups > 1:
            words += f", {m.groups} groups"
        for what, value in ("stride", m.stride), ("dilation", m.dilation):
            if set(value) != {1}:
                words += f", {what} {_short(value)}"
        return words, "conv"
    if isinstance(m, nn.Linear):
        return f"linear {m.out_features}", "linear"
    if isinstance(m, (nn.MaxPool2d, nn.AvgPool2d)):
        kind = "max" if isinstance(m, nn.MaxPool2d) else "average"
        words = f"{kind} pool {_square(m.kernel_size)}"
        same = _square(m.stride) == _square(m.kernel_size)
        return words if same else f"{words}, stride {_short(m.stride)}", "pool"
    if "AdaptiveAvgPool" in step.kind:
        if step.shape[1:] == (1, 1):
            return "global average pool", "pool"
        return f"average pool to {_by(step.shape[1:])}", "pool"
    words = WORDS.get(step.kind, step.kind.strip("_"))
    if step.kind not in WORDS and step.parameters and len(step.shape) > 1:
        words += f", {maps} maps"
    family = "conv" if step.macs else "other"
    family = "pool" if "Pool" in words or "Sampl" in words else family
    return words, "join" if len(step.inputs) > 1 else family


def _describe_block(block: nn.Module, layers: int) -> str:
    """Return a block's class, or what a plain sequence is made of."""
    kind = type(block).__name__.strip("_")
    if type(block) not in (nn.Sequential, nn.ModuleList):
        return f"{kind}, {layers} layers"
    kinds = [type(part).__name__.strip("_") for part in block]
    runs = [(kind, len(list(run))) for kind, run in groupby(kinds)]
    if len(runs) > 2:
        return f"{layers} layers"
    return ", ".join(f"{n} × {k}" if n > 1 else k for k, n in runs)


def _nodes(model: nn.Module, size: summary.Size, depth: int | None):
    """Return the graph as boxes, each after those it reads."""
    steps = summary.Trace(model, size).steps
    readers = Counter(i for step in steps for i in set(step.inputs))
    modules = dict(model.named_modules())

    def follows(step, inside):
        """Whether a layer is written on the one before it."""
        before = steps[step.inputs[0]] if len(step.inputs) == 1 else steps[0]
        return (
            before.number > 0
            and (before in inside or len(inside) == 1)
            and readers[before.number] == 1
            and (step.shape == before.shape or step.kind == "Flatten")
            and _describe(step)[1] == "other"
        )

    nodes = [_Node("input", "other", ["input"], steps[0].shape)]
    owner = {0: nodes[0]}
    places = groupby(steps[1:], lambda s: summary.place_at(s, depth))
    for place, group in ((place, list(group)) for place, group in places):
        heads = [step for step in group if not follows(step, group)]
        sources = [owner[i] for s in group for i in s.inputs if i in owner]
        if not heads or group[0].kind == "Identity":
            node, heads = sources[0], []
        elif len(heads) == 1:
            node = _Node(*_describe(heads[0]), [])
        else:
            layers = sum(step.module is not None for step in group)
            words = _describe_block(modules[place[0]], layers)
            node = _Node(words, "block", [place[0]])
        for step in group:
            owner[step.number] = node
            node.parameters += step.parameters
            if len(heads) < 2:
                node.layers.append(step.name)
                quiet = step in heads or step.kind == "Identity"
                node.then += [] if quiet else [_describe(step)[0]]
        if heads or group[0].kind != "Flatten":  # shown as before it
            node.shape = group[-1].shape
        if heads:
            # What reads nothing of the input still gets its place.
            inputs = dict.fromkeys(n for n in sources if n is not node)
            node.inputs = list(inputs) or nodes[:1]
            nodes.append(node)
    return _fold(nodes)


def _absorb(first: _Node, others: list[_Node]) -> None:
    """Let one box stand for equal ones."""
    first.times += len(others)
    first.layers += [name for node in others for name in node.layers]
    first.parameters += sum(node.parameters for node in others)


def _fold(nodes: list[_Node]) -> list[_Node]:
    """Return the boxes with equal blocks in a row drawn as one."""
    kept = nodes[:1]
    for node in nodes[1:]:
        last, readers = kept[-1], [n for n in nodes if kept[-1] in n.inputs]
        if (
            node.family == "block"
            and node.inputs == [last]
            and len(readers) == 1
            and (node.words, node.then) == (last.words, last.then)
            and node.shape == last.shape
            and node.parameters == last.parameters // last.times
        ):
            _absorb(last, [node])
            node.inputs = []
            for later in nodes:
                later.inputs = [last if n is node else n for n in later.inputs]
        else:
            kept.append(node)
    return kept


@dataclass
class _Branches:
    """Paths that part below one box and meet above another.

    A path without boxes is a shortcut. Where connections cross, there is one
    path, `tangled`: all boxes in the order of execution.
    """

    paths: list[list]
    tangled: bool = False

    def columns(self) -> list[list]:
        return [path for path in self.paths if path]


def _units(path: list) -> int:
    """Return how many columns a path needs."""
    parts = [item for item in path if isinstance(item, _Branches)]
    return max((sum(map(_units, b.columns())) for b in parts), default=1)


def _arrange(nodes: list[_Node]) -> list:
    """Return the boxes and `_Branches` from top to bottom."""
    order = {node: i for i, node in enumerate(nodes)}
    readers = {n: [m for m in nodes if n in m.inputs] for n in nodes}

    def below(starts, stop):
        """Return the boxes before `stop` that depend on any of `starts`."""
        found, todo = set(), list(starts)
        while todo:
            node = todo.pop()
            if node not in found and order[node] < order.get(stop, len(nodes)):
                found.add(node)
                todo += readers[node]
        return sorted(found, key=order.get)

    def meeting(starts):
        """Return the first box that every path down from `starts` passes."""
        last = max(map(order.get, starts))
        for node in below(starts, None):
            if order[node] == last:
                return node
            if not readers[node]:
                return None
            last = max(last, *(order[n] for n in readers[node]))

    def path(node, stop):
        items = []
        while node is not None and node is not stop:
            items.append(node)
            after = readers[node]
            if len(after) > 1:
                branches, node = fork(node, after)
                items.append(branches)
            else:
                node = after[0] if after else None
        return items

    def look(path):
        """Return what makes two paths equal; branched ones never are."""
        nodes = [n for n in path if isinstance(n, _Node)]
        return [n.headline() for n in nodes] if nodes == path else id(path)

    def fork(source, starts):
        """Return what lies between a box and where its paths meet."""
        join, groups = meeting(starts), []
        for start in starts:
            firsts, part = [start], set(below([start], join))
            for group in [g for g in groups if g[1] & part]:
                groups.remove(group)
                firsts, part = group[0] + firsts, group[1] | part
            groups.append((firsts, part))
        inside = set().union(*(part for _, part in groups))
        closed = all(n in inside | {source} for m in inside for n in m.inputs)
        paths = []
        for firsts, _ in groups if closed and len(groups) > 1 else ():
            if len(firsts) == 1:
                paths.append(path(firsts[0], join))
                continue
            branches, node = fork(source, firsts)
            if branches.tangled:
                break
            paths.append([branches, *path(node, join)])
        else:
            # More than two equal neighbors become one.
            runs = [list(run) for _, run in groupby(paths, look)]
            drawn = [p for r in runs for p in (r if len(r) < 3 else r[:1])]
            branches = _Branches(drawn)
            if paths and sum(map(_units, branches.columns())) <= MOST:
                for run in (run for run in runs if len(run) > 2):
                    for first, *others in zip(*run, strict=True):
                        _absorb(first, others)
                return branches, join
        return _Branches([below(starts, join)], tangled=True), join

    return path(nodes[0], None)


def _tell(path: list) -> str:
    """Return a path in words."""
    told = []
    for item in path:
        if isinstance(item, _Node):
            told.append(f"{item.headline()}, {', '.join(item.facts())}.")
        elif item.tangled:
            for node in item.paths[0]:
                names = ", ".join(source.name for source in node.inputs)
                told.append(f"From {names}: {_tell([node])}")
        else:
            columns = item.columns()
            if len(columns) > 1:
                told.append(f"It parts into {len(columns)} paths.")
                for i, column in enumerate(columns, 1):
                    told.append(f"Path {i}: {_tell(column)}")
            else:
                told.append(_tell(columns[0]))
            if len(columns) < len(item.paths):
                told.append("A shortcut passes by.")
            told.append("The paths meet.")
    return " ".join(told)


def _wrap(text: str, width: float, size: float) -> list[str]:
    """Return lines that fit at 0.6 em a letter; names break at a dot."""
    most = int(width / (0.6 * size))
    lines = [""]
    for word in re.findall(r"[^ ._]*(?:[ ._]+|$)", text):
        if lines[-1] and len(lines[-1] + word.rstrip()) > most:
            lines.append("")
        lines[-1] += word
        while len(lines[-1].rstrip()) > most:
            lines[-1:] = lines[-1][:most], lines[-1][most:]
    return [line.strip(" ·") for line in lines if line.strip(" ·")]


class _Drawing:
    """Boxes from top to bottom, then the arrows between them."""

    def __init__(self, path: list, nodes: list[_Node]):
        self.parts, self.lanes = [], {}
        self.readers = {n: [m for m in nodes if n in m.inputs] for n in nodes}
        self.height = self.place(path, 4, 4, WIDTH - 8) - GAP + 4
        self.drawn = [node for node in nodes if node.box]
        for node in self.drawn:
            for source in node.inputs:
                if source.box:
                    self.connect(source, node)

    def place(self, path: list, x: float, y: float, width: float) -> float:
        """Put a path's boxes below y and return where the next may start."""
        before = None
        for item in path:
            if isinstance(item, _Node):
                y = self.card(item, x, y, width)
            elif item.tangled:
                chain = [before, *item.paths[0], None]
                far = [
                    node
                    for node, after in pairwise(chain)
                    if after
                    and any(r is not after for r in self.readers[node])
                ]
                pitch = min(8, 80 / max(len(far), 1))
                self.lanes |= {n: pitch * k for k, n in enumerate(far[::-1])}
                gutter = 12 + pitch * len(far)
                y = self.place(item.paths[0], x, y, width - gutter)
            else:
                columns = item.columns()
                margin = 8 * (len(columns) < len(item.paths))
                share = width - 2 * margin + SPACE
                share /= sum(map(_units, columns))
                left, ends = x + margin, []
                for column in columns:
                    room = share * _units(column)
                    ends.append(self.place(column, left, y, room - SPACE))
                    left += room
                y = max(ends)
            before = item
        return y

    def card(self, node: _Node, x: float, y: float, width: float) -> float:
        """Draw one box and return where the next may start."""
        wide, maps, side = width > 200, node.shape[0], (*node.shape, 1)[1]
        w = min(8 + 4.4 * math.log2(maps), width - 10)
        h = 6 + 3.6 * math.log2(side)
        room = width - 80 if wide else width - 2
        facts, told = node.facts(), bool(node.then)
        if wide:
            facts = [*facts[:told], " · ".join(facts[told:])]
        else:
            facts = [f.replace("\u00a0parameters", " param.") for f in facts]
        lines = [(line, LARGE) for line in _wrap(node.headline(), room, LARGE)]
        lines += [(t, SMALL) for f in facts for t in _wrap(f, room, SMALL)]
        text = LEAD * len(lines)
        height = 10 + (max(h, text) if wide else h + text + 2)
        node.box = x, y, width, height
        color, hatch = FAMILIES[node.family]
        layers = html.escape("|".join(node.layers))
        self.parts.append(
            f'<g class="layer" data-layers="{layers}">'
            + _rect(*node.box, 9 if node.family == "join" else 3, color, 0.1)
        )
        gx = x + (39 if wide else width / 2) - w / 2
        gy = y + (height - h) / 2 if wide else y + 5
        self.parts.append(_rect(gx, gy, w, h, 1, color, 0.5))
        self.parts.append(_hatch(hatch, gx, gy, w, h))
        tx, ty = (
            (x + 76, y + (height - text) / 2)
            if wide
            else (x + width / 2, gy + h + 2)
        )
        for i, (line, size) in enumerate(lines):
            weight = ' font-weight="600"' if size == LARGE else ""
            anchor = "" if wide else ' text-anchor="middle"'
            self.parts.append(
                f'<text x="{tx:.1f}" y="{ty + LEAD * i + 11.5:.1f}" '
                f'stroke="none" fill="currentColor" '
                f'font-size="{size}"{weight}{anchor}>{html.escape(line)}</text>'
            )
        self.parts.append("</g>")
        return y + height + GAP

    def connect(self, a: _Node, b: _Node) -> None:
        """Draw an arrow: straight down if nothing is in between."""
        (left, top, wide, high), (x, y, w, h) = a.box, b.box
        start, end, below = left + wide / 2, x + w / 2, top + high
        between = [
            c.box for c in self.drawn
            if c.box[1] >= below and c.box[1] + c.box[3] <= y
        ]  # fmt: skip
        if not any(c[0] < start < c[0] + c[2] for c in between):
            turn = f"V{y - 13:.1f}H{end:.1f}" if abs(start - end) > 0.1 else ""
            line = f"M{start:.1f} {below:.1f}{turn}V{y:.1f}"
            self.arrow(line, end, y)
            return
        edge = max(left + wide, x + w)
        rights = (c[0] + c[2] for c in between)
        lane = max((right for right in rights if right <= edge), default=edge)
        lane += 6 + self.lanes.get(a, 0)
        if lane < left + wide:
            line = f"M{lane - 9:.1f} {below:.1f}c0 11 9 7 9 18"
        else:
            line = f"M{left + wide:.1f} {top + high / 2:.1f}H{lane - 5:.1f}"
            line += "q5 0 5 5"
        if lane < x + w:
            line += f"V{y - 18:.1f}c0 11 -9 7 -9 18"
            self.arrow(line, lane - 9, y)
        else:
            line += f"V{y + h / 2 - 5:.1f}q0 5 -5 5H{x + w:.1f}"
            self.arrow(line, x + w, y + h / 2, aside=True)

    def arrow(self, line: str, x: float, y: float, aside=False) -> None:
        head = "m5 -4l-5 4l5 4" if aside else "m-4 -5l4 5l4 -5"
        self.parts.append(
            f'<path class="edge" d="{line}M{x:.1f} {y:.1f}{head}"/>'
        )


def _rect(x, y, w, h, radius, color, opacity) -> str:
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" '
        f'rx="{radius}" fill="{color}" fill-opacity="{opacity}"/>'
    )


def _hatch(kind: str, x: float, y: float, w: float, h: float) -> str:
    """Return the lines that mark a family without its color."""
    lines = []
    for k in range(4, int(w + h), 5):
        if kind == "level" and k < h:
            lines.append((0, k, w, k))
        elif kind == "upright" and k < w:
            lines.append((k, 0, k, h))
        elif kind in ("rising", "falling"):  # what lies inside
            a, b = max(0, k - h), min(k, w)
            ends = (w - a, w - b) if kind == "falling" else (a, b)
            lines.append((ends[0], k - a, ends[1], k - b))
    d = (
        f"M{x + a:.1f} {y + b:.1f}L{x + c:.1f} {y + e:.1f}"
        for a, b, c, e in lines
    )
    return f'<path class="hatch" d="{"".join(d)}"/>' if lines else ""


@dataclass(frozen=True)
class Diagram:
    """A drawing of a network; a notebook shows it as a figure.

    `alt` says in words all that is drawn.
    """

    title: str
    alt: str
    caption: str
    height: float
    body: str

    def _svg(self, attributes: str, style: str = "") -> str:
        key = hashlib.sha256((self.alt + self.body).encode()).hexdigest()[:10]
        title, alt = html.escape(self.title), html.escape(self.alt)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {attributes} role="img" '
            f'viewBox="0 0 {WIDTH} {self.height:.0f}" stroke-width="1.2" '
            f'aria-labelledby="title-{key} desc-{key}" stroke="currentColor" '
            'font-family="Helvetica, Arial, sans-serif" fill="none">'
            f'<title id="title-{key}">{title}</title>'
            f'<desc id="desc-{key}">{alt}</desc>{style}'
            f"{self.body}</svg>"
        )

    def svg(self) -> str:
        """Return a file that follows the reader's light or dark."""
        style = (
            "<style>svg{color:#1f2328}@media (prefers-color-scheme:dark)"
            "{svg{color:#f0f6fc}}</style>"
        )
        size = f'width="{WIDTH}" height="{self.height:.0f}"'
        return self._svg(size, style) + "\n"

    def _repr_html_(self) -> str:
        style = 'style="display:block;width:100%;max-width:30rem;height:auto"'
        return (
            f'<figure class="cnn-figure">{self._svg(style)}'
            f"<figcaption>{html.escape(self.caption)}</figcaption></figure>"
        )

    def __repr__(self) -> str:
        return f"<Diagram {self.caption}>"


def draw(
    model: nn.Module,
    input_size: summary.Size,
    *,
    title: str | None = None,
    depth: int | None = None,
) -> Diagram:
    """Draw a network, or one block of it, as it runs in evaluation.

    Args:
        model: the network; its weights are not read.
        input_size: channels, height and width.
        title: what it is called; the name of its class by default.
        depth: draw blocks as single boxes: 1 for the parts the network
            itself names, 2 for their parts, and so on; None for all layers.

    Raises:
        CourseError: the network does not run on such an input.
    """
    title = title or type(model).__name__.strip("_")
    nodes = _nodes(model, input_size, depth)
    path = _arrange(nodes)
    drawing = _Drawing(path, nodes)
    count = sum(p.numel() for p in model.parameters())
    caption = (
        f"{title}: from {_by(nodes[0].shape)} to {_by(nodes[-1].shape)}, "
        f"{count:,} parameters. A symbol is as wide as the number of maps "
        "and as high as one map, on logarithmic scales."
    )
    return Diagram(
        title,
        f"{title}. {_tell(path)}",
        caption,
        drawing.height,
        "".join(drawing.parts),
    )
