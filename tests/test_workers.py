"""Workers do what one process does, and fail as one process fails."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import torch
from torch import nn

from cnncourse import datasets, training
from cnncourse.errors import CourseError
from cnncourse.training import Recipe, workers

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or torch.cuda.is_available(),
    reason="nothing is forked here",
)
RECIPE = Recipe(epochs=2, batch_size=32)
ROOT = Path(__file__).resolve().parents[1]


class Odd(Exception):
    """Cannot be sent: it is made of two things, and knows of one."""

    def __init__(self, one: int, other: int):
        super().__init__(one)


def numbers(seed: int):
    def task() -> tuple[int, torch.Tensor]:
        torch.manual_seed(seed)
        x = torch.rand(200, 200)
        return os.getpid(), (x @ x).softmax(1)

    return task


def test_the_same_in_order_and_elsewhere():
    tasks = [numbers(seed) for seed in range(5)]
    torch.manual_seed(7)
    start = torch.get_rng_state()
    here = workers.run(tasks, 1)
    there = workers.run(tasks, 2)
    assert torch.equal(torch.get_rng_state(), start)
    for (one, ours), (other, theirs) in zip(here, there, strict=True):
        assert one == os.getpid() != other
        torch.testing.assert_close(ours, theirs)
    assert len({pid for pid, _ in there}) == 5
    assert workers.run([], 2) == []


def test_training_gives_the_same_bits_as_one_thread():
    """Also in a process whose threads have worked before."""
    data = datasets.load("digits", train=200, validation=0)

    def trained(seed: int):
        def task():
            torch.manual_seed(seed)
            model = nn.Sequential(
                nn.Conv2d(1, 8, 3), nn.Tanh(), nn.Flatten(), nn.Linear(288, 10)
            )
            return model, training.fit(model, data, RECIPE, seed=seed)

        return task

    tasks, threads = [trained(seed) for seed in range(3)], []
    for count in (1, 2):
        torch.set_num_threads(count)
        threads.append(workers.run(tasks, count))
    torch.set_num_threads(1)
    for (model, history), (other, theirs) in zip(*threads, strict=True):
        assert history.epochs == theirs.epochs
        assert history.test_accuracy == theirs.test_accuracy
        ours = model.state_dict()
        for name, tensor in other.state_dict().items():
            assert torch.equal(ours[name], tensor)


def test_they_work_at_once_and_no_more_than_asked(tmp_path):
    """Each waits for two to be there; never are there three."""

    def task():
        mine = tmp_path / str(os.getpid())
        mine.touch()
        seen = []
        end = time.monotonic() + 20
        while max(seen, default=0) < 2 and time.monotonic() < end:
            seen.append(len(list(tmp_path.iterdir())))
            time.sleep(0.01)
        time.sleep(0.1)
        seen.append(len(list(tmp_path.iterdir())))
        mine.unlink()
        return max(seen)

    assert workers.run([task] * 4, 2) == [2] * 4


def test_a_worker_has_one_thread_and_starts_none():
    def task():
        inner = workers.run([os.getpid] * 2, 2)
        return torch.get_num_threads(), set(inner) == {os.getpid()}

    assert workers.run([task] * 2, 2) == [(1, True)] * 2


@pytest.mark.parametrize("error", [CourseError("no"), Odd(1, 2)])
def test_errors_are_seen_as_they_are(error):
    def task():
        raise error

    with pytest.raises(type(error)) as caught:
        workers.run([numbers(0), task, numbers(1)], 2)
    assert caught.value is error


def test_what_cannot_be_sent_is_made_here():
    made = workers.run([lambda: lambda: 3] * 2, 2)
    assert [function() for function in made] == [3, 3]


def test_a_worker_that_dies_is_said():
    def task():
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(CourseError, match=r"status -9.*try workers=1"):
        workers.run([task] * 2, 2)


def test_ctrl_c_ends_all(tmp_path):
    """Of the parent only, or of all, as a terminal does it."""
    code = """if True:
        import os, signal, sys, time
        from pathlib import Path
        from cnncourse.training import workers
        # What runs in the background may have inherited that it is ignored.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        folder = Path(sys.argv[1])
        def task():
            (folder / str(os.getpid())).touch()
            time.sleep(60)
        workers.run([task] * 3, 2)
    """
    for kill in (os.kill, os.killpg):
        room = tmp_path / kill.__name__
        room.mkdir()
        parent = subprocess.Popen(
            [sys.executable, "-c", code, room],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            start_new_session=True,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            while len(list(room.iterdir())) < 2:
                assert parent.poll() is None
                time.sleep(0.05)
            kill(parent.pid, signal.SIGINT)
            said = parent.communicate(timeout=30)[1]
        finally:
            parent.kill()
        assert said.splitlines()[-1] == "KeyboardInterrupt"
        pids = [path.name for path in room.iterdir()]
        assert len(pids) == 2
        assert not any(Path("/proc", pid).exists() for pid in pids)


def test_one_after_the_other_where_forks_are_no_good(monkeypatch):
    monkeypatch.setattr(workers, "_start", None)
    with monkeypatch.context() as patch:
        patch.setattr(torch.cuda, "is_available", lambda: True)
        assert workers.run([os.getpid] * 2, 2) == [os.getpid()] * 2
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "darwin")
        assert workers.run([os.getpid] * 2, 2) == [os.getpid()] * 2
    monkeypatch.setattr(torch, "get_num_threads", lambda: 1)
    assert workers.run([os.getpid] * 2) == [os.getpid()] * 2
