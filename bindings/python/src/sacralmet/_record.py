"""The patient's record."""
from __future__ import annotations

import ctypes
import numbers as abstract
from typing import (TYPE_CHECKING, Any, Dict, Iterable, Iterator, List, Mapping, Optional, Tuple,
                    Union)

from . import _prototypes
from ._errors import call_for, check, exception_of, refusal
from ._library import core, exchange, new_error, numbers, written
from ._terms import _OPTIONS_OF, INTEGERS, YES_NO, Field, Term, value_of

if TYPE_CHECKING:
    from ._assessment import Assessment
    from ._scores import Score

#: A field, by its key or as a member of `Field`.
FieldLike = Union[str, Term]
#: One value: an option's key or member, an integer (also as a whole float, 50.0), True or
#: False for yes or no.
Value = Union[str, int, float]
#: What can be said of a field: a value, several, a range, a cell's text, or nothing.
Fact = Union[None, str, int, float, Iterable[Value], Mapping[str, int]]

# No value of a field, on either side of all of them.
_BELOW, _ABOVE = -2**31, 2**31 - 1


def as_bytes(text: str) -> bytes:
    """Text for the library, which says itself what is not UTF-8."""
    if "\0" in text:
        raise refusal("SMET_ERROR_SYNTAX", "a text with a NUL character was given")
    return text.encode("utf-8", "surrogatepass")


def field_of(field: FieldLike) -> Term:
    """The member of `Field`.

    :raises UnknownFieldError: for a key that is none
    """
    if isinstance(field, Field):
        return field
    if isinstance(field, str):
        try:
            return Field.of(field)
        except ValueError:
            _explain(field, "")
    raise refusal("SMET_ERROR_UNKNOWN_FIELD", f"{field!r} is neither a key nor a member of Field")


def _explain(field: str, text: str) -> None:
    """Raises what the library says of a cell."""
    call_for(core.smet_record_set_text, Record()._pointer, as_bytes(field), as_bytes(text))


def is_nothing(value: Any) -> bool:
    """Whether a value says nothing: None, NaN, an NA or NaT."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return True
    return isinstance(value, abstract.Real) and not isinstance(value, abstract.Rational) \
        and bool(value != value)


def whole(value: Any) -> Any:
    """A whole float as an integer; anything else as it is."""
    if isinstance(value, abstract.Real) and not isinstance(value, abstract.Rational):
        number = float(value)
        return int(number) if number.is_integer() else value
    return value


def _integer_of(field: Term, value: Any) -> int:
    """An integer that the library can be asked about; in words what it is where not."""
    number = int(value)
    if _BELOW <= number <= _ABOVE:
        return number
    # As wide as the library's numbers, another value would stand in its message.
    if number > 0:
        _explain(field.key, str(number))
    raise refusal("SMET_ERROR_OUT_OF_RANGE", f"{field}: {number} is none of its values", field.key)


def number_of(field: Term, value: Any) -> int:
    """The number of a value. Of a choice, an integer stands for the key that it is written
    with, never for an option's number."""
    if isinstance(value, Term):
        options = _OPTIONS_OF.get(field)
        if options is None or not isinstance(value, options):
            raise refusal("SMET_ERROR_WRONG_KIND",
                          f"{field}: {value!r} is no value of this field", field.key)
        return int(value)
    if isinstance(value, str):
        return _number_of_key(field, value)
    if isinstance(value, bool) or type(value).__name__ in ("bool_", "bool"):
        if field not in YES_NO:
            raise refusal("SMET_ERROR_WRONG_KIND",
                          f"{field}: True and False are for questions of yes and no", field.key)
        return _number_of_key(field, "yes" if value else "no")
    value = whole(value)
    if isinstance(value, abstract.Integral):
        if field in INTEGERS:
            return _integer_of(field, value)
        return _number_of_key(field, str(int(value)))
    if isinstance(value, abstract.Real) and field in INTEGERS:
        raise refusal("SMET_ERROR_SYNTAX", f"{field}: {value!r} is not an integer", field.key)
    raise refusal("SMET_ERROR_WRONG_KIND",
                  f"{field}: {type(value).__name__} is no type of a value", field.key)


def _number_of_key(field: Term, key: str) -> int:
    found: int = -1 if "\0" in key else core.smet_value_find(field, as_bytes(key))
    if found < 0:
        if not any(sign in key for sign in ("|", "..", "\0")):
            _explain(field.key, key)
        raise refusal("SMET_ERROR_UNKNOWN_OPTION", f"{field}: {key!r} is none of its values",
                      field.key)
    return found


class Record(Mapping[str, Tuple[int, ...]]):
    """What is known of one patient: a set of possible patients.

    Every field holds the values that are still possible; one never touched holds all of
    them: unknown is not "no". Facts narrow, in any order; what would leave nothing is
    refused (`ContradictionError`) and changes nothing. `clear` makes room for a
    correction.

    As a mapping it has the fields that were entered, each with the values still
    possible, rising: members of the field's options, or integers.

    >>> record = Record(primary_tumor="melanoma", karnofsky=range(40, 51, 10))
    >>> record["karnofsky"]
    (40, 50)

    One thread may write a record at a time; any number may read it while none writes.
    """

    __slots__ = ("_pointer", "__weakref__")
    __hash__ = None  # type: ignore[assignment]
    _pointer: Optional[int]

    def __init__(self, facts: Optional[Mapping[str, Fact]] = None, **more: Fact) -> None:
        """Makes a record of facts, as `update` takes them."""
        self._pointer = None
        self._pointer = core.smet_record_new()
        if self._pointer is None:
            raise refusal("SMET_ERROR_NO_MEMORY", "no memory for a record")
        if facts or more:
            self._enter_all(facts or {}, more)

    def __del__(self, free: Any = core.smet_record_free) -> None:
        pointer = getattr(self, "_pointer", None)
        if pointer is not None:
            self._pointer = None
            free(pointer)

    # --- entering ---------------------------------------------------------------

    def set(self, field: FieldLike, value: Value) -> None:
        """Enters one value: of those still possible, only this one stays."""
        found = field_of(field)
        call_for(core.smet_record_set, self._pointer, found, number_of(found, value))

    def narrow(self, field: FieldLike, values: Iterable[Value]) -> None:
        """Narrows a field: of the values still possible, only these stay."""
        found = field_of(field)
        if isinstance(values, (str, bytes, bytearray, memoryview, Mapping)):
            raise refusal("SMET_ERROR_WRONG_KIND",
                          f"{found}: narrow() takes several values, not {type(values).__name__}; "
                          "set() takes one, enter() a range as {'min': , 'max': }", found.key)
        chosen = [number_of(found, value) for value in values]
        array = (ctypes.c_int32 * len(chosen))(*chosen)
        call_for(core.smet_record_narrow, self._pointer, found, array, len(chosen))

    def narrow_range(self, field: FieldLike, minimum: int, maximum: int) -> None:
        """Narrows an integer field to a range; both ends are permitted."""
        found = field_of(field)
        bounds: List[int] = []
        for bound in (minimum, maximum):
            bound = whole(bound)
            if isinstance(bound, bool) or not isinstance(bound, abstract.Integral):
                raise refusal("SMET_ERROR_SYNTAX", f"{found}: {bound!r} is not an integer",
                              found.key)
            bounds.append(_integer_of(found, bound) if found in INTEGERS else 0)
        call_for(core.smet_record_narrow_range, self._pointer, found, *bounds)

    def set_text(self, field: str, text: str) -> None:
        """Enters what a cell of a table says: a value, values parted by "|", or a range of
        integers as "40..50". Empty text says nothing."""
        call_for(core.smet_record_set_text, self._pointer, as_bytes(str(field)), as_bytes(text))

    def enter(self, field: FieldLike, fact: Fact) -> None:
        """Enters a fact: `None`, NaN and NA say nothing, text is that of a cell, what can be
        walked (a `range`, list, set, ...) narrows to its members, `{"min": 40, "max": 60}`
        (one may be left out) is a range as in JSON, anything else is one value."""
        found = field_of(field)
        if fact is None or is_nothing(fact):
            return
        if isinstance(fact, str) and not isinstance(fact, Term):
            self.set_text(found.key, fact)
        elif isinstance(fact, Mapping):
            self._enter_range(found, fact)
        elif isinstance(fact, Iterable):
            self.narrow(found, fact)
        else:
            self.set(found, fact)

    def _enter_range(self, field: Term, ends: Mapping[Any, Any]) -> None:
        """A range as the library's JSON has it."""
        if not ends or not set(ends) <= {"min", "max"}:
            raise refusal("SMET_ERROR_WRONG_KIND",
                          f"{field}: a range has 'min', 'max' or both, not {sorted(map(str, ends))}",
                          field.key)
        last: int = core.smet_value_count(field) - 1
        self.narrow_range(field, ends.get("min", core.smet_value_at(field, 0)),
                          ends.get("max", core.smet_value_at(field, last)))

    def update(self, facts: Optional[Mapping[str, Fact]] = None, **more: Fact) -> None:
        """Enters several facts as `enter` does, all of them or, where one is refused, none."""
        changed = self.copy()
        changed._enter_all(facts or {}, more)
        self._pointer, changed._pointer = changed._pointer, self._pointer

    def _enter_all(self, facts: Mapping[str, Fact], more: Mapping[str, Fact]) -> None:
        if isinstance(facts, Record):
            facts = facts.to_dict()
        for part in (facts, more):
            for field, fact in part.items():
                self.enter(field, fact)

    def clear(self, field: Optional[FieldLike] = None) -> None:
        """Forgets what was entered in a field, or without one, in all."""
        every: Iterable[FieldLike] = list(self) if field is None else [field]
        for each in every:
            check(core.smet_record_clear(self._pointer, field_of(each)))

    def __delitem__(self, field: FieldLike) -> None:
        """Forgets what was entered in a field."""
        if field not in self:
            raise KeyError(str(field))
        self.clear(field)

    # --- reading ----------------------------------------------------------------

    def possible(self, field: FieldLike) -> Tuple[int, ...]:
        """The values still possible, also of a field that was never touched."""
        found = field_of(field)
        return tuple(value_of(found, number)
                     for number in numbers(core.smet_record_values, self._pointer, found))

    def is_possible(self, field: FieldLike, value: Value) -> bool:
        """Whether a value is still possible, as entered."""
        found = field_of(field)
        return bool(core.smet_record_is_possible(self._pointer, found, number_of(found, value)))

    def __getitem__(self, field: FieldLike) -> Tuple[int, ...]:
        """The values still possible of a field that was entered; else `KeyError`."""
        if field not in self:
            raise KeyError(str(field))
        return self.possible(field)

    def __contains__(self, field: object) -> bool:
        """Whether a field is entered."""
        try:
            found = Field.of(field)  # type: ignore[arg-type]
        except (TypeError, ValueError):
            return False
        return bool(core.smet_record_is_entered(self._pointer, found))

    def __iter__(self) -> Iterator[str]:
        """The keys of the fields that are entered, in the order of the record."""
        return iter([field.key for field in Field
                     if core.smet_record_is_entered(self._pointer, field)])

    def __len__(self) -> int:
        """How many fields are entered."""
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        """Whether anything is entered."""
        return len(self) > 0

    def __eq__(self, other: object) -> bool:
        """Records are equal when the same values are possible in every field."""
        if not isinstance(other, Record):
            return NotImplemented
        return all(numbers(core.smet_record_values, self._pointer, field)
                   == numbers(core.smet_record_values, other._pointer, field) for field in Field)

    def to_dict(self) -> Dict[str, Union[str, int, List[Union[str, int]]]]:
        """What was entered as plain data, which `Record()` takes and JSON can hold."""
        result: Dict[str, Union[str, int, List[Union[str, int]]]] = {}
        for field, values in self.items():
            plain: List[Union[str, int]] = [
                value.key if isinstance(value, Term) else value for value in values]
            result[field] = plain[0] if len(plain) == 1 else plain
        return result

    def __repr__(self) -> str:
        inner = ", ".join(f"{field}={value!r}" for field, value in self.to_dict().items())
        return f"Record({inner})"

    def copy(self) -> "Record":
        """An independent copy."""
        made = Record.__new__(Record)
        made._pointer = core.smet_record_copy(self._pointer)
        if made._pointer is None:
            raise refusal("SMET_ERROR_NO_MEMORY", "no memory for a record")
        return made

    def __copy__(self) -> "Record":
        return self.copy()

    def __deepcopy__(self, memo: Any) -> "Record":
        return self.copy()

    def __reduce__(self) -> Tuple[Any, Tuple[Any, ...]]:
        return Record, (self.to_dict(),)

    # --- asking -----------------------------------------------------------------

    def assess(self) -> "Assessment":
        """Everything that the library says of this record as it is now."""
        from ._assessment import Assessment
        return Assessment(self)

    def score(self, instrument: Union[str, Term]) -> "Score":
        """The score of one instrument, without an assessment."""
        from ._scores import score_of_record
        return score_of_record(self, instrument)

    # --- JSON (libsacralmet-exchange) ---------------------------------------------

    @classmethod
    def from_json(cls, text: Union[str, bytes]) -> "Record":
        """Reads a record from JSON: field keys to values, lists, or `{"min":, "max":}`.

        :raises LibraryNotFoundError: where libsacralmet-exchange is not installed
        """
        record = cls()
        data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(text)
        error = new_error()
        status = exchange().smet_record_read_json(record._pointer, data, len(data), error)
        if status != 0:
            raise exception_of(status, error)
        return record

    def to_json(self, indent: bool = False) -> str:
        """Writes the record as JSON; reading it back gives an equal record.

        :raises LibraryNotFoundError: where libsacralmet-exchange is not installed
        """
        style = _prototypes.JSON_INDENTED if indent else _prototypes.JSON_COMPACT
        return written(exchange().smet_record_write_json, self._pointer, style)
