"""Runs at the size of the papers, for a machine with a GPU."""

from dataclasses import replace

from cnncourse.runs.lists import MINIS, SGD, cifar
from cnncourse.runs.plan import Option, Plan
from cnncourse.training.recipe import Recipe

# fmt: off
BIG = (
    "resnet18_32", "vgg16_bn_32", "se_resnet18_32", "mobilenet_v2_32",
    "densenet_bc_100_12", "resnext29_4x16d",
)
# fmt: on
RATES = (0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
KINDS: dict[str, dict[str, Option]] = {
    "bn": {},
    "plain": {"unit": "conv_relu"},
}


def plans() -> dict[str, Plan]:
    """Return the plans by name."""
    found = {f"{name}-cifar10": cifar(name) for name in MINIS}
    # 94 % in as few seconds as the loop allows.
    fast = replace(SGD, epochs=15, label_smoothing=0.1, ema=0.99)
    found["resnet18_32-cifar10-fast"] = cifar("resnet18_32", fast)
    found |= {f"{name}-cifar10": cifar(name) for name in BIG}
    for rate in RATES:
        recipe = Recipe(epochs=10, optimizer="sgd", lr=rate, momentum=0.0)
        for kind, options in KINDS.items():
            found[f"vgg_mini_32-{kind}-lr{rate:g}"] = cifar(
                "vgg_mini_32", recipe, None, options=options
            )
    return found
