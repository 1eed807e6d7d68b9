"""The explorers of the chapter on augmentation show what the package does.

Chromium opens them from the file system, under the policy of the book's
pages; pictures, matrices and answers are compared on random settings.
"""

import base64
import re

import matplotlib.pyplot as plt
import pytest
import torch
from pages import ROUNDING, assert_fits, first_pictures, off, said, start

from cnncourse import augmentation, datasets, live
from cnncourse.augmentation.step import Draw
from cnncourse.datasets.shapes import UPRIGHT
from cnncourse.training import right

NETWORKS = [
    f"augment-{name}-upright" for name in ("nothing", "rotation", "position")
]
BORDERS, MODES = (
    ("zeros", "border", "reflection"),
    ("bilinear", "nearest", "bicubic"),
)
EACH = 3
WARP = """cases => cases.map(([values, side, matrix, border, mode]) =>
  [...cnncourse.warp(Float32Array.from(values), side, matrix, border, mode)])
"""
AUGMENT = """cases => cases.map(([values, other, state]) => {
  const made = cnncourse.augment(Float32Array.from(values),
    Float32Array.from(other), state);
  return {...made, values: [...made.values], several: [...made.several]};
})"""
START = {
    "flip": 0, "shear": 0, "scale": 1, "turn": 0, "tilt": 0, "right": 0,
    "down": 0, "bright": 1, "contrast": 1, "saturation": 1, "hue": 0,
    "pca": 0, "cutout": 0, "noise": 0, "mixup": 0, "cutmix": 0,
}  # fmt: skip


@pytest.fixture(scope="module")
def upright():
    data = datasets.load(
        "shapes", size=16, validation=0, train=1_000, nuisance=UPRIGHT
    )
    return first_pictures(data, EACH)


@pytest.fixture(scope="module")
def explorers():
    return {
        name: live.Explorer(
            "augmentation",
            networks,
            caption="A picture that is changed.",
            alt="A picture that is changed, and its matrices.",
            picture=plt.figure(),
        )
        for name, networks in (("mechanism", []), ("finding", NETWORKS))
    }


@pytest.fixture(scope="module")
def page(lab, explorers):
    page = start(lab, explorers["mechanism"])
    yield page
    page.close()


def random(generator, low: float, high: float) -> float:
    return low + (high - low) * float(torch.rand((), generator=generator))


def test_the_pictures_are_the_packages(upright):
    path = live.assets_folder() / "explorers" / "augmentation.js"
    shapes, digits = re.findall(r'"([\w+/=]{300,})"', path.read_text())
    assert base64.b64decode(shapes) == upright.test.images.numpy().tobytes()
    data = datasets.load("digits", size=16, validation=0)
    chosen = [int(torch.where(data.test.labels == k)[0][0]) for k in (2, 6)]
    images = data.test.images[chosen]
    assert base64.b64decode(digits) == images.numpy().tobytes()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("border", BORDERS)
def test_warps_are_the_packages(page, upright, border, mode):
    draw = torch.Generator().manual_seed(1)
    images = upright.test.images[:10].double() / 255
    steps = (
        augmentation.Perspective(0.5),
        augmentation.Affine(
            degrees=180, scale=(0.4, 1.6), shift=0.4, shear=25
        ),
    )
    tilt, move = (step.matrix(images.float(), draw) for step in steps)
    matrices = (move @ tilt).double()
    expected = augmentation.warp(images, matrices, border=border, mode=mode)
    cases = [
        [image.flatten().tolist(), 16, matrix.flatten().tolist(), border, mode]
        for image, matrix in zip(images, matrices, strict=True)
    ]
    found = torch.tensor(page.evaluate(WARP, cases)).view(10, 3, 16, 16)
    # What lies beyond 0 and 1 is cut by the package, later by the page.
    assert (found.clamp(0, 1) - expected).abs().max() < 1e-5
    assert found.std() > 0.01


class Fixed(Draw):
    """Random numbers that are none: the corners of the page's slider."""

    tilt = 0.0

    def uniform(self, ends=(0.0, 1.0), *shape):
        if shape == (4, 2):
            part = self.tilt / 2
            return torch.tensor([[[part, 0], [part, 0], [0, 0], [0, 0.0]]])
        return super().uniform(ends, *shape)


def settings(draw) -> dict[str, float]:
    """Return a random place of each slider of positions and colors."""
    chosen = dict(START)
    chosen["flip"] = int(random(draw, 0, 2))
    spans = {
        "shear": (-30, 30), "scale": (0.5, 1.5), "turn": (-180, 180),
        "tilt": (0, 0.6), "right": (-0.5, 0.5), "down": (-0.5, 0.5),
        "bright": (0.2, 1.5), "contrast": (0.2, 1.8),
        "saturation": (0, 2), "hue": (-0.5, 0.5), "pca": (-3, 3),
    }  # fmt: skip
    for key, span in spans.items():
        if random(draw, 0, 1) < 0.6:
            chosen[key] = round(random(draw, *span), 2)
    return chosen


def by_hand(images, chosen: dict, reversed_: bool):
    """Return the package's matrices for the page's sliders, multiplied."""
    fixed = Fixed(images, None)
    fixed.tilt = chosen["tilt"]

    def shifted(axis: int, part: float):
        matrix = torch.eye(3)[None]
        matrix[0, axis, 2] = 16 * part
        return matrix

    a = augmentation
    matrices = [
        a.Flip(p=1.0).matrix(images) if chosen["flip"] else torch.eye(3)[None],
        a.Shear((chosen["shear"],) * 2).matrix(images),
        a.Scale((chosen["scale"],) * 2).matrix(images),
        a.Rotate((chosen["turn"],) * 2).matrix(images),
        a.Perspective(0.6)._matrix(fixed),
        shifted(0, chosen["right"]),
        shifted(1, chosen["down"]),
    ]
    product = torch.eye(3)[None]
    for matrix in matrices[::-1] if reversed_ else matrices:
        product = matrix @ product
    return product


def test_products_and_colors_are_the_packages(page, upright):
    """Eleven sliders, composed: matrix, colors and pixels."""
    draw = torch.Generator().manual_seed(2)
    axes = augmentation.PCAColor.of(
        datasets.load("shapes", size=16, validation=0).train.images
    ).axes
    cases, expected = [], []
    for k in range(30):
        image = upright.test.images[k : k + 1].float() / 255
        chosen, reversed_ = settings(draw), k % 2 == 1
        border, mode = BORDERS[k % 3], MODES[k // 3 % 3]
        state = {
            "chosen": chosen,
            "reversed": reversed_,
            "border": border,
            "mode": mode,
        }
        cases.append([image.flatten().tolist()] * 2 + [state])
        product = by_hand(image, chosen, reversed_)
        moved = augmentation.warp(image, product, border=border, mode=mode)
        steps = [
            getattr(augmentation, name)((chosen[key],) * 2)
            for name, key in (
                ("Brightness", "bright"),
                ("Contrast", "contrast"),
                ("Saturation", "saturation"),
                ("Hue", "hue"),
            )
        ]
        color = augmentation.Augment(*steps).apply(moved).color[0]
        color[:3, 3] += chosen["pca"] * torch.tensor(
            [abs(row[2]) for row in axes]
        )
        colored = color[:3, :3] @ moved[0].flatten(1) + color[:3, 3:]
        expected.append((product[0], color, colored.clamp(0, 1)))
    found = page.evaluate(AUGMENT, cases)
    for k, (made, (product, color, colored)) in enumerate(
        zip(found, expected, strict=True)
    ):
        product_found = torch.tensor(made["geometry"]).view(3, 3)
        assert (product_found - product).abs().max() < 1e-3
        # Bicubic values beyond 0 and 1 shift the page's mean color.
        if MODES[k // 3 % 3] == "bicubic":
            continue
        color_found = torch.tensor(made["color"]).view(4, 4)
        assert (color_found - color).abs().max() < 1e-3
        values = torch.tensor(made["values"]).view(3, -1)
        far = (values - colored).abs() > 2e-3
        # Nearest pixels may differ where two are equally near.
        assert far.float().mean() < (0.03 if k // 3 % 3 == 1 else 1e-9)


def test_several_resamplings_are_the_packages(page, upright):
    image = upright.test.images[27:28].float() / 255
    chosen = START | {"turn": 20, "scale": 0.8}
    state = {
        "chosen": chosen,
        "reversed": False,
        "border": "zeros",
        "mode": "bilinear",
    }
    (made,) = page.evaluate(
        AUGMENT, [[image.flatten().tolist()] * 2 + [state]]
    )
    steps = [
        augmentation.Scale((0.8, 0.8)).matrix(image),
        augmentation.Rotate((20, 20)).matrix(image),
    ]
    twice = augmentation.warp(augmentation.warp(image, steps[0]), steps[1])
    once = augmentation.warp(image, steps[1] @ steps[0])
    several = torch.tensor(made["several"]).view_as(twice)
    assert (several - twice).abs().max() < 1e-5
    gap = 255 * float((once - twice).abs().mean())
    assert made["gap"] == pytest.approx(gap, abs=1e-3)
    turn(page, "Turn", 20)
    turn(page, "Scale", 0.8)
    said(page, f"Resampled 2 times .* by {gap:.1f} gray levels")
    page.get_by_text("Undo all").click()
    said(page, "every matrix is a unit matrix")


def test_mixed_pictures_and_labels(page, upright):
    image, other = upright.test.images[[0, 5]].float() / 255
    for key, share in (("mixup", 0.3), ("cutmix", 0.25), ("cutout", 6)):
        state = {
            "chosen": START | {key: share},
            "reversed": False,
            "border": "zeros",
            "mode": "bilinear",
        }
        (made,) = page.evaluate(
            AUGMENT,
            [[image.flatten().tolist(), other.flatten().tolist(), state]],
        )
        values = torch.tensor(made["values"]).view(3, 16, 16)
        if key == "mixup":
            expected = 0.7 * image + 0.3 * other
        else:
            side = 8 if key == "cutmix" else 6
            low = 8 - side // 2
            expected = image.clone()
            inside = slice(low, low + side)
            expected[:, inside, inside] = (
                other[:, inside, inside] if key == "cutmix" else 0
            )
        assert (values - expected).abs().max() < 1e-5
        own = {"mixup": 0.7, "cutmix": 0.75, "cutout": 1.0}[key]
        assert made["own"] == pytest.approx(own)
    page.get_by_label("pixels, labels").check()
    turn(page, "Mixup", 0.3)
    said(page, "label is now 0.70 arrow and 0.30 2")
    page.get_by_text("Undo all").click()
    said(page, "every matrix is a unit matrix")
    page.get_by_label("position", exact=True).check()


def turn(page, label: str, value: float) -> None:
    page.get_by_label(label, exact=True).fill(str(value))


def test_matrices_stand_beside_their_sliders(page):
    turn(page, "Turn", 90)
    said(page, "turned by 90")
    names = page.locator(".cnn-aug-pane .cnn-aug-matrix")
    labels = [each.get_attribute("aria-label") for each in names.all()]
    texts = dict(label.split(": ") for label in labels)
    # (x, y) goes to (y, 16 - x): counterclockwise, y points down.
    assert texts["matrix of Turn"] == (
        "0.00, 1.00, 0.00, −1.00, 0.00, 16.00, 0.00, 0.00, 1.00"
    )
    product = page.locator(".cnn-aug-products .cnn-aug-matrix").first
    assert texts["matrix of Turn"] in product.get_attribute("aria-label")
    turn(page, "Shift right", 0.5)
    said(page, "turned by 90°, shifted right by 0.50")
    first = product.get_attribute("aria-label")
    page.get_by_label("reversed").check()
    said(page, r"shifted right by 0.50 \(8 pixels\), turned by 90°")
    assert product.get_attribute("aria-label") != first
    page.get_by_label("as listed").check()
    page.get_by_text("Undo all").click()
    said(page, "every matrix is a unit matrix")


@pytest.mark.parametrize("name", NETWORKS)
def test_the_networks_equal_the_package(lab, upright, name):
    images = torch.randn(
        20, 3, 16, 16, generator=torch.Generator().manual_seed(1)
    )
    images[::2] = upright.normalize(upright.test.images[:10])
    model = live.load(name)
    assert off(lab.outputs(name, images), model, images) < ROUNDING
    assert live._script(name).stat().st_size < 100_000


def test_answers_on_changed_pictures_are_the_packages(lab, explorers, upright):
    page = start(lab, explorers["finding"])
    draw = torch.Generator().manual_seed(3)
    models = [live.load(name) for name in NETWORKS]
    for _ in range(6):
        degrees = round(random(draw, -180, 180))
        shift = round(random(draw, -0.3, 0.3), 2)
        light = round(random(draw, 0.3, 1), 1)
        turn(page, "Turn", degrees)
        turn(page, "Shift right", shift)
        turn(page, "Brightness", light)

        def change(images, degrees=degrees, shift=shift, light=light):
            matrix = augmentation.Rotate((degrees, degrees)).matrix(images)
            move = torch.eye(3)
            move[0, 2] = 16 * shift
            moved = augmentation.warp(
                images.float() / 255, move @ matrix, border="border"
            )
            return (255 * light * moved).round().to(torch.uint8)

        test = datasets.data.Split(
            change(upright.test.images), upright.test.labels
        )
        counts = [int(right(model, upright, test).sum()) for model in models]
        said(page, f"turned by {degrees}°".replace("-", "−"))
        text = said(page, "they name \\d+, \\d+, \\d+")
        found = re.findall(r"they name (\d+), (\d+), (\d+)", text)[0]
        for theirs, ours in zip(found, counts, strict=True):
            assert abs(int(theirs) - ours) <= 1  # a level of gray may differ
    page.close()


def test_keys_choose_the_picture(lab, explorers):
    page = start(lab, explorers["finding"])
    said(page, "The arrow, upright.*they name")
    page.focus(".cnn-choose canvas")
    page.keyboard.press("ArrowLeft")
    said(page, "The crescent, upright.*they name 30, ")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["mechanism", "finding"])
def test_the_explorers_fit_every_page(lab, explorers, name, width, scheme):
    page = start(lab, explorers[name], width, scheme)
    assert_fits(page, width)
    page.close()
