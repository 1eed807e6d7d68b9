"""Verdicts follow from numbers, and show on the page what they are."""

import subprocess
import sys
from dataclasses import MISSING, fields
from pathlib import Path

import nbformat
import numpy as np
import pytest

from cnncourse import claims, marks
from cnncourse.errors import CourseError
from tools.book.stored import notebook_claims

ROOT = Path(__file__).resolve().parents[1]
check = claims.Chapter("lenet")


def number(claimed, computed, **options):
    return check.number(
        "id",
        "says",
        source="who",
        claimed=claimed,
        computed=computed,
        **options,
    )


@pytest.mark.parametrize(
    ("claimed", "computed", "options", "verdict"),
    [
        (156, 156, {}, "right"),
        (156, 157, {}, "wrong"),
        (2_400, 2_416, {"tolerance": 0.02}, "right"),
        (2_400, 2_449, {"tolerance": 0.02}, "wrong"),
        (0, 0, {}, "right"),
        (0, 1, {"tolerance": 0.5}, "wrong"),
        (5, 6, {"otherwise": {"x": 5}}, "right under another definition"),
        (5, 6, {"otherwise": {"x": 7}}, "wrong"),
        (5, 5, {"otherwise": {"x": 7}}, "right"),
        (5, 6, {"provided": {"x": 5}}, "right under a condition"),
        (5, 6, {"provided": {"x": 7}}, "wrong"),
        (1e-13, 5e-13, {}, "wrong"),
        (0, 1e-13, {}, "wrong"),
        (0.3, 0.1 + 0.2, {}, "right"),
        (1e-13, 5e-13, {"tolerance": 0.5}, "wrong"),
        (1e-13, 1.4e-13, {"tolerance": 0.5}, "right"),
        (1e-300, 2e-300, {}, "wrong"),
        (0, 0.3 - 0.1 * 3, {}, "right"),
        (0, 1e-14, {"tolerance": 0.5}, "wrong"),
        (10**18, 10**18 + 10**10, {}, "wrong"),
    ],
)
def test_verdict_of_a_number(claimed, computed, options, verdict):
    assert number(claimed, computed, **options).verdict == verdict


def test_nan_is_never_right():
    with pytest.raises(CourseError, match="computed=nan was given"):
        number(1, float("nan"))


def test_the_definition_that_fits_is_named():
    claim = number(5, 6, otherwise={"a": 4, "biases are left out": 5})
    assert claim.note == "It fits when biases are left out."
    assert claim.computed == "6; when a: 4; when biases are left out: 5"


@pytest.mark.parametrize(
    ("holds", "otherwise", "verdict"),
    [
        (True, False, "right"),
        (False, True, "right under another definition"),
        (False, False, "wrong"),
    ],
)
def test_verdict_of_a_statement(holds, otherwise, verdict):
    claim = check.statement(
        "id",
        "says",
        source="who",
        computed="found",
        holds=holds,
        otherwise=otherwise,
    )
    assert claim.verdict == verdict


def test_a_claim_shows_and_stores_itself():
    claim = number(5_000, 6.25, unit="< weights", note="a & b")
    bundle = check.table([claim])._repr_mimebundle_()
    (stored,) = bundle[claims.TABLE]
    assert stored == {
        "id": "id",
        "chapter": "lenet",
        "claim": "says",
        "source": "who",
        "claimed": "5,000 < weights",
        "computed": "6.25 < weights",
        "verdict": "wrong",
        "note": "a & b",
    }
    assert 'id="claim-id"' in bundle["text/html"]
    assert "5,000 &lt; weights" in bundle["text/html"]
    assert "a &amp; b" in bundle["text/html"]
    assert "wrong: says" in bundle["text/plain"]


@pytest.mark.parametrize("tolerance", [-1, 1, float("nan"), float("inf")])
def test_tolerances_that_make_no_sense_are_refused(tolerance):
    with pytest.raises(CourseError, match=f"tolerance={tolerance}"):
        number(1, 1, tolerance=tolerance)


def test_a_number_claimed_is_finite():
    with pytest.raises(CourseError, match="claimed=inf"):
        number(float("inf"), 1)


def statement(**options):
    return check.statement(
        "id2", "says", source="who", **{"computed": "found"} | options
    )


@pytest.mark.parametrize("name", ["holds", "otherwise", "condition"])
def test_a_verdict_is_true_or_false(name):
    with pytest.raises(CourseError, match=f"{name}=1 was given"):
        statement(**{"holds": False, name: 1})


def test_a_condition():
    claim = statement(holds=False, condition=True, note="It rains.")
    assert claim.verdict == "right under a condition"


def test_cited_is_not_computed():
    claim = number(5, 4, unit="%", cited="LeCun et al. 1998, table II")
    assert claim.computed == ""
    assert claim.cited == "4 % (LeCun et al. 1998, table II)"
    assert "claimed 5 %; cited 4 % (LeCun" in str(claim)
    assert claim.stored()["cited"] == claim.cited
    assert "cited 4 % (LeCun" in claims.Table([claim]).page()


def rows():
    return [
        check.number("a", "A", source="who", claimed=1, computed=1),
        check.number("b", "B <", source="w", claimed=1, computed=2, note="n."),
        statement(holds=False, condition=True, link="https://x.org/?a&b"),
    ]


def test_a_table_has_wrong_claims_first_and_folds_right_ones():
    table = check.table(rows())
    bundle = table._repr_mimebundle_()
    assert [c["id"] for c in bundle[claims.TABLE]] == ["b", "id2", "a"]
    page = bundle["text/html"]
    folded = page.index("<details>")
    assert page.index('id="claim-b"') < page.index('id="claim-id2"') < folded
    assert folded < page.index('id="claim-a"')
    assert "1 ✗ wrong, 1 ∴ right under a condition, 1 ✓ right." in page
    assert "<summary>1 ✓ right</summary>" in page
    assert "B &lt; <em>(w)</em><br>n." in page
    assert '<a href="https://x.org/?a&amp;b">who</a>' in page
    assert bundle["text/plain"].splitlines()[0] == (
        "✗ wrong: B < (w) claimed 1; computed 2 | n."
    )


@pytest.mark.parametrize("given", [[], rows() + rows()[:1]])
def test_a_table_needs_claims_with_names_of_their_own(given):
    with pytest.raises(CourseError, match="an id for each"):
        check.table(given)


def test_the_ledger_reads_the_table(tmp_path):
    bundle = check.table(rows())._repr_mimebundle_()
    output = nbformat.v4.new_output("display_data", bundle)
    cell = nbformat.v4.new_code_cell(outputs=[output])
    book = nbformat.v4.new_notebook(cells=[cell])
    nbformat.write(book, tmp_path / "book.ipynb")
    found = notebook_claims(tmp_path / "book.ipynb")
    assert sorted(claim["id"] for claim in found) == ["a", "b", "id2"]
    assert all(claim["verdict"] in claims.MARKS for claim in found)
    assert {claim["link"] for claim in found} == {"", "https://x.org/?a&b"}


@pytest.mark.parametrize(
    "options",
    [
        {"tolerance": 0.51},
        {"tolerance": True},
        {"tolerance": "0.1"},
        {"claimed": True},
        {"claimed": "5"},
        {"claimed": 10**400},
        {"computed": float("inf")},
        {"computed": None},
        {"otherwise": {"x": float("nan")}},
        {"otherwise": {"": 1}},
        {"provided": {"x": "1"}},
        {"provided": [1]},
        {"id": ""},
        {"id": 'x" onclick="y'},
        {"id": "two words"},
        {"claim": ""},
        {"claim": " \n"},
        {"claim": 3},
        {"source": ""},
        {"link": "javascript:alert(1)"},
        {"link": 'https://x.org/" onclick="y'},
        {"unit": 3},
        {"note": None},
        {"other": 1},
    ],
    ids=repr,
)
def test_numbers_that_cannot_be_checked_are_refused(options):
    good = {"id": "id", "claim": "says", "source": "who"}
    good |= {"claimed": 5, "computed": 5}
    with pytest.raises(CourseError) as caught:
        check.number(**{**good, **options})
    assert next(iter(options)) in str(caught.value)


@pytest.mark.parametrize("given", ["False", "True", 1, 0.0, None, []])
def test_words_are_no_verdict(given):
    for name in ("holds", "otherwise", "condition"):
        with pytest.raises(CourseError, match=f"{name}="):
            statement(**{"holds": False, name: given})
    assert statement(holds=np.bool_(True)).verdict == "right"


def test_claims_made_by_hand_are_looked_at():
    fields = {**vars(number(1, 1)), "verdict": "perhaps"}
    with pytest.raises(CourseError, match="no verdict called 'perhaps'"):
        claims.Claim(**fields)
    with pytest.raises(CourseError, match="rows="):
        check.table([{"id": "x"}])
    for name in ("", "a b", 3, None):
        with pytest.raises(CourseError, match="name="):
            claims.Chapter(name)


def test_signs_stand_as_they_are():
    """Neither tags nor formulas are made of what a claim says."""
    sign = "<b>&'\"`x` costs $5\nor $6"
    claim = check.number(
        "id", sign, source=sign, claimed=1, computed=2, unit=sign, note=sign
    )
    page = check.table([claim]).page()
    assert "<b>" not in page and "&lt;b&gt;&amp;&#x27;&quot;`x`" in page
    assert page.count("<span>$</span>") == page.count("$") == 2 * 5
    (stored,) = check.table([claim])._repr_mimebundle_()[claims.TABLE]
    assert stored["claim"] == stored["note"] == sign


def test_what_is_stored_has_the_keys_that_tools_read():
    stored = [f.name for f in fields(claims.Claim) if f.default is MISSING]
    assert tuple(stored) == marks.CLAIM_KEYS


def test_the_tools_of_the_book_need_no_pytorch():
    code = "import sys; sys.modules['torch'] = sys.modules['numpy'] = None\n"
    code += "import tools.book.stored, tools.book.ledger"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
