"""Augmented pictures a second: ours, kornia's, torchvision's.

    python -m pip install --target build/kornia --no-deps kornia kornia_rs
    PYTHONPATH=build/kornia python benchmarks/augmentation.py

Flip, crop with padding 4, rotation and scale, brightness, contrast and
saturation, and noise at 3x32x32, from decoded pictures in memory to float
tensors from 0 to 1, by

- ours, batches on the CPU from a uint8 tensor;
- kornia, the same batches (left out where it is not installed);
- torchvision on PIL pictures in a DataLoader with two workers that stay
  alive, as in most tutorials.

The pictures are CIFAR-10's from `cifar10-jpeg.tar.xz` in the folder that
CNNCOURSE_DATA names, else generated shapes. The pipelines take turns; the
table has the median of each and the spread, the ratio of the medians, and the
middle half of the ratios of single rounds. The last two rows show what noise
costs: ours without, and drawn anew. Ours
and kornia run in one thread unless `--threads` says otherwise: on cores that
others use too, threads wait for one another. torchvision has two processes.
"""

import argparse
import io
import os
import tarfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import torch
from PIL import Image
from report import middle, ratio, report, turns
from torch import Tensor
from torch.utils.data import DataLoader, Dataset
from torchvision.transforms import v2

from cnncourse.augmentation import (
    Affine,
    Augment,
    Brightness,
    Contrast,
    Crop,
    Flip,
    Noise,
    Saturation,
)
from cnncourse.datasets.shapes import shapes

GOALS = {"torchvision": 9.0, "kornia": 3.3}


class Pictures(Dataset):
    """PIL pictures in memory, each through a transform when it is read."""

    def __init__(self, pictures: list[Image.Image], transform: Callable):
        self.pictures, self.transform = pictures, transform

    def __len__(self) -> int:
        return len(self.pictures)

    def __getitem__(self, index: int) -> Tensor:
        return self.transform(self.pictures[index])


def load(count: int) -> tuple[str, list[Image.Image]]:
    """Return where pictures come from, and the decoded pictures."""
    archive = Path(os.environ.get("CNNCOURSE_DATA", "")) / (
        "cifar10-jpeg.tar.xz"
    )
    if not archive.is_file():
        drawn = shapes(count, size=32).images.transpose(0, 2, 3, 1)
        return "generated shapes", [Image.fromarray(image) for image in drawn]
    pictures = []
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.name.endswith(".jpg"):
                data = tar.extractfile(member).read()
                pictures.append(Image.open(io.BytesIO(data)).convert("RGB"))
            if len(pictures) == count:
                break
    return "CIFAR-10 (JPEG)", pictures


def add_noise(image: Tensor) -> Tensor:
    """Add noise as a tutorial does."""
    return (image + 0.05 * torch.randn_like(image)).clamp(0, 1)


def torchvision_pass(pictures: list, batch: int) -> Callable[[], int]:
    """Return a pass over the pictures with torchvision's PIL transforms."""
    from torchvision import transforms as T

    transform = T.Compose(
        [
            T.RandomHorizontalFlip(),
            T.RandomCrop(32, padding=4),
            T.RandomAffine(
                15,
                scale=(0.9, 1.1),
                interpolation=T.InterpolationMode.BILINEAR,
            ),
            T.ColorJitter(0.2, 0.2, 0.2),
            T.ToTensor(),
            add_noise,
        ]
    )
    loader = DataLoader(
        Pictures(pictures, transform),
        batch,
        shuffle=True,
        num_workers=2,
        persistent_workers=True,
    )
    return lambda: sum(len(images) for images in loader)


def kornia_pass(images: Tensor, batch: int) -> Callable[[], int]:
    """Return a pass over the pictures with kornia's batched transforms."""
    import kornia.augmentation as K

    steps = torch.nn.Sequential(
        K.RandomHorizontalFlip(),
        K.RandomCrop((32, 32), padding=4),
        K.RandomAffine(15, scale=(0.9, 1.1)),
        K.ColorJitter(0.2, 0.2, 0.2, p=1.0),
        K.RandomGaussianNoise(std=0.05, p=1.0),
    )
    return batched(
        lambda x: steps(x.float().div_(255)).clamp(0, 1), images, batch
    )


def our_pass(
    images: Tensor, batch: int, noise: Callable | None = None
) -> Callable[[], int]:
    """Return a pass over the pictures with ours, or with other noise."""
    steps = [
        Flip(),
        Crop(padding=4),
        Affine(degrees=15, scale=0.1),
        Brightness(0.2),
        Contrast(0.2),
        Saturation(0.2),
    ]
    steps += [] if noise else [Noise(0.05)]
    augment = Augment(*steps, dtype=torch.float32)
    generator = torch.Generator().manual_seed(0)

    def change(x: Tensor) -> Tensor:
        changed = augment(x, generator)
        return noise(changed) if noise else changed

    return batched(change, images, batch)


def batched(change: Callable, images: Tensor, batch: int):
    """Return a pass over all pictures in a random order."""

    def once() -> int:
        order = torch.randperm(len(images)).split(batch)
        return sum(len(change(images[index])) for index in order)

    return once


def main() -> int:
    """Time all pipelines in turn, print the table, compare with the goals."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=4096)
    parser.add_argument("--batch", type=int, default=512)
    parser.add_argument("--repeats", type=int, default=9)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--store", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    with report("augmentation", options.threads, options.store):
        return compare(options.count, options.batch, options.repeats)


def compare(count: int, batch: int, repeats: int) -> int:
    """Print the table; return 1 if a goal is missed."""
    source, pictures = load(count)
    images = torch.stack([v2.functional.pil_to_tensor(p) for p in pictures])
    passes = {"ours": our_pass(images, batch)}
    try:
        passes["kornia"] = kornia_pass(images, batch)
        print(f"kornia {version('kornia')}")
    except ImportError as error:
        print(f"kornia is left out: {error}")
    passes["torchvision"] = torchvision_pass(pictures, batch)
    passes["ours, no noise"] = our_pass(images, batch, lambda x: x)
    passes["ours, torch.randn"] = our_pass(images, batch, add_noise)
    times = turns(passes, repeats)
    print(f"{count} pictures of {source}, batch {batch}, {repeats} passes\n")
    print(f"{'pipeline':<19}{'images/s':<30}ours is so many times as fast")
    missed = []
    for name, seconds in times.items():
        whole, words, _ = ratio(seconds, times["ours"])
        rates = middle([count / second for second in seconds], 0)
        print(f"{name:<19}{rates:<30}{words}")
        if whole < GOALS.get(name, 0):
            missed.append(name)
    print(f"goals {GOALS}: {f'missed for {missed}' if missed else 'met'}")
    return bool(missed)


if __name__ == "__main__":
    raise SystemExit(main())
