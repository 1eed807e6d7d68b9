"""Names that notebooks store, for the tools that read them without PyTorch."""

TABLE = "application/vnd.cnncourse.claims+json"
FINDING = "application/vnd.cnncourse.finding+json"
MEASURED = "application/vnd.cnncourse.measured+json"
RIGHT, WRONG = "right", "wrong"
OTHERWISE = "right under another definition"
CONDITION = "right under a condition"
# Verdicts and their marks, in the order of a table.
MARKS = {WRONG: "✗", CONDITION: "∴", OTHERWISE: "≈", RIGHT: "✓"}
# What every stored claim holds; `cited` and `link` are left out where empty.
# fmt: off
CLAIM_KEYS = (
    "id", "chapter", "claim", "source", "claimed", "computed", "verdict",
    "note",
)
# fmt: on
