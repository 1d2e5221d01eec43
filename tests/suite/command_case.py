"""What the tests of the sacralmet command share: runs of it, good ones and refused ones."""
import json
import subprocess
import tempfile
import unittest
from pathlib import Path

COMMAND = ""  # set by who runs the tests


def run(*arguments, stdin=b"", env=None, stdout=subprocess.PIPE):
    """Runs the command; output and errors as bytes."""
    if isinstance(stdin, str):
        stdin = stdin.encode()
    return subprocess.run(
        [COMMAND, *map(str, arguments)], input=stdin, env=env, check=False,
        stdout=stdout, stderr=subprocess.PIPE, timeout=120)


class Case(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.folder = Path(directory.name)

    def write(self, name, content):
        """A file of bytes or text as they are, or of anything else as JSON."""
        if not isinstance(content, (bytes, str)):
            content = json.dumps(content)
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def good(self, *arguments, **options):
        """Output of a run that must succeed."""
        result = run(*arguments, **options)
        self.assertEqual((result.returncode, result.stderr), (0, b""))
        return result.stdout

    def ended(self, status, *arguments, **options):
        """A run that must complain and end with a status."""
        result = run(*arguments, **options)
        text = result.stderr.decode()
        self.assertEqual(result.returncode, status, text)
        self.assertTrue(text.startswith("sacralmet: "), text)
        return result

    def refused(self, status, *arguments, **options):
        """Standard error of such a run."""
        return self.ended(status, *arguments, **options).stderr.decode()
