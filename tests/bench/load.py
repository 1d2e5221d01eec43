#!/usr/bin/env python3
"""What it costs to load the library: time, relocations, size.

usage: load.py LOADER LIBSACRALMET EMPTY

Prints one line of JSON a figure. Beside it stand an empty library, built alike,
and libjansson, where the machine has it.
"""
import ctypes.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from figures import report, rounded

RUNS = 2000


def printed(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8",
                          env={**os.environ, "LC_ALL": "C"}).stdout


def find_jansson():
    """Where the loader finds libjansson; its name alone would cost a search each time."""
    name = ctypes.util.find_library("jansson")
    try:
        ctypes.CDLL(name or "")
        maps = Path("/proc/self/maps").read_text(encoding="utf-8")
        return next((line.split()[-1] for line in maps.splitlines() if "/libjansson" in line), None)
    except OSError:
        return None


def report_times(loader, libraries):
    lines = printed(loader, str(RUNS), *libraries.values()).splitlines()
    times = {name: [float(time) for time in line.split()]
             for name, line in zip(libraries, lines, strict=True)}
    for name, (least, median) in times.items():
        ratios = {f"ratio_to_{other}": rounded(least / times[other][0])
                  for other in ("empty", "libjansson")
                  if other in times and name == "libsacralmet"}
        report("load", library=name, runs=RUNS, minimum_microseconds=rounded(least),
               median_microseconds=rounded(median), **ratios)


def relocations(path):
    """How many entries the loader works on, by kind."""
    count = {"relative": 0, "symbol": 0, "resolver": 0}
    for kind in re.findall(r"^[0-9a-f]+ +[0-9a-f]+ +(R_\w+)", printed("readelf", "-rW", path),
                           re.MULTILINE):
        count["resolver" if kind.endswith("IRELATIVE") else
              "relative" if kind.endswith("_RELATIVE") else "symbol"] += 1
    return count


def section_size(path, section):
    found = re.search(rf" {re.escape(section)} +\w+ +[0-9a-f]+ [0-9a-f]+ ([0-9a-f]+) ",
                      printed("readelf", "-SW", path))
    return int(found[1], 16) if found else 0


def stripped_size(path):
    with tempfile.TemporaryDirectory() as folder:
        printed("strip", "--strip-unneeded", "-o", f"{folder}/library", path)
        return Path(folder, "library").stat().st_size


def main(loader, library, empty):
    libraries = {"libsacralmet": library, "empty": empty}
    jansson = find_jansson()
    if jansson:
        libraries["libjansson"] = jansson
    else:
        report("load", library="libjansson", skipped="there is no libjansson")
    report_times(loader, libraries)
    if not shutil.which("readelf") or not shutil.which("strip"):
        report("relocations", skipped="there is no readelf or no strip")
        return
    for name, path in libraries.items():
        report("relocations", library=name, **relocations(path),
               data_rel_ro_bytes=section_size(path, ".data.rel.ro"),
               text_bytes=section_size(path, ".text"), stripped_bytes=stripped_size(path))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
