#!/usr/bin/env python3
"""Changes the library in one place after another and sees whether the tests notice.

    mutate.py SOURCE [--work DIR] [--jobs N] [--sample N] [--seed S] [--only TEXT] [--quick]
              [--list] [--report] [AREA...]

SOURCE is copied; each worker builds in a copy of its own, in which the tests must pass
before anything is changed. A mutant is one changed place: a number of points, a
cut-point, a verdict, a part of a condition, a comparison (mutants.py). It is killed when
it does not compile or when some test fails; the digest of the content does not count,
since it notices everything, and neither do texts that the library wrote itself.
Survivors are printed, and looked up in survivors.txt, where each that may live has its
reason. --sample tries so many of each area, chosen by --seed; --only those in places
with TEXT in their name. --quick asks the first tests of each area alone, as they are and
under sanitizers, and ends without figures: what it prints as alive is for a run without it,
which then has little left to do.

DIR/tried.jsonl keeps what was found: a run that is started again goes on, and tries again
only what survived without a reason. --report tries nothing and says what was found so far.
"""

import argparse
import concurrent.futures
import hashlib
import itertools
import json
import os
import queue
import random
import resource
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

from mutants import AREAS, LONG, mutants

HERE = Path(__file__).resolve().parent

# A mutant may go in circles: a test gets this many times what it took without a change, on
# a machine that may do other work meanwhile, and some seconds.
TIMES, SECONDS = 10, 5
LONGEST = 600
MEMORY = 8 << 30


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


class Worker:
    """A copy of the sources, with a build, and another one under sanitizers."""

    def __init__(self, source, directory):
        self.root = directory / "source"
        self.build, self.watched = directory / "build", directory / "watched"
        self.copy(source)
        self.set_up(self.build)
        self.set_up(self.watched, "-Db_sanitize=address,undefined", "-Db_lundef=false",
                    "-Dc_args=-fno-sanitize-recover=all")
        self.tests = self.find_tests()
        self.took = {}

    def set_up(self, build, *options):
        if not (build / "build.ninja").exists():
            subprocess.run(["meson", "setup", build, self.root, "-Dbuildtype=debugoptimized",
                            "-Doptimization=1", "-Ddocs=disabled", *options], check=True,
                           stdout=subprocess.DEVNULL)

    def copy(self, source):
        """A file that is as it was keeps its time, so that it is not compiled again."""
        for path in subprocess.run(["git", "-C", source, "ls-files", "-z"], check=True,
                                   stdout=subprocess.PIPE).stdout.decode().split("\0"):
            original, copied = source / path, self.root / path
            if not path or not original.is_file():
                continue
            if not copied.exists() or copied.read_bytes() != original.read_bytes():
                copied.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(original, copied)
                os.utime(copied)

    def find_tests(self):
        """Name to (program, arguments), of the tests that are programs of the build."""
        said = subprocess.run(["meson", "introspect", "--tests", self.build], check=True,
                              stdout=subprocess.PIPE).stdout
        return {test["name"]: (Path(test["cmd"][0]).relative_to(self.build), test["cmd"][1:])
                for test in json.loads(said) if test["cmd"][0].startswith(f"{self.build}/")}

    @staticmethod
    def ninja(build, *targets):
        return subprocess.run(["ninja", "-C", build, *map(str, targets)], check=False,
                              timeout=1800, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0

    def passes(self, what, command, **more):
        """The first time that something passes is without a change."""
        start, limit = time.monotonic(), LONGEST
        if what in self.took:
            limit = min(LONGEST, SECONDS + TIMES * self.took[what])
        try:
            passes = subprocess.run(command, timeout=limit, stdout=subprocess.DEVNULL,
                                    stderr=subprocess.DEVNULL, **more).returncode == 0
        except subprocess.TimeoutExpired:
            return False
        self.took.setdefault(what, time.monotonic() - start)
        return passes

    def runs(self, test, build, quick):
        program, arguments = self.tests[test]
        environment = {**os.environ, "CK_FORK": "no"}
        if quick:
            environment["CK_EXCLUDE_TAGS"] = "exhaustive long allocation"
        # What sanitizers set aside is no memory in use.
        limit = limit_memory if build == self.build else None
        return self.passes((test, build, quick), [build / program, *arguments], env=environment,
                           cwd=build, preexec_fn=limit)

    def agrees(self, count):
        """Whether the second implementation gives the same answers to random records."""
        return self.passes(count, [sys.executable, self.root / "tests/oracle/compare.py",
                                   "--jsonl-binary", self.build / "tests/programs/assess-lines",
                                   "--count", str(count)])

    def quick(self, groups, build):
        """The first quick test that notices, in one of the builds; None where none does."""
        for group in groups:
            if not self.ninja(build, *(self.tests[test][0] for test in group)):
                return "compiler"
            for test in group:
                if not self.runs(test, build, quick=True):
                    return test if build == self.build else f"{test} (sanitizers)"
        return None

    def whole(self, tests):
        for test in tests:
            if test in LONG and not self.runs(test, self.build, quick=False):
                return f"{test} (whole)"
        return None

    def oracle(self, area, count):
        if not area.oracle or self.ninja(self.build, "tests/programs/assess-lines") and self.agrees(count):
            return None
        return "oracle"

    def killer(self, area, quick=False):
        """What notices; None where nothing does. What costs least goes first."""
        first, others = area.tests[:1], area.tests[1:]
        return self.quick(first, self.build) or self.quick(first, self.watched) or \
            self.oracle(area, 300) or (None if quick else (
                self.quick(others, self.build) or self.whole(itertools.chain(*area.tests)) or
                self.quick(others, self.watched) or self.oracle(area, 1500)))

    def attempt(self, area, mutant, quick):
        file = self.root / mutant.place
        original = file.read_text(encoding="utf-8")
        lines = original.splitlines(keepends=True)
        lines[mutant.number - 1] = mutant.changed + "\n"
        file.write_text("".join(lines), encoding="utf-8")
        try:
            return self.killer(area, quick)
        finally:
            file.write_text(original, encoding="utf-8")


def known_survivors():
    reasons = {}
    for line in (HERE / "survivors.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            what, _, reason = line.rpartition(" | ")  # code may have the sign too
            reasons[what] = reason
    return reasons


class Ledger:
    """What was tried, in a file that a later run goes on with. In a file that was changed
    since, all is tried again."""

    def __init__(self, path, source):
        self.path, self.source, self.lock = path, source, threading.Lock()
        self.digests, self.killers = {}, {}
        if path.exists():
            for line in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
                self.killers[tuple(line["mutant"])] = line["killer"]

    def key_of(self, mutant):
        if mutant.place not in self.digests:
            text = (self.source / mutant.place).read_bytes()
            self.digests[mutant.place] = hashlib.sha256(text).hexdigest()[:16]
        return mutant.place, self.digests[mutant.place], mutant.number, mutant.changed

    def was_tried(self, mutant):
        return self.key_of(mutant) in self.killers

    def was_killed(self, mutant):
        return self.killers.get(self.key_of(mutant)) is not None

    def note(self, mutant, killer):
        with self.lock, self.path.open("a", encoding="utf-8") as file:
            self.killers[self.key_of(mutant)] = killer
            file.write(json.dumps({"mutant": self.key_of(mutant), "killer": killer}) + "\n")


def work(worker, waiting, ledger, quick):
    while True:
        try:
            area, mutant = waiting.get_nowait()
        except queue.Empty:
            return
        killer = worker.attempt(area, mutant, quick)
        if killer is not None or not quick:
            ledger.note(mutant, killer)
        if killer is None:
            # At once: a whole run takes hours.
            print(f"{mutant} ({mutant.where}), {waiting.qsize()} left", file=sys.stderr,
                  flush=True)


def report(area, found, ledger, reasons):
    """Prints what became of an area's mutants; how many survive without a reason."""
    tried = [mutant for mutant in found if ledger.was_tried(mutant)]
    alive = sorted(mutant for mutant in tried if not ledger.was_killed(mutant))
    for mutant in alive:
        print(f"survives: {mutant} ({mutant.where}): {reasons.get(str(mutant), 'NO REASON GIVEN')}")
    counts = {}
    for mutant in tried:
        killer = ledger.killers[ledger.key_of(mutant)]
        if killer is not None:
            counts[killer] = counts.get(killer, 0) + 1
    print("; ".join(f"{name} {count}" for name, count in
                    sorted(counts.items(), key=lambda item: -item[1])))
    unexplained = sum(str(mutant) not in reasons for mutant in alive)
    print(f"{area.name}: {len(tried)} of {len(found)} mutants, {len(tried) - len(alive)} killed, "
          f"{len(alive)} survive, {unexplained} without a reason")
    return unexplained


def try_all(source, directory, given, chosen, ledger, reasons):
    waiting = queue.Queue()
    for area, part in chosen.items():
        for one in part:
            if not (ledger.was_killed(one) or ledger.was_tried(one) and str(one) in reasons):
                waiting.put((area, one))
    workers = [Worker(source, directory / str(at)) for at in range(given.jobs)]
    for worker, area in itertools.product(workers, chosen):
        killer = worker.killer(area, given.quick)
        if killer is not None:
            sys.exit(f"mutate.py: nothing was changed, and {killer} fails for {area.name}")
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        for done in [pool.submit(work, worker, waiting, ledger, given.quick)
                     for worker in workers]:
            done.result()


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("source", type=Path)
    options.add_argument("areas", nargs="*", metavar="AREA",
                         help=", ".join(area.name for area in AREAS))
    options.add_argument("--work", type=Path, default=Path("mutation"))
    options.add_argument("--jobs", type=int, default=os.cpu_count())
    options.add_argument("--sample", type=int)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default="")
    options.add_argument("--quick", action="store_true")
    options.add_argument("--list", action="store_true")
    options.add_argument("--report", action="store_true")
    given = options.parse_intermixed_args()
    unknown = set(given.areas) - {area.name for area in AREAS}
    if unknown:
        options.error(f"there is no area called {' or '.join(sorted(unknown))}")
    areas = [area for area in AREAS if area.name in (given.areas or [area.name])]
    source, directory = given.source.resolve(), given.work.resolve()
    found = {area: [one for one in mutants(source, area) if given.only in one.place]
             for area in areas}
    chosen = {area: random.Random(given.seed).sample(all_of, min(given.sample, len(all_of)))
              if given.sample is not None else all_of for area, all_of in found.items()}
    if given.list:
        for one in (one for part in chosen.values() for one in part):
            print(one)
        return 0

    directory.mkdir(parents=True, exist_ok=True)
    ledger, reasons = Ledger(directory / "tried.jsonl", source), known_survivors()
    if not given.report:
        try_all(source, directory, given, chosen, ledger, reasons)
    if given.quick:
        return 0
    unexplained = [report(area, all_of, ledger, reasons)
                   for area, all_of in found.items()]
    return 1 if any(unexplained) else 0


if __name__ == "__main__":
    sys.exit(main())
