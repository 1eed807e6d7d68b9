"""The explorers of the VGG chapter show what the package computes.

Chromium opens them from the file system, under the policy of the book's
pages; numbers and neighbors are compared on random settings.
"""

import re

import matplotlib.pyplot as plt
import pytest
import torch
from pages import ROUNDING, assert_fits, first_pictures, off, said, start

from cnncourse import datasets, live

BLOCKS = {"vgg_three-shapes": 8, "vgg_seven-shapes": 2}
NETWORKS = list(BLOCKS)
EACH, NEAREST = 10, 6
SPACES = {
    "By pixels": 0,
    "By early features (after three 3x3)": 9,
    "By late features (before the last layer)": None,
}
SLOPES = """async ([name, bytes, unit, places]) => {
  const [network] = await cnncourse.load([name]);
  const input = cnncourse.normalize(network, Uint8Array.from(bytes));
  const results = cnncourse.run(network, input);
  return places.map(place => {
    const {slope, open, met} = cnncourse.slopes(network, results, unit, place);
    return [[...slope], open, met];
  });
}"""
LABELS = """box => [...box.querySelectorAll('.cnn-vgg-row canvas')]
  .map(canvas => canvas.getAttribute('aria-label'))"""


@pytest.fixture(scope="module")
def data():
    return datasets.load("shapes", size=16, validation=0)


@pytest.fixture(scope="module")
def gallery(data):
    """The first ten test pictures of each class, class by class."""
    return first_pictures(data, EACH).test.images


@pytest.fixture(scope="module")
def explorers():
    return {
        count: live.Explorer(
            "vgg",
            NETWORKS[:count],
            caption="Two small networks.",
            alt="Two small networks that see a picture.",
            picture=plt.figure(),
        )
        for count in (1, 2)
    }


@pytest.mark.parametrize("name", NETWORKS)
def test_the_networks_equal_the_package(lab, data, name):
    draws = torch.Generator().manual_seed(1)
    images = torch.randn(30, 3, 16, 16, generator=draws)
    images[::2] = data.normalize(data.test.images[:15])
    assert off(lab.outputs(name, images), live.load(name), images) < ROUNDING
    assert live._script(name).stat().st_size < 100_000


@pytest.mark.parametrize("name", NETWORKS)
def test_what_reaches_a_unit_is_its_gradient(lab, explorers, gallery, name):
    """On random pictures, maps and places, at the border too."""
    page = start(lab, explorers[2])
    model, layers = live.load(name), BLOCKS[name]
    network = live.read(live._script(name))
    mean, std = (
        torch.tensor(network[key])[:, None, None] for key in ("mean", "std")
    )
    draws = torch.Generator().manual_seed(2)
    for which in torch.randint(len(gallery), (8,), generator=draws):
        image = (gallery[which] / 255 - mean) / std
        image = image.requires_grad_()
        units = torch.stack(
            [torch.randint(16, (6,), generator=draws) for _ in range(3)], 1
        )
        units[0, 1:] = 0
        maps = model.features[:layers](image[None])[0]
        given = [
            name,
            gallery[which].flatten().tolist(),
            f"features.{layers - 1}",
            units.tolist(),
        ]
        found = page.evaluate(SLOPES, given)
        for unit, (slope, opened, met) in zip(units, found, strict=True):
            (ours,) = torch.autograd.grad(
                maps[tuple(unit)], image, retain_graph=True
            )
            theirs = torch.tensor(slope).view(3, 16, 16)
            assert (theirs - ours).abs().max() < 1e-4 * ours.abs().max()
            assert 0 <= opened <= met
            assert (met > 0) == (layers > 2)
    page.close()


def expected(model, data, gallery, which, right, light) -> list[list[int]]:
    """Return the nearest pictures in each space, by the package."""
    columns = (torch.arange(16) - right).clamp(0, 15)
    bytes_ = gallery[which][..., columns] * (light / 100) + 0.5
    asked = bytes_.floor().clamp(0, 255).to(torch.uint8)
    nearest = []
    for end in SPACES.values():
        space = (
            torch.nn.Sequential(model.features, model.avgpool)
            if end is None
            else model.features[:end]
        )
        with torch.no_grad():
            points, point = (
                space(data.normalize(images)).flatten(1).double()
                for images in (gallery, asked[None])
            )
        order = (points - point).square().sum(1).argsort().tolist()
        nearest.append([i for i in order if i != which][:NEAREST])
    return nearest


def test_neighbors_are_the_packages(lab, explorers, data, gallery):
    page = start(lab, explorers[1])
    model = live.load(NETWORKS[0])
    draws = torch.Generator().manual_seed(3)
    for _ in range(12):
        which = int(torch.randint(len(gallery), (), generator=draws))
        right = int(torch.randint(-4, 5, (), generator=draws))
        light = 10 * int(torch.randint(4, 17, (), generator=draws))
        grid = page.query_selector(".cnn-choose canvas")
        box = grid.bounding_box()
        grid.click(
            position={
                "x": (which // EACH + 0.45) * box["width"] / 10,
                "y": (which % EACH + 0.45) * box["height"] / 10,
            }
        )
        for label, value in (("Right", right), ("Light", light)):
            page.get_by_label(label, exact=True).fill(str(value))
        found = page.eval_on_selector(".cnn-lab", LABELS)
        for title, order, label in zip(
            SPACES,
            expected(model, data, gallery, which, right, light),
            found,
            strict=True,
        ):
            names = [data.classes[i // EACH] for i in order]
            assert label == f"{title}: {', '.join(names)}"
        own = data.classes[which // EACH]
        hits = [label.split(": ")[1].split(", ").count(own) for label in found]
        counts = ".*".join(f" {hit}\\b" for hit in hits)
        said(page, f"Asked: a {own}.*pixels{counts}")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("count", [1, 2])
def test_the_explorers_fit_every_page(lab, explorers, count, width, scheme):
    page = start(lab, explorers[count], width, scheme)
    assert_fits(page, width)
    page.close()


def test_keys_move_the_place_and_only_the_stack_changes(lab, explorers):
    page = start(lab, explorers[2])
    said(page, "star, map 11, row 6, column 8")
    page.focus(".cnn-choose canvas >> nth=0")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    text = said(page, "row 7, column 7")
    stack, large = text.split("One 7x7")
    assert re.search(r"likeness to the place before 1\.00", large)
    assert not re.search(r"before 1\.00", stack)
    assert "no ReLU on the way" in large
    page.get_by_label("Map", exact=True).focus()
    page.keyboard.press("ArrowRight")
    said(page, "map 12, row 7")
    page.focus(".cnn-choose canvas >> nth=1")
    page.keyboard.press("ArrowRight")
    said(page, "crescent, map 12, row 7")
    page.close()


def test_the_counter_counts(lab, explorers):
    page = start(lab, explorers[2])
    page.get_by_label("Field", exact=True).fill("11")
    page.get_by_label("Maps", exact=True).fill("512")
    says = page.locator(".cnn-vgg-counts .cnn-says")
    page.wait_for_function(
        "() => document.querySelector('.cnn-vgg-counts .cnn-says').textContent"
        ".includes('512 maps')"
    )
    assert "121 C² against 45 C² weights, 169 % more" in says.inner_text()
    bars = page.inner_text(".cnn-vgg-bars")
    assert f"{121 * 512**2:,}" in bars and f"{45 * 512**2:,}" in bars
    page.close()


def test_the_theme_changes_the_colors(lab, explorers):
    page = start(lab, explorers[2])
    shown = "canvas => canvas.toDataURL()"
    kernel = ".cnn-vgg-kernel canvas"
    before = page.eval_on_selector(kernel, shown)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.wait_for_function(
        f"old => document.querySelector('{kernel}').toDataURL() !== old",
        arg=before,
    )
    page.close()
