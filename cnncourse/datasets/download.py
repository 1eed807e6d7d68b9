"""Files from the network: whole and checked, or not at all.

A file is fetched from the first of its mirrors that answers, keeps up a
minimum speed and sends the right bytes. What arrives is collected beside the
final name and gets that name only when its checksum is right; what a broken
connection leaves is continued next time, from whichever mirror.
"""

import contextlib
import errno
import hashlib
import http.client
import os
import queue
import shutil
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from tqdm.auto import tqdm

from cnncourse import __version__
from cnncourse.errors import CourseError

SPARE_ROOM = 50_000_000  # bytes of the disk that a download leaves free


@dataclass(frozen=True)
class Remote:
    """A file that several places hold, byte for byte the same.

    Attributes:
        urls: where it is, in the order in which they are tried.
        md5: of the whole file, as the data set's authors or torchvision
            publish it.
        size: in bytes.
    """

    urls: tuple[str, ...]
    md5: str
    size: int

    @property
    def name(self) -> str:
        return self.urls[0].rsplit("/", 1)[1]


def _four(bases: tuple[str, ...], sums: dict[str, tuple[str, int]]):
    """Return the four files of a set in MNIST's format."""
    return tuple(
        Remote(tuple(f"{base}{name}-ubyte.gz" for base in bases), md5, size)
        for name, (md5, size) in sums.items()
    )


# torchvision's own addresses first, then copies that others keep.
MNIST = _four(
    (
        "https://ossci-datasets.s3.amazonaws.com/mnist/",
        "http://yann.lecun.com/exdb/mnist/",
        "https://storage.googleapis.com/cvdf-datasets/mnist/",
    ),
    {
        "train-images-idx3": ("f68b3c2dcbeaaa9fbdd348bbdeb94873", 9_912_422),
        "train-labels-idx1": ("d53e105ee54ea40749a09fcbcd1e9432", 28_881),
        "t10k-images-idx3": ("9fb629c4189551a2d022fa330f9573f3", 1_648_877),
        "t10k-labels-idx1": ("ec29112dd5afa0611ce80d1b7f02629c", 4_542),
    },
)
FASHION_MNIST = _four(
    (
        "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
        "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
    ),
    {
        "train-images-idx3": ("8d4fb7e6c68d591d4c3dfef9ec88bf0d", 26_421_880),
        "train-labels-idx1": ("25c81989df183df01b3e8a0aad5dffbe", 29_515),
        "t10k-images-idx3": ("bef4ecab320f06d8554ea6380940ec79", 4_422_102),
        "t10k-labels-idx1": ("bb300cfdad3c16e7a12a480ee83cd310", 5_148),
    },
)
CIFAR10 = Remote(
    (
        "https://www.cs.toronto.edu/~kriz/cifar-10-python.tar.gz",
        "https://storage.googleapis.com/skypilot-example-data/datasets/"
        "cifar-10-python.tar.gz",
    ),
    "c58f30108f718f92721af3b95e74349a",
    170_498_071,
)


class _Failure(Exception):
    """Why one mirror did not deliver."""


class _TooSlow(_Failure):
    """It would have, in time."""


def cache_folder() -> Path:
    """Return the folder of what was downloaded or decoded before."""
    return Path.home() / ".cache" / "cnncourse"


def md5_of(path: Path) -> str:
    """Return the MD5 checksum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "md5").hexdigest()


def fetch(
    remote: Remote,
    folder: Path,
    *,
    advice: str = "Try again later.",
    timeout: float = 10.0,
    window: float = 10.0,
    least_speed: float = 250_000.0,
) -> Path:
    """Return the path of a file, downloaded where it is not there yet.

    Two processes may ask for the same file at once: one fetches it, the
    other waits. Mirrors that were too slow are asked again, for a tenth of
    the speed, when no other has delivered.

    Args:
        remote: what to fetch.
        folder: where to put it; made where it does not exist.
        advice: ends the message of a failure: how to go on without the file.
        timeout: seconds to wait for an answer or for the next bytes.
        window: seconds over which the speed is measured.
        least_speed: bytes a second, below which the next mirror is tried.

    Raises:
        CourseError: no mirror delivered, or the disk cannot take the file.
    """
    final = folder / remote.name
    partial = folder / (remote.name + ".partial")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with only_one(folder / (remote.name + ".lock")):
            if final.is_file() and md5_of(final) == remote.md5:
                return final
            _check_room(remote, partial, advice)
            failures: dict[str, _Failure] = {}
            for pace in (least_speed, least_speed / 10):
                for url in remote.urls:
                    if not isinstance(failures.get(url, _TooSlow()), _TooSlow):
                        continue
                    try:
                        _deliver(remote, url, partial, timeout, window, pace)
                    except _Failure as failure:
                        failures[url] = failure
                    else:
                        os.replace(partial, final)
                        return final
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            partial.unlink(missing_ok=True)
        why = error.strerror or error
        raise CourseError(
            f"{remote.name} ({remote.size / 1e6:,.1f} MB) could not be "
            f"written into {folder} ({why}); make room there or allow "
            f"writing. {advice}"
        ) from error
    tried = "; ".join(f"{urlsplit(u).netloc} {f}" for u, f in failures.items())
    raise CourseError(
        f"{remote.name} could not be fetched, all of its mirrors were tried: "
        f"{tried}. {advice}"
    )


def _check_room(remote: Remote, partial: Path, advice: str) -> None:
    arrived = partial.stat().st_size if partial.exists() else 0
    free = shutil.disk_usage(partial.parent).free
    needed = max(0, remote.size - arrived) + SPARE_ROOM
    if free < needed:
        raise CourseError(
            f"{remote.name} needs {needed / 1e6:,.0f} MB in {partial.parent} "
            f"and {free / 1e6:,.0f} MB are free; make room there. {advice}"
        )


def _deliver(remote, url, partial, timeout, window, pace) -> None:
    """Complete the partial file from one mirror, or say why not."""
    arrived = partial.stat().st_size if partial.exists() else 0
    if arrived < remote.size:
        _receive(remote, url, partial, arrived, timeout, window, pace)
    if md5_of(partial) == remote.md5:
        return
    partial.unlink()
    if not arrived:
        raise _Failure("sent a file with a wrong checksum")
    # The wrong bytes may have been there before: once more from the start.
    _deliver(remote, url, partial, timeout, window, pace)


def _receive(remote, url, partial, start, timeout, window, pace) -> None:
    headers = {"User-Agent": f"cnncourse/{__version__}"}
    if start:
        headers["Range"] = f"bytes={start}-"
    with _open(urllib.request.Request(url, headers=headers), timeout) as reply:
        part = reply.headers.get("Content-Range", "")
        if reply.status != 206:
            start = 0  # it sends the whole file
        elif not part.startswith(f"bytes {start}-"):
            raise _Failure(f"sent another part than was asked for ({part})")
        if reply.length not in (None, remote.size - start):
            raise _Failure(
                f"offers {start + reply.length:,} bytes instead of "
                f"{remote.size:,}"
            )
        # In a notebook tqdm overlooks its own variable, so it is passed on.
        bar = tqdm(
            total=remote.size,
            initial=start,
            desc=remote.name,
            unit="B",
            unit_scale=True,
            leave=False,
            disable=bool(os.environ.get("TQDM_DISABLE")),
        )
        with partial.open("ab" if start else "wb") as file, bar:
            since, lately = time.monotonic(), 0
            while start < remote.size:
                block = _next(reply, min(1 << 16, remote.size - start))
                if not block:
                    raise _Failure(
                        f"broke off after {start:,} of {remote.size:,} bytes"
                    )
                file.write(block)
                bar.update(len(block))
                start, lately = start + len(block), lately + len(block)
                seconds = time.monotonic() - since
                if seconds > window:
                    if lately < pace * seconds:
                        speed = lately / seconds / 1000
                        raise _TooSlow(f"sent only {speed:,.1f} kB a second")
                    since, lately = time.monotonic(), 0
            file.flush()
            os.fsync(file.fileno())


def _next(reply: http.client.HTTPResponse, most: int) -> bytes:
    try:
        # Unlike read, read1 returns what is there: it cannot wait for ever.
        return reply.read1(most)
    except (OSError, http.client.HTTPException) as error:
        raise _Failure(_reason(error)) from error


def _open(request, timeout: float) -> http.client.HTTPResponse:
    """Return the reply; give up on look-ups and headers that never end."""
    box: queue.Queue = queue.Queue()

    def ask() -> None:
        try:
            box.put(urllib.request.urlopen(request, timeout=timeout))
        except (OSError, ValueError, http.client.HTTPException) as error:
            box.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        reply = box.get(timeout=2 * timeout)
    except queue.Empty:
        reply = TimeoutError()
    if isinstance(reply, Exception):
        raise _Failure(_reason(reply)) from reply
    return reply


def _reason(error: Exception) -> str:
    """Return what went wrong, to follow the name of the mirror."""
    if isinstance(error, urllib.error.HTTPError):
        if "infinite loop" in str(error):
            return "redirects in a circle"
        return f"answered {error.code} {error.reason}"
    if isinstance(error, urllib.error.URLError):
        error = error.reason
    if isinstance(error, TimeoutError):
        return "did not answer in time"
    if isinstance(error, ConnectionRefusedError):
        return "refused the connection"
    if isinstance(error, (ConnectionError, http.client.IncompleteRead)):
        return "dropped the connection"
    text = " ".join(str(error).split()) or type(error).__name__
    return f"cannot be reached ({text})"


@contextlib.contextmanager
def only_one(path: Path, patience: float = 120.0) -> Iterator[None]:
    """Hold a lock; wait for the process that holds it as long as it works.

    The operating system gives the lock back when its process ends, in
    whatever way, so a file that a dead process has left holds up nobody.

    Args:
        path: the lock's file; stays behind, empty or with a process's number.
        patience: seconds without any change to the files beside `path`
            after which the holder counts as stuck.

    Raises:
        CourseError: the holder is stuck.
    """
    with path.open("a+b") as file:
        waited, seen = time.monotonic(), None
        while not _locked(file):
            holder = path.read_text() or "unknown"
            if seen is None:
                print(
                    f"Process {holder} is fetching {path.stem}; waiting.",
                    file=sys.stderr,
                )
            if seen != (seen := _state(path.parent)):
                waited = time.monotonic()
            if time.monotonic() - waited > patience:
                raise CourseError(
                    f"Process {holder} holds {path} and has written nothing "
                    f"for {patience:.0f} s; end that process and try again."
                )
            time.sleep(0.1)
        file.truncate(0)
        file.write(str(os.getpid()).encode())
        file.flush()
        yield


def _state(folder: Path) -> list[tuple[str, int]]:
    state = []
    for path in sorted(folder.iterdir()):
        with contextlib.suppress(FileNotFoundError):  # renamed meanwhile
            state.append((path.name, path.stat().st_size))
    return state


try:
    import fcntl

    def _locked(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

except ImportError:  # Windows
    import msvcrt

    def _locked(file: BinaryIO) -> bool:
        file.seek(1 << 30)  # a byte that nobody writes or reads
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
