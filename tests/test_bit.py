"""BiT: against timm, with the weights paired one by one."""

import pytest
import timm
import torch
from reference import copy_by_order, differences, randomize
from test_resnet import count, macs, on_meta, pictures
from timm.layers import StdConv2d
from torch import nn
from torch.nn import functional as F

from cnncourse.architectures import bit, create
from cnncourse.architectures.norms import WeightStandardizedConv2d

CLASSES = 5


def like_ours(reference, num_classes=CLASSES):
    """Give timm's network our head, order of children, and epsilon."""
    reference.head = nn.Sequential(
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(reference.num_features, num_classes),
    )
    for module in reference.modules():
        if "downsample" in module._modules:
            projection = module._modules.pop("downsample")
            module._modules["downsample"] = projection
        if isinstance(module, StdConv2d):
            assert module.eps == 1e-8
            module.eps = 1e-10
    return reference


def small_pair():
    """Return two networks of five bottlenecks that share their weights."""
    reference = like_ours(
        timm.models.resnetv2._create_resnetv2_bit(
            "resnetv2_50x1_bit", layers=[1, 2, 1, 1], num_classes=CLASSES
        )
    )
    ours = bit.BiTResNet((1, 2, 1, 1), 1, num_classes=CLASSES).double()
    copy_by_order(randomize(reference), ours)
    return ours, reference


def test_equal_to_timm():
    reference = timm.create_model(
        "resnetv2_50x1_bit", pretrained=False, num_classes=CLASSES
    )
    reference = randomize(like_ours(reference))
    ours = create("bit_resnet50x1", num_classes=CLASSES).double()
    copy_by_order(reference, ours)
    assert differences(ours, reference, pictures(2, 3, 24)) == []


@pytest.mark.parametrize("width", [1, 3])
def test_shapes_are_timms_at_any_width(width):
    with torch.device("meta"):
        ours = bit.BiTResNet((3, 4, 6, 3), width)
        reference = timm.create_model(f"resnetv2_50x{width}_bit")
        like_ours(reference, num_classes=1000)
    assert [p.shape for p in ours.parameters()] == [
        p.shape for p in reference.parameters()
    ]


class RawProjection(bit.OpeningBottleneck):
    def forward(self, x):
        return self.projection(x) + self.residual(self.relu1(self.norm1(x)))


class UnbiasedVariance(WeightStandardizedConv2d):
    def forward(self, x):
        var, mean = torch.var_mean(self.weight, (1, 2, 3), keepdim=True)
        weight = (self.weight - mean) / (var + self.eps).sqrt()
        return self._conv_forward(x, weight, self.bias)


def raw_projection(model):
    model.stage2[0].__class__ = RawProjection


def unbiased_variance(model):
    model.stage1[0].conv1.__class__ = UnbiasedVariance


def ordinary_convolution(model):
    model.stage2[1].conv2.forward = lambda x: F.conv2d(
        x, model.stage2[1].conv2.weight, padding=1
    )


def wrong_epsilon(model):
    model.stage2[1].norm2.eps = 1e-3


def wrong_kernel_epsilon(model):
    model.stage2[1].conv2.eps = 1e-5


def sixteen_groups(model):
    model.stage3[0].norm2.num_groups = 16


def stride_in_first_convolution(model):
    block = model.stage2[0]
    block.conv1.stride, block.conv2.stride = (2, 2), (1, 1)


def border_of_minus_infinity(model):
    model.border = nn.ConstantPad2d(1, float("-inf"))


def no_final_norm(model):
    model.norm.forward = lambda x: x


def no_final_relu(model):
    model.relu = nn.Identity()


@pytest.mark.parametrize(
    "break_it",
    [
        raw_projection,
        unbiased_variance,
        ordinary_convolution,
        wrong_epsilon,
        wrong_kernel_epsilon,
        sixteen_groups,
        stride_in_first_convolution,
        border_of_minus_infinity,
        no_final_norm,
        no_final_relu,
    ],
)
def test_mutants_differ_from_timm(break_it):
    ours, reference = small_pair()
    break_it(ours)
    assert differences(
        ours, reference, pictures(2, 3, 24), check_settings=False
    )


def test_the_small_pair_is_equal():
    assert differences(*small_pair(), pictures(2, 3, 24)) == []


def test_no_statistics_of_the_batch():
    model = create("bit_resnet50x1", num_classes=CLASSES).train()
    assert not list(model.buffers())
    x = pictures(2, 3, 32).float()
    with torch.no_grad():
        alone, together = model(x[:1]), model(x)[:1]
    assert torch.allclose(alone, together, atol=1e-4)


def test_scale_and_shift_of_a_kernel_do_not_matter():
    model = bit.BiTResNet((1, 1, 1, 1), 1, num_classes=CLASSES).double()
    x = pictures(1, 3, 32)
    before = model(x)
    with torch.no_grad():
        for module in model.modules():
            if isinstance(module, nn.Conv2d):
                module.weight.mul_(3).add_(0.1)
    assert torch.allclose(model(x), before, rtol=1e-4, atol=1e-5)


def test_parameters_and_macs():
    # timm's table of models: 25.55 M for 50x1 and 217.32 M for 50x3.
    assert count(on_meta("bit_resnet50x1")) == 25_549_352
    with torch.device("meta"):
        wide = bit.BiTResNet((3, 4, 6, 3), 3)
    assert count(wide) == 217_319_080
    # The layers are those of ResNet-50 v1.5, so are the MACs; the projections
    # have no norm, but there is a norm before the average.
    network = on_meta("bit_resnet50x1")
    assert macs(network, 224) == macs(on_meta("resnet50"), 224)
