"""What can go wrong in training, in sentences.

`Usable` data can be trained on, `check_fit` sends two pictures through, and
`explain` translates what PyTorch says once training goes on.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated

import torch
from pydantic import AfterValidator, Field
from torch import Generator, Tensor, nn

from cnncourse.augmentation import Augment
from cnncourse.datasets import Data, Split
from cnncourse.doors import shown
from cnncourse.errors import CourseError, out_of_memory, told
from cnncourse.training import processes
from cnncourse.training.progress import predict
from cnncourse.training.recipe import Recipe

Change = Callable[[Tensor, Generator], Tensor]


def _usable(data: Data) -> Data:
    """Refuse data that cannot be trained on."""
    look_again(data)
    for name in ("train", "test"):
        if len(getattr(data, name)) == 0:
            raise CourseError(
                f"data.{name} holds no pictures; load more of {data.name}."
            )
    return data


def look_again(data: Data, *parts: Split) -> None:
    """Send data through its doors: tensors may have changed since then."""
    for part in (data.train, data.validation, data.test, *parts):
        if isinstance(part, Split):
            replace(part)
    replace(data)


Usable = Annotated[
    Data,
    AfterValidator(_usable),
    Field(description="a Data", examples=['datasets.load("digits")']),
]


def check_recipe(recipe: Recipe, data: Data) -> None:
    """Refuse what does not fit the data or the number of processes."""
    if recipe.patience and len(data.validation) == 0:
        raise CourseError(
            f"patience={recipe.patience} needs pictures that are held out; "
            "load the data with validation=... above 0."
        )
    if recipe.batch_size < processes.count():
        raise CourseError(
            f"batch_size={recipe.batch_size} was given for "
            f"{processes.count()} processes; each needs a picture."
        )


def check_part(model: nn.Module, data: Data, part: Split) -> None:
    """Refuse a part whose pictures the network has no answers for."""
    look_again(data, part)
    if len(part) == 0:
        raise CourseError(
            f"This part of {data.name} holds no pictures; load the data "
            "with validation=... above 0, or take data.test."
        )
    device = next(model.parameters()).device
    check_answers(model, data, part[:1].to(device))


def check_fit(
    model: nn.Module, data: Data, recipe: Recipe, augment: Change | None
) -> None:
    """Send two pictures through the network and compare with the labels.

    Draws nothing from the run's random numbers and changes no weight.
    """
    part = data.train[:2].to(next(model.parameters()).device)
    images, labels = part.images, part.labels
    if augment is not None:
        images = _augmented(augment, part)
    bytes_ = Split(images.to(torch.uint8), labels)
    classes = check_answers(model, data, bytes_)
    highest = max(
        int(each.labels.max())
        for each in (data.train, data.validation, data.test)
        if len(each)
    )
    if highest >= classes:
        raise CourseError(
            f"The network has {classes} outputs, but {data.name} "
            f"has labels up to {highest}; build it with "
            f"num_classes={max(highest + 1, len(data.classes))}."
        )
    for other in (data.validation, data.test):
        if len(other) and other.images.shape[1:] != images.shape[1:]:
            check_answers(model, data, other[:2].to(images.device))
    own = getattr(model, "criterion", None) is not None
    mixed = [name for name in ("mixup", "cutmix") if getattr(recipe, name)]
    if own and (mixed or recipe.label_smoothing):
        which = mixed[0] if mixed else "label_smoothing"
        raise CourseError(
            f"{which}={getattr(recipe, which)} was given, but the network "
            "brings its own loss, which knows one right class; set it to 0."
        )
    if mixed and labels.ndim > 1:
        raise CourseError(
            f"{mixed[0]} was chosen for pixels with labels; it mixes labels "
            "of pictures; set it to 0."
        )
    if mixed and classes != len(data.classes):
        raise CourseError(
            f"The network has {classes} outputs and {mixed[0]} "
            f"makes labels for {len(data.classes)} classes; build the "
            f"network with num_classes={len(data.classes)}."
        )


def _augmented(augment: Change, part: Split) -> Tensor:
    """Return two pictures as `augment` changes them."""
    if part.labels.ndim > 1 and not isinstance(augment, Augment):
        raise CourseError(
            "augment cannot move the labels of pixels; use an "
            "augmentation.Augment, whose masks follow the pictures."
        )
    trial = Generator(part.images.device).manual_seed(0)
    with told(
        "augment failed on two pictures",
        "expected a function of uint8 pictures (count, channels, height, "
        "width) and a torch.Generator that returns pictures.",
    ):
        images = augment(part.images.clone(), trial)
    whole = isinstance(images, Tensor) and images.ndim == 4
    if not whole or len(images) != len(part):
        raise CourseError(
            f"augment made {shown(images)} of {len(part)} pictures; it must "
            "return a tensor (count, channels, height, width)."
        )
    floats = images.is_floating_point()
    # A little beyond the ends is rounding; nan compares as False.
    if not (
        images.dtype == torch.uint8
        or (floats and images.min() >= -1e-2 and images.max() <= 1.01)
    ):
        span = f" from {images.min():g} to {images.max():g}" if floats else ""
        raise CourseError(
            f"augment made {images.dtype}{span}; it must return torch.uint8, "
            "or floats from 0 to 1, which are normalized afterwards."
        )
    return 255 * images.float() if floats else images


@torch.no_grad()
def check_answers(model: nn.Module, data: Data, part: Split) -> int:
    """Refuse a network without an answer for each label; count its classes.

    Args:
        part: a few pictures, on the network's device.
    """
    shape = tuple(part.images.shape[1:])
    with told(
        f"The network cannot take pictures of shape {shape}",
        "Build it for them, with in_channels=... where it has that, or load "
        "the data with another size=...",
    ):
        outputs = model.eval()(data.normalize(part.images))
    if not isinstance(outputs, Tensor) or outputs.ndim < 2:
        raise CourseError(
            f"The network returns {shown(outputs)}; expected a tensor "
            "(count, classes)."
        )
    answers = predict(model, outputs)
    if answers.shape != part.labels.shape:
        remedy = "Build it to end in a linear layer: one answer a picture."
        if part.labels.ndim > 1:
            remedy = "Pixels with labels need a network like unet_mini_64."
        raise CourseError(
            f"The network gives answers of shape {tuple(answers.shape)} for "
            f"labels of shape {tuple(part.labels.shape)}. {remedy}"
        )
    return outputs.shape[1]


def explain(
    error: BaseException, recipe: Recipe, total: int, device: torch.device
) -> str | None:
    """Return PyTorch's error in a sentence; None where it is not known.

    Args:
        total: pictures of the training part.
    """
    error = error.__cause__ or error  # what `told` told in general
    size, given = min(recipe.batch_size, total), recipe.batch_size
    if out_of_memory(error):
        half = f"batch_size={size // 2}, with half the lr for sgd, or "
        return (
            f"batch_size={given} needs more memory than there is on {device}; "
            f"try {half * (size > 1)}smaller pictures, or a smaller network."
        )
    if "more than 1 value per channel" in str(error):
        shares = processes.count()

        def enough(size: int) -> bool:  # where few, everybody gets all
            last = total % size or size
            return 1 < last < shares or last // shares > 1

        larger = filter(enough, range(max(size, 2 * shares), total + 1))
        found = next(larger, None)
        return (
            f"batch_size={given} was given for {total} training pictures: a "
            "norm over the batch gets a single value, of the last picture; "
            + (f"try batch_size={found}." if found else "load more.")
        )
    return None
