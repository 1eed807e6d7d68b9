"""Your own pictures: what is used, what is left out, and what is said."""

import gzip
import io
import os
import random
import shutil
import socket
import string
import struct
import tarfile
import time
import tracemalloc
import warnings
import zipfile
import zlib

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from cnncourse import datasets
from cnncourse.datasets import files, folders
from cnncourse.errors import CourseError


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """Keep decoded pictures out of the real cache."""
    folder = tmp_path / "cache"
    monkeypatch.setattr(files, "cache_folder", lambda: folder)
    return folder / "decoded"


def noise(seed, height=6, width=6, channels=3):
    shape = (height, width, channels) if channels > 1 else (height, width)
    return np.random.RandomState(seed).randint(0, 256, shape, np.uint8)


def encoded(array, suffix="png", **options):
    buffer = io.BytesIO()
    image = array if isinstance(array, Image.Image) else Image.fromarray(array)
    image.save(buffer, {"jpg": "JPEG"}.get(suffix, suffix), **options)
    return buffer.getvalue()


def write(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def pack(folder, path):
    """Pack a folder the way its name says."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in folder.rglob("*"):
                archive.write(file, file.relative_to(folder))
    else:
        mode = {".xz": "w:xz", ".gz": "w:gz"}.get(path.suffix, "w")
        with tarfile.open(path, mode) as archive:
            archive.add(folder, ".")
    return path


def parted(around="", test="test"):
    """Return the files of two classes: 4 + 2 pictures each."""
    files, seed = {}, 0
    for part, count in (("train", 4), (test, 2)):
        for label in ("cat", "dog"):
            for number in range(count):
                name = f"{around}{part}/{label}/{number}.png"
                files[name] = encoded(noise(seed := seed + 1))
    return files


def plain(count=7, classes=("cat", "dog")):
    return {
        f"{label}/{number:03}.png": encoded(noise(100 * place + number))
        for place, label in enumerate(classes)
        for number in range(count)
    }


def same(one, two):
    assert one.classes == two.classes
    for part in ("train", "validation", "test"):
        ours, theirs = getattr(one, part), getattr(two, part)
        assert torch.equal(ours.images, theirs.images)
        assert torch.equal(ours.labels, theirs.labels)


def test_train_and_test(tmp_path):
    folder = write(tmp_path / "pets", parted())
    data = datasets.load(folder, validation=2)
    assert data.classes == ("cat", "dog")
    sizes = [len(p) for p in (data.train, data.validation, data.test)]
    assert sizes == [6, 2, 4]
    assert data.test.labels.tolist() == [0, 0, 1, 1]
    wanted = torch.from_numpy(noise(9)).permute(2, 0, 1)
    assert torch.equal(data.test.images[0], wanted)
    assert data.skipped == ()
    assert data.form == (
        "pets, 12 pictures of 6x6, test/ is for the test; "
        "6 to train on, 2 held out"
    )


def test_only_classes(tmp_path):
    data = datasets.load(str(write(tmp_path / "pets", plain())), validation=0)
    # The second picture of each class, and each sixth after it.
    assert len(data.train) == 14 - 2 and len(data.test) == 2
    wanted = torch.from_numpy(noise(101)).permute(2, 0, 1)
    assert torch.equal(data.test.images[1], wanted)
    assert "every sixth picture of each class is for the test" in data.form


@pytest.mark.parametrize("suffix", folders.ARCHIVES)
def test_archives_give_what_the_folder_gives(suffix, tmp_path):
    folder = write(tmp_path / "pets", parted())
    name = {".txz": ".tar.xz", ".tgz": ".tar.gz"}.get(suffix, suffix)
    path = pack(folder, tmp_path / f"pets{name}")
    path = path.rename(tmp_path / f"pets{suffix}")
    same(datasets.load(path), datasets.load(folder))


@pytest.mark.parametrize(
    "files",
    [
        parted("pets/") | {"LICENSE": b"free", "pets/more.txt": b"text"},
        parted("a/b/"),
        {name.replace("train", "Train"): c for name, c in parted().items()},
        parted() | {".DS_Store": b"x", "train/cat/._1.png": b"x"},
        parted() | {"__MACOSX/train/cat/1.png": b"x"},
        parted(test="val"),
        parted(test="valid"),
    ],
    ids=["around", "twice", "case", "hidden", "mac", "val", "valid"],
)
def test_layouts_that_mean_the_same(files, tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        other = datasets.load(write(tmp_path / "other", files))
    same(other, datasets.load(write(tmp_path / "pets", parted())))
    assert "is for the test" in other.form


def test_hidden_files_are_ignored(tmp_path):
    hidden = [".DS_Store", "cat/._1.png", "__MACOSX/cat/1.png", ".git/a/1.png"]
    files = plain() | dict.fromkeys(hidden, encoded(noise(500)))
    data = datasets.load(write(tmp_path / "pets", files))
    assert data.skipped == () and data.classes == ("cat", "dog")


def test_folders_below_a_class_are_part_of_it(tmp_path):
    files = plain() | {"cat/more/x.png": encoded(noise(77))}
    data = datasets.load(write(tmp_path / "pets", files), validation=0)
    assert data.classes == ("cat", "dog")
    assert len(data.train) + len(data.test) == 15


JPEG = encoded(noise(1, 40, 40), "jpg")
JUNK = {
    "cat/empty.png": (b"", "an empty file"),
    "cat/text.png": (b"this is a text", "not a picture"),
    "cat/cut.jpg": (JPEG[: len(JPEG) // 2], "damaged (image file is trunc"),
    "cat/readme.txt": (b"text", "not a picture by its name"),
    "cat/twin.png": (encoded(noise(0)), "the same picture as cat/000.png"),
    "stray.png": (encoded(noise(55)), "not in the folder of a class"),
    "cat/float.tif": (
        encoded(Image.fromarray(np.full((6, 6), np.nan, np.float32)), "tiff"),
        "floating-point pixels",
    ),
}


@pytest.mark.parametrize("packed", ["", ".tar.gz", ".zip"])
@pytest.mark.parametrize("name", JUNK)
def test_junk_is_left_out_and_reported(name, packed, tmp_path):
    content, reason = JUNK[name]
    clean = datasets.load(write(tmp_path / "clean", plain()))
    path = write(tmp_path / "pets", plain() | {name: content})
    if packed:
        path = pack(path, tmp_path / f"pets{packed}")
    with pytest.warns(UserWarning, match="1 files of .* are left out"):
        data = datasets.load(path)
    (line,) = data.skipped
    assert line.startswith(f"{name}: ") and reason in line
    assert "(1 files left out)" in data.form
    same(data, clean)
    with pytest.warns(UserWarning, match="left out"):  # from the cache too
        assert datasets.load(path).skipped == data.skipped


def test_other_things_that_are_left_out(tmp_path):
    files = parted() | {
        "val/cat/1.png": encoded(noise(50)),
        "test/cow/1.png": encoded(noise(51)),
    }
    folder = write(tmp_path / "pets", files)
    (folder / "train" / "empty").mkdir()
    (folder / "train" / "link").symlink_to(folder / "train" / "cat")
    (folder / "train" / "cat" / "gone.png").symlink_to(folder / "nowhere")
    with pytest.warns(UserWarning, match="5 files"):
        data = datasets.load(folder)
    assert list(data.skipped) == [
        "test/cow/1.png: no training pictures of the class cow",
        "train/cat/gone.png: cannot be read (No such file or directory)",
        "train/empty/: no picture in it",
        "train/link: a link to a folder",
        "val/cat/1.png: neither in train/ nor in test/",
    ]


def test_links_in_an_archive_are_not_followed(tmp_path):
    path = pack(write(tmp_path / "pets", plain()), tmp_path / "pets.tar")
    with tarfile.open(path, "a") as archive:
        link = tarfile.TarInfo("cat/link.png")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(link)
    with pytest.warns(UserWarning, match="left out"):
        data = datasets.load(path)
    assert data.skipped == ("cat/link.png: a link or a device",)


def test_too_large_a_file_or_picture(tmp_path, monkeypatch):
    files = plain() | {"cat/big.png": encoded(noise(5, 50, 50))}
    folder = write(tmp_path / "pets", files)
    zipped = pack(folder, tmp_path / "pets.zip")
    monkeypatch.setattr(folders, "MOST_PIXELS", 2_000)
    with pytest.warns(UserWarning, match=r"too large \(50x50 pixels\)"):
        datasets.load(folder)
    monkeypatch.setattr(folders, "MOST_FILE", 1_000)
    for path in (zipped, pack(folder, tmp_path / "pets.tar.xz")):
        with pytest.warns(UserWarning, match="larger than 100 MB"):
            datasets.load(path)
    monkeypatch.setattr(folders.files, "free_memory", lambda: 300)
    with pytest.raises(CourseError, match=r"more than .* GB of memory"):
        datasets.load(folder, size=7)


def test_size_scales_the_shorter_side_and_cuts_the_middle(tmp_path):
    picture = np.zeros((20, 40, 3), np.uint8)
    picture[:, 10:30] = 200
    files = plain() | {"cat/wide.png": encoded(picture)}
    folder = write(tmp_path / "pets", files)
    with pytest.raises(CourseError, match=r"differ in size .*size=64"):
        datasets.load(folder)
    data = datasets.load(folder, size=10)
    assert data.train.images.shape[1:] == (3, 10, 10)
    wide = data.test.images[1].int()  # the eighth picture of cats
    assert (wide - 200).abs().max() < 20


def test_gray_pictures_have_one_channel(tmp_path):
    files = {
        f"{label}/{n}.png": encoded(noise(10 * n + len(label), channels=1))
        for label in ("cat", "zebra")
        for n in range(4)
    }
    data = datasets.load(write(tmp_path / "gray", files))
    assert data.train.images.shape[1:] == (1, 6, 6)
    files["cat/color.png"] = encoded(noise(1))
    data = datasets.load(write(tmp_path / "mixed", files))
    assert data.train.images.shape[1:] == (3, 6, 6)


def pixels(image, suffix="png", **options):
    content = encoded(image, suffix, **options)
    array, _ = folders._picture(content, None)
    return array


def test_every_kind_of_pixel():
    red = Image.new("RGB", (2, 3), (200, 10, 20))
    assert pixels(red.convert("P")).shape == (3, 2, 3)
    assert pixels(red.convert("CMYK"), "tiff").shape == (3, 2, 3)
    assert pixels(Image.new("1", (2, 3), 1)).tolist() == [[255] * 2] * 3
    clear = Image.new("RGBA", (2, 3), (200, 10, 20, 0))
    assert (pixels(clear) == 255).all() and pixels(clear).ndim == 3
    assert pixels(Image.new("LA", (2, 3), (9, 0))).tolist() == [[255] * 2] * 3
    deep = Image.fromarray(np.full((3, 2), 0x8712, np.uint16))
    assert pixels(deep).tolist() == [[0x87] * 2] * 3
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by 90 degrees to look right
    assert pixels(red, "jpg", exif=exif).shape == (2, 3, 3)


def by_hand(width, height, kind, depth, rows=b""):
    """Return a PNG file with pixels that Pillow does not write."""

    def chunk(name, content):
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    head = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


def deep(kind, *pixel):
    """Return a PNG file of 2x1 equal pixels with 16 bits a channel."""
    values = struct.pack(f">{2 * len(pixel)}H", *2 * pixel)
    return by_hand(2, 1, kind, 16, b"\0" + values)


def frames(kind):
    black, white = (Image.new("RGB", (6, 6), c) for c in ("black", "white"))
    return encoded(black, kind, save_all=True, append_images=[white])


def turned_over():
    image = Image.fromarray(np.full((2, 2), 65_000, np.uint16))
    return encoded(image, "tiff", tiffinfo={262: 0})


UPPER = "the upper one never used"
UNCLEAR = {
    "gray 12 bits.png": (deep(0, 4_095), UPPER),
    "color 12 bits.png": (deep(2, 4_095, 0, 99), UPPER),
    "gray and alpha.png": (deep(4, 4_095, 65_535), UPPER),
    "alpha 12 bits.png": (deep(6, 65_535, 65_535, 65_535, 4_095), UPPER),
    "12 bits.tif": (encoded(np.full((2, 2), 4_095, np.uint16), "tiff"), UPPER),
    "12 bits.pgm": (b"P5 2 1 65535\n\x0f\xff\0\0", UPPER),
    "12 bits.ppm": (b"P6 1 1 65535\n" + b"\x0f\xff" * 3, UPPER),
    "whole.tif": (
        encoded(np.full((2, 2), 200, np.int32), "tiff"),
        "pixels with a sign",
    ),
    "lab.tif": (encoded(Image.new("LAB", (2, 2)), "tiff"), "of the kind LAB"),
    "over.tif": (turned_over(), "black and white changed over"),
    "moving.gif": (frames("gif"), "several pictures in one file"),
    "moving.webp": (frames("webp"), "several pictures in one file"),
    "moving.png": (frames("png"), "several pictures in one file"),
    "pages.tif": (frames("tiff"), "several pictures in one file"),
    "bomb.png": (by_hand(60_000, 60_000, 2, 8), "too large (more than 80"),
    "large.png": (by_hand(10_000, 9_000, 0, 1), "too large (10000x9000"),
    "page.png": (b"%!PS-Adobe-3.0 EPSF-3.0\n", "not a picture"),
}


@pytest.mark.parametrize("name", UNCLEAR)
def test_pictures_that_could_come_out_wrong_are_left_out(name, tmp_path):
    content, reason = UNCLEAR[name]
    folder = write(tmp_path / "pets", plain() | {f"cat/{name}": content})
    with pytest.warns(UserWarning) as said:
        data = datasets.load(folder, size=6)
    (line,) = data.skipped
    assert line.startswith(f"cat/{name}: ") and reason in line
    assert [w.category for w in said] == [UserWarning]  # none of Pillow's


def test_what_the_file_states_is_used():
    for content, wanted in (
        (deep(0, 65_535), [255, 255]),
        (deep(2, 65_535, 0, 32_896), [[255, 0, 128]] * 2),
        (b"P5 2 1 4095\n\x0f\xff\0\0", [255, 0]),
        (b"P2 2 1 4095\n4095 0\n", [255, 0]),
        (b"P5 2 1 15\n\x0f\0", [255, 0]),
        (b"P6 1 1 4095\n\x0f\xff\0\0\x0f\xff", [[255, 0, 255]]),
    ):
        array, _ = folders._picture(content, None)
        assert array[0].tolist() == wanted
    half = Image.new("RGBA", (1, 1), (0, 0, 0, 128))
    assert pixels(half).tolist() == [[[127] * 3]]
    clear = Image.new("P", (1, 1), 0)
    assert pixels(clear, transparency=0).tolist() == [[[255] * 3]]
    ink = Image.new("CMYK", (8, 8), (0, 255, 255, 0))
    red = pixels(ink, "jpg", quality=100)[0, 0]
    assert red[0] > 250 > 5 > red[1:].max()


def test_a_reason_goes_when_its_cause_goes(tmp_path, cache, monkeypatch):
    folder = write(tmp_path / "pets", plain() | {"cat/x.png": b"text"})
    bad, target = folder / "cat" / "x.png", tmp_path / "target.png"

    def skipped():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return datasets.load(folder).skipped

    assert skipped() and skipped()
    good = encoded(noise(900))
    bad.write_bytes(good[:100])
    assert "damaged" in skipped()[0]
    before = bad.stat()
    bad.write_bytes(good[:99] + b"?")  # of the same size and time
    os.utime(bad, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "damaged" in skipped()[0]
    bad.write_bytes(good)
    assert skipped() == ()
    bad.unlink()
    bad.symlink_to(target)
    assert "cannot be read (No such file" in skipped()[0]
    target.write_bytes(good)  # nothing in the folder has changed
    assert skipped() == ()
    before = target.stat()
    target.write_bytes(bytes(len(good)))
    os.utime(target, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "not a picture" in skipped()[0]
    target.write_bytes(b"")
    assert "an empty file" in skipped()[0]
    target.write_bytes(good)
    opened = folders.files.read

    def refused(path):
        if str(path).endswith("x.png"):
            raise PermissionError(13, "Permission denied")
        return opened(path)

    bad.touch()
    with monkeypatch.context() as patch:
        patch.setattr(folders.files, "read", refused)
        assert "cannot be read (Permission denied)" in skipped()[0]
    assert skipped() == ()  # it may be read now: nothing was kept
    bad.unlink()
    assert skipped() == ()


def special(kind, place):
    if kind == "pipe":
        os.mkfifo(place)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as end:
            short = os.path.relpath(place)
            end.bind(short if len(short) < len(str(place)) else str(place))
    else:
        place.symlink_to(kind)


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no devices")
@pytest.mark.parametrize("kind", ["pipe", "socket", "/dev/zero", "/dev/tty"])
def test_only_regular_files_are_opened(kind, tmp_path, monkeypatch):
    folder = write(tmp_path / "pets", plain())
    monkeypatch.chdir(folder)
    special(kind, folder / "cat" / "x.png")
    with pytest.warns(UserWarning, match="1 files"):
        data = datasets.load(folder)
    assert data.skipped == ("cat/x.png: cannot be read (not a regular file)",)
    monkeypatch.chdir(tmp_path)
    for suffix in (".zip", ".tar.gz"):
        special(kind, tmp_path / f"x{suffix}")
        with pytest.raises(CourseError, match="not a regular file"):
            datasets.load(tmp_path / f"x{suffix}")


def test_files_that_state_no_length(tmp_path):
    folder = write(tmp_path / "pets", plain())
    (folder / "cat" / "x.png").symlink_to("/proc/self/maps")
    (folder / "cat" / "y.png").touch()
    os.truncate(folder / "cat" / "y.png", 10**11)  # a hole
    (folder / "cat" / "z.png").mkdir()
    with pytest.warns(UserWarning, match="3 files"):
        data = datasets.load(folder)
    assert data.skipped[1:] == (
        "cat/y.png: larger than 100 MB",
        "cat/z.png/: no picture in it",
    )


@pytest.mark.parametrize(
    "name", [b"c\xe4t", b"c\nt\x1b[31m", b"c\xff\xfe", "猫".encode(), b"-"]
)
def test_names_of_any_bytes_are_printed_safely(name, tmp_path):
    top = os.path.join(os.fsencode(tmp_path), name + b"s")
    for seed, label in enumerate((name, b"dog")):
        os.makedirs(os.path.join(top, label))
        for n in range(4):
            path = os.path.join(top, label, name + b"%d.png" % n)
            with open(path, "wb") as file:
                file.write(encoded(noise(10 * n + seed)))
    with open(os.path.join(top, name + b".txt"), "wb"):
        pass
    for _ in range(2):  # decoded, and from the cache
        with pytest.warns(UserWarning, match="1 files") as said:
            data = datasets.load(tmp_path.__class__(os.fsdecode(top)))
        shown = f"{data.form} {data.name} {data.classes} {data.skipped}"
        shown += str(said[0].message)
        assert len(data.classes) == 2
        assert shown.isprintable()
    with pytest.raises(CourseError) as error:
        datasets.load(tmp_path.__class__(os.fsdecode(top + b"x")))
    assert str(error.value).isprintable()


def tarred(tmp_path, *entries, tail=bytes(1024), suffix=".tar.gz"):
    """Pack entries, (name, content, changes of the header), as they are."""
    pack = gzip.compress if suffix == ".tar.gz" else bytes
    parts = []
    for name, content, changes in entries:
        entry = tarfile.TarInfo(name)
        entry.size = len(content)
        for key, value in changes.items():
            setattr(entry, key, value)
        parts.append(entry.tobuf(tarfile.GNU_FORMAT))
        parts.append(content + bytes(-len(content) % 512))
    path = tmp_path / f"pets{suffix}"
    path.write_bytes(pack(b"".join(parts) + tail))
    return path


GOOD = [(name, content, {}) for name, content in plain().items()]


def test_strange_entries_of_a_tar_are_left_out(tmp_path):
    kinds = {
        "link": (tarfile.SYMTYPE, "/etc/hostname"),
        "hard": (tarfile.LNKTYPE, "cat/000.png"),
        "pipe": (tarfile.FIFOTYPE, ""),
        "device": (tarfile.CHRTYPE, ""),
        "disk": (tarfile.BLKTYPE, ""),
    }
    entries = GOOD + [
        (f"cat/{name}.png", b"", {"type": kind, "linkname": place})
        for name, (kind, place) in kinds.items()
    ]
    odd = encoded(noise(700))
    entries += [("../../cat/up.png", odd, {}), ("/cat/top.png", odd, {})]
    entries += [("cat/000.png", odd, {}), ("n" * 90 + "/x" * 5, b"", {})]
    with pytest.warns(UserWarning, match="files"):
        data = datasets.load(tarred(tmp_path, *entries), validation=0)
    assert set(data.skipped) == {
        *(f"cat/{name}.png: a link or a device" for name in kinds),
        "../../cat/up.png: a path that leads outside",
        "cat/000.png (again): a second file of this name",
        "n" * 90 + "/x" * 5 + ": not a picture by its name",
    }
    assert len(data.train) + len(data.test) == 15
    assert not list(tmp_path.glob("**/up.png"))


PACKED = "unpacks to far more than its"


def zeros(count):
    return bytes(count)


@pytest.mark.parametrize(
    ("words", "entries", "tail"),
    [
        (PACKED, [("pax", zeros(10**6), {"type": tarfile.XHDTYPE})], b""),
        (PACKED, [("g", zeros(10**6), {"type": tarfile.XGLTYPE})], b""),
        (
            PACKED,
            [("name", b"n" * 10**6, {"type": tarfile.GNUTYPE_LONGNAME})],
            b"",
        ),
        (PACKED, [("cat/x.txt", b"", {"size": 10**12})], zeros(10**6)),
        ("damaged", [*GOOD, ("cat/x.png", b"", {"size": -512})], bytes(9999)),
        ("damaged", [*GOOD], bytes(10**5) + b"x"),
        ("damaged", [*GOOD], b""),
    ],
    ids=["pax", "global", "name", "file", "negative", "tail", "cut"],
)
@pytest.mark.parametrize("suffix", [".tar", ".tar.gz"])
def test_tar_bombs_are_refused(words, entries, tail, suffix, tmp_path):
    path = tarred(tmp_path, *entries, tail=tail, suffix=suffix)
    with pytest.raises(CourseError, match=words):
        datasets.load(path)


def test_zeros_behind_the_end_of_a_tar_take_no_memory(tmp_path):
    path = tarred(tmp_path, *GOOD)
    assert len(datasets.load(path).classes) == 2
    tracemalloc.start()
    with path.open("ab") as file:  # further members of the gzip file
        file.write(gzip.compress(bytes(10**7)) * 200)
    with pytest.raises(CourseError, match="the end is missing"):
        datasets.load(path)
    assert tracemalloc.get_traced_memory()[1] < 5 * 10**7
    tracemalloc.stop()


def lying(path, stated):
    """Change the length that a zip file states for its last entry."""
    whole = bytearray(path.read_bytes())
    for magic, offset in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        at = whole.rindex(magic) + offset
        whole[at : at + 4] = struct.pack("<I", stated)
    path.write_bytes(whole)
    return path


@pytest.mark.parametrize("method", [8, 12, 14], ids=["zip", "bz2", "lzma"])
def test_zip_files_that_lie_about_a_length(method, tmp_path):
    path = tmp_path / "pets.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in plain().items():
            archive.writestr(name, content)
        archive.writestr("cat/x.png", bytes(10**8), method)
    lying(path, 100)
    start = time.process_time()
    if method == 8:
        with pytest.raises(CourseError, match=r"damaged.*Bad CRC"):
            datasets.load(path)
    else:
        with pytest.warns(UserWarning, match="packed in another way"):
            datasets.load(path)
    assert time.process_time() - start < 2
    with pytest.raises(CourseError, match=PACKED):
        datasets.load(lying(path, 2**31))


def test_overlapping_entries_and_doubled_names_of_a_zip(tmp_path):
    path = tmp_path / "pets.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("cat/a.png", bytes(10**7))
    whole = path.read_bytes()
    at, end = whole.index(b"PK\1\2"), whole.index(b"PK\5\6")
    last = bytearray(whole[end:])
    last[8:12] = struct.pack("<HH", 1000, 1000)
    last[12:16] = struct.pack("<I", 1000 * (end - at))
    path.write_bytes(whole[:at] + whole[at:end] * 1000 + last)
    with pytest.raises(CourseError, match=PACKED):
        datasets.load(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in plain().items():
                archive.writestr(name, content)
            archive.writestr("dog/000.png", encoded(noise(700)))
            archive.writestr("../cat/x.png", encoded(noise(701)))
            archive.writestr("C:\\cat\\y.png", encoded(noise(702)))
            archive.writestr("cat/" + "n" * 60_000 + ".png", b"")
            archive.writestr("d/" * 300 + "x.png", encoded(noise(703)))
    with pytest.warns(UserWarning) as said:
        data = datasets.load(path)
    assert len(str(said[0].message)) < 500
    assert sorted(line.split(": ")[1] for line in data.skipped) == [
        "a path that leads outside",
        "a second file of this name",
        "too long a name",
        "too long a name",
    ]


def test_bounds_are_looked_at(tmp_path, monkeypatch):
    black = np.zeros((900, 900), np.uint8)
    files = {f"{c}/{n}.png": encoded(black + n) for c in "ab" for n in (1, 2)}
    files |= {f"b/{n}.png": encoded(black + n) for n in (3, 4)}
    folder = write(tmp_path / "pets", files)
    with monkeypatch.context() as patch:
        patch.setattr(folders, "MOST_FILES", 5)
        for path in (folder, pack(folder, tmp_path / "pets.tar")):
            with pytest.raises(CourseError, match="holds more than 5 files"):
                datasets.load(path)
    with monkeypatch.context() as patch:
        patch.setattr(folders, "SMALL_PIXELS", 10**6)
        patch.setattr(folders, "PIXELS_A_BYTE", 100)
        with pytest.raises(CourseError, match=PACKED):
            datasets.load(folder, size=8)
    with monkeypatch.context() as patch:
        patch.setattr(folders, "SMALL_BYTES", 10**6)
        with pytest.raises(CourseError, match=r"more than 0\.0 GB of memory"):
            datasets.load(folder)
        with pytest.warns(UserWarning, match="the same picture"):
            datasets.load(folder, size=8)
    large = write(folder, {"a/large.png": by_hand(9_000, 8_000, 0, 1)})
    monkeypatch.setattr(folders.files, "free_memory", lambda: 10**8)
    with pytest.raises(
        CourseError, match=r"Pictures of 9000x8000 pixels take"
    ):
        datasets.load(large, size=8)


def test_nothing_to_learn(tmp_path):
    def message(files, name):
        with pytest.raises(CourseError) as raised:
            datasets.load(write(tmp_path / name, files))
        assert name in str(raised.value)
        return str(raised.value)

    (tmp_path / "none").mkdir()
    assert "nothing is in there" in message({}, "none")
    assert "of 1 classes ['cat']" in message(plain(3, ["cat"]), "one")
    loose = {f"{n}.png": encoded(noise(n)) for n in range(4)}
    assert "not in the folder of a class" in message(loose, "loose")
    bad = {"cat/1.png": b"x", "dog/1.png": b"", "dog/2.txt": b"x"}
    assert "cat/1.png: not a picture; dog/1.png" in message(bad, "bad")
    assert "no picture for the test" in message(plain(1), "few")
    with pytest.raises(CourseError, match="no folder or archive at"):
        datasets.load(tmp_path / "absent.zip")
    (tmp_path / "notes.txt").write_text("text")
    with pytest.raises(CourseError, match="neither a folder nor an archive"):
        datasets.load(tmp_path / "notes.txt")


@pytest.mark.parametrize("suffix", [".tar", ".tar.xz", ".tar.gz", ".zip"])
def test_archive_cut_short_anywhere(suffix, tmp_path):
    source = write(tmp_path / "pets", plain())
    whole = pack(source, tmp_path / f"pets{suffix}").read_bytes()
    if suffix == ".tar":  # where nothing is missing but padding
        whole = whole.rstrip(b"\0") + bytes(1024)
    step = max(1, len(whole) // 25)
    ends = {*range(0, len(whole) - 1, step), len(whole) - 513} & {
        *range(len(whole) - 1)
    }
    if suffix == ".tar":
        ends |= set(range(0, len(whole) - 1024, 512 * 5))
    for end in sorted(ends):
        path = tmp_path / f"cut{suffix}"
        path.write_bytes(whole[:end])
        with pytest.raises(CourseError, match="damaged, cut short or locked"):
            datasets.load(path)


@pytest.mark.parametrize("suffix", [".tar", ".tar.xz", ".tar.gz", ".zip"])
def test_archive_with_a_wrong_byte_is_refused_or_reported(suffix, tmp_path):
    flat = {  # unlike noise, a compressor makes them small
        f"{label}/{n}.bmp": encoded(
            np.full((30, 30), 9 * n + k, np.uint8), "bmp"
        )
        for k, label in enumerate(("cat", "dog"))
        for n in range(7)
    }
    source = write(tmp_path / "pets", flat)
    path = pack(source, tmp_path / f"pets{suffix}")
    whole, clean = path.read_bytes(), datasets.load(path)
    numbers, refused = random.Random(0), 0
    for _ in range(60):
        damaged = bytearray(whole)
        damaged[numbers.randrange(len(whole))] ^= 1 << numbers.randrange(8)
        path.write_bytes(damaged)
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            try:
                data = datasets.load(path)
            except CourseError:
                refused += 1
                continue
        if suffix in (".tar.xz", ".tar.gz") and not said:
            same(data, clean)  # a byte that means nothing
    assert refused or suffix == ".tar"  # a tar has no sums of its contents


def test_damaged_header_is_not_the_end_of_a_tar(tmp_path):
    path = pack(write(tmp_path / "pets", plain()), tmp_path / "pets.tar")
    with tarfile.open(path) as archive:
        middle = archive.getmembers()[8]
    whole = bytearray(path.read_bytes())
    whole[middle.offset + 150] ^= 1  # in the header's own checksum
    path.write_bytes(whole)
    with pytest.raises(CourseError, match="damaged, cut short"):
        datasets.load(path)


def test_locked_zip_is_refused(tmp_path):
    path = pack(write(tmp_path / "pets", plain()), tmp_path / "pets.zip")
    whole = path.read_bytes()
    for magic, flag in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        parts = whole.split(magic)
        for number, part in enumerate(parts[1:], 1):
            at = flag - 4
            changed = bytes([part[at] | 1]) + part[at + 1 :]
            parts[number] = part[:at] + changed
        whole = magic.join(parts)
    path.write_bytes(whole)
    with pytest.raises(CourseError, match=r"locked \(.*password"):
        datasets.load(path)


def test_decoded_once(tmp_path, cache, monkeypatch):
    folder = write(tmp_path / "pets", plain())
    first = datasets.load(folder)
    (kept,) = cache.iterdir()

    def fail(*arguments):
        raise AssertionError("decoded again")

    with monkeypatch.context() as patch:
        patch.setattr(folders, "_decoded", fail)
        same(datasets.load(folder), first)
        with pytest.raises(AssertionError):  # another size, another file
            datasets.load(folder, size=8)
    # A new picture counts at once, and the old file is replaced.
    write(folder, {"dog/new.png": encoded(noise(999))})
    data = datasets.load(folder, validation=0)
    assert len(data.train) + len(data.test) == 15
    assert list(cache.iterdir()) == [kept]


def test_damaged_cache_is_not_used(tmp_path, cache):
    folder = write(tmp_path / "pets", plain(40))
    first = datasets.load(folder)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    middle = whole.index(first.test.images[0].numpy().tobytes())
    flipped = bytearray(whole)
    flipped[middle] ^= 1
    for content in (flipped, whole[:-100], b"", b"text", whole[:middle]):
        kept.write_bytes(content)
        same(datasets.load(folder), first)
        assert kept.read_bytes() == whole


def test_cache_that_cannot_be_written(tmp_path, cache, monkeypatch):
    folder = write(tmp_path / "pets", plain())
    first = datasets.load(folder)
    shutil.rmtree(cache)

    def full(*arguments, **options):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(np, "save", full)
        with pytest.warns(UserWarning, match="No space left on device"):
            same(datasets.load(folder), first)
    assert list(cache.iterdir()) == []
    shutil.rmtree(cache.parent)
    cache.parent.write_text("in the way")
    with pytest.warns(UserWarning, match="could not be kept"):
        same(datasets.load(folder), first)


NAMES = st.sampled_from(["cat", "dog", "train", "test", "a", "val", ".x"])
FILES = st.dictionaries(
    st.builds(
        lambda folders, name: "/".join([*folders, name]),
        st.lists(NAMES, max_size=4),
        st.text(string.ascii_letters, min_size=1, max_size=3).map(
            lambda stem: f"{stem}.png"
        ),
    ),
    st.one_of(
        st.binary(max_size=20),
        st.builds(
            lambda seed, side, channels: encoded(
                noise(seed, side, side + seed % 2, channels)
            ),
            st.integers(0, 50),
            st.integers(1, 9),
            st.sampled_from([1, 3]),
        ),
        st.integers(1, len(JPEG)).map(lambda end: JPEG[:end]),
    ),
    max_size=12,
)


@settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(files=FILES, size=st.sampled_from([None, 1, 8]))
def test_any_folder_gives_data_or_a_sentence(files, size, tmp_path):
    folder = tmp_path / "any"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        path = folder / name
        if not any(p.is_file() for p in path.parents) and not path.is_dir():
            write(folder, {name: content})
    there = [p for p in folder.rglob("*.png") if p.is_file()]
    there = [p for p in there if "/." not in str(p.relative_to(tmp_path))]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            data = datasets.load(folder, size=size, validation=0)
        except CourseError as error:
            assert str(folder) in str(error)
            return
    files = [s for s in data.skipped if not s.split(": ")[0].endswith("/")]
    assert len(data.train) + len(data.test) + len(files) == len(there)
    assert len(data.train) and len(data.test)
    assert data.normalize(data.train.images).isfinite().all()
    assert len(set(data.train.labels.tolist())) == len(data.classes) > 1
