"""DenseNets: against torchvision, the paper, and their memory-saving twins."""

from dataclasses import replace

import pytest
import torch
import torchvision
from networks import count, macs, on_meta, pictures
from reference import differences, randomize
from torch import nn

from cnncourse import summary
from cnncourse.architectures import create, densenet, info
from cnncourse.architectures.densenet import (
    DenseBlock,
    DenseLayer,
    DenseNet,
    MemorySavingLayer,
    cifar_stem,
)
from cnncourse.architectures.surgery import swap_batchnorm
from cnncourse.datasets import load
from cnncourse.errors import CourseError
from cnncourse.memory import LiveBytes
from cnncourse.runs import PLANS, reuse
from cnncourse.runs.measures import MEASURES

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
    peaks = []
    for model in twins():
        with LiveBytes() as live:
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


def test_layers_read_the_latest_or_all():
    rate, layers, k0 = 3, 4, 6
    for reads in (*range(1, layers + 2), densenet.ALL):
        block = DenseBlock(k0, rate, layers, DenseLayer, reads)
        widths = [k0, *[rate] * layers]
        seen = [widths[max(i - reads, 0) : i] for i in range(1, layers + 1)]
        assert [m.conv1.in_channels for m in block.values()] == [
            sum(part) for part in seen
        ]
        randomize(block)
        x = torch.randn(2, k0, 4, 4, dtype=torch.double)
        features = [x]
        for layer in block.values():
            kept = features[max(len(features) - reads, 0) :]
            features.append(layer(kept))
        assert torch.equal(block(x), torch.cat(features, 1))
        assert block(x).shape[1] == k0 + rate * layers


@pytest.mark.parametrize("compression", [0.05, 0.3, 1.0])
def test_compression_keeps_a_share(compression):
    model = DenseNet(cifar_stem, 2, (3, 3, 3), compression=compression)
    convs = (model.features.transition1.conv, model.features.transition2.conv)
    for conv in convs:
        kept = max(int(compression * conv.in_channels), 1)
        assert conv.out_channels == kept


# Which layers are used


@pytest.fixture(scope="module")
def asked():
    data = load("shapes", size=16, train=50, validation=0)
    return replace(data, test=data.test[:20])


def tiny(seed=0, **options):
    torch.manual_seed(seed)
    model = create(
        "densenet_bc_mini_32", growth_rate=3, num_layers=2, **options
    )
    return randomize(model, seed).float()


def test_connections_are_all_pairs_in_order():
    model = tiny()
    found = reuse.connections(model)
    pairs = [(1, 0), (2, 0), (2, 1), (3, 0), (3, 1), (3, 2)]
    assert [(c.block, c.reader, c.read) for c in found] == [
        (block, *pair) for block in (1, 2, 3) for pair in pairs
    ]
    for c in found:
        reader = model.get_submodule(c.weights)
        width = reader.weight.shape[1]
        first = (
            6
            if c.block == 1
            else model.get_submodule(
                f"features.transition{c.block - 1}.conv"
            ).out_channels
        )
        assert c.end - c.start == (3 if c.read else first)
        assert c.end <= width and (c.end == width) == (c.read == c.reader - 1)
    with pytest.raises(CourseError, match="read only the 1 latest"):
        reuse.connections(tiny(reads=1))


def test_a_connection_of_zeros_weighs_and_brings_and_costs_nothing(asked):
    model = tiny()
    found = reuse.connections(model)
    at = found.index(next(c for c in found if c[:3] == (2, 2, 1)))
    c = found[at]
    assert reuse.weights(model)[at] > 0.01
    before = reuse.missed(model, asked)
    assert before[at].abs() > 1e-5
    with torch.no_grad():
        model.get_submodule(c.weights).weight[:, c.start : c.end] = 0
    assert reuse.weights(model)[at] == 0
    assert reuse.arriving(model, asked)[at] == 0
    assert reuse.missed(model, asked)[at].abs() < 1e-6
    assert (reuse.arriving(model, asked) == 0).sum() == 1


def test_what_is_missed_is_a_mean_in_its_place(asked):
    model = tiny().eval()
    c = reuse.connections(model)[4]  # transition 1 reads layer 1
    assert (c.block, c.reader, c.read) == (1, 3, 1)
    images, labels = asked.normalize(asked.test.images), asked.test.labels
    block, rest = model.features[:2], model.features[2:]
    with torch.no_grad():
        maps = block(images)
        asis = nn.functional.cross_entropy(model(images), labels)
        maps[:, c.start : c.end] = maps[:, c.start : c.end].mean(0)
        outputs = model.classifier(model.pool(rest(maps)).flatten(1))
        loss = nn.functional.cross_entropy(outputs, labels)
    found = reuse.missed(model, asked)[4]
    assert found.item() == pytest.approx((loss - asis).item(), abs=1e-5)
    assert not any(m._forward_pre_hooks for m in model.features.modules())


def test_what_arrives_adds_up(asked):
    """One layer that reads two parts: both deviate as its sum does."""
    model = tiny().eval()
    conv = model.features.denseblock1.denselayer2.conv1
    seen = []
    hook = conv.register_forward_hook(
        lambda _, given, out: seen.append((given[0], out))
    )
    with torch.no_grad():
        model(asked.normalize(asked.test.images))
        hook.remove()
        given, out = seen[0]
        conv.weight[:, :6] = 0
    part = nn.functional.conv2d(given, conv.weight)
    spread = (part - part.mean(0)).square().mean().sqrt()
    assert reuse.arriving(model, asked)[2].item() == pytest.approx(
        spread.item(), rel=1e-4
    )
    assert out.shape == part.shape


def test_the_measure_holds_all_three(asked):
    model = tiny()
    found = MEASURES["reuse"](model, asked)
    count = len(reuse.connections(model))
    assert found[:count] == reuse.weights(model).tolist()
    assert found[2 * count :] == reuse.missed(model, asked).tolist()
    with pytest.raises(CourseError, match="no dense blocks"):
        MEASURES["reuse"](create("resnet20", width=2), asked)


def test_plans_match_in_what_they_claim():
    def cost(name):
        return summary.cost(PLANS[f"{name}-digits"].build(), (1, 8, 8))

    params, work = cost("densenet_bc_mini_32-k6")
    assert cost("resnet20-w5")[0] == pytest.approx(params, rel=0.01)
    assert 0.9 * work < cost("resnet20-w8")[1] < work
    near = cost("densenet_bc_mini_32-near")
    assert params < near[0] < 1.1 * params and near[1] > work
