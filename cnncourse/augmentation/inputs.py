"""What comes in: what is refused, and pictures as floats from 0 to 1."""

from typing import Any, TypeGuard

import torch
from torch import Tensor

from cnncourse.errors import CourseError, unknown

BORDERS = ("zeros", "border", "reflection")
MODES = ("bilinear", "nearest", "bicubic")
FLOATS = (torch.float16, torch.bfloat16, torch.float32, torch.float64)


def seen(value: object) -> str:
    """Return a short text that tells a student what was given."""
    if isinstance(value, Tensor):
        return f"a tensor of shape {tuple(value.shape)} and {value.dtype}"
    text = repr(value)
    return text if len(text) <= 60 else f"a {type(value).__name__}"


def check(
    good: object, name: str, value: object, expected: str, remedy: str
) -> None:
    """Say what was given, what was expected and what to try, if not good."""
    if not good:
        raise CourseError(
            f"{name}={seen(value)} was given; expected {expected}; try "
            f"{remedy}."
        )


def whole(value: object, least: int = 0) -> TypeGuard[int]:
    """Tell whether a value is a usable number of pixels."""
    if not isinstance(value, int) or isinstance(value, bool):
        return False
    return least <= value <= 100_000


def real(value: object) -> TypeGuard[float]:
    """Tell whether a value is a finite number of a sensible size."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    return abs(value) < 1e9


def check_whole(
    name: str, value: object, least: int = 0, most: int = 100_000
) -> None:
    good = whole(value, least) and value <= most
    expected = f"a whole number from {least} to {most}"
    check(good, name, value, expected, f"{name}={max(least, min(most, 2))}")


def check_number(
    name: str, value: object, least: float, most: float, nothing: float = 0
) -> None:
    good = real(value) and least <= value <= most
    remedy = f"{name}={nothing} for no change"
    check(good, name, value, f"a number from {least} to {most}", remedy)


def span(
    name: str, value: Any, middle: float | None, least: float, most: float
) -> tuple[float, float]:
    """Return (low, high): a pair as it is, a number r as middle -+ r.

    Args:
        middle: where nothing changes; without it a number r means (r, r).

    Raises:
        CourseError: if an end is no number from least to most.
    """
    ends = value if isinstance(value, tuple | list) else ()
    if real(value):
        ends = (value, value)
        if middle is not None:
            ends = (middle - value, middle + value)
    good = len(ends) == 2 and all(map(real, ends))
    check(
        good and least <= ends[0] <= ends[1] <= most,
        name,
        value,
        f"a number or a pair (low, high) that stays between {least} and "
        f"{most}",
        f"{name}={0 if middle is None else (middle, middle)} for no change",
    )
    return float(ends[0]), float(ends[1])


def sides(name: str, value: Any) -> tuple[int, int]:
    """Return (height, width) of a square's side or of a pair."""
    pair = (value, value) if whole(value) else value
    good = isinstance(pair, tuple | list) and len(pair) == 2
    good = good and all(whole(side, 1) for side in pair)
    expected = "a side or (height, width) in pixels, at least 1"
    check(good, name, value, expected, f"{name}=32")
    height, width = pair
    return height, width


def check_images(images: Tensor, name: str = "images") -> None:
    """Refuse what is no batch of uint8, or of floats from 0 to 1."""
    check(
        isinstance(images, Tensor)
        and images.layout == torch.strided
        and images.dtype in (torch.uint8, *FLOATS)
        and images.ndim == 4
        and images.numel() > 0
        and not images.is_meta,
        name,
        images,
        "at least one picture as a tensor (count, channels, height, width) "
        "of uint8 or of floats from 0 to 1",
        "images[None] for one picture",
    )
    if images.dtype == torch.uint8:
        return
    low, high = (float(end) for end in images.detach().aminmax())
    if not 0 <= low <= high <= 1:
        raise CourseError(
            f"{name} holds values from {low:g} to {high:g}; expected floats "
            "from 0 to 1 (no NaN). Divide by 255, or augment first and "
            "normalize afterwards."
        )


def floats(images: Tensor) -> Tensor:
    """Return pictures as floats from 0 to 1, of 32 bits or 64."""
    if images.dtype == torch.uint8:
        return images.float().div_(255)
    return images if images.dtype == torch.float64 else images.float()


def opened(images: Tensor) -> Tensor:
    """Return a checked batch as floats from 0 to 1."""
    check_images(images)
    return floats(images)


def closed(images: Tensor, dtype: torch.dtype) -> Tensor:
    """Clip floats to 0 and 1; return them in the dtype that came in."""
    images = images.clamp(0, 1)
    if dtype == torch.uint8:
        return (images * 255).round().to(dtype)
    return images.to(dtype)


def check_names(border: str, mode: str) -> None:
    if border not in BORDERS:
        raise unknown("border", border, BORDERS)
    if mode not in MODES:
        raise unknown("mode", mode, MODES)


def check_masks(masks: Tensor | None, images: Tensor) -> None:
    size = (images.shape[0], *images.shape[2:])
    check(
        masks is None
        or (
            isinstance(masks, Tensor)
            and masks.ndim in (3, 4)
            and (masks.shape[0], *masks.shape[-2:]) == size
            and 0 not in masks.shape
            and not masks.is_complex()
        ),
        "masks",
        masks,
        f"{len(images)} masks (count, height, width) of {size[1]}x{size[2]} "
        "pixels, as the pictures have",
        "masks=None",
    )


def check_boxes(boxes: Tensor | None, images: Tensor) -> None:
    check(
        boxes is None
        or (
            isinstance(boxes, Tensor)
            and boxes.dtype in (torch.float32, torch.float64)
            and boxes.ndim == 3
            and (len(boxes), boxes.shape[2]) == (len(images), 4)
            and bool(boxes.isfinite().all())
            and bool((boxes[..., :2] <= boxes[..., 2:]).all())
        ),
        "boxes",
        boxes,
        "finite floats (count, boxes, 4): left, top, right, bottom in "
        "pixels, left <= right and top <= bottom",
        "boxes.float()",
    )
