#!/usr/bin/env python3
"""Makes what a linker needs of one library from the list of exported names.

usage: exports.py --format map|def|wasm [--allocator] SYMBOLS LIBRARY OUTPUT

SYMBOLS is lib/symbols.txt, LIBRARY a word of its second column.

map   a version script: each version becomes a node that inherits the one before it,
      the first hides everything else
def   a module definition for Windows
wasm  the list of names for emcc -sEXPORTED_FUNCTIONS=@OUTPUT; with --allocator also
      malloc and free, which a host needs to hand over memory

A list that is not well formed is refused, with the line that is not.
"""
import argparse
import json
import re
import sys

LINE = re.compile(r"(smet_[a-z0-9_]+) (core|exchange) (0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")


class Refused(Exception):
    """The list is not well formed."""


def read(path):
    """The names of the list as (name, library, version), a version being two numbers."""
    symbols = []
    seen = {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if line.startswith("#") or not line:
                continue
            where = f"{path}:{number}"
            found = LINE.fullmatch(line)
            if not found:
                raise Refused(f"{where}: \"{line}\" is not \"smet_NAME core|exchange N.N\"")
            name, library, *version = found.groups()
            symbol = (name, library, tuple(map(int, version)))
            if name in seen:
                raise Refused(f"{where}: {name} stands in line {seen[name]} too")
            if symbols and (symbol[2], name) < (symbols[-1][2], symbols[-1][0]):
                raise Refused(f"{where}: {name} belongs before {symbols[-1][0]}: "
                              "versions ascend, and names within a version")
            seen[name] = number
            symbols.append(symbol)
    return symbols


def as_map(symbols):
    """A version script with one node for each version, chained."""
    text = []
    before = ""
    for version in sorted({version for _, version in symbols}):
        node = "smet_" + ".".join(map(str, version))
        text.append(node + " {\n    global:\n")
        text.extend(f"        {name};\n" for name, since in symbols if since == version)
        if not before:
            text.append("    local:\n        *;\n")
        text.append("}" + (" " + before if before else "") + ";\n")
        before = node
    return "".join(text)


def as_def(symbols):
    """A module definition; the linker names the module after its file."""
    return "EXPORTS\n" + "".join(f"    {name}\n" for name in sorted(name for name, _ in symbols))


def as_wasm(symbols, allocator):
    """A JSON list of names as the compiler from C to WebAssembly has them."""
    names = sorted(name for name, _ in symbols) + (["malloc", "free"] if allocator else [])
    return json.dumps(["_" + name for name in names], indent=1) + "\n"


def main():
    parser = argparse.ArgumentParser(
        usage=__doc__.split("usage: ")[1].split("\n")[0], add_help=False)
    parser.add_argument("--format", required=True, choices=["map", "def", "wasm"])
    parser.add_argument("--allocator", action="store_true")
    parser.add_argument("symbols")
    parser.add_argument("library")
    parser.add_argument("output")
    options = parser.parse_args()
    try:
        symbols = [(name, version) for name, library, version in read(options.symbols)
                   if library == options.library]
    except (Refused, OSError, UnicodeDecodeError) as refused:
        sys.exit(f"exports.py: {refused}")
    if not symbols:
        sys.exit(f"exports.py: {options.symbols} has no name of the library "
                 f"\"{options.library}\"")
    if options.format == "map":
        text = as_map(symbols)
    elif options.format == "def":
        text = as_def(symbols)
    else:
        text = as_wasm(symbols, options.allocator)
    with open(options.output, "w", encoding="utf-8", newline="\n") as output:
        output.write(text)


if __name__ == "__main__":
    main()
