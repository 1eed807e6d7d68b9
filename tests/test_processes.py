"""Several processes train as one does, and none waits for the dead.

As a program, this file is one of the processes: `python test_processes.py
FUNCTION FOLDER`.
"""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import traceback
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import nn

from cnncourse import datasets, training
from cnncourse.augmentation import Augment, Crop, Flip
from cnncourse.errors import CourseError
from cnncourse.training import Recipe, checkpoints, keeper, processes

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
# fmt: off
TORCHRUN = (
    sys.executable, "-m", "torch.distributed.run", "--standalone",
    "--nproc-per-node", "2",
)
# fmt: on
SENTENCE = "Another process of this training has died or no longer answers"
AUGMENT = Augment(Flip(), Crop(padding=1))
RECIPE = Recipe(
    epochs=2,
    batch_size=40,
    optimizer="sgd",
    lr=0.05,
    mixup=0.2,
    precision="float32",
)


class Net(nn.Module):
    """Computes in float64, where rounding is 1e-16."""

    def __init__(self, norm: bool, dropout: float):
        super().__init__()
        torch.manual_seed(0)
        self.layers = nn.Sequential(
            nn.Conv2d(1, 8, 3, padding=1),
            nn.BatchNorm2d(8) if norm else nn.Identity(),
            nn.Tanh(),
            nn.AvgPool2d(2),
            nn.Flatten(),
            nn.Dropout(dropout),
            nn.Linear(128, 10),
        ).double()

    def forward(self, x):
        return self.layers(x.double())


# What several processes do: with a norm or not, training pictures, recipe,
# and dropout, which differs by process. In the first case the last batch
# holds one picture, so that one process has nothing to do.
CASES = {
    "plain": (False, 201, RECIPE, 0.0),
    "alone": (True, 202, RECIPE, 0.0),
    "average": (True, 202, replace(RECIPE, ema=0.9), 0.2),
    "uneven": (False, 203, RECIPE, 0.0),
    "three": (False, 202, RECIPE, 0.0),  # for three processes
}


def train(case: str, folder: Path | None = None, hook=None):
    """Train as a case says; return the network and its history."""
    norm, count, recipe, dropout = CASES[case]
    data = datasets.load("digits", train=count, validation=51)
    model = Net(norm, dropout)
    if hook is not None:
        model.register_forward_pre_hook(hook)
    history = training.fit(
        model, data, recipe, augment=AUGMENT, device="cpu", folder=folder
    )
    return model, history


def write(path: Path, model: nn.Module, history: training.History) -> None:
    torch.save(
        {
            "weights": model.state_dict(),
            "epochs": history.epochs,
            "test_accuracy": history.test_accuracy,
        },
        path,
    )


def distance(ours: dict, theirs: dict) -> float:
    """Return the largest difference of two networks' tensors."""
    assert ours.keys() == theirs.keys()
    pairs = [(ours[name].double(), theirs[name].double()) for name in ours]
    return max(float((a - b).abs().max()) for a, b in pairs)


def assert_same_history(state: dict, history: training.History) -> None:
    assert len(state["epochs"]) == len(history.epochs)
    for ours, theirs in zip(state["epochs"], history.epochs, strict=True):
        assert ours == pytest.approx(theirs, rel=1e-6)
    assert state["test_accuracy"] == history.test_accuracy


def compare(folder: Path) -> None:
    """Train all cases, as one of the processes that `torchrun` starts."""
    rank, save = processes.rank(), training.save_checkpoint

    def noted(*arguments):
        (folder / f"writer.{rank}").touch()
        save(*arguments)

    keeper.save_checkpoint = noted
    for case in CASES:
        room = folder / case
        model, history = train(case, room)
        write(folder / f"{case}.{rank}.out", model, history)


def finished(*words, timeout: float = 150) -> subprocess.CompletedProcess:
    """Run a program to its end; leave none of its processes behind."""
    words = [*map(str, words)]
    process = subprocess.Popen(
        words,
        env=environment(),
        start_new_session=True,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        said = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        process.terminate()  # torchrun ends its processes then
        process.communicate(timeout=40)
        raise
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    return subprocess.CompletedProcess(words, process.returncode, *said)


def torchrun(*words) -> subprocess.CompletedProcess:
    """Start two processes and wait for their end."""
    return finished(*TORCHRUN, *words)


def environment(**more: object) -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "CUDA_VISIBLE_DEVICES": "",
        **{name: str(value) for name, value in more.items()},
    }


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    """The folder where two processes have trained all cases."""
    folder = tmp_path_factory.mktemp("compared")
    done = torchrun(__file__, "compare", folder)
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


def results(folder: Path, case: str) -> list[dict]:
    return [
        torch.load(folder / f"{case}.{rank}.out", weights_only=True)
        for rank in range(2)
    ]


@pytest.mark.parametrize("case", ["plain", "uneven"])
def test_two_processes_do_what_one_does(compared, case):
    model, history = train(case)
    for state in results(compared, case):
        assert distance(state["weights"], model.state_dict()) < 1e-12
        assert_same_history(state, history)


def test_norms_that_do_not_share_differ(compared):
    model, _ = train("alone")
    first, _ = results(compared, "alone")
    assert distance(first["weights"], model.state_dict()) > 1e-4


@pytest.mark.parametrize("case", CASES)
def test_all_processes_end_with_the_same_network(compared, case):
    first, second = results(compared, case)
    assert distance(first["weights"], second["weights"]) == 0
    assert first["epochs"] == second["epochs"]
    assert first["test_accuracy"] == second["test_accuracy"]
    norm, count, *_ = CASES[case]
    data = datasets.load("digits", train=count, validation=51)
    model = Net(norm, 0.0)
    model.load_state_dict(first["weights"])
    judged = training.evaluate(model, data, data.test)
    assert judged == first["test_accuracy"]


@pytest.mark.parametrize("case", CASES)
def test_files_are_written_once(compared, case):
    assert [path.name for path in compared.glob("writer.*")] == ["writer.0"]
    folder = compared / case
    assert {path.name for path in folder.iterdir()} == {"last.pt", "best.pt"}
    last = checkpoints.read_checkpoint(folder / "last.pt")
    assert last["progress"]["finished"]
    assert last["progress"]["plan"]["processes"] == 2
    first, _ = results(compared, case)
    assert distance(last["weights"], first["weights"]) == 0


def test_other_numbers_of_processes_are_refused(compared):
    with pytest.raises(CourseError, match="processes 2, not 1"):
        train("plain", compared / "plain")


def test_shared_norms_are_pytorch_s_and_come_back(monkeypatch):
    """What computes needs GPUs; here it is what is in the network."""
    monkeypatch.setattr(processes, "count", lambda: 2)
    monkeypatch.setattr(torch.Tensor, "device", torch.device("cuda"))
    model = Net(True, 0.0)
    before, state = list(model.modules()), dict(model.named_parameters())
    with processes.shared_norms(model, True):
        inside = model.layers[1]
        assert isinstance(inside, nn.SyncBatchNorm)
        assert inside.weight is state["layers.1.weight"]
        inside.running_mean += 3
        model.eval()
    assert [*map(id, model.modules())] == [*map(id, before)]
    assert model.layers[1].running_mean.tolist() == [3.0] * 8
    assert not any(module.training for module in model.modules())
    with processes.shared_norms(model, False):
        assert list(map(id, model.modules())) == list(map(id, before))


def test_before_they_have_met_each_has_all_rows(monkeypatch):
    data = datasets.load("digits", train=201, validation=51)
    model = Net(False, 0.0)
    alone = training.evaluate(model, data, data.test)
    for name, value in member(1, free_port()).items():
        monkeypatch.setenv(name, value)
    assert (processes.rank(), processes.count()) == (1, 1)
    assert processes.rows(5) == 5
    assert training.evaluate(model, data, data.test) == alone
    assert processes.share(torch.arange(5)).tolist() == [0, 1, 2, 3, 4]


# Deaths under `torchrun`.


def in_step(module: nn.Module) -> bool:
    return module.training and torch.is_grad_enabled()


def counted(folder: Path, die_at: int = 0):
    """Return a hook that counts this process's steps in a file's size."""

    def hook(module, images):
        if not in_step(module):
            return
        path = folder / f"steps.{processes.rank()}"
        with open(path, "a") as file:
            file.write(".")
        if path.stat().st_size == die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    return hook


def eager() -> None:
    keeper.SAVE_SECONDS, keeper.STRIDE = 0, 1


def lose_one(folder: Path) -> None:
    """Train; the second process dies in its fourth step."""
    eager()
    (folder / f"pid.{processes.rank()}").write_text(str(os.getpid()))
    hook = counted(folder, die_at=4 if processes.rank() else 0)
    train("average", folder / "run", hook)


def linger(folder: Path) -> None:
    """Train, with steps that take long enough to be killed in one."""
    eager()
    (folder / f"pid.{processes.rank()}").write_text(str(os.getpid()))
    count = counted(folder)

    def hook(module, images):
        count(module, images)
        time.sleep(0.3 * in_step(module))

    train("average", folder / "run", hook)


def finish(folder: Path) -> None:
    eager()
    model, history = train("average", folder / "run", counted(folder))
    write(folder / f"finish.{processes.rank()}.out", model, history)


def steps(folder: Path, rank: int = 0) -> int:
    path = folder / f"steps.{rank}"
    return path.stat().st_size if path.exists() else 0


def wait_for(condition, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def alive(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().split()[2] != "Z"


def test_a_job_that_is_killed_goes_on(compared, tmp_path):
    """One process dies, then all of them do, then they may end."""
    began = time.monotonic()
    lost = torchrun(__file__, "lose_one", tmp_path)
    assert lost.returncode != 0
    assert time.monotonic() - began < 60
    assert "SIGKILL" in lost.stderr
    assert steps(tmp_path, 1) == 4
    pids = [int(p.read_text()) for p in tmp_path.glob("pid.*")]
    assert len(pids) == 2 and not any(map(alive, pids))
    before = steps(tmp_path)

    job = subprocess.Popen(
        [*TORCHRUN, __file__, "linger", str(tmp_path)],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(lambda: steps(tmp_path) >= before + 3)
    finally:
        pids = [int(p.read_text()) for p in tmp_path.glob("pid.*")]
        for pid in (job.pid, *pids):
            os.kill(pid, signal.SIGKILL)
        job.wait()
    wait_for(lambda: not any(map(alive, pids)))
    state = checkpoints.read_checkpoint(tmp_path / "run" / "last.pt")
    assert not state["progress"]["finished"]
    before = steps(tmp_path)

    done = torchrun(__file__, "finish", tmp_path)
    assert done.returncode == 0, done.stderr[-3000:]
    assert 0 < steps(tmp_path) - before < 12  # of 2 epochs of 6 steps
    for rank, theirs in enumerate(results(compared, "average")):
        path = tmp_path / f"finish.{rank}.out"
        ours = torch.load(path, weights_only=True)
        assert distance(ours["weights"], theirs["weights"]) == 0
        for row, other in zip(ours["epochs"], theirs["epochs"], strict=True):
            assert row == pytest.approx(other, rel=1e-6)
        assert ours["test_accuracy"] == theirs["test_accuracy"]


def test_the_command_line_speaks_once(tmp_path):
    words = ["-m", "cnncourse", "train", "lenet5_modern", "--epochs", "1"]
    done = torchrun(*words, "--scale", "quick", "--out", tmp_path)
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.count("test accuracy") == 1
    assert done.stdout.count("weights: ") == 1
    assert done.stdout.count("LeNet-5") == 1
    assert {p.name for p in tmp_path.iterdir()} == {"last.pt", "best.pt"}


# Processes without torchrun, which ends the others when one dies.


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def member(rank: int, port: int, count: int = 2) -> dict[str, str]:
    return environment(
        RANK=rank,
        LOCAL_RANK=rank,
        WORLD_SIZE=count,
        MASTER_ADDR="127.0.0.1",
        MASTER_PORT=port,
    )


@pytest.mark.parametrize("victim", [0, 1])
def test_the_survivor_ends_with_a_sentence(tmp_path, victim):
    """One that holds the meeting point, and one that does not."""
    port = free_port()
    ranks = [
        subprocess.Popen(
            [sys.executable, __file__, f"die_{victim}", str(tmp_path)],
            env=member(rank, port),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for rank in range(2)
    ]
    try:
        said = [process.communicate(timeout=90)[1] for process in ranks]
    finally:
        for process in ranks:
            process.kill()
    assert ranks[victim].returncode == 7
    assert ranks[1 - victim].returncode == 1
    last = said[1 - victim].split("CourseError: ")[-1]
    assert last.startswith(SENTENCE)
    assert "start the same command again" in last


def die(folder: Path, victim: int) -> None:
    def hook(module, images):
        if processes.rank() == victim and in_step(module):
            os._exit(7)

    train("plain", folder, hook)


def die_0(folder: Path) -> None:
    die(folder, 0)


def die_1(folder: Path) -> None:
    die(folder, 1)


def fork(work, rank: int, port: int, count: int, out: Path) -> int:
    """Do some work as one of several processes; write down how it ends."""
    pid = os.fork()
    if pid:
        return pid
    os.environ.update(member(rank, port, count))
    began, said = time.monotonic(), {"kind": "end", "message": ""}
    try:
        work()
    except BaseException as error:
        said = {"kind": type(error).__name__, "message": str(error)}
        if not isinstance(error, CourseError | KeyboardInterrupt):
            traceback.print_exc()
    said["seconds"] = time.monotonic() - began
    out.write_text(json.dumps(said))
    sys.stderr.flush()
    os._exit(0)


def run(folder: Path, *works, timeout: float = 30) -> list[dict]:
    """Start a process for each of the works; return how they end."""
    folder.mkdir(exist_ok=True)
    port, outs = free_port(), []
    pids = {}
    for rank, work in enumerate(works):
        outs.append(folder / f"{rank}.json")
        outs[-1].unlink(missing_ok=True)
        pids[fork(work, rank, port, len(works), outs[-1])] = outs[-1]
    end = time.monotonic() + timeout
    while time.monotonic() < end and not all(map(Path.exists, outs)):
        time.sleep(0.05)
        if all(out.exists() or stopped(pid) for pid, out in pids.items()):
            break
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    # One that was killed may have left its file empty.
    said = [out.read_text() if out.exists() else "" for out in outs]
    return [json.loads(text or '{"kind": "none"}') for text in said]


def stopped(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().split()[2] in "TZ"


def at_step(number: int, act):
    """Return a hook that acts in a training step."""
    left = [number]

    def hook(module, images):
        left[0] -= in_step(module)
        if left[0] == 0 and in_step(module):
            act()

    return hook


def stop_self() -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def press() -> None:
    signal.raise_signal(signal.SIGINT)


def patient() -> None:
    """Wait for nobody longer than a few seconds."""
    processes.TIMEOUT = 3


def program(folder: Path) -> None:
    """Try what needs no torchrun; print how each process ends."""
    torch.set_num_threads(1)
    train("plain")  # what torch loads at first use

    def hangs():
        patient()
        train("plain", None, at_step(3, stop_self))

    def waits():
        patient()
        train("plain")

    def missing():
        patient()
        os.environ["WORLD_SIZE"] = "2"
        train("plain")

    def kept(case, name):
        def work():
            model, history = train(case)
            write(folder / f"{name}.{processes.rank()}.out", model, history)

        return work

    seen = {
        "hangs": run(folder / "hangs", waits, hangs),
        "missing": run(folder / "missing", missing),
        "three": run(folder / "three", *[kept("three", "three")] * 3),
    }

    def part(step=0, act=None, name=None):
        def work():
            eager()
            hook = at_step(step, act) if step else None
            model, history = train("average", room / "run", hook)
            write(folder / f"{name}.{processes.rank()}.out", model, history)

        return work

    for step in (1, 6, 8):
        room = folder / f"pressed{step}"
        seen[f"pressed {step}"] = run(room, part(), part(step, press))
        again = part(name=f"pressed{step}")
        seen[f"pressed {step} again"] = run(room, again, again)
    print(json.dumps(seen))


@pytest.fixture(scope="module")
def forked(tmp_path_factory):
    """What this file prints as a program, and the folder it worked in."""
    folder = tmp_path_factory.mktemp("forked")
    done = finished(sys.executable, __file__, "program", folder)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout), folder


def test_a_process_that_hangs_is_not_awaited(forked):
    seen, _ = forked
    survivor, hung = seen["hangs"]
    assert hung["kind"] == "none"
    assert survivor["kind"] == "CourseError"
    assert survivor["message"].startswith(SENTENCE)
    assert survivor["seconds"] < 30


def test_a_process_that_never_comes_is_not_awaited(forked):
    seen, _ = forked
    (alone,) = seen["missing"]
    assert alone["kind"] == "CourseError"
    assert alone["message"].startswith(SENTENCE)
    assert alone["seconds"] < 30


def test_three_processes_and_a_last_batch_of_two(forked):
    """Each gets both pictures; they weigh something in the first one."""
    seen, folder = forked
    assert [each["kind"] for each in seen["three"]] == ["end"] * 3
    model, history = train("three")
    state = torch.load(folder / "three.2.out", weights_only=True)
    assert distance(state["weights"], model.state_dict()) < 1e-12
    for ours, theirs in zip(state["epochs"], history.epochs, strict=True):
        for name in ("train_loss", "train_accuracy"):
            assert ours[name] == pytest.approx(theirs[name], rel=1e-6)


@pytest.mark.parametrize("step", [1, 6, 8])
def test_ctrl_c_in_one_process_stops_all(forked, compared, step):
    seen, folder = forked
    for each in seen[f"pressed {step}"]:
        assert each["kind"] == "KeyboardInterrupt"
        done = f"epoch {(step - 1) // 6} of 2 and {(step - 1) % 6 + 1} more"
        assert done in each["message"]
    assert [each["kind"] for each in seen[f"pressed {step} again"]] == [
        "end",
        "end",
    ]
    for rank, theirs in enumerate(results(compared, "average")):
        path = folder / f"pressed{step}.{rank}.out"
        ours = torch.load(path, weights_only=True)
        assert distance(ours["weights"], theirs["weights"]) == 0
        assert ours["test_accuracy"] == theirs["test_accuracy"]


if __name__ == "__main__":
    torch.set_num_threads(1)
    globals()[sys.argv[1]](Path(sys.argv[2]))
