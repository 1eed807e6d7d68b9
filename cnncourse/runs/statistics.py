"""The running statistics of batch norms, counted once more."""

import torch
from torch import nn

from cnncourse.datasets import Data, Split, batches
from cnncourse.doors import door
from cnncourse.errors import CourseError
from cnncourse.kinds import Count, Model


@door
@torch.no_grad()
def recount(
    model: Model, data: Data, part: Split, batch_size: Count = 64
) -> None:
    """Replace running means and variances by averages over pictures.

    No weight changes. Only the norms work as in training: noise and dropout
    are switched off, as they are in evaluation. The average is over whole
    batches, each counting as much (the last, smaller one is left out where
    there are others), as in Wu and Johnson, "Rethinking 'batch' in
    BatchNorm", 2021, arXiv:2105.07576, section 3. The network is left in
    evaluation.

    Args:
        model: its batch norms are changed in place.
        data: says how pictures are normalized.
        part: the pictures, for example `data.train`, or test pictures whose
            brightness differs from that of training.
        batch_size: how many pictures give a mean and a variance.

    Raises:
        CourseError: no batch norm of the network keeps running statistics.
    """
    norms = [
        module
        for module in model.modules()
        if isinstance(module, nn.modules.batchnorm._BatchNorm)
        and module.track_running_stats
    ]
    if not norms or not len(part):
        raise CourseError(
            f"{type(model).__name__} has {len(norms)} batch norms with "
            f"running statistics, and {len(part)} pictures were given; "
            "expected some of both; try data.train, and a network with "
            "nn.BatchNorm2d."
        )
    model.eval()
    kept = [norm.momentum for norm in norms]
    for norm in norms:
        norm.reset_running_stats()
        norm.momentum = None  # all batches count alike
        norm.train()
    device = next(model.parameters()).device
    whole = len(part) // batch_size * batch_size or len(part)
    for images, _ in batches(data, part[:whole].to(device), batch_size):
        model(images)
    for norm, momentum in zip(norms, kept, strict=True):
        norm.momentum = momentum
        norm.eval()
