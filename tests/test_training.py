"""The loop learns, repeats itself, and keeps what it learned."""

import copy
import json
import math
import warnings
from dataclasses import asdict, fields, replace
from pathlib import Path
from statistics import mean, stdev

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from torch import nn

from cnncourse import datasets, evidence, runs, training
from cnncourse.architectures import create
from cnncourse.augmentation import Augment, Flip, Hue
from cnncourse.errors import CourseError
from cnncourse.runs import recording
from cnncourse.runs.plan import Plan
from cnncourse.training import History, Recipe

SHORT = Recipe(epochs=2, batch_size=32, lr=6e-3)


@pytest.fixture(scope="module")
def data():
    return datasets.load("digits", size=32, train=400)


def build():
    torch.manual_seed(3)
    return create("lenet5_modern")


def test_fit_learns(data):
    model = build()
    before = training.evaluate(model, data, data.test)
    history = training.fit(model, data, SHORT)
    assert before < 30 < 70 < history.test_accuracy
    assert history["train_loss"][1] < history["train_loss"][0]
    again = training.evaluate(model, data, data.test)
    assert history.test_accuracy == again


def test_same_seed_same_weights_other_seed_others(data):
    models = [build(), build(), build()]
    for model, seed in zip(models, (1, 1, 2), strict=True):
        training.fit(model, data, SHORT, seed=seed)
    first, same, other = (next(m.parameters()) for m in models)
    assert torch.equal(first, same)
    assert not torch.equal(first, other)


def test_the_1998_network_brings_its_loss_and_its_rule(data):
    torch.manual_seed(0)
    history = training.fit(create("lenet5"), data, Recipe(batch_size=32))
    assert history.test_accuracy > 90


def test_no_validation_part_no_validation_accuracy():
    data = datasets.load("digits", size=32, train=64, validation=0)
    history = training.fit(build(), data, Recipe(epochs=1))
    assert set(history.epochs[0]) == {"train_loss", "train_accuracy"}
    with pytest.raises(CourseError, match="holds no pictures"):
        training.evaluate(build(), data, data.validation)


def test_divergence_is_said(data):
    recipe = Recipe(epochs=1, optimizer="sgd", lr=1e6, schedule="constant")
    with pytest.raises(CourseError, match=r"diverged.*below 1e"):
        training.fit(build(), data, recipe)


def test_checkpoints_hold_last_and_best(data, tmp_path):
    model = build()
    history = training.fit(model, data, SHORT, folder=tmp_path)
    state = torch.load(tmp_path / "last.pt", weights_only=True)
    assert set(state) == {"format", "weights", "history", "progress"}
    fresh = build()
    kept = training.load_checkpoint(fresh, tmp_path / "last.pt")
    assert kept.epochs == history.epochs
    for name, tensor in model.state_dict().items():
        assert torch.equal(tensor, fresh.state_dict()[name])
    training.load_checkpoint(fresh, tmp_path / "best.pt")
    best = training.evaluate(fresh, data, data.validation)
    assert best == max(history["validation_accuracy"])
    assert not list(tmp_path.glob("*.partial"))


def test_bad_checkpoints_are_refused(data, tmp_path):
    model = build()
    with pytest.raises(CourseError, match="There is no checkpoint"):
        training.load_checkpoint(model, tmp_path / "none.pt")
    whole = tmp_path / "whole.pt"
    training.save_checkpoint(model, whole, training.History())
    cut = tmp_path / "cut.pt"
    cut.write_bytes(whole.read_bytes()[:5_000])
    foreign = tmp_path / "foreign.pt"
    torch.save({"weights": {}}, foreign)
    text = tmp_path / "text.pt"
    text.write_text("not a checkpoint at all")
    empty = tmp_path / "empty.pt"
    empty.touch()
    pickled = tmp_path / "pickled.pt"
    torch.save(model, pickled)
    content = torch.load(whole, weights_only=True)
    parts = []
    for change in ({"weights": None}, {"history": None}, {"history": {}}):
        parts.append(tmp_path / f"part{len(parts)}.pt")
        kept = {**content, **change}
        if "weights" in change:
            del kept["weights"]
        torch.save(kept, parts[-1])
    for path in (cut, foreign, text, empty, pickled, *parts):
        with pytest.raises(CourseError, match="not a checkpoint of this"):
            training.load_checkpoint(model, path)
    before = {k: v.clone() for k, v in model.state_dict().items()}
    other = create("lenet5_modern", num_classes=3)
    with pytest.raises(CourseError, match=r"another network.*head\.5\.weight"):
        training.load_checkpoint(other, whole)
    for name, tensor in model.state_dict().items():
        assert torch.equal(tensor, before[name])


def test_repeat_trains_once_per_seed(data):
    trials = training.repeat(build, data, Recipe(epochs=1), seeds=(5, 6))
    assert len(trials) == len(trials.networks) == 2
    first, second = (next(model.parameters()) for model in trials.networks)
    assert not torch.equal(first, second)
    assert trials.accuracies == [h.test_accuracy for h in trials.histories]
    shares = 100 * trials.right.double().mean(1)
    assert shares.tolist() == pytest.approx(trials.accuracies)
    assert trials.curve("train_loss")[1] == trials.histories[1]["train_loss"]
    middle, spread = mean(trials.accuracies), stdev(trials.accuracies)
    assert str(trials) == f"{middle:.2f} ± {spread:.2f}"
    # As a cell of the table of results, and by its own pictures.
    assert trials.interval() == evidence.mean(trials.right)
    table = evidence.Results({"a": {"clean": trials}}, caption="Right, %")
    assert str(trials.interval()) in str(table)
    alone = replace(trials, right=None)
    assert alone.interval() == evidence.of_seeds(trials.accuracies)


def test_robustness_asks_about_each_change(data):
    trials = training.repeat(build, data, Recipe(epochs=1), seeds=(5, 6))
    asked = []

    def change(images, amount):
        asked.append(amount)
        return images if amount == 0 else images * 0

    found = training.robustness(trials.networks, data, change, [0, 9])
    assert asked == [0, 9] and found.shape == (2, 2, len(data.test))
    assert torch.equal(found[0], trials.right)
    black = data.test.images[:1] * 0
    for model, row in zip(trials.networks, found[1], strict=True):
        answer = model.eval()(data.normalize(black)).argmax()
        assert torch.equal(row, data.test.labels == answer)
    with pytest.raises(CourseError, match=r"networks=.. was given"):
        training.robustness([], data, change, [0])
    with pytest.raises(CourseError, match=r"of torch\.uint8"):
        training.robustness(
            trials.networks, data, lambda images, _: images.float(), [0]
        )


def test_scenes_are_counted_by_pixel_and_need_a_fitting_network():
    data = datasets.load("scenes", size=32, train=16, validation=8)
    classes = len(data.classes)
    model = create("unet_mini_64", num_classes=classes)
    history = training.fit(model, data, Recipe(epochs=1, batch_size=8))
    assert 0 <= history.test_accuracy <= 100
    right = sum(
        int((model.eval()(images).argmax(1) == labels).sum())
        for images, labels in datasets.batches(data, data.test, 50)
    )
    share = 100 * right / data.test.labels.numel()
    assert history.test_accuracy == pytest.approx(share)
    wrong = create("resnet20", num_classes=classes)
    with pytest.raises(CourseError, match="need a network like unet"):
        training.fit(wrong, data, Recipe(epochs=1))


def test_evaluate_counts_right_answers():
    data = datasets.load("digits", size=32, train=8)
    model = build()
    right = model.eval()(data.normalize(data.test.images)).argmax(1)
    share = 100 * float((right == data.test.labels).double().mean())
    state = {k: v.clone() for k, v in model.state_dict().items()}
    for size in (500, 300, 7, 1):
        found = training.evaluate(model.train(), data, data.test, size)
        assert found == pytest.approx(share)
    for name, tensor in model.state_dict().items():
        assert torch.equal(tensor, state[name])


def test_evaluate_wants_a_label_for_each_answer():
    data = datasets.load("scenes", size=32, train=8, validation=4)
    model = create("resnet20", num_classes=len(data.classes))
    with pytest.raises(CourseError, match="need a network like unet"):
        training.evaluate(model, data, data.test)


def test_divergence_keeps_the_epochs_before_it(data):
    """The loss leaves the numbers in the third epoch."""
    model = build()
    shown = []

    def spoil(module, inputs, output):
        shown.append(module.training)
        return output * (math.nan if shown.count(True) > 30 else 1)

    model.register_forward_hook(spoil)
    with pytest.raises(training.Diverged, match="nan in epoch 3") as raised:
        training.fit(model, data, Recipe(epochs=4, batch_size=32))
    assert len(raised.value.history.epochs) == 2  # of 13 steps each
    assert "clip=1.0" in str(raised.value)
    assert "batch" not in str(raised.value)


def test_histories_know_what_they_measured():
    history = History([{"train_loss": 2.0}, {"train_loss": 1.0}])
    assert history["train_loss"] == [2.0, 1.0]
    with pytest.raises(CourseError, match="called 'los'; did you mean train_"):
        history["los"]
    assert History()["train_loss"] == []


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("build is a Linear; expected a function", {"build": nn.Linear(1, 1)}),
        ("create was called with missing", {"build": create}),
        ("model=None was given", {"build": lambda: None}),
        (r"seeds=3 was given.*try seeds=\(0, 1, 2\)", {"seeds": 3}),
        (r"seeds=\(\) was given.*try seeds=", {"seeds": ()}),
        ("seeds='ab' was given", {"seeds": "ab"}),
        (r"seeds=.* was given \(see -1 in it\)", {"seeds": (0, -1)}),
    ],
)
def test_repeat_says_what_it_needs(data, words, options):
    with pytest.raises(CourseError, match=words):
        training.repeat(**{"build": build, "data": data, **options})


def test_repeat_looks_at_every_seed_first(data):
    built = []
    with pytest.raises(CourseError, match=r"\(see None in it\)"):
        training.repeat(lambda: built.append(1), data, seeds=(0, None))
    assert built == []


# Bad input. Whatever comes in, the answer is a result or a CourseError that
# names the argument and says what to try.
DIGITS = datasets.load("digits", train=40, validation=10)
DIGITS = replace(DIGITS, test=DIGITS.test[:10])
QUICK = Recipe(epochs=1, batch_size=16)
# fmt: off
REMEDY = (
    "try", "expected", "build it", "load", "name ", "take ", "set ", "send",
    "leave", "use ", "must", "choose", "did you mean", "find out", "needed",
    "lower", "writes", "resize", "there are", "needs", "count from",
)
# fmt: on


def fuzz(count):
    return settings(
        max_examples=count,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def works_or_explains(call, *names):
    """Return the result, or None where a sentence names the argument."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return call()
    except CourseError as error:
        text = str(error)
        assert any(name in text for name in names), text
        assert any(word in text.lower() for word in REMEDY), text


def dense(outputs=10):
    torch.manual_seed(0)
    return nn.Sequential(nn.Flatten(), nn.Linear(64, outputs))


def on_meta():
    with torch.device("meta"):
        return nn.Sequential(nn.Flatten(), nn.Linear(64, 10))


class Deaf(nn.Linear):
    """A network whose answer has nothing to do with the pictures."""

    def __init__(self, answer):
        super().__init__(64, 10)
        self.answer = answer

    def forward(self, x):
        return self.answer


# One list: a choice between strategies gives each of them the same share.
JUNK = st.sampled_from(
    [
        None,
        True,
        False,
        0,
        1,
        2,
        17,
        300,
        -1,
        2**31,
        2**33,
        10**30,
        10**400,
        128,
        0.0,
        0.5,
        0.999999,
        1.0,
        -1.5,
        1e-300,
        1e300,
        math.nan,
        math.inf,
        -math.inf,
        1j,
        "",
        "a",
        "1",
        "x" * 5_000,
        "a\0b",
        "\ud800",
        b"",
        b"a",
        "cpu",
        "cpu:9",
        "cuda",
        "cuda:1",
        "mps",
        "meta",
        "xpu",
        "small",
        "train_loss",
        "adamw",
        "step",
        "bfloat16",
        [],
        [0],
        ["a"],
        [[]],
        (),
        (1,),
        (0.5,),
        ("a", 1),
        {},
        {"a": 1},
        {0},
        int,
        nn.Linear,
        object(),
        Path("a/b"),
        Path("x" * 300),
        np.ones(3),
        np.float64(0.5),
        np.int64(3),
        torch.rand(2),
        torch.ones(2, device="meta"),
        torch.tensor(1),
        torch.device("cpu"),
        DIGITS,
        DIGITS.train,
        QUICK,
        History(),
        dense(),
        nn.Flatten(),
        Augment(Flip()),
        Augment(Hue(0.1)),
        ValueError("a"),
    ]
)
TENSORS = st.builds(
    lambda shape, dtype, fill, device: torch.full(shape, fill).to(
        device, dtype
    ),
    st.lists(st.sampled_from([0, 1, 2, 8, 10]), max_size=5),
    st.sampled_from(
        [
            torch.uint8,
            torch.int64,
            torch.int32,
            torch.bool,
            torch.float16,
            torch.float32,
            torch.float64,
            torch.complex64,
        ]
    ),
    st.sampled_from([0.0, 1.0, 9.0, 200.0, -1.0, math.nan, math.inf]),
    st.sampled_from(["cpu", "cpu", "cpu", "meta"]),
)


def forged(thing, **fields):
    """Return a copy with other fields, past the door of its class."""
    made = copy.copy(thing)
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made


def forged_split(images, labels):
    return forged(DIGITS.test, images=images, labels=labels)


PICTURES = st.builds(
    lambda *shape: torch.ones(shape, dtype=torch.uint8),
    st.sampled_from([0, 1, 2, 5, 17]),
    st.sampled_from([0, 1, 3]),
    st.sampled_from([0, 1, 8, 9]),
    st.sampled_from([0, 8, 9]),
)
LABELS = st.builds(
    lambda shape, fill: torch.full(shape, fill),
    st.sampled_from([(), (0,), (1,), (2,), (5,), (17,), (5, 10), (2, 8, 8)]),
    st.sampled_from([0, 0, 1, 9, 10, -1]),
)
SPLITS = st.one_of(
    JUNK,
    st.builds(forged_split, st.one_of(TENSORS, JUNK), LABELS),
    st.builds(forged_split, PICTURES, st.one_of(LABELS, TENSORS, JUNK)),
    st.builds(
        lambda images, labels: forged_split(
            images, labels.expand(len(images))
        ),
        PICTURES,
        LABELS.filter(lambda labels: labels.shape in ((), (1,))),
    ),
)
DATA = st.one_of(
    JUNK,
    st.tuples(st.sampled_from(["train", "validation", "test"]), SPLITS).map(
        lambda pair: forged(DIGITS, **dict([pair]))
    ),
    st.tuples(
        st.sampled_from(["mean", "std", "classes", "name", "form"]), JUNK
    ).map(lambda pair: forged(DIGITS, **dict([pair]))),
)
MODELS = st.one_of(
    JUNK,
    st.sampled_from([1, 9, 10, 11]).map(dense),
    TENSORS.filter(lambda t: t.shape[:1] != (2,)).map(Deaf),
    JUNK.map(Deaf),
    st.sampled_from(
        [
            on_meta,
            lambda: nn.Sequential(nn.Flatten(), nn.LazyLinear(10)),
            lambda: dense().double(),
            lambda: dense().half(),
            lambda: dense().requires_grad_(False),
            lambda: nn.Conv2d(1, 10, 3),
            lambda: nn.Conv2d(1, 10, 8),
            lambda: nn.Conv3d(1, 10, 3),
            lambda: nn.Embedding(9, 9),
            lambda: nn.MultiheadAttention(8, 2),
            lambda: create("lenet5_modern"),
            lambda: create("resnet20"),
        ]
    ).map(lambda make: make()),
)
CHANGES = st.one_of(
    JUNK,
    TENSORS.map(lambda tensor: lambda x, g: tensor),
    JUNK.map(lambda value: lambda x, g: value),
    st.sampled_from(
        [
            lambda x, g: x / 255,
            lambda x, g: x[:1],
            lambda x: x,
            lambda x, g: g.nothing,
        ]
    ),
)
CHOICES = st.one_of(
    st.none(),
    JUNK,
    st.sampled_from(
        [Recipe(epochs=1, batch_size=n) for n in (1, 3, 41)]
        + [
            replace(QUICK, **{name: 0.5})
            for name in ("mixup", "cutmix", "label_smoothing", "ema", "clip")
        ]
        + [replace(QUICK, patience=1)]
    ),
)
GOOD = {"model": dense, "data": lambda: DIGITS, "recipe": lambda: QUICK}
# Fields of a data set, named where a forged one is copied.
FIELDS = (
    "train=", "validation=", "test=", "mean=", "std=", "classes=", "name=",
    "form=", "labels", "images",
)  # fmt: skip
ARGUMENTS = {
    "model": (MODELS, "model", "network", "outputs", "takes a float"),
    "data": (DATA, "data", "network", "digits", *FIELDS),
    "recipe": (CHOICES, "recipe", "patience", "loss"),
    "seed": (JUNK, "seed"),
    "augment": (CHANGES, "augment", "network"),
    "device": (JUNK, "device"),
    "folder": (JUNK, "folder", "another run"),
}


def one_of(arguments):
    """Draw the name of an argument and a value for it."""
    return st.one_of(
        [st.tuples(st.just(name), arguments[name][0]) for name in arguments]
    )


@fuzz(250)
@given(one_of(ARGUMENTS))
def test_fit_trains_or_explains(tmp_path, monkeypatch, given_):
    monkeypatch.chdir(tmp_path)
    name, value = given_
    if name == "recipe" and value is None:
        return
    options = {key: make() for key, make in GOOD.items()}
    options[name] = value
    history = works_or_explains(
        lambda: training.fit(**options), *ARGUMENTS[name][1:]
    )
    if history is not None:
        assert 0 <= history.test_accuracy <= 100
        assert history["train_loss"][0] >= 0


JUDGED = {
    "model": (MODELS, "model", "network", "outputs", "takes a float"),
    "data": (DATA, "data", "part", *FIELDS),
    "part": (SPLITS, "part", "network", *FIELDS),
    "batch_size": (JUNK, "batch_size"),
}


@fuzz(150)
@given(one_of(JUDGED))
def test_evaluate_judges_or_explains(given_):
    name, value = given_
    options = {"model": dense(), "data": DIGITS, "part": DIGITS.test}
    options[name] = value
    accuracy = works_or_explains(
        lambda: training.evaluate(**options), *JUDGED[name][1:]
    )
    assert accuracy is None or 0 <= accuracy <= 100


@fuzz(200)
@given(st.sampled_from([field.name for field in fields(Recipe)]), JUNK)
def test_recipes_train_or_explain(name, value):
    recipe = works_or_explains(lambda: Recipe(**{name: value}), name)
    if recipe is None:
        return
    assert Recipe(**json.loads(json.dumps(asdict(recipe)))) == recipe
    assert f"{name}=" in repr(recipe) or not value or name == "momentum"
    if name not in ("patience", "batch_size"):
        recipe = replace(recipe, batch_size=20)
    recipe = replace(recipe, epochs=1, schedule="constant")
    history = works_or_explains(
        lambda: training.fit(dense(), DIGITS, recipe), "diverged", "loss"
    )
    assert history is None or history["train_loss"][0] >= 0


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "whole.pt"
    training.save_checkpoint(dense(), path, History())
    return path


PATHS = st.one_of(JUNK, st.sampled_from([".", "a/..", "a/b/c.pt"]))
# fmt: off
CALLS = {
    "model": (
        MODELS,
        lambda value, path: training.save_checkpoint(value, "own", History()),
        lambda value, path: training.load_checkpoint(value, path),
        lambda value, path: training.predict(value, torch.ones(2, 10)),
        lambda value, path: Recipe().optimizer_for(value),
    ),
    "path": (
        PATHS,
        lambda value, path: training.save_checkpoint(
            dense(), value, History()
        ),
        lambda value, path: training.load_checkpoint(dense(), value),
        lambda value, path: training.read_checkpoint(value),
    ),
    "history": (
        JUNK,
        lambda value, path: training.save_checkpoint(dense(), "own", value),
        lambda value, path: History([{"loss": 1.0}])[value],
    ),
    "progress": (
        JUNK,
        lambda value, path: (
            training.save_checkpoint(dense(), "own", History(), value),
            training.read_checkpoint("own"),
        ),
        lambda value, path: Recipe().learning_rate(value),
    ),
    "outputs": (
        st.one_of(JUNK, TENSORS),
        lambda value, path: training.predict(dense(), value),
        lambda value, path: training.predict(create("lenet5"), value),
    ),
    "job": (JUNK, lambda value, path: training.train_epoch(value, print)),
    "build": (
        st.one_of(JUNK, JUNK.map(lambda value: lambda: value)),
        lambda value, path: training.repeat(value, DIGITS, QUICK, [0]),
    ),
    "seeds": (
        st.one_of(JUNK, st.lists(JUNK, max_size=2)),
        lambda value, path: training.repeat(dense, DIGITS, QUICK, value),
    ),
}
# fmt: on
# fmt: off
MEANT = {
    "history": ("history", "measure"),
    "path": ("path", "checkpoint at"), "build": ("build", "model"),
    "seeds": ("seed",), "model": ("model", "network", "weights"),
}
# fmt: on


@fuzz(250)
@given(
    st.one_of(
        [
            st.tuples(st.just(name), st.sampled_from(calls), values)
            for name, (values, *calls) in CALLS.items()
        ]
    )
)
def test_the_others_work_or_explain(tmp_path, monkeypatch, whole, given_):
    monkeypatch.chdir(tmp_path)
    name, call, value = given_
    works_or_explains(lambda: call(value, whole), *MEANT.get(name, (name,)))


@fuzz(80)
@given(
    st.one_of(
        st.binary(max_size=40),
        st.tuples(st.integers(0, 5_000), st.binary(min_size=1, max_size=9)),
        st.dictionaries(
            st.sampled_from(["format", "weights", "history"]),
            st.one_of(JUNK, st.just("cnncourse checkpoint 2")),
        ),
    )
)
def test_damaged_checkpoints_load_or_explain(tmp_path, whole, content):
    path, model = tmp_path / "file.pt", dense()
    before = {name: t.clone() for name, t in model.state_dict().items()}
    if isinstance(content, tuple):
        start, patch = content
        old = whole.read_bytes()
        content = old[:start] + patch + old[start + len(patch) :]
    if isinstance(content, dict):
        try:
            torch.save(content, path)
        except Exception:  # it cannot be put into a file
            return
    else:
        path.write_bytes(content)
    if (
        works_or_explains(
            lambda: training.load_checkpoint(model, path), "file.pt"
        )
        is None
    ):
        for name, tensor in model.state_dict().items():
            assert torch.equal(tensor, before[name])


RECORDS = {
    "wanted": (st.one_of(JUNK, st.lists(JUNK, max_size=2)), "wanted", "plan"),
    "folder": (PATHS, "folder"),
    "minutes": (JUNK, "minutes"),
    "name": (JUNK, "name", "recorded run"),
    "plan": (JUNK, "plan"),
    "seed": (JUNK, "seed"),
    "unfinished": (PATHS, "unfinished"),
}


@fuzz(150)
@given(one_of(RECORDS))
def test_runs_work_or_explain(tmp_path, monkeypatch, given_):
    plan = Plan("lenet5_modern", "digits", 32, QUICK, seeds=(0,))
    monkeypatch.chdir(tmp_path)
    for name in list(runs.PLANS):
        monkeypatch.delitem(runs.PLANS, name)
    monkeypatch.setitem(runs.PLANS, "small", plan)
    monkeypatch.setattr(recording, "fit", lambda *_, **__: History())
    monkeypatch.setattr(recording, "_commit", lambda: "none")
    name, value = given_
    calls = {
        "record": lambda o: list(runs.record(**o)),
        "load": lambda o: runs.load(**o),
        "read": lambda o: runs.read(**o),
        "groups": lambda o: runs.groups(**o),
        "carry_out": lambda o: runs.carry_out(**o),
    }
    usual = {
        "record": {"wanted": [], "folder": tmp_path / "new", "minutes": 1},
        "load": {"name": None},
        "read": {"folder": tmp_path},
        "groups": {"wanted": [], "folder": tmp_path},
        "carry_out": {
            "name": "small",
            "plan": plan,
            "seed": 0,
            "unfinished": None,
        },
    }
    for key, options in usual.items():
        if name in options:
            done = works_or_explains(
                lambda call=calls[key], o=options: call({**o, name: value}),
                *RECORDS[name][1:],
            )
            if isinstance(done, runs.Run):
                assert isinstance(done.name, str)
                folder = value if name == "unfinished" else None
                assert folder is None or isinstance(folder, (str, Path))


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("wanted=None was given", {"wanted": None}),
        ("wanted='small' was given", {"wanted": "small"}),
        (r"see \[\] in it.; expected a list", {"wanted": [[]]}),
        ("folder=3 was given", {"folder": 3}),
        ("folder is the file 'file'", {"folder": "file"}),
        ("minutes=0 was given.*above 0", {"minutes": 0}),
        ("minutes=nan was given", {"minutes": math.nan}),
    ],
)
def test_records_say_what_they_need(tmp_path, monkeypatch, words, options):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(recording, "carry_out", None)
    Path("file").touch()
    with pytest.raises(CourseError, match=words):
        list(runs.record(**{"wanted": [], "folder": "new", **options}))
    assert not Path("new").exists()


def test_a_last_step_that_diverges_is_said():
    """Its loss is of before the step; only the weights show it."""
    data = datasets.load("digits", size=32, train=32, validation=0)
    recipe = Recipe(epochs=1, batch_size=32, schedule="constant")
    model = build()
    model.features[0].weight.register_hook(lambda g: g * float("nan"))
    with pytest.raises(training.Diverged, match=r"tensor .*weight is nan"):
        training.fit(model, data, recipe)
