"""Data sets: what is in them, what is kept apart, what is refused."""

import functools
import gzip
import hashlib
import io
import math
import os
import pickle
import shutil
import subprocess
import sys
import tarfile
import time
import urllib.error
import urllib.request
import zlib
from dataclasses import astuple, replace
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from cnncourse import datasets
from cnncourse.datasets import (
    catalogue,
    classics,
    download,
    files,
    folders,
    shapes,
)
from cnncourse.errors import CourseError


def rows(part):
    """Return the pictures of a part as a set of bytes."""
    return {image.numpy().tobytes() for image in part.images}


def test_digits_are_the_ones_of_scikit_learn():
    bundled = pytest.importorskip("sklearn.datasets").load_digits()
    data = datasets.load("digits")
    parts = (data.train, data.validation, data.test)
    ours = np.concatenate([p.images.numpy() for p in parts])
    theirs = np.round(bundled.images * np.float32(255 / 16))
    assert sorted(x.tobytes() for x in ours[:, 0]) == sorted(
        x.astype(np.uint8).tobytes() for x in theirs
    )
    assert sum(len(p) for p in parts) == 1_797


@pytest.mark.parametrize("name", ["digits", "shapes"])
def test_parts_are_disjoint_and_repeatable(name):
    data, again = datasets.load(name), datasets.load(name)
    parts = [rows(getattr(data, p)) for p in ("train", "validation", "test")]
    assert not parts[0] & parts[1]
    assert not parts[0] & parts[2]
    assert not parts[1] & parts[2]
    assert torch.equal(data.train.images, again.train.images)
    assert len(data.classes) == 10
    assert set(data.train.labels.tolist()) == set(range(10))


def test_normalized_training_part_has_mean_zero_and_deviation_one():
    data = datasets.load("digits", size=32)
    values = data.normalize(data.train.images)
    assert values.shape[1:] == (1, 32, 32)
    assert abs(values.mean()) < 1e-3
    assert abs(values.std() - 1) < 1e-3


def test_rescaled_is_the_paper_s_range():
    data = datasets.load("digits", size=32).rescaled(-0.1, 1.175)
    ends = torch.tensor([0, 255], dtype=torch.uint8).reshape(2, 1, 1, 1)
    assert torch.allclose(
        data.normalize(ends).flatten(), torch.tensor([-0.1, 1.175])
    )


def test_batches_hold_every_picture_once():
    data = datasets.load("digits")
    shuffle = torch.Generator().manual_seed(0)
    seen = list(datasets.batches(data, data.train, 100, shuffle))
    labels = torch.cat([labels for _, labels in seen])
    assert len(labels) == len(data.train)
    assert not torch.equal(labels, data.train.labels)
    assert torch.equal(labels.sort()[0], data.train.labels.sort()[0])
    images, labels = next(iter(datasets.batches(data, data.test, 5)))
    assert torch.equal(images, data.normalize(data.test.images[:5]))
    assert torch.equal(labels, data.test.labels[:5])


def test_sizes_of_parts_can_be_chosen():
    data = datasets.load("digits", validation=0, train=50)
    assert (len(data.train), len(data.validation)) == (50, 0)
    assert "50 to train on" in data.form


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"size": 7}, "size=7 was given; these pictures have 8"),
        ({"size": -1}, "size=-1 was given; expected a whole number from 1"),
        ({"validation": "all"}, "validation='all' was given"),
        ({"validation": 1_497}, "leaves 0"),
        ({"train": 100_000}, "asks for more"),
    ],
)
def test_impossible_numbers(options, message):
    with pytest.raises(CourseError, match=message):
        datasets.load("digits", **options)


FORM = (  # what the writers were asked for, read off the labels
    "0123456789012345678901234567890955650989841773510022782012633733"
    "466649150952820017632174631391768431405369617544728225795488490898"
)


def bundled_forms():
    """Return the 14 forms of the file, pixels and label in each row."""
    path = datasets.data_folder() / "digits.csv.gz"
    table = np.loadtxt(path, delimiter=",")
    return np.split(table, catalogue.FORMS[1:])


def test_each_form_holds_the_same_digits_in_the_same_order():
    forms = bundled_forms()
    assert len(forms) == 14 and sum(map(len, forms)) == 1_797
    for form in forms:
        asked = iter(FORM)
        digits = "".join(str(int(label)) for label in form[:, 64])
        assert 122 <= len(digits) <= len(FORM) == 130
        # In order: `in` takes from the iterator up to what it finds. One
        # form begins at its second digit, one has a 3 where an 8 belongs.
        wrong = [digit for digit in digits if digit not in asked]
        assert wrong in ([], ["3"])


def test_each_form_is_a_hand_of_its_own():
    """Halves of a form are alike, and no two forms are as much alike."""
    forms = bundled_forms()
    every = np.concatenate(forms)
    usual = [every[every[:, 64] == k].mean(0)[:64] for k in range(10)]

    def style(rows):
        return np.concatenate(
            [rows[rows[:, 64] == k].mean(0)[:64] - usual[k] for k in range(10)]
        )

    halves = [style(form[k::2]) for form in forms for k in (0, 1)]
    alike = np.corrcoef(halves)
    same = alike[::2, 1::2].diagonal()
    between = np.corrcoef([style(form) for form in forms])
    assert same.min() > 0.55 > 0.4 > (between - np.eye(14)).max()


def test_blocks_of_forms_are_the_test_part():
    whole = rows(datasets.load("digits", validation=0).train)
    whole |= rows(datasets.load("digits").test)
    seen = set()
    for block, count in enumerate((256, 260, 260, 253, 258, 258, 252)):
        data = datasets.load("digits", block=block)
        assert len(data.test) == count
        assert len(data.train) + len(data.validation) == 1_797 - count
        learned = rows(data.train) | rows(data.validation)
        assert not learned & rows(data.test)
        assert not seen & rows(data.test)
        seen |= rows(data.test)
    assert seen == whole
    assert data.form == (
        "UCI digits, 1,797 pictures of 8x8, forms 13 and 14 for the test; "
        "1391 to train on, 154 held out"
    )
    first = bundled_forms()[12][0]
    image = np.round(first[:64] * np.float32(255 / 16)).reshape(8, 8)
    assert np.array_equal(data.test.images[0, 0].numpy(), image)
    plain = datasets.load("digits").form
    assert plain == (
        "UCI digits, 1,797 pictures of 8x8; 1348 to train on, 149 held out"
    )


@pytest.mark.parametrize("block", [-1, 7, "first", True, 1.0])
def test_impossible_blocks(block):
    with pytest.raises(
        CourseError, match="expected a whole number from 0 to 6"
    ):
        datasets.load("digits", block=block)


@pytest.mark.parametrize("name", ["shapes", "mnist", "a/folder"])
def test_only_the_digits_have_blocks(name):
    with pytest.raises(CourseError, match="block=0 was given; only load"):
        datasets.load(name, block=0)


def darker(images):
    return images // 2


def test_changed_pictures_keep_their_labels():
    data = datasets.load("digits", size=16)
    other = data.changed(darker)
    for part in ("train", "validation", "test"):
        old, new = getattr(data, part), getattr(other, part)
        assert torch.equal(new.images, old.images // 2)
        assert torch.equal(new.labels, old.labels)
    assert other.form == f"{data.form}; changed by darker"
    assert (other.name, other.classes) == (data.name, data.classes)
    assert other.mean[0] == pytest.approx(data.mean[0] / 2, abs=0.002)
    assert abs(other.normalize(other.train.images).mean()) < 1e-3
    assert data.mean != other.mean  # the first is as it was


def test_changed_pictures_may_have_another_size_and_no_validation_part():
    data = datasets.load("digits", size=16, validation=0)
    cut = functools.partial(torch.narrow, dim=2, start=4, length=8)
    other = data.changed(cut)
    assert other.test.images.shape[1:] == (1, 8, 16)
    assert len(other.validation) == 0
    assert other.form.endswith("by narrow(dim=2, start=4, length=8)")


@pytest.mark.parametrize(
    "function",
    [
        lambda images: images / 255,
        lambda images: images[1:],
        lambda images: images[:, 0],
        lambda images: None,
    ],
)
def test_changed_refuses_what_is_not_as_many_pictures(function):
    data = datasets.load("digits", train=20)
    with pytest.raises(CourseError, match="it must return as many"):
        data.changed(function)


def test_unknown_name_suggests_the_nearest():
    with pytest.raises(CourseError, match="did you mean digits"):
        datasets.load("digit")


def test_rescaled_needs_an_order():
    with pytest.raises(CourseError, match="low must be the smaller"):
        datasets.load("digits").rescaled(1, 0)


def test_damaged_digits_are_refused(tmp_path, monkeypatch):
    source = datasets.data_folder() / "digits.csv.gz"
    damaged = source.read_bytes()[:-1]
    (tmp_path / "digits.csv.gz").write_bytes(damaged)
    monkeypatch.setattr(catalogue, "data_folder", lambda: tmp_path)
    with pytest.raises(CourseError, match="missing or damaged"):
        datasets.load("digits")


def test_root_without_mnist(tmp_path):
    with pytest.raises(CourseError, match="There is no MNIST below"):
        datasets.load("mnist", root=tmp_path)


def test_mnist(data_root):
    data = datasets.load("mnist", size=32, root=data_root)
    sizes = [len(p) for p in (data.train, data.validation, data.test)]
    assert sizes == [55_000, 5_000, 10_000]
    assert data.test.images.shape[1:] == (1, 32, 32)
    assert data.test.images[:, :, :2].max() == 0
    assert data.test.labels[:5].tolist() == [7, 2, 1, 0, 4]
    assert len(rows(data.train) & rows(data.test)) == 0


def test_damaged_mnist_is_refused(data_root, tmp_path):
    raw = tmp_path / "MNIST" / "raw"
    raw.mkdir(parents=True)
    for name in classics.MNIST_MD5:
        shutil.copyfile(data_root / "MNIST" / "raw" / name, raw / name)
    with (raw / "t10k-labels-idx1-ubyte").open("r+b") as file:
        file.seek(100)
        file.write(b"\xff")
    with pytest.raises(CourseError, match=r"t10k-labels.*damaged"):
        datasets.load("mnist", root=tmp_path)


def test_mnist_is_read_as_torchvision_reads_it(data_root):
    theirs = pytest.importorskip("torchvision.datasets").MNIST
    _, _, *parts = astuple(classics.mnist(None, data_root))[:4]
    for (images, labels), train in zip(parts, (True, False), strict=True):
        raw = theirs(data_root, train=train)
        assert torch.equal(images[:, 0], raw.data)
        assert torch.equal(labels, raw.targets)


def test_cifar10_from_pictures(data_root, monkeypatch, tmp_path):
    pytest.importorskip("PIL")
    monkeypatch.setattr(files, "cache_folder", lambda: tmp_path)
    data = datasets.load("cifar10", root=data_root)
    assert data.form == (
        "CIFAR-10, JPEG re-encoding; 45000 to train on, 5000 held out"
    )
    sizes = [len(p) for p in (data.train, data.validation, data.test)]
    assert sizes == [45_000, 5_000, 10_000]
    assert data.classes == classics.CIFAR10_CLASSES
    assert data.test.labels.bincount().tolist() == [1_000] * 10
    # Krizhevsky's pixels have mean 0.4914, 0.4822, 0.4465 and deviation
    # 0.2470, 0.2435, 0.2616.
    assert data.mean == pytest.approx((0.4914, 0.4822, 0.4465), abs=0.001)
    assert data.std == pytest.approx((0.2470, 0.2435, 0.2616), abs=0.003)
    assert len(rows(data.train) & rows(data.test)) == 0
    start = time.perf_counter()
    again = datasets.load("cifar10", root=data_root)
    assert time.perf_counter() - start < 5  # the first takes ten seconds
    assert torch.equal(again.train.images, data.train.images)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """An empty cache, and no folder of data."""
    monkeypatch.setattr(catalogue.Path, "home", lambda: tmp_path / "home")
    monkeypatch.delenv("CNNCOURSE_DATA", raising=False)
    return tmp_path / "home" / ".cache" / "cnncourse"


def offer(folder, address, files):
    """Put files on a server; return what `download` needs to know of them."""
    folder.mkdir(exist_ok=True)
    remotes = []
    for name, content in files.items():
        (folder / name).write_bytes(content)
        md5 = hashlib.md5(content).hexdigest()
        url = f"{address}/{name}"
        remotes.append(download.Remote((url,), md5, len(content)))
    return tuple(remotes)


def idx(name):
    """Return a file of Fashion-MNIST's length."""
    count = 60_000 if name.startswith("train") else 10_000
    if "labels" in name:
        return bytes(8) + bytes(range(10)) * (count // 10)
    return bytes(16) + bytes(range(196)) * (4 * count)


NAMES = list(classics.MNIST_MD5)


@pytest.mark.parametrize("name", ["mnist", "fashion_mnist"])
def test_mnist_and_fashion_are_downloaded(
    name, serve, tmp_path, cache, monkeypatch
):
    folder = tmp_path / "server"
    folder.mkdir()
    raw = {file: idx(file) for file in NAMES}
    packed = {f"{n}.gz": gzip.compress(c, 1) for n, c in raw.items()}
    remotes = offer(folder, serve(folder), packed)
    monkeypatch.setattr(download, name.upper(), remotes)
    sums = {n: hashlib.md5(c).hexdigest() for n, c in raw.items()}
    monkeypatch.setattr(classics, "MNIST_MD5", sums)
    monkeypatch.setattr(classics, "FASHION_MD5", sums)
    data = datasets.load(name, size=30)
    sizes = [len(p) for p in (data.train, data.validation, data.test)]
    assert sizes == [55_000, 5_000, 10_000]
    assert data.test.labels[:3].tolist() == [0, 1, 2]
    assert data.test.images[0, 0, 1, 1:4].tolist() == [0, 1, 2]
    where = {"mnist": "MNIST", "fashion_mnist": "FashionMNIST"}[name]
    labels = cache / where / "raw" / "t10k-labels-idx1-ubyte"
    # From the cache, without the server; the same folder serves as a root.
    shutil.rmtree(folder)
    for root in (None, cache):
        again = datasets.load(name, size=30, root=root)
        assert torch.equal(again.test.labels, data.test.labels)
    # A damaged file that was unpacked is not used while a whole one is there.
    labels.write_bytes(raw[labels.name][:-1])
    again = datasets.load(name, size=30, root=cache)
    assert torch.equal(again.test.labels, data.test.labels)
    packed = labels.parent / f"{labels.name}.gz"
    packed.write_bytes(b"bad")
    with pytest.raises(CourseError, match=r"labels.*missing or damaged"):
        datasets.load(name, root=cache)
    with pytest.raises(CourseError, match="answered 404"):
        datasets.load(name)
    labels.write_bytes(raw[labels.name])
    again = datasets.load(name, size=30, root=cache)
    assert torch.equal(again.test.labels, data.test.labels)


def batch(count, seed):
    numbers = np.random.RandomState(seed)
    return {
        "data": numbers.randint(0, 256, (count, 3072), np.uint8),
        "labels": [n % 10 for n in range(count)],
    }


def test_cifar10_is_downloaded(serve, tmp_path, cache, monkeypatch):
    folder = tmp_path / "server"
    folder.mkdir()
    sums, contents = {}, {}
    for seed, name in enumerate(classics.CIFAR10_MD5):
        contents[name] = batch(20, seed)
        content = pickle.dumps(contents[name])
        sums[name] = hashlib.md5(content).hexdigest()
        path = tmp_path / "cifar-10-batches-py" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    monkeypatch.setattr(classics, "CIFAR10_MD5", sums)
    packed = tmp_path / "cifar-10-python.tar.gz"
    with tarfile.open(packed, "w:gz") as archive:
        archive.add(tmp_path / "cifar-10-batches-py", "cifar-10-batches-py")
    files = {packed.name: packed.read_bytes()}
    (remote,) = offer(folder, serve(folder), files)
    monkeypatch.setattr(download, "CIFAR10", remote)

    data = datasets.load("cifar10")
    assert (len(data.train), len(data.validation)) == (90, 10)
    test = contents["test_batch"]["data"].reshape(-1, 3, 32, 32)
    assert torch.equal(data.test.images, torch.from_numpy(test))
    assert data.test.labels.tolist() == contents["test_batch"]["labels"]
    assert data.form.startswith("CIFAR-10; ")
    # From the cache, without the server; mended where it is damaged.
    shutil.rmtree(folder)
    (kept,) = (cache / "decoded").iterdir()
    kept.write_bytes(kept.read_bytes().replace(test.tobytes(), bytes(61440)))
    again = datasets.load("cifar10", size=16)
    assert again.test.images.shape == (20, 3, 16, 16)
    assert "resized to 16x16" in again.form
    # From torchvision's folder, and from the authors' archive.
    shutil.rmtree(cache)
    theirs = datasets.load("cifar10", root=tmp_path)
    assert torch.equal(theirs.test.images, data.test.images)
    assert not cache.exists()
    damaged = tmp_path / "cifar-10-batches-py" / "data_batch_2"
    damaged.write_bytes(pickle.dumps(batch(20, 99)))
    with pytest.raises(CourseError, match=r"data_batch_2 is .* damaged"):
        datasets.load("cifar10", root=tmp_path)
    shutil.rmtree(damaged.parent)
    theirs = datasets.load("cifar10", root=tmp_path)
    assert torch.equal(theirs.test.images, data.test.images)
    packed.write_bytes(b"bad")
    with pytest.raises(CourseError, match=r"tar\.gz is .* damaged"):
        datasets.load("cifar10", root=tmp_path)
    shutil.rmtree(cache)
    with pytest.raises(CourseError, match="answered 404") as raised:
        datasets.load("cifar10")
    assert 'go on with load("shapes")' in str(raised.value)


def test_cifar10_that_is_not(tmp_path, cache, monkeypatch):
    with pytest.raises(CourseError, match="There is no CIFAR-10 below"):
        datasets.load("cifar10", root=tmp_path)
    with pytest.raises(CourseError, match="There is no CIFAR-10 below"):
        datasets.load("cifar10", root=tmp_path / "nowhere")

    def picture(name, side):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        pixels = np.random.RandomState(zlib.crc32(name.encode())).randint(
            0, 256, (side, side, 3), np.uint8
        )
        Image.fromarray(pixels).save(path)

    for label in classics.CIFAR10_CLASSES:
        for part, count in (("train", 2), ("test", 1)):
            for number in range(count):
                picture(f"cifar10-png/{part}/{label}/{number}.png", 32)
    (tmp_path / "CIFAR-100").mkdir()
    path = tmp_path / "cifar10-png"
    with pytest.raises(CourseError, match="not those of CIFAR-10 by") as no:
        datasets.load("cifar10", root=tmp_path, size=32)
    assert f'load("{path}", size=32)' in str(no.value)
    own = datasets.load(str(path), size=32)  # as the sentence says
    assert own.form.startswith("cifar10-png, 30 pictures of 32x32")
    # What counts is the checksum, of names and contents.
    known = {folders.read(path, None).digest: "CIFAR-10, by class"}
    monkeypatch.setattr(classics, "CIFAR10_PICTURES", known)
    shutil.make_archive(tmp_path / "zipped" / path.name, "zip", path)
    shutil.make_archive(tmp_path / "tarred" / path.name, "tar", tmp_path)
    for root in (tmp_path, tmp_path / "zipped", tmp_path / "tarred"):
        data = datasets.load("cifar10", root=root, size=32)
        assert data.form.startswith("CIFAR-10, by class; ")
    (path / "train" / "cat" / "bad.png").write_text("x")
    with pytest.warns(UserWarning, match="1 files of cifar10 are left out"):
        data = datasets.load("cifar10", root=tmp_path)
    assert data.skipped == ("train/cat/bad.png: not a picture",)
    cats = [path / "train" / "cat" / f"{n}.png" for n in (0, 1)]
    swapped = [cat.read_bytes() for cat in cats]
    changes = {
        "swapped": lambda: [
            cats[n].write_bytes(swapped[1 - n]) for n in (0, 1)
        ],
        "one more": lambda: picture("cifar10-png/train/cat/9.png", 32),
        "another class": lambda: picture("cifar10-png/train/cow/1.png", 32),
        "one less": cats[0].unlink,
        "renamed": lambda: cats[1].rename(cats[1].with_name("7.png")),
    }
    for change in changes.values():
        change()
        with pytest.raises(CourseError, match="not those of CIFAR-10 by"):
            datasets.load("cifar10", root=tmp_path)


@pytest.mark.parametrize("name", ["CIFAR-10", "Cifar10", "MNIST", "fashion"])
def test_a_folder_of_a_similar_name_is_not_taken_for_it(
    name, tmp_path, cache, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    similar = {"fashion": "Fashion-MNIST"}.get(name, name)
    for label in ("cat", "dog"):
        (tmp_path / similar / label).mkdir(parents=True)
        for n in range(3):
            pixels = np.full((4, 4), 9 * n + len(label) + ord(label[0]))
            image = Image.fromarray(pixels.astype(np.uint8))
            image.save(tmp_path / similar / label / f"{n}.png")
    with pytest.raises(CourseError, match="There is no data set called"):
        datasets.load(similar)
    assert len(datasets.load(f"./{similar}").classes) == 2


def test_unreadable_file(tmp_path, cache, monkeypatch):
    (tmp_path / "cifar-10-python.tar.gz").write_bytes(b"")

    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(files, "md5_of", refuse)
    with pytest.raises(CourseError, match=r"cifar10 .*Permission denied"):
        datasets.load("cifar10", root=tmp_path)


def test_scenes_have_a_class_for_each_pixel():
    data = datasets.load("scenes", train=20)
    assert data.train.images.shape == (20, 3, 64, 64)
    assert data.train.labels.shape == (20, 64, 64)
    assert data.train.labels.dtype == torch.int64
    assert data.classes[0] == "ground" and len(data.classes) == 11
    drawn = shapes.scenes(250, seed=1)
    assert torch.equal(data.test.labels, torch.from_numpy(drawn.masks).long())
    images, labels = next(datasets.batches(data, data.test, 4))
    assert images.shape == (4, 3, 64, 64) and labels.shape == (4, 64, 64)
    parts = [rows(p) for p in (data.train, data.validation, data.test)]
    assert not parts[0] & parts[1] and not parts[0] & parts[2]


def test_moments_are_those_of_the_pixels():
    numbers = np.random.RandomState(0)
    images = torch.from_numpy(
        numbers.randint(0, 256, (5_000, 2, 3, 4), np.uint8)
    )
    mean, std = catalogue.moments(images)
    pixels = images.double().transpose(0, 1).flatten(1) / 255
    assert mean == tuple(round(float(m), 4) for m in pixels.mean(1))
    assert std == tuple(round(float(s), 4) for s in pixels.std(1))
    assert catalogue.moments(images[:1] * 0) == ((0, 0), (1, 1))


@pytest.mark.parametrize("size", [0, None, True, 2.5, "many"])
def test_batch_size_is_a_whole_number(size):
    data = datasets.load("digits", train=5)
    with pytest.raises(CourseError, match="batch_size="):
        next(datasets.batches(data, data.train, size))


def test_failed_download_says_how_to_go_on(cache, monkeypatch):
    def refuse(*args, **options):
        raise urllib.error.HTTPError("", 503, "Unavailable", None, None)

    monkeypatch.setattr(urllib.request.OpenerDirector, "open", refuse)
    for name, bundled in (
        ("mnist", "digits"),
        ("fashion_mnist", "digits"),
        ("cifar10", "shapes"),
    ):
        with pytest.raises(CourseError, match=r"tried: .* 503") as raised:
            datasets.load(name)
        assert "CNNCOURSE_DATA" in str(raised.value)
        assert f'go on with load("{bundled}")' in str(raised.value)
    for host in ("ossci-datasets.s3.amazonaws.com", "yann.lecun.com"):
        with pytest.raises(CourseError, match=host):
            datasets.load("mnist")


ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 2_000),
    st.just(10**30),
    st.floats(),
    st.text(max_size=4),
    st.just("x" * 5_000),
    st.binary(),
    st.just("a\0b"),
    st.lists(st.integers(), max_size=2),
    st.just(Path("no/where")),
    st.just(torch.ones(2)),
)


@settings(
    max_examples=800,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(
    name=st.one_of(st.sampled_from(["digits", "mnist", "cifar10"]), ANYTHING),
    options=st.dictionaries(
        st.sampled_from(["size", "validation", "train", "block", "root"]),
        ANYTHING,
    ),
)
def test_any_argument_gives_data_or_a_sentence(
    name, options, tmp_path, monkeypatch
):
    # No network, no folder of data, and nothing of the user's own.
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(catalogue.Path, "home", lambda: tmp_path / "home")
    monkeypatch.delenv("CNNCOURSE_DATA", raising=False)

    def refuse(*args, **options):
        raise urllib.error.URLError("no network")

    monkeypatch.setattr(urllib.request.OpenerDirector, "open", refuse)
    try:
        data = datasets.load(name, **options)
    except CourseError as error:
        subjects = (*options, "name=", "called", "no folder", "no network")
        assert any(subject in str(error) for subject in subjects)
        return
    assert name == "digits"
    assert len(data.train) >= 1
    assert data.normalize(data.train.images[:9]).isfinite().all()


@given(st.sampled_from(["nowhere", "cuda:99", -1, 3.5, "", "meta", ()]))
@settings(derandomize=True, deadline=None)
def test_wrong_devices_are_refused(device):
    data = datasets.load("digits", train=20)
    for thing in (data, data.test):
        with pytest.raises(CourseError, match=r"^device"):
            thing.to(device)


def test_batches_and_normalize_name_what_is_wrong():
    data = datasets.load("digits", train=20)
    with pytest.raises(
        CourseError, match="part=None was given; expected a Split"
    ):
        next(datasets.batches(data, None, 3))
    with pytest.raises(
        CourseError, match="data='digits' was given; expected a Data"
    ):
        next(datasets.batches("digits", data.test, 3))
    with pytest.raises(
        CourseError, match="images=None was given; expected a tensor"
    ):
        data.normalize(None)


PIXELS = torch.zeros(4, 1, 8, 8, dtype=torch.uint8)
CLASSES = torch.tensor([0, 1, 2, 0])


@pytest.mark.parametrize(
    ("images", "labels", "words"),
    [
        (PIXELS.double(), CLASSES, "images is .*float64; expected .*uint8"),
        (PIXELS[0], CLASSES, "images is a tensor of shape .1, 8, 8"),
        (PIXELS.to("meta"), CLASSES, "images is"),
        (PIXELS.float().numpy(), CLASSES, "images=a ndarray was given"),
        (PIXELS, CLASSES.int(), "labels is .*int32; .*try labels.long"),
        (PIXELS, CLASSES.double(), "labels is"),
        (PIXELS, CLASSES - 1, "labels holds -1; classes count from 0"),
        (PIXELS, CLASSES[:3], "labels is .* for 4 pictures"),
        (PIXELS, CLASSES[:, None], "labels is .* for 4 pictures"),
        (PIXELS, CLASSES[0], "labels is .* for 4 pictures"),
        (PIXELS, torch.zeros(4, 8, 9).long(), "for each of its pixels"),
        (PIXELS, [0, 1, 2, 0], "labels=.0, 1, 2, 0. was given"),
    ],
)
def test_pictures_and_labels_that_are_none(images, labels, words):
    with pytest.raises(CourseError, match=words):
        datasets.Split(images, labels)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"classes": ("a", "b")}, "labels hold the class 9, .* 2 classes"),
        ({"classes": ()}, "class 9"),
        ({"classes": "0123456789"}, "classes='0123456789' was given"),
        ({"classes": None}, "classes=None"),
        ({"mean": (0.1, 0.2)}, "for pictures of 1 channels"),
        ({"std": ()}, "for pictures of 1 channels"),
        ({"mean": (math.nan,)}, "mean=.nan,. was given"),
        ({"std": (0.0,)}, "std=.0.0,. was given"),
        ({"std": (1e30,)}, "std="),
        ({"train": "x"}, "train='x' was given; expected a Split"),
        ({"test": PIXELS}, "expected a Split"),
        ({"name": "\udc80"}, "name holds a character that is no text"),
        ({"skipped": [1]}, "skipped="),
    ],
)
def test_data_that_are_none(fields, words):
    with pytest.raises(CourseError, match=words):
        replace(datasets.load("digits", train=20), **fields)


def test_every_method_says_what_is_wrong():
    gray, color = (datasets.load(n, train=9) for n in ("digits", "scenes"))
    for call, words in (
        (lambda: gray.normalize(gray.test.images.double()), "images is"),
        (lambda: gray.normalize(gray.test.images[0]), "images is"),
        (lambda: color.normalize(gray.test.images), "images has 1 channels"),
        (lambda: gray.rescaled(1, 1), "low must be the smaller"),
        (lambda: gray.rescaled(0, 5e-324), "low must be the smaller"),
        (lambda: gray.rescaled(-1e308, 1e308), "low=-1e[+]308 was given"),
        (lambda: gray.rescaled(math.nan, 1), "low=nan"),
        (lambda: gray.rescaled(0, True), "high=True"),
        (lambda: gray.changed("flip"), "function='flip' was given"),
        (lambda: gray.changed(lambda x: x.nothing), "failed on 458"),
        (lambda: gray.test[0], "index=0 was given"),
        (lambda: gray.test["x"], "index='x' was given"),
        (lambda: gray.test[torch.ones(2)], "finds no pictures"),
        (lambda: gray.test[torch.tensor([10**9])], "finds no pictures"),
        (lambda: gray.test[torch.zeros(2, 2).long()], "images is"),
        (lambda: datasets.batches(gray, gray.test, -1), "batch_size=-1"),
        (lambda: datasets.batches(gray, gray.test, 5, 7), "shuffle=7"),
        (lambda: datasets.batches(gray, gray.test, 5, skip=-1), "skip=-1"),
        (
            lambda: next(datasets.batches(gray, gray.test, 5, change=max)),
            "change failed on a batch",
        ),
        (
            lambda: next(
                datasets.batches(gray, gray.test, 5, change=lambda x, y: x)
            ),
            "change failed on a batch",
        ),
        (lambda: next(datasets.batches(color, gray.test, 5)), "1 channels"),
        (lambda: datasets.names(1), "names"),
        (lambda: datasets.cache(clear=1), "clear=1 was given"),
    ):
        with pytest.raises(CourseError, match=words):
            call()


def test_more_than_there_is_memory_for_is_refused_before(monkeypatch, cache):
    drawn = []
    monkeypatch.setattr(
        catalogue.classics, "resized", lambda *_, **__: drawn.append(1)
    )
    monkeypatch.setattr(files, "free_memory", lambda: 10**8)
    for call in (
        lambda: datasets.load("digits", size=700),
        lambda: datasets.load("shapes", size=1_000),
        lambda: datasets.load("mnist", size=100),
        lambda: datasets.load("cifar10"),
        lambda: shapes.shapes(10**6),
        lambda: shapes.scenes(10**7, size=8, objects=(1, 100)),
        lambda: shapes.textures(100, size=1024),
    ):
        start = time.process_time()
        with pytest.raises(CourseError, match=r"of memory, and 0\.1 GB are"):
            call()
        assert time.process_time() - start < 0.5
    assert not drawn

    def exhausted(*arguments):
        raise MemoryError

    monkeypatch.setattr(catalogue, "_digits", exhausted)
    with pytest.raises(CourseError, match="too little memory for digits"):
        datasets.load("digits")


def test_enlarging_takes_little_more_than_its_result():
    code = (
        "import resource\n"
        "from cnncourse import datasets\n"
        "def peak():\n"
        "    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "before = peak()\n"
        "datasets.load('digits', size=300)\n"
        "print((peak() - before) * 1024 / (1797 * 300**2))\n"
    )
    words = [sys.executable, "-c", code]
    said = subprocess.run(words, capture_output=True, text=True, check=True)
    assert float(said.stdout) < 3.5  # it was ten


def test_free_memory_is_the_least_that_anybody_says(tmp_path, monkeypatch):
    texts = {"/proc/meminfo": "MemTotal: 9 kB\nMemAvailable:    5000 kB\n"}
    monkeypatch.setattr(files, "_text", lambda path: texts.get(path, ""))
    assert files.free_memory() == 5_000 * 1024
    texts["/proc/self/cgroup"] = "4:memory:/a/b\n1:cpu:/a\n0::/c/d\n"
    top = "/sys/fs/cgroup/"
    texts[f"{top}/c/memory.max"] = "4000000\n"
    texts[f"{top}/c/memory.current"] = "3000000\n"
    texts[f"{top}/c/memory.stat"] = "anon 5\ninactive_file 7\nactive_file 3\n"
    texts[f"{top}/c/d/memory.max"] = "max\n"
    assert files.free_memory() == 1_000_010
    texts.clear()
    assert files.free_memory() == files.USUAL_MEMORY
    monkeypatch.undo()
    assert 10**7 < files.free_memory() < 10**14


def test_the_cache_says_how_large_it_is_and_is_cleared(cache):
    assert datasets.cache() == f"{cache}: 0 files, 0.0 MB"
    assert not cache.exists()
    numbers = np.arange(10**6)
    files.remember("numbers", "key", ["a"], [numbers])
    (cache / "half.partial").write_bytes(bytes(10**6))
    assert datasets.cache() == f"{cache}: 2 files, 9.0 MB"
    code = (
        "import sys, time\n"
        "from filelock import FileLock\n"
        "with FileLock(sys.argv[1]):\n"
        "    print('held', flush=True)\n"
        "    time.sleep(60)\n"
    )
    words = [sys.executable, "-c", code, str(cache / "decoded.lock")]
    other = subprocess.Popen(words, stdout=subprocess.PIPE)
    try:
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(CourseError, match="end other processes"):
            datasets.cache(clear=True)
        assert datasets.cache() == f"{cache}: 2 files, 9.0 MB"
    finally:
        other.kill()
        other.wait()
        other.stdout.close()
    assert datasets.cache(clear=True) == f"{cache}: 0 files, 0.0 MB"
    assert files.recall("numbers", "key") is None


def test_what_is_kept_is_what_was_written(cache):
    numbers = np.arange(1_000, dtype=np.float32)
    files.remember("x", "key", ["a", "\udc80"], [numbers, numbers > 5])
    (path,) = (cache / "decoded").iterdir()
    whole = path.read_bytes()

    def recalled():
        found = files.recall("x", "key")
        if found is None:
            return False
        assert found[0] == ["a", "\udc80"]
        assert np.array_equal(found[1][0], numbers)
        assert found[1][0].dtype == np.float32 and found[1][1].sum() == 994
        return True

    assert recalled() and files.recall("x", "other key") is None
    for place in range(0, len(whole), 37):
        changed = bytearray(whole)
        changed[place] ^= 1 << place % 8
        path.write_bytes(changed)
        assert not recalled()
    other = whole.replace(b"<f4", b"<i4")
    zipped = io.BytesIO()
    np.savez(zipped, numbers)
    for content in (other, whole[:-1], whole + b"x", b"", zipped.getvalue()):
        path.write_bytes(content)
        assert not recalled()
    path.unlink()
    os.mkfifo(path)
    assert not recalled()
    path.unlink()
    path.symlink_to("/dev/zero")
    assert not recalled()


def test_what_a_killed_process_left_is_swept(cache):
    folder = cache / "decoded"
    code = (
        "import sys, time, numpy as np\n"
        "from cnncourse.datasets import files\n"
        "def stop(*arguments):\n"
        "    print('writing', flush=True)\n"
        "    time.sleep(60)\n"
        "files.np.save = stop\n"
        "files.remember('large', 'key', [], [np.zeros(5)])\n"
    )
    home = os.environ | {"HOME": str(cache.parents[1])}
    words = [sys.executable, "-c", code]
    writer = subprocess.Popen(words, stdout=subprocess.PIPE, env=home)
    try:
        assert writer.stdout.readline() == b"writing\n"
        assert files.recall("small", "key") is None
        assert list(folder.iterdir())  # the living keep theirs
    finally:
        writer.kill()
        writer.wait()
        writer.stdout.close()
    assert files.recall("small", "key") is None
    assert not list(folder.iterdir())


def test_a_full_disk_keeps_nothing(cache, monkeypatch):
    usage = shutil.disk_usage("/")._replace(free=files.SPARE_ROOM)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    with pytest.warns(UserWarning, match="the disk is too full"):
        files.remember("x", "key", [], [np.zeros(5)])
    assert not list((cache / "decoded").iterdir())


def test_without_a_home_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("CNNCOURSE_DATA", raising=False)
    for label in ("cat", "dog"):
        (tmp_path / label).mkdir()
        for n in range(3):
            pixels = np.full((4, 4, 3), 9 * n + len(label) + ord(label[0]))
            image = Image.fromarray(pixels.astype(np.uint8))
            image.save(tmp_path / label / f"{n}.png")

    def none():
        raise RuntimeError("Could not determine home directory.")

    for lost in ("unset", "empty"):
        with monkeypatch.context() as patch:
            if lost == "empty":
                patch.setenv("HOME", "")
            else:
                patch.setattr(files.Path, "home", none)
            for call in (lambda: datasets.load("mnist"), datasets.cache):
                with pytest.raises(CourseError, match="set HOME to one"):
                    call()
            with pytest.warns(UserWarning, match="could not be kept"):
                assert len(datasets.load(tmp_path).classes) == 2
