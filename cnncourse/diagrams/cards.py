"""Draw a network from the network itself, as a figure and in words.

What `tracing.Trace` saw in one pass becomes a graph. Norms, activations and
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
from dataclasses import dataclass
from itertools import pairwise

from cnncourse.diagrams.graph import Node, arrange, boxes, by, tell, units
from cnncourse.doors import door
from cnncourse.kinds import Anchor, Label, Positive
from cnncourse.tracing import Depth, Followed, Size

WIDTH = 360  # of the drawing, in its own units: about pixels on a phone
LARGE, SMALL = 12.5, 11  # text sizes
LEAD = 15  # from one line of text to the next
GAP = 22  # between boxes, for an arrow
SPACE = 4  # between columns

# Okabe and Ito, "Color universal design", 2008, with a hatch for each.
FAMILIES = {
    "conv": ("#0072B2", ""),
    "pool": ("#D55E00", "level"),
    "linear": ("#009E73", "upright"),
    "join": ("#CC79A7", ""),
    "block": ("#E69F00", "rising"),
    "other": ("#56B4E9", "falling"),
}


def wrap(text: str, width: float, size: float) -> list[str]:
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


class Drawing:
    """Boxes from top to bottom, then the arrows between them."""

    def __init__(self, path: list, nodes: list[Node]):
        self.parts: list[str] = []
        self.lanes: dict[Node, float] = {}
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
            if isinstance(item, Node):
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
                share /= sum(map(units, columns))
                left, ends = x + margin, []
                for column in columns:
                    room = share * units(column)
                    ends.append(self.place(column, left, y, room - SPACE))
                    left += room
                y = max(ends)
            before = item
        return y

    def card(self, node: Node, x: float, y: float, width: float) -> float:
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
        lines = [(line, LARGE) for line in wrap(node.headline(), room, LARGE)]
        lines += [(t, SMALL) for f in facts for t in wrap(f, room, SMALL)]
        text = LEAD * len(lines)
        height = 10 + (max(h, text) if wide else h + text + 2)
        node.box = x, y, width, height
        look, round_ = FAMILIES[node.family], 9 if node.family == "join" else 3
        layers = html.escape("|".join(node.layers))
        gx = x + (39 if wide else width / 2) - w / 2
        gy = y + (height - h) / 2 if wide else y + 5
        self.parts += [
            f'<g class="layer" data-layers="{layers}">',
            symbol(*node.box, round_, (look[0], ""), 0.1),
            symbol(gx, gy, w, h, 1, look, 0.5),
        ]
        tx = x + (76 if wide else width / 2)
        ty = 11.5 + (y + (height - text) / 2 if wide else gy + h + 2)
        for i, (line, size) in enumerate(lines):
            bold, at = size == LARGE, ty + LEAD * i
            self.parts.append(written(line, tx, at, size, bold, not wide))
        self.parts.append("</g>")
        return y + height + GAP

    def connect(self, a: Node, b: Node) -> None:
        """Draw an arrow: straight down if nothing is in between."""
        (left, top, wide, high), (x, y, w, h) = a.box, b.box
        start, end, below = left + wide / 2, x + w / 2, top + high
        between = [
            c.box
            for c in self.drawn
            if c.box[1] >= below and c.box[1] + c.box[3] <= y
        ]
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

    def arrow(
        self, line: str, x: float, y: float, aside: bool = False
    ) -> None:
        head = "m5 -4l-5 4l5 4" if aside else "m-4 -5l4 5l4 -5"
        self.parts.append(stroke("edge", f"{line}M# #{head}", x, y))


def stroke(kind: str, line: str, *numbers: float, more: str = "") -> str:
    """Return a path; every # in its line is one of the numbers."""
    line = line.replace("#", "{:.1f}").format(*numbers)
    return f'<path class="{kind}" d="{line}"{more}/>'


def written(
    line: str, x: float, y: float, size: float, bold: bool, middle: bool
) -> str:
    """Return a line of text that starts at x, or has its middle there."""
    weight = ' font-weight="600"' if bold else ""
    anchor = ' text-anchor="middle"' if middle else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" stroke="none" fill="currentColor" '
        f'font-size="{size}"{weight}{anchor}>{html.escape(line)}</text>'
    )


def symbol(
    x: float,
    y: float,
    w: float,
    h: float,
    radius: float,
    look: tuple[str, str],
    opacity: float,
) -> str:
    """Return a box in a color, and lines that mark it without the color."""
    color, kind = look
    lines: list[tuple[float, float, float, float]] = []
    for k in range(4, int(w + h), 5):
        if kind == "level" and k < h:
            lines.append((0, k, w, k))
        elif kind == "upright" and k < w:
            lines.append((k, 0, k, h))
        elif kind in ("rising", "falling"):  # what lies inside
            a, b = max(0, k - h), min(k, w)
            c, e = (w - a, w - b) if kind == "falling" else (a, b)
            lines.append((c, k - a, e, k - b))
    ends = [at for a, b, c, e in lines for at in (x + a, y + b, x + c, y + e)]
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" '
        f'rx="{radius}" fill="{color}" fill-opacity="{opacity}"/>'
    ) + (stroke("hatch", "M# #L# #" * len(lines), *ends) if lines else "")


# The form for narrow columns stands where text would fall below 11 pixels.
FORMS = (
    ".cnn-stacks{container-type:inline-size;margin:.5rem 0}"
    ".cnn-form-narrow{display:none}"
    "@container (max-width:690px){.cnn-form-wide{display:none}"
    ".cnn-form-narrow{display:block}}"
)


@door
@dataclass(frozen=True)
class Diagram:
    """A drawing of a network; a notebook shows it as a figure.

    `alt` says in words all that is drawn.
    """

    title: str
    alt: str
    caption: str
    height: Positive
    body: str
    width: Positive = WIDTH
    narrow: tuple[Positive, str] | None = None  # height and body, on a phone
    name: Anchor = ""  # the anchor is "fig-" and this name

    def _svg(
        self,
        attributes: str,
        style: str = "",
        form: tuple[float, float, str] | None = None,
    ) -> str:
        width, height, body = form or (self.width, self.height, self.body)
        key = hashlib.sha256((self.alt + body).encode()).hexdigest()[:10]
        title, alt = html.escape(self.title), html.escape(self.alt)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {attributes} role="img" '
            f'viewBox="0 0 {width:.0f} {height:.0f}" stroke-width="1.2" '
            f'aria-labelledby="title-{key} desc-{key}" stroke="currentColor" '
            'font-family="Helvetica, Arial, sans-serif" fill="none">'
            f'<title id="title-{key}">{title}</title>'
            f'<desc id="desc-{key}">{alt}</desc>{style}'
            f"{body}</svg>"
        )

    def svg(self) -> str:
        """Return a file that follows the reader's light or dark."""
        style = (
            "<style>svg{color:#1f2328}@media (prefers-color-scheme:dark)"
            "{svg{color:#f0f6fc}}</style>"
        )
        size = f'width="{self.width:.0f}" height="{self.height:.0f}"'
        return self._svg(size, style) + "\n"

    def _repr_html_(self) -> str:
        shape = "display:block;width:100%;height:auto;max-width"
        small, kind = f'style="{shape}:30rem"', "cnn-figure"
        drawing = self._svg(small)
        if self.narrow:
            large = f'style="{shape}:{self.width:.0f}px"'
            kind += " cnn-stacks"
            drawing = (
                f'<style>{FORMS}</style><div class="cnn-form-wide">'
                f'{self._svg(large)}</div><div class="cnn-form-narrow">'
                f"{self._svg(small, form=(WIDTH, *self.narrow))}</div>"
            )
        anchor = f' id="fig-{self.name}"' if self.name else ""
        return (
            f'<figure class="{kind}"{anchor}>{drawing}'
            f"<figcaption>{html.escape(self.caption)}</figcaption></figure>"
        )

    def __repr__(self) -> str:
        return f"<Diagram {self.caption}>"


@door
def draw(
    model: Followed,
    input_size: Size,
    *,
    title: Label | None = None,
    depth: Depth | None = None,
    name: Anchor = "",
) -> Diagram:
    """Draw a network, or one block of it, as it runs in evaluation.

    Args:
        model: the network; its weights are not read.
        input_size: channels, height and width.
        title: what it is called; the name of its class by default.
        depth: draw blocks as single boxes: 1 for the parts the network
            itself names, 2 for their parts, and so on; None for all layers.
        name: the anchor of the figure is "fig-" and this name.

    Raises:
        CourseError: the network does not run on such an input.
    """
    title = title or type(model).__name__.strip("_")
    nodes = boxes(model, input_size, depth)
    path = arrange(nodes)
    drawing = Drawing(path, nodes)
    count = sum(p.numel() for p in model.parameters())
    caption = (
        f"{title}: from {by(nodes[0].shape)} to {by(nodes[-1].shape)}, "
        f"{count:,} parameters. A symbol is as wide as the number of maps "
        "and as high as one map, on logarithmic scales."
    )
    return Diagram(
        title,
        f"{title}. {tell(path)}",
        caption,
        drawing.height,
        "".join(drawing.parts),
        name=name,
    )
