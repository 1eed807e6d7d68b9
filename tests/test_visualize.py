"""Pictures carry their words, and show the numbers they were given."""

import io

import numpy as np
import pytest
import torch
from PIL import Image

from cnncourse import visualize
from cnncourse.architectures import create
from cnncourse.augmentation import Augment, Rotate
from cnncourse.errors import CourseError


def test_a_picture_carries_caption_and_description():
    figure, _ = visualize.axes()
    picture = visualize.Picture(figure, "Up & up.", "A line that goes <up>.")
    page = picture._repr_mimebundle_()["text/html"]
    assert 'alt="A line that goes &lt;up&gt;."' in page
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
    size = Image.open(io.BytesIO(picture.png)).size
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
    size = Image.open(io.BytesIO(picture.png)).size
    assert size[0] > 3 * size[1] / 1.5
