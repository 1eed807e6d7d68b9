"""The pictures of others: MNIST, Fashion-MNIST, CIFAR-10 and your own.

Each set is looked for in the folder that is given, then in the cache, and
downloaded last; every file is checked before it is used.
"""

import gzip
import os
import pickle
import re
import shutil
import tarfile
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from cnncourse.datasets import download, folders
from cnncourse.datasets.data import Split
from cnncourse.errors import CourseError

MNIST_MD5 = {
    "train-images-idx3-ubyte": "6bbc9ace898e44ae57da46a324031adb",
    "train-labels-idx1-ubyte": "a25bea736e30d166cdddb491f175f624",
    "t10k-images-idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
    "t10k-labels-idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
}
CIFAR10_MD5 = {
    "data_batch_1": "c99cafc152244af753f735de768cd75f",
    "data_batch_2": "d4bba439e000b95fd0a9bffe97cbabec",
    "data_batch_3": "54ebc095f3ab1f0389bbae665268c751",
    "data_batch_4": "634d18415352ddfa80567beed471001a",
    "data_batch_5": "482c414d41f54cd18b22e5b47cb7c3cb",
    "test_batch": "40351d587109b95175f43aff81a1287e",
}
# fmt: off
CIFAR10_CLASSES = (
    "airplane", "automobile", "bird", "cat", "deer",
    "dog", "frog", "horse", "ship", "truck",
)
FASHION_CLASSES = (
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
    "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
)
# fmt: on


@dataclass(frozen=True)
class Source:
    """A data set before a validation part is taken out.

    Attributes: as of `datasets.Data`.
    """

    form: str
    classes: tuple[str, ...]
    train: Split
    test: Split
    skipped: tuple[str, ...] = ()


def mnist(size: int | None, root: str | Path | None) -> Source:
    """Return MNIST, centered on a canvas of `size` (LeCun et al., 1998)."""
    raw = _raw("MNIST", "MNIST", download.MNIST, MNIST_MD5, root)
    return _handwritten("MNIST", tuple("0123456789"), raw, size)


def fashion_mnist(size: int | None, root: str | Path | None) -> Source:
    """Return Fashion-MNIST (Xiao et al., 2017, arXiv:1708.07747)."""
    files = download.FASHION_MNIST
    raw = _raw("Fashion-MNIST", "FashionMNIST", files, {}, root)
    return _handwritten("Fashion-MNIST", FASHION_CLASSES, raw, size)


def _handwritten(
    title: str, classes: tuple[str, ...], raw: Path, size: int | None
) -> Source:
    """Read four files in MNIST's format."""

    def part(name: str) -> Split:
        pixels, labels = (
            np.fromfile(raw / f"{name}-{kind}-ubyte", np.uint8, offset=header)
            for kind, header in (("images-idx3", 16), ("labels-idx1", 8))
        )
        images = torch.from_numpy(pixels.reshape(-1, 1, 28, 28))
        images = centered(images, size) if size else images
        return Split(images, torch.from_numpy(labels.astype(np.int64)))

    # Recorded runs hold this text: its spelling stays.
    form = title + (f" centred on {size}x{size}" if size else "")
    return Source(form, classes, part("train"), part("t10k"))


def _raw(
    title: str,
    folder: str,
    remotes: tuple[download.Remote, ...],
    md5s: dict[str, str],
    root: str | Path | None,
) -> Path:
    """Return a folder in which all four files are present and whole."""
    names = [remote.name.removesuffix(".gz") for remote in remotes]
    if given := root or os.environ.get("CNNCOURSE_DATA"):
        raw = Path(given) / folder / "raw"
        there = any(os.path.isfile(raw / name) for name in names)
        if root is not None and not there:
            raise CourseError(
                f"There is no {title} below root={given}: {raw} should hold "
                f"{', '.join(names)}. Name the folder above {folder}/, or "
                'go on without it: load("digits").'
            )
        if there:
            for name in names:
                _check(raw / name, title, md5s.get(name))
            return raw
    raw = download.cache_folder() / folder / "raw"
    for remote, name in zip(remotes, names, strict=True):
        if not _is_whole(raw / name, md5s.get(name)):
            advice = _advice(f"{folder}/raw/")
            packed = download.fetch(remote, raw, advice=advice)
            with download.whole(raw / name) as file:
                file.write(gzip.decompress(packed.read_bytes()))
    return raw


def cifar10(size: int | None, root: str | Path | None) -> Source:
    """Return CIFAR-10, resized to `size` (Krizhevsky, 2009).

    Pictures by class will do as well; the form then says so.
    """
    given = root or os.environ.get("CNNCOURSE_DATA")
    source = None
    if given and os.path.isdir(given):
        source = _cifar10_below(Path(given))
    if source is None and root is not None:
        raise CourseError(
            f"There is no CIFAR-10 below root={root}: it should hold "
            "cifar-10-batches-py/, cifar-10-python.tar.gz, or a folder or "
            "archive cifar10... of pictures by class. Name the folder above "
            'these, or go on without it: load("shapes").'
        )
    source = source or _cifar10_unpacked(None)
    if size is None or size == 32:
        return source
    return replace(
        source,
        form=f"{source.form}, resized to {size}x{size}",
        train=_resized(source.train, size),
        test=_resized(source.test, size),
    )


def _cifar10_below(folder: Path) -> Source | None:
    batches = folder / "cifar-10-batches-py"
    if batches.is_dir():
        for name, md5 in CIFAR10_MD5.items():
            _check(batches / name, "CIFAR-10", md5)
        return _cifar10_batches(batches)
    packed = folder / download.CIFAR10.name
    if packed.is_file():
        _check(packed, "CIFAR-10", download.CIFAR10.md5)
        return _cifar10_unpacked(packed)
    for path in sorted(folder.iterdir()):
        named = re.match(r"cifar[-_]?10(?!\d)", path.name, re.IGNORECASE)
        if named and (path.is_dir() or folders.is_archive(path)):
            return _cifar10_pictures(path)
    return None


def _cifar10_unpacked(packed: Path | None) -> Source:
    """Unpack into the cache what is not there yet, downloaded if need be."""
    cache = download.cache_folder()
    batches = cache / "cifar-10-batches-py"
    missing = [
        name
        for name, md5 in CIFAR10_MD5.items()
        if not _is_whole(batches / name, md5)
    ]
    if missing:
        advice = _advice("cifar-10-batches-py/", "shapes")
        packed = packed or download.fetch(
            download.CIFAR10, cache, advice=advice
        )
        with tarfile.open(packed) as archive:
            for name in missing:
                source = archive.extractfile(f"{batches.name}/{name}")
                if source is not None:
                    with download.whole(batches / name) as file:
                        shutil.copyfileobj(source, file)
    return _cifar10_batches(batches)


def _cifar10_batches(folder: Path) -> Source:
    """Read the files of the data set's authors; checksums made them safe."""
    images, labels = [], []
    for name in CIFAR10_MD5:
        with (folder / name).open("rb") as file:
            batch = pickle.load(file, encoding="latin1")
        images.append(batch["data"].reshape(-1, 3, 32, 32))
        labels += batch["labels"]
    every = Split(
        torch.from_numpy(np.concatenate(images)), torch.tensor(labels)
    )
    train, test = every[: 5 * len(images[0])], every[5 * len(images[0]) :]
    return Source("CIFAR-10", CIFAR10_CLASSES, train, test)


def _cifar10_pictures(path: Path) -> Source:
    found = folders.read(path, None, download.cache_folder() / "decoded")
    if found.classes != CIFAR10_CLASSES or found.images.shape[2:] != (32, 32):
        raise CourseError(
            f"{path} holds {', '.join(found.classes)}, in pictures of "
            f"{found.images.shape[3]}x{found.images.shape[2]}; CIFAR-10 has "
            f"{', '.join(CIFAR10_CLASSES)}, in 32x32. Rename it if it is "
            "another data set, and load it by its path."
        )
    lossy = {".jpg", ".jpeg"} & set(found.suffixes)
    form = f"CIFAR-10, {'JPEG re-encoding' if lossy else 'pictures by class'}"
    counts = int((~found.test).sum()), int(found.test.sum())
    if counts != (50_000, 10_000):
        form += f", only {counts[0]} + {counts[1]} pictures, {found.split}"
    return _parted(form, found)


def _resized(part: Split, size: int) -> Split:
    pieces = []
    for images in part.images.split(1000):
        larger = F.interpolate(
            images.float(), (size, size), mode="bicubic", antialias=True
        )
        pieces.append(larger.round().clamp(0, 255).to(torch.uint8))
    return Split(torch.cat(pieces), part.labels)


def _advice(folder: str, bundled: str = "digits") -> str:
    return (
        "Try again later (what has arrived is kept), set CNNCOURSE_DATA to a "
        f'folder that holds {folder}, or go on with load("{bundled}").'
    )


def own(path: Path, size: int | None) -> Source:
    """Return the pictures of a folder or an archive; see `folders.read`."""
    found = folders.read(path, size, download.cache_folder() / "decoded")
    height, width = found.images.shape[2:]
    form = f"{path.name}, {len(found.labels)} pictures of {height}x{width}"
    if found.skipped:
        form += f" ({len(found.skipped)} files left out)"
    return _parted(f"{form}, {found.split}", found)


def _parted(form: str, found: folders.ByClass) -> Source:
    images, labels = map(torch.from_numpy, (found.images, found.labels))
    every, test = Split(images, labels), torch.from_numpy(found.test)
    return Source(
        form, found.classes, every[~test], every[test], found.skipped
    )


def centered(images: Tensor, size: int) -> Tensor:
    """Put (count, 1, side, side) pictures in the middle of a larger canvas."""
    spare = size - images.shape[-1]
    if spare < 0:
        raise CourseError(
            f"size={size} was given; these pictures have "
            f"{images.shape[-1]} pixels a side and need at least that."
        )
    before, after = spare // 2, spare - spare // 2
    return F.pad(images, (before, after, before, after))


def _is_whole(path: Path, md5: str | None) -> bool:
    """Compare the checksum, or, where none is known, the length."""
    if not path.is_file():
        return False
    if md5 is not None:
        return download.md5_of(path) == md5
    count = 60_000 if path.name.startswith("train") else 10_000
    length = 16 + count * 784 if "images" in path.name else 8 + count
    return path.stat().st_size == length


def _check(path: Path, title: str, md5: str | None) -> None:
    if not _is_whole(path, md5):
        bundled = "shapes" if title == "CIFAR-10" else "digits"
        packed = path.suffix == ".gz"
        raise CourseError(
            f"{path} is missing or damaged (it is not the file of {title}). "
            f"Delete {path if packed else path.parent} and load again "
            "without root=... to fetch it anew, or go on with "
            f'load("{bundled}").'
        )
