"""What augmentation cures, what it costs, and how much data it is worth."""

from dataclasses import replace

from cnncourse.augmentation import (
    Affine,
    Augment,
    Brightness,
    Crop,
    Cutout,
    Flip,
    Hue,
    Noise,
    PCAColor,
    RandAugment,
    Rotate,
    Scale,
    Translate,
)
from cnncourse.datasets.shapes import UPRIGHT
from cnncourse.runs.drawn import AMOUNTS, wider
from cnncourse.runs.plan import Plan
from cnncourse.training.recipe import Recipe

TEN = tuple(range(10))
# For each factor of the generator the step that changes it.
CURES = {
    "rotation": Rotate(60),
    "position": Translate(0.2),
    "size": Scale((0.5, 1.5)),
    "light": Brightness((0.3, 1.0)),
    "color": Hue(0.5),
    "noise": Noise((0.0, 0.25)),
    "band": Cutout(5),
}
SMALL = "conv3-16 maxpool conv3-32 maxpool conv3-32"
WIDE = "conv3-32 maxpool conv3-64 maxpool conv3-128"
BRIEF = Recipe(epochs=8, batch_size=50, lr=1e-2)
# 500 digits, and so many passes that those who see no other have learned them
# by heart.
EPOCHS = {125: 80, 500: 40, 1000: 30, 2000: 20, 4000: 14}
DIGITS = Augment(Affine(degrees=12, scale=0.1, shift=0.0625))
OTHERS = {
    "rotate30": Augment(Rotate(30)),
    "rotate90": Augment(Rotate(90)),
    "rotate180": Augment(Rotate(180)),
    "flip": Augment(Flip()),
    "cutout": Augment(Cutout(12)),
    "randaugment": Augment(RandAugment()),
}
# Of these, more seeds.
COMPARED = "nothing-brief", "flip-crop-brief", "nothing", "flip-crop"
# Of the 2,000 photographs of the plans below; the same on every machine.
# fmt: off
COLORS = PCAColor((
    (-0.0012, 0.0086, -0.0867),
    (0.0022, 0.0008, -0.0898),
    (-0.0010, -0.0088, -0.0929),
))
# fmt: on


def plans() -> dict[str, Plan]:
    """Return the chapter's plans by name."""
    return _upright() | _digits() | _photographs()


def _upright() -> dict[str, Plan]:
    """Return who trains on upright shapes, or on those of a wider factor."""
    rows: dict[str, Augment | None] = {"nothing": None}
    rows |= {name: Augment(step) for name, step in CURES.items()}
    for name in ("rotation", "position", "size"):
        rows[f"{name}-edge"] = Augment(CURES[name], border="border")
    rows["together"] = Augment(*CURES.values())
    rows["together-long"] = rows["together"]
    rows |= {f"drawn-{name}": None for name in CURES}
    return {
        f"augment-{name}-upright": Plan(
            "vgg_mini_32",
            "shapes",
            16,
            replace(BRIEF, epochs=80 if name.endswith("long") else 8),
            augment,
            options={"configuration": SMALL},
            train=1_000,
            nuisance=wider(name[6:]) if name.startswith("drawn-") else UPRIGHT,
            conditions={
                f"drawn {factor}": (amount,)
                for factor, amount in AMOUNTS.items()
            },
            seeds=TEN,
        )
        for name, augment in rows.items()
    }


def _digits() -> dict[str, Plan]:
    """Return learning curves on MNIST, and other changes of 500 digits."""
    rows: dict[str, tuple[int, Augment | None, Recipe]] = {}
    base = Recipe(batch_size=50, lr=6e-3)
    for count, epochs in EPOCHS.items():
        recipe = replace(base, epochs=epochs)
        rows[f"nothing-mnist{count}"] = count, None, recipe
        if count < 4_000:  # more than this the others need not reach
            rows[f"affine-mnist{count}"] = count, DIGITS, recipe
    recipe = replace(base, epochs=EPOCHS[500])
    for name, augment in OTHERS.items():
        rows[f"{name}-mnist500"] = 500, augment, recipe
    rows["mixup-mnist500"] = 500, None, replace(recipe, mixup=0.4)
    rows["cutmix-mnist500"] = 500, None, replace(recipe, cutmix=1.0)
    return {
        f"augment-{name}": Plan(
            "lenet5_modern",
            "mnist",
            32,
            recipe,
            augment,
            train=count,
            conditions={"turn": (30.0,)},
            measures=("confusion",),
            seeds=TEN,
        )
        for name, (count, augment, recipe) in rows.items()
    }


def _photographs() -> dict[str, Plan]:
    """Return 2,000 photographs of CIFAR-10, briefly and at length."""
    brief = Recipe(epochs=20, batch_size=64, lr=5e-3, precision="bfloat16")
    recipe = replace(brief, epochs=80)
    usual = Flip(), Crop(padding=2)
    both = Augment(*usual)
    rows: dict[str, tuple[Augment | None, Recipe]] = {
        "nothing-brief": (None, brief),
        "flip-crop-brief": (both, brief),
        "nothing": (None, recipe),
        "flip-crop": (both, recipe),
        "colors": (Augment(*usual, COLORS), recipe),
        "randaugment": (Augment(*usual, RandAugment()), recipe),
        "mixup": (both, replace(recipe, mixup=0.2)),
        "cutmix": (both, replace(recipe, cutmix=1.0)),
    }
    return {
        f"augment-{name}-cifar10-16": Plan(
            "vgg_mini_32",
            "cifar10",
            16,
            recipe,
            augment,
            options={"configuration": WIDE},
            train=2_000,
            seeds=(0, 1, 2, 3, 4) if name in COMPARED else (0, 1, 2),
            conditions={"right": (2.0,)},
        )
        for name, (augment, recipe) in rows.items()
    }
