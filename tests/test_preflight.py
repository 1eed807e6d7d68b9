"""What is wrong is said before training starts, with a way out."""

import copy
from dataclasses import replace

import pytest
import torch
from torch import nn

from cnncourse import datasets, training
from cnncourse.architectures import create
from cnncourse.augmentation import Augment, Crop, Flip, Hue
from cnncourse.datasets import Split
from cnncourse.errors import CourseError
from cnncourse.training import Recipe, loop, preflight, processes

ONCE = Recipe(epochs=1, batch_size=16)
DIGITS = datasets.load("digits", train=40, validation=20)
COLOR = datasets.load("shapes", size=8, train=40, validation=20)
SCENES = datasets.load("scenes", size=32, train=8, validation=4)


def dense(inputs=64, outputs=10):
    torch.manual_seed(0)
    return nn.Sequential(nn.Flatten(), nn.Linear(inputs, outputs))


def part(images=None, labels=None):
    """Return the training digits with other pictures or labels."""
    given = {"images": images, "labels": labels}
    return forged(
        DIGITS.train, **{k: v for k, v in given.items() if v is not None}
    )


def with_(**parts):
    return forged(DIGITS, **parts)


def forged(thing, **fields):
    """Return a copy with other fields, past the door of its class."""
    made = copy.copy(thing)
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made


def refuses(words, model=None, data=DIGITS, recipe=ONCE, **options):
    """Check that `fit` says these words and leaves the weights alone."""
    model = dense() if model is None else model
    state = model.state_dict() if isinstance(model, nn.Module) else {}
    before = copy.deepcopy(state)
    with pytest.raises(CourseError, match=words):
        training.fit(model, data, recipe, **options)
    for name, tensor in before.items():
        if isinstance(tensor, nn.UninitializedParameter) or tensor.is_meta:
            continue
        assert torch.equal(tensor, state[name])
        assert state[name].is_contiguous()


# What was given
@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("model='x' was given; expected a network.*create", {"model": "x"}),
        ("model=Linear was given; expected a net", {"model": nn.Linear}),
        ("model has no weights", {"model": nn.Flatten()}),
        ("cannot take pictures of shape", {"model": nn.Conv3d(1, 10, 3)}),
        ("data='digits' was given; expected a Data", {"data": "digits"}),
        ("data=a Split was given.*datasets.load", {"data": DIGITS.train}),
        ("recipe={'lr': 1} was given; expected a Rec", {"recipe": {"lr": 1}}),
        ("seed=-1 was given.*try seed=0", {"seed": -1}),
        ("seed=4294967296 was given", {"seed": 2**32}),
        ("seed=True was given", {"seed": True}),
        (r"seed=1\.0 was given", {"seed": 1.0}),
        ("augment='flip' was given; expected a func", {"augment": "flip"}),
        ("device is 'gpu'; expected one of cpu", {"device": "gpu"}),
        ("device is 'meta'", {"device": "meta"}),
        ("device=0 was given; expected cpu, cuda or", {"device": 0}),
        ("device=10{30} was given", {"device": 10**30}),
        ("device is 'cpu:1', .*PyTorch sees 1 of", {"device": "cpu:1"}),
        ("folder=3 was given; expected a path", {"folder": 3}),
        ("folder is empty", {"folder": ""}),
        ("folder cannot be used .*null", {"folder": "a\0b"}),
        ("folder cannot be used .*too long", {"folder": "x" * 300}),
    ],
)
def test_arguments_are_refused_by_name(words, given):
    refuses(words, **given)


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU")
@pytest.mark.parametrize("device", ["cuda", "cuda:0"])
def test_a_gpu_that_is_not_there(device):
    refuses("PyTorch sees 0 of that kind; leave it out", device=device)


def test_a_folder_that_cannot_be_one(tmp_path):
    file = tmp_path / "runs"
    file.touch()
    refuses("folder is the file 'runs'; expected a folder", folder=file)
    refuses("folder cannot be used .Not a dir", folder=file / "first")


def test_networks_without_values():
    lazy = nn.Sequential(nn.Flatten(), nn.LazyLinear(10))
    refuses("model has lazy layers.*send one batch", lazy)
    with torch.device("meta"):
        model = dense()
    refuses("model lies on the meta device", model)
    model = dense()
    model.register_buffer("mean", torch.zeros(1, device="meta"))
    refuses("model lies on the meta device", model)
    refuses("no weights that learn", dense().requires_grad_(False))


# The data
NAN = torch.full((40, 1, 8, 8), torch.nan)
LABELS = DIGITS.train.labels
PICTURES = DIGITS.train.images


@pytest.mark.parametrize(
    ("words", "data"),
    [
        ("classes=None was given; expected", with_(classes=None)),
        ("mean=None was given", with_(mean=None)),
        (r"mean=\(nan,\) was given", with_(mean=(float("nan"),))),
        (r"std=\(0,\) was given", with_(std=(0,))),
        (r"std=\('1',\) was", with_(std=("1",))),
        (r"mean=\(0.5, 0.5, 0.5\) .*1 channels", with_(mean=(0.5,) * 3)),
        (r"std=\(0.5, 0.5\) .*a number for each", with_(std=(0.5, 0.5))),
        (
            "train=.* was given; expected a Split",
            with_(train=(PICTURES, LABELS)),
        ),
        ("test=None was given; expected a Split", with_(test=None)),
        ("images=a ndarray was given", with_(train=part(PICTURES.numpy()))),
        (r"images is .* torch\.float32; expected", with_(train=part(NAN))),
        (
            r"images is a tensor .* torch\.float32.*255 \* images",
            with_(train=part(PICTURES / 255)),
        ),
        (
            r"images is a tensor of shape \(40, 8, 8\) and torch\.uint8",
            with_(train=part(PICTURES[:, 0])),
        ),
        (
            r"cannot take pictures of shape \(1, 0, 8\)",
            with_(train=part(PICTURES[:, :, :0])),
        ),
        (
            r"labels is .* torch\.float32; .*labels\.long",
            with_(train=part(labels=LABELS.float())),
        ),
        (
            r"labels is .* \(39,\) and torch\.int64 for 40 pictures",
            with_(train=part(labels=LABELS[1:])),
        ),
        (
            r"labels is a tensor of shape \(\)",
            with_(train=part(labels=LABELS[0])),
        ),
        (
            r"shape \(40, 10\).*argmax\(1\) of zeros",
            with_(train=part(labels=nn.functional.one_hot(LABELS, 10))),
        ),
        ("labels holds -1; classes", with_(train=part(labels=LABELS - 1))),
        (r"data\.train holds no pictures", with_(train=DIGITS.train[:0])),
        (r"data\.test holds no pictures", with_(test=DIGITS.train[:0])),
        (
            "labels hold the class 10, and digits has 10 classes",
            with_(validation=part(labels=LABELS + 1)),
        ),
    ],
)
def test_data_that_no_batch_can_be_made_of(words, data):
    refuses(words, data=data)


@pytest.mark.parametrize("outputs", [1, 3])
def test_one_class_trains(outputs):
    parts = {
        name: Split(
            getattr(DIGITS, name).images, getattr(DIGITS, name).labels * 0
        )
        for name in ("train", "validation", "test")
    }
    data = replace(DIGITS, classes=("all",), **parts)
    recipe = Recipe(epochs=20, batch_size=16, lr=0.1)
    history = training.fit(dense(outputs=outputs), data, recipe)
    assert history.test_accuracy == 100
    recipe = replace(recipe, mixup=0.2)
    if outputs == 1:
        assert training.fit(dense(64, 1), data, recipe).test_accuracy == 100
    else:
        refuses("mixup makes labels for 1 classes", dense(64, 3), data, recipe)


# The network and the pictures
class Says(nn.Module):
    """A linear layer whose outputs are changed."""

    def __init__(self, change):
        super().__init__()
        self.linear, self.change = nn.Linear(64, 10), change

    def forward(self, x):
        return self.change(self.linear(x.flatten(1)))


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("The network returns a dict; expected a ten", lambda y: {"y": y}),
        (r"returns a tensor of shape \(2,\) and", lambda y: y.argmax(1)),
        (r"outputs is .* \(2, 0\) .*expected floats", lambda y: y[:, :0]),
        (r"outputs is torch\.int64", lambda y: y.long()),
        (r"answers of shape \(1,\) .*one answer a pic", lambda y: y[:1]),
        (r"cannot take pictures of shape \(1, 8, 8\) \(div", lambda y: 1 / 0),
    ],
)
def test_answers_that_are_none(words, change):
    refuses(words, Says(change))


def test_networks_that_do_not_fit_the_pictures():
    wrong = "5 outputs, but digits has labels up to 9.*num_classes=10"
    refuses(wrong, dense(outputs=5))
    enlarged = datasets.load("digits", size=32, train=8)
    refuses(wrong, create("lenet5_modern", num_classes=5), enlarged)
    wrong = r"cannot take pictures of shape \(3, 8, 8\) .*in_channels="
    refuses(wrong, dense(), COLOR)
    colored = nn.Sequential(nn.Conv2d(3, 2, 3), nn.Flatten())
    refuses("cannot take pictures of shape .1, 8, 8. .*channels", colored)
    small = datasets.load("digits", size=28, train=8)
    refuses("32x32", create("lenet5"), small)
    refuses("need a network like unet", create("resnet20"), SCENES)
    refuses("dtype|type", dense().double())


def test_parts_of_other_sizes():
    """Found before training, not after it."""
    wide = Split(
        COLOR.test.images[:, :1].repeat(1, 1, 2, 1), COLOR.test.labels
    )
    for name in ("validation", "test"):
        data = with_(**{name: wide})
        refuses(r"cannot take pictures of shape \(1, 16, 8\)", data=data)
        pooled = nn.Sequential(
            nn.Conv2d(1, 10, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten()
        )
        assert training.fit(pooled, data, ONCE).test_accuracy >= 0
    cut = Augment(Crop(6))
    refuses(r"shape \(1, 8, 8\)", dense(36), augment=cut)
    refuses(r"shape \(1, 6, 6\)", dense(64), augment=cut)


def test_recipes_that_do_not_fit():
    refuses(
        "patience=2 needs.*validation=",
        data=with_(validation=DIGITS.test[:0]),
        recipe=replace(ONCE, patience=2),
    )
    large = datasets.load("digits", size=32, train=8)
    for name in ("mixup", "cutmix", "label_smoothing"):
        refuses(
            f"{name}=0.5 was given, but the network brings its own loss",
            create("lenet5"),
            large,
            replace(ONCE, **{name: 0.5}),
        )
    unet = create("unet_mini_64", num_classes=len(SCENES.classes))
    refuses(
        "mixup was chosen for pixels", unet, SCENES, replace(ONCE, mixup=0.2)
    )
    refuses(
        "12 outputs and cutmix makes labels for 10 .*num_classes=10",
        dense(outputs=12),
        recipe=replace(ONCE, cutmix=0.2),
    )


def test_each_process_needs_a_picture(monkeypatch):
    monkeypatch.setattr(processes, "count", lambda: 17)
    with pytest.raises(CourseError, match=r"batch_size=16 was .* 17 pro"):
        preflight.check_recipe(ONCE, DIGITS)


def test_norms_share_their_statistics_on_gpus_only(monkeypatch):
    monkeypatch.setattr(processes, "count", lambda: 2)
    refuses(
        "sync_norms=True was given for several processes without a GPU",
        recipe=replace(ONCE, sync_norms=True),
    )


# Augmentation
@pytest.mark.parametrize(
    ("words", "augment"),
    [
        (r"augment failed on two pictures \(.*takes 1 pos", lambda x: x),
        (r"augment failed on two pictures \(divis", lambda x, g: 1 / 0),
        ("augment made None of 2 pictures", lambda x, g: None),
        ("augment made a tuple of 2", lambda x, g: (x, g)),
        (r"made a .* shape \(1, 1, 8, 8\) .* of 2", lambda x, g: x[:1]),
        (r"made a tensor of shape \(2, 8, 8\)", lambda x, g: x[:, 0]),
        (r"augment made torch\.int64; .*uint8", lambda x, g: x.long()),
        ("float32 from 0 to 255; .*from 0 to 1", lambda x, g: x.float()),
        ("float32 from -1 to 1", lambda x, g: x / 127.5 - 1),
        ("float32 from nan to nan", lambda x, g: x / 0 - x / 0),
        (r"shape \(3, 8, 8\)", lambda x, g: x.repeat(1, 3, 1, 1)),
        ("images of 1 channels", Augment(Hue(0.1))),
    ],
)
def test_augmentations_that_are_none(words, augment):
    refuses(words, augment=augment)


def test_augmentations_of_your_own_train():
    """Pictures between 0 and 1 are the same as those of 0 to 255."""
    losses = [
        training.fit(dense(), DIGITS, ONCE, augment=augment)["train_loss"]
        for augment in (
            None,
            lambda x, generator: x,
            lambda x, generator: x / 255,
            lambda x, generator: (x / 255).double(),
            lambda x, generator: x.flip(3),
        )
    ]
    assert losses[0] == losses[1] == pytest.approx(losses[2], rel=1e-5)
    assert losses[2] == pytest.approx(losses[3], rel=1e-5)
    assert losses[4] != pytest.approx(losses[0], rel=1e-3)


def test_labels_of_pixels_follow_an_augment_only():
    unet = create("unet_mini_64", num_classes=len(SCENES.classes))
    refuses(
        "cannot move the labels of pixels",
        unet,
        SCENES,
        augment=lambda x, g: x.flip(3),
    )
    recipe = Recipe(epochs=1, batch_size=8)
    history = training.fit(unet, SCENES, recipe, augment=Augment(Flip()))
    assert history.test_accuracy >= 0


# Batches of one picture
def narrow(kernel=8):
    """A norm over maps of 1x1 or, with a smaller kernel, larger ones."""
    torch.manual_seed(0)
    return nn.Sequential(
        nn.Conv2d(1, 4, kernel),
        nn.BatchNorm2d(4),
        nn.Dropout(0.5),
        nn.Flatten(),
        nn.Linear(4 * (9 - kernel) ** 2, 10),
    )


@pytest.mark.parametrize(
    ("size", "count", "remedy"),
    [
        (13, 40, "batch_size=14"),
        (39, 40, "batch_size=40"),
        (1, 40, "batch_size=2"),
        (16, 1, "load more"),
        (3, 4, "batch_size=4"),
    ],
)
def test_a_norm_needs_two_pictures(size, count, remedy):
    data = with_(train=DIGITS.train[:count])
    recipe = replace(ONCE, batch_size=size)
    words = f"batch_size={size} was given for {count} .*{remedy}"
    with pytest.raises(CourseError, match=words):
        training.fit(narrow(), data, recipe)
    wide = training.fit(narrow(7), data, recipe)  # four pixels are enough
    assert wide.test_accuracy >= 0
    if "=" in remedy:
        recipe = replace(ONCE, batch_size=int(remedy.split("=")[1]))
        assert training.fit(narrow(), data, recipe).test_accuracy >= 0


def test_processes_share_a_batch(monkeypatch):
    """What is advised gives every process two pictures, or all of them."""
    error = ValueError("Expected more than 1 value per channel")
    for number, size, count, words in (
        (2, 11, 36, "batch_size=12"),
        (2, 3, 36, "batch_size=4"),
        (3, 4, 36, "batch_size=6"),
        (3, 4, 34, "batch_size=7"),
        (3, 16, 36, "batch_size=17"),  # of two, every process gets both
    ):
        monkeypatch.setattr(processes, "count", lambda n=number: n)
        recipe = replace(ONCE, batch_size=size)
        said = preflight.explain(error, recipe, count, CPU)
        assert said.endswith(f"try {words}.")


def test_the_trial_changes_nothing(monkeypatch):
    """Random numbers, buffers and weights are those of a run without it."""
    augment = Augment(Flip(), Crop(padding=1))
    recipe = replace(ONCE, batch_size=13)  # the last batch holds one picture
    models = []
    for _ in range(2):
        models.append(narrow(7))
        training.fit(models[-1], DIGITS, recipe, augment=augment)
        monkeypatch.setattr(loop, "check_fit", lambda *_: None)
    first, second = (model.state_dict() for model in models)
    assert all(torch.equal(first[name], second[name]) for name in first)


# Memory
CPU = torch.device("cpu")
ERRORS = {
    "cuda": torch.OutOfMemoryError("CUDA out of memory. Tried to"),
    "cpu": RuntimeError("DefaultCPUAllocator: can't allocate memory: you"),
    "python": MemoryError(),
}


class Heavy(nn.Module):
    """Fails for more than some pictures, in training or always."""

    def __init__(self, most, error="cuda", always=False, backward=False):
        super().__init__()
        torch.manual_seed(0)
        self.norm, self.linear = nn.BatchNorm2d(1), nn.Linear(64, 10)
        self.most, self.error, self.always = most, ERRORS[error], always
        self.backward = backward

    def forward(self, x):
        x = self.linear(self.norm(x).flatten(1))
        if len(x) > self.most and (self.training or self.always):
            if not self.backward:
                raise self.error
            x.register_hook(self.fail)
        return x

    def fail(self, gradient):
        raise self.error


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("backward", [False, True])
@pytest.mark.parametrize(
    ("batch", "half"), [(16, 8), (128, 20), (11, 5), (2, 1)]
)
def test_a_batch_that_is_too_large(batch, half, error, backward):
    model = Heavy(min(batch, 40) - 1, error, backward=backward)
    recipe = replace(ONCE, batch_size=batch)
    words = f"batch_size={batch} needs more memory.*on cpu; try batch_size="
    with pytest.raises(CourseError, match=f"{words}{half}, ") as caught:
        training.fit(model, DIGITS, recipe)
    # Nothing keeps the memory that is to be used again.
    assert caught.value.__context__ is None
    assert all(p.grad is None for p in model.parameters())
    done = training.fit(model, DIGITS, replace(recipe, batch_size=half))
    assert done.test_accuracy >= 0


def test_not_even_one_picture():
    words = "batch_size=1 .*; try smaller pictures, or a smaller network"
    with pytest.raises(CourseError, match=words):
        training.fit(Heavy(0), DIGITS, replace(ONCE, batch_size=1))


def test_judging_takes_no_more_memory_than_training():
    model = Heavy(16, always=True)
    history = training.fit(model, DIGITS, ONCE)
    assert history.test_accuracy == training.evaluate(
        model, DIGITS, DIGITS.test, batch_size=16
    )
    with pytest.raises(CourseError, match="more memory than there is"):
        training.evaluate(model, DIGITS, DIGITS.test)


def test_two_pictures_that_do_not_fit():
    """Memory is short before training begins."""
    refuses("batch_size=16 needs more memory", Heavy(0, always=True))


def test_other_errors_of_a_network_are_told_with_their_cause():
    model = Heavy(5)
    model.error = RuntimeError("boom")
    words = r"The network failed in a training step \(boom\)"
    with pytest.raises(CourseError, match=words) as caught:
        training.fit(model, DIGITS, ONCE)
    assert caught.value.__cause__ is model.error
    assert all(p.is_contiguous() for p in model.parameters())
