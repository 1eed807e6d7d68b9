"""The boxes of a drawing: which there are, where they stand, in words.

Norms, activations and dropout belong to the layer they follow. Branches that
start and end at the same place are columns; where connections cross, boxes
stand in the order of execution.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from torch import nn

from cnncourse.errors import CourseError
from cnncourse.tracing import Size, Step, Trace, place_at

MOST = 6  # columns side by side
# fmt: off
WORDS = {
    "BatchNorm2d": "batch norm", "LayerNorm": "layer norm",
    "GroupNorm": "group norm", "LocalResponseNorm": "local response norm",
    "Dropout": "dropout", "Flatten": "flatten", "Tanh": "tanh",
    "Sigmoid": "sigmoid",
}
# fmt: on


@dataclass(eq=False)
class Node:
    """A box: a layer with what follows it, an operation, or a block."""

    words: str
    family: str
    layers: list[str]
    shape: tuple[int, ...] = ()
    parameters: int = 0
    inputs: list["Node"] = field(default_factory=list)
    then: list[str] = field(default_factory=list)
    times: int = 1
    box: tuple[float, ...] = ()  # left, top, width, height
    field: tuple[int | None, ...] = ()
    jump: tuple[float | None, ...] = ()

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
        facts = [*then, *name, by(self.shape)]
        if self.parameters:
            facts.append(f"{self.parameters:,}\u00a0parameters")
        return facts


def by(sides: Iterable) -> str:
    return "×".join(map(str, sides))


def _square(value: object) -> str:
    return by(value if isinstance(value, tuple) else (value, value))


def _short(value: object) -> str:
    """Return "2" for 2 and (2, 2), "2×1" for (2, 1)."""
    return by(dict.fromkeys(value if isinstance(value, tuple) else [value]))


def _describe(step: Step) -> tuple[str, str]:
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
        return f"average pool to {by(step.shape[1:])}", "pool"
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
    kinds = [type(part).__name__.strip("_") for part in block.children()]
    runs = [(kind, len(list(run))) for kind, run in groupby(kinds)]
    if len(runs) > 2:
        return f"{layers} layers"
    return ", ".join(f"{n} × {k}" if n > 1 else k for k, n in runs)


def boxes(model: nn.Module, size: Size, depth: int | None) -> list[Node]:
    """Return the graph as boxes, each after those it reads."""
    steps = Trace(model, size).steps
    empty = [step.name for step in steps if 0 in (step.shape or (0,))]
    if empty:
        raise CourseError(f"{empty[0]!r} gives no maps; draw another part.")
    readers = Counter(i for step in steps for i in set(step.inputs))
    modules = dict(model.named_modules())

    def follows(step: Step, inside: list[Step]) -> bool:
        """Whether a layer is written on the one before it."""
        before = steps[step.inputs[0]] if len(step.inputs) == 1 else steps[0]
        return (
            before.number > 0
            and (before in inside or len(inside) == 1)
            and readers[before.number] == 1
            and (step.shape == before.shape or step.kind == "Flatten")
            and _describe(step)[1] == "other"
        )

    nodes = [Node("input", "other", ["input"], steps[0].shape)]
    nodes[0].field, nodes[0].jump = steps[0].field, steps[0].jump
    owner = {0: nodes[0]}
    places = groupby(steps[1:], lambda s: place_at(s, depth))
    for place, group in ((place, list(group)) for place, group in places):
        heads = [step for step in group if not follows(step, group)]
        sources = [owner[i] for s in group for i in s.inputs if i in owner]
        if not heads or group[0].kind == "Identity":
            node, heads = sources[0], []
        elif len(heads) == 1:
            node = Node(*_describe(heads[0]), [])
        else:
            layers = sum(step.module is not None for step in group)
            words = _describe_block(modules[place[0]], layers)
            node = Node(words, "block", [place[0]])
        for step in group:
            owner[step.number] = node
            node.parameters += step.parameters
            if len(heads) < 2:
                node.layers.append(step.name)
                quiet = step in heads or step.kind == "Identity"
                node.then += [] if quiet else [_describe(step)[0]]
        if heads or group[0].kind != "Flatten":  # shown as before it
            last = group[-1]
            node.shape, node.field = last.shape, last.field
            node.jump = last.jump
        if heads:
            # What reads nothing of the input still gets its place.
            inputs = dict.fromkeys(n for n in sources if n is not node)
            node.inputs = list(inputs) or nodes[:1]
            nodes.append(node)
    if len(nodes) > 2_000:
        raise CourseError(f"{len(nodes)} boxes are too many; try depth=1.")
    return _fold(nodes)


def _absorb(first: Node, others: list[Node]) -> None:
    """Let one box stand for equal ones."""
    first.times += len(others)
    first.layers += [name for node in others for name in node.layers]
    first.parameters += sum(node.parameters for node in others)


def _fold(nodes: list[Node]) -> list[Node]:
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
class Branches:
    """Paths that part below one box and meet above another.

    A path without boxes is a shortcut. Where connections cross, there is one
    path, `tangled`: all boxes in the order of execution.
    """

    paths: list[list]
    tangled: bool = False

    def columns(self) -> list[list]:
        return [path for path in self.paths if path]


def units(path: list) -> int:
    """Return how many columns a path needs."""
    parts = [item for item in path if isinstance(item, Branches)]
    return max((sum(map(units, b.columns())) for b in parts), default=1)


def arrange(nodes: list[Node]) -> list:
    """Return the boxes and `Branches` from top to bottom."""
    order = {node: i for i, node in enumerate(nodes)}
    readers = {n: [m for m in nodes if n in m.inputs] for n in nodes}

    def below(starts: list[Node], stop: Node | None) -> list[Node]:
        """Return the boxes before `stop` that depend on any of `starts`."""
        end = order[stop] if stop else len(nodes)
        found, todo = set(), list(starts)
        while todo:
            node = todo.pop()
            if node not in found and order[node] < end:
                found.add(node)
                todo += readers[node]
        return sorted(found, key=order.__getitem__)

    def meeting(starts: list[Node]) -> Node | None:
        """Return the first box that every path down from `starts` passes."""
        last = max(map(order.__getitem__, starts))
        for node in below(starts, None):
            if order[node] == last:
                return node
            if not readers[node]:
                return None
            last = max(last, *(order[n] for n in readers[node]))
        return None

    def path(node: Node | None, stop: Node | None) -> list:
        items: list = []
        while node is not None and node is not stop:
            items.append(node)
            after = readers[node]
            if len(after) > 1:
                branches, node = fork(node, after)
                items.append(branches)
            else:
                node = after[0] if after else None
        return items

    def look(path: list) -> list | int:
        """Return what makes two paths equal; branched ones never are."""
        nodes = [n for n in path if isinstance(n, Node)]
        return [n.headline() for n in nodes] if nodes == path else id(path)

    def fork(source: Node, starts: list[Node]) -> tuple[Branches, Node | None]:
        """Return what lies between a box and where its paths meet."""
        join = meeting(starts)
        groups: list[tuple[list[Node], set[Node]]] = []
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
            branches = Branches(drawn)
            if paths and sum(map(units, branches.columns())) <= MOST:
                for run in (run for run in runs if len(run) > 2):
                    for first, *others in zip(*run, strict=True):
                        _absorb(first, others)
                return branches, join
        return Branches([below(starts, join)], tangled=True), join

    return path(nodes[0], None)


@dataclass
class Repeat:
    """Several equal stretches of a path in a row."""

    path: list
    times: int


def flat(path: list) -> list[Node]:
    """Return the boxes of a path in its order."""
    found = []
    for item in path:
        if isinstance(item, Node):
            found.append(item)
        else:
            ways = [item.path] if isinstance(item, Repeat) else item.paths
            found += [node for way in ways for node in flat(way)]
    return found


def fold(path: list) -> list:
    """Return a path with equal stretches, and equal convolutions, as one.

    Boxes that are drawn once take the layers of those they stand for.
    """

    def look(item: Node | Branches) -> tuple:
        if isinstance(item, Node):
            return item.words, item.family, *item.then, item.shape
        return tuple(tuple(map(look, way)) for way in item.paths)

    def equal(start: int, length: int) -> int:
        """Return how often a stretch comes in a row."""
        looks, n = [look(item) for item in path[start:]], 1
        while looks[n * length : (n + 1) * length] == looks[:length]:
            n += 1
        return n

    if any(isinstance(i, Branches) and i.tangled for i in path):
        return path
    folded: list = []
    start = 0
    while start < len(path):
        single = isinstance(path[start], Node) and path[start].family == "conv"
        lengths = range(1 if single else 2, (len(path) - start) // 2 + 1)
        runs = ((equal(start, n), n) for n in lengths)
        times, length = next((run for run in runs if run[0] > 1), (1, 1))
        end = start + times * length
        first, *others = (
            path[i : i + length] for i in range(start, end, length)
        )
        for stretch in others:
            for a, b in zip(flat(first), flat(stretch), strict=True):
                a.layers += b.layers
                a.parameters += b.parameters
        for item in first:
            if isinstance(item, Branches):
                item.paths = [fold(way) for way in item.paths]
        if length == 1 and times > 1:
            first[0].times = times
        folded += [Repeat(first, times)] if times > 1 < length else first
        start = end
    return folded


def tell(path: list) -> str:
    """Return a path in words."""
    told = []
    for item in path:
        if isinstance(item, Repeat):
            told.append(f"{item.times} times in a row: {tell(item.path)}")
        elif isinstance(item, Node):
            told.append(f"{item.headline()}, {', '.join(item.facts())}.")
        elif item.tangled:
            for node in item.paths[0]:
                names = ", ".join(source.name for source in node.inputs)
                told.append(f"From {names}: {tell([node])}")
        else:
            columns = item.columns()
            if len(columns) > 1:
                told.append(f"It parts into {len(columns)} paths.")
                for i, column in enumerate(columns, 1):
                    told.append(f"Path {i}: {tell(column)}")
            else:
                told.append(tell(columns[0]))
            if len(columns) < len(item.paths):
                told.append("A shortcut passes by.")
            told.append("The paths meet.")
    return " ".join(told)
