"""VGG against torchvision, against tables 1 and 2, and its small variants."""

import copy

import pytest
import torch
import torchvision
from networks import count, macs, on_meta
from reference import differences, randomize
from torch import nn
from torchvision.models.vgg import VGG as TheirVGG

from cnncourse.architectures import create
from cnncourse.architectures.vgg import (
    CONFIGURATIONS,
    VGG,
    VGGPooled,
    build_features,
    conv_bn_relu,
    conv_relu,
)

NAMES = [f"vgg{depth}{bn}" for depth in (11, 13, 16, 19) for bn in ("", "_bn")]
TABLE_2 = {"A": 133, "B": 133, "C": 134, "D": 138, "E": 144}  # millions
# fmt: off
LETTERS = {
    "A": "vgg11", "B": "vgg13", "C": "vgg16_c", "D": "vgg16", "E": "vgg19",
}
# fmt: on


def pair(name):
    """Ours and torchvision's, the hidden dense layers made narrow in both."""
    models = [
        on_meta(build, num_classes=5)
        for build in (
            lambda **o: create(name, **o),
            getattr(torchvision.models, name),
        )
    ]
    for model in models:
        model.classifier[0] = nn.Linear(512 * 7 * 7, 8)
        model.classifier[3] = nn.Linear(8, 8)
        model.classifier[6] = nn.Linear(8, 5)
        model.to_empty(device="cpu")
        for module in model.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.reset_running_stats()
    ours, theirs = models
    randomize(theirs)
    ours.double().load_state_dict(theirs.state_dict(), strict=True)
    return ours, theirs


def pictures(size):
    draw = torch.Generator().manual_seed(0)
    return torch.randn(2, 3, size, size, generator=draw).double()


@pytest.fixture(scope="module")
def vgg11_bn():
    return pair("vgg11_bn")


@pytest.mark.parametrize("name", NAMES)
def test_torchvision_weights_load_strictly(name):
    theirs = on_meta(getattr(torchvision.models, name))
    ours = on_meta(create, name)
    ours.load_state_dict(theirs.state_dict(), strict=True, assign=True)


def test_vgg11_bn_equals_torchvision(vgg11_bn):
    assert differences(*vgg11_bn, pictures(47)) == []


def test_vgg19_equals_torchvision():
    assert differences(*pair("vgg19"), pictures(32)) == []


@pytest.mark.parametrize(
    "part, index, wrong",
    [
        ("features", 2, nn.Identity()),  # a ReLU is missing
        ("features", 3, nn.MaxPool2d(2, stride=2, ceil_mode=True)),
        ("features", 3, nn.AvgPool2d(2)),
        ("features", 7, nn.MaxPool2d(3, stride=2, padding=1)),
        ("classifier", 2, nn.Dropout(0.4)),
        ("classifier", 4, nn.Identity()),
    ],
)
def test_mutants_of_layers(vgg11_bn, part, index, wrong):
    ours, theirs = copy.deepcopy(vgg11_bn)
    getattr(ours, part)[index] = wrong
    assert differences(ours, theirs, pictures(47), check_settings=False)


@pytest.mark.parametrize("setting, wrong", [("eps", 1e-3), ("momentum", 0.2)])
def test_mutants_of_batch_norm(vgg11_bn, setting, wrong):
    ours, theirs = copy.deepcopy(vgg11_bn)
    setattr(ours.features[1], setting, wrong)
    assert differences(ours, theirs, pictures(47), check_settings=False)


def test_mutant_normalizes_after_the_relu(vgg11_bn):
    ours, theirs = copy.deepcopy(vgg11_bn)
    norm, relu = ours.features[1], ours.features[2]
    ours.features[1], ours.features[2] = relu, norm
    assert differences(ours, theirs, pictures(47), check_settings=False)


def test_same_seed_gives_torchvisions_initial_weights(monkeypatch):
    class Narrow(nn.Linear):
        def __init__(self, in_features, out_features):
            super().__init__(min(in_features, 9), min(out_features, 9))

    monkeypatch.setattr(nn, "Linear", Narrow)
    torch.manual_seed(0)
    ours = VGG("conv3-6 maxpool conv1-8", unit=conv_bn_relu)
    torch.manual_seed(0)
    features = nn.Sequential(
        *conv_bn_relu(3, 6, 3), nn.MaxPool2d(2), *conv_bn_relu(6, 8, 1)
    )
    theirs = TheirVGG(features).state_dict()
    assert list(theirs) == list(ours.state_dict())
    for name, values in ours.state_dict().items():
        assert torch.equal(values, theirs[name]), name


@pytest.mark.parametrize("letter", TABLE_2)
def test_parameters_of_table_2(letter):
    model = on_meta(create, LETTERS[letter])
    assert round(count(model) / 1e6) == TABLE_2[letter]


@pytest.mark.parametrize(
    "letter, layers", [("A", 11), ("B", 13), ("C", 16), ("D", 16), ("E", 19)]
)
def test_weight_layers_of_table_1(letter, layers):
    model = on_meta(create, LETTERS[letter])
    kinds = nn.Conv2d | nn.Linear
    assert sum(isinstance(m, kinds) for m in model.modules()) == layers


def test_c_has_1x1_kernels_where_d_has_3x3():
    kernels = {
        letter: [
            m.kernel_size[0]
            for m in on_meta(create, LETTERS[letter]).features
            if isinstance(m, nn.Conv2d)
        ]
        for letter in "CD"
    }
    assert kernels["D"] == [3] * 13
    assert [i for i, k in enumerate(kernels["C"]) if k == 1] == [6, 9, 12]
    assert set(kernels["C"]) == {1, 3}


def test_exact_parameters_and_macs():
    """He et al. 2016 quote 15.3 and 19.6 G for VGG-16 and VGG-19.

    19.6 G is the whole of VGG-19. The whole of VGG-16 is 15.5 G; without
    the dense layers it is 15.35 G, so 15.3 counts convolutions, cut off.
    Batch norm adds two parameters a map and, by our rule, no MACs.
    """
    counted = {
        name: (count(model), macs(model, 224))
        for name in ("vgg11", "vgg13", "vgg16", "vgg16_c", "vgg19", "vgg16_bn")
        for model in [on_meta(create, name)]
    }
    assert counted == {
        "vgg11": (132_863_336, 7_609_090_048),
        "vgg13": (133_047_848, 11_308_466_176),
        "vgg16": (138_357_544, 15_470_264_320),
        "vgg16_c": (133_638_952, 11_770_888_192),
        "vgg19": (143_667_240, 19_632_062_464),
        "vgg16_bn": (138_365_992, 15_470_264_320),
    }
    vgg16 = on_meta(create, "vgg16")
    assert macs(vgg16.features, 224) == 15_346_630_656
    # Nine tenths of the weights sit in three layers with 1 % of the work.
    assert count(vgg16.classifier) == 123_642_856


def test_small_variants():
    d = on_meta(create, "vgg16_bn_32")
    mini = on_meta(create, "vgg_mini_32")
    published = on_meta(create, "vgg16_bn")
    assert count(d.features) == count(published.features)
    assert count(d) == 14_728_266
    assert count(mini) == 279_882
    assert macs(d, 32) == 313_201_664
    assert macs(mini, 32) == 29_197_568


def test_global_pooling_is_the_mean_of_each_map():
    model = VGGPooled("conv3-4 maxpool conv3-6", num_classes=3).eval()
    x = torch.randn(2, 3, 9, 10)
    maps = model.features(x)
    expected = model.classifier(maps.mean((2, 3)))
    torch.testing.assert_close(model(x), expected)


@pytest.mark.parametrize("kernel_size", [1, 3, 5, 7])
def test_any_odd_kernel_keeps_the_size(kernel_size):
    features, maps = build_features(f"conv{kernel_size}-8", 2, conv_relu)
    assert features(torch.zeros(1, 2, 11, 12)).shape == (1, 8, 11, 12)
    assert maps == 8
    assert features[0].weight.numel() == kernel_size**2 * 2 * 8


def test_the_unit_can_be_replaced():
    """An ablation by substitution: one function, a whole new network."""

    def conv_tanh(in_channels, out_channels, kernel_size):
        return [
            conv_relu(in_channels, out_channels, kernel_size)[0],
            nn.Tanh(),
        ]

    model = create("vgg_mini_32", unit=conv_tanh, in_channels=1)
    kinds = [type(m) for m in model.features]
    assert kinds.count(nn.Tanh) == 5
    assert nn.ReLU not in kinds
    assert nn.BatchNorm2d not in kinds


def test_the_reader_sees_table_1():
    assert CONFIGURATIONS["A"].split().count("maxpool") == 5
    assert CONFIGURATIONS["C"].split()[6:10] == [
        "conv3-256",
        "conv3-256",
        "conv1-256",
        "maxpool",
    ]
