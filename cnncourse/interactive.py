"""Sliders that work on a page without a kernel.

All frames are drawn beforehand and travel in the page, whose own script
(`assets/cnncourse.js`) moves them; the HTML holds none. In a live notebook the
same object shows a real widget, which draws values in between as well.
"""

import html
import itertools
from collections.abc import Callable, Sequence
from typing import Annotated, Any

from matplotlib.figure import Figure
from pydantic import Field

from cnncourse.doors import door, shown
from cnncourse.errors import CourseError, told
from cnncourse.kinds import Anchor, Caption, Label
from cnncourse.visualize import data_uri, png

WIDGET_MIME = "application/vnd.jupyter.widget-view+json"
_count = itertools.count(1)


Values = Annotated[
    Sequence[int | float],
    Field(
        min_length=1,
        max_length=100,
        description="a list of at least one value and at most 100",
        examples=["[0, 1, 2]"],
    ),
]


@door
class Slider:
    """A figure that depends on one number.

    Args:
        draw: returns the figure for a value.
        values: the frames, in order.
        describe: says in words what the frame of a value shows.
        label: what the number is, with its unit.
        caption: the message of the figure.
        name: the anchor is "fig-" and this name.
        start: which of `values` is shown first; the first without it.
    """

    def __init__(
        self,
        draw: Callable[[float], Figure],
        values: Values,
        *,
        describe: Callable[[float], str],
        label: Label,
        caption: Caption,
        name: Anchor = "",
        start: int | float | None = None,
    ):
        if len({f"{value:g}" for value in values}) < len(values):
            raise CourseError(
                f"values={shown(values)} holds one twice, or two that look "
                "alike at six digits; try [0, 1, 2]."
            )
        if start not in (None, *values):
            raise CourseError(
                f"start={start} was given; a slider has at least one value, "
                f"and starts at one of them; try start={values[0]:g}."
            )
        self.draw, self.describe = draw, describe
        self.values, self.label = list(values), label
        self.caption, self.name = caption, name
        self.first = self.values.index(start) if start is not None else 0
        self.frames = [self._frame(value) for value in self.values]

    def _frame(self, value: float) -> tuple[str, str]:
        """Return the picture of a value, and what it says."""
        with told(f"draw({value:g}) failed", "Try it by itself."):
            figure = self.draw(value)
        with told(f"describe({value:g}) failed", "Try it by itself."):
            says = self.describe(value)
        words = isinstance(says, str) and len(set(says) - set(" .")) > 2
        if not (words and isinstance(figure, Figure)):
            raise CourseError(
                f"draw({value:g}) returned {shown(figure)} and "
                f"describe({value:g}) returned {shown(says)}; expected a "
                "figure, and words that say what it shows."
            )
        return data_uri(png(figure)), html.escape(says)

    def __str__(self) -> str:
        shown = ", ".join(f"{value:g}" for value in self.values)
        return f"Slider over {self.label} ({shown}): {self.caption}"

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, Any]:
        bundle: dict[str, Any] = {
            "text/plain": str(self),
            "text/html": self.page(),
        }
        widget = self._widget()
        if widget is not None:
            bundle[WIDGET_MIME] = widget
        return bundle

    def page(self) -> str:
        """Return the slider as HTML that needs no kernel and no network."""
        name = f"cnn-slider-{next(_count)}"
        frames = ""
        for value, (frame, says) in zip(self.values, self.frames, strict=True):
            hidden = "" if value == self.values[self.first] else " hidden"
            frames += (
                f'<img alt="{says}" data-value="{value:g}" '
                f'data-says="{value:g}: {says}" src="{frame}" '
                f'style="max-width:100%;height:auto"{hidden}>'
            )
        value = self.values[self.first]
        says = f"{value:g}: {self.frames[self.first][1]}"
        anchor = f' id="fig-{self.name}"' if self.name else ""
        return (
            f'<figure class="cnn-figure cnn-slider"{anchor}>{frames}'
            '<div style="display:flex;gap:.6em;flex-wrap:wrap">'
            f'<label for="{name}">{html.escape(self.label)}</label>'
            f'<input type="range" id="{name}" min="0" '
            f'max="{len(self.values) - 1}" step="1" value="{self.first}" '
            f'aria-valuetext="{says}" style="flex:1;min-width:10em">'
            f'<output for="{name}" style="min-width:3em">{value:g}</output>'
            f"</div><figcaption>{html.escape(self.caption)}</figcaption>"
            "</figure>"
        )

    def _widget(self) -> dict[str, Any] | None:
        """Return a view of a real widget where a kernel is listening."""
        try:
            import ipywidgets
            from IPython import get_ipython
        except ImportError:
            return None
        if getattr(get_ipython(), "kernel", None) is None:
            return None
        low, high = min(self.values), max(self.values)
        slider = ipywidgets.FloatSlider(
            value=self.values[self.first],
            min=low,
            max=high,
            step=(high - low) / 100 or 1,
            description=self.label,
            continuous_update=False,
            style={"description_width": "initial"},
        )
        picture = ipywidgets.HTML()

        def show(change: object = None) -> None:
            uri, says = self._frame(slider.value)
            picture.value = f'<img alt="{says}" src="{uri}">'

        slider.observe(show, "value")
        show()
        caption = ipywidgets.Label(self.caption)
        box = ipywidgets.VBox([slider, picture, caption])
        return {
            "version_major": 2,
            "version_minor": 0,
            "model_id": box.model_id,
        }
