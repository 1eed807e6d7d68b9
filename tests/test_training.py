"""The loop learns, repeats itself, and keeps what it learned."""

import pytest
import torch

from cnncourse import datasets, training
from cnncourse.architectures import create
from cnncourse.errors import CourseError
from cnncourse.training import Recipe

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


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ("constant", [1, 1, 1, 1]),
        ("cosine", [1, 0.9755, 0.5, 0]),
        ("one-cycle", [0, 0.5, 0.625, 0]),
        ("step", [1, 1, 0.1, 0.01]),
    ],
)
def test_schedules(schedule, expected):
    recipe = Recipe(lr=1.0, schedule=schedule)
    rates = [recipe.learning_rate(at) for at in (0, 0.1, 0.5, 1)]
    assert rates == pytest.approx(expected, abs=1e-4)


def test_weight_decay_spares_biases():
    model = create("lenet5")
    decayed, spared = (
        Recipe(weight_decay=0.1).optimizer_for(model).param_groups
    )
    kept = {id(p) for p in spared["params"]}
    names = {n for n, p in model.named_parameters() if id(p) in kept}
    assert names == {
        "c1.bias", "s2.coefficient", "s2.bias", "c3.bias", "s4.coefficient",
        "s4.bias", "c5.bias", "f6.bias",
    }  # fmt: skip
    assert (decayed["weight_decay"], spared["weight_decay"]) == (0.1, 0)


def test_divergence_is_said(data):
    recipe = Recipe(epochs=1, optimizer="sgd", lr=1e6, schedule="constant")
    with pytest.raises(CourseError, match=r"diverged.*below 1e"):
        training.fit(build(), data, recipe)


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"optimizer": "adam"}, "did you mean adamw"),
        ({"schedule": "cosin"}, "did you mean cosine"),
        ({"epochs": 0}, "epochs=0 was given"),
        ({"batch_size": 1.5}, "batch_size=1.5 was given"),
        ({"lr": -1}, "lr=-1 was given"),
        ({"lr": float("nan")}, "lr=nan was given"),
    ],
)
def test_recipes_refuse_nonsense(choice, message):
    with pytest.raises(CourseError, match=message):
        Recipe(**choice)


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
    for path in (cut, foreign, text, empty, pickled):
        with pytest.raises(CourseError, match="not a checkpoint of this"):
            training.load_checkpoint(model, path)
    before = {k: v.clone() for k, v in model.state_dict().items()}
    other = create("lenet5_modern", num_classes=3)
    with pytest.raises(CourseError, match=r"another network.*head\.5\.weight"):
        training.load_checkpoint(other, whole)
    for name, tensor in model.state_dict().items():
        assert torch.equal(tensor, before[name])


def test_repeat_trains_once_per_seed(data):
    networks = training.repeat(build, data, Recipe(epochs=1), seeds=(5, 6))
    assert len(networks) == 2
    first, second = (next(model.parameters()) for model, _ in networks)
    assert not torch.equal(first, second)


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
