"""Small VGGs on CIFAR-10 at 16x16, and on pictures that ship."""

from dataclasses import replace

from cnncourse.runs.lists import FLIP_CROP_16, SHORT, cifar_16
from cnncourse.runs.plan import Plan
from cnncourse.training.recipe import Recipe

# One block between the first and the last convolution of a small VGG: equal
# fields of 7x7, or equal weights ("wide"); "linear" has no ReLU in between.
FIELDS = {
    "three": "conv3-48 conv3-48 conv3-48",
    "seven": "conv7-48",
    "linear": "linear3-48 linear3-48 conv3-48",
    "wide": "conv3-74 conv3-74 conv3-48",
    "seven-ones": "conv7-48 conv1-48 conv1-48",
}


def plans() -> dict[str, Plan]:
    """Return the chapter's plans by name."""
    found = {}
    for name, block in {**FIELDS, "dense": FIELDS["three"]}.items():
        ends = "_dense" if name == "dense" else ""
        line = f"conv3-48 maxpool {block} maxpool conv3-96"
        found[f"vgg_field-{name}-cifar10-16"] = cifar_16(
            f"vgg_mini{ends}_32",
            replace(SHORT, epochs=6),
            options={"configuration": line},
            conditions={"right": (2.0,)},
            seeds=tuple(range(5)),
        )
    # Small enough to run in a page.
    for name, block in (
        ("three", "conv3-16 conv3-16 conv3-16"),
        ("seven", "conv7-16"),
    ):
        ending = "maxpool conv3-32 conv3-32 maxpool conv3-64"
        found[f"vgg_{name}-shapes"] = Plan(
            "vgg_mini_32",
            "shapes",
            16,
            Recipe(epochs=30, batch_size=64, lr=1e-2),
            FLIP_CROP_16,
            options={"configuration": f"{block} {ending}"},
            seeds=(0,),
        )
    return found
