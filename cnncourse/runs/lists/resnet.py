"""Small residual networks and their plain twins, on pictures that ship."""

from dataclasses import replace

from cnncourse.runs.lists import FLIP_CROP_16
from cnncourse.runs.plan import Option, Plan
from cnncourse.training.recipe import Recipe

# The first fifth of the steps warms up, which 110 layers need.
BRIEF = Recipe(epochs=8, batch_size=64, optimizer="sgd", lr=0.05)
SHAPES = replace(BRIEF, epochs=6, lr=0.1, weight_decay=5e-4)
NARROW: dict[str, Option] = {"in_channels": 1, "width": 8}
# 18 convolutions and a linear layer, as VGG stacks them, with batch norm.
STACK = " maxpool ".join(
    " ".join([f"conv3-{maps}"] * 6) for maps in (8, 16, 32)
)
ASKED: dict[str, tuple[str, ...]] = {
    "plain20": ("gradients", "blocks", "slices"),
    "resnet20": ("gradients", "blocks", "slices"),
    "plain56": ("gradients", "slices"),
    "resnet56": ("gradients", "blocks", "slices"),
    "plain110": ("gradients",),
    "resnet110": ("gradients",),
}
# By name: network, recipe, order of the parts, seeds.
CHANGED: dict[str, tuple[str, Recipe, str, int]] = {
    "resnet56-full-pre-activation": (
        "resnet56", BRIEF, "full pre-activation", 10,
    ),
    "resnet56-BN-after": ("resnet56", BRIEF, "BN after addition", 10),
    "resnet56-ReLU-before": ("resnet56", BRIEF, "ReLU before addition", 10),
    "resnet56-ReLU-only": ("resnet56", BRIEF, "ReLU-only", 10),
    "resnet56-B": ("resnet56", BRIEF, "shortcut B", 10),
    "resnet56-C": ("resnet56", BRIEF, "shortcut C", 10),
    "resnet56-zero": ("resnet56", BRIEF, "zero scale", 10),
    # Without a warm-up.
    "resnet110-cosine": (
        "resnet110", replace(BRIEF, schedule="cosine"), "original", 10,
    ),
    "resnet110-zero-cosine": (
        "resnet110", replace(BRIEF, schedule="cosine"), "zero scale", 5,
    ),
    # Steps that do not follow the size of the gradient.
    "plain56-adamw": (
        "plain56", replace(BRIEF, optimizer="adamw", lr=3e-3), "plain", 5,
    ),
    "resnet56-adamw": (
        "resnet56", replace(BRIEF, optimizer="adamw", lr=3e-3), "original", 5,
    ),
    # No step follows a gradient longer than 1.
    "plain56-clip": ("plain56", replace(BRIEF, clip=1.0), "plain", 5),
    "plain56-long": ("plain56", replace(BRIEF, epochs=32), "plain", 10),
    **{
        f"plain56-lr{rate:g}": (
            "plain56", replace(BRIEF, lr=rate), "plain", 5,
        )
        for rate in (0.005, 0.015, 0.15)
    },
}  # fmt: skip
# Cardinality and width of a group at equal MACs.
GROUPS = ((1, 8), (2, 5), (4, 3))
BATCHES = (2, 4, 16, 64)


def _digits(
    network: str, recipe: Recipe = BRIEF, seeds: int = 10, **more
) -> Plan:
    options = {**NARROW, **more.pop("options", {})}
    return Plan(
        network,
        "digits",
        8,
        recipe,
        options=options,
        seeds=tuple(range(seeds)),
        **more,
    )


def plans() -> dict[str, Plan]:
    """Return the chapter's plans by name."""
    found = {
        f"{name}-digits": _digits(name, measures=asked)
        for name, asked in ASKED.items()
    }
    found["vgg_stack-digits"] = Plan(
        "vgg_mini_32",
        "digits",
        8,
        BRIEF,
        options={"in_channels": 1, "configuration": STACK},
        measures=("blocks",),
        seeds=tuple(range(10)),
    )
    for name, (network, recipe, order, seeds) in CHANGED.items():
        found[f"{name}-digits"] = _digits(
            network, recipe, seeds, options={"order": order}
        )
    found["highway20-digits"] = Plan(
        "highway20",
        "digits",
        8,
        BRIEF,
        options={"in_channels": 1},
        measures=("gates",),
        seeds=tuple(range(10)),
    )
    # The rate grows with the batch; the number of pictures seen is the same.
    for norm, order in (("batch", "original"), ("group", "group norm")):
        for batch in BATCHES:
            recipe = replace(
                BRIEF, epochs=2, batch_size=batch, lr=0.05 * batch / 64
            )
            found[f"resnet8-{norm}{batch}-digits"] = _digits(
                "resnet20", recipe, options={"depth": 8, "order": order}
            )
    for cardinality, width in GROUPS:
        found[f"resnext11-{cardinality}x{width}-shapes"] = Plan(
            "resnext_mini_32",
            "shapes",
            16,
            SHAPES,
            FLIP_CROP_16,
            options={
                "cardinality": cardinality,
                "width": width,
                "depth": 11,
                "channels": 8,
            },
            seeds=tuple(range(10)),
        )
    for network in ("plain20", "resnet20", "plain56", "resnet56"):
        found[f"{network}-shapes"] = Plan(
            network,
            "shapes",
            16,
            SHAPES,
            FLIP_CROP_16,
            options={"width": 8},
            seeds=(0, 1, 2),
        )
    # One of each for a page, trained longer.
    for network in ("plain20", "resnet20"):
        found[f"{network}-page-shapes"] = Plan(
            network,
            "shapes",
            16,
            replace(SHAPES, epochs=30),
            FLIP_CROP_16,
            options={"width": 6},
            seeds=(0,),
        )
    return found
