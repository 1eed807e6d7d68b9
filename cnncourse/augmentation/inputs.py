"""What comes in: the kinds of this room's arguments, and pictures as floats.

What a kind cannot tell, because it depends on another argument, is a `fit_`
function here.
"""

from typing import Annotated, Literal

import torch
from PIL import Image
from pydantic import AfterValidator, Field
from torch import Tensor

from cnncourse.doors import shown
from cnncourse.errors import CourseError

FLOATS = (torch.float16, torch.bfloat16, torch.float32, torch.float64)
MOST = 2**27  # values of a result: half a gigabyte of floats

Border = Literal["zeros", "border", "reflection"]
Mode = Literal["bilinear", "nearest", "bicubic"]
Pixel = Annotated[int, Field(ge=0, le=100_000)]
Side = Annotated[int, Field(ge=1, le=100_000)]
# A number, or (low, high) between which each picture draws its own.
Range = float | tuple[float, float]


def check(
    good: object, name: str, value: object, expected: str, remedy: str
) -> None:
    """Say what was given, what was expected and what to try, if not good."""
    if not good:
        raise CourseError(
            f"{name}={shown(value)} was given; expected {expected}; try "
            f"{remedy}."
        )


def fit_size(values: int, given: int) -> None:
    """Refuse a result that is larger than the pictures, and too large."""
    if values > max(given, MOST):
        raise CourseError(
            f"The result would have {values:,} values; expected at most "
            f"{MOST:,}; try a smaller size, or fewer pictures at a time."
        )


def plain(tensor: Tensor) -> bool:
    """Tell whether a tensor holds real numbers that can be looked up."""
    return not (tensor.is_nested or tensor.is_meta or tensor.is_complex())


def _pictures(images: Tensor) -> Tensor:
    """Refuse what is no batch of uint8, or of floats from 0 to 1."""
    good = plain(images) and images.dtype in (torch.uint8, *FLOATS)
    if not good or images.ndim != 4 or not images.numel():
        raise ValueError(
            f"is {shown(images)}; expected at least one picture as a tensor "
            "(count, channels, height, width) of uint8 or of floats from 0 "
            "to 1; try images[None] for one picture"
        )
    if images.dtype != torch.uint8:
        low, high = (float(end) for end in images.detach().aminmax())
        if not 0 <= low <= high <= 1:
            raise ValueError(
                f"holds values from {low:g} to {high:g}; expected floats "
                "from 0 to 1 (no NaN). Divide by 255, or augment first and "
                "normalize afterwards"
            )
    return images


def _some(images: Tensor | Image.Image) -> Tensor | Image.Image:
    """Refuse what is no batch, and no picture either."""
    if isinstance(images, Tensor):
        one = images.ndim == 3 and plain(images)
        _pictures(images[None] if one else images)
    elif images.mode not in ("L", "RGB") or 0 in images.size:
        raise ValueError(
            f"is a picture of mode {images.mode} and {images.size} pixels; "
            'expected L or RGB and at least one pixel; try convert("RGB")'
        )
    return images


def pair(size: int | tuple[int, int]) -> tuple[int, int]:
    """Return (height, width) of a square's side or of a pair."""
    return size if isinstance(size, tuple) else (size, size)


def span(middle: float | None, least: float, most: float) -> AfterValidator:
    """Return what makes (low, high) of a `Range`: of r, middle -+ r.

    Args:
        middle: where nothing changes; without it a number r means (r, r).
        least, most: what both ends lie between.
    """

    def ends(value: Range) -> tuple[float, float]:
        if isinstance(value, tuple):
            low, high = value
        elif middle is None:
            low, high = value, value
        else:
            low, high = middle - value, middle + value
        if not least <= low <= high <= most:
            raise ValueError(
                f"is {value}; expected a number or a pair (low, high) that "
                f"stays between {least} and {most}; try "
                f"{(middle or 0, middle or 0)} for no change"
            )
        return low, high

    return AfterValidator(ends)


def _result(dtype: torch.dtype | None) -> torch.dtype | None:
    if dtype not in (None, torch.uint8, *FLOATS):
        raise ValueError(
            f"is {dtype}; expected torch.uint8 or a float type; try "
            "torch.float32"
        )
    return dtype


Images = Annotated[Tensor, AfterValidator(_pictures)]
Some = Annotated[Tensor | Image.Image, AfterValidator(_some)]
Sides = Annotated[Side | tuple[Side, Side], AfterValidator(pair)]
DType = Annotated[torch.dtype | None, AfterValidator(_result)]


def floats(images: Tensor) -> Tensor:
    """Return pictures as floats from 0 to 1, of 32 bits or 64."""
    if images.dtype == torch.uint8:
        return images.float().div_(255)
    return images if images.dtype == torch.float64 else images.float()


def closed(images: Tensor, dtype: torch.dtype) -> Tensor:
    """Clip floats to 0 and 1; return them in the dtype that came in."""
    images = images.clamp(0, 1)
    if dtype == torch.uint8:
        return (images * 255).round().to(dtype)
    return images.to(dtype)


def fit_masks(masks: Tensor, images: Tensor) -> None:
    size = (images.shape[0], *images.shape[2:])
    good = plain(masks) and masks.ndim in (3, 4) and masks.numel()
    check(
        good and (masks.shape[0], *masks.shape[-2:]) == size,
        "masks",
        masks,
        f"{len(images)} masks (count, height, width) of {size[1]}x{size[2]} "
        "pixels, as the pictures have",
        "masks=None",
    )


def fit_boxes(boxes: Tensor, images: Tensor) -> None:
    good = plain(boxes) and boxes.dtype in (torch.float32, torch.float64)
    good = good and boxes.ndim == 3
    check(
        good
        and (len(boxes), boxes.shape[2]) == (len(images), 4)
        and bool((boxes.abs() < 1e6).all())
        and bool((boxes[..., :2] <= boxes[..., 2:]).all()),
        "boxes",
        boxes,
        "finite floats (count, boxes, 4): left, top, right, bottom in "
        "pixels, left <= right and top <= bottom",
        "boxes.float()",
    )
