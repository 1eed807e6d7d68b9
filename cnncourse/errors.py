"""The errors that students meet: what was given, expected, and to try."""

from collections.abc import Iterable
from difflib import get_close_matches


class CourseError(ValueError):
    """Bad input, explained in one sentence; commands print it and stop."""


def unknown(kind: str, given: object, known: Iterable[str]) -> CourseError:
    """Return the error for a name that does not exist, nearest names first.

    Args:
        kind: what is being named, for example "network".
        given: the name that was asked for.
        known: all names that exist.
    """
    known = list(known)
    near = get_close_matches(str(given), known, n=3, cutoff=0.4)
    if near:
        hint = "did you mean " + " or ".join(near) + "?"
    elif len(known) <= 12:
        hint = "choose from " + ", ".join(known) + "."
    else:
        hint = f"there are {len(known)}; the first is {known[0]}."
    return CourseError(f"There is no {kind} called {given!r}; {hint}")
