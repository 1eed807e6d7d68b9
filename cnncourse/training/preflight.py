"""What can go wrong in training, found before it starts, in sentences.

`check_arguments` looks at what was given, `check_fit` sends two pictures
through, and `size_that_fits` looks for a batch that the memory holds.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from numbers import Real

import torch
from torch import Tensor, nn

from cnncourse.checks import check_folder, check_kind, check_model, check_seed
from cnncourse.datasets import Data, Split
from cnncourse.errors import CourseError
from cnncourse.training import processes
from cnncourse.training.progress import Job, predict
from cnncourse.training.recipe import Recipe


def check_arguments(model, data, recipe, seed, augment, folder) -> None:
    """Refuse what `fit` cannot use, by the name of the argument."""
    check_model(model)
    if any(weight.ndim > 4 for weight in model.parameters()):
        raise CourseError(
            "model has weights for volumes, as of nn.Conv3d; expected a "
            "network for pictures; try nn.Conv2d."
        )
    check_data(data)
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


def check_data(data) -> None:
    """Refuse data that cannot normalise pictures or name classes."""
    check_kind("data", data, Data, 'datasets.load("digits")')
    check_kind("data.classes", data.classes, tuple, '("cat", "dog")')
    for name, least in (("mean", -1e6), ("std", 1e-6)):
        values = getattr(data, name)
        whole = isinstance(values, tuple) and all(
            isinstance(value, Real) and least <= value <= 1e6
            for value in values
        )
        if not whole:
            raise CourseError(
                f"data.{name}={values!r} was given; expected a tuple with "
                f"a number from {least:g} to 1e+06 for each channel; try "
                "what datasets.load(...) has there."
            )


def check_split(argument: str, part, data: Data) -> None:
    """Refuse pictures and labels that no batch can be made of."""
    check_kind(argument, part, Split, "data.test")
    images, labels = part.images, part.labels
    if not isinstance(images, Tensor) or not isinstance(labels, Tensor):
        raise CourseError(
            f"{argument} holds a {type(images).__name__} and a "
            f"{type(labels).__name__}; expected two tensors."
        )
    if images.is_meta or labels.is_meta:
        raise CourseError(
            f"{argument} lies on the meta device, without values; load it "
            "with datasets.load(...)."
        )
    if images.is_floating_point() and not images.isfinite().all():
        raise CourseError(
            f"{argument}.images holds values that are no numbers (nan or "
            "infinite); find out where they come from."
        )
    if images.dtype != torch.uint8 or images.ndim != 4:
        raise CourseError(
            f"{argument}.images is {images.dtype} of shape "
            f"{tuple(images.shape)}; expected torch.uint8 of shape (count, "
            "channels, height, width), from 0 to 255; floats from 0 to 1 "
            "become that by (255 * images).round().to(torch.uint8)."
        )
    shape = labels.shape
    if (
        labels.dtype != torch.int64
        or labels.ndim not in (1, 3)
        or len(labels) != len(images)
    ):
        raise CourseError(
            f"{argument}.labels is {labels.dtype} of shape {tuple(shape)}; "
            "expected torch.int64 with a class for each of the "
            f"{len(images)} pictures, or for each of their pixels; try "
            "labels.long(), or labels.argmax(1) of zeros and ones."
        )
    if len(labels) == 0:
        return
    if 0 in (*images.shape, *shape):
        raise CourseError(
            f"{argument} has images of shape {tuple(images.shape)} and "
            f"labels of shape {tuple(shape)}; no side may be 0; try "
            "datasets.load(...)."
        )
    channels = images.shape[1]
    if not channels == len(data.mean) == len(data.std):
        raise CourseError(
            f"{argument}.images has {channels} channels, data.mean has "
            f"{len(data.mean)} numbers and data.std {len(data.std)}; one for "
            "each channel is needed."
        )
    if int(labels.min()) < 0:
        raise CourseError(
            f"{argument}.labels holds {int(labels.min())}; classes count "
            "from 0."
        )


def check_fit(job: Job) -> None:
    """Send two pictures through the network and compare with the labels.

    Draws nothing from the run's random numbers and changes no weight.
    """
    part, recipe, model = job.data.train[:2], job.recipe, job.model
    images = part.images
    if job.augment is not None:
        images = _augmented(job, part)
    if images.is_floating_point():
        images = 255 * images.float()
    outputs = answer(model, _prepared(job, images))
    labels = part.labels
    check_outputs(model, outputs, labels)
    _count_classes(outputs, job.data)
    for other in (job.data.validation, job.data.test):
        if len(other) and other.images.shape[1:] != images.shape[1:]:
            shown = _prepared(job, other.images[:2])
            check_outputs(model, answer(model, shown), other.labels[:2])
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
    if mixed and outputs.shape[1] != len(job.data.classes):
        raise CourseError(
            f"The network has {outputs.shape[1]} outputs and {mixed[0]} "
            f"makes labels for {len(job.data.classes)} classes; build the "
            f"network with num_classes={len(job.data.classes)}."
        )
    _check_last_batch(job, images)


def _augmented(job: Job, part: Split) -> Tensor:
    """Return two pictures as `job.augment` changes them."""
    trial = torch.Generator(job.device).manual_seed(0)
    if part.labels.ndim > 1 and not hasattr(job.augment, "apply"):
        raise CourseError(
            "augment cannot move the labels of pixels; use an "
            "augmentation.Augment, whose masks follow the pictures."
        )
    try:
        images = job.augment(part.images.clone(), trial)
    except CourseError:
        raise
    except Exception as error:  # the callable is not ours
        raise CourseError(
            f"augment failed on two pictures ({_first(error)}); expected a "
            "function of uint8 pictures (count, channels, height, width) and "
            "a torch.Generator that returns pictures."
        ) from error
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
            "or floats from 0 to 1, which are normalised afterwards."
        )
    return images


def _prepared(job: Job, images: Tensor) -> Tensor:
    return job.recipe.arranged(job.data.normalize(images))


@torch.no_grad()
def answer(model: nn.Module, images: Tensor):
    """Return what the network says; a sentence where it cannot.

    Args:
        images: a few normalised pictures.
    """
    model.eval()
    try:
        return model(images)
    except CourseError:
        raise
    except Exception as error:  # the network may be anybody's
        if out_of_memory(error):
            raise
        raise CourseError(
            f"The network cannot take pictures of shape "
            f"{tuple(images.shape[1:])} ({_first(error)}). Build it for "
            "them, with in_channels=... where it has that, or load the data "
            "with another size=..."
        ) from error


def check_outputs(model: nn.Module, outputs, labels: Tensor) -> None:
    """Refuse outputs that are not one answer a label."""
    if not isinstance(outputs, Tensor) or outputs.ndim < 2:
        shape = getattr(outputs, "shape", None)
        raise CourseError(
            "The network returns "
            f"{type(outputs).__name__ if shape is None else tuple(shape)}; "
            "expected a tensor (count, classes)."
        )
    answers = predict(model, outputs)
    if answers.shape != labels.shape:
        remedy = "Build it to end in a linear layer: one answer a picture."
        if labels.ndim > 1:
            remedy = "Pixels with labels need a network like unet_mini_64."
        raise CourseError(
            f"The network gives answers of shape {tuple(answers.shape)} for "
            f"labels of shape {tuple(labels.shape)}. {remedy}"
        )


def _count_classes(outputs: Tensor, data: Data) -> None:
    """Refuse labels for which there is no output."""
    parts = (data.train, data.validation, data.test)
    highest = max(int(part.labels.max()) for part in parts if len(part))
    if highest >= outputs.shape[1]:
        raise CourseError(
            f"The network has {outputs.shape[1]} outputs, but {data.name} "
            f"has labels up to {highest}; build it with "
            f"num_classes={max(highest + 1, len(data.classes))}."
        )


def _check_last_batch(job: Job, images: Tensor) -> None:
    """Refuse a batch of one picture where a norm needs two values.

    Tried in training mode. Who shares the norms' statistics has the whole
    batch, others have their process's share, as `processes.share` gives it.
    """
    total = len(job.data.train)
    shares = 1 if job.recipe.sync_norms else processes.count()

    def enough(size: int) -> bool:
        whole = min(size, total)
        return all(
            rows >= 2 and (rows < shares or rows // shares >= 2)
            for rows in (whole, total % size or whole)
        )

    size = job.recipe.batch_size
    if enough(size):
        return
    used = [job.device] if job.device.type == "cuda" else []
    try:
        with (
            torch.no_grad(),
            torch.random.fork_rng(used),
            _buffers_kept(job.model),
        ):
            job.model.train()(_prepared(job, images[:1]))
    except ValueError as error:
        if "more than 1 value per channel" not in str(error):
            raise
        larger = next(filter(enough, range(size, total + 1)), None)
        raise CourseError(
            f"batch_size={size} was given for {total} training pictures: a "
            "norm over the batch gets a single value, of the last picture; "
            + (f"try batch_size={larger}." if larger else "load more.")
        ) from error


@contextmanager
def _buffers_kept(model: nn.Module) -> Iterator[None]:
    """Put the buffers back, such as the statistics of norms."""
    kept = [buffer.clone() for buffer in model.buffers()]
    try:
        yield
    finally:
        for buffer, before in zip(model.buffers(), kept, strict=True):
            buffer.copy_(before)


def _first(error: Exception) -> str:
    """Return the first line of an error, not too long."""
    text = str(error).strip() or type(error).__name__
    return text.splitlines()[0][:160]


def out_of_memory(error: BaseException) -> bool:
    """Tell whether an error means that memory has run out."""
    words = ("can't allocate memory", "out of memory", "not enough memory")
    return isinstance(error, torch.OutOfMemoryError | MemoryError) or any(
        word in str(error) for word in words
    )


def size_that_fits(job: Job) -> int:
    """Return the largest of batch_size / 2, / 4, ... that the memory holds.

    Tried, not computed: forward and backward, without a step, but with room
    for what the optimizer keeps. 0 if not even one picture fits.
    """
    size = job.recipe.batch_size // 2
    with _buffers_kept(job.model):
        # A batch never held more than all the pictures.
        while size and (size >= len(job.data.train) or not _fits(job, size)):
            size //= 2
    return size


def _fits(job: Job, size: int) -> bool:
    job.optimizer.zero_grad(set_to_none=True)
    if job.device.type == "cuda":
        torch.cuda.empty_cache()
    part = job.data.train[:size]
    low = job.recipe.low_precision(job.device)
    try:
        room = []
        if not job.optimizer.state:  # it comes with the first step
            weights = [*job.model.parameters()]
            room = [torch.empty_like(w) for w in (*weights, *weights)]
        images = _prepared(job, part.images)
        with torch.autocast(job.device.type, torch.bfloat16, enabled=low):
            loss = job.recipe.loss(job.model, job.model(images), part.labels)
        loss.backward()
        del room
    except Exception as error:  # also of a network that needs two pictures
        if not out_of_memory(error) and size > 1:
            raise
        return False
    finally:
        job.optimizer.zero_grad(set_to_none=True)
    return True
