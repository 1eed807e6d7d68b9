"""Efficient networks: against torchvision, the papers, and arithmetic."""

import pytest
import torch
import torchvision
from networks import count, macs, on_meta, pictures
from reference import differences, randomize
from torch import nn
from torchvision.models import efficientnet as tv_efficientnet
from torchvision.models import mobilenetv2 as tv_mobilenet
from torchvision.models import shufflenetv2 as tv_shufflenet

from cnncourse.architectures import create, efficientnet, info, squeezenet
from cnncourse.architectures import mobilenet as mobile
from cnncourse.architectures import shufflenet as shuffle
from cnncourse.architectures.mobilenet import SeparableConv

# Whole networks against torchvision


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("mobilenet_v2", 64),
        ("squeezenet1_0", 64),
        ("squeezenet1_1", 61),
        ("shufflenet_v2_x0_5", 64),
        ("shufflenet_v2_x2_0", 64),
        ("efficientnet_b0", 64),
    ],
)
def test_networks_equal_torchvision(name, side):
    theirs = randomize(getattr(torchvision.models, name)(num_classes=5))
    ours = create(name, num_classes=5).double()
    ours.load_state_dict(theirs.state_dict(), strict=True)
    assert differences(ours, theirs, pictures(side=side)) == []


def test_scaled_efficientnet_equals_torchvision():
    theirs = randomize(torchvision.models.efficientnet_b2(num_classes=5))
    ours = create("efficientnet_b2", num_classes=5).double()
    ours.load_state_dict(theirs.state_dict(), strict=True)
    x = pictures(side=33)
    with torch.no_grad():
        for training in (False, True):
            torch.manual_seed(0)
            expected = theirs.train(training)(x)
            torch.manual_seed(0)
            found = ours.train(training)(x)
            torch.testing.assert_close(found, expected, rtol=1e-7, atol=1e-7)


def norms_and_drops(model):
    """Return all settings of norms, dropout and stochastic depth."""
    found = []
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            found.append((module.eps, module.momentum))
        elif hasattr(module, "p"):
            found.append(module.p)
    return found


@pytest.mark.parametrize(
    "name",
    [
        "shufflenet_v2_x1_0",
        "shufflenet_v2_x1_5",
        *(f"efficientnet_{size}" for size in efficientnet.PUBLISHED),
    ],
)
def test_keys_shapes_and_settings_equal_torchvision(name):
    with torch.device("meta"):
        theirs = getattr(torchvision.models, name)()
    ours = on_meta(name)
    expected = {k: v.shape for k, v in theirs.state_dict().items()}
    assert {k: v.shape for k, v in ours.state_dict().items()} == expected
    assert norms_and_drops(ours) == norms_and_drops(theirs)


@pytest.mark.parametrize(
    "name", ["mobilenet_v2", "squeezenet1_1", "efficientnet_b0"]
)
def test_start_is_torchvisions(name):
    torch.manual_seed(0)
    ours = create(name).state_dict()
    theirs = getattr(torchvision.models, name)().state_dict()
    for key, value in theirs.items():
        if value.is_floating_point() and value.numel() > 3000:
            spread = value.std().item()
            assert ours[key].std().item() == pytest.approx(spread, rel=0.1)
        elif key.endswith("bias") and "norm" not in key:
            assert bool(ours[key].any()) == bool(value.any())


# Blocks, and wrong blocks that must be reported


def check(ours, theirs, x):
    randomize(theirs)
    ours.double().load_state_dict(theirs.state_dict(), strict=True)
    return differences(ours, theirs, x)


class BothReLU(mobile.InvertedResidual):
    """Wrong: the bottleneck ends with a non-linearity."""

    def __init__(self, *args):
        super().__init__(*args)
        self.conv.append(nn.ReLU6())


class StrideLast(mobile.InvertedResidual):
    """Wrong: the last 1x1 convolution skips places."""

    def __init__(self, inputs, outputs, stride, expansion):
        super().__init__(inputs, outputs, 1, expansion)
        self.residual = False
        self.conv[-2].stride = (stride, stride)


class PlainReLU(mobile.InvertedResidual):
    """Wrong: ReLU without the upper limit of 6."""

    def __init__(self, *args):
        super().__init__(*args)
        self.conv[1][2] = nn.ReLU()


@pytest.mark.parametrize(
    ("block", "stride", "right"),
    [
        (mobile.InvertedResidual, 1, True),
        (mobile.InvertedResidual, 2, True),
        (BothReLU, 1, False),
        (StrideLast, 2, False),
        (PlainReLU, 1, False),
    ],
)
def test_inverted_residual(block, stride, right):
    theirs = tv_mobilenet.InvertedResidual(8, 8, stride, 6)
    x = 5 * pictures(4, 8, 9)
    assert (check(block(8, 8, stride, 6), theirs, x) == []) == right


class NoShuffle(shuffle.ShuffleUnit):
    def __init__(self, channels):
        super().__init__(channels)
        self.shuffle = nn.Identity()


class OtherHalf(shuffle.ShuffleUnit):
    def forward(self, x):
        worked, kept = x.chunk(2, 1)
        return self.shuffle(torch.cat((kept, self.branch2(worked)), 1))


class ShuffleByHalf(shuffle.ShuffleUnit):
    """Wrong: the number of groups is the width of a group."""

    def __init__(self, channels):
        super().__init__(channels)
        self.shuffle = nn.ChannelShuffle(channels // 2)


class ReLUInside(shuffle.ShuffleUnit):
    def __init__(self, channels):
        super().__init__(channels)
        self.branch2[4] = nn.Sequential()
        self.branch2[4] = ActiveNorm(channels // 2)


class ActiveNorm(nn.BatchNorm2d):
    def forward(self, x):
        return super().forward(x).relu()


@pytest.mark.parametrize(
    ("block", "right"),
    [
        (shuffle.ShuffleUnit, True),
        (NoShuffle, False),
        (OtherHalf, False),
        (ShuffleByHalf, False),
        (ReLUInside, False),
    ],
)
def test_shuffle_unit(block, right):
    theirs = tv_shufflenet.InvertedResidual(12, 12, 1)
    assert (check(block(12), theirs, pictures(2, 12, 8)) == []) == right


def test_shuffle_down():
    theirs = tv_shufflenet.InvertedResidual(12, 16, 2)
    ours = shuffle.ShuffleDown(12, 16)
    assert check(ours, theirs, pictures(2, 12, 9)) == []


def mbconv(stride=1, out_channels=8, drop=0.5):
    """Return our block and torchvision's."""
    configuration = tv_efficientnet.MBConvConfig(
        6, 5, stride, 8, out_channels, 1
    )
    theirs = tv_efficientnet.MBConv(configuration, drop, nn.BatchNorm2d)
    ours = efficientnet.MBConv(8, out_channels, 5, stride, 6, drop)
    randomize(theirs)
    ours.double().load_state_dict(theirs.state_dict(), strict=True)
    return ours, theirs


@pytest.mark.parametrize(("stride", "channels"), [(1, 8), (1, 16), (2, 8)])
def test_mbconv(stride, channels):
    pair = mbconv(stride, channels)
    assert differences(*pair, pictures(8, 8, 9)) == []


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("block.2.gate", nn.Identity()),
        ("block.2.activation", nn.ReLU()),
        ("block.2", nn.Identity()),
        ("block.1.2", nn.ReLU()),
        ("block.3.2", nn.SiLU()),
        ("stochastic_depth", nn.Identity()),
        ("stochastic_depth", efficientnet.StochasticDepth(0.2)),
    ],
)
def test_wrong_mbconv_is_reported(name, wrong):
    ours, theirs = mbconv()
    if name == "block.3.2":
        ours.block[3].append(wrong)
    else:
        ours.set_submodule(name, wrong)
    assert differences(ours, theirs, pictures(8, 8, 9)) != []


def test_wrong_norm_settings_and_pooling_are_reported():
    ours, theirs = mbconv()
    ours.block[1][1].eps = 1e-3
    found = differences(ours, theirs, pictures(8, 8, 9), check_settings=False)
    assert "outputs in evaluation" in found
    theirs = randomize(torchvision.models.squeezenet1_1(num_classes=5))
    ours = create("squeezenet1_1", num_classes=5).double()
    ours.load_state_dict(theirs.state_dict(), strict=True)
    for layer in ours.modules():
        if isinstance(layer, nn.MaxPool2d):
            layer.ceil_mode = False
    x = pictures(side=61)
    found = differences(ours, theirs, x, check_settings=False)
    assert "outputs in evaluation" in found


def test_fire_concatenates_1x1_first():
    theirs = torchvision.models.squeezenet.Fire(6, 2, 4, 4)
    ours = squeezenet.Fire(6, 2, 4)
    assert check(ours, theirs, pictures(2, 6, 5)) == []
    ours.expand1x1_activation = nn.Identity()
    assert differences(ours, theirs, pictures(2, 6, 5)) != []


# Sizes against the papers


@pytest.mark.parametrize(
    ("name", "parameters", "millions"),
    [
        # arXiv:1801.04381, table 4: 3.4 M and 300 M.
        ("mobilenet_v2", 3_504_872, 300.8),
        # arXiv:1602.07360, table 1: 1,248,424 parameters.
        ("squeezenet1_0", 1_248_424, 818.9),
        ("squeezenet1_1", 1_235_496, 349.2),
        # arXiv:1807.11164: 41, 146, 299 and 591 M; the rest is norms and
        # pooling, which the course does not count.
        ("shufflenet_v2_x0_5", 1_366_792, 40.5),
        ("shufflenet_v2_x1_0", 2_278_604, 144.9),
        ("shufflenet_v2_x1_5", 3_503_624, 295.8),
        ("shufflenet_v2_x2_0", 7_393_996, 583.3),
    ],
)
def test_size(name, parameters, millions):
    model = on_meta(name)
    assert count(model) == parameters
    assert macs(model, 224, 3) / 1e6 == pytest.approx(millions, abs=0.06)


# Table 2 of arXiv:1905.11946: millions of parameters, billions of MACs.
# fmt: off
TABLE_2 = {
    "b0": (5.3, 0.39), "b1": (7.8, 0.70), "b2": (9.2, 1.0), "b3": (12, 1.8),
    "b4": (19, 4.2), "b5": (30, 9.9), "b6": (43, 19), "b7": (66, 37),
}
# fmt: on


@pytest.mark.parametrize("size", TABLE_2)
def test_efficientnet_sizes(size):
    """B4 and B5 count 4 to 5 % more than printed, for an unknown reason."""
    name = f"efficientnet_{size}"
    model, (millions, billions) = on_meta(name), TABLE_2[size]
    assert count(model) / 1e6 == pytest.approx(millions, rel=0.03)
    side = info(name).input_size[1]
    assert macs(model, side, 3) / 1e9 == pytest.approx(billions, rel=0.05)


def test_separable_convolution_costs_what_the_paper_says():
    inputs, outputs, kernel = 32, 64, 3
    with torch.device("meta"):
        full = nn.Conv2d(inputs, outputs, kernel, padding=1, bias=False)
        separable = SeparableConv(inputs, outputs, kernel)
    share = 1 / outputs + 1 / kernel**2
    ratio = macs(separable, 16, inputs) / macs(full, 16, inputs)
    assert ratio == pytest.approx(share)
    assert count(separable) / count(full) == pytest.approx(share)


@pytest.mark.parametrize(("kernel", "stride"), [(3, 1), (5, 2)])
def test_separable_convolution_is_a_full_one_of_low_rank(kernel, stride):
    separable = randomize(SeparableConv(4, 6, kernel, stride))
    depthwise, pointwise = (m.weight for m in separable)
    weight = pointwise * depthwise[:, 0]  # 6 x 4 x kernel x kernel
    x = pictures(2, 4, 9)
    expected = nn.functional.conv2d(
        x, weight, stride=stride, padding=kernel // 2
    )
    torch.testing.assert_close(separable(x), expected)


# Compound scaling


def test_compound_scaling():
    doubling = efficientnet.ALPHA * efficientnet.BETA**2
    doubling *= efficientnet.GAMMA**2
    assert doubling == pytest.approx(1.92, abs=0.005)  # "about 2"
    assert efficientnet.compound_scaling(0) == (1, 1, 224)
    depth, width, side = efficientnet.compound_scaling(1)
    assert (depth, width) == (1.2, 1.1)
    assert side == pytest.approx(257.6)


@pytest.mark.parametrize("size", efficientnet.PUBLISHED)
def test_published_sizes_are_near_the_rule(size):
    phi, published, _ = efficientnet.PUBLISHED[size]
    rule = efficientnet.compound_scaling(phi)
    assert published.width == pytest.approx(rule.width, abs=0.06)
    assert published.resolution == pytest.approx(rule.resolution, rel=0.042)
    shallower = {"b5": 0.29, "b6": 0.39, "b7": 0.49}.get(size, 0)
    gap = rule.depth - published.depth
    assert gap == pytest.approx(shallower, abs=0.1)
    resolution = published.resolution
    assert info(f"efficientnet_{size}").input_size == (
        3,
        resolution,
        resolution,
    )


def test_published_resolutions():
    """Table of the published code, as cited in `PUBLISHED`."""
    sizes = [info(f"efficientnet_b{i}").input_size[1] for i in range(8)]
    assert sizes == [224, 240, 260, 300, 380, 456, 528, 600]


def test_any_point_of_the_rule_can_be_built():
    scaling = efficientnet.compound_scaling(-2)
    model = efficientnet.EfficientNet(scaling, num_classes=3)
    assert model(pictures(2, 3, 40).float()).shape == (2, 3)
    assert count(model) < 4_000_000


# Stochastic depth, options, small pictures


def test_stochastic_depth_drops_pictures_and_keeps_the_mean():
    torch.manual_seed(0)
    drop = efficientnet.StochasticDepth(0.25)
    kept = drop(torch.ones(4000, 3, 2, 2)).flatten(1)
    assert kept.unique().tolist() == pytest.approx([0, 4 / 3])
    assert (kept == kept[:, :1]).all()
    assert kept.mean().item() == pytest.approx(1, abs=0.05)
    assert drop.eval()(kept) is kept


@pytest.mark.parametrize(
    "name", ["mobilenet_v2_32", "squeezenet1_1", "shufflenet_v2_x0_5"]
)
def test_other_classes_channels_and_sizes(name):
    model = create(name, num_classes=3, in_channels=1)
    assert model(torch.randn(2, 1, 40, 36)).shape == (2, 3)


def test_mobilenet_for_small_pictures_keeps_their_size_longer():
    model = on_meta("mobilenet_v2_32")
    assert count(model) == 2_236_682
    features = model.features(torch.empty(1, 3, 32, 32, device="meta"))
    assert features.shape == (1, 1280, 4, 4)
    assert macs(model, 32, 3) / 1e6 == pytest.approx(87.98, abs=0.01)


@pytest.mark.parametrize(
    ("name", "side"), [("squeezenet1_0", 21), ("squeezenet1_1", 17)]
)
def test_smallest_picture(name, side):
    assert info(name).smallest == side
    model = info(name).build(num_classes=2).eval()
    model(torch.randn(1, 3, side, side))
    with pytest.raises(RuntimeError):
        model(torch.randn(1, 3, side - 1, side - 1))


# What the rule gives, as (layers, maps) of stages 2 to 8.
# fmt: off
STAGES = {
    "b0": [(1, 16), (2, 24), (2, 40), (3, 80), (3, 112), (4, 192), (1, 320)],
    "b1": [(2, 16), (3, 24), (3, 40), (4, 80), (4, 112), (5, 192), (2, 320)],
    "b2": [(2, 16), (3, 24), (3, 48), (4, 88), (4, 120), (5, 208), (2, 352)],
    "b3": [(2, 24), (3, 32), (3, 48), (5, 96), (5, 136), (6, 232), (2, 384)],
    "b4": [(2, 24), (4, 32), (4, 56), (6, 112), (6, 160), (8, 272), (2, 448)],
    "b5": [(3, 24), (5, 40), (5, 64), (7, 128), (7, 176), (9, 304), (3, 512)],
    "b6": [
        (3, 32), (6, 40), (6, 72), (8, 144), (8, 200), (11, 344), (3, 576)
    ],
    "b7": [
        (4, 32), (7, 48), (7, 80), (10, 160), (10, 224), (13, 384), (4, 640)
    ],
}
# fmt: on


@pytest.mark.parametrize("name", STAGES)
def test_depths_and_widths_are_those_listed_and_those_of_torchvision(name):
    _, scaling, _ = efficientnet.PUBLISHED[name]
    assert efficientnet.stages(scaling) == STAGES[name]
    with torch.device("meta"):
        theirs = getattr(torchvision.models, f"efficientnet_{name}")()
    built = [
        (len(stage), stage[-1].out_channels) for stage in theirs.features[1:-1]
    ]
    assert built == STAGES[name]
