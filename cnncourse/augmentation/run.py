"""Steps that become one resampling and one change of colors."""

import math
from functools import cached_property

import torch
from torch import Tensor

from cnncourse.augmentation.inputs import fit_size
from cnncourse.augmentation.step import (
    Color,
    Draw,
    Geometry,
    Pixels,
    Step,
    after,
    at_mean,
    gated,
    product,
)
from cnncourse.augmentation.warp import backward, kept, recolor, resample, unit
from cnncourse.errors import CourseError


class Run:
    """Some steps on end, a pixel step the last.

    All their numbers are drawn for the whole batch, by `add`. What `change`
    does to a part of it depends on nothing else.
    """

    def __init__(self, draw: Draw, border: str, mode: str) -> None:
        self.old = self.size = draw.size
        self.border, self.mode, self.straight = border, mode, True
        self.geometry: Tensor | None = None
        self.color: Tensor | None = None
        self.last: tuple[Pixels, Tensor, tuple[Tensor, ...]] | None = None

    def add(self, step: Step, gate: Tensor, draw: Draw) -> None:
        """Draw a step's numbers, and put it behind those before it."""
        if isinstance(step, Geometry):
            matrix = gated(step._matrix(draw), gate)
            if self.geometry is not None:
                matrix = product(matrix, self.geometry)
            self.geometry = matrix
            self.size = draw.size = step._size(draw.size)
            values = draw.count * draw.channels * math.prod(draw.size)
            fit_size(values, draw.given)
            self.straight &= not step.projective
        elif isinstance(step, Color):
            matrix = gated(step._matrix(draw), gate)
            if self.color is not None:
                matrix = after(matrix, self.color)
            self.color = matrix
        elif isinstance(step, Pixels):
            self.last = step, gate, step._draw(draw)

    @cached_property
    def where(self) -> tuple[Tensor, Tensor] | None:
        """What `resample` needs of the geometry."""
        matrix = self.geometry
        if matrix is None:
            return None
        return backward(matrix, self.old, self.straight), unit(matrix)

    def check(self) -> None:
        """Refuse matrices whose entries floats cannot hold."""
        for matrix in (self.where and self.where[0], self.color):
            # As in `kept`: on a GPU, asking would wait for the device.
            if matrix is None or matrix.is_cuda:
                continue
            if not bool((matrix.abs() < 1e9).all()):
                raise CourseError(
                    "steps were given that together enlarge, shrink or "
                    "brighten a billion times; try fewer, or milder ones."
                )

    def change(
        self, images: Tensor, part: slice
    ) -> tuple[Tensor, Tensor | None]:
        """Return a part of the batch, changed, and its color matrices."""
        color = None
        if self.where is not None:
            back, same = (matrix[part] for matrix in self.where)
            images = resample(
                images, back, same, self.size, self.border, self.mode
            )
        if self.color is not None:
            color = at_mean(self.color[part], images)
            images = recolor(images, color)
        if self.last is not None:
            step, gate, drawn = self.last
            changed = step._apply(images, tuple(x[part] for x in drawn))
            images = kept(~gate[part], images, changed)
        return images, color

    def move_masks(self, masks: Tensor) -> Tensor:
        """Return masks where the pictures have gone."""
        if self.where is None:
            return masks
        back, same = self.where
        planes = masks if masks.ndim == 4 else masks[:, None]
        moved = resample(
            planes.to(back.device, torch.double),
            back,
            same,
            self.size,
            self.border,
            "nearest",
        )
        return moved.view(*masks.shape[:-2], *self.size).to(masks)
