"""Small AlexNets with single changes: CIFAR-10, and pictures that ship."""

from dataclasses import replace

from cnncourse.augmentation import Augment, Crop, Flip
from cnncourse.runs.lists import FLIP_CROP, FLIP_CROP_16, cifar, cifar_16
from cnncourse.runs.plan import Option, Plan
from cnncourse.training.recipe import Recipe

# A small AlexNet of one column, "one", and single changes of it; then stems,
# for pictures of 32x32: kernel and stride of AlexNet and of ZFNet.
OF_2012 = "alexnet_columns_32"
NETWORKS: dict[str, tuple[str, dict[str, Option]]] = {
    "one": (OF_2012, {"columns": 1}),
    "columns": (OF_2012, {"columns": 2}),
    "tanh": ("alexnet_32", {"activation": "tanh"}),
    "norm": (OF_2012, {"columns": 1, "norm": True}),
    "plain": ("alexnet_32", {"window": 2}),
    "nodropout": ("alexnet_32", {"dropout": 0.0}),
    "average": ("alexnet_32", {"pooling": "average"}),
}
NETWORKS |= {
    f"stem-{kernel}-{stride}": (
        OF_2012,
        {"columns": 1, "kernel_size": kernel, "stride": stride},
    )
    for kernel, stride in ((11, 4), (7, 2), (7, 4), (11, 2))
}
# Of them the middle ones are taken.
RATES = {"one": (1e-3, 2e-3, 4e-3), "tanh": (5e-4, 1e-3, 2e-3)}
ADAMW = Recipe(epochs=4, batch_size=128, lr=2e-3, precision="bfloat16")


def plans() -> dict[str, Plan]:
    """Return the chapter's plans by name."""
    found = {}
    for name, (network, options) in NETWORKS.items():
        many = name in ("one", "columns")
        stem = "stride" in options
        found[f"alexnet_{name}-cifar10{'' if stem else '-16'}"] = cifar(
            network,
            replace(ADAMW, lr=RATES.get(name, (0, 2e-3))[1]),
            FLIP_CROP if stem else FLIP_CROP_16,
            size=32 if stem else 16,
            options=options,
            conditions={"right": (2.0,)},
            measures=("colors",) if many else (),
            seeds=tuple(range(10 if many else 3)),
        )
    # How the rates are chosen: on held-out pictures.
    for name, rates in RATES.items():
        network, options = NETWORKS[name]
        for rate in rates:
            found[f"alexnet_{name}-selection-lr{rate:g}"] = cifar_16(
                network,
                replace(ADAMW, lr=rate),
                options=options,
                validation=5_000,
                seeds=(0,),
            )
    # Small enough to run in a page, where the first one does.
    halves: dict[str, dict[str, Option]] = {
        "columns": {"dropout": 0.0},
        "one": {"dropout": 0.0, "columns": 1},
    }
    for name, options in halves.items():
        found[f"alexnet_{name}-shapes"] = Plan(
            "alexnet_mini_16",
            "shapes",
            16,
            Recipe(epochs=50, batch_size=32, lr=3e-3),
            Augment(Flip(), Crop(padding=1)),
            options=options,
            measures=("colors",),
            seeds=tuple(range(10)),
        )
    return found
