"""Records are made once, read back whole, and never half written."""

import json
import time
from dataclasses import replace

import pytest
import torch

from cnncourse import augmentation, datasets, runs, training
from cnncourse.errors import CourseError
from cnncourse.runs import reading
from cnncourse.runs.plans import PLANS, Plan
from cnncourse.training import Recipe


@pytest.fixture
def plans(monkeypatch):
    plan = Plan("lenet5_modern", "digits", 32, Recipe(epochs=1), seeds=(0, 1))
    for name in list(PLANS):
        monkeypatch.delitem(PLANS, name)
    monkeypatch.setitem(PLANS, "small", plan)
    return runs.PLANS


def test_record_makes_what_is_missing(plans, tmp_path):
    made = list(runs.record([], tmp_path))
    assert [p.name for p in made] == ["small-seed0.json", "small-seed1.json"]
    made[0].unlink()
    assert list(runs.record(["small"], tmp_path)) == made[:1]
    first, second = runs.load("small", tmp_path).runs
    assert (first.seed, second.seed) == (0, 1)
    assert first.counts == {"train": 1_497, "validation": 0, "test": 300}
    assert first.recipe["epochs"] == len(first.epochs) == 1
    assert 0 <= first.test_accuracy <= 100
    assert first.history.epochs == first.epochs
    assert {"python", "torch", "torchvision", "cnncourse"} == set(
        first.versions
    )
    assert first.device and first.commit and first.date.startswith("20")


def test_record_stops_in_time_and_goes_on(plans, tmp_path):
    """The time is over in the middle of a run; nothing of it is lost."""
    recipe = Recipe(epochs=25, batch_size=32)
    plan = Plan("lenet5_modern", "digits", 32, recipe, seeds=(0,))
    plans["small"] = plan
    start = time.monotonic()
    assert list(runs.record([], tmp_path, minutes=1 / 60)) == []
    assert time.monotonic() - start < 10
    unfinished = tmp_path / "unfinished" / "small-seed0" / "last.pt"
    content = torch.load(unfinished, weights_only=True)
    state, epochs = content["progress"], content["history"]["epochs"]
    assert not state["finished"]
    assert state["step"] > 0 or 0 < len(epochs) < 25  # or between two epochs
    (path,) = runs.record([], tmp_path)
    assert not unfinished.exists()
    (tmp_path / "other").mkdir()
    (whole,) = runs.record([], tmp_path / "other")
    first, second = (json.loads(p.read_text()) for p in (path, whole))
    assert first["epochs"] == second["epochs"]
    assert first["test_accuracy"] == second["test_accuracy"]


@pytest.mark.parametrize("minutes", [0, -1, float("nan"), "2"])
def test_impossible_minutes(plans, tmp_path, minutes):
    with pytest.raises(CourseError, match="minutes="):
        list(runs.record([], tmp_path, minutes=minutes))


def test_a_diverged_run_is_a_record(plans, tmp_path):
    recipe = Recipe(epochs=1, optimizer="sgd", lr=1e6, schedule="constant")
    plans["small"] = Plan("lenet5_modern", "digits", 32, recipe, seeds=(0,))
    list(runs.record([], tmp_path))
    (run,) = runs.read(tmp_path)
    assert run.test_accuracy is None
    assert str(runs.load(run.name, tmp_path)) == "1 diverged"


def test_groups_compare_seeds(plans, tmp_path):
    list(runs.record([], tmp_path))
    group = runs.groups([], tmp_path)["small"]
    scores = [run.test_accuracy for run in group.runs]
    middle = sum(scores) / 2
    spread = abs(scores[0] - scores[1]) / 2**0.5
    assert str(group) == f"{middle:.2f} ± {spread:.2f}"
    with pytest.raises(CourseError, match="did you mean small"):
        runs.groups(["smal"], tmp_path)


def test_every_plan_fits_its_data():
    """Each network takes the plan's pictures and has enough outputs."""
    for plan in PLANS.values():
        channels = 1 if plan.data == "mnist" else 3
        with torch.device("meta"):
            model = plan.build().eval()
            images = torch.empty(2, channels, plan.size, plan.size)
            assert model(images).shape == (2, 10)


def test_unknown_plans_and_runs(plans, tmp_path):
    with pytest.raises(CourseError, match="did you mean small"):
        list(runs.record(["smal"], tmp_path))
    list(runs.record([], tmp_path))
    with pytest.raises(CourseError, match="did you mean small"):
        runs.load("smal", tmp_path)


def test_foreign_files_are_refused(tmp_path):
    for text in ("{", '{"name": "x"}'):
        (tmp_path / "x.json").write_text(text)
        with pytest.raises(CourseError, match=r"x\.json is not a recorded"):
            runs.read(tmp_path)


def test_shipped_runs_belong_to_plans():
    """What was recorded is what the plans of today would record."""
    shipped = runs.read()
    assert shipped
    for run in shipped:
        plan = runs.PLANS[run.name]
        assert run.network == plan.network and run.options == plan.options
        assert run.recipe == json.loads(json.dumps(vars(plan.recipe)))
        assert run.augment == repr(plan.augment)
        assert run.seed in plan.seeds
        if run.test_accuracy is not None:
            assert len(run.epochs) == plan.recipe.epochs
    for name in {run.name for run in shipped}:
        seeds = [run.seed for run in runs.load(name).runs]
        assert seeds == list(runs.PLANS[name].seeds)[: len(seeds)]
    for name in ("lenet5_modern", "lenet5", "mlp", "mlp_wide"):
        assert len(runs.load(f"{name}-mnist")) == 10


def test_modern_lenet_reaches_99_percent():
    for run in runs.load("lenet5_modern-mnist").runs:
        assert run.test_accuracy >= 99.0


def test_packed_answers_come_back():
    for count in (1, 8, 10_001):
        right = torch.rand(count) > 0.1
        assert torch.equal(reading.unpack(reading.pack(right)), right)


def test_conditions_are_recorded_and_read(plans, tmp_path):
    """The answers are those of the network on pictures changed first."""
    plan = replace(plans["small"], shuffled=True, conditions={"right": (2.0,)})
    plans["small"] = plan
    list(runs.record([], tmp_path))
    trials = runs.load("small", tmp_path)
    found = trials.robustness("right", [0, 2])
    assert found.shape == (2, 2, 300) and found.dtype == torch.bool
    assert torch.equal(found[0], trials.right)
    shares = 100 * trials.right.double().mean(1)
    assert shares.tolist() == pytest.approx(trials.accuracies, abs=0.006)
    with pytest.raises(CourseError, match="did you mean right 2"):
        trials.robustness("right", [3])
    # By hand: the plan's own network, asked about a digit moved and mixed.
    data = datasets.load("digits", size=32, validation=0)
    data = data.changed(augmentation.shuffle)
    torch.manual_seed(0)
    model = plan.build()
    training.fit(model, data, plan.recipe)
    plain = datasets.load("digits", size=32, validation=0).test
    moved = torch.zeros_like(plain.images)
    moved[..., 2:] = plain.images[..., :-2]
    part = replace(plain, images=augmentation.shuffle(moved))
    assert torch.equal(training.right(model, data, part), found[1, 0])
