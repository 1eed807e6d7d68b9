"""Trained networks that run in a page, without a kernel.

`export` follows a network with `torch.fx` and returns it as data: a list of
steps (operation, the steps it reads, numbers), with the weights as whole
numbers of 8 bits and a scale for each output channel. `write` stores it as a
script that `assets/live.js` runs; `load` gives the package's own network
back, with the same weights. An `Explorer` puts networks on a page.
"""

import base64
import copy
import hashlib
import html
import json
import math
import operator
import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from pydantic import AfterValidator, Field, JsonValue
from torch import Tensor, fx, nn
from torch.fx.passes.shape_prop import ShapeProp
from torch.nn import functional as F
from torch.nn.parameter import is_lazy
from torchvision.utils import make_grid

from cnncourse import architectures, datasets, runs, training
from cnncourse.architectures.lenet import (
    RBFOutput,
    ScaledTanh,
    SubSampling,
    TableConv2d,
)
from cnncourse.architectures.resnet import ZeroPad
from cnncourse.doors import door
from cnncourse.errors import CourseError, told, unknown
from cnncourse.evidence import Shown, Words
from cnncourse.interactive import WIDGET_MIME
from cnncourse.kinds import AnyPath, Count, OutFolder, Seed
from cnncourse.runs.plan import FileName
from cnncourse.runs.plans import PlanName
from cnncourse.runs.reading import text_of, write_whole
from cnncourse.training.progress import predict
from cnncourse.visualize import COLORS, data_uri, png

# A figure whose networks take more than this waits until it is pressed.
MOST_BYTES = 500_000
LARGEST = 127  # of the whole numbers that weights become

SEAL = "// sha256 "  # of all that stands above it in a file

Step = dict[str, Any]  # as it stands in the file: JSON


def _finite(model: nn.Module) -> nn.Module:
    """Refuse a network whose weights are no numbers that a file can hold."""
    for name, tensor in {**model.state_dict()}.items():
        if is_lazy(tensor) or tensor.is_meta:
            raise ValueError(
                f"has no weights yet in {name}; send one batch through it"
            )
        if not tensor.float().isfinite().all():
            raise ValueError(
                f"has weights in {name} that are not finite; train it again, "
                "with a smaller learning rate"
            )
    return model


def _small(size: tuple[int, int, int]) -> tuple[int, int, int]:
    if math.prod(size) > 2**22:
        raise ValueError(f"is {size}; expected a picture that a page can hold")
    return size


def _storable(network: Step) -> Step:
    if not {"title", "input", "steps", "record"} <= network.keys():
        raise ValueError(
            f"holds {sorted(network)}; expected what live.export returned"
        )
    return network


def _sentence(alt: str) -> str:
    if len(alt) < 20 or len(set(alt.split())) < 3:
        raise ValueError(
            f"is {alt[:40]!r}, too short to stand for a figure; say in a "
            "sentence what is drawn"
        )
    return alt


def _shipped(name: str) -> str:
    if name not in names():
        raise unknown("network for pages", name, names())
    return name


Finite = Annotated[nn.Module, AfterValidator(_finite)]
Size = Annotated[
    tuple[Count, Count, Count],
    AfterValidator(_small),
    Field(description="(channels, height, width)", examples=["(1, 32, 32)"]),
]
Network = Annotated[dict[str, JsonValue], AfterValidator(_storable)]
Shipped = Annotated[str, AfterValidator(_shipped)]


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


def _need(holds: bool, why: str) -> None:
    if not holds:
        raise ValueError(why)


def _convolution(module: nn.Conv2d) -> Step:
    zeros = module.padding_mode == "zeros"
    zeros &= not isinstance(module.padding, str)
    _need(zeros, "its padding must be a number of zeros")
    names = ("stride", "padding", "dilation")
    return {
        "op": "convolution",
        **{name: _pair(getattr(module, name)) for name in names},
        "groups": module.groups,
        **_weights(module),
    }


def _weights(module: nn.Module) -> Step:
    step: Step = {"weight": _packed(_dense(module))}
    if isinstance(module.bias, Tensor):
        step["bias"] = _text(module.bias)
    return step


def _table(module: TableConv2d) -> Step:
    plain = {"stride": [1, 1], "padding": [0, 0], "dilation": [1, 1]}
    return {"op": "convolution", **plain, "groups": 1, **_weights(module)}


def _affine(module: nn.BatchNorm2d) -> Step:
    mean, variance = module.running_mean, module.running_var
    if mean is None or variance is None:
        raise ValueError("it keeps no running statistics")
    scale = (variance.double() + module.eps).rsqrt()
    shift = torch.zeros_like(scale)
    if module.affine:
        scale, shift = scale * module.weight, module.bias.double()
    shift = shift - mean * scale
    return {"op": "affine", "scale": _text(scale), "shift": _text(shift)}


def _subsample(module: SubSampling) -> Step:
    names = ("coefficient", "bias")
    texts = {name: _text(module.get_parameter(name)) for name in names}
    return {"op": "subsample", **texts}


def _window(module: nn.MaxPool2d | nn.AvgPool2d) -> Step:
    stride = module.stride if module.stride is not None else ()
    return {
        "size": _pair(module.kernel_size),
        "stride": _pair(stride or module.kernel_size),
        "padding": _pair(module.padding),
        "ceil": module.ceil_mode,
    }


def _maxpool(module: nn.MaxPool2d) -> Step:
    dilation = _pair(module.dilation)
    return {"op": "maxpool", **_window(module), "dilation": dilation}


def _avgpool(module: nn.AvgPool2d) -> Step:
    _need(not module.divisor_override, "it has a divisor of its own")
    counts = module.count_include_pad
    return {"op": "avgpool", **_window(module), "padding_counts": counts}


def _global(module: nn.AdaptiveAvgPool2d) -> Step:
    _need(module.output_size in (1, (1, 1)), "only one place may remain")
    return {"op": "global_average"}


def _lrn(module: nn.LocalResponseNorm) -> Step:
    keys = ("size", "alpha", "beta", "k")
    return {"op": "lrn", **{key: getattr(module, key) for key in keys}}


def _softmax(module: nn.Softmax) -> Step:
    _need(module.dim == 1, "it must act on axis 1")
    return {"op": "softmax"}


def _distances(module: RBFOutput) -> Step:
    return {"op": "distances", "weight": _packed(module.get_buffer("bitmaps"))}


def _flatten(module: nn.Flatten) -> Step:
    ends = (module.start_dim, module.end_dim)
    _need(ends == (1, -1), "it must keep the batch alone")
    return {"op": "flatten"}


def _tanh(height: float, slope: float) -> Callable[[nn.Module], Step]:
    return lambda _: {"op": "tanh", "height": height, "slope": slope}


LAYERS: dict[type[nn.Module], Callable[..., Step]] = {
    nn.Conv2d: _convolution,
    nn.Linear: lambda module: {"op": "linear", **_weights(module)},
    nn.BatchNorm2d: _affine,
    nn.MaxPool2d: _maxpool,
    nn.AvgPool2d: _avgpool,
    nn.AdaptiveAvgPool2d: _global,
    nn.LocalResponseNorm: _lrn,
    nn.ReLU: lambda module: {"op": "relu"},
    nn.ReLU6: lambda module: {"op": "relu", "most": 6},
    nn.Tanh: _tanh(1, 1),
    nn.Sigmoid: lambda module: {"op": "sigmoid"},
    nn.Softmax: _softmax,
    nn.Flatten: _flatten,
    ScaledTanh: _tanh(1.7159, 2 / 3),
    SubSampling: _subsample,
    TableConv2d: _table,
    RBFOutput: _distances,
    ZeroPad: lambda module: {
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
    name = type(model).__name__
    with told(
        f"{name} cannot be followed",
        "Its forward must not depend on the values it computes. Try one of "
        "architectures.names().",
    ):
        graph = fx.GraphModule(model, _Tracer().trace(model))
    like = next(model.parameters(), torch.zeros(()))
    with (
        torch.no_grad(),
        told(
            f"{name} does not take an input of {tuple(input_size)}",
            "Give (channels, height, width) that it takes.",
        ),
    ):
        ShapeProp(graph).propagate(torch.zeros(1, *input_size).to(like))
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


def _steps(model: nn.Module, input_size: tuple[int, int, int]) -> list[Step]:
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
    try:
        _need(type(module) in LAYERS, "it is unknown there")
        flat = not isinstance(module, nn.Linear) or len(_shape(reads)) == 1
        _need(flat, "it must read one row of numbers")
        alone = not getattr(module, "inplace", False) or len(reads.users) == 1
        _need(alone, "it overwrites what others read; use inplace=False")
        return LAYERS[type(module)](module)
    except ValueError as error:
        raise _refused(name, kind, str(error)) from None


# --- networks as data ------------------------------------------------------


@door
def export(
    model: Finite,
    input_size: Size,
    data: datasets.Data | None = None,
    *,
    title: str = "",
    record: dict[str, JsonValue] | None = None,
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
    model = copy.deepcopy(model).cpu().eval()
    done = _steps(model, input_size)
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


@door
@torch.no_grad()
def dequantized(model: Finite) -> nn.Module:
    """Return a copy in evaluation mode with the weights of its export."""
    model = copy.deepcopy(model).eval()
    for module in model.modules():
        if isinstance(module, (nn.Conv2d, nn.Linear, TableConv2d)):
            _set_dense(module, _unpacked(_packed(_dense(module))))
    return model


@door
def write(name: FileName, network: Network, folder: OutFolder) -> Path:
    """Write an exported network as a script; return its path.

    Its last line is the checksum of those above it.
    """
    # The script may stand within a page, where "</script>" would end it.
    body = json.dumps(network, indent=0).replace("</", "<\\/")
    text = f"cnncourse.networks[{json.dumps(name)}] = {body};\n"
    text += f"{SEAL}{hashlib.sha256(text.encode()).hexdigest()}\n"
    return write_whole(Path(folder) / f"{name}.js", text)


def names() -> list[str]:
    """Return the names of the networks that ship."""
    return sorted(p.stem for p in (assets_folder() / "networks").glob("*.js"))


def _script(name: str) -> Path:
    return assets_folder() / "networks" / f"{_shipped(name)}.js"


@door
def read(path: AnyPath) -> dict[str, Any]:
    """Return a network as `export` made it, from the script of `write`.

    Raises:
        CourseError: it is not what was written.
    """
    try:
        text, _, seal = text_of(Path(path)).rpartition(SEAL)
        if hashlib.sha256(text.encode()).hexdigest() != seal.strip():
            raise ValueError("it was changed or cut since it was written")
        return json.loads(text[text.index("= {") + 2 : text.rindex(";")])
    except (OSError, ValueError) as error:
        raise CourseError(
            f"{str(path)!r} is no network for pages ({error}); make it again "
            "with `cnncourse export`."
        ) from error


@door
@torch.no_grad()
def load(name: str | Path) -> nn.Module:
    """Return the package's own network with the weights of the page.

    Args:
        name: one of `names()`, or the path of a script that `make` wrote.

    Raises:
        CourseError: there is no such network, or its plan builds another.
    """
    network = read(name if isinstance(name, Path) else _script(name))
    plan = network["record"].get("plan")
    if plan not in runs.PLANS:
        raise unknown("plan", plan, runs.PLANS)
    model = runs.PLANS[plan].build().eval()
    with told(
        f"{str(name)!r} does not fit the network of {plan}",
        f"Make it again: `cnncourse export {plan}`.",
    ):
        for step in network["steps"]:
            _fill(model, step)
    return model


def _fill(model: nn.Module, step: Step) -> None:
    """Copy the numbers of a step into the layer of its name."""
    places = {"bias": "bias", "coefficient": "coefficient"}
    places |= {"scale": "weight", "shift": "bias"}
    module = model
    if {"weight", *places} & step.keys():
        module = model.get_submodule(step["name"].split(" ")[0])
    if "weight" in step and step["op"] != "distances":
        _set_dense(module, _unpacked(step["weight"]))
    for key in places.keys() & step.keys():
        parameter = module.get_parameter(places[key])
        parameter.copy_(_numbers(step[key]).view_as(parameter))
    if isinstance(module, nn.BatchNorm2d):
        module.get_buffer("running_mean").zero_()
        module.get_buffer("running_var").fill_(1 - module.eps)


@door
def make(
    plan: PlanName,
    seed: Seed = 0,
    folder: OutFolder | None = None,
    work: OutFolder | None = None,
) -> Path:
    """Train a plan of `runs.PLANS` and write its network for pages.

    Args:
        plan: the name.
        seed: decides first weights and order.
        folder: where the script goes; the course's own without it.
        work: keeps the checkpoints; without it they lie in
            `folder/unfinished` until the network is written.

    Raises:
        CourseError: an unknown plan, a part the engine does not have, or a
            training that diverged.
    """
    if folder is None:  # looked at before the work, as any other
        return make(plan, seed, assets_folder() / "networks", work)
    what = runs.PLANS[plan]
    data = what.pictures()
    size = (data.train.images.shape[1], what.size, what.size)
    _steps(what.build().eval(), size)  # what is refused is so at once
    kept = Path(work or Path(folder) / "unfinished" / f"{plan}-seed{seed}")
    run = runs.carry_out(plan, what, seed, kept)
    if run.test_accuracy is None:
        raise CourseError(
            f"The training of {plan} has diverged with seed={seed}; a page "
            "needs a network that has learned; try another seed."
        )
    model = what.build()
    training.load_checkpoint(model, kept / "last.pt")
    rounded = training.evaluate(dequantized(model), data, data.test)
    others = ("name", "counts", "epochs", "test_accuracy", "right")
    record = {
        "plan": plan,
        **{key: v for key, v in asdict(run).items() if key not in others},
        "test_accuracy": round(rounded, 2),
        "test_accuracy_of_32_bits": run.test_accuracy,
        "made_by": f"cnncourse export {plan} --seed {seed}",
    }
    title = architectures.info(what.network).title
    network = export(model, size, data, title=title, record=record)
    path = write(plan, network, folder)
    if work is None:
        shutil.rmtree(kept, ignore_errors=True)
    return path


# --- on a page -------------------------------------------------------------


def _frame(names: Sequence[str]) -> Figure:
    """Draw what the networks make of one digit, moved to the right.

    The picture that stands where no script runs: the maps of each network's
    convolutions, from the package's own network, and its outputs.
    """
    with plt.rc_context({"figure.constrained_layout.use": True}):
        figure, rows = plt.subplots(
            len(names), 4, figsize=(7.2, 1.8 * len(names)), squeeze=False
        )
    data = datasets.load("digits", size=32, validation=0)
    digit = data.test.images[data.test.labels == 3][2:3].roll(4, 3)
    for row, name in zip(rows, names, strict=True):
        network, model = read(_script(name)), load(name)
        if network["input"] != [1, 32, 32]:
            raise CourseError(
                f"{name} reads no digits of 32x32, which the usual picture "
                "shows; give a picture=... of your own."
            )
        mean, std = network["mean"][0], network["std"][0]
        maps, outputs = _maps(model, (digit / 255 - mean) / std)
        row[0].imshow(digit[0, 0].numpy(), cmap="gray_r")
        row[0].set_title(network["title"], fontsize=11, parse_math=False)
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
    return make_grid(maps[:, None], across, padding=1)[0, 1:, 1:]


def _bars(axis: Axes, network: Step, outputs: Tensor, winner: int) -> None:
    smallest = network["smallest_wins"]
    scores = outputs if smallest else 100 * outputs.softmax(0)
    places = range(len(scores))
    colors = [COLORS[0] if i == winner else "#999999" for i in places]
    axis.bar(places, scores.numpy(), color=colors)
    axis.set_xticks(places)
    score = f"penalty {scores[winner]:.0f}"
    if not smallest:
        score = f"{scores[winner]:.0f} %"
    axis.set_title(f"reads {winner} ({score})", fontsize=11)
    axis.spines[["top", "right"]].set_visible(False)


@door
class Explorer(Shown):
    """Networks that a reader of a page can try out.

    A page shows a picture, which `assets/live.js` replaces by the explorer.
    In a live notebook the same object is a frame that brings all it needs.

    Args:
        name: a file of `assets/explorers`, for example "lenet".
        networks: names of `live.names()`; none where nothing is trained.
        caption: the message.
        alt: what the picture shows, for those who do not see it.
        picture: stands where no script runs; what the networks make of a digit
            without it.

    Raises:
        CourseError: no such explorer or network, too short a text, or
            neither networks nor a picture.
    """

    def __init__(
        self,
        name: str,
        networks: Sequence[Shipped],
        *,
        caption: Words,
        alt: Annotated[str, AfterValidator(_sentence)],
        picture: Figure | None = None,
    ):
        folder = assets_folder() / "explorers"
        known = sorted(path.stem for path in folder.glob("*.js"))
        if name not in known:
            raise unknown("explorer", name, known)
        self.scripts = [_script(network) for network in networks]
        if not networks and picture is None:
            raise CourseError(
                f"The explorer {name!r} has no networks to draw; expected a "
                "picture for pages without scripts. Try picture=figure."
            )
        self.name, self.networks = name, list(networks)
        self.caption, self.alt = caption, alt
        self.picture = png(picture or _frame(self.networks))

    def __str__(self) -> str:
        return f"Explorer {self.name}: {self.caption} [{self.alt}]"

    def stored(self) -> dict[str, Any]:
        """Return a view of the explorer where a kernel is listening."""
        widget = self._widget()
        return {} if widget is None else {WIDGET_MIME: widget}

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
        parts = ["live.js", "panel.js", f"explorers/{self.name}.js"]
        if '"pictures.js"' in (folder / parts[-1]).read_text(encoding="utf-8"):
            parts.append("pictures.js")
        code = "".join(
            f"<script>{path.read_text(encoding='utf-8')}</script>"
            for path in (*(folder / part for part in parts), *self.scripts)
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
