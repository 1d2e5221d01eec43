"""What doc/architecture.md says of the rooms is so.

usage: test_architecture.py SOURCE

Its table says which rooms there are and what each may include. Every room and every #include
of lib/ and command/ is held against it, and every path that the page names is looked for. The last
line printed is "N passed, N failed".
"""
import re
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "suite"))

import counted  # noqa: E402

SOURCE = Path()
PAGE = "doc/architecture.md"
ROW = re.compile(r"^\| `((?:lib|command)[\w/]*)` \|([^|]*)\| [^|]+ \|$", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
# What the core knows nothing of.
OF_EXCHANGE = ("jansson.h", "sacralmet/exchange.h", "sacralmet/chart.h", "sacralmet/fhir.h")
TABLES_OF_EXCHANGE = ("codes.h", "decisions.h", "lists.h")


def rooms_of(text):
    """What each room of the page's table may include, in the table's order."""
    return {room: re.findall(r"`([^`]+)`", may) for room, may in ROW.findall(text)}


def sources(root):
    for folder in ("lib", "command"):
        yield from sorted((root / folder).rglob("*.[ch]"))


def room_of(root, path):
    return path.parent.relative_to(root).as_posix()


def faults(root, rooms):
    """Each #include that the table does not allow, in words."""
    for path in sources(root):
        place, room = path.relative_to(root), room_of(root, path)
        for sign, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if sign == "<":
                if name in OF_EXCHANGE and not room.startswith(("lib/exchange", "command")):
                    yield f"{place} includes <{name}>, which the core knows nothing of"
                continue
            included = root / place.parts[0] / name
            if not included.is_file():
                yield f"{place} includes \"{name}\", which is not in {place.parts[0]}/"
                continue
            other = room_of(root, included)
            if other != room and other not in rooms.get(room, ()):
                yield f"{place} includes \"{name}\": {room} may not include {other}"
            if room.startswith("lib/exchange") and other == "lib/content" and \
                    included.name not in TABLES_OF_EXCHANGE:
                yield f"{place} includes \"{name}\", which is none of its tables"


class Architecture(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.page = (SOURCE / PAGE).read_text(encoding="utf-8")
        cls.rooms = rooms_of(cls.page)

    def test_rooms_are_those_of_the_tree(self):
        there = {room_of(SOURCE, path) for path in sources(SOURCE)} - {"lib/abi"}
        self.assertGreater(len(there), 15)
        self.assertEqual(there, set(self.rooms))

    def test_rooms_stand_on_rooms_above_them(self):
        above = set()
        for room, may in self.rooms.items():
            for other in may:
                self.assertIn(other, above, f"{room} may include what does not stand above it")
            above.add(room)

    def test_includes_go_as_the_table_says(self):
        self.assertEqual(list(faults(SOURCE, self.rooms)), [])

    def test_paths_of_the_page_are_there(self):
        paths = re.findall(r"`((?:lib|command|tests|include|doc|tools)/[\w./*-]*)`", self.page)
        self.assertGreater(len(paths), 40)
        for path in set(paths):
            if not re.search(r"NAME|TYPE", path):
                self.assertTrue(list(SOURCE.glob(path.rstrip("/"))), path)

    def test_a_wrong_include_is_found(self):
        """Each wrong in its way, in a copy."""
        wrong = {
            "lib/base/errors.h": ("core/record.h", "lib/base may not include lib/core"),
            "lib/content/rules.c": ("pathway/assessment.h",
                                    "lib/content may not include lib/pathway"),
            "lib/exchange/json/write.c": ("exchange/fhir/parts.h",
                                          "lib/exchange/json may not include lib/exchange/fhir"),
            "lib/exchange/fhir/bundle.c": ("core/record.h",
                                           "lib/exchange/fhir may not include lib/core"),
            "lib/exchange/cards/card.c": ("content/tables.h", "none of its tables"),
            "command/shared/tool.c": ("table/table.h",
                                      "command/shared may not include command/table"),
            "command/report/report.c": ("core/record.h", "not in command/"),
        }
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for part in ("lib", "command"):
                shutil.copytree(SOURCE / part, root / part)
            self.assertEqual(list(faults(root, self.rooms)), [])
            for place, (name, words) in wrong.items():
                whole = (root / place).read_text(encoding="utf-8")
                (root / place).write_text(f'#include "{name}"\n{whole}', encoding="utf-8")
                found = list(faults(root, self.rooms))
                self.assertEqual(len(found), 1, found)
                self.assertIn(words, found[0])
                self.assertTrue(found[0].startswith(place + " "), found[0])
                (root / place).write_text(whole, encoding="utf-8")
            header = root / "lib/core/record.h"
            header.write_text("#include <jansson.h>\n", encoding="utf-8")
            self.assertIn("lib/core/record.h includes <jansson.h>, which the core knows nothing of",
                          list(faults(root, self.rooms)))


def main():
    global SOURCE
    SOURCE = Path(sys.argv[1])
    return counted.run(__name__)


if __name__ == "__main__":
    sys.exit(main())
