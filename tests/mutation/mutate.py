#!/usr/bin/env python3
"""Changes the library in one place after another and sees whether the tests notice.

    mutate.py SOURCE [--work DIR] [--jobs N] [--sample N] [--seed S] [--only TEXT] [--list]

SOURCE is copied; each worker builds in a copy of its own. A mutant is one changed place:
a number of points, a cut-point, a verdict, a part of a condition, a comparison. It is
killed when it does not compile or when some test fails; the digest of the content does
not count, since it notices everything. Survivors are printed, and looked up in
survivors.txt, where each that may live has its reason.
"""

import argparse
import concurrent.futures
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

# The fastest first; what runs behind them is the second implementation.
TESTS = ["test_cases", "test_score", "test_pathway", "test_narrowing", "test_structs",
         "test_status", "test_catalogue", "test_record", "test_properties",
         "test_score_exhaustive"]

SECONDS = 120

# --- what is changed --------------------------------------------------------------------

NUMBER = r"(?<![\w.])(\d+)(?![\w.])"


def plus_one(match):
    return str(int(match[1]) + 1)


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

POINTS = [
    (r"(?<=^    \{)(\d+)(?=,$)", plus_one), (r"(?<=^    \{)(\d+)(?=,\s)", plus_one),
    (r"(?<=minimum = )(\d+)", plus_one), (r"(?<=maximum = )(\d+)", minus_one),
    (r"(?<=SPAN\()(\d+)", plus_one), (r"(?<=SPAN\()(\d+), (\d+)", lambda m: f"{m[1]}, "
     f"{int(m[2]) - 1}"),
    (r"(?<=[(,] )SMET_\w+, (?=SMET_)", ""), (r", SMET_\w+(?=\))", ""),
]

CODE = [
    (r" == ", " != "), (r" != ", " == "), (r" < ", " <= "), (r" <= ", " < "), (r" > ", " >= "),
    (r" >= ", " > "), (r" && ", " || "), (r" \|\| ", " && "), (r" \|= ", " &= "),
    (r" &= ~", " |= "), (r" \+ 1\b", " + 2"), (r" - 1\b", " - 0"), (r"return true;",
     "return false;"), (r"return false;", "return true;"), (r"if \((?!!)(\w[^()]*)\)$",
     r"if (!(\1))"), (r"\+\+;", " += 0;"), (r" & (?=[\w~(])", " | "),
]

PLACES = [
    ("lib/content/rules.c", CONDITIONS + VERDICTS),
    ("lib/content/findings.c", CONDITIONS),
    ("lib/content/conflicts.c", CONDITIONS),
    ("lib/content/inconsistencies.c", CONDITIONS),
    ("lib/content/sins.c", POINTS),
    ("lib/content/tokuhashi_revised.c", POINTS),
    ("lib/content/tomita.c", POINTS),
    ("lib/content/links.c", POINTS),
    ("lib/content/mappings.c", POINTS),
    ("lib/core/linked.c", CODE),
    ("lib/core/record.c", CODE),
    ("lib/core/record_text.c", CODE),
    ("lib/core/value_set.h", CODE),
    ("lib/score/score.c", CODE),
    ("lib/pathway/evaluate.c", CODE),
    ("lib/pathway/assess.c", CODE),
    ("lib/pathway/next.c", CODE),
]


def without_words(line):
    """The line with its comments and strings blanked, so that no word of prose is changed."""
    line = re.sub(r'"(?:[^"\\]|\\.)*"', lambda m: '"' + " " * (len(m[0]) - 2) + '"', line)
    return re.sub(r"/\*.*?(\*/|$)|^ \*.*", lambda m: " " * len(m[0]), line)


def mutants_of(root, place, operators):
    for number, line in enumerate((root / place).read_text(encoding="utf-8").splitlines(), 1):
        if line.lstrip().startswith("#"):
            continue
        code = without_words(line)
        for pattern, replacement in operators:
            for match in re.finditer(pattern, code):
                new = match.expand(replacement) if isinstance(replacement, str) else \
                    replacement(match)
                changed = line[:match.start()] + new + line[match.end():]
                if changed != line:
                    yield place, number, match.start(), line, changed


def find_mutants(root):
    found = {}
    for place, operators in PLACES:
        for mutant in mutants_of(root, place, operators):
            found[mutant[0], mutant[1], mutant[4]] = mutant
    return list(found.values())


# --- trying one -------------------------------------------------------------------------


class Worker:
    def __init__(self, source, directory):
        self.root, self.build = directory / "source", directory / "build"
        if not self.root.exists():
            shutil.copytree(source, self.root, ignore=shutil.ignore_patterns(".git", "build*"))
            subprocess.run(["meson", "setup", self.build, self.root, "-Dbuildtype=debugoptimized",
                            "-Doptimization=1", "-Ddocs=disabled"], check=True,
                           stdout=subprocess.DEVNULL)
        self.compile(check=True)

    def compile(self, check=False):
        return subprocess.run(["ninja", "-C", self.build, "all"], check=check, timeout=600,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0

    def compile_library(self):
        return subprocess.run(["ninja", "-C", self.build, "lib/libsacralmet.so.0.1.0"],
                              timeout=600, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0

    def passes(self, command, **more):
        try:
            return subprocess.run(command, timeout=SECONDS, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL, cwd=self.build, **more).returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def runs(self, test, quick):
        environment = {**os.environ, "CK_FORK": "no"}
        if quick:
            environment["CK_EXCLUDE_TAGS"] = "exhaustive long"
        arguments = [self.root / "tests/data/cases.csv"] if test == "test_cases" else []
        return self.passes([self.build / "tests" / test, *arguments], env=environment)

    def agrees(self, count):
        """Whether the second implementation gives the same answers to random records."""
        return self.passes([sys.executable, self.root / "tests/oracle/compare.py",
                            "--jsonl-binary", self.build / "tools/assess-lines",
                            "--count", str(count)])

    def killer(self):
        """The test that notices; None where none does. What takes a second goes first."""
        for test in TESTS:
            if not self.runs(test, quick=True):
                return test
        if not self.agrees(300):
            return "oracle"
        for test in TESTS:
            if not self.runs(test, quick=False):
                return f"{test} (exhaustive)"
        return None if self.agrees(1500) else "oracle"

    def attempt(self, mutant):
        place, number, _, _, changed = mutant
        file = self.root / place
        original = file.read_text(encoding="utf-8")
        lines = original.splitlines(keepends=True)
        lines[number - 1] = changed + "\n"
        file.write_text("".join(lines), encoding="utf-8")
        try:
            return self.killer() if self.compile_library() else "compiler"
        finally:
            file.write_text(original, encoding="utf-8")


def describe(mutant):
    place, number, _, line, changed = mutant
    return f"{place}: {line.strip()} -> {changed.strip()}", f"{place}:{number}"


def known_survivors():
    reasons = {}
    for line in (HERE / "survivors.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            what, _, reason = line.partition(" | ")
            reasons[what] = reason
    return reasons


def run(worker, share):
    results = []
    for mutant in share:
        killer = worker.attempt(mutant)
        if killer is None:
            # At once: a whole run takes an hour and more.
            print(f"{len(results) + 1} of {len(share)}: {describe(mutant)[0]}", file=sys.stderr,
                  flush=True)
        results.append((mutant, killer))
    return results


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("source", type=Path)
    options.add_argument("--work", type=Path, default=Path("mutation"))
    options.add_argument("--jobs", type=int, default=os.cpu_count())
    options.add_argument("--sample", type=int)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default="")
    options.add_argument("--list", action="store_true")
    given = options.parse_args()
    mutants = [m for m in find_mutants(given.source) if given.only in m[0]]
    if given.sample is not None and given.sample < len(mutants):
        mutants = random.Random(given.seed).sample(mutants, given.sample)
    if given.list:
        for mutant in mutants:
            print(describe(mutant)[0])
        return 0
    shares = [mutants[at::given.jobs] for at in range(given.jobs)]
    workers = [Worker(given.source, given.work.resolve() / str(at)) for at in range(given.jobs)]
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        results = [entry for part in pool.map(run, workers, shares) for entry in part]
    reasons, killers, alive = known_survivors(), {}, []
    for mutant, killer in results:
        killers[killer] = killers.get(killer, 0) + 1
        if killer is None:
            alive.append(mutant)
    unexplained = 0
    for mutant in sorted(alive):
        what, where = describe(mutant)
        unexplained += what not in reasons
        print(f"survives: {what} ({where}): {reasons.get(what, 'NO REASON GIVEN')}")
    killed = len(results) - len(alive)
    print("; ".join(f"{name} {count}" for name, count in killers.items() if name is not None))
    print(f"{len(results)} mutants, {killed} killed, {len(alive)} survive, "
          f"{unexplained} without a reason")
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
