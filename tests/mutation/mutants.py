"""What is changed: one place of the sources at a time, by what stands there.

AREAS says which files, by which changes, and which tests are asked, those that notice
soonest first. mutants(root, area) are all changed places of one area.
"""
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Mutant:
    place: str
    number: int
    line: str
    changed: str
    nth: int  # of those that read alike in this file, from 1 on

    def __str__(self):
        which = f" #{self.nth}" if self.nth > 1 else ""
        return f"{self.place}: {self.line.strip()} -> {self.changed.strip()}{which}"

    @property
    def where(self):
        return f"{self.place}:{self.number}"


# --- changes: a pattern, and what stands in its place ---------------------------------------

def plus(amount):
    return lambda match: str(int(match[1]) + amount)


def minus_one(match):
    return str(max(int(match[1]) - 1, 0))


def word(text):
    return rf"(?<!\w){re.escape(text)}(?=\()"


# Conditions, in the words of lib/content/condition.h.
CONDITIONS = [
    (word("ALL"), "ANY"), (word("ANY"), "ALL"), (word("YES"), "NO"), (word("NO"), "YES"),
    (word("IS"), "IS_NOT"), (word("IS_NOT"), "IS"), (word("NOT"), "ALL"),
    (word("NONE_OF"), "ANY"), (word("SIGN"), "IS"), (word("ALARM"), "IS"),
    (r"(?<!\w)FINDING\((\w+)\)", r"NOT(FINDING(\1))"),
    (r"(?<!\w)BAND\(([^()]*)\)", r"NOT(BAND(\1))"),
    (r"(?<!\w)JUDGED\(([^()]*)\)", r"NOT(JUDGED(\1))"),
    (r"(?<!\w)ENTERED\((\w+)\)", r"NOT(ENTERED(\1))"),
    (r"(?<!\w)FIRES\((\w+)\)", r"NOT(FIRES(\1))"),
    (r"(?<=AT_LEAST\()(\w+), (\d+)", lambda m: f"{m[1]}, {int(m[2]) + 1}"),
    # One of several values less.
    (r"(?<=[(,] )SMET_\w+, (?=SMET_)", ""), (r", SMET_\w+(?=\))", ""),
]

VERDICTS = [
    (r"SMET_VERDICT_OPTION", "SMET_VERDICT_RECOMMENDED"),
    (r"SMET_VERDICT_RECOMMENDED", "SMET_VERDICT_OPTION"),
    (r"SMET_VERDICT_NOT_RECOMMENDED", "SMET_VERDICT_RECOMMENDED"),
    (r"SMET_VERDICT_CONTRAINDICATED", "SMET_VERDICT_NOT_RECOMMENDED"),
    (r"SMET_VERDICT_OUT_OF_SCOPE", "SMET_VERDICT_CONTRAINDICATED"),
    (r"SMET_VERDICT_EMERGENCY", "SMET_VERDICT_RECOMMENDED"),
    (r"SMET_VERDICT_CAUTION", "SMET_VERDICT_OPTION"),
]

# What a verdict is given on, and how well it is founded.
GIVEN = [
    (r"TO\(\w+\) \| ", ""), (r" \| TO\(\w+\)", ""), (r" & ~\w+(\(\w+\))?", ""),
    (r"(?<![\w(])[A-Z_]{6,} \| ", ""), (r" \| [A-Z_]{6,}(?!\w|\()", ""),
    (r"SMET_GRADE_(?!REVIEW)\w+", "SMET_GRADE_REVIEW"),
    (r"SMET_GRADE_REVIEW", "SMET_GRADE_INTERPRETATION"),
]

# Each verdict in the place of the next stronger one.
PRECEDENCE = [(r"(SMET_VERDICT_(?!INVALID|EMERGENCY)\w+ = )(\d+)",
               lambda m: m[1] + str(int(m[2]) + 11))]

POINTS = [
    (r"(?<=^    \{)(\d+)(?=,$)", plus(1)), (r"(?<=^    \{)(\d+)(?=,\s)", plus(1)),
    (r"(?<=minimum = )(\d+)", plus(1)), (r"(?<=maximum = )(\d+)", minus_one),
    (r"(?<=SPAN\()(\d+)", plus(1)), (r"(?<=SPAN\()(\d+), (\d+)", lambda m: f"{m[1]}, "
     f"{int(m[2]) - 1}"),
    # The cut-points of a band.
    (r"(?<=AGREED, )(\d+)", plus(1)), (r"(?<=AGREED, )(\d+), (\d+)", lambda m: f"{m[1]}, "
     f"{int(m[2]) - 1}"), (r"(?<=^        )(\d+)(?=\})", minus_one),
    (r"(?<=[(,] )SMET_\w+, (?=SMET_)", ""), (r", SMET_\w+(?=\))", ""),
]

RANGES = [
    (r"(?<=INTEGER\()(\d+)", plus(1)),
    (r"(?<=INTEGER\()(\d+), (\d+)", lambda m: f"{m[1]}, {int(m[2]) - 1}"),
    (r"(?<=BITS_OF\()\d+, ", ""), (r"(?<=minimum = )(\d+)", plus(1)),
    (r"(?<=maximum = )(\d+)", minus_one), (r"(?<=step = )(\d+)", plus(1)),
]

SIDES = [(r"SMET_ILIUM_INVOLVEMENT_LEFT", "SMET_ILIUM_INVOLVEMENT_RIGHT"),
         (r"SMET_ILIUM_INVOLVEMENT_RIGHT", "SMET_ILIUM_INVOLVEMENT_LEFT"),
         (r"SMET__KIND_OPERATION", "SMET__KIND_OTHER"),
         (r"SMET__KIND_LOCAL_TREATMENT", "SMET__KIND_OTHER")]

FIGURES = [(r"(?<=\.n = )(\d+)", plus(1))]

# The lesser or greater of two numbers is the same where they are equal.
NO_CHOICE = r"(?! ([\w.>-]+) \? ([\w.>-]+) : \1(?![\w.>-]))"

CODE = [
    (r" == ", " != "), (r" != ", " == "), (rf" <(?= ){NO_CHOICE}", " <="), (r" <= ", " < "),
    (rf" >(?= ){NO_CHOICE}", " >="), (r" >= ", " > "), (r" && ", " || "), (r" \|\| ", " && "),
    (r" \|= ", " &= "), (r" &= ~", " |= "), (r" \+ 1\b", " + 2"), (r" - 1\b", " - 0"),
    (r"return true;", "return false;"), (r"return false;", "return true;"),
    (r"if \((?!!)(\w[^()]*)\)$", r"if (!(\1))"), (r"\+\+;", " += 0;"),
    (r" & (?=[\w~(])", " | "),
]


# --- where -----------------------------------------------------------------------------------

# Names of Meson's tests, in groups: first what notices most, and needs little built. What test
# vectors hold is not asked: the library wrote it.
ANSWERS = (("cases", "score", "pathway", "structs", "status", "catalogue", "record", "properties",
            "score_exhaustive", "narrowing", "arrow_refused", "coverage", "sets"),
           ("memory", "exchange"))
COLUMNS = (("arrow_refused", "coverage", "kernels", "arrow_memory", "columns", "arrow",
            "check_columns"),)
DOCUMENTS = (("parse", "chart", "chart_odd", "dates", "chart_answers", "chart_input",
              "scores-only", "cards", "fhir", "definitions", "exchange", "chart_memory",
              "allocation"),)

# Those with cases that a quick run leaves out.
LONG = ("score", "properties", "score_exhaustive", "narrowing", "check_columns", "chart_input",
        "fhir", "allocation")


@dataclass(frozen=True, eq=False)
class Area:
    """Some files, the changes made in them, and the tests that are asked."""
    name: str
    places: tuple  # of (a pattern of paths, changes)
    tests: tuple  # groups of names, the first to be asked first
    oracle: bool = False  # whether the second implementation is asked, too


AREAS = [
    Area("tables", (
        ("lib/content/rules.c", CONDITIONS + VERDICTS + GIVEN),
        ("lib/content/findings.c", CONDITIONS),
        ("lib/content/conflicts.c", CONDITIONS),
        ("lib/content/inconsistencies.c", CONDITIONS),
        ("lib/content/sins.c", POINTS),
        ("lib/content/tokuhashi_revised.c", POINTS),
        ("lib/content/tomita.c", POINTS),
        ("lib/content/links.c", POINTS),
        ("lib/content/mappings.c", POINTS),
        ("lib/content/fields.c", RANGES),
        ("lib/content/interventions.c", SIDES),
        ("lib/content/evidence.c", FIGURES),
        ("include/sacralmet/pathway.h", PRECEDENCE),
    ), ANSWERS, oracle=True),
    Area("engines", (
        ("lib/base/*.[ch]", CODE), ("lib/content/lists.h", CODE),
        ("lib/core/*.[ch]", CODE), ("lib/score/*.[ch]", CODE), ("lib/pathway/*.[ch]", CODE),
    ), ANSWERS + COLUMNS, oracle=True),
    Area("cohorts", (("lib/cohort/*.[ch]", CODE),), COLUMNS),
    Area("exchange", (("lib/exchange/*/*.[ch]", CODE),), DOCUMENTS),
]


def without_words(line):
    """The line with its comments and strings blanked, so that no word of prose is changed."""
    line = re.sub(r'"(?:[^"\\]|\\.)*"', lambda m: '"' + " " * (len(m[0]) - 2) + '"', line)
    return re.sub(r"/\*.*?(\*/|$)|^ \*.*", lambda m: " " * len(m[0]), line)


def changes_of(text, changes):
    """(the number of a line, the line, what becomes of it), each once."""
    found = {}
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(r"\s*#(?!define)", line):
            continue
        code = without_words(line)
        for pattern, replacement in changes:
            for match in re.finditer(pattern, code):
                new = match.expand(replacement) if isinstance(replacement, str) else \
                    replacement(match)
                changed = line[:match.start()] + new + line[match.end():]
                if changed != line:
                    found[number, line, changed] = None
    return found


def mutants(root, area):
    for pattern, changes in area.places:
        for path in sorted(Path(root).glob(pattern)):
            place, alike = path.relative_to(root).as_posix(), {}
            for number, line, changed in changes_of(path.read_text(encoding="utf-8"), changes):
                words = line.strip(), changed.strip()
                alike[words] = alike.get(words, 0) + 1
                yield Mutant(place, number, line, changed, alike[words])
