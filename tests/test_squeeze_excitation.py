"""Squeeze-and-excitation: against timm, and what a gate does at each place."""

from dataclasses import replace
from functools import partial

import pytest
import timm
import torch
from networks import count, macs, on_meta, pictures
from reference import differences, randomize
from timm.layers.squeeze_excite import SEModule
from timm.models.resnet import Bottleneck
from torch import nn

from cnncourse.architectures import (
    create,
    googlenet,  # noqa: F401  registers its networks
    info,
    resnet,
    vgg,  # noqa: F401
)
from cnncourse.architectures import squeeze_excitation as se
from cnncourse.architectures.squeeze_excitation import (
    SqueezeExcitation,
    add_squeeze_excitation,
)
from cnncourse.datasets import load
from cnncourse.errors import CourseError
from cnncourse.runs import excitation
from cnncourse.runs.measures import MEASURES

GATE = partial(SEModule, rd_divisor=1)


def timms(name):
    """Return timm's network, its gate width C/r unrounded, as in the paper.

    Modules are put in our order, as `differences` pairs them by order.
    """
    gate = {"attn_layer": GATE}
    model = timm.create_model(name, num_classes=5, block_args=gate)
    for block in model.modules():
        if hasattr(block, "se"):
            block._modules["se"] = block._modules.pop("se")
    return randomize(model)


def pair(depth):
    """Return SE-ResNet and timm's, with the same random weights."""
    theirs = timms(f"seresnet{depth}")
    ours = create(f"se_resnet{depth}", num_classes=5).double()
    ours.load_state_dict(theirs.state_dict(), strict=True)
    return ours, theirs


def small_pair(block=None):
    """Return three gated bottlenecks and timm's, with equal weights."""
    block, theirs = block or se.se_block(resnet.Bottleneck), []
    ours = nn.Sequential(block(32, 16), block(64, 16), block(64, 32, 2))
    for inputs, channels, stride in ((32, 16, 1), (64, 16, 1), (64, 32, 2)):
        change = resnet.project_if_needed(inputs, 4 * channels, stride)
        theirs.append(
            Bottleneck(
                inputs,
                channels,
                stride,
                None if isinstance(change, nn.Identity) else change,
                attn_layer=GATE,
            )
        )
        theirs[-1]._modules["se"] = theirs[-1]._modules.pop("se")
    theirs = randomize(nn.Sequential(*theirs))
    ours.double().load_state_dict(theirs.state_dict(), strict=True)
    return ours, theirs


# Against timm


@pytest.mark.parametrize("depth", [18, 50])
def test_networks_equal_timm(depth):
    assert differences(*pair(depth), pictures()) == []


@pytest.mark.parametrize("depth", [34, 101, 152])
def test_keys_and_shapes_equal_timm(depth):
    with torch.device("meta"):
        # timm rounds the smallest gates of SE-ResNet-34 up to 8 units.
        theirs = timm.create_model(f"seresnet{depth}").state_dict()
    ours = on_meta(f"se_resnet{depth}").state_dict()
    assert set(ours) == set(theirs)
    rounded = [k for k in theirs if ours[k].shape != theirs[k].shape]
    assert all(depth == 34 and "layer1" in k and "fc" in k for k in rounded)


def test_timms_legacy_network_is_another_one():
    with torch.device("meta"):
        legacy = timm.create_model("legacy_seresnet50")
    ours = on_meta("se_resnet50")
    assert legacy.layer2[0].conv1.stride == (2, 2)
    assert ours.layer2[0].conv2.stride == (2, 2)
    assert count(legacy) == count(ours)


class GateOnConv(resnet.Bottleneck):
    """Wrong: the gate acts before the last norm."""

    def __init__(self, *args):
        super().__init__(*args)
        self.se = SqueezeExcitation(self.conv3.out_channels)

    def residual(self, x):
        x = self.relu1(self.bn1(self.conv1(x)))
        x = self.relu2(self.bn2(self.conv2(x)))
        return self.bn3(self.se(self.conv3(x)))


class StrideFirst(se.se_block(resnet.Bottleneck)):
    strided = 1


@pytest.mark.parametrize(
    "block",
    [
        GateOnConv,
        StrideFirst,
        se.se_block(resnet.Bottleneck, "post"),
        se.se_block(resnet.Bottleneck, "identity"),
    ],
)
def test_wrong_blocks_are_reported(block):
    assert differences(*small_pair(), pictures(2, 32, 8)) == []
    found = differences(*small_pair(block), pictures(2, 32, 8))
    assert "outputs in evaluation" in found


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        ("gate", nn.Identity()),
        ("gate", nn.Hardsigmoid()),
        ("activation", nn.Identity()),
        ("avgpool", nn.AdaptiveMaxPool2d(1)),
    ],
)
def test_wrong_gates_are_reported(part, wrong):
    ours, theirs = small_pair()
    setattr(ours[1].se, part, wrong)
    found = differences(ours, theirs, pictures(2, 32, 8))
    assert "outputs in evaluation" in found


def test_wrong_norm_settings_are_reported():
    ours, theirs = small_pair()
    ours[2].bn3.eps = 1e-3
    x = pictures(2, 32, 8)
    found = differences(ours, theirs, x, check_settings=False)
    assert "outputs in evaluation" in found


# Against the paper


def test_claim_of_ten_percent_parameters_and_one_percent_macs():
    plain, gated = on_meta("resnet50"), on_meta("se_resnet50")
    # Section 4: 2.5 M more than ResNet-50's 25 M, "about 10 %".
    assert count(gated) - count(plain) == 2_530_992
    assert 0.09 < count(gated) / count(plain) - 1 < 0.105
    # Table 1 has 3.86 and 3.87 G, with the stride in the first convolution.
    assert macs(plain) / 1e9 == pytest.approx(4.0892, abs=1e-4)
    assert macs(gated) / 1e9 == pytest.approx(4.0917, abs=1e-4)
    with torch.device("meta"):
        first = create("resnet50_v1")
    assert macs(first) / 1e9 == pytest.approx(3.86, abs=0.01)


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("se_resnet18", 11_778_592),
        ("se_resnet34", 21_958_868),
        ("se_resnet50", 28_088_024),
        ("se_resnet101", 49_326_872),
        ("se_resnet152", 66_821_848),
        ("se_resnet18_32", 11_263_042),
        ("se_resnet_mini_32", 272_095),
    ],
)
def test_parameters(name, parameters):
    assert count(on_meta(name)) == parameters


def test_added_parameters_follow_the_formula():
    """Section 4: 2 / r times the sum of N C^2, and here C + C / r biases."""
    added = 0
    for channels, blocks in zip(
        (256, 512, 1024, 2048), (3, 4, 6, 3), strict=True
    ):
        added += blocks * 2 * channels**2 // 16
        added += blocks * (channels + channels // 16)
    plain, gated = on_meta("resnet50"), on_meta("se_resnet50")
    assert count(gated) - count(plain) == added


def test_mini_has_the_size_of_the_other_small_networks():
    assert 250_000 <= count(on_meta("se_resnet_mini_32")) <= 280_000


# The module and its places


def test_gate_is_the_papers_formula():
    gate = randomize(SqueezeExcitation(8, 4))
    x = pictures(2, 8, 5)
    w1, w2 = gate.fc1.weight[:, :, 0, 0], gate.fc2.weight[:, :, 0, 0]
    z = x.sum((2, 3)) / 25
    s = 1 / (
        1
        + (
            -(z @ w1.T + gate.fc1.bias).clamp(min=0) @ w2.T - gate.fc2.bias
        ).exp()
    )
    torch.testing.assert_close(gate(x), x * s[:, :, None, None])


def shut(module):
    """Set all gates below a module to zero."""
    for gate in module.modules():
        if isinstance(gate, SqueezeExcitation):
            gate.fc2.weight.data.zero_()
            gate.fc2.bias.data.fill_(-1e4)
    return module


@pytest.mark.parametrize("block", [resnet.BasicBlock, resnet.Bottleneck])
@pytest.mark.parametrize("stride", [1, 2])
def test_what_a_shut_gate_leaves_at_each_place(block, stride):
    x = pictures(2, 32, 8)
    expected = {
        "standard": lambda b: b.downsample(x).relu(),
        "pre": lambda b: (b.residual(0 * x) + b.downsample(x)).relu(),
        "post": lambda b: 0 * b.downsample(x),
        "identity": lambda b: b.residual(x).relu(),
    }
    assert list(expected) == list(se.PLACES)
    for place, output in expected.items():
        model = se.se_block(block, place)(32, 16, stride)
        model = shut(randomize(model)).eval()
        torch.testing.assert_close(model(x), output(model))
        assert any(p.grad_fn for p in [model(x)])


def test_place_and_reduction_reach_the_network():
    sizes = {
        place: count(on_meta("se_resnet50", place=place))
        for place in se.PLACES
    }
    # The gate before a stage's first residual reads fewer maps.
    assert sizes["pre"] < sizes["standard"] == sizes["post"]
    smaller = on_meta("se_resnet50", reduction=32)
    assert smaller.layer1[0].se.fc1.out_channels == 256 // 32
    with pytest.raises(CourseError, match=r"'standart' was given.*'standard'"):
        create("se_resnet18", place="standart")


def test_reduction_without_units_is_refused():
    with pytest.raises(CourseError, match="between 1 and 8"):
        SqueezeExcitation(8, 16)


# The wrapper


# fmt: off
WRAPPED = {
    "vgg_mini_32": (["features.3", "features.10", "features.17"], 32),
    "googlenet": (["inception3a", "inception4c", "inception5b"], 64),
    "resnet20": (["stage2", "stage2.0", "stage1"], 32),
}
# fmt: on


@pytest.mark.parametrize("name", WRAPPED)
def test_wrapped_networks(name):
    stages, side = WRAPPED[name]
    plain = randomize(create(name, num_classes=5)).eval()
    before = {k: v.clone() for k, v in plain.state_dict().items()}
    gated = add_squeeze_excitation(plain, stages, image_size=side).eval()
    added = [m for m in gated.modules() if isinstance(m, SqueezeExcitation)]
    assert len(added) == len(stages)
    assert plain.state_dict().keys() == before.keys()
    for gate in added:  # wide open, the network is the one it was
        gate.fc2.weight.data.zero_()
        gate.fc2.bias.data.fill_(1e4)
    x = pictures(2, 3, side)
    torch.testing.assert_close(gated(x), plain(x))
    added[0].fc2.bias.data.zero_()
    assert not torch.allclose(gated(x), plain(x))


def test_wrapping_the_last_norms_makes_an_se_resnet():
    plain = nn.Sequential(resnet.BasicBlock(16, 16), nn.Flatten())
    ours = add_squeeze_excitation(plain, ["0.bn2"], image_size=8).double()
    theirs = se.se_block(resnet.BasicBlock)(16, 16).double()
    theirs.load_state_dict(
        {
            key[2:].replace("bn2.module.", "bn2.").replace("bn2.se", "se"): v
            for key, v in randomize(ours).state_dict().items()
        },
        strict=True,
    )
    x = pictures(2, 16, 8)
    expected = theirs.eval()(x).flatten(1)
    torch.testing.assert_close(ours.eval()(x), expected)


def test_wrapper_names_the_stages_there_are():
    model = create("resnet18", num_classes=5)
    with pytest.raises(CourseError, match="did you mean layer1") as error:
        add_squeeze_excitation(model, ["leyer1"])
    assert "conv1, bn1, relu, maxpool, layer1, layer2" in str(error.value)
    with pytest.raises(CourseError, match="no stage called 'fc'"):
        add_squeeze_excitation(model, ["fc"])


@pytest.mark.parametrize("name", ["se_resnet18_32", "se_resnet_mini_32"])
def test_small_networks(name):
    model = create(name, num_classes=3, in_channels=1, reduction=8)
    assert model(torch.randn(2, 1, 32, 32)).shape == (2, 3)
    assert info(name).input_size == (3, 32, 32)
    gates = [m for m in model.modules() if isinstance(m, SqueezeExcitation)]
    assert len(gates) == {"se_resnet18_32": 8, "se_resnet_mini_32": 9}[name]
    # The stem keeps height and width.
    sizes = []
    stem = getattr(model, "conv1", None) or model.conv
    stem.register_forward_hook(lambda m, i, o: sizes.append(o.shape[-1]))
    model(torch.randn(2, 1, 32, 32))
    assert sizes == [32]


# Small residual networks with gates


@pytest.mark.parametrize("place", [*se.PLACES, "none", "constant"])
def test_gates_of_the_small_residual_network(place):
    model = create("gated_resnet_32", place=place, depth=8)
    kinds = [
        m.se for m in model.modules() if isinstance(m, resnet.ResidualBlock)
        and hasattr(m, "se")
    ]  # fmt: skip
    assert len(kinds) == (0 if place == "none" else 3)
    assert all(
        type(gate) is (se.ConstantGate if place == "constant" else
                       SqueezeExcitation)
        for gate in kinds
    )  # fmt: skip
    if place in se.PLACES:
        assert all(isinstance(m, se.PLACES[place]) for m in (
            model.stage1[0], model.stage2[0], model.stage3[0]
        ))  # fmt: skip
        assert kinds[0].fc1.out_channels == 2  # of 8 maps, r = 4
    maps = []
    model.tail.register_forward_hook(lambda _, x, y: maps.append(y.shape))
    assert model(torch.randn(2, 3, 16, 16)).shape == (2, 10)
    assert maps == [(2, 32, 4, 4)]


def test_constant_gates_are_the_same_for_all_pictures():
    gate = se.ConstantGate(4)
    with torch.no_grad():
        gate.shift[:, 0, 0] = torch.tensor([-9.0, 0, 1, 9])
    x = torch.randn(5, 4, 3, 3)
    scales = gate.shift.sigmoid()
    torch.testing.assert_close(gate(x), x * scales)
    assert (gate(x) / x).std(0).max() < 1e-6


# What gates follow


@pytest.fixture(scope="module")
def asked():
    data = load("shapes", size=16, validation=0, train=100)
    return replace(data, test=data.test[:90])


@pytest.fixture
def small():
    torch.manual_seed(0)
    model = create("gated_resnet_32", depth=8)
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.uniform_(module.weight, 0.5, 2)
    return model.eval()


def test_gates_are_those_of_each_picture(small, asked):
    found = excitation.gates(small, asked)
    assert [tuple(g.shape) for g in found] == [(90, 8), (90, 16), (90, 32)]
    kept = []
    hook = small.stage2[0].se.gate.register_forward_hook(
        lambda _, __, out: kept.append(out)
    )
    with torch.no_grad():
        small(asked.normalize(asked.test.images[7:8]))
    hook.remove()
    torch.testing.assert_close(found[1][7], kept[0].flatten())
    with pytest.raises(CourseError, match="no SqueezeExcitation"):
        excitation.gates(create("resnet20"), asked)


def test_explained_is_the_share_between_classes():
    labels = torch.arange(3).repeat_interleave(4)
    between = torch.tensor([0.0, 1.0, 2.0])[labels][:, None]
    assert excitation.explained(between, labels) == pytest.approx(1)
    within = torch.tensor([-1.0, 1.0]).repeat(6)[:, None]
    assert excitation.explained(within, labels) == pytest.approx(0)
    # Variances of 8 / 12 and 1 add up.
    mixed = excitation.explained(between + within, labels)
    assert mixed == pytest.approx((8 / 12) / (8 / 12 + 1))
    assert excitation.explained(torch.ones(12, 2), labels) == 0
    draw = torch.randn(2000, 9, generator=torch.Generator().manual_seed(0))
    by_chance = excitation.explained(draw, torch.arange(2000) % 10)
    assert by_chance == pytest.approx(9 / 1999, rel=0.4)


@pytest.mark.parametrize("way", ["mean", "shuffled"])
def test_exchanged_gates(small, asked, way):
    """Against a network whose gates are put in by hand."""
    found = excitation.exchanged(small, asked, way)
    own = excitation.gates(small, asked)
    hooks = []
    for stage, values in zip(
        (small.stage1, small.stage2, small.stage3), own, strict=True
    ):
        other = values.mean(0, keepdim=True).expand_as(values)
        if way == "shuffled":
            other = values[[-1, *range(len(values) - 1)]]
        hooks.append(
            stage[0].se.gate.register_forward_hook(
                lambda _, __, out, other=other: other[..., None, None]
            )
        )
    with torch.no_grad():
        answers = small(asked.normalize(asked.test.images)).argmax(1)
    for hook in hooks:
        hook.remove()
    assert torch.equal(found, answers == asked.test.labels)
    with torch.no_grad():
        plain = small(asked.normalize(asked.test.images)).argmax(1)
    assert not torch.equal(plain, answers)
    assert small.stage1[0].se.gate._forward_hooks == {}


def test_what_a_record_holds(small, asked):
    numbers = MEASURES["excitation"](small, asked)
    assert len(numbers) == 3 * 4 + 2
    own = excitation.gates(small, asked)
    assert numbers[4] == pytest.approx(float(own[1].mean()))
    labels = asked.test.labels
    assert numbers[10] == excitation.explained(own[2], labels)
    kept = excitation.exchanged(small, asked, "mean")
    assert numbers[-2] == pytest.approx(100 * float(kept.float().mean()))
