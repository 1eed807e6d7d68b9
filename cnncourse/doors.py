"""One check of what comes in through a public function or class.

`door` reads the annotations and refuses, in the course's words, what does not
fit them: every argument and every item of it, before the function runs. The
checking is pydantic's, in strict mode: True is no number and "3" no 3. NumPy's
numbers count as Python's, and lists and tuples as each other. A range of
values stands beside the type: `Annotated[int, Field(ge=1)]`; `kinds` has the
usual ones. What a type cannot tell (pictures from 0 to 1, a folder that can
be made) is a function in `Annotated[..., AfterValidator(function)]`: its
ValueError goes on after the argument's name, its CourseError stands as it is.
"""

import functools
import inspect
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from numbers import Integral, Real
from typing import Annotated, Any, Literal, TypeVar, Union

import numpy as np
import torch
from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
)
from pydantic.fields import FieldInfo
from pydantic_core import PydanticKnownError, core_schema
from torch import Tensor, nn
from torch.autograd import Function

from cnncourse.errors import CourseError, unknown

Thing = TypeVar("Thing", bound=Callable[..., Any])

_CONFIG = ConfigDict(strict=True, arbitrary_types_allowed=True)
_WORDS = {
    int: "a whole number",
    float: "a number",
    str: "text",
    bool: "True or False",
    type(None): "None",
    nn.Module: "a network (nn.Module)",
    Tensor: "a tensor",
}
# Methods beside the named ones that students call.
_CALLED = ("__init__", "__call__", "__getitem__")


def door(thing: Thing) -> Thing:
    """Check what a function, or a class and its methods, is called with.

    Not looked at: `forward` and the other methods of a network, which run in
    every step, and those of an autograd function; names that begin with an
    underscore; what has no annotation.

    Raises:
        CourseError: when called with what the annotations do not admit.
    """
    if not isinstance(thing, type):
        return typing.cast(Thing, _checked(thing))
    for name, member in list(vars(thing).items()):
        called = name in _CALLED or not name.startswith("_")
        if issubclass(thing, nn.Module | Function):
            called = name == "__init__"
        if called and isinstance(member, types.FunctionType):
            setattr(thing, name, _checked(member, thing))
        elif called and isinstance(member, classmethod | staticmethod):
            inner = _checked(member.__func__, thing)
            setattr(thing, name, type(member)(inner))
    return thing


def guard(module: types.ModuleType) -> None:
    """Make a door of every public function and class of a module.

    For files whose source readers copy, so that it stays free of marks.
    """
    for name, thing in list(vars(module).items()):
        if name.startswith("_") or not callable(thing):
            continue
        if getattr(thing, "__module__", None) == module.__name__:
            setattr(module, name, door(thing))


def is_door(thing: Callable[..., Any]) -> bool:
    """Tell whether calls of a function or class are checked."""
    if isinstance(thing, functools.partial):
        return is_door(thing.func)
    if isinstance(thing, type):
        thing = vars(thing).get("__init__", thing)
    return hasattr(thing, "__door__")


def _checked(
    function: Callable[..., Any], owner: type | None = None
) -> Callable[..., Any]:
    """Return the function behind a check of its arguments."""
    if is_door(function) or isinstance(function, functools.partial):
        return function
    title = function.__qualname__.removesuffix(".__init__")
    signature = inspect.signature(function)

    @functools.cache
    def adapters() -> dict[str, tuple[TypeAdapter[Any], Any]]:
        # At the first call: building them takes time, and names that stand
        # further down in a file are known by then.
        hints = typing.get_type_hints(function, include_extras=True)
        hints.pop("return", None)
        return {
            name: (TypeAdapter(_strict(hint), config=_CONFIG), hint)
            for name, hint in hints.items()
            if hint is not Any
        }

    @functools.wraps(function)
    def checked(*args: Any, **kwargs: Any) -> Any:
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as error:
            raise _misfit(title, signature, kwargs, error) from None
        bound.apply_defaults()
        known = adapters()
        for name, value in bound.arguments.items():
            # A dataclass makes the values of its default factories itself.
            made = type(value).__name__ == "_HAS_DEFAULT_FACTORY_CLASS"
            if made or name not in known:
                continue
            adapter, hint = known[name]
            parameter = signature.parameters[name]
            bound.arguments[name] = _fitted(adapter, hint, parameter, value)
        return function(*bound.args, **bound.kwargs)

    vars(checked)["__door__"] = owner or function
    return checked


def _fitted(
    adapter: TypeAdapter[Any],
    hint: Any,
    parameter: inspect.Parameter,
    value: Any,
) -> Any:
    """Return the value as the function gets it."""
    many: Iterable[tuple[str, Any]]
    if parameter.kind is parameter.VAR_POSITIONAL:
        many = ((f"{parameter.name}[{i}]", v) for i, v in enumerate(value))
        return tuple(_one(adapter, hint, None, *each) for each in many)
    if parameter.kind is parameter.VAR_KEYWORD:
        many = value.items()
        return {each[0]: _one(adapter, hint, None, *each) for each in many}
    return _one(adapter, hint, parameter, parameter.name, value)


def _one(
    adapter: TypeAdapter[Any],
    hint: Any,
    parameter: inspect.Parameter | None,
    name: str,
    value: Any,
) -> Any:
    """Return one value, or say what is wrong with it."""
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        # Of a union, the branch that got furthest into the value.
        first = max(error.errors(), key=lambda found: len(found["loc"]))
    own = first.get("ctx", {}).get("error")
    if isinstance(own, CourseError):
        raise own from None
    if isinstance(own, ValueError):
        raise CourseError(f"{name} {own}.") from None
    given = f"{name}={shown(value)} was given"
    if first["loc"] and isinstance(value, list | tuple | Mapping):
        given += f" (see {shown(first['input'])} in it)"
    raise CourseError(
        f"{given}; expected {expected(hint)}; try "
        f"{_remedy(name, hint, parameter)}."
    ) from None


def _misfit(
    title: str,
    signature: inspect.Signature,
    given: dict[str, Any],
    error: TypeError,
) -> CourseError:
    """Return the error for too few, too many or unknown arguments."""
    known = [name for name in signature.parameters if name != "self"]
    takes = f"{title}({', '.join(known)})"
    for name in given:
        if name not in known:
            return unknown(f"argument of {takes}", name, known or ["none"])
    # "missing a required argument: 'x'", in the words of inspect.
    return CourseError(
        f"{title} was called with {str(error).replace(' a required', ' an')}; "
        f"it takes {takes}; try help({title})."
    )


def shown(value: object) -> str:
    """Return a short text, of one line, that tells what was given."""
    kind = f"a {type(value).__name__}"
    if isinstance(value, type | types.FunctionType):
        return value.__name__
    if isinstance(value, Sequence | Mapping) and len(value) > 100:
        return f"{kind} of {len(value)}"
    try:
        if isinstance(value, Tensor):
            return f"a tensor of shape {tuple(value.shape)} and {value.dtype}"
        text = repr(value)
    except Exception:  # whatever a class of a student does there
        return kind
    text = text.encode("utf-8", "backslashreplace").decode()
    if text.startswith("<") or "\n" in text:
        return kind
    return text if len(text) <= 60 else f"{kind}, {text[:40]}..."


def expected(hint: Any) -> str:
    """Return in words what an annotation admits."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is Annotated:
        words = expected(inner[0])
        for note in inner[1:]:
            if isinstance(note, FieldInfo):
                words = note.description or words + _limits(note)
        return words
    if origin in (Union, types.UnionType):
        return " or ".join(dict.fromkeys(map(expected, inner)))
    if origin is Literal:
        return "one of " + ", ".join(map(repr, inner))
    if origin is type:
        return f"the class {inner[0].__name__} or one made of it"
    if origin is tuple and inner[-1] is not ...:
        return f"({', '.join(map(expected, inner))})"
    if origin in (list, tuple, set, Sequence, Iterable):
        return f"a list, each item {expected(inner[0])}"
    if origin in (dict, Mapping):
        return (
            f"a dictionary from {expected(inner[0])} to {expected(inner[1])}"
        )
    if origin is Callable or hint is Callable:
        return "a function"
    if isinstance(hint, TypeVar):
        return expected(hint.__bound__) if hint.__bound__ else "anything"
    if hint in _WORDS or hint is Any:
        return _WORDS.get(hint, "anything")
    name = getattr(hint, "__name__", str(hint))
    return f"an {name}" if name[0] in "AEIOU" else f"a {name}"


def _limits(field: FieldInfo) -> str:
    """Return the limits of a number or of a length in words."""
    found = {
        name: getattr(note, name)
        for note in field.metadata
        for name in ("ge", "gt", "le", "lt", "min_length", "max_length")
        if hasattr(note, name)
    }
    if {"ge", "le"} <= found.keys():
        return f" from {found['ge']} to {found['le']}"
    words = {
        "ge": "of at least",
        "gt": "above",
        "le": "of at most",
        "lt": "below",
        "min_length": "of a length of at least",
        "max_length": "of a length of at most",
    }
    parts = [f" {words[name]} {value}" for name, value in found.items()]
    return " and".join(parts)


def _remedy(name: str, hint: Any, parameter: inspect.Parameter | None) -> str:
    """Return what to try instead."""
    while typing.get_origin(hint) is Annotated:
        inner = typing.get_args(hint)
        for note in inner[1:]:
            if isinstance(note, FieldInfo) and note.examples:
                return f"{name}={note.examples[0]}"
        hint = inner[0]
    if parameter is None or parameter.default is None:
        return f"leaving {name} out"
    if parameter.default is not parameter.empty:
        return f"{name}={shown(parameter.default)}"
    plain = (hint, *typing.get_args(hint))
    kinds = [k for k in plain if isinstance(k, type) and k in _EXAMPLES]
    return f"{name}={_EXAMPLES[kinds[0]]}" if kinds else "what help() shows"


_EXAMPLES: dict[Any, str] = {
    int: "1",
    float: "0.5",
    bool: "True",
    nn.Module: 'create("lenet5_modern")',
    Tensor: "torch.rand(1, 3, 32, 32)",
}


def _strict(hint: Any) -> Any:
    """Return the annotation as pydantic is to check it."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if hint in _BASIC:
        return _BASIC[hint]
    if origin is Annotated:
        return Annotated[(_strict(inner[0]), *inner[1:])]
    if origin in (Union, types.UnionType):
        return Union[tuple(map(_strict, inner))]  # noqa: UP007
    if origin is Callable:
        return Callable
    if origin is tuple:
        items = tuple(i if i is ... else _strict(i) for i in inner)
        made = types.GenericAlias(tuple, items)
        return Annotated[made, BeforeValidator(_to(tuple))]
    if origin in (Sequence, Iterable):
        many = types.GenericAlias(Sequence, (_strict(inner[0]),))
        return Annotated[many, BeforeValidator(_listed)]
    if origin is list:
        made = types.GenericAlias(list, (_strict(inner[0]),))
        return Annotated[made, BeforeValidator(_to(list))]
    if origin in (dict, Mapping):
        return types.GenericAlias(origin, tuple(map(_strict, inner)))
    if isinstance(hint, TypeVar):
        return _strict(hint.__bound__) if hint.__bound__ else Any
    if isinstance(hint, type) and origin is None and hint not in _PLAIN:
        instance = Annotated[Any, _Instance(hint)]
        if hint is Tensor:
            return Annotated[instance, AfterValidator(_dense)]
        return instance
    return hint


class _Instance:
    """Have pydantic ask for an instance, also of a dataclass."""

    def __init__(self, kind: type):
        self.kind = kind

    def __get_pydantic_core_schema__(self, *_: object) -> Any:
        return core_schema.is_instance_schema(self.kind)


def _to(kind: type) -> Callable[[object], object]:
    """Return a function that makes a list of a tuple, or the reverse."""

    def convert(value: object) -> object:
        return kind(value) if type(value) in (list, tuple) else value

    return convert


def _listed(value: object) -> object:
    """Return a range of reasonable length as the list that it stands for."""
    short = isinstance(value, range) and len(value) <= 10_000
    return list(value) if short else value  # type: ignore[call-overload]


def _python(kind: type, python: type) -> Callable[[object], object]:
    """Return a function that makes Python's number of NumPy's."""

    def convert(value: object) -> object:
        if isinstance(value, kind) and isinstance(value, np.generic):
            return python(value)
        if kind is Real and not isinstance(value, Real):
            # Pydantic asks `__float__`, which tensors of one bool have too.
            raise PydanticKnownError("float_type")
        return value

    return convert


def _dense(tensor: Tensor) -> Tensor:
    """Refuse tensors that few operations know."""
    if tensor.layout != torch.strided or tensor.is_quantized:
        raise ValueError(
            "is a sparse, nested or quantized tensor; expected a plain one; "
            "try to_dense() or dequantize()"
        )
    return tensor


def _writable(text: str) -> str:
    """Refuse text that no file and no terminal can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError(
            "holds a character that is no text (half of a pair, or a byte of "
            "a file name); expected text that UTF-8 can write"
        ) from None
    return text


_PLAIN = (bytes, type(None), object, Any)
_BASIC: dict[Any, Any] = {
    int: Annotated[int, BeforeValidator(_python(Integral, int))],
    # A number that is infinite is no number that a course can use.
    float: Annotated[
        float,
        Field(allow_inf_nan=False),
        BeforeValidator(_python(Real, float)),
    ],
    bool: Annotated[bool, BeforeValidator(_python(np.bool_, bool))],
    str: Annotated[str, AfterValidator(_writable)],
}
