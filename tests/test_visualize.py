"""Pictures carry their words, and show the numbers they were given."""

import copy
import io
import re
from xml.etree import ElementTree

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from cnncourse import visualize
from cnncourse.architectures import create
from cnncourse.augmentation import Augment, Rotate
from cnncourse.errors import CourseError
from cnncourse.evidence import MEASURED, Interval


def drawn_size(picture):
    box = re.search(r'viewBox="0 0 (\S+) (\S+)"', picture.svg)
    return float(box[1]), float(box[2])


def test_a_picture_carries_caption_and_description():
    figure, _ = visualize.axes()
    picture = visualize.Picture(figure, "Up & up.", "A line that goes <up>.")
    page = picture._repr_mimebundle_()["text/html"]
    assert 'aria-label="A line that goes &lt;up&gt;."' in page
    assert "<figcaption>Up &amp; up.</figcaption>" in page
    assert "Up & up." in str(picture)


def test_a_picture_needs_a_description():
    with pytest.raises(CourseError, match="too short"):
        visualize.Picture(visualize.axes()[0], "Caption.", "plot")


def test_png_is_repeatable_and_small():
    def draw():
        figure, axis = visualize.axes()
        axis.plot([1, 3, 2])
        return visualize.png(figure)

    assert draw() == draw()
    assert len(draw()) < 30_000
    assert Image.open(io.BytesIO(draw())).width > 800


def test_curves_say_mean_of_first_and_last_point():
    picture = visualize.curves(
        {"a": [[0, 10], [2, 30]], "b": np.array([5.0, 5.0])},
        x_label="epoch",
        y_label="accuracy, %",
        caption="It rises.",
    )
    assert "a from 1 to 20; b from 5 to 5" in picture.alt
    assert "accuracy, % over epoch" in picture.alt


def test_filters_refuse_several_input_maps():
    with pytest.raises(CourseError, match=r"weight\[:, :1\]"):
        visualize.filters(torch.zeros(6, 3, 5, 5), caption="No.")


def test_kernels_that_learn_are_shown_without_a_warning(recwarn):
    visualize.filters(create("lenet5").c1.weight, caption="Six kernels.")
    assert not recwarn.list


def test_activations_are_the_layers_outputs():
    model = create("lenet5").eval()
    images = torch.randn(2, 1, 32, 32)
    found = visualize.activations(model, images, ["c1", "s2"])
    assert torch.equal(found["c1"], model.c1(images))
    assert torch.equal(found["s2"], model.s2(model.c1_tanh(model.c1(images))))
    with pytest.raises(CourseError, match="no layer called 'c9'"):
        visualize.activations(model, images, ["c9"])


def test_gallery_takes_grey_and_colour():
    images = [torch.rand(8, 8), torch.rand(1, 8, 8), torch.rand(3, 8, 8)]
    picture = visualize.gallery(
        images, ["a", "b", "c"], caption="Three.", alt="Three random pictures."
    )
    size = drawn_size(picture)
    assert size[0] > size[1]


def test_feature_maps_draw_a_row_per_layer():
    maps = {"c1": torch.rand(6, 9, 9), "s2": torch.rand(20, 4, 4)}
    figure = visualize.feature_maps(maps, columns=8)
    drawn = [len(axis.images) for axis in figure.axes]
    assert drawn == [1] * 6 + [0] * 2 + [1] * 8


def test_augmented_shows_the_original_first():
    """The first panel is the picture itself, the others differ."""
    torch.manual_seed(0)
    image = torch.randint(0, 256, (3, 8, 8), dtype=torch.uint8)
    drawn = []

    class Spy(Augment):
        def examples(self, *arguments):
            drawn.extend(super().examples(*arguments))
            return drawn

    picture = visualize.augmented(
        Spy(Rotate((45, 45))),
        image,
        3,
        torch.Generator().manual_seed(0),
        caption="Turned.",
        alt="A random picture, and three turned ones.",
    )
    assert len(drawn) == 4
    assert torch.allclose(255 * drawn[0], image.float(), atol=0.01)
    assert not torch.allclose(drawn[0], drawn[1], atol=0.1)
    size = drawn_size(picture)
    assert size[0] > 3 * size[1] / 1.5


def bundle(picture):
    return picture._repr_mimebundle_()


def chart():
    return visualize.curves(
        {"LeNet-5 (1998)": [[1, 5.0], [2, 7]], "dense": [[3, 4.0], [3, 4]]},
        x_label="epoch",
        y_label="accuracy, %",
        caption="Up.",
        name="training",
    )


def rows():
    return {
        "LeNet-5": {
            "clean": Interval(99, 98, 99.5),
            "moved": Interval(90, 85, 93),
        },
        "dense": {"moved": Interval(80, 76, 85)},
    }


def whiskers():
    return visualize.intervals(
        rows(), x_label="accuracy, %", caption="Apart.", line=50
    )


def kernels(**options):
    torch.manual_seed(0)
    return visualize.filters(
        torch.randn(6, 1, 5, 5), caption="Six.", **options
    )


def faces():
    torch.manual_seed(0)
    return visualize.gallery(
        torch.rand(10, 12, 7),
        ["a", "b", *[""] * 8],
        columns=5,
        caption="Ten.",
        alt="Ten random pictures, noise only.",
    )


@pytest.mark.parametrize("make", [chart, whiskers, kernels, faces])
def test_a_drawing_is_at_home_on_any_page(make):
    """Transparent, in the page's ink and font, large enough on a phone."""
    drawing = make().svg
    assert drawing == make().svg
    assert "currentColor" in drawing and visualize.INK not in drawing
    assert "<style" not in drawing and "font-family" not in drawing
    assert "#ffffff" not in drawing and "#000000" not in drawing
    sizes = re.findall(r"font(?:-size)?: ([\d.]+)px", drawing)
    width, _ = drawn_size(make())
    assert sizes and 200 <= width <= 480
    assert min(map(float, sizes)) * min(1, 350 / width) >= 11


def test_names_inside_of_drawings_do_not_collide():
    first, second = chart().svg, whiskers().svg
    names = [
        set(re.findall(r' id="([^"]*)"', text)) for text in (first, second)
    ]
    used = set(re.findall(r'(?:href="|url\()#([^")]*)', first))
    assert names[0] and not names[0] & names[1]
    assert used <= names[0]


def test_a_named_picture_can_be_linked_to():
    assert (
        '<figure class="cnn-figure" id="fig-training">'
        in (bundle(chart())["text/html"])
    )
    assert "id=" not in bundle(kernels())["text/html"].split("<svg")[0]


def test_curves_list_and_store_their_numbers():
    shown = bundle(chart())
    assert "LeNet-5 (1998): 1.5, 6\ndense: 3, 4" in shown["text/plain"]
    values = shown[MEASURED]["values"]
    assert [values[f"LeNet-5 (1998), {x}"][0] for x in (1, 2)] == [1.5, 6.0]
    # Four deviations of a difference of means; a fiftieth of the span.
    assert values["LeNet-5 (1998), 2"][1] == pytest.approx(4 * 2**0.5)
    assert values["dense, 2"] == [4.0, pytest.approx(4.5 / 50)]


def test_intervals_list_and_store_their_numbers():
    shown = bundle(whiskers())
    assert shown[MEASURED]["values"]["LeNet-5, moved, low"] == [85.0, 8.0]
    assert "dense, moved: 80.0 [76.0, 85.0]" in shown["text/html"]
    assert len(shown[MEASURED]["values"]) == 9


@pytest.mark.parametrize(
    "change",
    [
        {"cmap": "gray_r"},
        {"images": lambda x: x.flip(-1)},
        {"images": lambda x: x.flip(-2)},
        {"images": lambda x: x.mT},
        {"images": lambda x: x.flip(0)},
    ],
)
def test_a_changed_picture_or_color_map_leaves_its_tolerance(change):
    images = torch.zeros(2, 8, 8)
    images[0, :3, :6] = 1
    images[1, :, 6:] = 1

    def values(change):
        change = {"images": lambda x: x, **change}
        picture = visualize.gallery(
            caption="Two.",
            alt="Two pictures of bright blocks.",
            **change | {"images": change["images"](images)},
        )
        return bundle(picture)[MEASURED]["values"]

    before, after = values({}), values(change)
    assert before.keys() == after.keys()
    assert any(
        abs(before[label][0] - after[label][0]) > before[label][1]
        for label in before
    )


def test_signs_of_kernels_are_stored():
    weight = torch.zeros(1, 1, 4, 4)
    weight[..., :2, :] = 1
    weight[..., 2:, :] = -1
    values = bundle(visualize.filters(weight, caption="Edge."))[MEASURED]
    (upper, left) = (
        values["values"][f"picture 1, {h} half"][0] for h in ("upper", "left")
    )
    assert upper > 0.3 > left


def test_kernels_have_a_legend_of_colors():
    assert all(word in kernels().svg for word in (">negative<", ">positive<"))


def test_a_gallery_keeps_pictures_without_titles():
    drawing = faces().svg
    assert drawing.count("<image ") == 10
    assert drawing.count("pixelated") == 10
    assert ">a</text>" in drawing


def test_a_png_is_transparent():
    figure, axis = visualize.axes(2, 1)
    axis.plot([0, 1])
    picture = Image.open(io.BytesIO(visualize.png(figure))).convert("RGBA")
    assert picture.getpixel((0, 0))[3] == 0


# Words as they are given: nothing of this is mathematics, markup, a color or
# an address.
WORDS = (
    "costs $5 or $6", r"$\frac", "a < b & c > d", 'say "hi" to `x`',
    "_hidden", "\u200fright to left\u200e", "漢字 😀", "two\nlines", "a   b",
    ' id="x" #7b7b7b url(#a) font-family: q; d="1.23456"',
    "base64,not xlink:href", "</text><script>alert(1)</script>", r"\$ \n {0}",
)  # fmt: skip
SENTENCE = "A sentence that is long enough to stand for a figure."


def drawn_with(words):
    return [
        visualize.gallery(
            torch.rand(2, 8, 8), [words, ""], caption=words, alt=SENTENCE
        ),
        visualize.curves(
            {words: [1, 2], "b": [2, 3]},
            x_label=words,
            y_label=words,
            caption=words,
        ),
        visualize.intervals(
            {words: {words: Interval(2, 1, 3)}, "b": {"c": Interval(1, 0, 2)}},
            x_label=words,
            caption=words,
        ),
    ]


@pytest.mark.parametrize("words", WORDS)
def test_words_stand_on_the_page_as_they_are_given(words, recwarn):
    for picture, times in zip(drawn_with(words), (1, 3, 3), strict=True):
        page = ElementTree.fromstring(bundle(picture)["text/html"])
        lines = [each.text for each in page.iter() if each.text]
        for line in words.split("\n"):
            assert lines.count(line) >= times
        assert page.find("figcaption").text == words
    assert not recwarn.list


@pytest.mark.parametrize(
    "words", ["\0", "bell\a", "escape \x1b[0m", "\ufffe", "x" * 10_001]
)
def test_words_that_no_page_can_hold_are_refused(words):
    for make in (
        lambda: visualize.Picture(visualize.axes()[0], words, SENTENCE),
        lambda: visualize.gallery(
            torch.rand(1, 4, 4), [words], caption="c", alt=SENTENCE
        ),
        lambda: visualize.curves(
            {words: [1.0]}, x_label="x", y_label="y", caption="c"
        ),
    ):
        with pytest.raises(CourseError, match=r"control|length of at most"):
            make()


def test_words_that_leave_no_room_for_the_figure_are_refused():
    with pytest.raises(CourseError, match="cannot be drawn"):
        visualize.intervals(
            {"a": {"long " * 40: Interval(2, 1, 3)}}, x_label="x", caption="c"
        )
    figure, axis = visualize.axes()
    axis.set_title(r"$\frac$")
    with pytest.raises(CourseError, match="cannot be drawn"):
        visualize.png(figure)


@pytest.mark.parametrize(
    "name", ["a b", 'a" onload="x', "<b>", "a#b", "a/b", "\n", "$", "x" * 101]
)
def test_names_that_are_no_anchor_are_refused(name):
    with pytest.raises(CourseError, match="name="):
        kernels(name=name)


@pytest.mark.parametrize(
    "alt", ["", "a plot", "a" * 40, "plot " * 9, "." * 30, " " * 30]
)
def test_a_description_that_says_nothing_is_refused(alt):
    for make in (
        lambda: visualize.Picture(visualize.axes()[0], "c", alt),
        lambda: visualize.svg(visualize.axes()[0], alt),
        lambda: visualize.gallery(torch.rand(1, 4, 4), caption="c", alt=alt),
    ):
        with pytest.raises(CourseError, match=r"too short|length of at least"):
            make()


def gallery(images, titles=(), **options):
    return visualize.gallery(
        images, titles, caption="c", alt=SENTENCE, **options
    )


@pytest.mark.parametrize("titles", [["a"], ["a", "b", "c"], [""]])
def test_titles_must_be_as_many_as_pictures(titles):
    with pytest.raises(CourseError, match="titles were given for 2 pictures"):
        gallery(torch.rand(2, 8, 8), titles)


NAN = torch.full((2, 8, 8), float("nan"))


@pytest.mark.parametrize(
    "images",
    [
        [], [None, None], [torch.rand(4), torch.rand(4)], torch.rand(8, 8),
        torch.rand(2, 2, 8, 8), NAN, 1 / torch.zeros(2, 8, 8),
        255 * torch.rand(2, 3, 8, 8), torch.rand(2, 3, 8, 8) - 1,
        torch.rand(2, 8, 8).to_sparse(), torch.rand(2, 8, 8, device="meta"),
        torch.rand(2, 8, 8).to(torch.complex64), [torch.rand(2, 2)] * 10**6,
        torch.rand(129, 2, 2), torch.rand(1, 4100, 4100), "ab",
        {torch.rand(8, 8)}, (x for x in torch.rand(2, 8, 8)),
        np.zeros((2, 8, 8)), torch.rand(2, 0, 8),
    ],
)  # fmt: skip
@pytest.mark.parametrize("shared", [False, True])
def test_what_is_no_picture_is_refused(images, shared):
    with pytest.raises(CourseError, match="images"):
        gallery(images, shared=shared)


@pytest.mark.parametrize(
    "kind", ["half", "bfloat16", "double", "byte", "short", "bool", "long"]
)
def test_pictures_of_every_kind_of_number_are_seen(kind):
    """Those of 16 bits and the thinnest included; colors run from 0 to 1."""
    images = getattr((torch.rand(1, 9) > 0.5).float(), kind)()
    gray = gallery([images, images.mT, images[:1, :1]])
    assert all(
        abs(value) <= 1 for place in gray.data.values()
        for value, _ in place.values()
    )  # fmt: skip
    gallery([images.expand(3, 2, 9)])


def test_pictures_of_nothing_are_white_where_signs_are_shared():
    values = gallery(torch.zeros(1, 4, 4), shared=True, cmap="PuOr_r").data
    assert abs(values["picture 1"]["upper half"][0]) < 0.05


def lines(*arguments, **options):
    return visualize.curves(
        *arguments, x_label="x", y_label="y", caption="c", **options
    )


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ([{}], {}), ([{"a": []}], {}), ([{"a": [True, False]}], {}),
        ([{"a": ["1", "2"]}], {}), ([{"a": [1, float("nan")]}], {}),
        ([{"a": [[1, 2], [3]]}], {}), ([{"a": np.ones((2, 2, 2))}], {}),
        ([{"a": np.array([1j])}], {}), ([{"a": torch.tensor([True])}], {}),
        ([{"a": torch.rand(3, device="meta")}], {}),
        ([{"a": np.ones(10**6)}], {}), ([{"a": [1e308, 1e308]}], {}),
        ([{str(i): [1.0] for i in range(37)}], {}),
        ([{"a": [1, 2]}, [1]], {}), ([{"a": [1, 2]}, [1, 1]], {}),
        ([{"a": [1, 2]}, [1, 2, 3]], {}), ([{"a": [1, 2]}, "ab"], {}),
        ([{"a": [1, 2]}, [0, 1]], {"log_x": True}),
        ([{"a": [1, 2]}], {"bottom": 5}), ([{"a": [1, 2]}], {"log_x": 1}),
        ([{"a": [1, 2]}], {"tolerance": -1}),
    ],
)  # fmt: skip
def test_lines_that_cannot_be_drawn_are_refused(arguments, options):
    with pytest.raises(CourseError):
        lines(*arguments, **options)


def test_numbers_come_as_lists_arrays_tensors_and_ranges():
    for values in (
        [1, 2], (1.0, 2.0), range(1, 3), np.array([1, 2]),
        torch.tensor([1.0, 2.0], requires_grad=True),
        [torch.tensor([1.0, 2.0])], [np.array([1.0, 2.0])],
        [torch.tensor(1.0), torch.tensor(2.0)],
    ):  # fmt: skip
        assert lines({"a": values}, range(2)).data["a"]["1"][0] == 2
    close = lines({"a": [1, 2]}, [1_000_001, 1_000_002]).data["a"]
    assert len(close) == 2  # at six digits both are 1e+06


def test_the_seventh_line_differs_from_the_first():
    drawing = lines({str(i): [i, i + 1] for i in range(7)}).svg
    looks = re.findall(r'style="fill: none; (?:stroke-dash[^"]*)"', drawing)
    styles = re.findall(r'<path d="M[^"]*"[^>]*style="([^"]*)"', drawing)
    plotted = [style for style in styles if "stroke-width: 1.5" in style]
    assert looks and len(set(plotted)) >= 7


def test_numbers_of_one_label_are_refused():
    with pytest.raises(CourseError, match="one label"):
        visualize.Picture(
            visualize.axes()[0],
            "c",
            SENTENCE,
            data={"a, b": {"c": (1, 1)}, "a": {"b, c": (2, 1)}},
        )


@pytest.mark.parametrize(
    "rows",
    [
        {},
        {"a": {}},
        {"a": {"b": 5}},
        {"a": {"b": Interval(1, 2, 3)}},
        {"a": {"b": Interval(1, 0, 10**40)}},
    ],
)
def test_intervals_out_of_order_are_refused(rows):
    with pytest.raises(CourseError):
        visualize.intervals(rows, x_label="x", caption="c")


def test_figures_too_large_for_memory_are_refused():
    figure, _ = visualize.axes(100, 100)
    for make in (visualize.png, lambda f: visualize.svg(f, SENTENCE)):
        with pytest.raises(CourseError, match="square inches"):
            make(figure)
    for options in (
        {"nrows": 10**6}, {"nrows": 64, "ncols": 64}, {"no_option": 1},
        {"width": 10**9}, {"height": -1},
    ):  # fmt: skip
        with pytest.raises(CourseError):
            visualize.axes(**options)


class Student(nn.Module):
    """A network with a forward of its own."""

    def __init__(self, forward):
        super().__init__()
        self.conv, self.norm = nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4)
        self.relu, self.pair = nn.ReLU(inplace=True), Pair()
        self.own = forward

    def forward(self, x):
        return self.own(self, x)


class Pair(nn.Module):
    def forward(self, x):
        return x, x


def broken(m, x):
    raise KeyError("a mistake of mine")


def recurse(m, x):
    return m(x)


FORWARDS = {
    "a mistake of mine": broken,
    "recursion": recurse,
    "StopIteration": lambda m, x: next(iter(())),
    "does not run": lambda m, x: None,
    "expected input": lambda m, x: m.conv(x.expand(-1, 2, -1, -1)),
}


def state(model):
    return [
        (part.training, len(part._forward_hooks), len(part._forward_pre_hooks))
        for part in model.modules()
    ]


@pytest.mark.parametrize("reason", FORWARDS)
def test_networks_that_fail_are_told_and_left_as_they_were(reason):
    model = Student(FORWARDS[reason]).train()
    model.norm.eval()  # a frozen part of a network that trains
    model.conv.register_forward_hook(lambda *_: None)
    before = state(model)
    with pytest.raises(CourseError, match=reason):
        visualize.activations(model, torch.rand(2, 1, 8, 8), ["conv"])
    assert state(model) == before


@pytest.mark.parametrize(
    "output",
    [
        lambda x: {"logits": x},
        lambda x: (x, None),
        lambda x: None,
        lambda x: x.sum().item(),
    ],
)
def test_whatever_a_network_returns_its_layers_are_seen(output):
    def forward(model, x):
        if float(x.detach().mean()) > 2:  # what a traced graph cannot hold
            return None
        return output(model.relu(model.norm(model.conv(x))))

    model = Student(forward).train()
    before, stored = state(model), copy.deepcopy(model.state_dict())
    images = torch.rand(2, 1, 8, 8)
    found = visualize.activations(model, images, ["norm", "conv"])
    assert list(found) == ["norm", "conv"]
    # Before the ReLU wrote into it, with the statistics of evaluation.
    assert torch.equal(found["norm"], found["conv"] / (1 + 1e-5) ** 0.5)
    assert (found["norm"] < 0).any()
    assert state(model) == before
    for name, tensor in model.state_dict().items():
        assert torch.equal(tensor, stored[name])


def test_layers_that_give_no_maps_are_refused():
    model = Student(lambda m, x: m.pair(m.conv(x)))
    images = torch.rand(2, 1, 8, 8)
    for layer, words in (
        ("pair", "returns a tuple"),
        ("norm", "does not run"),
        ("", "no layer called ''"),
        ("cnov", "did you mean conv"),
    ):
        with pytest.raises(CourseError, match=words):
            visualize.activations(model, images, ["conv", layer])
    for layers in ([], "conv", [None], {"conv"}):
        with pytest.raises(CourseError, match="layers"):
            visualize.activations(model, images, layers)
    for wrong in (
        images / 0,
        images[0],
        images.to("meta"),
        images.to_sparse(),
    ):
        with pytest.raises(CourseError, match="images is"):
            visualize.activations(model, wrong, ["conv"])
    with pytest.raises(CourseError, match="no layer"):
        visualize.activations(nn.Conv2d(1, 1, 1), images, ["conv"])


@pytest.mark.parametrize(
    "maps",
    [
        {},
        {"a": torch.rand(4, 4)},
        {"a": torch.rand(2, 4, 4) / 0},
        {"a": torch.rand(0, 4, 4)},
        {"a": None},
        {str(i): torch.rand(1, 2, 2) for i in range(37)},
    ],
)
def test_what_are_no_maps_is_refused(maps):
    with pytest.raises(CourseError, match="maps"):
        visualize.feature_maps(maps)
