"""Recorded runs: what was trained, how, where and when, as small JSON files.

A record is data. `record` makes the runs of `PLANS` that are missing,
`load` reads them, and chapters draw them; nobody types a result.
"""

from cnncourse.runs.plan import Plan
from cnncourse.runs.plans import PLANS
from cnncourse.runs.reading import Recorded, Run, groups, load, read
from cnncourse.runs.recording import carry_out, processor, record

__all__ = [
    "PLANS",
    "Plan",
    "Recorded",
    "Run",
    "carry_out",
    "groups",
    "load",
    "processor",
    "read",
    "record",
]
