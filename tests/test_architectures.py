"""What holds for every network of the course."""

import inspect
import re
from functools import partial

import pytest
import torch
from networks import on_meta
from torch import fx
from torch.nn import functional as F

from cnncourse import architectures, summary, training
from cnncourse.architectures import create, info, names
from cnncourse.datasets.shapes import scenes, shapes
from cnncourse.errors import CourseError

# 1202 layers are built, counted and run once; more would take minutes.
NOT_TOO_DEEP = [name for name in names() if name != "resnet1202"]
SMALL = [name for name in NOT_TOO_DEEP if info(name).input_size[1] <= 64]
# Why not: plain networks this deep do not fit in so few steps, which is the
# degradation that they are there to show.
DEGRADED = {"plain44", "plain56", "plain110"}
OTHER_TASKS = {"unet_mini_64", "autoencoder_32"}
CLASSIFIERS = [n for n in SMALL if n not in DEGRADED | OTHER_TASKS]
RATES = {"alexnet_32": 1e-3, "vgg16_bn_32": 1e-3}


def outputs_of(result):
    """Return the tensors a network gives, auxiliary ones too."""
    if isinstance(result, torch.Tensor):
        return [result]
    return [t for t in result if isinstance(t, torch.Tensor)]


def test_names_are_in_order_and_unique():
    assert names()[:2] == ["lenet5", "lenet5_modern"]
    assert len(names()) == len(set(names()))


@pytest.mark.parametrize("name", names())
def test_entry_is_complete(name):
    entry = info(name)
    published = int(re.search(r"\b(19|20)\d\d\b", entry.paper)[0])
    # The year on a preprint may be the year before.
    assert published - 1 <= entry.year <= published
    assert "doi:" in entry.paper or "arXiv:" in entry.paper
    options = inspect.signature(entry.build).parameters
    kinds = {option.kind for option in options.values()}
    assert inspect.Parameter.VAR_KEYWORD not in kinds
    assert len(options) <= 6


@pytest.mark.parametrize("name", names())
def test_smallest_is_true(name):
    """Runs at its smallest size, and refuses one pixel less."""
    entry = info(name)
    model = on_meta(name).eval()
    channels, height, width = entry.input_size
    side = (height, width) if entry.fixed else (entry.smallest,) * 2
    assert outputs_of(model(torch.zeros(2, channels, *side, device="meta")))
    smaller = torch.zeros(2, channels, side[0] - 1, side[1] - 1)
    with pytest.raises(CourseError, match=name):
        model(smaller.to("meta"))


@pytest.mark.parametrize("name", NOT_TOO_DEEP)
def test_other_classes_and_channels(name):
    entry = info(name)
    options = inspect.signature(entry.build).parameters
    given = {"num_classes": 7, "in_channels": 2}
    given = {k: v for k, v in given.items() if k in options}
    model = on_meta(name, **given).eval()
    channels = given.get("in_channels", entry.input_size[0])
    images = torch.zeros(2, channels, *entry.input_size[1:], device="meta")
    if "num_classes" in given:
        assert outputs_of(model(images))[0].shape[:2] == (2, 7)


@pytest.mark.parametrize("name", NOT_TOO_DEEP)
def test_traces(name):
    model = on_meta(name).eval()
    traced = fx.symbolic_trace(model)
    entry = info(name)
    images = torch.zeros(1, *entry.input_size, device="meta")
    ours, theirs = (outputs_of(m(images)) for m in (model, traced))
    assert [t.shape for t in ours] == [t.shape for t in theirs]


@pytest.mark.parametrize("name", NOT_TOO_DEEP)
def test_every_parameter_gets_a_gradient(name):
    """Auxiliary heads count: all outputs of training are used."""
    model, entry = on_meta(name).train(), info(name)
    images = torch.zeros(2, *entry.input_size, device="meta")
    sum(t.square().mean() for t in outputs_of(model(images))).backward()
    without = [n for n, p in model.named_parameters() if p.grad is None]
    assert not without


# Parameters and MACs of what torchvision lacks; the families' own tests
# compare them with papers. Here they stand so that no change goes unseen.
COUNTS = {
    "lenet5": (60_000, 415_680),
    "lenet5_modern": (61_706, 416_520),
    "alexnet_2012": (60_965_224, 724_406_816),
    "zfnet": (62_357_608, 1_168_032_896),
    "alexnet_32": (1_026_666, 24_851_456),
    "vgg16_c": (133_638_952, 11_770_888_192),
    "vgg16_bn_32": (14_728_266, 313_201_664),
    "vgg_mini_32": (279_882, 29_197_568),
    "googlenet_2014": (13_378_280, 1_582_671_872),
    "googlenet_mini_32": (256_826, 77_474_304),
    "inception_bn": (11_188_288, 1_934_857_216),
    "inception_v4": (42_679_816, 12_253_974_624),
    "inception_resnet_v2": (55_843_464, 13_155_794_016),
    "resnet50_v1": (25_557_032, 3_857_973_248),
    "highway20": (513_834, 78_299_776),
    "resnet18_32": (11_173_962, 555_422_720),
    "plain20": (269_722, 40_551_040),
    "plain32": (464_154, 68_862_592),
    "plain44": (658_586, 97_174_144),
    "plain56": (853_018, 125_485_696),
    "plain110": (1_727_962, 252_887_680),
    "resnet20": (269_722, 40_551_040),
    "resnet32": (464_154, 68_862_592),
    "resnet44": (658_586, 97_174_144),
    "resnet56": (853_018, 125_485_696),
    "resnet110": (1_727_962, 252_887_680),
    "resnet1202": (19_421_274, 2_829_238_912),
    "preact_resnet20": (269_722, 40_551_040),
    "preact_resnet56": (853_018, 125_485_696),
    "preact_resnet110": (1_727_962, 252_887_680),
    "resnext29_8x64d": (34_426_698, 5_387_266_048),
    "resnext29_4x16d": (3_172_426, 493_561_856),
    "resnext_mini_32": (268_466, 41_937_408),
    "bit_resnet50x1": (25_549_352, 4_089_184_256),
    "densenet121_32": (6_956_298, 888_350_720),
    "densenet_bc_100_12": (769_162, 287_929_692),
    "densenet_bc_mini_32": (264_586, 105_819_852),
    "se_resnet18": (11_778_592, 1_814_160_384),
    "se_resnet34": (21_958_868, 3_663_918_592),
    "se_resnet50": (28_088_024, 4_091_699_200),
    "se_resnet101": (49_326_872, 7_806_148_608),
    "se_resnet152": (66_821_848, 11_520_204_800),
    "se_resnet18_32": (11_263_042, 555_509_760),
    "se_resnet_mini_32": (272_095, 40_553_056),
    "mobilenet_v2_32": (2_236_682, 87_976_448),
    "unet": (31_030_658, 150_428_424_448),
    "unet_padded": (31_030_658, 192_384_335_872),
    "unet_mini_64": (485_826, 47_874_048),
    "autoencoder_32": (113_699, 3_567_616),
}


@pytest.mark.parametrize("name", COUNTS)
def test_parameters_and_macs(name):
    assert summary.cost(on_meta(name), info(name).input_size) == COUNTS[name]


# fmt: off
LARGE = [
    "googlenet", "inception_bn", "inception_v3", "bit_resnet50x1",
    "squeezenet1_1", "shufflenet_v2_x0_5", "efficientnet_b0", "se_resnet50",
]
# fmt: on


@pytest.mark.parametrize("name", [*SMALL, *LARGE])
def test_evaluation_is_deterministic(name):
    torch.manual_seed(0)
    model, entry = create(name).eval(), info(name)
    side = entry.input_size[1] if name in SMALL else max(entry.smallest, 64)
    images = torch.randn(2, entry.input_size[0], side, side)
    with torch.no_grad():
        first, second = model(images), model(images)
    pairs = zip(outputs_of(first), outputs_of(second), strict=True)
    assert all(torch.equal(a, b) for a, b in pairs)


def train(model, images, targets, criterion, done, lr=3e-3, steps=60):
    """Take steps on one batch; return whether `done` came true."""
    optimizer = torch.optim.AdamW(model.parameters(), lr)
    for _ in range(steps):
        outputs = outputs_of(model(images))
        if done(outputs[0]):
            return True
        optimizer.zero_grad()
        sum(criterion(output, targets) for output in outputs).backward()
        optimizer.step()
    return False


@pytest.mark.slow
@pytest.mark.parametrize("name", CLASSIFIERS)
def test_overfits_two_dozen_pictures(name):
    torch.manual_seed(0)
    model, entry = create(name).train(), info(name)
    side = 16 if entry.smallest <= 16 else entry.input_size[1]
    drawn = shapes(24, size=side, seed=0)
    images = torch.from_numpy(drawn.images)[:, : entry.input_size[0]]
    images = (images.float() - 128) / 64
    labels = torch.from_numpy(drawn.labels)
    criterion = partial(training.Recipe().loss, model)

    def learned(outputs):
        return bool((training.predict(model, outputs) == labels).all())

    lr = RATES.get(name, 3e-3)
    assert train(model, images, labels, criterion, learned, lr)


@pytest.mark.slow
def test_unet_overfits_scenes():
    torch.manual_seed(0)
    drawn = scenes(24, size=32, seed=0)
    images = (torch.from_numpy(drawn.images).float() - 128) / 64
    masks = (torch.from_numpy(drawn.masks) > 0).long()

    def learned(outputs):
        hit = (outputs.argmax(1) == 1) & (masks == 1)
        either = (outputs.argmax(1) == 1) | (masks == 1)
        return hit.sum() / either.sum() > 0.9

    model = create("unet_mini_64").train()
    assert train(model, images, masks, F.cross_entropy, learned, steps=200)


@pytest.mark.slow
def test_autoencoder_overfits_pictures():
    torch.manual_seed(0)
    pictures = torch.from_numpy(shapes(24, size=32, seed=0).images) / 255
    spread = (pictures - pictures.mean(0)).square().mean()

    def learned(outputs):
        return (outputs - pictures).square().mean() < spread / 2

    model = create("autoencoder_32").train()
    assert train(model, pictures, pictures, F.mse_loss, learned)


def test_unknown_names_suggest_the_nearest():
    with pytest.raises(CourseError, match="did you mean lenet5"):
        create("lenet6")
    with pytest.raises(CourseError, match="did you mean num_classes"):
        create("lenet5_modern", num_clases=3)
    with pytest.raises(CourseError, match="at least 1"):
        create("lenet5_modern", num_classes=0)


def test_package_exports_the_registry():
    assert architectures.create is create
