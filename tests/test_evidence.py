"""Intervals cover, findings turn red, measured numbers have tolerances."""

import json
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import nbformat
import numpy as np
import pytest
import torch
from scipy import stats

from cnncourse import evidence
from cnncourse.errors import CourseError
from cnncourse.evidence import FINDING, MEASURED, Interval
from tools import ENVIRONMENT, chapters
from tools.book import toc_notebooks

ROOT = Path(__file__).resolve().parents[1]


def table(seeds=10, pictures=300, share=0.9, seed=0):
    return np.random.default_rng(seed).random((seeds, pictures)) < share


def test_an_interval_answers_questions_and_prints():
    gap = Interval(5.3, 2.5, 8.7)
    assert gap.above(2.4) and not gap.above(2.5) and not gap.above(4)
    assert gap.below(9) and not gap.below(8.7)
    assert gap.excludes(0) and gap.excludes(10) and not gap.excludes(3)
    assert str(gap) == "5.3 [2.5, 8.7]"
    assert str(Interval(0.523, 0.41, 0.64, "")) == "0.52 [0.41, 0.64]"
    assert str(Interval(-0.01, -3, 3)) == "0.0 [-3.0, 3.0]"


@pytest.mark.parametrize("freedom", [1, 2, 2.7, 9, 40])
def test_student_s_quantile(freedom):
    expected = stats.t.ppf(0.975, freedom)
    assert evidence.student(freedom) == pytest.approx(expected, rel=1e-6)


def test_intervals_of_seeds_are_student_s_and_welch_s():
    a, b = [98.2, 98.9, 99.1, 97.6], [97.0, 96.1, 98.0]
    one = stats.ttest_1samp(a, 0).confidence_interval()
    two = stats.ttest_ind(a, b, equal_var=False).confidence_interval()
    found = evidence.of_seeds(a)
    assert (found.low, found.high) == pytest.approx(tuple(one))
    found = evidence.of_seeds(a, b)
    assert (found.low, found.high) == pytest.approx(tuple(two))
    assert evidence.of_seeds([5.0, 5.0]) == Interval(5, 5, 5)


def test_pictures_are_resampled_as_scipy_does():
    """Networks that agree leave the pictures as the only source."""
    right = np.repeat(table(1), 5, axis=0)
    found = evidence.mean(right)
    peer = stats.bootstrap(
        (100.0 * right[0],), np.mean, method="percentile", rng=1
    ).confidence_interval
    assert (found.low, found.high) == pytest.approx(tuple(peer), abs=0.4)


def test_seeds_alone_give_student_s_interval():
    """Pictures that agree leave the seeds as the only source."""
    scores = stats.norm.ppf((np.arange(10) + 0.5) / 10)
    found = evidence.mean(np.repeat(scores[:, None] / 100, 3, axis=1))
    peer = evidence.of_seeds(scores)
    assert found.high == pytest.approx(peer.high, rel=0.06)
    assert found.low == pytest.approx(peer.low, rel=0.06)


def test_a_difference_is_paired_by_picture():
    a = np.repeat(table(1), 4, axis=0)
    b = a.copy()
    b[:, :3] = ~b[:, :3]
    gap = evidence.difference(a, b)
    moved = b[:, torch.randperm(300).numpy()]
    assert gap.high - gap.low < 3 < 6
    unpaired = evidence.difference(a, moved)
    assert unpaired.high - unpaired.low > 2 * (gap.high - gap.low)
    assert gap.unit == "points"


def test_the_same_networks_can_be_paired():
    generator = np.random.default_rng(0)
    level = generator.uniform(0.5, 0.9, (10, 1))
    picture = generator.random((1, 400))
    a, b = picture < level, picture < level - 0.05
    same = evidence.difference(a, b, same_networks=True)
    other = evidence.difference(a, b)
    assert same.high - same.low < 0.5 * (other.high - other.low)
    assert same.above(0) and not other.above(0)


def test_a_ratio_and_its_refusal():
    a, b = ~table(share=0.95), ~table(share=0.8, seed=1)
    found = evidence.ratio(a, b)
    assert found.value == pytest.approx(a.mean() / b.mean())
    assert found.low < found.value < found.high and found.below(1)
    with pytest.raises(CourseError, match="reaches zero"):
        evidence.ratio(a, np.zeros((10, 300)))
    with pytest.raises(CourseError, match="reaches zero"):
        evidence.ratio(a, np.eye(10, 300) * np.eye(10, 1))


@pytest.mark.parametrize("kind", ["mean", "difference"])
def test_intervals_cover_the_truth(kind):
    """95 of 100, a few more because what a seed and a picture share counts
    twice; fewer than 90 or all of 200 would be a fault."""
    generator = np.random.default_rng(5)

    def right(hard, level):
        seeds = generator.normal(level, 0.4, (10, 1))
        logits = seeds + hard
        return generator.random(logits.shape) < 1 / (1 + np.exp(-logits))

    grid = stats.norm.ppf((np.arange(100_000) + 0.5) / 100_000)

    def truth(level):
        return 100 * np.mean(
            1 / (1 + np.exp(-(level + np.hypot(0.4, 1.5) * grid)))
        )

    covered = 0
    for _ in range(200):
        hard = generator.normal(0, 1.5, 300)
        if kind == "mean":
            found, aim = evidence.mean(right(hard, 1)), truth(1)
        else:
            found = evidence.difference(right(hard, 1), right(hard, 0.5))
            aim = truth(1) - truth(0.5)
        covered += not found.excludes(aim)
    assert 180 <= covered <= 199


def test_intervals_repeat_and_leave_other_generators_alone():
    np.random.seed(0)
    before = np.random.get_state()[1].copy()
    first = evidence.mean(torch.tensor(table()))
    assert first == evidence.mean(table())
    assert (np.random.get_state()[1] == before).all()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: evidence.mean([True, False]), r"\(2,\)"),
        (lambda: evidence.mean(np.ones((1, 5))), "at least two seeds"),
        (lambda: evidence.mean([[1, 2], [3, float("nan")]]), "not finite"),
        (
            lambda: evidence.difference(table(pictures=5), table()),
            r"\(10, 5\) and b \(10, 300\)",
        ),
        (
            lambda: evidence.difference(table(), table(3), same_networks=True),
            "the same networks",
        ),
        (lambda: evidence.of_seeds([1.0]), "at least two seeds"),
        (lambda: evidence.finding("x", 1), "holds=1"),
        (lambda: evidence.measured("x", 1.0), "x: 1.0 was given without"),
        (lambda: evidence.measured("x", float("nan"), 1), "value=nan"),
        (lambda: evidence.measured("x", 1.0, float("inf")), "tolerance=inf"),
        (lambda: evidence.Results({}, caption="x"), "a length of at least 1"),
        (
            lambda: evidence.Results({"a": {"b": 1.5}}, caption="x"),
            "a, b: 1.5 was given without a tolerance",
        ),
        (
            lambda: evidence.Results({"a": {"b": [1]}}, caption="x"),
            "an interval, trials, a number or a text",
        ),
    ],
)
def test_errors_say_what_was_given(call, message):
    with pytest.raises(CourseError, match=message):
        call()


def test_a_finding_shows_its_verdict():
    good = evidence.finding("A > B.", np.bool_(True), Interval(1, 0.5, 2))
    assert str(good) == "✓ A > B. (1.0 [0.5, 2.0] %)"
    bundle = good._repr_mimebundle_()
    assert bundle[FINDING] == {"finding": "A > B.", "holds": True}
    assert "✓ A &gt; B." in bundle["text/html"]
    bad = evidence.finding("No.", False)
    assert str(bad) == "✗ does not hold: No."
    assert bad._repr_mimebundle_()[FINDING]["holds"] is False


def test_measured_shows_as_many_digits_as_it_knows():
    shown = evidence.measured("error", 1.23456, 0.05, "%")
    assert str(shown) == "error: 1.23 %"
    assert shown._repr_mimebundle_() == {
        "text/plain": "error: 1.23 %",
        MEASURED: {"values": {"error": [1.23456, 0.05]}},
    }
    shown = evidence.measured("gap", Interval(5, 2, 8, "points"))
    assert str(shown) == "gap: 5.0 [2.0, 8.0] points"
    assert shown.stored()[MEASURED]["values"] == {
        "gap": [5.0, 6.0],
        "gap, low": [2.0, 6.0],
        "gap, high": [8.0, 6.0],
    }


def results(**options):
    trials = SimpleNamespace(interval=lambda: Interval(98, 97, 99))
    return evidence.Results(
        {
            "LeNet <5>": {"size": 60_000, "clean": trials, "loss": 0.25},
            "dense": {"size": 61_075, "by 2": Interval(3, 1, 5, "points")},
        },
        caption="Who & what.",
        tolerance=0.5,
        **options,
    )


def test_results_say_what_they_hold():
    text = str(results())
    assert text.splitlines() == [
        "Who & what. In brackets: 95 % intervals.",
        "network      size              clean  loss                   by 2",
        "LeNet <5>  60,000  98.0 [97.0, 99.0]   0.2                      –",
        "dense      61,075                  –     –  3.0 [1.0, 5.0] points",
    ]
    stored = results().stored()[MEASURED]
    assert stored["values"]["LeNet <5>, clean"] == [98.0, 0.5]
    assert stored["values"]["LeNet <5>, loss"] == [0.25, 0.5]
    assert stored["facts"] == {
        "LeNet <5>, size": "60,000",
        "dense, size": "61,075",
    }


def test_results_are_a_table_for_everybody():
    page = results(name="all")._repr_mimebundle_()["text/html"]
    assert "<caption><span>Who &amp; what." in page
    assert page.count('<th scope="col">') == 5
    assert '<th scope="row">LeNet &lt;5&gt;</th>' in page
    assert 'role="region" tabindex="0" aria-label="Who &amp; what."' in page
    assert 'id="tab-all"' in page
    assert "hidden>The table scrolls sideways.</p>" in page


NAN, INF = float("nan"), float("inf")
BAD_TABLES = [
    [],
    [[], []],
    [[1, 2]],
    [[1, 2], [3]],
    [[1, 2], [3, "4"]],
    [["1", "2"], ["3", "4"]],
    [[1, 2], [3, None]],
    [[1, 2], [3, 4j]],
    [[1, 2], [3, NAN]],
    [[1, 2], [3, INF]],
    [[1, 2], [3, 1e200]],
    np.ones((2, 2, 2)),
    torch.tensor(1.0),
    "ab",
    [None, None],
    3,
    {1: 2},
]


@pytest.mark.parametrize("given", BAD_TABLES, ids=range(len(BAD_TABLES)))
def test_tables_of_answers_that_are_none(given):
    good = table()
    for call in (
        lambda: evidence.mean(given),
        lambda: evidence.difference(given, good),
        lambda: evidence.ratio(good, given),
        lambda: evidence.of_seeds(given),
        lambda: evidence.of_seeds([1.0, 2.0], given),
    ):
        with pytest.raises(CourseError, match=r"^(right|a|b|values|other) "):
            call()


def test_tables_of_all_kinds_are_the_same():
    right = table()
    expected = evidence.mean(right)
    whole = torch.tensor(right)
    for given in (right.tolist(), whole, whole.double(), right.astype(int)):
        assert evidence.mean(given) == expected
    weights = whole.bfloat16().requires_grad_()
    assert evidence.mean(weights) == expected


def test_more_pictures_than_memory_are_refused():
    values = np.random.default_rng(0).random((2, 10_001))
    with pytest.raises(CourseError, match="fewer pictures"):
        evidence.mean(values)


def test_seeds_that_agree_are_a_point():
    same = np.repeat(table(1), 5, axis=0)
    same[:] = True
    found = evidence.mean(same)
    assert found == Interval(100, 100, 100) and found.tolerance == 1
    zero = evidence.difference(same, same)
    assert zero.value == zero.low == zero.high == 0 and zero.tolerance > 0
    assert evidence.of_seeds([1.0, 1.0], [1.0, 1.0]).value == 0
    tiny = evidence.of_seeds([1e-160, 3e-160], [1e-160, 2e-160])
    assert tiny.low < tiny.value < tiny.high


@pytest.mark.parametrize(
    "call",
    [
        lambda: Interval(1, 2, 0),
        lambda: Interval(NAN, 0, 1),
        lambda: Interval(0, -INF, 1),
        lambda: Interval("1", 0, 1),
        lambda: Interval(True, 0, 1),
        lambda: Interval(1, 0, 2).above(NAN),
        lambda: Interval(1, 0, 2).below("1"),
        lambda: evidence.student(0.5),
        lambda: evidence.student(1e9),
        lambda: evidence.finding("", True),
        lambda: evidence.finding(" ", True),
        lambda: evidence.finding("x", True, ""),
        lambda: evidence.finding("x", True, 3),
        lambda: evidence.finding("x", "False"),
        lambda: evidence.finding("x", None),
        lambda: evidence.Finding("x", "False"),
        lambda: evidence.measured("", 1, 1),
        lambda: evidence.measured("x", 1, 0),
        lambda: evidence.measured("x", 1, -1),
        lambda: evidence.measured("x", 1, NAN),
        lambda: evidence.measured("x", True, 1),
        lambda: evidence.measured("x", "1", 1),
        lambda: evidence.measured("x", Interval(1, 0, 2), 0),
        lambda: evidence.payload({"x": 1}),
        lambda: evidence.payload({"x": (1, INF)}),
        lambda: evidence.Results({"a": {}}, caption="x"),
        lambda: evidence.Results({"a": {"b": "c"}}, caption=""),
        lambda: evidence.Results({"": {"b": "c"}}, caption="x"),
        lambda: evidence.Results({"a": {"b": NAN}}, caption="x", tolerance=1),
        lambda: evidence.Results({"a": {"b": 1.5}}, caption="x", tolerance=0),
        lambda: evidence.Results({"a": {"b": "c"}}, caption="x", name='"'),
        lambda: evidence.Results([["a"]], caption="x"),
        lambda: evidence.ratio(np.ones((2, 2)), [[1, -1], [-1, 1]]),
    ],
)
def test_what_is_no_evidence_is_refused(call):
    with pytest.raises(CourseError) as caught:
        call()
    assert "\n" not in str(caught.value)


def test_cells_of_one_name_are_not_merged():
    rows = {"a, b": {"c": 1.0}, "a": {"b, c": 2.0}}
    with pytest.raises(CourseError, match="both called 'a, b, c'"):
        evidence.Results(rows, caption="x", tolerance=1)


def test_signs_of_a_table_stand_as_they_are():
    sign = "<b>&`x` $5\n$6'\""
    cells = {sign: {sign: sign}}
    page = evidence.Results(cells, caption=sign, corner=sign).page()
    page += evidence.finding(sign, True, sign).page()
    assert "<b>" not in page and page.count("<span>$</span>") == 2 * 7


# Comparison of notebooks: what was stored, what runs, and the color.
SETUP = """
import os
print(os.environ["CNNCOURSE_SCALE"], os.environ["TQDM_DISABLE"])
from cnncourse import evidence, visualize
from cnncourse.evidence import Interval, Results, finding, measured
"""
WAS = 'measured("accuracy of a", 98.0, 0.5, "%")'
CURVES = (
    'visualize.curves({"a": [[1, 2.0]]}, x_label="x", y_label="y", '
    'caption="Up.", tolerance=0.1)'
)
TABLE = 'Results({"a": {"b": Interval(5, 4, 6), "n": 3}}, caption="c")'
CASES = [
    ("inside", WAS, WAS.replace("98.0", "97.51"), True),
    ("outside", WAS, WAS.replace("98.0", "97.4"), False),
    ("nan", WAS, WAS.replace("98.0", "98.0 if 0 else 1e9"), False),
    ("label", WAS, WAS.replace("of a", "of b"), False),
    ("unit", WAS, WAS.replace("%", "points"), False),
    ("fact", "print(156)", "print(157)", False),
    ("same fact", "print(156)", "print(78 * 2)", True),
    ("fact for measure", WAS, 'print("accuracy of a: 98.00 %")', False),
    ("holds", 'finding("s", True)', 'finding("s", True)', True),
    ("holds not", 'finding("s", True)', 'finding("s", False)', False),
    ("stored red", 'finding("s", False)', 'finding("s", False)', False),
    ("sentence", 'finding("3 s", True)', 'finding("4 s", True)', False),
    (
        "margin",
        'finding("s", True, "by 3.2 of -10")',
        'finding("s", True, "by -13 of 9")',
        True,
    ),
    (
        "margin text",
        'finding("s", True, "by 3")',
        'finding("s", True, "at 3")',
        False,
    ),
    ("table", TABLE, TABLE.replace("5, 4, 6", "6.9, 5.1, 7.5"), True),
    ("table value", TABLE, TABLE.replace("5, 4, 6", "8, 4, 6"), False),
    ("table end", TABLE, TABLE.replace("5, 4, 6", "5, 4, 9"), False),
    ("table fact", TABLE, TABLE.replace("3", "4"), False),
    ("table row", TABLE, TABLE.replace('"a"', '"x"'), False),
    ("caption", TABLE, TABLE.replace('"c"', '"d"'), False),
    ("curve", CURVES, CURVES.replace("2.0", "2.05"), True),
    ("curve value", CURVES, CURVES.replace("2.0", "2.2"), False),
    ("curve axis", CURVES, CURVES.replace('"y"', '"accuracy"'), False),
]


@pytest.fixture(scope="module")
def colors(tmp_path_factory):
    """Run all cases as one notebook, and return which cells are green."""
    path = tmp_path_factory.mktemp("nbval") / "book.ipynb"
    sources = [SETUP, *(stored for _, stored, _, _ in CASES)]
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    with pytest.MonkeyPatch.context() as patch:
        # What pytest must set by itself; and the package beside the tests.
        for name in ENVIRONMENT:
            patch.delenv(name, raising=False)
        patch.setenv("PYTHONPATH", str(ROOT))
        chapters.execute(path)
        book = nbformat.read(path, 4)
        for cell, (_, _, run, _) in zip(book.cells[1:], CASES, strict=True):
            cell.source = run
        nbformat.write(book, path)
        options = "-p conftest --nbval -v --color=no -p no:cacheprovider"
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *options.split(), str(path)],
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
    found = re.findall(r"Cell (\d+) (PASSED|FAILED)", done.stdout)
    assert len(found) == len(sources), done.stdout + done.stderr
    return [state == "PASSED" for _, state in found[1:]], done.stdout


@pytest.mark.parametrize("index", range(len(CASES)), ids=[c[0] for c in CASES])
def test_notebooks_are_compared_by_what_they_hold(colors, index):
    assert colors[0][index] == CASES[index][3]


def test_a_number_outside_is_named(colors):
    assert "accuracy of a: 97.4 found, 98.0 stored, tolerance 0.5" in colors[1]


def test_findings_of_the_book_hold():
    for _, path in toc_notebooks(ROOT):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                found = output.get("data", {}).get(FINDING)
                assert found is None or found["holds"] is True, found
