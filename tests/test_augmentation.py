"""Augmentation: identity, peers, randomness, what follows, bad input."""

import math

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from torchvision.transforms import v2
from torchvision.transforms.v2 import functional as V

from cnncourse import augmentation as A
from cnncourse.augmentation import Augment, RandAugment, warp
from cnncourse.augmentation.pixels import BANK, noise_bank
from cnncourse.augmentation.step import Draw
from cnncourse.datasets.shapes import shapes
from cnncourse.errors import CourseError

BILINEAR = v2.InterpolationMode.BILINEAR


def seeded(seed=0):
    return torch.Generator().manual_seed(seed)


def drawn(count=6, size=32):
    return torch.from_numpy(shapes(count, size=size).images)


IMAGES = drawn()
ODD = IMAGES[:, :, :31, :27].contiguous()
AXES = A.PCAColor.of(IMAGES).axes
# fmt: off
NOTHING = (
    A.Flip(p=0), A.Rotate(0), A.Scale(0), A.Translate(0), A.Shear(0),
    A.Perspective(0), A.Crop(), A.Crop(padding=3, p=0), A.Brightness(0),
    A.Contrast(0), A.Saturation(0), A.Hue(0), A.PCAColor(AXES, 0),
    A.Noise(0), A.Blur(0), A.Cutout(0), RandAugment(2, 0.0),
    RandAugment(0, 1.0), A.Noise(0.5, p=0), A.Cutout(9, p=0),
)
# fmt: on
# fmt: off
EVERY = (
    A.Flip(), A.Rotate(30), A.Scale(0.3), A.Translate(0.2), A.Shear(15),
    A.Perspective(0.5), A.Crop(padding=4), A.Brightness(0.5),
    A.Contrast(0.5), A.Saturation(0.5), A.Hue(0.2), A.PCAColor(AXES, 0.5),
    A.Noise(0.1), A.Blur((0.5, 2.0)), A.Cutout(12), RandAugment(3, 0.7),
)
# fmt: on


def name(step):
    return type(step).__name__


@pytest.mark.parametrize("step", NOTHING, ids=name)
@pytest.mark.parametrize("images", [IMAGES, ODD / 255, ODD.double() / 255])
def test_zero_magnitude_is_the_identity(step, images):
    assert torch.equal(Augment(step)(images, seeded()), images)


def test_all_nothings_together_are_the_identity():
    masks, boxes = ODD[:, 0] > 99, torch.rand(6, 2, 2).repeat(1, 1, 2) * 20
    done = Augment(*NOTHING).apply(ODD, masks=masks, boxes=boxes)
    assert torch.equal(done.images, ODD)
    assert torch.equal(done.masks, masks)
    assert torch.equal(done.boxes, boxes)
    assert torch.equal(done.geometry, torch.eye(3).repeat(6, 1, 1))
    assert torch.equal(done.color, torch.eye(4).repeat(6, 1, 1))


# Against torchvision's functions, with its default of no `fill` (with fill=0
# it fades the border twice). Floats: both weight the same four pixels with
# black around, so only rounding differs (1e-4). uint8: torchvision rounds
# after resampling (1 level) and cuts to whole levels in colors (2 levels).
def theirs_affine(x, degrees, scale, shift, shear):
    shift = [shift * x.shape[-1], shift * x.shape[-2]]
    return V.affine(x, -degrees, shift, scale, [shear, shear], BILINEAR)


# fmt: off
PEERS = {
    "flip": (A.Flip(p=1), V.horizontal_flip, 1e-5),
    "vertical": (A.Flip(vertical=True, p=1), V.vertical_flip, 1e-5),
    "rotate": (
        A.Rotate((25, 25)), lambda x: V.rotate(x, 25, BILINEAR), 1e-4,
    ),
    "affine": (
        A.Affine((25, 25), (1.2, 1.2), (0.1, 0.1), (8, 8)),
        lambda x: theirs_affine(x, 25, 1.2, 0.1, 8), 1e-4,
    ),
    "scale": (
        A.Scale((0.7, 0.7)), lambda x: theirs_affine(x, 0, 0.7, 0, 0), 1e-4,
    ),
    "translate": (
        A.Translate((-0.2, -0.2)),
        lambda x: theirs_affine(x, 0, 1, -0.2, 0), 1e-4,
    ),
    "shear": (
        A.Shear((20, 20)), lambda x: theirs_affine(x, 0, 1, 0, 20), 1e-4,
    ),
    "brightness": (
        A.Brightness((1.4, 1.4)), lambda x: V.adjust_brightness(x, 1.4), 1e-5,
    ),
    # The weights of gray sum to 0.9999 there: up to 1e-4 of a difference.
    "contrast": (
        A.Contrast((0.4, 0.4)), lambda x: V.adjust_contrast(x, 0.4), 2e-4,
    ),
    "saturation": (
        A.Saturation((0.3, 0.3)), lambda x: V.adjust_saturation(x, 0.3), 2e-4,
    ),
    # A third of a turn only swaps channels, in HSV as about the gray axis.
    "hue": (
        A.Hue((1 / 3, 1 / 3)), lambda x: V.adjust_hue(x, 1 / 3), 1e-4,
    ),
    "blur": (
        A.Blur(1.0), lambda x: V.gaussian_blur(x, [7, 7], [1.0, 1.0]), 1e-5,
    ),
}
# fmt: on


@pytest.mark.parametrize("peer", PEERS)
@pytest.mark.parametrize("images", [IMAGES, ODD], ids=["even", "odd"])
def test_torchvision_agrees(peer, images):
    step, function, bound = PEERS[peer]
    floats = images / 255
    ours, theirs = Augment(step)(floats), function(floats)
    assert (ours - theirs).abs().max() < bound
    assert (ours - floats).abs().max() > 0.05
    levels = Augment(step)(images).int() - function(images).int()
    assert levels.abs().max() <= 2


def test_hue_stays_within_its_bound_of_hsv():
    images = torch.rand(64, 3, 8, 8, generator=seeded())
    chroma = images.amax(1) - images.amin(1)
    for turn in (-0.4, -0.1, 0.05, 0.25, 0.5):
        ours = Augment(A.Hue((turn, turn)))(images)
        gap = (ours - V.adjust_hue(images, turn)).abs().amax(1)
        assert (gap <= chroma / 3 + 1e-4).all()
        assert gap.max() > 0.01


@pytest.mark.parametrize("images", [IMAGES, ODD], ids=["even", "odd"])
def test_perspective_agrees_with_torchvision(images):
    floats, (height, width) = images / 255, images.shape[2:]
    step = A.Perspective(0.5)
    matrices = step.matrix(floats, seeded())
    ours = Augment(step)(floats, seeded())
    corners = [[0, 0], [width, 0], [width, height], [0, height]]
    for index, matrix in enumerate(matrices):
        ends = torch.tensor([[*c, 1.0] for c in corners]) @ matrix.T
        ends = (ends[:, :2] / ends[:, 2:]).tolist()
        theirs = V.perspective(floats[index], corners, ends, BILINEAR)
        assert (ours[index] - theirs).abs().max() < 2e-3


def test_perspective_moves_every_corner_inward():
    matrices = A.Perspective(0.5).matrix(torch.rand(3000, 1, 20, 10), seeded())
    for x, y in ((0.0, 0.0), (10.0, 0.0), (10.0, 20.0), (0.0, 20.0)):
        place = matrices @ torch.tensor([x, y, 1.0])
        place = place[:, :2] / place[:, 2:]
        share = (place - torch.tensor([x, y])).abs() / torch.tensor([10, 20])
        assert (place - torch.tensor([5.0, 10])).abs().max() <= 10.001
        assert share.min() >= 0 and share.max() <= 0.2501
        assert (share.mean(0) - 0.125).abs().max() < 0.006


@pytest.mark.parametrize("size", [None, 20, (40, 24)])
def test_crop_agrees_with_torchvision(size):
    step = A.Crop(size, padding=6)
    ours = Augment(step)(IMAGES, seeded())
    matrices = step.matrix(IMAGES, seeded())
    shape = ours.shape[2:]
    assert shape == {None: (32, 32), 20: (20, 20)}.get(size, size)
    for image, result, matrix in zip(IMAGES, ours, matrices, strict=True):
        left, top = (6 - matrix[:2, 2]).int().tolist()
        padded = V.pad(image, [6, 6, 6, 6])
        assert torch.equal(result, V.crop(padded, top, left, *shape))


def test_cutout_erases_what_torchvision_erases():
    images = torch.ones(200, 1, 9, 12)
    for picture in Augment(A.Cutout(5))(images, seeded()):
        rows, columns = (picture[0] == 0).nonzero().unbind(1)
        top, left = int(rows.min()), int(columns.min())
        height, width = (int(x.max() - x.min()) + 1 for x in (rows, columns))
        assert max(height, width) <= 5
        assert height == 5 or top == 0 or top + height == 9
        theirs = V.erase(images[0], top, left, height, width, torch.zeros(1))
        assert torch.equal(picture, theirs)


def test_one_matrix_is_close_to_resampling_twice_but_sharper():
    floats = IMAGES / 255
    forth, back = A.Rotate((30, 30)), A.Rotate((-30, -30))
    once = Augment(forth, back)(floats)
    twice = Augment(back)(Augment(forth)(floats))
    middle = (..., slice(8, 24), slice(8, 24))
    assert (once - floats)[middle].abs().max() < 1e-4
    assert (twice - floats)[middle].abs().max() > 0.05


def test_geometry_passes_color_but_not_noise():
    steps = A.Flip(p=1), A.Contrast((0.5, 0.5)), A.Rotate((20, 20))
    done = Augment(*steps).apply(IMAGES / 255)
    matrix = steps[2].matrix(IMAGES) @ steps[0].matrix(IMAGES)
    assert torch.allclose(done.geometry, matrix, atol=1e-5)
    moved = warp(IMAGES / 255, matrix)
    assert torch.allclose(done.images, Augment(steps[1])(moved), atol=1e-5)
    hole = A.Cutout(9)
    assert torch.equal(
        Augment(A.Flip(p=1), hole)(IMAGES, seeded()),
        Augment(hole)(IMAGES.flip(3), seeded()),
    )
    assert torch.equal(
        Augment(hole, A.Flip(p=1))(IMAGES, seeded()),
        Augment(hole)(IMAGES, seeded()).flip(3),
    )


def test_colors_compose_into_the_matrix_that_is_exposed():
    images = IMAGES / 255 * 0.2 + 0.4
    steps = (
        A.Brightness((1.1, 1.1)),
        A.Contrast((1.3, 1.3)),
        A.Saturation((0.7, 0.7)),
        A.Contrast((0.8, 0.8)),
        A.Hue((0.1, 0.1)),
    )
    one_by_one = images
    for step in steps:
        one_by_one = Augment(step)(one_by_one)
    done = Augment(*steps).apply(images)
    assert torch.allclose(done.images, one_by_one, atol=1e-5)
    pixels = torch.cat([images, torch.ones_like(images[:, :1])], 1)
    mapped = torch.einsum("nij,njhw->nihw", done.color, pixels)[:, :3]
    assert torch.allclose(done.images, mapped, atol=1e-5)


@pytest.mark.parametrize("step", EVERY, ids=name)
def test_every_picture_has_its_own_randomness(step):
    images = IMAGES[:1].repeat(64, 1, 1, 1)
    results = Augment(step)(images, seeded())
    least = 2 if isinstance(step, A.Flip) else 40
    assert len({x.numpy().tobytes() for x in results}) >= least


@pytest.mark.parametrize("step", EVERY, ids=name)
def test_a_generator_determines_the_result(step):
    augment, ours = Augment(step), seeded(1)
    first, second = augment(IMAGES, seeded(7)), augment(IMAGES, seeded(7))
    assert torch.equal(first, second)
    state = torch.random.get_rng_state()
    again = augment(IMAGES, ours)
    assert torch.equal(torch.random.get_rng_state(), state)
    if not isinstance(step, A.Flip):
        assert not torch.equal(first, again)
    torch.manual_seed(7)
    assert torch.equal(augment(IMAGES), first)


@pytest.mark.parametrize("step", EVERY, ids=name)
def test_gradients_flow_and_inputs_stay(step):
    images = (ODD / 255 * 0.5 + 0.2).requires_grad_()
    before = images.detach().clone()
    Augment(step, A.Contrast(0.1), A.Noise(0.01))(images).sum().backward()
    assert images.grad.isfinite().all()
    assert (images.grad != 0).float().mean() > 0.4
    assert torch.equal(images.detach(), before)
    Augment(step, A.Contrast(0.1), A.Noise(0.1))(images.detach())
    assert torch.equal(images.detach(), before)


def test_gradients_reach_the_matrix():
    matrix = A.Rotate(20).matrix(IMAGES[:2], seeded()).double()
    matrix.requires_grad_()
    images = IMAGES[:2, :1, 8:16, 8:16].double() / 255
    assert torch.autograd.gradcheck(
        lambda m: warp(images, m), (matrix,), eps=1e-7, atol=1e-3
    )


@pytest.mark.parametrize("step", EVERY, ids=name)
def test_bytes_and_floats_agree(step):
    ours = Augment(step)(ODD, seeded())
    floats = Augment(step)(ODD / 255, seeded())
    assert ours.dtype == torch.uint8
    assert ((ours / 255 - floats).abs() <= 0.51 / 255).all()
    mixed = Augment(step, dtype=torch.float32)(ODD, seeded())
    assert torch.equal(mixed, floats)
    for dtype in (torch.float16, torch.bfloat16, torch.float64):
        low = Augment(step)((ODD / 255).to(dtype), seeded())
        assert low.dtype == dtype
        assert (low.float() - floats).abs().mean() < 5e-3


def test_gates_open_for_their_share():
    images = IMAGES[:1].repeat(4000, 1, 1, 1)[:, :, :8, :8].contiguous()
    for step in (
        A.Flip(p=0.3),
        A.Rotate((9, 9), p=0.3),
        A.Contrast((0.5, 0.5), p=0.3),
        A.Noise(0.3, p=0.3),
        A.Cutout(8, p=0.3),
    ):
        same = (Augment(step)(images, seeded()) == images).flatten(1).all(1)
        assert abs(1 - float(same.float().mean()) - 0.3) < 0.03


@pytest.mark.parametrize(
    ("step", "value", "low", "high"),
    [
        (
            A.Rotate((-20, 40)),
            lambda m: -torch.rad2deg(torch.atan2(m[:, 1, 0], m[:, 0, 0])),
            -20,
            40,
        ),
        (A.Scale(0.3), lambda m: m[:, 0, 0], 0.7, 1.3),
        (A.Brightness(0.3), lambda m: m[:, 0, 0], 0.7, 1.3),
        (A.Translate(0.25), lambda m: m[:, 0, 2] / 8, -0.25, 0.25),
        (A.Translate(0.25), lambda m: m[:, 1, 2] / 8, -0.25, 0.25),
        (
            A.Shear(20),
            lambda m: -torch.rad2deg(torch.atan(m[:, 0, 1])),
            -20,
            20,
        ),
        (A.Saturation((0.2, 1.2)), lambda m: 1 - m[:, 0, 1] / 0.587, 0.2, 1.2),
    ],
)
def test_parameters_are_uniform(step, value, low, high):
    matrix = step.matrix(torch.rand(20_000, 3, 8, 8), seeded())
    share = (value(matrix) - low) / (high - low)
    assert share.min() >= -1e-4 and share.max() <= 1 + 1e-4
    steps = torch.linspace(0, 1, 20_000)
    # Kolmogorov and Smirnov: 1.95 / sqrt(n) is exceeded once in a thousand.
    assert (share.sort().values - steps).abs().max() < 1.95 / 20_000**0.5


def test_crop_offsets_are_uniform():
    matrix = A.Crop(padding=2).matrix(torch.rand(9000, 1, 8, 8), seeded())
    counts = torch.bincount((matrix[:, 0, 2] + 2).long(), minlength=5)
    assert len(counts) == 5
    assert (counts / 9000 - 0.2).abs().max() < 0.02


def test_pca_colors_are_the_eigenvectors():
    images = torch.rand(9, 3, 16, 16, generator=seeded())
    images = torch.einsum(
        "ij,njhw->nihw",
        torch.tensor([[0.6, 0.3, 0], [0, 0.5, 0], [0, 0, 1]]),
        images,
    )
    step = A.PCAColor.of(images, 0.1)
    axes = torch.tensor(step.axes, dtype=torch.float64)
    values = axes.norm(dim=0)
    covariance = torch.cov(images.transpose(0, 1).flatten(1).double())
    unit = axes / values
    assert torch.allclose(unit * values @ unit.T, covariance, rtol=1e-2)
    shift = step.matrix(images[:1].repeat(20_000, 1, 1, 1), seeded())
    shift = shift[:, :3, 3].double()
    assert (shift.mean(0).abs() < 1e-3).all()
    expected = 0.01 * unit * values**2 @ unit.T
    assert (torch.cov(shift.T) - expected).abs().max() < 3e-6


def test_noise_has_the_moments_of_a_gaussian():
    gray = torch.full((600, 3, 32, 32), 0.5)
    noise = (Augment(A.Noise(0.05))(gray, seeded()) - 0.5) / 0.05
    assert abs(noise.mean()) < 3e-3
    assert abs(noise.std() - 1) < 3e-3
    assert abs((noise**3).mean()) < 0.02
    assert abs((noise**4).mean() - 3) < 0.05
    # Nothing is shared by pictures, channels, or neighbors: 4 deviations.
    flat = noise.flatten(1)
    together = flat @ flat.T / flat.shape[1]
    together.fill_diagonal_(0)
    assert together.abs().mean() < 0.02
    assert together.abs().max() < 0.5  # blocks overlap, rarely
    assert abs(together.mean()) < 1e-3
    limit = 4 / noise.numel() ** 0.5
    assert abs((noise[:, 0] * noise[:, 1]).mean()) < limit * 3**0.5 * 1.5
    for shifted in (noise.roll(1, 3), noise.roll(1, 2), noise.roll(1, 0)):
        assert abs((noise * shifted).mean()) < 1.5 * limit
    theirs = V.gaussian_noise(gray, 0, 0.05).std()
    assert abs(noise.std() * 0.05 - theirs) < 2e-4


def test_noise_bank_is_symmetric_and_standard():
    bank, half = noise_bank(torch.device("cpu")), BANK
    assert torch.equal(bank[:half], -bank[half:])
    assert abs(bank[:half].double().var() - 1) < 1e-5
    inside = (bank.abs() < 1.959964).float().mean()
    assert abs(inside - 0.95) < 1e-3


def test_masks_and_boxes_follow_the_geometry():
    data = shapes(60, size=48, seed=3)
    images = torch.from_numpy(data.images)
    masks = torch.from_numpy(data.masks)
    x, y, radius = (
        torch.from_numpy(data.factors[f]).float() for f in ("x", "y", "radius")
    )
    x, y = x + 0.5, y + 0.5  # pixel centers are at halves here
    boxes = torch.stack((x - radius, y - radius, x + radius, y + radius), 1)
    augment = Augment(
        A.Flip(),
        A.Crop(40, padding=2),
        A.Affine(40, 0.2, 0.1, 10),
        A.Perspective(0.3),
    )
    done = augment.apply(images, seeded(), masks=masks, boxes=boxes[:, None])
    assert done.masks.shape == (60, 40, 40) and done.masks.dtype == torch.bool
    assert done.boxes.shape == (60, 1, 4)
    # The mask, moved as a picture, and the mask that followed.
    moved = warp(masks[:, None].float(), done.geometry, (40, 40))[:, 0]
    assert (moved[done.masks] > 0.2).all() and (moved[~done.masks] < 0.8).all()
    for mask, (left, top, right, low) in zip(
        done.masks, done.boxes[:, 0], strict=True
    ):
        rows, columns = mask.nonzero().unbind(1)
        if len(rows):
            assert left - 1 <= columns.min() and columns.max() <= right
            assert top - 1 <= rows.min() and rows.max() <= low
    center = torch.stack((x, y, torch.ones(60)), 1)[:, :, None]
    place = (done.geometry @ center)[:, :, 0]
    place = place[:, :2] / place[:, 2:]
    inside = ((place > 1) & (place < 39)).all(1)
    box = done.boxes[inside, 0]
    assert (box[:, :2] < place[inside]).all()
    assert (place[inside] < box[:, 2:]).all()


def test_boxes_flip_and_masks_keep_their_type():
    boxes = torch.tensor([[[2.0, 3, 10, 7]]])
    masks = torch.randint(0, 2**40, (1, 2, 32, 32))
    done = Augment(A.Flip(p=1)).apply(IMAGES[:1], boxes=boxes, masks=masks)
    assert done.boxes.tolist() == [[[22.0, 3, 30, 7]]]
    assert torch.equal(done.masks, masks.flip(3))


@pytest.mark.parametrize("mix", [A.mixup, A.cutmix])
@pytest.mark.parametrize("alpha", [0.001, 0.2, 1.0, 5])
def test_mixed_labels_sum_to_one_and_match_the_pixels(mix, alpha):
    count = 400
    ones = torch.arange(count) % 2
    images = ones[:, None, None, None].float().expand(-1, 3, 9, 11)
    mixed, targets = mix(images, ones, 3, alpha, seeded())
    assert (targets.sum(1) - 1).abs().max() < 1e-6
    # A picture's brightness is the share of class 1.
    assert torch.allclose(mixed.mean((1, 2, 3)), targets[:, 1], atol=1e-5)
    assert targets[:, 2].abs().max() == 0
    own = targets.gather(1, ones[:, None])[:, 0]
    if mix is A.mixup:
        variance = 1 / (4 * (2 * alpha + 1))  # of Beta(alpha, alpha)
        assert abs(own.mean() - 0.5) < 0.1
        assert abs(own.var() - variance) < 0.03
        assert torch.equal(mix(images, ones, 3, alpha, seeded())[0], mixed)
    else:
        assert set(mixed.unique().tolist()) <= {0.0, 1.0}


@pytest.mark.parametrize("mix", [A.mixup, A.cutmix])
def test_alpha_zero_is_the_identity(mix):
    labels = torch.arange(6)
    mixed, targets = mix(IMAGES, labels, 6, 0)
    assert torch.equal(mixed, IMAGES)
    assert torch.equal(targets, torch.eye(6))


def test_randaugment_applies_its_count():
    images = torch.rand(3000, 3, 6, 6)
    draw = Draw(images, seeded())
    for count in (1, 2, 7):
        plan = RandAugment(count, 0.5)._plan(draw)
        gates = torch.stack([gate for _, gate in plan], 1).sum(1)
        # The identity is one of eight to pick from.
        assert set(gates.tolist()) == {count - 1, count}
        assert abs(gates.float().mean() - count * 7 / 8) < 0.03
    gray = Augment(RandAugment(2, 0.5))(images[:, :1], seeded())
    assert gray.shape == (3000, 1, 6, 6)


def test_one_picture_as_a_torchvision_transform():
    augment = Augment(A.Rotate((20, 20)), A.Contrast((0.5, 0.5)))
    expected = augment(IMAGES[:1])[0]
    assert torch.equal(augment(IMAGES[0]), expected)
    picture = V.to_pil_image(IMAGES[0])
    result = v2.Compose([augment, v2.PILToTensor()])(picture)
    assert torch.equal(result, expected)
    gray = augment(picture.convert("L"))
    assert gray.mode == "L" and gray.size == (32, 32)
    floats = Augment(A.Flip(p=1), dtype=torch.float32)(picture)
    assert torch.equal(V.pil_to_tensor(floats), IMAGES[0].flip(2))
    with pytest.raises(CourseError, match=r"images.*RGB"):
        augment(picture.convert("RGBA"))


def test_examples_show_a_picture_and_its_changes():
    results = Augment(A.Rotate(30)).examples(IMAGES[0, :1], 5, seeded())
    assert [tuple(x.shape) for x in results] == [(3, 32, 32)] * 6
    assert torch.equal(results[0][0], IMAGES[0, 0] / 255)
    assert not torch.equal(results[1], results[2])


def test_borders_and_modes_differ():
    turn = A.Rotate((45, 45))
    corner = {
        border: float(Augment(turn, border=border)(IMAGES)[..., 0, 0].sum())
        for border in ("zeros", "border", "reflection")
    }
    assert corner["zeros"] == 0 < corner["border"] != corner["reflection"]
    sharp = Augment(turn, mode="nearest")(IMAGES)
    levels = set(IMAGES[0].unique().tolist()) | {0}
    assert set(sharp[0].unique().tolist()) <= levels


def test_autocast_changes_nothing():
    augment = Augment(*EVERY)
    plain = augment(IMAGES / 255, seeded())
    with torch.autocast("cpu", torch.bfloat16):
        assert torch.equal(augment(IMAGES / 255, seeded()), plain)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a GPU")
@pytest.mark.parametrize("step", EVERY, ids=name)
def test_a_gpu_agrees(step):
    here = Augment(step)(ODD / 255, seeded())
    there = Augment(step)((ODD / 255).cuda(), seeded())
    assert (here - there.cpu()).abs().max() < 1e-3
    ours = torch.Generator("cuda").manual_seed(0)
    assert Augment(step)(ODD.cuda(), ours).is_cuda


# Changes of a chosen amount, against what others make of the same amount.
FIXED = {
    "resize": (A.resize, 0.6, lambda x, a: theirs_affine(x, 0, a, 0, 0)),
    "enlarge": (A.resize, 1.7, lambda x, a: theirs_affine(x, 0, a, 0, 0)),
    "rotate": (A.rotate, 25, lambda x, a: theirs_affine(x, a, 1, 0, 0)),
    "left": (A.rotate, -140, lambda x, a: theirs_affine(x, a, 1, 0, 0)),
    "blur": (A.blur, 1.0, lambda x, a: V.gaussian_blur(x, [7, 7], [a, a])),
}


@pytest.mark.parametrize("kind", FIXED)
@pytest.mark.parametrize("images", [IMAGES, ODD], ids=["even", "odd"])
def test_fixed_amounts_agree_with_torchvision(kind, images):
    change, amount, theirs = FIXED[kind]
    torch.manual_seed(0)
    state, before = torch.random.get_rng_state(), images.clone()
    ours = change(images, amount)
    expected = theirs(images / 255, amount)
    assert ours.dtype == torch.uint8 and ours.shape == images.shape
    assert (ours - 255 * expected).abs().max() <= 0.53  # it is rounded
    assert (change(images / 255, amount) - expected).abs().max() < 1e-4
    assert (ours != images).float().mean() > 0.1
    assert torch.equal(torch.random.get_rng_state(), state)
    assert torch.equal(images, before)


@pytest.mark.parametrize("images", [IMAGES, ODD, ODD / 255])
@pytest.mark.parametrize(
    ("right", "down"), [(0, 0), (1, 0), (-3, 2), (5, -9), (27, 0), (0, -31)]
)
def test_shifts_are_exact(images, right, down):
    rolled = images.roll((down, right), (2, 3))
    height, width = images.shape[2:]
    rows = torch.arange(height)[:, None] - down
    columns = torch.arange(width) - right
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    shifted = A.shift(images, right, down)
    assert torch.equal(shifted, rolled * inside)
    assert shifted.dtype == images.dtype
    assert A.shift(torch.ones(1, 1, 2, 3), 1).tolist() == [
        [[[0, 1, 1], [0, 1, 1]]]
    ]


def test_quarter_turns_move_every_pixel():
    for turns in range(-4, 5):
        expected = IMAGES.rot90(turns, (2, 3))
        assert torch.equal(A.rotate(IMAGES, 90 * turns), expected)


@pytest.mark.parametrize(
    "change",
    [
        A.shift,
        lambda x: A.resize(x, 1),
        lambda x: A.rotate(x, 0),
        lambda x: A.noise(x, 0),
        lambda x: A.blur(x, 0),
    ],
)
def test_an_amount_of_nothing_is_the_identity(change):
    assert torch.equal(change(ODD), ODD)
    assert torch.equal(change(ODD / 255), ODD / 255)


def test_fixed_noise_is_gaussian_reproducible_and_clipped():
    gray = torch.full((100, 3, 32, 32), 0.5)
    drawn = (A.noise(gray, 0.05, seed=3) - 0.5) / 0.05
    assert abs(drawn.mean()) < 0.01 and abs(drawn.std() - 1) < 0.01
    assert abs((drawn**4).mean() - 3) < 0.1
    again = (A.noise(gray, 0.1, seed=3) - 0.5) / 0.1
    assert torch.allclose(drawn, again, atol=1e-4)  # the same, but stronger
    assert not torch.equal(A.noise(gray, 0.05), A.noise(gray, 0.05, seed=3))
    assert not torch.equal(drawn[0], drawn[1])
    # Half of a normal variable is cut off: its mean is 1 / sqrt(2 pi).
    black = torch.zeros(100, 1, 32, 32, dtype=torch.uint8)
    for ground, sign in ((black, 1), (255 - black, -1)):
        noisy = A.noise(ground, 0.2)
        assert noisy.dtype == torch.uint8
        moved = sign * (noisy.double() - ground).mean() / 255
        assert abs(moved - 0.2 / math.sqrt(2 * math.pi)) < 1e-3


def test_a_shuffle_is_one_permutation_of_the_pixels():
    shuffled = A.shuffle(ODD, seed=5).numpy()
    places = np.arange(31 * 27, dtype=np.int64).reshape(1, 1, 31, 27)
    places = torch.from_numpy(places / 1000).expand(1, 3, 31, 27)
    order = (A.shuffle(places, seed=5).numpy()[0] * 1000).round().astype(int)
    assert (order == order[:1]).all()  # channels stay together
    assert sorted(order[0].ravel()) == list(range(31 * 27))
    flat = ODD.numpy().reshape(6, 3, -1)
    assert np.array_equal(
        shuffled.reshape(flat.shape), flat[:, :, order[0].ravel()]
    )
    assert (order[0].ravel() == np.arange(31 * 27)).mean() < 0.02
    assert not torch.equal(A.shuffle(ODD, seed=5), A.shuffle(ODD, seed=6))
    assert torch.equal(A.shuffle(ODD, seed=5), A.shuffle(ODD, seed=5))


# Bad input. Whatever comes in, the answer is a result or a CourseError that
# names the argument.
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=3),
    st.lists(st.floats(), max_size=3),
    st.tuples(st.floats(), st.floats()),
    st.tuples(st.integers(-5, 5), st.integers(-5, 5)),
    st.just(10**400),
    st.just({}),
    st.just(torch.rand(2)),
    st.complex_numbers(),
)
# fmt: off
FIELDS = [
    (A.Affine, "degrees"), (A.Affine, "scale"), (A.Affine, "shift"),
    (A.Affine, "shear"), (A.Perspective, "distortion"), (A.Crop, "size"),
    (A.Crop, "padding"), (A.Brightness, "factor"), (A.Contrast, "factor"),
    (A.Saturation, "factor"), (A.Hue, "turn"), (A.PCAColor, "axes"),
    (A.Noise, "std"), (A.Blur, "sigma"), (A.Cutout, "size"),
    (A.RandAugment, "count"), (A.RandAugment, "magnitude"), (A.Flip, "p"),
    (A.Rotate, "degrees"), (A.Scale, "scale"), (A.Translate, "shift"),
    (A.Shear, "shear"), (A.Noise, "p"), (A.Flip, "vertical"),
]
# fmt: on
SMALL = torch.rand(3, 3, 6, 5)
QUICK = settings(
    max_examples=600,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def refused(call, argument):
    """Tell whether a call was refused in words that name the argument."""
    try:
        call()
    except CourseError as error:
        assert argument in str(error)
        return True
    return False


@QUICK
@given(st.sampled_from(FIELDS), JUNK)
def test_steps_refuse_bad_numbers(field, value):
    make, argument = field

    def call():
        result = Augment(make(**{argument: value}))(SMALL)
        assert result.isfinite().all()

    refused(call, argument)


TENSORS = st.one_of(
    JUNK,
    st.builds(
        lambda shape, dtype, fill: torch.full(shape, fill).to(dtype),
        st.lists(st.integers(0, 4), max_size=5),
        st.sampled_from(
            [
                torch.uint8,
                torch.int64,
                torch.bool,
                torch.float16,
                torch.float32,
                torch.float64,
                torch.complex64,
            ]
        ),
        st.sampled_from([0.0, 0.5, 1.0, 2.0, -1.0, math.nan, math.inf]),
    ),
)


@QUICK
@given(st.sampled_from(EVERY), TENSORS)
def test_calls_refuse_bad_pictures(step, images):
    def call():
        result = Augment(step)(images)
        assert result.isfinite().all() and result.shape == images.shape

    refused(call, "images")


@QUICK
@given(
    st.sampled_from(
        [
            "masks",
            "boxes",
            "generator",
            "matrix",
            "size",
            "labels",
            "classes",
            "alpha",
            "border",
            "mode",
            "dtype",
            "steps",
            "image",
            "count",
        ]
    ),
    TENSORS,
)
def test_other_arguments_are_refused_by_name(argument, value):
    labels, turn = torch.tensor([0, 1, 2]), Augment(A.Rotate(20))
    matrix = A.Rotate(20).matrix(SMALL)
    calls = {
        "masks": lambda: turn.apply(SMALL, masks=value),
        "boxes": lambda: turn.apply(SMALL, boxes=value),
        "generator": lambda: turn(SMALL, value),
        "matrix": lambda: warp(SMALL, value),
        "size": lambda: warp(SMALL, matrix, value),
        "labels": lambda: A.mixup(SMALL, value, 3),
        "classes": lambda: A.cutmix(SMALL, labels, value),
        "alpha": lambda: A.mixup(SMALL, labels, 3, value),
        "border": lambda: Augment(A.Rotate(20), border=value)(SMALL),
        "mode": lambda: Augment(A.Rotate(20), mode=value)(SMALL),
        "dtype": lambda: Augment(A.Rotate(20), dtype=value)(SMALL),
        "steps": lambda: Augment(value),
        "image": lambda: turn.examples(value, 2),
        "count": lambda: turn.examples(SMALL[0], value),
    }
    harmless = isinstance(value, int) and value > 10**4
    if not (argument in ("count", "classes", "size") and harmless):
        refused(calls[argument], argument)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: Augment(A.Hue(0.1))(SMALL[:, :1]), "images of 1 channels"),
        (lambda: Augment(A.Crop(9))(SMALL), "size=.*padding"),
        (lambda: Augment()(SMALL * math.nan), "images.*nan.*normalize"),
        (lambda: Augment()(SMALL * 3 - 1), "images.*Divide by 255"),
        (lambda: Augment()(SMALL[:0]), "images.*at least one"),
        (lambda: A.Noise(0.1).matrix(SMALL), "no matrix of its own"),
        (lambda: A.mixup(SMALL, torch.tensor([0, 1, 3]), 3), "labels"),
        (lambda: A.Rotate((5, -5)), "degrees"),
        (lambda: Augment(A.Rotate), "steps"),
        (lambda: Augment(border="zero"), "zeros"),
        (lambda: A.shift(SMALL, 6), "right=6.*from -5 to 5"),
        (lambda: A.shift(SMALL, 0, 0.5), "down=0.5.*whole number"),
        (lambda: A.shift(SMALL[0], 1), "images.*images.None"),
        (lambda: A.resize(SMALL, 0), "factor=0.*0.01"),
        (lambda: A.rotate(SMALL, "20"), "degrees='20'.*number"),
        (lambda: A.noise(SMALL, -1), "deviation=-1"),
        (lambda: A.noise(SMALL, 0.1, seed=None), "seed=None"),
        (lambda: A.blur(SMALL, math.nan), "sigma=nan"),
        (lambda: A.shuffle(SMALL * 255), "images.*Divide by 255"),
    ],
)
def test_the_remedy_is_named(call, words):
    with pytest.raises(CourseError, match=words):
        call()


FINE = torch.rand(2, 3, 8, 8, generator=torch.Generator().manual_seed(1))
EYES = torch.eye(3).repeat(2, 1, 1)
TWO = torch.tensor([0, 1])


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: A.Crop(10**9), "size=1000000000.*100000"),
        (lambda: A.Cutout(10**9), "size=1000000000"),
        (lambda: Augment(A.Crop(90_000, 90_000))(FINE), "The result"),
        (lambda: Augment(A.Crop(9000, 9000), A.Noise())(FINE), "The result"),
        (lambda: Augment(A.Crop(9000, 9000), A.Crop(8))(FINE), "The result"),
        (lambda: warp(FINE, EYES, 90_000), "The result"),
        (lambda: A.mixup(FINE, TWO, 10**9), "classes=1000000000"),
        (lambda: Augment().examples(FINE[0], 10**6), "count=1000000"),
        (
            lambda: Augment().examples(torch.rand(3, 1000, 1000), 99),
            "The result",
        ),
    ],
)
def test_sizes_that_eat_memory_are_refused(call, words):
    with pytest.raises(CourseError, match=words):
        call()


@pytest.mark.parametrize("images", [FINE, FINE.double(), (FINE * 255).byte()])
@pytest.mark.parametrize(
    "step", [A.Scale((0.01, 0.01)), A.Brightness((100, 100))]
)
def test_steps_beyond_what_floats_hold_are_refused(step, images):
    """Nine times a hundred is 1e18; the pictures were NaN, or noise."""
    assert Augment(step)(images).isfinite().all()
    with pytest.raises(CourseError, match="billion"):
        Augment(*[step] * 20)(images)


@pytest.mark.parametrize("mix", [A.mixup, A.cutmix])
def test_the_smallest_alpha_makes_no_nan(mix):
    for alpha in (5e-324, 1e-300, 1e-9):
        mixed, targets = mix(FINE, TWO, 2, alpha, seeded())
        assert mixed.isfinite().all() and targets.isfinite().all()


@pytest.mark.parametrize(
    "images",
    [
        FINE.to_sparse(),
        FINE.to("meta"),
        FINE.to(torch.complex64),
        torch.empty(0, 3, 8, 8),
        FINE[0, 0].to_sparse_csr(),
        FINE.long(),
        FINE > 0.5,
    ],
    ids=["sparse", "meta", "complex", "empty", "csr", "int64", "bool"],
)
def test_tensors_without_pixels_are_refused_everywhere(images):
    for call in (
        Augment(A.Flip()),
        Augment(A.Flip()).apply,
        A.Flip().matrix,
        A.PCAColor.of,
        A.shift,
        A.shuffle,
        lambda x: A.rotate(x, 5),
        lambda x: warp(x, EYES),
        lambda x: A.mixup(x, TWO, 2),
    ):
        with pytest.raises(CourseError, match="images is"):
            call(images)


@pytest.mark.parametrize(
    "follows",
    [
        {"masks": torch.zeros(2, 8, 8).to_sparse()},
        {"masks": torch.empty(2, 8, 8, device="meta")},
        {"masks": torch.zeros(2, 8, 8, dtype=torch.complex64)},
        {"masks": torch.zeros(2, 9, 8)},
        {"boxes": torch.full((2, 1, 4), 1e30)},
        {"boxes": torch.full((2, 1, 4), math.nan)},
        {"boxes": torch.zeros(2, 1, 4).to_sparse()},
    ],
)
def test_masks_and_boxes_without_numbers_are_refused(follows):
    with pytest.raises(CourseError, match="|".join(follows)):
        Augment(A.Flip()).apply(FINE, **follows)
    none = Augment(A.Flip()).apply(FINE, boxes=torch.zeros(2, 0, 4))
    assert none.boxes.shape == (2, 0, 4)


def test_numpy_numbers_and_lists_are_numbers_and_pairs():
    assert A.Rotate([np.float32(-3), np.int64(4)]) == A.Rotate((-3, 4))
    assert A.Crop([np.int8(9), 7]) == A.Crop((9, 7))
    for wrong in (np.True_, torch.tensor(5.0), [1, None], (1, 2, 3), "5"):
        with pytest.raises(CourseError, match="degrees"):
            A.Rotate(wrong)


def test_pictures_of_pillow_that_cannot_be_read_are_told(tmp_path):
    path = tmp_path / "cut.png"
    V.to_pil_image(IMAGES[0]).save(path)
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(CourseError, match="cannot be decoded"):
        Augment()(Image.open(path))
    for mode, size in (("P", (4, 4)), ("I;16", (4, 4)), ("RGB", (0, 4))):
        with pytest.raises(CourseError, match="images is a picture of mode"):
            Augment()(Image.new(mode, size))


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a GPU")
def test_generators_masks_and_labels_of_another_device():
    ours, there = torch.Generator("cuda").manual_seed(0), seeded()
    for step in EVERY:
        assert not Augment(step)(IMAGES, ours).is_cuda
        assert Augment(step)(IMAGES.cuda(), there).is_cuda
    done = Augment(A.Flip(p=1)).apply(
        IMAGES.cuda(), masks=IMAGES[:, 0], boxes=torch.zeros(6, 1, 4)
    )
    assert not done.masks.is_cuda and not done.boxes.is_cuda
    assert A.mixup(IMAGES.cuda(), torch.arange(6), 6)[1].is_cuda
