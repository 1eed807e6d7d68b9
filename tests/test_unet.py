"""U-Net against a transcription of figure 1; the autoencoder against one."""

import copy
import math

import pytest
import torch
from networks import count, macs
from reference import differences, randomize
from torch import nn
from torch.nn import functional as F

from cnncourse.architectures import create
from cnncourse.architectures.autoencoder import AutoEncoder32
from cnncourse.architectures.unet import (
    BilinearUp,
    NoSkip,
    PaddedBlock,
    Skip,
    UNet,
    UpConv,
)
from cnncourse.errors import CourseError


def pictures(*shape):
    draw = torch.Generator().manual_seed(0)
    return torch.randn(shape, generator=draw).double()


class Transcription(nn.Module):
    """Takes our weights one after the other, in the order of `order`."""

    def __init__(self, ours):
        super().__init__()
        self.p = nn.ParameterList(
            p.detach().clone() for p in ours.parameters()
        )

    def layer(self, index):
        return self.p[2 * index], self.p[2 * index + 1]


class Figure1(Transcription):
    """Figure 1 of the paper, arrow by arrow, sizes of its 572 asserted.

    Layers 0 to 9 go down, 10 to 13 are the green arrows, 14 to 21 go up
    again, 22 is the last one: the paper counts 23 convolutions.
    """

    pad = 0
    crops = (4, 16, 40, 88)  # 64->56, 136->104, 280->200, 568->392

    def twice(self, x, first):
        for index in (first, first + 1):
            x = F.relu(F.conv2d(x, *self.layer(index), padding=self.pad))
        return x

    def forward(self, x):
        copies = []
        for stage in range(4):
            copies.append(self.twice(x, 2 * stage))
            x = F.max_pool2d(copies[-1], 2)
        x = F.dropout(self.twice(x, 8), 0.5, self.training)
        for stage in range(4):
            x = F.conv_transpose2d(x, *self.layer(10 + stage), stride=2)
            gray = F.pad(copies[3 - stage], [-self.crops[stage]] * 4)
            x = self.twice(torch.cat([gray, x], 1), 14 + 2 * stage)
        return F.conv2d(x, *self.layer(22))


class PaddedFigure1(Figure1):
    pad, crops = 1, (0, 0, 0, 0)


@pytest.fixture(scope="module")
def narrow():
    return randomize(UNet(width=2))


def test_equals_figure_1(narrow):
    images = pictures(2, 1, 188, 204)
    assert not differences(
        narrow, Figure1(narrow), images, check_settings=False
    )


def test_padded_equals_figure_1_with_padding():
    ours = randomize(UNet(in_channels=3, width=2, block=PaddedBlock))
    images = pictures(2, 3, 48, 32)
    reference = PaddedFigure1(ours)
    assert not differences(ours, reference, images, check_settings=False)


class OtherOrder(Skip):
    def forward(self, encoded, x):
        return super().forward(encoded, x).roll(x.shape[1], 1)


class Corner(Skip):
    def forward(self, encoded, x):
        return torch.cat([encoded[:, :, : x.shape[2], : x.shape[3]], x], 1)


def no_relu(net):
    net.decoder[1][1] = nn.Identity()


def average(net):
    net.pools[2] = nn.AvgPool2d(2)


def other_dropout(net):
    net.dropout = nn.Dropout(0.4)


def one_other_order(net):
    net.skips[2] = OtherOrder()


def one_corner(net):
    net.skips[3] = Corner()


def swapped_stages(net):
    net.ups[0].weight.data = net.ups[0].weight.data.flip(2)


@pytest.mark.parametrize(
    "mutate",
    [
        no_relu,
        average,
        other_dropout,
        one_other_order,
        one_corner,
        swapped_stages,
    ],
)
def test_mutants(narrow, mutate):
    wrong = copy.deepcopy(narrow)
    mutate(wrong)
    images = pictures(2, 1, 188, 188)
    assert differences(wrong, Figure1(narrow), images, check_settings=False)


def test_sizes_of_figure_1():
    """572 to 388, with the sizes printed beside the arrows on the way."""
    with torch.device("meta"):
        net = create("unet")
        seen = []
        parts = [*net.encoder, *net.ups, *net.skips, *net.decoder, net.output]
        for part in parts:
            part.register_forward_hook(
                lambda _m, _i, output: seen.append(tuple(output.shape[1:3]))
            )
        output = net(torch.empty(1, 1, 572, 572))
    assert output.shape == (1, 2, 388, 388)
    assert seen == [
        (64, 568),
        (128, 280),
        (256, 136),
        (512, 64),
        (1024, 28),
        (512, 56),
        (1024, 56),
        (512, 52),
        (256, 104),
        (512, 104),
        (256, 100),
        (128, 200),
        (256, 200),
        (128, 196),
        (64, 392),
        (128, 392),
        (64, 388),
        (2, 388),
    ]


def test_parameters_and_macs():
    """The paper prints neither; 23 is its own count of convolutions."""
    with torch.device("meta"):
        net, padded = create("unet"), create("unet_padded")
        mini = create("unet_mini_64")
        smooth = create("unet_mini_64", upsampling=BilinearUp)
        bare = create("unet_mini_64", skip=NoSkip)
    kinds = nn.Conv2d | nn.ConvTranspose2d
    assert sum(isinstance(m, kinds) for m in net.modules()) == 23
    assert count(net) == count(padded) == 31_030_658
    assert count(mini) == 485_826
    assert count(smooth) == 540_226
    assert count(bare) == 436_866
    assert macs(net, 572, 1) == 150_428_424_448
    assert macs(padded, 512, 1) == 192_384_335_872
    assert macs(mini, 64, 3) == 47_874_048
    # By hand: the up-convolutions use each weight once per pixel they read.
    ups = sum(
        (1024 >> s) * (512 >> s) * 4 * (28, 52, 100, 196)[s] ** 2
        for s in range(4)
    )
    assert ups == macs(net.ups[0], 28, 1024) + sum(
        macs(net.ups[s], n, 1024 >> s)
        for s, n in ((1, 52), (2, 100), (3, 196))
    )


def test_valid_and_padded_share_their_weights():
    with torch.device("meta"):
        weights = create("unet").state_dict()
        create("unet_padded").load_state_dict(weights, assign=True)


@pytest.mark.parametrize("upsampling", [UpConv, BilinearUp])
def test_upsampling_doubles_the_size_and_halves_the_maps(upsampling):
    assert upsampling(6)(torch.randn(1, 6, 5, 7)).shape == (1, 3, 10, 14)


def test_bilinear_upsampling_treats_all_pixels_alike():
    """A flat map stays flat inside; a fresh up-convolution stripes it."""
    flat = torch.ones(1, 8, 6, 6)
    inside = BilinearUp(8)(flat)[..., 2:-2, 2:-2]
    assert inside.std((2, 3)).max() < 1e-6
    assert UpConv(8)(flat)[..., 2:-2, 2:-2].std((2, 3)).min() > 1e-3


@pytest.mark.parametrize("skip, informed", [(Skip, True), (NoSkip, False)])
def test_without_skips_all_passes_the_bottom(skip, informed):
    net = UNet(width=2, block=PaddedBlock, skip=skip).eval()
    net.encoder[4].register_forward_hook(lambda _m, _i, out: out * 0)
    a, b = net(torch.randn(1, 1, 32, 32)), net(torch.randn(1, 1, 32, 32))
    assert torch.equal(a, b) != informed


def test_without_skips_equals_plain_layers():
    net = UNet(width=2, block=PaddedBlock, skip=NoSkip).eval()
    x = images = torch.randn(1, 1, 32, 48)
    for stage in range(4):
        x = F.max_pool2d(net.encoder[stage](x), 2)
    x = net.encoder[4](x)
    for stage in range(4):
        x = net.decoder[stage](net.ups[stage](x))
    torch.testing.assert_close(net(images), net.output(x))


def test_initial_deviation_is_sqrt_2_over_fan_in():
    torch.manual_seed(0)
    net = UNet(width=16)
    for layer in net.modules():
        if isinstance(layer, nn.Conv2d | nn.ConvTranspose2d):
            fan_in = layer.in_channels * (
                1
                if isinstance(layer, nn.ConvTranspose2d)
                else math.prod(layer.kernel_size)
            )
            wanted = math.sqrt(2 / fan_in)
            error = 4 / math.sqrt(layer.weight.numel())
            assert layer.weight.std().item() == pytest.approx(
                wanted, rel=error
            )
            assert not layer.bias.any()


def test_signals_keep_their_size():
    """What section 3 asks of the initial weights."""
    torch.manual_seed(0)
    net = UNet(width=16, block=PaddedBlock).eval()
    sizes = []
    for block in [*net.encoder, *net.decoder]:
        block[2].register_forward_hook(
            lambda _m, _i, out: sizes.append(out.std().item())
        )
    net(torch.randn(4, 1, 64, 64))
    assert 0.3 < min(sizes) < max(sizes) < 8


@pytest.mark.parametrize(
    "name, size, wanted",
    [
        ("unet", (572, 570), "Pad the side of 570 to 572"),
        ("unet", (588, 573), "Pad the side of 573 to 588"),
        ("unet_padded", (64, 40), "Pad the side of 40 to 48"),
        ("unet_mini_64", (17, 32), "Pad the side of 17 to 32"),
    ],
)
def test_sizes_that_do_not_halve_are_refused(name, size, wanted):
    with torch.device("meta"):
        net = create(name)
        images = torch.empty(1, 3 if "mini" in name else 1, *size)
        with pytest.raises(CourseError, match=wanted):
            net(images)


def test_too_small_a_picture_says_what_fits():
    net = UNet(width=1)
    with pytest.raises(CourseError, match="Pad the side of 100 to 188"):
        net(torch.zeros(1, 1, 188, 100))


def test_what_is_no_picture_reaches_the_other_checks():
    with pytest.raises(CourseError, match=r"images\[None\]"):
        create("unet_mini_64")(torch.zeros(3, 64, 64))


def test_every_parameter_learns_with_every_option():
    options = [
        {"upsampling": BilinearUp},
        {"skip": NoSkip},
        {"num_classes": 5},
    ]
    for option in options:
        net = create("unet_mini_64", width=2, **option).eval()
        output = net(torch.randn(2, 3, 32, 32))
        assert output.shape == (2, option.get("num_classes", 2), 32, 32)
        output.square().sum().backward()
        assert all(p.grad is not None for p in net.parameters())
        assert all(p.grad.isfinite().all() for p in net.parameters())


class Plan(Transcription):
    """The autoencoder as functions: three halvings, a vector, three doublings.

    Repetition is written with indexing, not with an upsampling layer.
    """

    def forward(self, x):
        for index in (0, 1, 2):
            x = F.conv2d(x, *self.layer(index), stride=2, padding=1).relu()
        latent = F.linear(x.reshape(len(x), -1), *self.layer(3))
        x = F.linear(latent, *self.layer(4)).relu()
        x = x.reshape(len(x), -1, 4, 4)
        for index in (5, 6, 7):
            twice = torch.arange(2 * x.shape[-1]) // 2
            x = x[:, :, twice][:, :, :, twice]
            x = F.conv2d(x, *self.layer(index), padding=1)
            x = x.relu() if index < 7 else x
        return x


@pytest.fixture(scope="module")
def autoencoder():
    return randomize(AutoEncoder32(width=4, latent=6))


def test_autoencoder_equals_its_plan(autoencoder):
    images = pictures(3, 3, 32, 32)
    plan = Plan(autoencoder)
    assert not differences(autoencoder, plan, images, check_settings=False)


@pytest.mark.parametrize(
    "part, index, wrong",
    [
        ("encoder", 3, nn.Identity()),
        ("decoder", 1, nn.Identity()),
        ("decoder", 3, nn.Upsample(scale_factor=2, mode="bilinear")),
        ("encoder", 1, nn.Tanh()),
    ],
)
def test_mutants_of_the_autoencoder(autoencoder, part, index, wrong):
    mutant = copy.deepcopy(autoencoder)
    getattr(mutant, part)[index] = wrong
    images, plan = pictures(3, 3, 32, 32), Plan(autoencoder)
    assert differences(mutant, plan, images, check_settings=False)


def test_autoencoder_parameters_and_macs():
    with torch.device("meta"):
        net = create("autoencoder_32")
    assert count(net) == 113_699
    assert macs(net, 32, 3) == 3_567_616


def test_encode_and_decode_make_the_reconstruction():
    net = create("autoencoder_32", in_channels=1, latent=5)
    images = torch.rand(2, 1, 32, 32)
    latent = net.encode(images)
    assert latent.shape == (2, 5)
    torch.testing.assert_close(net(images), net.decode(latent))
    assert net(images).shape == images.shape


def test_a_defect_is_rebuilt_worse_than_what_was_learned():
    torch.manual_seed(0)
    phase = 2 * math.pi * torch.rand(32, 1, 1, 1)
    stripes = torch.sin(torch.arange(32) / 3 + phase).expand(-1, 1, 32, -1)
    net = AutoEncoder32(in_channels=1, latent=8, width=8)
    optimizer = torch.optim.AdamW(net.parameters(), 3e-3)
    for _ in range(100):
        loss = F.mse_loss(net(stripes), stripes)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    damaged = stripes.clone()
    damaged[:, :, 12:18, 12:18] = 1.5
    with torch.no_grad():
        normal = (net(stripes) - stripes).square().mean((1, 2, 3))
        defect = (net(damaged) - damaged).square().mean((1, 2, 3))
    assert normal.mean() < 0.15  # the pictures' variance is a half
    assert (defect > normal).float().mean() > 0.9
