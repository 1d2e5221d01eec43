#!/usr/bin/env python3
"""Makes the page on testing of the figures that the scripts measured.

    page.py LINES [PAGE]
    page.py --add NEW LINES PAGE

LINES has one JSON object a line; the same lines give the same page, which goes to
standard output where PAGE is left out. --add puts the lines of the file NEW in the
place of those that measured the same before, and makes the page anew. What no line
speaks of is said to be not measured.
"""
import argparse
import json
import sys
import textwrap
from pathlib import Path

TEXT, NUMBER = (str,), (int, float)

# What a line must have; those after the bar tell it from others of its kind.
FORMS = {
    "proofs": ({"held": NUMBER, "failed": NUMBER, "questions": NUMBER, "seconds": NUMBER}, "part"),
    "compared": ({"cases": NUMBER, "differ": NUMBER}, "by", "what"),
    "fhir": ({"resources": NUMBER, "errors": NUMBER, "faults": NUMBER, "caught": NUMBER},),
    "coverage": ({"lines": NUMBER, "lines_taken": NUMBER, "branches": NUMBER,
                  "branches_taken": NUMBER, "defensive": NUMBER},),
    "mutation": ({"possible": NUMBER, "mutants": NUMBER, "killed": NUMBER, "survive": NUMBER,
                  "unexplained": NUMBER}, "area"),
    "allocation": ({"failed": NUMBER, "checks": NUMBER},),
    "fuzz": ({"executions": NUMBER, "seconds": NUMBER, "cpu_seconds": NUMBER,
              "findings": NUMBER}, "target"),
    "suite": ({"passed": NUMBER, "failed": NUMBER}, "stage"),
    "threads": ({"checks": NUMBER, "warnings": NUMBER},),
    "memory": ({"programs": NUMBER, "failed": NUMBER},),
    "static": ({"version": TEXT, "files": NUMBER, "findings": NUMBER}, "tool"),
    "locale": ({"programs": NUMBER, "failed": NUMBER},),
    "reproducible": ({"files": NUMBER, "different": NUMBER},),
    "hostile": ({"mebibytes": NUMBER}, "case"),
    "bug": ({"by": TEXT, "test": TEXT}, "what"),
}


class Wrong(Exception):
    """The lines cannot be made into a page; the text says where and why."""


# --- lines -----------------------------------------------------------------------------------

def check(line, where):
    if not isinstance(line, dict) or line.get("measured") not in FORMS:
        raise Wrong(f'{where}: "measured" must be one of {", ".join(FORMS)}')
    needed, *keys = FORMS[line["measured"]]
    wanted = {**dict.fromkeys(keys, TEXT), **needed}
    for key, types in wanted.items():
        if not isinstance(line.get(key), types) or isinstance(line[key], bool):
            raise Wrong(f'{where}: "{key}" must be a {"text" if types == TEXT else "number"}')
    for key in line.keys() - wanted.keys() - {"measured"}:
        raise Wrong(f'{where}: "{key}" is not known of "{line["measured"]}"')
    return line


def read(path):
    lines = []
    for number, text in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
        if text.strip():
            try:
                lines.append(check(json.loads(text), f"{path}:{number}"))
            except ValueError as reason:
                raise Wrong(f"{path}:{number}: not JSON: {reason}") from None
    keys = [key_of(line) for line in lines]
    for key in keys:
        if keys.count(key) > 1:
            raise Wrong(f"{path}: measured twice: {' '.join(key)}")
    return lines


def key_of(line):
    return (line["measured"], *(line[key] for key in FORMS[line["measured"]][1:]))


def add(lines, new):
    """New lines in the place of old ones, in the order of the forms."""
    merged = {key_of(line): line for line in [*lines, *new]}
    order = list(FORMS)
    return sorted(merged.values(), key=lambda line: order.index(line["measured"]))


# --- words -----------------------------------------------------------------------------------

def wrap(text):
    return textwrap.fill(" ".join(text.split()), 100, break_long_words=False,
                         break_on_hyphens=False)


def number(value):
    return f"{value:,.0f}".replace(",", " ") if value == int(value) or value >= 100 \
        else f"{value:.1f}"


def hours(seconds):
    return f"{seconds / 3600:.2f}"


def plain(text):
    return "".join("\\" + sign if sign in "\\*|<>#@[]" else sign for sign in str(text))


def code(text):
    return f"`{text}`"


def table(header, rows):
    if not rows:
        return ["Not measured.", ""]
    lines = [header, ["---"] + ["---:"] * (len(header) - 1), *rows]
    return ["| " + " | ".join(cells) + " |" for cells in lines] + [""]


def words(header, rows):
    """A table whose cells are all words."""
    return [line.replace("---:", "---") for line in table(header, rows)]


class Figures:
    """The lines of each kind, and sentences that need them."""

    def __init__(self, lines):
        self.lines = lines

    def of(self, measured, **wanted):
        return [line for line in self.lines if line["measured"] == measured and
                all(line[key] == value for key, value in wanted.items())]

    def say(self, measured, sentence):
        """A sentence with the figures of the only line of its kind."""
        found = self.of(measured)
        return sentence.format(**{key: number(value) if isinstance(value, (int, float)) else value
                                  for key, value in found[0].items()}) if found \
            else "Not measured."

    def total(self, measured, key, **wanted):
        return sum(line[key] for line in self.of(measured, **wanted))


# --- sections --------------------------------------------------------------------------------

def section(title, anchor, *parts):
    yield f"## {title} {{#testing_{anchor}}}"
    yield ""
    for part in parts:
        if isinstance(part, str):
            yield wrap(part)
            yield ""
        else:
            yield from part


def proofs(figures):
    lines = figures.of("proofs")
    held, failed = figures.total("proofs", "held"), figures.total("proofs", "failed")
    return section(
        "Proven for every patient", "proofs",
        "The clinical tables are written out as formulas (SMT-LIB) by a program that reads the "
        "library, and the solver Z3 decides about all patients at once, records with unknowns "
        "included: every rule can fire, every disposition is reached, none of the safety "
        "properties has a counterexample, and every patient with a sacral metastasis is offered "
        "something, with the exceptions that are listed. A property that fails prints the "
        "patient. First the formulas are compared with the library on random patients; last, "
        "rules are taken out, and the properties that rest on them must fail. "
        "`tests/proofs/properties.py` lists them all.",
        *([f"{number(held)} hold, {number(failed)} fail."] if lines else []),
        table(["what", "hold", "fail", "questions to the solver", "seconds"],
              [[plain(line["part"]), *(number(line[key]) for key in
                                       ("held", "failed", "questions", "seconds"))]
               for line in lines]))


COMPARED_BY = {
    "enumeration": "all values that are possible, one by one, against the set of totals",
    "narrowing": "a record against the same with fewer values possible",
    "oracle": "a second program, in Python, written from the clinical text alone",
    "cql": "the CQL of the scores, run by an engine of its own",
}


def answers(figures):
    return section(
        "Compared with something else", "compared",
        "Each score is compared with plain enumeration over every item's values, unknowns and "
        "pairs of values. What is settled must stay settled whatever is found out next: random "
        "records are narrowed step by step, and all pairs of fields that one rule reads are "
        "gone through. An oracle and the CQL are second implementations. A difference fails the "
        "test; the review's patients and the cases of the clinical authority are among what is "
        "compared.",
        table(["compared", "with", "how many", "differ"],
              [[plain(line["what"]), plain(COMPARED_BY.get(line["by"], line["by"])),
                number(line["cases"]), number(line["differ"])] for line in figures.of("compared")]),
        "Three FHIR validators that know nothing of this library read what it writes as FHIR R4; "
        "faults put in on purpose show that they would notice. " +
        figures.say("fhir", "{resources} resources, {errors} errors; {caught} of {faults} faults "
                            "caught."))


AREAS = {"tables": "clinical tables: rules, findings, points, bands, links, ranges",
         "engines": "`lib/core`, `lib/score`, `lib/pathway`", "cohorts": "`lib/cohort`",
         "exchange": "`lib/exchange`"}


def coverage(figures):
    return section(
        "Coverage and mutation", "coverage",
        "`tests/trust/coverage.sh` counts lines and branches of `lib/` and fails below 100 %. A "
        "branch that no input can reach stands in `SMET__NEVER()`, which the count leaves out; "
        "each has its reason beside it, and all are listed.",
        figures.say("coverage", "Lines {lines_taken} of {lines}, branches {branches_taken} of "
                                "{branches}; {defensive} uses of `SMET__NEVER()`."),
        "A covered line may still be wrong: `tests/mutation/mutate.py` changes one number, "
        "cut-point, verdict, condition or comparison at a time, and some test has to fail. The "
        "digest of the content, which would notice anything, does not count, and neither do "
        "texts that the library wrote itself. What the tests let live is asked of "
        "AddressSanitizer and UndefinedBehaviorSanitizer. Each that survives has its reason in "
        "`tests/mutation/survivors.txt`. Tried is what was killed, or asked of every test.",
        table(["changed in", "places", "tried", "killed", "survive", "without a reason"],
              [[AREAS.get(line["area"], plain(line["area"])),
                *(number(line[key]) for key in ("possible", "mutants", "killed", "survive",
                                                "unexplained"))]
               for line in figures.of("mutation")]))


def memory(figures):
    return section(
        "No memory", "allocation",
        "Every allocation of every public call fails once, the JSON library's too, and the first "
        "hundred with all behind them. The call is refused as its header says, what it was given "
        "is as before and goes on working, and nothing is kept.",
        figures.say("allocation", "{failed} allocations failed in {checks} checks."))


def fuzzing(figures):
    lines = figures.of("fuzz")
    rows = [[code(line["target"]), number(line["executions"]), hours(line["seconds"]),
             hours(line["cpu_seconds"]), number(line["findings"])] for line in lines]
    if rows:
        rows.append(["all", *(form(figures.total("fuzz", key)) for key, form in
                              (("executions", number), ("seconds", hours), ("cpu_seconds", hours),
                               ("findings", number)))])
    return section(
        "Fuzzing", "fuzzing",
        "One target for each entrance, under libFuzzer with AddressSanitizer and "
        "UndefinedBehaviorSanitizer. Targets check more than that nothing crashes: what is "
        "refused changes nothing, what is written can be read again, a text that is cut is the "
        "beginning of the whole. `tests/fuzz/targets.txt` says which target calls which function; "
        "a test fails where a public function has none. `sh tools/fuzz.sh` runs them for a short "
        "while; the figures are of the last run that was recorded.",
        table(["target", "executions", "hours", "hours of a processor", "findings"], rows),
        "Seeds, and what was once found, are tried again in every run of the suite, with every "
        "compiler (`tests/fuzz/seeds/`).")


STAGES = {"plain": "as it is built", "fuzz": "a short run of each fuzz target",
          "sanitized": "AddressSanitizer and UndefinedBehaviorSanitizer",
          "valgrind": "C programs under valgrind"}


def running(figures):
    return section(
        "The suite, and what watches it", "suite",
        "`sh tools/test.sh` runs the suite as it is built, under sanitizers, and its C programs "
        "under valgrind; its last line counts the checks.",
        table(["run", "passed", "failed"],
              [[STAGES.get(line["stage"], line["stage"]), number(line["passed"]),
                number(line["failed"])] for line in figures.of("suite")]),
        "`sh tools/trust.sh` runs what takes longer:",
        words(["what", "how", "result"], [
            ["threads", "one record, assessment, chart, Arrow array and map of codes read by many "
                        "threads, many records and charts in many threads, slices of columns, "
                        "and tables by the command's own threads, under ThreadSanitizer",
             figures.say("threads", "{checks} checks, {warnings} warnings")],
            ["memory", "the C programs of the suite under valgrind, definite and possible leaks "
                       "counted", figures.say("memory", "{programs} programs, {failed} failed")],
            ["locale", "the same programs, and the bytes that the command writes, where the "
                       "decimal point is a comma; the locale is made first",
             figures.say("locale", "{programs} programs, {failed} failed")],
            ["reproducible", "two builds in two folders, at two times, compared byte by byte",
             figures.say("reproducible", "{files} files, {different} different")]]))


def static(figures):
    return section(
        "Static analysis", "static",
        "Of all of `lib/` and `command/`. What is excused has its reason beside the line, in "
        "`tests/trust/cppcheck.txt`, or in `.clang-tidy` where a check is wrong in kind. Compilers "
        "warn of nothing: gcc with `-Wconversion`, `-Wshadow` and others, and clang.",
        table(["tool", "files", "findings"],
              [[f"{plain(line['tool'])} {plain(line['version'])}", number(line["files"]),
                number(line["findings"])] for line in figures.of("static")]))


def hostile(figures):
    return section(
        "Hostile input", "hostile",
        "Endless, nested and wide input, through pipes and as sparse files: one line says what "
        "was wrong, and memory stays small. `SECURITY.md` states the limits and what is promised.",
        table(["input", "most memory, MiB"],
              [[plain(line["case"]), number(line["mebibytes"])] for line in figures.of("hostile")]))


def bugs(figures):
    return section(
        "What testing found", "bugs",
        "Faults that a test, an analysis or a comparison found, and the test that now keeps each "
        "away.",
        words(["fault", "found by", "kept away by"],
              [[plain(line["what"]), plain(line["by"]), code(line["test"])]
               for line in figures.of("bug")]))


def make(lines):
    figures = Figures(lines)
    parts = [
        "# How this is tested {#testing}", "", "[TOC]", "",
        wrap("This page is made by `tests/trust/page.py` from what the tests and tools printed, "
             "which stands in `doc/testing.jsonl`. It is made anew with"),
        "", "```sh",
        "sh tools/trust.sh --record              # the long proofs, one after the other",
        "sh tools/trust.sh --record mutation     # hours",
        "sh tools/fuzz.sh --record 1800          # half an hour for each target, two at once",
        "```", "",
        wrap("Elsewhere stand the checks of the ABI, and on which platforms the suite runs: "
             "[`doc/abi.md`](abi.md); the bindings and their tests: [`doc/bindings.md`](bindings.md); "
             "and speed: [`doc/benchmarks.md`](benchmarks.md)."), "",
    ]
    for make_section in (proofs, answers, coverage, memory, fuzzing, running, static, hostile, bugs):
        parts.extend(make_section(figures))
    return "\n".join(parts).rstrip("\n") + "\n"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--add", metavar="NEW", type=Path)
    options.add_argument("lines", type=Path)
    options.add_argument("page", type=Path, nargs="?")
    given = options.parse_args()
    try:
        lines = read(given.lines)
        if given.add:
            lines = add(lines, read(given.add))
            given.lines.write_text("".join(json.dumps(line) + "\n" for line in lines),
                                   encoding="utf-8")
        page = make(lines)
        if given.page:
            given.page.write_text(page, encoding="utf-8")
        else:
            sys.stdout.write(page)
    except (Wrong, OSError, UnicodeDecodeError) as reason:
        sys.exit(f"page.py: {reason}")


if __name__ == "__main__":
    main()
