#!/usr/bin/env python3
"""Compares the clinical content with the committed one, and says what changed.

usage: content-digest.py CONTENT-JSON HEADER FACTS NEWS [--write]

CONTENT-JSON is the program that writes the content, HEADER is lib/content/content_version.h,
which has the content's version and digest, FACTS is lib/content/content.txt, which has the
content in short lines so that a difference can be named. Content that differs asks for a new
version, unless NEWS has that of the header under a release that is not out yet, and in any
case for a line in NEWS: a changed answer moves the first number, an added field, rule or
instrument the second, wording the third. --write puts digest and facts into their files.
"""
import hashlib
import json
import pathlib
import re
import subprocess
import sys

LONGEST = 60

# What is read by people, and decides no answer.
WORDING = {"alias", "authors", "caveat", "choice", "citation", "definition", "disagreement",
           "doi", "explanation", "journal", "label", "not_covered", "note", "notes", "notice",
           "pages", "pmid", "provenance", "rationale", "section", "statement", "strategy",
           "text", "title", "volume", "year"}


def short(value):
    """A number or a key as it is; of longer text, what tells whether it changed."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if len(text) > LONGEST or " " in text:
        return "#" + hashlib.sha256(text.encode()).hexdigest()[:12]
    return text


def facts_of(node, path=""):
    """The content as pairs of a path and what stands there."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from facts_of(value, f"{path}/{key}" if path else key)
    elif isinstance(node, list) and node and isinstance(node[0], dict):
        for index, value in enumerate(node):
            name = value.get("key", value.get("code", index))
            yield from facts_of(value, f"{path}/{name}")
    else:
        yield path, short(node)


def entity_of(path):
    """A fact's entity and what is said of it."""
    return path.rpartition("/")[::2]


def lines_of(facts):
    """The facts as text: an entity a line."""
    entities = {}
    for path, value in facts.items():
        entity, name = entity_of(path)
        entities.setdefault(entity, []).append(f"{name}={value}")
    return ("# What the content says, for tools/content-digest.py, which writes it. Text that is\n"
            "# long stands as its digest.\n" +
            "".join(f"{entity}: {' '.join(values)}\n" for entity, values in entities.items()))


def read_facts(text):
    """The facts of such a text."""
    facts = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        entity, _, values = line.partition(": ")
        for value in values.split(" "):
            name, _, said = value.partition("=")
            facts[f"{entity}/{name}" if entity else name] = said
    return facts


def differences(old, new):
    """What changed, in words, and the number of the version that it moves."""
    first = second = third = False
    said = []
    entities = ({entity_of(path)[0] for path in old}, {entity_of(path)[0] for path in new})
    for gone in sorted(entities[0] - entities[1]):
        said.append(f"{gone} is gone")
        first = True
    for added in sorted(entities[1] - entities[0]):
        said.append(f"{added} is new")
        second = True
    for path in sorted(set(old) | set(new)):
        entity, name = entity_of(path)
        if old.get(path) == new.get(path) or not all(entity in each for each in entities):
            continue
        before, after = old.get(path, "absent"), new.get(path, "absent")
        if before.startswith("#") and after.startswith("#"):
            said.append(f"{entity}: {name} has another text")
        else:
            said.append(f"{entity}: {name} was {before} and is {after}")
        first, third = first or name not in WORDING, third or name in WORDING
    return said, 0 if first else 1 if second else 2 if third else None


def moved(version, number):
    """The version after this one, when one of its numbers moves."""
    numbers = [int(word) for word in version.split(".")]
    return ".".join(map(str, numbers[:number] + [numbers[number] + 1] + [0] * (2 - number)))


def heading(news, version):
    """Whether NEWS has this version of the content, and whether it is out."""
    out = None
    lines = news.splitlines()
    for line, below in zip(lines, lines[1:] + [""]):
        if re.fullmatch(r"=+", below):
            out = "unreleased" not in line
        if line == f"Content {version}":
            return True, out
    return False, None


def number_of(version):
    """A version that can be compared."""
    return tuple(int(word) for word in version.split("."))


def main(program, header, committed, news, write):
    content = subprocess.run([program], check=True, capture_output=True).stdout
    digest = hashlib.sha256(content).hexdigest()
    header, committed, news = map(pathlib.Path, (header, committed, news))
    text = header.read_text(encoding="utf-8")
    carried = re.search(r'SMET__CONTENT_DIGEST\s+"([0-9a-f]{64})"', text).group(1)
    version = re.search(r'SMET__CONTENT_VERSION\s+"([0-9.]+)"', text).group(1)
    in_news, is_out = heading(news.read_text(encoding="utf-8"), version)
    facts = dict(facts_of(json.loads(content)))
    old_text = committed.read_text(encoding="utf-8") if committed.exists() else ""
    # A line before the facts says which version they are of.
    stated = re.search(r"^# version ([0-9.]+)$", old_text, re.MULTILINE)
    old_version = stated.group(1) if stated else version
    new_text = f"# version {version}\n" + lines_of(facts)

    failed = False
    if not in_news:
        print(f"NEWS has no heading \"Content {version}\", which the library carries: "
              "say under it what changed.")
        failed = True
    if carried == digest and new_text == old_text:
        print(f"content {version}: {len(facts)} facts, the digest is {digest}")
        return 1 if failed else 0

    said, number = differences(read_facts(old_text), facts)
    for line in said[:40]:
        print(line)
    if len(said) > 40:
        print(f"and {len(said) - 40} more")
    if carried != digest:
        print(f"The content has changed: its digest is {digest},\n"
              f"the library carries {carried}.")
    number = 2 if number is None else number
    asked = old_version if in_news and not is_out and version == old_version else \
        moved(old_version, number)
    if asked == old_version:
        print(f"Content {version} is not out yet and may still change; NEWS has a heading for it: "
              "say there what changed.")
    elif number_of(version) < number_of(asked):
        kind = ("A changed answer", "An addition", "Wording")[number]
        print(f"SMET__CONTENT_VERSION in {header.name} is {version}. {kind} asks for {asked}, "
              f"and for a heading \"Content {asked}\" in NEWS with a line that says what changed.")
        failed = True
    if write:
        if failed:
            print("Nothing was written.")
            return 1
        header.write_text(text.replace(carried, digest), encoding="utf-8")
        committed.write_text(new_text, encoding="utf-8")
        print(f"{header.name} and {committed.name} are written.")
        return 0
    print("Once this is meant, run this with --write.")
    return 1


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "--write"]
    if len(arguments) != 4:
        sys.exit(__doc__)
    sys.exit(main(*arguments, "--write" in sys.argv))
