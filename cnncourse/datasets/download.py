"""Files from the network: whole and checked, or not at all.

A file is fetched from the first of its mirrors that answers, keeps up a
minimum speed and sends the right bytes; a mirror that sends us to another
host is passed over. What arrives is collected beside the final name and gets
that name only when its checksum is right; what a broken connection leaves is
continued next time, from whichever mirror.
"""

import contextlib
import errno
import http.client
import os
import queue
import shutil
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from filelock import FileLock, Timeout
from tqdm.auto import tqdm

from cnncourse import __version__
from cnncourse.datasets.files import SPARE_ROOM, at_once, md5_of
from cnncourse.errors import CourseError


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


def _four(
    bases: tuple[str, ...], sums: dict[str, tuple[str, int]]
) -> tuple[Remote, ...]:
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


class _SamePlace(urllib.request.HTTPRedirectHandler):
    """Follows redirects on the same host only, to a page of the web."""

    def redirect_request(
        self, req: urllib.request.Request, *answer: Any
    ) -> urllib.request.Request | None:
        old, new = urlsplit(req.full_url), urlsplit(answer[-1])
        allowed = {old.scheme, "https"} & {new.scheme}
        if not allowed or (new.hostname, new.port) != (old.hostname, old.port):
            raise _Failure(f"redirects to {new.scheme}://{new.netloc[:80]}")
        return super().redirect_request(req, *answer)


def fetch(
    remote: Remote,
    folder: Path,
    *,
    advice: str = "Try again later.",
    timeout: float = 10.0,
    window: float = 10.0,
    least_speed: float = 250_000.0,
    patience: float = 3_600.0,
) -> Path:
    """Return the path of a file, downloaded where it is not there yet.

    Two processes may ask for the same file at once: one fetches it, the
    other waits. Mirrors that were too slow are asked again, for a tenth of
    the speed, when no other has delivered.

    Args:
        remote: what to fetch.
        folder: where to put it; made where it does not exist.
        advice: ends the message of a failure: how to go on without the file.
        timeout: seconds to wait for a connection or for the next bytes.
        window: seconds over which the speed is measured.
        least_speed: bytes a second, below which the next mirror is tried.
        patience: seconds to wait for another process that fetches the file;
            so many, too, that the fetching may take. The next call goes on.

    Raises:
        CourseError: no mirror delivered, the disk cannot take the file, or
            the other process did not finish.
    """
    final = folder / remote.name
    partial = folder / f"{remote.name}.partial"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _only_one(folder / f"{remote.name}.lock", patience):
            if not final.is_file() or md5_of(final) != remote.md5:
                end = time.monotonic() + patience
                download = _Download(remote, partial, timeout, window, end)
                download.ask_mirrors(least_speed)
                os.replace(partial, final)
    except _Failure as failure:
        raise CourseError(f"{remote.name} {failure}. {advice}") from failure
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            partial.unlink(missing_ok=True)
        why = error.strerror or error
        raise CourseError(
            f"{remote.name} ({remote.size / 1e6:,.1f} MB) could not be "
            f"written into {folder} ({why}); make room there or allow "
            f"writing. {advice}"
        ) from error
    return final


def _only_one(path: Path, patience: float) -> AbstractContextManager[object]:
    """Return a lock that is held; it ends with its process, however."""
    for wait in (0, patience):
        try:
            return FileLock(path).acquire(timeout=wait)
        except Timeout:
            if not wait:
                said = f"Another process is fetching {path.stem}; waiting."
                print(said, file=sys.stderr)
    raise _Failure(
        f"is being fetched by another process, which has held {path} for "
        f"{patience:,.0f} s; end that process and try again"
    )


@dataclass(frozen=True)
class _Download:
    """A file on its way: what has arrived of it lies in `partial`."""

    remote: Remote
    partial: Path
    timeout: float
    window: float
    end: float  # on the clock that time.monotonic reads

    def arrived(self) -> int:
        return self.partial.stat().st_size if self.partial.exists() else 0

    def ask_mirrors(self, least_speed: float) -> None:
        """Complete the file from the first mirror that delivers."""
        place = self.partial.parent
        free = shutil.disk_usage(place).free
        needed = max(0, self.remote.size - self.arrived()) + SPARE_ROOM
        if free < needed:
            raise _Failure(
                f"needs {needed / 1e6:,.0f} MB in {place} and "
                f"{free / 1e6:,.0f} MB are free; make room there"
            )
        urls, failures = self.remote.urls, {}
        for speed in (least_speed, least_speed / 10):
            for url in urls:
                try:
                    return self.complete(url, speed)
                except _Failure as failure:
                    failures[url] = failure
            urls = tuple(u for u in urls if isinstance(failures[u], _TooSlow))
        tried = (f"{urlsplit(url).netloc} {f}" for url, f in failures.items())
        raise _Failure(
            "could not be fetched, all of its mirrors were tried: "
            + "; ".join(tried)
        )

    def complete(self, url: str, least_speed: float) -> None:
        """Complete the file from one mirror, or say why not."""
        arrived = self.arrived()
        if arrived < self.remote.size:
            self.receive(url, arrived, least_speed)
        right = self.arrived() == self.remote.size
        if right and md5_of(self.partial) == self.remote.md5:
            return
        self.partial.unlink()
        if not arrived:
            raise _Failure("sent a file with a wrong checksum")
        # The wrong bytes may have been there before: again from the start.
        self.complete(url, least_speed)

    def receive(self, url: str, start: int, least_speed: float) -> None:
        """Append what a mirror sends; it may begin anew."""
        with contextlib.closing(self.arriving(url, start)) as items:
            start = next(items)
            with (
                open(
                    self.partial, "ab" if start else "wb", opener=at_once
                ) as file,
                tqdm.wrapattr(
                    file,
                    "write",
                    self.remote.size,
                    initial=start,
                    desc=self.remote.name,
                    leave=False,
                    # In a notebook tqdm overlooks this variable of its own.
                    disable=bool(os.environ.get("TQDM_DISABLE")),
                ) as sink,
            ):
                for block in self.blocks(items, start, least_speed):
                    sink.write(block)

    def arriving(self, url: str, start: int) -> Generator[Any]:
        """Yield where the reply begins, then what arrives, b"" at its end.

        A thread of its own waits for the mirror: a server that sends a byte
        of its header now and then holds up nobody.
        """
        items: queue.SimpleQueue[Any] = queue.SimpleQueue()
        stop = threading.Event()

        def work() -> None:
            try:
                with self.opened(url, start) as reply:
                    left = self.remote.size
                    left -= (begin := start if reply.status == 206 else 0)
                    items.put(begin)
                    block = b" "
                    while block and left and not stop.is_set():
                        # Unlike read, read1 returns what is there.
                        block = reply.read1(min(1 << 16, left))
                        left -= len(block)
                        items.put(block)
            except Exception as error:
                items.put(error)

        threading.Thread(target=work, daemon=True).start()
        try:
            while True:
                left = self.end - time.monotonic()
                with _explained():
                    item = items.get(timeout=max(0, min(self.timeout, left)))
                    if isinstance(item, Exception):
                        raise item
                yield item
        finally:
            stop.set()

    def opened(self, url: str, start: int) -> http.client.HTTPResponse:
        """Return a reply with the right part and number of bytes."""
        headers = {"User-Agent": f"cnncourse/{__version__}"}
        if start:
            headers["Range"] = f"bytes={start}-"
        request = urllib.request.Request(url, headers=headers)
        opener = urllib.request.build_opener(_SamePlace)
        reply = opener.open(request, timeout=self.timeout)
        part = reply.headers.get("Content-Range", "")
        if reply.status != 206:
            start = 0  # it sends the whole file
        elif not part.startswith(f"bytes {start}-"):
            raise _Failure(f"sent another part than was asked for ({part})")
        if reply.length not in (None, self.remote.size - start):
            raise _Failure(
                f"offers {start + reply.length:,} bytes instead of "
                f"{self.remote.size:,}"
            )
        return reply

    def blocks(
        self, items: Iterator[bytes], start: int, least_speed: float
    ) -> Iterator[bytes]:
        """Yield what arrives, as long as it keeps up the speed."""
        size, since, lately = self.remote.size, time.monotonic(), 0
        while start < size:
            if not (block := next(items)):
                raise _Failure(f"broke off after {start:,} of {size:,} bytes")
            yield block
            start, lately = start + len(block), lately + len(block)
            seconds = time.monotonic() - since
            if seconds > self.window:
                if lately < least_speed * seconds:
                    speed = lately / seconds / 1000
                    raise _TooSlow(f"sent only {speed:,.1f} kB a second")
                since, lately = time.monotonic(), 0


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    """Turn an error of the network into a reason to ask the next mirror."""
    try:
        yield
    except _Failure:
        raise
    except (
        OSError,
        ValueError,
        http.client.HTTPException,
        queue.Empty,
    ) as error:
        raise _Failure(_reason(error)) from error


def _reason(error: object) -> str:
    """Return what went wrong, to follow the name of the mirror."""
    if isinstance(error, urllib.error.HTTPError):
        if "infinite loop" in str(error):
            return "redirects in a circle"
        return f"answered {error.code} {error.reason}"
    if isinstance(error, urllib.error.URLError):
        return _reason(error.reason)
    if isinstance(error, TimeoutError | queue.Empty):
        return "did not answer in time"
    if isinstance(error, ConnectionRefusedError):
        return "refused the connection"
    if isinstance(error, (ConnectionError, http.client.IncompleteRead)):
        return "dropped the connection"
    text = " ".join(str(error).split()) or type(error).__name__
    return f"cannot be reached ({text})"
