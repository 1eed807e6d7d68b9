"""Records are made once, read back whole, and never half written."""

import json

import pytest

from cnncourse import runs
from cnncourse.errors import CourseError
from cnncourse.training import Recipe


@pytest.fixture
def plans(monkeypatch):
    plan = runs.Plan(
        "lenet5_modern", "digits", 32, Recipe(epochs=1), seeds=(0, 1)
    )
    monkeypatch.setattr(runs, "PLANS", {"small": plan})
    return runs.PLANS


def test_record_makes_what_is_missing(plans, tmp_path):
    made = runs.record([], tmp_path)
    assert [p.name for p in made] == ["small-seed0.json", "small-seed1.json"]
    made[0].unlink()
    assert runs.record(["small"], tmp_path) == made[:1]
    first, second = runs.load("small", tmp_path)
    assert (first.seed, second.seed) == (0, 1)
    assert first.counts == {"train": 1_497, "validation": 0, "test": 300}
    assert first.recipe["epochs"] == len(first.epochs) == 1
    assert 0 <= first.test_accuracy <= 100
    assert first.history.epochs == first.epochs
    assert {"python", "torch", "torchvision", "cnncourse"} == set(
        first.versions
    )
    assert first.device and first.commit and first.date.startswith("20")


def test_record_stops_in_time(plans, tmp_path):
    assert runs.record([], tmp_path, minutes=-1) == []


def test_unknown_plans_and_runs(plans, tmp_path):
    with pytest.raises(CourseError, match="did you mean small"):
        runs.record(["smal"], tmp_path)
    runs.record([], tmp_path)
    with pytest.raises(CourseError, match="did you mean small"):
        runs.load("smal", tmp_path)


def test_foreign_files_are_refused(tmp_path):
    for text in ("{", '{"name": "x"}'):
        (tmp_path / "x.json").write_text(text)
        with pytest.raises(CourseError, match=r"x\.json is not a recorded"):
            runs.load(folder=tmp_path)


def test_shipped_runs_belong_to_plans():
    """What was recorded is what the plans of today would record."""
    shipped = runs.load()
    assert shipped
    for run in shipped:
        plan = runs.PLANS[run.name]
        assert run.network == plan.network and run.options == plan.options
        assert run.recipe == json.loads(json.dumps(vars(plan.recipe)))
        assert run.seed in plan.seeds
        assert len(run.epochs) == plan.recipe.epochs
    for name, plan in runs.PLANS.items():
        assert [r.seed for r in runs.load(name)] == list(plan.seeds)


def test_modern_lenet_reaches_99_percent():
    for run in runs.load("lenet5_modern-mnist"):
        assert run.test_accuracy >= 99.0
