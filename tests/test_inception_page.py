"""The explorers of the Inception chapter show what the package computes.

Chromium opens them from the file system, under the policy of the book's
pages; costs and answers are compared on random settings.
"""

import re

import matplotlib.pyplot as plt
import pytest
import torch
from pages import ROUNDING, assert_fits, first_pictures, off, said, start

from cnncourse import datasets, live, summary
from cnncourse.architectures.googlenet import GOOGLENET
from cnncourse.architectures.inception import Inception, NaiveInception
from cnncourse.runs.measures import branches, silenced
from cnncourse.training import right

NETWORK = "googlenet_mini_32-page-shapes"
SLIDERS = "1x1", "3x3 reduce", "3x3", "5x5 reduce", "5x5", "pool proj"
MODULES = "3a", "3b", "4a", "4b", "5a"
NAMES = "1x1", "3x3", "5x5", "pooling"
EACH = 5
READS = dict(
    zip(GOOGLENET, (192, 256, 480, 512, 512, 512, 528, 832, 832), strict=True)
)
SIDES = dict(zip(GOOGLENET, (28,) * 2 + (14,) * 5 + (7,) * 2, strict=True))


@pytest.fixture(scope="module")
def gallery():
    """The first five test pictures of each class, and nothing else."""
    data = datasets.load("shapes", size=16, validation=0)
    return first_pictures(data, EACH)


@pytest.fixture(scope="module")
def explorers():
    return {
        name: live.Explorer(
            "inception",
            networks,
            caption="A module of branches.",
            alt="A module of branches and what each of them makes.",
            picture=plt.figure(),
        )
        for name, networks in (("widths", []), ("silence", [NETWORK]))
    }


def test_the_network_equals_the_package(lab, gallery):
    images = torch.randn(
        30, 3, 16, 16, generator=torch.Generator().manual_seed(1)
    )
    images[::2] = gallery.normalize(gallery.test.images[:15])
    model = live.load(NETWORK)
    assert off(lab.outputs(NETWORK, images), model, images) < ROUNDING
    assert live._script(NETWORK).stat().st_size < 100_000


def expected(name: str, widths: list[int], reduced: bool) -> str:
    """Return what the explorer has to say, counted in the package."""
    reads, side = READS[name], SIDES[name]
    one, _, three, _, five, _ = widths
    modules = {
        True: Inception(reads, tuple(widths)),
        False: NaiveInception(reads, one, three, five),
    }
    macs = {
        key: summary.cost(module, (reads, side, side))[1]
        for key, module in modules.items()
    }
    with torch.no_grad():
        maps = {
            key: module(torch.zeros(1, reads, 2, 2)).shape[1]
            for key, module in modules.items()
        }
    weights = sum(
        p.numel() for p in modules[reduced].parameters() if p.ndim == 4
    )
    text = (
        f"Module {name} reads {reads} maps of {side}x{side} and gives "
        f"{maps[reduced]}: {weights:,} weights, {macs[reduced] / 1e6:.1f} M"
    )
    if reduced:
        text += (
            " MACs. Without reductions: "
            f"{macs[False] / 1e6:.1f} M MACs and {maps[False]} maps."
        )
    return text


def turn(page, label: str, value: int) -> None:
    page.get_by_label(label, exact=True).fill(str(value))


def test_widths_cost_what_the_package_counts(lab, explorers):
    page = start(lab, explorers["widths"])
    draws = torch.Generator().manual_seed(2)
    names = list(GOOGLENET)
    for name in names:  # as published
        page.get_by_label("Module", exact=True).select_option(name)
        said(page, re.escape(expected(name, list(GOOGLENET[name]), True)))
    for _ in range(15):
        name = names[int(torch.randint(9, (), generator=draws))]
        reduced = bool(torch.randint(2, (), generator=draws))
        widths = torch.randint(1, 180, (6,), generator=draws).tolist()
        page.get_by_label("Module", exact=True).select_option(name)
        for label, value in zip(SLIDERS, widths, strict=True):
            turn(page, label, value)
        page.get_by_label("1x1 reductions (figure 2b)").set_checked(reduced)
        said(page, re.escape(expected(name, widths, reduced)))
        page.get_by_label("1x1 reductions (figure 2b)").set_checked(True)
    page.close()


def test_shares_of_the_bars(lab, explorers):
    page = start(lab, explorers["widths"])
    said(page, "Module 3a reads 192")
    bars = page.inner_text(".cnn-inc-bars")
    module = Inception(192, GOOGLENET["3a"])
    table = summary.layer_table(module, (192, 28, 28))
    parts = [
        sum(r.macs for r in table.rows if r.name.startswith(f"branch{k}"))
        for k in (1, 2, 3, 4)
    ]
    for part, maps in zip(parts, branches(module), strict=True):
        assert f"{100 * part / table.macs:.1f} % of 128.0 M" in bars
        assert f"{100 * len(maps) / 256:.1f} % of 256" in bars
    page.close()


def test_impossible_widths_say_what_is_wrong(lab, explorers):
    page = start(lab, explorers["widths"])
    turn(page, "5x5 reduce", 0)
    said(page, "5x5 kernel reads no maps.*Turn")
    turn(page, "5x5", 0)
    said(page, "gives 224")
    turn(page, "3x3 reduce", 192)
    said(page, '"3x3 reduce" gives 192 maps and reads 192')
    for label in SLIDERS:
        turn(page, label, 0)
    said(page, "No branch gives a map")
    page.get_by_label("1x1 reductions (figure 2b)").uncheck()
    said(page, "gives 192: 0 weights")
    page.close()


def test_silent_branches_answer_as_the_package(lab, explorers, gallery):
    page = start(lab, explorers["silence"])
    model = live.load(NETWORK)
    draws = torch.Generator().manual_seed(3)
    for _ in range(10):
        module = int(torch.randint(5, (), generator=draws))
        silent = torch.randint(2, (4,), generator=draws).bool().tolist()
        name = f"inception{MODULES[module]}"
        groups = branches(model.get_submodule(name))
        chosen = [
            number
            for group, gone in zip(groups, silent, strict=True)
            for number in group
            if gone
        ]
        count = int(
            silenced(model, gallery, name, [chosen])[0].sum()
            if chosen
            else right(model, gallery, gallery.test).sum()
        )
        turn(page, "Module", module + 1)
        for label, gone in zip(NAMES, silent, strict=True):
            page.get_by_label(label, exact=True).set_checked(gone)
        words = ", ".join(
            n for n, gone in zip(NAMES, silent, strict=True) if gone
        )
        words = f"silent: {words}" if words else "nothing silent"
        if all(silent):
            words = "all four branches silent"
        words += "," if all(silent) else ":"
        text = said(page, f"module {MODULES[module]}, {words}.*names \\d+\\.")
        found = int(re.findall(r"names (\d+)\.", text)[0])
        assert abs(found - count) <= 1  # a tie may fall the other way
    page.close()


def test_keys_choose_the_picture(lab, explorers):
    page = start(lab, explorers["silence"])
    said(page, "A star, module 3a, nothing silent.*names")
    page.focus(".cnn-inc canvas")
    page.keyboard.press("ArrowRight")
    said(page, "A crescent, module 3a")
    for label in NAMES:
        page.get_by_label(label, exact=True).check()
    first = said(page, "all four.*names")
    page.keyboard.press("ArrowLeft")
    page.focus(".cnn-inc canvas")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    other = said(page, "^A (?!crescent).*all four.*names")
    answer = re.compile(r"answers (.*?)\.")
    assert answer.findall(first) == answer.findall(other)
    assert "names 5." in first  # one class of ten
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["widths", "silence"])
def test_the_explorers_fit_every_page(lab, explorers, name, width, scheme):
    page = start(lab, explorers[name], width, scheme)
    assert_fits(page, width)
    page.close()
