"""The networks of the course, one file per family, in the book's order."""

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
)

# isort: on
from cnncourse.architectures.registry import create, info, names
from cnncourse.architectures.weights import load_weights, pretrained

__all__ = ["create", "info", "load_weights", "names", "pretrained"]
