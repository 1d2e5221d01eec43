"""The sacralmet command's contract: exit statuses, messages, and what it writes.

Usage: test_command.py SACRALMET

The last line printed is "N passed, N failed".
"""
import csv
import io
import json
import os
import pty
import random
import resource
import signal
import subprocess
import sys
import time
import unittest
import xml.etree.ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "suite"))

import command_case  # noqa: E402
import counted  # noqa: E402
from command_case import run  # noqa: E402

COMMAND = ""

# The order of the interventions is that of every answer.
SCORE_COLUMNS = [
    f"{instrument}_{part}"
    for instrument in ("tokuhashi_revised", "tomita", "sins")
    for part in ("min", "max", "bands")
]
LAST_COLUMNS = ["inconsistencies", "error"]


def rows_of(output, **options):
    """The rows of CSV bytes, line ends inside cells as they are."""
    return list(csv.reader(io.StringIO(output.decode(), newline=""), strict=True, **options))


def table_of(output, **options):
    """The rows of CSV bytes, by column name."""
    header, *rows = rows_of(output, **options)
    assert all(len(row) == len(header) for row in rows), "a row of another width"
    return [dict(zip(header, row)) for row in rows]


def open_terminal():
    """Both ends of a terminal; where the system has none to give, the test is skipped."""
    try:
        return pty.openpty()
    except OSError as reason:
        raise unittest.SkipTest(f"no terminal: {reason}") from None


class Case(command_case.Case):
    def batch(self, table, *options, status=0):
        """The rows that come out of a table on standard input, by column."""
        result = run("batch", *options, "-", stdin=table)
        self.assertEqual(result.returncode, status, result.stderr)
        return table_of(result.stdout)


class Usage(Case):
    def test_version(self):
        lines = self.good("--version").decode().splitlines()
        words = [line.split() for line in lines]
        self.assertEqual([word for word, _ in words], ["sacralmet", "ABI", "content", "digest"])
        self.assertEqual(len(words[3][1]), 64)

    def test_help(self):
        for arguments in (["--help"], ["-h"], ["help"]):
            self.assertIn(b"usage: sacralmet assess", self.good(*arguments))
        for name in ("assess", "batch", "summary", "catalog", "explain"):
            text = self.good(name, "--help")
            self.assertIn(f"usage: sacralmet {name}".encode(), text)
            self.assertEqual(self.good("help", name), text)

    def test_wrong_usage(self):
        for arguments in (
                [], ["frobnicate"], ["--frobnicate"], ["help", "frobnicate"],
                ["assess"], ["assess", "a", "b"], ["assess", "--format", "xml", "a"],
                ["assess", "--format"], ["assess", "--frobnicate", "a"], ["assess", "-x", "a"],
                ["batch"], ["batch", "a", "b"], ["batch", "-o"], ["batch", "-o", "", "a"],
                ["batch", "--set", "ecog", "a"], ["batch", "--set", "nothing=1", "a"],
                ["batch", "--set", "ecog=9", "a"], ["batch", "--set", "=1", "a"],
                ["batch", "--set", "ecog=1", "--set", "ecog=2", "a"],
                ["batch", "--set", "karnofsky=80..60", "a"],
                ["batch", "--delimiter", "ab", "a"], ["batch", "--delimiter", '"', "a"],
                ["batch", "--delimiter", "", "a"], ["batch", "--dispositions=1", "a"],
                ["batch", "--instrument", "nothing", "a"], ["batch", "--instrument"],
                ["batch", "--errors", "", "a"], ["batch", "--errors", "-", "a"],
                ["batch", "--errors", "b", "-o", "b", "a"],
                ["batch", "--threads", "0", "a"], ["batch", "--threads", "-1", "a"],
                ["batch", "--threads", "", "a"], ["batch", "--threads", "2x", "a"],
                ["batch", "--threads", "257", "a"], ["batch", "--threads"],
                ["batch", "--block-size", "0", "a"], ["batch", "--block-size", "1k", "a"],
                ["batch", "--block-size", "9" * 30, "a"], ["summary", "--threads", "0", "a"],
                ["summary", "--block-size", "0", "a"],
                ["summary"], ["summary", "a", "b"], ["summary", "--format", "xml", "a"],
                ["summary", "--set", "ecog", "a"], ["summary", "--delimiter", "ab", "a"],
                ["summary", "-o", "", "a"], ["summary", "--dispositions", "a"],
                ["catalog", "a"], ["catalog", "--format", "xml"],
                ["explain"], ["explain", "ecog", "sins"]):
            with self.subTest(arguments):
                text = self.refused(2, *arguments)
                self.assertEqual(len(text.splitlines()), 2, text)
                self.assertIn("--help", text)

    def test_bad_option_is_named(self):
        self.assertIn("--frobnicate", self.refused(2, "batch", "--frobnicate", "a"))
        self.assertIn("-x", self.refused(2, "batch", "-x", "a"))
        self.assertIn("--set", self.refused(2, "batch", "a", "--set"))

    def test_options_stand_anywhere_and_end_with_dashes(self):
        path = self.write("-r.json", "{}")
        expected = json.loads(self.good("assess", "--format=json", path))
        self.assertEqual(json.loads(self.good("assess", path, "--format", "json")), expected)
        result = subprocess.run([COMMAND, "assess", "--format=json", "--", "-r.json"],
                                cwd=self.folder, stdout=subprocess.PIPE, check=True)
        self.assertEqual(json.loads(result.stdout), expected)


class Output(Case):
    """Whatever cannot be written is one line and status 1."""

    def setUp(self):
        super().setUp()
        record = self.write("r.json", '{"ecog": "1"}')
        table = self.write("t.csv", "ecog\n" + "1\n" * 20000)
        self.runs = [
            ["--version"], ["--help"], ["batch", "--help"], ["assess", record],
            ["assess", "--format=json", record], ["catalog"], ["catalog", "--format=json"],
            ["explain", "sins"], ["batch", table], ["batch", "--dispositions", table]]

    def fails(self, arguments, stdout):
        text = self.refused(1, *arguments, stdout=stdout)
        self.assertEqual(len(text.splitlines()), 1, text)
        self.assertIn("standard output", text)

    def test_full_disk(self):
        for arguments in self.runs:
            with self.subTest(arguments), open("/dev/full", "wb") as full:
                self.fails(arguments, full)

    def stops_quietly(self, arguments, stdout):
        """Nobody reads any more: that is asked for, as by `| head`."""
        result = run(*arguments, stdout=stdout)
        self.assertEqual((result.returncode, result.stderr), (1, b""))

    def test_closed_pipe(self):
        for arguments in self.runs:
            with self.subTest(arguments):
                reading, writing = os.pipe()
                os.close(reading)
                self.stops_quietly(arguments, writing)
                os.close(writing)

    def test_head(self):
        path = self.write("long.csv", "ecog\n" + "1\n" * 50000)
        with subprocess.Popen([COMMAND, "batch", path], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as process:
            process.stdout.readline()
            process.stdout.close()
            text = process.stderr.read().decode()
            self.assertEqual(process.wait(), 1)
        self.assertEqual(text, "")

    def test_head_takes_the_errors_away(self):
        """What was to be a file is missing then, which is said."""
        reading, writing = os.pipe()
        os.close(reading)
        errors = self.folder / "errors.csv"
        text = self.refused(1, "batch", "--errors", errors, "-", stdin="ecog\n9\n",
                            stdout=writing)
        os.close(writing)
        self.assertEqual(text, f"sacralmet: {errors}: not made, as nobody read the table to "
                               "its end\n")
        self.assertFalse(errors.exists())

    def test_closed_streams(self):
        path = self.write("t.csv", "ecog\n1\n")
        script = '"$0" batch -o "$1.out" "$1" <&- >&- 2>&-'
        subprocess.run(["sh", "-c", script, COMMAND, path], check=True)
        self.assertEqual(len(table_of((self.folder / "t.csv.out").read_bytes())), 1)


class Assess(Case):
    def refused_record(self, text):
        return self.refused(1, "assess", self.write("r.json", text))

    def test_json(self):
        record = '{"lesion_level": "S1", "karnofsky": {"min": 40, "max": 60}, "_id": 7}'
        answer = json.loads(self.good("assess", "--format", "json", "-", stdin=record))
        for key in ("versions", "scores", "interventions", "conflicts", "inconsistencies",
                    "next"):
            self.assertIn(key, answer)
        version = self.good("--version").decode().split()[1::2]
        self.assertEqual([answer["versions"][key] for key in ("release", "abi", "content",
                                                              "digest")], version)

    def test_text(self):
        record = self.write("r.json", '{"cauda_equina_syndrome": "yes"}')
        text = self.good("assess", record).decode()
        self.assertEqual(self.good("assess", "--format=text", record).decode(), text)
        self.assertIn("emergency", text.lower())
        self.assertLessEqual(max(map(len, text.splitlines())), 80)
        self.assertNotIn("\x1b", text)

    def test_errors_name_the_key(self):
        for key, text in (
                ("ecog", '{"ecog": "9"}'), ("ecog", '{"ecog": 1}'),
                ("karnofsky", '{"karnofsky": 55}'), ("karnofsky", '{"karnofsky": "80"}'),
                ("nonsense", '{"nonsense": 1}'), ("ecog", '{"ecog": "1", "ecog": "1"}'),
                ("ecog", '{"ecog": []}')):
            with self.subTest(text):
                error = self.refused_record(text)
                self.assertIn("r.json: " + key, error)

    def test_errors_name_the_place(self):
        error = self.refused_record('{"ecog": "1",\n  ]')
        self.assertIn("r.json", error)
        self.assertIn("line 2, column 3", error)
        self.assertIn("standard input", self.refused(1, "assess", "-", stdin="{"))

    def test_refused_inputs(self):
        for content in (b"", b"[]", b'{"_a": "\xff"}', b" " * (2**24 + 1)):
            with self.subTest(content[:8]):
                self.assertIn("r.json: ", self.refused_record(content))
        for name in ("missing.json", "."):
            path = self.folder / name
            self.assertIn(str(path), self.refused(1, "assess", path))

    def on_terminal(self, **settings):
        """What is written to a terminal."""
        master, slave = open_terminal()
        env = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        path = self.write("r.json", '{"cauda_equina_syndrome": "yes"}')
        with subprocess.Popen([COMMAND, "assess", path], stdout=slave,
                              env={**env, "TERM": "xterm", **settings}) as process:
            os.close(slave)
            text = b""
            try:
                while part := os.read(master, 65536):
                    text += part
            except OSError:  # the terminal's other side is closed
                pass
            os.close(master)
            self.assertEqual(process.wait(), 0)
        return text.decode()

    def test_color(self):
        self.assertIn("\x1b[", self.on_terminal())
        self.assertIn("\x1b[", self.on_terminal(NO_COLOR=""))
        self.assertNotIn("\x1b[", self.on_terminal(NO_COLOR="1"))
        self.assertNotIn("\x1b[", self.on_terminal(TERM="dumb"))


class Catalog(Case):
    KINDS = ("fields", "instruments", "findings", "interventions", "rules", "conflicts",
             "references", "evidence", "disputes")

    def keys(self):
        catalog = json.loads(self.good("catalog", "--format", "json"))
        return {kind: [entry["key"] for entry in catalog[kind]] for kind in self.KINDS}

    def test_text_has_every_key(self):
        text = self.good("catalog").decode()
        lines = set(text.splitlines())
        for kind, keys in self.keys().items():
            self.assertGreater(len(keys), 0, kind)
            self.assertEqual([key for key in keys if key not in lines], [], kind)
        self.assertEqual(self.good("catalog", "--format=text").decode(), text)
        for line in text.splitlines():
            # One word, such as a link, may be longer.
            self.assertTrue(len(line) <= 80 or len(line.split()) == 1, line)

    def test_every_key_is_explained(self):
        for kind, keys in self.keys().items():
            for key in keys:
                with self.subTest(key=key, kind=kind):
                    text = self.good("explain", key).decode()
                    self.assertTrue(text.startswith(key + " ("), text)

    def test_reference_by_number(self):
        first = self.good("explain", "1")
        self.assertEqual(self.good("explain", "[1]"), first)
        self.assertIn(b"(reference)", first)
        for number in range(1, 55):
            self.assertIn(f"number         {number}\n".encode(), self.good("explain", number))
        for word in ("55", "[55]", "0", "[]", "[x]"):
            self.refused(1, "explain", word)

    def test_shared_key(self):
        text = self.good("explain", "epidural_disease").decode()
        self.assertIn("epidural_disease (field)\n", text)
        self.assertIn("\nepidural_disease (finding)\n", text)

    def test_what_uses_it(self):
        rule = self.good("explain", "sacroplasty.epidural").decode()
        for word in ("contraindicated", "sacroplasty", "epidural disease", "Mika A"):
            self.assertIn(word, rule)
        self.assertIn("sacroplasty.epidural", self.good("explain", "epidural_disease").decode())
        self.assertIn("contraindicated: sacroplasty.epidural",
                      self.good("explain", "sacroplasty").decode())
        self.assertIn("sacroplasty.epidural", self.good("explain", "mika_2018").decode())

    def test_unknown_key(self):
        self.assertIn("karnofsky?", self.refused(1, "explain", "karnofski"))
        self.assertIn("karnofsky?", self.refused(1, "explain", "Karnofsky"))
        self.assertIn("palliative_embolization", self.refused(1, "explain", "embolization"))
        self.assertIn("catalog", self.refused(1, "explain", "xyzzyxyzzy"))
        self.refused(1, "explain", "")
        self.refused(1, "explain", "x" * 1000)


class Batch(Case):
    def test_columns(self):
        header, row = rows_of(self.good("batch", "-", stdin="ecog\n1\n"))
        self.assertEqual(header, ["ecog", *SCORE_COLUMNS, *LAST_COLUMNS])
        self.assertEqual(row[0], "1")
        header, row = rows_of(self.good("batch", "--dispositions", "-", stdin="ecog\n1\n"))
        keys = [entry["key"] for entry in
                json.loads(self.good("catalog", "--format=json"))["interventions"]]
        self.assertEqual(header, ["ecog", *SCORE_COLUMNS, *keys, *LAST_COLUMNS])
        self.assertIn("multidisciplinary_review", keys)

    def test_same_as_assess(self):
        catalog = json.loads(self.good("catalog", "--format=json"))
        fields = [field["key"] for field in catalog["fields"]]
        choice = random.Random(20180401)

        def value_of(field):
            if field["kind"] == "integer":
                return choice.randrange(field["minimum"], field["maximum"] + 1, field["step"])
            if field["kind"] == "yes_no":
                return choice.choice(["yes", "no"])
            return choice.choice([value["key"] for value in field["values"]])

        records = [{field["key"]: value_of(field)
                    for field in catalog["fields"] if choice.random() < density}
                   for density in (0.1, 0.3, 0.6, 0.9) for _ in range(10)]
        # Each row twice, the second half backwards: no row may leave anything behind.
        records += records[::-1]
        table = io.StringIO()
        writer = csv.DictWriter(table, fields, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(records)
        rows = self.batch(table.getvalue(), "--dispositions")
        for record, row in zip(records, rows, strict=True):
            answer = json.loads(self.good("assess", "--format=json", "-",
                                          stdin=json.dumps(record)))
            expected = {"error": "", "inconsistencies": "|".join(
                "+".join(group["fields"]) for group in answer["inconsistencies"])}
            for score in answer["scores"]:
                name = score["instrument"]
                expected[name + "_min"] = str(score["min"])
                expected[name + "_max"] = str(score["max"])
                expected[name + "_bands"] = "|".join(score["bands"])
            for entry in answer["interventions"]:
                mark = "" if entry["settled"] else "?"
                expected[entry["intervention"]] = entry["disposition"] + mark
            self.assertEqual({key: row[key] for key in expected}, expected, record)

    def test_cells(self):
        rows = self.batch("lesion_level,karnofsky\nS1|S2,40..60\nS1|S2,40|50|60\n,\nS1|S1,60\n")
        self.assertEqual([row["error"] for row in rows], [""] * 4)
        self.assertEqual(list(rows[0].values())[2:], list(rows[1].values())[2:])
        self.assertEqual(rows[2]["sins_max"], "18")
        self.assertEqual(rows[0]["tokuhashi_revised_min"], "0")
        self.assertEqual(rows[3]["tokuhashi_revised_min"], "1")

    def test_carried_cells_come_out_as_they_went_in(self):
        raw = [b'"a ""quoted"" one"', b'"line\r\nbreak"', b"'  blanks '", b"caf\xc3\xa9",
               b'half 5" lesion', b'""', b'"plain"', b"a\rb"]
        table = b"id,ecog,note\n" + b"".join(b"%s,1,x\n" % cell for cell in raw)
        result = run("batch", "-", stdin=table)
        self.assertEqual(result.returncode, 0, result.stderr)
        for cell in raw:
            self.assertIn(b"\n%s,1,x," % cell, result.stdout)
        self.assertEqual(result.stderr.count(b"id, note"), 1)

    def test_quoted_fields_and_header(self):
        rows = self.batch('"ecog","karnofsky"\n"1","80"\n1,80\n')
        self.assertEqual([list(row.values())[2:] for row in rows][0],
                         [list(row.values())[2:] for row in rows][1])

    def test_line_ends_and_mark(self):
        plain = run("batch", "-", stdin="id,ecog\na,1\nb,2\n").stdout
        crlf = run("batch", "-", stdin="id,ecog\r\na,1\r\nb,2\r\n").stdout
        self.assertEqual(crlf, plain.replace(b"\n", b"\r\n"))
        self.assertEqual(run("batch", "-", stdin="id,ecog\na,1\nb,2").stdout, plain)
        marked = run("batch", "-", stdin="\ufeffid,ecog\na,1\r\nb,2\n").stdout
        self.assertEqual(marked, "\ufeff".encode() + plain)
        self.assertIn(b"LF or CRLF", run("batch", "-", stdin="id,ecog\ra,1\r").stderr)

    def test_slip_in_a_header(self):
        text = run("batch", "-", stdin="Karnofsky,karnofski,ecog\n80,80,1\n").stderr.decode()
        self.assertEqual(text.count("a slip for karnofsky?"), 2)
        text = run("batch", "-", stdin="bad\x1b[1m,ecog\n1,1\n").stderr.decode()
        self.assertNotIn("\x1b", text)

    def test_slips_beside_fields(self):
        """A name that is a field's but for how it is written is named, as is a label."""
        for name, field in (("Pain", "pain"), (" pain ", "pain"), ("BONE-LESION", "bone_lesion"),
                            ("boneLesion", "bone_lesion"), ("pain\u00a0", "pain"),
                            ("Karnofsky performance status", "karnofsky"),
                            ("Alignment", "alignment"), ("lesion_levle", "lesion_level")):
            with self.subTest(name):
                text = run("batch", "-", stdin=f"{name},ecog\n,1\n").stderr.decode()
                self.assertIn(f"{name} (a slip for {field}?)", text)

    def test_tables_that_say_nothing(self):
        """Nothing is known of any row: no success, and the likely reason."""
        for table, reason in (
                ("Pain,ALIGNMENT\nmechanical,1\n", '"Pain" (pain?), "ALIGNMENT" (alignment?)'),
                (" pain , ecog \nmechanical,1\n", '" pain " (pain?), " ecog " (ecog?)'),
                ("pain;ecog\nmechanical;1\n", "--delimiter ';'?"),
                ("Schmerz;Alter\nx;1\n", "--delimiter ';'?"),
                ("id|pain\na|mechanical\n", "--delimiter '|'?"),
                ("id\tpain\na\tmechanical\n", "--delimiter tab?"),
                ("a,b;pain;c,d\n1\n", "--delimiter ';'?"),
                ("\ufeff\ufeffpain\nmechanical\n", "a byte-order mark stands twice"),
                ("\ufeff\"\ufeffpain\"\nmechanical\n", "a byte-order mark stands twice"),
                ("id,height\na,1\n", "'sacralmet catalog' lists"),
                ("id\n", "'sacralmet catalog' lists")):
            for command in ("batch", "summary"):
                with self.subTest(table, command=command):
                    result = run(command, "-", stdin=table)
                    self.assertEqual((result.returncode, result.stdout), (1, b""))
                    self.assertEqual(len(result.stderr.splitlines()), 1)
                    self.assertIn("line 1: no column is a field", result.stderr.decode())
                    self.assertIn(reason, result.stderr.decode())
        text = self.refused(1, "batch", "--delimiter=;", "-", stdin="id,pain\na,mechanical\n")
        self.assertIn("--delimiter ','?", text)
        # With a preset something is known.
        self.assertEqual(len(self.batch("id\na\nb\n", "--set=ecog=1")), 2)

    def test_line_that_names_the_delimiter(self):
        """sep=; on top, as spreadsheets write it: the table is read by it, and keeps it."""
        plain = run("batch", "--delimiter=;", "-", stdin="id;pain\na;mechanical\n").stdout
        for line in ("sep=;\n", "SEP=;\n", '"sep=;"\n', "sep=;\r\n"):
            for mark in ("", "\ufeff"):
                with self.subTest(line, mark=mark):
                    lead = (mark + line).encode()
                    table = lead + b"id;pain\na;mechanical\n"
                    for options in ([], ["--delimiter=;"], ["--block-size=1"]):
                        self.assertEqual(run("batch", *options, "-", stdin=table).stdout,
                                         lead + plain)
                    self.assertEqual(run("summary", "-", stdin=table).stdout,
                                     run("summary", "--delimiter=;", "-",
                                         stdin="id;pain\na;mechanical\n").stdout)
        tabs = run("batch", "-", stdin="sep=\t\nid\tpain\na\tmechanical\n")
        self.assertIn(b"a\tmechanical\t", tabs.stdout)
        text = self.refused(1, "batch", "--delimiter=,", "-", stdin="sep=;\npain\nmechanical\n")
        self.assertIn("line 1: sep=; names another delimiter", text)
        # Lines are counted with it, and it is in the file of errors too.
        errors = self.folder / "errors.csv"
        text = self.refused(1, "batch", "--errors", errors, "-",
                            stdin="\ufeffsep=;\nid;pain\na;bad\n")
        self.assertIn("line 3: pain", text)
        self.assertTrue(errors.read_bytes().startswith("\ufeffsep=;\nline;error;id;pain\n3;"
                                                       .encode()))
        text = self.refused(1, "batch", "-", stdin="sep=;\nid;pain;pain\n")
        self.assertIn("line 2: pain", text)
        # A column may have any name.
        self.assertIn("ecog", self.batch("ecog,sep=;\n1,2\n")[0])

    def test_last_line_that_is_blank(self):
        """It is no row, whatever the columns and the blocks; a blank line before it is one."""
        for table, rows in (("pain\nmechanical\n\n", 1), ("pain\nmechanical\n", 1),
                            ("pain\n\nmechanical\n\n", 2), ("pain\nmechanical\n\n\n", 2),
                            ("pain\n\n", 0), ("pain\r\nmechanical\r\n\r\n", 1),
                            ("pain\nmechanical\n\"\"\n", 2), ("pain\n\n\n\n", 2),
                            ("pain,ecog\nmechanical,1\n\n", 1), ("pain,ecog\n\n", 0),
                            ("pain,ecog\r\nmechanical,1\r\n\r\n", 1)):
            for size in (1, 2, 3, 7, 1 << 20):
                with self.subTest(table, size=size):
                    option = f"--block-size={size}"
                    self.assertEqual(len(self.batch(table, option)), rows)
                    answer = json.loads(run("summary", "--format=json", option, "-",
                                            stdin=table).stdout)
                    self.assertEqual(answer["rows"], rows)

    def test_lines_that_end_with_cr(self):
        for table in ("id,ecog\ra,1\r", '"id","ecog"\r"a","1"\r', "ecog\r1",
                      "ecog\r" + "1\r" * 200000, "a,b,ecog\r" + "1,2,3\r" * 100000,
                      "ecog\r" + "1\r" * 9000000):
            text = self.refused(1, "batch", "-", stdin=table)
            self.assertIn("line 1: lines must end with LF or CRLF, not with CR", text)
        self.assertEqual(len(self.batch('ecog,"a\rb"')), 0)

    def test_ragged_rows(self):
        result = run("batch", "-", stdin="id,ecog,note\na\nb,1,n\nc,1,n,more,\"an\"\"d\"\n\n\n")
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"3 bad rows", result.stderr)
        self.assertIn(b"line 2", result.stderr)
        rows = table_of(result.stdout)
        self.assertEqual([row["id"] for row in rows], ["a", "b", "c", ""])
        self.assertEqual((rows[0]["ecog"], rows[0]["note"]), ("", ""))
        self.assertEqual(rows[1]["error"], "")
        for row in (rows[0], rows[2], rows[3]):
            self.assertTrue(row["error"].startswith("row"), row["error"])
            self.assertEqual({row[name] for name in SCORE_COLUMNS}, {""})
        for cell in ('"more"', '"an"d"'):
            self.assertIn(cell, rows[2]["error"])

    def test_bad_cells(self):
        cells = ["9", "1|", "|", " 1", "1 ", "-1", "1..2", "80", "1\x00", "01"]
        table = "id,karnofsky,ecog\n" + "".join(f"x,80,{cell}\n" for cell in cells)
        table += "y,80,1\nz,85,9\nz,85,9\ny,80,1\n"
        result = run("batch", "--dispositions", "-", stdin=table)
        self.assertEqual(result.returncode, 1)
        self.assertIn(f"{len(cells) + 2} bad rows".encode(), result.stderr)
        rows = table_of(result.stdout.replace(b"\0", b"?"))
        for row in rows[:len(cells)]:
            self.assertTrue(row["error"].startswith("ecog"), row["error"])
            self.assertEqual({value for name, value in row.items()
                              if name not in ("id", "karnofsky", "ecog", "error")}, {""})
        good, *both, again = rows[len(cells):]
        self.assertEqual(good, again)
        self.assertEqual(good["error"], "")
        for row in both:
            self.assertTrue(row["error"].startswith("karnofsky"), row["error"])
            self.assertIn("ecog", row["error"])
        self.assertIn(b"1 bad row of 1", run("batch", "-", stdin="ecog\n9\n").stderr)

    def test_bad_integers(self):
        cells = ["080", "+80", "8e1", "80.0", "85", "110", "80..", "..80", "80..60", "60...80",
                 "60..85", "60..80|90", "80\n"]
        table = "karnofsky\n" + "".join(f'"{cell}"\n' for cell in cells)
        for row in self.batch(table, status=1):
            self.assertTrue(row["error"].startswith("karnofsky"), row)

    def test_malformed_quotes(self):
        result = run("batch", "-", stdin='id,ecog\n"a"b,1\nc,"1" \nd,1\n')
        self.assertEqual(result.returncode, 1)
        rows = table_of(result.stdout)
        self.assertEqual([row["id"] for row in rows], ['"a"b', "c", "d"])
        self.assertEqual([row["error"][:4] for row in rows], ["row:", "row:", ""])
        text = self.refused(1, "batch", "-", stdin='ecog\n1\n"1\n2\n')
        self.assertIn("line 3", text)
        self.refused(1, "batch", "-", stdin='"ecog"x\n1\n')

    def test_refused_files(self):
        for table in (
                b"", b"\xef\xbb\xbf", b"\n", b"\r\n", b"ecog,ecog\n1,1\n", b'ecog,"ecog"\n1,1\n',
                b"error\n1\n", b"ecog,sins_min\n1,1\n", b"inconsistencies\n\n"):
            with self.subTest(table):
                result = run("batch", "-", stdin=table)
                self.assertEqual(result.returncode, 1)
                self.assertEqual(result.stdout, b"")
                self.assertTrue(result.stderr.startswith(b"sacralmet: standard input: "))
        self.assertIn("ecog", self.refused(1, "batch", "-", stdin="ecog,a,ecog\n"))
        self.assertIn("sins_min", self.refused(1, "batch", "-", stdin="sins_min\n"))
        self.assertIn("ct", self.refused(1, "batch", "--dispositions", "-", stdin="ct\n1\n"))
        self.assertEqual(self.batch("ct,ecog\n1,1\n")[0]["ct"], "1")
        for name in ("missing.csv", "."):
            path = self.folder / name
            self.assertIn(str(path), self.refused(1, "batch", path))

    def test_other_columns_may_repeat(self):
        header, _ = rows_of(run("batch", "-", stdin="x,x,,ecog\n1,2,3,1\n").stdout)
        self.assertEqual(header[:4], ["x", "x", "", "ecog"])

    def test_header_alone(self):
        self.assertEqual(self.batch("ecog\n"), [])
        self.assertEqual(self.batch("ecog"), [])

    def test_encoding(self):
        for bad in (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80",
                    b"\xe2\x82", b"\x80"):
            with self.subTest(bad):
                text = self.refused(1, "batch", "-", stdin=b"id,ecog\na,1\n%s,1\n" % bad)
                self.assertIn("line 3", text)
                text = self.refused(1, "batch", "-", stdin=b"id,ecog\na,1\n" + bad)
                self.assertIn("line 3", text)
        late = b"id,ecog\n" + b"a,1\n" * 200000 + b"\xfe,1\n"
        out = self.folder / "out.csv"
        text = self.refused(1, "batch", "-o", out, "-", stdin=late)
        self.assertIn("line 200002", text)
        self.assertEqual(list(self.folder.iterdir()), [])
        whole = "é€\U0001f600" * 100000  # crosses blocks at every offset of a code point
        for shift in range(4):
            table = f"id,ecog\n{'x' * shift}{whole},1\n"
            self.assertEqual(run("batch", "-", stdin=table).returncode, 0)

    def test_set(self):
        given = self.batch("id,lesion_level\na,S1\nb,S3\n")
        for table, preset in (("id,lesion_level\na,\nb,S3\n", "S1"),
                              ("id,lesion_level\na,S1\nb,\n", "S3")):
            rows = self.batch(table, "--set", f"lesion_level={preset}")
            for row, other in zip(rows, given, strict=True):
                self.assertEqual([row[name] for name in SCORE_COLUMNS],
                                 [other[name] for name in SCORE_COLUMNS])
        rows = self.batch("id\na\nb\n", "--set", "lesion_level=S1", "--set=ecog=1|2")
        self.assertEqual({row["sins_min"] for row in rows}, {given[0]["sins_min"]})
        self.assertEqual(list(rows[0])[0], "id")
        self.assertNotIn("lesion_level", rows[0])
        rows = self.batch("ecog\n9\n\n\n", "--set", "ecog=1", status=1)
        self.assertEqual([row["error"][:4] for row in rows], ["ecog", ""])

    def test_delimiter(self):
        comma = rows_of(self.good("batch", "-", stdin="lesion_level,ecog\nS1,1\n"))
        for name, sign in ((";", ";"), ("tab", "\t"), ("|", "|"), ("\t", "\t")):
            table = f"lesion_level{sign}ecog\nS1{sign}1\n"
            output = self.good("batch", "--delimiter", name, "-", stdin=table)
            self.assertEqual(rows_of(output, delimiter=sign), comma)

    def test_long_rows(self):
        longest = "x" * (2**24 - 2)
        self.assertEqual(run("batch", "-", stdin=f"id,ecog\n{longest},1\n").returncode, 0)
        text = self.refused(1, "batch", "-", stdin=f"id,ecog\na,1\n{longest}x,1\n")
        self.assertIn("line 3", text)
        self.assertIn("16 MiB", text)
        self.assertIn("cells", self.refused(1, "batch", "-", stdin="ecog\n" + "," * 200000))

    def test_blocks(self):
        """Rows of all lengths, so that blocks end at every place of a row."""
        choice = random.Random(7)
        names = [choice.choice(["a", "é", '""', "\r\n", "xyz"]) * choice.randrange(400)
                 for _ in range(3000)]
        table = "id,ecog\r\n" + "".join(f'"{name}",{i % 5}\r\n' for i, name in enumerate(names))
        rows = self.batch(table)
        self.assertEqual([row["id"] for row in rows], [name.replace('""', '"') for name in names])
        self.assertEqual([row["ecog"] for row in rows], [str(i % 5) for i in range(3000)])


class BatchBlocks(Case):
    """What threads and the borders of blocks must not change."""

    WAYS = [("--threads", str(threads), "--block-size", str(size))
            for threads in (1, 2, 7) for size in (1, 13, 300)]

    def table(self):
        """Rows of every kind: quoted, over several lines, empty, bad, with alternatives."""
        choice = random.Random(19)
        notes = ["x", "", '"a, b"', '"two\r\nlines"', '"say ""no"""', 'half 5" lesion', "é",
                 '"\n\n"', '""']
        ecogs = ["0", "1", "4", "", '"2"', "1|2", "9", "3|3", '""']
        levels = ["S1", "S5", "", "L5", "S1|S2", "S9", "unknown", '"S3"', "C7"]
        lines = [",".join(map(choice.choice, (notes, ecogs, levels))) for _ in range(400)]
        lines[50] = lines[250] = ""
        lines[99] = "too,few"
        lines[199] = 'more,1,S1,than,"the ""header"""'
        lines[299] = '"behind"x,1,S1'
        return "note,ecog,lesion_level\r\n" + "".join(
            line + choice.choice(["\r\n", "\n"]) for line in lines)

    def test_batch(self):
        table = self.write("in.csv", self.table())
        out, errors = self.folder / "out.csv", self.folder / "errors.csv"

        def answer(*options):
            result = run("batch", "--errors", errors, "-o", out, *options, table)
            return result.returncode, result.stderr, out.read_bytes(), errors.read_bytes()

        for choices in ([], ["--dispositions", "--set=ecog=1|2", "--set=bone_lesion=lytic"]):
            expected = answer("--threads=1", *choices)
            self.assertEqual(expected[0], 1)
            # The header and 400 rows; line ends inside cells are no rows.
            self.assertEqual(len(rows_of(expected[2])), 401)
            bad = [row for row in table_of(expected[2]) if row["error"]]
            self.assertIn(f"{len(bad)} bad rows of 400".encode(), expected[1])
            for way in self.WAYS:
                with self.subTest(way):
                    self.assertEqual(answer(*way, *choices), expected)

    def test_summary(self):
        expected = run("summary", "--format=json", "-", stdin=self.table())
        self.assertEqual(json.loads(expected.stdout)["rows"], 400)
        for way in self.WAYS:
            result = run("summary", "--format=json", *way, "-", stdin=self.table())
            self.assertEqual((result.returncode, result.stderr, result.stdout),
                             (expected.returncode, expected.stderr, expected.stdout), way)

    def test_borders_inside_quoted_cells(self):
        names = ["line\nbreak", 'a "quote"', '"\n"', "\r\n\r\n", ",\n,", "plain", ""]
        names = [names[i % len(names)] * (i % 4) for i in range(60)]
        lines, begins = "id,ecog\n", []
        for i, name in enumerate(names):
            begins.append(lines.count("\n") + 1)
            lines += '"{}",{}\n'.format(name.replace('"', '""'), "9" if i % 20 == 19 else i % 5)
        for size in range(1, 60, 3):
            errors = self.folder / "errors.csv"
            result = run("batch", "--block-size", size, "--errors", errors, "-", stdin=lines)
            self.assertEqual(result.returncode, 1)
            self.assertEqual([row["id"] for row in table_of(result.stdout)], names, size)
            self.assertEqual([row["line"] for row in table_of(errors.read_bytes())],
                             [str(begins[i]) for i in (19, 39, 59)])
            self.assertIn(f"3 bad rows of 60, see {errors}; the first, line {begins[19]}: ecog",
                          result.stderr.decode())

    def test_truncated_files(self):
        """A last line without its end is a row; a quote that stays open refuses the file."""
        whole = "id,ecog\n" + "a,1\n" * 50
        out = self.write("out.csv", "before")
        for way in self.WAYS:
            rows = self.batch(whole + "b,2", *way)
            self.assertEqual((len(rows), rows[50]["id"], rows[50]["error"]), (51, "b", ""))
            rows = self.batch(whole + "b", *way, status=1)
            self.assertEqual(rows[50]["error"][:4], "row:")
            for end, line in (('b,"2', 52), ('"\n\nb",1\n"c\nd', 55), ('b,"1\n', 52)):
                text = self.refused(1, "batch", *way, "-o", out, "-", stdin=whole + end)
                self.assertIn(f"line {line}: the quote that opens here is never closed", text)
            text = self.refused(1, "batch", *way, "-o", out, "-", stdin=whole.encode() + b"\xc3")
            self.assertIn("line 52: the file is not UTF-8", text)
        self.assertEqual(out.read_text(), "before")
        self.assertEqual(list(self.folder.iterdir()), [out])

    def test_first_refusal_counts(self):
        """What stands behind the place where a file is refused is not looked at."""
        table = b"id,ecog\n" + b"a,1\n" * 30 + b"\xff,1\n" + b"a,1\n" * 30 + b'"never closed'
        for way in self.WAYS:
            self.assertIn("line 32: the file is not UTF-8",
                          self.refused(1, "batch", *way, "-", stdin=table))

    def test_many_different_cells(self):
        """More than a column remembers; each comes out as it does alone."""
        steps = [str(value) for value in range(0, 100)]
        cells = [f"{a}..{b}" for a, b in zip(steps, steps[7:])] + steps
        cells += [f"{a}|{b}|{c}" for a, b, c in zip(steps, steps[3:], steps[50:])]
        cells += ["|".join(steps[i:i + 20]) for i in range(80)]
        table = "extraspinal_bone_metastases\n" + "".join(f"{cell}\n" for cell in cells * 2)
        rows = self.batch(table)
        for number, cell in enumerate(cells):
            self.assertEqual(rows[number], rows[number + len(cells)])
            if number % 25 == 0:
                alone = self.batch(f"extraspinal_bone_metastases\n{cell}\n")[0]
                self.assertEqual(rows[number], alone)

    def test_disk_that_fills_up(self):
        """Blocks were written already: the outputs do not appear all the same."""
        table = self.write("in.csv", "ecog\n" + "1\n9\n" * 30000)
        before = self.write("out.csv", "before")

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (600000, 600000))

        for errors in ([], ["--errors", self.folder / "errors.csv"]):
            result = subprocess.run(
                [COMMAND, "batch", "--threads=2", *errors, "-o", before, table],
                preexec_fn=limit, stderr=subprocess.PIPE, check=False, timeout=60)
            self.assertEqual(result.returncode, 1)
            self.assertIn(b"too large", result.stderr)
            self.assertEqual(len(result.stderr.splitlines()), 1)
            self.assertEqual(before.read_text(), "before")
            self.assertEqual(sorted(self.folder.iterdir()), [table, before])


class BatchFiles(Case):
    def test_output_file(self):
        table = self.write("in.csv", "ecog\n1\n")
        out = self.folder / "out.csv"
        expected = self.good("batch", table)
        self.assertEqual(self.good("batch", table, "-o", out), b"")
        self.assertEqual(out.read_bytes(), expected)
        self.assertEqual(self.good("batch", table, "-o", "-"), expected)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()),
                         ["in.csv", "out.csv"])

    def test_bad_rows_still_make_a_file(self):
        table = self.write("in.csv", "ecog\n9\n1\n")
        out = self.folder / "out.csv"
        self.refused(1, "batch", "-o", out, table)
        self.assertEqual(len(table_of(out.read_bytes())), 2)

    def test_in_place_and_permissions(self):
        table = self.write("in.csv", "ecog\n1\n")
        expected = self.good("batch", table)
        table.chmod(0o640)
        self.good("batch", "--in-place", table)
        self.assertEqual(table.read_bytes(), expected)
        self.assertEqual(table.stat().st_mode & 0o777, 0o640)
        table.write_bytes(b"ecog\n1\n")
        self.good("batch", "--in-place", "-o", self.folder / "." / "in.csv", table)
        self.assertEqual(table.read_bytes(), expected)
        self.assertEqual(list(self.folder.iterdir()), [table])

    def test_link_stays_one(self):
        table = self.write("in.csv", "ecog\n1\n")
        target = self.write("target.csv", "old")
        link = self.folder / "link.csv"
        link.symlink_to(target)
        self.good("batch", "-o", link, table)
        self.assertTrue(link.is_symlink())
        self.assertIn(b"sins_min", target.read_bytes())

    def test_refused_input_leaves_the_file_alone(self):
        out = self.write("out.csv", "old")
        for content in (b"", b"ecog,ecog\n", b"ecog\n1\n\"1", b"ecog\n\xff\n"):
            table = self.write("in.csv", content)
            self.refused(1, "batch", "-o", out, table)
            self.assertEqual(out.read_bytes(), b"old")
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()),
                         ["in.csv", "out.csv"])

    def test_failing_outputs(self):
        table = self.write("in.csv", "ecog\n1\n")
        for name in ("/dev/full", self.folder, self.folder / "missing" / "out.csv"):
            self.assertIn(str(name), self.refused(1, "batch", "-o", name, table))
        self.assertTrue(Path("/dev/full").is_char_device())
        self.good("batch", "-o", "/dev/null", table)
        self.assertTrue(Path("/dev/null").is_char_device())

    def test_signals_leave_nothing(self):
        def default():
            signal.signal(number, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT,
                       signal.SIGALRM, signal.SIGUSR1, signal.SIGUSR2, signal.SIGXCPU,
                       signal.SIGXFSZ, signal.SIGVTALRM, signal.SIGPROF):
            out = self.folder / "out.csv"
            with subprocess.Popen([COMMAND, "batch", "-o", out, "-"], stdin=subprocess.PIPE,
                                  preexec_fn=default) as process:
                process.stdin.write(b"ecog\n" + b"1\n" * 500000)
                process.stdin.flush()
                limit = time.monotonic() + 20
                while not list(self.folder.iterdir()) and time.monotonic() < limit:
                    time.sleep(0.01)
                self.assertEqual(len(list(self.folder.iterdir())), 1)
                self.assertFalse(out.exists())
                process.send_signal(number)
                self.assertEqual(process.wait(), -number)
                process.stdin.close()
            self.assertEqual(list(self.folder.iterdir()), [])

    def test_progress(self):
        """A bar on a terminal, wiped at the end; none elsewhere."""
        table = self.write("in.csv", "ecog\n" + "1\n" * 300000)
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        master, slave = open_terminal()
        with subprocess.Popen([COMMAND, "batch", "-o", pipe, table], stderr=slave) as process:
            os.close(slave)
            with open(pipe, "rb") as out:
                # The bar begins after a tenth of a second: so long, nobody takes the rows.
                time.sleep(0.3)
                self.assertEqual(sum(1 for _ in out), 300001)
            text = b""
            try:
                while part := os.read(master, 65536):
                    text += part
            except OSError:
                pass
            os.close(master)
            self.assertEqual(process.wait(), 0)
        self.assertIn(b"rows/s", text)
        self.assertIn(b"left", text)
        self.assertTrue(text.endswith(b"\r\x1b[K"), text[-40:])

    def test_constant_memory(self):
        with open(COMMAND, "rb") as binary:
            if b"__asan_init" in binary.read():
                self.skipTest("a sanitizer's memory is not the command's")
        out = self.folder / "out.csv"
        # A child begins with the memory of its parent, and that is counted too: a
        # parent of its own keeps this process out of the measure.
        script = ("import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True); "
                  "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")

        def peak(count, *options):
            rows = "".join(f"p{i},{i % 5},{i % 10 * 10 + 10},S{i % 5 + 1}\n"
                           for i in range(1000))
            table = self.write("in.csv", "id,ecog,karnofsky,lesion_level\n" +
                               rows * (count // 1000))
            size = subprocess.run(
                [sys.executable, "-c", script, COMMAND, "batch", "--threads=2", *options,
                 "-o", out, table],
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
            with open(out, "rb") as lines:
                self.assertEqual(sum(1 for _ in lines), count + 1)
            return int(size)

        self.assertLess(peak(100000, "--dispositions"), 60 * 1024, "KiB")
        # Three times the rows in the same memory, but for what chance leaves in buffers.
        self.assertLess(peak(1500000), peak(500000) * 1.1)


class Places(Case):
    """No output is a file that is read: a source file is never lost."""

    TABLE = b"id,pain\na,mechanical\nb,bad\n"

    def setUp(self):
        super().setUp()
        self.table = self.write("in.csv", self.TABLE)
        self.link = self.folder / "link.csv"
        self.link.symlink_to("in.csv")
        self.hard = self.folder / "hard.csv"
        self.hard.hardlink_to(self.table)
        self.far = self.folder / "far"
        self.far.symlink_to(self.link)
        self.names = [self.table, self.link, self.hard, self.far,
                      f"{self.folder}/./in.csv", f"{self.folder}/../{self.folder.name}/in.csv"]
        self.before = sorted(self.folder.iterdir())

    def keeps(self, expected, option, name, *arguments, source="in.csv", **options):
        """A run that is refused before anything is written."""
        text = self.refused(2, *arguments, **options)
        self.assertIn(f"{option} {name} is the same file as the input {source}", text)
        self.assertEqual(self.table.read_bytes(), expected)
        self.assertEqual(sorted(self.folder.iterdir()), self.before)

    def test_every_option_of_every_subcommand(self):
        record = b'{"ecog":"1"}'
        bundle = b'{"resourceType":"Bundle","type":"collection"}'
        for content, command in ((self.TABLE, ["batch", "-o"]),
                                 (self.TABLE, ["batch", "--errors"]),
                                 (self.TABLE, ["batch", "-o", "/dev/null", "--errors"]),
                                 (self.TABLE, ["summary", "-o"]),
                                 (self.TABLE, ["summary", "--format=svg", "-o"]),
                                 (record, ["assess", "-o"]),
                                 (bundle, ["fhir-assess", "-o"]),
                                 (bundle, ["fhir-assess", "--bulk", "-o"]),
                                 (bundle, ["cards", "-o"])):
            for name in self.names:
                with self.subTest(command, name=name):
                    self.table.write_bytes(content)
                    self.keeps(content, command[-1], name, *command, name, self.table,
                               source=self.table)
                    with self.table.open("rb") as stdin:
                        result = subprocess.run([COMMAND, *command, name, "-"], stdin=stdin,
                                                capture_output=True, check=False)
                    self.assertEqual((result.returncode, result.stdout), (2, b""))
                    self.assertIn(b"the same file as the input standard input", result.stderr)
                    self.assertEqual(self.table.read_bytes(), content)

    def test_standard_output(self):
        """`>> IN` or `1<> IN`: the file is there still, and stays as it is."""
        for arguments, name in ((["batch", "in.csv"], "standard output"),
                                (["batch", "-o", "/dev/stdout", "in.csv"], "/dev/stdout"),
                                (["batch", "-o", "/dev/fd/1", "in.csv"], "/dev/fd/1"),
                                (["batch", "-o", "o.csv", "--errors=-", "in.csv"],
                                 "standard output"),
                                (["summary", "in.csv"], "standard output")):
            for mode in ("ab", "r+b"):
                with self.subTest(arguments, mode=mode), self.table.open(mode) as stdout:
                    result = subprocess.run([COMMAND, *arguments], cwd=self.folder, check=False,
                                            stdout=stdout, stderr=subprocess.PIPE)
                    self.assertEqual(result.returncode, 2)
                    self.assertIn(f" {name} is the same file as the input in.csv",
                                  result.stderr.decode())
                    self.assertEqual(self.table.read_bytes(), self.TABLE)
                    self.assertEqual(sorted(self.folder.iterdir()), self.before)

    def test_standard_error(self):
        """Messages do not get into the table either."""
        with self.table.open("ab") as stderr:
            result = subprocess.run([COMMAND, "batch", self.table], check=False, stderr=stderr,
                                    stdout=subprocess.PIPE)
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"standard error is the same file as the input", result.stdout)
        self.assertEqual(self.table.read_bytes(), self.TABLE)

    def test_files_of_codes(self):
        codes = self.write("codes.json", '{"codes":[]}')
        bundle = self.write("bundle.json", '{"resourceType":"Bundle","type":"collection"}')
        text = self.refused(2, "fhir-assess", "--codes", codes, "-o", codes, bundle)
        self.assertIn(f"-o {codes} is the same file as the input {codes}", text)
        self.assertEqual(codes.read_text(), '{"codes":[]}')

    def test_in_place(self):
        expected = run("batch", self.table).stdout
        out = self.folder / "out.csv"
        self.refused(2, "batch", "--in-place", "-o", out, self.table)
        self.refused(2, "batch", "--in-place", "-", stdin=self.TABLE)
        self.refused(2, "batch", "--in-place", "--errors", self.table, self.table)
        self.keeps(self.TABLE, "--errors", self.hard, "batch", "--in-place", "--errors",
                   self.hard, self.table, source=self.table)
        self.refused(1, "batch", "--in-place", self.link)
        self.assertTrue(self.link.is_symlink())
        self.assertEqual(self.table.read_bytes(), expected)
        self.assertEqual(self.hard.read_bytes(), self.TABLE)

    def test_two_outputs(self):
        """Two outputs in one file would mix, or one would replace the other."""
        out = self.folder / "out.csv"
        for arguments in (["-o", "-", "--errors", "/dev/stdout"],
                          ["-o", out, "--errors", "-"], ["-o", "/dev/stdout", "--errors", out]):
            with self.subTest(arguments), out.open("wb") as stdout:
                result = subprocess.run([COMMAND, "batch", *arguments, self.table], check=False,
                                        stdout=stdout, stderr=subprocess.PIPE)
            self.assertEqual(result.returncode, 1)
            self.assertIn(b"--errors and -o are the same file", result.stderr)
            self.assertEqual(out.read_bytes(), b"")

    def test_what_a_stream_had_stays(self):
        out = self.write("out.csv", "before\n")
        with out.open("ab") as stdout:
            subprocess.run([COMMAND, "batch", "-o", "/dev/stdout", self.table], check=False,
                           stdout=stdout, stderr=subprocess.PIPE)
        self.assertEqual(out.read_bytes(), b"before\n" + run("batch", self.table).stdout)

    def test_links_to_nothing(self):
        """A dangling link makes its target, through any number of links."""
        self.link.unlink()
        (self.folder / "b").mkdir()
        self.link.symlink_to("b/next")
        (self.folder / "b" / "next").symlink_to("made.csv")
        self.refused(1, "batch", "-o", self.link, self.table)
        made = self.folder / "b" / "made.csv"
        self.assertTrue(self.link.is_symlink() and (self.folder / "b" / "next").is_symlink())
        self.assertEqual(made.read_bytes(), run("batch", self.table).stdout)
        round_link = self.folder / "round"
        round_link.symlink_to("round")
        self.assertIn("round", self.refused(1, "batch", "-o", round_link, self.table))
        lost = self.folder / "lost"
        lost.symlink_to("nowhere/out.csv")
        self.assertIn("lost", self.refused(1, "batch", "-o", lost, self.table))
        self.assertTrue(lost.is_symlink() and round_link.is_symlink())

    def test_owner_and_mode_stay(self):
        out = self.write("out.csv", "before")
        for mode in (0o600, 0o664, 0o2750):
            out.chmod(mode)
            self.refused(1, "batch", "-o", out, self.table)
            self.assertEqual(out.stat().st_mode & 0o7777, mode)
        if os.geteuid() != 0:
            self.skipTest("only root gives files away")
        os.chown(out, 12345, 12346)
        out.chmod(0o640)
        self.refused(1, "batch", "-o", out, self.table)
        about = out.stat()
        self.assertEqual((about.st_uid, about.st_gid, about.st_mode & 0o7777),
                         (12345, 12346, 0o640))

    def test_an_owner_that_could_not_stay(self):
        """Another user's file, which this user may write but not give back."""
        if os.geteuid() != 0:
            self.skipTest("only root can become another user")
        out = self.write("out.csv", "before")
        out.chmod(0o666)
        self.folder.chmod(0o777)
        try:
            result = subprocess.run([COMMAND, "batch", "-o", out, self.table], check=False,
                                    capture_output=True, user=12345, group=12345,
                                    extra_groups=[])
        except PermissionError as reason:
            self.skipTest(f"another user cannot reach the command: {reason}")
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"another user", result.stderr)
        self.assertEqual(out.read_text(), "before")
        self.assertEqual(sorted(self.folder.iterdir()), sorted([*self.before, out]))

    def test_a_long_name(self):
        out = self.folder / ("o" * 251 + ".csv")
        self.refused(1, "batch", "-o", out, self.table)
        self.assertEqual(out.read_bytes(), run("batch", self.table).stdout)

    def test_the_limit_of_file_sizes(self):
        big = self.write("big.csv", "ecog\n" + "1\n" * 60000)
        out = self.folder / "out.csv"

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (600000, 600000))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)

        result = subprocess.run([COMMAND, "batch", "-o", out, big], preexec_fn=limit,
                                capture_output=True, check=False)
        self.assertEqual(result.returncode, -signal.SIGXFSZ)
        self.assertEqual(sorted(self.folder.iterdir()), sorted([*self.before, big]))


class BatchChoices(Case):
    """--instrument and --errors."""

    def test_instrument(self):
        table = "lesion_level,primary_tumor,ecog\nS1,breast,1\n,,9\n"
        whole = self.batch(table, status=1)
        for keys in (["sins"], ["tomita", "tomita"], ["sins", "tokuhashi_revised"]):
            options = [f"--instrument={key}" for key in keys]
            rows = self.batch(table, *options, status=1)
            columns = [name for name in SCORE_COLUMNS if name.rpartition("_")[0] in keys]
            self.assertEqual(list(rows[0]),
                             ["lesion_level", "primary_tumor", "ecog", *columns, *LAST_COLUMNS])
            for row, other in zip(rows, whole, strict=True):
                self.assertEqual(row, {name: other[name] for name in row})
        # Only a column that is written can be in the way of one that is read.
        self.assertEqual(run("batch", "--instrument=tomita", "-", stdin="sins_min,ecog\n1,1\n")
                         .returncode, 0)
        self.refused(1, "batch", "--instrument=sins", "-", stdin="sins_min\n1\n")
        self.assertIn("tomita", self.refused(2, "batch", "--instrument", "x", "a"))

    TABLE = 'id,ecog,note\r\na,1,n\r\n"b,""",9,"two\r\nlines"\r\nc\r\n"d"x,1,n,o\r\n'

    def test_errors(self):
        errors, out = self.folder / "errors.csv", self.folder / "out.csv"
        text = self.refused(1, "batch", "--errors", errors, "-o", out, "-", stdin=self.TABLE)
        self.assertIn(f"3 bad rows of 4, see {errors}; the first, line 3: ecog", text)
        content = errors.read_bytes()
        self.assertEqual(content.count(b"\n"), content.count(b"\r\n"))
        self.assertIn(b',"b,""",9,"two\r\nlines"\r\n', content)  # the bytes that came in
        rows = table_of(content)
        self.assertEqual(list(rows[0]), ["line", "error", "id", "ecog", "note"])
        # The second row spans lines 3 and 4.
        self.assertEqual([row["line"] for row in rows], ["3", "5", "6"])
        self.assertEqual([row["id"] for row in rows], ['b,"', "c", '"d"x'])
        # The table itself is what it would be without.
        plain = run("batch", "-", stdin=self.TABLE).stdout
        self.assertEqual(out.read_bytes(), plain)
        self.assertEqual([row["error"] for row in rows],
                         [row["error"] for row in table_of(plain) if row["error"]])
        self.assertEqual(sorted(self.folder.iterdir()), [errors, out])

    def test_errors_of_good_rows(self):
        errors = self.folder / "errors.csv"
        result = run("batch", "--errors", errors, "--delimiter=;", "-", stdin="ecog;id\n1;a\n")
        self.assertEqual(result.returncode, 0)
        self.assertEqual(errors.read_bytes(), b"line;error;ecog;id\n")

    def test_errors_on_standard_output(self):
        out = self.folder / "out.csv"
        result = run("batch", "--errors=-", "-o", out, "-", stdin=self.TABLE)
        self.assertEqual(result.returncode, 1)
        self.assertEqual(len(table_of(result.stdout)), 3)
        self.assertEqual(len(table_of(out.read_bytes())), 4)

    def test_failing_errors_leave_nothing(self):
        out = self.write("out.csv", "before\n")
        for errors in (self.folder / "none" / "errors.csv", "/dev/full",
                       f"{self.folder}/./out.csv"):
            text = self.refused(1, "batch", "--errors", errors, "-o", out, "-", stdin="ecog\n9\n")
            self.assertIn(str(errors), text)
            self.assertEqual(out.read_text(), "before\n")
        self.refused(1, "batch", "--errors", self.folder / "errors.csv", "-o", out, "-",
                     stdin=b"ecog\n9\n\xff\n")
        new = self.folder / "new.csv"
        self.refused(1, "batch", "--errors", f"{self.folder}/./new.csv", "-o", new, "-",
                     stdin="ecog\n9\n")
        self.assertEqual(list(self.folder.iterdir()), [out])


class Summary(Case):
    # SINS from its published items (Fisher et al. 2010; stable 0 to 6, potentially
    # unstable 7 to 12, unstable 13 to 18), added up by hand:
    #   a  S1 3, mechanical 3, lytic 2, the rest 0: 8, complete, potentially unstable
    #   b  the rest 0, posterolateral open (0, 1 or 3): 0 to 3, decided, stable
    #   c  3 + 3, posterolateral open: 6, 7 or 9, undecided; knowing it decides
    #   d  3 + 3, bone lesion (0, 1 or 2) and posterolateral open: 6 to 11; a bone
    #      lesion of 0 leaves 6, 7 or 9, and a posterolateral of 0 leaves 6 to 8, so
    #      that neither alone decides
    #   e  bad
    TABLE = ("id,lesion_level,pain,bone_lesion,alignment,vertebral_collapse,"
             "posterolateral_involvement\n"
             "a,S1,mechanical,lytic,normal,none,none\n"
             "b,S3,none,blastic,normal,none,\n"
             "c,S1,mechanical,blastic,normal,none,\n"
             "d,S1,mechanical,,normal,none,\n"
             "e,S9,mechanical,,normal,none,\n")
    INSTRUMENTS = ["tokuhashi_revised", "tomita", "sins"]

    def summary(self, table, *options, status=0):
        """What JSON says, and its instruments by key."""
        result = run("summary", "--format=json", *options, "-", stdin=table)
        self.assertEqual(result.returncode, status, result.stderr)
        answer = json.loads(result.stdout)
        self.assertEqual([entry["instrument"] for entry in answer["instruments"]],
                         self.INSTRUMENTS)
        return answer, {entry["instrument"]: entry for entry in answer["instruments"]}

    def test_json(self):
        answer, instruments = self.summary(self.TABLE, status=1)
        version = [line.split()[1] for line in self.good("--version").decode().splitlines()]
        self.assertEqual(list(answer["versions"].values()), version)
        self.assertEqual((answer["rows"], answer["bad_rows"]), (5, 1))
        self.assertEqual(instruments["sins"], {
            "instrument": "sins", "rows": 4, "complete": 1, "decided": 2, "undecided": 2,
            "bands": [
                {"band": "stable", "label": "stable", "decided": 1, "possible": 2},
                {"band": "potentially_unstable", "label": "potentially unstable",
                 "decided": 1, "possible": 2},
                {"band": "unstable", "label": "unstable", "decided": 0, "possible": 0}],
            "missing": [
                {"field": "posterolateral_involvement", "label": "posterolateral involvement",
                 "rows": 3, "would_decide": 1},
                {"field": "bone_lesion", "label": "bone lesion", "rows": 1,
                 "would_decide": 0}]})
        # Nothing of the others is known: every band of theirs in every row.
        for key in ("tokuhashi_revised", "tomita"):
            entry = instruments[key]
            self.assertEqual((entry["complete"], entry["decided"], entry["undecided"]), (0, 0, 4))
            self.assertEqual({(band["decided"], band["possible"]) for band in entry["bands"]},
                             {(0, 4)})
            self.assertEqual({(field["rows"], field["would_decide"])
                              for field in entry["missing"]}, {(4, 0)})

    def test_mapped_field_and_set(self):
        # Tomita et al. 2001: growth moderate 2, visceral none 0, bone solitary 1 or
        # multiple 2: 3 or 4, across the edge between 2 to 3 and 4 to 5, so that the
        # bone metastases decide. With rapid growth (4): 5 or 6, likewise. Growth open
        # (1, 2 or 4) with a solitary lesion: 2, 3 or 5; its own field decides.
        table = "tumor_growth,solitary_lesion\nmoderate,\nrapid,\n,yes\n"
        _, instruments = self.summary(table, "--set", "visceral_metastases=none")
        tomita = instruments["tomita"]
        self.assertEqual([(band["decided"], band["possible"]) for band in tomita["bands"]],
                         [(0, 2), (0, 3), (0, 1), (0, 0)])
        missing = {field["field"]: (field["rows"], field["would_decide"])
                   for field in tomita["missing"]}
        self.assertEqual(missing["solitary_lesion"], (2, 2))
        self.assertEqual(missing["tumor_growth"], (1, 1))
        self.assertEqual(missing["primary_tumor"][0], 1)
        self.assertEqual(list(missing)[0], "solitary_lesion")

    def test_same_as_batch(self):
        """Counted again from batch: each open field tried with each of its values."""
        catalog = json.loads(self.good("catalog", "--format=json"))
        values = {}
        for field in catalog["fields"]:
            if field["kind"] == "integer":
                values[field["key"]] = [str(value) for value in range(
                    field["minimum"], field["maximum"] + 1, field["step"])]
            elif field["kind"] == "yes_no":
                values[field["key"]] = ["no", "yes"]
            else:
                values[field["key"]] = [value["key"] for value in field["values"]]
        choice = random.Random(20100901)
        names = ["karnofsky", "ecog", "extraspinal_bone_metastases", "vertebral_metastases",
                 "major_organ_metastases", "visceral_metastases", "primary_tumor", "frankel",
                 "motor_deficit", "tumor_growth", "solitary_lesion", "lesion_level", "pain",
                 "pain_score", "bone_lesion", "alignment", "vertebral_collapse",
                 "posterolateral_involvement", "reported_sins"]

        # Of fields that a relation ties, mostly one: two made at random contradict.
        tied = [("karnofsky", "ecog"), ("major_organ_metastases", "visceral_metastases"),
                ("frankel", "motor_deficit"), ("pain", "pain_score"),
                ("extraspinal_bone_metastases", "solitary_lesion")]

        def record():
            left = set(names) - {choice.choice(pair) for pair in tied if choice.random() < 0.9}
            return {name: "|".join(choice.sample(values[name], choice.choice((1, 1, 1, 2))))
                    for name in names if name in left and choice.random() < 0.75}

        def text_of(rows):
            table = io.StringIO()
            writer = csv.DictWriter(table, ["id", *names], restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
            return table.getvalue()

        records = [record() for _ in range(200)]
        answers = table_of(run("batch", "-", stdin=text_of(records)).stdout)
        records = [record for record, answer in zip(records, answers, strict=True)
                   if not answer["inconsistencies"]]
        _, instruments = self.summary(text_of(records))
        answers = table_of(run("batch", "-", stdin=text_of(records)).stdout)
        tried = []
        for number, record in enumerate(records):
            for name in names:
                known = record[name].split("|") if name in record else values[name]
                tried += [{**record, name: value, "id": f"{number} {name}"} for value in known]
        found = {}
        remarks = {"", *("+".join(check["fields"]) for check in catalog["checks"])}
        for row in table_of(run("batch", "-", stdin=text_of(tried)).stdout):
            # What a relation excludes is not possible; a check only remarks on it.
            if set(row["inconsistencies"].split("|")) <= remarks:
                found.setdefault(row["id"], []).append(row)
        positive = 0
        for key, entry in instruments.items():
            open_rows = [number for number, answer in enumerate(answers)
                         if "|" in answer[key + "_bands"]]
            self.assertEqual(entry["undecided"], len(open_rows))
            self.assertEqual(entry["complete"], sum(
                answer[key + "_min"] == answer[key + "_max"] for answer in answers))
            for band in entry["bands"]:
                bands = [answer[key + "_bands"].split("|") for answer in answers]
                self.assertEqual(band["decided"], bands.count([band["band"]]))
                self.assertEqual(band["possible"], sum(
                    band["band"] in row for row in bands if len(row) > 1))
            for field in entry["missing"]:
                tries = [found[f"{number} {field['field']}"] for number in open_rows]
                expected = sum(all("|" not in row[key + "_bands"] for row in rows)
                               for rows in tries)
                self.assertEqual(field["would_decide"], expected, (key, field))
                positive += expected > 0
            counts = [field["rows"] for field in entry["missing"]]
            self.assertEqual(counts, sorted(counts, reverse=True))
        self.assertGreater(positive, 8)

    def test_text(self):
        result = run("summary", "-", stdin=self.TABLE)
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"1 bad row of 5, left out; the first, line 6: lesion_level", result.stderr)
        text = result.stdout.decode()
        self.assertLessEqual(max(map(len, text.splitlines())), 80)
        self.assertIn("4 rows; left out: 1 bad\n", text)
        self.assertIn("  2 decided (50 %), 2 undecided; 1 complete\n", text)
        # A bar of 19 signs for 4 rows: 1 is 5, 2 are 10.
        self.assertIn("\n  stable" + " " * 33 + "        1        2  #####..........\n", text)
        self.assertIn("\n  bone lesion" + " " * 28 + "        0        1  .....\n", text)

    def test_svg(self):
        result = run("summary", "--format=svg", "-", stdin=self.TABLE)
        self.assertEqual(result.returncode, 1)
        self.assertNotIn(b"href", result.stdout)
        space = "{http://www.w3.org/2000/svg}"
        root = xml.etree.ElementTree.fromstring(result.stdout)
        self.assertEqual(root.tag, space + "svg")
        self.assertEqual(root.find(space + "title").text, "Scores of 4 rows; left out: 1 bad")
        self.assertIn("Instability Neoplastic Score: 2 decided, 2 undecided",
                      root.find(space + "desc").text)
        texts = ["".join(text.itertext()) for text in root.iter(space + "text")]
        self.assertIn("stable: 1 decided (25 %), possible in 2 undecided", texts)
        self.assertIn("3, decides 1", texts)
        width, height = float(root.get("width")), float(root.get("height"))
        boxes = [{name: float(box.get(name, 0)) for name in ("x", "y", "width", "height")}
                 for box in root.iter(space + "rect")]
        for box in boxes:
            self.assertLessEqual(box["x"] + box["width"], width)
            self.assertLessEqual(box["y"] + box["height"], height)
        for text in root.iter(space + "text"):
            self.assertLess(float(text.get("y")), height)
        # Of SINS, one bar of 760 in all: 1, 1 and 2 of 4 rows.
        bars = [box for box in root.iter(space + "rect") if box.get("height") == "28"]
        self.assertEqual([(float(bar.get("x")), float(bar.get("width"))) for bar in bars[-3:]],
                         [(20, 190), (210, 190), (400, 380)])
        self.assertEqual([bar.get("fill") for bar in bars[-3:]], ["url(#p0)", "url(#p1)", "#fff"])

    def test_empty_table(self):
        answer, instruments = self.summary("ecog\n")
        self.assertEqual((answer["rows"], answer["bad_rows"]), (0, 0))
        for entry in instruments.values():
            self.assertEqual((entry["rows"], entry["complete"], entry["decided"],
                              entry["undecided"], entry["missing"]), (0, 0, 0, 0, []))
            self.assertEqual({(band["decided"], band["possible"]) for band in entry["bands"]},
                             {(0, 0)})
        text = self.good("summary", "-", stdin="ecog\n").decode()
        self.assertIn("0 rows\n", text)
        self.assertNotIn("missing field", text)
        self.assertLessEqual(max(map(len, text.splitlines())), 80)
        svg = self.good("summary", "--format=svg", "-", stdin="ecog\n")
        self.assertNotIn(b"nan", svg)
        xml.etree.ElementTree.fromstring(svg)
        self.refused(1, "summary", "-", stdin="")

    def test_output_file(self):
        out = self.write("out.json", "before")
        table = self.write("in.csv", "id;ecog\na;1\n")
        result = run("summary", "--format=json", "--delimiter=;", "-o", out, table)
        self.assertEqual((result.returncode, result.stdout), (0, b""))
        self.assertIn(b"left aside, as these columns are no fields: id", result.stderr)
        self.assertEqual(json.loads(out.read_bytes())["rows"], 1)
        before = out.read_bytes()
        text = self.refused(1, "summary", "-o", out, "-", stdin=b"ecog\n1\n\xff\n")
        self.assertIn("line 3", text)
        self.assertEqual(out.read_bytes(), before)
        self.assertEqual(sorted(self.folder.iterdir()), [table, out])
        self.assertIn("standard output", self.refused_by_full_disk())

    def refused_by_full_disk(self):
        with open("/dev/full", "wb") as full:
            result = run("summary", "-", stdin="ecog\n1\n", stdout=full)
        self.assertEqual(result.returncode, 1)
        return result.stderr.decode()


def main():
    global COMMAND
    COMMAND = command_case.COMMAND = os.path.abspath(sys.argv[1])
    return counted.run(__name__)


if __name__ == "__main__":
    sys.exit(main())
