"""Towers of equal convolutions, their norms, and statistics counted anew."""

import math

import pytest
import torch
from torch import nn

from cnncourse import architectures, datasets, runs
from cnncourse.architectures.norms import WeightStandardizedConv2d
from cnncourse.architectures.tower import ShiftingNoise, Tower, unit
from cnncourse.errors import CourseError
from cnncourse.runs.lists import batchnorm as plans
from cnncourse.runs.statistics import recount

NORMS = (
    "none", "batch", "after", "noisy", "layer", "instance", "group",
    "standardized",
)  # fmt: skip


@pytest.fixture(scope="module")
def data():
    return datasets.load("digits", size=8, validation=1200)


@pytest.mark.parametrize("norm", NORMS)
def test_what_a_unit_is_made_of(norm):
    names = [type(layer).__name__ for layer in unit(norm, 4, 8)]
    conv = ["WeightStandardizedConv2d"] * (norm == "standardized") or [
        "Conv2d"
    ]
    others = {
        "none": ["ReLU"],
        "batch": ["BatchNorm2d", "ReLU"],
        "after": ["ReLU", "BatchNorm2d"],
        "noisy": ["BatchNorm2d", "ShiftingNoise", "ReLU"],
        "noise": ["ShiftingNoise", "ReLU"],
    }
    assert names == conv + others.get(norm, ["GroupNorm", "ReLU"])


@pytest.mark.parametrize(
    "norm, groups", [("layer", 1), ("instance", 8), ("group", 4)]
)
def test_groups(norm, groups):
    assert unit(norm, 4, 8)[1].num_groups == groups


@pytest.mark.parametrize("depth", [3, 6, 12])
def test_depth_counts_convolutions(depth):
    model = Tower(depth=depth, width=4)
    convs = [m for m in model.modules() if isinstance(m, nn.Conv2d)]
    assert len(convs) == depth
    assert [convs[0].out_channels, convs[-1].out_channels] == [4, 16]
    assert model(torch.zeros(2, 1, 8, 8)).shape == (2, 10)


@pytest.mark.parametrize("norm", ["none", "batch"])
def test_first_weights_are_hes_with_a_norm_and_without(norm):
    torch.manual_seed(0)
    last = [
        m for m in Tower(width=32, norm=norm).modules()
        if isinstance(m, nn.Conv2d)
    ][-1]  # fmt: skip
    expected = math.sqrt(2 / (9 * last.in_channels))
    assert last.weight.std().item() == pytest.approx(expected, rel=0.02)
    assert not last.bias.any()


def test_noise_moves_mean_and_variance_of_each_channel():
    torch.manual_seed(0)
    noise = ShiftingNoise()
    x = torch.randn(400, 40, 4, 4)
    y, z = noise(x), noise(x)
    means = y.mean((0, 2, 3))
    assert means.abs().max() < 0.56
    assert means.std() > 0.15
    assert 0.98 < y.std((0, 2, 3)).min() < y.std((0, 2, 3)).max() < 1.3
    assert (means - z.mean((0, 2, 3))).abs().mean() > 0.1  # each step anew
    assert noise.eval()(x) is x


@pytest.mark.parametrize("norm", ["batch", "noisy", "after"])
def test_recount_averages_whole_batches(norm, data):
    torch.manual_seed(0)
    model = architectures.create("tower", norm=norm)
    before = [p.clone() for p in model.parameters()]
    first = next(m for m in model.modules() if isinstance(m, nn.BatchNorm2d))
    part = data.train[:150]
    recount(model, data, part, batch_size=50)
    stem = model.features[:1] if norm != "after" else model.features[:2]
    with torch.no_grad():
        maps = stem(data.normalize(part.images))
    batches = maps.split(50)
    mean = torch.stack([b.mean((0, 2, 3)) for b in batches]).mean(0)
    var = torch.stack([b.var((0, 2, 3)) for b in batches]).mean(0)
    torch.testing.assert_close(first.running_mean, mean)
    torch.testing.assert_close(first.running_var, var, rtol=1e-3, atol=1e-5)
    assert first.momentum == 0.1
    assert not any(m.training for m in model.modules())
    after = list(model.parameters())
    assert all(map(torch.equal, before, after))


def test_recount_forgets_wrong_statistics(data):
    torch.manual_seed(0)
    model = architectures.create("tower")
    recount(model, data, data.train)
    images = data.normalize(data.test.images[:20])
    expected = model(images)
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean += 3
    assert not torch.allclose(model(images), expected, atol=1e-2)
    recount(model, data, data.train)
    torch.testing.assert_close(model(images), expected)


def test_recount_needs_norms(data):
    with pytest.raises(CourseError, match="0 batch norms"):
        recount(architectures.create("tower", norm="group"), data, data.train)
    with pytest.raises(CourseError, match="0 pictures"):
        recount(architectures.create("tower"), data, data.train[:0])


def test_standardized_kernels():
    convs = [
        m
        for m in Tower(norm="standardized").modules()
        if isinstance(m, nn.Conv2d)
    ]
    assert all(isinstance(m, WeightStandardizedConv2d) for m in convs)


def test_batch_sizes_are_compared_as_the_chapter_says():
    """Up to 64 pictures as many epochs, above as many steps."""
    for size in plans.SIZES:
        recipe = plans.sized(size)
        if size <= 64:
            assert recipe.epochs == 5
            assert recipe.lr / size == pytest.approx(0.03 / 64)
        else:
            assert recipe.lr == 0.03
            assert recipe.epochs * 64 == 5 * size


@pytest.mark.parametrize("norm", ["none", "noisy"])
def test_plans_run(norm, data):
    name = f"tower-{norm}-lr0.03"
    model = runs.PLANS[name].build()
    kept = runs.measures.MEASURES["recounted"]
    if norm == "noisy":
        (found,) = kept(model, data)
        assert 0 <= found <= 100
        assert model.training  # a copy was asked
    assert runs.PLANS[name].options == {"norm": norm}
