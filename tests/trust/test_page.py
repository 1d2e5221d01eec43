"""The page on testing says what its lines say, and figures.py reads what is printed.

usage: test_page.py LINES PAGE

LINES and PAGE are those that are kept with the documentation; nothing but the script
may have made the page. The last line printed is "N passed, N failed".
"""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "suite"))

import counted  # noqa: E402

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
KEPT = []


def run(script, *arguments):
    return subprocess.run([sys.executable, str(HERE / script), *map(str, arguments)],
                          check=False, capture_output=True, encoding="utf-8", timeout=60)


def page_of(*arguments):
    done = run("page.py", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def row_of(page, *words):
    """The cells of the only table row that holds all these words."""
    [row] = [line for line in page.splitlines()
             if line.startswith("|") and all(word in line for word in words)]
    return [cell.strip() for cell in row.strip("|").split(" | ")]


class Page(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.sample = (HERE / "sample.jsonl").read_text(encoding="utf-8")

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def figures(self, kind, text):
        done = run("figures.py", kind, self.file("printed", text))
        self.assertEqual(done.returncode, 0, done.stderr)
        # Each is a line that the page takes.
        page_of(self.file("lines", done.stdout))
        return [json.loads(line) for line in done.stdout.splitlines()]

    # --- the page ------------------------------------------------------------------

    def test_tables(self):
        page = page_of(HERE / "sample.jsonl")
        self.assertEqual(row_of(page, "| rules |"), ["rules", "100", "0", "120", "2.5"])
        self.assertEqual(row_of(page, "`chart`"), ["`chart`", "1 000 000", "0.50", "0.47", "0"])
        # 1700 and 100 seconds are half an hour.
        self.assertEqual(row_of(page, "| all |"), ["all", "1 000 500", "1.00", "0.50", "1"])
        self.assertEqual(row_of(page, "`lib/cohort`"), ["`lib/cohort`", "70", "50", "49", "1", "0"])
        self.assertEqual(row_of(page, "cppcheck 2.10"), ["cppcheck 2.10", "167", "0"])
        self.assertEqual(row_of(page, "gigabyte"), ["a gigabyte of one key", "20"])
        self.assertEqual(row_of(page, "in a cell")[0], "A \\| in a cell")

    def test_sentences(self):
        page = page_of(HERE / "sample.jsonl").replace("\n", " ")
        self.assertIn("120 hold, 1 fail.", page)
        self.assertIn("Lines 4 999 of 5 000, branches 3 000 of 3 000; 12 uses", page)

    def test_what_was_not_measured_is_said_to_be_so(self):
        page = page_of(self.file("lines", "\n"))
        self.assertEqual(page.count("Not measured."), 15)
        self.assertNotIn("| 0 |", page)

    def test_new_lines_take_the_place_of_old_ones(self):
        lines, page = self.file("lines", self.sample), self.folder / "page.md"
        new = self.file("new", "".join(json.dumps(line) + "\n" for line in (
            {"measured": "fuzz", "target": "csv", "executions": 7, "seconds": 10,
             "cpu_seconds": 9, "findings": 0},
            {"measured": "proofs", "part": "dispositions", "held": 1, "failed": 0,
             "questions": 1, "seconds": 0.1})))
        page_of("--add", new, lines, page)
        kept = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
        self.assertEqual(len(kept), len(self.sample.splitlines()) + 1)
        self.assertEqual([line["part"] for line in kept[:3]], ["rules", "safety", "dispositions"])
        self.assertEqual([line["executions"] for line in kept if line["measured"] == "fuzz"],
                         [1000000, 7])
        self.assertEqual(page.read_text(encoding="utf-8"), page_of(lines))

    def test_malformed_lines_are_refused(self):
        good = self.sample.splitlines()[0]
        for bad, message in (
                ("{", "lines:2: not JSON: "),
                ("[1]", 'lines:2: "measured" must be one of proofs'),
                ('{"measured": "luck"}', 'lines:2: "measured" must be one of proofs'),
                (good.replace("100", '"100"'), 'lines:2: "held" must be a number'),
                (good.replace("100", "true"), 'lines:2: "held" must be a number'),
                (good.replace('"rules"', "1"), 'lines:2: "part" must be a text'),
                (good.replace("}", ', "mood": 1}'), 'lines:2: "mood" is not known of "proofs"'),
                (good, "measured twice: proofs rules")):
            with self.subTest(bad=bad):
                done = run("page.py", self.file("lines", f"{good}\n{bad}\n"),
                           self.folder / "page.md")
                self.assertEqual((done.returncode, done.stdout), (1, ""))
                self.assertFalse((self.folder / "page.md").exists())
                [said] = done.stderr.splitlines()
                self.assertIn(message, said)

    # --- what is printed, read ------------------------------------------------------

    def test_tests_of_the_suite(self):
        printed = {
            "proofs": "rules: 112 hold, 0 fail, 226 questions, 3.6 s\n",
            "score_exhaustive": "10 records of sins compared\n5 records of sins compared\n",
            "comparison with the oracle": "1535 records compared, 1 differ\n",
            "cql": "SINS: 300 rows, 0 differ, 3 have no answer, as the CQL says of such rows\n",
            "fhir-validators": "resources: 900 (20 unlike any before), Bundle 3\nerrors: 0\n"
                               "faults caught: 41 of 41\n",
            "allocation": "100%: Checks: 90, Failures: 0, Errors: 0\n900 allocations failed\n",
            "another": "1 of nothing compared\n",
        }
        log = "".join(json.dumps({"name": f"libsacralmet:engines / {name}", "result": "OK",
                                  "stdout": text}) + "\n" for name, text in printed.items())
        lines = self.figures("tests", log)
        self.assertEqual([line["measured"] for line in lines],
                         ["proofs", "compared", "compared", "compared", "fhir", "allocation"])
        self.assertEqual([line["cases"] for line in lines if line["measured"] == "compared"],
                         [15, 1535, 300])
        self.assertEqual(lines[2]["differ"], 1)
        self.assertEqual(lines[5], {"measured": "allocation", "failed": 900, "checks": 90})

    def test_a_test_that_failed_has_no_figures(self):
        log = json.dumps({"name": "proofs", "result": "FAIL", "stdout": ""})
        done = run("figures.py", "tests", self.file("printed", log))
        self.assertEqual((done.returncode, done.stdout), (1, ""))

    def test_parts_of_trust(self):
        self.assertEqual(
            self.figures("threads", "WARNING: ThreadSanitizer: data race (pid=1)\n"
                                    "80%: Checks: 5, Failures: 1, Errors: 0\n"),
            [{"measured": "threads", "checks": 4, "warnings": 1}])
        self.assertEqual(
            self.figures("memory", "Ok:                 30  \nFail:               1   \n"
                                   "Timeout:            1   \n"),
            [{"measured": "memory", "programs": 30, "failed": 2}])
        self.assertEqual(self.figures("reproducible", "123 installed files, 0 different\n"),
                         [{"measured": "reproducible", "files": 123, "different": 0}])
        self.assertEqual(
            self.figures("hostile", "test_a_gigabyte_of_one_key: 20 MiB, read 16.1 MiB\n"
                                    "test_a_gigabyte_of_one_key: 21 MiB\nbulk line: 4 MiB\n"),
            [{"measured": "hostile", "case": "a gigabyte of one key", "mebibytes": 21},
             {"measured": "hostile", "case": "bulk line", "mebibytes": 4}])
        self.assertEqual(
            self.figures("coverage", "lines 10 of 11, branches 20 of 20, defensive 3\n"),
            [{"measured": "coverage", "lines": 11, "lines_taken": 10, "branches": 20,
              "branches_taken": 20, "defensive": 3}])
        self.assertEqual(
            self.figures("mutation", "score 4\ntables: 5 of 9 mutants, 4 killed, 1 survive, 0 "
                                     "without a reason\n"),
            [{"measured": "mutation", "area": "tables", "possible": 9, "mutants": 5, "killed": 4,
              "survive": 1, "unexplained": 0}])
        self.assertEqual(
            [line["cases"] for line in
             self.figures("narrowing", "2000 random steps compared\n30 pairs of facts compared\n")],
            [2000, 30])
        self.assertEqual(self.figures("suite", "plain: 9 passed, 0 failed\nother: x\n"
                                               "9 passed, 0 failed\n"),
                         [{"measured": "suite", "stage": "plain", "passed": 9, "failed": 0}])

    # --- what is kept ---------------------------------------------------------------

    def test_the_kept_page_is_what_the_kept_lines_give(self):
        lines, page = KEPT
        self.assertEqual(page_of(lines), Path(page).read_text(encoding="utf-8"),
                         "tests/trust/page.py doc/testing.jsonl doc/testing.md makes it anew")

    def test_what_keeps_a_fault_away_is_there(self):
        for line in map(json.loads, Path(KEPT[0]).read_text(encoding="utf-8").splitlines()):
            if line["measured"] == "bug":
                file, _, name = line["test"].partition(" ")
                path = SOURCE / file
                self.assertTrue(path.is_file(), file)
                self.assertIn(name, path.read_text(encoding="utf-8", errors="replace"))


def main():
    KEPT[:] = sys.argv[1:]
    return counted.run(__name__)


if __name__ == "__main__":
    sys.exit(main())
