"""Verdicts follow from numbers, and show on the page what they are."""

import pytest

from cnncourse import claims
from cnncourse.errors import CourseError

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
    ],
)
def test_verdict_of_a_number(claimed, computed, options, verdict):
    assert number(claimed, computed, **options).verdict == verdict


def test_nan_is_never_right():
    assert number(1, float("nan")).verdict == "wrong"


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
    bundle = claim._repr_mimebundle_()
    stored = bundle[claims.MIME]
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
    assert "verdict: wrong. a & b" in bundle["text/plain"]


def test_negative_tolerance_is_refused():
    with pytest.raises(CourseError, match="tolerance=-1"):
        number(1, 1, tolerance=-1)
