"""The explorers of the DenseNet chapter show what the package computes.

Chromium opens them from the file system, under the policy of the book's
pages; sizes, costs and answers are compared on random settings.
"""

import re

import matplotlib.pyplot as plt
import pytest
import torch
from networks import count, macs
from pages import ROUNDING, assert_fits, first_pictures, off, said, start

from cnncourse import datasets, live
from cnncourse.architectures.densenet import DenseNet, cifar_stem
from cnncourse.runs import reuse
from cnncourse.training import right

NETWORK = "densenet_bc_mini_32-page-shapes"
EACH, LAYERS = 5, 4


@pytest.fixture(scope="module")
def gallery():
    """The first five test pictures of each class, and nothing else."""
    data = datasets.load("shapes", size=16, validation=0)
    return first_pictures(data, EACH)


@pytest.fixture(scope="module")
def explorers():
    return {
        name: live.Explorer(
            "densenet",
            networks,
            caption="Who reads whom in a DenseNet.",
            alt="Three rows of layers, with arcs to each from all before it.",
            picture=plt.figure(),
        )
        for name, networks in (("arcs", []), ("reuse", [NETWORK]))
    }


def test_the_network_equals_the_package(lab, gallery):
    images = torch.randn(
        30, 3, 16, 16, generator=torch.Generator().manual_seed(1)
    )
    images[::2] = gallery.normalize(gallery.test.images[:15])
    model = live.load(NETWORK)
    assert off(lab.outputs(NETWORK, images), model, images) < ROUNDING
    assert live._script(NETWORK).stat().st_size < 100_000


def turn(page, label: str, value: float) -> None:
    page.get_by_label(label, exact=True).fill(f"{value:g}")


def choose(page, block: int, reader: int) -> None:
    """Go to a reader with the keys: to the first block's first layer, on."""
    page.focus(".cnn-dense-arcs")
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    for _ in range(20):
        page.keyboard.press("ArrowLeft")
    for _ in range(block):
        page.keyboard.press("ArrowDown")
    for _ in range(reader - 1):
        page.keyboard.press("ArrowRight")


def test_arcs_count_what_the_package_builds(lab, explorers):
    page = start(lab, explorers["arcs"])
    draws = torch.Generator().manual_seed(2)
    for _ in range(12):
        rate = int(torch.randint(1, 49, (), generator=draws))
        layers = int(torch.randint(1, 17, (), generator=draws))
        theta = int(torch.randint(2, 21, (), generator=draws)) / 20
        with torch.device("meta"):
            model = DenseNet(
                cifar_stem, rate, (layers,) * 3, 10, compression=theta
            )
        block = int(torch.randint(3, (), generator=draws))
        reader = int(torch.randint(1, layers + 2, (), generator=draws))
        turn(page, "Growth rate k", rate)
        turn(page, "Layers a block", layers)
        turn(page, "Compression θ", theta)
        choose(page, block, reader)
        here = model.features.get_submodule(f"denseblock{block + 1}")
        if reader <= layers:
            layer = here.get_submodule(f"denselayer{reader}")
            reads = layer.conv1.in_channels
            who = f"Layer {reader} of block {block + 1}"
            says = (
                f"makes {layer.conv1.out_channels} maps from them, its 3x3 "
                f"{layer.conv2.out_channels} new map"
            )
        elif block < 2:
            after = model.features.get_submodule(f"transition{block + 1}")
            who, reads = f"Transition {block + 1}", after.conv.in_channels
            says = f"It keeps {after.conv.out_channels} and"
        else:
            who, reads = "The classifier", model.classifier.in_features
            says = "It gives 10 scores"
        size = 32 // 2**block
        whole = (
            f"{count(model):,} parameters, {macs(model, 32) / 1e6:.1f} M MACs"
        )
        said(
            page,
            f"{who} reads {reads} maps of {size}x{size}: .*"
            f"{re.escape(says)}.*{re.escape(whole)}",
        )
        arcs = page.locator(".cnn-dense-arcs path.cnn-on")
        assert arcs.count() == reader
    page.close()


def point(page, node) -> None:
    box = node.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_the_pointer_chooses_a_layer(lab, explorers):
    page = start(lab, explorers["arcs"])
    said(page, "Layer 4 of block 1 reads 60 maps of 32x32: 24 from the stem")
    nodes = page.locator(".cnn-dense-arcs :is(circle, rect)")
    assert nodes.count() == 3 * 8
    point(page, nodes.nth(8 + 2))
    said(page, "Layer 2 of block 2 reads 60 maps of 16x16: 48 from trans")
    point(page, nodes.nth(23))
    said(page, "The classifier reads 132 maps of 8x8")
    page.close()


def hidden(model, data, one) -> int:
    """Return how many pictures are right while a connection is hidden."""
    norm, seen = model.get_submodule(one.norm), []
    hook = norm.register_forward_pre_hook(lambda _, x: seen.append(x[0]))
    right(model, data, data.test)
    hook.remove()
    mean = torch.cat(seen).mean(0)[one.start : one.end]

    def hide(_, given):
        maps = given[0].clone()
        maps[:, one.start : one.end] = mean
        return (maps,)

    hook = norm.register_forward_pre_hook(hide)
    found = int(right(model, data, data.test).sum())
    hook.remove()
    return found


def test_hidden_connections_answer_as_the_package(lab, explorers, gallery):
    page = start(lab, explorers["reuse"])
    said(page, "names \\d+")
    model = live.load(NETWORK)
    found = reuse.connections(model)
    strengths = reuse.weights(model)
    asis = int(right(model, gallery, gallery.test).sum())
    draws = torch.Generator().manual_seed(3)
    for _ in range(10):
        at = int(torch.randint(len(found), (), generator=draws))
        one = found[at]
        turn(page, "Block", one.block)
        cell = page.locator(".cnn-dense-top canvas >> nth=0").bounding_box()
        step = cell["width"] / (LAYERS + 1)
        page.mouse.click(
            cell["x"] + (one.reader - 0.5) * step,
            cell["y"] + (one.read + 0.5) * step,
        )
        text = said(
            page,
            f"Block {one.block}, .* reads {one.end - one.start} maps of .*"
            f"mean weight {strengths[at]:.3f},.*Hidden.*names \\d+ \\(",
        )
        names, whole = map(
            int,
            re.findall(r"names (\d+) \((\d+) with nothing hidden", text)[0],
        )
        assert abs(whole - asis) <= 1
        # A tie may fall the other way.
        assert abs(names - hidden(model, gallery, one)) <= 1
        rank = 1 + sum(
            int(strengths[k] > strengths[at])
            for k, other in enumerate(found)
            if other.block == one.block
        )
        place = {1: "", 2: "2nd ", 3: "3rd "}.get(rank, f"{rank}th ")
        assert f"the {place}largest of the block's 15" in text
    page.get_by_label("hide the connection").uncheck()
    text = said(page, "Seen: .*names \\d+\\.")
    assert abs(int(re.findall(r"names (\d+)\.", text)[0]) - asis) <= 1
    page.close()


def test_keys_choose_a_connection_and_a_picture(lab, explorers):
    page = start(lab, explorers["reuse"])
    said(page, "Block 1, layer 2 reads 12 maps of the stem")
    page.focus(".cnn-dense-top canvas >> nth=0")
    page.keyboard.press("ArrowDown")
    said(page, "Block 1, layer 2 reads 6 maps of layer 1")
    page.keyboard.press("ArrowDown")  # no layer reads itself
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    said(page, "Block 1, transition 1 reads 6 maps of layer 1.*a star is")
    page.focus(".cnn-dense-top canvas >> nth=1")
    page.keyboard.press("ArrowRight")
    said(page, "a crescent is called")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["arcs", "reuse"])
def test_the_explorers_fit_every_page(lab, explorers, name, width, scheme):
    page = start(lab, explorers[name], width, scheme)
    assert_fits(page, width)
    page.close()
