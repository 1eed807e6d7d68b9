"""Data sets: what is in them, what is kept apart, what is refused."""

import shutil

import numpy as np
import pytest
import torch

from cnncourse import datasets
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


def test_normalised_training_part_has_mean_zero_and_deviation_one():
    data = datasets.load("digits", size=32)
    values = data.normalise(data.train.images)
    assert values.shape[1:] == (1, 32, 32)
    assert abs(values.mean()) < 1e-3
    assert abs(values.std() - 1) < 1e-3


def test_rescaled_is_the_paper_s_range():
    data = datasets.load("digits", size=32).rescaled(-0.1, 1.175)
    ends = torch.tensor([0, 255], dtype=torch.uint8).reshape(2, 1, 1, 1)
    assert torch.allclose(
        data.normalise(ends).flatten(), torch.tensor([-0.1, 1.175])
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
    assert torch.equal(images, data.normalise(data.test.images[:5]))
    assert torch.equal(labels, data.test.labels[:5])


def test_sizes_of_parts_can_be_chosen():
    data = datasets.load("digits", validation=0, train=50)
    assert (len(data.train), len(data.validation)) == (50, 0)
    assert "50 to train on" in data.form


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"size": 7}, "size=7 was given; these pictures have 8"),
        ({"size": -1}, "size=-1 was given; it must be a whole number"),
        ({"validation": "all"}, "validation='all' was given"),
        ({"validation": 1_497}, "leaves 0"),
        ({"train": 100_000}, "asks for more"),
    ],
)
def test_impossible_numbers(options, message):
    with pytest.raises(CourseError, match=message):
        datasets.load("digits", **options)


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
    monkeypatch.setattr(datasets, "data_folder", lambda: tmp_path)
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
    for name in datasets.MNIST_MD5:
        shutil.copyfile(data_root / "MNIST" / "raw" / name, raw / name)
    with (raw / "t10k-labels-idx1-ubyte").open("r+b") as file:
        file.seek(100)
        file.write(b"\xff")
    with pytest.raises(CourseError, match=r"t10k-labels.*damaged"):
        datasets.load("mnist", root=tmp_path)


def test_failed_download_says_how_to_go_on(tmp_path, monkeypatch):
    def refuse(*args, **options):
        raise RuntimeError("tried:\nhost (503)")

    monkeypatch.setattr("torchvision.datasets.MNIST", refuse)
    monkeypatch.setattr(datasets.Path, "home", lambda: tmp_path)
    monkeypatch.delenv("CNNCOURSE_DATA", raising=False)
    with pytest.raises(CourseError, match=r"tried: host \(503\)") as raised:
        datasets.load("mnist")
    assert 'go on with load("digits")' in str(raised.value)
