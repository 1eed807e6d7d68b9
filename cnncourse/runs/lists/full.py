"""Runs at the size of the papers, for a machine with a GPU."""

from dataclasses import replace

from cnncourse.runs.lists import MINIS, SGD, cifar
from cnncourse.runs.plan import Plan

# fmt: off
BIG = (
    "resnet18_32", "vgg16_bn_32", "se_resnet18_32", "mobilenet_v2_32",
    "densenet_bc_100_12", "resnext29_4x16d",
)
# fmt: on


def plans() -> dict[str, Plan]:
    """Return the plans by name."""
    found = {f"{name}-cifar10": cifar(name) for name in MINIS}
    # 94 % in as few seconds as the loop allows.
    fast = replace(SGD, epochs=15, label_smoothing=0.1, ema=0.99)
    found["resnet18_32-cifar10-fast"] = cifar("resnet18_32", fast)
    found |= {f"{name}-cifar10": cifar(name) for name in BIG}
    return found
