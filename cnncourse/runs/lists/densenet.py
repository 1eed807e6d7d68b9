"""One small DenseNet, and ResNets that match it in one thing each."""

from dataclasses import replace

from cnncourse.runs.lists import FLIP_CROP_16, SHORT, cifar_16
from cnncourse.runs.plan import Option, Plan
from cnncourse.training.recipe import Recipe

DENSE, RESNET = "densenet_bc_mini_32", "resnet20"
# By name: network and options. Widths 5, 8 and 16 of the ResNet have as many
# parameters as k6, fewer MACs, and less time for a step.
NETWORKS: dict[str, tuple[str, dict[str, Option]]] = {
    "k6": (DENSE, {"growth_rate": 6, "num_layers": 4}),
    **{f"w{width}": (RESNET, {"width": width}) for width in (5, 8, 16)},
    # Each layer reads the last one before it; more parameters than k6.
    "near": (DENSE, {"growth_rate": 7, "num_layers": 4, "reads": 1}),
    **{
        f"k{rate}": (DENSE, {"growth_rate": rate, "num_layers": 4})
        for rate in (2, 4, 8)
    },
}
# What is measured in networks trained on digits.
ASKED: dict[str, tuple[str, ...]] = {
    "k6": ("reuse", "gradients"),
    "long": ("reuse", "gradients"),
    "w8": ("gradients",),
}
BRIEF = Recipe(
    epochs=4,
    batch_size=64,
    optimizer="sgd",
    lr=0.1,
    weight_decay=5e-4,
    precision="bfloat16",
)


def plans() -> dict[str, Plan]:
    """Return the chapter's plans by name."""
    network, options = NETWORKS["k6"]
    found = {
        # One network for a page, trained longer.
        f"{network}-page-shapes": Plan(
            network,
            "shapes",
            16,
            replace(BRIEF, epochs=30),
            FLIP_CROP_16,
            options=options,
            seeds=(0,),
        )
    }
    # Few digits for all; for one all of them, until its weights have left
    # their first values.
    for name in (*NETWORKS, "long"):
        network, options = NETWORKS["k6" if name == "long" else name]
        epochs, train = (30, None) if name == "long" else (24, 300)
        found[f"{network}-{name}-digits"] = Plan(
            network,
            "digits",
            8,
            replace(BRIEF, epochs=epochs),
            options={"in_channels": 1, **options},
            train=train,
            measures=ASKED.get(name, ()),
            seeds=tuple(range(10)),
        )
    for name in ("k6", "w5", "w8", "w16"):
        network, options = NETWORKS[name]
        found[f"{network}-{name}-cifar10-16"] = cifar_16(
            network,
            replace(SHORT, epochs=3),
            options=options,
            train=20_000,
            measures=("reuse",) if name == "k6" else (),
            seeds=tuple(range(10)),
        )
    return found
