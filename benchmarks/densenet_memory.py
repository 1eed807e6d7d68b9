"""Memory and time of one training step of DenseNet-121, kept or recomputed.

    python benchmarks/densenet_memory.py

DenseNet-121 with the stem for 32x32 pictures, batch 16, float32, on the CPU.
Every measurement runs in a process of its own, in turn: our plain network,
our memory-saving one, torchvision's plain and `memory_efficient` one with
the same stem. Medians over the repeats are reported. The limit on time is
one on CPU seconds, which other work on the machine disturbs least.

Live tensors: the largest sum of storages that are alive at once during a
step, counted above what lives before it; exact, and the same on each run.
Process: the largest resident size above that of the built network, after a
step with two small pictures. It includes what the allocator cannot reuse.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

import torch
from torch import nn

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cnncourse.memory import LiveBytes  # noqa: E402

KINDS = ("plain", "saving", "torchvision", "torchvision saving")
LIVE_LIMIT, PROCESS_LIMIT, TIME_LIMIT = 0.45, 0.65, 1.3
UNITS = {
    "live": "live MiB",
    "process": "process MiB",
    "seconds": "seconds",
    "cpu": "CPU seconds",
}


def build(kind: str) -> nn.Module:
    """Return DenseNet-121 with a 3x3 stem, 10 classes."""
    if kind.startswith("torchvision"):
        import torchvision

        saving = kind.endswith("saving")
        model = torchvision.models.densenet121(
            num_classes=10, memory_efficient=saving
        )
        model.features.conv0 = nn.Conv2d(3, 64, 3, padding=1, bias=False)
        for name in ("norm0", "relu0", "pool0"):
            setattr(model.features, name, nn.Identity())
        return model
    from cnncourse.architectures import create

    return create("densenet121_32", memory_saving=kind == "saving")


def resident() -> float:
    """Return the resident size of this process in MiB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def measure(kind: str, batch: int, steps: int) -> dict[str, float]:
    """Return MiB and seconds of training steps in this process."""
    torch.manual_seed(0)
    model, images = build(kind).train(), torch.randn(batch, 3, 32, 32)
    labels = torch.randint(10, (batch,))

    def step(count: int = batch) -> None:
        model.zero_grad(set_to_none=False)
        nn.functional.cross_entropy(
            model(images[:count]), labels[:count]
        ).backward()

    step(2)
    base, wall, cpu = resident(), [], []
    for _ in range(steps):
        began = time.perf_counter(), time.process_time()
        step()
        wall.append(time.perf_counter() - began[0])
        cpu.append(time.process_time() - began[1])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with LiveBytes() as live:
        step()
    return {
        "live": live.peak / 2**20,
        "process": peak - base,
        "seconds": statistics.median(wall),
        "cpu": statistics.median(cpu),
    }


def main() -> int:
    """Measure all kinds in turn, print medians, compare with the limits."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--steps", type=int, default=5)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--store", action="store_true")
    parser.add_argument("--measure", choices=KINDS, help="in this process")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    if options.measure:
        result = measure(options.measure, options.batch, options.steps)
        print(json.dumps(result))
        return 0
    from report import report

    with report("densenet_memory", options.threads, options.store):
        return compare(options.batch, options.repeats)


def compare(batch: int, repeats: int) -> int:
    """Print medians; return 1 if a limit is passed."""
    from report import middle

    results: dict[str, list[dict]] = {kind: [] for kind in KINDS}
    command = [sys.executable, *sys.argv]
    for _ in range(repeats):
        for kind in KINDS:
            output = subprocess.run(
                [*command, "--measure", kind],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
            results[kind].append(json.loads(output))
    print(
        f"batch {batch}, median (smallest to largest) of {repeats} processes "
        "of each kind\n"
    )
    for kind, rows in results.items():
        print(kind)
        for key, unit in UNITS.items():
            print(f"  {unit:<14}{middle([row[key] for row in rows], 2)}")
    saving, plain = (
        {key: statistics.median(row[key] for row in rows) for key in UNITS}
        for rows in (results["saving"], results["plain"])
    )
    share = {key: saving[key] / plain[key] for key in plain}
    print(
        "\nsaving / plain: "
        + ", ".join(f"{key} {value:.2f}" for key, value in share.items())
    )
    good = (
        share["live"] <= LIVE_LIMIT
        and share["process"] <= PROCESS_LIMIT
        and share["cpu"] <= TIME_LIMIT
    )
    print(
        f"limits {LIVE_LIMIT}, {PROCESS_LIMIT} and {TIME_LIMIT} (cpu): "
        f"{'met' if good else 'NOT'}"
    )
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
