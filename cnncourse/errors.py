"""The errors that students meet: what was given, expected, and to try."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
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


@contextmanager
def told(problem: str, remedy: str) -> Iterator[None]:
    """Turn errors of code that may be anybody's into a sentence.

    For what only running tells: a network that is called, a function that a
    student gave. PyTorch's own reason stands in brackets.

    Args:
        problem: what failed, with what was given, as the sentence begins.
        remedy: what was expected and what to try.
    """
    try:
        yield
    except CourseError:
        raise
    except Exception as error:
        if out_of_memory(error):
            raise CourseError(
                f"{problem}: it needs more memory than there is. Try smaller "
                "or fewer pictures, or a smaller network."
            ) from error
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        reason = reason[:160].rstrip(".")
        raise CourseError(f"{problem} ({reason}). {remedy}") from error


def out_of_memory(error: BaseException) -> bool:
    """Tell whether Python or PyTorch, on any device, ran out of memory."""
    words = ("can't allocate memory", "out of memory", "not enough memory")
    return isinstance(error, MemoryError) or any(
        word in str(error) for word in words
    )
