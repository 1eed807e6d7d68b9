"""What the augmentation refuses, and how it says so."""

import torch
from torch import Tensor

from cnncourse.errors import CourseError, unknown

BORDERS = ("zeros", "border", "reflection")
MODES = ("bilinear", "nearest", "bicubic")
FLOATS = (torch.float16, torch.bfloat16, torch.float32, torch.float64)


def seen(value: object) -> str:
    """Return a short text that tells a student what was given."""
    text = (
        repr(value)
        if not isinstance(value, Tensor)
        else (f"a tensor of shape {tuple(value.shape)} and {value.dtype}")
    )
    return text if len(text) <= 60 else f"a {type(value).__name__}"


def whole(value: object, least: int = 0) -> bool:
    """Tell whether a value is a usable number of pixels."""
    number = isinstance(value, int) and not isinstance(value, bool)
    return number and least <= value <= 100_000


def span_of(
    name: str, value, least: float, most: float, middle=None, pair=True
) -> tuple[float, float]:
    """Return (low, high): a pair as it is, a number r as middle -+ r.

    Raises:
        CourseError: if an end is no number from least to most.
    """
    ends = value if pair and isinstance(value, tuple | list) else (value,)
    numbers = [
        float(end)
        for end in ends
        if isinstance(end, int | float)
        and not isinstance(end, bool)
        and abs(end) < 1e9
    ]
    if len(numbers) == len(ends) == 1:
        end = numbers[0]
        numbers = [middle - end, middle + end] if middle is not None else [end]
        numbers = numbers * 2 if len(numbers) == 1 else numbers
    if len(numbers) != 2 or not least <= numbers[0] <= numbers[1] <= most:
        pairs = " or a pair (low, high)" if pair else ""
        raise CourseError(
            f"{name}={seen(value)} was given; expected a number{pairs} that "
            f"stays between {least} and {most}; try {name}="
            f"{0 if middle is None else (middle, middle)} for no change."
        )
    return numbers[0], numbers[1]


def opened(images: Tensor, name: str = "images") -> Tensor:
    """Return a checked batch as floats from 0 to 1."""
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
        return images.float().div_(255)
    images = images if images.dtype == torch.float64 else images.float()
    low, high = (float(end) for end in images.detach().aminmax())
    if not 0 <= low <= high <= 1:
        raise CourseError(
            f"{name} holds values from {low:g} to {high:g}; expected floats "
            "from 0 to 1 (no NaN). Divide by 255, or augment first and "
            "normalise afterwards."
        )
    return images


def check_names(border: str, mode: str) -> None:
    for name, value, known in (
        ("border", border, BORDERS),
        ("mode", mode, MODES),
    ):
        if value not in known:
            raise unknown(name, value, known)


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
