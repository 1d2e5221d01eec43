"""What the library refuses, as exceptions."""
from __future__ import annotations

from typing import Any, Callable, Dict, Optional, Type, Union

from ._library import core, new_error, text
from ._prototypes import smet_error
from ._terms import Field, Status, Term


class SacralmetError(Exception):
    """A call that the library refused; it has changed nothing.

    The message is the library's own sentence.
    """

    #: The status that the call returned.
    status: Term
    #: The key of the field that it is about, if there is one.
    field: Optional[str]
    #: Line and column of the text that was read, from 1; `None` where there is none.
    line: Optional[int]
    column: Optional[int]

    def __init__(self, message: str, status: Term, field: Optional[str] = None,
                 line: Optional[int] = None, column: Optional[int] = None) -> None:
        super().__init__(message)
        self.status, self.field, self.line, self.column = status, field, line, column

    def __str__(self) -> str:
        return str(self.args[0])

    def __reduce__(self) -> "tuple[type, tuple[object, ...], dict[str, object]]":
        return (type(self), (self.args[0], self.status, self.field, self.line, self.column),
                dict(self.__dict__))


class ContradictionError(SacralmetError, ValueError):
    """Nothing would be left of the values still possible; clear the field to correct it."""


class UnknownFieldError(SacralmetError, LookupError):
    """No field has this key."""


class UnknownOptionError(SacralmetError, ValueError):
    """The field has no such option."""


class OutOfRangeError(SacralmetError, ValueError):
    """An integer beyond the field's bounds, or not a multiple of its step."""


class ReversedRangeError(SacralmetError, ValueError):
    """The lower bound is above the upper one."""


class EmptySetError(SacralmetError, ValueError):
    """A set of possible values without a member."""


class WrongKindError(SacralmetError, TypeError):
    """A range for a field that is no integer, or a value of the wrong type."""


class UnknownTermError(SacralmetError, LookupError):
    """There is no such instrument, intervention, rule, ..."""


class MalformedError(SacralmetError, ValueError):
    """Text that does not follow its grammar, is not UTF-8, is too long, or says a thing twice."""


class BadCellError(SacralmetError, ValueError):
    """A cell of a table holds no value of its field."""

    #: The row, from 0, and its label where the table's rows have labels.
    row: int
    label: object
    #: What the cell holds.
    value: object

    def __init__(self, message: str, status: Term, field: Optional[str] = None,
                 line: Optional[int] = None, column: Optional[int] = None, row: int = -1,
                 label: object = None, value: object = None) -> None:
        super().__init__(message, status, field, line, column)
        self.row, self.label, self.value = row, label, value


class OutOfMemoryError(SacralmetError, MemoryError):
    """The system gave no memory."""


#: What is raised for a status; any other gives a plain `SacralmetError`.
CLASSES: Dict[str, Type[SacralmetError]] = {
    "SMET_ERROR_UNKNOWN_FIELD": UnknownFieldError,
    "SMET_ERROR_UNKNOWN_OPTION": UnknownOptionError,
    "SMET_ERROR_OUT_OF_RANGE": OutOfRangeError,
    "SMET_ERROR_REVERSED_RANGE": ReversedRangeError,
    "SMET_ERROR_EMPTY_SET": EmptySetError,
    "SMET_ERROR_CONTRADICTION": ContradictionError,
    "SMET_ERROR_WRONG_KIND": WrongKindError,
    "SMET_ERROR_UNKNOWN_TERM": UnknownTermError,
    "SMET_ERROR_NO_MEMORY": OutOfMemoryError,
    "SMET_ERROR_SYNTAX": MalformedError,
    "SMET_ERROR_DUPLICATE": MalformedError,
    "SMET_ERROR_ENCODING": MalformedError,
    "SMET_ERROR_TOO_LARGE": MalformedError,
}


def refusal(status: str, message: str, field: Optional[str] = None) -> SacralmetError:
    """An exception for what is refused before the library is asked."""
    return CLASSES.get(status, SacralmetError)(message, Status.of(status), field)


def term_of(enumeration: Type[Term], term: Union[str, Term]) -> Term:
    """A member of an enumeration, by its key or as it is.

    :raises UnknownTermError: where no member has the key
    """
    try:
        return enumeration.of(term)
    except ValueError as error:
        raise refusal("SMET_ERROR_UNKNOWN_TERM", str(error)) from None


def exception_of(status: int, error: Optional[smet_error] = None) -> SacralmetError:
    """The exception for a status, with what the library said."""
    name = text(core.smet_status_name(status)) or f"status {status}"
    if error is None or not error.message:
        return CLASSES.get(name, SacralmetError)(text(core.smet_status_text(status)) or name,
                                                 Status(status))
    field = Field(error.field).key if error.field >= 0 else None
    message = error.message.decode("utf-8", "replace")
    return CLASSES.get(name, SacralmetError)(message, Status(status), field,
                                             error.line or None, error.column or None)


def check(status: int, error: Optional[smet_error] = None) -> None:
    """Raises where a call was refused."""
    if status != 0:
        raise exception_of(status, error)


def call_for(function: Callable[..., Any], *arguments: Any) -> None:
    """Calls a function that takes an error last, and raises where it refuses."""
    error = new_error()
    check(function(*arguments, error), error)
