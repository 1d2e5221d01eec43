#!/usr/bin/env python3
"""Says on what the figures were measured: one line of JSON, without names of hosts.

usage: machine.py COMPILER BUILDTYPE
"""
import datetime
import os
import platform
import sys
from pathlib import Path

from figures import report

# Those that the library has kernels for, as Linux names them.
VECTORS = ("sse2", "avx2", "avx512f", "avx512bw", "asimd")


def processor():
    """What Linux says of the first processor: its model, and its vector instructions."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8").split("\n\n")[0]
    except OSError:
        text = ""
    about = {name.strip(): value.strip()
             for name, _, value in (line.partition(":") for line in text.splitlines())}
    flags = (about.get("flags") or about.get("Features") or "").split()
    return about.get("model name") or platform.machine(), [v for v in VECTORS if v in flags]


def system():
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.system()


def main(compiler, buildtype):
    model, vectors = processor()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    report("machine", date=datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d"),
           processor=model, architecture=platform.machine(), cores=cores, vectors=vectors,
           system=system(), libc=" ".join(platform.libc_ver()), compiler=compiler,
           buildtype=buildtype)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
