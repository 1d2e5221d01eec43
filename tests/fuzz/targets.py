#!/usr/bin/env python3
"""Which fuzz target calls which public function; none may be without one.

    targets.py SYMBOLS TARGETS.txt TARGET.c... [--write]

TARGETS.txt is the committed table; --write renews it.
"""

import argparse
import re
import sys
from pathlib import Path


def functions(symbols):
    for line in symbols.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split()[0]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("symbols", type=Path)
    options.add_argument("table", type=Path)
    options.add_argument("targets", type=Path, nargs="+")
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    callers = {name: [] for name in functions(given.symbols)}
    for target in sorted(given.targets):
        called = set(re.findall(r"\b(smet_\w+)\(", target.read_text(encoding="utf-8")))
        for name in called & callers.keys():
            callers[name].append(target.stem.removeprefix("fuzz_"))
    missing = [name for name, targets in callers.items() if not targets]
    if missing:
        sys.exit("no fuzz target calls " + ", ".join(missing))
    text = "".join(f"{name} {' '.join(targets)}\n" for name, targets in callers.items())
    if given.write:
        given.table.write_text(text, encoding="utf-8")
    elif given.table.read_text(encoding="utf-8") != text:
        sys.exit(f"{given.table.name} is not what the targets call: renew it with --write")
    print(f"{len(callers)} functions, {len(given.targets)} targets")


if __name__ == "__main__":
    main()
