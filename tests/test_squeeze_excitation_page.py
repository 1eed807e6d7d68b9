"""The explorers of squeeze-and-excitation show what the package computes.

Chromium opens them from the file system, under the policy of the book's
pages; gates and answers are compared on random settings.
"""

import re

import matplotlib.pyplot as plt
import pytest
import torch
from pages import ROUNDING, assert_fits, off, said, start

from cnncourse import datasets, live
from cnncourse.datasets.signals import DIRECTIONS, signals
from cnncourse.runs.excitation import gates

GATED = "context-gates-page-signals"
PLAIN = "context-none-page-signals"
LAMPS = "blue", "orange"


@pytest.fixture(scope="module")
def drawn():
    return signals(32, size=14, seed=2)


@pytest.fixture(scope="module")
def data(drawn):
    """The pictures of the page as the test part."""
    data = datasets.load("signals")
    images = torch.from_numpy(drawn.images)
    part = datasets.Split(images, torch.from_numpy(drawn.labels))
    return datasets.Data(
        data.name, data.form, data.classes, data.train, data.validation,
        part, data.mean, data.std,
    )  # fmt: skip


@pytest.fixture(scope="module")
def explorers():
    return {
        name: live.Explorer(
            "squeeze_excitation",
            networks,
            caption="Gates that open and close.",
            alt="A picture of two arrows and a lamp, and twelve gates.",
            picture=plt.figure(),
        )
        for name, networks in (
            ("paint", [GATED, PLAIN]),
            ("exchange", [GATED]),
        )
    }


@torch.no_grad()
def answered(model, data, images):
    """Return which direction a network names, and how surely in percent."""
    shares = model(data.normalize(images)).softmax(1)
    best = shares.max(1)
    return best.indices.tolist(), (100 * best.values).tolist()


@torch.no_grad()
def with_gates(model, data, images, values):
    """Return which directions are named when these gates are used."""
    hook = model.features[6].gate.register_forward_hook(
        lambda _, __, output: values.expand(len(output), -1).view_as(output)
    )
    try:
        return answered(model, data, images)[0]
    finally:
        hook.remove()


@pytest.mark.parametrize("name", [GATED, PLAIN])
def test_the_networks_equal_the_package(lab, data, name):
    images = torch.randn(
        32, 3, 14, 14, generator=torch.Generator().manual_seed(1)
    )
    images[::2] = data.normalize(data.test.images[:16])
    model = live.load(name)
    assert off(lab.outputs(name, images), model, images) < ROUNDING
    assert live._script(name).stat().st_size < 100_000


def test_the_pictures_are_the_packages(lab, explorers, drawn):
    page = start(lab, explorers["exchange"])
    found = page.evaluate(
        "() => Array.from({length: 32}, (_, i) => [...cnncourse.signal(i)])"
    )
    expected = torch.from_numpy(drawn.images).flatten(1)
    assert torch.equal(torch.tensor(found).byte(), expected)
    for i, label in enumerate(drawn.labels):
        page.get_by_label("32 pictures").click(
            position=spot(page, 2 * (i % 8) + 1, 2 * (i // 8) + 1)
        )
        lamp = LAMPS[int(drawn.factors["lamp"][i])]
        light, dark = (
            DIRECTIONS[int(drawn.factors[name][i])]
            for name in ("light", "dark")
        )
        said(
            page,
            f"Picture {i + 1}: light arrow {light}, dark arrow {dark}, lamp "
            f"{lamp}, so the answer is {DIRECTIONS[label]}",
        )
    page.close()


def spot(page, x, y):
    """Return a place on the grid in half pictures, in pixels on the screen."""
    box = page.get_by_label("32 pictures").bounding_box()
    return {"x": x * box["width"] / 16, "y": y * box["height"] / 8}


def painted(page) -> torch.Tensor:
    """Return the bytes of the canvas as a picture of the package."""
    values = page.evaluate(
        "() => { const canvas = document.querySelector('.cnn-se canvas');"
        "return [...canvas.getContext('2d').getImageData(0, 0, 14, 14).data]}"
    )
    return torch.tensor(values).view(14, 14, 4)[..., :3].permute(2, 0, 1)


def test_painting_answers_as_the_package(lab, explorers, data):
    page = start(lab, explorers["paint"])
    models = [live.load(name) for name in (GATED, PLAIN)]
    draws = torch.Generator().manual_seed(2)
    brushes = "blue", "orange", "light", "dark", "ground"
    box = page.locator(".cnn-se canvas").bounding_box()
    for _ in range(12):
        i, brush, *places = (
            int(torch.randint(most, (), generator=draws))
            for most in (32, 5, 14, 14, 14, 14)
        )
        page.get_by_label("Picture", exact=True).fill(str(i + 1))
        page.get_by_label(brushes[brush], exact=True).check()
        for x, y in (places[:2], places[2:]):
            page.mouse.click(
                box["x"] + (x + 0.5) * box["width"] / 14,
                box["y"] + (y + 0.5) * box["height"] / 14,
            )
        picture = painted(page).byte()[None]
        before = data.test.images[i : i + 1]
        assert (picture != before).any()
        page.wait_for_timeout(300)  # what was said of the first dab is over
        text = said(page, "^Painted.*Trained without: ")
        parts = [
            gates(models[0], replaced(data, images))[0][0]
            for images in (before, picture)
        ]
        moved = int(((parts[1] - parts[0]).abs() > 0.2).sum())
        opened = int((parts[1] > 0.5).sum())
        numbers = [int(n) for n in re.findall(r"(\d+) of 12", text)]
        assert numbers == [moved, opened]
        words = "With gates", "Trained without"
        for model, word in zip(models, words, strict=True):
            (winner,), (sure,) = answered(model, data, picture)
            found = re.search(rf"{word}: (\w+) \((\d+) %\)", text)
            assert abs(int(found[2]) - sure) < 1.01
            assert found[1] == DIRECTIONS[winner] or sure < 51
    page.close()


def replaced(data, images):
    """Return data with these pictures as its test part."""
    labels = torch.zeros(len(images), dtype=torch.int64)
    part = datasets.Split(images, labels)
    return datasets.Data(
        data.name, data.form, data.classes, data.train, data.validation,
        part, data.mean, data.std,
    )  # fmt: skip


def test_the_other_lamp_changes_one_answer_only(lab, explorers, drawn):
    page = start(lab, explorers["paint"])
    for i in range(0, 32, 5):
        page.get_by_label("Picture", exact=True).fill(str(i + 1))
        light, dark = (int(drawn.factors[k][i]) for k in ("light", "dark"))
        lamp = int(drawn.factors["lamp"][i])
        now, after = (DIRECTIONS[k] for k in (light, dark)[:: 1 - 2 * lamp])
        said(page, f"^Picture {i + 1}:")
        page.get_by_role("button", name="Other lamp").click()
        other = LAMPS[1 - lamp]
        said(
            page,
            f"^Painted: lamp {other}, so the answer is {after}\\..*"
            f"With gates: {after} ",
        )
        page.get_by_role("button", name="As it was").click()
        said(page, f"^Picture {i + 1}:.*With gates: {now} ")
    page.close()


def test_keys_move_the_brush_and_paint(lab, explorers):
    page = start(lab, explorers["paint"])
    before = painted(page)
    page.get_by_label("orange", exact=True).check()
    page.focus(".cnn-se canvas")
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", " "):
        page.keyboard.press(key)
    said(page, "^Painted")
    after = painted(page)
    changed = (before != after).any(0)
    assert changed[3:6, 2:5].all()
    assert changed.sum() == 9
    assert after[:, 4, 3].tolist() == [237, 95, 24]
    page.close()


def test_exchanged_gates_answer_as_the_package(lab, explorers, data):
    page = start(lab, explorers["exchange"])
    model = live.load(GATED)
    own = gates(model, data)[0]
    images, labels = data.test.images, data.test.labels
    draws = torch.Generator().manual_seed(3)
    ways = (
        ("the mean of all", "the mean gates", own.mean(0)),
        ("all fully open", "all gates fully open", torch.ones(12)),
        ("its own", "its own gates", own),
    )
    for label, words, values in ways:
        page.get_by_label(label, exact=True).check()
        text = said(page, f"With {words} the network")
        check(text, with_gates(model, data, images, values), labels)
    page.get_by_label("of one picture, for all", exact=True).check()
    for _ in range(6):
        donor = int(torch.randint(32, (), generator=draws))
        page.get_by_label("gates of picture", exact=True).fill(str(donor + 1))
        text = said(page, f"With the gates of picture {donor + 1} the")
        check(text, with_gates(model, data, images, own[donor]), labels)
        assert_framed(page, donor)
    page.close()


def assert_framed(page, donor):
    """The dashed frame lies on the picture that gives its gates."""
    grid = page.get_by_label("32 pictures").bounding_box()
    frame = page.locator(".cnn-se-giver").bounding_box()
    column = (frame["x"] + frame["width"] / 2 - grid["x"]) / grid["width"]
    row = (frame["y"] + frame["height"] / 2 - grid["y"]) / grid["height"]
    assert (int(8 * column), int(4 * row)) == (donor % 8, donor // 8)


def check(text, found, labels):
    right = int((torch.tensor(found) == labels).sum())
    said_right = int(re.search(r"it gets (\d+) right\.", text)[1])
    word = "right" if found[0] == labels[0] else "wrong"
    assert f"which is {word};" in text
    assert abs(said_right - right) <= 1  # a tie may fall the other way
    assert f"network says {DIRECTIONS[found[0]]} " in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["paint", "exchange"])
def test_the_explorers_fit_every_page(lab, explorers, name, width, scheme):
    page = start(lab, explorers[name], width, scheme)
    assert_fits(page, width)
    page.close()
