"""What the library knows, to be walked: fields, instruments, rules, sources."""
from __future__ import annotations

import ctypes
from dataclasses import dataclass
from functools import lru_cache
from typing import (Any, Callable, Generic, Iterator, Mapping, NamedTuple, Optional, Tuple, Type,
                    TypeVar, Union)

from . import _prototypes
from ._errors import check, term_of
from ._library import core, new_error, numbers, strings, text, written
from ._terms import (_OPTIONS_OF, Conflict, Direction, Dispute, Evidence, EvidenceStatus,
                     Field, FieldGroup, FieldKind, Finding, Grade, Instrument, Intervention,
                     Reference, Rule, Term, Verdict, value_of)

S = TypeVar("S", bound=ctypes.Structure)
I = TypeVar("I")


class Versions(NamedTuple):
    """Which library this is, and which knowledge it holds."""

    #: The release of the library.
    release: str
    #: The ABI of the library.
    abi: str
    #: The clinical content: tables, texts, citations.
    content: str
    #: SHA-256 of the clinical content.
    digest: str


def versions() -> Versions:
    """The versions of the library that is running; they belong beside every answer."""
    return Versions(text(core.smet_version()), text(core.smet_abi_version()),
                    text(core.smet_content_version()), text(core.smet_content_digest()))


def filled(kind: Type[S], function: Callable[..., Any], *arguments: Any) -> S:
    """A struct that a function fills in."""
    info = kind()
    info.size = ctypes.sizeof(kind)
    check(function(*arguments, info))
    return info


def filled_or_why(kind: Type[S], function: Callable[..., Any], *arguments: Any) -> S:
    """A struct that a function fills in, which says why not where it does not."""
    info, error = kind(), new_error()
    info.size = ctypes.sizeof(kind)
    check(function(*arguments, info, error), error)
    return info


def _field(number: int) -> Optional[Term]:
    return Field(number) if number >= 0 else None


# --- what there is ------------------------------------------------------------------


@dataclass(frozen=True)
class OptionInfo:
    """One option of a field."""

    #: The member of the field's enumeration.
    option: Term
    key: str
    label: str
    #: What it means, where the label does not say enough; else empty.
    definition: str


@dataclass(frozen=True)
class FieldInfo:
    """A fact that a record can hold."""

    field: Term
    key: str
    label: str
    #: What the field asks for.
    definition: str
    kind: Term
    group: Term
    #: Bounds and step of an integer; of a choice, those of the options' numbers.
    minimum: int
    maximum: int
    step: int
    #: Whether it is a clinician's own judgement, or a chart's number, that wins over what
    #: is derived.
    is_override: bool
    #: The options of a choice, in the order of the record's definition; else empty.
    options: Tuple[OptionInfo, ...]
    #: All values that it can have: members of its options, or integers.
    values: Tuple[int, ...]


@dataclass(frozen=True)
class PointsInfo:
    """One row of points of an item."""

    points: int
    label: str
    note: str
    #: The values of the item's field that have these points.
    values: Tuple[int, ...]


@dataclass(frozen=True)
class ItemInfo:
    """One item of an instrument."""

    key: str
    label: str
    #: The field that it reads.
    field: Term
    #: The field that is mapped where `field`, an override, is not entered.
    mapped_from: Optional[Term]
    #: What must always be said of it; empty where there is nothing.
    caveat: str
    #: Where its points were checked.
    provenance: str
    rows: Tuple[PointsInfo, ...]


@dataclass(frozen=True)
class Band:
    """A band of an instrument: totals with a meaning."""

    #: Its position, from the least totals up.
    number: int
    key: str
    label: str
    minimum: int
    maximum: int
    alias: str
    #: What its authors attach to it; empty where there is nothing.
    strategy: str
    provenance: str
    #: Months of survival that it speaks of; 0 where it names none.
    survival_minimum: int
    survival_maximum: int

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True)
class InstrumentInfo:
    """An instrument: a score with its tables."""

    instrument: Term
    key: str
    label: str
    alias: str
    minimum: int
    maximum: int
    direction: Term
    #: The field for a total found in the chart, if there is one.
    reported_field: Optional[Term]
    is_prognostic: bool
    items: Tuple[ItemInfo, ...]
    bands: Tuple[Band, ...]
    #: Limits of validity and accuracy.
    notes: Tuple[str, ...]
    references: Tuple["ReferenceInfo", ...]


@dataclass(frozen=True)
class FindingInfo:
    """A condition with a name."""

    finding: Term
    key: str
    label: str
    #: The condition in words.
    condition: str


@dataclass(frozen=True)
class InterventionInfo:
    """A thing that can be done."""

    intervention: Term
    key: str
    label: str
    definition: str
    is_operation: bool
    is_local_treatment: bool
    is_around_operation: bool
    #: A side may be named, opposite to the one that this field holds.
    side_opposite_of: Optional[Term]


@dataclass(frozen=True)
class RuleInfo:
    """A statement of the review: a condition, a verdict, why, and where it stands."""

    rule: Term
    key: str
    verdict: Term
    grade: Term
    rationale: str
    #: Its place in the review.
    section: str
    #: The condition in words.
    condition: str
    interventions: Tuple[Term, ...]
    references: Tuple["ReferenceInfo", ...]
    evidence: Tuple["EvidenceInfo", ...]
    #: The fields that its condition reads.
    fields: Tuple[Term, ...]


@dataclass(frozen=True)
class ConflictInfo:
    """A conflict that an answer names: rules or scores that pull apart."""

    conflict: Term
    key: str
    label: str
    explanation: str
    condition: str
    #: Keys of the findings, bands and rules that it is between.
    between: Tuple[str, ...]


@dataclass(frozen=True)
class ReferenceInfo:
    """A publication. What is not known of it is empty, or 0."""

    reference: Term
    key: str
    #: Its number in the review; 0 for what the review does not cite.
    number: int
    authors: str
    title: str
    journal: str
    year: int
    volume: str
    pages: str
    doi: str
    pmid: str
    #: All of it as one string, ready to print.
    citation: str

    def __str__(self) -> str:
        return self.citation


@dataclass(frozen=True)
class EvidenceInfo:
    """Outcome figures that a publication reports."""

    evidence: Term
    key: str
    label: str
    reference: ReferenceInfo
    #: How far the figures were checked.
    status: Term
    #: Patients, procedures or cases; 0 where not stated.
    n: int
    measure: str
    before: str
    after: str
    p: str
    #: The figures in one statement, ready to print.
    statement: str
    #: Where review and paper differ; empty where they do not.
    disagreement: str
    interventions: Tuple[Term, ...]


@dataclass(frozen=True)
class DisputeInfo:
    """A place where sources disagree, and what the library does about it."""

    dispute: Term
    key: str
    label: str
    #: Who says what.
    statement: str
    #: What the library does, and why.
    choice: str
    references: Tuple[ReferenceInfo, ...]


# --- how it is read -------------------------------------------------------------------


@lru_cache(maxsize=None)
def field_info(field: Term) -> FieldInfo:
    """Describes a field."""
    info = filled(_prototypes.smet_field_info, core.smet_field_describe, field)
    options = tuple(
        OptionInfo(option, option.key, option.label,
                   text(core.smet_value_definition(field, option)))
        for option in _OPTIONS_OF.get(field, ()))
    values = tuple(value_of(field, core.smet_value_at(field, index))
                   for index in range(core.smet_value_count(field)))
    return FieldInfo(field, text(info.key), text(info.label), text(info.definition),
                     FieldKind(info.kind), FieldGroup(info.group), info.minimum, info.maximum,
                     info.step, bool(info.is_override), options, values)


@lru_cache(maxsize=None)
def reference_info(reference: Term) -> ReferenceInfo:
    """Describes a publication."""
    info = filled(_prototypes.smet_reference_info, core.smet_reference_describe, reference)
    return ReferenceInfo(reference, text(info.key), info.number, text(info.authors),
                         text(info.title), text(info.journal), info.year, text(info.volume),
                         text(info.pages), text(info.doi), text(info.pmid), text(info.citation))


def _references(function: Callable[..., Any], term: Term) -> Tuple[ReferenceInfo, ...]:
    return tuple(reference_info(Reference(number)) for number in numbers(function, term))


def _points(instrument: Term, field: Term, index: int, row: int) -> PointsInfo:
    info = filled(_prototypes.smet_points_info, core.smet_points_describe, instrument, index, row)
    values = numbers(core.smet_points_values, instrument, index, row)
    return PointsInfo(info.points, text(info.label), text(info.note),
                      tuple(value_of(field, value) for value in values))


def _item(instrument: Term, index: int) -> ItemInfo:
    info = filled(_prototypes.smet_item_info, core.smet_item_describe, instrument, index)
    field = Field(info.field)
    rows = tuple(_points(instrument, field, index, row) for row in range(info.row_count))
    return ItemInfo(text(info.key), text(info.label), field, _field(info.mapped_from),
                    text(info.caveat), text(info.provenance), rows)


def _band(instrument: Term, number: int) -> Band:
    info = filled(_prototypes.smet_band_info, core.smet_band_describe, instrument, number)
    return Band(info.band, text(info.key), text(info.label), info.minimum, info.maximum,
                text(info.alias), text(info.strategy), text(info.provenance),
                info.survival_minimum, info.survival_maximum)


@lru_cache(maxsize=None)
def instrument_info(instrument: Term) -> InstrumentInfo:
    """Describes an instrument with its tables."""
    info = filled(_prototypes.smet_instrument_info, core.smet_instrument_describe, instrument)
    notes = tuple(text(core.smet_instrument_note(instrument, index))
                  for index in range(info.note_count))
    return InstrumentInfo(
        instrument, text(info.key), text(info.label), text(info.alias), info.minimum,
        info.maximum, Direction(info.direction), _field(info.reported_field),
        bool(info.is_prognostic),
        tuple(_item(instrument, index) for index in range(info.item_count)),
        tuple(_band(instrument, number) for number in range(info.band_count)),
        notes, _references(core.smet_instrument_references, instrument))


@lru_cache(maxsize=None)
def finding_info(finding: Term) -> FindingInfo:
    """Describes a finding."""
    info = filled(_prototypes.smet_finding_info, core.smet_finding_describe, finding)
    return FindingInfo(finding, text(info.key), text(info.label),
                       written(core.smet_finding_condition, finding))


@lru_cache(maxsize=None)
def intervention_info(intervention: Term) -> InterventionInfo:
    """Describes an intervention."""
    info = filled(_prototypes.smet_intervention_info, core.smet_intervention_describe, intervention)
    return InterventionInfo(intervention, text(info.key), text(info.label), text(info.definition),
                            bool(info.is_operation), bool(info.is_local_treatment),
                            bool(info.is_around_operation), _field(info.side_opposite_of))


@lru_cache(maxsize=None)
def rule_info(rule: Term) -> RuleInfo:
    """Describes a rule."""
    info = filled(_prototypes.smet_rule_info, core.smet_rule_describe, rule)
    return RuleInfo(
        rule, text(info.key), Verdict(info.verdict), Grade(info.grade), text(info.rationale),
        text(info.section), written(core.smet_rule_condition, rule),
        tuple(Intervention(number) for number in numbers(core.smet_rule_interventions, rule)),
        _references(core.smet_rule_references, rule),
        tuple(evidence_info(Evidence(number)) for number in numbers(core.smet_rule_evidence, rule)),
        tuple(Field(number) for number in numbers(core.smet_rule_fields, rule)))


@lru_cache(maxsize=None)
def conflict_info(conflict: Term) -> ConflictInfo:
    """Describes a conflict."""
    info = filled(_prototypes.smet_conflict_info, core.smet_conflict_describe, conflict)
    return ConflictInfo(conflict, text(info.key), text(info.label), text(info.explanation),
                        written(core.smet_conflict_condition, conflict),
                        strings(core.smet_conflict_between, conflict))


@lru_cache(maxsize=None)
def evidence_info(evidence: Term) -> EvidenceInfo:
    """Describes outcome figures."""
    info = filled(_prototypes.smet_evidence_info, core.smet_evidence_describe, evidence)
    interventions = numbers(core.smet_evidence_interventions, evidence)
    return EvidenceInfo(
        evidence, text(info.key), text(info.label), reference_info(Reference(info.reference)),
        EvidenceStatus(info.status), info.n, text(info.measure), text(info.before),
        text(info.after), text(info.p), text(info.statement), text(info.disagreement),
        tuple(Intervention(number) for number in interventions))


@lru_cache(maxsize=None)
def dispute_info(dispute: Term) -> DisputeInfo:
    """Describes a place where sources disagree."""
    info = filled(_prototypes.smet_dispute_info, core.smet_dispute_describe, dispute)
    return DisputeInfo(dispute, text(info.key), text(info.label), text(info.statement),
                       text(info.choice), _references(core.smet_dispute_references, dispute))


# --- how it is walked -----------------------------------------------------------------


class Catalogue(Mapping[str, I], Generic[I]):
    """A part of the library's knowledge: keys to descriptions, in the library's order.

    A description is read when it is first asked for, and kept.
    """

    def __init__(self, terms: Type[Term], describe: Callable[[Term], I]) -> None:
        """Private: the package has one of each kind."""
        self._terms, self._describe = terms, describe

    def __getitem__(self, key: Union[str, Term]) -> I:
        """A description, by key or by member of the enumeration.

        :raises UnknownTermError: where there is none; it is a `LookupError`
        """
        return self._describe(term_of(self._terms, key))

    def __contains__(self, key: object) -> bool:
        try:
            self._terms.of(key)  # type: ignore[arg-type]
        except (TypeError, ValueError):
            return False
        return True

    def get(self, key: Union[str, Term], default: Any = None) -> Any:
        """A description, or `default` where there is none."""
        return self[key] if key in self else default

    def __iter__(self) -> Iterator[str]:
        return (term.key for term in self._terms)

    def __len__(self) -> int:
        return len(self._terms)

    def __repr__(self) -> str:
        return f"<{len(self)} of {self._terms.__name__}: {', '.join(list(self)[:4])}, ...>"


fields = Catalogue(Field, field_info)
instruments = Catalogue(Instrument, instrument_info)
findings = Catalogue(Finding, finding_info)
interventions = Catalogue(Intervention, intervention_info)
rules = Catalogue(Rule, rule_info)
conflicts = Catalogue(Conflict, conflict_info)
references = Catalogue(Reference, reference_info)
evidence = Catalogue(Evidence, evidence_info)
disputes = Catalogue(Dispute, dispute_info)
