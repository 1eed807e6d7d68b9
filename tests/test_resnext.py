"""ResNeXt: against torchvision, and its three forms against each other."""

from collections import OrderedDict
from itertools import permutations

import pytest
import torch
import torchvision
from reference import differences, randomize, settings
from test_resnet import count, macs, on_meta, pictures, stride_first
from torch import nn
from torchvision.models import resnet as theirs

from cnncourse.architectures import create, resnet, resnext
from cnncourse.errors import CourseError

FORMS = {
    "a": resnext.Branches,
    "b": resnext.EarlyConcatenation,
    "c": resnet.Bottleneck,
}
# 16 maps in, 32 out, halved: the shortcut is a projection.
# fmt: off
SHAPE = {
    "in_channels": 16, "channels": 8, "stride": 2, "cardinality": 4,
    "width": 3,
}
# fmt: on


# ImageNet networks against torchvision


def test_equal_to_torchvision():
    reference = randomize(torchvision.models.resnext50_32x4d(num_classes=5))
    ours = create("resnext50_32x4d", num_classes=5).double()
    ours.load_state_dict(reference.state_dict(), strict=True)
    assert differences(ours, reference, pictures()) == []


@pytest.mark.parametrize("name", ["resnext50_32x4d", "resnext101_32x8d"])
def test_keys_shapes_and_settings_are_torchvisions(name):
    with torch.device("meta"):
        ours, reference = create(name), getattr(torchvision.models, name)()
    shapes = [
        [(k, v.shape) for k, v in m.state_dict().items()]
        for m in (ours, reference)
    ]
    assert shapes[0] == shapes[1]
    assert settings(ours) == settings(reference)


def test_the_same_seed_draws_the_same_weights():
    torch.manual_seed(3)
    ours = create("resnext50_32x4d", num_classes=5).state_dict()
    torch.manual_seed(3)
    reference = torchvision.models.resnext50_32x4d(num_classes=5)
    for key, tensor in reference.state_dict().items():
        assert torch.equal(ours[key], tensor), key


# CIFAR networks against torchvision's block, stacked as in table 7


def stacked(cardinality, width, channels, blocks, num_classes):
    """Return three stages of torchvision's bottlenecks behind a 3x3 stem."""

    def stage(inputs, planes, stride):
        downsample = nn.Sequential(
            nn.Conv2d(inputs, 4 * planes, 1, stride, bias=False),
            nn.BatchNorm2d(4 * planes),
        )
        options = {"groups": cardinality, "base_width": width * 64 // channels}
        first = theirs.Bottleneck(
            inputs, planes, stride, downsample, **options
        )
        rest = (
            theirs.Bottleneck(4 * planes, planes, **options)
            for _ in range(blocks - 1)
        )
        return nn.Sequential(first, *rest)

    layers = OrderedDict(
        conv=nn.Conv2d(3, channels, 3, 1, 1, bias=False),
        bn=nn.BatchNorm2d(channels),
        relu=nn.ReLU(),
        stage1=stage(channels, channels, 1),
        stage2=stage(4 * channels, 2 * channels, 2),
        stage3=stage(8 * channels, 4 * channels, 2),
        average=nn.AdaptiveAvgPool2d(1),
        flatten=nn.Flatten(),
        head=nn.Linear(16 * channels, num_classes),
    )
    return nn.Sequential(layers)


def small_pair(change=lambda reference: None):
    """Return two ResNeXt-20 4x4d that share their weights."""
    ours = resnext.SmallResNeXt(4, 4, 5, depth=20, channels=16).double()
    reference = stacked(4, 4, 16, 2, num_classes=5)
    change(reference)
    ours.load_state_dict(randomize(reference).state_dict(), strict=True)
    return ours, reference


def test_small_network_equals_stacked_blocks_of_torchvision():
    assert differences(*small_pair(), pictures(3, 3, 16)) == []


@pytest.mark.parametrize(
    "name, arguments",
    [
        ("resnext29_8x64d", (8, 64, 64, 3)),
        ("resnext29_4x16d", (4, 16, 64, 3)),
        ("resnext_mini_32", (8, 3, 16, 3)),
    ],
)
def test_shapes_of_the_cifar_networks(name, arguments):
    with torch.device("meta"):
        ours, reference = create(name), stacked(*arguments, num_classes=10)
    assert [(k, v.shape) for k, v in ours.state_dict().items()] == [
        (k, v.shape) for k, v in reference.state_dict().items()
    ]
    assert settings(ours) == settings(reference)


def interleaved_groups(model):
    model.stage2[1].conv2.register_forward_pre_hook(
        lambda m, x: (
            x[0].unflatten(1, (m.groups, -1)).transpose(1, 2).flatten(1, 2),
        )
    )


def missing_relu(model):
    model.stage1[1].relu = nn.Identity()


def stride_in_first_convolution(model):
    block = model.stage3[0]
    block.conv1.stride, block.conv2.stride = (2, 2), (1, 1)


def epsilon(model):
    model.stage3[1].bn2.eps = 1e-3


class NormAfterAddition(resnet.Bottleneck):
    def forward(self, x):
        residual = self.relu1(self.bn1(self.conv1(x)))
        residual = self.relu2(self.bn2(self.conv2(residual)))
        return self.relu(self.bn3(self.conv3(residual) + self.downsample(x)))


def norm_after_addition(model):
    model.stage2[1].__class__ = NormAfterAddition


@pytest.mark.parametrize(
    "break_it",
    [
        interleaved_groups,
        missing_relu,
        stride_in_first_convolution,
        epsilon,
        norm_after_addition,
    ],
)
def test_mutants_differ(break_it):
    ours, reference = small_pair()
    break_it(ours)
    images = pictures(3, 3, 16)
    assert differences(ours, reference, images, check_settings=False)


def test_the_first_number_is_the_number_of_groups():
    block = create("resnext50_32x4d", num_classes=2).layer1[0]
    assert (block.conv2.groups, block.conv2.weight.shape[1]) == (32, 4)
    block = create("resnext29_4x16d").stage3[0]
    assert (block.conv2.groups, block.conv2.weight.shape[1]) == (4, 64)
    # Groups of 32 and not 32 groups: other shapes, more parameters.
    swapped = resnet.Bottleneck(256, 64, cardinality=4, width=32)
    right = resnet.Bottleneck(256, 64, cardinality=32, width=4)
    with pytest.raises(RuntimeError, match="size mismatch"):
        swapped.load_state_dict(right.state_dict())


def test_later_stages_keep_the_stride_out_of_the_first_convolution():
    ours, reference = small_pair(stride_first)
    images = pictures(3, 3, 16)
    assert differences(ours, reference, images, check_settings=False)


# The three forms of figure 3


def build(form, seed, **changes):
    return randomize(FORMS[form](**{**SHAPE, **changes}), seed)


def images_for(block):
    draw = torch.Generator().manual_seed(8)
    return torch.randn(3, 16, 6, 6, generator=draw, dtype=torch.float64)


def step(block, x):
    """Do one step of gradient descent; return the outputs before it."""
    block.train()
    output = block(x)
    draw = torch.Generator().manual_seed(9)
    weights = torch.randn(output.shape, generator=draw, dtype=output.dtype)
    (output * weights).sum().backward()
    with torch.no_grad():
        for parameter in block.parameters():
            parameter -= 0.1 * parameter.grad
    return output


def largest_gap(one, other):
    """Return the largest difference of outputs, gradients and buffers."""
    x = images_for(one)
    pairs = [(one.eval()(x), other.eval()(x)), (step(one, x), step(other, x))]
    tensors = map(resnext.tensors_by_branch, (one, other))
    pairs += zip(*tensors, strict=True)
    return max((a - b).detach().abs().max().item() for a, b in pairs)


@pytest.mark.parametrize("source, target", list(permutations(FORMS, 2)))
@pytest.mark.parametrize("changes", [{}, {"channels": 4, "stride": 1}])
def test_the_three_forms_are_equal(source, target, changes):
    one, other = build(source, 1, **changes), build(target, 2, **changes)
    assert largest_gap(build(source, 1, **changes), other) > 0.1
    other = build(target, 2, **changes)
    resnext.copy_weights(one, other)
    assert largest_gap(one, other) < 1e-10
    assert count(one) == count(other)


def mutant_order(block):
    """The branches are concatenated in reverse."""
    block.branches = nn.ModuleList(reversed(block.branches))


def mutant_norm_in_branch(block):
    """The last norm acts on each branch and not on their sum."""
    block.forward = lambda x: block.relu(
        sum(block.bn3(b(x)) for b in block.branches) + block.downsample(x)
    )


def mutant_missing_relu(block):
    block.branches[1][5] = nn.Identity()


@pytest.mark.parametrize(
    "form, break_it",
    [
        ("b", mutant_order),
        ("a", mutant_norm_in_branch),
        ("a", mutant_missing_relu),
        ("b", mutant_missing_relu),
    ],
)
def test_mutants_of_the_forms(form, break_it):
    one, other = build("c", 1), build(form, 2)
    resnext.copy_weights(one, other)
    break_it(other)
    x = images_for(one)
    assert not torch.allclose(one.eval()(x), other.eval()(x))


def test_blocks_of_other_sizes_are_refused():
    one = resnext.Branches(16, 8, cardinality=4, width=3)
    other = resnext.EarlyConcatenation(16, 8, cardinality=3, width=4)
    with pytest.raises(CourseError, match="differ in size"):
        resnext.copy_weights(one, other)


# Parameters and multiply-accumulates against the paper


def convolutions(model):
    return sum(
        m.weight.numel() for m in model.modules() if isinstance(m, nn.Conv2d)
    )


def without_norms(model):
    norms = [m for m in model.modules() if isinstance(m, nn.BatchNorm2d)]
    return count(model) - sum(count(m) for m in norms)


def test_weights_of_a_block():
    # Section 3.3: 256 64 + 3 3 64 64 + 64 256 and
    # C (256 d + 3 3 d d + d 256) with C = 32 and d = 4, "about 70k" each.
    shape = {"in_channels": 256, "channels": 64}
    assert convolutions(resnet.Bottleneck(**shape)) == 69_632
    for form in FORMS.values():
        block = form(**shape, cardinality=32, width=4)
        assert convolutions(block) == 70_144
    # The identity shortcut: 256 maps come in and go out.
    assert isinstance(block.downsample, nn.Identity)


def test_parameters_and_macs_of_table_1():
    # 25.5 M and 4.1 billion for ResNet-50, 25.0 M and 4.2 billion for
    # ResNeXt-50. The ResNet-50 here has the stride in the 3x3 convolution,
    # hence 4.1 and not the 3.8 of 1512.03385. Norms are not counted: with
    # them ResNet-50 has 25.557 M, which would be printed as 25.6.
    paper = {"resnet50": (25.5, 4.1), "resnext50_32x4d": (25.0, 4.2)}
    for name, (millions, billions) in paper.items():
        network = on_meta(name)
        assert round(without_norms(network) / 1e6, 1) == millions
        assert round(macs(network, 224) / 1e9, 1) == billions
    assert count(on_meta("resnet50")) == 25_557_032
    assert count(on_meta("resnext50_32x4d")) == 25_028_904
    assert count(on_meta("resnext101_32x8d")) == 88_791_336


def test_parameters_of_table_7():
    # 34.4 M for 8x64d, 68.1 M for 16x64d, norms not counted.
    assert round(without_norms(on_meta("resnext29_8x64d")) / 1e6, 1) == 34.4
    with torch.device("meta"):
        wide = resnext.SmallResNeXt(16, 64)
    assert round(without_norms(wide) / 1e6, 1) == 68.1
    assert round(count(wide) / 1e6, 1) == 68.2
    assert 250_000 < count(on_meta("resnext_mini_32")) < 280_000
    for name in ("resnext29_8x64d", "resnext29_4x16d", "resnext_mini_32"):
        layers = [
            m
            for m in on_meta(name).modules()
            if isinstance(m, (nn.Conv2d, nn.Linear))
        ]
        assert len(layers) == 29 + 3  # three projections are not counted


def test_depth_is_checked():
    for depth in (2, 20 + 1, 28):
        with pytest.raises(CourseError, match="9n"):
            resnext.SmallResNeXt(4, 4, depth=depth)
