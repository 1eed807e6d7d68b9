"""Towers of equal convolutions, with a norm and without.

On the bundled digits at 8x8: a run takes a second, so that a grid of rates
and depths, batch sizes down to one picture, and all norms can be had.
"""

from dataclasses import replace

from cnncourse.runs.lists import SHORT, cifar_16
from cnncourse.runs.plan import Option, Plan
from cnncourse.training.recipe import Recipe

RECIPE = Recipe(
    epochs=5, batch_size=64, optimizer="sgd", lr=0.03, schedule="constant"
)
TEN = tuple(range(10))
FIVE = TEN[:5]
RATES = (0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
DEPTHS = (3, 6, 12, 24)
SIZES = tuple(2**n for n in range(11))
SMALL = (1, 2, 8, 64)
OTHERS = ("layer", "instance", "group", "standardized")
# Norms whose running statistics may be wrong: the noise, or a batch of one
# picture, spoils them.
RECOUNTED = ("batch", "noisy", "after")


def tower(
    norm: str, recipe: Recipe = RECIPE, seeds=TEN, **options: Option
) -> Plan:
    """Return a plan on the digits."""
    return Plan(
        "tower",
        "digits",
        8,
        recipe,
        options={"norm": norm, **options},
        conditions={"noise": (0.2,)},
        measures=("recounted",) if norm in RECOUNTED else (),
        seeds=seeds,
    )


def sized(size: int) -> Recipe:
    """Return the recipe for a batch size.

    Up to 64 pictures: as many epochs, and a rate that grows with the batch.
    Above: as many steps, and the same rate.
    """
    return replace(
        RECIPE,
        batch_size=size,
        lr=RECIPE.lr * min(size, 64) / 64,
        epochs=RECIPE.epochs * max(size, 64) // 64,
    )


def plans() -> dict[str, Plan]:
    """Return the chapter's plans by name."""
    found = {}
    for norm in ("none", "batch"):
        for depth in DEPTHS:
            for rate in RATES:
                found[f"tower-{norm}-depth{depth}-lr{rate:g}"] = Plan(
                    "tower",
                    "digits",
                    8,
                    replace(RECIPE, lr=rate),
                    options={"norm": norm, "depth": depth},
                    seeds=(0, 1, 2),
                )
    for norm in ("none", "batch", "after", "noisy", "noise"):
        for rate in (0.03, 0.1):
            found[f"tower-{norm}-lr{rate:g}"] = tower(
                norm, replace(RECIPE, lr=rate)
            )
    for norm in ("none", "batch"):
        found[f"tower-{norm}-sigmoid"] = tower(
            norm, replace(RECIPE, lr=0.1), activation="sigmoid"
        )
    for norm in ("none", "batch", *OTHERS):
        sizes = SMALL if norm in OTHERS else SIZES
        for size in sizes:
            found[f"tower-{norm}-batch{size}"] = tower(norm, sized(size), FIVE)
    # A wide dense head that learns 600 pictures by heart.
    for norm, unit in (("none", "conv_relu"), ("batch", "conv_bn_relu")):
        for dropout in (0.0, 0.5):
            found[f"dense-{norm}-dropout{dropout:g}-shapes"] = Plan(
                "vgg_mini_dense_32",
                "shapes",
                16,
                Recipe(epochs=20, batch_size=32, lr=2e-3),
                options={
                    "configuration": "conv3-16 maxpool conv3-32 maxpool",
                    "unit": unit,
                    "dropout": dropout,
                },
                validation=3_400,
                conditions={"right": (2.0,)},
                seeds=TEN,
            )
    # Photographs, for the main results.
    for norm in ("none", "batch", "noisy", "after"):
        found[f"tower-{norm}-cifar10-16"] = cifar_16(
            "tower",
            replace(SHORT, epochs=3, lr=0.05),
            options={"norm": norm, "in_channels": 3, "width": 16},
            conditions={"right": (2.0,)},
            measures=("recounted",) if norm in RECOUNTED else (),
        )
    return found
