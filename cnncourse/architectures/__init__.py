"""The networks of the course, one file per family, in the book's order."""

from types import ModuleType

# isort: off
from cnncourse.architectures import (  # noqa: F401
    lenet,
    mlp,
    alexnet,
    vgg,
    inception,
    googlenet,
    inception_bn,
    inception_v3,
    inception_v4,
    inception_resnet,
    resnet,
    resnet_small,
    resnext,
    bit,
    densenet,
    squeeze_excitation,
    squeezenet,
    mobilenet,
    shufflenet,
    efficientnet,
    unet,
    autoencoder,
    batchnorm,
    norms,
    surgery,
    tower,
    context,
)

# isort: on
from cnncourse.architectures import options, registry, weights
from cnncourse.architectures.registry import create, info, names
from cnncourse.architectures.weights import load_weights, pretrained
from cnncourse.doors import guard

for _module in [m for m in vars().values() if isinstance(m, ModuleType)]:
    if _module not in (options, registry, weights):  # they have their marks
        options.bound(_module)
        guard(_module)

__all__ = ["create", "info", "load_weights", "names", "pretrained"]
