#!/usr/bin/env python3
"""Makes the headers for foreign-function interfaces: no directive, no comment, no attribute.

usage: ffi_header.py check|write --include DIR [--include DIR2] [--symbols FILE]
                     [--committed FOLDER] [--castxml PROGRAM]

FOLDER gets sacralmet_ffi.h, with what libsacralmet exports, and sacralmet_exchange_ffi.h, with
what libsacralmet-exchange adds: PHP looks for every function of a text in one library. cffi,
LuaJIT and PHP know the integers of <stdint.h> and size_t by themselves. Without castxml it exits
with 77.
"""
import argparse
import difflib
import os
import shutil
import sys
import textwrap
from typing import Dict, List, Optional

sys.dont_write_bytecode = True  # the tree stays as it is
# pylint: disable=wrong-import-position
import view as headers

FOLDER = os.path.join(headers.ROOT, "lib", "abi")
SYMBOLS = os.path.join(headers.ROOT, "lib", "symbols.txt")
FILES = {"core": "sacralmet_ffi.h", "exchange": "sacralmet_exchange_ffi.h"}


def wrapped(text: str) -> str:
    """A prototype in lines of at most 100 columns."""
    kept = text.replace("struct ", "struct\0")  # a struct and its name stay on one line
    return "\n".join(textwrap.wrap(kept, 100, subsequent_indent="    ", break_long_words=False,
                                   break_on_hyphens=False)).replace("\0", " ")


def enum_text(enum: headers.Enum) -> str:
    """An enumeration, every number written out."""
    members = [f"    {name} = {value}" for name, value in enum.members]
    return f"enum {enum.name} {{\n" + ",\n".join(members) + "\n};"


def struct_text(struct: headers.Struct) -> str:
    """A struct."""
    members = "".join(f"    {member.declaration()};\n" for member in struct.members)
    return f"struct {struct.name} {{\n{members}}};"


def declarations(view: headers.View) -> Dict[str, List[str]]:
    """What each header declares, in its order."""
    found: Dict[str, list] = {header: [] for header in view.headers}
    for typedef in view.typedefs.values():
        found[typedef.header].append(
            (typedef.line, f"typedef {headers.declare(typedef.type, typedef.name)};"))
    for enum in view.enums.values():
        found[enum.header].append((enum.line, enum_text(enum)))
    for struct in view.structs.values():
        if not struct.is_opaque:
            found[struct.header].append((struct.line, struct_text(struct)))
    for function in view.functions.values():
        found[function.header].append((function.line, wrapped(function.prototype() + ";")))
    return {header: [text for _, text in sorted(lines)] for header, lines in found.items()}


def libraries(view: headers.View, symbols) -> Dict[str, str]:
    """The library that each header belongs to: that of its functions, else the core."""
    owners = {header: "core" for header in view.headers}
    for function in view.functions.values():
        owners[function.header] = symbols[function.name].library
    for function in view.functions.values():
        if owners[function.header] != symbols[function.name].library:
            raise headers.ViewError(f"{function.header} declares functions of two libraries")
    return owners


def make(view: headers.View, symbols) -> Dict[str, str]:
    """The text of each file."""
    for name in view.functions:
        if name not in symbols:
            raise headers.ViewError(f"{name}() is declared, but not exported")
    owners, texts = libraries(view, symbols), declarations(view)
    return {file: "\n".join(text for header in view.headers if owners[header] == library
                            for text in texts[header]) + "\n"
            for library, file in FILES.items()}


def check(folder: str, texts: Dict[str, str]) -> int:
    """Compares with what is committed."""
    status = 0
    for name, text in texts.items():
        path = os.path.join(folder, name)
        committed = ""
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                committed = file.read()
        for line in difflib.unified_diff(committed.splitlines(), text.splitlines(),
                                         f"{name} (committed)", f"{name} (made anew)",
                                         lineterm="", n=1):
            status = 1
            print(line)
        print(f"{name}: {text.count(';')} semicolons, " + (
            "as committed" if committed == text else "`ffi_header.py write` makes it anew"))
    return status


def main(argv: Optional[List[str]] = None) -> int:
    """Checks or writes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("action", choices=("check", "write"))
    parser.add_argument("--include", action="append", required=True)
    parser.add_argument("--symbols", default=SYMBOLS)
    parser.add_argument("--committed", default=FOLDER)
    parser.add_argument("--castxml", default="castxml")
    options = parser.parse_args(argv)
    if shutil.which(options.castxml) is None:
        print(f"{options.castxml} is missing: skipped")
        return headers.SKIPPED
    texts = make(headers.read(options.include, castxml=options.castxml),
                 headers.read_symbols(options.symbols))
    if options.action == "check":
        return check(options.committed, texts)
    for name, text in texts.items():
        with open(os.path.join(options.committed, name), "w", encoding="utf-8") as file:
            file.write(text)
        print(f"{name}: written")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except headers.ViewError as error:
        sys.exit(f"ffi_header.py: {error}")
