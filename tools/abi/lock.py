#!/usr/bin/env python3
"""Compares the ABI of the headers with the committed text, and explains each difference.

usage: lock.py check|write --include DIR [--include DIR2] [--symbols FILE] [--committed FILE]
               [--abi-version VERSION] [--castxml PROGRAM]

`check` exits with 1 on any difference with the committed text. `write` writes the text anew, but
refuses a break unless abi_version in meson.build moved: its first number, before 1.0 its second.
Without castxml it exits with 77.
"""
import argparse
import os
import shutil
import sys
from typing import List, Optional, Tuple

sys.dont_write_bytecode = True  # the tree stays as it is
# pylint: disable=wrong-import-position
import explain
import facts as abi_facts
import view as headers

COMMITTED = os.path.join(headers.ROOT, "lib", "abi", "libsacralmet.abi")
SYMBOLS = os.path.join(headers.ROOT, "lib", "symbols.txt")


def numbers(version: str) -> Tuple[int, int, int]:
    """The three numbers of a version."""
    first, second, third = (int(word) for word in version.split("."))
    return first, second, third


def asked(before: str, kinds) -> Tuple[int, int, int]:
    """The least ABI version that differences of these kinds ask for."""
    first, second, third = numbers(before)
    if explain.BREAK in kinds:
        return (first + 1, 0, 0) if first > 0 else (0, second + 1, 0)
    if explain.ADDITION in kinds:
        return first, second + 1, 0
    if explain.NEITHER in kinds:
        return first, second, third + 1
    return first, second, third


def rule(before: str, kinds) -> str:
    """Which number of the ABI version moves."""
    if explain.BREAK in kinds:
        return "a break moves the first number" + (
            ", before 1.0 the second" if numbers(before)[0] == 0 else "")
    if explain.ADDITION in kinds:
        return "an addition moves the second number"
    if explain.NEITHER in kinds:
        return "anything else moves the third number"
    return "a release alone moves none"


def verdict(before: str, now: str, found: List[explain.Difference]) -> str:
    """What the differences come to, and which version the rules ask for."""
    kinds = [difference.kind for difference in found]
    needed = asked(before, set(kinds))
    counted = [[kind for kind in kinds if kind == one]
               for one in (explain.BREAK, explain.ADDITION)]
    counts = ", ".join(explain.counted(some, one)
                       for some, one in zip(counted, (explain.BREAK, explain.ADDITION)))
    breaks_and_additions = sum(len(some) for some in counted)
    enough = "which is enough" if numbers(now) >= needed else "which is not enough"
    version = ".".join(str(number) for number in needed)
    return (f"{explain.counted(kinds, 'difference')}: {counts}, "
            f"{len(kinds) - breaks_and_additions} that are neither. The rules ask for abi_version "
            f"{version} ({rule(before, kinds)}); the text was written for {before}, and "
            f"this tree has {now}, {enough}.")


def report(old: abi_facts.Facts, new: abi_facts.Facts) -> List[explain.Difference]:
    """Prints every difference and returns them."""
    found = explain.Comparison(old, new).all()
    for difference in found:
        print(f"{difference.kind.upper()}: {difference.text}")
    if found:
        print(verdict(old.abi, new.abi, found))
    elif old.abi != new.abi:
        print(f"abi_version was {old.abi} and is {new.abi}; nothing else differs")
    return found


def check(options, new: abi_facts.Facts, committed: Optional[str]) -> int:
    """Compares."""
    name = os.path.basename(options.committed)
    if committed is None:
        print(f"{name} does not exist; `lock.py write` makes it")
        return 1
    text = abi_facts.render(new)
    old = abi_facts.parse(committed, name)
    found = report(old, new)
    if text == committed:
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        print(f"{name}: {len(lines)} facts, no difference")
        return 0
    if not found and old.abi == new.abi:
        print(f"{name} says the same in other lines")
    print(f"Once this is meant, `lock.py write` writes {name} anew")
    return 1


def write(options, new: abi_facts.Facts, committed: Optional[str]) -> int:
    """Writes, unless that would hide a break."""
    name = os.path.basename(options.committed)
    if committed is not None:
        old = abi_facts.parse(committed, name)
        found = report(old, new)
        breaks = [difference for difference in found if difference.kind == explain.BREAK]
        if breaks and numbers(new.abi) < asked(old.abi, {explain.BREAK}):
            print(f"{name} is not written: {explain.counted(breaks, 'break')}, and abi_version "
                  "has not moved")
            return 1
    with open(options.committed, "w", encoding="utf-8") as file:
        file.write(abi_facts.render(new))
    print(f"{name}: written")
    return 0


def main(argv: Optional[List[str]] = None) -> int:
    """Reads the headers, then checks or writes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("action", choices=("check", "write"))
    parser.add_argument("--include", action="append", required=True,
                        help="a directory that has the folder sacralmet")
    parser.add_argument("--symbols", default=SYMBOLS)
    parser.add_argument("--committed", default=COMMITTED)
    parser.add_argument("--abi-version", help="by default that of meson.build")
    parser.add_argument("--castxml", default="castxml")
    options = parser.parse_args(argv)
    if shutil.which(options.castxml) is None:
        print(f"{options.castxml} is missing: skipped")
        return headers.SKIPPED
    release, abi = headers.project()
    new = abi_facts.from_views(headers.read_all(options.include, options.castxml, release),
                               headers.read_symbols(options.symbols),
                               options.abi_version or abi)
    committed = None
    if os.path.exists(options.committed):
        with open(options.committed, encoding="utf-8") as file:
            committed = file.read()
    return (check if options.action == "check" else write)(options, new, committed)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (headers.ViewError, abi_facts.FactsError) as error:
        print(f"lock.py: {error}")
        sys.exit(1)
