"""Write the README's table of networks: `python -m tools.readme`."""

import json
import re
import sys
from pathlib import Path
from statistics import mean, stdev

import torch

from cnncourse import architectures, datasets, summary

README = Path("README.md")
TABLE = re.compile(r"(?<=<!-- python -m tools.readme -->\n).*?(?=<!--)", re.S)
# Network and the side and channels of its usual pictures.
NETWORKS = {
    "lenet5": (1, 32), "lenet5_modern": (1, 32), "alexnet": (3, 224),
    "vgg16": (3, 224), "googlenet": (3, 224), "inception_v3": (3, 299),
    "resnet20": (3, 32), "resnet18": (3, 224), "resnet50": (3, 224),
    "densenet121": (3, 224), "se_resnet50": (3, 224),
    "mobilenet_v2": (3, 224), "efficientnet_b0": (3, 224),
}  # fmt: skip


def table(records: Path) -> str:
    """Return the table in Markdown.

    Args:
        records: the folder of recorded runs.
    """
    lines = [
        "| network | input | parameters | million MACs | test accuracy |",
        "|---|---|--:|--:|---|",
    ]
    for name, (channels, side) in NETWORKS.items():
        # Shapes without numbers: nothing is drawn, nothing is computed.
        with torch.device("meta"):
            model = architectures.create(name)
        rows = summary.layer_table(model, (channels, side, side))
        lines.append(
            f"| `{name}` | {channels}×{side}×{side} | {rows.parameters:,} | "
            f"{rows.macs / 1e6:,.1f} | {accuracy(name, records)} |"
        )
    return "\n".join(lines) + "\n"


def accuracy(network: str, records: Path) -> str:
    """Return mean and standard deviation over the recorded seeds, or "".

    Of the runs that learn from the whole training part as it is.
    """
    by_plan: dict[str, list[float]] = {}
    for path in sorted(records.glob("*.json")):
        run = json.loads(path.read_text("utf-8"))
        usual = run["network"] == network and not run["options"]
        if usual and run["test_accuracy"] is not None:
            values = by_plan.setdefault(run["name"], [])
            values.append(run["test_accuracy"])
    # Other names are experiments, each with a recipe of its own.
    plain = re.compile(
        rf"{network}-((?:{'|'.join(datasets.names())})(?:-\d+)?)"
    )
    found = []
    for plan, values in by_plan.items():
        if (match := plain.fullmatch(plan)) is None:
            continue
        spread = f" ± {stdev(values):.2f}" if len(values) > 1 else ""
        seeds = f"{len(values)} seeds" if len(values) > 1 else "1 seed"
        found.append(f"{match[1]}: {mean(values):.2f}{spread} % ({seeds})")
    return "; ".join(found)


def main() -> int:
    """Put the table of today into the README; return the status."""
    text = README.read_text("utf-8")
    new = TABLE.sub(lambda _: table(Path("data/runs")), text)
    README.write_text(new, "utf-8")
    print("unchanged" if new == text else "changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
