"""Several seeds of one network: what they scored, and what they bear."""

import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated

import torch
from pydantic import Field
from torch import Tensor, nn

from cnncourse import evidence
from cnncourse.datasets import Data, Split, batches
from cnncourse.doors import door
from cnncourse.errors import CourseError, told
from cnncourse.training.checkpoints import History, Measure, Sound
from cnncourse.training.preflight import check_part
from cnncourse.training.progress import predict


@door
@dataclass(frozen=True)
class Trials:
    """One network, trained alike from several seeds.

    `str` gives mean and standard deviation of the test accuracy over the
    seeds, such as "99.12 ± 0.21", or how many runs diverged.

    Attributes:
        seeds: of the first weights and the order of the pictures.
        histories: what each run measured.
        right: (seeds, pictures), which test pictures each network gets
            right; None where that was not kept.
        networks: the trained networks; none of recorded runs.
    """

    seeds: Annotated[tuple[int, ...], Field(min_length=1)]
    histories: tuple[History, ...]
    right: Tensor | None = None
    networks: tuple[nn.Module, ...] = ()

    def __post_init__(self):
        rows = len(self.seeds)
        if self.right is not None:
            rows = len(self.right) if self.right.ndim == 2 else 0
        if not len(self.seeds) == len(self.histories) == rows:
            raise CourseError(
                f"{len(self.seeds)} seeds were given with "
                f"{len(self.histories)} histories and {rows} rows of right; "
                "expected as many of each; try training.repeat."
            )

    def __len__(self) -> int:
        return len(self.seeds)

    def __str__(self) -> str:
        good = [value for value in self.accuracies if not math.isnan(value)]
        if len(good) < len(self):
            return f"{len(self) - len(good)} diverged"
        spread = f" ± {statistics.stdev(good):.2f}" if len(good) > 1 else ""
        return f"{statistics.mean(good):.2f}{spread}"

    def interval(self) -> evidence.Interval:
        """Return the mean test accuracy with its 95 % interval.

        Over seeds and test pictures where it is known which were right, else
        over seeds alone.
        """
        if self.right is not None:
            return evidence.mean(self.right)
        return evidence.of_seeds(self.accuracies)

    @property
    def accuracies(self) -> list[float]:
        """Test accuracy of each seed, in percent."""
        return [history.test_accuracy for history in self.histories]

    def curve(self, measure: Measure) -> list[list[float]]:
        """Return a measure by seed and epoch, for `visualize.curves`."""
        return [history[measure] for history in self.histories]


@door
def right(model: Sound, data: Data, part: Split) -> Tensor:
    """Return which pictures a network gets right, (pictures,) bool.

    Raises:
        CourseError: pictures or labels that do not fit the network.
    """
    check_part(model, data, part)
    return answered(model, data, part, 500).cpu()


@torch.no_grad()
def answered(
    model: nn.Module, data: Data, part: Split, batch_size: int
) -> Tensor:
    """Return where a network's answers are the labels, in their shape."""
    part = part.to(next(model.parameters()).device)
    found = [part.labels[:0].bool()]
    model.eval()
    for images, labels in batches(data, part, batch_size):
        with told(
            f"The network failed on {len(images)} pictures",
            "It has to answer any number of them.",
        ):
            found.append(predict(model, model(images)) == labels)
    return torch.cat(found)


@door
def robustness(
    networks: Annotated[
        Sequence[Sound],
        Field(min_length=1, examples=["training.repeat(...).networks"]),
    ],
    data: Data,
    change: Callable[[Tensor, float], Tensor],
    amounts: Annotated[Sequence[int | float], Field(min_length=1)],
) -> Tensor:
    """Return which test pictures are right after a change of each amount.

    Args:
        networks: trained on `data`, one a seed.
        data: whose test part is changed.
        change: gets unsigned bytes (count, channels, height, width) and an
            amount, and returns as many, for example
            `lambda images, pixels: augmentation.shift(images, pixels)`.
        amounts: how much, in the change's own unit.

    Returns:
        (amounts, seeds, pictures), bool.

    Raises:
        CourseError: no networks, or a change that returns something else.
    """
    found = []
    for amount in amounts:
        with told(
            f"change failed with amount {amount}",
            "expected a function of pictures and an amount; try "
            "augmentation.shift.",
        ):
            images = change(data.test.images.clone(), amount)
        part = Split(images, data.test.labels)
        found.append(
            torch.stack([right(model, data, part) for model in networks])
        )
    return torch.stack(found)
