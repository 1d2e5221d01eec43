"""Scores of one record."""
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Optional, Tuple, Union

from . import _prototypes
from ._catalogue import Band, filled, filled_or_why, instrument_info
from ._errors import term_of
from ._library import core, members, numbers, strings, text
from ._terms import Field, Instrument, Term, value_of

if TYPE_CHECKING:
    from ._record import Record


@dataclass(frozen=True)
class ScoreItem:
    """One item of a score, for one record."""

    key: str
    label: str
    #: The field that was read.
    field: Term
    #: The points that are possible.
    points: Tuple[int, ...]
    #: The value that gave them; `None` while more than one is possible.
    option: Optional[int]
    #: The linked fields that narrowed what was used.
    derived_from: Tuple[Term, ...]
    #: Whether the field contradicts another and was taken as unknown.
    is_set_aside: bool
    #: What must be said of this value; empty where there is nothing.
    note: str
    #: What must always be said of this item; empty where there is nothing.
    caveat: str


@dataclass(frozen=True)
class Score:
    """The answer of one instrument: every total that a possible patient has."""

    instrument: Term
    #: Least and greatest possible total.
    minimum: int
    maximum: int
    #: The exact set of possible totals, rising.
    totals: Tuple[int, ...]
    #: The bands in which a possible total lies.
    bands: Tuple[Band, ...]
    #: Whether one total is left.
    complete: bool
    #: Whether one band is left.
    decided: bool
    #: The fields that leave their item open, most influential first.
    missing: Tuple[Term, ...]
    items: Tuple[ScoreItem, ...]
    #: Limits of validity and accuracy that hold for this record.
    notes: Tuple[str, ...]

    def __str__(self) -> str:
        totals = str(self.minimum) if self.complete else f"{self.minimum}..{self.maximum}"
        return f"{self.instrument.label}: {totals} ({'|'.join(map(str, self.bands))})"


def _item(record: Optional[int], instrument: Term, index: int) -> ScoreItem:
    got = filled_or_why(_prototypes.smet_score_item, core.smet_record_score_item, record,
                        instrument, index)
    from_fields = numbers(core.smet_record_score_item_derived_from, record, instrument, index)
    field = Field(got.field)
    return ScoreItem(text(got.key), text(got.label), field, members(got.points),
                     value_of(field, got.option) if got.option >= 0 else None,
                     tuple(Field(number) for number in from_fields), bool(got.is_set_aside), text(got.note),
                     text(got.caveat))


def _score(got: _prototypes.smet_score, record: Optional[int]) -> Score:
    instrument = Instrument(got.instrument)
    bands = instrument_info(instrument).bands
    return Score(
        instrument, got.minimum, got.maximum, members(got.totals),
        tuple(bands[number] for number in members(got.bands)), bool(got.is_complete),
        bool(got.is_decided), tuple(Field(got.missing[i]) for i in range(got.missing_count)),
        tuple(_item(record, instrument, index) for index in range(got.item_count)),
        strings(core.smet_record_score_notes, record, instrument))


def score_of_record(record: "Record", instrument: Union[str, Term]) -> Score:
    """Scores a record."""
    found = term_of(Instrument, instrument)
    pointer = record._pointer
    return _score(filled_or_why(_prototypes.smet_score, core.smet_record_score, pointer, found),
                  pointer)


def score_of_assessment(assessment: Any, instrument: Term) -> Score:
    """Reads a score from an assessment, by its pointer."""
    got = filled(_prototypes.smet_score, core.smet_assessment_score, assessment, instrument)
    return _score(got, core.smet_assessment_record(assessment))
