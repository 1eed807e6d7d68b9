"""What is kept of a run is what was written, by this run, and by one run."""

import contextlib
import errno
import hashlib
import io
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional as F

from cnncourse import datasets, training
from cnncourse.augmentation import Augment, Crop, Flip
from cnncourse.datasets import Split
from cnncourse.errors import CourseError
from cnncourse.training import (
    History,
    Recipe,
    checkpoints,
    keeper,
    loop,
    processes,
)

ROOT = Path(__file__).resolve().parents[1]
RECIPE = Recipe(epochs=2, batch_size=16, lr=0.01)
STEPS = 3  # of an epoch
AUGMENT = Augment(Flip(), Crop(padding=1))


@pytest.fixture(scope="module")
def data():
    data = datasets.load("digits", train=48, validation=20)
    return replace(data, test=data.test[:30])


class Net(nn.Module):
    """A small network with all that behaves differently in training."""

    def __init__(self, seed: int = 0):
        super().__init__()
        torch.manual_seed(seed)
        self.layers = nn.Sequential(
            nn.Conv2d(1, 4, 3),
            nn.BatchNorm2d(4),
            nn.ReLU(),
            nn.Flatten(),
            nn.Dropout(0.2),
            nn.Linear(144, 10),
        )

    def forward(self, x):
        return self.layers(x)


def fit(data, folder=None, model=None, **options):
    """Train; return the weights and the history."""
    model = Net() if model is None else model
    options = {"recipe": RECIPE, "augment": AUGMENT, **options}
    history = training.fit(model, data, device="cpu", folder=folder, **options)
    return model.state_dict(), history


def same(ours: dict, theirs: dict) -> bool:
    return ours.keys() == theirs.keys() and all(
        torch.equal(ours[name], theirs[name]) for name in ours
    )


class Cut(BaseException):
    """Ends a run where nobody catches it."""


@contextlib.contextmanager
def cut(after: int = 2):
    """Let runs save after every step, and end after some."""
    left, after_step = [after], keeper.Keeper.after_step

    def ended(self, job):
        after_step(self, job)
        left[0] -= 1
        if left[0] == 0:
            raise Cut

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keeper, "SAVE_SECONDS", 0)
        patch.setattr(keeper, "STRIDE", 1)
        patch.setattr(keeper.Keeper, "after_step", ended)
        with pytest.raises(Cut):
            yield


@pytest.fixture(scope="module")
def begun(data, tmp_path_factory):
    """The folder of a run that was killed in its second epoch."""
    folder = tmp_path_factory.mktemp("begun")
    with cut(STEPS + 1):
        fit(data, folder)
    assert {p.name for p in folder.iterdir()} == {"last.pt", "best.pt"}
    return folder


@pytest.fixture(scope="module")
def finished(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("finished")
    fit(data, folder)
    return folder


def copied(folder: Path, where: Path) -> Path:
    return Path(shutil.copytree(folder, where, dirs_exist_ok=True))


# Files


def spoil(good: bytes, draws: random.Random) -> bytes:
    """Return a file as a bad disk or a bad copy might leave it."""
    way, size = draws.randrange(6), len(good)
    if way == 0:
        return good[: draws.randrange(size)]
    if way == 1:
        return good + draws.randbytes(draws.randint(1, 200))
    if way == 2:  # a block that was never written
        start = draws.randrange(size)
        zeros = bytes(min(512, size - start))
        return good[:start] + zeros + good[start + len(zeros) :]
    if way == 3:  # a piece is missing in the middle
        start = draws.randrange(size - 1)
        return good[:start] + good[start + draws.randint(1, 64) :]
    bad = bytearray(good)
    for _ in range(draws.randint(1, 20)):
        # Half of them in the records' heads and the directory.
        at = draws.choice((draws.randrange(size), size - 1 - at_end(draws)))
        bad[at] ^= 1 << draws.randrange(8)
    return bytes(bad)


def at_end(draws: random.Random) -> int:
    return draws.randrange(1_500)


@pytest.mark.parametrize("name", ["last.pt", "best.pt"])
def test_no_changed_byte_is_loaded(begun, tmp_path, name):
    good = (begun / name).read_bytes()
    expected = training.read_checkpoint(begun / name)["weights"]
    draws, path, seen = random.Random(0), tmp_path / name, 0
    for _ in range(150):
        bad = spoil(good, draws)
        if bad == good:
            continue
        path.write_bytes(bad)
        seen += 1
        with pytest.raises(CourseError, match=f"{name} is not a checkp"):
            training.load_checkpoint(Net(1), path)
    assert seen > 140
    path.write_bytes(good)
    model = Net(1)
    training.load_checkpoint(model, path)
    assert same(model.state_dict(), expected)


def forged(content: dict) -> bytes:
    """Return a file with the right digest, whatever it holds."""
    file = io.BytesIO()
    torch.save(content, file)
    body = file.getvalue()[:-2] + (64).to_bytes(2, "little")
    return body + hashlib.sha256(body).hexdigest().encode()


WRONG = [
    {"format": "cnncourse checkpoint 2"},
    {"weights": [1]},
    {"weights": {"layers.0.weight": 3}},
    {"history": None},
    {"history": {"epochs": "abc", "test_accuracy": 1.0, "seconds": 1.0}},
    {"history": {"epochs": [{"a": "b"}], "test_accuracy": 1.0}},
    {"history": {"epochs": [], "test_accuracy": "99", "seconds": 1.0}},
    {"history": {"epochs": [], "test_accuracy": True, "seconds": 1.0}},
    {"history": {"epochs": [], "test_accuracy": 1.0, "seconds": -1.0}},
    {"history": {"epochs": [], "more": 1}},
    {"progress": [1]},
]


@pytest.mark.parametrize("change", WRONG)
def test_fields_of_a_wrong_type_are_refused(begun, tmp_path, change):
    content = torch.load(begun / "last.pt", weights_only=True)
    path, model = tmp_path / "last.pt", Net(1)
    path.write_bytes(forged(content))
    training.load_checkpoint(model, path)  # the forgery is a good one
    path.write_bytes(forged({**content, **change}))
    with pytest.raises(CourseError, match=r"last\.pt"):
        training.load_checkpoint(model, path)


@pytest.mark.parametrize(
    "change",
    [
        {"optimizer": {}},
        {"model": None},
        {"random": []},
        {"draws": torch.zeros(3)},
        {"loss_sum": "1"},
        {"plan": "mine"},
        {"plan": {"recipe": 3}},
    ],
)
def test_progress_of_a_wrong_type_is_refused(data, begun, tmp_path, change):
    content = torch.load(begun / "last.pt", weights_only=True)
    content["progress"].update(change)
    (tmp_path / "last.pt").write_bytes(forged(content))
    with pytest.raises(CourseError, match=r"last\.pt"):
        fit(data, tmp_path)


def test_files_without_the_digest_are_refused(begun, tmp_path):
    content = torch.load(begun / "last.pt", weights_only=True)
    torch.save(content, tmp_path / "mine.pt")
    with pytest.raises(CourseError, match=r"mine\.pt is not a checkpoint"):
        training.read_checkpoint(tmp_path / "mine.pt")


def test_names_are_not_swapped(data, begun, tmp_path):
    copied(begun, tmp_path)
    last, best = tmp_path / "last.pt", tmp_path / "best.pt"
    last.rename(tmp_path / "mine.pt")
    training.load_checkpoint(Net(), tmp_path / "mine.pt")  # a name of your own
    best.rename(last)
    (tmp_path / "mine.pt").rename(best)
    for path, name in ((last, "best"), (best, "last")):
        with pytest.raises(CourseError, match=rf"written as {name}\.pt"):
            training.load_checkpoint(Net(), path)
    with pytest.raises(CourseError, match=r"was written as"):
        fit(data, tmp_path)


@pytest.mark.parametrize("name", ["last.pt", "best.pt"])
def test_a_file_of_another_run_is_refused(data, begun, tmp_path, name):
    fit(data, tmp_path / "other", seed=1)
    here = copied(begun, tmp_path / "here")
    shutil.copy(tmp_path / "other" / name, here)
    words = rf"{name} is of another run, with seed 1, not 0"
    with pytest.raises(CourseError, match=words):
        fit(data, here)
    if name == "best.pt":  # nor does a new run leave it beside its own
        (here / "last.pt").unlink()
        with pytest.raises(CourseError, match=words):
            fit(data, here)


@pytest.mark.parametrize("value", [torch.nan, torch.inf])
def test_weights_that_are_no_numbers(data, tmp_path, value):
    bad = Net()
    with torch.no_grad():
        bad.layers[0].weight[1, 0, 2, 2] = value
    path, model = tmp_path / "mine.pt", Net(1)
    training.save_checkpoint(bad, path, History())
    with pytest.raises(CourseError, match=r"values in layers\.0\.weight"):
        training.load_checkpoint(model, path)
    assert same(model.state_dict(), Net(1).state_dict())
    for call in (
        lambda: training.evaluate(bad, data, data.test),
        lambda: training.right(bad, data, data.test),
        lambda: training.robustness([bad], data, lambda x, _: x, [1]),
        lambda: training.fit(bad, data, RECIPE),
    ):
        with pytest.raises(CourseError, match=r"layers\.0\.weight"):
            call()
    with pytest.raises(CourseError, match="outputs holds nan"):
        training.predict(model, torch.full((2, 10), torch.nan))


def test_a_run_that_diverges_in_its_last_step_is_not_saved(data, tmp_path):
    """The loss is of before the step."""
    model, steps = Net(), []

    def spoil(gradient):
        steps.append(1)
        return gradient * (torch.nan if len(steps) > 2 else 1)

    with cut(9) as _, pytest.MonkeyPatch.context():
        model.layers[0].weight.register_hook(
            lambda g: spoil(g) if model.training else g
        )
        with pytest.raises(training.Diverged, match="is nan in epoch 1"):
            fit(data, tmp_path, model)
        raise Cut
    state = training.read_checkpoint(tmp_path / "last.pt")
    assert all(t.isfinite().all() for t in state["weights"].values())


# The same run


def pixel(part: Split) -> Split:
    images = part.images.clone()
    images[3, 0, 2, 2] ^= 1
    return Split(images, part.labels)


def label(part: Split) -> Split:
    labels = part.labels.clone()
    labels[3] = (labels[3] + 1) % 10
    return Split(part.images, labels)


class Other(Net):
    """A network of another class, whose name is that of the first."""


def changed(**members):
    """Return the network with other methods under the same name."""
    return type("Net", (Net,), members)()


def frozen():
    model = Net()
    model.layers[0].weight.requires_grad_(False)
    return model


def loud(self, x):
    return 1.5 * self.layers(x)


def softly(self, x):
    """In training only, where the outputs are the same."""
    x = self.layers(x)
    return x + 0.1 * x.detach() - 0.1 * x.detach() if self.training else x


def stopped(self, x):
    """Only the gradient differs."""
    x = self.layers[:2](x)
    return self.layers[2:](0.5 * x + 0.5 * x.detach())


SMOOTH = {
    "criterion": staticmethod(
        lambda o, y: F.cross_entropy(o, y, label_smoothing=0.1)
    )
}


def shift(by: int):
    def augment(images, generator):
        return images.roll(by, 3)

    return augment


CHANGES = {
    "training pictures": lambda d: {"data": replace(d, train=pixel(d.train))},
    "training pictures of labels": lambda d: {
        "data": replace(d, train=label(d.train))
    },
    "validation pictures": lambda d: {
        "data": replace(d, validation=pixel(d.validation))
    },
    "validation labels": lambda d: {
        "data": replace(d, validation=label(d.validation))
    },
    "test pictures": lambda d: {"data": replace(d, test=pixel(d.test))},
    "test labels": lambda d: {"data": replace(d, test=label(d.test))},
    "fewer test pictures": lambda d: {"data": replace(d, test=d.test[:-1])},
    "mean": lambda d: {"data": replace(d, mean=(d.mean[0] + 1e-4,))},
    "classes mixed": lambda d: {"recipe": replace(RECIPE, mixup=0.1)},
    "criterion": lambda d: {"model": changed(**SMOOTH)},
    "predict": lambda d: {"model": changed(predict=lambda s, o: o.argmin(1))},
    "forward": lambda d: {"model": changed(forward=loud)},
    "gradient": lambda d: {"model": changed(forward=stopped)},
    "another class": lambda d: {"model": Other()},
    "frozen": lambda d: {"model": frozen()},
    "float64": lambda d: {
        "model": changed(forward=lambda s, x: s.layers(x.double())).double()
    },
    "augment": lambda d: {"augment": shift(2)},
    "no augment": lambda d: {"augment": None},
    "seed": lambda d: {"seed": 1},
    "recipe": lambda d: {"recipe": replace(RECIPE, weight_decay=1e-5)},
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("state", ["begun", "finished"])
def test_every_change_of_the_result_is_refused(
    data, tmp_path, request, monkeypatch, change, state
):
    folder = copied(request.getfixturevalue(state), tmp_path)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    options = {"data": data, **CHANGES[change](data)}
    if change == "augment":  # a function of the same name
        shutil.rmtree(folder)
        with cut(STEPS + 1):
            fit(data, folder, augment=shift(1))
        before = {path: path.read_bytes() for path in folder.iterdir()}
    words = r"(last|best)\.pt is of another run, with "
    with pytest.raises(CourseError, match=words):
        fit(folder=folder, **options)
    assert before == {path: path.read_bytes() for path in folder.iterdir()}


def test_the_same_run_goes_on_from_other_first_weights(data, begun, tmp_path):
    """Those of the network that is given do not matter, as they are lost."""
    expected, _ = fit(data)
    found, _ = fit(data, copied(begun, tmp_path), Net(seed=5))
    assert same(found, expected)


def test_the_trial_changes_nothing(data, tmp_path):
    plain, kept = Net(), Net()
    assert same(fit(data, None, plain)[0], fit(data, tmp_path, kept)[0])
    for ours, theirs in zip(plain.buffers(), kept.buffers(), strict=True):
        assert torch.equal(ours, theirs)


@pytest.mark.parametrize("draw", [random.random, np.random.rand])
def test_what_draws_by_itself_cannot_be_kept(data, tmp_path, draw):
    def augment(images, generator):
        return (images * draw()).to(torch.uint8)

    fit(data, augment=augment)
    with pytest.raises(CourseError, match="generator that augment is given"):
        fit(data, tmp_path, augment=augment)
    assert not list(tmp_path.iterdir())


def test_the_number_of_threads_is_that_of_the_run(data, tmp_path):
    """Its weights would be others: two threads add in another order."""
    before = torch.get_num_threads()
    try:
        torch.set_num_threads(2)
        expected, _ = fit(data)
        with cut(STEPS + 1):
            fit(data, tmp_path)
        torch.set_num_threads(1)
        words = r"torch\.set_num_threads 2, not 1"
        with pytest.raises(CourseError, match=words):
            fit(data, tmp_path)
        torch.set_num_threads(2)
        assert same(fit(data, tmp_path)[0], expected)
    finally:
        torch.set_num_threads(before)


def test_another_processor_is_told(data, begun, tmp_path):
    """The same instructions in other order: PyTorch's own slow path."""
    done = program(
        "go_on", copied(begun, tmp_path), ATEN_CPU_CAPABILITY="default"
    )
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert "or PyTorch rounds otherwise (torch" in last
    assert "not torch" in last and "with DEFAULT)" in last
    assert "Name another folder" in last


# One run a folder. What follows needs processes of its own: this file, run
# as a program.


def program(name: str, *words, start=False, wrap=(), **environment):
    """Run a function of this file in another process."""
    call = (*wrap, sys.executable, __file__, name, *map(str, words))
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "CUDA_VISIBLE_DEVICES": "",
        "TQDM_DISABLE": "1",
        "OMP_NUM_THREADS": str(torch.get_num_threads()),
        **environment,
    }
    if start:
        return subprocess.Popen(
            call, env=env, stderr=subprocess.PIPE, text=True
        )
    return subprocess.run(
        call, env=env, capture_output=True, text=True, timeout=120
    )


def load():
    data = datasets.load("digits", train=48, validation=20)
    return replace(data, test=data.test[:30])


def go_on(folder):
    fit(load(), folder)


def linger(folder):
    """Train with steps of a tenth of a second."""
    model = Net()

    def slowly(module, images):
        if module.training and torch.is_grad_enabled():
            time.sleep(0.1)

    model.register_forward_pre_hook(slowly)
    fit(load(), Path(folder), model, recipe=replace(RECIPE, epochs=100))


@contextlib.contextmanager
def lingering(folder: Path, **options):
    """A process that trains in a folder, in the middle of it."""
    process = program("linger", folder, start=True, **options)
    try:
        end = time.monotonic() + 60
        while not (folder / "last.pt").exists():
            assert process.poll() is None and time.monotonic() < end
            time.sleep(0.05)
        time.sleep(0.5)
        yield process
    finally:
        process.kill()
        process.communicate()


def test_the_second_run_in_a_folder_is_told_who_works_there(data, tmp_path):
    folder = tmp_path / "run"
    with lingering(folder) as process:
        with pytest.raises(CourseError) as caught:
            fit(data, folder, recipe=replace(RECIPE, epochs=100))
        told = str(caught.value)
        host = os.uname().nodename
        assert f"process {process.pid} on {host} since 2" in told
        assert "name another folder" in told
        process.send_signal(signal.SIGKILL)
        process.wait()
    # Nothing awaits the dead.
    began = time.monotonic()
    with pytest.raises(CourseError, match="is of another run"):
        fit(data, folder)
    assert time.monotonic() - began < 5
    assert {p.name for p in folder.iterdir()} <= {"last.pt", "best.pt"}


def test_nor_do_two_runs_of_one_process(data, tmp_path):
    model, other, said = Net(), Net(), []

    def again(module, images):
        if module.training and torch.is_grad_enabled() and not said:
            with pytest.raises(CourseError, match=f"process {os.getpid()}"):
                fit(data, tmp_path, other)
            said.append(True)

    model.register_forward_pre_hook(again)
    found, _ = fit(data, tmp_path, model)
    assert said and same(found, fit(data)[0])


# What the environment says


@pytest.mark.parametrize(
    "given",
    [
        {"RANK": "1"},
        {"RANK": "x"},
        {"RANK": ""},
        {"RANK": "-1"},
        {"RANK": "2", "WORLD_SIZE": "2"},
        {"RANK": "1" * 40},
        {"WORLD_SIZE": "2"},
        {"WORLD_SIZE": "0"},
        {"WORLD_SIZE": "two"},
        {"RANK": "0", "WORLD_SIZE": "2"},
        {"RANK": "0", "WORLD_SIZE": "2", "MASTER_ADDR": "localhost"},
        {"WORLD_SIZE": "2", "MASTER_ADDR": "localhost", "MASTER_PORT": "1"},
        {
            "RANK": "0",
            "WORLD_SIZE": "2",
            "MASTER_ADDR": "localhost",
            "MASTER_PORT": "x",
        },
        {"LOCAL_RANK": "1"},
        {"LOCAL_RANK": "x"},
    ],
)
def test_a_stray_environment_is_told(data, tmp_path, monkeypatch, given):
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    name = next(iter(given))
    words = f"The environment says .*{name}=.*; start them by torchrun"
    for call in (
        lambda: fit(data, tmp_path / "run"),
        lambda: training.repeat(Net, data, RECIPE, [0]),
        processes.rank,
    ):
        with pytest.raises(CourseError, match=words):
            call()
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    "given",
    [
        {"RANK": "0"},
        {"WORLD_SIZE": "1"},
        {"RANK": "0", "WORLD_SIZE": "1", "LOCAL_RANK": "0"},
    ],
)
def test_a_single_process_of_torchrun_is_a_plain_one(
    data, tmp_path, monkeypatch, given
):
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    fit(data, tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == {"last.pt", "best.pt"}


def test_more_processes_than_gpus_are_told(monkeypatch):
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 1)
    gpu = torch.device("cuda", 3)
    with (
        pytest.raises(CourseError, match=r"LOCAL_RANK=3 .*sees 1 GPU"),
        processes.together(gpu),
    ):
        pass


# Signals


def send(model: nn.Module, *numbers: int, step: int = STEPS + 2) -> None:
    """Send signals to this process in a training step."""
    left = [step]

    def hook(module, images):
        inside = module.training and torch.is_grad_enabled()
        left[0] -= inside
        if inside and left[0] == 0:
            for number in numbers:
                signal.raise_signal(number)

    model.register_forward_pre_hook(hook)


HANDLED = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("times", [1, 3])
def test_schedulers_and_closed_terminals_stop_it(
    data, tmp_path, capfd, number, times
):
    """Shells send SIGHUP more than once: only Ctrl-C is impatient."""
    before = [signal.getsignal(each) for each in HANDLED]
    model = Net()
    send(model, *[number] * times)
    with pytest.raises(SystemExit) as caught:
        fit(data, tmp_path, model)
    assert caught.value.code == 128 + number
    said = capfd.readouterr().err
    assert "Stopping after this step" in said
    assert "Stopped after epoch 1 of 2 and 2 more steps" in said
    assert "the same command goes on from here" in said
    assert [signal.getsignal(each) for each in HANDLED] == before
    assert not model.training and all(
        p.isfinite().all() for p in model.parameters()
    )
    state = training.read_checkpoint(tmp_path / "last.pt")
    assert same(state["progress"]["model"], model.state_dict())
    assert state["progress"]["step"] == 2
    assert same(fit(data, tmp_path)[0], fit(data)[0])


def test_what_is_ignored_stays_ignored(data, tmp_path):
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        model = Net()
        send(model, signal.SIGHUP)
        found, _ = fit(data, tmp_path, model)
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
    assert same(found, fit(data)[0])


def test_the_second_ctrl_c_says_what_it_does(data, tmp_path, capfd):
    model = Net()
    send(model, signal.SIGINT, signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        fit(data, tmp_path, model)
    said = capfd.readouterr().err.splitlines()
    assert said[-2].startswith("Stopping after this step")
    assert said[-1] == "Stopping at once; what was saved last stays."


def test_threads_leave_signals_alone(data, tmp_path):
    before = [signal.getsignal(each) for each in HANDLED]
    seen = []
    model = Net()
    model.register_forward_pre_hook(
        lambda *_: seen.append([signal.getsignal(each) for each in HANDLED])
    )
    thread = threading.Thread(target=fit, args=(data, tmp_path, model))
    thread.start()
    thread.join(60)
    assert seen and all(handlers == before for handlers in seen)
    assert (tmp_path / "last.pt").is_file()


@pytest.mark.parametrize(
    ("number", "wrap"),
    [(signal.SIGTERM, ()), (signal.SIGHUP, ()), (signal.SIGTERM, ("nohup",))],
)
def test_the_status_of_a_program_tells_the_signal(tmp_path, number, wrap):
    folder = tmp_path / "run"
    with lingering(folder, wrap=wrap) as process:
        if wrap:
            process.send_signal(signal.SIGHUP)
            time.sleep(0.5)
            assert process.poll() is None
        process.send_signal(number)
        said = process.communicate(timeout=60)[1]
        assert process.returncode == 128 + number
    assert "Traceback" not in said and "Stopped after epoch" in said
    state = training.read_checkpoint(folder / "last.pt")
    assert not state["progress"]["finished"]


def test_a_signal_ends_all_workers(tmp_path):
    process = program("many", tmp_path, start=True)
    try:
        end = time.monotonic() + 60
        while len(list(tmp_path.iterdir())) < 2:
            assert process.poll() is None and time.monotonic() < end
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 128 + signal.SIGTERM
    pids = [path.name for path in tmp_path.iterdir()]
    assert not any(Path("/proc", pid).exists() for pid in pids)


def many(folder):
    def task():
        (Path(folder) / str(os.getpid())).touch()
        time.sleep(60)

    training.workers.run([task] * 2, 2)


# Disks


def full(*_):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_nothing_saved_is_no_success(data, tmp_path, monkeypatch):
    expected, wanted = fit(data)
    monkeypatch.setattr(os, "fsync", full)
    model = Net()
    with (
        pytest.warns(UserWarning, match="No space left"),
        pytest.raises(training.Unsaved, match="No space left") as caught,
    ):
        fit(data, tmp_path, model)
    assert same(model.state_dict(), expected)
    assert caught.value.history.epochs == wanted.epochs
    assert caught.value.history.test_accuracy == wanted.test_accuracy
    assert not list(tmp_path.iterdir())


def test_a_stop_that_saves_nothing_says_so(data, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", full)
    model = Net()
    send(model, signal.SIGINT)
    with (
        pytest.warns(UserWarning, match="No space left"),
        pytest.raises(KeyboardInterrupt) as caught,
    ):
        fit(data, tmp_path, model)
    told = str(caught.value)
    assert "it is not saved" in told and "No space left" in told
    assert "goes on from here" not in told


@pytest.mark.parametrize("where", ["file/run", "file", "/proc/run"])
def test_a_folder_that_cannot_be_made_is_found_first(
    data, tmp_path, monkeypatch, where
):
    (tmp_path / "file").touch()
    monkeypatch.setattr(loop, "check_fit", None)
    with pytest.raises(CourseError, match="folder "):
        fit(data, tmp_path / where)


# Doors


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ("test_accuracy is no", lambda d: History([], "99")),
        ("test_accuracy is no", lambda d: History([], 101.0)),
        ("epochs=.* was given", lambda d: History([{"a": "b"}])),
        ("seconds=", lambda d: History([], 1.0, True)),
        ("seeds=.* was given", lambda d: training.Trials((), ())),
        (
            "2 seeds were given",
            lambda d: training.Trials((0, 1), (History(),)),
        ),
        (
            "1 seeds were given",
            lambda d: training.Trials(
                (0,), (History(),), torch.ones(2, 3).bool()
            ),
        ),
        (
            "seeds=a generator was given",
            lambda d: training.repeat(Net, d, seeds=(s for s in (0, 1))),
        ),
        (
            "seeds=a range of 1000000000",
            lambda d: training.repeat(Net, d, seeds=range(10**9)),
        ),
        (
            r"build failed \(boom",
            lambda d: training.repeat(_boom, d, seeds=[0]),
        ),
        (
            "images is a tensor .* torch.float64",
            lambda d: training.evaluate(
                Net(), d, Split(d.test.images.double(), d.test.labels)
            ),
        ),
        (
            "labels is a tensor .* for 3 pictures",
            lambda d: training.right(
                Net(), d, Split(d.test.images[:3], d.test.labels)
            ),
        ),
        ("holds no pictures", lambda d: training.right(Net(), d, d.test[:0])),
        (
            "batch_size=True was given",
            lambda d: training.evaluate(Net(), d, d.test, True),
        ),
        (
            "change failed with amount 1 .boom",
            lambda d: training.robustness([Net()], d, _boom, [1]),
        ),
        (
            "amounts=.* was given",
            lambda d: training.robustness([Net()], d, _boom, [True]),
        ),
        ("tasks=.* was given", lambda d: training.workers.run([1, 2])),
        (
            "own predict failed .boom",
            lambda d: training.predict(
                changed(predict=_boom), torch.ones(2, 10)
            ),
        ),
        (
            "failed in a training step .boom",
            lambda d: training.fit(
                changed(criterion=staticmethod(_boom)), d, RECIPE
            ),
        ),
        (
            "augment failed on 16 pictures .boom",
            lambda d: training.fit(Net(), d, RECIPE, augment=_boom_of_many),
        ),
        (
            "failed with a few pictures .*boom",
            lambda d: fit(d, "unused", changed(criterion=staticmethod(_boom))),
        ),
    ],
)
def test_doors(data, tmp_path, monkeypatch, words, call):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CourseError, match=words):
        call(data)


def _boom(*_):
    raise ZeroDivisionError("boom")


def _boom_of_many(images, generator):
    return _boom() if len(images) > 2 else images


def test_a_history_goes_through_a_file(tmp_path):
    history = History([{"train_loss": 1, "a": np.float64(2.0)}], 50, 3)
    path = tmp_path / "mine.pt"
    training.save_checkpoint(Net(), path, history)
    assert training.load_checkpoint(Net(), path) == history
    assert checkpoints.read_checkpoint(path)["history"] == asdict(history)


if __name__ == "__main__":
    torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
    globals()[sys.argv[1]](sys.argv[2])
