"""Runs at the size of the papers, for a machine with a GPU."""

from dataclasses import replace

from cnncourse.augmentation import (
    Augment,
    Brightness,
    Contrast,
    Crop,
    Cutout,
    Flip,
    Hue,
    Noise,
    Rotate,
    Saturation,
    Scale,
)
from cnncourse.runs.lists import MINIS, SGD, cifar
from cnncourse.runs.plan import Plan
from cnncourse.training.recipe import Recipe

# fmt: off
BIG = (
    "resnet18_32", "vgg16_bn_32", "se_resnet18_32", "mobilenet_v2_32",
    "densenet_bc_100_12", "resnext29_4x16d",
)
# fmt: on
DEPTHS = (20, 32, 56, 110)
STEPS = {
    "nothing": (),
    "flip": (Flip(),),
    "crop": (Crop(padding=4),),
    "rotate": (Rotate(15),),
    "scale": (Scale(0.2),),
    "color": (Brightness(0.2), Contrast(0.2), Saturation(0.2), Hue(0.05)),
    "noise": (Noise(0.05),),
    "cutout": (Cutout(8),),
}
# He et al. (2016), section 4.2, with two thirds of its 164 epochs.
DEGRADATION = Recipe(
    epochs=109,
    batch_size=128,
    optimizer="sgd",
    lr=0.1,
    weight_decay=1e-4,
    schedule="step",
)


def plans() -> dict[str, Plan]:
    """Return the plans by name."""
    found = {f"{name}-cifar10": cifar(name) for name in MINIS}
    # 94 % in as few seconds as the loop allows.
    fast = replace(SGD, epochs=15, label_smoothing=0.1, ema=0.99)
    found["resnet18_32-cifar10-fast"] = cifar("resnet18_32", fast)
    found |= {f"{name}-cifar10": cifar(name) for name in BIG}
    for depth in DEPTHS:
        for kind in ("plain", "resnet"):
            name = f"{kind}{depth}"
            found[f"{name}-cifar10-degradation"] = cifar(name, DEGRADATION)
    half = replace(SGD, epochs=30)
    for name, steps in STEPS.items():
        found[f"augment-{name}"] = cifar("resnet20", half, Augment(*steps))
    together = Augment(*(step for steps in STEPS.values() for step in steps))
    found["augment-together"] = cifar("resnet20", half, together)
    for name, mixed in (
        ("mixup", replace(half, mixup=0.2)),
        ("cutmix", replace(half, cutmix=1.0)),
    ):
        found[f"augment-{name}"] = cifar("resnet20", mixed, None)
    return found
