"""Who knows of the far corner, and gates on ordinary pictures."""

from dataclasses import replace

from cnncourse.runs.lists import FLIP_CROP_16, SHORT, cifar_16
from cnncourse.runs.plan import Option, Plan
from cnncourse.training.recipe import Recipe

FAR = Recipe(epochs=12, batch_size=25, lr=2e-2, schedule="cosine")
BRIEF = Recipe(
    epochs=6, batch_size=64, optimizer="sgd", lr=0.1, weight_decay=5e-4
)
CONTEXTS = (
    "none", "gates", "dilated", "constant", "shuffled", "added", "pooled",
    "deep", "groups", "hidden",
)  # fmt: skip
PLACES = "none", "standard", "pre", "post", "identity", "constant"
TEN = tuple(range(10))
FIVE = tuple(range(5))


def plans() -> dict[str, Plan]:
    """Return the chapter's plans by name."""
    found = {
        f"context-{context}-signals": _signals({"context": context}, TEN)
        for context in CONTEXTS
    }
    # The things keep their size, so that a larger picture is a longer way.
    for size in (10, 12, 18):
        for context in ("none", "gates"):
            found[f"context-{context}-signals{size}"] = _signals(
                {"context": context}, FIVE, size
            )
    for reduction in (1, 4, 8, 16):
        found[f"context-r{reduction}-signals"] = _signals(
            {"context": "gates", "reduction": reduction}, FIVE
        )
    # One of each for a page.
    for context in ("none", "gates"):
        found[f"context-{context}-page-signals"] = _signals(
            {"context": context, "width": 12}, (0,)
        )
    for place in PLACES:
        found[f"gated8-{place}-shapes"] = _shapes({"place": place, "depth": 8})
    for reduction in (1, 2, 8):
        found[f"gated8-r{reduction}-shapes"] = _shapes(
            {"reduction": reduction, "depth": 8}
        )
    for place in ("none", "standard"):
        found[f"gated14-{place}-shapes"] = _shapes({"place": place})
    for place in ("none", "standard"):
        found[f"gated14-{place}-cifar10-16"] = cifar_16(
            "gated_resnet_32",
            replace(SHORT, epochs=5),
            options={"place": place, "width": 12},
            measures=("excitation",) if place != "none" else (),
        )
    return found


def _signals(
    options: dict[str, Option], seeds: tuple[int, ...], size: int = 14
) -> Plan:
    return Plan(
        "context_net", "signals", size, FAR, options=options, seeds=seeds
    )


def _shapes(options: dict[str, Option]) -> Plan:
    asked = options.get("place", "standard") not in ("none", "constant")
    return Plan(
        "gated_resnet_32",
        "shapes",
        16,
        BRIEF,
        FLIP_CROP_16,
        options=options,
        measures=("excitation",) if asked else (),
        seeds=TEN,
    )
