"""Pictures with labels, in three parts, ready for the device.

`load("digits")` and `load("shapes")` need no network. `load("mnist")` looks
in the folder that the environment variable CNNCOURSE_DATA names, then in the
cache, and downloads through torchvision last. Whatever the source, the
result is one `Data`: a training, a validation and a test part that share no
picture, held as unsigned bytes and normalised a batch at a time.
"""

import gzip
import hashlib
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from cnncourse.errors import CourseError, unknown
from cnncourse.shapes import SHAPES, shapes

DIGITS_SHA256 = (
    "09f66e6debdee2cd2b5ae59e0d6abbb73fc2b0e0185d2e1957e9ebb51e23aa22"
)
MNIST_MD5 = {
    "train-images-idx3-ubyte": "6bbc9ace898e44ae57da46a324031adb",
    "train-labels-idx1-ubyte": "a25bea736e30d166cdddb491f175f624",
    "t10k-images-idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
    "t10k-labels-idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
}


@dataclass(frozen=True)
class Split:
    """Pictures and their labels.

    Attributes:
        images: (count, channels, height, width), uint8.
        labels: (count,), int64.
    """

    images: Tensor
    labels: Tensor

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, index) -> "Split":
        return Split(self.images[index], self.labels[index])

    def to(self, device: str | torch.device) -> "Split":
        return Split(self.images.to(device), self.labels.to(device))


@dataclass(frozen=True)
class Data:
    """A data set in three disjoint parts.

    Attributes:
        name: the name `load` takes.
        form: where the pictures come from and what was done to them.
        classes: a name per label.
        train, validation, test: the parts. `validation` may be empty.
        mean, std: per channel, of the training part, in units of full
            brightness; `normalise` uses them.
    """

    name: str
    form: str
    classes: tuple[str, ...]
    train: Split
    validation: Split
    test: Split
    mean: tuple[float, ...]
    std: tuple[float, ...]

    def to(self, device: str | torch.device) -> "Data":
        """Return the same data with all pictures on `device`."""
        parts = ("train", "validation", "test")
        moved = {part: getattr(self, part).to(device) for part in parts}
        return replace(self, **moved)

    def rescaled(self, low: float, high: float) -> "Data":
        """Return the data with black at `low` and white at `high`.

        LeCun et al. (1998) put the ground of a digit at -0.1 and the ink at
        1.175; the usual form has mean 0 and deviation 1 instead.
        """
        if not low < high:
            raise CourseError(
                f"low={low} and high={high} were given; low must be the "
                "smaller one, for example rescaled(-0.1, 1.175)."
            )
        channels, width = len(self.mean), high - low
        mean, std = (-low / width,) * channels, (1 / width,) * channels
        return replace(self, mean=mean, std=std)

    def normalise(self, images: Tensor) -> Tensor:
        """Turn uint8 pictures into the float tensor a network takes.

        Args:
            images: (batch, channels, height, width), uint8.
        """
        mean, std = (
            torch.tensor(values, device=images.device)[:, None, None]
            for values in (self.mean, self.std)
        )
        return (images / 255 - mean) / std


def batches(
    data: Data,
    part: Split,
    batch_size: int,
    shuffle: torch.Generator | None = None,
) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield normalised pictures and labels; the last batch may be smaller.

    Args:
        data: gives the normalisation.
        part: which pictures, for example `data.train`.
        batch_size: pictures a batch.
        shuffle: draws a new order; the stored order without it.
    """
    order = torch.arange(len(part))
    if shuffle is not None:
        order = torch.randperm(len(part), generator=shuffle)
    for index in order.to(part.labels.device).split(batch_size):
        yield data.normalise(part.images[index]), part.labels[index]


def data_folder() -> Path:
    """Return the folder of the data that ships with the course."""
    here = Path(__file__).resolve().parent
    return here / "data" if (here / "data").is_dir() else here.parent / "data"


def names() -> list[str]:
    """Return the names of all data sets."""
    return list(_LOADERS)


def load(
    name: str,
    *,
    size: int | None = None,
    validation: int | None = None,
    train: int | None = None,
    root: str | Path | None = None,
) -> Data:
    """Load a data set by name.

    Args:
        name: one of `names()`.
        size: height and width in pixels; the natural size without it.
            `digits` are enlarged, `shapes` are drawn at that size and
            `mnist` is centred on a canvas of it.
        validation: pictures held out of the training part, 10 % by default
            (5,000 of MNIST's 60,000). Choices are made on these.
        train: keep only so many training pictures.
        root: folder to look in first; CNNCOURSE_DATA without it.

    Raises:
        CourseError: unknown name, impossible numbers, or no usable files.
    """
    if name not in _LOADERS:
        raise unknown("data set", name, _LOADERS)
    for argument, value in (
        ("size", size), ("validation", validation), ("train", train),
    ):  # fmt: skip
        least = 0 if argument == "validation" else 1
        if value is not None and (not isinstance(value, int) or value < least):
            raise CourseError(
                f"{argument}={value!r} was given; it must be a whole number "
                f"of at least {least}, or left out."
            )
    form, classes, kept, test = _LOADERS[name](size, root)
    held = len(kept) // 10 if validation is None else validation
    if name == "mnist" and validation is None:
        held = 5_000
    left = len(kept) - held
    if left < (train or 1):
        raise CourseError(
            f"{name} has {len(kept)} pictures to learn from; validation="
            f"{held} leaves {max(left, 0)}, and train={train} asks for more "
            "than that. Lower one of the two."
        )
    # RandomState's stream never changes, so neither do the parts.
    order = np.random.RandomState(0).permutation(len(kept))
    order = torch.from_numpy(order)
    learn, check = kept[order[held:][:train]], kept[order[:held]]
    pixels = learn.images.transpose(0, 1).flatten(1).double() / 255
    return Data(
        name=name,
        form=f"{form}; {len(learn)} to train on, {held} held out",
        classes=classes,
        train=learn,
        validation=check,
        test=test,
        mean=tuple(round(float(m), 4) for m in pixels.mean(1)),
        std=tuple(round(float(s), 4) for s in pixels.std(1)),
    )


def _digits(size: int | None, root) -> tuple:
    path = data_folder() / "digits.csv.gz"
    if not path.is_file() or _digest(path, "sha256") != DIGITS_SHA256:
        raise CourseError(
            f"The bundled digits at {path} are missing or damaged; install "
            "the course again, or run `git checkout data` in a clone."
        )
    text = gzip.decompress(path.read_bytes())
    rows = np.loadtxt(io.BytesIO(text), delimiter=",", dtype=np.uint8)
    ink = torch.from_numpy(rows[:, :64].reshape(-1, 1, 8, 8))
    form = "UCI digits, 1,797 pictures of 8x8"
    images = (ink.float() * (255 / 16)).round()
    if size is not None and size != 8:
        # Like MNIST: the figure fills three quarters of the canvas.
        drawn = max(8, round(size * 0.75))
        images = F.interpolate(images, (drawn, drawn), mode="bilinear")
        images = _centre(images.round(), size)
        form += f" enlarged to {drawn}x{drawn} on a canvas of {size}x{size}"
    labels = torch.from_numpy(rows[:, 64].astype(np.int64))
    pictures = Split(images.to(torch.uint8), labels)
    # Every sixth picture is the test part: 300 spread over all writers.
    test = torch.arange(len(labels)) % 6 == 0
    return form, tuple("0123456789"), pictures[~test], pictures[test]


def _shapes(size: int | None, root) -> tuple:
    size = size or 32

    def part(count: int, seed: int) -> Split:
        drawn = shapes(count, size=size, seed=seed)
        arrays = (drawn.images, drawn.labels)
        return Split(*(torch.from_numpy(array) for array in arrays))

    form = f"generated shapes of {size}x{size}"
    return form, SHAPES, part(4_000, seed=0), part(1_000, seed=1)


def _mnist(size: int | None, root) -> tuple:
    from torchvision.datasets import MNIST

    folder = _mnist_folder(root)
    parts = []
    for train in (True, False):
        raw = MNIST(folder, train=train, download=False)
        images = raw.data[:, None]
        if size is not None:
            images = _centre(images, size)
        parts.append(Split(images, raw.targets.long()))
    form = "MNIST" + (f" centred on {size}x{size}" if size else "")
    return form, tuple("0123456789"), *parts


def _mnist_folder(root: str | Path | None) -> Path:
    """Return a folder in which all four files are present and whole."""
    given = root or os.environ.get("CNNCOURSE_DATA")
    cache = Path.home() / ".cache" / "cnncourse"
    for folder in [Path(given)] if given else []:
        raw = folder / "MNIST" / "raw"
        found = [name for name in MNIST_MD5 if (raw / name).is_file()]
        if root is not None and not found:
            raise CourseError(
                f"There is no MNIST below {folder}: {raw} should hold "
                f"{', '.join(MNIST_MD5)}. Name the folder above MNIST/, or "
                'go on without it: load("digits").'
            )
        if found:
            _check_mnist(raw)
            return folder
    if not (cache / "MNIST" / "raw").is_dir():
        _download_mnist(cache, given)
    _check_mnist(cache / "MNIST" / "raw")
    return cache


def _check_mnist(raw: Path) -> None:
    for name, md5 in MNIST_MD5.items():
        path = raw / name
        if not path.is_file() or _digest(path, "md5") != md5:
            raise CourseError(
                f"{path} is missing or damaged (its checksum is not the one "
                "of MNIST). Delete the folder and load again to fetch it "
                'anew, or go on with load("digits").'
            )


def _download_mnist(cache: Path, given: str | Path | None) -> None:
    from torchvision.datasets import MNIST

    try:
        MNIST(cache, download=True)
    except (OSError, RuntimeError) as error:
        looked = f"{given} and {cache}" if given else str(cache)
        why = " ".join(str(error).split())
        raise CourseError(
            f"MNIST is not in {looked}, and the download failed ({why}). "
            "Set CNNCOURSE_DATA to a folder that holds MNIST/raw/, try "
            'again later, or go on with load("digits").'
        ) from error


def _centre(images: Tensor, size: int) -> Tensor:
    """Put (count, 1, side, side) pictures in the middle of a larger canvas."""
    spare = size - images.shape[-1]
    if spare < 0:
        raise CourseError(
            f"size={size} was given; these pictures have "
            f"{images.shape[-1]} pixels a side and need at least that."
        )
    before, after = spare // 2, spare - spare // 2
    return F.pad(images, (before, after, before, after))


def _digest(path: Path, algorithm: str) -> str:
    return hashlib.new(algorithm, path.read_bytes()).hexdigest()


_LOADERS = {"digits": _digits, "shapes": _shapes, "mnist": _mnist}
