"""Hostile input: endless, nested, wide. Memory stays bounded, and one clear line
says what was wrong.

Usage: test_hostile.py SACRALMET

Endless input comes through a pipe that the command is expected to leave, or as a
sparse file, which takes no room on the disk. The peak of the command's memory is
what the kernel counted (ru_maxrss). The last line printed is "N passed, N failed".
"""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "suite"))

import counted  # noqa: E402

COMMAND = ""
FIGURES = []

MEGABYTE = 1 << 20
RECORD_MAX = 16 * MEGABYTE  # SMET_JSON_RECORD_MAX
CHART_MAX = 64 * MEGABYTE   # SMET_CHART_TEXT_MAX
ROW_MAX = 16 * MEGABYTE     # CSV_ROW_MAX in command/table/csv.h


class Outcome:
    """How a run ended: its status, output, peak memory and bytes taken from a pipe."""

    def __init__(self, status, out, err, peak, taken):
        self.status, self.out, self.err, self.peak, self.taken = status, out, err, peak, taken


def feed(pipe, chunks, taken):
    """Writes until all is written or nobody reads any more."""
    try:
        for chunk in chunks:
            taken[0] += os.write(pipe, chunk)
    except BrokenPipeError:
        pass
    finally:
        os.close(pipe)


# Between this program and the command: a process of its own that has never been
# large, as the kernel hands the peak of who starts a program on to the program.
LAUNCHER = """
import os, sys
child = os.fork()
if child == 0:
    os.execv(sys.argv[2], sys.argv[2:])
_, status, usage = os.wait4(child, 0)
with open(sys.argv[1], "w") as result:
    print(os.waitstatus_to_exitcode(status), usage.ru_maxrss, file=result)
"""


def run(arguments, chunks=()):
    """Runs the command, with chunks of bytes as its standard input."""
    taken = [0]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, \
            tempfile.NamedTemporaryFile("r") as result:
        reading, writing = os.pipe()
        # Meson's MALLOC_PERTURB_ would touch all memory that is set aside.
        plain = {key: word for key, word in os.environ.items() if key != "MALLOC_PERTURB_"}
        with subprocess.Popen(
                [sys.executable, "-I", "-S", "-c", LAUNCHER, result.name, COMMAND,
                 *map(str, arguments)], stdin=reading, stdout=out, stderr=err, env=plain):
            os.close(reading)
            feed(writing, chunks, taken)
        texts = []
        for file in (out, err):
            size = file.seek(0, os.SEEK_END)
            file.seek(0)
            texts.append(file.read(min(size, 4 * MEGABYTE)))
        status, peak = map(int, result.read().split())
        return Outcome(status, texts[0], texts[1], peak * 1024, taken[0])


def endless(start, again, end=b"", total=1 << 30):
    """A text of about `total` bytes: a start, the same again and again, an end."""
    chunk = again * max(1, 65536 // len(again))
    yield start
    for _ in range(total // len(chunk)):
        yield chunk
    yield end


class Hostile(unittest.TestCase):
    """One refusal, one line, little memory."""

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)

    def sparse(self, name, start, size):
        """A file of `size` bytes that begins with `start`; what follows are zero bytes."""
        path = self.directory / name
        path.write_bytes(start)
        try:
            os.truncate(path, size)
        except OSError as error:
            self.skipTest(f"no sparse file of {size} bytes: {error}")
        if path.stat().st_blocks * 512 > 16 * MEGABYTE:
            self.skipTest("the file system has no sparse files")
        return path

    def refused(self, outcome, words, peak, taken=None):
        """Exit status 1, one line with these words, at most so many bytes of memory."""
        FIGURES.append(f"{self.id().split('.')[-1]}: {outcome.peak / MEGABYTE:.0f} MiB"
                       + (f", read {outcome.taken / MEGABYTE:.1f} MiB" if outcome.taken else ""))
        self.assertEqual(outcome.status, 1, outcome.err[:400])
        self.assertEqual(outcome.err.count(b"\n"), 1, outcome.err[:400])
        self.assertLess(len(outcome.err), 1000)
        for word in words:
            self.assertIn(word.encode(), outcome.err)
        self.assertLess(outcome.peak, peak * MEGABYTE)
        if taken is not None:
            self.assertLess(outcome.taken, taken)

    # --- JSON -------------------------------------------------------------------

    def test_a_gigabyte_of_one_key(self):
        for chunks in (endless(b'{"', b"a"), endless(b'{"_', b"a", b'":1}'),
                       endless(b'{"ecog":"', b"3", b'"}')):
            outcome = run(["assess", "-"], chunks)
            self.refused(outcome, ["more than 16777216 bytes"], 100, RECORD_MAX + MEGABYTE)

    def test_a_sparse_gigabyte_of_one_key(self):
        path = self.sparse("record.json", b'{"', 1 << 30)
        self.refused(run(["assess", path]), [str(path), "more than 16777216 bytes"], 100)

    def test_a_gigabyte_of_fhir(self):
        for arguments in (["fhir-assess", "-"], ["cards", "-"]):
            outcome = run(arguments, endless(b'{"', b"a"))
            self.refused(outcome, ["more than 67108864 bytes"], 200, CHART_MAX + MEGABYTE)

    def test_a_line_of_a_gigabyte_in_bulk(self):
        outcome = run(["fhir-assess", "--bulk", "-"], endless(b'{"', b"a"))
        FIGURES.append(f"bulk line: {outcome.peak / MEGABYTE:.0f} MiB")
        self.assertEqual(outcome.status, 1, outcome.err[:400])
        self.assertLess(outcome.peak, 200 * MEGABYTE)
        self.assertLess(len(outcome.err), 1000)

    def test_a_hundred_thousand_nested_arrays(self):
        for depth_of in ((b"[", b"]"), (b'{"a":', b"}")):
            opening, closing = depth_of
            for closed in (b"", b"1" + closing * 100000):
                text = b'{"_x":' + opening * 100000 + closed + (b"}" if closed else b"")
                self.refused(run(["assess", "-"], [text]), ["line 1"], 60)
                text = opening * 100000 + closed
                self.refused(run(["assess", "-"], [text]), ["line 1"], 60)
                self.refused(run(["fhir-assess", "-"], [text]), ["line 1"], 60)
                self.refused(run(["cards", "-"], [text]), ["line 1"], 60)

    def test_a_full_record_of_small_values(self):
        """The most values that a record of the greatest length can have."""
        text = b'{"_":[' + b"0," * (RECORD_MAX // 2 - 8) + b"0]}"
        self.assertLessEqual(len(text), RECORD_MAX)
        outcome = run(["assess", "--format", "json", "-"], [text])
        FIGURES.append(f"full record of small values: {outcome.peak / MEGABYTE:.0f} MiB")
        self.assertEqual(outcome.status, 0, outcome.err[:400])
        self.assertLess(outcome.peak, 1024 * MEGABYTE)

    # --- CSV --------------------------------------------------------------------

    def test_a_sparse_line_of_ten_gigabytes(self):
        path = self.sparse("cohort.csv", b"ecog\n", 10 << 30)
        for command in ("batch", "summary"):
            self.refused(run([command, path]), [str(path), "line 2"], 200)

    def test_a_sparse_header_of_ten_gigabytes(self):
        path = self.sparse("header.csv", b"ecog,", 10 << 30)
        for command in ("batch", "summary"):
            self.refused(run([command, path]), [str(path), "line 1"], 200)

    def test_a_line_of_ten_gigabytes(self):
        """Without an end, in quotes and without, and of cells alone."""
        for start, again in ((b"ecog\n", b"3"), (b'ecog\n"', b"3"), (b'ecog\n"', b'""'),
                             (b'ecog\n"', b"\n"), (b"ecog\n", b","), (b"ecog,", b"a"),
                             (b'ecog,"', b"\n"), (b"", b",")):
            outcome = run(["batch", "-"], endless(start, again, total=10 << 30))
            self.refused(outcome, ["line"], 200, 5 * ROW_MAX)

    def test_rows_of_a_million_columns(self):
        row = b"3" + b",3" * 999999 + b"\n"
        for command in ("batch", "summary"):
            outcome = run([command, "-"], [b"ecog\n", *[row] * 5])
            self.refused(outcome, ["line 2"], 200)

    def test_a_header_of_a_million_columns(self):
        header = b"ecog" + b"".join(b",x%d" % i for i in range(999999)) + b"\n"
        for command in ("batch", "summary"):
            self.refused(run([command, "-"], [header, b"3\n"]), ["line 1"], 200)

    def test_as_many_columns_as_are_taken(self):
        """The widest table: what it says of foreign columns stays short."""
        header = b"ecog" + b"".join(b",x%d" % i for i in range(131071)) + b"\n"
        row = b"3" + b",y" * 131071 + b"\n"
        outcome = run(["batch", "-o", self.directory / "out.csv", "-"], [header, row])
        FIGURES.append(f"widest table: {outcome.peak / MEGABYTE:.0f} MiB, "
                       f"{len(outcome.err)} bytes of standard error")
        self.assertEqual(outcome.status, 0, outcome.err[:400])
        self.assertLess(outcome.peak, 200 * MEGABYTE)
        wide = (self.directory / "out.csv").read_bytes().split(b"\n")
        self.assertEqual([line.count(b",") for line in wide if line],
                         [wide[0].count(b",")] * 2)

    # --- arguments --------------------------------------------------------------

    def test_as_many_options_as_the_system_takes(self):
        """A million of --set is more than a command line holds: as many as it does."""
        room = os.sysconf("SC_ARG_MAX") // 4
        for words in (["--set", "ecog=3"], ["--set", "x"], ["--instrument", "sins"], ["-o", "/dev/null"]):
            count = room // sum(len(word) + 9 for word in words)
            outcome = run(["batch", *words * count, "-"], [b"ecog\n3\n"])
            self.assertIn(outcome.status, (0, 2), outcome.err[:400])
            self.assertLess(len(outcome.err), 2000)
            self.assertLess(outcome.peak, 200 * MEGABYTE)

    def test_a_cell_of_an_option_as_long_as_the_system_takes(self):
        """One argument may have 128 KiB; what is said repeats it once at most."""
        for word in ("ecog=" + "3|" * 60000 + "9", "ecog=" + "x" * 120000,
                     "x" * 120000 + "=1", "karnofsky=" + "9" * 120000):
            outcome = run(["batch", "--set", word, "-"], [b"ecog\n3\n"])
            self.assertEqual(outcome.status, 2, outcome.err[:400])
            self.assertLess(len(outcome.err), len(word) + 1000)


def main():
    """Runs the tests against the command that is named."""
    global COMMAND
    COMMAND = sys.argv[1]
    sys.exit(counted.run(__name__, FIGURES))


if __name__ == "__main__":
    main()
