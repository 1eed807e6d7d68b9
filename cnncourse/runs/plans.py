"""The training runs that the course wants recorded, in order of worth.

`cnncourse record` makes what is missing.
"""

from typing import Annotated

from pydantic import AfterValidator, Field

from cnncourse.errors import unknown
from cnncourse.runs.lists import (
    MINIS,
    alexnet,
    augmentation,
    batchnorm,
    cifar_16,
    densenet,
    full,
    inception,
    lenet,
    resnet,
    squeeze_excitation,
    vgg,
)
from cnncourse.runs.plan import Plan

SMALL = ("resnet20", "plain20", "vgg_mini_32", *MINIS[1:])

PLANS: dict[str, Plan] = {
    **lenet.plans(),
    **{f"{name}-cifar10-16": cifar_16(name) for name in SMALL},
    **vgg.plans(),
    **alexnet.plans(),
    **inception.plans(),
    **batchnorm.plans(),
    **resnet.plans(),
    **augmentation.plans(),
    **densenet.plans(),
    **squeeze_excitation.plans(),
    **full.plans(),
}


def _plan(name: str) -> str:
    if name not in PLANS:
        raise unknown("plan", name, PLANS)
    return name


PlanName = Annotated[
    str, AfterValidator(_plan), Field(examples=['"lenet5-mnist"'])
]
