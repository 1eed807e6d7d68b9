"""Modules of a small GoogLeNet, on CIFAR-10 and on pictures that ship."""

from dataclasses import replace

from cnncourse.runs.lists import FLIP_CROP_16, SHORT, cifar_16
from cnncourse.runs.plan import Option, Plan
from cnncourse.training.recipe import Recipe

# The modules of the small GoogLeNet at equal MACs; the layers of 2014 without
# and with auxiliary heads.
NETWORKS: dict[str, dict[str, Option]] = {
    "mixed": {},
    "3x3": {"kind": "3x3"},
    "reduced": {"kind": "reduced"},
    "naive": {"kind": "naive"},
    "5x5": {"kind": "5x5"},
    "1x1": {"kind": "1x1"},
    "2014": {"conv": "ConvReLU"},
    "2014-heads": {"conv": "ConvReLU", "aux_logits": True},
}
MORE: dict[str, dict[str, Option]] = {
    "heads": {"aux_logits": True},
    "smoothed": {},
    "page": {},  # one network, trained longer, that a page runs
}
ASKED = {"mixed": ("branches", "logits"), "smoothed": ("logits",)}
BRIEF = Recipe(
    epochs=6, batch_size=64, optimizer="sgd", lr=0.1, weight_decay=5e-4
)


def plans() -> dict[str, Plan]:
    """Return the chapter's plans by name."""
    found = {}
    for name, options in NETWORKS.items():
        found[f"googlenet_mini_32-{name}-cifar10-16"] = cifar_16(
            "googlenet_mini_32",
            replace(SHORT, epochs=6),
            options=options,
            conditions={"right": (2.0,)},
            measures=("branches",) if name == "mixed" else (),
        )
    # Ten seeds of a quarter of the widths, on pictures that ship.
    for name, options in (NETWORKS | MORE).items():
        page = name == "page"
        found[f"googlenet_mini_32-{name}-shapes"] = Plan(
            "googlenet_mini_32",
            "shapes",
            16,
            replace(
                BRIEF,
                epochs=30 if page else 6,
                label_smoothing=0.1 if name == "smoothed" else 0.0,
            ),
            FLIP_CROP_16,
            options={**options, "divisor": 4},
            conditions={} if page else {"right": (2.0,)},
            measures=ASKED.get(name, ()),
            seeds=(0,) if page else tuple(range(10)),
        )
    return found
