"""What can go wrong in training, in sentences.

`check_arguments` looks at what was given, `check_fit` sends two pictures
through, and `explain` translates what PyTorch says once training goes on.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import torch
from torch import Generator, Tensor, nn

from cnncourse.augmentation import Augment
from cnncourse.checks import check_folder, check_kind, check_model, check_seed
from cnncourse.datasets import Data, Split
from cnncourse.errors import CourseError
from cnncourse.training import processes
from cnncourse.training.progress import predict
from cnncourse.training.recipe import Recipe

Change = Callable[[Tensor, Generator], Tensor]


def check_arguments(
    model: nn.Module,
    data: Data,
    recipe: Recipe,
    seed: int,
    augment: Change | None,
    folder: str | Path | None,
) -> None:
    """Refuse what `fit` cannot use, by the name of the argument."""
    check_model(model)
    check_kind("data", data, Data, 'datasets.load("digits")')
    check_kind("data.classes", data.classes, tuple, '("cat", "dog")')
    check_kind("recipe", recipe, Recipe, "Recipe(epochs=5)")
    check_seed(seed)
    if augment is not None and not callable(augment):
        raise CourseError(
            f"augment={augment!r} was given; expected something that takes "
            "pictures and a generator; try Augment(Flip())."
        )
    if folder is not None:
        check_folder("folder", folder)
    for name in ("train", "validation", "test"):
        check_split(f"data.{name}", getattr(data, name), data)
        if name != "validation" and len(getattr(data, name)) == 0:
            raise CourseError(
                f"data.{name} holds no pictures; load more of {data.name}."
            )
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


def check_split(argument: str, part: Split, data: Data) -> None:
    """Refuse pictures and labels that no batch can be made of."""
    check_kind("data", data, Data, 'datasets.load("digits")')
    check_kind(argument, part, Split, "data.test")
    images, labels = part.images, part.labels
    if not isinstance(images, Tensor) or not isinstance(labels, Tensor):
        raise CourseError(
            f"{argument} holds a {type(images).__name__} and a "
            f"{type(labels).__name__}; expected two tensors."
        )
    if images.dtype != torch.uint8 or images.ndim != 4 or images.is_meta:
        raise CourseError(
            f"{argument}.images is {images.dtype} of shape "
            f"{tuple(images.shape)}; expected torch.uint8 of shape (count, "
            "channels, height, width), from 0 to 255; floats from 0 to 1 "
            "become that by (255 * images).round().to(torch.uint8)."
        )
    shape = tuple(labels.shape)
    whole = labels.dtype == torch.int64 and not labels.is_meta
    if len(shape) not in (1, 3) or shape[0] != len(images) or not whole:
        raise CourseError(
            f"{argument}.labels is {labels.dtype} of shape {shape}; "
            "expected torch.int64 with a class for each of the "
            f"{len(images)} pictures, or for each of their pixels; try "
            "labels.long(), or labels.argmax(1) of zeros and ones."
        )
    if labels.numel() and int(labels.min()) < 0:
        raise CourseError(
            f"{argument}.labels holds {int(labels.min())}; classes count "
            "from 0."
        )
    if not _can_normalize(images[:1], data):
        raise CourseError(
            f"data.mean={data.mean!r} and data.std={data.std!r} were given, "
            f"and {argument}.images has {images.shape[1]} channels; one "
            "number for each channel is needed, and no deviation of 0; try "
            "what datasets.load(...) has there."
        )


def _can_normalize(images: Tensor, data: Data) -> bool:
    try:
        if not len(data.mean) == len(data.std) == images.shape[1]:
            return len(images) == 0
        return bool(data.normalize(images).isfinite().all())
    except Exception:  # of anything else than numbers
        return False


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
    with _told(
        "augment failed on two pictures",
        "expected a function of uint8 pictures (count, channels, height, "
        "width) and a torch.Generator that returns pictures.",
    ):
        images = augment(part.images.clone(), trial)
    whole = isinstance(images, Tensor) and images.ndim == 4
    if not whole or len(images) != len(part):
        shape = f"a {type(images).__name__}"
        if isinstance(images, Tensor):
            shape = f"a tensor of shape {tuple(images.shape)}"
        raise CourseError(
            f"augment made {shape} of {len(part)} pictures; it must return "
            "a tensor (count, channels, height, width)."
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
    with _told(
        f"The network cannot take pictures of shape {shape}",
        "Build it for them, with in_channels=... where it has that, or load "
        "the data with another size=...",
    ):
        outputs = model.eval()(data.normalize(part.images))
    if not isinstance(outputs, Tensor) or outputs.ndim < 2:
        found = getattr(outputs, "shape", None)
        raise CourseError(
            "The network returns "
            f"{type(outputs).__name__ if found is None else tuple(found)}; "
            "expected a tensor (count, classes)."
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


@contextmanager
def _told(problem: str, remedy: str) -> Iterator[None]:
    """Turn errors of code that may be anybody's into a sentence."""
    try:
        yield
    except Exception as error:
        if isinstance(error, CourseError) or _out_of_memory(error):
            raise
        first = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise CourseError(f"{problem} ({first[:160]}). {remedy}") from error


def _out_of_memory(error: BaseException) -> bool:
    words = ("can't allocate memory", "out of memory", "not enough memory")
    return isinstance(error, torch.OutOfMemoryError | MemoryError) or any(
        word in str(error) for word in words
    )


def explain(
    error: Exception, recipe: Recipe, total: int, device: torch.device
) -> str | None:
    """Return PyTorch's error in a sentence; None where it is not known.

    Args:
        total: pictures of the training part.
    """
    size, given = min(recipe.batch_size, total), recipe.batch_size
    if _out_of_memory(error):
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
