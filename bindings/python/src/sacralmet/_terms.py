"""The library's words: its vocabularies and the options of its fields, as enumerations."""
from __future__ import annotations

import ctypes
import enum
from typing import Any, Callable, Dict, List, Tuple, Type, TypeVar, Union, cast

from . import _prototypes
from ._library import core, text

T = TypeVar("T", bound="Term")


class Term(enum.IntEnum):
    """A word of the library: a number that never changes its meaning, a key, a label.

    The members are made when the package is loaded, from what the library says of
    itself. A term is an `int`, and prints as its key.
    """

    _words: Tuple[str, str]

    @property
    def key(self) -> str:
        """The word that stands in JSON, CSV and on the command line."""
        return self._words[0]

    @property
    def label(self) -> str:
        """The term for people."""
        return self._words[1]

    @classmethod
    def of(cls: Type[T], term: Union[str, T]) -> T:
        """The member with a key; a member is returned as it is.

        :raises ValueError: where no member has the key
        """
        if isinstance(term, cls):
            return term
        if isinstance(term, str):
            found = _BY_KEY[cls].get(term)
            if found is not None:
                return cast(T, found)
            raise ValueError(f"{term!r} is no {cls.__name__}; there are "
                             f"{', '.join(list(_BY_KEY[cls])[:6])}, ...")
        raise TypeError(f"{cls.__name__}: a key or a member, not {type(term).__name__}")

    def __bool__(self) -> bool:
        """A word is true whatever its number; answers are what they say, and an unknown one
        is neither true nor false."""
        if _TRUTHS.get(type(self)) is None:
            return True
        if self.key not in _TRUTHS[type(self)]:
            raise TypeError(f"{self!r} is neither true nor false; compare with a member")
        return _TRUTHS[type(self)][self.key]

    def __str__(self) -> str:
        return self.key

    def __format__(self, specification: str) -> str:
        return format(self.key, specification)

    def __reduce_ex__(self, protocol: Any) -> Tuple[Callable[..., Any], Tuple[str, str]]:
        return _restore, (type(self).__name__, self.key)


_BY_KEY: Dict[Type[Term], Dict[str, Term]] = {}
_BY_NAME: Dict[str, Type[Term]] = {}
_TRUTHS: Dict[Type[Term], Dict[str, bool]] = {}


def _restore(name: str, key: str) -> Term:
    """Reads back a term that was pickled."""
    return _BY_NAME[name].of(key)


def _make(name: str, words: List[Tuple[int, str, str]], about: str) -> Type[Term]:
    """An enumeration from numbers, keys and labels."""
    names = [(key.upper().replace(".", "_"), number) for number, key, _ in words]
    made = cast(Type[Term], cast(Any, Term)(name, names, module="sacralmet"))
    made.__doc__ = about
    for number, key, label in words:
        made(number)._words = (key, label)
    _BY_KEY[made] = {key: made(number) for number, key, _ in words}
    _BY_NAME[name] = made
    return made


def _vocabulary(number: int) -> Type[Term]:
    """The enumeration of a vocabulary."""
    words = []
    for index in range(core.smet_term_count(number)):
        term = core.smet_term_at(number, index)
        words.append((term, text(core.smet_term_key(number, term)),
                      text(core.smet_term_label(number, term))))
    vocabulary = _prototypes.VOCABULARY_VOCABULARY
    name = text(core.smet_term_key(vocabulary, number)).title().replace("_", "")
    return _make(name, words, text(core.smet_term_label(vocabulary, number)))


Status = _vocabulary(_prototypes.VOCABULARY_STATUS)
Field = _vocabulary(_prototypes.VOCABULARY_FIELD)
FieldKind = _vocabulary(_prototypes.VOCABULARY_FIELD_KIND)
FieldGroup = _vocabulary(_prototypes.VOCABULARY_FIELD_GROUP)
Instrument = _vocabulary(_prototypes.VOCABULARY_INSTRUMENT)
Direction = _vocabulary(_prototypes.VOCABULARY_DIRECTION)
Finding = _vocabulary(_prototypes.VOCABULARY_FINDING)
Truth = _vocabulary(_prototypes.VOCABULARY_TRUTH)
Intervention = _vocabulary(_prototypes.VOCABULARY_INTERVENTION)
Rule = _vocabulary(_prototypes.VOCABULARY_RULE)
Verdict = _vocabulary(_prototypes.VOCABULARY_VERDICT)
Grade = _vocabulary(_prototypes.VOCABULARY_GRADE)
Side = _vocabulary(_prototypes.VOCABULARY_SIDE)
Conflict = _vocabulary(_prototypes.VOCABULARY_CONFLICT)
Reference = _vocabulary(_prototypes.VOCABULARY_REFERENCE)
Evidence = _vocabulary(_prototypes.VOCABULARY_EVIDENCE)
EvidenceStatus = _vocabulary(_prototypes.VOCABULARY_EVIDENCE_STATUS)
Dispute = _vocabulary(_prototypes.VOCABULARY_DISPUTE)


def _kind(field: int) -> str:
    """The key of a field's kind."""
    info = _prototypes.smet_field_info(size=ctypes.sizeof(_prototypes.smet_field_info))
    core.smet_field_describe(field, info)
    return FieldKind(info.kind).key


#: The fields whose values are integers and not options.
INTEGERS = frozenset(field for field in Field if _kind(field) == "integer")
#: The fields that are answered by yes or no.
YES_NO = frozenset(field for field in Field if _kind(field) == "yes_no")


def _options_of(field: Term) -> Type[Term]:
    words = []
    for index in range(core.smet_value_count(field)):
        value = core.smet_value_at(field, index)
        words.append((value, text(core.smet_value_key(field, value)),
                      text(core.smet_value_label(field, value))))
    name = field.key.title().replace("_", "") + "Option"
    return _make(name, words, text(core.smet_term_label(_prototypes.VOCABULARY_FIELD, field)))


_OPTIONS_OF: Dict[Term, Type[Term]] = {
    field: _options_of(field) for field in Field if field not in INTEGERS}


_TRUTHS[Truth] = {"false": False, "true": True}
_TRUTHS.update({_OPTIONS_OF[field]: {"no": False, "yes": True} for field in YES_NO})


def options(field: Union[str, Term]) -> Type[Term]:
    """The enumeration of the options of a field.

    :raises TypeError: for a field whose values are integers
    """
    found = Field.of(field)
    if found in INTEGERS:
        raise TypeError(f"{found}: its values are integers, not options")
    return _OPTIONS_OF[found]


def value_of(field: Term, number: int) -> int:
    """A value as Python has it: a member of the field's options, or an integer."""
    return number if field in INTEGERS else _OPTIONS_OF[field](number)
