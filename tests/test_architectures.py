"""What holds for every network of the course."""

import inspect
import re

import pytest
import torch
from torch import fx
from torch.nn import functional as F

from cnncourse import architectures, training
from cnncourse.architectures import create, info, names
from cnncourse.errors import CourseError
from cnncourse.shapes import scenes, shapes

SMALL = [
    name
    for name in names()
    if info(name).input_size[1] <= 64 and name != "resnet1202"
]
# Why not: unable to fit in so few steps is what these two are there to show.
DEGRADED = {"plain56", "plain110"}
OTHER_TASKS = {"unet_mini_64", "autoencoder_32"}
CLASSIFIERS = [n for n in SMALL if n not in DEGRADED | OTHER_TASKS]
RATES = {"alexnet_32": 1e-3, "vgg16_bn_32": 1e-3}


def on_meta(name, **options):
    with torch.device("meta"):
        return create(name, **options)


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


@pytest.mark.parametrize("name", names())
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


@pytest.mark.parametrize("name", names())
def test_traces(name):
    model = on_meta(name).eval()
    traced = fx.symbolic_trace(model)
    entry = info(name)
    images = torch.zeros(1, *entry.input_size, device="meta")
    ours, theirs = (outputs_of(m(images)) for m in (model, traced))
    assert [t.shape for t in ours] == [t.shape for t in theirs]


@pytest.mark.parametrize("name", SMALL)
def test_every_parameter_gets_a_gradient(name):
    torch.manual_seed(0)
    model = create(name).train()
    images = torch.randn(4, *info(name).input_size)
    sum(t.square().mean() for t in outputs_of(model(images))).backward()
    without = [n for n, p in model.named_parameters() if p.grad is None]
    assert not without


@pytest.mark.parametrize("name", SMALL)
def test_evaluation_is_deterministic(name):
    torch.manual_seed(0)
    model = create(name).eval()
    images = torch.randn(2, *info(name).input_size)
    with torch.no_grad():
        first, second = model(images), model(images)
    pairs = zip(outputs_of(first), outputs_of(second), strict=True)
    assert all(torch.equal(a, b) for a, b in pairs)


def train(model, images, targets, criterion, done, lr=3e-3, steps=60):
    """Take up to 60 steps on one batch; return whether `done` came true."""
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
    criterion = training.criterion_of(model)

    def learned(outputs):
        return bool((training.predict(model, outputs) == labels).all())

    lr = RATES.get(name, 3e-3)
    assert train(model, images, labels, criterion, learned, lr)


@pytest.mark.slow
def test_unet_overfits_scenes():
    torch.manual_seed(0)
    drawn = scenes(8, size=64, seed=0)
    images = (torch.from_numpy(drawn.images).float() - 128) / 64
    masks = (torch.from_numpy(drawn.masks) > 0).long()

    def learned(outputs):
        hit = (outputs.argmax(1) == 1) & (masks == 1)
        either = (outputs.argmax(1) == 1) | (masks == 1)
        return hit.sum() / either.sum() > 0.9

    model = create("unet_mini_64").train()
    assert train(model, images, masks, F.cross_entropy, learned)


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
