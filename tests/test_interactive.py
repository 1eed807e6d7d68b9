"""A slider carries all its frames, and is a widget where a kernel listens."""

from html.parser import HTMLParser

import pytest

from cnncourse import interactive, visualize
from cnncourse.errors import CourseError


def draw(value):
    figure, axis = visualize.axes(2, 1)
    axis.plot([0, value])
    return figure


def slider(values=(0, 2, 4), **options):
    return interactive.Slider(
        draw,
        values,
        describe=lambda v: f"a line that ends at {v}",
        label="end <px>",
        caption="The line ends higher.",
        **options,
    )


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def all(self, name):
        return [attributes for tag, attributes in self.found if tag == name]


def test_all_frames_are_on_the_page():
    page = Tags(slider(start=2)._repr_mimebundle_()["text/html"])
    frames = page.all("img")
    assert [f["alt"] for f in frames] == [
        f"a line that ends at {v}" for v in (0, 2, 4)
    ]
    assert [("hidden" in f) for f in frames] == [True, False, True]
    assert len({f["src"] for f in frames}) == 3
    assert all(f["src"].startswith("data:image/png") for f in frames)


def test_frames_say_value_and_text_and_hold_no_script():
    text = slider(start=2, name="line").page()
    page = Tags(text)
    assert [(f["data-value"], f["data-says"]) for f in page.all("img")] == [
        (f"{v}", f"{v}: a line that ends at {v}") for v in (0, 2, 4)
    ]
    assert page.all("figure")[0]["id"] == "fig-line"
    for _, attributes in page.found:
        assert not any(name.startswith("on") for name in attributes)
    assert "<script" not in text


def test_the_range_is_labelled_and_starts_where_asked():
    page = Tags(slider(start=4).page())
    (control,) = page.all("input")
    assert control["max"] == "2" and control["value"] == "2"
    assert control["aria-valuetext"] == "4: a line that ends at 4"
    assert page.all("label")[0]["for"] == control["id"]
    assert page.all("output")[0]["for"] == control["id"]


def test_names_on_a_page_differ():
    ids = [Tags(slider().page()).all("input")[0]["id"] for _ in range(2)]
    assert ids[0] != ids[1]


def test_without_a_kernel_there_is_no_widget():
    bundle = slider()._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"}
    assert "0, 2, 4" in bundle["text/plain"]


def test_a_live_kernel_gets_a_widget_that_moves(monkeypatch):
    import ipywidgets

    made = []
    box = ipywidgets.VBox
    monkeypatch.setattr(
        "IPython.get_ipython", lambda: type("Shell", (), {"kernel": 1})()
    )
    monkeypatch.setattr(
        ipywidgets, "VBox", lambda parts: made.append(parts) or box(parts)
    )
    bundle = slider()._repr_mimebundle_()
    assert interactive.WIDGET_MIME in bundle
    control, picture, _ = made[0]
    before = picture.value
    control.value = 3.0
    assert picture.value != before
    assert "a line that ends at 3" in picture.value


@pytest.mark.parametrize("options", [{"values": ()}, {"start": 9}])
def test_impossible_sliders(options):
    with pytest.raises(CourseError, match="at least one value"):
        slider(**options)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"values": [1, 1]}, "twice"),
        ({"values": [1_000_001, 1_000_002]}, "look alike"),
        ({"values": list(range(10**4))}, "at most 100"),
        ({"values": [True, False]}, "see True"),
        ({"values": [0, float("nan")]}, "values"),
        ({"values": "123"}, "values='123'"),
        ({"start": True}, "start=True"),
        ({"name": 'x" onclick="y'}, "letters, digits"),
    ],
)
def test_values_that_make_no_slider(options, words):
    with pytest.raises(CourseError, match=words):
        slider(**options)


def make(draw=draw, describe="moved by {} pixels".format, **options):
    return interactive.Slider(
        draw, [1, 2], describe=describe, label="x", caption="c", **options
    )


@pytest.mark.parametrize(
    ("functions", "words"),
    [
        ({"draw": lambda v: None}, r"draw\(1\) returned None"),
        ({"draw": lambda v: visualize.axes(1, 1)}, r"draw\(1\) returned"),
        ({"draw": lambda v: 1 / 0}, r"draw\(1\) failed \(division by zero"),
        ({"draw": lambda: None}, r"draw\(1\) failed"),
        ({"describe": lambda v: ""}, r"describe\(1\) returned ''"),
        ({"describe": lambda v: "aaaaaaaaaaaa"}, r"describe\(1\) returned"),
        ({"describe": lambda v: v}, r"describe\(1\) returned 1"),
        ({"describe": lambda v: {}[v]}, r"describe\(1\) failed"),
    ],
)
def test_functions_that_fail_are_told_before_a_page_is_made(functions, words):
    with pytest.raises(CourseError, match=words):
        make(**functions)


def test_falling_values_have_a_widget_too(monkeypatch):
    monkeypatch.setattr(
        "IPython.get_ipython", lambda: type("Shell", (), {"kernel": 1})()
    )
    falling = slider((4, 2, 0))
    assert interactive.WIDGET_MIME in falling._repr_mimebundle_()
    assert slider(range(3)).values == [0, 1, 2]


def test_words_of_a_slider_are_escaped():
    hostile = '<b> "x" & `y` $z$'
    page = make(lambda v: draw(v), lambda v: hostile).page()
    assert hostile not in page
    assert Tags(page).all("img")[0]["alt"] == hostile
