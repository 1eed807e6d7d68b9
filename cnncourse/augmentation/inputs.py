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


def check_number(
    name: str, value: object, least: float, most: float, nothing: float = 0
) -> None:
    if not real(value) or not least <= value <= most:
        raise CourseError(
            f"{name}={seen(value)} was given; expected a number from {least} "
            f"to {most}; try {name}={nothing} for no change."
        )


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
    if len(ends) == 2 and all(map(real, ends)):
        low, high = map(float, ends)
        if least <= low <= high <= most:
            return low, high
    nothing = 0 if middle is None else (middle, middle)
    raise CourseError(
        f"{name}={seen(value)} was given; expected a number or a pair (low, "
        f"high) that stays between {least} and {most}; try {name}={nothing} "
        "for no change."
    )


def sides(name: str, value: Any) -> tuple[int, int]:
    """Return (height, width) of a square's side or of a pair."""
    pair = (value, value) if whole(value) else value
    if isinstance(pair, tuple | list) and len(pair) == 2:
        height, width = pair
        if whole(height, 1) and whole(width, 1):
            return height, width
    raise CourseError(
        f"{name}={seen(value)} was given; expected a side or (height, width) "
        f"in pixels, at least 1; try {name}=32."
    )


def check_images(images: Tensor, name: str = "images") -> None:
    """Refuse what is no batch of uint8, or of floats from 0 to 1."""
    good = (
        isinstance(images, Tensor)
        and images.layout == torch.strided
        and images.dtype in (torch.uint8, *FLOATS)
        and images.ndim == 4
        and images.numel() > 0
        and not images.is_meta
    )
    if not good:
        raise CourseError(
            f"{name}={seen(images)} was given; expected at least one picture "
            "as a tensor (count, channels, height, width) of uint8 or of "
            "floats from 0 to 1; for one picture try images[None]."
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
    if masks is not None and (
        not isinstance(masks, Tensor)
        or masks.ndim not in (3, 4)
        or (masks.shape[0], *masks.shape[-2:]) != size
        or 0 in masks.shape
        or masks.is_complex()
    ):
        raise CourseError(
            f"masks={seen(masks)} was given; expected {len(images)} masks "
            f"(count, height, width) of {size[1]}x{size[2]} pixels, as the "
            "pictures have."
        )


def check_boxes(boxes: Tensor | None, images: Tensor) -> None:
    if boxes is not None and (
        not isinstance(boxes, Tensor)
        or boxes.dtype not in (torch.float32, torch.float64)
        or boxes.ndim != 3
        or (len(boxes), boxes.shape[2]) != (len(images), 4)
        or not boxes.isfinite().all()
        or (boxes[..., :2] > boxes[..., 2:]).any()
    ):
        raise CourseError(
            f"boxes={seen(boxes)} was given; expected finite floats (count, "
            "boxes, 4): left, top, right, bottom in pixels, left <= right "
            "and top <= bottom; try boxes.float()."
        )
