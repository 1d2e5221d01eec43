#!/usr/bin/env python3
"""What a test or a tool has printed, as lines of JSON for page.py.

    figures.py KIND FILE [TOOL...]

KIND says what printed FILE: `tests` is a JSON log of Meson's, whose tests are known
by their names; `suite` what tools/test.sh prints; each other one is a part of
tools/trust.sh.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

CHECKS = re.compile(r"^\d+%: Checks: (\d+), Failures: (\d+), Errors: (\d+)$", re.M)


def find(pattern, text):
    found = re.search(pattern, text, re.M)
    if not found:
        sys.exit(f"figures.py: nothing in it is like {pattern}")
    return [int(word) if word.isdigit() else word for word in found.groups()]


def all_of(pattern, text):
    return re.findall(pattern, text, re.M)


# --- tests of the suite, by name ---------------------------------------------------------

def proofs(text):
    for part, held, failed, questions, seconds in all_of(
            r"^(.+): (\d+) hold, (\d+) fail, (\d+) questions, ([\d.]+) s$", text):
        yield {"measured": "proofs", "part": part, "held": int(held), "failed": int(failed),
               "questions": int(questions), "seconds": float(seconds)}


def compared(by, what, cases, differ):
    return {"measured": "compared", "by": by, "what": what, "cases": cases, "differ": differ}


def narrowing(text):
    for count, what in all_of(r"^(\d+) (.+) compared$", text):
        yield compared("narrowing", what, int(count), 0)


def exhaustive(text):
    sums = {}
    for count, what in all_of(r"^(\d+) (records of \w+) compared$", text):
        sums[what] = sums.get(what, 0) + int(count)
    for what, count in sums.items():
        yield compared("enumeration", what, count, 0)


def oracle(text):
    count, differ = find(r"(\d+) records compared, (\d+) differ", text)
    yield compared("oracle", "records", count, differ)


def cql(text):
    for what, count, differ in all_of(r"^(.+): (\d+) rows, (\d+) differ", text):
        yield compared("cql", what, int(count), int(differ))


def validators(text):
    resources, = find(r"^resources: (\d+)", text)
    errors, = find(r"^errors: (\d+)$", text)
    caught, faults = find(r"^faults caught: (\d+) of (\d+)$", text)
    yield {"measured": "fhir", "resources": resources, "errors": errors, "faults": faults,
           "caught": caught}


def allocation(text):
    failed, = find(r"^(\d+) allocations failed$", text)
    passed = sum(int(checks) - int(failures) - int(errors)
                 for checks, failures, errors in CHECKS.findall(text))
    yield {"measured": "allocation", "failed": failed, "checks": passed}


TESTS = {"proofs": proofs, "score_exhaustive": exhaustive, "comparison with the oracle": oracle,
         "cql": cql, "fhir-validators": validators, "allocation": allocation}


def tests(text):
    for entry in map(json.loads, text.splitlines()):
        name = entry["name"].rpartition(" / ")[2].rpartition(":")[2].strip()
        if name not in TESTS:
            continue
        if entry["result"] == "OK":
            yield from TESTS[name](entry.get("stdout") or "")
        elif entry["result"] != "SKIP":
            sys.exit(f"figures.py: {name} ended with {entry['result']}")


# --- parts of tools/trust.sh, and tools/test.sh ---------------------------------------------

def suite(text):
    for stage, passed, failed in all_of(r"^(plain|sanitized|valgrind|fuzz): (\d+) passed, (\d+) failed$",
                                        text):
        yield {"measured": "suite", "stage": stage, "passed": int(passed), "failed": int(failed)}


def threads(text):
    passed = sum(int(one[0]) - int(one[1]) - int(one[2]) for one in CHECKS.findall(text))
    yield {"measured": "threads", "checks": passed,
           "warnings": len(all_of("WARNING: (ThreadSanitizer)", text))}


def meson_summary(text, what):
    counts = {word.lower(): int(count) for word, count in
              all_of(r"^(Ok|Fail|Skipped|Timeout):\s+(\d+)", text)}
    return {"measured": what, "programs": counts.get("ok", 0),
            "failed": counts.get("fail", 0) + counts.get("timeout", 0)}


def memory(text):
    yield meson_summary(text, "memory")


def locale(text):
    yield meson_summary(text, "locale")


def version(tool):
    said = subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout
    return re.search(r"\d+\.\d+(\.\d+)?", said)[0]


def static(text):
    programs = {"clang-tidy": "clang-tidy", "cppcheck": "cppcheck", "analyzer": "gcc"}
    for tool, files, findings in all_of(r"^([\w-]+): (\d+) files, (\d+) findings$", text):
        yield {"measured": "static", "tool": programs[tool], "version": version(programs[tool]),
               "files": int(files), "findings": int(findings)}


def reproducible(text):
    files, different = find(r"(\d+) installed files, (\d+) different", text)
    yield {"measured": "reproducible", "files": files, "different": different}


def hostile(text):
    most = {}
    for case, mebibytes in all_of(r"^(?:test_)?(.+?): (\d+) MiB", text):
        case = case.replace("_", " ")
        most[case] = max(most.get(case, 0), int(mebibytes))
    for case, mebibytes in most.items():
        yield {"measured": "hostile", "case": case, "mebibytes": mebibytes}


def coverage(text):
    lines, all_lines, branches, all_branches, defensive = find(
        r"lines (\d+) of (\d+), branches (\d+) of (\d+), defensive (\d+)", text)
    yield {"measured": "coverage", "lines": all_lines, "lines_taken": lines,
           "branches": all_branches, "branches_taken": branches, "defensive": defensive}


def mutation(text):
    for area, *counts in all_of(r"^(\w+): (\d+) of (\d+) mutants, (\d+) killed, (\d+) survive, "
                                r"(\d+) without a reason$", text):
        mutants, possible, killed, alive, unexplained = map(int, counts)
        yield {"measured": "mutation", "area": area, "possible": possible, "mutants": mutants,
               "killed": killed, "survive": alive, "unexplained": unexplained}


KINDS = {"tests": tests, "suite": suite, "threads": threads, "memory": memory, "locale": locale,
         "static": static, "reproducible": reproducible, "hostile": hostile,
         "narrowing": narrowing, "coverage": coverage, "mutation": mutation}


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in KINDS:
        sys.exit(__doc__)
    text = Path(sys.argv[2]).read_text(encoding="utf-8", errors="replace")
    for line in KINDS[sys.argv[1]](text):
        print(json.dumps(line))


if __name__ == "__main__":
    main()
