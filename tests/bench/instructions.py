#!/usr/bin/env python3
"""Counts the instructions of one assessment and of one score, under callgrind.

usage: instructions.py VALGRIND PROGRAM

Prints one line of JSON a figure. Instruction counts are steady where seconds are not.
"""
import json
import re
import subprocess
import sys
import tempfile

# What the project aims at, in instructions.
AIMS = {"smet_assess": 30000, "smet_score": None}


def count(valgrind, program, function):
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [valgrind, "--tool=callgrind", f"--callgrind-out-file={folder}/out",
             f"--toggle-collect={function}", program],
            capture_output=True, text=True, check=True)
    return int(re.search(r"Collected : (\d+)", done.stderr).group(1))


def main(valgrind, program):
    for function, aim in AIMS.items():
        found = count(valgrind, program, function)
        line = {"benchmark": "instructions", "function": function, "instructions": found}
        if aim is not None:
            line.update(aim=aim, ratio=round(found / aim, 3))
        print(json.dumps(line))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
