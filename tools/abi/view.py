"""The public headers as a compiler sees them: types, enumerators, layouts and functions.

castxml reads them without any header but its own, so that the same facts come out on every
machine, and for every machine that it is asked for.
"""
import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from typing import Dict, List, Optional, Set, Tuple

# The machines whose layouts are pinned, the first as the plain case. i686 aligns 64-bit
# integers to 4 bytes, wasm32 to 8; Windows has a `long` of its own.
TARGETS = {
    "64-bit": "x86_64-linux-gnu",
    "i686": "i686-linux-gnu",
    "wasm32": "wasm32-unknown-unknown",
    "win64": "x86_64-w64-mingw32",
}
PLAIN = "64-bit"

# The exit status of a test that cannot be run here.
SKIPPED = 77

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class ViewError(Exception):
    """The headers could not be read; the text says why."""


@dataclass
class Parameter:
    """One parameter of a function, its type as it is written."""
    name: str
    type: str

    def declaration(self) -> str:
        """The parameter as C has it."""
        return declare(self.type, self.name)


@dataclass
class Function:
    """A function that a public header declares."""
    name: str
    header: str
    line: int
    returns: str
    parameters: List[Parameter]
    variadic: bool = False

    def prototype(self) -> str:
        """The function as C declares it, without the semicolon."""
        parameters = [parameter.declaration() for parameter in self.parameters]
        if self.variadic:
            parameters.append("...")
        return declare(self.returns, f"{self.name}({', '.join(parameters) or 'void'})")


@dataclass
class Member:
    """One member of a struct, with its place in bytes."""
    name: str
    type: str
    offset: int
    size: int
    count: Optional[int] = None  # elements of an array

    def declaration(self) -> str:
        """The member as C has it, without the semicolon."""
        return declare(self.type, self.name + (f"[{self.count}]" if self.count else ""))


@dataclass
class Struct:
    """A struct, or a name without members where it is opaque."""
    name: str
    header: str
    line: int
    size: int
    align: int
    members: List[Member] = field(default_factory=list)

    @property
    def is_opaque(self) -> bool:
        """Whether only the library knows what is in it."""
        return not self.members


@dataclass
class Enum:
    """An enumeration with its numbers, in the order of the header."""
    name: str
    header: str
    line: int
    members: List[Tuple[str, int]]


@dataclass
class Typedef:
    """Another name for a type."""
    name: str
    header: str
    line: int
    type: str


@dataclass
class View:
    """All public headers, for one machine."""
    functions: Dict[str, Function] = field(default_factory=dict)
    structs: Dict[str, Struct] = field(default_factory=dict)
    enums: Dict[str, Enum] = field(default_factory=dict)
    typedefs: Dict[str, Typedef] = field(default_factory=dict)
    headers: List[str] = field(default_factory=list)  # each behind those that it includes


def declare(type_: str, name: str) -> str:
    """A declaration of `name`; `type_` is a type as C prints it, such as `char *`."""
    if "(*)" in type_:
        return type_.replace("(*)", f"(*{name})", 1)
    return type_ + name if type_.endswith("*") else f"{type_} {name}"


class _Reader:
    """Makes a View of castxml's elements."""

    def __init__(self, root, directories):
        self.elements = {element.get("id"): element for element in root}
        self.directories = [os.path.realpath(directory) for directory in directories]

    def header(self, element) -> Optional[str]:
        """The public header that declares it, such as `record.h`; None: none does."""
        file = self.elements.get(element.get("file"))
        path = os.path.realpath(file.get("name")) if file is not None else ""
        for directory in self.directories:
            if path.startswith(os.path.join(directory, "sacralmet") + os.sep):
                return os.path.relpath(path, os.path.join(directory, "sacralmet"))
        return None

    def text(self, identity: str) -> str:
        """A type as C prints it."""
        element = self.elements.get(identity)
        if element is None:  # a qualified type: the identity ends in what it adds
            raise ViewError(f"castxml names no type {identity}")
        kind = element.tag
        if kind in ("FundamentalType", "Typedef"):
            return element.get("name")
        if kind in ("Struct", "Union"):
            return f"{kind.lower()} {element.get('name')}"
        if kind == "Enumeration":
            return f"enum {element.get('name')}"
        if kind == "ElaboratedType":
            return self.text(element.get("type"))
        if kind == "CvQualifiedType":
            return self.qualified(element)
        if kind == "PointerType":
            target = self.elements[element.get("type")]
            while target.tag == "ElaboratedType":
                target = self.elements[target.get("type")]
            if target.tag == "FunctionType":
                return self.function_pointer(target)
            inner = self.text(element.get("type"))
            return inner + ("*" if inner.endswith("*") else " *")
        if kind == "ArrayType":
            return f"{self.text(element.get('type'))}[{int(element.get('max')) + 1}]"
        raise ViewError(f"a public header has a {kind}, which no binding could use")

    def qualified(self, element) -> str:
        """A type with `const` or `volatile`, where C writes it."""
        inner = self.text(element.get("type"))
        words = [word for word in ("const", "volatile", "restrict") if element.get(word) == "1"]
        if inner.endswith("*"):
            return inner + " ".join(words)
        return " ".join(words + [inner])

    def function_pointer(self, element) -> str:
        """A pointer to a function, with `(*)` where the name goes."""
        arguments = [self.text(argument.get("type")) for argument in element
                     if argument.tag == "Argument"]
        return declare(self.text(element.get("returns")),
                       f"(*)({', '.join(arguments) or 'void'})")

    def size(self, identity: str) -> int:
        """How many bytes a type has."""
        element = self.elements[identity]
        if element.tag == "ArrayType":
            return (int(element.get("max")) + 1) * self.size(element.get("type"))
        if element.tag in ("Typedef", "ElaboratedType", "CvQualifiedType"):
            return self.size(element.get("type"))
        return int(element.get("size")) // 8

    def member(self, element) -> Member:
        """One field of a struct."""
        if element.get("bits"):
            raise ViewError(f"the member {element.get('name')} is a bit-field")
        type_ = self.elements[element.get("type")]
        size = self.size(element.get("type"))
        count = None
        text = self.text(element.get("type"))
        if type_.tag == "ArrayType":
            count = int(type_.get("max")) + 1
            text = self.text(type_.get("type"))
        return Member(element.get("name"), text, int(element.get("offset")) // 8, size, count)

    def struct(self, element, header) -> Struct:
        """A struct with its layout."""
        place = (element.get("name"), header, int(element.get("line")))
        if element.get("incomplete") == "1":
            return Struct(*place, 0, 0)
        fields = [self.elements[identity] for identity in element.get("members", "").split()]
        return Struct(*place, int(element.get("size")) // 8, int(element.get("align")) // 8,
                      [self.member(member) for member in fields if member.tag == "Field"])

    def function(self, element, header) -> Function:
        """A function with its parameters."""
        arguments = [child for child in element if child.tag in ("Argument", "Ellipsis")]
        return Function(
            element.get("name"), header, int(element.get("line")),
            self.text(element.get("returns")),
            [Parameter(argument.get("name", ""), self.text(argument.get("type")))
             for argument in arguments if argument.tag == "Argument"],
            any(argument.tag == "Ellipsis" for argument in arguments))

    def view(self) -> View:
        """Everything that a public header declares."""
        view = View()
        for element in self.elements.values():
            header = self.header(element)
            if header is None:
                continue
            name = element.get("name")
            if element.tag == "Function":
                view.functions[name] = self.function(element, header)
            elif element.tag in ("Struct", "Union"):
                view.structs[name] = self.struct(element, header)
            elif element.tag == "Enumeration":
                view.enums[name] = Enum(
                    name, header, int(element.get("line")),
                    [(value.get("name"), int(value.get("init"))) for value in element])
            elif element.tag == "Typedef":
                view.typedefs[name] = Typedef(name, header, int(element.get("line")),
                                              self.text(element.get("type")))
            elif element.tag == "Variable":
                raise ViewError(f"{header} declares data, {name}; the library exports none")
        return view


def project(root: str = ROOT) -> Tuple[str, str]:
    """The release and the ABI version, as meson.build has them."""
    with open(os.path.join(root, "meson.build"), encoding="utf-8") as file:
        text = file.read()
    release = re.search(r"^\s*version: '([\d.]+)'", text, re.M)
    abi = re.search(r"^abi_version = '([\d.]+)'", text, re.M)
    if not release or not abi:
        raise ViewError("meson.build has no `version:` or no `abi_version`")
    return release.group(1), abi.group(1)


def public_headers(directories) -> List[str]:
    """The names of all public headers; the directories have the folder `sacralmet`."""
    names: Set[str] = set()
    for directory in directories:
        folder = os.path.join(directory, "sacralmet")
        if os.path.isdir(folder):
            names.update(name for name in os.listdir(folder) if name.endswith(".h"))
    if not names:
        raise ViewError("no header in " + ", ".join(directories))
    return sorted(names)


def generate_version(directories, release: str, folder: str) -> List[str]:
    """The directories, and one with version.h where none of them has it."""
    if "version.h" in public_headers(directories):
        return list(directories)
    for directory in directories:
        template = os.path.join(directory, "sacralmet", "version.h.in")
        if os.path.exists(template):
            with open(template, encoding="utf-8") as file:
                text = file.read()
            for word, number in zip(("MAJOR", "MINOR", "PATCH"), release.split(".")):
                text = text.replace(f"@{word}@", number)
            for word, number in zip(("ABI_MAJOR", "ABI_MINOR"), project()[1].split(".")):
                text = text.replace(f"@{word}@", number)
            os.makedirs(os.path.join(folder, "sacralmet"), exist_ok=True)
            with open(os.path.join(folder, "sacralmet", "version.h"), "w",
                      encoding="utf-8") as file:
                file.write(text)
            return list(directories) + [folder]
    raise ViewError("neither version.h nor version.h.in in " + ", ".join(directories))


def run(command, **options) -> str:
    """What a program prints; its complaint is an error of ours."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          universal_newlines=True, check=False, **options)
    if done.returncode != 0:
        raise ViewError(f"{command[0]} failed:\n{done.stdout}{done.stderr}".rstrip())
    return done.stdout


def include_order(directories, names) -> List[str]:
    """The headers, each behind those that it includes; else by name."""
    order: List[str] = []

    def visit(name):
        if name in order or name not in names:
            return
        path = next(path for path in (os.path.join(directory, "sacralmet", name)
                                      for directory in directories) if os.path.exists(path))
        with open(path, encoding="utf-8") as file:
            for included in re.findall(r"#include <sacralmet/([^>]+)>", file.read()):
                visit(included)
        order.append(name)

    for name in names:
        visit(name)
    return order


def read(directories, target: str = PLAIN, castxml: str = "castxml",
         release: Optional[str] = None) -> View:
    """The headers of some include directories, for one of TARGETS."""
    with tempfile.TemporaryDirectory() as folder:
        directories = generate_version(directories, release or project()[0], folder)
        names = include_order(directories, public_headers(directories))
        source, output = (os.path.join(folder, name) for name in ("all.c", "all.xml"))
        with open(source, "w", encoding="utf-8") as file:
            file.writelines(f"#include <sacralmet/{name}>\n" for name in names)
        run([castxml, "--castxml-output=1", "-target", TARGETS[target], "-std=c99",
             "-ffreestanding", *(f"-I{directory}" for directory in directories),
             "-o", output, source])
        view = _Reader(ElementTree.parse(output).getroot(), directories).view()
    view.headers = names
    return view


def read_all(directories, castxml: str = "castxml",
             release: Optional[str] = None) -> Dict[str, View]:
    """The headers for every one of TARGETS."""
    return {target: read(directories, target, castxml, release) for target in TARGETS}


@dataclass
class Symbol:
    """An exported name: the library that exports it and since when."""
    library: str
    since: str


def read_symbols(path: str) -> Dict[str, Symbol]:
    """The list of exported names."""
    symbols: Dict[str, Symbol] = {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.startswith("#") or not line.strip():
                continue
            words = line.split()
            if len(words) != 3:
                raise ViewError(f"{path}:{number}: not a name, a library and a version")
            if words[0] in symbols:
                raise ViewError(f"{path}:{number}: {words[0]} stands twice")
            symbols[words[0]] = Symbol(words[1], words[2])
    return symbols
