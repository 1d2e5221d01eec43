"""Says in words what a difference between two ABIs means to whoever is compiled already."""
import re
from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple

import view as headers
from facts import Facts
from view import Function, Member, Struct

# What a difference is; RELEASE moves with the library's own version, and no rule asks for more.
BREAK, ADDITION, NEITHER, RELEASE = "break", "addition", "neither", "release"

SIZES = {"char": 1, "int8_t": 1, "uint8_t": 1, "int16_t": 2, "uint16_t": 2, "int32_t": 4,
         "uint32_t": 4, "int64_t": 8, "uint64_t": 8, "int": 4, "unsigned int": 4}


@dataclass
class Difference:
    """One difference, what it is, and what it means."""
    kind: str
    text: str


class Comparison:
    """Gathers the differences between an old ABI and a new one."""

    def __init__(self, old: Facts, new: Facts):
        self.old, self.new = old, new
        self.found: List[Difference] = []

    def say(self, kind: str, text: str) -> None:
        """Notes a difference."""
        self.found.append(Difference(kind, text))

    def all(self) -> List[Difference]:
        """Every difference, breaks first."""
        self.typedefs()
        self.enums()
        self.symbols()
        self.functions()
        self.opaque()
        self.structs()
        order = (BREAK, ADDITION, NEITHER, RELEASE)
        return sorted(self.found, key=lambda difference: order.index(difference.kind))

    # --- names of types and numbers --------------------------------------------

    def typedefs(self) -> None:
        """Names of types."""
        old, new = self.old.typedefs, self.new.typedefs
        for name in sorted(set(old) | set(new)):
            if name not in new:
                self.say(BREAK, f"typedef {name} removed: programs that name it are no longer "
                         "compiled")
            elif name not in old:
                self.say(ADDITION, f"typedef {name} is new")
            elif old[name] != new[name]:
                users = sorted(function.name for function in self.new.functions.values()
                               if name in signature_words(function))
                self.say(BREAK, f"typedef {name} was {measured(old[name])} and is "
                         f"{measured(new[name])}: this breaks callers of "
                         f"{counted(users, 'function')}, and every struct that has it")

    def enums(self) -> None:
        """Enumerations and their numbers."""
        old, new = self.old.enums, self.new.enums
        for name in sorted(set(old) | set(new)):
            if name not in new:
                self.say(BREAK, f"enum {name} removed: programs that name it are no longer "
                         "compiled")
            elif name not in old:
                self.say(ADDITION, f"enum {name} is new, with {len(new[name])} members")
            else:
                self.enum(name, old[name], new[name])

    def enum(self, name: str, old: Dict[str, int], new: Dict[str, int]) -> None:
        """One enumeration that both have."""
        renamed = renamed_members(old, new)
        for member, value in old.items():
            if member in renamed:
                self.say(BREAK, f"enum {name}: {member} is called {renamed[member]} now: what is "
                         "compiled goes on, but programs that name it are no longer compiled")
            elif member not in new:
                self.say(BREAK, f"enum {name}: {member} = {value} removed: programs that name it "
                         "are no longer compiled, and its number must never mean anything else")
            elif new[member] != value:
                self.number(name, member, value, new[member])
        reused = set(old.values()) - set(new.values())
        for member, value in new.items():
            if member in old or member in renamed.values():
                continue
            before = [other for other, number in old.items() if number == value]
            if before and value not in reused and all(new.get(other) != value for other in before):
                self.say(BREAK, f"enum {name}: {member} takes the number {value}, which was "
                         f"{before[0]}: compiled callers mean {before[0]} by it")
            else:
                self.say(ADDITION, f"enum {name}: {member} = {value} is new")

    def number(self, name: str, member: str, old: int, new: int) -> None:
        """A member whose number changed."""
        if name == "smet_version_of_headers":
            self.say(RELEASE, f"enum {name}: {member} was {old} and is {new}: another version")
            return
        other = [word for word, value in self.new.enums[name].items() if value == old]
        meaning = (f"what compiled callers pass as {member} means {other[0]} now" if other else
                   "compiled callers mean another option, or none")
        self.say(BREAK, f"enum {name}: {member} was {old} and is {new}: {meaning}")

    # --- functions ---------------------------------------------------------------

    def symbols(self) -> None:
        """Exported names."""
        old, new = self.old.symbols, self.new.symbols
        for name in sorted(set(old) | set(new)):
            if name not in new:
                self.say(BREAK, f"{name}(): function removed: it is no longer exported, and "
                         "programs that use it no longer start")
            elif name not in old:
                declared = self.new.functions.get(name)
                self.say(ADDITION, f"{name}(): addition: exported by {new[name].library} since "
                         f"{new[name].since}{', ' + declared.prototype() if declared else ''}; a "
                         "minor ABI bump is needed")
            elif old[name].library != new[name].library:
                self.say(BREAK, f"{name}(): was exported by {old[name].library} and is by "
                         f"{new[name].library}: programs that link the former alone no longer "
                         "start")
            elif old[name].since != new[name].since:
                self.say(BREAK, f"{name}(): its version was {old[name].since} and is "
                         f"{new[name].since}: the loader looks for the former")

    def functions(self) -> None:
        """Declarations."""
        old, new = self.old.functions, self.new.functions
        for name in sorted(set(old) | set(new)):
            if name in old and name in new:
                self.function(old[name], new[name])
            elif name in old and name in self.new.symbols:
                self.say(BREAK, f"{name}(): function removed: no public header declares it, and "
                         "programs that use it are no longer compiled")
            elif name in self.old.symbols and name in self.new.symbols:
                self.say(ADDITION, f"{name}(): addition: a header declares it now: "
                         f"{new[name].prototype()}; a minor ABI bump is needed")
        for name in sorted(set(new) - set(self.new.symbols)):
            self.say(BREAK, f"{name}(): declared, but lib/symbols.txt does not export it: "
                     "programs that use it are not linked")
        for name in sorted(set(self.new.symbols) - set(new)):
            if name not in old:
                self.say(BREAK, f"{name}(): exported, but no public header declares it")

    def function(self, old: Function, new: Function) -> None:
        """The signature of one function."""
        name = f"{old.name}()"
        if old.variadic != new.variadic:
            self.say(BREAK, f"{name}: takes a varying number of arguments"
                     + (" no longer" if old.variadic else " now") + ": this breaks callers")
        self.type(f"{name}: what it returns", old.returns, new.returns, is_result=True)
        if len(old.parameters) != len(new.parameters):
            self.say(BREAK, f"{name}: had {counted(old.parameters, 'parameter')} and has "
                     f"{len(new.parameters)}{changed_parameters(old, new)}: callers pass what it "
                     "does not expect; this breaks callers")
            return
        for number, (before, after) in enumerate(zip(old.parameters, new.parameters), 1):
            place = f"{name}: parameter {number} `{before.name}`"
            self.type(place, before.type, after.type, is_result=False)
            if before.name != after.name and before.type == after.type:
                swapped = any(other.name == after.name for other in old.parameters)
                self.say(BREAK if swapped else NEITHER,
                         f"{place} is called `{after.name}` now" + (
                             ": parameters changed places; callers pass one for the other"
                             if swapped else ": callers go on as before"))

    def type(self, place: str, old: str, new: str, is_result: bool) -> None:
        """One type of a signature."""
        if old == new:
            return  # what a typedef became is said of the typedef
        before, after = plain(old, self.old.typedefs), plain(new, self.new.typedefs)
        was = f"{place} was {old} and is {new}"
        if before == after:
            self.say(NEITHER, f"{was}: the same type under another name; callers go on as before")
        elif without_const(before) == without_const(after):
            self.say(*constness(was, before, after, is_result))
        else:
            self.say(BREAK, f"{place} was {measured(old, self.old)} and is "
                     f"{measured(new, self.new)}: {consequence(before, after, is_result)}; "
                     "this breaks callers")

    # --- structs -------------------------------------------------------------------

    def opaque(self) -> None:
        """Structs of which callers know the name alone."""
        for name in sorted(self.old.opaque - self.new.opaque):
            if name in self.new.structs:
                self.say(ADDITION, f"struct {name} was opaque and shows its members now: callers "
                         "go on as before, but its layout is a promise from now on")
            else:
                self.say(BREAK, f"struct {name} removed: programs that name it are no longer "
                         "compiled")
        for name in sorted(self.new.opaque - self.old.opaque - set(self.old.structs)):
            self.say(ADDITION, f"struct {name} is new, and opaque")

    def structs(self) -> None:
        """Layouts."""
        old, new = self.old.structs, self.new.structs
        for name in sorted(set(old) | set(new)):
            if name not in new:
                self.say(BREAK, f"struct {name} " + (
                    "is opaque now: programs that look into it are no longer compiled"
                    if name in self.new.opaque else
                    "removed: programs that name it are no longer compiled"))
            elif name not in old:
                if name not in self.old.opaque:
                    self.say(ADDITION, f"struct {name} is new")
            else:
                self.struct(name)

    def struct(self, name: str) -> None:
        """One struct; other machines where they tell more than the plain one."""
        pairs = {target: (self.old.layout(name, target), self.new.layout(name, target))
                 for target in headers.TARGETS}
        told = layout_differences(name, *pairs.pop(headers.PLAIN))
        self.found += told
        told_kinds = {difference.kind for difference in told}
        for target, (old, new) in pairs.items():
            for difference in layout_differences(name, old, new):
                if difference.kind not in told_kinds:
                    told_kinds.add(difference.kind)
                    self.say(difference.kind, f"{difference.text} (on {target})")


# --- words -----------------------------------------------------------------------------

def counted(things, word: str) -> str:
    """`1 function`, `2 functions`."""
    number = len(things)
    return f"{number} {word}" + ("" if number == 1 else "s")


def signature_words(function: Function) -> set:
    """Every word of the types of a function."""
    types = [function.returns] + [parameter.type for parameter in function.parameters]
    return set(re.findall(r"\w+", " ".join(types)))


def plain(type_: str, typedefs: Dict[str, str]) -> str:
    """A type without the names that the headers give to integers."""
    return re.sub(r"\w+", lambda word: typedefs.get(word.group(), word.group()), type_)


def without_const(type_: str) -> str:
    """A type without `const`."""
    return re.sub(r"\s*\bconst\b\s*", " ", type_).replace("* ", "*").strip()


def size_of(type_: str) -> Optional[int]:
    """The bytes of an integer; None for what is not one, or differs from machine to machine."""
    return SIZES.get(type_)


def measured(type_: str, facts: Optional[Facts] = None) -> str:
    """A type and how many bytes it has, where that is more than its name says."""
    inner = plain(type_, facts.typedefs) if facts else type_
    size = size_of(inner)
    if size is None or inner == type_:
        return type_
    return f"{type_} ({inner})"


def levels(type_: str) -> List[bool]:
    """Whether what is pointed to is const, the outermost pointer first."""
    parts = type_.split("*")
    return [bool(re.search(r"\bconst\b", part)) for part in reversed(parts[:-1])]


def constness(was: str, old: str, new: str, is_result: bool) -> Tuple[str, str]:
    """What it means that types differ in `const` alone."""
    before, after = levels(old), levels(new)
    if any(was_const and not is_const for was_const, is_const in zip(before, after)):
        if is_result:
            return BREAK, (f"{was}: lost const: the promise that nobody writes there is gone, "
                           "and what others were told is read-only may be written")
        return BREAK, (f"{was}: lost const: callers who hand in what is const are no longer "
                       "compiled, and the promise that it is not written is gone")
    if is_result:
        return BREAK, (f"{was}: gained const: callers who keep it where const is not said are no "
                       "longer compiled")
    if len(before) > 1:
        return BREAK, (f"{was}: gained const under a pointer: C and C++ do not convert what "
                       "callers have; they are no longer compiled")
    return NEITHER, f"{was}: gained const: callers go on as before"


def consequence(old: str, new: str, is_result: bool) -> str:
    """What happens to a caller who was compiled with the old type."""
    verb = "expects" if is_result else "passes"
    before, after = size_of(old), size_of(new)
    if before is not None and after is not None:
        if before != after:
            return f"a caller {verb} {before} byte{'s' if before > 1 else ''}, not {after}"
        return f"a caller {verb} the same bytes and means another number by them"
    if old == "void":
        return "a caller expects nothing"
    if before is not None:
        return f"a caller {verb} {before} byte{'s' if before > 1 else ''}"
    if old.endswith("*"):
        return f"a caller {verb} a pointer to something else" if new.endswith("*") else \
            f"a caller {verb} a pointer"
    return f"a caller {verb} {old}"


def renamed_members(old: Dict[str, int], new: Dict[str, int]) -> Dict[str, str]:
    """Members that are gone while a new one has their number."""
    gone = {value: member for member, value in old.items() if member not in new}
    return {gone[value]: member for member, value in new.items()
            if member not in old and value in gone}


def changed_parameters(old: Function, new: Function) -> str:
    """Which parameters came or went, by name."""
    before = {parameter.name for parameter in old.parameters}
    after = {parameter.name for parameter in new.parameters}
    gone = [f"`{parameter.name}` is gone" for parameter in old.parameters
            if parameter.name not in after]
    come = [f"`{parameter.name}` ({parameter.type}) is new" for parameter in new.parameters
            if parameter.name not in before]
    return f" ({', '.join(gone + come)})" if gone or come else ""


# --- layouts ---------------------------------------------------------------------------

def begins_with_size(struct: Struct) -> bool:
    """Whether the struct says itself how long its caller believes it to be."""
    first = struct.members[0] if struct.members else None
    return first is not None and (first.name, first.type, first.offset) == ("size", "uint32_t", 0)


def member_difference(name: str, old: Member, new: Optional[Member],
                      at_place: Optional[Member]) -> Optional[Difference]:
    """What became of a member; `at_place` is what stands in its place now."""
    if new is None:
        if at_place and (at_place.type, at_place.size) == (old.type, old.size):
            if old.name.startswith("reserved"):
                return Difference(ADDITION, f"struct {name}: `{old.name}` is `{at_place.name}` "
                                  "now: allowed, since callers leave it zero, as long as zero "
                                  "means what it did")
            return Difference(BREAK, f"struct {name}: `{old.name}` is called `{at_place.name}` "
                              "now: what is compiled goes on, but programs that name it are no "
                              "longer compiled")
        return Difference(BREAK, f"struct {name}: `{old.name}` removed: compiled callers read "
                          "and write something else there")
    if new.offset != old.offset:
        return Difference(BREAK, f"struct {name}: `{old.name}` stood at byte {old.offset} and "
                          f"stands at {new.offset}: compiled callers read and write something "
                          "else there")
    if new.size != old.size:
        return Difference(BREAK, f"struct {name}: `{old.name}` was {old.declaration()} with "
                          f"{old.size} bytes and is {new.declaration()} with {new.size}: "
                          "compiled callers know the former")
    if (new.type, new.count) != (old.type, old.count):
        return Difference(BREAK, f"struct {name}: `{old.name}` was {old.declaration()} and is "
                          f"{new.declaration()}: programs mean something else by the same bytes, "
                          "or are no longer compiled")
    return None


def layout_differences(name: str, old: Struct, new: Struct) -> List[Difference]:
    """What became of a struct on one machine."""
    found = []
    by_name = {member.name: member for member in new.members}
    by_place = {member.offset: member for member in new.members}
    old_names = {member.name for member in old.members}
    for member in old.members:
        there = by_place.get(member.offset)
        difference = member_difference(name, member, by_name.get(member.name),
                                       there if there and there.name not in old_names else None)
        if difference:
            found.append(difference)
    renamed = {member.offset for member in old.members if member.name not in by_name}
    come = [member for member in new.members
            if member.name not in old_names and member.offset not in renamed]
    inside = [member for member in come if member.offset < old.size]
    for member in inside:
        found.append(Difference(BREAK, f"struct {name}: `{member.name}` is new at byte "
                                f"{member.offset}, within the {old.size} bytes that callers had: "
                                "its `size` cannot tell whether they set it"))
    if new.size != old.size:
        is_clean = all(difference.kind != BREAK for difference in found)
        found.append(grown(name, old, new, [member for member in come if member not in inside],
                           is_clean))
    if new.align != old.align:
        found.append(Difference(BREAK, f"struct {name}: was aligned to {old.align} bytes and is "
                                f"to {new.align}: what compiled callers hand in may lie wrong"))
    return found


def grown(name: str, old: Struct, new: Struct, come: List[Member], is_clean: bool) -> Difference:
    """What a change of a struct's size means; `is_clean`: what was there is where it was."""
    was = f"struct {name} {'grew' if new.size > old.size else 'shrank'} from {old.size} to " \
          f"{new.size} bytes"
    if come:
        was += " (" + ", ".join(f"`{member.name}`" for member in come) + ")"
    if new.size < old.size:
        return Difference(BREAK, f"{was}: what compiled callers hand in is longer than the "
                          "library knows; it refuses that, or reads less")
    if not begins_with_size(old):
        return Difference(BREAK, f"{was}, and has no `size` member first: the library reads and "
                          "writes beyond what compiled callers hand in; this breaks callers")
    if not is_clean:
        return Difference(BREAK, f"{was}, but not at its end alone: compiled callers know another "
                          "struct")
    return Difference(ADDITION, f"{was}: allowed, since it begins with `size`, as long as the "
                      "library serves the shorter one too; a minor ABI bump is needed")
