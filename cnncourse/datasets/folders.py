"""Pictures by class, from a folder or an archive.

Either `train/<class>/...` and `test/<class>/...`, or `<class>/...` alone;
folders around these and below them do not matter. What cannot be used is
left out, and the result says what and why. Archives are read where they
are; nothing is unpacked.
"""

import gzip
import hashlib
import io
import json
import lzma
import os
import tarfile
import tempfile
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np
from numpy import ndarray as Array
from PIL import Image, ImageOps

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
VALIDATION = ("val", "valid", "validation")


@dataclass(frozen=True)
class ByClass:
    """Pictures by class.

    Attributes:
        classes: names, sorted.
        images: uint8, (count, channels, height, width), in the order of the
            file names; one channel if all pictures are grey, else three.
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
            found = _by_class(path, _decoded(path, size))
            _keep(kept, key, found)
    except OSError as error:
        raise CourseError(
            f"{path} could not be read ({error.strerror or error}); look at "
            "its permissions, or copy it to another place."
        ) from error
    return found


def _files(path: Path) -> Iterator[tuple[str, bytes | str]]:
    """Yield names and contents; a text says why there is no content.

    The name of a folder ends in a slash.
    """
    if path.is_dir():
        for top, folders, files in os.walk(path):
            folders.sort()
            inside = Path(top).relative_to(path)
            for name in folders:
                link = (Path(top) / name).is_symlink()
                reason = "a link to a folder" if link else ""
                yield f"{(inside / name).as_posix()}/", reason
            for name in files:
                yield (inside / name).as_posix(), _content(Path(top) / name)
    elif path.name.lower().endswith(".zip"):
        with zipfile.ZipFile(path) as archive:
            for entry in archive.infolist():
                content = "larger than 100 MB"
                if entry.file_size <= MOST_FILE:
                    content = archive.read(entry)
                yield entry.filename, content
    else:
        with tarfile.open(path) as archive:
            for entry in archive:
                content = "a link or a device"
                if entry.isfile() and entry.size > MOST_FILE:
                    content = "larger than 100 MB"
                elif entry.isfile():
                    content = archive.extractfile(entry).read()
                yield entry.name + "/" * entry.isdir(), content
            # tarfile takes a damaged header for the end of the archive. At
            # a true end there is a second block of zeros, and only zeros.
            rest = archive.fileobj.read()
            if len(rest) < 512 or rest.strip(b"\0"):
                raise tarfile.ReadError("the end is missing")


def _content(path: Path) -> bytes | str:
    if path.suffix.lower() not in PICTURES:
        return b""
    try:
        large = path.stat().st_size > MOST_FILE
        return "larger than 100 MB" if large else path.read_bytes()
    except OSError as error:
        return f"cannot be read ({error.strerror})"


def _decoded(path: Path, size: int | None) -> dict[str, tuple | str]:
    """Return for each name the picture and its checksum, or the reason."""
    found: dict[str, tuple | str] = {}
    total = 0
    try:
        for raw, content in _files(path):
            parts = PurePosixPath(raw.replace("\\", "/")).parts
            name = "/".join(part for part in parts if part != "/")
            hidden = (p.startswith((".", "__MACOSX")) for p in parts)
            if not name or any(hidden):
                continue
            if raw.endswith("/"):
                if content == "a link to a folder":
                    found[name] = content
                else:
                    found.setdefault(f"{name}/", "no picture in it")
            elif not name.lower().endswith(PICTURES):
                found[name] = "not a picture by its name"
            elif isinstance(content, str):
                found[name] = content
            else:
                found[name] = _picture(content, size)
                if isinstance(found[name], tuple):
                    total += found[name][0].nbytes
            if total > MOST_MEMORY:
                raise CourseError(
                    f"The pictures in {path} take more than "
                    f"{MOST_MEMORY / 1e9:.0f} GB of memory; give a smaller "
                    f"size than {size}, for example size=32."
                )
    except (
        tarfile.TarError,
        zipfile.BadZipFile,
        lzma.LZMAError,
        zlib.error,
        gzip.BadGzipFile,
        EOFError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise CourseError(
            f"{path} is damaged, cut short or locked ({error}); get the "
            "archive again, or unpack it and give the folder."
        ) from error
    return found


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
    """Return (height, width) of a grey picture, else (height, width, 3)."""
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


def _by_class(path: Path, found: dict[str, tuple | str]) -> ByClass:
    """Sort pictures into classes and parts, and say what is left out."""
    reasons = {n: r for n, r in found.items() if isinstance(r, str)}
    names = sorted(found.keys() - reasons.keys())
    around = _around(names)
    # A picture beside those folders keeps its own name.
    inner = {n: n.split("/", min(around, n.count("/")))[-1] for n in names}
    inner = {name: rest.split("/") for name, rest in inner.items()}
    tops = {parts[0] for parts in inner.values() if len(parts) > 1}
    # Lower case decides, so "Train" will do.
    tops = {top.lower(): top for top in sorted(tops)}
    held = next((t for t in ("test", *VALIDATION) if t in tops), None)
    split = "every sixth picture of each class is for the test"
    if "train" not in tops:
        held = None
    elif held:
        split = f"{tops[held]}/ is for the test"

    rows: list[tuple[str, str, bool]] = []  # name, class, test
    first: dict[bytes, str] = {}
    for name, parts in inner.items():
        part = parts[0].lower() if "train" in tops else None
        where = parts if part is None else parts[1:]
        if part not in (None, "train", held):
            reasons[name] = "neither in train/ nor in test/"
        elif len(where) < 2:
            reasons[name] = "not in the folder of a class"
        elif (same := first.setdefault(found[name][1], name)) != name:
            reasons[name] = f"the same picture as {same}"
        else:
            rows.append((name, where[0], part is not None and part == held))

    learned = sorted({label for _, label, test in rows if not test})
    for name, label, _ in rows:
        if label not in learned:
            reasons[name] = f"no training pictures of the class {label}"
    for name in found:
        while not name.endswith("/") and (name := name.rpartition("/")[0]):
            reasons.pop(f"{name}/", None)  # not an empty folder
    rows = [row for row in rows if row[1] in learned]
    skipped = tuple(f"{n}: {reasons[n]}" for n in sorted(reasons))
    if len(learned) < 2:
        some = "; ".join(skipped[:3]) or "nothing is in there"
        raise CourseError(
            f"{path} holds usable pictures of {len(learned)} classes "
            f"{learned}; two are the least. Give each class a folder of its "
            f"own, as in train/cat/1.jpg or cat/1.jpg. Left out: {some}"
            f"{'; ...' if len(skipped) > 3 else '.'}"
        )
    labels = np.array([learned.index(label) for _, label, _ in rows])
    test = np.array([test for _, _, test in rows])
    if not held:
        for label in range(len(learned)):
            test[np.flatnonzero(labels == label)[1::6]] = True
    if not test.any():
        raise CourseError(
            f"{path} leaves no picture for the test; give each class at "
            "least two pictures, or a test/ folder with the same classes as "
            "train/."
        )
    return ByClass(
        classes=tuple(learned),
        images=_stacked(path, [(name, found[name][0]) for name, *_ in rows]),
        labels=labels.astype(np.int64),
        test=test,
        skipped=skipped,
        split=split,
        suffixes=tuple(sorted({Path(n).suffix.lower() for n, *_ in rows})),
    )


def _around(names: list[str]) -> int:
    """Return how many folders lie around the parts or the classes."""
    folders, level = {tuple(name.split("/")[:-1]) for name in names}, 0
    while True:
        here = {f[level] for f in folders if len(f) > level}
        if len(here) != 1 or all(len(f) <= level + 1 for f in folders):
            return level
        level += 1


def _stacked(path: Path, pictures: list[tuple[str, Array]]) -> Array:
    (name, one), *others = pictures
    for other, array in others:
        if array.shape[:2] != one.shape[:2]:
            sizes = [f"{a.shape[1]}x{a.shape[0]}" for a in (one, array)]
            raise CourseError(
                f"The pictures in {path} differ in size ({name} has "
                f"{sizes[0]} pixels, {other} has {sizes[1]}); give the side "
                "that all shall have, for example size=64."
            )
    channels = 3 if any(array.ndim == 3 for _, array in pictures) else 1
    images = np.empty((len(pictures), channels, *one.shape[:2]), np.uint8)
    for image, (_, array) in zip(images, pictures, strict=True):
        image[:] = array if array.ndim == 2 else array.transpose(2, 0, 1)
    return images


def _key(path: Path, size: int | None) -> str:
    """Return a text that changes when the pictures do."""
    lines = [f"cnncourse pictures 1, size {size}"]
    paths = sorted(path.rglob("*")) if path.is_dir() else [path]
    for entry in paths:
        state = entry.lstat()
        lines.append(f"{entry} {state.st_size} {state.st_mtime_ns}")
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _kept(path: Path, key: str) -> ByClass | None:
    """Return what `_keep` wrote; nothing if it is old, damaged or absent."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            texts = json.loads(str(stored["texts"]))
            if texts.pop("key") != key:
                return None
            arrays = {n: stored[n] for n in ("images", "labels", "test")}
    except (
        OSError,
        ValueError,
        KeyError,
        EOFError,
        zipfile.BadZipFile,
        zlib.error,
    ):
        return None
    texts = {n: tuple(v) if n != "split" else v for n, v in texts.items()}
    return ByClass(**arrays, **texts)


def _keep(path: Path, key: str, found: ByClass) -> None:
    """Write for the next time; never half a file under the final name."""
    names = ("classes", "skipped", "split", "suffixes")
    texts = {name: getattr(found, name) for name in names} | {"key": key}
    partial = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            dir=path.parent, suffix=".partial", delete=False
        ) as file:
            partial = Path(file.name)
            np.savez(
                file,
                images=found.images,
                labels=found.labels,
                test=found.test,
                texts=json.dumps(texts),
            )
        os.replace(partial, path)
    except OSError as error:
        if partial is not None:
            partial.unlink(missing_ok=True)
        warnings.warn(
            f"The decoded pictures could not be kept in {path.parent} "
            f"({error.strerror or error}); the next load decodes them again.",
            stacklevel=4,
        )
