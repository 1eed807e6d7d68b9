"""One pass of a network, followed operation by operation.

The network runs on the meta device, where tensors have shapes and no numbers.
Every operation is seen, whoever calls it, so that counts, receptive fields
and connections follow branches as they are.

Receptive fields: Araujo, Norris, Sim, "Computing receptive fields of
convolutional neural networks", 2019, doi:10.23915/distill.00021. The paper
solves one linear formula. Here each row of a map carries the first and last
input row it depends on, which also covers cropping and upsampling.
"""

import copy
from collections import Counter
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial, reduce
from typing import Annotated, Any, NamedTuple

import torch
from pydantic import AfterValidator, Field
from torch import Tensor, nn
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves
from torch.utils.flop_counter import flop_registry

from cnncourse.architectures.registry import Side
from cnncourse.doors import door
from cnncourse.errors import told
from cnncourse.kinds import settled

# Operations that get a row outside layers.
# fmt: off
OPERATIONS = {
    "convolution": "convolution", "addmm": "linear", "mean": "average pool",
    "max_pool2d_with_indices": "max pool", "avg_pool2d": "average pool",
    "_adaptive_avg_pool2d": "average pool", "relu": "ReLU", "gelu": "GELU",
    "silu": "SiLU", "tanh": "tanh", "sigmoid": "sigmoid", "cat": "concat",
    "upsample_nearest2d": "upsample", "upsample_bilinear2d": "upsample",
    "mul": "multiply",
}
# fmt: on
# Operations that mix the axes named by their argument, or all axes.
REDUCTIONS = ("mean", "sum", "amax", "amin", "var", "std", "_softmax")
MIXERS = ("mm", "addmm", "bmm", "native_group_norm")

Size = Annotated[
    # Maps inside of a network are a few thousand.
    tuple[Side, Side, Side],
    Field(
        description="(channels, height, width), each from 1 to 8192",
        examples=["(3, 224, 224)"],
    ),
]
Place = tuple[str, int]  # name of a module, number of the call
Depth = Annotated[int, Field(ge=1, le=100)]
Arguments = dict[str, Any]  # of an operation, by name


def _followed(model: nn.Module) -> nn.Module:
    """Refuse a network in which no layer would be seen."""
    if any(isinstance(m, torch.jit.ScriptModule) for m in model.modules()):
        raise ValueError(
            "is scripted, and hides its layers; give the network it was "
            "made from"
        )
    return settled(model)


# A network whose layers can be followed, with or without numbers in it.
Followed = Annotated[nn.Module, AfterValidator(_followed)]


@door
def without_numbers(model: Followed) -> nn.Module:
    """Return a copy in evaluation, on the meta device."""
    given = (*model.parameters(), *model.buffers())
    shapes = {id(t): t.detach().to("meta") for t in given}
    return copy.deepcopy(model, shapes).eval()


@door
def meta_images(model: Followed, input_size: Size) -> Tensor:
    """Return a batch of one picture without numbers, of the model's type."""
    kinds = [p.dtype for p in model.parameters() if p.is_floating_point()]
    return torch.empty(1, *input_size, dtype=(*kinds, None)[0], device="meta")


@door
def runs(model: Followed, input_size: Size) -> AbstractContextManager[None]:
    """Say in a sentence why the network does not run on such an input."""
    return told(
        f"{type(model).__name__} does not run without numbers on an input of "
        f"{input_size}",
        "Give (channels, height, width) that it takes; its forward must not "
        "read values.",
    )


class _Span(NamedTuple):
    """First and last input row (or column) each row of a map depends on."""

    first: tuple[int, ...]
    last: tuple[int, ...]
    jump: float = 1

    def through(self, n: int, a: int, b: int, c: int, d: int) -> "_Span":
        """Return n rows; row i reads from (a i + b) / d to (a i + c) / d.

        Ends are rounded inwards. Rows outside continue in steps of the jump:
        padding does not make a field smaller.
        """

        def at(ends: tuple[int, ...], i: int) -> int:
            inside = min(max(i, 0), len(ends) - 1)
            return ends[inside] + int((i - inside) * self.jump)

        first = tuple(at(self.first, -(-(a * i + b) // d)) for i in range(n))
        last = tuple(at(self.last, (a * i + c) // d) for i in range(n))
        return _Span(first, last, self.jump * a / d)

    def merge(self, other: "_Span") -> "_Span":
        first = tuple(map(min, self.first, other.first))
        last = tuple(map(max, self.last, other.last))
        return _Span(first, last, max(self.jump, other.jump))

    def extent(self) -> int:
        return 1 + max(map(int.__sub__, self.last, self.first))


class _Map(NamedTuple):
    """Spans of rows and columns (None: all), and the axis of the rows."""

    spans: tuple[_Span | None, ...] = (None, None)
    axis: int = 2

    def merge(self, other: "_Map") -> "_Map":
        if self.axis != other.axis:
            return _Map()
        pairs = zip(self.spans, other.spans, strict=True)
        spans = tuple(s and t and s.merge(t) for s, t in pairs)
        return _Map(spans, self.axis)


def _pair(value: Any) -> list[int]:
    value = list(value) if isinstance(value, (list, tuple)) else [value]
    return value[-2:] if len(value) > 1 else value * 2


def _reading(
    name: str, given: Arguments, x: Tensor, out: Tensor
) -> list[tuple[int, int, int, int]] | None:
    """Return what rows and columns read, as arguments of `_Span.through`.

    None stands for an operation that works place by place.
    """
    if "adaptive" in name or name.startswith("upsample_"):
        pairs = [(x.shape[i], out.shape[i]) for i in (-2, -1)]
        if "nearest" in name:
            return [(n, 1 - m, 0, m) for n, m in pairs]
        if "adaptive" in name:
            return [(n, 1 - m, n - 1, m) for n, m in pairs]
        return [(2 * n, n - 3 * m + 1, n + m - 1, 2 * m) for n, m in pairs]
    if name.endswith(("pad_nd", "pad2d")):
        pad = (*(given.get("pad") or given["padding"]), 0, 0)
        return [(1, -p, -p, 1) for p in (pad[2], pad[0])]
    if name == "slice":
        start, step = given["start"] or 0, given["step"]
        start += x.shape[given["dim"]] * (start < 0)
        cut, axes = (step, start, start, 1), (out.ndim - 2, out.ndim - 1)
        return [cut if given["dim"] == axis else (1, 0, 0, 1) for axis in axes]
    if name == "convolution":
        kernel = given["weight"].shape[2:]
    elif name.startswith(("max_pool", "avg_pool")):
        kernel = given["kernel_size"]
    else:
        return None
    stride, dilation = given["stride"] or kernel, given.get("dilation", 1)
    sides = map(_pair, (kernel, stride, given["padding"], dilation))
    if given.get("transposed"):
        return [
            (1, p - (k - 1) * d, p, s)
            for k, s, p, d in zip(*sides, strict=True)
        ]
    return [
        (s, -p, (k - 1) * d - p, 1) for k, s, p, d in zip(*sides, strict=True)
    ]


def _through(
    name: str, given: Arguments, x: Tensor, old: _Map, out: Tensor
) -> _Map:
    """Return the map of `out` as far as it depends on the input `x`."""
    first = next(iter(given.values()))
    reading = _reading(name, given, x, out) if x is first else None
    if reading and out.ndim == x.ndim == old.axis + 2:
        sizes = zip(old.spans, out.shape[-2:], reading, strict=True)
        spans = tuple(s and s.through(n, *read) for s, n, read in sizes)
        return _Map(spans, old.axis)
    mixed: list | range = []
    if name in REDUCTIONS:
        mixed = tree_leaves(given.get("dim", ()))
    elif name == "native_layer_norm":
        mixed = range(-len(given["normalized_shape"]), 0)
    if not (
        {old.axis, old.axis + 1} & {d % x.ndim for d in mixed}
        or name in MIXERS
        or given.get("training")
    ):
        # Rows and columns stay neighbors, as a rule on the last two axes.
        sides = x.shape[old.axis : old.axis + 2]
        for new in (out.ndim - 2, *range(1, out.ndim - 1)):
            if new and out.shape[new : new + 2] == sides:
                return old._replace(axis=new)
    return _Map()


@door
@dataclass
class Step:
    """A call of a layer, an operation outside layers, or a row of a table.

    `inputs` are the numbers of the steps it reads, `path` the (name, call) of
    the modules around it, `shape` that of the output without the batch.
    `field` and `jump` are the receptive field and the total stride, rows and
    columns, in input pixels; None is the whole input. Parameters count once.
    `seconds` is how long it took, where that was measured.
    """

    name: str
    kind: str
    parameters: int = 0
    macs: int = 0
    shape: tuple[int, ...] = ()
    field: tuple[int | None, ...] = (None, None)
    jump: tuple[float | None, ...] = (None, None)
    number: int = 0
    inputs: tuple[int, ...] = ()
    path: tuple[Place, ...] = ()
    module: nn.Module | None = None
    seconds: float | None = None


@door
class Trace(TorchDispatchMode):
    """What one pass does: `steps`, the first of which is the input.

    `outputs` holds shape, field and jump by (module name, call).
    """

    def __init__(self, model: Followed, input_size: Size):
        super().__init__()
        self.steps = [Step("input", "input")]
        self.outputs: dict[Place, tuple] = {}
        # Holding a tensor keeps its id from going to another one.
        self._seen: dict[int, tuple[Tensor, _Map, tuple[int, ...]]] = {}
        self._stack: list[Place] = []  # the modules that run
        self._calls: Counter[str] = Counter()
        self._layer: Step | None = None  # the layer that runs
        self._counted: set[nn.Parameter] = set()
        with runs(model, input_size), torch.no_grad(), torch.device("meta"):
            model = without_numbers(model)
            for name, module in model.named_modules():
                module.register_forward_pre_hook(
                    partial(self._enter, name), with_kwargs=True
                )
                module.register_forward_hook(self._leave, with_kwargs=True)
            x = meta_images(model, input_size)
            ends = [tuple(range(n)) for n in x.shape[-2:]]
            spans = tuple(_Span(n, n) for n in ends)
            self._keep(x, _Map(spans, x.ndim - 2), (0,))
            self._close(self.steps[0], x)
            with self:
                model(x)

    def _known(self, values: Any) -> list[tuple]:
        """Return (tensor, map, steps it comes from) of the known tensors."""
        leaves = tree_leaves(values)
        return [self._seen[id(v)] for v in leaves if id(v) in self._seen]

    def _keep(self, output: Any, m: _Map, source: tuple[int, ...]) -> None:
        tensors = [t for t in tree_leaves(output) if isinstance(t, Tensor)]
        self._seen.update((id(t), (t, m, source)) for t in tensors)

    def _fill(
        self, part: Tensor, x: Tensor, m: _Map, source: tuple[int, ...]
    ) -> None:
        """Note what a tensor holds that is filled part by part.

        Circular padding does so: the middle first, then the borders from
        the tensor itself, which are left out: a field reaches around the
        border as it reaches into any padding.
        """
        whole = part._base
        if whole is None or whole is x._base or m.axis != whole.ndim - 2:
            return
        height, width = whole.shape[-2:]
        corner = divmod(int(part.storage_offset()) % (height * width), width)
        sides = zip(m.spans, (height, width), corner, strict=True)
        spans = tuple(s and s.through(n, 1, -at, -at, 1) for s, n, at in sides)
        found = _Map(spans, m.axis)
        if id(whole) in self._seen:
            _, before, steps = self._seen[id(whole)]
            found, source = before.merge(found), (*steps, *source)
        self._keep(whole, found, tuple(dict.fromkeys(source)))

    def _close(self, step: Step, output: Any) -> None:
        """Note what a step gave; a layer may give no maps at all."""
        for _, m, _ in self._known(output)[:1]:
            self._keep(output, m, (step.number,))
            step.shape, step.field, step.jump = self._facts(output)

    def _facts(self, output: Any) -> tuple:
        """Return shape without batch, receptive field and jump."""
        for tensor, m, _ in self._known(output):
            field = tuple(s and s.extent() for s in m.spans)
            jump = tuple(s and s.jump for s in m.spans)
            return tuple(tensor.shape[1:]), field, jump
        return (), (None, None), (None, None)

    def _push(self, name: str) -> None:
        self._calls[name] += 1
        self._stack.append((name, self._calls[name]))

    def _add(self, kind: str, inputs: tuple[int, ...]) -> Step:
        step = Step(label(self._stack[-1]), kind, number=len(self.steps))
        step.inputs, step.path = inputs, tuple(self._stack[1:])
        self.steps.append(step)
        return step

    def _enter(
        self, name: str, module: nn.Module, args: tuple, kwargs: dict
    ) -> None:
        self._push(name)
        own = any(p is not None for p in module._parameters.values())
        if name and not self._layer and (own or not any(module.children())):
            inputs = _sources(self._known((args, kwargs)))
            self._layer = self._add(type(module).__name__, inputs)
            self._layer.module = module
            new = set(module.parameters()) - self._counted
            self._counted |= new
            self._layer.parameters = sum(p.numel() for p in new)

    def _leave(
        self, module: nn.Module, args: tuple, kwargs: dict, output: Any
    ) -> Any:
        step, place, read = self._layer, self._stack[-1], (args, kwargs)
        passed = isinstance(output, Tensor) and any(
            output is value for value in tree_leaves(read)
        )
        if passed and not getattr(module, "inplace", False):
            # What passes its input on is still a step of its own.
            output = output.view_as(output)
        if isinstance(module, nn.Linear) and output.ndim == 4:
            _, m, source = self._known(read)[0]  # channels last: a 1x1 conv
            self._keep(output, m, source)
        if step and step.path[-1] == place:
            self._layer = None
            self._close(step, output)
        self.outputs[place] = self._facts(output)
        self._stack.pop()
        return output

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple = (), kwargs: Any = None
    ) -> Any:
        kwargs, count = kwargs or {}, flop_registry.get(func.overloadpacket)
        output = func(*args, **kwargs)
        macs = count(*args, **kwargs, out_val=output) // 2 if count else 0
        name = func._schema.name.split("::")[1].removesuffix("_")
        known = self._known((args, kwargs))
        if not known or name.endswith("_like") or name.startswith("new_"):
            return output
        given = {a.name: a.default_value for a in func._schema.arguments}
        given |= dict(zip(given, args, strict=False)) | kwargs
        out = next(t for t in tree_leaves(output) if isinstance(t, Tensor))
        maps = (_through(name, given, x, m, out) for x, m, _ in known)
        m = reduce(_Map.merge, maps)
        source = _sources(known)
        self._keep(output, m, source)
        if name == "copy":
            self._fill(args[0], args[1], m, source)
        if self._layer:
            self._layer.macs += macs
        elif macs or len(source) > 1 or (name in OPERATIONS and name != "mul"):
            self._push(f"{self._stack[-1][0]}.{name}".lstrip("."))
            step = self._add(OPERATIONS.get(name, name), source)
            step.macs = macs
            self._close(step, output)
            self._stack.pop()
        return output


def _sources(known: list[tuple]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(i for *_, source in known for i in source))


@door
def label(place: Place) -> str:
    """Return the name of a call: with its number from the second one on."""
    name, call = place
    return name if call == 1 else f"{name} (call {call})"


@door
def place_at(step: Step, depth: Depth | None) -> Place:
    """Return (name, call) of the part a step belongs to.

    Depth 1 are the parts the network itself names, depth 2 their parts.
    """
    deep = (p for p in step.path if depth and p[0].count(".") + 1 >= depth)
    return next(deep, (step.path or (("", 1),))[-1])
