"""Makes src/sacralmet/_prototypes.py from lib/abi/sacralmet-api.json.

Usage: generate.py check|write [DESCRIPTION]

`write` writes the module; `check` compares it with what would be written, and ends
with status 1 where they differ.
"""
import json
import keyword
import os
import re
import sys
import textwrap

HERE = os.path.dirname(os.path.abspath(__file__))
DESCRIPTION = os.path.join(HERE, "..", "..", "lib", "abi", "sacralmet-api.json")
MODULE = os.path.join(HERE, "src", "sacralmet", "_prototypes.py")

# Enumerations that no vocabulary walks at run time, or that are needed to walk one.
CONSTANTS = ["smet_vocabulary", "smet_element", "smet_row_status", "smet_no_answer",
             "smet_json_style", "smet_answer"]
# What Arrow's implementations fill is handed on as it comes.
OPAQUE_STRUCT = re.compile(r"Arrow\w+")
NUMBERS = {"int32_t": "c_int32", "uint32_t": "c_uint32", "int64_t": "c_int64",
           "uint64_t": "c_uint64", "uint8_t": "c_uint8", "size_t": "c_size_t"}

HEADER = '''"""The library's functions and structs, as ctypes has them.

Made by bindings/python/generate.py from the description of the API; not written by
hand. Everything here is private to the package.
"""
from __future__ import annotations

from ctypes import (POINTER, Array, Structure, c_char, c_char_p, c_int32, c_int64, c_size_t,
                    c_uint8, c_uint32, c_uint64, c_void_p)
from typing import Any, Dict, Optional, Tuple

#: The ABI that this module was made from.
ABI_VERSION = "{abi}"
'''


class Types:
    """How the types of the description are written in ctypes."""

    def __init__(self, description):
        self.integers = dict(NUMBERS)
        self.opaque = set()
        for item in description["types"]:
            if item["kind"] == "integer":
                self.integers[item["name"]] = NUMBERS[item["type"]]
            else:
                self.opaque.add(item["name"])

    def parts(self, text):
        """The type pointed to, and how many pointers lead to it."""
        words = re.sub(r"\b(const|struct)\b", " ", text).replace("*", " * ").split()
        return words[0], len(words) - 1

    def of_parameter(self, text):
        """The type of a parameter or of what a function returns."""
        if text == "void":
            return "None"
        name, pointers = self.parts(text)
        if name == "void" or name in self.opaque or OPAQUE_STRUCT.fullmatch(name):
            return "c_void_p"
        if name == "char":
            result, pointers = "c_char_p", pointers - 1
        else:
            result = self.integers.get(name, name)
        for _ in range(pointers):
            result = f"POINTER({result})"
        return result

    def of_member(self, member):
        """The type of a struct's member, and that of its value in Python."""
        name, pointers = self.parts(member["type"])
        if pointers and name != "char":
            return "c_void_p", "Optional[int]"
        if pointers:
            return "c_char_p", "Optional[bytes]"
        if name == "char":
            return f"c_char * {member['count']}", "bytes"
        kind = self.integers[name]
        if member["count"]:
            return f"{kind} * {member['count']}", f"Array[{kind}]"
        return kind, "int"


def docstring(text, indent):
    """A docstring of one sentence or paragraph."""
    width = 90 - len(indent)
    lines = textwrap.wrap(text.replace("\\", "\\\\").replace('"', "'"), width)
    if len(lines) == 1:
        return f'{indent}"""{lines[0]}"""'
    return "\n".join([f'{indent}"""{lines[0]}'] + [indent + line for line in lines[1:]]
                     + [f'{indent}"""'])


def python_name(name):
    """A name that is no word of the language's own."""
    return name + "_" if keyword.iskeyword(name) else name


def constants(description):
    """The enumerators of `CONSTANTS`, without the prefix of the library."""
    lines = []
    for enum in description["enums"]:
        if enum["name"] not in CONSTANTS:
            continue
        lines += ["", f"# {enum['name']}"]
        lines += [f"{m['name'][len('SMET_'):]} = {m['value']}" for m in enum["members"]]
    return lines


def structs(description, types):
    """The structs, as classes."""
    lines = []
    for struct in description["structs"]:
        if OPAQUE_STRUCT.fullmatch(struct["name"]):
            continue
        members = [(python_name(m["name"]), *types.of_member(m)) for m in struct["members"]]
        lines += ["", "", f"class {struct['name']}(Structure):",
                  docstring(struct["brief"] or struct["name"], "    "), ""]
        lines += [f"    {name}: {python}" for name, _, python in members]
        lines += ["    _fields_ = ["]
        lines += [f'        ("{name}", {kind}),' for name, kind, _ in members]
        lines += ["    ]"]
    return lines


def prototypes(description, types):
    """A table of the functions: the library that has them, result, parameters."""
    lines = ["", "", "#: By name: the library that has it, what it returns, what it takes.",
             "PROTOTYPES: Dict[str, Tuple[str, Any, Tuple[Any, ...]]] = {"]
    for function in description["functions"]:
        parameters = [types.of_parameter(p["type"]) for p in function["parameters"]]
        taken = "(" + ", ".join(parameters) + ("," if len(parameters) == 1 else "") + ")"
        result = types.of_parameter(function["returns"]["type"])
        line = f'    "{function["name"]}": ("{function["library"]}", {result}, {taken}),'
        if len(line) > 96:
            line = textwrap.fill(line, 96, subsequent_indent=" " * 8, break_long_words=False)
        lines.append(line)
    return lines + ["}"]


def module(path):
    """The text of the module."""
    with open(path, encoding="utf-8") as file:
        description = json.load(file)
    if description["format"] != 1:
        sys.exit(f"{path}: format {description['format']} is not known")
    types = Types(description)
    lines = constants(description) + structs(description, types) + prototypes(description, types)
    return HEADER.format(abi=description["versions"]["abi"]) + "\n".join(lines) + "\n"


def main(arguments):
    """Does what the command line says."""
    if len(arguments) not in (1, 2) or arguments[0] not in ("check", "write"):
        sys.exit(__doc__.split("\n\n")[1])
    text = module(arguments[1] if len(arguments) == 2 else DESCRIPTION)
    if arguments[0] == "write":
        with open(MODULE, "w", encoding="utf-8") as file:
            file.write(text)
        return
    with open(MODULE, encoding="utf-8") as file:
        if file.read() != text:
            sys.exit("_prototypes.py is not what the description says: run generate.py write")


if __name__ == "__main__":
    main(sys.argv[1:])
