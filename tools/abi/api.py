#!/usr/bin/env python3
"""Describes the API for programs: lib/abi/sacralmet-api.json, from headers and docstrings.

usage: api.py check|write --include DIR [--include DIR2] [--symbols FILE] [--committed FILE]
              [--castxml PROGRAM] [--doxygen PROGRAM]

`check` compares with the committed file and says what a docstring fails to decide; exit 1 for
either. `write` writes the file, unless a docstring fails to decide something. Without castxml or
doxygen it exits with 77.

What a docstring decides, in words that are looked for:
  - direction: @param[in], @param[in,out] or @param[out], for every pointer;
  - NULL: "NULL is refused", or one of "may be NULL", "NULL is fine", "NULL: ...",
    "NULL finds nothing", "NULL where it is not wanted", for every pointer that goes in;
    "never NULL", or "NULL when|where|for ...", for every pointer that comes back;
  - whose it is that comes back: "that the caller owns", "static" or "borrowed";
  - how long an array is: "room for `capacity` ..." or "`count` values", naming a parameter;
  - statuses: each one by name, or "as smet_other()", which adds those of the other;
  - masks ("bit b is set when ..."): never over a vocabulary, which grows; an integer that is one
    states the bound: "lie from 0 to 63", "at most ...";
  - "as for smet_other()" and "as in smet_other()" take all of this from that function's
    parameter of the same name.
"""
import argparse
import difflib
import json
import os
import re
import shutil
import sys
from typing import Dict, List, Optional

sys.dont_write_bytecode = True  # the tree stays as it is
# pylint: disable=wrong-import-position
import docs as docstrings
import view as headers

COMMITTED = os.path.join(headers.ROOT, "lib", "abi", "sacralmet-api.json")
SYMBOLS = os.path.join(headers.ROOT, "lib", "symbols.txt")

NULLABLE = re.compile(
    r"\bmay be NULL\b|\bNULL is fine\b|\bNULL: |\bNULL finds nothing\b"
    r"|\bNULL where it is not wanted\b")
REFUSED = re.compile(r"\bNULL is refused\b")
SAME = re.compile(r"\bas (?:for|in) (smet_\w+)\(\)")
STATUSES_OF = re.compile(r"(?:\bas|\bthose of) ((?:smet_\w+\(\)(?:,? and )?)+)")
OWNERSHIP = (("owned", re.compile(r"\bthat the caller owns\b")),
             ("static", re.compile(r"\bstatic\b")),
             ("borrowed", re.compile(r"\bborrowed\b")))
NULL_RESULT = re.compile(r"\bNULL (?:when|where|for)\b")
MASK = re.compile(r"\bbits? (\w) (?:is|are) set\b|\bmasks?\b")
OF_VOCABULARY = re.compile(
    r"\b(?:conflict|dispute|evidence|field|finding|instrument|intervention|reference|rule|term"
    r"|verdict|vocabulary)s?\b")
BOUND = re.compile(r"\bat most\b|\bfrom 0 to \d+\b")


class Maker:
    """Puts headers and docstrings together, and keeps what a docstring leaves open."""

    def __init__(self, views, docs, symbols, abi):
        self.views, self.docs, self.symbols, self.abi = views, docs, symbols, abi
        self.view = views[headers.PLAIN]
        self.open: List[str] = []

    # --- types -------------------------------------------------------------

    def types(self) -> list:
        """Integers with a name of their own, and opaque structs."""
        made = []
        for name, typedef in self.view.typedefs.items():
            text = self.docs.typedefs.get(name, docstrings.Text())
            common = {"header": typedef.header, "since": text.since, "brief": text.brief}
            if typedef.type.startswith("struct "):
                made.append({"name": name, "kind": "opaque", "free": f"{name}_free", **common})
                if f"{name}_free" not in self.view.functions:
                    self.open.append(f"{name}: no {name}_free() frees it")
            else:
                named = re.search(r"`enum (smet_\w+)`", text.brief + text.description)
                enum = named.group(1) if named else name[:-2]
                made.append({"name": name, "kind": "integer", "type": typedef.type,
                             "enum": enum if enum in self.view.enums else None, **common})
            self.need(text.since, name, "@since is missing")
        return made

    def enums(self) -> list:
        """Enumerations, their members in the order of the header."""
        made = []
        for name, enum in self.view.enums.items():
            text = self.docs.enums.get(name, docstrings.Text())
            self.need(text.since, f"enum {name}", "@since is missing")
            for member, _ in enum.members:
                self.need(text.members.get(member), f"enum {name}", f"{member} has no docstring")
            made.append({
                "name": name, "header": enum.header, "since": text.since,
                "brief": text.brief, "description": text.description,
                "members": [{"name": member, "value": value,
                             "brief": text.members.get(member, "")}
                            for member, value in enum.members]})
        return made

    def structs(self) -> list:
        """Structs, with the layout of 64-bit machines and that of wasm32."""
        made = []
        for name, struct in self.view.structs.items():
            if struct.is_opaque:
                continue
            text = self.docs.structs.get(name, docstrings.Text())
            if name.startswith("smet_"):
                self.need(text.since, f"struct {name}", "@since is missing")
            small = self.views["wasm32"].structs[name]
            made.append({
                "name": name, "header": struct.header, "since": text.since,
                "brief": text.brief, "description": text.description,
                "size": struct.size, "size_32": small.size,
                "members": [self.member(name, text, *pair)
                            for pair in zip(struct.members, small.members)]})
        return made

    def member(self, struct, text, member, small) -> dict:
        """One member of a struct."""
        self.need(text.members.get(member.name), f"struct {struct}",
                  f"{member.name} has no docstring")
        self.mask(f"struct {struct}, {member.name}", member.type, text.members.get(member.name, ""))
        return {"name": member.name, "type": member.type, "offset": member.offset,
                "offset_32": small.offset, "count": member.count,
                "brief": text.members.get(member.name, "")}

    # --- functions ---------------------------------------------------------

    def functions(self) -> list:
        """Every exported function."""
        made = []
        for name, function in self.view.functions.items():
            text = self.docs.functions.get(name, docstrings.Text())
            symbol = self.symbols.get(name)
            self.need(symbol, f"{name}()", "is declared, but lib/symbols.txt does not have it")
            self.need(text.brief, f"{name}()", "has no docstring")
            self.need(text.since, f"{name}()", "@since is missing")
            if symbol and text.since and symbol.since != text.since:
                self.open.append(f"{name}(): @since {text.since}, but lib/symbols.txt says "
                                 f"{symbol.since}")
            parameters = [self.parameter(function, text, parameter)
                          for parameter in function.parameters]
            self.need("capacity" not in text.parameters or
                      any(parameter["capacity"] for parameter in parameters),
                      f"{name}()", "has a `capacity`, but of what? Say \"room for `capacity` ...\"")
            made.append({
                "name": name, "library": symbol.library if symbol else None,
                "header": function.header, "since": text.since,
                "brief": text.brief, "description": text.description,
                "returns": self.result(function, text), "parameters": parameters})
        for name in self.symbols:
            self.need(name in self.view.functions, name,
                      "stands in lib/symbols.txt, but no public header declares it")
        return made

    def result(self, function, text) -> dict:
        """What a function gives back."""
        name, said = f"{function.name}()", text.returns
        is_pointer, is_void = function.returns.endswith("*"), function.returns == "void"
        if not is_void:
            self.need(said, name, "@return is missing")
        self.mask(f"{name}, @return", function.returns, said)
        ownership, nullable = None, False
        if is_pointer:
            owners = [owner for owner, words in OWNERSHIP if words.search(said)]
            self.need(len(owners) == 1, name, "@return must say one of \"that the caller owns\", "
                      "\"static\", \"borrowed\"")
            ownership = owners[0] if owners else None
            nullable = bool(NULL_RESULT.search(said))
            self.need(nullable != ("never NULL" in said), name,
                      "@return must say \"never NULL\", or \"NULL when|where|for ...\"")
        statuses = self.statuses(function.name)
        if function.returns != "smet_status_t":  # "those of" another include its good one
            statuses = [status for status in statuses if status != "SMET_OK"]
        if function.returns == "smet_status_t":
            self.need("SMET_OK" in statuses, name, "@return does not list SMET_OK")
        if any(self.has_size(parameter.type) for parameter in function.parameters) and statuses:
            for status in ("SMET_ERROR_STRUCT_SIZE", "SMET_ERROR_STRUCT_TAIL"):
                self.need(status in statuses, name, f"@return does not list {status}")
        return {"type": function.returns, "description": said, "ownership": ownership,
                "nullable": nullable, "statuses": statuses}

    def has_size(self, type_: str) -> bool:
        """Whether a parameter points to a struct that begins with its size."""
        match = re.match(r"(?:const )?struct (\w+) \*", type_)
        struct = self.view.structs.get(match.group(1)) if match else None
        return bool(struct and struct.members and struct.members[0].name == "size")

    def statuses(self, name: str, seen=()) -> List[str]:
        """The statuses that a function can give, in the order of their enumeration."""
        if name in seen:
            return []
        said = self.docs.functions.get(name, docstrings.Text()).returns
        words = set(re.findall(r"\bSMET_\w+", said))
        for others in STATUSES_OF.findall(said):
            for other in re.findall(r"smet_\w+", others):
                words.update(self.statuses(other, (*seen, name)))
        return [member for member, _ in self.view.enums["smet_status"].members if member in words]

    def parameter(self, function, text, parameter) -> dict:
        """One parameter, with what its docstring decides."""
        place = f"{function.name}(), parameter `{parameter.name}`"
        said = text.parameters.get(parameter.name)
        self.need(said, place, "has no docstring")
        self.mask(place, parameter.type, said.text if said else "")
        made = {"name": parameter.name, "type": parameter.type,
                "direction": "in", "nullable": False, "capacity": None, "count": None,
                "description": said.text if said else ""}
        if said and parameter.type.endswith("*"):
            made.update(self.pointer(function, parameter, place, said))
        return made

    def pointer(self, function, parameter, place, said) -> dict:
        """Direction, NULL and length of what a parameter points to."""
        direction = said.direction.replace("inout", "in,out")
        direction = "in,out" if direction in ("in,out", "out,in") else direction
        self.need(direction, place, "needs @param[in], @param[in,out] or @param[out]")
        is_const = re.search(r"const (?:struct )?\w+ \*$|\*const \*$", parameter.type) is not None
        self.need(not direction or is_const == (direction == "in") or self.frees(function),
                  place, f"is [{direction}], which its type, {parameter.type}, is not")
        same = SAME.search(said.text)
        words = self.followed(same, parameter.name, place) if same else said.text
        nullable, refused = bool(NULLABLE.search(words)), bool(REFUSED.search(words))
        self.need(nullable != refused, place, "must say either \"NULL is refused\" or what NULL "
                  "means (\"may be NULL\", \"NULL is fine\", \"NULL: ...\")")
        lengths = [word for word in re.findall(r"`(\w+)`", words)
                   if any(other.name == word and other.type == "size_t"
                          for other in function.parameters)]
        length = lengths[0] if lengths else None
        return {"direction": direction, "nullable": nullable,
                "capacity": length if direction == "out" else None,
                "count": length if direction == "in" else None}

    def frees(self, function) -> bool:
        """Whether a function frees what it is given, which then goes in and not out."""
        return function.name.endswith("_free")

    def followed(self, same, name, place) -> str:
        """The words of another function's parameter of the same name."""
        for _ in range(4):
            other = self.docs.functions.get(same.group(1))
            if other is None or name not in other.parameters:
                self.open.append(f"{place}: {same.group(1)}() has no parameter `{name}`")
                return ""
            words = other.parameters[name].text
            same = SAME.search(words)
            if not same:
                return words
        self.open.append(f"{place}: goes on and on from one function to another")
        return ""

    def need(self, decided, place, complaint) -> None:
        """Notes a complaint where something is not decided."""
        if not decided:
            self.open.append(f"{place}: {complaint}")

    # --- rules of the headers ------------------------------------------------

    def rules(self) -> None:
        """What every binding relies on: no type that differs from machine to machine."""
        for name, function in self.view.functions.items():
            if function.variadic:
                self.open.append(f"{name}() takes a varying number of arguments")
            types = [function.returns] + [parameter.type for parameter in function.parameters]
            for type_ in types:
                self.rule(f"{name}()", type_)
        for name, struct in self.view.structs.items():
            if name.startswith("smet_"):
                for member in struct.members:
                    self.rule(f"struct {name}, {member.name}", member.type)

    def mask(self, place, type_, said) -> None:
        """What a docstring says of bits: they stand for what cannot become more."""
        bit = MASK.search(said)
        if bit is None:
            return
        self.need(not OF_VOCABULARY.search(said[bit.start():]), place,
                  "is a mask over a vocabulary, which grows: fill an array")
        self.need("*" in type_ or BOUND.search(said), place,
                  "is a mask and states no bound (\"from 0 to 63\", \"at most ...\")")

    def rule(self, place, type_) -> None:
        """One type of a signature or a member."""
        words = set(re.findall(r"\w+", type_))
        bad = words & {"enum", "long", "short", "int", "unsigned", "float", "double", "_Bool",
                       "bool", "FILE", "time_t", "va_list"}
        if bad:
            self.open.append(f"{place}: {type_} has no fixed width")
        if "struct" in words and "*" not in type_:
            self.open.append(f"{place}: {type_} goes by value")

    def description(self) -> dict:
        """The whole description."""
        self.rules()
        return {"format": 1, "versions": {"abi": self.abi}, "types": self.types(),
                "enums": self.enums(), "structs": self.structs(), "functions": self.functions()}


def make(include, symbols, castxml="castxml", doxygen="doxygen"):
    """The description as text, and what docstrings leave open."""
    release, abi = headers.project()
    maker = Maker(headers.read_all(include, castxml, release),
                  docstrings.read(include, doxygen, release),
                  headers.read_symbols(symbols), abi)
    description = maker.description()
    return json.dumps(description, indent=1, ensure_ascii=False) + "\n", maker.open


def compare(committed: str, made: str, path: str) -> List[str]:
    """The lines in which the committed file differs."""
    return [line.rstrip("\n") for line in difflib.unified_diff(
        committed.splitlines(), made.splitlines(), f"{path} (committed)", f"{path} (made anew)",
        lineterm="", n=2)]


def arguments(argv: Optional[List[str]], description: str) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("action", choices=("check", "write"))
    parser.add_argument("--include", action="append", required=True)
    parser.add_argument("--symbols", default=SYMBOLS)
    parser.add_argument("--committed", default=COMMITTED)
    parser.add_argument("--castxml", default="castxml")
    parser.add_argument("--doxygen", default="doxygen")
    return parser.parse_args(argv)


def main(argv: Optional[List[str]] = None) -> int:
    """Checks or writes."""
    options = arguments(argv, __doc__.splitlines()[0])
    for program in (options.castxml, options.doxygen):
        if shutil.which(program) is None:
            print(f"{program} is missing: skipped")
            return headers.SKIPPED
    text, undecided = make(options.include, options.symbols, options.castxml, options.doxygen)
    for complaint in undecided:
        print(complaint)
    if undecided:
        print(f"{len(undecided)} things that docstrings leave open")
        return 1
    name = os.path.basename(options.committed)
    if options.action == "write":
        with open(options.committed, "w", encoding="utf-8") as file:
            file.write(text)
        print(f"{name}: written")
        return 0
    committed = ""
    if os.path.exists(options.committed):
        with open(options.committed, encoding="utf-8") as file:
            committed = file.read()
    differences = compare(committed, text, name)
    if differences:
        print("\n".join(differences[:200]))
        print(f"{name} is not what headers and docstrings say; `api.py write` makes it anew")
        return 1
    counts: Dict[str, int] = {key: len(value) for key, value in json.loads(text).items()
                              if isinstance(value, list)}
    print(f"{name}: " + ", ".join(f"{count} {key}" for key, count in counts.items()))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except headers.ViewError as error:
        sys.exit(f"api.py: {error}")
