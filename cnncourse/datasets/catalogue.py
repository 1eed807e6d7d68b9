"""All data sets by name, and your own pictures by path.

`load("digits")`, `load("shapes")` and `load("scenes")` need no network.
MNIST, Fashion-MNIST and CIFAR-10 are looked for in the folder that the
environment variable CNNCOURSE_DATA names, then in the cache, and downloaded
last. `load("a/folder")` takes your own pictures. Whatever the source, the
result is one `Data`: a training, a validation and a test part that share no
picture, held as unsigned bytes and normalized a batch at a time.
"""

import gzip
import hashlib
import io
import os
import re
import warnings
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import numpy as np
import torch
from pydantic import Field

from cnncourse.datasets import classics, files, folders
from cnncourse.datasets.classics import Source, centered, resized
from cnncourse.datasets.data import Data, Split, moments
from cnncourse.datasets.painting import Nuisance
from cnncourse.datasets.shapes import PLAIN, SHAPES, scenes, shapes
from cnncourse.datasets.signals import DIRECTIONS, signals
from cnncourse.doors import door
from cnncourse.errors import CourseError, unknown
from cnncourse.kinds import AnyPath, Count, Whole

DIGITS_SHA256 = (
    "09f66e6debdee2cd2b5ae59e0d6abbb73fc2b0e0185d2e1957e9ebb51e23aa22"
)
# The first picture of each form that was filled in: every form asks for the
# same 130 digits in the same order, and up to 8 of them are lost.
# fmt: off
FORMS = (
    0, 130, 256, 386, 516, 646, 776,
    906, 1029, 1157, 1287, 1415, 1545, 1667,
)
# fmt: on
Side = Annotated[int, Field(ge=1, le=1024, examples=["32"])]
Block = Annotated[int, Field(ge=0, le=len(FORMS) // 2 - 1)]
# How many bytes one pixel of all pictures takes, by name.
WEIGHT = {
    "digits": 1_797,
    "shapes": 3 * 5_000,
    "scenes": (3 + 8) * 1_250,
    "signals": 3 * 3_000,
    "mnist": 70_000,
    "fashion_mnist": 70_000,
    "cifar10": 3 * 60_000,
}


@door
def data_folder() -> Path:
    """Return the folder of the data that ships with the course."""
    here = Path(__file__).resolve().parents[1]
    return here / "data" if (here / "data").is_dir() else here.parent / "data"


@door
def names() -> list[str]:
    """Return the names of all data sets."""
    return list(WEIGHT)


@door
def load(
    name: str | Path,
    *,
    size: Side | None = None,
    validation: Whole | None = None,
    train: Count | None = None,
    block: Block | None = None,
    nuisance: Nuisance | None = None,
    root: AnyPath | None = None,
) -> Data:
    """Load a data set by name, or your own pictures by path.

    Your own are a folder or an archive (tar, tar.gz, tar.xz, zip) with
    `train/<class>/...` and `test/<class>/...`, or with `<class>/...` alone:
    then every sixth picture of a class is for the test. What is left out is
    in the result's `skipped`, with a warning.

    Args:
        name: one of `names()`, or a path.
        size: height and width in pixels, at most 1,024; the natural size
            without it. `digits` and `cifar10` are resized, `shapes` and
            `scenes` are drawn at that size, `mnist` and `fashion_mnist` are
            centered on a canvas of it. Of your own pictures the shorter side
            is scaled to it and the middle is cut out.
        validation: pictures held out of the training part; 10 % by default,
            at most 5,000. Choices are made on these.
        train: keep only so many training pictures.
        block: of `digits` only, 0 to 6: the test part is two of the 14 forms
            that the writers filled in, and the other parts hold nothing of
            them. Without it every sixth picture is for the test, and the
            training part has seen its writers.
        nuisance: of `shapes` only, what changes a picture but not its class;
            pictures of all kinds without it.
        root: folder to look in first; CNNCOURSE_DATA without it.

    Raises:
        CourseError: unknown name, impossible numbers, or no usable files.
    """
    if block is not None and name != "digits":
        raise CourseError(
            f'block={block} was given; only load("digits") knows what its '
            f"writers filled in; leave it out for {name}."
        )
    if nuisance is not None and name != "shapes":
        raise CourseError(
            f'nuisance={nuisance} was given; only load("shapes") draws '
            f"pictures with factors that are known; leave it out for {name}."
        )
    try:
        if nuisance is None:
            source = _source(name, size, Path(root) if root else None, block)
        else:
            source = _shapes(size or 32, nuisance)
    except MemoryError:
        raise CourseError(
            f"There is too little memory for {files.printable(name)}; give a "
            "smaller size, for example size=32, or end other programs."
        ) from None
    name = files.printable(name)
    if source.skipped:
        shown = "; ".join(source.skipped[:3])
        warnings.warn(
            f"{len(source.skipped)} files of {name} are left out ({shown}"
            f"{'; ...' if len(source.skipped) > 3 else ''}); `skipped` of "
            "the result lists them all.",
            stacklevel=3,
        )
    kept = source.train
    held = min(5_000, len(kept) // 10) if validation is None else validation
    left = len(kept) - held
    if left < (train or 1):
        raise CourseError(
            f"{name} has {len(kept)} pictures to learn from; validation="
            f"{held} leaves {max(left, 0)}, and train={train} asks for more "
            "than that. Lower one of the two."
        )
    # RandomState's stream never changes, so neither do the parts.
    mixed = np.random.RandomState(0).permutation(len(kept))
    order = torch.from_numpy(mixed)
    learn, check = kept[order[held:][:train]], kept[order[:held]]
    mean, std = moments(learn.images)
    return Data(
        name=name,
        form=f"{source.form}; {len(learn)} to train on, {held} held out",
        classes=source.classes,
        train=learn,
        validation=check,
        test=source.test,
        mean=mean,
        std=std,
        skipped=source.skipped,
    )


def _source(
    name: str | Path, size: int | None, root: Path | None, block: int | None
) -> Source:
    if isinstance(name, str) and name in WEIGHT:
        # Drawn, parted, mixed: the pictures lie there three times at most.
        files.check_memory(
            3 * WEIGHT[name] * (size or 32) ** 2,
            f"The pictures of {name} with size={size}",
            "use a smaller one, for example size=64",
        )
        try:
            return _by_name(name, size, root, block)
        except OSError as error:
            raise CourseError(
                f"A file of {name} could not be read or written ({error}); "
                "look at its permissions and at the room on the disk, or go "
                'on with load("shapes").'
            ) from error
    lone = isinstance(name, str) and not {"/", os.sep} & set(name)
    plain = re.sub(r"[^a-z0-9]", "", str(name).lower())
    known = {each.replace("_", "") for each in WEIGHT}
    path = Path(root or "") / name
    # "CIFAR-10" could be taken for what it is not; "./CIFAR-10" is a folder.
    looks = folders.is_archive(path) or os.path.exists(path)
    if not str(name) or (lone and (plain in known or not looks)):
        raise unknown("data set", files.printable(name), WEIGHT)
    return classics.own(path, size)


def _by_name(
    name: str, size: int | None, root: Path | None, block: int | None
) -> Source:
    match name:
        case "digits":
            return _digits(size, block)
        case "shapes":
            return _shapes(size or 32)
        case "scenes":
            return _scenes(size or 64)
        case "signals":
            return _signals(size or 14)
        case "mnist":
            return classics.mnist(size, root)
        case "fashion_mnist":
            return classics.fashion_mnist(size, root)
    return classics.cifar10(size, root)


def _digits(size: int | None, block: int | None) -> Source:
    path = data_folder() / "digits.csv.gz"
    packed = files.read(path) if path.is_file() else b""
    if hashlib.sha256(packed).hexdigest() != DIGITS_SHA256:
        raise CourseError(
            f"The bundled digits at {path} are missing or damaged; install "
            "the course again, or run `git checkout data` in a clone."
        )
    text = gzip.decompress(packed)
    rows = np.loadtxt(io.BytesIO(text), delimiter=",", dtype=np.uint8)
    ink = torch.from_numpy(rows[:, :64].reshape(-1, 1, 8, 8))
    form = "UCI digits, 1,797 pictures of 8x8"
    images = (ink.float() * (255 / 16)).round().to(torch.uint8)
    if size is not None and size != 8:
        # Like MNIST: the figure fills three quarters of the canvas.
        drawn = max(8, round(size * 0.75))
        images = centered(resized(images, drawn, mode="bilinear"), size)
        form += f" enlarged to {drawn}x{drawn} on a canvas of {size}x{size}"
    labels = torch.from_numpy(rows[:, 64].astype(np.int64))
    # Every sixth picture is the test part: 300 spread over all writers.
    test = torch.arange(len(labels)) % 6 == 0
    if block is not None:
        start, end = (*FORMS, len(labels))[2 * block : 2 * block + 3 : 2]
        test[:] = False
        test[start:end] = True
        form += f", forms {2 * block + 1} and {2 * block + 2} for the test"
    every = Split(images, labels)
    return Source(form, tuple("0123456789"), every[~test], every[test])


def _shapes(size: int, nuisance: Nuisance = PLAIN) -> Source:
    def part(count: int, seed: int) -> Split:
        drawn = shapes(count, size=size, seed=seed, nuisance=nuisance)
        return Split(*map(torch.from_numpy, (drawn.images, drawn.labels)))

    form = f"generated shapes of {size}x{size}"
    for factor, (low, high) in asdict(nuisance).items():
        if (low, high) != getattr(PLAIN, factor):
            form += f", {factor} {low:g} to {high:g}"
    return Source(form, SHAPES, part(4_000, seed=0), part(1_000, seed=1))


def _scenes(size: int) -> Source:
    def part(count: int, seed: int) -> Split:
        drawn = scenes(count, size=size, seed=seed)
        images, masks = map(torch.from_numpy, (drawn.images, drawn.masks))
        return Split(images, masks.long())

    form = f"generated scenes of {size}x{size}, a class for each pixel"
    classes = ("ground", *SHAPES)
    return Source(form, classes, part(1_000, seed=0), part(250, seed=1))


def _signals(size: int) -> Source:
    def part(count: int, seed: int) -> Split:
        drawn = signals(count, size=size, seed=seed)
        return Split(*map(torch.from_numpy, (drawn.images, drawn.labels)))

    form = f"generated signals of {size}x{size}"
    return Source(form, DIRECTIONS, part(2_000, seed=0), part(1_000, seed=1))
