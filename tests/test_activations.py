"""Hooks, fx, torchinfo and feature extraction see every activation.

What a network computes outside its modules is plumbing: sums, products,
concatenation, slices. Everything else is a registered module that runs once
in a pass, so that whoever looks at modules misses nothing. The networks live
on the meta device.
"""

import operator
from collections import Counter

import pytest
import torch
import torchinfo
from torch import nn
from torch.nn import functional as F
from torchvision.models.feature_extraction import (
    NodePathTracer,
    create_feature_extractor,
)

from cnncourse.architectures import (
    create,
    efficientnet,
    googlenet,
    inception,
    inception_v3,
    info,
    lenet,
    names,
    resnet,
    resnet_small,
    unet,
)
from cnncourse.architectures.norms import WeightStandardizedConv2d

pytestmark = pytest.mark.slow  # all networks, layer by layer

# Why not: it is resnet110 with 11 times the blocks, and takes 20 s.
NAMES = [name for name in names() if name != "resnet1202"]

# Modules of the course without parts. Each is one step, seen as a whole,
# and may call functions to take it; none hides an activation in another
# step.
STEPS = {
    lenet.ScaledTanh: "the activation of 1998 itself; torch has none",
    lenet.TableConv2d: "one convolution, its kernels set into a dense weight",
    lenet.RBFOutput: "squared distances to fixed bitmaps; no activation",
    resnet.ZeroPad: "slices and pads; shortcut A",
    efficientnet.StochasticDepth: "drops whole residuals in training",
    inception.ImageNetToUnit: "rescales the pixels",
    unet.UpConv: "one transposed convolution",
    unet.Skip: "cuts and concatenates",
    WeightStandardizedConv2d: "one convolution of standardized kernels",
}
# Modules that some blocks hold and do not run.
IDLE = {
    efficientnet.StochasticDepth: "in blocks without shortcut, as torchvision"
}
# fmt: off
PLUMBING = {
    operator.add, operator.sub, operator.mul, operator.getitem, getattr,
    torch.cat, "chunk", "flatten",
    googlenet.GoogLeNetOutputs, inception_v3.InceptionOutputs,
}
# fmt: on
ACTIVATIONS = (
    *(
        kind
        for kind in vars(nn.modules.activation).values()
        if isinstance(kind, type) and issubclass(kind, nn.Module)
        if kind is not nn.Module
    ),
    lenet.ScaledTanh,
)


def build(name, **options):
    with torch.device("meta"):
        return create(name, **options)


def leaves(model):
    """Return the modules without parts; ReLUs are among them."""
    return {
        n: m for n, m in model.named_modules() if not len(list(m.children()))
    }


def unseen(model):
    """Return what someone who looks at modules only would miss."""
    found, calls = [], Counter()
    for training in (True, False):
        model.train(training)
        # The tracer of torchvision's feature extraction.
        tracer = NodePathTracer(leaf_modules=list(STEPS))
        try:
            graph = tracer.trace(model)
        except NameError:
            return ["a module made in forward"]
        once = Counter(n.target for n in graph.nodes if n.op == "call_module")
        calls |= once  # the larger count
        found += [
            f"a function: {tracer.node_to_qualname[node]}"
            for node in graph.nodes
            if node.op in ("call_function", "call_method")
            if node.target not in PLUMBING
        ]
        names = set(tracer.node_to_qualname.values())
        found += [f"no node: {name}" for name in once if name not in names]
    for name, module in leaves(model).items():
        if calls[name] > 1 or (not calls[name] and type(module) not in IDLE):
            found.append(f"{calls[name]} calls: {name}")
        if getattr(module, "inplace", False):
            found.append(f"overwrites its input: {name}")
        own = type(module).__module__.startswith("cnncourse")
        if own and type(module) not in STEPS:
            found.append(f"a step of its own: {type(module).__name__}")
    return found


@pytest.mark.parametrize("name", NAMES)
def test_fx_and_feature_extraction_see_everything(name):
    assert unseen(build(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_torchinfo_sees_every_activation(name):
    model = build(name)
    size = (2, *info(name).input_size)
    table = torchinfo.summary(
        model, input_size=size, device="meta", mode="train", verbose=0
    )
    seen = {
        row.layer_id
        for row in table.summary_list
        if row.executed and row.output_size
    }
    wanted = [m for m in model.modules() if isinstance(m, ACTIVATIONS)]
    assert wanted
    assert seen >= set(map(id, wanted))


@pytest.mark.parametrize(
    "name",
    [
        "lenet5",
        "alexnet_32",
        "googlenet_mini_32",
        "resnet20",
        "preact_resnet20",
        "highway20",
        "densenet_bc_mini_32",
        "se_resnet_mini_32",
        "mobilenet_v2_32",
        "unet_mini_64",
    ],
)
def test_extracted_features_are_what_hooks_see(name):
    torch.manual_seed(0)
    model, hooked = create(name).eval(), {}
    wanted = [
        part for part, m in leaves(model).items() if isinstance(m, ACTIVATIONS)
    ]
    for part in wanted:
        model.get_submodule(part).register_forward_hook(
            lambda m, args, output, part=part: hooked.update({part: output})
        )
    images = torch.randn(2, *info(name).input_size)
    with torch.no_grad():
        model(images)
        seen = dict(hooked)
        tracer = {"leaf_modules": list(STEPS)}
        extractor = create_feature_extractor(
            model, wanted, tracer_kwargs=tracer, suppress_diff_warning=True
        )
        features = extractor.eval()(images)
    assert features.keys() == seen.keys() == set(wanted)
    assert all(torch.equal(features[part], seen[part]) for part in wanted)


# Networks that hide something are reported.


class Functional(resnet_small.Original):
    def forward(self, x):
        x = F.relu(self.bn1(self.conv1(x)))
        return self.relu(self.bn2(self.conv2(x)) + self.downsample(x))


class Method(resnet_small.Original):
    def forward(self, x):
        x = self.bn1(self.conv1(x)).relu()
        return self.relu(self.bn2(self.conv2(x)) + self.downsample(x))


class Reused(resnet_small.Original):
    def forward(self, x):
        x = self.relu(self.bn1(self.conv1(x)))
        return self.relu(self.bn2(self.conv2(x)) + self.downsample(x))


class MadeInForward(resnet_small.Original):
    def forward(self, x):
        x = nn.ReLU()(self.bn1(self.conv1(x)))
        return self.relu(self.bn2(self.conv2(x)) + self.downsample(x))


class OnlyInTraining(resnet_small.Original):
    def forward(self, x):
        x = self.relu1(self.bn1(self.conv1(x)))
        x = x.clamp(max=6) if self.training else x
        return self.relu(self.bn2(self.conv2(x)) + self.downsample(x))


class OverwritesItsInput(resnet_small.Original):
    def __init__(self, in_channels, channels, stride=1):
        super().__init__(in_channels, channels, stride)
        self.relu1.inplace = True


class ScaledReLU(nn.Module):
    def forward(self, x):
        return 2 * x.relu()


class StepOfItsOwn(resnet_small.Original):
    def __init__(self, in_channels, channels, stride=1):
        super().__init__(in_channels, channels, stride)
        self.relu1 = ScaledReLU()


@pytest.mark.parametrize(
    "block, words",
    [
        (Functional, ["a function", "0 calls: stage1.0.relu1"]),
        (Method, ["a function", "0 calls: stage1.0.relu1"]),
        (Reused, ["2 calls: stage1.0.relu", "0 calls: stage1.0.relu1"]),
        (MadeInForward, ["a module made in forward"]),
        (OnlyInTraining, ["a function: stage1.0.clamp"]),
        (OverwritesItsInput, ["overwrites its input: stage1.0.relu1"]),
        (StepOfItsOwn, ["a function: stage1.0.relu1.relu"]),
    ],
)
def test_what_hides_is_reported(block, words, monkeypatch):
    parts = (block, block, resnet_small.activation, nn.Identity)
    monkeypatch.setitem(resnet_small.ORDERS, "original", parts)
    with torch.device("meta"):
        model = resnet_small.SmallResNet("original", 8)
    found = unseen(model)
    for word in words:
        assert any(line.startswith(word) for line in found), found


def test_every_exception_is_needed_and_explained():
    """A class that no network holds is struck off the list."""
    models = [
        build(name)
        for name in ("lenet5", "resnet20", "efficientnet_b0", "unet")
    ]
    models += [build("bit_resnet50x1")]
    models += [build("googlenet", transform_input=True)]
    held = {type(module) for model in models for module in model.modules()}
    assert held >= STEPS.keys() | IDLE.keys()
    assert all(STEPS.values())
