"""Time our batch norm beside PyTorch's fused operation.

    python benchmarks/batchnorm.py

Forward and backward in training, float32. The candidates take turns within
every round, so that a busy machine slows all of them; the table gives the
median of each, the ratio of the medians to the fused one, and in brackets
the middle half of the ratios of single rounds. The script fails if ours
takes more than 3.5 times the fused time with contiguous inputs.
"""

import argparse
import statistics
import sys
from functools import partial

import torch
from report import ratio, report, turns
from torch import Tensor, nn

from cnncourse.architectures.batchnorm import BatchNorm2d
from cnncourse.architectures.norms import _standardize

SHAPES = ((64, 64, 32, 32), (128, 16, 32, 32), (32, 256, 8, 8))
LIMIT = 3.5


class PlainNorm(nn.BatchNorm2d):
    """The same formula; autograd makes the backward."""

    def forward(self, x: Tensor) -> Tensor:
        z = _standardize(x, (0, 2, 3), self.eps)
        return z * self.weight[:, None, None] + self.bias[:, None, None]


NORMS = {"fused": nn.BatchNorm2d, "ours": BatchNorm2d, "autograd": PlainNorm}


def measure(shape: tuple, layout: torch.memory_format, rounds: int) -> dict:
    """Return the seconds of `rounds` rounds per norm."""
    x = torch.randn(shape).to(memory_format=layout).requires_grad_()
    sent = torch.randn(shape).to(memory_format=layout)

    def step(norm: nn.Module) -> None:
        x.grad = None
        norm(x).backward(sent)

    norms = {name: kind(shape[1]) for name, kind in NORMS.items()}
    steps = {name: partial(step, norm) for name, norm in norms.items()}
    return turns(steps, rounds, warm=3)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=31)
    parser.add_argument("--store", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    with report("batchnorm", options.threads, options.store):
        return compare(options.rounds)


def compare(rounds: int) -> int:
    """Print the table; return 1 if ours is too slow."""
    print(f"{rounds} rounds")
    print(f"{'shape':<16}{'layout':<15}{'norm':<10}{'median ms':>10}  ratio")
    slow = []
    for layout in (torch.contiguous_format, torch.channels_last):
        kind = str(layout).split(".")[1].removesuffix("_format")
        for shape in SHAPES:
            times = measure(shape, layout, rounds)
            size = "x".join(map(str, shape))
            for name, values in times.items():
                whole, words, _ = ratio(values, times["fused"])
                median = 1e3 * statistics.median(values)
                print(
                    f"{size:<16}{kind:<15}{name:<10}{median:>10.2f}  {words}"
                )
                if name == "ours" and kind == "contiguous" and whole > LIMIT:
                    slow.append(size)
    if slow:
        print(f"Slower than {LIMIT} times the fused operation: {slow}")
    return bool(slow)


if __name__ == "__main__":
    sys.exit(main())
