#!/usr/bin/env python3
"""SINS with its band from six columns of codes: the library, numpy, pandas, plain
Python and R, on the same rows.

usage: scores.py COMMAND LIBSACRALMET [ROWS]

Prints one line of JSON an engine. ROWS is 1000000, or what BENCH_SCORE_ROWS says.
Every engine's answers are compared with the library's, row by row; one that
differs is a failure. An engine that is not there is named with the reason.
"""
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from figures import catalog, python_with, report, rounded

ROWS = 1000000
SEED = 2010
HERE = Path(__file__).resolve().parent

# Fisher CG et al. Spine 2010, table 1.
JUNCTIONAL = ("occiput", "C1", "C2", "C7", "T1", "T2", "T11", "T12", "L1", "L5", "S1")
MOBILE = ("C3", "C4", "C5", "C6", "L2", "L3", "L4")
SEMIRIGID = tuple(f"T{n}" for n in range(3, 11))
RIGID = ("S2", "S3", "S4", "S5")
POINTS = {
    "lesion_level": {**dict.fromkeys(JUNCTIONAL, 3), **dict.fromkeys(MOBILE, 2),
                     **dict.fromkeys(SEMIRIGID, 1), **dict.fromkeys(RIGID, 0)},
    "pain": {"mechanical": 3, "nonmechanical": 1, "none": 0},
    "bone_lesion": {"lytic": 2, "mixed": 1, "blastic": 0},
    "alignment": {"subluxation": 4, "deformity": 2, "normal": 0},
    "vertebral_collapse": {"over_half": 3, "up_to_half": 2, "body_involved_over_half": 1,
                           "none": 0},
    "posterolateral_involvement": {"bilateral": 3, "unilateral": 1, "none": 0},
}


def write_columns(folder, content, rows):
    """Of each field a file of codes, and one of points by code. Gives the fields' numbers."""
    draw = random.Random(SEED)
    fields = {field["key"]: field for field in content["fields"]}
    for place, (key, points) in enumerate(POINTS.items()):
        numbers = {value["key"]: value["number"] for value in fields[key]["values"]}
        if set(numbers) != set(points):
            sys.exit(f"{key}: the values are not those of the table here")
        by_number = bytearray(max(numbers.values()) + 1)
        for value, number in numbers.items():
            by_number[number] = points[value]
        codes = bytes(draw.choices(list(numbers.values()), k=rows))
        Path(folder, f"codes{place}").write_bytes(codes)
        Path(folder, f"points{place}").write_bytes(by_number)
    return [fields[key]["number"] for key in POINTS]


def run(command):
    """The lines that an engine's program prints, as objects."""
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"{Path(command[1]).name} failed: {done.stderr.strip()}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def run_r(folder, rows):
    if shutil.which("Rscript") is None:
        return [{"engine": "R", "skipped": "there is no Rscript"}]
    return run(["Rscript", "--vanilla", str(HERE / "scores.R"), folder, str(rows)])


def answers(folder, place):
    return Path(folder, f"totals{place}").read_bytes(), Path(folder, f"bands{place}").read_bytes()


def main(command, library, rows=None):
    rows = int(rows or os.environ.get("BENCH_SCORE_ROWS") or ROWS)
    content = catalog(command)
    [instrument] = [i["number"] for i in content["instruments"] if i["key"] == "sins"]
    python = python_with("numpy", "pandas") or python_with("numpy") or sys.executable
    with tempfile.TemporaryDirectory() as folder:
        plan = {"library": os.path.abspath(library), "instrument": instrument, "rows": rows,
                "fields": write_columns(folder, content, rows)}
        Path(folder, "plan.json").write_text(json.dumps(plan), encoding="utf-8")
        lines = run([python, str(HERE / "scores_python.py"), folder]) + run_r(folder, rows)
        ours = next(line for line in lines if line["engine"] == "libsacralmet")
        expected = answers(folder, ours.pop("answers"))
        if {len(part) for part in expected} != {rows}:
            sys.exit("libsacralmet: not as many answers as rows")
        ours_milliseconds = ours["milliseconds"]
        for line in lines:
            if "skipped" not in line:
                if line is not ours and answers(folder, line.pop("answers")) != expected:
                    sys.exit(f"{line['engine']}: the answers differ from the library's")
                line["rows_per_second"] = rounded(rows / line["milliseconds"] * 1e3)
                line["times_ours"] = rounded(line["milliseconds"] / ours_milliseconds)
                line["milliseconds"] = rounded(line["milliseconds"])
            report("scores", instrument="sins", rows=rows, **line)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
