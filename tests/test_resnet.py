"""ResNets: against torchvision, and against transcriptions of the papers."""

import pytest
import torch
import torchvision
from networks import count, macs, on_meta, pictures
from reference import differences, randomize, settings
from torch import nn
from torch.nn import functional as F
from torchvision.models import resnet as theirs

from cnncourse.architectures import create, resnet, resnet_small
from cnncourse.errors import CourseError

DEPTHS = (18, 34, 50, 101, 152)


def pair(name):
    """Return our network and torchvision's, with the same random weights."""
    reference = randomize(getattr(torchvision.models, name)(num_classes=5))
    ours = create(name, num_classes=5).double()
    ours.load_state_dict(reference.state_dict(), strict=True)
    return ours, reference


def small_pair(block=resnet.Bottleneck, change=lambda reference: None):
    """Return two networks of six bottlenecks that share their weights."""
    reference = theirs.ResNet(theirs.Bottleneck, [2, 2, 1, 1], 5)
    change(reference)
    ours = resnet.ResNet(block, (2, 2, 1, 1), num_classes=5).double()
    ours.load_state_dict(randomize(reference).state_dict(), strict=True)
    return ours, reference


# ImageNet networks against torchvision


@pytest.mark.parametrize("name", ["resnet18", "resnet50"])
def test_equal_to_torchvision(name):
    assert differences(*pair(name), pictures()) == []


@pytest.mark.parametrize("depth", DEPTHS)
def test_keys_shapes_and_settings_are_torchvisions(depth):
    with torch.device("meta"):
        ours = create(f"resnet{depth}")
        reference = getattr(torchvision.models, f"resnet{depth}")()
    shapes = [
        {k: v.shape for k, v in m.state_dict().items()}
        for m in (ours, reference)
    ]
    assert shapes[0] == shapes[1]
    assert list(shapes[0]) == list(shapes[1])
    assert settings(ours) == settings(reference)


@pytest.mark.parametrize("name", ["resnet18", "resnet50"])
@pytest.mark.parametrize("zero", [False, True])
def test_the_same_seed_draws_the_same_weights(name, zero):
    torch.manual_seed(3)
    ours = create(name, num_classes=5, zero_init_residual=zero).state_dict()
    torch.manual_seed(3)
    reference = getattr(torchvision.models, name)(
        num_classes=5, zero_init_residual=zero
    )
    for key, tensor in reference.state_dict().items():
        assert torch.equal(ours[key], tensor), key


def test_a_block_with_a_last_scale_of_zero_passes_its_input_on():
    model = resnet.ResNet(
        resnet.Bottleneck, (2, 1, 1, 1), 5, zero_init_residual=True
    ).eval()
    x = torch.randn(2, 256, 6, 6)
    assert torch.equal(model.layer1[1](x), x.relu())
    model = resnet.ResNet(resnet.Bottleneck, (2, 1, 1, 1), 5).eval()
    assert not torch.allclose(model.layer1[1](x), x.relu())


def missing_relu(model):
    model.layer1[1].relu = nn.Identity()


def wrong_epsilon(model):
    model.layer2[1].bn2.eps = 1e-3


def wrong_momentum(model):
    model.layer2[1].bn2.momentum = 0.01


def projection_without_norm(model):
    class WithoutNorm(nn.Sequential):
        def forward(self, x):
            return self[0](x)

    model.layer3[0].downsample = WithoutNorm(*model.layer3[0].downsample)


def relu_before_addition(model):
    model.layer1[0].bn3.register_forward_hook(lambda m, x, y: y.relu())


def ceil_mode(model):
    model.maxpool.ceil_mode = True


def shortcut_of_another_place(model):
    model.layer2[0].downsample.register_forward_pre_hook(
        lambda m, x: (x[0].roll(1, -1),)
    )


@pytest.mark.parametrize(
    "break_it",
    [
        missing_relu,
        wrong_epsilon,
        wrong_momentum,
        projection_without_norm,
        relu_before_addition,
        ceil_mode,
        shortcut_of_another_place,
    ],
)
def test_mutants_differ_from_torchvision(break_it):
    ours, reference = small_pair()
    break_it(ours)
    assert differences(ours, reference, pictures(), check_settings=False)


def stride_first(reference):
    for block in reference.modules():
        if isinstance(block, theirs.Bottleneck):
            block.conv1.stride, block.conv2.stride = block.conv2.stride, (1, 1)


def test_version_1_has_the_stride_in_the_first_convolution():
    images = pictures()
    assert differences(*small_pair(), images) == []
    v1 = small_pair(resnet.BottleneckV1, stride_first)
    assert differences(*v1, images) == []
    published = small_pair(resnet.Bottleneck, stride_first)
    assert differences(*published, images, check_settings=False)
    later = small_pair(resnet.BottleneckV1)
    assert differences(*later, images, check_settings=False)
    assert create("resnet50_v1").layer3[0].conv1.stride == (2, 2)


# Shortcuts A and C against torchvision with another `downsample`


class PaddedIdentity(nn.Module):
    """Shortcut A, written as in the Lua code of 2016."""

    def __init__(self, stride, factor):
        super().__init__()
        self.stride, self.factor = stride, factor

    def forward(self, x):
        x = F.avg_pool2d(x, 1, self.stride)
        return torch.cat([x, *[0 * x] * (self.factor - 1)], 1)


def with_shortcut_a(reference):
    for layer in (1, 2, 3, 4):
        stride, factor = (1, 4) if layer == 1 else (2, 2)
        first = getattr(reference, f"layer{layer}")[0]
        first.downsample = PaddedIdentity(stride, factor)


def with_shortcut_c(reference):
    for block in reference.modules():
        if isinstance(block, theirs.Bottleneck) and not block.downsample:
            maps = block.conv3.out_channels
            block.downsample = nn.Sequential(
                nn.Conv2d(maps, maps, 1, bias=False), nn.BatchNorm2d(maps)
            )


@pytest.mark.parametrize(
    "shortcut, change", [("A", with_shortcut_a), ("C", with_shortcut_c)]
)
def test_shortcuts_a_and_c(shortcut, change):
    reference = theirs.ResNet(theirs.Bottleneck, [2, 2, 1, 1], 5)
    change(reference)
    ours = resnet.ResNet(
        resnet.Bottleneck, (2, 2, 1, 1), 5, shortcut=shortcut
    ).double()
    ours.load_state_dict(randomize(reference).state_dict(), strict=True)
    assert differences(ours, reference, pictures()) == []
    if shortcut == "A":
        ours.layer2[0].downsample.extra = 0
        ours.layer2[0].downsample.register_forward_hook(
            lambda m, x, y: F.pad(y, (0, 0, 0, 0, 256, 0))
        )
    else:
        ours.layer1[1].downsample[0] = nn.Conv2d(256, 256, 1).double()
    assert differences(ours, reference, pictures(), check_settings=False)


def test_unknown_shortcut():
    with pytest.raises(CourseError, match="one of 'A', 'B', 'C'"):
        create("resnet18", shortcut="D")


# Parameters and multiply-accumulates against the papers


def test_macs_of_table_1():
    # Table 1 of 1512.03385: 1.8, 3.6, 3.8, 7.6 and 11.3 billion. It counts
    # multiply-adds, has shortcut A in the nets of 18 and 34 layers, and
    # the stride of a bottleneck in its first convolution.
    paper = {18: 1.8, 34: 3.6, 50: 3.8, 101: 7.6, 152: 11.3}
    later = {18: 1.81, 34: 3.66, 50: 4.09, 101: 7.80, 152: 11.51}
    parameters = {
        18: 11_689_512,
        34: 21_797_672,
        50: 25_557_032,
        101: 44_549_160,
        152: 60_192_808,
    }
    for depth, billions in paper.items():
        block, blocks = resnet.TABLE_1[depth]
        shortcut = "A" if block is resnet.BasicBlock else "B"
        if block is resnet.Bottleneck:
            block = resnet.BottleneckV1
        with torch.device("meta"):
            published = resnet.ResNet(block, blocks, shortcut=shortcut)
        # The counts for 50 and 101 are 3.86 and 7.57; the paper has 3.8.
        assert macs(published, 224) / 1e9 == pytest.approx(billions, abs=0.07)
        network = on_meta(f"resnet{depth}")
        assert round(macs(network, 224) / 1e9, 2) == later[depth]
        assert count(network) == parameters[depth]


def test_parameters_of_table_6():
    # 1512.03385, table 6, in millions.
    paper = {20: 0.27, 32: 0.46, 44: 0.66, 56: 0.85, 110: 1.7, 1202: 19.4}
    for depth, millions in paper.items():
        digits = 1 if millions > 1 else 2
        network = on_meta(f"resnet{depth}")
        assert round(count(network) / 1e6, digits) == millions
        layers = [
            m
            for m in network.modules()
            if isinstance(m, (nn.Conv2d, nn.Linear))
        ]
        assert len(layers) == depth
    assert round(count(on_meta("resnet18_32")) / 1e6, 1) == 11.2
    assert macs(on_meta("resnet20"), 32) == 40_551_040
    # The gates double the weights of a highway layer.
    assert round(count(on_meta("highway20")) / 1e6, 2) == 0.51


@pytest.mark.parametrize("name", ["plain20", "resnet20", "preact_resnet20"])
def test_the_size_matched_networks_have_equal_sizes(name):
    # Pre-activation moves every norm one convolution on, so none is lost.
    assert count(on_meta(name)) == 269_722
    assert macs(on_meta(name), 32) == macs(on_meta("resnet20"), 32)


def test_a_plain_network_has_the_layers_of_its_residual_twin():
    plain, residual = create("plain56"), create("resnet56")
    plain.load_state_dict(residual.state_dict(), strict=True)
    x = torch.randn(2, 3, 32, 32)
    assert not torch.allclose(plain.eval()(x), residual.eval()(x))


# Small networks against transcriptions of the papers


class Transcription(nn.Module):
    """The weights of one of our networks, and a function that uses them."""

    def __init__(self, model, compute):
        super().__init__()
        self.compute = compute
        for name, parameter in model.named_parameters():
            copy = nn.Parameter(parameter.detach().clone())
            self.register_parameter(name.replace(".", "/"), copy)
        for name, buffer in model.named_buffers():
            self.register_buffer(name.replace(".", "/"), buffer.clone())

    def forward(self, x):
        return self.compute(self, x)

    def get(self, name):
        return getattr(self, name.replace(".", "/"), None)

    def conv(self, x, name, stride=1):
        weight, bias = self.get(f"{name}.weight"), self.get(f"{name}.bias")
        return F.conv2d(x, weight, bias, stride, weight.shape[-1] // 2)

    def norm(self, x, name):
        return F.batch_norm(
            x,
            self.get(f"{name}.running_mean"),
            self.get(f"{name}.running_var"),
            self.get(f"{name}.weight"),
            self.get(f"{name}.bias"),
            self.training,
            0.1,
            1e-5,
        )


def option_a(x, stride):
    if stride == 1:
        return x
    x = x[:, :, ::2, ::2]
    return torch.cat([x, torch.zeros_like(x)], 1)


def plain(net, x, at, stride, opening):
    h = F.relu(net.norm(net.conv(x, at + "conv1", stride), at + "bn1"))
    return F.relu(net.norm(net.conv(h, at + "conv2"), at + "bn2"))


def original(net, x, at, stride, opening):
    h = F.relu(net.norm(net.conv(x, at + "conv1", stride), at + "bn1"))
    h = net.norm(net.conv(h, at + "conv2"), at + "bn2")
    return F.relu(option_a(x, stride) + h)


def norm_after(net, x, at, stride, opening):
    h = F.relu(net.norm(net.conv(x, at + "conv1", stride), at + "bn1"))
    h = option_a(x, stride) + net.conv(h, at + "conv2")
    return F.relu(net.norm(h, at + "bn2"))


def relu_before(net, x, at, stride, opening):
    return option_a(x, stride) + plain(net, x, at, stride, opening)


def relu_only(net, x, at, stride, opening):
    h = net.norm(net.conv(F.relu(x), at + "conv1", stride), at + "bn1")
    h = net.norm(net.conv(F.relu(h), at + "conv2"), at + "bn2")
    return option_a(x, stride) + h


def full(net, x, at, stride, opening):
    h = F.relu(net.norm(x, at + "bn1"))
    x = h if opening else x
    h = net.conv(h, at + "conv1", stride)
    h = net.conv(F.relu(net.norm(h, at + "bn2")), at + "conv2")
    return option_a(x, stride) + h


# fmt: off
ORDERS = {
    "plain": plain, "original": original, "BN after addition": norm_after,
    "ReLU before addition": relu_before, "ReLU-only": relu_only,
    "full pre-activation": full,
}
# fmt: on


def transcribe(model, order):
    """Return the network of 14 layers, two units in each stage."""

    def compute(net, x):
        x = net.conv(x, "conv")
        if order != "full pre-activation":
            x = F.relu(net.norm(x, "stem.0"))
        for stage in (1, 2, 3):
            for unit in (0, 1):
                stride = 2 if stage > 1 and unit == 0 else 1
                at = f"stage{stage}.{unit}."
                x = ORDERS[order](net, x, at, stride, unit == 0)
        if order == "full pre-activation":
            x = net.norm(x, "tail.0")
        x = x if order == "ReLU before addition" else F.relu(x)
        return F.linear(
            x.mean((2, 3)), net.get("head.weight"), net.get("head.bias")
        )

    return Transcription(model, compute)


def fourteen(order):
    model = resnet_small.SmallResNet(order, 14, num_classes=5, width=4)
    return randomize(model)


@pytest.mark.parametrize("order", ORDERS)
def test_orders_against_their_transcription(order):
    assert list(ORDERS) == list(resnet_small.ORDERS)
    ours, images = fourteen(order), pictures(3, 3, 16)
    reference = transcribe(ours, order)
    assert differences(ours, reference, images, check_settings=False) == []


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("other", ORDERS)
def test_no_order_equals_another(order, other):
    if order == other:
        return
    ours, images = fourteen(order), pictures(3, 3, 16)
    reference = transcribe(ours, order)
    unit = resnet_small.ORDERS[other][1]
    for module in (ours.stage2[1], ours.stage3[1]):
        module.__class__ = unit
        if unit is not resnet_small.Plain and order == "plain":
            module.downsample = nn.Identity()
    assert differences(ours, reference, images, check_settings=False)


def no_final_norm(model):
    model.tail[0].forward = lambda x: x


def no_final_relu(model):
    model.tail[1] = nn.Identity()


def opening_that_splits_first(model):
    model.stage2[0].__class__ = resnet_small.PreActivation


def zeros_in_front(model):
    model.stage2[0].downsample.register_forward_hook(
        lambda m, x, y: y.roll(m.extra, 1)
    )


def average_instead_of_every_second(model):
    model.stage2[0].downsample.register_forward_hook(
        lambda m, x, y: F.pad(F.avg_pool2d(x[0], 2), (0, 0, 0, 0, 0, m.extra))
    )


def epsilon(model):
    model.stage3[1].bn2.eps = 1e-3


def late_stride(model):
    unit = model.stage3[0]
    unit.conv1.stride, unit.conv2.stride = (1, 1), (2, 2)


@pytest.mark.parametrize(
    "break_it",
    [
        no_final_norm,
        no_final_relu,
        opening_that_splits_first,
        zeros_in_front,
        average_instead_of_every_second,
        epsilon,
        late_stride,
    ],
)
def test_mutants_of_the_pre_activation_network(break_it):
    ours, images = fourteen("full pre-activation"), pictures(3, 3, 16)
    reference = transcribe(ours, "full pre-activation")
    break_it(ours)
    assert differences(ours, reference, images, check_settings=False)


def test_depth_and_order_are_checked():
    for depth in (2, 18, 21):
        with pytest.raises(CourseError, match="6n"):
            resnet_small.SmallResNet("original", depth)
    with pytest.raises(CourseError, match="full pre-activation"):
        resnet_small.SmallResNet("full preactivation", 20)


def highway(net, x):
    for stage, layers in enumerate((6, 5, 5)):
        x = F.relu(net.conv(x, f"stages.{stage}.0", 2 if stage else 1))
        for layer in range(2, 2 + layers):
            at = f"stages.{stage}.{layer}."
            gate = torch.sigmoid(net.conv(x, at + "gate"))
            new = F.relu(net.conv(x, at + "conv"))
            x = gate * new + (1 - gate) * x
    return F.linear(
        x.mean((2, 3)), net.get("head.weight"), net.get("head.bias")
    )


class AddedGate(resnet_small.HighwayLayer):
    def forward(self, x):
        return self.sigmoid(self.gate(x)) * self.relu(self.conv(x)) + x


class SwappedGate(resnet_small.HighwayLayer):
    def forward(self, x):
        gate = self.sigmoid(self.gate(x))
        return (1 - gate) * self.relu(self.conv(x)) + gate * x


def test_highway_against_its_transcription():
    ours = randomize(create("highway20", num_classes=5))
    reference, images = Transcription(ours, highway), pictures(2, 3, 16)
    assert differences(ours, reference, images, check_settings=False) == []
    layer = ours.stages[1][3]
    for mutant in (AddedGate, SwappedGate):
        layer.__class__ = mutant
        assert differences(ours, reference, images, check_settings=False)
    layer.__class__ = resnet_small.HighwayLayer
    layer.sigmoid = nn.Tanh()
    assert differences(ours, reference, images, check_settings=False)


def test_a_new_highway_carries_more_than_it_transforms():
    layer = create("highway20").stages[0][2]
    gates = layer.sigmoid(layer.gate(torch.zeros(1, 16, 8, 8)))
    assert gates.mean().item() == pytest.approx(0.047, abs=1e-3)  # sigmoid(-3)
    layer = create("highway20", gate_bias=-10.0).stages[0][2]
    x = torch.rand(1, 16, 8, 8)
    assert torch.allclose(layer(x), x, atol=0.02)


def test_resnet18_32_is_resnet18_behind_another_stem():
    reference = theirs.resnet18(num_classes=10)
    reference.conv1 = nn.Conv2d(3, 64, 3, 1, 1, bias=False)
    reference.maxpool = nn.Identity()
    ours = create("resnet18_32").double()
    ours.load_state_dict(randomize(reference).state_dict(), strict=True)
    assert differences(ours, reference, pictures(2, 3, 16)) == []
    ours.maxpool = nn.MaxPool2d(3, 2, 1)
    assert differences(ours, reference, pictures(2, 3, 16))
    # Drawn like the other convolutions: variance 2 / (9 x 64).
    fresh = create("resnet18_32").conv1.weight
    assert fresh.std().item() == pytest.approx((2 / 576) ** 0.5, rel=0.1)


def projections(model):
    shortcuts = [unit.downsample for unit in units(model)]
    return sum(isinstance(s, nn.Sequential) for s in shortcuts)


def units(model):
    stages = model.stage1, model.stage2, model.stage3
    return [unit for stage in stages for unit in stage]


@pytest.mark.parametrize(
    ("order", "wanted"),
    [("original", 0), ("shortcut B", 2), ("shortcut C", 6)],
)
def test_shortcuts_of_the_variants(order, wanted):
    assert projections(fourteen(order)) == wanted


def test_a_scale_of_zero_starts_as_the_identity():
    x = torch.rand(3, 8, 9, 9)
    for order, same in (("zero scale", True), ("original", False)):
        model = create("resnet20", order=order, width=8, depth=14)
        assert torch.equal(model.stage1(x), x) == same
    assert projections(model) == 0


def test_group_norm_needs_no_batch():
    images = pictures(4, 3, 16).float()
    for order, alone in (("group norm", True), ("original", False)):
        model = create("resnet20", order=order, width=8, depth=8).train()
        one, all_of_them = model(images[:1]), model(images)
        assert torch.allclose(one, all_of_them[:1], atol=1e-5) == alone
    model = create("resnet20", order="group norm", width=8, depth=8)
    kinds = [type(m).__name__ for m in model.modules()]
    assert kinds.count("WeightStandardizedConv2d") == 6
    assert "BatchNorm2d" not in kinds
