"""The library's functions and structs, as ctypes has them.

Made by bindings/python/generate.py from the description of the API; not written by
hand. Everything here is private to the package.
"""
from __future__ import annotations

from ctypes import (POINTER, Array, Structure, c_char, c_char_p, c_int32, c_int64, c_size_t,
                    c_uint8, c_uint32, c_uint64, c_void_p)
from typing import Any, Dict, Optional, Tuple

#: The ABI that this module was made from.
ABI_VERSION = "0.2.0"

# smet_element
ELEMENT_INVALID = -1
ELEMENT_INT8 = 0
ELEMENT_UINT8 = 1
ELEMENT_INT16 = 2
ELEMENT_UINT16 = 3
ELEMENT_INT32 = 4
ELEMENT_UINT32 = 5

# smet_row_status
ROW_STATUS_INVALID = -1
ROW_GOOD = 0
ROW_BAD_CODE = 1

# smet_no_answer
NO_TOTAL = 255
NO_DISPOSITION = 255

# smet_json_style
JSON_STYLE_INVALID = -1
JSON_COMPACT = 0
JSON_INDENTED = 1

# smet_answer
ANSWER_INVALID = -1
ANSWER_FULL = 0
ANSWER_SCORES = 1

# smet_vocabulary
VOCABULARY_INVALID = -1
VOCABULARY_STATUS = 0
VOCABULARY_FIELD = 1
VOCABULARY_FIELD_KIND = 2
VOCABULARY_FIELD_GROUP = 3
VOCABULARY_INSTRUMENT = 4
VOCABULARY_DIRECTION = 5
VOCABULARY_FINDING = 6
VOCABULARY_TRUTH = 7
VOCABULARY_INTERVENTION = 8
VOCABULARY_RULE = 9
VOCABULARY_VERDICT = 10
VOCABULARY_GRADE = 11
VOCABULARY_SIDE = 12
VOCABULARY_CONFLICT = 13
VOCABULARY_REFERENCE = 14
VOCABULARY_EVIDENCE = 15
VOCABULARY_EVIDENCE_STATUS = 16
VOCABULARY_DISPUTE = 17
VOCABULARY_VOCABULARY = 18


class smet_error(Structure):
    """What was wrong with a refused call, in a form for programs and one for people."""

    size: int
    status: int
    field: int
    line: int
    column: int
    message: bytes
    _fields_ = [
        ("size", c_uint32),
        ("status", c_int32),
        ("field", c_int32),
        ("line", c_uint32),
        ("column", c_uint32),
        ("message", c_char * 236),
    ]


class smet_field_info(Structure):
    """What a field is."""

    size: int
    field: int
    kind: int
    group: int
    minimum: int
    maximum: int
    step: int
    is_override: int
    key: Optional[bytes]
    label: Optional[bytes]
    definition: Optional[bytes]
    _fields_ = [
        ("size", c_uint32),
        ("field", c_int32),
        ("kind", c_int32),
        ("group", c_int32),
        ("minimum", c_int32),
        ("maximum", c_int32),
        ("step", c_int32),
        ("is_override", c_int32),
        ("key", c_char_p),
        ("label", c_char_p),
        ("definition", c_char_p),
    ]


class smet_finding_info(Structure):
    """What a finding is."""

    size: int
    finding: int
    key: Optional[bytes]
    label: Optional[bytes]
    _fields_ = [
        ("size", c_uint32),
        ("finding", c_int32),
        ("key", c_char_p),
        ("label", c_char_p),
    ]


class smet_intervention_info(Structure):
    """What an intervention is."""

    size: int
    intervention: int
    is_operation: int
    is_local_treatment: int
    is_around_operation: int
    side_opposite_of: int
    key: Optional[bytes]
    label: Optional[bytes]
    definition: Optional[bytes]
    _fields_ = [
        ("size", c_uint32),
        ("intervention", c_int32),
        ("is_operation", c_int32),
        ("is_local_treatment", c_int32),
        ("is_around_operation", c_int32),
        ("side_opposite_of", c_int32),
        ("key", c_char_p),
        ("label", c_char_p),
        ("definition", c_char_p),
    ]


class smet_rule_info(Structure):
    """What a rule is."""

    size: int
    rule: int
    verdict: int
    grade: int
    key: Optional[bytes]
    rationale: Optional[bytes]
    section: Optional[bytes]
    _fields_ = [
        ("size", c_uint32),
        ("rule", c_int32),
        ("verdict", c_int32),
        ("grade", c_int32),
        ("key", c_char_p),
        ("rationale", c_char_p),
        ("section", c_char_p),
    ]


class smet_conflict_info(Structure):
    """What a conflict is."""

    size: int
    conflict: int
    key: Optional[bytes]
    label: Optional[bytes]
    explanation: Optional[bytes]
    _fields_ = [
        ("size", c_uint32),
        ("conflict", c_int32),
        ("key", c_char_p),
        ("label", c_char_p),
        ("explanation", c_char_p),
    ]


class smet_mapping_info(Structure):
    """What stands for an override that was not entered."""

    size: int
    field: int
    from_: int
    instrument: int
    where: int
    row_count: int
    text: Optional[bytes]
    _fields_ = [
        ("size", c_uint32),
        ("field", c_int32),
        ("from_", c_int32),
        ("instrument", c_int32),
        ("where", c_int32),
        ("row_count", c_uint32),
        ("text", c_char_p),
    ]


class smet_score(Structure):
    """The answer of one instrument."""

    size: int
    instrument: int
    minimum: int
    maximum: int
    totals: int
    bands: int
    is_defined: int
    is_complete: int
    is_decided: int
    item_count: int
    missing_count: int
    missing: Array[c_int32]
    _fields_ = [
        ("size", c_uint32),
        ("instrument", c_int32),
        ("minimum", c_int32),
        ("maximum", c_int32),
        ("totals", c_uint64),
        ("bands", c_uint32),
        ("is_defined", c_int32),
        ("is_complete", c_int32),
        ("is_decided", c_int32),
        ("item_count", c_uint32),
        ("missing_count", c_uint32),
        ("missing", c_int32 * 32),
    ]


class smet_score_item(Structure):
    """One item of a score, for one record."""

    size: int
    field: int
    points: int
    option: int
    is_derived: int
    is_set_aside: int
    reserved: int
    key: Optional[bytes]
    note: Optional[bytes]
    caveat: Optional[bytes]
    label: Optional[bytes]
    _fields_ = [
        ("size", c_uint32),
        ("field", c_int32),
        ("points", c_uint64),
        ("option", c_int32),
        ("is_derived", c_int32),
        ("is_set_aside", c_int32),
        ("reserved", c_int32),
        ("key", c_char_p),
        ("note", c_char_p),
        ("caveat", c_char_p),
        ("label", c_char_p),
    ]


class smet_instrument_info(Structure):
    """What an instrument is."""

    size: int
    instrument: int
    minimum: int
    maximum: int
    direction: int
    reported_field: int
    item_count: int
    band_count: int
    note_count: int
    is_prognostic: int
    key: Optional[bytes]
    label: Optional[bytes]
    alias: Optional[bytes]
    _fields_ = [
        ("size", c_uint32),
        ("instrument", c_int32),
        ("minimum", c_int32),
        ("maximum", c_int32),
        ("direction", c_int32),
        ("reported_field", c_int32),
        ("item_count", c_uint32),
        ("band_count", c_uint32),
        ("note_count", c_uint32),
        ("is_prognostic", c_int32),
        ("key", c_char_p),
        ("label", c_char_p),
        ("alias", c_char_p),
    ]


class smet_item_info(Structure):
    """What an item is."""

    size: int
    field: int
    mapped_from: int
    row_count: int
    key: Optional[bytes]
    label: Optional[bytes]
    caveat: Optional[bytes]
    provenance: Optional[bytes]
    _fields_ = [
        ("size", c_uint32),
        ("field", c_int32),
        ("mapped_from", c_int32),
        ("row_count", c_uint32),
        ("key", c_char_p),
        ("label", c_char_p),
        ("caveat", c_char_p),
        ("provenance", c_char_p),
    ]


class smet_points_info(Structure):
    """One row of points."""

    size: int
    points: int
    label: Optional[bytes]
    note: Optional[bytes]
    _fields_ = [
        ("size", c_uint32),
        ("points", c_int32),
        ("label", c_char_p),
        ("note", c_char_p),
    ]


class smet_band_info(Structure):
    """What a band is."""

    size: int
    band: int
    minimum: int
    maximum: int
    key: Optional[bytes]
    label: Optional[bytes]
    alias: Optional[bytes]
    strategy: Optional[bytes]
    provenance: Optional[bytes]
    survival_minimum: int
    survival_maximum: int
    _fields_ = [
        ("size", c_uint32),
        ("band", c_int32),
        ("minimum", c_int32),
        ("maximum", c_int32),
        ("key", c_char_p),
        ("label", c_char_p),
        ("alias", c_char_p),
        ("strategy", c_char_p),
        ("provenance", c_char_p),
        ("survival_minimum", c_int32),
        ("survival_maximum", c_int32),
    ]


class smet_disposition(Structure):
    """What is known of one intervention."""

    size: int
    intervention: int
    disposition: int
    is_settled: int
    side: int
    possible_count: int
    possible: Array[c_int32]
    _fields_ = [
        ("size", c_uint32),
        ("intervention", c_int32),
        ("disposition", c_int32),
        ("is_settled", c_int32),
        ("side", c_int32),
        ("possible_count", c_uint32),
        ("possible", c_int32 * 16),
    ]


class smet_rule_state(Structure):
    """One rule that fires or may fire on an intervention."""

    size: int
    rule: int
    verdict: int
    fires: int
    is_overruled: int
    _fields_ = [
        ("size", c_uint32),
        ("rule", c_int32),
        ("verdict", c_int32),
        ("fires", c_int32),
        ("is_overruled", c_int32),
    ]


class smet_next_fact(Structure):
    """A fact that would settle much."""

    size: int
    field: int
    may_show_emergency: int
    _fields_ = [
        ("size", c_uint32),
        ("field", c_int32),
        ("may_show_emergency", c_int32),
    ]


class smet_chart_options(Structure):
    """How a chart is read."""

    size: int
    reserved: int
    patient: Optional[bytes]
    evaluation_date: Optional[bytes]
    codes: Optional[int]
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("patient", c_char_p),
        ("evaluation_date", c_char_p),
        ("codes", c_void_p),
    ]


class smet_chart_fact(Structure):
    """One fact of a chart."""

    size: int
    field: int
    use: int
    is_mapping: int
    value: Optional[bytes]
    resource: Optional[bytes]
    path: Optional[bytes]
    system: Optional[bytes]
    code: Optional[bytes]
    effective: Optional[bytes]
    note: Optional[bytes]
    _fields_ = [
        ("size", c_uint32),
        ("field", c_int32),
        ("use", c_int32),
        ("is_mapping", c_int32),
        ("value", c_char_p),
        ("resource", c_char_p),
        ("path", c_char_p),
        ("system", c_char_p),
        ("code", c_char_p),
        ("effective", c_char_p),
        ("note", c_char_p),
    ]


class smet_column(Structure):
    """One column."""

    size: int
    field: int
    element: int
    has_unknown: int
    unknown: int
    values: Optional[int]
    validity: Optional[int]
    validity_offset: int
    set_count: int
    reserved: int
    sets: Optional[int]
    more: Optional[int]
    _fields_ = [
        ("size", c_uint32),
        ("field", c_int32),
        ("element", c_int32),
        ("has_unknown", c_int32),
        ("unknown", c_int64),
        ("values", c_void_p),
        ("validity", c_void_p),
        ("validity_offset", c_uint64),
        ("set_count", c_uint32),
        ("reserved", c_uint32),
        ("sets", c_void_p),
        ("more", c_void_p),
    ]


class smet_score_arrays(Structure):
    """Where the answers of one instrument go."""

    size: int
    reserved: int
    minimum: Optional[int]
    maximum: Optional[int]
    bands: Optional[int]
    missing: Optional[int]
    status: Optional[int]
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("minimum", c_void_p),
        ("maximum", c_void_p),
        ("bands", c_void_p),
        ("missing", c_void_p),
        ("status", c_void_p),
    ]


class smet_disposition_arrays(Structure):
    """Where dispositions go."""

    size: int
    intervention_count: int
    dispositions: Optional[int]
    settled: Optional[int]
    status: Optional[int]
    _fields_ = [
        ("size", c_uint32),
        ("intervention_count", c_uint32),
        ("dispositions", c_void_p),
        ("settled", c_void_p),
        ("status", c_void_p),
    ]


class smet_check_arrays(Structure):
    """Where goes which rows contradict themselves."""

    size: int
    reserved: int
    inconsistent: Optional[int]
    status: Optional[int]
    relation_count: int
    check_count: int
    relations: Optional[int]
    checks: Optional[int]
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("inconsistent", c_void_p),
        ("status", c_void_p),
        ("relation_count", c_uint32),
        ("check_count", c_uint32),
        ("relations", c_void_p),
        ("checks", c_void_p),
    ]


class smet_answer_options(Structure):
    """How an answer is written."""

    size: int
    style: int
    answer: int
    reserved: int
    patient: Optional[bytes]
    date: Optional[bytes]
    _fields_ = [
        ("size", c_uint32),
        ("style", c_int32),
        ("answer", c_int32),
        ("reserved", c_uint32),
        ("patient", c_char_p),
        ("date", c_char_p),
    ]


class smet_reference_info(Structure):
    """What a reference is."""

    size: int
    reference: int
    number: int
    year: int
    key: Optional[bytes]
    authors: Optional[bytes]
    title: Optional[bytes]
    journal: Optional[bytes]
    volume: Optional[bytes]
    pages: Optional[bytes]
    doi: Optional[bytes]
    pmid: Optional[bytes]
    citation: Optional[bytes]
    _fields_ = [
        ("size", c_uint32),
        ("reference", c_int32),
        ("number", c_int32),
        ("year", c_int32),
        ("key", c_char_p),
        ("authors", c_char_p),
        ("title", c_char_p),
        ("journal", c_char_p),
        ("volume", c_char_p),
        ("pages", c_char_p),
        ("doi", c_char_p),
        ("pmid", c_char_p),
        ("citation", c_char_p),
    ]


class smet_evidence_info(Structure):
    """Outcome figures."""

    size: int
    evidence: int
    reference: int
    status: int
    n: int
    reserved: int
    key: Optional[bytes]
    label: Optional[bytes]
    measure: Optional[bytes]
    before: Optional[bytes]
    after: Optional[bytes]
    p: Optional[bytes]
    statement: Optional[bytes]
    disagreement: Optional[bytes]
    _fields_ = [
        ("size", c_uint32),
        ("evidence", c_int32),
        ("reference", c_int32),
        ("status", c_int32),
        ("n", c_int32),
        ("reserved", c_uint32),
        ("key", c_char_p),
        ("label", c_char_p),
        ("measure", c_char_p),
        ("before", c_char_p),
        ("after", c_char_p),
        ("p", c_char_p),
        ("statement", c_char_p),
        ("disagreement", c_char_p),
    ]


class smet_dispute_info(Structure):
    """A conflict of citation."""

    size: int
    dispute: int
    key: Optional[bytes]
    label: Optional[bytes]
    statement: Optional[bytes]
    choice: Optional[bytes]
    _fields_ = [
        ("size", c_uint32),
        ("dispute", c_int32),
        ("key", c_char_p),
        ("label", c_char_p),
        ("statement", c_char_p),
        ("choice", c_char_p),
    ]


#: By name: the library that has it, what it returns, what it takes.
PROTOTYPES: Dict[str, Tuple[str, Any, Tuple[Any, ...]]] = {
    "smet_status_name": ("core", c_char_p, (c_int32,)),
    "smet_status_text": ("core", c_char_p, (c_int32,)),
    "smet_field_describe": ("core", c_int32, (c_int32, POINTER(smet_field_info))),
    "smet_value_count": ("core", c_size_t, (c_int32,)),
    "smet_value_at": ("core", c_int32, (c_int32, c_size_t)),
    "smet_value_key": ("core", c_char_p, (c_int32, c_int32)),
    "smet_value_label": ("core", c_char_p, (c_int32, c_int32)),
    "smet_value_definition": ("core", c_char_p, (c_int32, c_int32)),
    "smet_value_find": ("core", c_int32, (c_int32, c_char_p)),
    "smet_finding_describe": ("core", c_int32, (c_int32, POINTER(smet_finding_info))),
    "smet_finding_condition": ("core", c_size_t, (c_int32, c_char_p, c_size_t)),
    "smet_intervention_describe": ("core", c_int32, (c_int32, POINTER(smet_intervention_info))),
    "smet_rule_describe": ("core", c_int32, (c_int32, POINTER(smet_rule_info))),
    "smet_rule_condition": ("core", c_size_t, (c_int32, c_char_p, c_size_t)),
    "smet_rule_interventions": ("core", c_size_t, (c_int32, POINTER(c_int32), c_size_t)),
    "smet_rule_references": ("core", c_size_t, (c_int32, POINTER(c_int32), c_size_t)),
    "smet_rule_evidence": ("core", c_size_t, (c_int32, POINTER(c_int32), c_size_t)),
    "smet_rule_fields": ("core", c_size_t, (c_int32, POINTER(c_int32), c_size_t)),
    "smet_conflict_describe": ("core", c_int32, (c_int32, POINTER(smet_conflict_info))),
    "smet_conflict_condition": ("core", c_size_t, (c_int32, c_char_p, c_size_t)),
    "smet_conflict_between": ("core", c_size_t, (c_int32, POINTER(c_char_p), c_size_t)),
    "smet_link_count": ("core", c_size_t, ()),
    "smet_link_text": ("core", c_char_p, (c_size_t,)),
    "smet_link_fields": ("core", c_size_t, (c_size_t, POINTER(c_int32), c_size_t)),
    "smet_mapping_count": ("core", c_size_t, ()),
    "smet_mapping_describe": ("core", c_int32, (c_size_t, POINTER(smet_mapping_info))),
    "smet_mapping_row": ("core", c_size_t, (c_size_t, c_size_t, c_int32, POINTER(c_int32),
        c_size_t)),
    "smet_mapping_note": ("core", c_char_p, (c_size_t, c_size_t)),
    "smet_link_shortcut": ("core", c_int32, (c_size_t,)),
    "smet_link_once_entered": ("core", c_int32, (c_size_t,)),
    "smet_link_case_count": ("core", c_size_t, (c_size_t,)),
    "smet_link_case_values": ("core", c_size_t, (c_size_t, c_size_t, c_size_t, POINTER(c_int32),
        c_size_t)),
    "smet_check_count": ("core", c_size_t, ()),
    "smet_check_text": ("core", c_char_p, (c_size_t,)),
    "smet_check_fields": ("core", c_size_t, (c_size_t, POINTER(c_int32), c_size_t)),
    "smet_check_condition": ("core", c_size_t, (c_size_t, c_char_p, c_size_t)),
    "smet_record_new": ("core", c_void_p, ()),
    "smet_record_copy": ("core", c_void_p, (c_void_p,)),
    "smet_record_free": ("core", None, (c_void_p,)),
    "smet_record_set_option": ("core", c_int32, (c_void_p, c_char_p, c_char_p,
        POINTER(smet_error))),
    "smet_record_set": ("core", c_int32, (c_void_p, c_int32, c_int32, POINTER(smet_error))),
    "smet_record_narrow": ("core", c_int32, (c_void_p, c_int32, POINTER(c_int32), c_size_t,
        POINTER(smet_error))),
    "smet_record_narrow_range": ("core", c_int32, (c_void_p, c_int32, c_int32, c_int32,
        POINTER(smet_error))),
    "smet_record_set_text": ("core", c_int32, (c_void_p, c_char_p, c_char_p,
        POINTER(smet_error))),
    "smet_record_clear": ("core", c_int32, (c_void_p, c_int32)),
    "smet_record_is_entered": ("core", c_int32, (c_void_p, c_int32)),
    "smet_record_is_possible": ("core", c_int32, (c_void_p, c_int32, c_int32)),
    "smet_record_values": ("core", c_size_t, (c_void_p, c_int32, POINTER(c_int32), c_size_t)),
    "smet_record_score": ("core", c_int32, (c_void_p, c_int32, POINTER(smet_score),
        POINTER(smet_error))),
    "smet_record_score_item": ("core", c_int32, (c_void_p, c_int32, c_size_t,
        POINTER(smet_score_item), POINTER(smet_error))),
    "smet_record_score_item_derived_from": ("core", c_size_t, (c_void_p, c_int32, c_size_t,
        POINTER(c_int32), c_size_t)),
    "smet_record_score_notes": ("core", c_size_t, (c_void_p, c_int32, POINTER(c_char_p),
        c_size_t)),
    "smet_instrument_describe": ("core", c_int32, (c_int32, POINTER(smet_instrument_info))),
    "smet_instrument_references": ("core", c_size_t, (c_int32, POINTER(c_int32), c_size_t)),
    "smet_instrument_note": ("core", c_char_p, (c_int32, c_size_t)),
    "smet_instrument_note_when": ("core", c_size_t, (c_int32, c_size_t, POINTER(c_int32),
        POINTER(c_int32), c_size_t)),
    "smet_item_describe": ("core", c_int32, (c_int32, c_size_t, POINTER(smet_item_info))),
    "smet_points_describe": ("core", c_int32, (c_int32, c_size_t, c_size_t,
        POINTER(smet_points_info))),
    "smet_points_values": ("core", c_size_t, (c_int32, c_size_t, c_size_t, POINTER(c_int32),
        c_size_t)),
    "smet_band_describe": ("core", c_int32, (c_int32, c_int32, POINTER(smet_band_info))),
    "smet_score_arrow": ("core", c_int32, (c_int32, c_void_p, c_void_p, c_void_p, c_void_p,
        POINTER(smet_error))),
    "smet_score_arrow_stream": ("core", c_int32, (c_int32, c_void_p, c_void_p,
        POINTER(smet_error))),
    "smet_assess_arrow": ("core", c_int32, (POINTER(c_int32), c_size_t, c_void_p, c_void_p,
        c_void_p, c_void_p, POINTER(smet_error))),
    "smet_assess_arrow_stream": ("core", c_int32, (POINTER(c_int32), c_size_t, c_void_p,
        c_void_p, POINTER(smet_error))),
    "smet_assess": ("core", c_void_p, (c_void_p, POINTER(smet_error))),
    "smet_assessment_copy": ("core", c_void_p, (c_void_p,)),
    "smet_assessment_free": ("core", None, (c_void_p,)),
    "smet_assessment_record": ("core", c_void_p, (c_void_p,)),
    "smet_assessment_disposition": ("core", c_int32, (c_void_p, c_int32,
        POINTER(smet_disposition))),
    "smet_assessment_deciding": ("core", c_size_t, (c_void_p, c_int32, POINTER(c_int32),
        c_size_t)),
    "smet_assessment_alarming": ("core", c_size_t, (c_void_p, c_int32, POINTER(c_int32),
        c_size_t)),
    "smet_assessment_disposition_count": ("core", c_size_t, (c_void_p,)),
    "smet_assessment_disposition_at": ("core", c_int32, (c_void_p, c_size_t,
        POINTER(smet_disposition))),
    "smet_assessment_rules": ("core", c_size_t, (c_void_p, c_int32, POINTER(c_int32),
        c_size_t)),
    "smet_assessment_rule": ("core", c_int32, (c_void_p, c_int32, c_int32,
        POINTER(smet_rule_state))),
    "smet_assessment_rule_derived": ("core", c_size_t, (c_void_p, c_int32, POINTER(c_int32),
        c_size_t)),
    "smet_assessment_cautions": ("core", c_size_t, (c_void_p, c_int32, POINTER(c_int32),
        c_size_t)),
    "smet_assessment_finding": ("core", c_int32, (c_void_p, c_int32)),
    "smet_assessment_score": ("core", c_int32, (c_void_p, c_int32, POINTER(smet_score))),
    "smet_assessment_values": ("core", c_size_t, (c_void_p, c_int32, POINTER(c_int32),
        c_size_t)),
    "smet_assessment_derived_from": ("core", c_size_t, (c_void_p, c_int32, POINTER(c_int32),
        c_size_t)),
    "smet_assessment_conflicts": ("core", c_size_t, (c_void_p, POINTER(c_int32), c_size_t)),
    "smet_assessment_inconsistency_count": ("core", c_size_t, (c_void_p,)),
    "smet_assessment_inconsistency_fields": ("core", c_size_t, (c_void_p, c_size_t,
        POINTER(c_int32), c_size_t)),
    "smet_assessment_inconsistency_text": ("core", c_char_p, (c_void_p, c_size_t)),
    "smet_assessment_next_count": ("core", c_size_t, (c_void_p,)),
    "smet_assessment_next": ("core", c_int32, (c_void_p, c_size_t, POINTER(smet_next_fact))),
    "smet_assessment_next_interventions": ("core", c_size_t, (c_void_p, c_size_t,
        POINTER(c_int32), c_size_t)),
    "smet_assessment_next_instruments": ("core", c_size_t, (c_void_p, c_size_t,
        POINTER(c_int32), c_size_t)),
    "smet_code_map_read_json": ("exchange", c_void_p, (c_char_p, c_size_t,
        POINTER(smet_error))),
    "smet_code_map_free": ("exchange", None, (c_void_p,)),
    "smet_chart_new": ("exchange", c_void_p, (POINTER(smet_chart_options),
        POINTER(smet_error))),
    "smet_chart_free": ("exchange", None, (c_void_p,)),
    "smet_chart_read_fhir": ("exchange", c_int32, (c_void_p, c_char_p, c_size_t,
        POINTER(smet_error))),
    "smet_chart_record": ("exchange", c_void_p, (c_void_p,)),
    "smet_chart_patient": ("exchange", c_char_p, (c_void_p,)),
    "smet_chart_fact_count": ("exchange", c_size_t, (c_void_p,)),
    "smet_chart_fact": ("exchange", c_int32, (c_void_p, c_size_t, POINTER(smet_chart_fact))),
    "smet_chart_write_json": ("exchange", c_size_t, (c_void_p, c_int32, c_char_p, c_size_t)),
    "smet_score_columns": ("core", c_int32, (c_int32, POINTER(POINTER(smet_column)), c_size_t,
        c_size_t, POINTER(smet_score_arrays), POINTER(smet_error))),
    "smet_assess_columns": ("core", c_int32, (POINTER(POINTER(smet_column)), c_size_t, c_size_t,
        POINTER(smet_disposition_arrays), POINTER(smet_error))),
    "smet_check_columns": ("core", c_int32, (POINTER(POINTER(smet_column)), c_size_t, c_size_t,
        POINTER(smet_check_arrays), POINTER(smet_error))),
    "smet_record_read_json": ("exchange", c_int32, (c_void_p, c_char_p, c_size_t,
        POINTER(smet_error))),
    "smet_record_write_json": ("exchange", c_size_t, (c_void_p, c_int32, c_char_p, c_size_t)),
    "smet_assessment_write_json": ("exchange", c_size_t, (c_void_p, c_int32, c_char_p,
        c_size_t)),
    "smet_assessment_write_scores_json": ("exchange", c_size_t, (c_void_p, c_int32, c_char_p,
        c_size_t)),
    "smet_catalogue_write_json": ("exchange", c_size_t, (c_int32, c_char_p, c_size_t)),
    "smet_assessment_write_fhir": ("exchange", c_size_t, (c_void_p, c_void_p,
        POINTER(smet_answer_options), c_char_p, c_size_t)),
    "smet_assessment_write_cards": ("exchange", c_size_t, (c_void_p, c_void_p,
        POINTER(smet_answer_options), c_char_p, c_size_t)),
    "smet_definition_count": ("exchange", c_size_t, ()),
    "smet_definition_name": ("exchange", c_char_p, (c_size_t,)),
    "smet_definition_write": ("exchange", c_size_t, (c_size_t, c_int32, c_char_p, c_size_t)),
    "smet_reference_describe": ("core", c_int32, (c_int32, POINTER(smet_reference_info))),
    "smet_evidence_describe": ("core", c_int32, (c_int32, POINTER(smet_evidence_info))),
    "smet_evidence_interventions": ("core", c_size_t, (c_int32, POINTER(c_int32), c_size_t)),
    "smet_dispute_describe": ("core", c_int32, (c_int32, POINTER(smet_dispute_info))),
    "smet_dispute_references": ("core", c_size_t, (c_int32, POINTER(c_int32), c_size_t)),
    "smet_term_count": ("core", c_size_t, (c_int32,)),
    "smet_term_at": ("core", c_int32, (c_int32, c_size_t)),
    "smet_term_key": ("core", c_char_p, (c_int32, c_int32)),
    "smet_term_label": ("core", c_char_p, (c_int32, c_int32)),
    "smet_term_find": ("core", c_int32, (c_int32, c_char_p)),
    "smet_version": ("core", c_char_p, ()),
    "smet_version_number": ("core", c_uint32, ()),
    "smet_abi_version": ("core", c_char_p, ()),
    "smet_abi_serves": ("core", c_int32, (c_int32, c_int32)),
    "smet_content_version": ("core", c_char_p, ()),
    "smet_content_digest": ("core", c_char_p, ()),
}
