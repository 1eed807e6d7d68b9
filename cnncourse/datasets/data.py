"""What every data set is: three parts of pictures with labels.

Pictures are held as unsigned bytes on any device and normalized a batch at a
time.
"""

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated

import numpy as np
import torch
from pydantic import AfterValidator, Field
from torch import Generator, Tensor

from cnncourse.doors import door, shown
from cnncourse.errors import CourseError, told
from cnncourse.kinds import Count, Device, Whole


def _bytes(images: Tensor) -> Tensor:
    if images.dtype != torch.uint8 or images.ndim != 4 or not _here(images):
        raise ValueError(
            f"is {shown(images)}; expected (count, channels, height, width) "
            "of torch.uint8; try (255 * images).round().to(torch.uint8)"
        )
    return images


def _classes(labels: Tensor) -> Tensor:
    if labels.dtype != torch.int64 or not _here(labels):
        raise ValueError(
            f"is {shown(labels)}; expected a class for each picture or each "
            "pixel, torch.int64; try labels.long()"
        )
    if labels.numel() and (least := int(labels.min())) < 0:
        raise ValueError(f"holds {least}; classes count from 0")
    return labels


def _here(tensor: Tensor) -> bool:
    return tensor.layout is torch.strided and not tensor.is_meta


Images = Annotated[Tensor, AfterValidator(_bytes)]
Labels = Annotated[Tensor, AfterValidator(_classes)]
Change = Callable[[Tensor, Tensor], tuple[Tensor, Tensor]]
# Far enough from the ends of what 32 bits hold.
Level = Annotated[float, Field(ge=-1e6, le=1e6)]


@door
@dataclass(frozen=True)
class Split:
    """Pictures and their labels.

    Attributes:
        images: (count, channels, height, width), uint8.
        labels: (count,), int64, the class of each picture; of `scenes`
            (count, height, width), the class of each pixel.
    """

    images: Images
    labels: Labels

    def __post_init__(self) -> None:
        count, _, *sides = self.images.shape
        if [*self.labels.shape] not in ([count], [count, *sides]):
            raise CourseError(
                f"labels is {shown(self.labels)} for {count} pictures; "
                "expected a class for each, or for each of its pixels; try "
                "labels.argmax(1) of zeros and ones."
            )

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, index: slice | Tensor) -> "Split":
        remedy = "Try [:8], or a tensor of whole numbers or of True and False."
        with told(f"index={shown(index)} finds no pictures", remedy):
            return Split(self.images[index], self.labels[index])

    def to(self, device: Device) -> "Split":
        return Split(self.images.to(device), self.labels.to(device))


@door
@dataclass(frozen=True)
class Data:
    """A data set in three disjoint parts.

    Attributes:
        name: the name `load` takes.
        form: where the pictures come from and what was done to them.
        classes: a name per label.
        train, validation, test: the parts. `validation` may be empty.
        mean, std: per channel, of the training part, in units of full
            brightness; `normalize` uses them. A deviation of 0 counts as 1.
        skipped: files of your own that were left out, and why.
    """

    name: str
    form: str
    classes: tuple[str, ...]
    train: Split
    validation: Split
    test: Split
    mean: tuple[Level, ...]
    std: tuple[Annotated[float, Field(ge=1e-6, le=1e6)], ...]
    skipped: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for part in (self.train, self.validation, self.test):
            channels = part.images.shape[1]
            if len(part) and not channels == len(self.mean) == len(self.std):
                raise CourseError(
                    f"mean={self.mean} and std={self.std} were given for "
                    f"pictures of {channels} channels; expected a number for "
                    "each; try what datasets.load(...) has there."
                )
            highest = int(part.labels.max()) if part.labels.numel() else 0
            if highest >= len(self.classes):
                raise CourseError(
                    f"labels hold the class {highest}, and {self.name} has "
                    f"{len(self.classes)} classes, which count from 0; try "
                    f"{highest + 1} names in classes."
                )

    def to(self, device: Device) -> "Data":
        """Return the same data with all pictures on `device`."""
        return replace(
            self,
            train=self.train.to(device),
            validation=self.validation.to(device),
            test=self.test.to(device),
        )

    def changed(self, function: Callable[[Tensor], Tensor]) -> "Data":
        """Return the data with other pictures and the same labels.

        `mean` and `std` are computed anew, so that `rescaled`, where it is
        wanted, comes after. The form names the function.

        Args:
            function: gets the pictures of all parts at once, (count,
                channels, height, width), uint8, and returns as many, uint8,
                of any size.

        Raises:
            CourseError: the function returns something else.
        """
        parts = self.train, self.validation, self.test
        old, name = (
            torch.cat([part.images for part in parts]),
            _named(function),
        )
        with told(
            f"{name} failed on {len(old)} pictures of torch.uint8",
            "Try one that works on data.test.images.",
        ):
            new = function(old)
        usable = isinstance(new, Tensor) and new.dtype == torch.uint8
        if not usable or new.ndim != 4 or len(new) != len(old):
            raise CourseError(
                f"{name} was given {len(old)} pictures of torch.uint8 and "
                f"returned {shown(new)}; it must return as many pictures "
                "(count, channels, height, width) of torch.uint8, for "
                "example images.flip(-1)."
            )
        train, validation, test = (
            Split(images, part.labels)
            for images, part in zip(
                new.split([len(part) for part in parts]), parts, strict=True
            )
        )
        mean, std = moments(train.images)
        return replace(
            self,
            form=f"{self.form}; changed by {name}",
            train=train,
            validation=validation,
            test=test,
            mean=mean,
            std=std,
        )

    def rescaled(self, low: Level, high: Level) -> "Data":
        """Return the data with black at `low` and white at `high`.

        LeCun et al. (1998) put the ground of a digit at -0.1 and the ink at
        1.175; the usual form has mean 0 and deviation 1 instead.
        """
        if high - low < 1e-6:
            raise CourseError(
                f"low={low} and high={high} were given; low must be the "
                "smaller one, for example rescaled(-0.1, 1.175)."
            )
        channels, width = len(self.mean), high - low
        mean, std = (-low / width,) * channels, (1 / width,) * channels
        return replace(self, mean=mean, std=std)

    def normalize(self, images: Images) -> Tensor:
        """Turn uint8 pictures into the float tensor a network takes.

        Args:
            images: (batch, channels, height, width), uint8.
        """
        return self._normalized(images)

    def _normalized(self, images: Tensor) -> Tensor:
        if len(self.mean) not in (1, images.shape[1]):
            raise CourseError(
                f"images has {images.shape[1]} channels; {self.name} has "
                f"{len(self.mean)}; try data.test.images[:8]."
            )
        pairs = zip(self.mean, self.std, strict=True)
        values = [(1 / (255 * std), -mean / std) for mean, std in pairs]
        scale, shift = torch.tensor(values, device=images.device).T
        # One multiplication and one addition a pixel, the latter in place.
        return (images * scale[:, None, None]).add_(shift[:, None, None])


def _named(function: Callable) -> str:
    """Return a name that is the same on every machine, unlike an address."""
    if isinstance(function, functools.partial):
        given = [repr(value) for value in function.args]
        given += [f"{key}={v!r}" for key, v in function.keywords.items()]
        return f"{_named(function.func)}({', '.join(given)})"
    return getattr(function, "__name__", None) or repr(function)


def moments(images: Tensor) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return mean and deviation per channel, from the counts of each value."""
    mean, std = [], []
    value = np.arange(256) / 255
    for channel in range(images.shape[1]):
        count = np.zeros(256, np.int64)
        for part in images[:, channel].split(4096):
            count += (
                torch.bincount(part.flatten(), minlength=256).cpu().numpy()
            )
        total = count.sum()
        middle = (count * value).sum() / total
        spread = (count * (value - middle) ** 2).sum() / max(total - 1, 1)
        mean.append(round(float(middle), 4))
        std.append(round(float(spread**0.5), 4) or 1.0)
    return tuple(mean), tuple(std)


@door
def batches(
    data: Data,
    part: Split,
    batch_size: Count,
    shuffle: Generator | None = None,
    *,
    change: Change | None = None,
    skip: Whole = 0,
) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield normalized pictures and labels; the last batch may be smaller.

    Args:
        data: gives the normalization.
        part: which pictures, for example `data.train`.
        batch_size: pictures a batch.
        shuffle: draws a new order; the stored order without it.
        change: gets the bytes and labels of a batch, and returns others.
        skip: batches to leave out at the beginning.
    """
    order = torch.arange(len(part))
    if shuffle is not None:
        order = torch.randperm(len(part), generator=shuffle)
    order = order.to(part.labels.device)
    for start in range(skip * batch_size, len(part), batch_size):
        index = order[start : start + batch_size]
        # Indexing by brackets gives the same, and takes five times as long.
        images = part.images.index_select(0, index)
        labels = part.labels.index_select(0, index)
        if change is not None:
            with told("change failed on a batch", "Try augmentation.Augment."):
                images, labels = change(images, labels)
        yield data._normalized(images), labels
