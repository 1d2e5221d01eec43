"""A second, plain implementation of the clinical specification.

It is written from the specification's words alone, to be read beside them,
and serves as the oracle of differential tests.  It favours reading over
speed and shares nothing with the library.

    assess(record)       a record (a dict, as in the record JSON) -> answer
    assess_text(text)    the same from JSON text (duplicate keys are seen)
    oracle.py --self-check [CASES.csv]
    oracle.py FILE|-     the answer to one record, as JSON
"""

import csv
import itertools
import json
import os
import sys
from functools import cached_property

# ---------------------------------------------------------------------------
# record: fields, in the order of the record's tables
# ---------------------------------------------------------------------------

NO_YES = ("no", "yes")
PRIMARIES = tuple(
    "lung breast prostate kidney thyroid liver gallbladder stomach esophagus "
    "pancreas colon rectum bladder uterus cervix ovary melanoma osteosarcoma "
    "sarcoma carcinoid myeloma lymphoma head_and_neck testis other "
    "unknown_primary".split())
LEVELS = (("occiput",)
          + tuple(f"C{n}" for n in range(1, 8))
          + tuple(f"T{n}" for n in range(1, 13))
          + tuple(f"L{n}" for n in range(1, 6))
          + tuple(f"S{n}" for n in range(1, 6)))

FIELDS = {
    # record: disease
    "age_years": tuple(range(0, 121)),
    "primary_tumor": PRIMARIES,
    "tumor_growth": ("slow", "moderate", "rapid"),
    "hypervascular": NO_YES,
    "local_extension": NO_YES,
    "solitary_lesion": NO_YES,
    "extraspinal_bone_metastases": tuple(range(0, 100)),
    "vertebral_metastases": tuple(range(1, 31)),
    "major_organ_metastases": ("none", "removable", "unremovable"),
    "visceral_metastases": ("none", "treatable", "untreatable"),
    "karnofsky": tuple(range(10, 101, 10)),
    "ecog": ("0", "1", "2", "3", "4"),
    "long_term_survival_expected": NO_YES,
    # record: neurology
    "neurological_examination": ("normal", "abnormal"),
    "frankel": ("A", "B", "C", "D", "E"),
    "cauda_equina_syndrome": NO_YES,
    "bladder": ("normal", "retention", "incontinence", "other_cause"),
    "bowel": ("normal", "constipation", "incontinence", "other_cause"),
    "motor_deficit": NO_YES,
    "sensory_deficit": NO_YES,
    "sexual_dysfunction": NO_YES,
    "radiculopathy": NO_YES,
    "acute_deterioration": NO_YES,
    "nerve_root_compression": NO_YES,
    "osseous_compression": NO_YES,
    "ambulation": ("independent", "aided", "none"),
    # record: pain
    "pain": ("none", "nonmechanical", "mechanical"),
    "pain_score": tuple(range(0, 11)),
    "pain_unrelenting": NO_YES,
    # record: lesion and imaging
    "lesion_level": LEVELS,
    "bone_lesion": ("blastic", "mixed", "lytic"),
    "alignment": ("normal", "deformity", "subluxation"),
    "vertebral_collapse": ("none", "body_involved_over_half", "up_to_half", "over_half"),
    "posterolateral_involvement": ("none", "unilateral", "bilateral"),
    "stability": ("stable", "potentially_unstable", "unstable"),
    "epidural_disease": NO_YES,
    "escc": ("0", "1a", "1b", "1c", "2", "3"),
    "ilium_involvement": ("none", "left", "right", "bilateral"),
    "sacral_fracture": NO_YES,
    "lesion_large": NO_YES,
    "radiograph": ("not_done", "unremarkable", "arcuate_lines_lost", "other_abnormality"),
    "mri": ("not_done", "without_contrast", "with_and_without_contrast"),
    "ct_done": NO_YES,
    # record: diagnosis and treatment so far
    "tissue_diagnosis": ("none", "insufficient", "metastasis", "infection", "primary_sarcoma"),
    "cultures_sent": NO_YES,
    "prior_radiotherapy": ("none", "conventional", "stereotactic", "both"),
    "radiotherapy_outcome": ("controlled", "persistent_pain", "progression"),
    # record: scores already in the chart
    "reported_sins": tuple(range(0, 19)),
    "reported_tokuhashi_revised": tuple(range(0, 16)),
    "reported_tomita": tuple(range(2, 11)),
}
FIELD_ORDER = {key: place for place, key in enumerate(FIELDS)}


def in_record_order(keys):
    return sorted(keys, key=FIELD_ORDER.__getitem__)


# ---------------------------------------------------------------------------
# contract: record JSON
# ---------------------------------------------------------------------------

class BadInput(ValueError):
    """The input is refused; the text begins with the key at fault."""


def is_integer(value):
    return isinstance(value, int) and not isinstance(value, bool)


def permitted(key, value):
    """One value of a field, checked."""
    kind_is_integer = is_integer(FIELDS[key][0])
    if kind_is_integer and not is_integer(value):
        raise BadInput(f"{key}: an integer is needed, not {value!r}")
    if not kind_is_integer and not isinstance(value, str):
        raise BadInput(f"{key}: an option is needed, not {value!r}")
    if value not in FIELDS[key]:
        raise BadInput(f"{key}: {value!r} is not a permitted value")
    return value


def entered_set(key, given):
    """The set of values that the record JSON gives a field."""
    if given is None:
        return frozenset(FIELDS[key])
    if isinstance(given, list):
        if not given:
            raise BadInput(f"{key}: an empty list allows no value")
        return frozenset(permitted(key, value) for value in given)
    if isinstance(given, dict):
        if not is_integer(FIELDS[key][0]):
            raise BadInput(f"{key}: a range is for integer fields")
        if getattr(given, "repeated", None):
            raise BadInput(f"{key}: a bound is given twice")
        if not given or not set(given) <= {"min", "max"}:
            raise BadInput(f"{key}: a range has min, max or both and nothing else")
        least = permitted(key, given.get("min", FIELDS[key][0]))
        greatest = permitted(key, given.get("max", FIELDS[key][-1]))
        if least > greatest:
            raise BadInput(f"{key}: min above max allows no value")
        return frozenset(v for v in FIELDS[key] if least <= v <= greatest)
    return frozenset((permitted(key, given),))


def read_record(record):
    if not isinstance(record, dict):
        raise BadInput("record: one object is needed")
    for key in getattr(record, "repeated", ()):
        if not key.startswith("_"):
            raise BadInput(f"{key}: given twice")
    entered = {key: frozenset(domain) for key, domain in FIELDS.items()}
    for key, given in record.items():
        if key.startswith("_"):
            continue
        if key not in FIELDS:
            raise BadInput(f"{key}: unknown key")
        entered[key] = entered_set(key, given)
    return entered


class JsonObject(dict):
    """A dict that remembers which of its keys the text gave more than once."""

    def __init__(self, pairs):
        super().__init__(pairs)
        keys = [key for key, _ in pairs]
        self.repeated = [key for key in self if keys.count(key) > 1]


def parse_record(text):
    try:
        return json.loads(text, object_pairs_hook=JsonObject)
    except json.JSONDecodeError as error:
        raise BadInput(f"record: not JSON: {error}") from None


# ---------------------------------------------------------------------------
# record: linked fields
# ---------------------------------------------------------------------------

KARNOFSKY_OF_ECOG = {           # record: ECOG to Karnofsky
    "0": range(90, 101), "1": range(70, 91), "2": range(50, 71),
    "3": range(30, 61), "4": range(10, 41),
}

EXAMINATION = "neurological_examination"
EXAMINATION_NORMAL = {          # what a normal examination answers, in the line's order
    "frankel": ("E",),
    "motor_deficit": ("no",),
    "sensory_deficit": ("no",),
    "sexual_dysfunction": ("no",),
    "radiculopathy": ("no",),
    "cauda_equina_syndrome": ("no",),
    "acute_deterioration": ("no",),
    "bladder": ("normal", "other_cause"),
    "bowel": ("normal", "other_cause"),
}


def counts_agree(extraspinal, solitary, vertebral):
    if extraspinal >= 1:
        return solitary == "no"
    if vertebral == 1:
        return solitary == "yes"
    return True


# Each relation: its fields in the order of the line, and what holds of their values.
ORGANS = (("major_organ_metastases", "visceral_metastases"),
          lambda organ, visceral: (organ, visceral) in {
              ("none", "none"), ("removable", "treatable"),
              ("unremovable", "treatable"), ("unremovable", "untreatable")})
ESCC_EPIDURAL = (("escc", "epidural_disease"),
                 lambda escc, epidural: (escc == "0") == (epidural == "no"))
ESCC_ROOTS = (("escc", "nerve_root_compression"),
              lambda escc, roots: escc not in ("2", "3") or roots == "yes")
ECOG_KARNOFSKY = (("ecog", "karnofsky"),
                  lambda ecog, karnofsky: karnofsky in KARNOFSKY_OF_ECOG[ecog])
FRANKEL_MOTOR = (("frankel", "motor_deficit"),
                 lambda frankel, motor: frankel != "E" or motor == "no")
FRANKEL_SENSORY = (("frankel", "sensory_deficit"),
                   lambda frankel, sensory: frankel != "E" or sensory == "no")
PAIN_SCORE = (("pain", "pain_score"),
              lambda pain, score: pain != "none" or score == 0)
PAIN_UNRELENTING = (("pain", "pain_unrelenting"),
                    lambda pain, unrelenting: pain != "none" or unrelenting == "no")
COUNTS = (("extraspinal_bone_metastases", "solitary_lesion", "vertebral_metastases"),
          counts_agree)
# Only once radiotherapy_outcome is entered:
OUTCOME = (("radiotherapy_outcome", "prior_radiotherapy"),
           lambda outcome, prior: prior != "none")

RELATIONS = (ORGANS, ESCC_EPIDURAL, ESCC_ROOTS, ECOG_KARNOFSKY, FRANKEL_MOTOR,
             FRANKEL_SENSORY, PAIN_SCORE, PAIN_UNRELENTING, COUNTS, OUTCOME)


def rows(relation, sets):
    """Every combination of values that the sets and the relation allow."""
    fields, holds = relation
    return [row for row in itertools.product(*(sets[field] for field in fields))
            if holds(*row)]


class Linked:
    """The record after linking.

    entered       field -> set, as entered
    frozen        the fields of relations that cannot hold, and an examination set aside
    possible      field -> set, as instruments, findings and rules take it
    groups        the inconsistencies of relations, lists of field keys
    active        the relations that take part
    """

    def __init__(self, entered):
        self.entered = entered
        self.frozen = set()
        self.groups = []

        relations = [relation for relation in RELATIONS
                     if relation is not OUTCOME or self.is_entered("radiotherapy_outcome")]

        # Relations that cannot hold for their fields as entered.
        broken = [relation for relation in relations if not rows(relation, entered)]
        # The two relations of escc hold singly, but no value of escc serves both.
        if ESCC_EPIDURAL not in broken and ESCC_ROOTS not in broken:
            if not ({row[0] for row in rows(ESCC_EPIDURAL, entered)}
                    & {row[0] for row in rows(ESCC_ROOTS, entered)}):
                broken += [ESCC_EPIDURAL, ESCC_ROOTS]
        for relation in relations:
            if relation in broken:
                self.frozen.update(relation[0])
                self.groups.append(list(relation[0]))

        # The examination alone is set aside where it contradicts a field that it answers.
        contradicted = []
        if entered[EXAMINATION] == {"normal"}:
            contradicted = [field for field, good in EXAMINATION_NORMAL.items()
                            if not entered[field] & set(good)]
        if contradicted:
            self.frozen.add(EXAMINATION)
            self.groups.append([EXAMINATION] + contradicted)
        relations += [((EXAMINATION, field),
                       lambda examination, value, good=good:
                           examination == "abnormal" or value in good)
                      for field, good in EXAMINATION_NORMAL.items()]

        # Narrow again and again until nothing changes.
        self.active = [relation for relation in relations
                       if not self.frozen & set(relation[0])]
        self.possible = {field: frozenset(FIELDS[field]) if field in self.frozen else values
                         for field, values in entered.items()}
        changed = True
        while changed:
            changed = False
            for relation in self.active:
                fields = relation[0]
                if all(len(self.possible[f]) == len(FIELDS[f]) for f in fields):
                    continue
                for field, column in zip(fields, zip(*rows(relation, self.possible)),
                                         strict=True):
                    values = frozenset(column)
                    if values != self.possible[field]:
                        self.possible[field] = values
                        changed = True

    def is_entered(self, field):
        return len(self.entered[field]) < len(FIELDS[field])

    def is_derived(self, field):
        return field not in self.frozen and self.possible[field] != self.entered[field]


# ---------------------------------------------------------------------------
# instruments
# ---------------------------------------------------------------------------

def points_by_option(**options_of):
    """points_by_option(p0="lung stomach", p1="liver") -> {"lung": {0}, ...}"""
    return {option: {int(points[1:])}
            for points, options in options_of.items() for option in options.split()}


TOKUHASHI_PRIMARY = points_by_option(
    p0="lung osteosarcoma stomach bladder esophagus pancreas",
    p1="liver gallbladder unknown_primary",
    p2="colon melanoma sarcoma ovary myeloma lymphoma head_and_neck testis other",
    p3="kidney uterus cervix",
    p4="rectum",
    p5="thyroid breast prostate carcinoid")

GROWTH_OF_PRIMARY = {           # listed, and placed by later literature
    "breast": "slow", "thyroid": "slow", "prostate": "slow",
    "kidney": "moderate", "uterus": "moderate",
    "lung": "rapid", "stomach": "rapid", "unknown_primary": "rapid",
    "colon": "rapid", "melanoma": "rapid",
}
GROWTH_POINTS = {"slow": {1}, "moderate": {2}, "rapid": {4}}
GROWTH_POINTS_OF_PRIMARY = {
    primary: GROWTH_POINTS[GROWTH_OF_PRIMARY[primary]]
    if primary in GROWTH_OF_PRIMARY else {1, 2, 4}
    for primary in PRIMARIES}

SINS_LOCATION = points_by_option(
    p3="occiput C1 C2 C7 T1 T2 T11 T12 L1 L5 S1",
    p2="C3 C4 C5 C6 L2 L3 L4",
    p1="T3 T4 T5 T6 T7 T8 T9 T10",
    p0="S2 S3 S4 S5")

# item, field, points of each value (a set: of some values the points stay open)
INSTRUMENTS = {
    "tokuhashi_revised": [
        ("general_condition", "karnofsky",
         {k: {0} if k <= 40 else {1} if k <= 70 else {2} for k in FIELDS["karnofsky"]}),
        ("extraspinal_bone", "extraspinal_bone_metastases",
         {n: {0} if n >= 3 else {1} if n >= 1 else {2}
          for n in FIELDS["extraspinal_bone_metastases"]}),
        ("vertebral", "vertebral_metastases",
         {n: {0} if n >= 3 else {1} if n == 2 else {2}
          for n in FIELDS["vertebral_metastases"]}),
        ("major_organs", "major_organ_metastases",
         points_by_option(p0="unremovable", p1="removable", p2="none")),
        ("primary_site", "primary_tumor", TOKUHASHI_PRIMARY),
        ("palsy", "frankel", points_by_option(p0="A B", p1="C D", p2="E")),
    ],
    "tomita": [
        ("growth", "tumor_growth", GROWTH_POINTS),      # else primary_tumor: see items_of
        ("visceral", "visceral_metastases",
         points_by_option(p0="none", p2="treatable", p4="untreatable")),
        ("bone", "solitary_lesion", points_by_option(p1="yes", p2="no")),
    ],
    "sins": [
        ("location", "lesion_level", SINS_LOCATION),
        ("pain", "pain", points_by_option(p3="mechanical", p1="nonmechanical", p0="none")),
        ("bone_lesion", "bone_lesion", points_by_option(p2="lytic", p1="mixed", p0="blastic")),
        ("alignment", "alignment", points_by_option(p4="subluxation", p2="deformity", p0="normal")),
        ("collapse", "vertebral_collapse",
         points_by_option(p3="over_half", p2="up_to_half", p1="body_involved_over_half", p0="none")),
        ("posterolateral", "posterolateral_involvement",
         points_by_option(p3="bilateral", p1="unilateral", p0="none")),
    ],
}

BANDS = {
    "tokuhashi_revised": [("under_6_months", 0, 8), ("at_least_6_months", 9, 11),
                          ("at_least_12_months", 12, 15)],
    "tomita": [("long_term_control", 2, 3), ("middle_term_control", 4, 5),
               ("short_term_palliation", 6, 7), ("terminal_care", 8, 10)],
    "sins": [("stable", 0, 6), ("potentially_unstable", 7, 12), ("unstable", 13, 18)],
}


def items_of(instrument, linked):
    """The instrument's items; Tomita's growth reads tumor_growth where it is entered."""
    for item, field, table in INSTRUMENTS[instrument]:
        if item == "growth" and not linked.is_entered("tumor_growth"):
            yield item, "primary_tumor", GROWTH_POINTS_OF_PRIMARY
        else:
            yield item, field, table


def totals_of_items(items, linked):
    """Every total that some patient whom the record allows has, by enumeration."""
    table_of = {field: table for _, field, table in items}
    blocks = []                         # sets of sums, of fields that are independent
    left = list(table_of)
    for relation in linked.active:
        tied = [field for field in relation[0] if field in left]
        if len(tied) < 2:
            continue
        left = [field for field in left if field not in tied]
        combinations = {tuple(value for field, value in zip(relation[0], row) if field in tied)
                        for row in rows(relation, linked.possible)}
        blocks.append({sum(points) for values in combinations for points in
                       itertools.product(*(table_of[f][v] for f, v in zip(tied, values)))})
    for field in left:
        blocks.append({p for value in linked.possible[field] for p in table_of[field][value]})
    return {sum(sums) for sums in itertools.product(*blocks)}


def score(instrument, linked):
    items = list(items_of(instrument, linked))
    listed, open_fields = [], []
    for item, field, table in items:
        values = linked.possible[field]
        points = sorted({p for value in values for p in table[value]})
        listed.append({
            "item": item, "field": field, "points": points,
            "option": str(next(iter(values))) if len(values) == 1 else None,
            "derived": linked.is_derived(field),
        })
        if len(points) > 1:
            spread = points[-1] - points[0]
            if item == "growth":
                open_fields.append((spread, "tumor_growth"))
            if field != "tumor_growth" and len(values) > 1:
                open_fields.append((spread, field))

    # record: reported totals
    from_items = totals_of_items(items, linked)
    reported_field = f"reported_{instrument}"
    agreed = from_items & linked.entered[reported_field]
    totals = sorted(agreed or from_items)

    bands = [band for band, least, greatest in BANDS[instrument]
             if any(least <= total <= greatest for total in totals)]
    # A stable sort keeps the order of the items among equals.
    missing = [field for _, field in sorted(open_fields, key=lambda entry: -entry[0])]
    return {
        "instrument": instrument, "min": totals[0], "max": totals[-1], "totals": totals,
        "complete": len(totals) == 1, "decided": len(bands) == 1, "bands": bands,
        "items": listed, "missing": missing if len(totals) > 1 else [],
        "reported_differs": not agreed,         # left out of the answer
    }


# ---------------------------------------------------------------------------
# pathway: conditions, in Kleene's three-valued logic
# ---------------------------------------------------------------------------

class Truth:
    """True, False or None (unknown), with the open fields that an unknown one reads."""

    def __init__(self, value, open_fields=()):
        self.value = value
        self.open_fields = frozenset(open_fields) if value is None else frozenset()

    fires = property(lambda self: self.value is True)
    may_fire = property(lambda self: self.value is None)


ALWAYS = Truth(True)


def known(value):
    return Truth(bool(value))


def no(part):
    return Truth(None if part.value is None else not part.value, part.open_fields)


def all_of(*parts):
    if any(part.value is False for part in parts):
        return Truth(False)
    if all(part.value is True for part in parts):
        return Truth(True)
    # A part that is known as a whole is not followed.
    return Truth(None, frozenset().union(*(part.open_fields for part in parts)))


def any_of(*parts):
    return no(all_of(*(no(part) for part in parts)))


def atom(possible, true_of, open_fields):
    """True when every possible value makes it true, false when none does."""
    hits = [bool(true_of(value)) for value in possible]
    if all(hits):
        return Truth(True)
    if not any(hits):
        return Truth(False)
    return Truth(None, open_fields)


# ---------------------------------------------------------------------------
# pathway: findings
# ---------------------------------------------------------------------------

class Findings:
    def __init__(self, linked, scores):
        self.linked = linked
        self.scores = scores

    # Atoms.  Several values of one field are one atom.

    def field(self, field, *values):
        return atom(self.linked.possible[field], lambda value: value in values, [field])

    def not_field(self, field, *values):
        return no(self.field(field, *values))

    def alarm(self, field, *values):
        """As field(), but what is true as entered outlives a contradiction."""
        if field in self.linked.frozen and self.linked.entered[field] <= set(values):
            return ALWAYS
        return self.field(field, *values)

    def band(self, instrument, *bands):
        answer = self.scores[instrument]
        return atom(answer["bands"], lambda band: band in bands, answer["missing"])

    def total_at_least(self, instrument, least):
        answer = self.scores[instrument]
        return atom(answer["totals"], lambda total: total >= least, answer["missing"])

    # Findings, in the order of the table.

    @cached_property
    def cauda_equina(self):
        return self.alarm("cauda_equina_syndrome", "yes")

    @cached_property
    def sphincter_loss(self):
        return any_of(self.alarm("bladder", "incontinence"), self.alarm("bowel", "incontinence"))

    @cached_property
    def early_cauda_equina_signs(self):
        return any_of(self.alarm("bladder", "retention"),
                      all_of(self.alarm("bowel", "constipation"),
                             any_of(self.alarm("sensory_deficit", "yes"),
                                    self.alarm("sexual_dysfunction", "yes"))))

    @cached_property
    def neurological_emergency(self):
        return any_of(self.cauda_equina, self.sphincter_loss, self.early_cauda_equina_signs,
                      self.alarm("acute_deterioration", "yes"))

    @cached_property
    def neurological_deficit(self):
        return any_of(self.alarm("motor_deficit", "yes"), self.alarm("sensory_deficit", "yes"),
                      self.sphincter_loss, self.alarm("bladder", "retention"),
                      self.cauda_equina, self.alarm("acute_deterioration", "yes"),
                      self.alarm("frankel", "A", "B", "C", "D"))

    def outlives_contradiction(self, field, escc_grades):
        """record: linked fields, the exception of epidural disease and root compression.

        What is true for any field of the relation as entered stays true, where escc
        or the field itself is frozen by a contradiction.
        """
        if not self.linked.frozen & {"escc", field}:
            return False
        return (self.linked.entered[field] == {"yes"}
                or self.linked.entered["escc"] <= set(escc_grades))

    @cached_property
    def epidural_disease(self):
        if self.outlives_contradiction("epidural_disease", ("1a", "1b", "1c", "2", "3")):
            return ALWAYS
        return self.field("epidural_disease", "yes")

    @cached_property
    def nerve_root_compression(self):
        if self.outlives_contradiction("nerve_root_compression", ("2", "3")):
            return ALWAYS
        return self.field("nerve_root_compression", "yes")

    @cached_property
    def root_compression_symptomatic(self):
        return all_of(self.nerve_root_compression,
                      any_of(self.field("radiculopathy", "yes"),
                             self.field("sexual_dysfunction", "yes"),
                             self.neurological_deficit))

    @cached_property
    def sacral_lesion(self):
        return self.field("lesion_level", "S1", "S2", "S3", "S4", "S5")

    @cached_property
    def upper_sacral(self):
        return self.field("lesion_level", "S1", "S2")

    @cached_property
    def possible_stability(self):
        """The values of stability still possible, and the fields that leave it open."""
        if self.linked.is_entered("stability"):
            return self.linked.entered["stability"], {"stability"}
        open_fields = {"stability"}
        levels = self.linked.possible["lesion_level"]
        if len(levels) > 1 and levels & {"S1", "S2"}:
            open_fields.add("lesion_level")
        if self.upper_sacral.fires:                     # SINS decides
            open_fields |= set(self.scores["sins"]["missing"])
            return frozenset(self.scores["sins"]["bands"]), open_fields
        return frozenset(FIELDS["stability"]), open_fields

    def stability(self, *values):
        possible, open_fields = self.possible_stability
        return atom(possible, lambda value: value in values, open_fields)

    @cached_property
    def instability(self):
        return self.stability("potentially_unstable", "unstable")

    @cached_property
    def irradiated(self):
        return self.not_field("prior_radiotherapy", "none")

    @cached_property
    def failed_radiotherapy(self):
        return all_of(self.irradiated,
                      self.field("radiotherapy_outcome", "persistent_pain", "progression"))

    @cached_property
    def pain_present(self):
        return any_of(self.not_field("pain", "none"), self.not_field("pain_score", 0),
                      self.field("pain_unrelenting", "yes"))

    @cached_property
    def vascular_tumor(self):
        if self.linked.is_entered("hypervascular"):
            return self.field("hypervascular", "yes")
        primary = self.field("primary_tumor", "kidney", "liver", "thyroid")
        if primary.fires:
            return primary
        # With other primaries it stays unknown; only a statement can tell.
        return Truth(None, {"hypervascular"} | primary.open_fields)

    @cached_property
    def isolated_metastasis(self):
        return all_of(self.field("solitary_lesion", "yes"),
                      self.field("visceral_metastases", "none"))

    @cached_property
    def decompression_indicated(self):
        return any_of(self.cauda_equina,
                      all_of(self.nerve_root_compression, self.neurological_deficit))

    @cached_property
    def fixation_indicated(self):
        return all_of(self.instability,
                      any_of(self.root_compression_symptomatic, self.cauda_equina,
                             self.stability("unstable")))

    @cached_property
    def operation_indicated(self):
        return any_of(self.decompression_indicated, self.sphincter_loss,
                      self.fixation_indicated)

    @cached_property
    def surgery_indicated(self):
        return any_of(self.neurological_deficit, self.instability, self.failed_radiotherapy,
                      self.root_compression_symptomatic)


# ---------------------------------------------------------------------------
# pathway: groups and interventions
# ---------------------------------------------------------------------------

RADIOTHERAPIES = ["conventional_radiotherapy", "stereotactic_radiosurgery"]
LOCAL_BUT_RADIOTHERAPIES = ["sacroplasty", "radiofrequency_ablation", "ablation_with_cement",
                            "palliative_embolization"]
LOCAL = RADIOTHERAPIES + LOCAL_BUT_RADIOTHERAPIES
OPERATIONS_BUT_URGENT = ["laminectomy", "laminectomy_with_lumbopelvic_fixation",
                         "unilateral_lumbopelvic_fixation", "palliative_surgery",
                         "en_bloc_resection"]
OPERATIONS = ["urgent_decompression"] + OPERATIONS_BUT_URGENT
AROUND_OPERATION = ["preoperative_embolization", "aortic_balloon_occlusion",
                    "plastic_surgery_closure", "intrawound_vancomycin",
                    "minimally_invasive_screws"]

INTERVENTIONS = [
    "urgent_decompression", "urgent_surgical_evaluation", "surgical_consultation",
    "metastasis_pathway", "mri_with_and_without_contrast", "ct", "ct_guided_biopsy",
    "open_biopsy", "intraoperative_biopsy", "biopsy_cultures", "conventional_radiotherapy",
    "stereotactic_radiosurgery", "laminectomy", "laminectomy_with_lumbopelvic_fixation",
    "unilateral_lumbopelvic_fixation", "lumbopelvic_stabilization_evaluation",
    "palliative_surgery", "en_bloc_resection", "nonoperative_care", "supportive_care",
    "sacroplasty", "radiofrequency_ablation", "ablation_with_cement",
    "palliative_embolization", "preoperative_embolization", "aortic_balloon_occlusion",
    "plastic_surgery_closure", "intrawound_vancomycin", "minimally_invasive_screws",
    "thromboembolism_assessment", "multidisciplinary_review", "measure_sosgoq",
    "measure_promis_physical_function", "measure_promis_pain_intensity",
    "measure_seven_domains",
]

# pathway: verdicts, strongest first; no_rule is the weakest disposition
VERDICTS = ["emergency", "out_of_scope", "contraindicated", "not_recommended", "recommended",
            "option", "no_rule"]
STRENGTH = {verdict: -place for place, verdict in enumerate(VERDICTS)}
OFFERED = {"emergency", "recommended", "option"}


# ---------------------------------------------------------------------------
# pathway: rules
# ---------------------------------------------------------------------------

def rules_of(f):
    """(rule, interventions, verdict, condition), in the order of the tables."""
    emergency, out_of_scope, contraindicated, not_recommended, recommended, option = VERDICTS[:6]
    caution = "caution"
    proven_otherwise = f.field("tissue_diagnosis", "infection", "primary_sarcoma")
    no_tissue = f.field("tissue_diagnosis", "none", "insufficient")
    poor_prognosis = any_of(f.band("tokuhashi_revised", "under_6_months"),
                            f.band("tomita", "terminal_care"))
    excision = all_of(f.isolated_metastasis, f.field("long_term_survival_expected", "yes"))
    bony_deficit = all_of(f.neurological_deficit, f.field("osseous_compression", "yes"))
    ablation = all_of(f.pain_present, f.failed_radiotherapy, no(f.neurological_deficit),
                      no(f.nerve_root_compression), no(f.epidural_disease))
    early_or_acute = any_of(f.early_cauda_equina_signs, f.alarm("acute_deterioration", "yes"))
    not_sacral_scope = (["metastasis_pathway"] + LOCAL + OPERATIONS_BUT_URGENT
                        + AROUND_OPERATION + ["lumbopelvic_stabilization_evaluation"])
    decompressions = ["laminectomy", "laminectomy_with_lumbopelvic_fixation",
                      "palliative_surgery"]
    cement = ["sacroplasty", "ablation_with_cement"]
    ablations = ["radiofrequency_ablation", "ablation_with_cement"]

    return [
        # Emergency and scope
        ("emergency.cauda_equina", ["urgent_decompression"], emergency, f.cauda_equina),
        ("emergency.sphincter_loss", ["urgent_decompression"], emergency, f.sphincter_loss),
        ("emergency.early_signs", ["urgent_surgical_evaluation"], emergency, early_or_acute),
        ("evaluation.constipation", ["urgent_surgical_evaluation"], recommended,
         all_of(f.field("bowel", "constipation"), f.field("radiculopathy", "yes"))),
        ("emergency.first",
         LOCAL_BUT_RADIOTHERAPIES + ["ct_guided_biopsy", "open_biopsy", "en_bloc_resection"],
         not_recommended, f.neurological_emergency),
        ("emergency.before_radiation", RADIOTHERAPIES, not_recommended,
         any_of(f.cauda_equina, f.sphincter_loss)),
        ("emergency.evaluate_first", RADIOTHERAPIES, caution, early_or_acute),
        ("radiation.none_in_cauda_equina", RADIOTHERAPIES, contraindicated, f.cauda_equina),
        ("scope.not_metastasis", not_sacral_scope + ["nonoperative_care", "supportive_care"],
         out_of_scope, proven_otherwise),
        ("scope.not_sacral", not_sacral_scope, out_of_scope, no(f.sacral_lesion)),
        ("scope.local_extension", ["en_bloc_resection"], out_of_scope,
         f.field("local_extension", "yes")),

        # Work-up
        ("imaging.mri", ["mri_with_and_without_contrast"], recommended,
         f.field("mri", "not_done", "without_contrast")),
        ("imaging.ct", ["ct"], recommended, f.field("ct_done", "no")),
        ("imaging.radiograph_insufficient", ["mri_with_and_without_contrast"], caution,
         all_of(f.not_field("radiograph", "not_done"), f.field("mri", "not_done"),
                f.field("ct_done", "no"))),
        ("biopsy.ct_guided", ["ct_guided_biopsy"], recommended,
         all_of(f.field("tissue_diagnosis", "none"), no(f.field("local_extension", "yes")))),
        ("biopsy.local_extension", ["ct_guided_biopsy"], option,
         all_of(f.field("tissue_diagnosis", "none"), f.field("local_extension", "yes"))),
        ("biopsy.open", ["open_biopsy"], recommended,
         f.field("tissue_diagnosis", "insufficient")),
        ("biopsy.intraoperative", ["intraoperative_biopsy"], recommended,
         all_of(no_tissue, f.neurological_emergency)),
        ("biopsy.cultures", ["biopsy_cultures"], recommended,
         all_of(no_tissue, f.field("cultures_sent", "no"))),
        ("diagnosis.before_treatment", LOCAL + OPERATIONS_BUT_URGENT, caution, no_tissue),

        # Radiation
        ("radiation.first_line", ["conventional_radiotherapy"], recommended,
         all_of(no(f.irradiated), no(f.cauda_equina))),
        ("radiosurgery.recurrence", ["stereotactic_radiosurgery"], option,
         all_of(f.field("prior_radiotherapy", "conventional"),
                f.field("radiotherapy_outcome", "progression"), no(f.cauda_equina))),
        ("radiosurgery.option", ["stereotactic_radiosurgery"], option,
         all_of(no(f.cauda_equina), f.field("prior_radiotherapy", "none", "conventional"))),
        ("radiosurgery.osseous", ["stereotactic_radiosurgery"], contraindicated, bony_deficit),
        ("radiosurgery.instability", ["stereotactic_radiosurgery"], caution, f.instability),
        ("radiosurgery.large", ["stereotactic_radiosurgery"], caution,
         f.field("lesion_large", "yes")),
        ("radiation.instability", ["conventional_radiotherapy"], caution, f.instability),
        ("radiation.osseous", ["conventional_radiotherapy"], caution, bony_deficit),
        ("radiation.mechanical_pain", RADIOTHERAPIES, caution,
         all_of(f.field("pain", "mechanical"), f.field("sacral_fracture", "yes"))),
        ("radiation.reirradiation", RADIOTHERAPIES, caution, f.irradiated),

        # Surgery
        ("surgery.deficit", ["surgical_consultation"], recommended, f.neurological_deficit),
        ("surgery.instability", ["surgical_consultation"], recommended,
         any_of(f.instability, f.total_at_least("sins", 7))),
        ("surgery.failed_radiotherapy", ["surgical_consultation"], option,
         f.failed_radiotherapy),
        ("surgery.laminectomy", ["laminectomy"], recommended,
         all_of(f.decompression_indicated, f.stability("stable"))),
        ("surgery.laminectomy_radicular", ["laminectomy"], option,
         all_of(f.root_compression_symptomatic, f.stability("stable"))),
        ("surgery.laminectomy_fixation", ["laminectomy_with_lumbopelvic_fixation"], recommended,
         all_of(any_of(f.root_compression_symptomatic, f.cauda_equina), f.instability,
                f.field("ilium_involvement", "none"))),
        ("surgery.unilateral_fixation", ["unilateral_lumbopelvic_fixation"], recommended,
         all_of(f.fixation_indicated, f.field("ilium_involvement", "left", "right"))),
        ("surgery.stabilization", ["lumbopelvic_stabilization_evaluation"], recommended,
         any_of(all_of(f.stability("unstable"), no(f.root_compression_symptomatic),
                       no(f.cauda_equina), f.field("ilium_involvement", "none")),
                all_of(f.fixation_indicated, f.field("ilium_involvement", "bilateral")))),
        ("surgery.laminectomy_bilateral", ["laminectomy"], option,
         all_of(f.decompression_indicated, f.instability,
                f.field("ilium_involvement", "bilateral"))),
        ("surgery.sins_blind_spot", ["laminectomy", "sacroplasty"], caution,
         all_of(known(not f.linked.is_entered("stability")),
                f.field("ilium_involvement", "left", "right", "bilateral"))),
        ("surgery.reserved", decompressions, not_recommended, no(f.surgery_indicated)),
        ("surgery.no_epidural", decompressions, not_recommended,
         all_of(f.upper_sacral,
                no(any_of(f.epidural_disease, f.instability, f.root_compression_symptomatic,
                          f.neurological_emergency)))),
        ("surgery.palliative", ["palliative_surgery"], option, f.surgery_indicated),
        ("surgery.nonoperative_low_tokuhashi", ["nonoperative_care"], option,
         f.band("tokuhashi_revised", "under_6_months")),
        ("surgery.supportive_tomita", ["supportive_care"], option,
         f.band("tomita", "terminal_care")),
        ("surgery.excision_minimal_role", ["en_bloc_resection"], not_recommended, no(excision)),
        ("surgery.excision_isolated", ["en_bloc_resection"], option, excision),
        ("surgery.excision_complications", ["en_bloc_resection"], caution, ALWAYS),
        ("surgery.prognosis", OPERATIONS, caution,
         all_of(poor_prognosis, no(proven_otherwise))),
        ("surgery.palliative_intent", [o for o in OPERATIONS if o != "en_bloc_resection"],
         caution, ALWAYS),
        ("surgery.complications", OPERATIONS, caution, ALWAYS),

        # Interventional
        ("sacroplasty.refractory", ["sacroplasty"], recommended,
         all_of(f.irradiated, f.field("pain_unrelenting", "yes"), no(f.epidural_disease),
                no(f.instability))),
        ("sacroplasty.option", ["sacroplasty"], option,
         all_of(f.pain_present, no(f.epidural_disease), no(f.instability))),
        ("sacroplasty.epidural", cement, contraindicated, f.epidural_disease),
        ("sacroplasty.instability", ["sacroplasty"], caution, f.instability),
        ("sacroplasty.neural", cement, caution,
         any_of(f.nerve_root_compression, f.neurological_deficit)),
        ("sacroplasty.planning", cement, caution, ALWAYS),
        ("ablation.refractory", ["radiofrequency_ablation"], option, ablation),
        ("ablation.epidural", ablations, contraindicated,
         any_of(f.epidural_disease, f.nerve_root_compression)),
        ("ablation.instability", ablations, caution, f.instability),
        ("ablation.with_cement", ["ablation_with_cement"], option,
         all_of(ablation, no(f.instability))),
        ("ablation.incontinence", ablations, caution, ALWAYS),
        ("embolization.pain", ["palliative_embolization"], option, f.pain_present),
        ("embolization.sacral_nonresponse", ["palliative_embolization"], caution, ALWAYS),
        ("embolization.preoperative", ["preoperative_embolization"], recommended,
         all_of(f.vascular_tumor, f.operation_indicated)),
        ("embolization.no_delay", ["preoperative_embolization"], caution,
         f.neurological_emergency),
        ("balloon.blood_loss", ["aortic_balloon_occlusion"], option, f.operation_indicated),
        ("balloon.complications", ["aortic_balloon_occlusion"], caution, ALWAYS),

        # Perioperative, supportive, outcomes
        ("perioperative.prior_radiation", OPERATIONS, caution, f.irradiated),
        ("perioperative.sequence", RADIOTHERAPIES, caution,
         all_of(no(f.irradiated), f.operation_indicated)),
        ("perioperative.plastic_closure", ["plastic_surgery_closure"], recommended,
         all_of(f.irradiated, f.operation_indicated)),
        ("perioperative.plastic_closure_option", ["plastic_surgery_closure"], option,
         f.operation_indicated),
        ("perioperative.vancomycin", ["intrawound_vancomycin"], option, f.operation_indicated),
        ("perioperative.mis_screws", ["minimally_invasive_screws"], option,
         all_of(f.fixation_indicated, no(f.field("ilium_involvement", "bilateral")))),
        ("supportive.thromboembolism", ["thromboembolism_assessment"], option,
         f.field("ambulation", "aided", "none")),
        ("care.multidisciplinary", ["multidisciplinary_review"], recommended, ALWAYS),
        ("outcomes.quality_of_life", ["measure_sosgoq"], recommended, ALWAYS),
        ("outcomes.function", ["measure_promis_physical_function"], recommended, ALWAYS),
        ("outcomes.pain", ["measure_promis_pain_intensity"], recommended, ALWAYS),
        ("outcomes.domains", ["measure_seven_domains"], option, ALWAYS),
    ]


def side_to_instrument(intervention, rules, linked):
    """The side opposite to the one involved, where surgery.unilateral_fixation fires."""
    if intervention != "unilateral_lumbopelvic_fixation":
        return None
    if not any(rule == "surgery.unilateral_fixation" and condition.fires
               for rule, _, _, condition in rules):
        return None
    return {frozenset({"left"}): "right",
            frozenset({"right"}): "left"}.get(linked.possible["ilium_involvement"])


def answer_for(intervention, rules, linked):
    mine = [(rule, verdict, condition) for rule, interventions, verdict, condition in rules
            if intervention in interventions and (condition.fires or condition.may_fire)]
    ranked = [entry for entry in mine if entry[1] != "caution"]

    disposition = max([verdict for _, verdict, condition in ranked if condition.fires],
                      key=STRENGTH.__getitem__, default="no_rule")
    stronger = [(verdict, condition) for _, verdict, condition in ranked
                if condition.may_fire and STRENGTH[verdict] > STRENGTH[disposition]]
    possible = sorted({disposition} | {verdict for verdict, _ in stronger},
                      key=VERDICTS.index)
    deciding = in_record_order(frozenset().union(*(c.open_fields for _, c in stronger)))

    answer = {
        "intervention": intervention,
        "disposition": disposition,
        "settled": not stronger,
        "possible": possible,
        "deciding": deciding,
        "rules": [{"rule": rule, "verdict": verdict,
                   "state": "fires" if condition.fires else "may_fire",
                   "overruled": (condition.fires and verdict != "caution"
                                 and STRENGTH[verdict] < STRENGTH[disposition])}
                  for rule, verdict, condition in mine],
        "cautions": [rule for rule, verdict, condition in mine
                     if verdict == "caution" and condition.fires]
                    if OFFERED & set(possible) else [],
    }
    side = side_to_instrument(intervention, rules, linked)
    if side:
        answer["side"] = side
    return answer


# ---------------------------------------------------------------------------
# pathway: conflicts that the answer names
# ---------------------------------------------------------------------------

def declared_unlike_sins(f):
    """stability entered and disjoint from the SINS bands still possible."""
    return known(f.linked.is_entered("stability")
                 and not f.linked.entered["stability"] & set(f.scores["sins"]["bands"]))


def conflicts_of(f, rules):
    rule = {key: condition for key, _, _, condition in rules}
    tokuhashi = lambda *bands: f.band("tokuhashi_revised", *bands)
    tomita = lambda *bands: f.band("tomita", *bands)
    table = [
        ("indication_and_prognosis",
         all_of(any_of(f.neurological_emergency, f.operation_indicated),
                any_of(tokuhashi("under_6_months"), tomita("terminal_care")),
                f.not_field("tissue_diagnosis", "infection", "primary_sarcoma"))),
        ("excision_and_sacral_rule",
         all_of(any_of(tomita("long_term_control", "middle_term_control"),
                       tokuhashi("at_least_12_months")),
                rule["surgery.excision_minimal_role"])),
        ("excision_and_no_epidural",
         all_of(rule["surgery.excision_isolated"], f.upper_sacral, no(f.epidural_disease),
                no(f.instability))),
        ("tokuhashi_and_tomita",
         any_of(all_of(tokuhashi("at_least_12_months"),
                       tomita("short_term_palliation", "terminal_care")),
                all_of(tokuhashi("under_6_months"),
                       tomita("long_term_control", "middle_term_control")))),
        ("sins_and_declared_stability",
         all_of(declared_unlike_sins(f), f.upper_sacral)),
        ("failed_radiotherapy_and_no_epidural",
         all_of(f.failed_radiotherapy, rule["surgery.no_epidural"])),
        ("failed_radiotherapy_and_its_risk",
         all_of(f.failed_radiotherapy, f.surgery_indicated)),
    ]
    return [key for key, condition in table if condition.fires]


# ---------------------------------------------------------------------------
# record: inconsistencies
# ---------------------------------------------------------------------------

def inconsistencies_of(f):
    """Those of relations, then those of the table; each only where it is certain."""
    linked = f.linked
    no_compression = [f.field("nerve_root_compression", "no"), f.field("epidural_disease", "no")]
    both_normal = [f.field("bladder", "normal"), f.field("bowel", "normal")]

    classes = [GROWTH_OF_PRIMARY.get(primary) for primary in linked.possible["primary_tumor"]]
    growth_differs = (linked.is_entered("tumor_growth") and None not in classes
                      and not linked.entered["tumor_growth"] & set(classes))

    table = [
        (["stability"], all_of(declared_unlike_sins(f), f.upper_sacral)),
        (["tumor_growth", "primary_tumor"], known(growth_differs)),
        (["hypervascular", "primary_tumor"],
         all_of(f.field("hypervascular", "no"),
                f.field("primary_tumor", "kidney", "liver", "thyroid"))),
        (["reported_sins"], known(f.scores["sins"]["reported_differs"])),
        (["reported_tokuhashi_revised"],
         known(f.scores["tokuhashi_revised"]["reported_differs"])),
        (["reported_tomita"], known(f.scores["tomita"]["reported_differs"])),
        (["cauda_equina_syndrome", "nerve_root_compression", "epidural_disease"],
         all_of(f.field("cauda_equina_syndrome", "yes"), *no_compression)),
        (["bladder", "bowel", "nerve_root_compression", "epidural_disease"],
         all_of(f.sphincter_loss, *no_compression)),
        (["nerve_root_compression", "osseous_compression"],
         all_of(f.field("nerve_root_compression", "no"), f.field("osseous_compression", "yes"))),
        (["cauda_equina_syndrome", "frankel", "bladder", "bowel"],
         all_of(f.field("cauda_equina_syndrome", "yes"), f.field("frankel", "E"), *both_normal)),
        (["frankel", "motor_deficit", "sensory_deficit", "bladder", "bowel"],
         all_of(f.field("frankel", "A", "B", "C", "D"), f.field("motor_deficit", "no"),
                f.field("sensory_deficit", "no"), *both_normal,
                f.not_field("cauda_equina_syndrome", "yes"))),
    ]
    return linked.groups + [fields for fields, condition in table if condition.fires]


# ---------------------------------------------------------------------------
# contract: assessment JSON, its semantic parts
# ---------------------------------------------------------------------------

def assess(record):
    linked = Linked(read_record(record))
    scores = {instrument: score(instrument, linked) for instrument in INSTRUMENTS}
    findings = Findings(linked, scores)
    rules = rules_of(findings)
    return {
        "scores": [{key: value for key, value in answer.items() if key != "reported_differs"}
                   for answer in scores.values()],
        "interventions": [answer_for(intervention, rules, linked)
                          for intervention in INTERVENTIONS],
        "conflicts": conflicts_of(findings, rules),
        "inconsistencies": inconsistencies_of(findings),
    }


def assess_text(text):
    return assess(parse_record(text))


# ---------------------------------------------------------------------------
# Self-check: the specification's own cases
# ---------------------------------------------------------------------------

CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "cases.csv")


def read_cases(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def failures_of_case(text, expect):
    """What the answer to one case lacks, one sentence each."""
    try:
        answer = assess_text(text)
    except BadInput as refused:
        wanted = expect.get("error")
        if wanted is None:
            return [f"refused: {refused}"]
        return [] if str(refused).startswith(wanted) else [f"error: {wanted}, got {refused}"]

    unknown = set(expect) - {"scores", "items", "dispositions", "not_dispositions", "settled",
                             "side", "inconsistencies"}
    failures = [f"not as expected, or not understood: {key}" for key in sorted(unknown)]

    def check(what, wanted, got):
        if wanted != got:
            failures.append(f"{what}: expected {wanted}, got {got}")

    scores = {entry["instrument"]: entry for entry in answer["scores"]}
    interventions = {entry["intervention"]: entry for entry in answer["interventions"]}
    for instrument, parts in expect.get("scores", {}).items():
        for part, wanted in parts.items():
            check(f"{instrument} {part}", wanted, scores[instrument][part])
    for instrument, parts in expect.get("items", {}).items():
        points = {item["item"]: item["points"] for item in scores[instrument]["items"]}
        for item, wanted in parts.items():
            check(f"{instrument} {item}", wanted if isinstance(wanted, list) else [wanted],
                  points[item])
    for part, key in (("dispositions", "disposition"), ("settled", "settled"), ("side", "side")):
        for intervention, wanted in expect.get(part, {}).items():
            check(f"{intervention} {key}", wanted, interventions[intervention].get(key))
    for intervention, unwanted in expect.get("not_dispositions", {}).items():
        if interventions[intervention]["disposition"] == unwanted:
            failures.append(f"{intervention} must not be {unwanted}")
    for field in expect.get("inconsistencies", []):
        if not any(field in group for group in answer["inconsistencies"]):
            failures.append(f"no inconsistency names {field}")
    return failures


def self_check(path):
    passed = failed = 0
    for case in read_cases(path):
        failures = failures_of_case(case["record"], json.loads(case["expect"]))
        passed, failed = passed + (not failures), failed + bool(failures)
        for failure in failures:
            print(f"{case['id']}: {failure}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def main(arguments):
    if arguments[:1] == ["--self-check"] and len(arguments) <= 2:
        return self_check(arguments[1] if len(arguments) == 2 else CASES)
    if len(arguments) == 1 and not arguments[0].startswith("--"):
        if arguments[0] == "-":
            text = sys.stdin.read()
        else:
            with open(arguments[0], encoding="utf-8") as file:
                text = file.read()
        try:
            print(json.dumps(assess_text(text), indent=1))
        except BadInput as refused:
            print(refused, file=sys.stderr)
            return 1
        return 0
    print("usage: oracle.py --self-check [CASES.csv] | FILE | -", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
