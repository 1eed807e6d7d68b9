"""The plans by chapter, each in its file, and what several of them share.

Plans whose name ends in "-16" are for a machine without a GPU: CIFAR-10 at
16x16 pixels, where one core does ten epochs of a small network in minutes, so
that structure is compared after a schedule that finishes.
"""

from dataclasses import replace

from cnncourse.augmentation import Augment, Crop, Flip
from cnncourse.runs.plan import Plan
from cnncourse.training.recipe import Recipe

FLIP_CROP = Augment(Flip(), Crop(padding=4))
FLIP_CROP_16 = Augment(Flip(), Crop(padding=2))  # for pictures of 16x16
# Goyal et al. (2017, arXiv:1706.02677): the rate grows with the batch, here
# from He et al.'s 0.1 at 128 pictures.
SGD = Recipe(
    epochs=60, batch_size=512, optimizer="sgd", lr=0.4, weight_decay=5e-4
)
# What one core has time for.
SHORT = replace(SGD, epochs=10, batch_size=128, lr=0.1, precision="bfloat16")
# fmt: off
MINIS = (
    "resnet20", "preact_resnet20", "googlenet_mini_32", "densenet_bc_mini_32",
)
# fmt: on


def cifar(network: str, recipe: Recipe = SGD, augment=FLIP_CROP, **more):
    """Return a plan on CIFAR-10 with three seeds."""
    more = {"size": 32, "seeds": (0, 1, 2), **more}
    return Plan(network, "cifar10", recipe=recipe, augment=augment, **more)


def cifar_16(network: str, recipe: Recipe = SHORT, **more):
    """Return a plan on CIFAR-10 at 16x16 with three seeds."""
    return cifar(network, recipe, FLIP_CROP_16, **{"size": 16, **more})
