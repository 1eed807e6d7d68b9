"""The explorers of the AlexNet chapter show what the package computes.

Chromium opens them from the file system, under the policy of the book's
pages; answers, shares and costs are compared on random settings.
"""

import copy
import re

import matplotlib.pyplot as plt
import pytest
import torch
from pages import ROUNDING, assert_fits, first_pictures, off, said, start
from torch import nn

from cnncourse import datasets, live, summary
from cnncourse.errors import CourseError

NAME = "alexnet_columns-shapes"
EACH, MAPS, COVER = 2, 12, 6
LARGE = {
    "AlexNet, 2012": ("alexnet_2012", {}),
    "AlexNet without columns": ("alexnet_2012", {"columns": 1}),
    "torchvision's AlexNet": ("alexnet", {}),
    "ZFNet": ("zfnet", {}),
}
ANSWERS = """async ([name, bytes, state]) => {
  const [network] = await cnncourse.load([name]);
  const read = cnncourse.normalize(network,
    cnncourse.disturbed(Uint8Array.from(bytes), state));
  return [network, ...[0, 1].map(k => cnncourse.alone(network, k))]
    .map(whole => [...cnncourse.answer(whole, cnncourse.run(whole, read))
      .scores]);
}"""


@pytest.fixture(scope="module")
def data():
    return datasets.load("shapes", size=16, validation=0)


@pytest.fixture(scope="module")
def gallery(data):
    """The first two test pictures of each class, class by class."""
    return first_pictures(data, EACH).test.images


@pytest.fixture(scope="module")
def explorers():
    return {
        kind: live.Explorer(
            "alexnet",
            networks,
            caption="Two columns, or what a layer costs.",
            alt="Kernels of two columns, or a table of layers.",
            picture=plt.figure(),
        )
        for kind, networks in (("columns", [NAME]), ("costs", []))
    }


def disturbed(image, color, right, cover):
    """Return a picture as the explorer changes it, by other means."""
    columns = (torch.arange(16) - right).clamp(0, 15)
    moved = image[..., columns].double()
    gray = moved.mean(0, keepdim=True)
    changed = (gray + (moved - gray) * color / 100 + 0.5).floor()
    if cover:
        row, column = cover
        changed[:, row : row + COVER, column : column + COVER] = 128
    return changed.to(torch.uint8)


def halves(model):
    """Return the network, and each of its columns cut off from the other."""
    models = [copy.deepcopy(model) for _ in range(3)]
    for other, alone in zip((16, 0), models[1:], strict=True):
        with torch.no_grad():
            alone.features[3].weight[other : other + 16] = 0
            alone.features[3].bias[other : other + 16] = 0
    return models


def draw_settings(count):
    draws = torch.Generator().manual_seed(4)

    def some(low, high):
        return int(torch.randint(low, high, (), generator=draws))

    for k in range(count):
        cover = None if k % 3 == 0 else [some(0, 11), some(0, 11)]
        yield some(0, 20), 10 * some(0, 11), some(-4, 5), cover


def test_the_network_equals_the_package(lab, data):
    draws = torch.Generator().manual_seed(1)
    images = torch.randn(30, 3, 16, 16, generator=draws)
    images[::2] = data.normalize(data.test.images[:15])
    assert off(lab.outputs(NAME, images), live.load(NAME), images) < ROUNDING
    assert live._script(NAME).stat().st_size < 100_000


def test_both_columns_and_each_alone_answer_as_in_the_package(
    lab, explorers, data, gallery
):
    page = start(lab, explorers["columns"])
    models = halves(live.load(NAME))
    for which, color, right, cover in draw_settings(30):
        image = disturbed(gallery[which], color, right, cover)
        state = {"color": color, "right": right, "cover": cover}
        found = page.evaluate(
            ANSWERS, [NAME, gallery[which].flatten().tolist(), state]
        )
        read = data.normalize(image[None])
        for model, scores in zip(models, found, strict=True):
            with torch.no_grad():
                ours = model.eval()(read).softmax(1)[0]
            assert (torch.tensor(scores) - ours).abs().max() < 1e-3
    page.close()


@torch.no_grad()
def loud(model, data, image):
    """Return what the maps of each column add up to."""
    maps = model.features[:2](data.normalize(image[None]))[0].double()
    return [maps[:MAPS].sum().item(), maps[MAPS:].sum().item()]


def test_what_the_columns_hear_is_said(lab, explorers, data, gallery):
    page = start(lab, explorers["columns"])
    models = [model.eval() for model in halves(live.load(NAME))]
    before = None
    for which, color, right, _ in draw_settings(12):
        box = page.query_selector(".cnn-choose canvas >> nth=1")
        size = box.bounding_box()
        box.click(
            position={
                "x": (which // EACH + 0.5) * size["width"] / 10,
                "y": (which % EACH + 0.5) * size["height"] / EACH,
            }
        )
        page.get_by_label("Color", exact=True).fill(str(color))
        page.get_by_label("Right", exact=True).fill(str(right))
        image = disturbed(gallery[which], color, right, None)
        untouched = loud(models[0], data, gallery[which])
        shares = [
            100 * now / was
            for now, was in zip(
                loud(models[0], data, image), untouched, strict=True
            )
        ]
        own = data.classes[which // EACH]
        if (which, color, right) == before:
            continue
        before = which, color, right
        words = f"A picture of: {own}; "
        words += f"{color} % of its color" if color < 100 else ""
        text = said(page, f"{words}.*Column 1 answers")
        page.wait_for_timeout(200)
        text = said(page, words)
        found = re.search(r"Column 1 answers (\d+) %, column 2 (\d+) %", text)
        for number, share in zip(found.groups(), shares, strict=True):
            assert abs(int(number) - share) < 0.51
        told = re.findall(r"(?:say|alone) ([\w-]+) \((\d+) %\)", text)
        for (name, sure), model in zip(told, models, strict=True):
            with torch.no_grad():
                ours = model(data.normalize(image[None])).softmax(1)[0]
            assert ours[data.classes.index(name)] > ours.max() - 1e-3
            assert abs(int(sure) - 100 * ours.max().item()) < 0.6
    page.close()


def test_keys_cover_the_picture_and_a_button_uncovers_it(lab, explorers):
    page = start(lab, explorers["columns"])
    said(page, "as it was. Column 1 answers 100 %, column 2 100 %")
    page.focus(".cnn-choose canvas >> nth=0")
    page.keyboard.press("ArrowLeft")
    said(page, "covered from row 5, column 4")
    page.keyboard.press("ArrowDown")
    said(page, "covered from row 6, column 4")
    page.get_by_label("Right", exact=True).fill("-2")
    said(page, "moved 2 px to the left, covered from row 6")
    page.get_by_role("button", name="As it was").click()
    said(page, "as it was. Column 1 answers 100 %")
    page.focus(".cnn-choose canvas >> nth=1")
    page.keyboard.press("ArrowRight")
    said(page, "A picture of: crescent")
    page.close()


def counted(name, side, stem):
    """Return shape, parameters, MACs of the layers; None if it cannot run."""
    network, options = LARGE[name]
    model = summary.on_meta(network, **options)
    model.features[0].padding = (stem, stem)
    try:
        table = summary.layer_table(model.features, (3, side, side))
        last = table.rows[-1].shape
        if name != "torchvision's AlexNet" and last != (256, 6, 6):
            return None
    except CourseError:
        return None
    rows = [r for r in table.rows if r.kind == "Conv2d"]
    head = model.head if hasattr(model, "head") else model.classifier
    dense = nn.Sequential(nn.Flatten(), head)
    dense = summary.layer_table(dense, (256, 6, 6))
    rows += [r for r in dense.rows if r.kind == "Linear"]
    return [[torch.Size(r.shape).numel(), r.parameters, r.macs] for r in rows]


def test_costs_are_those_of_the_package(lab, explorers):
    """Every network near its own size, and at random ones."""
    page = start(lab, explorers["costs"])
    draws = torch.Generator().manual_seed(5)
    settings = [
        ("AlexNet, 2012", 224, 0),
        ("AlexNet, 2012", 227, 0),
        ("AlexNet, 2012", 224, 2),
        ("torchvision's AlexNet", 63, 2),
        ("torchvision's AlexNet", 62, 2),
        ("ZFNet", 31, 0),
    ]
    for _ in range(40):
        name = list(LARGE)[int(torch.randint(4, (), generator=draws))]
        low = 31 if torch.rand((), generator=draws) < 0.3 else 218
        side = int(torch.randint(low, 236, (), generator=draws))
        settings.append(
            (name, side, int(torch.randint(4, (), generator=draws)))
        )
    fitting = 0
    for name, side, stem in settings:
        found = page.evaluate(
            "([name, side, stem]) => cnncourse.costs(name, side, stem)",
            [name, side, stem],
        )
        ours = counted(name, side, stem)
        assert bool(found["wrong"]) == (ours is None), (name, side, stem)
        if ours:
            fitting += 1
            keys = ("neurons", "parameters", "macs")
            theirs = [[row[key] for key in keys] for row in found["rows"]]
            assert theirs == ours
    assert 10 < fitting < len(settings) - 5
    page.close()


def test_a_size_that_does_not_fit_says_why(lab, explorers):
    page = start(lab, explorers["costs"])
    text = said(page, "60,965,224 parameters, 96 % of them dense")
    assert "659,272 neurons" in text
    page.get_by_label("Picture", exact=True).fill("224")
    text = said(page, "does not run")
    assert "54.25 is no whole number" in text
    assert "gets 256 maps of 5x5, 6,400" in text
    page.get_by_label("Padding of conv1", exact=True).fill("2")
    said(page, "at 224×224: 60,965,224 parameters")
    page.get_by_label("Network").select_option("AlexNet without columns")
    said(page, "62,378,344 parameters")
    page.get_by_label("Network").select_option("torchvision's AlexNet")
    said(page, "61,100,840 parameters")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("kind", ["columns", "costs"])
def test_the_explorers_fit_every_page(lab, explorers, kind, width, scheme):
    page = start(lab, explorers[kind], width, scheme)
    assert_fits(page, width)
    page.close()
