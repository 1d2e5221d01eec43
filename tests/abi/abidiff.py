#!/usr/bin/env python3
"""Compares two builds of a library with abidiff, and says in words what it means.

usage: abidiff.py --old LIBRARY --old-headers DIR... --new LIBRARY --new-headers DIR...
                  [--old-abi VERSION --new-abi VERSION]

Both are built with -g -fno-eliminate-unused-debug-types. abidiff runs twice: as it is,
which finds what it thinks harmful, and with --harmless, which adds what a compiled caller
would not notice and a compiled again one would (a lost const).

Allowed are additions: new functions, types and enumerators, and members at the end of a
struct of ours, which says its size. Anything else is a break, which asks for another
first number of the ABI version, before 1.0 the second; where the given versions show that
it moved, it is told and allowed.

The exit status is abidiff's, without the bits of what is allowed: 1 it failed, 2 it was
not understood, 4 the ABI changed, 8 incompatibly for certain.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

# Unreachable types, too: the API passes numbers, so that no function leads to an enum.
OPTIONS = ["--non-reachable-types", "--no-added-syms", "--drop-private-types"]

# Structs of ours begin with their size, and may grow at their end.
GROWN = """\
[suppress_type]
  label = a struct that says its size grew at its end
  type_kind = struct
  name_regexp = ^smet_
  has_data_member_inserted_at = end
"""

ERRORS, CHANGED, INCOMPATIBLE = 3, 4, 8


def run(options, harmless, suppressions):
    """What abidiff says, and its status."""
    command = ["abidiff", *OPTIONS]
    command += ["--harmless"] if harmless else []
    command += ["--suppressions", suppressions] if suppressions else []
    for number, folders in ((1, options.old_headers), (2, options.new_headers)):
        for folder in folders:
            command += [f"--headers-dir{number}", folder]
    done = subprocess.run([*command, options.old, options.new], capture_output=True, text=True,
                          check=False)
    return done.stdout + done.stderr, done.returncode


def blocks(report):
    """The parts of a report that begin with [A], [C] or [D], and lines of other news."""
    found = []
    inside = False
    for line in report.splitlines():
        if re.match(r"  \[[ACD]\] ", line):
            found.append(line[2:])
            inside = True
        elif re.match(r".*(SONAME|architecture) changed", line):
            found.append(line)
            inside = False
        elif line.startswith("   ") and inside:
            found[-1] += "\n" + line[2:]
        elif line.strip():
            inside = False
    return found


def is_addition(block):
    """Whether a part speaks of nothing but what is new."""
    if block.startswith("[A]"):
        return True
    news = [line.strip() for line in block.splitlines()[1:]]
    return block.startswith("[C] 'enum ") and all(
        re.match(r"type size hasn't changed|\d+ enumerator insertions?:|'.*' value '-?\d+'", line)
        for line in news)


def title(block, harmful):
    """A break in words."""
    removed = re.match(r"\[D\] '(\w+)(.*?)'", block)
    if removed:
        return f"A {removed.group(1)} is gone:{removed.group(2)}"
    if not harmful:
        if "reported earlier" in block:
            return "The same, elsewhere:"
        return "A compiled caller would not notice, its source would:"
    if "SONAME changed" in block:
        return "The library has another name:"
    if re.search(r"enumerator (change|deletion)", block):
        return "An enumerator changed its number, or is gone:"
    if re.search(r"data member|offset changed", block):
        return "A type changed its layout:"
    if re.search(r"parameter \d+ |return type", block):
        return "What a function takes or gives changed:"
    return "A type changed:"


def major(version):
    """What must differ between two versions that differ by a break."""
    numbers = version.split(".")
    return numbers[:2] if numbers[0] == "0" else numbers[:1]


def main():
    parser = argparse.ArgumentParser()
    for age in ("old", "new"):
        parser.add_argument(f"--{age}", required=True)
        parser.add_argument(f"--{age}-headers", nargs="+", required=True)
        parser.add_argument(f"--{age}-abi")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rules = os.path.join(folder, "grown.suppr")
        with open(rules, "w", encoding="utf-8") as file:
            file.write(GROWN)
        plain, status = run(options, False, rules)
        harmless, status_harmless = run(options, True, rules)
        everything, _ = run(options, True, None)
    if (status | status_harmless) & ERRORS:
        print(plain + harmless)
        print("abidiff failed")
        return (status | status_harmless) & ERRORS

    # Lines that count what was filtered differ between the runs; the first words do not.
    harmful = blocks(plain)
    heads = {block.splitlines()[0] for block in harmful}
    rest = [block for block in blocks(harmless) if block.splitlines()[0] not in heads]
    breaks = [(block, True) for block in harmful if not is_addition(block)]
    breaks += [(block, False) for block in rest if not is_addition(block)]
    changed = "".join(block for block, _ in breaks)
    # A type that changed is told again, as a new one.
    additions = [block for block in harmful + rest if is_addition(block) and
                 block.split("'")[1] not in changed]
    seen = {block.splitlines()[0] for block in harmful + rest}
    grown = [block for block in blocks(everything) if block.splitlines()[0] not in seen]

    for block in additions:
        print("Added:\n" + block)
    for block in grown:
        print("A struct grew at its end, which its size tells:\n" + block)
    for block, is_harmful in breaks:
        print(title(block, is_harmful) + "\n" + block)
    print(f"abidiff: {len(breaks)} breaks, {len(additions)} additions, "
          f"{len(grown)} functions with grown structs")
    if not breaks:
        # Its bits may stand for parts that this program does not know.
        unknown = (status | status_harmless) & ~ERRORS and not additions
        if unknown:
            print(harmless)
            print("abidiff reports a difference that is not understood")
        return status | status_harmless if unknown else 0
    if options.old_abi and options.new_abi and major(options.old_abi) != major(options.new_abi):
        print(f"The ABI version moved from {options.old_abi} to {options.new_abi}: "
              "breaks are allowed.")
        return 0
    print("A break asks for another first number of abi_version in meson.build, before 1.0 "
          "for the second, and for a line in NEWS.")
    bits = 0
    if any(is_harmful for _, is_harmful in breaks):
        bits |= status & ~ERRORS
    if any(not is_harmful for _, is_harmful in breaks):
        bits |= CHANGED
    return bits


if __name__ == "__main__":
    sys.exit(main())
