"""Files: which may be opened, where they are kept, what there is room for.

What was decoded is kept in the cache, so that it is there at once next time.
Such a file begins with the checksum of all that follows; one that is not what
was written is not used. What a killed process has left is swept.
"""

import contextlib
import errno
import hashlib
import json
import os
import re
import shutil
import stat
import warnings
from collections.abc import Sequence
from io import BufferedReader
from pathlib import Path

import numpy as np
from filelock import FileLock
from numpy import ndarray as Array

from cnncourse.doors import door
from cnncourse.errors import CourseError

SPARE_ROOM = 50_000_000  # bytes of the disk that are left free
MOST_FILE = 100_000_000  # bytes of one file that is read as a whole
USUAL_MEMORY = 4_000_000_000  # bytes, where the system does not tell
DIGEST = 32  # bytes of a SHA-256 checksum


@door
def cache(*, clear: bool = False) -> str:
    """Tell where downloads and decoded pictures are kept, and how large.

    Args:
        clear: delete all of it first. What is needed is fetched or decoded
            again.

    Raises:
        CourseError: another process is writing there, the folder cannot be
            changed, or there is no home folder.
    """
    try:
        folder = cache_folder()
        found = [path for path in folder.rglob("*") if not path.is_dir()]
        locks = [path for path in found if path.suffix == ".lock"]
        with contextlib.ExitStack() as held:
            for lock in locks if clear else ():
                held.enter_context(FileLock(lock).acquire(timeout=0))
            for path in set(found) - set(locks) if clear else ():
                found.remove(path)
                path.unlink()
        size = sum(path.lstat().st_size for path in found)
    except OSError as error:
        raise CourseError(
            f"The cache cannot be used ({error.strerror or error}); end "
            "other processes that load data, or look at its permissions."
        ) from error
    files = len(found) - len(locks)
    return f"{printable(folder)}: {files} files, {size / 1e6:,.1f} MB"


def cache_folder() -> Path:
    """Return the folder of what was downloaded or decoded before.

    Raises:
        OSError: there is no home folder.
    """
    with contextlib.suppress(RuntimeError):
        if os.environ.get("HOME") != "":
            return Path.home() / ".cache" / "cnncourse"
    raise OSError(errno.ENOENT, "there is no home folder; set HOME to one")


def printable(text: object) -> str:
    """Return a text that every terminal and every file can hold."""
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode()
        for c in str(text)
    )


def opened(path: str | Path) -> BufferedReader:
    """Open a regular file for reading; links are followed.

    Anything else may have no end, or wait for ever.

    Raises:
        OSError: it cannot be opened, or is a pipe, a device or a folder.
    """
    if stat.S_ISREG(os.stat(path).st_mode):
        file = open(path, "rb", opener=at_once)  # noqa: SIM115
        # It may have changed since.
        if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return file
        file.close()
    raise OSError(errno.EINVAL, "not a regular file", str(path))


def at_once(path: str, flags: int) -> int:
    """Open for `open`, without waiting for the other end of a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0), 0o666)


def read(path: str | Path) -> bytes:
    """Return what a regular file holds; nothing of a large one.

    Raises:
        OSError: as of `opened`.
    """
    with opened(path) as file:
        length = os.fstat(file.fileno()).st_size
        return file.read(length) if length <= MOST_FILE else b""


def verified(path: Path, md5: str) -> bytes | None:
    """Return what a file holds, if that has the checksum.

    Raises:
        OSError: it is there and cannot be read.
    """
    with contextlib.suppress(FileNotFoundError):
        content = read(path)
        if hashlib.md5(content).hexdigest() == md5:
            return content
    return None


def md5_of(path: Path) -> str:
    """Return the MD5 checksum of a file."""
    with opened(path) as file:
        return hashlib.file_digest(file, "md5").hexdigest()


def free_memory() -> int:
    """Return how many bytes this process may still take.

    The least of what the system has free and of what is left to the groups
    of processes that it belongs to, as far as the system tells.
    """
    known = re.findall(r"MemAvailable:\s+(\d+)", _text("/proc/meminfo"))
    found = [1024 * int(number) for number in known]
    for line in _text("/proc/self/cgroup").splitlines():
        _, kind, path = line.split(":", 2)
        if kind in ("", "memory"):
            top = f"/sys/fs/cgroup/{kind}"
            for group in (path, *Path(path).parents):
                found += _left(f"{top}{group}")
    return max(0, min(found, default=USUAL_MEMORY))


def _left(group: str) -> list[int]:
    """Return what a group of processes may still take, if it says so."""
    limit, used = "memory.max", "memory.current"
    if os.path.exists(f"{group}/memory.limit_in_bytes"):  # the older kind
        limit, used = "memory.limit_in_bytes", "memory.usage_in_bytes"
    try:
        left = int(_text(f"{group}/{limit}")) - int(_text(f"{group}/{used}"))
    except ValueError:  # "max", or no such file
        return []
    # Of what counts as used, copies of files are given up on demand.
    pattern = re.compile(r"^(?:in)?active_file (\d+)", re.MULTILINE)
    copies = pattern.findall(_text(f"{group}/memory.stat"))
    return [left + sum(map(int, copies))]


def _text(path: str) -> str:
    with contextlib.suppress(OSError):
        return Path(path).read_text()
    return ""


def check_memory(needed: float, what: str, remedy: str) -> None:
    """Refuse what does not fit into the free memory.

    Args:
        needed: bytes.
        what: will take them, as the sentence begins.
        remedy: what to try instead.
    """
    if needed > (free := free_memory()):
        raise CourseError(
            f"{what} take {needed / 1e9:,.1f} GB of memory, and "
            f"{free / 1e9:,.1f} GB are free; {remedy}."
        )


def recall(name: str, key: str) -> tuple[list, list[Array]] | None:
    """Return what `remember` kept; nothing if it is old, damaged or absent."""
    try:
        folder = cache_folder() / "decoded"
        if left := list(folder.glob("*.partial")):
            # Its lock is free: who wrote this was killed.
            with contextlib.suppress(OSError), _lock(folder, 0):
                for path in left:
                    path.unlink(missing_ok=True)
        with opened(folder / name) as file:
            digest = file.read(DIGEST)
            if hashlib.file_digest(file, "sha256").digest() != digest:
                return None
            end = file.tell()
            file.seek(DIGEST)
            written, texts = json.loads(np.load(file).tobytes())
            if written != key:
                return None
            arrays = []
            while file.tell() < end:
                arrays.append(np.load(file))
            return texts, arrays
    except (OSError, ValueError):
        return None


def remember(
    name: str, key: str, texts: list, arrays: Sequence[Array]
) -> None:
    """Keep what was decoded for the next time, or say why that fails.

    Args:
        name: of the file.
        key: tells whether it still holds.
        texts: what JSON can write.
        arrays: what belongs to them.
    """
    header = np.frombuffer(json.dumps([key, texts]).encode(), np.uint8)
    try:
        folder = cache_folder() / "decoded"
        folder.mkdir(parents=True, exist_ok=True)
        size = sum(array.nbytes for array in (header, *arrays))
        if shutil.disk_usage(folder).free < size + SPARE_ROOM:
            raise OSError(errno.ENOSPC, "the disk is too full")
        partial = folder / f"{name}.partial"
        with _lock(folder, 60):
            try:
                with partial.open("wb+") as file:
                    file.write(bytes(DIGEST))
                    for array in (header, *arrays):
                        np.save(file, array)
                    file.seek(DIGEST)
                    digest = hashlib.file_digest(file, "sha256").digest()
                    file.seek(0)
                    file.write(digest)
                os.replace(partial, folder / name)
            finally:
                partial.unlink(missing_ok=True)
    except OSError as error:
        warnings.warn(
            "The decoded pictures could not be kept in the cache "
            f"({error.strerror or error}); the next load decodes them again.",
            stacklevel=4,
        )


def _lock(folder: Path, patience: float) -> contextlib.AbstractContextManager:
    """Return the lock of all who write there; it ends with its process."""
    return FileLock(folder.with_suffix(".lock")).acquire(timeout=patience)
