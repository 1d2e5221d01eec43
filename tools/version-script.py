#!/usr/bin/env python3
"""Makes the linker's version script of one library from the list of exported names.

usage: version-script.py SYMBOLS LIBRARY PREFIX OUTPUT

Each version becomes a node that inherits the one before it; the first hides everything else.
"""
import sys


def main(symbols, library, prefix, output):
    versions = {}
    with open(symbols, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            name, owner, since = line.split()
            if owner == library:
                versions.setdefault(tuple(map(int, since.split("."))), []).append(name)
    text = []
    before = ""
    for version in sorted(versions):
        node = prefix + "_" + ".".join(map(str, version))
        text.append(node + " {\n    global:\n")
        text.extend(f"        {name};\n" for name in sorted(versions[version]))
        if not before:
            text.append("    local:\n        *;\n")
        text.append("}" + (" " + before if before else "") + ";\n")
        before = node
    with open(output, "w", encoding="utf-8") as script:
        script.write("".join(text))


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
