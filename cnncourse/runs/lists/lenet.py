"""LeNet-5, and dense networks beside it, on MNIST."""

from cnncourse.runs.plan import Option, Plan
from cnncourse.training.recipe import Recipe

ROBUSTNESS = {
    "right": (1.0, 2.0, 3.0, 4.0, 6.0),
    "left": (2.0,),
    "down": (2.0,),
    "up": (2.0,),
    "size": (0.6, 0.8, 1.2),
    "noise": (0.2, 0.4),
}
RATES = (0.003, 0.006, 0.012, 0.024)
# Today's recipe came from an earlier trial on MNIST; the learning rate of the
# 1998 network was chosen on 5,000 held-out training pictures. The dense
# networks have today's recipe, and as many parameters (59 hidden units) or
# MACs (403) as today's LeNet.
TODAY = Recipe(epochs=3, batch_size=128, lr=6e-3)
OF_1998 = Recipe(epochs=10, batch_size=128, lr=1.2e-2)
NETWORKS: dict[str, tuple[str, dict[str, Option], Recipe]] = {
    "lenet5_modern": ("lenet5_modern", {}, TODAY),
    "mlp": ("mlp", {"hidden": 59}, TODAY),
    "mlp_wide": ("mlp", {"hidden": 403}, TODAY),
    "lenet5": ("lenet5", {}, OF_1998),
}


def plans() -> dict[str, Plan]:
    """Return the chapter's plans by name."""
    found = {}
    for shuffled in (False, True):
        for name, (network, options, recipe) in NETWORKS.items():
            ending = "-shuffled" if shuffled else ""
            found[f"{name}-mnist{ending}"] = Plan(
                network,
                "mnist",
                32,
                recipe,
                options=options,
                shuffled=shuffled,
                conditions=ROBUSTNESS,
                seeds=tuple(range(10)),
            )
    # How the learning rate of the 1998 network is chosen: on held-out digits.
    for rate in RATES:
        found[f"lenet5-mnist-selection-lr{rate:g}"] = Plan(
            "lenet5",
            "mnist",
            32,
            Recipe(epochs=10, batch_size=128, lr=rate),
            validation=5_000,
            seeds=(0,),
        )
    return found
