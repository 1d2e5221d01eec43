#!/usr/bin/env python3
"""tools/exports.py on small lists: what it makes of two versions, and what it refuses.

usage: test_exports.py EXPORTS.PY SYMBOLS.TXT

Expected texts are written by hand, after ld's manual (version scripts), Microsoft's
(module definitions) and emcc's (EXPORTED_FUNCTIONS). SYMBOLS.TXT is the library's own list.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

EXPORTS = pathlib.Path(sys.argv[1]).resolve()
SYMBOLS = pathlib.Path(sys.argv[2]).resolve()

TWO_VERSIONS = """\
# a comment

smet_b core 0.1
smet_c exchange 0.1
smet_d core 0.1
smet_a core 0.2
smet_e exchange 0.10
"""


class Exports(unittest.TestCase):
    """The tool, run as the build runs it."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.output = pathlib.Path(self.folder.name, "output")

    def run_tool(self, text, *options, library="core"):
        """Runs the tool on a list; gives its status and what it said."""
        symbols = pathlib.Path(self.folder.name, "symbols.txt")
        symbols.write_text(text, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(EXPORTS), *options, str(symbols), library, str(self.output)],
            capture_output=True, text=True, check=False)
        return done.returncode, done.stderr

    def made(self, text, *options, library="core"):
        """What the tool makes of a list."""
        status, said = self.run_tool(text, *options, library=library)
        self.assertEqual((status, said), (0, ""))
        return self.output.read_text(encoding="utf-8")

    def refused(self, text, *words, library="core"):
        """The tool refuses a list with these words, and writes nothing."""
        status, said = self.run_tool(text, "--format", "map", library=library)
        self.assertEqual(status, 1)
        for word in words:
            self.assertIn(word, said)
        self.assertEqual(said.count("\n"), 1)
        self.assertFalse(self.output.exists())

    def test_a_version_is_a_node_that_inherits_the_one_before(self):
        self.assertEqual(self.made(TWO_VERSIONS, "--format", "map"), """\
smet_0.1 {
    global:
        smet_b;
        smet_d;
    local:
        *;
};
smet_0.2 {
    global:
        smet_a;
} smet_0.1;
""")

    def test_versions_are_numbers_and_not_text(self):
        made = self.made("smet_x exchange 0.2\nsmet_a exchange 0.10\n", "--format", "map",
                         library="exchange")
        self.assertIn("} smet_0.2;\n", made)
        self.assertLess(made.index("smet_x"), made.index("smet_a"))

    def test_a_library_has_its_own_names_alone(self):
        self.assertEqual(self.made(TWO_VERSIONS, "--format", "map", library="exchange"), """\
smet_0.1 {
    global:
        smet_c;
    local:
        *;
};
smet_0.10 {
    global:
        smet_e;
} smet_0.1;
""")

    def test_a_module_definition_lists_names_of_all_versions(self):
        self.assertEqual(self.made(TWO_VERSIONS, "--format", "def"),
                         "EXPORTS\n    smet_a\n    smet_b\n    smet_d\n")

    def test_names_for_webassembly_begin_with_an_underscore(self):
        self.assertEqual(json.loads(self.made(TWO_VERSIONS, "--format", "wasm")),
                         ["_smet_a", "_smet_b", "_smet_d"])
        self.assertEqual(json.loads(self.made(TWO_VERSIONS, "--format", "wasm", "--allocator")),
                         ["_smet_a", "_smet_b", "_smet_d", "_malloc", "_free"])

    def test_what_is_no_line_is_refused(self):
        for line in ("smet_a core", "smet_a core 0.1 more", "other core 0.1", "smet_A core 0.1",
                     "smet_a core 01.1", "smet_a core 1", "smet_a middle 0.1", " smet_a core 0.1",
                     "smet_a  core 0.1", "smet_a core 0.1 "):
            self.refused("smet_0 core 0.1\n" + line + "\n", "symbols.txt:2: ", f'"{line}"')

    def test_a_name_stands_once(self):
        self.refused("smet_a core 0.1\nsmet_b core 0.1\nsmet_a exchange 0.2\n",
                     "symbols.txt:3: smet_a stands in line 1 too")

    def test_names_are_in_order(self):
        self.refused("smet_b core 0.1\nsmet_a core 0.1\n", ":2: smet_a belongs before smet_b")
        self.refused("smet_b core 0.10\nsmet_c core 0.9\n", ":2: smet_c belongs before smet_b")

    def test_a_library_without_names_is_refused(self):
        self.refused("smet_a core 0.1\n", 'no name of the library "exchange"', library="exchange")
        self.refused("# none\n", 'no name of the library "core"')

    def test_the_list_of_this_library_says_each_name_once_in_each_form(self):
        text = SYMBOLS.read_text(encoding="utf-8")
        for library in ("core", "exchange"):
            names = sorted(line.split()[0] for line in text.splitlines()
                           if line and line[0] != "#" and line.split()[1] == library)
            self.assertGreater(len(names), 10)
            script = self.made(text, "--format", "map", library=library)
            self.assertEqual(sorted(line.strip(" ;") for line in script.splitlines()
                                    if line.startswith(" " * 8) and "*" not in line), names)
            definition = self.made(text, "--format", "def", library=library)
            self.assertEqual(definition.split(), ["EXPORTS"] + names)
            self.assertEqual(json.loads(self.made(text, "--format", "wasm", library=library)),
                             ["_" + name for name in names])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
