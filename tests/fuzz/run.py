#!/usr/bin/env python3
"""Runs fuzz targets, some at once, and says of each what it did in one line.

    run.py --seconds N --jobs N --seeds DIR --lines FILE PROGRAMS DIRECTORY TARGET...

PROGRAMS holds fuzz-TARGET, libFuzzer programs. What they learn goes to
DIRECTORY/corpus/TARGET, what they find to DIRECTORY/findings. FILE gets the figures
as lines of JSON, for tests/trust/page.py. Ends with 1 where something was found.
"""
import argparse
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path


def run(target, given):
    corpus = given.directory / "corpus" / target
    findings = given.directory / "findings"
    for folder in (corpus, findings):
        folder.mkdir(parents=True, exist_ok=True)
    log = given.directory / f"{target}.log"
    environment = {**os.environ, "UBSAN_OPTIONS": "print_stacktrace=1",
                   "ASAN_OPTIONS": "allocator_may_return_null=1"}
    start = time.monotonic()
    with log.open("wb") as text:
        # The time of the processor is that of this child alone, whatever else runs.
        child = subprocess.Popen(
            [given.programs / f"fuzz-{target}", f"-max_total_time={given.seconds}",
             "-timeout=60", "-report_slow_units=60", "-rss_limit_mb=3000", "-print_final_stats=1",
             f"-artifact_prefix={findings}/{target}-", corpus, given.seeds / target],
            stdout=text, stderr=subprocess.STDOUT, env=environment)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    said = log.read_text(encoding="utf-8", errors="replace")
    # Without statistics it has not come to its end.
    done = re.search(r"^stat::number_of_executed_units:\s*(\d+)", said, re.M)
    last = re.findall(r"^#(\d+)\s", said, re.M)
    line = {"measured": "fuzz", "target": target,
            "executions": int(done[1] if done else last[-1] if last else 0),
            "seconds": round(time.monotonic() - start),
            "cpu_seconds": round(usage.ru_utime + usage.ru_stime),
            "findings": int(child.returncode != 0)}
    written = re.findall(r"Test unit written to (.*)", said)
    return line, written, log


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--seconds", type=int, required=True)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--seeds", type=Path, required=True)
    options.add_argument("--lines", type=Path, required=True)
    options.add_argument("programs", type=Path)
    options.add_argument("directory", type=Path)
    options.add_argument("targets", nargs="+", metavar="TARGET")
    given = options.parse_args()
    lines = []
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        for line, written, log in pool.map(lambda target: run(target, given), given.targets):
            lines.append(line)
            print(f"{line['target']}: {line['executions']} executions, {line['seconds']} s, "
                  f"{line['cpu_seconds']} CPU seconds, {line['findings']} findings", flush=True)
            for path in written:
                print(f"  the input: {path}")
            if line["findings"]:
                print(f"  what was found: {log}")
    given.lines.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    found = sum(line["findings"] for line in lines)
    # The last line counts as that of a test does.
    print(f"{len(lines) - found} passed, {found} failed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
