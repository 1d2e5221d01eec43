"""The page of the benchmarks says what its lines say, and refuses lines that say nothing.

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
KEPT = []


def run(*arguments):
    return subprocess.run([sys.executable, str(HERE / "page.py"), *map(str, arguments)],
                          check=False, capture_output=True, encoding="utf-8", timeout=60)


def page_of(*arguments):
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def rows_of(page, *words):
    """The cells of the table rows that hold all these words."""
    return [[cell.strip() for cell in line.strip("|").split(" | ")]
            for line in page.splitlines()
            if line.startswith("|") and all(word in line for word in words)]


class Page(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.sample = (HERE / "sample.jsonl").read_text(encoding="utf-8")

    def page(self):
        return page_of(HERE / "sample.jsonl")

    def refused(self, text):
        path = self.folder / "lines"
        path.write_text(text, encoding="utf-8")
        done = run(path, self.folder / "page.md")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertFalse((self.folder / "page.md").exists(), "a refused page was written")
        [message] = done.stderr.splitlines()
        return message.replace(str(self.folder) + "/", "")

    def test_figures_stand_in_their_tables(self):
        page = self.page()
        self.assertEqual(
            rows_of(page, "| `avx2` |", "| 2 |"),
            [["`sins`", "`avx2`", "0 %", "2", "1 000", "3 500", "8", "0.600", "1.75x"]])
        self.assertEqual(rows_of(page, "libsacralmet |", "2.00 |"),
                         [["libsacralmet", "`sins`", "0.1.0", "1 000", "0.500", "2.00", "1.00x"]])
        self.assertEqual(rows_of(page, "`sacralmet batch` |", "120"),
                         [["`sacralmet batch`", "0.1.0", "1", "0.200", "120", "1.00", "4.90x"]])
        self.assertIn("The file: 200 rows of 20 columns, 0.0240 MB.", page)
        self.assertIn("2026-01-02: Example CPU \\@2 GHz (x86_64 with sse2, avx2), 2 cores; ",
                      page.replace("\n", " "))

    def aim(self, page, *words):
        [[_, wanted, measured, met]] = rows_of(page, "at ", *words)
        return wanted, measured, met

    def test_aims_are_met_or_missed(self):
        page = self.page()
        missed = "**missed**"
        # The same figure is enough for 16-byte vectors, and too little for wider ones.
        self.assertEqual(self.aim(page, "copy", "`portable`"), ("at least 0.5", "0.600", "yes"))
        self.assertEqual(self.aim(page, "copy", "complete", "`avx2`"),
                         ("at least 0.8", "0.600", missed))
        self.assertEqual(self.aim(page, "copy", "10 % unknown"), ("at least 0.5", "0.500", "yes"))
        self.assertEqual(self.aim(page, "two threads"), ("at least 1.8", "1.75", missed))
        # 2e9 rows of 8 bytes against 2e9 rows of 5 bytes, in the same time.
        self.assertEqual(self.aim(page, "time per byte"), ("at most 1.5", "1.60", missed))
        self.assertEqual(self.aim(page, "pandas"), ("at least 5", "4.90", missed))
        self.assertEqual(self.aim(page, "MB/s"), ("at least 100", "120", "yes"))
        self.assertEqual(self.aim(page, "instructions"), ("at most 30 000", "29 000", "yes"))
        self.assertEqual(len(rows_of(page, "at least")) + len(rows_of(page, "at most")), 8)

    def test_a_kernel_without_a_name_is_the_best_of_the_processor(self):
        machine, line = self.sample.replace('"kernel": "portable", ', "").splitlines()[:2]
        for processor, wanted in ((machine, "at least 0.8"),
                                  (machine.replace(', "avx2"', ""), "at least 0.5")):
            path = self.folder / "lines"
            path.write_text(f"{processor}\n{line}\n", encoding="utf-8")
            self.assertEqual(self.aim(page_of(path), "copy", "complete")[0], wanted)

    def test_what_was_not_measured_is_not_in_the_page(self):
        first = self.sample.splitlines()[0] + "\n"
        path = self.folder / "lines"
        path.write_text(first, encoding="utf-8")
        page = page_of(path)
        cells = [row[2:] for row in rows_of(page, "") if "---" not in row[0]]
        self.assertEqual(cells[0], ["measured", "met"])
        self.assertEqual({tuple(row) for row in cells[1:]}, {("not measured", "")})
        self.assertEqual(page.count("## "), 1)

    def test_skipped_engines_are_named_with_the_reason(self):
        page = self.page()
        self.assertIn("- skipped: R: there is no Rscript", page)
        self.assertIn("- skipped: all of it: there is no readelf or no strip", page)
        self.assertEqual(rows_of(page, "| R |"), [])

    def test_what_is_not_known_is_shown_all_the_same(self):
        page = self.page()
        [row] = rows_of(page, "`libsacralmet`", "310")
        self.assertEqual(row[-1], "mood calm")
        self.assertIn("## Benchmark moonlight\n", page)
        self.assertIn("- lumen 7\n", page)

    def test_a_log_of_meson_gives_the_same_page_and_lines(self):
        log, lines, page = (self.folder / name for name in ("log.json", "lines", "page.md"))
        entries = [{"name": f"part{n}", "result": "OK", "returncode": 0, "stdout": line + "\n"}
                   for n, line in enumerate(self.sample.splitlines())]
        entries.append({"name": "none", "result": "SKIP", "returncode": 77})
        log.write_text("\n".join(map(json.dumps, entries)) + "\n", encoding="utf-8")
        self.assertEqual(page_of("--lines", lines, log, page), "")
        self.assertEqual(page.read_text(encoding="utf-8"), self.page())
        self.assertEqual(lines.read_text(encoding="utf-8"), self.sample)

    def test_a_benchmark_that_failed_is_refused(self):
        entry = {"name": "columns", "result": "FAIL", "returncode": 1, "stdout": self.sample}
        self.assertEqual(self.refused(json.dumps(entry)),
                         'page.py: lines:1: benchmark "columns" ended with FAIL')

    def test_malformed_lines_are_refused(self):
        good = self.sample.splitlines()[1]
        for bad, message in (
                ("{", "lines:2: not JSON: "),
                (good.replace("0.6", "NaN"), "lines:2: not JSON: NaN is no number of JSON"),
                ("[1]", "lines:2: not a JSON object"),
                ('{"rows": 1}', 'lines:2: a line needs "benchmark", the name of one'),
                (good.replace('"threads": 1, ', ""),
                 'lines:2: benchmark "columns" lacks "threads"'),
                (good.replace("0.6", '"fast"'),
                 'lines:2: "ratio_to_copy" of benchmark "columns" must be a number'),
                (good.replace("0.6", "true"),
                 'lines:2: "ratio_to_copy" of benchmark "columns" must be a number'),
                (good.replace("1000000000", "0"),
                 'lines:2: "rows_per_second" of benchmark "columns" must be more than 0'),
                (good.replace('"portable"', "7"),
                 'lines:2: "kernel" of benchmark "columns" must be a text'),
                ('{"benchmark": "load", "skipped": true}',
                 'lines:2: "skipped" of benchmark "load" must be a text')):
            with self.subTest(bad=bad):
                self.assertIn(f"page.py: {message}", self.refused(f"{good}\n{bad}\n"))
        self.assertEqual(self.refused("\n"),
                         "page.py: lines: there is no line of a benchmark in it")

    def test_the_place_within_a_log_is_named(self):
        entry = {"name": "load", "result": "OK", "stdout": "{}\n"}
        self.assertEqual(self.refused("\n" + json.dumps(entry)),
                         'page.py: lines:2: load:1: a line needs "benchmark", the name of one')

    def test_the_kept_page_is_what_the_kept_lines_give(self):
        lines, page = KEPT
        self.assertEqual(page_of(lines), Path(page).read_text(encoding="utf-8"),
                         "page.py benchmarks.jsonl benchmarks.md makes it anew")


def main():
    KEPT[:] = sys.argv[1:]
    return counted.run(__name__)


if __name__ == "__main__":
    sys.exit(main())
