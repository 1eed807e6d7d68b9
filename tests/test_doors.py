"""Every public function and class, called wrongly: a sentence, or nothing.

Doors are found by looking, and what to call them with comes from their
signatures, so that a new door is tested on the day it is added. A call that
should not work ends in a CourseError; anything else counts as a foreign
traceback. A value of another kind than the annotation names, which the door
takes all the same, counts as wrongly accepted.
"""

import collections
import functools
import importlib
import inspect
import math
import pkgutil
import socket
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from numbers import Integral, Real
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, Union

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from matplotlib.figure import Figure
from pydantic import AfterValidator, PlainValidator
from pydantic.fields import FieldInfo
from torch import Generator, Tensor, nn

import cnncourse
from cnncourse import (
    architectures,
    augmentation,
    claims,
    datasets,
    diagrams,
    evidence,
    interactive,
    live,
    notebook,
    runs,
    summary,
    training,
    visualize,
)
from cnncourse.doors import door, expected, guard, is_door, shown
from cnncourse.errors import CourseError, told
from cnncourse.kinds import Count, Device, Model, OutFolder, Share

ROOMS = (
    architectures, augmentation, claims, datasets, diagrams, evidence,
    interactive, live, notebook, runs, summary, training, visualize,
)  # fmt: skip


class Strange:
    """A value of a class that nobody expects."""

    def __repr__(self):
        raise RuntimeError("no representation")


CYCLE: list = []
CYCLE.append(CYCLE)

# What students, and others, hand in.
HOSTILE = (
    None, True, False, 0, -1, 7, 10**30, 0.5, -2.5, math.nan, math.inf,
    "", "x", "1", "<b>$x_1$", "\udc80", b"x", [], [None], ["a", 1], (),
    (1, "x"),
    {}, {"a": None}, {1: 2}, set(), Strange(), Strange, len, CYCLE,
    iter([1]), 1j, np.float32(math.nan), np.array([1.0, 2.0]), np.bool_(True),
    torch.empty(0), torch.zeros(2, 1, 8, 8, dtype=torch.float64),
    torch.full((1, 3, 32, 32), math.nan), torch.zeros(3, dtype=torch.int64),
    torch.eye(3).to_sparse(), torch.empty(1, 1, 8, 8, device="meta"),
    torch.zeros(1, 3, 8, 8, dtype=torch.complex64), torch.tensor(True),
    Path("/dev/null/x"), nn.ReLU(), nn.Sequential(), nn.LazyLinear(2),
    nn.Linear(3, 2, device="meta"), torch.float32, "meta", Generator(),
)  # fmt: skip


# --- doors, found ---------------------------------------------------------


def modules() -> list[types.ModuleType]:
    found = [cnncourse]
    for each in pkgutil.walk_packages(cnncourse.__path__, "cnncourse."):
        if not each.name.startswith(
            ("cnncourse.data", "cnncourse.assets")
        ) or (each.name.startswith("cnncourse.datasets")):
            found.append(importlib.import_module(each.name))
    return found


@functools.cache
def doors() -> dict[str, Callable]:
    """Return every door, methods as functions of an object, by name."""
    found: dict[str, Callable] = {}
    for module in modules():
        short = module.__name__.removeprefix("cnncourse.")
        for name, thing in vars(module).items():
            own = getattr(thing, "__module__", None) == module.__name__
            if not own or name.startswith("_"):
                continue
            if isinstance(thing, type):
                if is_door(thing):
                    found[f"{short}.{name}"] = thing
                for method, member in vars(thing).items():
                    member = getattr(member, "__func__", member)
                    given = getattr(thing, method, None)
                    if (
                        method != "__init__"
                        and hasattr(member, "__door__")
                        and parameters_of(given)
                    ):
                        found[f"{short}.{name}.{method}"] = given
            elif callable(thing) and is_door(thing):
                found[f"{short}.{name}"] = thing
    for name in architectures.names():
        found[f"create({name})"] = architectures.info(name).build
    return found


def public(room: types.ModuleType) -> dict[str, Callable]:
    """Return what a room offers: its `__all__`, or what it defines."""
    names = getattr(room, "__all__", None) or [
        name
        for name, thing in vars(room).items()
        if getattr(thing, "__module__", None) == room.__name__
    ]
    return {
        name: getattr(room, name)
        for name in names
        if not name.startswith("_") and callable(getattr(room, name))
    }


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__)
def test_all_that_a_room_offers_is_a_door(room):
    bare = []
    for name, thing in public(room).items():
        error = isinstance(thing, type) and issubclass(thing, Exception)
        if getattr(thing, "_is_protocol", False):
            continue
        if (
            not (error or is_door(thing))
            and inspect.signature(thing).parameters
        ):
            bare.append(name)
    assert not bare, f"{bare} in {room.__name__}: put @door above them"


def hints_of(thing: Callable) -> dict[str, Any]:
    if isinstance(thing, functools.partial):
        thing = thing.func
    function = thing.__init__ if isinstance(thing, type) else thing
    hints = typing.get_type_hints(
        inspect.unwrap(function), include_extras=True
    )
    return {name: hint for name, hint in hints.items() if name != "return"}


def parameters_of(thing: Callable) -> dict[str, inspect.Parameter]:
    known = dict(inspect.signature(thing).parameters)
    known.pop("self", None)
    return known


@pytest.mark.parametrize("name", list(doors()))
def test_a_door_says_what_it_takes(name):
    thing = doors()[name]
    hints = hints_of(thing)
    missing = [p for p in parameters_of(thing) if p not in hints]
    assert not missing, f"annotate {missing} of {name}"


# --- a right call of every door -------------------------------------------


@functools.cache
def digits() -> datasets.Data:
    return datasets.load("digits", size=32, train=20, validation=10)


@functools.cache
def recorded() -> training.Trials:
    return runs.load("mlp-mnist")


@functools.cache
def network() -> nn.Module:
    torch.manual_seed(0)
    return architectures.create("lenet5_modern")


def figure(*_: object) -> Figure:
    made, _ = plt.subplots(figsize=(1, 1))
    return made


def pictures(channels: int = 3) -> Tensor:
    generator = Generator().manual_seed(0)
    return torch.rand(4, channels, 32, 32, generator=generator)


TEXT = "A sentence that is long enough to stand for a figure."
RIGHT = torch.rand(3, 20, generator=Generator().manual_seed(1)) > 0.3

LINE, WIDTHS = "1x1 8, 3x3 8", (8, 8, 8, 8, 8, "max", 8)


@functools.cache
def branches() -> nn.Module:
    return architectures.resnext.Branches(64, 8)


@functools.cache
def dense() -> nn.Module:
    return architectures.create(
        "densenet_bc_mini_32", in_channels=1, growth_rate=2, num_layers=2
    )


def claim() -> claims.Claim:
    return claims.Claim(
        "a", "lenet", "it has 5", "a paper", "5", "5", "right", ""
    )


@functools.cache
def gated() -> nn.Module:
    torch.manual_seed(0)
    return architectures.create("gated_resnet_32", in_channels=1, depth=8)


@functools.cache
def steps() -> tuple:
    return summary.layer_table(network(), (1, 32, 32)).rows


def histories() -> list:
    return [recorded().histories[0]]


def weights() -> dict[str, Tensor]:
    return network().state_dict()


# What fits an argument of this name, in most doors.
VALUES: dict[str, Callable[[], Any]] = {
    "a": lambda: RIGHT,
    "activation": lambda: nn.ReLU,
    "alt": lambda: TEXT,
    "b": lambda: RIGHT,
    "block": lambda: architectures.resnet.BasicBlock,
    "build": lambda: network,
    "amounts": lambda: [1.0, 2.0],
    "augment": lambda: None,
    "caption": lambda: TEXT,
    "change": lambda: lambda images, amount: images,
    "channels": lambda: 64,
    "configuration": lambda: "conv3-64 maxpool",
    "depth": lambda: 20,
    "depths": lambda: (1, 1, 1, 1),
    "describe": lambda: str,
    "draw": lambda: figure,
    "features": lambda: 64,
    "claim": lambda: "it has 5 weights",
    "computed": lambda: 5.0,
    "claimed": lambda: 5.0,
    "data": digits,
    "device": lambda: "cpu",
    "figure": figure,
    "function": lambda: torch.clone,
    "history": lambda: recorded().histories[0],
    "images": pictures,
    "image": lambda: pictures()[0],
    "in_channels": lambda: 64,
    "input_size": lambda: (1, 32, 32),
    "inputs": lambda: 64,
    "kernel_size": lambda: 3,
    "kernels": lambda: torch.rand(4, 3, 5, 5),
    "label": lambda: "shift",
    "labels": lambda: torch.tensor([0, 1, 2, 0]),
    "layers": lambda: (2, 2, 2, 2),
    "low": lambda: 0.0,
    "high": lambda: 1.0,
    "classes": lambda: 3,
    "matrix": lambda: torch.eye(3).repeat(4, 1, 1),
    "model": network,
    "measure": lambda: "train_loss",
    "name": lambda: "lenet5",
    "network": lambda: "lenet5",
    "num_classes": lambda: 10,
    "num_features": lambda: 64,
    "out_channels": lambda: 64,
    "outputs": lambda: torch.rand(4, 10),
    "path": lambda: Path("a_file"),
    "penalties": lambda: torch.rand(4, 10),
    "networks": lambda: [network()],
    "part": lambda: digits().test,
    "plan": lambda: runs.PLANS["lenet5-mnist"],
    "progress": lambda: 0.5,
    "recipe": lambda: training.Recipe(epochs=1),
    "seed": lambda: 0,
    "sentence": lambda: TEXT,
    "stem": lambda: architectures.densenet.cifar_stem,
    "stride": lambda: 1,
    "tensor": lambda: pictures(),
    "unit": lambda: architectures.blocks.conv_relu,
    "values": lambda: [1.0, 2.0, 3.0],
    "width": lambda: 8,
    "source": lambda: "widely repeated in lectures",
    "title": lambda: "LeNet-5",
}
# What fits in these doors only.
SPECIAL: dict[str, Callable[[], Any]] = {
    "__main__.list_runs.names": lambda: ["mlp-mnist"],
    "architectures.alexnet.dense_head.dropout": lambda: 0.5,
    "architectures.batchnorm.batch_norm.x": lambda: torch.rand(2, 3, 4, 4),
    "architectures.bit.BiTResNet.width": lambda: 1,
    "architectures.densenet.DenseBlock.layer": lambda: (
        architectures.densenet.DenseLayer
    ),
    "architectures.googlenet.AuxiliaryHead.conv": lambda: (
        architectures.inception.ConvReLU
    ),
    "architectures.googlenet.AuxiliaryHead.pool": lambda: nn.AvgPool2d(5, 3),
    "architectures.inception.chain.layers": lambda: LINE,
    "architectures.inception.input_transform.in_channels": lambda: 3,
    "architectures.inception_bn.InceptionV2.widths": lambda: WIDTHS,
    "architectures.inception_bn.InceptionV2Reduction.widths": lambda: (
        0,
        8,
        8,
        8,
        8,
        "max",
        0,
    ),
    "architectures.inception_resnet.InceptionResidual.branches": lambda: [
        LINE
    ],
    "architectures.inception_v3.conv.width": lambda: 3,
    "architectures.inception_v4.pooled.layers": lambda: LINE,
    "architectures.lenet.TableConv2d.table": lambda: "X . X\n. X X",
    "architectures.options.bound.module": lambda: architectures.vgg,
    "architectures.resnet_small.SmallResNet.order": lambda: "original",
    "architectures.resnext.copy_weights.source": lambda: branches(),
    "architectures.resnext.copy_weights.target": lambda: branches(),
    "architectures.resnext.tensors_by_branch.block": lambda: branches(),
    "architectures.squeeze_excitation.add_squeeze_excitation.model": lambda: (
        architectures.create("resnet20")
    ),
    "architectures.squeeze_excitation.add_squeeze_excitation.stages": (
        lambda: ["stage1.0"]
    ),
    "architectures.squeeze_excitation.small_se_resnet.name": lambda: (
        "resnet20"
    ),
    "architectures.squeezenet.SqueezeNet.configuration": lambda: "64 3 16-64",
    "architectures.surgery.fold.conv": lambda: nn.Conv2d(3, 4, 3),
    "architectures.surgery.fold.norm": lambda: nn.BatchNorm2d(4).eval(),
    "architectures.weights.check_tensors.state": lambda: weights(),
    "architectures.weights.load_weights.weights": lambda: weights(),
    "architectures.weights.misfits.state": lambda: weights(),
    "augmentation.augment.Augmented.color": lambda: torch.eye(4)[None],
    "augmentation.augment.Augmented.geometry": lambda: torch.eye(3)[None],
    "augmentation.color.PCAColor.axes": lambda: [[1.0, 0.0, 0.0]] * 3,
    "claims.Chapter.statement.computed": lambda: "5 weights",
    "claims.Chapter.table.rows": lambda: [claim()],
    "claims.Claim.claimed": lambda: "5",
    "claims.Claim.computed": lambda: "5",
    "claims.Claim.verdict": lambda: "right",
    "claims.Table.rows": lambda: [claim()],
    "datasets.catalogue.load.name": lambda: "digits",
    "datasets.data.Data.classes": lambda: digits().classes,
    "datasets.data.Data.normalize.images": lambda: digits().test.images,
    "datasets.data.Data.test": lambda: digits().test,
    "datasets.data.Data.train": lambda: digits().test,
    "datasets.data.Data.validation": lambda: digits().test,
    "datasets.data.Split.__getitem__.index": lambda: slice(2),
    "datasets.data.Split.images": lambda: digits().test.images[:4],
    "evidence.Measured.tolerance": lambda: 1.0,
    "evidence.mean.right": lambda: RIGHT,
    "evidence.measured.tolerance": lambda: 1.0,
    "evidence.payload.values": lambda: {"a": (1.0, 0.5)},
    "interactive.Slider.describe": lambda: lambda value: TEXT + str(value),
    "live.Explorer.name": lambda: "lenet",
    "live.Explorer.networks": lambda: ["lenet5_modern-mnist"],
    "live.load.name": lambda: "lenet5_modern-mnist",
    "notebook.Settings.scale": lambda: "quick",
    "notebook.Settings.device": lambda: torch.device("cpu"),
    "runs.depth.removed.names": lambda: ["features.1"],
    "runs.drawn.again.name": lambda: "rotation",
    "runs.drawn.wider.name": lambda: "rotation",
    "runs.excitation.exchanged.model": lambda: gated(),
    "runs.excitation.exchanged.way": lambda: "mean",
    "runs.excitation.explained.values": lambda: torch.rand(4, 3),
    "runs.excitation.gates.model": lambda: gated(),
    "runs.measures.branches.module": lambda: architectures.inception.Inception(
        3, (1, 1, 1, 1, 1, 1)
    ),
    "runs.reuse.arriving.model": lambda: dense(),
    "runs.reuse.connections.model": lambda: dense(),
    "runs.reuse.missed.model": lambda: dense(),
    "runs.reuse.weights.model": lambda: dense(),
    "runs.measures.silenced.groups": lambda: [[0], [1, 2]],
    "runs.measures.silenced.name": lambda: "features.0",
    "runs.plan.Plan.data": lambda: "digits",
    "runs.reading.Recorded.histories": lambda: histories(),
    "runs.reading.Recorded.robustness.amounts": lambda: [1.0],
    "runs.reading.Recorded.robustness.change": lambda: "right",
    "runs.reading.groups.wanted": lambda: ["mlp-mnist"],
    "runs.reading.load.name": lambda: "mlp-mnist",
    "runs.reading.pack.right": lambda: RIGHT[0],
    "architectures.tower.unit.norm": lambda: "group",
    "architectures.tower.Tower.norm": lambda: "group",
    "runs.reading.unpack.text": lambda: runs.reading.pack(RIGHT[0]),
    "runs.statistics.recount.model": lambda: architectures.create("tower"),
    "summary.Table.__getitem__.name": lambda: "features.0",
    "summary.Table.rows": lambda: [steps()[0]],
    "tracing.place_at.step": lambda: steps()[0],
    "training.recipe.Recipe.low_precision.device": lambda: torch.device("cpu"),
    "training.trials.Trials.histories": lambda: histories(),
    "visualize.activations.images": lambda: pictures(1),
    "visualize.activations.layers": lambda: ["features.0"],
    "visualize.augmented.augment": lambda: OBJECTS[augmentation.Augment](),
    "visualize.curves.lines": lambda: {"a": [1.0, 2.0]},
    "visualize.data_uri.picture": lambda: b"GIF89a",
    "visualize.feature_maps.maps": lambda: {"a": torch.rand(2, 4, 4)},
    "visualize.filters.weight": lambda: torch.rand(4, 1, 3, 3),
    "visualize.intervals.rows": lambda: {
        "a": {"b": evidence.Interval(1.0, 0.5, 1.5)}
    },
}
# Those who make such objects, for methods and for arguments.
OBJECTS: dict[type, Callable[[], Any]] = {
    augmentation.Augment: lambda: augmentation.Augment(augmentation.Flip()),
    claims.Chapter: lambda: claims.Chapter("lenet"),
    datasets.Data: digits,
    datasets.Split: lambda: digits().test,
    training.Recipe: lambda: training.Recipe(epochs=1),
    runs.Plan: lambda: runs.PLANS["lenet5-mnist"],
    augmentation.step.Step: lambda: augmentation.Rotate(10),
    evidence.Interval: lambda: evidence.Interval(1.0, 0.5, 1.5),
    notebook.Settings: lambda: notebook.Settings("quick", torch.device("cpu")),
    runs.Run: lambda: recorded().runs[0],
    runs.Recorded: recorded,
    summary.Table: lambda: summary.layer_table(network(), (1, 32, 32)),
    training.History: lambda: recorded().histories[0],
    training.Trials: lambda: recorded(),
}
# Minutes of work, a network or a change of the machine: only wrong calls.
HEAVY = {
    "architectures.efficientnet.EfficientNet",
    "architectures.efficientnet.stages",
    "architectures.weights.pretrained",
    "architectures.weights.read_file",
    "live.read",
    "live.write",
    "runs.reading.Run",
    "training.checkpoints.load_checkpoint",
    "training.checkpoints.read_checkpoint",
    "__main__.export_network",
    "__main__.list_networks",
    "__main__.record_runs",
    "__main__.show_cache",
    "__main__.train_network",
    "datasets.files.cache",
    "live.make",
    "runs.recording.carry_out",
    "runs.recording.record",
    "training.loop.fit",
    "training.loop.repeat",
    "training.loop.train_epoch",
}


# --- calls ----------------------------------------------------------------


def admits(hint: Any, value: object) -> bool | None:
    """Tell whether a value is of the kind that an annotation names.

    Written from the meaning of annotations, not with the door's own means.
    None where only the door can know.
    """
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is Annotated:
        kind = admits(inner[0], value)
        notes = [
            note
            for field in inner[1:]
            if isinstance(field, FieldInfo)
            for note in field.metadata
        ]
        own = any(isinstance(note, PlainValidator) for note in inner[1:])
        if own and isinstance(value, float | np.floating):
            return None  # it may take what is no number
        for note in notes if kind else ():
            for word, fits in LIMITS.items():
                limit = getattr(note, word, None)
                if limit is not None and not fits(value, limit):
                    return False
        sure = all(isinstance(note, FieldInfo) for note in inner[1:])
        return kind if sure or not kind else None
    if origin in (Union, types.UnionType):
        answers = [admits(each, value) for each in inner]
        return (
            True if True in answers else (None if None in answers else False)
        )
    if origin is Literal:
        return type(value) is str and value in inner
    if hint is Any or hint is object or isinstance(hint, TypeVar):
        return None
    if hint in (None, type(None)):
        return value is None
    if hint is bool:
        return isinstance(value, bool | np.bool_)
    if hint is int:
        return isinstance(value, Integral) and not isinstance(value, bool)
    if hint is float:
        real = isinstance(value, Real) and not isinstance(value, bool)
        return real and math.isfinite(value)
    if origin is Callable or hint is Callable:
        return callable(value)
    if origin in (list, tuple, Sequence, Iterable, set):
        if origin in (list, tuple):
            whole = isinstance(value, list | tuple)
        else:
            whole = isinstance(value, Sequence) and not isinstance(value, str)
        if value is CYCLE or not whole:
            return False if value is not CYCLE else None
        if origin is tuple and inner[-1:] != (...,):
            if len(value) != len(inner):
                return False
            answers = [
                admits(*pair) for pair in zip(inner, value, strict=True)
            ]
        else:
            answers = [admits(inner[0], each) for each in value]
        return (
            False if False in answers else (None if None in answers else True)
        )
    if origin in (dict, Mapping) or hint in (dict, Mapping):
        return None if isinstance(value, Mapping) else False
    if isinstance(hint, type):
        return isinstance(value, hint)
    return None


LIMITS = {
    "ge": lambda value, limit: value >= limit,
    "gt": lambda value, limit: value > limit,
    "le": lambda value, limit: value <= limit,
    "lt": lambda value, limit: value < limit,
    "min_length": lambda value, limit: len(value) >= limit,
    "max_length": lambda value, limit: len(value) <= limit,
}


@pytest.fixture(autouse=True)
def alone(monkeypatch, tmp_path):
    """No network, an empty home, and nothing left behind."""

    def refuse(*_: object, **__: object):
        raise OSError("no network in this test")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    yield
    plt.close("all")


def fitting(hint: Any) -> Any:
    """Return a value of the kind that an annotation names."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is Annotated:
        limits = {
            word: getattr(each, word)
            for note in inner[1:]
            if isinstance(note, FieldInfo)
            for each in note.metadata
            for word in ("ge", "gt", "min_length")
            if hasattr(each, word)
        }
        least = limits.get("ge", limits.get("gt", 0) + 1)
        if inner[0] in (int, float):
            return inner[0](max(least, 1))
        made = fitting(inner[0])
        if isinstance(made, list) and limits.get("min_length", 0) > len(made):
            made = (made or [1]) * limits["min_length"]
        return made
    if origin in (Union, types.UnionType):
        return None if type(None) in inner else fitting(inner[0])
    if origin is tuple and inner[-1] is not ...:
        return tuple(map(fitting, inner))
    if origin in (list, tuple, Sequence):
        return [fitting(inner[0])]
    if origin in (dict, Mapping):
        return {fitting(inner[0]): fitting(inner[1])}
    if origin is Callable:
        return lambda *_: None
    simple = {int: 1, float: 1.0, str: "word", bool: True}
    return simple.get(hint)


def right_call(name: str, thing: Callable) -> dict[str, Any]:
    """Return arguments that a door takes, those without a default."""
    given, hints = {}, hints_of(thing)
    for parameter in parameters_of(thing).values():
        special = f"{name}.{parameter.name}"
        needed = parameter.default is parameter.empty and parameter.kind in (
            parameter.POSITIONAL_OR_KEYWORD,
            parameter.KEYWORD_ONLY,
        )
        if special in SPECIAL:
            given[parameter.name] = SPECIAL[special]()
        elif needed and parameter.name in VALUES:
            given[parameter.name] = VALUES[parameter.name]()
        elif needed:
            given[parameter.name] = fitting(hints[parameter.name])
    return given


def bound(name: str, thing: Callable) -> Callable:
    """Return a door as it is called: a method of an object, a builder."""
    if name.startswith("create("):
        return functools.partial(
            architectures.create, name.removeprefix("create(")[:-1]
        )
    owner = getattr(thing, "__door__", None)
    first = next(iter(inspect.signature(thing).parameters), "")
    if isinstance(owner, type) and first == "self":
        return functools.partial(thing, OBJECTS[owner]())
    return thing


def wrong_calls(name: str, thing: Callable) -> tuple[int, list[str]]:
    """Return how many calls were tried, and what fell."""
    hints, fallen, tried = hints_of(thing), [], 0
    call = bound(name, thing)
    for parameter in parameters_of(thing).values():
        hint = hints[parameter.name]
        for value in HOSTILE:
            fits = admits(hint, value)
            if name in HEAVY and fits is not False:
                continue
            given, rest = right_call(name, thing), ()
            if parameter.kind is parameter.VAR_POSITIONAL:
                rest = (value,)
            elif parameter.kind is parameter.VAR_KEYWORD:
                given["other"] = value
            else:
                given[parameter.name] = value
            tried += 1
            told_as = f"{name}({parameter.name}={shown(value)})"
            try:
                call(*rest, **given)
            except CourseError as error:
                if len(str(error)) < 20 or "\n" in str(error):
                    fallen.append(f"{told_as}: says {error}")
            except Exception as error:
                fallen.append(f"{told_as}: {type(error).__name__} {error}")
            else:
                if fits is False:
                    fallen.append(f"{told_as}: accepted as {expected(hint)}")
            plt.close("all")
    return tried, fallen


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", list(doors()))
def test_wrong_calls_end_in_a_sentence(name):
    thing = doors()[name]
    with torch.device("meta" if name.startswith("create(") else "cpu"):
        if name not in HEAVY:
            bound(name, thing)(**right_call(name, thing))
        tried, fallen = wrong_calls(name, thing)
    assert not fallen, f"{len(fallen)} of {tried}:\n" + "\n".join(fallen[:20])


@pytest.mark.parametrize("name", list(doors()))
def test_too_much_and_too_little_is_refused(name):
    thing = doors()[name]
    call = bound(name, thing)
    with pytest.raises(CourseError):
        call(no_such_argument=1)
    kinds = {each.kind for each in parameters_of(thing).values()}
    needed = [p for p in parameters_of(thing).values() if p.default is p.empty]
    if needed and not kinds & {inspect._VAR_KEYWORD, inspect._VAR_POSITIONAL}:
        with pytest.raises(CourseError):
            call()


# --- the mechanism itself -------------------------------------------------


@door
def sample(
    count: Count,
    share: Share = 0.5,
    pair: tuple[int, int] = (1, 2),
    word: str | None = None,
    words: Sequence[str] = (),
    mode: Literal["a", "b"] = "a",
    model: Model | None = None,
    device: Device = None,
    folder: OutFolder | None = None,
    even: Annotated[int, AfterValidator(lambda n: halved(n))] = 2,
    *more: int,
    **others: float,
) -> dict[str, Any]:
    return {**locals()}


def halved(number: int) -> int:
    if number % 2:
        raise ValueError("is odd; expected an even number; try 2")
    return number // 2


def test_what_fits_comes_in_as_python_has_it():
    given = sample(np.int64(3), np.float32(0.25), [4, np.int8(5)], words=["x"])
    assert type(given["count"]) is int and type(given["share"]) is float
    assert given["pair"] == (4, 5)
    assert given["device"] == torch.device("cpu") or torch.cuda.is_available()
    assert given["even"] == 1  # the default went through the check
    assert sample(1, 0.5, (1, 2), None, (), "a", None, None, None, 4, 7, x=1)[
        "more"
    ] == (7,)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"count": True}, "count=True was given; expected a whole number"),
        ({"count": 0}, "from 1 to 2147483647; try count=1"),
        ({"count": 1, "share": 1.5}, "from 0 to 1; try share=0.5"),
        ({"count": 1, "share": math.nan}, "share=nan"),
        ({"count": 1, "share": 10**400}, "expected a number"),
        ({"count": 1, "pair": (1, "x")}, "see 'x' in it"),
        ({"count": 1, "pair": (1, 2, 3)}, "pair=(1, 2, 3)"),
        ({"count": 1, "word": 5}, "expected text or None"),
        ({"count": 1, "word": "\udc80"}, "word holds a character"),
        ({"count": 1, "words": "abc"}, "expected a list"),
        ({"count": 1, "mode": "c"}, "one of 'a', 'b'; try mode='a'"),
        ({"count": 1, "model": nn.ReLU()}, "model has no weights"),
        ({"count": 1, "device": "cuda:99"}, "device is 'cuda:99'"),
        ({"count": 1, "folder": ""}, "folder is empty"),
        ({"count": 1, "folder": __file__}, "expected a folder"),
        ({"count": 1, "folder": "/dev/null/x"}, "folder cannot be"),
        ({"count": 1, "even": 3}, "even is odd; expected an even number"),
        ({"count": 1, "extra": "x"}, "extra='x' was given"),
        ({}, "'count'"),
        ({"count": Strange()}, "a Strange"),
        ({"count": torch.zeros(2, 3)}, "a tensor of shape (2, 3)"),
    ],
)
def test_what_does_not_fit_is_told_in_a_sentence(given, says):
    with pytest.raises(CourseError) as error:
        sample(**given)
    assert says in str(error.value) and "pydantic" not in str(error.value)
    assert str(error.value).endswith(".")


def test_too_many_arguments_are_told():
    @door
    def one(argument: int) -> None: ...

    with pytest.raises(CourseError, match="too many positional"):
        one(1, 2)
    with pytest.raises(CourseError, match="did you mean argument"):
        one(arguement=1)


def test_errors_of_the_function_itself_pass_unchanged():
    @door
    def fails(count: int) -> None:
        raise KeyError("a bug of ours")

    with pytest.raises(KeyError, match="a bug of ours"):
        fails(1)


def test_a_class_is_checked_with_its_methods_but_not_forward():
    @door
    class Layer(nn.Module):
        def __init__(self, width: Count):
            super().__init__()

        def forward(self, x: Tensor) -> Tensor:
            return x

    @door
    class Thing:
        def method(self, count: Count) -> int:
            return count

        @classmethod
        def make(cls, count: Count) -> int:
            return count

    with pytest.raises(CourseError, match="width"):
        Layer("x")
    assert Layer(1)("whatever") == "whatever"
    for call in (Thing().method, Thing.make):
        assert call(2) == 2
        with pytest.raises(CourseError, match="count"):
            call(-2)


def test_guard_makes_doors_of_a_module_and_of_nothing_it_imported():
    module = types.ModuleType("a_family")
    exec("def build(width: int): return width\ndef _own(x): ...", vars(module))
    for name in ("build", "_own"):
        vars(module)[name].__module__ = "a_family"
    module.Sequence = collections.OrderedDict
    guard(module)
    assert is_door(module.build) and not is_door(module._own)
    assert not is_door(collections.OrderedDict)
    with pytest.raises(CourseError, match="width"):
        module.build("x")


def test_told_keeps_the_reason_of_pytorch():
    def failed(error: BaseException) -> str:
        with pytest.raises(CourseError) as seen, told("It failed", "Try x."):
            raise error
        return str(seen.value)

    said = failed(RuntimeError("mat1 and mat2 do not fit.\nat::native"))
    assert said == "It failed (mat1 and mat2 do not fit). Try x."
    assert "more memory than there is" in failed(MemoryError())
    assert failed(CourseError("Ours")) == "Ours"
    with pytest.raises(KeyboardInterrupt), told("It failed", "Try x."):
        raise KeyboardInterrupt
