"""Every number, verdict, grade and condition of the tables is among what mutation changes.

usage: test_mutants.py SOURCE

Nothing is built: what would be changed is compared with what the files hold, so that a
table that is laid out anew cannot slip out of what is tried. The last line printed is
"N passed, N failed".
"""
import collections
import functools
import re
import sys
import unittest
from pathlib import Path

from mutants import AREAS, changes_of, mutants
from mutate import known_survivors

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "suite"))

import counted  # noqa: E402

SOURCE = Path()
SCORES = ("sins", "tokuhashi_revised", "tomita")


def lines_of(place):
    return (SOURCE / place).read_text(encoding="utf-8").splitlines()


@functools.cache
def every_mutant():
    return [mutant for area in AREAS for mutant in mutants(SOURCE, area)]


def changed_in(place):
    """The numbers of the lines that are changed, and how often each."""
    return collections.Counter(mutant.number for mutant in every_mutant()
                               if mutant.place == place)


class Mutants(unittest.TestCase):
    def rows(self, place, begin):
        """(first line, last line) of each row of a table, by its beginning."""
        lines = lines_of(place)
        starts = [number for number, line in enumerate(lines, 1) if re.match(begin, line)]
        self.assertTrue(starts, place)
        return list(zip(starts, [*(start - 1 for start in starts[1:]), len(lines)]))

    def test_points(self):
        for score in SCORES:
            place = f"lib/content/{score}.c"
            changed = changed_in(place)
            rows = [number for number, line in enumerate(lines_of(place), 1)
                    if re.match(r"    \{\d+,", line)]
            self.assertGreaterEqual(len(rows), 8, place)
            for number in rows:
                self.assertIn(number, changed, f"{place}:{number}")

    def test_cut_points(self):
        """Both ends of each band."""
        for score, bands in zip(SCORES, (3, 3, 4)):
            place = f"lib/content/{score}.c"
            changed = changed_in(place)
            rows = self.rows(place, r"    \[SMET_\w+_BAND_\w+\] = ")
            self.assertEqual(len(rows), bands)
            for first, last in rows:
                end = next(n for n in range(first, last + 1) if "}," in lines_of(place)[n - 1])
                count = sum(changed.get(number, 0) for number in range(first, end + 1))
                self.assertGreaterEqual(count, 2, f"{place}:{first}")

    def test_rules(self):
        place = "lib/content/rules.c"
        changed, lines = changed_in(place), lines_of(place)
        for first, last in self.rows(place, r"    \[SMET_RULE_"):
            for part in (".verdict", ".grade", ".when"):
                at = next(n for n in range(first, last + 1)
                          if lines[n - 1].lstrip().startswith(part))
                if lines[at - 1].strip() != ".when = ALWAYS,":
                    # A condition that begins with a name of its own is changed where that stands.
                    named = re.fullmatch(r"\s+\.when = [A-Z_]+,", lines[at - 1])
                    self.assertTrue(named or any(n in changed for n in range(at, at + 4)),
                                    f"{place}:{at}")

    def test_verdicts_are_given_on_one_less(self):
        place = "lib/content/rules.c"
        changed = changed_in(place)
        for number, line in enumerate(lines_of(place), 1):
            if re.search(r"TO\(\w+\) \| |\| TO\(", line):
                self.assertIn(number, changed, f"{place}:{number}")

    def test_precedence(self):
        """All verdicts but the strongest change places with the next."""
        self.assertEqual(len(changed_in("include/sacralmet/pathway.h")), 7)

    def test_comparisons(self):
        for mutant in every_mutant():
            self.assertNotEqual(mutant.line, mutant.changed)
        text = 'if (a == b && c < d) /* e == f */\n    return "g == h";\n * i == j\n#if k == l\n'
        changed = {(number, new) for number, _, new in
                   changes_of(text, [(" == ", " != "), (" < ", " <= ")])}
        self.assertEqual(changed, {(1, "if (a != b && c < d) /* e == f */"),
                                   (1, "if (a == b && c <= d) /* e == f */")})

    def test_no_two_are_called_alike(self):
        names = [str(mutant) for mutant in every_mutant()]
        self.assertGreater(len(names), 1000)
        self.assertEqual(len(names), len(set(names)))

    def test_reasons_are_of_mutants_that_are_there(self):
        names = {str(mutant) for mutant in every_mutant()}
        for name, reason in known_survivors().items():
            self.assertIn(name, names)
            self.assertGreater(len(reason.split()), 3, name)


def main():
    global SOURCE
    SOURCE = Path(sys.argv[1])
    return counted.run(__name__)


if __name__ == "__main__":
    sys.exit(main())
