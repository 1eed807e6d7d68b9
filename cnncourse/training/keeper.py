"""What keeps a run: its checkpoints, its lock, and what stops it."""

import contextlib
import os
import signal
import socket
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import FrameType

import torch
from filelock import FileLock, Timeout
from torch import nn

from cnncourse.errors import CourseError
from cnncourse.training import processes
from cnncourse.training.checkpoints import (
    FILES,
    History,
    read_checkpoint,
    save_checkpoint,
)
from cnncourse.training.progress import Job, Unsaved

SAVE_SECONDS = 60  # between checkpoints within an epoch
STRIDE = 20  # steps between looks at the loss
# Ctrl-C, and what schedulers and closed terminals send; Windows has no SIGHUP.
SIGNALS = signal.valid_signals() & {signal.SIGINT, signal.SIGTERM, 1}


def say(words: str) -> None:
    """Write a line to a terminal that may be closed."""
    with contextlib.suppress(OSError, ValueError):
        print(words, file=sys.stderr, flush=True)


class StopButton:
    """Remember a signal until a step is done; the second Ctrl-C acts at once.

    Outside of the main thread Python allows no such thing, and Ctrl-C ends
    the main thread as usual. What is ignored, as by nohup, stays ignored.

    Attributes:
        pressed: the number of the signal; 0 while there was none.
    """

    pressed = 0

    def __enter__(self) -> "StopButton":
        self.before = {}
        main = threading.current_thread() is threading.main_thread()
        for number in SIGNALS if main else ():
            before = signal.getsignal(number)
            ignored = before == signal.SIG_IGN and number != signal.SIGINT
            if before is not None and not ignored:
                self.before[number] = signal.signal(number, self.press)
        return self

    def press(self, number: int, frame: FrameType | None) -> None:
        if self.pressed and number == signal.SIGINT:
            say("Stopping at once; what was saved last stays.")
            raise KeyboardInterrupt
        self.pressed = self.pressed or number
        say("Stopping after this step ... (Ctrl-C: at once)")

    def leave(self, words: str = "") -> None:
        """End what runs, as is usual for the signal that came."""
        if self.pressed == signal.SIGINT:
            raise KeyboardInterrupt(words)
        say(words or "Stopped.")
        raise SystemExit(128 + self.pressed)

    def __exit__(self, kind: type | None, *_: object) -> None:
        for number, before in self.before.items():
            signal.signal(number, before)
        if self.pressed and kind is None:
            self.leave()


class Alarm(StopButton):
    """A stop button that acts at once."""

    def press(self, number: int, frame: FrameType | None) -> None:
        self.pressed = number
        self.leave()


@contextlib.contextmanager
def hold(folder: Path | None, where: torch.device) -> Iterator[None]:
    """Keep other runs out of a folder.

    The first process holds the lock for all. A killed process's lock is free.

    Raises:
        CourseError: another run works in the folder; its process is named.
    """
    if folder is None:
        yield
        return
    lock, refused = FileLock(file := folder / ".lock", timeout=0), ""
    me = f"process {os.getpid()} on {socket.gethostname()} since "
    try:
        if processes.rank() == 0:
            folder.mkdir(parents=True, exist_ok=True)
            lock.acquire()
            with contextlib.suppress(OSError):  # of a full disk
                file.write_text(f"{me}{datetime.now():%Y-%m-%d %H:%M:%S}")
    except (Timeout, OSError) as error:
        refused = f"cannot be locked ({error})"
        with contextlib.suppress(OSError):
            holder = file.read_text("utf-8", "replace")[:200]
            refused = f"is in use by {holder or 'another run'}"
    if processes.agreed(bool(refused), where):
        raise CourseError(
            f"{folder} {refused or 'is refused to the first process'}. Wait "
            "for its end or stop it, or name another folder."
        )
    try:
        yield
    finally:
        if lock.is_locked:
            with contextlib.suppress(OSError):
                file.unlink()  # while it is ours
            lock.release()


class Keeper:
    """Saves a job's checkpoints, and stops it when somebody asks.

    Attributes:
        failure: why the last checkpoint could not be written, if so.
    """

    def __init__(self, job: Job, folder: Path | None, button: StopButton):
        self.job, self.button, self.folder = job, button, folder
        self.saved = time.perf_counter()
        self.failure: CourseError | None = None

    def resume(self) -> bool:
        """Go back to where `last.pt` was written; tell if it is finished."""
        if self.folder is None:
            return False
        last, best = (self.folder / name for name in FILES)
        content = read_checkpoint(last) if last.is_file() else {}
        progress = content.get("progress", {})
        if content:
            self.job.resume(progress, last)
            self.job.history = History(**content["history"])
        self.job.plan  # noqa: B018  # of the network as it is now
        if best.is_file():
            theirs = read_checkpoint(best).get("progress", {})
            self.job.same_run(theirs, best)
        return progress.get("finished", False)

    def after_step(self, job: Job) -> None:
        """Look at the loss and the clock; save and stop where due."""
        regular = job.step % STRIDE == 0
        if regular:
            job.check()
        elif processes.count() > 1:
            return  # what all must agree on is asked rarely
        stop = processes.agreed(bool(self.button.pressed), job.device)
        waited = time.perf_counter() - self.saved > SAVE_SECONDS
        if stop or (regular and processes.agreed(waited, job.device)):
            job.check(weights=True)
            self.save()
        if stop:
            self.stop()

    def after_epoch(self) -> None:
        """Save what the epoch has brought."""
        job = self.job
        # After a kill between the two, the end of the epoch is repeated.
        if self.folder and job.best["epoch"] == job.epoch:
            self._write("best.pt", job.judged, {"plan": job.plan})
        self.save()
        if processes.agreed(bool(self.button.pressed), job.device):
            self.stop()

    def stop(self) -> None:
        """End the run where it is, with a usable network."""
        job, button = self.job, self.button
        button.pressed = button.pressed or signal.SIGINT  # of another process
        job.model.eval()
        how = "the same command goes on from here."
        if self.folder is None:
            how = "with folder=... the same command would go on from here."
        elif self.failure:
            how = f"it is not saved. {self.failure}"
        button.leave(
            f"Stopped after epoch {job.epoch} of {job.recipe.epochs} and "
            f"{job.step} more steps. The network keeps what it has learned; "
            f"{how}"
        )

    def save(self, finished: bool = False) -> None:
        """Write `last.pt`; every process must come here."""
        now = time.perf_counter()
        self.job.history.seconds += now - self.saved
        self.saved = now
        if self.folder is not None:
            network = self.job.model if finished else self.job.judged
            self._write("last.pt", network, self.job.state(finished))

    def close(self) -> None:
        """Save the finished run.

        Raises:
            Unsaved: nothing of it could be written, in all its time.
        """
        self.save(finished=True)
        history, folder = self.job.history, self.folder
        if self.failure and folder and not (folder / "last.pt").is_file():
            raise Unsaved(
                history,
                f"The training is finished, with {history.test_accuracy:.2f} "
                f"% on the test part, and is not saved. {self.failure}",
            )

    def _write(self, name: str, network: nn.Module, progress: dict) -> None:
        if self.folder is None or processes.rank() > 0:
            return
        path, self.failure = self.folder / name, None
        try:
            save_checkpoint(
                network, path, self.job.history, {**progress, "file": name}
            )
        except CourseError as error:
            # Training goes on: the disk may have room again next time.
            self.failure = error
            warnings.warn(str(error), stacklevel=2)
