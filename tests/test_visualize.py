"""Pictures carry their words, and show the numbers they were given."""

import io
import re

import numpy as np
import pytest
import torch
from PIL import Image

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
