"""Upright shapes, one factor let loose: pictures, plans and measures."""

from dataclasses import fields, replace

import pytest
import torch

from cnncourse import datasets, runs, training
from cnncourse.datasets.painting import Nuisance
from cnncourse.datasets.shapes import PLAIN, UPRIGHT, shapes
from cnncourse.errors import CourseError
from cnncourse.runs.drawn import AMOUNTS, WIDER, again, wider
from cnncourse.runs.lists import augmentation as plans
from cnncourse.runs.measures import MEASURES
from cnncourse.runs.plan import CHANGES

FIELDS = [field.name for field in fields(Nuisance)]


@pytest.fixture(scope="module")
def upright():
    return datasets.load(
        "shapes", size=16, validation=0, train=100, nuisance=UPRIGHT
    )


def test_load_draws_the_factors_that_are_given(upright):
    drawn = shapes(1_000, size=16, seed=1, nuisance=UPRIGHT)
    assert torch.equal(upright.test.images, torch.from_numpy(drawn.images))
    assert "rotation -5 to 5" in upright.form and len(upright.train) == 100
    plain = datasets.load("shapes", size=16, validation=0)
    same = datasets.load("shapes", size=16, validation=0, nuisance=PLAIN)
    assert same.form == plain.form  # what is usual is not said
    assert torch.equal(same.train.images, plain.train.images)
    with pytest.raises(CourseError, match="leave it out for digits"):
        datasets.load("digits", nuisance=UPRIGHT)


@pytest.mark.parametrize("name", WIDER)
def test_one_factor_is_wider_and_nothing_else_changes(name, upright):
    factor, _ = WIDER[name]
    nuisance = wider(name)
    for field in FIELDS:
        same = getattr(nuisance, field) == getattr(UPRIGHT, field)
        assert same == (field != factor)
    wide = shapes(1_000, size=16, seed=1, nuisance=nuisance)
    held = shapes(1_000, size=16, seed=1, nuisance=UPRIGHT)
    assert (wide.labels == held.labels).all()
    moved = [
        key
        for key in held.factors
        if (wide.factors[key] != held.factors[key]).any()
    ]
    own = {"rotation": ["angle"], "position": ["x", "y"], "size": ["radius"]}
    own["color"] = ["hue", "ground_hue"]
    assert moved == own.get(name, [factor])
    found = again(upright.test.images, name, AMOUNTS[name])
    assert (found.numpy() == wide.images).all()
    assert torch.equal(
        CHANGES[f"drawn {name}"](upright.test.images, AMOUNTS[name]), found
    )


def test_a_few_pictures_are_the_first_ones(upright):
    images = upright.test.images
    whole = again(images, "noise", 0.2)
    assert torch.equal(again(images[:7], "noise", 0.2), whole[:7])
    with pytest.raises(CourseError, match=r"1001 pictures.*has 1000"):
        again(torch.cat([images, images[:1]]), "noise", 0.2)


def test_unknown_factors():
    with pytest.raises(CourseError, match="did you mean rotation"):
        wider("rotations")
    with pytest.raises(CourseError, match="did you mean light"):
        wider("lights")


def test_every_factor_has_its_cure_and_its_plans():
    assert plans.CURES.keys() == WIDER.keys() == AMOUNTS.keys()
    for name in WIDER:
        drawn = runs.PLANS[f"augment-drawn-{name}-upright"]
        assert drawn.nuisance == wider(name) and drawn.augment is None
        cured = runs.PLANS[f"augment-{name}-upright"]
        assert cured.nuisance == UPRIGHT
        assert cured.augment.steps == (plans.CURES[name],)


def test_a_plan_takes_few_pictures_of_its_factors():
    plan = replace(
        runs.PLANS["augment-nothing-upright"],
        recipe=training.Recipe(epochs=1),
        train=50,
        conditions={"drawn rotation": (60.0,)},
        measures=("confusion",),
    )
    run = runs.carry_out("small", plan, 0)
    assert run.counts["train"] == 50 and "size 0.26 to 0.3" in run.data
    counts = torch.tensor(run.measured["confusion"]).view(10, 10)
    assert counts.sum(1).tolist() == [100.0] * 10
    assert 10 * run.test_accuracy == pytest.approx(float(counts.trace()))
    assert "drawn rotation 60" in run.right


def test_confusion_is_of_class_and_answer(upright):
    class Same(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.bias = torch.nn.Parameter(torch.arange(10.0))

        def forward(self, x):
            return self.bias.expand(len(x), -1)

    counts = torch.tensor(MEASURES["confusion"](Same(), upright)).view(10, 10)
    assert counts[:, 9].tolist() == [100.0] * 10 and counts.sum() == 1_000
