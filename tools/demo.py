"""Assesses records and shows each answer beside what was done.

Usage: demo.py COMMAND DIRECTORY RECORD.json...

COMMAND is the sacralmet command. DIRECTORY receives the whole answers, with
every reason and source; what is shown stops before these.
"""
import itertools
import json
import subprocess
import sys
import textwrap
import time
from pathlib import Path

WIDTH = 80
COLUMN = 46
REASONS_BEGIN = "\nHOW THE SCORES COME ABOUT\n"


def assess(command, form, record):
    return subprocess.run(
        [command, "assess", "--format", form, "-"],
        input=record, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def verdicts(command, record):
    """What stands out, strongest first, as one line for each intervention."""
    interventions = json.loads(assess(command, "json", record))["interventions"]
    for verdict in ("emergency", "contraindicated", "recommended"):
        for found in interventions:
            if found["disposition"] == verdict:
                side = f", {found['side']} side" if found.get("side") else ""
                still_open = "" if found["settled"] else " (open)"
                yield f"{verdict}: {found['label']}{side}{still_open}"


def words(value):
    if isinstance(value, list):
        return " or ".join(words(member) for member in value)
    return str(value).replace("_", " ")


def print_paragraph(text, indent=""):
    print(textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent))


def print_beside(left, right):
    for one, other in itertools.zip_longest(left, right, fillvalue=""):
        print(f"{one:{COLUMN}} | {other}".rstrip())


def show(command, directory, path, for_every_patient):
    text = path.read_text(encoding="utf-8")
    record = json.loads(text)
    print_paragraph(record["_comment"])
    print_paragraph(record["_source"])
    print("\nThe record:")
    facts = [f"{words(key)}: {words(value)}" for key, value in record.items() if key[0] != "_"]
    print_paragraph("; ".join(facts), "  ")

    start = time.perf_counter()
    answer = assess(command, "text", text)
    elapsed = time.perf_counter() - start
    whole = directory / f"{path.stem}.txt"
    whole.write_text(answer, encoding="utf-8")
    print(f"\nThe answer, in {elapsed * 1000:.0f} ms:\n")
    print(answer.partition(REASONS_BEGIN)[0].rstrip())
    print(f"\nReasons, cautions and sources: {whole}\n")

    short = []
    for line in verdicts(command, text):
        if line not in for_every_patient:
            short += textwrap.wrap(line, COLUMN, subsequent_indent="  ")
    rest = WIDTH - COLUMN - 3
    done = [line for one in record["_what_was_done"] for line in textwrap.wrap(one, rest)]
    print_beside(["What the library says of this patient", "-" * COLUMN, *short],
                 ["What the surgeons did", "-" * rest, *done])
    print()


def main():
    command, directory, *paths = sys.argv[1:]
    directory = Path(directory)
    directory.mkdir(parents=True, exist_ok=True)
    for_every_patient = set(verdicts(command, "{}"))
    for position, path in enumerate(map(Path, paths), 1):
        title = json.loads(path.read_text(encoding="utf-8"))["_title"]
        print("=" * WIDTH, f"Patient {position} of {len(paths)}: {title}", "=" * WIDTH, sep="\n")
        show(command, directory, path, for_every_patient)


if __name__ == "__main__":
    main()
