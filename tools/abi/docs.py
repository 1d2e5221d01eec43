"""The docstrings of the public headers, as Doxygen reads them."""
import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from typing import Dict, List, Optional

import view as headers

_SETTINGS = """
INPUT = {input}
FILE_PATTERNS = *.h
OUTPUT_DIRECTORY = "{output}"
OPTIMIZE_OUTPUT_FOR_C = YES
JAVADOC_AUTOBRIEF = YES
ENABLE_PREPROCESSING = YES
MACRO_EXPANSION = YES
EXPAND_ONLY_PREDEF = YES
PREDEFINED = SMET_API=
SORT_MEMBER_DOCS = NO
GENERATE_HTML = NO
GENERATE_LATEX = NO
GENERATE_XML = YES
XML_PROGRAMLISTING = NO
QUIET = YES
WARNINGS = NO
"""


@dataclass
class Parameter:
    """What is said of one parameter; `direction` is "" where nothing is."""
    direction: str
    text: str


@dataclass
class Text:
    """One docstring."""
    brief: str = ""
    description: str = ""
    since: Optional[str] = None
    returns: str = ""
    parameters: Dict[str, Parameter] = field(default_factory=dict)
    members: Dict[str, str] = field(default_factory=dict)  # enumerators, or members of a struct


@dataclass
class Docs:
    """All docstrings, by name."""
    functions: Dict[str, Text] = field(default_factory=dict)
    structs: Dict[str, Text] = field(default_factory=dict)
    enums: Dict[str, Text] = field(default_factory=dict)
    typedefs: Dict[str, Text] = field(default_factory=dict)


def _inline(element) -> str:
    """Text with its names in backquotes."""
    text = element.text or ""
    for child in element:
        if child.tag in ("simplesect", "parameterlist"):
            pass
        elif child.tag == "itemizedlist" or child.tag == "orderedlist":
            text += "".join(f"\n- {_plain(item)}" for item in child) + "\n"
        elif child.tag == "computeroutput":
            text += f"`{_inline(child)}`"
        else:
            text += _inline(child)
        text += child.tail or ""
    return text


def _plain(element) -> str:
    """A description as one string; paragraphs are parted by an empty line."""
    if element is None:
        return ""
    paragraphs = element.findall("para") if element.tag != "para" else [element]
    texts = []
    for paragraph in paragraphs:
        lines = _inline(paragraph).strip().split("\n")
        text = "\n".join(re.sub(r"\s+", " ", line).strip() for line in lines).strip()
        if text:
            texts.append(text)
    return "\n\n".join(texts)


def _text(element) -> Text:
    """The docstring of a member or a struct."""
    detail = element.find("detaileddescription")
    text = Text(_plain(element.find("briefdescription")), _plain(detail))
    for section in detail.iter("simplesect"):
        if section.get("kind") == "since":
            text.since = _plain(section)
        elif section.get("kind") == "return":
            text.returns = _plain(section)
    for item in detail.iter("parameteritem"):
        said = _plain(item.find("parameterdescription"))
        for name in item.iter("parametername"):
            text.parameters[name.text] = Parameter(name.get("direction") or "", said)
    return text


def _member_text(element) -> str:
    """What is said of an enumerator or a member, in one string."""
    parts = [_plain(element.find("briefdescription")), _plain(element.find("detaileddescription"))]
    return " ".join(part for part in parts if part)


def _read_compound(root, docs: Docs) -> None:
    """One file of Doxygen's XML."""
    for compound in root.iter("compounddef"):
        if compound.get("kind") == "struct":
            text = _text(compound)
            text.members = {member.findtext("name"): _member_text(member)
                            for member in compound.iter("memberdef")}
            docs.structs[compound.findtext("compoundname")] = text
            continue
        for member in compound.iter("memberdef"):
            kinds = {"function": docs.functions, "enum": docs.enums, "typedef": docs.typedefs}
            if member.get("kind") not in kinds:
                continue
            text = _text(member)
            text.members = {value.findtext("name"): _member_text(value)
                            for value in member.iter("enumvalue")}
            kinds[member.get("kind")][member.findtext("name")] = text


def read(directories, doxygen: str = "doxygen", release: Optional[str] = None) -> Docs:
    """The docstrings of the headers in some include directories."""
    docs = Docs()
    with tempfile.TemporaryDirectory() as folder:
        directories = headers.generate_version(
            directories, release or headers.project()[0], folder)
        settings = _SETTINGS.format(output=folder, input=" ".join(
            f'"{os.path.join(directory, "sacralmet")}"' for directory in directories))
        done = subprocess.run([doxygen, "-"], input=settings, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, universal_newlines=True, check=False)
        if done.returncode != 0:
            raise headers.ViewError(f"{doxygen} failed:\n{done.stderr}".rstrip())
        names: List[str] = sorted(os.listdir(os.path.join(folder, "xml")))
        for name in names:
            if name.endswith(".xml") and name != "index.xml":
                _read_compound(ElementTree.parse(os.path.join(folder, "xml", name)).getroot(),
                               docs)
    return docs
