"""What the ABI is, as facts that can be written as sorted lines and read again."""
import re
from dataclasses import dataclass, field
from typing import Dict, List, Optional, Set

import view as headers
from view import Function, Member, Parameter, Struct, Symbol

TITLE = """\
# The ABI of libsacralmet and libsacralmet-exchange, one fact a line, sorted. Written by
# `tools/abi/lock.py write` from what a compiler sees in the public headers, and from
# lib/symbols.txt. Layouts are those of 64-bit machines; others stand where they differ.
"""

# Which lines tell the layout of a machine, the most special first.
LABELS = {
    "64-bit": ("64-bit",),
    "i686": ("i686", "32-bit", "64-bit"),
    "wasm32": ("wasm32", "32-bit", "64-bit"),
    "win64": ("win64", "64-bit"),
}


class FactsError(Exception):
    """A text is not one that `lock.py write` wrote; says which line."""


@dataclass
class Facts:
    """Everything that the text pins."""
    abi: str = ""
    enums: Dict[str, Dict[str, int]] = field(default_factory=dict)
    functions: Dict[str, Function] = field(default_factory=dict)
    opaque: Set[str] = field(default_factory=set)
    structs: Dict[str, Dict[str, Struct]] = field(default_factory=dict)  # by name, by label
    symbols: Dict[str, Symbol] = field(default_factory=dict)
    typedefs: Dict[str, str] = field(default_factory=dict)

    def layout(self, name: str, target: str) -> Struct:
        """The layout of a struct on one of the machines."""
        layouts = self.structs[name]
        return next(layouts[label] for label in LABELS[target] if label in layouts)


# --- from the headers ----------------------------------------------------------

def _place(struct: Struct):
    return (struct.size, struct.align, struct.members)


def _layouts(views, name) -> Dict[str, Struct]:
    """The layouts of a struct that must be told, by label."""
    structs = {target: view.structs[name] for target, view in views.items()}
    told = {"64-bit": structs["64-bit"]}
    if _place(structs["i686"]) == _place(structs["wasm32"]):
        small = {"32-bit": structs["i686"]}
    else:
        small = {"i686": structs["i686"], "wasm32": structs["wasm32"]}
    for label, struct in {**small, "win64": structs["win64"]}.items():
        if _place(struct) != _place(structs["64-bit"]):
            told[label] = struct
        elif label in ("i686", "wasm32"):  # the other one differs, and must not stand for it
            told[label] = struct
    return told


def from_views(views, symbols: Dict[str, Symbol], abi: str) -> Facts:
    """The facts of the headers."""
    view = views[headers.PLAIN]
    facts = Facts(abi=abi, symbols=dict(symbols), functions=dict(view.functions))
    facts.enums = {name: dict(enum.members) for name, enum in view.enums.items()}
    facts.typedefs = {name: typedef.type for name, typedef in view.typedefs.items()}
    for name, struct in view.structs.items():
        if struct.is_opaque:
            facts.opaque.add(name)
        else:
            facts.structs[name] = _layouts(views, name)
    return facts


# --- as text ---------------------------------------------------------------------

def _struct_lines(name: str, label: str, struct: Struct) -> List[str]:
    lines = [f"struct {name} {label} ({struct.size} bytes, aligned to {struct.align})"]
    lines += [f"struct {name} {label} at {member.offset:04}: {member.declaration()} "
              f"({member.size} bytes)" for member in struct.members]
    return lines


def render(facts: Facts) -> str:
    """The text of the lock."""
    lines = [f"abi {facts.abi}"]
    for name, members in facts.enums.items():
        lines += [f"enum {name}: {member} = {value}" for member, value in members.items()]
    lines += [f"function {name}: {function.prototype()}"
              for name, function in facts.functions.items()]
    lines += [f"opaque {name}" for name in facts.opaque]
    for name, layouts in facts.structs.items():
        for label, struct in layouts.items():
            lines += _struct_lines(name, label, struct)
    lines += [f"symbol {name}: {symbol.library} {symbol.since}"
              for name, symbol in facts.symbols.items()]
    lines += [f"typedef {name}: {type_}" for name, type_ in facts.typedefs.items()]
    return TITLE + "".join(line + "\n" for line in sorted(lines))


# --- from text -------------------------------------------------------------------

def _groups(pattern: str, text: str):
    """The groups of a pattern that must match all of a text."""
    match = re.fullmatch(pattern, text)
    if not match:
        raise FactsError(text)
    return match.groups()


def _split(declaration: str):
    """The type and the name of a declaration such as `const char *key`."""
    pointer = re.fullmatch(r"(.*\(\*)(\w+)(\).*)", declaration)
    if pointer:
        return pointer.group(1) + pointer.group(3), pointer.group(2)
    return _groups(r"(.*?)\s*(\w+)", declaration)


def _function(text: str) -> Function:
    """A function as `render` writes it."""
    before, inside = _groups(r"([^(]*)\((.*)\)", text)
    returns, name = _split(before)
    words = [] if inside == "void" else inside.split(", ")
    variadic = bool(words) and words[-1] == "..."
    parameters = [Parameter(*reversed(_split(word))) for word in words if word != "..."]
    return Function(name, "", 0, returns, parameters, variadic)


def _member(offset: str, text: str) -> Member:
    """A member as `render` writes it."""
    declaration, size = _groups(r"(.*) \((\d+) bytes\)", text)
    array = re.fullmatch(r"(.*)\[(\d+)\]", declaration)
    count = int(array.group(2)) if array else None
    type_, name = _split(array.group(1) if array else declaration)
    return Member(name, type_, int(offset), int(size), count)


def _struct(facts: Facts, text: str) -> None:
    """A line of a struct: its size, which comes first, or a member."""
    whole = re.fullmatch(r"(\w+) (\S+) \((\d+) bytes, aligned to (\d+)\)", text)
    if whole:
        name, label, size, align = whole.groups()
        facts.structs.setdefault(name, {})[label] = Struct(name, "", 0, int(size), int(align))
        return
    name, label, offset, member = _groups(r"(\w+) (\S+) at (\d+): (.*)", text)
    facts.structs[name][label].members.append(_member(offset, member))


def _fact(facts: Facts, kind: str, text: str) -> None:
    """One line."""
    if kind == "abi":
        facts.abi = text
    elif kind == "enum":
        name, member, value = _groups(r"(\w+): (\w+) = (-?\d+)", text)
        facts.enums.setdefault(name, {})[member] = int(value)
    elif kind == "function":
        name, prototype = text.split(": ")
        facts.functions[name] = _function(prototype)
    elif kind == "opaque":
        facts.opaque.add(text)
    elif kind == "struct":
        _struct(facts, text)
    elif kind == "symbol":
        name, library, since = _groups(r"(\w+): (\w+) ([\d.]+)", text)
        facts.symbols[name] = Symbol(library, since)
    elif kind == "typedef":
        name, type_ = text.split(": ")
        facts.typedefs[name] = type_
    else:
        raise FactsError(f"no kind of fact: {kind}")


def parse(text: str, path: Optional[str] = None) -> Facts:
    """The facts that a text of `render` holds."""
    facts = Facts()
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        try:
            kind, rest = line.split(" ", 1)
            _fact(facts, kind, rest)
        except (KeyError, ValueError, FactsError) as error:
            raise FactsError(f"{path or 'text'}:{number}: cannot be read: {line}") from error
    return facts
