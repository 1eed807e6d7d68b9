"""The README's table of networks is the one that its command makes."""

import json
from pathlib import Path

from tools import readme

ROOT = Path(__file__).resolve().parents[1]


def test_table_of_networks_is_current():
    shown = readme.TABLE.search((ROOT / "README.md").read_text("utf-8"))
    assert shown is not None
    assert shown[0] == readme.table(ROOT / "data" / "runs")
    assert "`lenet5` | 1×32×32 | 60,000 |" in shown[0]


def test_accuracy_is_a_mean_over_seeds(tmp_path):
    for seed, value in enumerate((98.0, 99.0)):
        (tmp_path / f"a-mnist-seed{seed}.json").write_text(
            f'{{"name": "a-mnist", "network": "a", "options": {{}}, '
            f'"test_accuracy": {value}}}'
        )
    # Another recipe, another network.
    for name, options in (("a-long-mnist", {}), ("a-digits", {"width": 8})):
        run = {"name": name, "network": "a", "options": options}
        text = json.dumps({**run, "test_accuracy": 9})
        (tmp_path / f"{name}-seed0.json").write_text(text)
    assert readme.accuracy("a", tmp_path) == "mnist: 98.50 ± 0.71 % (2 seeds)"
    assert readme.accuracy("b", tmp_path) == ""
