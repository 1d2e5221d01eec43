#!/usr/bin/env python3
"""Decides, for all patients, what the clinical tables promise.

    prove.py CONTENT-SMT ASSESS-LINES [--z3 Z3] [--samples N] [--seed S]

CONTENT-SMT prints the definitions, ASSESS-LINES answers records; before anything is
proven, the two are compared on N random patients. A property that fails prints the
patient as a record.
"""

import argparse
import itertools
import json
import random
import re
import subprocess
import sys
import time

import properties
from solver import Solver


class Report:
    def __init__(self):
        self.held = self.failed = 0

    def add(self, name, holds, what):
        self.held += holds
        self.failed += not holds
        if not holds:
            print(f"FAILED {name}: {what}")


# --- the definitions are those of the library ------------------------------------------


def random_patient(words, chance):
    record = {}
    for key, field in words["fields"].items():
        if not field["optional"] or chance.random() < 0.3:
            record[key] = chance.choice(list(field["values"].values()))
    return record


def assertions(words, record):
    for key, field in words["fields"].items():
        if key in record:
            number = next(n for n, value in field["values"].items() if value == record[key])
            yield f"(= value.{key} (_ bv{number} 7))"
        if field["optional"]:
            yield f"entered.{key}" if key in record else f"(not entered.{key})"


def expected(words, answer):
    verdicts = words["verdicts"]
    for entry in answer["interventions"]:
        yield f"disposition.{entry['intervention']}", verdicts[entry["disposition"]]
        yield f"settled.{entry['intervention']}", entry["settled"]
    for entry in answer["findings"]:
        yield f"finding.{entry['finding']}.t", entry["truth"] == "true"
        yield f"finding.{entry['finding']}.f", entry["truth"] == "false"
    for score in answer["scores"]:
        yield f"totals.{score['instrument']}", sum(1 << total for total in score["totals"])
    yield "consistent", not answer["inconsistencies"]


def compare(solver, program, count, seed, report):
    chance = random.Random(seed)
    records = [random_patient(solver.words, chance) for _ in range(count)]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    answers = subprocess.run([program], input=lines, capture_output=True, text=True, check=True,
                             encoding="utf-8").stdout.splitlines()
    if len(answers) != count:
        sys.exit(f"prove.py: {len(answers)} answers to {count} records")
    for record, line in zip(records, answers):
        wanted = dict(expected(solver.words, json.loads(line)))
        found = solver.model(*assertions(solver.words, record), values=list(wanted))
        differing = None if found is None else {
            name: (found.get(name), value) for name, value in wanted.items()
            if found.get(name) != value}
        report.add("definitions", differing == {},
                   f"the definitions and the library differ in {differing}: {json.dumps(record)}")


# --- rules --------------------------------------------------------------------------------


def fires(rule):
    return f"rule.{rule}.t"


def prove_rules(solver, report):
    complete = properties.complete(solver.words)
    rules = solver.words["rules"]
    for rule in rules:
        report.add("rules.alive", solver.model(complete, fires(rule)) is not None,
                   f"{rule} fires for no patient")
    implied = set()
    for one, other in itertools.permutations(rules, 2):
        if rules[one]["verdict"] != rules[other]["verdict"] or rules[one]["verdict"] == "caution":
            continue
        shared = set(rules[one]["interventions"]) & set(rules[other]["interventions"])
        if shared and solver.model(complete, fires(one), f"(not {fires(other)})") is None:
            implied.add((one, other))
    for pair in implied | set(properties.IMPLIED):
        report.add("rules.none_implied", pair in implied and pair in properties.IMPLIED,
                   f"{pair[0]} never fires without {pair[1]}" if pair in implied else
                   f"the exception for {pair} is not needed")


def prove_reachable(solver, report):
    complete = properties.complete(solver.words)
    unreachable = set()
    allowed = set()
    for rule in solver.words["rules"].values():
        allowed |= {(key, rule["verdict"]) for key in rule["interventions"]
                    if rule["verdict"] != "caution"}
    say = properties.Words(solver.words)
    for key, verdict in sorted(allowed):
        if solver.model(complete, say.disposition(key, verdict)) is None:
            unreachable.add((key, verdict))
    for pair in allowed | set(properties.UNREACHABLE):
        report.add("dispositions.reachable",
                   (pair in unreachable) == (pair in properties.UNREACHABLE),
                   f"no patient has {pair[0]} {pair[1]}" if pair in unreachable else
                   f"the exception for {pair} is not needed")


# --- safety ----------------------------------------------------------------------------


def prove_safety(solver, report):
    for name, sentence, refuting in properties.safety(solver.words):
        patient = solver.patient(refuting)
        report.add(name, patient is None, f"{sentence} Refuted by {json.dumps(patient)}")
    for name, needed in properties.exceptions(solver.words):
        report.add(name, solver.model(needed) is not None, "its exception is not needed")


def prove_something_to_say(solver, report):
    asked, offered, without = properties.something_to_say(solver.words)
    patient = solver.patient(asked, f"(not {offered})", f"(not {without})")
    report.add("something_to_say", patient is None, f"nothing is offered: {json.dumps(patient)}")
    patient = solver.patient(asked, f"(not {offered})")
    report.add("something_to_say", patient is not None, "its exception is not needed")
    print(f"Without an offer, for example: {json.dumps(patient)}")


def prove_that_it_can_fail(definitions, z3, report):
    """Each property is refuted once a rule that it rests on is taken out of the definitions."""
    for rule, name in properties.RESTS_ON.items():
        doctored = definitions
        for suffix, truth in (("t", "false"), ("f", "true")):
            pattern = rf"^\(define-fun rule\.{re.escape(rule)}\.{suffix} \(\) Bool .*$"
            doctored, count = re.subn(
                pattern, f"(define-fun rule.{rule}.{suffix} () Bool {truth})", doctored, 1, re.M)
            if count == 0:
                sys.exit(f"prove.py: there is no rule {rule}")
        solver = Solver(z3, doctored)
        refuting = {entry[0]: entry[2] for entry in properties.safety(solver.words)}
        report.add("refutable", solver.patient(refuting[name]) is not None,
                   f"{name} holds without {rule} too")
        solver.close()


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("content_smt")
    options.add_argument("assess_lines")
    options.add_argument("--z3", default="z3")
    options.add_argument("--samples", type=int, default=60)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    definitions = subprocess.run([given.content_smt], capture_output=True, text=True, check=True,
                                 encoding="utf-8").stdout
    solver = Solver(given.z3, definitions)
    report = Report()
    for name, prove in [
            ("definitions compared with the library",
             lambda: compare(solver, given.assess_lines, given.samples, given.seed, report)),
            ("rules", lambda: prove_rules(solver, report)),
            ("dispositions", lambda: prove_reachable(solver, report)),
            ("safety", lambda: prove_safety(solver, report)),
            ("something to say", lambda: prove_something_to_say(solver, report)),
            ("that a table out of order is found out",
             lambda: prove_that_it_can_fail(definitions, given.z3, report))]:
        start, held, failed, asked = time.monotonic(), report.held, report.failed, solver.questions
        prove()
        print(f"{name}: {report.held - held} hold, {report.failed - failed} fail, "
              f"{solver.questions - asked} questions, {time.monotonic() - start:.1f} s", flush=True)
    solver.close()
    print(f"content {solver.words['content']}: {report.held} hold, {report.failed} fail")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
