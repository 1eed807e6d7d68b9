"""Pictures by class, from a folder or an archive.

Either `train/<class>/...` and `test/<class>/...`, or `<class>/...` alone;
folders around these and below them do not matter. What cannot be used is
left out, and the result says what and why. Archives are read where they
are; nothing is unpacked. Everything has a bound that is looked at before it
is read: files, bytes, pixels, memory.

What a picture becomes: gray or RGB, 8 bits a channel, turned as its EXIF data
say. What shines through is white. Of 16 bits the upper 8 are used, and where
the uppermost is never set, the picture is left out: it may be dark, or hold
12 bits, and the file does not tell. So are pictures of other depths and files
with several pictures. Color profiles are not applied.
"""

import contextlib
import functools
import gzip
import hashlib
import io
import lzma
import os
import re
import stat
import struct
import tarfile
import warnings
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

import numpy as np
from numpy import ndarray as Array
from PIL import Image, ImageOps
from PIL import __version__ as pillow_version

from cnncourse.datasets import files
from cnncourse.datasets.files import MOST_FILE, printable
from cnncourse.errors import CourseError

ARCHIVES = (".tar", ".tar.xz", ".txz", ".tar.gz", ".tgz", ".zip")
# fmt: off
PICTURES = (
    ".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp", ".tif", ".tiff",
    ".pgm", ".ppm",
)
# fmt: on
FORMATS = ("JPEG", "PNG", "BMP", "GIF", "WEBP", "TIFF", "PPM")
MODES = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr")
MOST_FILES = 300_000
MOST_PIXELS = 80_000_000  # of one picture
MOST_NAME = 500  # letters, and MOST_DEPTH folders inside of one another
MOST_DEPTH = 20
MOST_HEADER = 1 << 14  # bytes of what an archive says of one file
# What may come of one byte on the disk, and what of a small source.
BYTES_A_BYTE, SMALL_BYTES = 100, 500_000_000
PIXELS_A_BYTE, SMALL_PIXELS = 1_000, 300_000_000
HIDDEN = (".", "__MACOSX")
VALIDATION = ("val", "valid", "validation")
DAMAGE = (
    tarfile.TarError,
    zipfile.BadZipFile,
    lzma.LZMAError,
    zlib.error,
    gzip.BadGzipFile,
    EOFError,
    RuntimeError,  # a zip file with a password
    NotImplementedError,
    ValueError,  # numbers in a header that are none
    OverflowError,
    struct.error,
)
UNREADABLE = "cannot be read"

# Name, bytes, and what reads it; None is a folder, a text a reason.
Entry = tuple[str, int, Callable[[], bytes] | str | None]
# A picture by its name, and the checksum of its file.
Pictures = dict[str, tuple[Array, bytes]]


@dataclass(frozen=True)
class ByClass:
    """Pictures by class.

    Attributes:
        classes: names, sorted.
        skipped: what was left out and why, a line for each file.
        split: how the test part was chosen.
        digest: checksum of the names and the files of all that is used.
        images: uint8, (count, channels, height, width), in the order of the
            file names; one channel if all pictures are gray, else three.
        labels: int64, (count,), an index into `classes`.
        test: bool, (count,), which pictures are the test part.
    """

    classes: tuple[str, ...]
    skipped: tuple[str, ...]
    split: str
    digest: str
    images: Array
    labels: Array
    test: Array


def is_archive(path: Path) -> bool:
    """Tell whether a file's name is that of an archive `read` can read."""
    return path.name.lower().endswith(ARCHIVES)


def read(path: Path, size: int | None) -> ByClass:
    """Return the pictures of a folder or an archive.

    A test folder is the test part; without one `val` is, and without that
    every sixth picture of each class. Hidden files are ignored. A picture
    that occurs twice is used once. The decoded pictures are kept in the
    cache.

    Args:
        path: the folder, or a file that ends like one of `ARCHIVES`.
        size: side in pixels. The shorter side of a picture is scaled to it
            and the middle is cut out. Without it all pictures must have the
            same height and width, and keep them.

    Raises:
        CourseError: nothing there, a damaged archive, no two classes,
            pictures of several sizes, or more than there is room for.
    """
    shown = printable(path)
    if not os.path.exists(path):
        raise CourseError(
            f"There is no folder or archive at {shown}; give the path of a "
            "folder with a folder of pictures for each class."
        )
    if path.is_file() and not is_archive(path):
        raise CourseError(
            f"{shown} is neither a folder nor an archive; an archive's name "
            f"ends in {', '.join(ARCHIVES)}."
        )
    try:
        entries, state = _listed(path)
        room = sum(length for _, length, _ in entries)
        key = f"3, size {size}, Pillow {pillow_version}, {state}"
        place = hashlib.sha256(f"{path.resolve()!r} {size}".encode())
        kept = re.sub(r"[^\w.-]", "_", path.name, flags=re.ASCII)[:60]
        kept += f"-{place.hexdigest()[:12]}"
        if (old := files.recall(kept, key)) is not None:
            (classes, skipped, *texts), arrays = old
            return ByClass(tuple(classes), tuple(skipped), *texts, *arrays)
        most = max(SMALL_BYTES, BYTES_A_BYTE * room)
        inside = entries if path.is_dir() else _packed(path, most)
        found = _by_class(shown, *_decoded(shown, inside, size, room))
        # What cannot be read now may be read next time.
        if not any(f": {UNREADABLE}" in line for line in found.skipped):
            *texts, images, labels, test = vars(found).values()
            files.remember(kept, key, texts, (images, labels, test))
    except OSError as error:
        raise CourseError(
            f"{shown} could not be read ({error.strerror or error}); look at "
            "its permissions, or copy it to another place."
        ) from error
    return found


def _listed(path: Path) -> tuple[list[Entry], str]:
    """Return what is in a folder, and a text that changes when that does.

    Of an archive, which is no folder, only the size is of use.
    """
    found: list[Entry] = []
    states: list[object] = []

    def refused(error: OSError) -> None:
        name = os.path.relpath(error.filename, path)
        found.append((f"{name}/", 0, f"{UNREADABLE} ({error.strerror})"))

    alone: Any = [(path.parent, [], [path.name])]
    walk = os.walk(path, onerror=refused) if path.is_dir() else alone
    for top, folders, names in walk:
        folders.sort()
        below = os.path.relpath(top, path)
        for name in (*folders, *sorted(names)):
            entry = os.path.join(top, name)
            linked = real = os.lstat(entry)
            with contextlib.suppress(OSError):
                real = os.stat(entry)
            # What a change of the content always changes is the ctime.
            states += (
                entry, linked.st_ctime_ns, real.st_ino, real.st_mode,
                real.st_size, real.st_mtime_ns, real.st_ctime_ns,
            )  # fmt: skip
            content: Any = functools.partial(files.read, entry)
            if stat.S_ISDIR(real.st_mode):
                link = stat.S_ISLNK(linked.st_mode)
                content = "a link to a folder" if link else None
            found.append((os.path.join(below, name), real.st_size, content))
        if len(found) > MOST_FILES:
            break
    return found, hashlib.sha256(repr(states).encode()).hexdigest()


def _packed(path: Path, most: int) -> Iterator[Entry]:
    """Yield what is in an archive, which may unpack to so many bytes."""
    name = path.name.lower()
    with files.opened(path) as file:
        if name.endswith(".zip"):
            yield from _in_zip(file, most)
        elif name.endswith(("gz", "xz")):
            unpack = gzip.open if name.endswith("gz") else lzma.open
            yield from _in_tar(unpack(file), most)
        else:
            yield from _in_tar(file, most)


def _in_zip(file: BinaryIO, most: int) -> Iterator[Entry]:
    with zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > most:
            raise _Bomb
        for entry in entries:
            content: Any = "packed in another way than zip usually does"
            # The others unpack all at once, whatever length they state.
            if entry.compress_type in (
                zipfile.ZIP_STORED,
                zipfile.ZIP_DEFLATED,
            ):
                content = functools.partial(_unzipped, archive, entry)
            content = None if entry.is_dir() else content
            yield entry.filename, entry.file_size, content


def _unzipped(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        return file.read(entry.file_size)


def _in_tar(file: Any, most: int) -> Iterator[Entry]:
    bounded: Any = _Bounded(file, most)
    with tarfile.open(fileobj=bounded, mode="r:") as opened:
        archive: Any = opened  # `members` is missing in its stubs
        last = -1
        while (entry := archive.next()) is not None:
            archive.members.clear()  # of a million, a gigabyte
            if entry.size < 0 or entry.offset <= last:
                raise tarfile.ReadError("an impossible header")
            last, bounded.longest = entry.offset, MOST_FILE
            bounded.most -= entry.size if entry.issparse() else 0
            part = archive.extractfile(entry) if entry.isreg() else None
            content: Any = part.read if part else "a link or a device"
            content = None if entry.isdir() else content
            yield entry.name, entry.size, content
            bounded.longest = MOST_HEADER
        # tarfile takes a damaged header for the end of the archive. At a
        # true end there is a second block of zeros, and only zeros.
        rest = 0
        while rest < files.MOST_FILE and (block := bounded.read(MOST_HEADER)):
            rest += files.MOST_FILE if block.strip(b"\0") else len(block)
        if not 512 <= rest < files.MOST_FILE:
            raise tarfile.ReadError("the end is missing")


class _Bomb(Exception):
    """There is far more in it than its size promises."""


class _Bounded:
    """What an archive unpacks to, up to a limit."""

    def __init__(self, file: BinaryIO, most: int):
        self.file, self.most, self.longest = file, most, MOST_HEADER
        self.tell = file.tell

    def seek(self, place: int) -> int:
        if place > self.most:
            raise _Bomb
        return self.file.seek(place)

    def read(self, length: int) -> bytes:
        if not 0 <= length <= self.longest or self.tell() > self.most:
            raise _Bomb
        return self.file.read(length)


def _decoded(
    shown: str, entries: Iterable[Entry], size: int | None, room: int
) -> tuple[Pictures, dict[str, str]]:
    """Return the pictures by name, and why other files are left out."""
    pictures: Pictures = {}
    reasons: dict[str, str] = {}
    seen: dict[bytes, Array] = {}
    empty, total, pixels = set(), 0, 0
    # Decoded, stacked and parted they lie there three times, for a moment.
    most = max(SMALL_BYTES, BYTES_A_BYTE * room)
    memory = min(files.free_memory() // 3, most)
    try:
        for count, (raw, length, content) in enumerate(entries):
            # Archives also hold "./cat/1.png", "/cat/1.png", "cat\1.png".
            parts = PurePosixPath(raw.replace("\\", "/").lstrip("/")).parts
            name = printable("/".join(parts))
            if count == MOST_FILES:
                raise CourseError(
                    f"{shown} holds more than {MOST_FILES:,} files; give a "
                    "folder or an archive with fewer."
                )
            if len(name) > MOST_NAME or len(parts) > MOST_DEPTH:
                reasons[f"{name[:60]}..."] = "too long a name"
            elif ".." in parts:
                reasons[name] = "a path that leads outside"
            elif not name or any(p.startswith(HIDDEN) for p in parts):
                continue
            elif content is None:
                empty.add(name)
            elif isinstance(content, str):
                reasons[name] = content
            elif not name.lower().endswith(PICTURES):
                reasons[name] = "not a picture by its name"
            elif name in pictures:
                reasons[f"{name} (again)"] = "a second file of this name"
            elif length > MOST_FILE:
                reasons[name] = "larger than 100 MB"
            elif isinstance(found := _content(content), str):
                reasons[name] = found
            else:
                checksum = hashlib.blake2b(found, digest_size=16).digest()
                if checksum not in seen:
                    picture = _picture(found, size)
                    if isinstance(picture, str):
                        reasons[name] = picture
                        continue
                    seen[checksum] = picture[0]
                    total += picture[0].nbytes
                    pixels += picture[1]
                pictures[name] = seen[checksum], checksum
            if total > memory:
                raise CourseError(
                    f"The pictures in {shown} take more than "
                    f"{memory / 1e9:.1f} GB of memory, a third of what is "
                    "free or a hundred times their files; give a smaller "
                    f"size than {size}, for example size=32."
                )
            if pixels > max(SMALL_PIXELS, PIXELS_A_BYTE * room):
                raise _Bomb
    except _Bomb:
        raise CourseError(
            f"{shown} unpacks to far more than its {room / 1e6:,.1f} MB "
            "promise; look at what it holds, save the pictures smaller, and "
            "give the folder of them."
        ) from None
    except CourseError:
        raise
    except DAMAGE as error:
        raise CourseError(
            f"{shown} is damaged, cut short or locked "
            f"({printable(error)[:160]}); get the archive again, or unpack "
            "it and give the folder."
        ) from error
    for name in (*pictures, *reasons):
        empty -= {str(above) for above in PurePosixPath(name).parents}
    reasons |= {f"{name}/": "no picture in it" for name in empty}
    return pictures, reasons


def _content(read: Callable[[], bytes]) -> bytes | str:
    try:
        return read() or "an empty file"
    except OSError as error:
        if isinstance(error, gzip.BadGzipFile):
            raise
        return f"{UNREADABLE} ({error.strerror})"


def _picture(content: bytes, size: int | None) -> tuple[Array, int] | str:
    """Return a picture and its pixels before scaling, or what is wrong."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's, of odd extra data
        try:
            with Image.open(io.BytesIO(content), formats=FORMATS) as image:
                width, height = image.size
                if width * height > MOST_PIXELS:
                    return f"too large ({width}x{height} pixels)"
                if width * height > MOST_PIXELS // 8:
                    what = f"Pictures of {width}x{height} pixels"
                    remedy = "save them smaller"
                    files.check_memory(16 * width * height, what, remedy)
                return _pixels(image, size), width * height
        except Image.UnidentifiedImageError:
            return "not a picture"
        except Image.DecompressionBombError:
            return f"too large (more than {MOST_PIXELS // 10**6} megapixels)"
        except _Unclear as unclear:
            return str(unclear)
        except (CourseError, MemoryError):
            raise
        except Exception as error:  # a decoder raises all kinds
            return f"damaged ({printable(' '.join(str(error).split()))[:160]})"


class _Unclear(Exception):
    """Why a picture could come out black or wrong."""


def _pixels(image: Image.Image, size: int | None) -> Array:
    """Return (height, width) of a gray picture, else (height, width, 3)."""
    if getattr(image, "is_animated", False) and image.format != "MPO":
        raise _Unclear("several pictures in one file; save one of them")
    if (mode := image.mode) == "F":
        raise _Unclear("floating-point pixels; save it with 8 bits")
    deep = _is_deep(image)
    if mode not in MODES and not deep:
        raise _Unclear(f"pixels of the kind {mode}; save it with 8 bits")
    image = ImageOps.exif_transpose(image)
    if mode.startswith("I"):
        high = np.clip(np.asarray(image).astype(np.int64) >> 8, 0, 255)
        image = Image.fromarray(high.astype(np.uint8))
    if deep:
        *colors, last = image.split()
        alpha = [last] if "A" in image.mode else []
        for bands in (alpha, colors + [last][len(alpha) :]):
            highs = [np.asarray(band).max() for band in bands]
            if highs and max(highs) < 128:
                raise _Unclear(
                    "16 bits a pixel, the upper one never used: too dark, or "
                    "not the full range; save it with 8 bits"
                )
    mode = "L" if image.mode in ("1", "L", "LA") else "RGB"
    if image.has_transparency_data:  # what shines through is white
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image)
    image = image.convert(mode)
    if size is not None and image.size != (size, size):
        cubic = Image.Resampling.BICUBIC
        image = ImageOps.fit(image, (size, size), cubic)
    return np.asarray(image)


def _is_deep(image: Any) -> bool:
    """Tell whether a channel has 16 bits; of the mode only gray tells."""
    tags = getattr(image, "tag_v2", {})
    if tags.get(339, (1,))[0] != 1:
        raise _Unclear("pixels with a sign or a fraction; save it with 8 bits")
    how: Any = image.tile[0] if image.tile else ("", (), 0, "")
    deep = ";16" in str(how[3]) or image.mode.startswith("I;")
    deep |= image.mode == "I" and image.format in ("PNG", "PPM")
    if how[0].startswith("ppm"):
        # The highest value stands in the file; Pillow makes it white.
        deep |= how[3][-1] > 255
    if deep and tags.get(262) == 0:
        raise _Unclear("16 bits a pixel, black and white changed over")
    return deep


def _by_class(
    shown: str, pictures: Pictures, reasons: dict[str, str]
) -> ByClass:
    """Sort pictures into classes and parts, and say what is left out."""
    names = sorted(pictures)
    around = _around(names)
    # A picture beside those folders keeps its own name.
    inner = {
        name: name.split("/", min(around, name.count("/")))[-1].split("/")
        for name in names
    }
    # Lower case decides, so "Train" will do.
    tops = {p[0].lower(): p[0] for p in inner.values() if len(p) > 1}
    held, split = None, "every sixth picture of each class is for the test"
    if parted := "train" in tops:
        held = next((t for t in ("test", *VALIDATION) if t in tops), None)
        split = f"{tops[held]}/ is for the test" if held else split

    rows: list[tuple[str, str, bool]] = []  # name, class, test
    first: dict[bytes, str] = {}
    for name, parts in inner.items():
        part = parts.pop(0).lower() if parted else "train"
        if part not in ("train", held):
            reasons[name] = "neither in train/ nor in test/"
        elif len(parts) < 2:
            reasons[name] = "not in the folder of a class"
        elif (same := first.setdefault(pictures[name][1], name)) != name:
            reasons[name] = f"the same picture as {same}"
        else:
            rows.append((name, parts[0], part == held))
    classes = sorted({label for _, label, test in rows if not test})
    place = {label: index for index, label in enumerate(classes)}
    for name, label, _ in rows:
        if label not in place:
            reasons[name] = f"no training pictures of the class {label}"
    rows = [row for row in rows if row[1] in place]
    skipped = tuple(f"{name}: {reasons[name]}" for name in sorted(reasons))
    if len(classes) < 2:
        some = "; ".join(skipped[:3]) or "nothing is in there"
        raise CourseError(
            f"{shown} holds usable pictures of {len(classes)} "
            f"classes {classes}; two are the least. Give each class a folder "
            f"of its own, as in train/cat/1.jpg or cat/1.jpg. Left out: {some}"
            f"{'; ...' if len(skipped) > 3 else '.'}"
        )
    labels = np.array([place[label] for _, label, _ in rows])
    test = np.array([test for _, _, test in rows])
    if not held:
        count: Counter[str] = Counter()
        for row, (_, label, _) in enumerate(rows):
            test[row] = count[label] % 6 == 1
            count[label] += 1
    digest = hashlib.sha256()
    for name, *_ in rows:
        line = f"{'/'.join(name.split('/')[around:])} "
        digest.update(line.encode() + pictures[name][1])
    if not test.any():
        raise CourseError(
            f"{shown} leaves no picture for the test; give each "
            "class at least two pictures, or a test/ folder with the same "
            "classes as train/."
        )
    return ByClass(
        classes=tuple(classes),
        skipped=skipped,
        split=split,
        digest=digest.hexdigest(),
        images=_stacked(shown, {name: pictures[name][0] for name, *_ in rows}),
        labels=labels.astype(np.int64),
        test=test,
    )


def _around(names: list[str]) -> int:
    """Return how many folders lie around the parts or the classes."""
    folders, level = {PurePosixPath(name).parts[:-1] for name in names}, 0
    while True:
        here = {f[level] for f in folders if len(f) > level}
        if len(here) != 1 or all(len(f) <= level + 1 for f in folders):
            return level
        level += 1


def _stacked(shown: str, pictures: dict[str, Array]) -> Array:
    """Return (count, channels, height, width)."""
    (name, one), *others = pictures.items()
    for other, array in others:
        if array.shape[:2] != one.shape[:2]:
            sizes = [f"{a.shape[1]}x{a.shape[0]}" for a in (one, array)]
            raise CourseError(
                f"The pictures in {shown} differ in size ({name} "
                f"has {sizes[0]} pixels, {other} has {sizes[1]}); give the "
                "side that all shall have, for example size=64."
            )
    channels = max(3 if a.ndim == 3 else 1 for a in pictures.values())
    images = np.empty((len(pictures), channels, *one.shape[:2]), np.uint8)
    for image, array in zip(images, pictures.values(), strict=True):
        image[:] = array if array.ndim == 2 else array.transpose(2, 0, 1)
    return images
