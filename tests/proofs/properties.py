"""What must hold for every patient, in the words of the definitions.

Each property has a name, one sentence, and the patients that would refute it. Exceptions
are as few as the specification forces, each with its reason; one that is no longer
needed is an error too, so that the list cannot grow stale.
"""

OFFERED = ("option", "recommended")

# Rules whose condition includes another's with the same verdict on an intervention: they
# stay because each gives a reason of its own to the reader.
IMPLIED = {
    ("radiosurgery.recurrence", "radiosurgery.option"):
        "progression after conventional radiotherapy has a source of its own [21]",
    ("sacroplasty.epidural", "ablation.epidural"):
        "cement is excluded by a statement of its own, on leakage into the canal; ablation by "
        "another, on heat",
}

# Verdicts that the tables allow an intervention and that no patient gets, since a stronger
# one always fires too.
UNREACHABLE = {
}

# Rules without which a property of safety is false: taking one out must refute it.
RESTS_ON = {
    "emergency.cauda_equina": "emergency.raised",
    "emergency.first": "emergency.before_local_treatment",
    "scope.not_metastasis": "scope.not_metastasis",
    "scope.not_sacral": "scope.not_sacral",
    "radiosurgery.osseous": "radiosurgery.compression_by_bone",
}


def every(*formulas):
    return "(and true " + " ".join(formulas) + ")"


def some(*formulas):
    return "(or false " + " ".join(formulas) + ")"


def no(formula):
    return f"(not {formula})"


class Words:
    """The vocabulary of the properties, over what content-smt names."""

    def __init__(self, words):
        self.words = words

    def value(self, field, *keys):
        """The field is known to have one of these values."""
        numbers = [number for number, key in self.words["fields"][field]["values"].items()
                   if key in keys]
        if len(numbers) != len(keys):
            raise ValueError(f"{field} has no value among {keys}")
        return every(f"known.{field}",
                     some(*(f"(= value.{field} (_ bv{number} 7))" for number in numbers)))

    def finding(self, key):
        return f"finding.{key}.t"

    def disposition(self, intervention, *verdicts):
        return some(*(f"(= disposition.{intervention} {self.words['verdicts'][verdict]})"
                      for verdict in verdicts))

    def offered(self, *interventions):
        return some(*(self.disposition(key, *OFFERED) for key in interventions))

    def of_kind(self, kind, but=()):
        return [key for key, its in self.words["interventions"].items()
                if its == kind and key not in but]


def complete(words):
    """Every field is entered that means something for the patient."""
    say = Words(words)
    return every("consistent",
                 some(say.value("prior_radiotherapy", "none"), "entered.radiotherapy_outcome"))


def safety(words):
    """(name, sentence, a formula that no patient may fulfill). Facts may contradict each other."""
    say = Words(words)
    local = say.of_kind("local_treatment")
    operations = say.of_kind("operation", but=["urgent_decompression"])
    emergency = say.disposition("urgent_decompression", "emergency")
    loss = some(say.finding("cauda_equina"), say.finding("sphincter_loss"))
    fixations = ["laminectomy_with_lumbopelvic_fixation", "unilateral_lumbopelvic_fixation"]
    named = ["laminectomy", *fixations]
    return [
        ("emergency.raised",
         "Cauda equina syndrome or a loss of sphincter control always gives the emergency.",
         every(loss, no(emergency))),
        ("emergency.as_entered",
         "So does either of them as entered, whatever else it contradicts.",
         every(some(entered(words, "cauda_equina_syndrome", "yes"),
                    entered(words, "bladder", "incontinence"),
                    entered(words, "bowel", "incontinence")), no(emergency))),
        ("emergency.before_local_treatment",
         "Cauda equina syndrome or a loss of sphincter control leaves no local treatment offered.",
         every(loss, say.offered(*local))),
        ("epidural.no_cement_or_ablation",
         "Epidural disease leaves neither sacroplasty nor ablation offered.",
         every(say.finding("epidural_disease"),
               say.offered("sacroplasty", "radiofrequency_ablation", "ablation_with_cement"))),
        ("scope.not_metastasis",
         "An infection or a sarcoma leaves no local treatment and no elective operation offered.",
         every(say.value("tissue_diagnosis", "infection", "primary_sarcoma"),
               say.offered(*local, *operations))),
        ("scope.not_sacral",
         "A lesion outside the sacrum leaves none of them offered either.",
         every("finding.sacral_lesion.f", say.offered(*local, *operations))),
        ("radiosurgery.compression_by_bone",
         "A deficit by bone leaves radiosurgery not offered.",
         every(say.finding("neurological_deficit"), say.value("osseous_compression", "yes"),
               say.offered("stereotactic_radiosurgery"))),
        ("unstable.not_laminectomy_alone",
         "An unstable spine leaves laminectomy alone not offered, unless the disease of both ilia "
         "leaves no construct to name: there the source's rule offers the decompression.",
         every(say.finding("unstable"), say.offered("laminectomy"),
               no(say.value("ilium_involvement", "bilateral")))),
        ("unstable.not_laminectomy_recommended",
         "An unstable spine never has laminectomy alone recommended.",
         every(say.finding("unstable"), say.disposition("laminectomy", "recommended"))),
        *((f"operations.one_recommended.{first}.{second}",
           "No two of laminectomy, laminectomy with fixation and unilateral fixation are "
           "recommended together.",
           every(say.disposition(first, "recommended"), say.disposition(second, "recommended")))
          for at, first in enumerate(named) for second in named[at + 1:]),
        ("fixation.ilium_free",
         "Fixation to both ilia is offered only where neither is diseased.",
         every(say.offered(fixations[0]), no(say.value("ilium_involvement", "none")))),
        ("fixation.ilium_one_side",
         "Unilateral fixation is offered only where one ilium is diseased.",
         every(say.offered(fixations[1]), no(say.value("ilium_involvement", "left", "right")))),
    ]


# Where a property above has an exception, some patient must need it.
def exceptions(words):
    say = Words(words)
    return [
        ("unstable.not_laminectomy_alone",
         every(complete(words), say.finding("unstable"), say.offered("laminectomy"))),
    ]


def entered(words, field, key):
    numbers = [number for number, its in words["fields"][field]["values"].items() if its == key]
    return every(f"entered.{field}", f"(= value.{field} (_ bv{numbers[0]} 7))")


def something_to_say(words):
    """(those who are asked for, being offered something, those whom the review leaves without)"""
    say = Words(words)
    asked = every(complete(words), say.finding("sacral_lesion"),
                  say.value("tissue_diagnosis", "metastasis"))
    things = [*say.of_kind("local_treatment"), *say.of_kind("operation"),
              "urgent_surgical_evaluation", "surgical_consultation",
              "lumbopelvic_stabilization_evaluation", "nonoperative_care", "supportive_care"]
    offered = some(*(say.disposition(key, *OFFERED, "emergency") for key in things))
    # Radiosurgery was given, nothing hurts, nothing calls for surgery: the review's next step
    # would be to wait and see, of which it says nothing.
    without = every(say.value("prior_radiotherapy", "stereotactic", "both"),
                    "finding.pain_present.f", no(say.finding("surgery_indicated")),
                    no(say.finding("neurological_emergency")))
    return asked, offered, without
