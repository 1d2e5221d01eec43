"""Everything that the library says of one record."""
from __future__ import annotations

import ctypes
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Dict, Optional, Tuple, Union

from . import _prototypes
from ._catalogue import (ConflictInfo, InterventionInfo, ReferenceInfo, RuleInfo, conflict_info,
                         filled, intervention_info, rule_info)
from ._errors import exception_of, refusal, term_of
from ._library import core, exchange, new_error, numbers, text, written
from ._record import FieldLike, Record, as_bytes, field_of
from ._scores import Score, score_of_assessment
from ._terms import (Conflict, Field, Finding, Instrument, Intervention, Rule, Side, Term, Truth,
                     Verdict, value_of)


@dataclass(frozen=True)
class FiringRule:
    """A rule that fires, or may fire, on an intervention."""

    rule: Term
    #: What it says.
    verdict: Term
    #: Whether it fires: `Truth.TRUE`, or `Truth.UNKNOWN` where it may.
    fires: Term
    #: Whether it fires, is no caution, and a stronger rule fires too.
    overruled: bool
    #: Fields that its condition reads and that a linked field narrowed.
    derived: Tuple[Term, ...]

    @property
    def info(self) -> RuleInfo:
        """The rule itself: rationale, section, condition, references, figures."""
        return rule_info(self.rule)


@dataclass(frozen=True)
class Disposition:
    """What is known of one intervention."""

    intervention: Term
    #: The strongest verdict among the rules that fire.
    disposition: Term
    #: Whether no rule that may fire is stronger.
    settled: bool
    #: The disposition and each stronger verdict that may come, strongest first.
    possible: Tuple[Term, ...]
    #: The side that is named, if one is.
    side: Optional[Term]
    #: The fields, still open, that could change the disposition.
    deciding: Tuple[Term, ...]
    #: Of these, the fields that could still make it an emergency.
    alarming: Tuple[Term, ...]
    #: The rules that fire or may fire, in the order of the rules.
    rules: Tuple[FiringRule, ...]
    #: The cautions to show with it.
    cautions: Tuple[RuleInfo, ...]

    @property
    def info(self) -> InterventionInfo:
        """The intervention itself: label, definition."""
        return intervention_info(self.intervention)

    @property
    def label(self) -> str:
        """The intervention for people."""
        return self.intervention.label

    @property
    def decisive(self) -> Tuple[FiringRule, ...]:
        """The rules that fire and give the disposition."""
        return tuple(rule for rule in self.rules
                     if rule.fires == Truth.of("true") and rule.verdict == self.disposition)

    @property
    def rationale(self) -> Tuple[str, ...]:
        """Why: what the rules say that give the disposition."""
        return tuple(rule.info.rationale for rule in self.decisive)

    @property
    def citations(self) -> Tuple[ReferenceInfo, ...]:
        """The sources of the rules that give the disposition, each once."""
        return tuple(dict.fromkeys(reference for rule in self.decisive
                                   for reference in rule.info.references))

    def __str__(self) -> str:
        state = "" if self.settled else " (not settled)"
        side = "" if self.side is None else f", {self.side.label}"
        return f"{self.label}{side}: {self.disposition.label}{state}"


@dataclass(frozen=True)
class Inconsistency:
    """Entered facts that contradict each other."""

    fields: Tuple[Term, ...]
    #: What is wrong, and what the library does about it.
    text: str


@dataclass(frozen=True)
class NextFact:
    """A fact that would settle much."""

    field: Term
    #: Whether it could reveal an emergency.
    may_show_emergency: bool
    #: The interventions that it bears on.
    interventions: Tuple[Term, ...]
    #: The instruments that miss it.
    instruments: Tuple[Term, ...]


class Assessment:
    """What the library says of one record as it was when it was assessed.

    It never changes and does not need the record any more; any number of threads may
    read it. Answers give options with their sources, never orders.
    """

    _pointer: Optional[int]

    def __init__(self, record: Record) -> None:
        """Assesses a record."""
        self._pointer = None
        error = new_error()
        self._pointer = core.smet_assess(record._pointer, error)
        if self._pointer is None:
            raise exception_of(error.status, error)

    def __del__(self, free: Any = core.smet_assessment_free) -> None:
        pointer = getattr(self, "_pointer", None)
        if pointer is not None:
            self._pointer = None
            free(pointer)

    @cached_property
    def record(self) -> Record:
        """A copy of the record that was assessed."""
        made = Record.__new__(Record)
        made._pointer = core.smet_record_copy(core.smet_assessment_record(self._pointer))
        if made._pointer is None:
            raise refusal("SMET_ERROR_NO_MEMORY", "no memory for a record")
        return made

    def __reduce__(self) -> Tuple[Any, Tuple[Record]]:
        return Assessment, (self.record,)

    # --- dispositions ---------------------------------------------------------------

    @cached_property
    def dispositions(self) -> Tuple[Disposition, ...]:
        """What there is to say, in the order of a reader: emergencies first."""
        count = core.smet_assessment_disposition_count(self._pointer)
        return tuple(self._known(filled(
            _prototypes.smet_disposition, core.smet_assessment_disposition_at, self._pointer,
            index)) for index in range(count))

    @cached_property
    def interventions(self) -> Dict[str, Disposition]:
        """What is known of every intervention, by key; also of those without a rule."""
        return {term.key: self.disposition(term) for term in Intervention}

    def disposition(self, intervention: Union[str, Term]) -> Disposition:
        """What is known of one intervention."""
        return self._known(self._disposition(term_of(Intervention, intervention)))

    def _disposition(self, intervention: Term) -> _prototypes.smet_disposition:
        return filled(_prototypes.smet_disposition, core.smet_assessment_disposition,
                      self._pointer, intervention)

    def _known(self, got: _prototypes.smet_disposition) -> Disposition:
        intervention = Intervention(got.intervention)
        rules = numbers(core.smet_assessment_rules, self._pointer, intervention)
        cautions = numbers(core.smet_assessment_cautions, self._pointer, intervention)
        return Disposition(
            intervention, Verdict(got.disposition), bool(got.is_settled),
            tuple(Verdict(got.possible[i]) for i in range(got.possible_count)),
            Side(got.side) if got.side >= 0 else None,
            self._fields(core.smet_assessment_deciding, intervention),
            self._fields(core.smet_assessment_alarming, intervention),
            tuple(self._rule(intervention, rule) for rule in rules),
            tuple(rule_info(Rule(rule)) for rule in cautions))

    def _rule(self, intervention: Term, rule: int) -> FiringRule:
        got = filled(_prototypes.smet_rule_state, core.smet_assessment_rule, self._pointer,
                     intervention, rule)
        return FiringRule(Rule(got.rule), Verdict(got.verdict), Truth(got.fires),
                          bool(got.is_overruled),
                          self._fields(core.smet_assessment_rule_derived, rule))

    def _fields(self, function: Any, of: int) -> Tuple[Term, ...]:
        return tuple(Field(number) for number in numbers(function, self._pointer, of))

    # --- scores and findings --------------------------------------------------------

    @cached_property
    def scores(self) -> Dict[str, Score]:
        """The score of every instrument, by key."""
        return {term.key: score_of_assessment(self._pointer, term) for term in Instrument}

    @cached_property
    def findings(self) -> Dict[str, Term]:
        """What is known of every finding, by key: a member of `Truth`."""
        return {term.key: Truth(core.smet_assessment_finding(self._pointer, term))
                for term in Finding}

    def possible(self, field: FieldLike) -> Tuple[int, ...]:
        """The values of a field still possible once linked fields were applied."""
        found = field_of(field)
        return tuple(value_of(found, number)
                     for number in numbers(core.smet_assessment_values, self._pointer, found))

    def derived_from(self, field: FieldLike) -> Tuple[Term, ...]:
        """The fields that narrowed a field."""
        return self._fields(core.smet_assessment_derived_from, field_of(field))

    # --- what does not fit, and what is missing ---------------------------------------

    @cached_property
    def conflicts(self) -> Tuple[ConflictInfo, ...]:
        """The conflicts of this patient, in order."""
        return tuple(conflict_info(Conflict(number))
                     for number in numbers(core.smet_assessment_conflicts, self._pointer))

    @cached_property
    def inconsistencies(self) -> Tuple[Inconsistency, ...]:
        """Groups of entered facts that contradict each other."""
        pointer = self._pointer
        return tuple(
            Inconsistency(
                tuple(Field(number) for number in
                      numbers(core.smet_assessment_inconsistency_fields, pointer, index)),
                text(core.smet_assessment_inconsistency_text(pointer, index)))
            for index in range(core.smet_assessment_inconsistency_count(pointer)))

    @cached_property
    def next(self) -> Tuple[NextFact, ...]:
        """The facts that would settle most, those that could reveal an emergency first."""
        count = core.smet_assessment_next_count(self._pointer)
        return tuple(self._next(index) for index in range(count))

    def _next(self, index: int) -> NextFact:
        got = filled(_prototypes.smet_next_fact, core.smet_assessment_next, self._pointer, index)
        return NextFact(Field(got.field), bool(got.may_show_emergency),
                        tuple(Intervention(number) for number in numbers(
                            core.smet_assessment_next_interventions, self._pointer, index)),
                        tuple(Instrument(number) for number in numbers(
                            core.smet_assessment_next_instruments, self._pointer, index)))

    # --- texts (libsacralmet-exchange) --------------------------------------------------

    def to_json(self, indent: bool = False, scores_only: bool = False) -> str:
        """Writes the assessment as JSON; with `scores_only` without recommendations.

        :raises LibraryNotFoundError: where libsacralmet-exchange is not installed
        """
        library = exchange()
        write = (library.smet_assessment_write_scores_json if scores_only
                 else library.smet_assessment_write_json)
        style = _prototypes.JSON_INDENTED if indent else _prototypes.JSON_COMPACT
        return self._text(written(write, self._pointer, style))

    def to_fhir(self, patient: Optional[str] = None, date: Optional[str] = None,
                indent: bool = False, scores_only: bool = False) -> str:
        """Writes the assessment as a FHIR R4 Bundle.

        :param patient: the patient's id, as "p1" or "Patient/p1"
        :param date: when the answer was given, a FHIR date, or dateTime with a zone
        :raises LibraryNotFoundError: where libsacralmet-exchange is not installed
        :raises MalformedError: for a patient's id or a date that is none
        """
        options = self._options(patient, date, indent, scores_only)
        return self._text(written(exchange().smet_assessment_write_fhir, self._pointer, None,
                                  options))

    def to_cards(self, patient: Optional[str] = None, date: Optional[str] = None,
                 indent: bool = False, scores_only: bool = False) -> str:
        """Writes the assessment as a CDS Hooks response; parameters as for `to_fhir`."""
        options = self._options(patient, date, indent, scores_only)
        return self._text(written(exchange().smet_assessment_write_cards, self._pointer, None,
                                  options))

    @staticmethod
    def _options(patient: Optional[str], date: Optional[str], indent: bool,
                 scores_only: bool) -> _prototypes.smet_answer_options:
        options = _prototypes.smet_answer_options()
        options.size = ctypes.sizeof(options)
        options.style = _prototypes.JSON_INDENTED if indent else _prototypes.JSON_COMPACT
        options.answer = _prototypes.ANSWER_SCORES if scores_only else _prototypes.ANSWER_FULL
        options.patient = None if patient is None else as_bytes(patient)
        options.date = None if date is None else as_bytes(date)
        return options

    @staticmethod
    def _text(result: str) -> str:
        if result == "":
            raise refusal("SMET_ERROR_SYNTAX",
                          "refused: a patient's id or a date that is none, or no memory")
        return result

    def __repr__(self) -> str:
        return f"<Assessment: {len(self.dispositions)} dispositions, {self.record!r}>"

    def __str__(self) -> str:
        lines = [str(each) for each in self.dispositions]
        lines += [str(score) for score in self.scores.values()]
        return "\n".join(lines)


def assess(record: Optional[Record] = None, **facts: Any) -> Assessment:
    """Assesses a record, or one made of facts."""
    if record is None:
        return Assessment(Record(facts))
    if facts:
        record = record.copy()
        record.update(facts)
    return Assessment(record)
