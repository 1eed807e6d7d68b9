"""Diagrams: all that runs is drawn, in its order, inside the picture."""

import random
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import torch
import torchvision
from torch import nn

from cnncourse import architectures, diagrams, summary
from cnncourse.diagrams import cards
from cnncourse.errors import CourseError

SVG = "{http://www.w3.org/2000/svg}"
PICTURE = (3, 224, 224)


def conv(a, b, k=1, **options):
    return nn.Sequential(
        nn.Conv2d(a, b, k, padding=k // 2, **options),
        nn.BatchNorm2d(b),
        nn.ReLU(),
    )


class Inception(nn.Module):
    def __init__(self, paths=3):
        super().__init__()
        self.paths = nn.ModuleList(
            nn.Sequential(conv(8, 4), conv(4, 4 + i, 3)) for i in range(paths)
        )
        self.pool = nn.MaxPool2d(3, 1, padding=1)

    def forward(self, x):
        return torch.cat([*(p(x) for p in self.paths), self.pool(x)], 1)


class Residual(nn.Module):
    def __init__(self, out=8):
        super().__init__()
        self.body = nn.Sequential(conv(8, 8, 3), nn.Conv2d(8, out, 1))
        self.shortcut = nn.Identity() if out == 8 else nn.Conv2d(8, out, 1)
        self.relu = nn.ReLU()

    def forward(self, x):
        return self.relu(self.body(x) + self.shortcut(x))


class Dense(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(nn.Conv2d(8 * i, 8, 1) for i in (1, 2, 3))

    def forward(self, x):
        for layer in self.layers:
            x = torch.cat([x, layer(x)], 1)
        return x


def blocks():
    return nn.Sequential(
        conv(3, 8, 7, stride=2),
        nn.Sequential(Residual(), Residual(), Residual()),
        Inception(),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(8 + 15, 5),
    )


def meta(build):
    with torch.device("meta"):
        return build()


def googlenet():
    return torchvision.models.googlenet(aux_logits=False, init_weights=False)


# fmt: off
CASES = {
    "lenet5": (lambda: summary.on_meta("lenet5"), (1, 32, 32), None),
    "modern": (lambda: summary.on_meta("lenet5_modern"), (1, 32, 32), None),
    "inception": (Inception, (8, 9, 9), None),
    "many paths": (lambda: Inception(9), (8, 9, 9), None),
    "residual": (Residual, (8, 9, 9), None),
    "projection": (lambda: Residual(16), (8, 9, 9), None),
    "dense": (Dense, (8, 9, 9), None),
    "blocks": (blocks, (3, 32, 32), 1),
    "blocks deeper": (blocks, (3, 32, 32), 2),
    "resnet50": (torchvision.models.resnet50, PICTURE, 1),
    "resnet152": (torchvision.models.resnet152, PICTURE, 2),
    "googlenet": (googlenet, PICTURE, 1),
    "densenet121": (torchvision.models.densenet121, PICTURE, 2),
    "mixed 7b": (
        lambda: torchvision.models.inception_v3(
            aux_logits=False, init_weights=False
        ).Mixed_7b, (1280, 8, 8), None,
    ),
    "mbconv": (
        lambda: torchvision.models.efficientnet_b0().features[3][1],
        (40, 28, 28), None,
    ),
}
# fmt: on


def make(case):
    build, size, depth = CASES[case]
    model = build() if "lenet" in case else meta(build)
    return model, diagrams.draw(model, size, title=case, depth=depth)


@pytest.fixture(scope="module", params=CASES)
def drawn(request):
    model, diagram = make(request.param)
    return request.param, model, diagram, ET.fromstring(diagram.svg())


def layers(tree):
    groups = [g for g in tree.iter(f"{SVG}g") if g.get("class") == "layer"]
    return [name for g in groups for name in g.get("data-layers").split("|")]


def texts(tree):
    return [t.text for t in tree.iter(f"{SVG}text")]


def squeeze(text):
    """Return the text without what differs between lines and sentences."""
    return re.sub(r"[\s·,.]|eters", "", text)


def edges(diagram):
    return diagram.body.count('class="edge"')


def test_all_that_runs_is_drawn_once(drawn):
    case, model, _, tree = drawn
    _, size, depth = CASES[case]
    table = summary.layer_table(model, size, depth=depth)
    rows = {r.name for r in table.rows if r.kind != "not run"} | {"input"}
    found = layers(tree)
    assert len(found) == len(set(found))
    # A part that is one layer with its norm is drawn as that layer.
    inside = {".".join(name.split(".")[: depth or 99]) for name in found}
    assert rows <= inside | set(found)


def test_text_and_boxes_stay_inside(drawn):
    _, _, _, tree = drawn
    _, _, width, height = map(float, tree.get("viewBox").split())
    assert width == 360
    for group in (g for g in tree.iter(f"{SVG}g") if g.get("class")):
        x, y, w, h = (
            float(group.find(f"{SVG}rect").get(k))
            for k in ("x", "y", "width", "height")
        )
        assert x >= 0 and y >= 0 and x + w <= width and y + h <= height
        for rect in group.iter(f"{SVG}rect"):
            left = float(rect.get("x"))
            assert x <= left and left + float(rect.get("width")) <= x + w
        for text in group.iter(f"{SVG}text"):
            size = float(text.get("font-size"))
            long = 0.6 * size * len(text.text)
            left = float(text.get("x"))
            left -= long / 2 if text.get("text-anchor") else 0
            assert size >= 11
            assert x - 1 <= left and left + long <= x + w + 1, text.text
            assert y < float(text.get("y")) < y + h
    for path in tree.iter(f"{SVG}path"):
        for x in re.findall(r"[MH](-?[\d.]+)", path.get("d")):
            assert 0 <= float(x) <= width


def test_boxes_do_not_overlap(drawn):
    _, _, _, tree = drawn
    boxes = [
        [float(g[0].get(key)) for key in ("x", "y", "width", "height")]
        for g in tree.iter(f"{SVG}g")
        if g.get("class")
    ]
    for i, (x, y, w, h) in enumerate(boxes):
        for left, top, wide, high in boxes[:i]:
            apart = left + wide <= x or x + w <= left
            assert apart or top + high <= y or y + h <= top


def test_the_words_say_what_is_drawn(drawn):
    case, _, diagram, tree = drawn
    assert tree.find(f"{SVG}desc").text == diagram.alt
    assert tree.find(f"{SVG}title").text == case
    ids = tree.get("aria-labelledby").split()
    assert ids == [tree.find(f"{SVG}{t}").get("id") for t in ("title", "desc")]
    assert tree.get("role") == "img"
    for group in (g for g in tree.iter(f"{SVG}g") if g.get("class")):
        line = "".join(t.text for t in group.iter(f"{SVG}text"))
        assert squeeze(line) in squeeze(diagram.alt)


def test_same_network_same_bytes(drawn):
    case, _, diagram, _ = drawn
    _, again = make(case)
    assert again.svg() == diagram.svg()
    assert again._repr_html_() == diagram._repr_html_()


def test_inline_colors_suit_any_page(drawn):
    _, _, diagram, _ = drawn
    text = diagram._repr_html_()
    colors = {color for color, _ in cards.FAMILIES.values()}
    assert set(re.findall(r"#[0-9A-Fa-f]{3,8}\b", text)) <= colors
    assert not re.search(
        r"\b(black|white|rgb)\b|<style|https?:(?!//www.w3)", text
    )
    assert 'stroke="currentColor"' in text and 'fill="currentColor"' in text
    figure = ET.fromstring(text)
    assert figure.tag == "figure" and figure.get("class") == "cnn-figure"
    assert figure.find("figcaption").text == diagram.caption
    assert "prefers-color-scheme" in diagram.svg()


def test_what_lenet_says():
    _, diagram = make("modern")
    words = texts(ET.fromstring(diagram.svg()))
    for line in (
        "conv 5×5, 6 maps",
        "max pool 2×2",
        "linear 84",
        "then ReLU",
        "features.0 · 6×28×28 · 156\u00a0parameters",
    ):
        assert line in words
    assert "61,706 parameters" in repr(diagram)
    assert "max pool 2×2, then flatten, features.5, 16×5×5" in diagram.alt
    assert "It parts" not in diagram.alt
    _, diagram = make("lenet5")
    assert "TableConv2d, 16 maps, then ScaledTanh, c3, 16×10×10" in diagram.alt


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        (nn.Conv2d(4, 8, 3, stride=2), "conv 3×3, 8 maps, stride 2"),
        (nn.Conv2d(4, 8, (1, 7)), "conv 1×7, 8 maps"),
        (nn.Conv2d(4, 8, 3, dilation=2), "conv 3×3, 8 maps, dilation 2"),
        (nn.Conv2d(4, 8, 3, stride=(2, 1)), "conv 3×3, 8 maps, stride 2×1"),
        (nn.Conv2d(4, 8, 3, groups=2), "conv 3×3, 8 maps, 2 groups"),
        (nn.Conv2d(4, 4, 3, groups=4), "depthwise conv 3×3, 4 maps"),
        (nn.ConvTranspose2d(4, 2, 2), "transposed conv 2×2, 2 maps"),
        (nn.MaxPool2d(3, 2), "max pool 3×3, stride 2"),
        (nn.AvgPool2d(2), "average pool 2×2"),
        (nn.AdaptiveAvgPool2d(1), "global average pool"),
        (nn.AdaptiveAvgPool2d(3), "average pool to 3×3"),
        (nn.BatchNorm2d(4), "batch norm"),
        (nn.SiLU(), "SiLU"),
    ],
    ids=str,
)
def test_layers_in_the_words_of_the_field(layer, words):
    diagram = diagrams.draw(nn.Sequential(layer), (4, 16, 16))
    assert f". {words}, 0, " in diagram.alt


@pytest.mark.parametrize(
    ("case", "count", "said"),
    [
        ("lenet5", 7, ""),
        # Four paths of 2, 2, 2 and 1 boxes: that many arrows, and four.
        ("inception", 7 + 4, "parts into 4 paths"),
        # Two layers in a row, the shortcut, and one into the sum.
        ("residual", 4, "A shortcut passes by"),
        ("projection", 5, "parts into 2 paths"),
        # Three layers, three joins; each reads the box before, and each
        # join the one that the layer skipped.
        ("dense", 3 + 3 + 3, "A shortcut passes by"),
    ],
)
def test_arrows_are_the_connections(case, count, said):
    _, diagram = make(case)
    assert edges(diagram) == count
    assert said in diagram.alt


def test_branches_stand_side_by_side():
    _, diagram = make("inception")
    tree, tops = ET.fromstring(diagram.svg()), {}
    for group in (g for g in tree.iter(f"{SVG}g") if g.get("class")):
        rect = group.find(f"{SVG}rect")
        tops.setdefault(rect.get("y"), []).append(float(rect.get("x")))
    assert max(map(len, tops.values())) == 4
    assert all(xs == sorted(set(xs)) for xs in tops.values())


def test_more_branches_than_fit_are_a_tangle_with_every_arrow():
    _, diagram = make("many paths")
    assert edges(diagram) == 9 * 2 + 1 + 10
    assert diagram.alt.count("From input:") == 10


def test_equal_branches_are_drawn_once():
    class Cardinal(Inception):
        def __init__(self):
            super().__init__()
            self.paths = nn.ModuleList(conv(8, 4, 3) for _ in range(32))

    diagram = diagrams.draw(Cardinal(), (8, 9, 9))
    assert "32 × conv 3×3, 4 maps" in diagram.alt
    assert edges(diagram) == 4


def test_equal_branches_stay_apart_where_paths_cross():
    class Wide(Inception):
        def __init__(self):
            super().__init__()
            kinds = [4, 4, 4, 5, 6, 7, 8, 9]
            self.paths = nn.ModuleList(conv(8, kind) for kind in kinds)

    diagram = diagrams.draw(Wide(), (8, 9, 9))
    assert "3 ×" not in diagram.alt
    assert edges(diagram) == 9 + 9


def test_an_activation_between_equal_blocks_keeps_them_apart():
    class Relu(nn.Module):
        def __init__(self, *blocks):
            super().__init__()
            self.a, self.b = blocks

        def forward(self, x):
            return self.b(torch.relu(self.a(x)))

    diagram = diagrams.draw(Relu(Residual(), Residual()), (8, 9, 9), depth=1)
    assert "2 ×" not in diagram.alt
    plain = diagrams.draw(
        nn.Sequential(Residual(), Residual()), (8, 9, 9), depth=1
    )
    assert "2 × Residual" in plain.alt


def test_equal_blocks_fold():
    _, diagram = make("blocks deeper")
    assert "3 × Residual" in diagram.alt
    assert "1.0 to 1.2" in diagram.alt
    _, deep = make("resnet152")
    assert "35 × Bottleneck" in deep.alt
    assert "3 × Bottleneck" in make("resnet50")[1].alt


@pytest.mark.parametrize(
    "change",
    [
        nn.Conv2d(1, 6, 3, padding=0),
        nn.Conv2d(1, 7, 5),
        nn.Conv2d(1, 6, 5, bias=False),
        nn.Conv2d(1, 6, 5, padding=1),
        nn.Sequential(nn.Conv2d(1, 6, 5), nn.Dropout()),
    ],
    ids=["kernel", "maps", "bias", "padding", "dropout"],
)
def test_a_changed_network_changes_its_drawing(change):
    def network(first):
        return nn.Sequential(first, nn.ReLU(), nn.AdaptiveAvgPool2d(1))

    size = (1, 12, 12)
    before = diagrams.draw(network(nn.Conv2d(1, 6, 5)), size)
    after = diagrams.draw(network(change), size)
    assert before.body != after.body and before.alt != after.alt


def test_larger_maps_are_higher_and_more_maps_wider():
    _, diagram = make("modern")
    tree = ET.fromstring(diagram.svg())
    symbols = {
        g.get("data-layers").split("|")[0]: g.findall(f"{SVG}rect")[1]
        for g in tree.iter(f"{SVG}g")
        if g.get("class")
    }
    first, last = symbols["features.0"], symbols["features.3"]
    assert float(first.get("height")) > float(last.get("height"))
    assert float(first.get("width")) < float(last.get("width"))


def test_errors():
    with pytest.raises(CourseError, match="32x32"):
        diagrams.draw(summary.on_meta("lenet5"), (1, 20, 20))


def test_the_picture_of_the_readme_is_the_network_of_today():
    model = architectures.create("lenet5")
    title = "LeNet-5 as published in 1998"
    drawn = diagrams.draw(model, (1, 32, 32), title=title).svg()
    stored = Path(__file__).resolve().parents[1] / "assets" / "lenet5.svg"
    assert stored.read_text() == drawn


# fmt: off
STACKS = {
    "lenet5": ("lenet5", "", (1, 32, 32), None),
    "alexnet_2012": ("alexnet_2012", "", (3, 227, 227), None),
    "inception module": ("googlenet", "inception3a", (192, 28, 28), None),
    "resnet stage": ("resnet18", "layer2", (64, 56, 56), None),
    "equal blocks": ("resnet18", "layer1", (64, 56, 56), None),
    "dense block": (
        "densenet_bc_mini_32", "features.denseblock1", (24, 32, 32), 1,
    ),
    "unet": ("unet_mini_64", "", (3, 64, 64), None),
    "vgg16": ("vgg16", "", PICTURE, None),
    "googlenet": ("googlenet", "", PICTURE, 1),
}
# fmt: on


def make_stacks(case):
    name, part, size, depth = STACKS[case]
    model = summary.on_meta(name).get_submodule(part)
    drawing = diagrams.stacks(model, size, title=case, depth=depth)
    return model, size, depth, drawing


@pytest.fixture(scope="module", params=STACKS)
def stacked(request):
    return request.param, *make_stacks(request.param)


def forms(diagram):
    """Return the drawings of a figure: wide, and narrow where there is one."""
    return list(ET.fromstring(diagram._repr_html_()).iter(f"{SVG}svg"))


def test_stacks_are_what_runs(stacked):
    _, model, size, depth, diagram = stacked
    table = summary.layer_table(model, size, depth=depth)
    rows = {r.name: r for r in table.rows if r.name != "not run"}
    both = forms(diagram)
    assert len(both) == 2
    for tree in both:
        found = layers(tree)
        assert len(found) == len(set(found))
        inside = {".".join(name.split(".")[: depth or 99]) for name in found}
        assert set(rows) | {"input"} <= inside | set(found)
    for group in (g for g in both[0].iter(f"{SVG}g") if g.get("data-shape")):
        shape = tuple(map(int, group.get("data-shape").split("×")))
        last = group.get("data-layers").split("|")[-1]
        if last in rows and rows[last].kind != "Flatten":
            assert rows[last].shape == shape
        words = " ".join(t.text for t in group.iter(f"{SVG}text"))
        maps, *sides = shape
        if any(side > 1 for side in sides):
            assert f"@{'×'.join(map(str, sides))}" in words
            each = re.search(r"(?:(\d)·)?(\d+)@", words)
            assert int(each[1] or 1) * int(each[2]) == maps
        else:
            assert str(maps) in words.split()


def test_stacks_stay_inside_and_can_be_read(stacked):
    _, *_, diagram = stacked
    for tree, shown in zip(forms(diagram), (750, 358), strict=True):
        _, _, width, height = map(float, tree.get("viewBox").split())
        scale = min(shown / width, 1)
        boxes = []
        for text in tree.iter(f"{SVG}text"):
            size, x = (float(text.get(k)) for k in ("font-size", "x"))
            assert size * scale >= 10.9
            long = 0.55 * size * len(text.text)
            left = x - long / 2 if text.get("text-anchor") else x
            assert left >= -1 and left + long <= width + 1, text.text
            y = float(text.get("y"))
            assert 0 < y < height
            if text.get("text-anchor"):
                boxes.append((left, y, long, text.text))
        for i, (x, y, w, words) in enumerate(boxes):
            for left, top, wide, other in boxes[:i]:
                apart = x + w <= left + 4 or left + wide <= x + 4
                assert apart or abs(y - top) > 10, (words, other)


def test_stacks_say_in_words_what_they_are(stacked):
    case, *_, diagram = stacked
    for tree in forms(diagram):
        assert tree.get("role") == "img"
        assert tree.find(f"{SVG}title").text == case
        assert tree.find(f"{SVG}desc").text == diagram.alt
        ids = [tree.find(f"{SVG}{t}").get("id") for t in ("title", "desc")]
        assert tree.get("aria-labelledby").split() == ids
    ids = re.findall(r' id="([^"]+)"', diagram._repr_html_())
    assert len(ids) == len(set(ids)) == 4


def test_same_network_same_stacks_in_colors_for_any_page(stacked):
    case, *_, diagram = stacked
    text = diagram._repr_html_()
    assert make_stacks(case)[-1]._repr_html_() == text
    colors = {color for color, _ in cards.FAMILIES.values()}
    assert set(re.findall(r"#[0-9A-Fa-f]{3,8}\b", text)) <= colors
    assert not re.search(r"\b(black|white|rgb|nan|None)\b|<script", text)


def numbers(path):
    return [float(x) for x in re.findall(r"-?[\d.]+", path.get("d"))]


def test_windows_are_to_scale():
    tree = forms(make_stacks("lenet5")[-1])[0]
    windows = [
        p for p in tree.iter(f"{SVG}path") if p.get("class") == "window"
    ]
    units = [p for p in tree.iter(f"{SVG}path") if p.get("class") == "unit"]
    fronts = {
        g.get("data-layers").split("|")[0]: float(
            g.find(f"{SVG}rect").get("width")
        )
        for g in tree.iter(f"{SVG}g")
        if g.get("class") == "layer"
    }
    # c1 reads 5 of 32 columns, s2 2 of 28, c3 5 of 14, s4 2 of 10, c5 all.
    reads = [("input", 5, 32), ("c1", 2, 28), ("s2", 5, 14), ("c3", 2, 10)]
    reads += [("s4", 5, 5)]
    for window, unit, (name, kernel, side) in zip(
        windows, units, reads, strict=False
    ):
        wide = numbers(window)[2]
        assert wide == pytest.approx(fronts[name] * kernel / side, abs=0.1)
        assert numbers(unit)[2] > 0
    assert len(windows) == len(units) == 6
    assert fronts["c1"] / fronts["input"] == pytest.approx(28 / 32, abs=0.01)
    assert fronts["s4"] / fronts["s2"] == pytest.approx(5 / 14, abs=0.01)


def sheets(case):
    """Return how many sheets, or bars, each layer has, by its first name."""
    found = {}
    for group in forms(make_stacks(case)[-1])[0].iter(f"{SVG}g"):
        if group.get("class") == "layer":
            lines = [p for p in group if p.get("class") == "sheets"]
            count = [1 + p.get("d").count("M") for p in lines]
            found[group.get("data-layers").split("|")[0]] = count
    return found


def test_more_maps_are_more_sheets_and_groups_are_columns():
    found = sheets("lenet5")
    assert found["input"] == [1] and found["c1"] == [6]
    assert found["c3"] == [7] and found["c5"] == [1]
    found = sheets("alexnet_2012")
    split = [name for name, stacks in found.items() if len(stacks) == 2]
    numbers = (0, 3, 4, 7, 8, 10, 12, 14)
    assert split == [f"features.{i}" for i in numbers]
    assert found["features.0"] == [9, 9] and len(found["head.1"]) == 1
    assert all(len(s) == 1 for s in sheets("vgg16").values())


def test_equal_stretches_are_drawn_once():
    diagram = make_stacks("equal blocks")[-1]
    for tree in forms(diagram):
        assert "× 2" in texts(tree)
        found = [g for g in tree.iter(f"{SVG}g") if g.get("class") == "layer"]
        assert len(found) == 4
    assert "2 times in a row: " in diagram.alt
    assert "×\u00a02" not in diagram.alt
    stage = make_stacks("resnet stage")[-1]
    assert "in a row" not in stage.alt  # its first block is another one
    wide = forms(make_stacks("vgg16")[-1])[0]
    assert sum(line.startswith(("2 ×", "3 ×")) for line in texts(wide)) == 5


def test_every_dense_layer_reads_all_before():
    tree = forms(make_stacks("dense block")[-1])[0]
    edges = [p for p in tree.iter(f"{SVG}path") if p.get("class") == "edge"]
    # Eight layers and the concat: each reads all that came before it.
    assert len(edges) == sum(range(1, 10))


def test_a_u_has_its_skips_on_one_line():
    tree = forms(make_stacks("unet")[-1])[0]
    fronts = {}
    for group in tree.iter(f"{SVG}g"):
        if group.get("class") == "layer":
            rect = group.find(f"{SVG}rect")
            middle = float(rect.get("y")) + float(rect.get("height")) / 2
            fronts[group.get("data-layers").split("|")[0]] = middle
    for down, up in (("encoder.0.0", "skips.3"), ("encoder.3.0", "skips.0")):
        assert abs(fronts[down] - fronts[up]) < 15
    assert fronts["encoder.3.0"] - fronts["encoder.0.0"] > 200


def test_stacks_that_do_not_fit_are_cards():
    many = diagrams.stacks(Inception(9), (8, 9, 9))
    assert many.body
    diagram = make_stacks("unet")[-1]
    assert "<rect" in diagram.narrow[1] and "then ReLU" in diagram.narrow[1]


def test_the_form_follows_the_column(browser):
    page = browser.new_page(viewport={"width": 1280, "height": 700})
    page.set_content(make_stacks("lenet5")[-1]._repr_html_())
    for width, form in ((1280, "wide"), (750, "wide"), (390, "narrow")):
        page.set_viewport_size({"width": width, "height": 700})
        for name in ("wide", "narrow"):
            shown = page.locator(f".cnn-form-{name} svg").is_visible()
            assert shown == (name == form)
    page.close()


class Student(nn.Module):
    """A network with a forward of its own."""

    def __init__(self, forward):
        super().__init__()
        self.conv, self.own = nn.Conv2d(1, 2, 3), forward

    def forward(self, x):
        return self.own(self, x)


def broken(m, x):
    raise KeyError("a mistake of mine")


@pytest.mark.parametrize("make", [diagrams.draw, diagrams.stacks])
@pytest.mark.parametrize(
    ("forward", "words"),
    [
        (broken, "a mistake of mine"),
        (lambda m, x: m(x), "recursion"),
        (lambda m, x: m.conv(x).detach().numpy(), "does not run"),
        (lambda m, x: m.conv(x.flatten(1)), "does not run"),
    ],
)
def test_networks_that_fail_are_told_and_left_as_they_were(
    make, forward, words
):
    model = Student(forward).train()
    model.conv.eval()
    with pytest.raises(CourseError, match=words):
        make(model, (1, 8, 8))
    assert model.training and not model.conv.training
    assert not any(part._forward_hooks for part in model.modules())


@pytest.mark.parametrize("make", [diagrams.draw, diagrams.stacks])
@pytest.mark.parametrize(
    "output",
    [lambda x: {"a": x}, lambda x: (x, x), lambda x: [x], lambda x: None],
)
def test_networks_that_return_more_than_a_tensor_are_drawn(make, output):
    diagram = make(Student(lambda m, x: output(m.conv(x))), (1, 8, 8))
    assert "conv 3×3, 2 maps, conv, 2×6×6" in diagram.alt


@pytest.mark.parametrize("make", [diagrams.draw, diagrams.stacks])
@pytest.mark.parametrize(
    "arguments",
    [
        {"model": nn.LazyConv2d(2, 3)},
        {"model": nn.Conv2d},
        {"input_size": (1, 10**9, 10**9)},
        {"input_size": (1, 8)},
        {"input_size": (True, 8, 8)},
        {"input_size": (1, 0, 8)},
        {"input_size": "188"},
        {"depth": 0},
        {"depth": True},
        {"name": "a b"},
        {"name": '"><script>'},
        {"title": "bell \a"},
        {"title": 5},
        {"title": "x" * 201},
    ],
    ids=str,
)
def test_what_cannot_be_drawn_is_refused(make, arguments):
    given = {"model": nn.Conv2d(1, 2, 3), "input_size": (1, 8, 8)}
    with pytest.raises(CourseError, match="|".join(arguments)):
        make(**given | arguments)


@pytest.mark.parametrize(
    "title", ["<b> & 'x'", 'say "hi" `x`', "$x_1$", "\u200fאב", "two\nlines"]
)
def test_titles_stand_in_the_drawing_as_they_are_given(title):
    model = Student(lambda m, x: m.conv(x))
    for make in (diagrams.draw, diagrams.stacks):
        diagram = make(model, (1, 8, 8), title=title)
        assert ET.fromstring(diagram.svg()).find(f"{SVG}title").text == title
        figure = ET.fromstring(diagram._repr_html_())
        assert figure.find("figcaption").text.startswith(f"{title}: from ")


def test_more_boxes_than_anybody_reads_are_refused():
    many = nn.Sequential(*(nn.Conv2d(1, 1, 1) for _ in range(2_100)))
    with pytest.raises(CourseError, match="2101 boxes"):
        diagrams.draw(many, (1, 8, 8))


class Wild(nn.Module):
    """A network of random layers that read what came shortly before."""

    def __init__(self, seed):
        super().__init__()
        draw = random.Random(seed)
        kinds = {
            "conv": lambda: nn.Conv2d(4, 4, 3, padding=1, groups=2),
            "relu": nn.ReLU,
            "pool": lambda: nn.MaxPool2d(2, ceil_mode=True),
            "block": lambda: conv(4, 4),
            "gap": lambda: nn.AdaptiveAvgPool2d(1),
            "add": nn.Identity,
            "cat": lambda: nn.Conv2d(8, 4, 1),
        }
        self.picks = [
            (draw.choice(list(kinds)), draw.randrange(3), draw.random())
            for _ in range(draw.randint(3, 14))
        ]
        self.parts = nn.ModuleList(kinds[kind]() for kind, *_ in self.picks)

    def forward(self, x):
        seen = [x]
        for (kind, back, which), part in zip(
            self.picks, self.parts, strict=True
        ):
            a = seen[-1 - back % len(seen)]
            fitting = [x for x in seen if x.shape == a.shape]
            b = fitting[int(which * len(fitting))]
            if kind == "add":
                seen.append(a + b)
            else:
                seen.append(part(torch.cat([a, b], 1) if kind == "cat" else a))
        return seen[-1]


def test_networks_of_any_shape_are_drawn():
    """Branches in branches, and connections that cross in one of them."""
    for seed in range(48):
        model = Wild(seed)
        cards_of = diagrams.draw(model, (4, 16, 16))
        drawn = layers(ET.fromstring(cards_of.svg()))
        assert len(drawn) == len(set(drawn))
        for tree in forms(diagrams.stacks(model, (4, 16, 16))):
            assert sorted(layers(tree)) == sorted(drawn)


def test_branches_inside_of_a_residual_block_are_drawn():
    class Block(nn.Module):
        def __init__(self):
            super().__init__()
            self.a, self.b = nn.Conv2d(8, 4, 1), nn.Conv2d(8, 4, 1)
            self.c = nn.Conv2d(8, 8, 1)

        def forward(self, x):
            return x + self.c(torch.cat([self.a(x), self.b(x)], 1))

    for tree in forms(diagrams.stacks(Block(), (8, 9, 9))):
        assert len(layers(tree)) == 6


@pytest.mark.parametrize("make", [diagrams.draw, diagrams.stacks])
@pytest.mark.parametrize(
    "output",
    [
        lambda x: None,
        lambda x: {},
        lambda x: 5,
        lambda x: x.sum(),
        lambda x: x[:, :0],
        lambda x: torch.zeros(1, 3),
    ],
)
def test_a_layer_that_gives_no_maps_is_named(make, output):
    class Layer(nn.Module):
        def __init__(self):
            super().__init__()
            self.weight = nn.Parameter(torch.ones(1))

        def forward(self, x):
            return output(x * self.weight)

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.odd, self.conv = Layer(), nn.Conv2d(1, 2, 3)

        def forward(self, x):
            self.odd(x)
            return self.conv(x)

    with pytest.raises(CourseError, match="'odd' gives no maps"):
        make(Net(), (1, 8, 8))
