"""What can go wrong in training, found before it starts, in sentences.

`check_arguments` looks at what was given, `check_fit` sends two pictures
through, and `size_that_fits` looks for a batch that the memory holds.
"""

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.parameter import is_lazy

from cnncourse import parallel
from cnncourse.datasets import Data, Split
from cnncourse.errors import CourseError
from cnncourse.jobs import Job, predict
from cnncourse.recipes import Recipe

DEVICES = ("cpu", "cuda", "mps")


def check_arguments(model, data, recipe, seed, augment, folder) -> None:
    """Refuse what `fit` cannot use, by the name of the argument."""
    check_model(model)
    _check("data", data, Data, 'datasets.load("digits")')
    _check("recipe", recipe, Recipe, "Recipe(epochs=5)")
    check_seed(seed)
    if augment is not None and not callable(augment):
        raise CourseError(
            f"augment={augment!r} was given; expected something that takes "
            "pictures and a generator; try Augment(Flip())."
        )
    if folder is not None:
        check_path("folder", folder)
        if Path(folder).exists() and not Path(folder).is_dir():
            raise CourseError(
                f"folder={str(folder)!r} is a file; name a folder, which is "
                "made where it is missing."
            )
    for name in ("train", "test"):
        check_split(f"data.{name}", getattr(data, name))
        if len(getattr(data, name)) == 0:
            raise CourseError(
                f"data.{name} holds no pictures; load more of {data.name}."
            )
    check_split("data.validation", data.validation)
    if recipe.patience and len(data.validation) == 0:
        raise CourseError(
            f"patience={recipe.patience} needs pictures that are held out; "
            "load the data with validation=... above 0."
        )
    if recipe.batch_size < parallel.count():
        raise CourseError(
            f"batch_size={recipe.batch_size} was given for "
            f"{parallel.count()} processes; each needs a picture."
        )


def _check(argument: str, value, kind: type, remedy: str) -> None:
    if not isinstance(value, kind):
        raise CourseError(
            f"{argument} is a {type(value).__name__}; expected a "
            f"{kind.__name__}; try {remedy}."
        )


def check_model(model) -> None:
    """Refuse what is no network, or one without storage for its weights."""
    _check("model", model, nn.Module, 'create("lenet5_modern")')
    tensors = [*model.parameters(), *model.buffers()]
    if not list(model.parameters()):
        raise CourseError("model has no weights; there is nothing to train.")
    if any(map(is_lazy, tensors)):
        raise CourseError(
            "model has lazy layers without weights; send one batch through "
            "it first: model(images)."
        )
    if any(tensor.is_meta for tensor in tensors):
        raise CourseError(
            "model lies on the meta device, without weights; build it with "
            "architectures.create(...)."
        )


def check_seed(seed) -> None:
    """Refuse what is no seed."""
    if type(seed) is not int or not 0 <= seed < 2**32:
        raise CourseError(
            f"seed={seed!r} was given; expected a whole number from 0 to "
            "4294967295; try seed=0."
        )


def check_path(argument: str, path) -> None:
    """Refuse what is no path."""
    if not isinstance(path, (str, Path)) or not str(path):
        raise CourseError(
            f"{argument}={path!r} was given; expected the path of one; try "
            '"runs/first".'
        )
    if "\0" in str(path):
        raise CourseError(f"{argument}={str(path)!r} holds a null byte.")


def check_device(device) -> torch.device:
    """Return the device, or this machine's best where it is None."""
    if device is None:
        return parallel.device()
    try:
        found = torch.device(device)
    except (RuntimeError, TypeError):
        found = None
    if found is None or found.type not in DEVICES:
        raise CourseError(
            f"device={device!r} was given; expected one of "
            f"{', '.join(DEVICES)}; leave it out to take the best."
        )
    counts = {
        "cpu": 1,
        "cuda": torch.cuda.device_count(),
        "mps": int(torch.backends.mps.is_available()),
    }
    if (found.index or 0) >= counts[found.type]:
        raise CourseError(
            f"device={device!r} was given, but PyTorch sees "
            f"{counts[found.type]} of that kind; leave it out to take the "
            "best, or choose a runtime with a GPU."
        )
    return found


def check_split(argument: str, part) -> None:
    """Refuse pictures and labels that no batch can be made of."""
    _check(argument, part, Split, "data.test")
    images, labels = part.images, part.labels
    if not isinstance(images, Tensor) or not isinstance(labels, Tensor):
        raise CourseError(
            f"{argument} holds a {type(images).__name__} and a "
            f"{type(labels).__name__}; expected two tensors."
        )
    if images.dtype != torch.uint8 or images.ndim != 4:
        raise CourseError(
            f"{argument}.images is {images.dtype} of shape "
            f"{tuple(images.shape)}; expected torch.uint8 of shape (count, "
            "channels, height, width), from 0 to 255; floats from 0 to 1 "
            "become that by (255 * images).round().to(torch.uint8)."
        )
    if labels.dtype != torch.int64 or len(labels) != len(images):
        raise CourseError(
            f"{argument}.labels is {labels.dtype} of shape "
            f"{tuple(labels.shape)}; expected torch.int64, a class for each "
            f"of the {len(images)} pictures; try labels.long()."
        )
    if len(labels) and int(labels.min()) < 0:
        raise CourseError(
            f"{argument}.labels holds {int(labels.min())}; classes count "
            "from 0."
        )


def check_fit(job: Job) -> None:
    """Send two pictures through the network and compare with the labels.

    Draws nothing from the run's random numbers and changes no weight.
    """
    part, recipe, model = job.data.train[:2], job.recipe, job.model
    images = _augmented(job, part) if job.augment else part.images
    if images.is_floating_point():
        images = 255 * images
    outputs = _answer(job, job.data, images)
    labels = part.labels
    _compare(model, outputs, labels, job.data)
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
            f"augment failed on two pictures ({_first(error)}); it is called "
            "with uint8 pictures (count, channels, height, width) and a "
            "torch.Generator, and returns pictures."
        ) from error
    whole = isinstance(images, Tensor) and images.ndim == 4
    if not whole or len(images) != len(part):
        shape = tuple(images.shape) if isinstance(images, Tensor) else images
        raise CourseError(
            f"augment made {shape!r} of {len(part)} pictures; it must return "
            "a tensor (count, channels, height, width)."
        )
    return images


def _answer(job: Job, data: Data, images: Tensor):
    return answer(job.model, job.recipe.arranged(data.normalise(images)))


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
        raise CourseError(
            f"The network cannot take pictures of shape "
            f"{tuple(images.shape[1:])} ({_first(error)}). Build it for "
            "them, with in_channels=... where it has that, or load the data "
            "with another size=..."
        ) from error


def _compare(model, outputs, labels: Tensor, data: Data) -> None:
    """Refuse outputs that do not fit the labels."""
    if not isinstance(outputs, Tensor) or outputs.ndim < 2:
        shape = getattr(outputs, "shape", None)
        raise CourseError(
            "The network returns "
            f"{type(outputs).__name__ if shape is None else tuple(shape)}; "
            "expected a tensor (count, classes)."
        )
    answers = predict(model, outputs)
    if answers.shape != labels.shape:
        raise CourseError(
            f"The network gives answers of shape {tuple(answers.shape)} for "
            f"labels of shape {tuple(labels.shape)}. Pixels with labels, as "
            "in scenes, need a network like unet_mini_64."
        )
    parts = (data.train, data.validation, data.test)
    highest = max(int(part.labels.max()) for part in parts if len(part))
    if highest >= outputs.shape[1]:
        raise CourseError(
            f"The network has {outputs.shape[1]} outputs, but {data.name} "
            f"has labels up to {highest}; build it with "
            f"num_classes={max(highest + 1, len(data.classes))}."
        )


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

    Tried, not computed: forward and backward, without a step. Buffers are
    put back. 0 if not even one picture fits.
    """
    kept = [buffer.clone() for buffer in job.model.buffers()]
    size = job.recipe.batch_size // 2
    while size and not _fits(job, size):
        size //= 2
    for buffer, before in zip(job.model.buffers(), kept, strict=True):
        buffer.copy_(before)
    return size


def _fits(job: Job, size: int) -> bool:
    job.optimizer.zero_grad(set_to_none=True)
    if job.device.type == "cuda":
        torch.cuda.empty_cache()
    part = job.data.train[torch.arange(size) % len(job.data.train)]
    low = job.recipe.low_precision(job.device)
    try:
        images = job.recipe.arranged(job.data.normalise(part.images))
        with torch.autocast(job.device.type, torch.bfloat16, enabled=low):
            loss = job.recipe.loss(job.model, job.model(images), part.labels)
        loss.backward()
    except Exception as error:  # also of a network that needs two pictures
        if not out_of_memory(error) and size > 1:
            raise
        return False
    finally:
        job.optimizer.zero_grad(set_to_none=True)
    return True
