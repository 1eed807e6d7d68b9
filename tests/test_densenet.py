"""DenseNets: against torchvision, the paper, and their memory-saving twins."""

import importlib.util
from pathlib import Path

import pytest
import torch
import torchvision
from networks import count, macs, on_meta, pictures
from reference import differences, randomize
from torch import nn

from cnncourse.architectures import create, densenet, info
from cnncourse.architectures.densenet import (
    DenseLayer,
    DenseNet,
    MemorySavingLayer,
    cifar_stem,
)
from cnncourse.architectures.surgery import swap_batchnorm

ROOT = Path(__file__).resolve().parents[1]
SMALL = (8, (3, 2, 4))


def reference(growth_rate, layers, **options):
    """Return torchvision's class with the paper's stem for CIFAR."""
    model = torchvision.models.DenseNet(
        growth_rate, layers, 2 * growth_rate, num_classes=5, **options
    )
    conv = nn.Conv2d(3, 2 * growth_rate, 3, padding=1, bias=False)
    model.features.conv0 = conv
    for name in ("norm0", "relu0", "pool0"):
        setattr(model.features, name, nn.Identity())
    return randomize(model)


def small_pair(layer=DenseLayer):
    """Return two networks of nine layers that share their weights."""
    theirs = reference(*SMALL)
    ours = DenseNet(cifar_stem, *SMALL, num_classes=5, layer=layer).double()
    ours.load_state_dict(theirs.state_dict(), strict=True)
    return ours, theirs


# Against torchvision


@pytest.mark.parametrize("name", ["densenet121", "densenet161"])
def test_large_networks_equal_torchvision(name):
    theirs = randomize(getattr(torchvision.models, name)(num_classes=5))
    ours = create(name, num_classes=5).double()
    ours.load_state_dict(theirs.state_dict(), strict=True)
    assert differences(ours, theirs, pictures(4, side=32)) == []


@pytest.mark.parametrize("name", densenet.TABLE_1)
def test_keys_and_shapes_equal_torchvision(name):
    with torch.device("meta"):
        theirs = getattr(torchvision.models, name)().state_dict()
    ours = on_meta(name).state_dict()
    assert list(ours) == list(theirs)
    assert all(ours[k].shape == theirs[k].shape for k in theirs)


@pytest.mark.parametrize("layer", [DenseLayer, MemorySavingLayer])
def test_small_network_equals_torchvision(layer):
    assert differences(*small_pair(layer), pictures(side=16)) == []


def test_start_is_torchvisions():
    torch.manual_seed(0)
    ours = create("densenet121_32").state_dict()
    theirs = torchvision.models.densenet121(num_classes=10).state_dict()
    for key in (
        "features.denseblock3.denselayer9.conv1.weight",
        "features.transition2.conv.weight",
    ):
        spread = theirs[key].std().item()
        assert ours[key].std().item() == pytest.approx(spread, rel=0.02)
    assert not ours["classifier.bias"].any()


class Reversed(DenseLayer):
    def forward(self, features):
        return super().forward(features[::-1])


class ReLULast(DenseLayer):
    def forward(self, features):
        x = torch.cat(features, 1)
        x = self.conv1(self.norm1(x))
        return self.relu2(self.conv2(self.norm2(self.relu1(x))))


@pytest.mark.parametrize("layer", [Reversed, ReLULast])
def test_wrong_layers_are_reported(layer):
    found = differences(*small_pair(layer), pictures(side=16))
    assert "outputs in evaluation" in found


@pytest.mark.parametrize(
    ("name", "part", "found"),
    [
        ("transition1.relu", nn.Identity(), "outputs in evaluation"),
        ("transition1.norm", nn.Identity(), "outputs in evaluation"),
        ("transition2.pool", nn.MaxPool2d(2), "outputs in evaluation"),
        ("relu5", nn.Identity(), "outputs in evaluation"),
    ],
)
def test_wrong_parts_are_reported(name, part, found):
    ours, theirs = small_pair()
    ours.features.set_submodule(name, part)
    assert found in differences(ours, theirs, pictures(side=16))


def test_wrong_norm_settings_are_reported():
    ours, theirs = small_pair()
    ours.features.denseblock1.denselayer2.norm1.eps = 1e-3
    found = differences(ours, theirs, pictures(side=16), check_settings=False)
    assert "outputs in evaluation" in found
    ours, theirs = small_pair()
    ours.features.norm5.momentum = 0.2
    found = differences(ours, theirs, pictures(side=16), check_settings=False)
    assert found == ["buffers"]


# Against the paper


@pytest.mark.parametrize(
    ("name", "parameters", "gmacs"),
    [
        # Figure 3 of the paper reads about 8, 14 and 20 M parameters; its
        # k = 48 network, 29 M, is torchvision's densenet161.
        ("densenet121", 7_978_856, 2.834),
        ("densenet169", 14_149_480, 3.360),
        ("densenet201", 20_013_928, 4.291),
        ("densenet161", 28_681_000, 7.728),
        # Table 2: 0.8 M.
        ("densenet_bc_100_12", 769_162, 0.288),
        ("densenet_bc_mini_32", 264_586, 0.106),
    ],
)
def test_size(name, parameters, gmacs):
    model = on_meta(name)
    assert count(model) == parameters
    measured = macs(model, info(name).input_size[1]) / 1e9
    assert measured == pytest.approx(gmacs, abs=5e-4)


def test_mini_has_the_size_of_the_other_small_networks():
    assert 250_000 <= count(on_meta("densenet_bc_mini_32")) <= 280_000


def test_layer_reads_k0_plus_k_times_l_minus_1_maps():
    block = on_meta("densenet121").features.denseblock1
    reads = [layer.conv1.in_channels for layer in block.values()]
    assert reads == [64 + 32 * (i - 1) for i in range(1, 7)]
    x = torch.empty(1, 64, 8, 8, device="meta")
    assert block(x).shape == (1, 64 + 6 * 32, 8, 8)


# Saving memory


def twins(seed=0, **options):
    """Return a plain and a memory-saving network with equal weights."""
    pair = [
        randomize(create("densenet_bc_mini_32", memory_saving=saving), seed)
        for saving in (False, True)
    ]
    assert isinstance(
        pair[1].features.denseblock1.denselayer1, MemorySavingLayer
    )
    return pair


def step(model, images, mode_of_backward=True):
    loss = model(images).square().sum()
    model.train(mode_of_backward)
    loss.backward()
    return [p.grad for p in model.parameters()]


@pytest.mark.parametrize("mode", [True, False])
def test_gradients_and_buffers_equal_the_plain_ones(mode):
    plain, saving = (model.train(mode) for model in twins())
    gradients = [
        step(model, pictures(4, side=16), mode) for model in (plain, saving)
    ]
    torch.testing.assert_close(*gradients, rtol=1e-12, atol=1e-12)
    expected, buffers = plain.state_dict(), saving.state_dict()
    torch.testing.assert_close(buffers, expected, rtol=1e-12, atol=1e-12)
    passes = saving.features.denseblock2.denselayer3.norm1.num_batches_tracked
    assert passes == int(mode)


def test_two_passes_and_a_change_of_mode_before_the_backward_pass():
    plain, saving = (model.train() for model in twins())
    gradients = []
    for model in (plain, saving):
        model(pictures(3, side=16))
        gradients.append(step(model, pictures(4, side=16), False))
    torch.testing.assert_close(*gradients, rtol=1e-12, atol=1e-12)


def test_gradients_in_mixed_precision():
    gradients = []
    for model in twins():
        model.float().train()
        with torch.autocast("cpu", torch.bfloat16):
            gradients.append(step(model, pictures(4, side=16).float()))
    torch.testing.assert_close(*gradients)


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_one_layer_in_mixed_precision(dtype):
    """A float32 input is cast for the convolution, after norm and ReLU."""
    gradients = []
    for kind in (DenseLayer, MemorySavingLayer):
        layer = randomize(kind(6, 4)).float()
        images = pictures(2, side=8).to(dtype).requires_grad_()
        with torch.autocast("cpu", torch.bfloat16):
            layer([images, images]).float().square().sum().backward()
        gradients.append([images.grad, layer.conv1.weight.grad])
    torch.testing.assert_close(*gradients)


def test_second_derivatives():
    found = []
    for model in twins():
        images = pictures(2, side=8).requires_grad_()
        loss = model.eval()(images).square().sum()
        (slope,) = torch.autograd.grad(loss, images, create_graph=True)
        slope.square().sum().backward()
        found.append(images.grad)
    torch.testing.assert_close(*found, rtol=1e-9, atol=1e-9)


def test_a_second_update_of_the_statistics_is_reported(monkeypatch):
    for name in ("__enter__", "__exit__"):
        monkeypatch.setattr(densenet._Repeated, name, lambda *_: None)
    pair = small_pair(MemorySavingLayer)
    assert differences(*pair, pictures(side=16)) == ["buffers"]


def test_the_norms_of_the_course_note_a_pass_once_too():
    plain, saving = (swap_batchnorm(model).train() for model in twins())
    gradients = [
        step(model, pictures(4, side=16)) for model in (plain, saving)
    ]
    torch.testing.assert_close(*gradients, rtol=1e-12, atol=1e-12)
    expected, buffers = plain.state_dict(), saving.state_dict()
    torch.testing.assert_close(buffers, expected, rtol=1e-12, atol=1e-12)


def test_less_is_kept_for_the_backward_pass():
    path = ROOT / "benchmarks" / "densenet_memory.py"
    spec = importlib.util.spec_from_file_location("densenet_memory", path)
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    peaks = []
    for model in twins():
        with benchmark.LiveBytes() as live:
            model.train()(pictures(8, side=16)).sum().backward()
        peaks.append(live.peak)
    assert peaks[1] < 0.45 * peaks[0]


# Options


def test_other_classes_channels_and_sizes():
    model = create("densenet_bc_mini_32", num_classes=3, in_channels=1)
    assert model(torch.randn(2, 1, 20, 28)).shape == (2, 3)


def test_smallest_picture():
    for name, side in (
        ("densenet121", 29),
        ("densenet_bc_mini_32", 4),
        ("densenet121_32", 8),
    ):
        assert info(name).smallest == side
        model = densenet_without_check(name)
        with torch.no_grad():
            model(torch.randn(1, 3, side, side))
            with pytest.raises(RuntimeError, match="too small"):
                model(torch.randn(1, 3, side - 1, side - 1))


def densenet_without_check(name):
    return info(name).build(num_classes=2).eval()
