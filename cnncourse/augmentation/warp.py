"""Apply matrices: resample pictures and masks, move boxes, mix colors."""

import torch
from torch import Tensor
from torch.nn import functional as F

from cnncourse.augmentation.geometry import Crop, Draw, in_chunks
from cnncourse.augmentation.inputs import FLOATS, check_names, opened, seen
from cnncourse.errors import CourseError


def warp(
    images: Tensor,
    matrix: Tensor,
    size: tuple[int, int] | None = None,
    *,
    border: str = "zeros",
    mode: str = "bilinear",
) -> Tensor:
    """Move pixels by given matrices; gradients reach both arguments.

    Args:
        images: as for `Augment`; a batch only.
        matrix: (count, 3, 3), from a position in the picture to one in the
            result.
        size: (height, width) of the result; as the pictures without it.
        border, mode: as for `Augment`.
    """
    pictures = opened(images)
    check_names(border, mode)
    if size is not None:
        size = Crop(size)._size(())
    if (
        not isinstance(matrix, Tensor)
        or matrix.dtype not in FLOATS
        or matrix.shape != (len(images), 3, 3)
        or not matrix.isfinite().all()
        or (torch.linalg.det(matrix.detach().double()).abs() < 1e-9).any()
        or not (matrix[:, 2, 2] > 0).all()
    ):
        raise CourseError(
            f"matrix={seen(matrix)} was given; expected {len(images)} "
            "invertible 3x3 matrices of finite floats, one per picture, the "
            "last entry positive; try Rotate(15).matrix(images)."
        )
    matrix = matrix.to(
        pictures.device, torch.promote_types(matrix.dtype, torch.float32)
    )
    size = size or tuple(images.shape[2:])
    draw = Draw(pictures, None)
    moved = resample(pictures, draw, matrix, size, border, mode, False)
    return closed(moved, images.dtype)


def resample(images, draw, matrix, size, border, mode, straight) -> Tensor:
    """Look up where each pixel of the result comes from.

    Args:
        straight: the last row of every matrix is (0, 0, 1).
    """
    old = tuple(images.shape[2:])
    # The inverse by cross products: exact for a unit matrix, no solver.
    rows = matrix.unbind(1)
    back = torch.stack(
        [torch.linalg.cross(rows[k - 2], rows[k - 1]) for k in range(3)], 2
    )
    back = back / (rows[0] * back[:, :, 0]).sum(1)[:, None, None]
    # Positions run from -1 to 1 in grid_sample.
    scale = back.new_tensor([2 / old[1], 2 / old[0], 1])[:, None]
    shift = back.new_tensor([1, 1, 0])[:, None] * back[:, 2:]
    back = (back * scale - shift).to(images.dtype)
    y, x = (
        torch.arange(side, device=back.device, dtype=back.dtype) + 0.5
        for side in size
    )
    back = back[:, :2] if straight else back

    def look_up(images: Tensor, back: Tensor, same: Tensor) -> Tensor:
        a, b, c = back[..., None].unbind(2)
        places = a[..., None] * x + (b * y + c)[..., None]
        if not straight:
            # Nothing is seen from behind the horizon.
            places = places[:, :2] / places[:, 2:].clamp(min=1e-6)
        places = places.permute(0, 2, 3, 1)
        warped = F.grid_sample(
            images, places, mode, border, align_corners=False
        )
        return kept(same, images, warped) if old == size else warped

    same = _is_unit(matrix)
    return in_chunks(look_up, images, draw, size, back, same)


def warp_masks(masks, matrix, size, border, straight) -> Tensor:
    """Move masks, each pixel from the nearest, in their own dtype."""
    planes = masks if masks.ndim == 4 else masks[:, None]
    planes = planes.double()
    moved = resample(
        planes, Draw(planes, None), matrix, size, border, "nearest", straight
    )
    return moved.view(*masks.shape[:-2], *size).to(masks.dtype)


def warp_boxes(boxes: Tensor, matrix: Tensor, size) -> Tensor:
    """Move the corners of boxes; return what encloses them in the frame."""
    corners = boxes[..., [0, 1, 2, 1, 2, 3, 0, 3]].unflatten(-1, (4, 2))
    corners = F.pad(corners, (0, 1), value=1.0)[..., None, :]
    matrix = matrix.to(boxes)[:, None, None]
    x, y, depth = (corners * matrix).sum(-1).unbind(-1)
    x, y = (x / depth).clamp(0, size[1]), (y / depth).clamp(0, size[0])
    return torch.stack((x.amin(2), y.amin(2), x.amax(2), y.amax(2)), 2)


def recolor(images: Tensor, draw: Draw, matrix: Tensor) -> Tensor:
    """Multiply every color by its picture's matrix."""

    def mix(images: Tensor, matrix: Tensor, same: Tensor) -> Tensor:
        factors, shift = matrix[:, :-1, :-1], matrix[:, :-1, -1:]
        mixed = torch.baddbmm(shift, factors, images.flatten(2))
        return kept(same, images, mixed.view_as(images))

    same, matrix = _is_unit(matrix), matrix.to(images.dtype)
    return in_chunks(mix, images, draw, draw.size, matrix, same)


def _is_unit(matrix: Tensor) -> Tensor:
    unit = torch.eye(matrix.shape[-1], device=matrix.device)
    return (matrix == unit).flatten(1).all(1)


def kept(same: Tensor, images: Tensor, changed: Tensor) -> Tensor:
    """Return the pictures as they were where nothing was to be changed."""
    # Asking is cheap on a CPU; on a GPU it would wait for the device.
    if images.device.type != "cpu" or bool(same.any()):
        return torch.where(same[:, None, None, None], images, changed)
    return changed


def closed(images: Tensor, dtype: torch.dtype, owns=False) -> Tensor:
    """Clip, and return to the dtype that came in."""
    in_place = owns and not images.requires_grad
    images = images.clamp_(0, 1) if in_place else images.clamp(0, 1)
    if dtype == torch.uint8:
        return (images * 255).round().to(dtype)
    return images.to(dtype)
