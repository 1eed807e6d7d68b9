"""What keeps a run: its checkpoints, and the button that stops it."""

import signal
import sys
import threading
import time
import warnings
from pathlib import Path
from types import FrameType

from torch import nn

from cnncourse.errors import CourseError
from cnncourse.training import processes
from cnncourse.training.checkpoints import (
    History,
    read_checkpoint,
    save_checkpoint,
)
from cnncourse.training.progress import Job

SAVE_SECONDS = 60  # between checkpoints within an epoch
STRIDE = 20  # steps between looks at the loss


class StopButton:
    """Remember Ctrl-C until a step is done; the second one acts at once.

    Outside of the main thread Python allows no such thing, and Ctrl-C ends
    the main thread as usual.
    """

    pressed = False

    def __enter__(self) -> "StopButton":
        self.before = None
        if threading.current_thread() is threading.main_thread():
            self.before = signal.signal(signal.SIGINT, self._press)
        return self

    def _press(self, number: int, frame: FrameType | None) -> None:
        if self.pressed:
            raise KeyboardInterrupt
        self.pressed = True
        print("Stopping after this step ...", file=sys.stderr, flush=True)

    def __exit__(self, kind: type | None, *_: object) -> None:
        if self.before is not None:
            signal.signal(signal.SIGINT, self.before)
        if self.pressed and kind is None:
            raise KeyboardInterrupt


class Keeper:
    """Saves a job's checkpoints, and stops it when somebody asks."""

    def __init__(
        self, job: Job, folder: str | Path | None, button: StopButton
    ):
        self.job, self.button = job, button
        self.folder = Path(folder) if folder is not None else None
        self.saved = time.perf_counter()

    def resume(self) -> bool:
        """Go back to where `last.pt` was written; tell if it is finished."""
        path = self.folder and self.folder / "last.pt"
        if not path or not path.is_file():
            return False
        content = read_checkpoint(path)
        if "progress" not in content:
            raise CourseError(
                f"{path} holds weights alone, no run to go on with. Name "
                "another folder, or delete that file to start afresh."
            )
        self.job.resume(content["progress"], path)
        self.job.history = History(**content["history"])
        return content["progress"]["finished"]

    def after_step(self, job: Job) -> None:
        """Look at the loss and the clock; save and stop where due."""
        regular = job.step % STRIDE == 0
        if regular:
            job.check()
        elif processes.count() > 1:
            return  # what all must agree on is asked rarely
        stop = processes.agreed(self.button.pressed, job.device)
        waited = time.perf_counter() - self.saved > SAVE_SECONDS
        if stop or (regular and processes.agreed(waited, job.device)):
            job.check()
            self.save()
        if stop:
            self.stop()

    def after_epoch(self) -> None:
        """Save what the epoch has brought."""
        job = self.job
        # After a kill between the two, the end of the epoch is repeated.
        if job.best["epoch"] == job.epoch:
            self._write("best.pt", job.judged)
        self.save()
        if processes.agreed(self.button.pressed, job.device):
            self.stop()

    def stop(self) -> None:
        """End the run where it is, with a usable network."""
        job = self.job
        self.button.pressed = True  # perhaps in another process
        job.model.eval()
        how = "the same command goes on from here."
        if self.folder is None:
            how = "with folder=... the same command would go on from here."
        raise KeyboardInterrupt(
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

    def _write(
        self, name: str, network: nn.Module, progress: dict | None = None
    ) -> None:
        if self.folder is None or processes.rank() > 0:
            return
        path = self.folder / name
        try:
            save_checkpoint(network, path, self.job.history, progress)
        except CourseError as error:
            # Training goes on: the disk may have room again next time.
            warnings.warn(str(error), stacklevel=2)
