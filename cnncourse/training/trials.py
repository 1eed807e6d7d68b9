"""Several seeds of one network: what they scored, and what they bear."""

import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from cnncourse import evidence
from cnncourse.datasets import Data, Split, batches
from cnncourse.errors import CourseError
from cnncourse.training.checkpoints import History
from cnncourse.training.progress import predict


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

    seeds: tuple[int, ...]
    histories: tuple[History, ...]
    right: Tensor | None = None
    networks: tuple[nn.Module, ...] = ()

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

    def curve(self, measure: str) -> list[list[float]]:
        """Return a measure by seed and epoch, for `visualize.curves`."""
        return [history[measure] for history in self.histories]


@torch.no_grad()
def right(model: nn.Module, data: Data, part: Split) -> Tensor:
    """Return which pictures a network gets right, (pictures,) bool."""
    device = next(model.parameters()).device
    model.eval()
    found = [
        predict(model, model(images)) == labels
        for images, labels in batches(data, part.to(device), 500)
    ]
    return torch.cat(found).cpu()


def robustness(
    networks: Sequence[nn.Module],
    data: Data,
    change: Callable[[Tensor, float], Tensor],
    amounts: Sequence[float],
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
    if not networks:
        raise CourseError(
            "networks is empty; expected trained networks; try those of "
            "training.repeat(...).networks."
        )
    found = []
    for amount in amounts:
        images = change(data.test.images, amount)
        if (
            not isinstance(images, Tensor)
            or images.shape != data.test.images.shape
            or images.dtype != torch.uint8
        ):
            raise CourseError(
                f"change returned {type(images).__name__} for amount "
                f"{amount}; expected a tensor of unsigned bytes of shape "
                f"{tuple(data.test.images.shape)}; try augmentation.shift."
            )
        part = Split(images, data.test.labels)
        found.append(
            torch.stack([right(model, data, part) for model in networks])
        )
    return torch.stack(found)
