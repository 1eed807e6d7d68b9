"""What every data set is: three parts of pictures with labels.

Pictures are held as unsigned bytes on any device and normalised a batch at a
time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

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

    def __getitem__(self, index) -> "Split":
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
            brightness; `normalise` uses them. A deviation of 0 counts as 1.
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
        parts = ("train", "validation", "test")
        moved = {part: getattr(self, part).to(device) for part in parts}
        return replace(self, **moved)

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

    def normalise(self, images: Tensor) -> Tensor:
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


def batches(
    data: Data,
    part: Split,
    batch_size: int,
    shuffle: torch.Generator | None = None,
    *,
    change: Callable[[Tensor, Tensor], tuple[Tensor, Tensor]] | None = None,
    skip: int = 0,
) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield normalised pictures and labels; the last batch may be smaller.

    Args:
        data: gives the normalisation.
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
        yield data.normalise(images), labels
