"""Records are made once, read back whole, and never half written."""

import _thread
import json
import os
import random
import shutil
import subprocess
import threading
import time
import tracemalloc
from dataclasses import asdict, replace
from pathlib import Path

import pytest
import torch

from cnncourse import augmentation, datasets, runs, training
from cnncourse.errors import CourseError
from cnncourse.runs import measures, reading, recording
from cnncourse.runs.plan import Plan
from cnncourse.runs.plans import PLANS
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
    share = 100 * reading.unpack(first.right[""]).double().mean().item()
    assert first.test_accuracy == pytest.approx(share, abs=0.01)
    assert first.history.epochs == first.epochs
    assert {"python", "torch", "torchvision", "cnncourse"} == set(
        first.versions
    )
    assert first.device and first.commit and first.date.startswith("20")


def test_record_makes_one_seed_of_each_plan(plans, monkeypatch, tmp_path):
    other = replace(plans["small"], seeds=(1, 2))
    monkeypatch.setitem(plans, "other", other)
    made = [path.name for path in runs.record([], tmp_path, seed=1)]
    assert made == ["small-seed1.json", "other-seed1.json"]
    with pytest.raises(CourseError, match=r"seed=2 .* one of 0, 1\."):
        list(runs.record(["small"], tmp_path, seed=2))


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


def test_time_that_is_over_ends_the_run_and_nothing_else(monkeypatch):
    """Ctrl-C that is pressed when the run has just ended does not escape."""

    class Late(threading.Timer):
        def start(self):
            pass

        def cancel(self):
            super().start()

    monkeypatch.setattr(threading, "Timer", Late)
    assert recording._within(0.01, lambda: "done") is None
    time.sleep(0.05)
    monkeypatch.undo()
    with pytest.raises(KeyboardInterrupt):  # the reader's own
        recording._within(1e9, _thread.interrupt_main)


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
        channels = 1 if plan.data in ("mnist", "digits") else 3
        classes = 4 if plan.data == "signals" else 10
        with torch.device("meta"):
            model = plan.build().eval()
            images = torch.empty(2, channels, plan.size, plan.size)
            assert model(images).shape == (2, classes)


def test_unknown_plans_and_runs(plans, tmp_path):
    with pytest.raises(CourseError, match="did you mean small"):
        list(runs.record(["smal"], tmp_path))
    list(runs.record([], tmp_path))
    with pytest.raises(CourseError, match="did you mean small"):
        runs.load("smal", tmp_path)


def test_foreign_files_are_refused(tmp_path):
    for text in ("{", '{"name": "x"}'):
        (tmp_path / "x.json").write_text(text)
        with pytest.raises(CourseError, match=r"x\.json' is not a recorded"):
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


def test_measures_are_recorded_and_read(plans, tmp_path):
    """The numbers are those of the plan's own network, trained."""
    plan = replace(plans["small"], measures=("colors",), seeds=(0,))
    plans["small"] = plan
    list(runs.record([], tmp_path))
    (run,) = runs.read(tmp_path)
    torch.manual_seed(0)
    model = plan.build()
    training.fit(model, plan.pictures(), plan.recipe)
    kernels = measures.first_kernels(model)
    found = measures.color_shares(kernels).tolist()
    assert run.measured == {"colors": pytest.approx(found, abs=1e-6)}
    with pytest.raises(CourseError, match="did you mean colors"):
        replace(plan, measures=("color",))


def test_color_shares():
    """Gray kernels have none, differences of colors nothing else."""
    gray = torch.rand(1, 3, 5, 5)[:, :1].expand(1, 3, 5, 5)
    color = torch.randn(1, 3, 5, 5)
    color = color - color.mean(1, keepdim=True)
    kernels = torch.cat([gray, color, torch.zeros(1, 3, 5, 5)])
    kernels = torch.cat(
        [
            kernels,
            torch.tensor([1.0, 0, 0]).reshape(1, 3, 1, 1).expand(1, 3, 5, 5),
        ]
    )
    found = measures.color_shares(kernels)
    assert found.tolist() == pytest.approx([0, 1, 0, 2 / 3], abs=1e-6)


# Files that are no records.

NAME = "lenet5-mnist-seed0.json"
SHIPPED = datasets.data_folder() / "runs" / NAME


def first_right(text):
    return lambda fields: fields["right"].update({"": text})


# What is done to a good record: values of fields, or a function of them.
FAULTS = {
    "name of a number": {"name": 3},
    "name of a folder": {"name": "../x"},
    "name of another": {"name": "mlp-mnist"},
    "seed of another": {"seed": 1},
    "seed as text": {"seed": "0"},
    "seed as truth": {"seed": False},
    "seed below zero": {"seed": -1},
    "network of nothing": {"network": None},
    "options as a list": {"options": []},
    "options of lists": {"options": {"hidden": [1]}},
    "recipe of nothing": {"recipe": {}},
    "recipe without number": {"recipe": {"epochs": "10"}},
    "recipe of fewer epochs": {"recipe": {"epochs": 9}},
    "counts as text": {"counts": {"train": "1", "validation": 0, "test": 1}},
    "counts of two parts": {"counts": {"train": 60_000, "test": 10_000}},
    "counts of four": lambda f: f["counts"].update(extra=1),
    "counts of fewer": lambda f: f["counts"].update(test=9_999),
    "counts too large": lambda f: f["counts"].update(test=10**12),
    "held out of nothing": lambda f: f["counts"].update(validation=5),
    "history cut": lambda f: f["epochs"].pop(),
    "history longer": lambda f: f["epochs"].append(f["epochs"][0]),
    "history of text": {"epochs": "10"},
    "history of nan": lambda f: f["epochs"][0].update(train_loss=float("nan")),
    "history of inf": lambda f: f["epochs"][0].update(train_loss=1e999),
    "history below 0": lambda f: f["epochs"][0].update(train_accuracy=-0.1),
    "history beyond 100": lambda f: f["epochs"][0].update(train_accuracy=101),
    "history of more": lambda f: f["epochs"][0].update(other=1.0),
    "history of less": lambda f: f["epochs"][0].pop("train_loss"),
    "accuracy as text": {"test_accuracy": "98.9"},
    "accuracy of nan": {"test_accuracy": float("nan")},
    "accuracy beyond 100": {"test_accuracy": 100.5},
    "accuracy below 0": {"test_accuracy": -1.0},
    "accuracy of others": {"test_accuracy": 89.94},
    "accuracy of nothing": {"test_accuracy": None},
    "seconds below 0": {"seconds": -1},
    "date of nothing": {"date": "yesterday"},
    "versions of numbers": {"versions": {"torch": 2}},
    "right of numbers": {"right": {"": 1}},
    "right of nothing": first_right(""),
    "right of fewer": first_right("8:c-mYW"),
    "right without count": first_right("c-qBN"),
    "right of another count": lambda f: f["right"].update(
        {"": f["right"][""].replace("10000:", "9999:")}
    ),
    "right of a huge count": lambda f: f["right"].update(
        {"": f["right"][""].replace("10000:", "1" + "0" * 30 + ":")}
    ),
    "right cut": lambda f: f["right"].update({"": f["right"][""][:-9]}),
    "right changed": lambda f: f["right"].update(
        {"": f["right"][""].replace("z", "y")}
    ),
    "right with more": lambda f: f["right"].update(
        {"": f["right"][""] + "00000"}
    ),
    "a field too many": {"extra": 1},
    "a field named self": {"self": 1},
    "a field missing": lambda f: f.pop("device"),
    "nothing": lambda f: f.clear(),
}


def change(fields, fault):
    fault(fields) if callable(fault) else fields.update(fault)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_records_that_are_none_are_refused_by_name(fault, tmp_path):
    """They have no checksum, as those that were made before it."""
    fields = json.loads(SHIPPED.read_text("utf-8"))
    change(fields, fault)
    (tmp_path / NAME).write_text(json.dumps(fields))
    with pytest.raises(CourseError, match=NAME) as caught:
        runs.read(tmp_path)
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 700


TEXT = SHIPPED.read_text("utf-8")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"3",
        TEXT[: len(TEXT) // 2].encode(),
        TEXT.encode("utf-16"),
        TEXT.replace("AMD", "\xe4").encode("latin-1"),
        TEXT.replace('"seed": 0,', '"seed": 1, "seed": 0,').encode(),
        TEXT.replace('"test": 10000', '"test": 1, "test": 10000').encode(),
        TEXT.replace('"seed": 0', '"seed": ' + "9" * 5_000).encode(),
        b"[" * 100_000,
        TEXT.encode() + b" " * 2**24,
    ],
    ids=range(12),
)
def test_files_that_are_no_records(content, tmp_path):
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(CourseError, match=NAME):
        runs.read(tmp_path)


@pytest.mark.parametrize(
    "make",
    [
        os.mkfifo,
        os.mkdir,
        lambda path: os.symlink("/dev/zero", path),
        lambda path: os.symlink("/nowhere", path),
    ],
    ids=["fifo", "folder", "device", "nothing"],
)
def test_only_regular_files_are_opened(make, tmp_path):
    make(tmp_path / NAME)
    with pytest.raises(CourseError, match=NAME):
        runs.read(tmp_path)


def test_a_little_file_does_not_unpack_to_a_large_one(tmp_path):
    """Eight answers were announced, and a hundred million are packed."""
    packed = reading.pack(torch.zeros(10**8, dtype=torch.bool))
    tracemalloc.start()
    with pytest.raises(CourseError, match="damaged"):
        reading.unpack("8:" + packed.partition(":")[2])
    assert tracemalloc.get_traced_memory()[1] < 10**6
    tracemalloc.stop()


def test_a_changed_byte_of_a_record_is_noticed(tmp_path):
    """A record is what was written, or refused."""
    run = reading.read_one(SHIPPED)
    path = run.save(tmp_path)
    whole = path.read_bytes()
    assert reading.read_one(path) == run
    draws = random.Random(0)
    refused = 0
    for _ in range(300):
        content = bytearray(whole)
        for _ in range(draws.choice((1, 1, 5))):
            content[draws.randrange(len(whole))] = draws.randrange(256)
        path.write_bytes(content)
        try:
            found = reading.read_one(path)
        except CourseError:
            refused += 1
        else:  # white space, or the byte that was there
            assert found == run
    assert refused > 270


def test_records_of_all_times_load_as_they_are():
    folders = [
        SHIPPED.parent,
        *(SHIPPED.parent / w for w in ("first", "second")),
    ]
    count = 0
    for path in (path for f in folders for path in f.glob("*.json")):
        fields = json.loads(path.read_text("utf-8"))
        fields.pop("sha256", None)
        fields = {"right": {}, "measured": {}} | fields
        assert asdict(reading.read_one(path)) == fields
        count += 1
    assert count >= 80


def test_a_damaged_record_is_not_taken_for_made(plans, tmp_path):
    (tmp_path / "small-seed0.json").write_text("{")
    with pytest.raises(CourseError, match=r"small-seed0\.json"):
        list(runs.record([], tmp_path))


def test_seeds_that_were_tested_on_different_pictures(plans, tmp_path):
    first, second = (
        runs.carry_out("small", plans["small"], s) for s in (0, 1)
    )
    counts = {**second.counts, "test": 299}
    first.save(tmp_path)
    kept = {"": reading.pack(reading.unpack(second.right[""])[1:])}
    replace(second, counts=counts, right=kept).save(tmp_path)
    with pytest.raises(CourseError, match="different pictures"):
        runs.load("small", tmp_path)


def test_a_file_is_there_whole_or_not_at_all(tmp_path, monkeypatch):
    run = reading.read_one(SHIPPED)
    leftover = tmp_path / f"{NAME}.partial"
    leftover.write_text("of a killed process")
    run.save(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [NAME]

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(CourseError, match=r"written \(No space left"):
        replace(run, name="x").save(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


# Whose commit a record names.


def git(folder, *words):
    who = ["-c", "user.name=A", "-c", "user.email=a@b.c"]
    done = subprocess.run(
        ["git", *who, *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def project(folder, name):
    """Make a project of git with a file of its own; return its commit."""
    folder.mkdir(exist_ok=True)
    (folder / "pyproject.toml").write_text(f'[project]\nname = "{name}"\n')
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")
    return git(folder, "rev-parse", "--short=12", "HEAD")


@pytest.fixture
def commit_of(monkeypatch):
    """Return what the copy of the package in a folder says."""

    def says(folder, **variables):
        copied = folder / "cnncourse" / "runs" / "recording.py"
        with monkeypatch.context() as patch:
            patch.setattr(recording, "__file__", str(copied))
            for name, value in variables.items():
                patch.setenv(name, value)
            return recording._commit()

    return says


def install(folder):
    """Put a copy of the package into a folder, as pip does."""
    here = Path(recording.__file__).parents[1]
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(here, folder / "cnncourse", ignore=ignore)
    return folder


def test_a_commit_is_the_course_s_own(commit_of, tmp_path):
    theirs, ours = tmp_path / "theirs", tmp_path / "ours"
    foreign = project(theirs, "homework")
    # Installed into a student's project, and copied to its top.
    inside = install(theirs / ".venv")
    assert commit_of(inside) == "unknown"
    install(theirs)
    assert commit_of(theirs) == "unknown"
    git(theirs, "add", "-A")
    git(theirs, "commit", "-qm", "with the course")
    assert commit_of(theirs) == "unknown"
    # Its whole checkout, copied into a folder of theirs.
    below = theirs / "course"
    project(below, "cnncourse")
    shutil.rmtree(below / ".git")
    install(below)
    git(theirs, "add", "-A")
    git(theirs, "commit", "-qm", "with its files")
    assert commit_of(below) == "unknown"
    # A checkout of the course; a hook of theirs names another folder.
    install(ours)
    own = project(ours, "cnncourse")
    assert commit_of(ours) == own != foreign
    assert commit_of(ours, GIT_DIR=str(theirs / ".git")) == own
    # Installed beside a checkout that it does not come from.
    assert commit_of(install(ours / "site-packages")) == "unknown"
    (ours / "cnncourse" / "errors.py").open("a").write("# changed\n")
    assert commit_of(ours) == f"{own}+"


def test_without_git_there_is_no_commit(commit_of, tmp_path):
    assert commit_of(install(tmp_path), PATH="") == "unknown"
