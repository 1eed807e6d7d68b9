"""One at a time in a folder, also when the one before was killed."""

import fcntl
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cnncourse.errors import CourseError

PATIENCE = 600  # seconds


@contextmanager
def alone(folder: Path) -> Iterator[int]:
    """Keep others of this project out of a folder, which is made.

    Gives the number to start programs with (`pass_fds`): one that goes on
    after this process was killed keeps the folder until it ends.

    Raises:
        CourseError: another did not end within ten minutes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    end = time.monotonic() + PATIENCE
    waits = False
    try:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if not waits:
                    print("Waiting for another make here ...", file=sys.stderr)
                waits = True
            if time.monotonic() > end:
                raise CourseError(
                    f"Another make has worked in {folder} for ten minutes; "
                    "end it, then say make again."
                )
            time.sleep(0.2)
        yield handle
    finally:
        os.close(handle)
