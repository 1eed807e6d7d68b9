"""What holds for every network of the course."""

import copy
import inspect
import io
import re
from functools import partial

import numpy as np
import pytest
import torch
from networks import on_meta
from torch import fx, nn
from torch.nn import functional as F

from cnncourse import architectures, summary, training
from cnncourse.architectures import (
    bit,
    blocks,
    create,
    densenet,
    efficientnet,
    inception,
    info,
    lenet,
    names,
    norms,
    resnet,
    resnext,
    shufflenet,
    vgg,
)
from cnncourse.datasets.shapes import scenes, shapes
from cnncourse.doors import is_door
from cnncourse.errors import CourseError

# 1202 layers are built, counted and run once; more would take minutes.
NOT_TOO_DEEP = [name for name in names() if name != "resnet1202"]
SMALL = [name for name in NOT_TOO_DEEP if info(name).input_size[1] <= 64]
# Why not: plain networks this deep do not fit in so few steps, which is the
# degradation that they are there to show.
DEGRADED = {"plain44", "plain56", "plain110"}
OTHER_TASKS = {"unet_mini_64", "autoencoder_32"}
CLASSIFIERS = [n for n in SMALL if n not in DEGRADED | OTHER_TASKS]
RATES = {
    "context_net": 2e-2,
    "alexnet_32": 1e-3,
    "alexnet_columns_32": 1e-3,
    "vgg16_bn_32": 1e-3,
}


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
    """Runs at its smallest size, and refuses one pixel less.

    The pictures may be given by name, but as one batch and under its name.
    """
    entry = info(name)
    model = on_meta(name).eval()
    channels, height, width = entry.input_size
    side = (height, width) if entry.fixed else (entry.smallest,) * 2
    images = torch.zeros(2, channels, *side, device="meta")
    assert outputs_of(model(x=images))
    for args, kwargs in (
        ((), {}),
        ((images, images), {}),
        ((), {"y": images}),
    ):
        with pytest.raises(CourseError, match=r"model\(images\)"):
            model(*args, **kwargs)
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
    "alexnet_columns_32": (938_346, 15_512_576),
    "alexnet_mini_16": (55_754, 1_585_792),
    "vgg16_c": (133_638_952, 11_770_888_192),
    "vgg16_bn_32": (14_728_266, 313_201_664),
    "vgg_mini_32": (279_882, 29_197_568),
    "tower": (18_594, 152_384),
    "googlenet_2014": (13_378_280, 1_582_671_872),
    "googlenet_mini_32": (256_826, 20_365_824),
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
    "gated_resnet_32": (45_854, 6_776_448),
    "context_net": (3_156, 586_496),
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
    kinds = {"num_classes": 10} if name == "context_net" else {}
    model, entry = create(name, **kinds).train(), info(name)
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
    with pytest.raises(CourseError, match="from 1 to"):
        create("lenet5_modern", num_classes=0)


# Wrong options: each goes to each option of each network.


class GivesNothing(nn.Module):
    """A layer of a student whose forward has no return."""

    def forward(self, x):
        pass


class Raises(nn.Module):
    """A layer of a student that cannot be built."""

    def __init__(self, *_):
        raise KeyError("no")


# fmt: off
WRONG = [
    None, True, False, -1, 0, 10**9, 2**63, 10**30, 1.5, -0.5, float("nan"),
    float("inf"), "3", "", "relu", "\udc80", b"3", 1j, [], [3], (0, 2), {},
    {1}, object(), torch.tensor(3), torch.ones(2), np.array([3]), nn.ReLU(),
    nn.Conv2d, nn.Flatten, nn.Module, int, print, GivesNothing, Raises,
    lambda *_: None, lambda *_: [3],
]
# fmt: on


def right(value, default):
    """Tell whether a value of WRONG is none: a switch, or in the limits."""
    if isinstance(default, bool):
        return isinstance(value, bool)
    if isinstance(default, float):
        inside = type(value) in (int, float) and -100 <= value <= 100
        return inside and (default < 0 or 0 <= value < 1)
    return False


@pytest.mark.parametrize("name", NOT_TOO_DEEP)
def test_wrong_options_are_refused_in_a_sentence(name):
    build = info(name).build
    assert is_door(build)
    for option, parameter in inspect.signature(build).parameters.items():
        for value in WRONG:
            if right(value, parameter.default):
                continue
            with pytest.raises(CourseError) as caught:
                on_meta(name, **{option: value})
            message = str(caught.value)
            assert "\n" not in message and len(message) < 400
            assert not message.startswith("There is no option")


def limits(parameter):
    """Return the least and the largest number that an option takes."""
    notes = parameter.annotation.__metadata__[0].metadata
    (least,) = (note.ge for note in notes if hasattr(note, "ge"))
    (most,) = (note.le for note in notes if hasattr(note, "le"))
    return least, most


def test_every_part_of_a_family_has_a_door():
    """Parts that are built by their own name, too, and their helpers."""
    modules = [m for m in vars(architectures).values() if inspect.ismodule(m)]
    assert len(modules) > 25
    parts = [
        thing
        for module in modules
        for name, thing in vars(module).items()
        if getattr(thing, "__module__", None) == module.__name__
        and not name.startswith("_")
        and (
            inspect.isfunction(thing)
            or "__init__" in getattr(thing, "__dict__", {})
        )
    ]
    assert len(parts) > 120
    assert [part for part in parts if not is_door(part)] == []


# One network of each builder.
# fmt: off
BUILDERS = [
    "lenet5_modern", "mlp", "alexnet_2012", "alexnet", "zfnet", "alexnet_32",
    "vgg19", "vgg_mini_32", "googlenet", "inception_bn", "inception_v3",
    "inception_v4", "resnet152", "highway20", "preact_resnet110",
    "resnext29_8x64d", "bit_resnet50x1", "densenet161", "se_resnet50",
    "se_resnet_mini_32", "squeezenet1_0", "mobilenet_v2", "unet",
    "shufflenet_v2_x2_0", "efficientnet_b0", "unet_mini_64", "autoencoder_32",
]
# fmt: on


@pytest.mark.parametrize("name", BUILDERS)
def test_the_largest_option_fits_into_a_laptop(name):
    """Less than 4 GB of weights, and the next number is refused."""
    for option, given in inspect.signature(
        info(name).build
    ).parameters.items():
        if type(given.default) is not int or option in ("depth", "window"):
            continue
        least, most = limits(given)
        try:
            model = on_meta(name, **{option: most})
        except CourseError as error:  # such as a gate without units
            assert option in ("reduction",), error
            continue
        assert 4 * sum(p.numel() for p in model.parameters()) < 4e9
        for wrong in (least - 1, most + 1):
            with pytest.raises(CourseError, match=f"{option}={wrong}"):
                on_meta(name, **{option: wrong})


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (partial(create, "resnext29_8x64d", depth=30), "9n . 2"),
        (partial(create, "se_resnet50", reduction=512), "between 1 and 256"),
        (
            partial(create, "googlenet", in_channels=1, transform_input=True),
            "red, green and blue",
        ),
        (partial(blocks.convolution, 6, 8, groups=4), "divisor of 6"),
        (partial(blocks.convolution, 6, 8, 4), "odd number"),
        (partial(resnet.ZeroPad, -3, 1), "extra=-3"),
        (partial(resnet.pad_if_needed, 8, 4, 1), "extra=-4"),
        (partial(shufflenet.ShuffleUnit, 7), "that 2 divides"),
        (partial(bit.PreActBottleneck, 48, 32), "that 32 divides"),
        (partial(resnext.Bottleneck32x4d, 64, 8), "that 16 divides"),
        (partial(lenet.TableConv2d, "X .\nX", 3), "equal rows"),
        (partial(lenet.TableConv2d, "X .\nX .", 3), "column without X"),
        (partial(norms.LayerNorm, (16_384, 16_384)), "16,777,216"),
        (partial(vgg.VGG, "conv2-64"), "conv3-64 maxpool"),
        (partial(inception.chain, 3, "3x3"), "1x1 64, 3x3 96"),
        (partial(densenet.DenseNet, print, 12, [2]), "builds no layer"),
        (
            partial(efficientnet.stages, efficientnet.Scaling("a", 1, 1)),
            "factors above 0",
        ),
        (
            partial(lenet.map_loss, torch.ones(3, 10), torch.tensor([1, 2])),
            "do not go together",
        ),
        (
            partial(lenet.map_loss, torch.ones(1, 10), torch.tensor([10])),
            "do not go together",
        ),
    ],
)
def test_what_does_not_go_together_is_refused(build, words):
    with pytest.raises(CourseError, match=words):
        build()


def test_without_memory_for_the_weights_it_says_so(monkeypatch):
    def build(*_, **__):
        raise RuntimeError("DefaultCPUAllocator: can't allocate memory")

    monkeypatch.setattr(nn.Linear, "__init__", build)
    with pytest.raises(CourseError, match="mlp needs more memory"):
        create("mlp")


# What a built network is called with


IMAGES = torch.zeros(2, 3, 32, 32)


@pytest.mark.parametrize(
    ("images", "words"),
    [
        (IMAGES.double(), r"images\.to\(torch\.float32\)"),
        (IMAGES.half(), r"images\.to\(torch\.float32\)"),
        (IMAGES.bool(), r"images\.float\(\) / 255"),
        (IMAGES.cfloat(), r"images\.abs\(\)"),
        (IMAGES.to("meta"), r'images\.to\("cpu"\)'),
        (IMAGES.to_sparse(), r"images\.to_dense\(\)"),
        (torch.nested.nested_tensor([*IMAGES]), "torch.stack"),
        (IMAGES.numpy(), "torch.stack"),
        (IMAGES[:0], "at least one picture"),
        (IMAGES[0], r"images\[None\]"),
        (None, "got None"),
    ],
)
def test_pictures_of_another_kind_are_refused(images, words):
    with pytest.raises(CourseError, match=words):
        create("vgg_mini_32")(images)


def test_precision_is_the_networks_own():
    model = create("vgg_mini_32").eval()
    assert model.double()(IMAGES.double()).dtype == torch.float64
    with pytest.raises(CourseError, match=r"images\.to\(torch\.float64\)"):
        model(IMAGES)
    with torch.autocast("cpu", torch.bfloat16):
        for images in (IMAGES, IMAGES.bfloat16()):
            assert model.float()(images).dtype == torch.bfloat16
        with pytest.raises(CourseError, match=r"images\.to"):
            model(IMAGES.double())


@pytest.mark.parametrize("name", ["vgg_mini_32", "se_resnet_mini_32"])
def test_a_whole_network_can_be_copied_and_stored(name):
    model, file = create(name).eval(), io.BytesIO()
    torch.save(model, file)
    file.seek(0)
    for twin in (copy.deepcopy(model), torch.load(file, weights_only=False)):
        assert torch.equal(twin(IMAGES), model(IMAGES))
        with pytest.raises(CourseError, match="model"):
            twin()


def test_package_exports_the_registry():
    assert architectures.create is create
