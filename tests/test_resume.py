"""A run that is killed, stopped or out of disk ends as if nothing was."""

import errno
import json
import os
import random
import resource
import signal
import subprocess
import sys
import threading
import time
import traceback
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import nn

from cnncourse import architectures, checkpoints, datasets, training
from cnncourse.__main__ import main
from cnncourse.augmentation import Augment, Crop, Flip, Noise
from cnncourse.errors import CourseError
from cnncourse.training import Recipe

ROOT = Path(__file__).resolve().parents[1]
AUGMENT = Augment(Flip(), Crop(padding=1), Noise(0.05))
FULL = Recipe(  # all that has a state
    epochs=4, batch_size=16, lr=0.02, ema=0.9, mixup=0.2, cutmix=1.0,
    clip=1.0, label_smoothing=0.1, weight_decay=0.01, patience=3,
)  # fmt: skip
PLAIN = Recipe(
    epochs=3, batch_size=40, optimizer="sgd", lr=0.05, schedule="cosine"
)
STEPS = 4  # of an epoch of PLAIN: 40, 40, 40 and 24 pictures


def load() -> datasets.Data:
    return datasets.load("digits", train=144, validation=60)


@pytest.fixture(scope="module")
def data():
    return load()


@pytest.fixture
def eager(monkeypatch):
    """Save after every step."""
    monkeypatch.setattr(training, "SAVE_SECONDS", 0)
    monkeypatch.setattr(training, "STRIDE", 1)


def build(seed: int = 3) -> nn.Module:
    """Return a small network; its last layer is large enough for a disk."""
    torch.manual_seed(seed)
    return nn.Sequential(
        nn.Conv2d(1, 8, 3, padding=1, bias=False),
        nn.BatchNorm2d(8),
        nn.ReLU(),
        nn.Dropout(0.2),
        nn.Flatten(),
        nn.Linear(512, 10),
    )


def same(model: nn.Module, state: dict) -> bool:
    ours = model.state_dict()
    return ours.keys() == state.keys() and all(
        torch.equal(ours[name], state[name]) for name in ours
    )


def train(data, recipe=PLAIN, folder=None, model=None):
    """Fit a network; return it and its history."""
    model = build() if model is None else model
    history = training.fit(
        model, data, recipe, augment=AUGMENT, device="cpu", folder=folder
    )
    return model, history


def assert_same_run(run, expected) -> None:
    """Compare weights and history, without the seconds."""
    (model, history), (other, theirs) = run, expected
    assert same(model, other.state_dict())
    assert history.epochs == theirs.epochs
    assert history.test_accuracy == theirs.test_accuracy


@pytest.fixture(scope="module")
def whole(data, tmp_path_factory):
    """Uninterrupted runs by recipe, with what they leave in a folder."""
    runs = {}

    def run(recipe):
        if recipe not in runs:
            folder = tmp_path_factory.mktemp("whole")
            runs[recipe] = (train(data, recipe, folder), folder)
        return runs[recipe][0]

    run.folder = lambda recipe: (run(recipe), runs[recipe][1])[1]
    return run


def weights_of(path: Path) -> dict:
    return checkpoints.read_checkpoint(path)["weights"]


# Kills. They need processes that fork, from one that has not trained yet:
# this file, run as a program.


def fork(work) -> int:
    """Do some work in a process that shares all that is loaded here."""
    pid = os.fork()
    if pid:
        return pid
    try:
        work()
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


def ended(pid: int) -> int:
    """Wait for a process; return its exit status, or minus its signal."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def look(folder: Path) -> tuple[int, int] | None:
    """Return epoch and step of `last.pt`; all files must be sound."""
    final = {"last.pt", "best.pt"}
    for path in folder.glob("*"):
        assert path.name.removesuffix(".partial") in final, path
        if path.name in final:
            checkpoints.read_checkpoint(path)
    if not (folder / "last.pt").exists():
        return None
    state = torch.load(folder / "last.pt", weights_only=True)
    return len(state["history"]["epochs"]), state["progress"]["step"]


def keep(data, folder: Path, out: Path) -> None:
    """Run to the end, and write down how it was."""
    training.SAVE_SECONDS, training.STRIDE = 0, 1
    model, history = train(data, FULL, folder)
    torch.save(
        {
            "weights": model.state_dict(),
            "epochs": history.epochs,
            "test_accuracy": history.test_accuracy,
            "best": weights_of(folder / "best.pt"),
        },
        out,
    )


def kill_at_random(folder: Path) -> None:
    """Kill the same run again and again; print what was seen."""
    torch.set_num_threads(1)
    data = load()
    AUGMENT(data.train.images[:2], torch.Generator().manual_seed(0))
    began = time.perf_counter()
    assert ended(fork(lambda: keep(data, folder / "0", folder / "0.out"))) == 0
    most = (time.perf_counter() - began) / 4
    delays, places, kills, run = random.Random(0), [], 0, 0
    while kills < 30 and run < 20:  # a run that ends early is not the last
        run += 1
        room, out = folder / str(run), folder / f"{run}.out"
        for turn in range(100):
            pid = fork(lambda room=room, out=out: keep(data, room, out))
            if turn < 99:
                time.sleep(delays.uniform(0, most))
                os.kill(pid, signal.SIGKILL)
            status = ended(pid)
            if status == 0:
                break
            assert status == -signal.SIGKILL
            kills += 1
            places.append((run, look(room)))
            if len(places) > 3 and len(set(places[-4:])) == 1:
                most *= 1.5  # a busy machine: too short to do anything
        assert not list(room.glob("*.partial"))
    print(json.dumps({"kills": kills, "places": places, "runs": run}))


def test_kills_at_random_moments_change_nothing(tmp_path):
    done = subprocess.run(
        [sys.executable, __file__, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    seen = json.loads(done.stdout)
    print(seen)
    assert seen["kills"] >= 20
    inside = {tuple(at) for _, at in seen["places"] if at and at[1] > 0}
    assert len(inside) >= 8, seen["places"]
    expected = torch.load(tmp_path / "0.out", weights_only=True)
    for run in range(1, seen["runs"] + 1):
        state = torch.load(tmp_path / f"{run}.out", weights_only=True)
        for part in ("weights", "best"):
            ours, theirs = state.pop(part), expected[part]
            assert ours.keys() == theirs.keys()
            assert all(torch.equal(ours[n], theirs[n]) for n in ours), part
        assert all(state[name] == expected[name] for name in state)


if __name__ == "__main__":
    kill_at_random(Path(sys.argv[1]))
