"""Apply matrices: resample pictures and masks, move boxes, mix colors."""

import torch
from torch import Tensor
from torch.nn import functional as F

from cnncourse.augmentation.inputs import (
    FLOATS,
    Border,
    Images,
    Mode,
    Sides,
    check,
    closed,
    fit_size,
    floats,
    pair,
    plain,
)
from cnncourse.doors import door


@door
def warp(
    images: Images,
    matrix: Tensor,
    size: Sides | None = None,
    *,
    border: Border = "zeros",
    mode: Mode = "bilinear",
) -> Tensor:
    """Move pixels by given matrices; gradients reach both arguments.

    Args:
        images: as for `Augment`; a batch only.
        matrix: (count, 3, 3), from a position in the picture to one in the
            result.
        size: (height, width) of the result; as the pictures without it.
        border, mode: as for `Augment`.
    """
    old = images.shape[2], images.shape[3]
    new = old if size is None else pair(size)
    fit_size(images[:, :, 0, 0].numel() * new[0] * new[1], images.numel())
    check(
        plain(matrix)
        and matrix.dtype in FLOATS
        and matrix.shape == (len(images), 3, 3)
        and bool((matrix.abs() < 1e6).all())
        and torch.linalg.det(matrix.detach().double()).abs().min() >= 1e-9
        and bool((matrix[:, 2, 2] > 0).all()),
        "matrix",
        matrix,
        f"{len(images)} invertible 3x3 matrices of floats below 1e6, one per "
        "picture, the last entry positive",
        "Rotate(15).matrix(images)",
    )
    matrix = matrix.to(
        images.device, torch.promote_types(matrix.dtype, torch.float32)
    )
    moved = resample(
        floats(images),
        backward(matrix, old, straight=False),
        unit(matrix),
        new,
        border,
        mode,
    )
    return closed(moved, images.dtype)


def backward(matrix: Tensor, size: tuple[int, int], straight: bool) -> Tensor:
    """Return matrices from a position in the result to one for `grid_sample`.

    Args:
        matrix: (count, 3, 3), from a position in the picture to one in the
            result.
        size: (height, width) of the picture.
        straight: the last row of every matrix is (0, 0, 1), and left out.
    """
    # The inverse by cross products: exact for a unit matrix, no solver.
    rows = matrix.unbind(1)
    back = torch.stack(
        [torch.linalg.cross(rows[k - 2], rows[k - 1]) for k in range(3)], 2
    )
    back = back / (rows[0] * back[:, :, 0]).sum(1)[:, None, None]
    # There positions run from -1 to 1.
    scale = back.new_tensor([2 / size[1], 2 / size[0], 1])[:, None]
    shift = back.new_tensor([1, 1, 0])[:, None] * back[:, 2:]
    back = back * scale - shift
    return back[:, :2] if straight else back


def resample(
    images: Tensor,
    back: Tensor,
    same: Tensor,
    size: tuple[int, int],
    border: str,
    mode: str,
) -> Tensor:
    """Look up where each pixel of the result comes from.

    Args:
        back: of `backward`.
        same: (count,) bools, True for pictures that are not to be moved.
        size: (height, width) of the result.
    """
    back = back.to(images.dtype)
    y, x = (
        torch.arange(side, device=back.device, dtype=back.dtype) + 0.5
        for side in size
    )
    a, b, c = back[..., None].unbind(2)
    places = a[..., None] * x + (b * y + c)[..., None]
    if places.shape[1] == 3:
        # Nothing is seen from behind the horizon.
        places = places[:, :2] / places[:, 2:].clamp(min=1e-6)
    places = places.permute(0, 2, 3, 1)
    moved = F.grid_sample(images, places, mode, border, align_corners=False)
    return kept(same, images, moved) if images.shape == moved.shape else moved


def warp_boxes(boxes: Tensor, matrix: Tensor, size: tuple[int, int]) -> Tensor:
    """Move the corners of boxes; return what encloses them in the frame."""
    corners = boxes[..., [0, 1, 2, 1, 2, 3, 0, 3]].unflatten(-1, (4, 2))
    corners = F.pad(corners, (0, 1), value=1.0)[..., None, :]
    matrix = matrix.to(boxes)[:, None, None]
    x, y, depth = (corners * matrix).sum(-1).unbind(-1)
    x, y = (x / depth).clamp(0, size[1]), (y / depth).clamp(0, size[0])
    return torch.stack((x.amin(2), y.amin(2), x.amax(2), y.amax(2)), 2)


def recolor(images: Tensor, matrix: Tensor) -> Tensor:
    """Multiply every color by its picture's matrix."""
    matrix = matrix.to(images.dtype)
    factors, shift = matrix[:, :, :-1], matrix[:, :, -1:]
    return torch.baddbmm(shift, factors, images.flatten(2)).view_as(images)


def unit(matrix: Tensor) -> Tensor:
    """Tell which matrices change nothing."""
    same = matrix == torch.eye(matrix.shape[-1], device=matrix.device)
    return same.flatten(1).all(1)


def kept(same: Tensor, images: Tensor, changed: Tensor) -> Tensor:
    """Return the pictures as they were where nothing was to be changed."""
    # Asking is cheap on a CPU; on a GPU it would wait for the device.
    if images.device.type != "cpu" or bool(same.any()):
        return torch.where(same[:, None, None, None], images, changed)
    return changed
