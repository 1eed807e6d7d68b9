"""Pictures by class, from a folder or an archive.

Either `train/<class>/...` and `test/<class>/...`, or `<class>/...` alone;
folders around these and below them do not matter. What cannot be used is
left out, and the result says what and why. Archives are read where they
are; nothing is unpacked.
"""

import functools
import gzip
import hashlib
import io
import lzma
import os
import tarfile
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np
from numpy import ndarray as Array
from PIL import Image, ImageOps

from cnncourse.datasets.download import whole
from cnncourse.errors import CourseError

ARCHIVES = (".tar", ".tar.xz", ".txz", ".tar.gz", ".tgz", ".zip")
# fmt: off
PICTURES = (
    ".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp", ".tif", ".tiff",
    ".pgm", ".ppm",
)
# fmt: on
FORMATS = ("JPEG", "PNG", "BMP", "GIF", "WEBP", "TIFF", "PPM")
MOST_FILE = 100_000_000  # bytes of one picture's file
MOST_PIXELS = 80_000_000  # of one picture
MOST_MEMORY = 12_000_000_000  # bytes of all pictures together
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
)

# A picture by its name, and the checksum of its file.
Pictures = dict[str, tuple[Array, bytes]]


@dataclass(frozen=True)
class ByClass:
    """Pictures by class.

    Attributes:
        classes: names, sorted.
        images: uint8, (count, channels, height, width), in the order of the
            file names; one channel if all pictures are gray, else three.
        labels: int64, (count,), an index into `classes`.
        test: bool, (count,), which pictures are the test part.
        skipped: what was left out and why, a line for each file.
        split: how the test part was chosen.
        suffixes: endings of the file names, for example (".jpg",).
    """

    classes: tuple[str, ...]
    images: Array
    labels: Array
    test: Array
    skipped: tuple[str, ...]
    split: str
    suffixes: tuple[str, ...]


def is_archive(path: Path) -> bool:
    """Tell whether a file's name is that of an archive `read` can read."""
    return path.name.lower().endswith(ARCHIVES)


def read(path: Path, size: int | None, cache: Path) -> ByClass:
    """Return the pictures of a folder or an archive.

    A test folder is the test part; without one `val` is, and without that
    every sixth picture of each class. Hidden files are ignored. A picture
    that occurs twice is used once.

    Args:
        path: the folder, or a file that ends like one of `ARCHIVES`.
        size: side in pixels. The shorter side of a picture is scaled to it
            and the middle is cut out. Without it all pictures must have the
            same height and width, and keep them.
        cache: folder in which the decoded pictures are kept, so that they
            are there at once next time.

    Raises:
        CourseError: nothing there, a damaged archive, no two classes, or
            pictures of several sizes.
    """
    if not os.path.exists(path):
        raise CourseError(
            f"There is no folder or archive at {path}; give the path of a "
            "folder with a folder of pictures for each class."
        )
    if path.is_file() and not is_archive(path):
        raise CourseError(
            f"{path} is neither a folder nor an archive; an archive's name "
            f"ends in {', '.join(ARCHIVES)}."
        )
    try:
        key = _key(path, size)
        place = hashlib.sha256(f"{path.resolve()} {size}".encode())
        kept = cache / f"{path.name}-{place.hexdigest()[:12]}.npz"
        found = _kept(kept, key)
        if found is None:
            found = _by_class(path, *_decoded(path, size))
            _keep(kept, key, found)
    except OSError as error:
        raise CourseError(
            f"{path} could not be read ({error.strerror or error}); look at "
            "its permissions, or copy it to another place."
        ) from error
    return found


def _files(path: Path) -> Iterator[tuple[str, bytes | str | None]]:
    """Yield names and contents; None is a folder, a text a reason."""
    if path.is_dir():
        yield from _in_folder(path)
    elif path.name.lower().endswith(".zip"):
        with zipfile.ZipFile(path) as archive:
            for entry in archive.infolist():
                content = functools.partial(archive.read, entry)
                found = _bounded(entry.file_size, content)
                yield entry.filename, None if entry.is_dir() else found
    else:
        yield from _in_tar(path)


def _in_folder(path: Path) -> Iterator[tuple[str, bytes | str | None]]:
    for top, folders, files in os.walk(path):
        folders.sort()
        for entry in (Path(top) / name for name in folders):
            link = "a link to a folder" if entry.is_symlink() else None
            yield entry.relative_to(path).as_posix(), link
        for entry in (Path(top) / name for name in files):
            content: bytes | str = b""
            if entry.suffix.lower() in PICTURES:
                try:
                    length = entry.stat().st_size
                    content = _bounded(length, entry.read_bytes)
                except OSError as error:
                    content = f"cannot be read ({error.strerror})"
            yield entry.relative_to(path).as_posix(), content


def _in_tar(path: Path) -> Iterator[tuple[str, bytes | str | None]]:
    with tarfile.open(path) as archive:
        for entry in archive:
            file = archive.extractfile(entry) if entry.isfile() else None
            if entry.isdir():
                yield entry.name, None
            elif file is None:
                yield entry.name, "a link or a device"
            else:
                yield entry.name, _bounded(entry.size, file.read)
        # tarfile takes a damaged header for the end of the archive. At a
        # true end there is a second block of zeros, and only zeros.
        rest = archive.fileobj.read(-1) if archive.fileobj else b""
        if len(rest) < 512 or rest.strip(b"\0"):
            raise tarfile.ReadError("the end is missing")


def _bounded(length: int, content: Callable[[], bytes]) -> bytes | str:
    return content() if length <= MOST_FILE else "larger than 100 MB"


def _decoded(path: Path, size: int | None) -> tuple[Pictures, dict[str, str]]:
    """Return the pictures by name, and why other files are left out."""
    pictures: Pictures = {}
    reasons: dict[str, str] = {}
    empty, total = set(), 0
    try:
        for raw, content in _files(path):
            # Archives also hold "./cat/1.png", "/cat/1.png", "cat\1.png".
            parts = PurePosixPath(raw.replace("\\", "/").lstrip("/")).parts
            name = "/".join(parts)
            if not name or any(p.startswith(HIDDEN) for p in parts):
                continue
            if content is None:
                empty.add(name)
            elif isinstance(content, str):
                reasons[name] = content
            elif not name.lower().endswith(PICTURES):
                reasons[name] = "not a picture by its name"
            elif isinstance(picture := _picture(content, size), str):
                reasons[name] = picture
            else:
                pictures[name] = picture
                total += picture[0].nbytes
            if total > MOST_MEMORY:
                raise CourseError(
                    f"The pictures in {path} take more than "
                    f"{MOST_MEMORY / 1e9:.0f} GB of memory; give a smaller "
                    f"size than {size}, for example size=32."
                )
    except DAMAGE as error:
        raise CourseError(
            f"{path} is damaged, cut short or locked ({error}); get the "
            "archive again, or unpack it and give the folder."
        ) from error
    for name in (*pictures, *reasons):
        empty -= {str(above) for above in PurePosixPath(name).parents}
    reasons |= {f"{name}/": "no picture in it" for name in empty}
    return pictures, reasons


def _picture(content: bytes, size: int | None) -> tuple[Array, bytes] | str:
    """Return a picture and the checksum of its file, or what is wrong."""
    if not content:
        return "an empty file"
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                return f"too large ({image.width}x{image.height} pixels)"
            array = _pixels(image, size)
    except Image.UnidentifiedImageError:
        return "not a picture"
    except Exception as error:  # a decoder raises all kinds for bad bytes
        return f"damaged ({' '.join(str(error).split())})"
    return array, hashlib.blake2b(content, digest_size=16).digest()


def _pixels(image: Image.Image, size: int | None) -> Array:
    """Return (height, width) of a gray picture, else (height, width, 3)."""
    image = ImageOps.exif_transpose(image)
    if image.mode == "F":
        raise ValueError("floating-point pixels; save it with 8 bits")
    if image.mode.startswith("I"):  # 16 bits a pixel
        high = np.clip(np.asarray(image).astype(np.int64) >> 8, 0, 255)
        image = Image.fromarray(high.astype(np.uint8))
    mode = "L" if image.mode in ("1", "L", "LA", "La") else "RGB"
    if image.has_transparency_data:  # what shines through is white
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image)
    image = image.convert(mode)
    if size is not None and image.size != (size, size):
        cubic = Image.Resampling.BICUBIC
        image = ImageOps.fit(image, (size, size), cubic)
    return np.asarray(image)


def _by_class(
    path: Path, pictures: Pictures, reasons: dict[str, str]
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
    for name, label, _ in rows:
        if label not in classes:
            reasons[name] = f"no training pictures of the class {label}"
    rows = [row for row in rows if row[1] in classes]
    skipped = tuple(f"{name}: {reasons[name]}" for name in sorted(reasons))
    if len(classes) < 2:
        some = "; ".join(skipped[:3]) or "nothing is in there"
        raise CourseError(
            f"{path} holds usable pictures of {len(classes)} classes "
            f"{classes}; two are the least. Give each class a folder of its "
            f"own, as in train/cat/1.jpg or cat/1.jpg. Left out: {some}"
            f"{'; ...' if len(skipped) > 3 else '.'}"
        )
    labels = np.array([classes.index(label) for _, label, _ in rows])
    test = np.array([test for _, _, test in rows])
    if not held:
        for index in range(len(classes)):
            test[np.flatnonzero(labels == index)[1::6]] = True
    if not test.any():
        raise CourseError(
            f"{path} leaves no picture for the test; give each class at "
            "least two pictures, or a test/ folder with the same classes as "
            "train/."
        )
    return ByClass(
        classes=tuple(classes),
        images=_stacked(path, {name: pictures[name][0] for name, *_ in rows}),
        labels=labels.astype(np.int64),
        test=test,
        skipped=skipped,
        split=split,
        suffixes=tuple(sorted({Path(n).suffix.lower() for n, *_ in rows})),
    )


def _around(names: list[str]) -> int:
    """Return how many folders lie around the parts or the classes."""
    folders, level = {PurePosixPath(name).parts[:-1] for name in names}, 0
    while True:
        here = {f[level] for f in folders if len(f) > level}
        if len(here) != 1 or all(len(f) <= level + 1 for f in folders):
            return level
        level += 1


def _stacked(path: Path, pictures: dict[str, Array]) -> Array:
    """Return (count, channels, height, width)."""
    (name, one), *others = pictures.items()
    for other, array in others:
        if array.shape[:2] != one.shape[:2]:
            sizes = [f"{a.shape[1]}x{a.shape[0]}" for a in (one, array)]
            raise CourseError(
                f"The pictures in {path} differ in size ({name} has "
                f"{sizes[0]} pixels, {other} has {sizes[1]}); give the side "
                "that all shall have, for example size=64."
            )
    channels = max(3 if a.ndim == 3 else 1 for a in pictures.values())
    images = np.empty((len(pictures), channels, *one.shape[:2]), np.uint8)
    for image, array in zip(images, pictures.values(), strict=True):
        image[:] = array if array.ndim == 2 else array.transpose(2, 0, 1)
    return images


def _key(path: Path, size: int | None) -> str:
    """Return a text that changes when the pictures do."""
    lines = [f"cnncourse pictures 2, size {size}"]
    for entry in sorted(path.rglob("*")) if path.is_dir() else [path]:
        state = entry.lstat()
        lines.append(f"{entry} {state.st_size} {state.st_mtime_ns}")
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _kept(path: Path, key: str) -> ByClass | None:
    """Return what `_keep` wrote; nothing if it is old, damaged or absent."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            if str(stored["key"]) != key:
                return None
            return ByClass(
                classes=tuple(stored["classes"].tolist()),
                images=stored["images"],
                labels=stored["labels"],
                test=stored["test"],
                skipped=tuple(stored["skipped"].tolist()),
                split=str(stored["split"]),
                suffixes=tuple(stored["suffixes"].tolist()),
            )
    except (OSError, ValueError, KeyError, *DAMAGE):
        return None


def _keep(path: Path, key: str, found: ByClass) -> None:
    """Write for the next time."""
    try:
        with whole(path) as file:
            np.savez(file, key=key, **vars(found))
    except OSError as error:
        warnings.warn(
            f"The decoded pictures could not be kept in {path.parent} "
            f"({error.strerror or error}); the next load decodes them again.",
            stacklevel=4,
        )
