"""Seeded random records for differential tests, as JSON text.

    records(seed, count)   yields (name, text)
    random_records.py [--count N] [--seed S]    one record a line

Texts and not dicts, so that a record may also hold what a dict cannot
(a key twice, 80.0 for 80).  Every text is one line.
"""

import argparse
import json
import random

from oracle import EXAMINATION_NORMAL, FIELDS, OUTCOME, RELATIONS, is_integer

# Values drawn more often than evenly, so that the regions where verdicts change
# are hit: the upper sacrum, proven metastases, small counts, the edges of bands.
WEIGHTS = {
    "lesion_level": {"S1": 60, "S2": 60, "S3": 25, "S4": 10, "S5": 10, "L5": 8},
    "tissue_diagnosis": {"metastasis": 12, "none": 3, "insufficient": 2},
    "extraspinal_bone_metastases": {0: 150, 1: 40, 2: 40, 3: 40, 4: 20},
    "vertebral_metastases": {1: 60, 2: 30, 3: 20, 4: 10},
    "pain_score": {0: 8},
    "frankel": {"E": 5, "D": 2},
    "cauda_equina_syndrome": {"no": 3},
    "acute_deterioration": {"no": 3},
    "bladder": {"normal": 4, "retention": 2},
    "bowel": {"normal": 4, "constipation": 3},
    "primary_tumor": {"lung": 3, "breast": 3, "kidney": 4, "thyroid": 3, "liver": 3,
                      "colon": 2, "unknown_primary": 2},
    "prior_radiotherapy": {"none": 3, "conventional": 3},
    "ilium_involvement": {"none": 3},
    "neurological_examination": {"normal": 3},
    "major_organ_metastases": {"none": 2},
    "visceral_metastases": {"none": 2},
    "solitary_lesion": {"yes": 2},
    "local_extension": {"no": 3},
}
OVERRIDES = ["stability", "tumor_growth", "hypervascular"]
REPORTED = ["reported_sins", "reported_tokuhashi_revised", "reported_tomita"]
JUDGEMENTS = OVERRIDES + REPORTED
FACTS = [field for field in FIELDS if field not in JUDGEMENTS]

SINS = ["lesion_level", "pain", "bone_lesion", "alignment", "vertebral_collapse",
        "posterolateral_involvement"]
TOKUHASHI = ["karnofsky", "ecog", "extraspinal_bone_metastases", "vertebral_metastases",
             "solitary_lesion", "major_organ_metastases", "visceral_metastases",
             "primary_tumor", "frankel"]
TOMITA = ["primary_tumor", "visceral_metastases", "major_organ_metastases", "solitary_lesion",
          "extraspinal_bone_metastases", "vertebral_metastases"]
NEUROLOGY = list(EXAMINATION_NORMAL) + ["neurological_examination", "nerve_root_compression",
                                        "osseous_compression", "epidural_disease", "escc"]
LOCAL = ["pain", "pain_score", "pain_unrelenting", "epidural_disease", "escc",
         "nerve_root_compression", "prior_radiotherapy", "radiotherapy_outcome",
         "ilium_involvement", "sacral_fracture", "tissue_diagnosis"]
REGIONS = [SINS, TOKUHASHI, TOMITA, NEUROLOGY, LOCAL]


class Maker:
    def __init__(self, rng):
        self.rng = rng

    def chance(self, probability):
        return self.rng.random() < probability

    def value(self, field):
        weights = WEIGHTS.get(field, {})
        domain = FIELDS[field]
        return self.rng.choices(domain, [weights.get(value, 1) for value in domain])[0]

    def some(self, fields, probability):
        return [field for field in fields if self.chance(probability)]

    # How one field is written.

    def narrowed(self, field, keep=None):
        """A list, or of an integer field often a range; `keep` stays possible."""
        domain = FIELDS[field]
        if is_integer(domain[0]) and self.chance(0.7):
            ends = sorted((self.value(field), self.value(field)))
            if keep is not None:
                ends = [min(ends[0], keep), max(ends[1], keep)]
            shape = self.rng.randrange(6)
            if shape == 0:
                return {"min": ends[0]}
            if shape == 1:
                return {"max": ends[1]}
            return {"min": ends[0], "max": ends[1]}
        size = self.rng.choice((1, 2, 2, 2, 3, 3, 4, len(domain)))
        values = [self.value(field) for _ in range(size)]
        if keep is not None:
            values.append(keep)
        self.rng.shuffle(values)
        if self.chance(0.03):
            values = list(domain)           # all of them: not entered
        return values

    def cell(self, field, narrow, keep=None):
        if self.chance(0.01):
            return None
        if self.chance(narrow):
            return self.narrowed(field, keep)
        return self.value(field) if keep is None else keep

    # Whole records.

    def blank(self):
        return {}

    def sparse(self):
        fields = self.rng.sample(list(FIELDS), self.rng.randint(1, 6))
        return {field: self.cell(field, 0.2) for field in fields}

    def scattered(self):
        """Any fields at all, often contradictory."""
        share, narrow = self.rng.random(), self.rng.choice((0, 0.2, 0.8))
        return {field: self.cell(field, narrow) for field in self.some(FIELDS, share)}

    def patient(self):
        """One complete patient whom the linked fields allow."""
        patient = {field: self.value(field) for field in FACTS}
        if self.chance(0.5):                # no deficit at all
            for field, good in EXAMINATION_NORMAL.items():
                patient[field] = self.rng.choice(good)
        if self.chance(0.4):                # nothing compressed
            patient.update(epidural_disease="no", escc="0", nerve_root_compression="no",
                           osseous_compression="no")
        if self.chance(0.4):                # a lesion that SINS calls stable
            patient.update(bone_lesion="blastic", alignment="normal", vertebral_collapse="none",
                           posterolateral_involvement="none")
        for _ in range(200):
            broken = [fields for fields, holds in RELATIONS if fields != OUTCOME[0]
                      and not holds(*(patient[field] for field in fields))]
            if not broken:
                break
            field = self.rng.choice(self.rng.choice(broken))
            patient[field] = self.value(field)
        if any(patient[field] not in good for field, good in EXAMINATION_NORMAL.items()):
            patient["neurological_examination"] = "abnormal"
        return patient

    def charted(self, share, narrow):
        """What a chart holds of one such patient."""
        patient = self.patient()
        record = {field: self.cell(field, narrow, patient[field])
                  for field in self.some(FACTS, share)}
        if patient["prior_radiotherapy"] == "none":
            record.pop("radiotherapy_outcome", None)
        return self.judged(record)

    def judged(self, record):
        for field in JUDGEMENTS:
            if self.chance(0.12):
                record[field] = self.cell(field, 0.4)
        return record

    def dense(self):
        return self.charted(self.rng.choice((0.8, 0.95, 1)), 0.05)

    def half(self):
        return self.charted(self.rng.uniform(0.2, 0.7), 0.15)

    def vague(self):
        return self.charted(self.rng.uniform(0.3, 1), 0.7)

    def sacral(self):
        """An upper sacral lesion with stability read from SINS or declared."""
        record = self.charted(self.rng.choice((0.3, 0.6, 0.9)), 0.15)
        record["lesion_level"] = self.rng.choice(
            ("S1", "S2", "S2", ["S1", "S2"], ["S2", "S3"], ["S1", "S5"], ["L5", "S1"]))
        for field in SINS[1:]:
            if self.chance(0.8):
                record[field] = self.cell(field, 0.25)
        if self.chance(0.35):
            record["reported_sins"] = self.cell("reported_sins", 0.5)
        if self.chance(0.25):
            record["stability"] = self.cell("stability", 0.4)
        return record

    def regional(self):
        """One region of the record nearly full, the rest nearly empty."""
        region = self.rng.choice(REGIONS)
        narrow = self.rng.choice((0.05, 0.4))
        patient = self.patient()
        free = self.chance(0.3)
        record = {field: self.cell(field, narrow, None if free else patient[field])
                  for field in self.some(region, 0.8)}
        for field in self.some(FACTS, 0.1):
            record.setdefault(field, self.cell(field, narrow, patient[field]))
        if not free and patient["prior_radiotherapy"] == "none":
            record.pop("radiotherapy_outcome", None)
        return self.judged(record)

    def reported(self):
        """Reported totals beside items that may or may not allow them."""
        record = self.charted(self.rng.uniform(0.1, 0.9), 0.3)
        for field in self.some(REPORTED, 0.7):
            record[field] = self.cell(field, 0.6)
        return record

    def linked(self):
        """The fields of some relations alone, narrowed so that they act on each other."""
        record = {}
        for fields, _ in self.rng.sample(RELATIONS, self.rng.randint(1, 3)):
            for field in fields:
                if self.chance(0.85):
                    record[field] = self.cell(field, 0.5)
        return self.judged(record) if self.chance(0.3) else record

    def contradictory(self):
        """A plausible chart with one or more contradictions put into it."""
        record = self.charted(self.rng.uniform(0.2, 0.9), 0.15)
        for name in self.rng.sample(sorted(CONTRADICTIONS), self.rng.choice((1, 1, 1, 2, 3))):
            for field, choices in CONTRADICTIONS[name].items():
                choice = self.rng.choice(choices)
                if choice == "":
                    record.pop(field, None)
                else:
                    record[field] = choice
        return record

    def examined(self):
        """The examination beside the fields that it answers."""
        record = self.charted(self.rng.uniform(0.2, 0.6), 0.15)
        record["neurological_examination"] = self.rng.choice(("normal", "normal", "abnormal"))
        for field, good in EXAMINATION_NORMAL.items():
            how = self.rng.random()
            if how < 0.5:
                record.pop(field, None)
            elif how < 0.8:
                record[field] = self.rng.choice(good)
            else:
                record[field] = self.cell(field, 0.5)
        return record


# Field -> what to enter; "" takes the field out.
CONTRADICTIONS = {
    "organs": {"major_organ_metastases": ["none", "removable", ["none", "removable"]],
               "visceral_metastases": ["untreatable", "none", ["untreatable"]]},
    "escc and epidural disease": {"escc": ["0", "1a", "2", "3", ["1b", "3"], ["2", "3"]],
                                  "epidural_disease": ["yes", "no"],
                                  "nerve_root_compression": ["yes", "no", ""]},
    "escc and roots": {"escc": ["2", "3", ["2", "3"]], "nerve_root_compression": ["no"],
                       "epidural_disease": ["yes", "no", ""]},
    "escc jointly": {"escc": [["0", "2"], ["0", "3"], ["0", "2", "3"]],
                     "epidural_disease": ["yes"], "nerve_root_compression": ["no"]},
    "performance": {"ecog": ["0", "1", "3", ["0", "4"]], "karnofsky": [10, 40, 60, 80, 100]},
    "frankel and motor": {"frankel": ["E"], "motor_deficit": ["yes"],
                          "sensory_deficit": ["yes", "no", ""]},
    "frankel and sensory": {"frankel": ["E"], "sensory_deficit": ["yes"],
                            "motor_deficit": ["yes", "no", ""],
                            "bowel": ["constipation", "normal", ""]},
    "frankel and examination": {"neurological_examination": ["normal"],
                                "frankel": ["E", "D", ["C", "D"]],
                                "motor_deficit": ["yes", "no", ""]},
    "pain and score": {"pain": ["none"], "pain_score": [3, 7, {"min": 1}, 0, ""],
                       "pain_unrelenting": ["yes", "no", ""]},
    "counts": {"extraspinal_bone_metastases": [0, 1, 3, {"min": 1}, {"max": 2}, ""],
               "solitary_lesion": ["yes", "no"], "vertebral_metastases": [1, 2, [1, 3], ""]},
    "outcome": {"prior_radiotherapy": ["none"],
                "radiotherapy_outcome": ["controlled", "persistent_pain", "progression",
                                         ["controlled", "progression"]]},
    "examination": {"neurological_examination": ["normal"],
                    "bladder": ["incontinence", "retention", ["normal", "retention"], ""],
                    "acute_deterioration": ["yes", "no", ""],
                    "cauda_equina_syndrome": ["yes", "no", ""],
                    "radiculopathy": ["yes", ""]},
    "stability": {"lesion_level": ["S1", "S2", ["S1", "S2"], ["S2", "S3"]],
                  "stability": ["stable", "unstable", ["stable", "unstable"],
                                ["potentially_unstable", "unstable"]],
                  "reported_sins": [3, 6, 7, 9, 12, 13, 15, ""]},
    "growth": {"tumor_growth": ["slow", "rapid", ["slow", "moderate"]],
               "primary_tumor": ["lung", "breast", "liver", ["lung", "colon"],
                                 ["breast", "liver"], ["kidney", "uterus"]]},
    "hypervascular": {"hypervascular": ["no", "yes"],
                      "primary_tumor": ["kidney", "liver", ["kidney", "thyroid"],
                                        ["kidney", "lung"], ["lung", "breast"]]},
    "syndrome without compression": {"cauda_equina_syndrome": ["yes", ""],
                                     "nerve_root_compression": ["no"],
                                     "epidural_disease": ["no"], "escc": ["", "0"],
                                     "osseous_compression": ["yes", "no", ""]},
    "sphincters without compression": {"bladder": ["incontinence", "normal"],
                                       "bowel": ["incontinence", "normal"],
                                       "nerve_root_compression": ["no"],
                                       "epidural_disease": ["no"], "escc": ["", "0"]},
    "syndrome without signs": {"cauda_equina_syndrome": ["yes"], "frankel": ["E"],
                               "motor_deficit": ["no", ""], "sensory_deficit": ["no", ""],
                               "bladder": ["normal"], "bowel": ["normal", "other_cause"]},
    "frankel without signs": {"frankel": ["A", "D", ["B", "C"]], "motor_deficit": ["no"],
                              "sensory_deficit": ["no"], "bladder": ["normal"],
                              "bowel": ["normal"], "cauda_equina_syndrome": ["no", "yes", ""],
                              "neurological_examination": ["", "normal"]},
}

PROFILES = [            # name, weight
    ("blank", 1), ("sparse", 8), ("scattered", 14), ("dense", 14), ("half", 14), ("vague", 10),
    ("sacral", 14), ("regional", 14), ("reported", 6), ("linked", 8), ("contradictory", 20),
    ("examined", 6), ("refused", 2),
]


def refused(maker):
    """A record with one fault: (field, text)."""
    rng = maker.rng
    record = maker.half()
    fault = rng.randrange(14)
    integer_fields = [field for field in FIELDS if is_integer(FIELDS[field][0])]
    choice_fields = [field for field in FIELDS if not is_integer(FIELDS[field][0])]
    number, choice = rng.choice(integer_fields), rng.choice(choice_fields)
    least, greatest = FIELDS[number][0], FIELDS[number][-1]
    good = FIELDS[choice][0]
    key, raw = [
        (rng.choice(("karnofski", "Pain", "tumor", "kps")), '"yes"'),
        (choice, '"neither"'),
        (choice, "1"),
        (choice, rng.choice(("true", '{"min":"%s"}' % good, "[]", "[null]", '["%s",3]' % good))),
        (number, str(greatest + 1)),
        (number, str(least - 1)),
        (number, f'"{least}"'),
        (number, rng.choice((f"{least}.0", f"{greatest}e0", "true", "[]", "{}"))),
        (number, '{"min":%d,"max":%d}' % (greatest, least)),
        (number, '{"min":%d}' % (least - 1)),
        (number, '{"max":%d}' % (greatest + 1)),
        (number, '{"min":%d,"most":%d}' % (least, greatest)),
        ("karnofsky", rng.choice(("85", "[80,85]", '{"min":45,"max":60}', "0"))),
        (choice, None),                                 # twice
    ][fault]
    record.pop(key, None)
    cells = [f"{json.dumps(field)}:{json.dumps(value)}" for field, value in record.items()]
    faulty = [f'"{key}":{raw}'] if raw is not None else [f'"{key}":"{good}"'] * 2
    for cell in faulty:
        cells.insert(rng.randint(0, len(cells)), cell)
    return "{" + ",".join(cells) + "}"


def one_record(seed, number):
    """Record `number` of a seed, whatever the others are: (name, text)."""
    rng = random.Random(f"{seed}/{number}")
    maker = Maker(rng)
    profile = rng.choices([name for name, _ in PROFILES], [weight for _, weight in PROFILES])[0]
    name = f"random-{seed}-{number}-{profile}"
    if profile == "refused":
        return name, refused(maker)
    cells = list(getattr(maker, profile)().items())
    rng.shuffle(cells)
    if maker.chance(0.05):
        cells.insert(rng.randint(0, len(cells)), ("_note", {"any": ["thing", None]}))
    return name, json.dumps(dict(cells))


def records(seed, count):
    for number in range(count):
        yield one_record(seed, number)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for _, text in records(options.seed, options.count):
        print(text)


if __name__ == "__main__":
    main()
