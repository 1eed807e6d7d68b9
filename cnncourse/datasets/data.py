"""What every data set is: three parts of pictures with labels.

Pictures are held as unsigned bytes on any device and normalized a batch at a
time.
"""

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from cnncourse.checks import check_device, check_kind, check_whole
from cnncourse.errors import CourseError


@dataclass(frozen=True)
class Split:
    """Pictures and their labels.

    Attributes:
        images: (count, channels, height, width), uint8.
        labels: (count,), int64, the class of each picture; of `scenes`
            (count, height, width), the class of each pixel.
    """

    images: Tensor
    labels: Tensor

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, index: slice | Tensor) -> "Split":
        return Split(self.images[index], self.labels[index])

    def to(self, device: str | torch.device) -> "Split":
        device = check_device(device)
        return Split(self.images.to(device), self.labels.to(device))


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
    mean: tuple[float, ...]
    std: tuple[float, ...]
    skipped: tuple[str, ...] = ()

    def to(self, device: str | torch.device) -> "Data":
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
        old = torch.cat([part.images for part in parts])
        new, name = function(old), _named(function)
        usable = isinstance(new, Tensor) and new.dtype == torch.uint8
        if not usable or new.ndim != 4 or len(new) != len(old):
            shape = tuple(getattr(new, "shape", ()))
            kind = getattr(new, "dtype", type(new).__name__)
            raise CourseError(
                f"{name} was given {len(old)} pictures of torch.uint8 and "
                f"returned {kind} of shape {shape}; it must return as many "
                "pictures (count, channels, height, width) of torch.uint8, "
                "for example images.flip(-1)."
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

    def rescaled(self, low: float, high: float) -> "Data":
        """Return the data with black at `low` and white at `high`.

        LeCun et al. (1998) put the ground of a digit at -0.1 and the ink at
        1.175; the usual form has mean 0 and deviation 1 instead.
        """
        if not low < high:
            raise CourseError(
                f"low={low} and high={high} were given; low must be the "
                "smaller one, for example rescaled(-0.1, 1.175)."
            )
        channels, width = len(self.mean), high - low
        mean, std = (-low / width,) * channels, (1 / width,) * channels
        return replace(self, mean=mean, std=std)

    def normalize(self, images: Tensor) -> Tensor:
        """Turn uint8 pictures into the float tensor a network takes.

        Args:
            images: (batch, channels, height, width), uint8.
        """
        check_kind("images", images, Tensor, "data.test.images[:8]")
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


def batches(
    data: Data,
    part: Split,
    batch_size: int,
    shuffle: torch.Generator | None = None,
    *,
    change: Callable[[Tensor, Tensor], tuple[Tensor, Tensor]] | None = None,
    skip: int = 0,
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
    check_kind("data", data, Data, 'datasets.load("digits")')
    check_kind("part", part, Split, "data.train")
    check_whole("batch_size", batch_size, 1)
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
            images, labels = change(images, labels)
        yield data.normalize(images), labels
