"""Compares a program's assessments with the oracle's.

    compare.py BINARY [--count N] [--seed S] [--cases CASES.csv]
    compare.py --jsonl-binary BIN2 [--count N] [--seed S] [--cases CASES.csv]

BINARY is run as `BINARY assess --format json -` for every record.  BIN2 reads one
record (a JSON object) a line on standard input and writes one line for each in the
same order: the assessment JSON, or for a refused record {"error": TEXT} whose TEXT
begins with the key.  Every random record and every record of the cases is compared,
two processes at a time.  Of the answer only what the oracle computes is looked at.
Groups of inconsistencies and conflicts are compared without regard to their order
(the specification gives none); all other lists in order.
"""

import argparse
import json
import multiprocessing
import re
import subprocess
import sys
from collections import Counter

from oracle import CASES, BadInput, assess_text, read_cases
from random_records import one_record

SHOWN = 20                      # differences printed at most
TIMEOUT = 30                    # seconds for one record, or for one chunk of lines
CHUNK = {"assess": 20, "jsonl": 500}

ABSENT = "(absent)"
SCORE_PARTS = ["instrument", "min", "max", "totals", "complete", "decided", "bands", "missing"]
ITEM_PARTS = ["item", "field", "points", "option", "derived"]
INTERVENTION_PARTS = ["intervention", "disposition", "settled", "possible", "deciding"]
RULE_PARTS = ["rule", "verdict", "state", "overruled"]


class NotAsAgreed(Exception):
    """The answer does not have the shape of the contract."""


def listed(holder, key):
    value = holder.get(key, ABSENT) if isinstance(holder, dict) else ABSENT
    if not isinstance(value, list):
        raise NotAsAgreed(f"{key}: a list is needed, got {value!r}")
    return value


def parts(holder, keys):
    if not isinstance(holder, dict):
        raise NotAsAgreed(f"an object with {keys[0]} is needed, got {holder!r}")
    return {key: holder.get(key, ABSENT) for key in keys}


def keyed(entries, key):
    """A list of objects as a dict by key, with the order of the keys beside it."""
    return {"order": [entry[key] for entry in entries],
            **{f"[{entry[key]}]": entry for entry in entries}}


def semantic(answer):
    """What is compared, from the oracle's answer or from an assessment JSON."""
    scores = []
    for entry in listed(answer, "scores"):
        score = parts(entry, SCORE_PARTS)
        score["items"] = keyed([parts(item, ITEM_PARTS) for item in listed(entry, "items")],
                               "item")
        scores.append(score)
    interventions = []
    for entry in listed(answer, "interventions"):
        intervention = parts(entry, INTERVENTION_PARTS)
        intervention["rules"] = keyed([parts(rule, RULE_PARTS) for rule in listed(entry, "rules")],
                                      "rule")
        intervention["cautions"] = [caution.get("rule", ABSENT) if isinstance(caution, dict)
                                    else caution for caution in listed(entry, "cautions")]
        intervention["side"] = entry.get("side", ABSENT)
        interventions.append(intervention)
    return {
        "scores": keyed(scores, "instrument"),
        "interventions": keyed(interventions, "intervention"),
        "conflicts": sorted(conflict.get("conflict", ABSENT) if isinstance(conflict, dict)
                            else conflict for conflict in listed(answer, "conflicts")),
        "inconsistencies": sorted(group.get("fields", [ABSENT]) if isinstance(group, dict)
                                  else group for group in listed(answer, "inconsistencies")),
    }


def differences(expected, got, path=""):
    """[(path, expected, got)]; true is not 1, 9.0 is not 9."""
    if isinstance(expected, dict) and isinstance(got, dict):
        found = []
        for key in dict.fromkeys([*expected, *got]):
            deeper = f"{path}{key}" if key.startswith("[") else f"{path}.{key}".lstrip(".")
            found += differences(expected.get(key, ABSENT), got.get(key, ABSENT), deeper)
        return found
    if json.dumps(expected, sort_keys=True) != json.dumps(got, sort_keys=True):
        return [(path, expected, got)]
    return []


def difference_of(text, got, refused):
    """`got`: the parsed answer, or None where `refused` is the text of the refusal."""
    try:
        expected = assess_text(text)
    except BadInput as error:
        key = str(error).split(":")[0]
        if refused is None:
            return [("error", str(error), "an answer")]
        named = re.search(rf"(?<!\w){re.escape(key)}(?!\w)", refused)
        return [] if named else [("error", str(error), refused.strip())]
    if refused is not None:
        return [("error", "an answer", refused.strip())]
    try:
        return differences(semantic(expected), semantic(got))
    except (NotAsAgreed, AttributeError, TypeError) as error:
        return [("shape", "the contract's", str(error))]


def compare_by_command(binary, chunk):
    found = []
    for name, text in chunk:
        try:
            done = subprocess.run([binary, "assess", "--format", "json", "-"],
                                  input=text.encode(), capture_output=True, timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            found.append((name, text, [("process", "an answer", f"none in {TIMEOUT} s")]))
            continue
        complaint = done.stderr.decode(errors="replace")
        if done.returncode == 1:
            wrong = difference_of(text, None, complaint)
        elif done.returncode != 0:
            wrong = [("process", "exit status 0 or 1", f"{done.returncode}: {complaint.strip()}")]
        else:
            wrong = difference_of_line(text, done.stdout)
        found.append((name, text, wrong))
    return found


def difference_of_line(text, line):
    try:
        got = json.loads(line)
    except ValueError as error:
        return [("output", "JSON", f"{error}: {line[:200]!r}")]
    if isinstance(got, dict) and set(got) == {"error"}:
        wrong = difference_of(text, None, str(got["error"]))
        if not wrong:                       # here the text begins with the key
            try:
                assess_text(text)
            except BadInput as error:
                if not str(got["error"]).startswith(str(error).split(":")[0]):
                    wrong = [("error", str(error), got["error"])]
        return wrong
    return difference_of(text, got, None)


def compare_by_lines(binary, chunk):
    lines = "".join(" ".join(text.splitlines()) + "\n" for _, text in chunk)
    try:
        done = subprocess.run([binary], input=lines.encode(), capture_output=True,
                              timeout=TIMEOUT)
        answers, complaint = done.stdout.splitlines(), done.stderr.decode(errors="replace")
        end = f"exit status {done.returncode}: {complaint.strip()}"
    except subprocess.TimeoutExpired:
        answers, end = [], f"nothing in {TIMEOUT} s"
    found = []
    for place, (name, text) in enumerate(chunk):
        wrong = (difference_of_line(text, answers[place]) if place < len(answers)
                 else [("process", "a line", f"none; {end}")])
        found.append((name, text, wrong))
    if len(answers) > len(chunk):
        found[-1][2].append(("process", f"{len(chunk)} lines", f"{len(answers)} lines"))
    return found


def compare_chunk(work):
    """One chunk's (records compared, [(name, text, differences)])."""
    mode, binary, seed, chunk = work
    chunk = [one_record(seed, entry) if isinstance(entry, int) else entry for entry in chunk]
    compared = (compare_by_lines if mode == "jsonl" else compare_by_command)(binary, chunk)
    return len(compared), [entry for entry in compared if entry[2]]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", nargs="?", metavar="BINARY")
    parser.add_argument("--jsonl-binary", metavar="BIN2")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", default=CASES)
    options = parser.parse_args()
    if bool(options.binary) == bool(options.jsonl_binary):
        parser.error("one of BINARY and --jsonl-binary BIN2")

    mode = "jsonl" if options.jsonl_binary else "assess"
    binary = options.jsonl_binary or options.binary
    entries = [(case["id"], case["record"]) for case in read_cases(options.cases)]
    entries += range(options.count)
    size = CHUNK[mode]
    work = [(mode, binary, options.seed, entries[at:at + size])
            for at in range(0, len(entries), size)]

    compared = differing = shown = left = 0
    places = Counter()
    with multiprocessing.Pool(2) as pool:
        for count, found in pool.imap(compare_chunk, work):
            compared += count
            differing += len(found)
            for name, text, wrong in found:
                places.update({path for path, _, _ in wrong})
                if shown == SHOWN:
                    left += len(wrong)
                    continue
                print(f"record {name}: {text}")
                for path, expected, got in wrong:
                    if shown == SHOWN:
                        left += 1
                        continue
                    shown += 1
                    print(f"  {path}\n    expected {json.dumps(expected)}\n"
                          f"    got      {json.dumps(got)}")
    if left:
        print(f"{left} further differences; most frequent places, in records:")
        for path, count in places.most_common(10):
            print(f"  {count:6} {path}")
    print(f"{compared} records compared, {differing} differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
