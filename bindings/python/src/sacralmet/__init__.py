"""Metastases of the sacrum: scores, and options of management with their sources.

>>> import sacralmet
>>> record = sacralmet.Record(lesion_level="S1", pain="mechanical", bone_lesion="lytic|mixed")
>>> print(record.score("sins").minimum)

A record is what is known of a patient, unknown is not "no". An assessment is what the
library says of it. Catalogues (`fields`, `instruments`, `interventions`, `rules`,
`references`, ...) walk what the library knows; enumerations (`Field`, `Verdict`, ...) are
its words. `sacralmet.columns` scores numpy arrays, `sacralmet.frames` pandas frames.

Decision support for professionals, and a tool for research. Not a medical device.
"""
from __future__ import annotations

from ._assessment import (Assessment, Disposition, FiringRule, Inconsistency, NextFact,
                          assess)
from ._catalogue import (Band, Catalogue, ConflictInfo, DisputeInfo, EvidenceInfo, FieldInfo,
                         FindingInfo, InstrumentInfo, InterventionInfo, ItemInfo, OptionInfo,
                         PointsInfo, ReferenceInfo, RuleInfo, Versions, conflicts, disputes,
                         evidence, fields, findings, instruments, interventions, references,
                         rules, versions)
from ._errors import (BadCellError, ContradictionError, EmptySetError, MalformedError,
                      OutOfMemoryError, OutOfRangeError, ReversedRangeError, SacralmetError,
                      UnknownFieldError, UnknownOptionError, UnknownTermError, WrongKindError)
from ._library import IncompatibleLibraryError, LibraryNotFoundError
from ._record import Fact, FieldLike, Record, Value
from ._scores import Score, ScoreItem
from ._terms import (Conflict, Direction, Dispute, Evidence, EvidenceStatus, Field, FieldGroup,
                     FieldKind, Finding, Grade, Instrument, Intervention, Reference, Rule, Side,
                     Status, Term, Truth, Verdict, options)

__all__ = [
    "Assessment", "BadCellError", "Band", "Catalogue", "Conflict", "ConflictInfo",
    "ContradictionError", "Direction", "Disposition", "Dispute", "DisputeInfo", "EmptySetError",
    "Evidence", "EvidenceInfo", "EvidenceStatus", "Fact", "Field", "FieldGroup", "FieldInfo", "FieldKind",
    "FieldLike", "Finding", "FindingInfo", "FiringRule", "Grade", "IncompatibleLibraryError",
    "Inconsistency", "Instrument", "InstrumentInfo", "Intervention", "InterventionInfo",
    "ItemInfo", "LibraryNotFoundError", "MalformedError", "NextFact", "OptionInfo",
    "OutOfMemoryError", "OutOfRangeError", "PointsInfo", "Record", "Reference",
    "ReferenceInfo", "ReversedRangeError", "Rule", "RuleInfo", "SacralmetError",
    "Score", "ScoreItem", "Side", "Status", "Term", "Truth", "UnknownFieldError",
    "UnknownOptionError", "UnknownTermError", "Value", "Verdict", "Versions", "WrongKindError",
    "assess", "conflicts", "disputes", "evidence", "fields", "findings", "instruments",
    "interventions", "options", "references", "rules", "versions",
]

# What is public is shown under the name that it is imported by.
for _name in __all__:
    if isinstance(globals()[_name], type):
        globals()[_name].__module__ = __name__
del _name
