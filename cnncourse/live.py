"""Trained networks that run in a page, without a kernel.

`export` follows a network with `torch.fx` and returns it as data: a list of
steps (operation, the steps it reads, numbers), with the weights as whole
numbers of 8 bits and a scale for each output channel. `write` stores it as a
script that `assets/live.js` runs; `load` gives the package's own network
back, with the same weights. An `Explorer` puts networks on a page.
"""

import base64
import copy
import html
import json
import math
import operator
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from torch import Tensor, fx, nn
from torch.fx.passes.shape_prop import ShapeProp
from torch.nn import functional as F

from cnncourse import architectures, datasets, runs, training
from cnncourse.architectures.lenet import (
    RBFOutput,
    ScaledTanh,
    SubSampling,
    TableConv2d,
)
from cnncourse.architectures.resnet import ZeroPad
from cnncourse.checks import check_kind
from cnncourse.errors import CourseError, unknown
from cnncourse.interactive import WIDGET_MIME
from cnncourse.training.progress import predict
from cnncourse.visualize import COLORS, data_uri, png

# A figure whose networks take more than this waits until it is pressed.
MOST_BYTES = 500_000
LARGEST = 127  # of the whole numbers that weights become

Step = dict[str, Any]  # as it stands in the file: JSON


def assets_folder() -> Path:
    """Return the folder of the engine, the explorers and the networks."""
    here = Path(__file__).resolve().parent
    inside = here / "assets"
    return inside if inside.is_dir() else here.parent / "assets"


# --- numbers ---------------------------------------------------------------


def _quantized(weight: Tensor) -> tuple[Tensor, Tensor]:
    """Return whole numbers, and a scale for each of the first axis."""
    rows = weight.detach().float().flatten(1)
    largest = rows.abs().amax(1)
    whole = (rows == rows.round()).all(1) & (largest <= LARGEST)
    scale = torch.where(whole, 1.0, largest / LARGEST)  # whole rows stay
    return (rows / scale[:, None]).round().reshape(weight.shape), scale


def _rounded(weight: Tensor) -> Tensor:
    """Return the weight as the page's engine has it."""
    whole, scale = _quantized(weight)
    return whole * scale.reshape(-1, *[1] * (weight.ndim - 1))


def _text(values: Tensor, kind: str = "<f4") -> str:
    """Return numbers as base64."""
    array = values.detach().cpu().numpy().astype(kind)
    return base64.b64encode(array.tobytes()).decode()


def _numbers(text: str, kind: str = "<f4") -> Tensor:
    array = np.frombuffer(base64.b64decode(text), kind)
    return torch.from_numpy(array.astype("f4"))


def _packed(weight: Tensor) -> dict[str, Any]:
    whole, scale = _quantized(weight)
    shape, values = list(weight.shape), _text(whole, "i1")
    return {"shape": shape, "scale": _text(scale), "values": values}


def _unpacked(packed: dict[str, Any]) -> Tensor:
    whole = _numbers(packed["values"], "i1").reshape(packed["shape"])
    scale = _numbers(packed["scale"])
    return whole * scale.reshape(-1, *[1] * (whole.ndim - 1))


def _dense(module: nn.Module) -> Tensor:
    """Return a layer's weight; zeros where LeNet-5's table has no kernel."""
    weight = module.get_parameter("weight")
    if isinstance(module, TableConv2d):
        zeros = module.get_buffer("zeros")
        return zeros.index_put(_places(module), weight)
    return weight


@torch.no_grad()
def _set_dense(module: nn.Module, weight: Tensor) -> None:
    if isinstance(module, TableConv2d):
        weight = weight[_places(module)]
    module.get_parameter("weight").copy_(weight)


def _places(module: TableConv2d) -> tuple[Tensor, Tensor]:
    return module.get_buffer("target"), module.get_buffer("source")


# --- layers ----------------------------------------------------------------


def _pair(value: int | Sequence[int]) -> list[int]:
    return [value, value] if isinstance(value, int) else list(value)


def _refused(name: str, what: str, why: str) -> CourseError:
    return CourseError(
        f"{name} ({what}) cannot run in a page: {why}. The engine has "
        "convolution, linear, batch norm, LeNet-5's own layers, max, average "
        "and global pooling, ReLU, tanh, sigmoid, softmax, LRN, add, "
        "multiply, concatenate and flatten; exchange the part, or record "
        "frames with interactive.Slider."
    )


def _convolution(module: nn.Conv2d, name: str) -> Step:
    padding: Any = module.padding
    if isinstance(padding, str) or module.padding_mode != "zeros":
        why = "its padding must be a number of zeros"
        raise _refused(name, "Conv2d", why)
    return {
        "op": "convolution",
        "stride": _pair(module.stride),
        "padding": _pair(padding),
        "dilation": _pair(module.dilation),
        "groups": module.groups,
        **_weights(module),
    }


def _weights(module: nn.Module) -> Step:
    step: Step = {"weight": _packed(_dense(module))}
    if isinstance(module.bias, Tensor):
        step["bias"] = _text(module.bias)
    return step


def _table(module: TableConv2d, name: str) -> Step:
    ones = {key: [1, 1] for key in ("stride", "dilation")}
    return {
        "op": "convolution",
        **ones,
        "padding": [0, 0],
        "groups": 1,
        **_weights(module),
    }


def _affine(module: nn.BatchNorm2d, name: str) -> Step:
    if module.running_mean is None or module.running_var is None:
        raise _refused(name, "BatchNorm2d", "it keeps no running statistics")
    scale = (module.running_var.double() + module.eps).rsqrt()
    shift = torch.zeros_like(scale)
    if module.affine:
        scale, shift = scale * module.weight, module.bias.double()
    shift = shift - module.running_mean * scale
    return {"op": "affine", "scale": _text(scale), "shift": _text(shift)}


def _subsample(module: SubSampling, name: str) -> Step:
    return {
        "op": "subsample",
        "coefficient": _text(module.coefficient),
        "bias": _text(module.bias),
    }


def _window(module: nn.MaxPool2d | nn.AvgPool2d) -> Step:
    stride = module.stride if module.stride is not None else ()
    return {
        "size": _pair(module.kernel_size),
        "stride": _pair(stride or module.kernel_size),
        "padding": _pair(module.padding),
        "ceil": module.ceil_mode,
    }


def _maxpool(module: nn.MaxPool2d, name: str) -> Step:
    dilation = _pair(module.dilation)
    return {"op": "maxpool", **_window(module), "dilation": dilation}


def _avgpool(module: nn.AvgPool2d, name: str) -> Step:
    if module.divisor_override:
        raise _refused(name, "AvgPool2d", "it has a divisor of its own")
    counts = module.count_include_pad
    return {"op": "avgpool", **_window(module), "padding_counts": counts}


def _global(module: nn.AdaptiveAvgPool2d, name: str) -> Step:
    if module.output_size not in (1, (1, 1)):
        raise _refused(name, repr(module), "only one place may remain")
    return {"op": "global_average"}


def _lrn(module: nn.LocalResponseNorm, name: str) -> Step:
    keys = ("size", "alpha", "beta", "k")
    return {"op": "lrn", **{key: getattr(module, key) for key in keys}}


def _softmax(module: nn.Softmax, name: str) -> Step:
    if module.dim != 1:
        raise _refused(name, repr(module), "it must act on axis 1")
    return {"op": "softmax"}


def _distances(module: RBFOutput, name: str) -> Step:
    return {"op": "distances", "weight": _packed(module.get_buffer("bitmaps"))}


def _flatten(module: nn.Flatten, name: str) -> Step:
    if (module.start_dim, module.end_dim) != (1, -1):
        raise _refused(name, repr(module), "it must keep the batch alone")
    return {"op": "flatten"}


LAYERS: dict[type[nn.Module], Callable[..., Step]] = {
    nn.Conv2d: _convolution,
    nn.Linear: lambda module, name: {"op": "linear", **_weights(module)},
    nn.BatchNorm2d: _affine,
    nn.MaxPool2d: _maxpool,
    nn.AvgPool2d: _avgpool,
    nn.AdaptiveAvgPool2d: _global,
    nn.LocalResponseNorm: _lrn,
    nn.ReLU: lambda module, name: {"op": "relu"},
    nn.ReLU6: lambda module, name: {"op": "relu", "most": 6},
    nn.Tanh: lambda module, name: {"op": "tanh", "height": 1, "slope": 1},
    nn.Sigmoid: lambda module, name: {"op": "sigmoid"},
    nn.Softmax: _softmax,
    nn.Flatten: _flatten,
    ScaledTanh: lambda module, name: {
        "op": "tanh",
        "height": 1.7159,
        "slope": 2 / 3,
    },
    SubSampling: _subsample,
    TableConv2d: _table,
    RBFOutput: _distances,
    ZeroPad: lambda module, name: {
        "op": "shortcut",
        "stride": module.stride,
        "extra": module.extra,
    },
}
# In a trained network they hand on what they get.
NOTHING = (nn.Identity, nn.Dropout, nn.Dropout2d)
# Functions, and methods of tensors, outside of modules.
FUNCTIONS: dict[object, str] = {
    **dict.fromkeys((operator.add, torch.add, "add"), "add"),
    **dict.fromkeys((operator.mul, torch.mul, "mul"), "multiply"),
    **dict.fromkeys((torch.cat, torch.concat), "concatenate"),
    **dict.fromkeys((torch.relu, F.relu, "relu"), "relu"),
    **dict.fromkeys((torch.sigmoid, "sigmoid"), "sigmoid"),
    **dict.fromkeys((torch.flatten, "flatten"), "flatten"),
}


class _Tracer(fx.Tracer):
    """Looks into modules until it comes to those that the engine has."""

    def is_leaf_module(self, m: nn.Module, module_qualified_name: str) -> bool:
        return type(m) in LAYERS or super().is_leaf_module(
            m, module_qualified_name
        )


def _graph(model: nn.Module, input_size: tuple[int, ...]) -> fx.GraphModule:
    """Return the traced network, with the shapes of all results."""
    try:
        graph = fx.GraphModule(model, _Tracer().trace(model))
    except (fx.proxy.TraceError, TypeError, ValueError) as error:
        raise CourseError(
            f"{type(model).__name__} cannot be followed ({error}); its "
            "forward must not depend on the values it computes. Try one of "
            "architectures.names()."
        ) from error
    like = next(model.parameters(), torch.zeros(()))
    try:
        with torch.no_grad():
            ShapeProp(graph).propagate(torch.zeros(1, *input_size).to(like))
    except RuntimeError as error:
        raise CourseError(
            f"{type(model).__name__} does not take an input of "
            f"{tuple(input_size)}; give (channels, height, width) that it "
            "takes."
        ) from error
    return graph


def _shape(node: Any) -> list[int]:
    """Return the shape of a result, without the batch."""
    return list(node.meta["tensor_meta"].shape[1:])


def _function(node: fx.Node) -> Step:
    """Return the step of a function or of a tensor's method."""
    what = str(getattr(node.target, "__name__", node.target))
    if node.target not in FUNCTIONS:
        raise _refused(node.name, what, "it is no operation of the engine")
    step = {"op": FUNCTIONS[node.target]}
    options = (*node.args[1:], *node.kwargs.values())
    if step["op"] in ("add", "multiply"):
        if not all(isinstance(value, fx.Node) for value in node.args):
            raise _refused(node.name, what, "it needs two stacks of maps")
        first, second = sorted(map(_shape, node.args), key=math.prod)
        gate = step["op"] == "multiply" and first == [*second[:1], 1, 1]
        if first != second and not gate:
            why = f"{first} and {second} do not fit place by place"
            raise _refused(node.name, what, why)
    elif step["op"] in ("concatenate", "flatten") and options != (1,):
        raise _refused(node.name, what, "it must act on axis 1")
    return step


def steps(model: nn.Module, input_size: tuple[int, int, int]) -> list[Step]:
    """Return what a network does as the engine's steps, in order.

    Raises:
        CourseError: a part is none of the engine's.
    """
    graph = _graph(model, input_size)
    names: dict[Any, str] = {}
    found: list[Step] = []
    for node in graph.graph.nodes:
        what, reads = str(node.target), node.all_input_nodes
        if node.op == "placeholder":
            names[node] = "input"
            continue
        if node.op == "output":
            if not found or names.get(node.args[0]) != found[-1]["name"]:
                why = "it must return one tensor, the last it computes"
                raise _refused("output", type(model).__name__, why)
            continue
        if node.op == "get_attr":
            why = "a tensor of its own is used outside of a layer"
            raise _refused(what, "tensor", why)
        if node.op == "call_module":
            module = graph.get_submodule(what)
            if isinstance(module, NOTHING):
                names[node] = names[reads[0]]
                continue
            step, name = _layer(module, what, reads[0]), what
            calls = sum(s["name"].split(" ")[0] == what for s in found)
            name += f" (call {calls + 1})" if calls else ""
        else:
            step, name = _function(node), node.name
            if isinstance(node.args[0], (list, tuple)):
                reads = list(node.args[0])
            elif step["op"] in ("add", "multiply"):
                reads = list(node.args)  # x + x reads x twice
        names[node] = name
        inputs = [names[read] for read in reads]
        found.append(
            {"name": name, "inputs": inputs, "shape": _shape(node), **step}
        )
    return found


def _layer(module: nn.Module, name: str, reads: fx.Node) -> Step:
    """Return the step of a module that reads one result."""
    kind = type(module).__name__
    if type(module) not in LAYERS:
        raise _refused(name, kind, "it is unknown there")
    if isinstance(module, nn.Linear) and len(_shape(reads)) != 1:
        raise _refused(name, kind, "it must read one row of numbers")
    if getattr(module, "inplace", False) and len(reads.users) > 1:
        why = "it overwrites what others read; use inplace=False"
        raise _refused(name, kind, why)
    return LAYERS[type(module)](module, name)


# --- networks as data ------------------------------------------------------


def export(
    model: nn.Module,
    input_size: tuple[int, int, int],
    data: datasets.Data | None = None,
    *,
    title: str = "",
    record: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return a trained network as data that `assets/live.js` runs.

    Weights become whole numbers from -127 to 127 times a scale for each
    output channel; biases and norms keep their 32 bits.

    Args:
        model: the network; it is left as it is.
        input_size: channels, height, width.
        data: gives the names of the classes and the brightness the network
            was trained on; plain bytes / 255 and numbers without it.
        title: what the network is called on the page.
        record: how the network was made.

    Raises:
        CourseError: a part is none of the engine's; it names the module.
    """
    check_kind("model", model, nn.Module, 'create("lenet5_modern")')
    model = copy.deepcopy(model).cpu().eval()
    done = steps(model, input_size)
    outputs = done[-1]["shape"][0]
    channels = input_size[0]
    # A small output wins where the network itself says so.
    falling = torch.arange(outputs, 0, -1.0)[None]
    return {
        "title": title or type(model).__name__,
        "record": record or {},
        "input": list(input_size),
        "mean": list(data.mean) if data else [0.0] * channels,
        "std": list(data.std) if data else [1.0] * channels,
        "classes": list(data.classes if data else map(str, range(outputs))),
        "smallest_wins": int(predict(model, falling)) == outputs - 1,
        "steps": done,
    }


@torch.no_grad()
def dequantized(model: nn.Module) -> nn.Module:
    """Return a copy in evaluation mode with the weights of its export."""
    check_kind("model", model, nn.Module, 'create("lenet5_modern")')
    model = copy.deepcopy(model).eval()
    for module in model.modules():
        if isinstance(module, (nn.Conv2d, nn.Linear, TableConv2d)):
            _set_dense(module, _rounded(_dense(module)))
    return model


def write(name: str, network: dict[str, Any], folder: str | Path) -> Path:
    """Write an exported network as a script; return its path.

    A step is a line, so that a reader of the file sees the network.
    """
    check_kind("network", network, dict, "what live.export returned")
    head = {key: network[key] for key in network if key != "steps"}
    lines = [
        f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)},"
        for key, value in head.items()
    ]
    rows = ",\n".join(json.dumps(step) for step in network["steps"])
    lines = [
        f"cnncourse.networks[{json.dumps(name)}] = {{",
        *lines,
        f'"steps": [\n{rows}\n]}};',
    ]
    path = Path(folder) / f"{name}.js"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def names() -> list[str]:
    """Return the names of the networks that ship."""
    return sorted(p.stem for p in (assets_folder() / "networks").glob("*.js"))


def _script(name: str) -> Path:
    if name not in names():
        raise unknown("network for pages", name, names())
    return assets_folder() / "networks" / f"{name}.js"


def read(path: str | Path) -> dict[str, Any]:
    """Return a network as `export` made it, from the script of `write`."""
    text = Path(path).read_text(encoding="utf-8")
    return json.loads(text[text.index("= {") + 2 : text.rindex(";")])


@torch.no_grad()
def load(name: str | Path) -> nn.Module:
    """Return the package's own network with the weights of the page.

    Args:
        name: one of `names()`, or the path of a script that `make` wrote.

    Raises:
        CourseError: there is no such network.
    """
    network = read(name if isinstance(name, Path) else _script(name))
    record = network["record"]
    model = runs.PLANS[record["plan"]].build().eval()
    for step in network["steps"]:
        if step["op"] not in ("convolution", "linear", "subsample", "affine"):
            continue
        module = model.get_submodule(step["name"].split(" ")[0])
        if "weight" in step:
            _set_dense(module, _unpacked(step["weight"]))
        if "bias" in step:
            bias = module.get_parameter("bias")
            bias.copy_(_numbers(step["bias"]).view_as(bias))
        if step["op"] == "subsample":
            coefficient = module.get_parameter("coefficient")
            values = _numbers(step["coefficient"])
            coefficient.copy_(values.view_as(coefficient))
        if isinstance(module, nn.BatchNorm2d):
            module.weight.copy_(_numbers(step["scale"]))
            module.bias.copy_(_numbers(step["shift"]))
            module.get_buffer("running_mean").zero_()
            module.get_buffer("running_var").fill_(1 - module.eps)
    return model


def make(
    plan: str,
    seed: int = 0,
    folder: str | Path | None = None,
    work: str | Path | None = None,
) -> Path:
    """Train a plan of `runs.PLANS` and write its network for pages.

    Args:
        plan: the name.
        seed: decides first weights and order.
        folder: where the script goes; the course's own without it.
        work: keeps the checkpoints, to go on after a stop.

    Raises:
        CourseError: an unknown plan, or a part the engine does not have.
    """
    if plan not in runs.PLANS:
        raise unknown("plan", plan, runs.PLANS)
    what = runs.PLANS[plan]
    with tempfile.TemporaryDirectory() as temporary:
        kept = Path(work or temporary)
        run = runs.carry_out(plan, what, seed, kept)
        model = what.build()
        training.load_checkpoint(model, kept / "last.pt")
    data = datasets.load(what.data, size=what.size, validation=what.validation)
    if what.scale:
        data = data.rescaled(*what.scale)
    rounded = training.evaluate(dequantized(model), data, data.test)
    record = {
        "plan": plan,
        "seed": seed,
        "network": run.network,
        "options": run.options,
        "recipe": run.recipe,
        "augment": run.augment,
        "data": run.data,
        "test_accuracy": round(rounded, 2),
        "test_accuracy_of_32_bits": run.test_accuracy,
        "seconds": run.seconds,
        "device": run.device,
        "versions": run.versions,
        "commit": run.commit,
        "date": run.date,
        "made_by": f"cnncourse export {plan} --seed {seed}",
    }
    entry = architectures.info(what.network)
    size = (data.train.images.shape[1], what.size, what.size)
    network = export(model, size, data, title=entry.title, record=record)
    return write(plan, network, folder or assets_folder() / "networks")


# --- on a page -------------------------------------------------------------


def frame(names: Sequence[str], right: int = 4) -> Figure:
    """Draw what the networks make of one digit, moved to the right.

    The picture that stands where no script runs: the maps of each network's
    convolutions, from the package's own network, and its ten outputs.
    """
    with plt.rc_context({"figure.constrained_layout.use": True}):
        figure, rows = plt.subplots(
            len(names), 4, figsize=(7.2, 1.8 * len(names)), squeeze=False
        )
    data = datasets.load("digits", size=32, validation=0)
    digit = data.test.images[data.test.labels == 3][2:3].roll(right, 3)
    for row, name in zip(rows, names, strict=True):
        network, model = read(_script(name)), load(name)
        mean, std = network["mean"][0], network["std"][0]
        maps, outputs = _maps(model, (digit / 255 - mean) / std)
        row[0].imshow(digit[0, 0].numpy(), cmap="gray_r")
        row[0].set_title(network["title"], fontsize=11)
        for axis, shown in zip(row[1:3], maps, strict=False):
            most = float(shown.abs().max())
            tiles = _tiles(shown[0]).numpy()
            axis.imshow(tiles, "RdBu", vmin=-most, vmax=most)
            axis.set_title(f"{shown.shape[1]} maps", fontsize=11)
        for axis in row[:3]:
            axis.set_axis_off()
        _bars(row[3], network, outputs[0], int(predict(model, outputs)))
    return figure


@torch.no_grad()
def _maps(model: nn.Module, images: Tensor) -> tuple[list[Tensor], Tensor]:
    """Return what the convolutions of a network give, and its outputs."""
    kept: list[Tensor] = []
    for module in model.modules():
        if isinstance(module, (nn.Conv2d, TableConv2d)):
            module.register_forward_hook(lambda _, x, y: kept.append(y))
    return kept, model(images)


def _tiles(maps: Tensor) -> Tensor:
    """Return maps side by side, three or four in a row."""
    across = 3 if len(maps) % 3 == 0 else 4
    padded = F.pad(maps, (0, 1, 0, 1, 0, -len(maps) % across))
    count, height, width = padded.shape
    grid = padded.reshape(count // across, across, height, width)
    return grid.transpose(1, 2).reshape(-1, across * width)


def _bars(axis: Axes, network: Step, outputs: Tensor, winner: int) -> None:
    smallest = network["smallest_wins"]
    scores = outputs if smallest else 100 * outputs.softmax(0)
    colors = [COLORS[0] if i == winner else "#999999" for i in range(10)]
    axis.bar(range(10), scores.numpy(), color=colors)
    axis.set_xticks(range(10))
    score = f"penalty {scores[winner]:.0f}"
    if not smallest:
        score = f"{scores[winner]:.0f} %"
    axis.set_title(f"reads {winner} ({score})", fontsize=11)
    axis.spines[["top", "right"]].set_visible(False)


class Explorer:
    """Networks that a reader of a page can try out.

    A page shows a picture, which `assets/live.js` replaces by the explorer.
    In a live notebook the same object is a frame that brings all it needs.

    Args:
        name: a file of `assets/explorers`, for example "lenet".
        networks: names of `live.names()`; none where nothing is trained.
        caption: the message.
        alt: what the picture shows, for those who do not see it.
        picture: stands where no script runs; `frame(networks)` without it.

    Raises:
        CourseError: no such explorer or network, too short a text, or
            neither networks nor a picture.
    """

    def __init__(
        self,
        name: str,
        networks: Sequence[str],
        *,
        caption: str,
        alt: str,
        picture: Figure | None = None,
    ):
        folder = assets_folder() / "explorers"
        known = sorted(path.stem for path in folder.glob("*.js"))
        if name not in known:
            raise unknown("explorer", name, known)
        self.scripts = [_script(network) for network in networks]
        if len(alt) < 20:
            raise CourseError(
                f"The alternative text {alt!r} is too short to stand for a "
                "figure; say in a sentence what is drawn."
            )
        if not networks and picture is None:
            raise CourseError(
                f"The explorer {name!r} has no networks to draw; expected a "
                "picture for pages without scripts. Try picture=figure."
            )
        self.name, self.networks = name, list(networks)
        self.caption, self.alt = caption, alt
        self.picture = png(picture or frame(self.networks))

    def __str__(self) -> str:
        return f"Explorer {self.name}: {self.caption} [{self.alt}]"

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, Any]:
        bundle: dict[str, Any] = {"text/plain": str(self)}
        bundle["text/html"] = self.page()
        widget = self._widget()
        if widget is not None:
            bundle[WIDGET_MIME] = widget
        return bundle

    def page(self) -> str:
        """Return the figure for a page that includes `assets/live.js`."""
        size = sum(path.stat().st_size for path in self.scripts)
        waits = ' data-start="press"' if size > MOST_BYTES else ""
        return (
            '<figure class="cnn-figure cnn-live" '
            f'data-explorer="{html.escape(self.name)}" '
            f'data-networks="{html.escape(" ".join(self.networks))}"{waits}>'
            f'<img class="cnn-fallback" alt="{html.escape(self.alt)}" '
            f'src="{data_uri(self.picture)}" '
            'style="max-width:100%;height:auto;background:#fff">'
            f"<figcaption>{html.escape(self.caption)}</figcaption></figure>"
        )

    def document(self) -> str:
        """Return a whole page that needs no other file."""
        folder = assets_folder()
        parts = (folder / "live.js", folder / f"explorers/{self.name}.js")
        code = "".join(
            f"<script>{path.read_text(encoding='utf-8')}</script>"
            for path in (*parts, *self.scripts)
        )
        style = (folder / "live.css").read_text(encoding="utf-8")
        return (
            '<!doctype html><html lang="en"><meta charset="utf-8">'
            f"<title>{html.escape(self.caption)}</title><style>:root{{"
            "color-scheme:light dark;font-family:sans-serif}"
            f"{style}</style>{self.page()}{code}</html>"
        )

    def _widget(self) -> dict[str, Any] | None:
        """Return a view of a frame where a kernel is listening."""
        try:
            import ipywidgets
            from IPython import get_ipython
        except ImportError:
            return None
        if getattr(get_ipython(), "kernel", None) is None:
            return None
        view = ipywidgets.HTML(
            f'<iframe srcdoc="{html.escape(self.document())}" '
            f'title="{html.escape(self.caption)}" width="100%" height="900" '
            'style="border:0"></iframe>'
        )
        return {
            "version_major": 2,
            "version_minor": 0,
            "model_id": view.model_id,
        }
