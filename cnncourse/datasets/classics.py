"""The pictures of others: MNIST, Fashion-MNIST, CIFAR-10 and your own.

Each set is looked for in the folder that is given, then in the cache, and
downloaded last; every file is checked before it is used.
"""

import gzip
import hashlib
import os
import pickle
import re
import tarfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from cnncourse.datasets import download, files, folders
from cnncourse.datasets.data import Split
from cnncourse.datasets.files import printable
from cnncourse.errors import CourseError

# Of the unpacked files; `download` has those of the packed ones.
MNIST_MD5 = {
    "train-images-idx3-ubyte": "6bbc9ace898e44ae57da46a324031adb",
    "train-labels-idx1-ubyte": "a25bea736e30d166cdddb491f175f624",
    "t10k-images-idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
    "t10k-labels-idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
}
FASHION_MD5 = {
    "train-images-idx3-ubyte": "f4a8712d7a061bf5bd6d2ca38dc4d50a",
    "train-labels-idx1-ubyte": "9018921c3c673c538a1fc5bad174d6f9",
    "t10k-images-idx3-ubyte": "8181f5470baa50b63fa0f6fddb340f0a",
    "t10k-labels-idx1-ubyte": "15d484375f8d13e6eb1aabb0c3f46965",
}
CIFAR10_MD5 = {
    "data_batch_1": "c99cafc152244af753f735de768cd75f",
    "data_batch_2": "d4bba439e000b95fd0a9bffe97cbabec",
    "data_batch_3": "54ebc095f3ab1f0389bbae665268c751",
    "data_batch_4": "634d18415352ddfa80567beed471001a",
    "data_batch_5": "482c414d41f54cd18b22e5b47cb7c3cb",
    "test_batch": "40351d587109b95175f43aff81a1287e",
}
# Pictures by class that are known to be CIFAR-10: `ByClass.digest`, the form.
CIFAR10_PICTURES = {
    "217bf2f409b58ca05450f7357c480935"
    "d5f3a531e33560f4379885b936785f6b": "CIFAR-10, JPEG re-encoding"
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


def mnist(size: int | None, root: Path | None) -> Source:
    """Return MNIST, centered on a canvas of `size` (LeCun et al., 1998)."""
    known = download.MNIST, MNIST_MD5
    train, test = _handwritten("MNIST", "MNIST", *known, size, root)
    return Source(_centred("MNIST", size), tuple("0123456789"), train, test)


def fashion_mnist(size: int | None, root: Path | None) -> Source:
    """Return Fashion-MNIST (Xiao et al., 2017, arXiv:1708.07747)."""
    known = download.FASHION_MNIST, FASHION_MD5
    title = "Fashion-MNIST"
    train, test = _handwritten(title, "FashionMNIST", *known, size, root)
    return Source(_centred(title, size), FASHION_CLASSES, train, test)


def _centred(title: str, size: int | None) -> str:
    # Recorded runs hold this text: its spelling stays.
    return title + (f" centred on {size}x{size}" if size else "")


def _handwritten(
    title: str,
    folder: str,
    remotes: tuple[download.Remote, ...],
    md5s: dict[str, str],
    size: int | None,
    root: Path | None,
) -> list[Split]:
    """Read four files in MNIST's format, each packed or not."""
    given = root or os.environ.get("CNNCOURSE_DATA")
    raw = Path(given or "") / folder / "raw"
    names = [remote.name.removesuffix(".gz") for remote in remotes]
    packed = [remote.name for remote in remotes]
    there = given and any(os.path.lexists(raw / n) for n in names + packed)
    if root is not None and not there:
        raise CourseError(
            f"There is no {title} below root={printable(root)}: "
            f"{printable(raw)} should hold {', '.join(names)}. Name the "
            f"folder above {folder}/, or go on without it: "
            'load("digits").'
        )
    if not there:
        raw = files.cache_folder() / folder / "raw"
    contents = []
    for remote, name in zip(remotes, names, strict=True):
        content = files.verified(raw / name, md5s[name])
        if content is None:
            if not there:
                advice = _advice(f"{folder}/raw/")
                download.fetch(remote, raw, advice=advice)
            content = files.verified(raw / remote.name, remote.md5)
            if content is None:
                raise _damaged(raw / name, title)
            content = gzip.decompress(content)
        contents.append(np.frombuffer(content, np.uint8))
    parts = []
    for pixels, labels in (contents[:2], contents[2:]):
        images = torch.from_numpy(pixels[16:].reshape(-1, 1, 28, 28).copy())
        images = centered(images, size) if size else images
        parts.append(Split(images, torch.tensor(labels[8:]).long()))
    return parts


def cifar10(size: int | None, root: Path | None) -> Source:
    """Return CIFAR-10, resized to `size` (Krizhevsky, 2009).

    Pictures by class will do as well, if their checksum is known; the form
    then says so.
    """
    given = root or os.environ.get("CNNCOURSE_DATA")
    source = None
    if given and os.path.isdir(given):
        source = _cifar10_below(Path(given))
    if source is None and root is not None:
        raise CourseError(
            f"There is no CIFAR-10 below root={printable(root)}: it should "
            "hold cifar-10-batches-py/, cifar-10-python.tar.gz, or a folder "
            "or archive cifar10... of pictures by class. Name the folder "
            'above these, or go on without it: load("shapes").'
        )
    source = source or _cifar10_packed(None)
    if size is None or size == 32:
        return source

    def cubic(part: Split) -> Split:
        options = {"mode": "bicubic", "antialias": True}
        return Split(resized(part.images, size, **options), part.labels)

    return replace(
        source,
        form=f"{source.form}, resized to {size}x{size}",
        train=cubic(source.train),
        test=cubic(source.test),
    )


def _cifar10_below(folder: Path) -> Source | None:
    batches = folder / "cifar-10-batches-py"
    if batches.is_dir():
        contents = []
        for name, md5 in CIFAR10_MD5.items():
            content = files.verified(batches / name, md5)
            if content is None:
                raise _damaged(batches / name, "CIFAR-10")
            contents.append(content)
        return _cifar10(*_arrays(contents))
    packed = folder / download.CIFAR10.name
    if packed.is_file():
        if files.md5_of(packed) != download.CIFAR10.md5:
            raise _damaged(packed, "CIFAR-10")
        return _cifar10_packed(packed)
    for path in sorted(folder.iterdir()):
        named = re.match(r"cifar[-_]?10(?!\d)", path.name, re.IGNORECASE)
        if named and (path.is_dir() or folders.is_archive(path)):
            return _cifar10_pictures(path)
    return None


def _cifar10_packed(packed: Path | None) -> Source:
    """Unpack the authors' archive, downloaded if need be, once."""
    key = download.CIFAR10.md5
    if (kept := files.recall("cifar10", key)) is not None:
        return _cifar10(*kept[1])
    if packed is None:
        advice = _advice("cifar-10-batches-py/", "shapes")
        cache = files.cache_folder()
        packed = download.fetch(download.CIFAR10, cache, advice=advice)
    with files.opened(packed) as file:
        if hashlib.file_digest(file, "md5").hexdigest() != key:
            raise _damaged(packed, "CIFAR-10")
        file.seek(0)
        with tarfile.open(fileobj=file) as archive:
            names = [f"cifar-10-batches-py/{name}" for name in CIFAR10_MD5]
            arrays = _arrays(archive.extractfile(n).read() for n in names)  # type: ignore[union-attr]
    files.remember("cifar10", key, [], arrays)
    return _cifar10(*arrays)


def _arrays(contents: Iterable[bytes]) -> tuple[np.ndarray, np.ndarray]:
    """Read the files of the set's authors; checksums made them safe."""
    batches = [pickle.loads(each, encoding="latin1") for each in contents]
    images = np.concatenate([batch["data"] for batch in batches])
    labels = np.concatenate([batch["labels"] for batch in batches])
    return images.reshape(-1, 3, 32, 32), labels.astype(np.int64)


def _cifar10(images: np.ndarray, labels: np.ndarray) -> Source:
    """Part six batches of equal size; the last is for the test."""
    every = Split(*map(torch.from_numpy, (images, labels)))
    learned = len(labels) // 6 * 5
    return Source(
        "CIFAR-10", CIFAR10_CLASSES, every[:learned], every[learned:]
    )


def _cifar10_pictures(path: Path) -> Source:
    found = folders.read(path, None)
    if found.digest not in CIFAR10_PICTURES:
        raise CourseError(
            f"The {len(found.labels)} pictures in {printable(path)} are not "
            "those of CIFAR-10 by their checksum; load them as your own "
            f'instead, load("{printable(path)}", size=32), and give them '
            "another name."
        )
    return _parted(CIFAR10_PICTURES[found.digest], found)


def resized(images: Tensor, size: int, **options: Any) -> Tensor:
    """Return bytes of another size, a few pictures at a time.

    Args:
        images: uint8, (count, channels, height, width).
        size: side in pixels.
        options: for `interpolate` of PyTorch.
    """
    larger = torch.empty((*images.shape[:2], size, size), dtype=torch.uint8)
    step = max(1, 2**22 // size**2)
    for old, new in zip(images.split(step), larger.split(step), strict=True):
        floats = F.interpolate(old.float(), (size, size), **options)
        new.copy_(floats.round_().clamp_(0, 255))
    return larger


def _advice(folder: str, bundled: str = "digits") -> str:
    return (
        "Try again later (what has arrived is kept), set CNNCOURSE_DATA to a "
        f'folder that holds {folder}, or go on with load("{bundled}").'
    )


def own(path: Path, size: int | None) -> Source:
    """Return the pictures of a folder or an archive; see `folders.read`."""
    found = folders.read(path, size)
    height, width = found.images.shape[2:]
    form = f"{printable(path.name)}, {len(found.labels)} pictures of "
    form += f"{height}x{width}"
    if found.skipped:
        form += f" ({len(found.skipped)} files left out)"
    return _parted(f"{form}, {found.split}", found)


def _parted(form: str, found: folders.ByClass) -> Source:
    images, labels = map(torch.from_numpy, (found.images, found.labels))
    every, test = Split(images, labels), torch.from_numpy(found.test)
    # test/ comes before train/: what is behind it need not be copied.
    first = int(test.sum())
    train = every[first:] if test[:first].all() else every[~test]
    return Source(form, found.classes, train, every[test], found.skipped)


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


def _damaged(path: Path, title: str) -> CourseError:
    bundled = "shapes" if title == "CIFAR-10" else "digits"
    packed = path.suffix == ".gz"
    return CourseError(
        f"{printable(path)} is missing or damaged (it is not the file of "
        f"{title}). Delete {printable(path if packed else path.parent)} and "
        "load again without root=... to fetch it anew, or go on with "
        f'load("{bundled}").'
    )
