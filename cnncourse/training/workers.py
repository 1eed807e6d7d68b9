"""Several small trainings at once, each on a core of its own.

A network of LeNet's size gains little from a second core; a second network
gains all of it.
"""

import multiprocessing
import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeVar

import torch

from cnncourse.doors import door
from cnncourse.errors import CourseError
from cnncourse.kinds import Count
from cnncourse.training.keeper import SIGNALS, Alarm

T = TypeVar("T")


@door
def run(
    tasks: Sequence[Callable[[], T]], workers: Count | None = None
) -> list[T]:
    """Do all tasks; return what they return, in their order.

    A worker is a fork of this process, with one thread. It knows all that is
    loaded here, and changes nothing here. A task that fails, or whose result
    cannot be sent, is done once more in this process, where its error is
    seen as it is. Ctrl-C, SIGTERM and SIGHUP end all workers.

    On other systems than Linux, where there is a GPU, and within a worker or
    `torchrun`, the tasks are done one after the other in this process.

    Args:
        tasks: take no arguments and set the random seeds they depend on.
        workers: at most so many at once; as many as PyTorch has threads
            without it.

    Raises:
        CourseError: a worker was ended from outside.
    """
    if workers is None:
        workers = torch.get_num_threads()
    if min(workers, len(tasks)) < 2 or not _can_fork():
        return [_alone(task) for task in tasks]
    results: dict[int, T] = {}
    running: dict[Connection, tuple[int, BaseProcess]] = {}
    started: list[BaseProcess] = []
    with Alarm():
        try:
            while len(results) < len(tasks):
                while len(started) < len(tasks) and len(running) < workers:
                    answer, process = _start(tasks[len(started)])
                    running[answer] = len(started), process
                    started.append(process)
                ready = wait(list(running))
                for answer in [each for each in running if each in ready]:
                    number, process = running.pop(answer)
                    results[number] = _result(answer, process, tasks[number])
        finally:
            for process in started:
                process.kill()
                process.join()
    return [results[number] for number in range(len(tasks))]


def _can_fork() -> bool:
    return (
        sys.platform == "linux"
        and not torch.cuda.is_available()
        and multiprocessing.parent_process() is None
        and "RANK" not in os.environ
    )


def _alone(task: Callable[[], T]) -> T:
    """Do a task here; the stream of random numbers stays where it is."""
    with torch.random.fork_rng(range(torch.cuda.device_count())):
        return task()


def _start(task: Callable[[], object]) -> tuple[Connection, BaseProcess]:
    fork = multiprocessing.get_context("fork")
    answer, sender = fork.Pipe(duplex=False)
    process = fork.Process(target=_work, args=(task, sender), daemon=True)
    # The worker inherits the mask: Ctrl-C is for this process to act upon.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        with warnings.catch_warnings():
            # Of threads that a fork lacks; the worker has one, and needs one.
            warnings.simplefilter("ignore", DeprecationWarning)
            process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    sender.close()
    return answer, process


def _work(task: Callable[[], object], sender: Connection) -> None:
    torch.set_num_threads(1)  # those of the parent did not survive the fork
    for number in SIGNALS - {signal.SIGINT}:  # not as in the parent
        signal.signal(number, signal.SIG_DFL)
    os.environ["TQDM_DISABLE"] = "1"
    try:
        content = pickle.dumps(task())
    except Exception:  # seen when the task is done once more
        return
    sender.send_bytes(content)


def _result(
    answer: Connection, process: BaseProcess, task: Callable[[], T]
) -> T:
    try:
        return pickle.loads(answer.recv_bytes())
    except EOFError:  # it has ended without an answer
        process.join()
    finally:
        answer.close()
    if process.exitcode:
        raise CourseError(
            f"A worker was ended from outside (exit status {process.exitcode}"
            "), perhaps because memory was short; try workers=1."
        )
    return _alone(task)
