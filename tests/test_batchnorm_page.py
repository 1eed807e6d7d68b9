"""The explorers of the batch norm chapter show what the package computes."""

import base64
import functools
import json
import math
import re

import matplotlib.pyplot as plt
import pytest
import torch
from pages import assert_fits, said, start

from cnncourse import datasets, live, runs
from cnncourse.architectures.batchnorm import batch_norm
from cnncourse.runs.lists.batchnorm import DEPTHS, RATES

KINDS = {"ReLU": torch.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid}
TITLES = {"none": "without norm", "batch": "with batch norm"}


@pytest.fixture(scope="module")
def explorers():
    return {
        name: live.Explorer(
            name,
            [],
            caption="Batch norm and the size of weights.",
            alt="What batch norm does to what each layer gets.",
            picture=plt.figure(),
        )
        for name in ("batchnorm", "batchnorm_rates")
    }


@functools.cache
def normal(seed):
    """Return the weights of eight layers, before their scale."""
    draw = uniform(seed)
    pairs = [(next(draw), next(draw)) for _ in range(8 * 2048)]
    values = [
        math.sqrt(-2 * math.log(1 - u)) * turn(2 * math.pi * v)
        for u, v in pairs
        for turn in (math.cos, math.sin)
    ]
    return torch.tensor(values, dtype=torch.float64).view(8, 64, 64)


def uniform(seed):
    """Yield numbers between 0 and 1, as mulberry32 does."""

    def product(a, b):
        return a * b & 0xFFFFFFFF

    while True:
        seed = seed + 0x6D2B79F5 & 0xFFFFFFFF
        t = product(seed ^ seed >> 15, 1 | seed)
        t = (t + product(t ^ t >> 7, 61 | t) & 0xFFFFFFFF) ^ t
        yield (t ^ t >> 14) / 2**32


def layers(factor, kind, seed, norm):
    """Return what goes into each non-linearity, by the package's norm."""
    data = datasets.load("digits", size=8, validation=0)
    x = data.normalize(data.test.images[:64]).double().flatten(1)
    found = []
    for weight in normal(seed):
        z = factor * x @ (math.sqrt(2 / 64) * weight).T
        z = batch_norm(z, None, None, 1e-5)[0] if norm else z
        found.append(z)
        x = KINDS[kind](z)
    return found


def test_the_digits_are_those_of_the_package():
    path = live.assets_folder() / "explorers" / "batchnorm.js"
    (text,) = re.findall(r'BYTES = "(.*)"', path.read_text())
    data = datasets.load("digits", size=8, validation=0)
    first = data.test.images[:64].numpy().tobytes()
    assert base64.b64decode(text) == first


def test_layers_are_those_of_the_package(lab, explorers):
    page = start(lab, explorers["batchnorm"])
    draws = torch.Generator().manual_seed(0)
    for _ in range(4):
        power = int(torch.randint(-12, 13, (), generator=draws)) / 4
        seed = int(torch.randint(1, 21, (), generator=draws))
        kind = list(KINDS)[int(torch.randint(3, (), generator=draws))]
        for norm in (False, True):
            found = page.evaluate(
                "([f, k, s, n]) => window.cnncourse.batchnormLayers(f, k, s, "
                "n).map(z => [...z])",
                [2**power, kind, seed, norm],
            )
            expected = layers(2**power, kind, seed, norm)
            for ours, theirs in zip(found, expected, strict=True):
                theirs = theirs.flatten()
                ours = torch.tensor(ours, dtype=torch.float64)
                # data.normalize computes in float32
                off = (ours - theirs).abs().max() / theirs.std()
                assert off < 1e-3, (power, kind, seed, norm)
    page.close()


def test_controls_change_what_is_said(lab, explorers):
    page = start(lab, explorers["batchnorm"])
    said(page, "Weights 1.00 times He's, ReLU")
    page.get_by_label("Weights", exact=True).fill("-2")
    page.get_by_label("Draw", exact=True).fill("7")
    page.get_by_label("tanh").check()
    text = said(page, "Weights 0.250 times He's, tanh")
    numbers = [float(n) for n in re.findall(r" (\d+\.?\d*e?-?\d*)", text)]
    for norm, at in ((False, slice(-5, -2)), (True, slice(-2, None))):
        expected = layers(0.25, "tanh", 7, norm)
        first, last = (expected[k].std(correction=0).item() for k in (0, -1))
        near = [n for n in numbers if n == pytest.approx(first, rel=0.01)]
        assert near, (text, first, at)
        assert [n for n in numbers if n == pytest.approx(last, rel=0.01)]
    page.get_by_label("Weights", exact=True).press("ArrowRight")
    said(page, "Weights 0.297 times He's, tanh")
    page.close()


def test_histograms_count_all_values(lab, explorers):
    page = start(lab, explorers["batchnorm"])
    said(page, "Weights 1.00 times He's, ReLU")
    heights = page.evaluate(
        "[...document.querySelectorAll('.cnn-bn-bars')].map(box => "
        "[...box.children].map(i => parseFloat(i.style.height)))"
    )
    assert len(heights) == 16
    for norm in (False, True):
        for layer, values in enumerate(layers(1, "ReLU", 1, norm)):
            counts = torch.histc(values.clamp(-4, 4), 24, -4, 4)
            expected = (100 * counts / counts.max()).tolist()
            found = heights[8 * norm + layer]
            assert found == pytest.approx(expected, abs=1.0)
    page.close()


def records(norm, depth, rate):
    """Return what the page shall know of a cell's recorded runs."""
    found = runs.load(f"tower-{norm}-depth{depth}-lr{rate:g}").runs
    return [
        {
            "test": run.test_accuracy,
            "train": [round(e["train_accuracy"], 1) for e in run.epochs],
        }
        for run in found
    ]


def test_the_runs_are_those_that_were_recorded():
    path = live.assets_folder() / "explorers" / "batchnorm_rates.js"
    text = re.findall(r"const RUNS = (\{.*?\n  \});", path.read_text(), re.S)
    plain = re.sub(r"(\s)(\w+):", r'\1"\2":', text[0])
    kept = json.loads(re.sub(r",(\s*[}\]])", r"\1", plain))
    for norm in TITLES:
        for depth in DEPTHS:
            for rate in RATES:
                assert kept[norm][str(depth)][f"{rate:g}"] == records(
                    norm, depth, rate
                )


def test_cells_and_sliders_say_every_seed(lab, explorers):
    page = start(lab, explorers["batchnorm_rates"])
    draws = torch.Generator().manual_seed(1)
    for step in range(8):
        row = int(torch.randint(4, (), generator=draws))
        column = int(torch.randint(7, (), generator=draws))
        depth, rate = DEPTHS[row], RATES[column]
        if step % 2:
            page.get_by_label("Rate", exact=True).fill(str(column))
            page.get_by_label("Depth", exact=True).fill(str(row))
        else:
            page.locator(".cnn-bn-map").nth(step % 4 // 2).locator(
                "button"
            ).nth(7 * row + column).click()
        words = {
            norm: ", ".join(
                "diverged" if r["test"] is None else f"{r['test']:.1f}"
                for r in records(norm, depth, rate)
            )
            for norm in TITLES
        }
        text = said(page, f"^Depth {depth}, rate {rate:g}\\.")
        numbers = re.findall(
            r"without norm (.*); with batch norm (.*)\.", text
        )
        for told, expected in zip(numbers[0], words.values(), strict=True):
            for one, other in zip(
                told.split(", "), expected.split(", "), strict=True
            ):
                if other == "diverged":
                    assert one == other
                else:  # halves may be rounded the other way
                    assert abs(float(one) - float(other)) < 0.11
        drawn = page.locator(".cnn-bn-chart polyline").count()
        assert drawn == 6
        assert page.locator(".cnn-bn-here").count() == 2
    page.close()


def test_a_cell_holds_the_mean_of_its_seeds(lab, explorers):
    page = start(lab, explorers["batchnorm_rates"])
    labels = page.evaluate(
        "[...document.querySelectorAll('.cnn-bn-map button')]"
        ".map(b => b.getAttribute('aria-label'))"
    )
    cells = [
        (norm, depth, rate)
        for norm in TITLES for depth in DEPTHS for rate in RATES
    ]  # fmt: skip
    for label, (norm, depth, rate) in zip(labels, cells, strict=True):
        found = [
            10 if r["test"] is None else r["test"]
            for r in records(norm, depth, rate)
        ]
        told = re.fullmatch(
            f"{TITLES[norm]}, depth {depth}, rate {rate:g}: (\\d+) %", label
        )
        assert abs(int(told[1]) - sum(found) / len(found)) <= 0.51
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["batchnorm", "batchnorm_rates"])
def test_the_explorers_fit_every_page(lab, explorers, name, width, scheme):
    page = start(lab, explorers[name], width, scheme)
    assert_fits(page, width)
    page.close()
