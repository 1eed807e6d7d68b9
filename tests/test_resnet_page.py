"""The explorers of the ResNet chapter show what the package computes.

Chromium opens them from the file system, under the policy of the book's
pages; signals and answers are compared on random settings.
"""

import math
import re

import matplotlib.pyplot as plt
import pytest
import torch
from pages import ROUNDING, assert_fits, first_pictures, off, said, start
from torch.nn import functional as F

from cnncourse import datasets, live
from cnncourse.architectures.batchnorm import BatchNorm1d
from cnncourse.runs.depth import removed
from cnncourse.training import right

NETWORKS = ["resnet20-page-shapes", "plain20-page-shapes"]
WIDTH, BATCH, EACH = 32, 16, 5
REMOVABLE = "1.0", "1.1", "1.2", "2.1", "2.2", "3.1", "3.2"


@pytest.fixture(scope="module")
def gallery():
    """The first five test pictures of each class, and nothing else."""
    data = datasets.load("shapes", size=16, validation=0)
    return first_pictures(data, EACH)


@pytest.fixture(scope="module")
def explorers():
    return {
        name: live.Explorer(
            "resnet",
            networks,
            caption="Signals and blocks.",
            alt="Signals through many layers, and blocks of a network.",
            picture=plt.figure(),
        )
        for name, networks in (("signals", []), ("blocks", NETWORKS))
    }


def normals(seed: int):
    """Yield what mulberry32 and Box and Muller draw."""

    def uniform() -> float:
        nonlocal state
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        t = state
        t = ((t ^ (t >> 15)) * (t | 1)) & 0xFFFFFFFF
        t ^= (t + (t ^ (t >> 7)) * (t | 61)) & 0xFFFFFFFF
        return (t ^ (t >> 14)) / 2**32

    state = seed
    while True:
        radius = math.sqrt(-2 * math.log(1 - uniform()))
        yield radius * math.cos(2 * math.pi * uniform())


def signals(depth, gain, norm, shortcut, seed):
    """Return mean squares forward and backward, by autograd."""
    draw = normals(seed)

    def drawn(*shape):
        values = [next(draw) for _ in range(math.prod(shape))]
        return torch.tensor(values, dtype=torch.float64).view(shape)

    x = drawn(WIDTH, BATCH).T.requires_grad_()
    last = drawn(WIDTH, BATCH).T
    kept = [x]
    for _ in range(depth):
        weight = drawn(WIDTH, WIDTH) * gain * math.sqrt(2 / WIDTH)
        y = BatchNorm1d(WIDTH, affine=False).double()(x) if norm else x
        y = F.linear(F.relu(y), weight)
        x = x + y if shortcut else y
        x.retain_grad()
        kept.append(x)
    (x * last).sum().backward()
    return (
        torch.stack([x.detach().square().mean() for x in kept]),
        torch.stack([x.grad.square().mean() for x in kept]),
    )


def test_signals_are_those_of_autograd(lab, explorers):
    draws = torch.Generator().manual_seed(0)
    page = start(lab, explorers["signals"])
    for trial in range(24):
        setting = {
            "depth": int(torch.randint(2, 101, (), generator=draws)),
            "gain": float(torch.randint(10, 41, (), generator=draws)) / 20,
            "norm": trial % 2 == 0,
            "shortcut": trial % 4 < 2,
            "seed": trial + 1,
        }
        found = page.evaluate("s => cnncourse.signals(s)", setting)
        forward, backward = signals(**setting)
        for given, wanted in (
            (found["forward"], forward),
            (found["backward"], backward),
        ):
            given = torch.tensor(given, dtype=torch.float64)
            assert torch.allclose(given, wanted, rtol=1e-6, atol=0), setting
    page.close()


def test_what_the_signals_say(lab, explorers):
    page = start(lab, explorers["signals"])
    text = said(page, "56 layers, batch norm, weights 1.00 times He's")
    _, backward = signals(56, 1.0, True, False, 1)
    ratio = float(backward[0] / backward[-1])
    power = math.floor(math.log10(ratio))
    raised = str(power).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    assert f"{ratio / 10**power:.1f} · 10{raised} times that" in text
    page.get_by_label("nothing", exact=True).check()
    page.get_by_label("Layers", exact=True).fill("20")
    page.get_by_label("Start, times He's", exact=True).fill("0.5")
    text = said(page, "20 layers, no norm, weights 0.50 times He's")
    page.get_by_text("Draw new weights").click()
    page.wait_for_function(
        "t => document.querySelector('.cnn-says').textContent !== t", arg=text
    )
    page.focus("input[type=range]")
    page.keyboard.press("ArrowRight")
    said(page, "21 layers")
    page.close()


@pytest.mark.parametrize("name", NETWORKS)
def test_the_networks_equal_the_package(lab, gallery, name):
    images = torch.randn(
        20, 3, 16, 16, generator=torch.Generator().manual_seed(1)
    )
    images[::2] = gallery.normalize(gallery.test.images[:10])
    model = live.load(name)
    assert off(lab.outputs(name, images), model, images) < ROUNDING
    assert live._script(name).stat().st_size < 100_000


def test_networks_without_blocks_answer_as_the_package(
    lab, explorers, gallery
):
    page = start(lab, explorers["blocks"])
    models = [live.load(name) for name in NETWORKS]
    draws = torch.Generator().manual_seed(2)
    gone: list[str] = []
    for trial in range(9):
        if trial:
            few = int(torch.randint(1, 4, (), generator=draws))
            order = torch.randperm(len(REMOVABLE), generator=draws)[:few]
            gone = sorted(REMOVABLE[k] for k in order)
        for name in REMOVABLE:
            page.get_by_label(name, exact=True).set_checked(name not in gone)
        words = f"without {', '.join(gone)}" if gone else "nothing taken out"
        text = said(page, f", {re.escape(words)}:.*plain.*of 50\\.")
        counts = [int(n) for n in re.findall(r"names (\d+) of", text)]
        for model, count in zip(models, counts, strict=True):
            wanted = (
                removed(model, gallery, [f"stage{name}" for name in gone])
                if gone
                else right(model, gallery, gallery.test)
            )
            assert abs(count - int(wanted.sum())) <= 1  # ties
    assert page.get_by_label("2.0", exact=True).is_disabled()
    page.close()


def test_keys_choose_the_picture(lab, explorers):
    page = start(lab, explorers["blocks"])
    said(page, "A ring, nothing taken out.*plain.*50\\.")
    page.focus(".cnn-res canvas")
    page.keyboard.press("ArrowRight")
    said(page, "A half-disc")
    page.focus("input[type=checkbox]")
    page.keyboard.press("Space")
    said(page, "A half-disc, without 1.0")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["signals", "blocks"])
def test_the_explorers_fit_every_page(lab, explorers, name, width, scheme):
    page = start(lab, explorers[name], width, scheme)
    said(page, "plain|Plain")
    assert_fits(page, width)
    page.close()
