#!/usr/bin/env python3
"""The speed of `sacralmet batch` on a CSV file, beside others that read the same file.

usage: table.py COMMAND RUNNER GET_DUCKDB DUCKDB_DIRECTORY [ROWS]

Prints one line of JSON a figure. ROWS is 200000, or what BENCH_TABLE_ROWS says.
Each engine is run in turns, the best run counts. An engine that is not there is
named with the reason.
"""
import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import cohort
from figures import catalog, python_with, report, rounded

ROWS = 200000
ROUNDS = 5
HERE = Path(__file__).resolve().parent


class Missing(Exception):
    """An engine is not there; the text says why."""


def run_on(cpus, command):
    """Runs a command on so many of the processors; what it printed, in words."""
    def settle():
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cpus])
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          encoding="utf-8",
                          preexec_fn=settle if hasattr(os, "sched_setaffinity") else None)
    if done.returncode != 0:
        sys.exit(f"{Path(command[0]).name} failed: {done.stderr.strip()}")
    return done.stdout.split()


class Program:
    """A program that reads the file: the whole process is timed."""
    def __init__(self, runner, version, *command):
        self.command, self.version = [runner, *command], version

    def measure(self, cpus, path):
        seconds, busy, peak = map(float, run_on(cpus, [*self.command, path]))
        return {"seconds": seconds, "processor_seconds": busy, "peak_mebibytes": peak / 1024}


class Reader:
    """A reader within a Python process: its reading alone is timed."""
    def __init__(self, python, filled, *script):
        self.command, self.filled, self.version = [python, *script], filled, None

    def measure(self, cpus, path):
        arguments = [str(cpus) if part == "CPUS" else part for part in self.command]
        seconds, filled, self.version = run_on(cpus, [*arguments, path])
        if int(filled) != self.filled:
            sys.exit(f"{arguments[1]}: {filled} cells were read of {self.filled}")
        return {"seconds": float(seconds)}


def pandas_reader(filled):
    python = python_with("pandas")
    if python is None:
        raise Missing("no Python has pandas")
    return Reader(python, filled, str(HERE / "read_pandas.py"))


def duckdb_reader(filled, get_duckdb, directory):
    done = subprocess.run(["sh", get_duckdb, "echo", directory], check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
    if done.returncode == 77:
        raise Missing("DuckDB's library is not to be had: npm or its package is missing")
    if done.returncode != 0:
        sys.exit(f"{Path(get_duckdb).name} failed: {done.stderr.strip()}")
    return Reader(sys.executable, filled, str(HERE / "read_duckdb.py"), done.stdout.strip(), "CPUS")


def check(command, path, rows):
    """Runs batch once and looks at its answers; the part of rows with contradictions."""
    batch = subprocess.Popen([command, "batch", path], stdout=subprocess.PIPE, encoding="utf-8")
    found = contradictory = 0
    for row in csv.DictReader(batch.stdout):
        found += 1
        contradictory += row["inconsistencies"] != ""
        if row["error"] or not row["sins_min"]:
            sys.exit(f"batch: row {found}: {row['error'] or 'no answer'}")
    if batch.wait() != 0 or found != rows:
        sys.exit(f"batch: status {batch.returncode}, {found} rows of {rows}")
    return contradictory / rows


def measure(engines, cpus, path, facts):
    best = {}
    for _ in range(ROUNDS):
        for name, engine in engines.items():
            taken = engine.measure(cpus, path)
            if name not in best or taken["seconds"] < best[name]["seconds"]:
                best[name] = taken
    for name, taken in best.items():
        figures = {"milliseconds": rounded(taken["seconds"] * 1e3),
                   "megabytes_per_second": rounded(facts["bytes"] / taken["seconds"] / 1e6),
                   "rows_per_second": rounded(facts["rows"] / taken["seconds"])}
        for key in ("processor_seconds", "peak_mebibytes"):
            if key in taken:
                figures[key] = rounded(taken[key])
        for other, key in (("wc -l", "wc"), ("pandas", "pandas"), ("DuckDB", "duckdb")):
            if name.startswith("sacralmet") and other in best:
                figures[f"ratio_to_{key}"] = rounded(best[other]["seconds"] / taken["seconds"])
        version = engines[name].version
        report("table", engine=name, **({"version": version} if version else {}), cpus=cpus,
               **facts, **figures)


def main(command, runner, get_duckdb, directory, rows=None):
    rows = int(rows or os.environ.get("BENCH_TABLE_ROWS") or ROWS)
    version = catalog(command)["versions"]["release"]
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/cohort.csv"
        filled = cohort.write(path, catalog(command), rows)
        facts = {"rows": rows, "columns": len(cohort.COLUMNS), "bytes": os.path.getsize(path),
                 "empty_percent": rounded(100 - 100 * filled / rows / len(cohort.COLUMNS)),
                 "inconsistent_percent": rounded(100 * check(command, path, rows))}
        engines = {
            "wc -l": Program(runner, None, "wc", "-l"),
            "sacralmet batch": Program(runner, version, command, "batch"),
            "sacralmet batch --instrument sins":
                Program(runner, version, command, "batch", "--instrument", "sins"),
            "sacralmet batch --dispositions":
                Program(runner, version, command, "batch", "--dispositions"),
        }
        for name, make in (("pandas", lambda: pandas_reader(filled)),
                           ("DuckDB", lambda: duckdb_reader(filled, get_duckdb, directory))):
            try:
                engines[name] = make()
            except Missing as reason:
                report("table", engine=name, skipped=str(reason))
        measure(engines, 1, path, facts)
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
        if cores > 1:
            measure(engines, cores, path, facts)


if __name__ == "__main__":
    if len(sys.argv) not in (5, 6):
        sys.exit(__doc__)
    main(*sys.argv[1:])
