"""A run that is killed, stopped or out of disk ends as if nothing was."""

import errno
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
import traceback
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
import torch
from torch import nn

from cnncourse import architectures, datasets, training
from cnncourse.__main__ import main
from cnncourse.augmentation import Augment, Crop, Flip, Noise
from cnncourse.errors import CourseError
from cnncourse.training import Recipe, checkpoints, keeper, loop

ROOT = Path(__file__).resolve().parents[1]
AUGMENT = Augment(Flip(), Crop(padding=1), Noise(0.05))
FULL = Recipe(  # all that has a state
    epochs=3,
    batch_size=40,
    lr=0.02,
    ema=0.9,
    mixup=0.2,
    cutmix=1.0,
    clip=1.0,
    label_smoothing=0.1,
    weight_decay=0.01,
    patience=3,
)
PLAIN = Recipe(
    epochs=2, batch_size=40, optimizer="sgd", lr=0.05, schedule="cosine"
)
STEPS = 4  # of an epoch: 40, 40, 40 and 24 pictures


def load() -> datasets.Data:
    return datasets.load("digits", train=144, validation=60)


@pytest.fixture(scope="module")
def data():
    return load()


@pytest.fixture
def eager(monkeypatch):
    """Save after every step."""
    monkeypatch.setattr(keeper, "SAVE_SECONDS", 0)
    monkeypatch.setattr(keeper, "STRIDE", 1)


def build(seed: int = 3) -> nn.Module:
    """Return a small network with all that behaves differently in training."""
    torch.manual_seed(seed)
    return nn.Sequential(
        nn.Conv2d(1, 8, 3, padding=1, bias=False),
        nn.BatchNorm2d(8),
        nn.ReLU(),
        nn.Conv2d(8, 8, 3, stride=2, padding=1),
        nn.Dropout(0.2),
        nn.Flatten(),
        nn.Linear(128, 10),
    )


class Disk:
    """A file whose writing a test can spoil."""

    def __init__(self, path, mode):
        self.file = open(path, mode)  # noqa: SIM115

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()

    def __getattr__(self, name):
        return getattr(self.file, name)


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
        known = path.name == ".lock" or path.name.removesuffix(".partial")
        assert known is True or known in final, path
        if path.name in final:
            checkpoints.read_checkpoint(path)
    if not (folder / "last.pt").exists():
        return None
    state = torch.load(folder / "last.pt", weights_only=True)
    return len(state["history"]["epochs"]), state["progress"]["step"]


def keep(data, folder: Path, out: Path) -> None:
    """Run to the end, and write down how it was."""
    keeper.SAVE_SECONDS, keeper.STRIDE = 0, 1
    long = replace(FULL, epochs=4, batch_size=16)
    model, history = train(data, long, folder)
    torch.save(
        {
            "weights": model.state_dict(),
            "epochs": history.epochs,
            "test_accuracy": history.test_accuracy,
            "best": weights_of(folder / "best.pt"),
        },
        out,
    )


def kill_at_random(data, folder: Path) -> dict:
    """Kill the same run again and again; tell what was seen."""
    folder.mkdir()
    began = time.perf_counter()
    assert ended(fork(lambda: keep(data, folder / "0", folder / "0.out"))) == 0
    most = (time.perf_counter() - began) / 8
    delays, places, kills, run = random.Random(0), [], 0, 0
    while kills < 20 and run < 40:
        run += 1
        room, out = folder / str(run), folder / f"{run}.out"
        for turn in range(100):
            pid = fork(lambda room=room, out=out: keep(data, room, out))
            if turn < 99:
                time.sleep(delays.uniform(0, most))
                os.kill(pid, signal.SIGKILL)
            status = ended(pid)
            if status == 0:
                if turn == 0:
                    most /= 1.5  # the machine is less busy than it was
                break
            assert status == -signal.SIGKILL
            kills += 1
            places.append((run, look(room)))
            if len(places) > 3 and len(set(places[-4:])) == 1:
                most *= 1.5  # a busy machine: too short to do anything
        assert not list(room.glob("*.partial"))
    return {"kills": kills, "places": places, "runs": run}


MOMENTS = ("write", "replace", "done")


def die_within(moment: str, number: int) -> None:
    """Let this process die while it writes its file of that number."""
    left = [number]

    def now(what: str) -> bool:
        left[0] -= what == moment
        return left[0] <= 0 and what == moment

    def die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    class File(Disk):
        def write(self, content):
            if now("write"):
                self.file.write(content[: len(content) // 2])
                self.file.flush()
                die()
            self.file.write(content)

    rename = os.replace

    def renamed(one, other):
        if now("replace"):
            die()
        rename(one, other)
        if now("done"):
            die()

    checkpoints.open, os.replace = File, renamed


def kill_within_writes(data, folder: Path) -> dict:
    """Kill a run while it writes each of its files; tell what went wrong."""
    short = replace(FULL, epochs=2, batch_size=72)
    whole = train(data, short, folder / "whole")
    best, deaths, wrong = weights_of(folder / "whole" / "best.pt"), 0, []
    for moment in MOMENTS:
        for number in count(1):
            room = folder / f"{moment}{number}"

            def work(room=room, moment=moment, number=number):
                keeper.SAVE_SECONDS, keeper.STRIDE = 0, 1
                die_within(moment, number)
                train(data, short, room)

            if ended(fork(work)) != -signal.SIGKILL:
                break  # it has ended before its file of that number
            deaths += 1
            try:
                look(room)
                assert_same_run(train(data, short, room), whole)
                ours = weights_of(room / "best.pt")
                assert all(torch.equal(ours[n], best[n]) for n in best)
                assert not list(room.glob("*.partial"))
            except (AssertionError, CourseError) as error:
                wrong.append(f"{moment} {number}: {error!r}")
    return {"deaths": deaths, "wrong": wrong}


def program(folder: Path) -> None:
    """Kill in all ways; print what was seen."""
    torch.set_num_threads(1)
    data = load()
    train(data, replace(FULL, epochs=1))  # what torch loads at first use
    seen = {
        "random": kill_at_random(data, folder / "random"),
        "writes": kill_within_writes(data, folder / "writes"),
    }
    print(json.dumps(seen))


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """What this file prints as a program, and the folder it worked in."""
    folder = tmp_path_factory.mktemp("killed")
    done = subprocess.run(
        [sys.executable, __file__, str(folder)],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "CUDA_VISIBLE_DEVICES": "",  # its threads do not survive a fork
        },
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout), folder


def test_kills_at_random_moments_change_nothing(killed):
    seen, folder = killed
    seen, folder = seen["random"], folder / "random"
    assert seen["kills"] >= 20
    inside = {tuple(at) for _, at in seen["places"] if at and at[1] > 0}
    assert len(inside) >= 8, seen["places"]
    expected = torch.load(folder / "0.out", weights_only=True)
    for run in range(1, seen["runs"] + 1):
        state = torch.load(folder / f"{run}.out", weights_only=True)
        for part in ("weights", "best"):
            ours, theirs = state.pop(part), expected[part]
            assert ours.keys() == theirs.keys()
            assert all(torch.equal(ours[n], theirs[n]) for n in ours), part
        assert all(state[name] == expected[name] for name in state)


def test_kills_at_every_moment_of_writing_change_nothing(killed):
    seen, _ = killed
    assert not seen["writes"]["wrong"]
    # Two epochs of two steps write seven times last.pt, and best.pt.
    assert seen["writes"]["deaths"] >= 8 * len(MOMENTS)


# Interruptions after each step, in this process.


class Cut(BaseException):
    """Ends a run where nobody catches it."""


def cut_after(monkeypatch, step: int, saved: bool) -> None:
    """Let the run end after so many steps, before or after a checkpoint."""
    after_step = keeper.Keeper.after_step
    left = [step]

    def cut(keeper, job):
        left[0] -= 1
        if left[0] == 0 and not saved:
            raise Cut
        after_step(keeper, job)
        if left[0] == 0:
            raise Cut

    monkeypatch.setattr(keeper.Keeper, "after_step", cut)


@pytest.mark.parametrize("saved", [True, False])
@pytest.mark.parametrize("step", range(1, 2 * STEPS + 1))
def test_every_step_can_be_the_last(data, whole, eager, tmp_path, step, saved):
    with pytest.MonkeyPatch.context() as patch:
        cut_after(patch, step, saved)
        with pytest.raises(Cut):
            train(data, PLAIN, tmp_path)
    done = step if saved else step - 1
    at = look(tmp_path)
    if done % STEPS == 0 and not saved:  # the epoch before has ended
        assert at == ((done // STEPS, 0) if done else None)
    else:
        assert at == ((done - 1) // STEPS, (done - 1) % STEPS + 1)
    assert_same_run(train(data, PLAIN, tmp_path), whole(PLAIN))


@pytest.mark.parametrize("recipe", [PLAIN, FULL])
@pytest.mark.parametrize("kind", [torch.float32, torch.float64])
def test_fused_optimizers_go_on_with_their_state(
    data, eager, tmp_path, recipe, kind
):
    """What AdamW counts steps in, and momentum in the weights' precision."""

    class Wide(nn.Sequential):
        def forward(self, x):
            return super().forward(x.to(kind))

    def network():
        return Wide(*build()).to(kind)

    expected = train(data, recipe, None, network())
    with pytest.MonkeyPatch.context() as patch:
        cut_after(patch, STEPS + 2, True)
        with pytest.raises(Cut):
            train(data, recipe, tmp_path, network())
    state = torch.load(tmp_path / "last.pt", weights_only=True)
    optimizer = state["progress"]["optimizer"]
    assert all(group["fused"] for group in optimizer["param_groups"])
    for kept in optimizer["state"].values():
        step = kept.pop("step", torch.tensor(STEPS + 2.0))
        assert float(step) == STEPS + 2 and step.dtype == torch.float32
        assert kept and all(tensor.dtype == kind for tensor in kept.values())
    again = train(data, recipe, tmp_path, network())
    assert_same_run(again, expected)


def test_a_step_without_a_checkpoint_is_repeated(data, whole, tmp_path):
    with pytest.MonkeyPatch.context() as patch:
        cut_after(patch, STEPS + 3, True)
        with pytest.raises(Cut):
            train(data, PLAIN, tmp_path)
    assert look(tmp_path) == (1, 0)
    assert_same_run(train(data, PLAIN, tmp_path), whole(PLAIN))


@pytest.mark.parametrize("recipe", [PLAIN, FULL])
@pytest.mark.parametrize("call", [1, 2, 3])
def test_evaluations_can_be_cut(data, whole, eager, tmp_path, call, recipe):
    """The third one of PLAIN is on the test part."""
    evaluate, left = training.evaluate, [call]

    def cut(*arguments):
        left[0] -= 1
        if left[0] == 0:
            raise Cut
        return evaluate(*arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loop, "evaluate", cut)
        with pytest.raises(Cut):
            train(data, recipe, tmp_path)
    at = look(tmp_path)
    if recipe is PLAIN:
        assert at == ((2, 0) if call == 3 else (call - 1, STEPS))
    assert_same_run(train(data, recipe, tmp_path), whole(recipe))


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5, 6])
def test_patience_remembers_the_best_weights(
    data, eager, tmp_path, monkeypatch, step
):
    """Epoch 1 is the best one by decree, so epoch 3 is the last."""
    recipe = replace(FULL, epochs=9, batch_size=72, patience=2)
    accuracy = {1: 50.0, 2: 40.0, 3: 30.0}
    seen = {}

    def judge(model, data, part, *_):
        if part is not kept.job.data.validation:
            return 0.0
        epoch = kept.job.epoch + 1
        seen[epoch] = {k: t.clone() for k, t in model.state_dict().items()}
        return accuracy[epoch]

    kept = None
    start = keeper.Keeper.__init__

    def remember(self, *arguments):
        nonlocal kept
        kept = self
        start(self, *arguments)

    monkeypatch.setattr(keeper.Keeper, "__init__", remember)
    monkeypatch.setattr(loop, "evaluate", judge)
    with pytest.MonkeyPatch.context() as patch:
        cut_after(patch, step, True)
        with pytest.raises(Cut):
            train(data, recipe, tmp_path)
    model, history = train(data, recipe, tmp_path)
    assert history["validation_accuracy"] == [50.0, 40.0, 30.0]
    assert same(model, seen[1]) and not same(model, seen[3])
    assert same(model, weights_of(tmp_path / "best.pt"))


def test_a_finished_run_is_read_and_not_trained(
    data, whole, tmp_path, monkeypatch
):
    expected = whole(FULL)
    folder = whole.folder(FULL)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    monkeypatch.setattr(loop, "train_epoch", None)
    again = train(data, FULL, folder, build(seed=9))
    assert_same_run(again, expected)
    assert again[1].seconds == expected[1].seconds
    assert before == {path: path.read_bytes() for path in folder.iterdir()}


OTHERS = {
    "lr 0.05, not 0.01": {"recipe": replace(PLAIN, lr=0.01)},
    "epochs 2, not 5": {"recipe": replace(PLAIN, epochs=5)},
    "seed 0, not 1": {"seed": 1},
    "augment": {"augment": None},
    "Flip": {"augment": Augment(Flip())},
    r"network 'Sequential \(": {
        "model": nn.Sequential(nn.Flatten(), nn.Linear(64, 10))
    },
    # Weights of the same shapes, and something else between them.
    r"not 'Sequential \(": {"model": build().append(nn.Tanh())},
    "data": {"data": ("digits", {"train": 143, "validation": 60})},
    "seed 0, not 1; lr 0.05, not 0.01": {
        "recipe": replace(PLAIN, lr=0.01),
        "seed": 1,
    },
}


@pytest.mark.parametrize("names", OTHERS)
@pytest.mark.parametrize("finished", [True, False])
def test_another_run_is_refused_by_name(
    data, whole, eager, tmp_path, names, finished
):
    if finished:
        shutil.copytree(whole.folder(PLAIN), tmp_path, dirs_exist_ok=True)
    else:
        with pytest.MonkeyPatch.context() as patch:
            cut_after(patch, 2, True)
            with pytest.raises(Cut):
                train(data, PLAIN, tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    given = {
        "model": build(),
        "data": data,
        "recipe": PLAIN,
        "augment": AUGMENT,
        "folder": tmp_path,
        "device": "cpu",
        **OTHERS[names],
    }
    if isinstance(given["data"], tuple):
        name, options = given["data"]
        given["data"] = datasets.load(name, **options)
    with pytest.raises(CourseError, match=names) as caught:
        training.fit(**given)
    assert str(tmp_path / "last.pt") in str(caught.value)
    assert before == {path: path.read_bytes() for path in tmp_path.iterdir()}


def test_a_checkpoint_cut_short_is_refused_in_a_sentence(
    data, whole, tmp_path
):
    path = tmp_path / "last.pt"
    good = (whole.folder(PLAIN) / "last.pt").read_bytes()
    for bad in (good[:-100], good[:1000], b"", b"text", bytes(5000)):
        path.write_bytes(bad)
        with pytest.raises(CourseError, match=r"last\.pt is not a check"):
            train(data, PLAIN, tmp_path)
        assert path.read_bytes() == bad


def test_best_weights_alone_are_no_run_to_go_on_with(data, whole, tmp_path):
    best = (whole.folder(PLAIN) / "best.pt").read_bytes()
    (tmp_path / "last.pt").write_bytes(best)
    with pytest.raises(CourseError, match=r"last\.pt"):
        train(data, PLAIN, tmp_path)


# Disks that are full.


class Full(Disk):
    """A file on a disk with room for half of it."""

    def write(self, content):
        self.file.write(content[: len(content) // 2])
        self.file.flush()
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def fail(*_):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@contextmanager
def small_files():
    """Let the system itself refuse files of more than 5,000 bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def patched(where, name, value):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(where, name, value, raising=False)
        yield


FAILURES = {
    "write": (lambda: patched(checkpoints, "open", Full), "No space left"),
    "open": (lambda: patched(checkpoints, "open", fail), "No space left"),
    "fsync": (lambda: patched(os, "fsync", fail), "No space left"),
    "replace": (lambda: patched(os, "replace", fail), "No space left"),
    "system": (small_files, "File too large"),
}


@pytest.mark.parametrize("way", FAILURES)
def test_a_full_disk_keeps_the_last_good_file(
    data, whole, eager, tmp_path, way
):
    failure, words = FAILURES[way]
    with pytest.MonkeyPatch.context() as patch:
        cut_after(patch, STEPS + 2, True)
        with pytest.raises(Cut):
            train(data, PLAIN, tmp_path)
    good = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert {path.name for path in good} == {"last.pt", "best.pt"}
    with failure(), pytest.warns(UserWarning, match=words) as seen:
        run = train(data, PLAIN, tmp_path)
    assert "the one before it is kept" in str(seen[0].message)
    assert_same_run(run, whole(PLAIN))
    assert good == {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert look(tmp_path) == (1, 2)
    assert_same_run(train(data, PLAIN, tmp_path), whole(PLAIN))
    state = checkpoints.read_checkpoint(tmp_path / "last.pt")
    assert state["progress"]["finished"]


def test_a_disk_with_room_again_is_used_again(
    data, whole, eager, tmp_path, monkeypatch
):
    """Only the files of the first seven steps and more are refused."""
    fsync, calls = os.fsync, []

    def sometimes(number):
        calls.append(number)
        if len(calls) < 8:
            fail()
        fsync(number)

    monkeypatch.setattr(os, "fsync", sometimes)
    with pytest.warns(UserWarning, match="could not be written") as seen:
        run = train(data, PLAIN, tmp_path)
    assert "kept" not in str(seen[0].message)  # there was none before it
    assert_same_run(run, whole(PLAIN))
    assert same(run[0], weights_of(tmp_path / "last.pt"))
    assert not list(tmp_path.glob("*.partial"))


def test_a_save_by_hand_says_what_is_wrong(tmp_path):
    path = tmp_path / "mine.pt"
    full = patched(checkpoints, "open", Full)
    with full, pytest.raises(CourseError, match=r"No space left.*make room"):
        training.save_checkpoint(build(), path, training.History())
    assert not list(tmp_path.iterdir())


# Ctrl-C.


def press(model: nn.Module, step: int, times: int = 1) -> None:
    """Press Ctrl-C while the network is in a training step."""
    left = [step]

    def pressed(module, images):
        step = module.training and torch.is_grad_enabled()
        left[0] -= step
        if step and left[0] == 0:
            for _ in range(times):
                signal.raise_signal(signal.SIGINT)

    model.register_forward_pre_hook(pressed)


def assert_usable(model, data) -> None:
    tensors = [*model.parameters(), *model.buffers()]
    assert all(tensor.isfinite().all() for tensor in tensors)
    assert all(tensor.is_contiguous() for tensor in tensors)
    assert 0 <= training.evaluate(model, data, data.test) <= 100


@pytest.mark.parametrize("recipe", [PLAIN, FULL])
@pytest.mark.parametrize("step", [1, STEPS, STEPS + 2])
def test_ctrl_c_stops_after_the_step(
    data, whole, tmp_path, capfd, step, recipe
):
    before = signal.getsignal(signal.SIGINT)
    model = build()
    press(model, step)
    with pytest.raises(KeyboardInterrupt) as caught:
        train(data, recipe, tmp_path, model)
    assert str(caught.value) == (
        f"Stopped after epoch {(step - 1) // STEPS} of {recipe.epochs} and "
        f"{(step - 1) % STEPS + 1} more steps. The network keeps what it has "
        "learned; the same command goes on from here."
    )
    assert "Stopping after this step" in capfd.readouterr().err
    assert signal.getsignal(signal.SIGINT) is before
    assert not model.training
    assert look(tmp_path) == ((step - 1) // STEPS, (step - 1) % STEPS + 1)
    state = checkpoints.read_checkpoint(tmp_path / "last.pt")
    assert same(model, state["progress"]["model"])
    assert_usable(model, data)
    assert_same_run(train(data, recipe, tmp_path), whole(recipe))


def test_ctrl_c_without_a_folder_keeps_the_network(data):
    model = build()
    press(model, STEPS + 1)
    with pytest.raises(KeyboardInterrupt, match=r"with folder=\.\.\."):
        train(data, PLAIN, None, model)
    assert_usable(model, data)
    assert not same(model, build().state_dict())


def test_ctrl_c_in_the_last_evaluation_loses_nothing(
    data, whole, tmp_path, monkeypatch
):
    evaluate, left = training.evaluate, [PLAIN.epochs + 1]

    def pressed(*arguments):
        left[0] -= 1
        if left[0] == 0:
            signal.raise_signal(signal.SIGINT)
        return evaluate(*arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loop, "evaluate", pressed)
        with pytest.raises(KeyboardInterrupt):
            train(data, PLAIN, tmp_path)
    monkeypatch.setattr(loop, "train_epoch", None)
    assert_same_run(train(data, PLAIN, tmp_path), whole(PLAIN))


def test_the_second_ctrl_c_acts_at_once(data, whole, tmp_path):
    before = signal.getsignal(signal.SIGINT)
    model = build()
    press(model, STEPS + 2, times=2)
    with pytest.raises(KeyboardInterrupt) as caught:
        train(data, PLAIN, tmp_path, model)
    assert not str(caught.value)  # no step was awaited
    assert signal.getsignal(signal.SIGINT) is before
    assert look(tmp_path) == (1, 0)
    assert_usable(model, data)
    assert_same_run(train(data, PLAIN, tmp_path), whole(PLAIN))


def test_a_thread_trains_too(data, whole):
    before = signal.getsignal(signal.SIGINT)
    runs = []
    thread = threading.Thread(target=lambda: runs.append(train(data)))
    thread.start()
    thread.join(60)
    assert_same_run(runs[0], whole(PLAIN))
    assert signal.getsignal(signal.SIGINT) is before


def test_the_command_goes_on_where_it_was_stopped(
    tmp_path, monkeypatch, capsys
):
    words = ["train", "lenet5_modern", "--epochs", "1", "--scale", "quick"]
    create = architectures.create

    def stopping(*arguments, **options):
        model = create(*arguments, **options)
        press(model, 7)
        return model

    stopped, whole = tmp_path / "stopped", tmp_path / "whole"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(architectures, "create", stopping)
        assert main([*words, "--out", str(stopped)]) == 130
    said = capsys.readouterr()
    assert said.err.splitlines()[-1].startswith(
        "cnncourse: Stopped after epoch 0 of 1 and 7 more steps."
    )
    assert "test accuracy" not in said.out
    assert look(stopped) == (0, 7)
    for folder in (stopped, whole):
        assert main([*words, "--out", str(folder)]) == 0
        assert "test accuracy" in capsys.readouterr().out
    ours, theirs = (
        weights_of(stopped / "last.pt"),
        weights_of(whole / "last.pt"),
    )
    assert all(torch.equal(ours[name], theirs[name]) for name in theirs)


def test_the_command_without_room_for_any_file_reports_and_fails(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr(os, "fsync", fail)
    words = ["train", "lenet5_modern", "--epochs", "1", "--scale", "quick"]
    with pytest.warns(UserWarning, match="could not be written"):
        status = main([*words, "--out", str(tmp_path)])
    said = capsys.readouterr()
    assert status == 2
    assert " % on the test part, and is not saved" in said.err
    assert "No space left on device" in said.err


if __name__ == "__main__":
    program(Path(sys.argv[1]))
