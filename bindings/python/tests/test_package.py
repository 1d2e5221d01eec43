"""The package itself: its library, memory, threads, types, documentation, installation."""
import ctypes
import ctypes.util
import gc
import importlib
import importlib.util
import inspect
import json
import os
import pkgutil
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

import sacralmet
from sacralmet import _library, _prototypes

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..")
DESCRIPTION = os.path.join(ROOT, "..", "..", "lib", "abi", "sacralmet-api.json")


def python(code, arguments=(), **environment):
    """Runs a program; the package is that of the tree."""
    variables = dict(os.environ, PYTHONPATH=os.path.join(ROOT, "src"), PYTHONDONTWRITEBYTECODE="1")
    variables.update(environment)
    return subprocess.run([sys.executable, *arguments, "-c", code], env=variables, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)


class Prototypes(unittest.TestCase):
    """What is declared is what the headers say."""

    def test_they_are_those_of_the_description(self):
        done = subprocess.run([sys.executable, os.path.join(ROOT, "generate.py"), "check"],
                              stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    @unittest.skipUnless(ctypes.sizeof(ctypes.c_void_p) == 8, "the description is of 64 bits")
    def test_layouts(self):
        with open(DESCRIPTION, encoding="utf-8") as file:
            structs = json.load(file)["structs"]
        for struct in structs:
            if not struct["name"].startswith("smet_"):
                continue
            made = getattr(_prototypes, struct["name"])
            self.assertEqual(ctypes.sizeof(made), struct["size"])
            for (name, _), member in zip(made._fields_, struct["members"]):
                self.assertEqual(getattr(made, name).offset, member["offset"], member["name"])

    def test_a_changed_description_is_noticed(self):
        with open(DESCRIPTION, encoding="utf-8") as file:
            changed = json.load(file)
        changed["functions"][0]["parameters"][0]["type"] = "int64_t"
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "changed.json")
            with open(path, "w", encoding="utf-8") as file:
                json.dump(changed, file)
            done = subprocess.run(
                [sys.executable, os.path.join(ROOT, "generate.py"), "check", path],
                stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("run generate.py write", done.stderr)


class Finding(unittest.TestCase):
    """How the library is found, and what is said where it is not."""

    def test_no_library(self):
        done = python("import sacralmet", SACRALMET_LIBRARY="/nowhere/libsacralmet.so")
        self.assertIn("LibraryNotFoundError: libsacralmet cannot be loaded", done.stderr)
        self.assertIn("/nowhere/libsacralmet.so", done.stderr)
        self.assertIn("SACRALMET_LIBRARY", done.stderr)

    def test_another_library(self):
        other = ctypes.util.find_library("c")
        if other is None:
            self.skipTest("no C library by name")
        done = python("import sacralmet", SACRALMET_LIBRARY=other)
        self.assertIn("IncompatibleLibraryError", done.stderr)
        self.assertIn("not libsacralmet", done.stderr)

    def test_versions_of_the_abi(self):
        for found in ("1.2.0", "1.2.7", "1.3.0"):
            _library.check_version(found, "1.2.1")
        for found in ("1.1.9", "2.2.0", "0.9.0"):
            with self.assertRaises(sacralmet.IncompatibleLibraryError):
                _library.check_version(found, "1.2.1")
        # Before 1.0 the second number moves with a break, too.
        _library.check_version("0.2.7", "0.2.0")
        for found in ("0.1.9", "0.3.0", "1.2.0"):
            with self.assertRaisesRegex(sacralmet.IncompatibleLibraryError,
                                        "this package needs 0.2, and before 1.0 no other"):
                _library.check_version(found, "0.2.0")

    def test_no_exchange_library(self):
        done = python("import sacralmet; sacralmet.Record().to_json()",
                      SACRALMET_EXCHANGE_LIBRARY="/nowhere/exchange.so")
        self.assertIn("LibraryNotFoundError: libsacralmet-exchange cannot be loaded", done.stderr)
        self.assertIn("SACRALMET_EXCHANGE_LIBRARY", done.stderr)


def resident():
    """How many bytes of memory the process has."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Memory(unittest.TestCase):
    """What the library allocates is freed, once."""

    ROUNDS = 100000
    # One leaked record (an assessment is larger still) of each round would be this much.
    RECORD = 1000

    @unittest.skipUnless(os.path.exists("/proc/self/statm"), "no /proc/self/statm")
    def test_a_hundred_thousand_records(self):
        def work(rounds):
            for _ in range(rounds):
                record = sacralmet.Record()
                record.set("pain", "mechanical")
                copy = record.copy()
                try:
                    copy.set("pain", "none")
                except sacralmet.ContradictionError:
                    pass
                sacralmet.Assessment(copy)
        work(2000)
        gc.collect()
        before = resident()
        work(self.ROUNDS)
        gc.collect()
        self.assertLess(resident() - before, self.ROUNDS * self.RECORD // 10)

    def test_every_object_is_freed_once(self):
        freed = []

        class Counted(sacralmet.Record):
            """A record that counts."""

            def __del__(self):
                super().__del__(self.free)

            @staticmethod
            def free(pointer):
                """Notes that a pointer is freed, and frees it."""
                freed.append(pointer)
                _library.core.smet_record_free(pointer)

        record = Counted(pain="none")
        record.update(pain="none")
        record.__del__()
        del record
        gc.collect()
        self.assertEqual(len(freed), 1)

    def test_a_record_that_could_not_be_made(self):
        with self.assertRaises(sacralmet.OutOfRangeError):
            sacralmet.Record(karnofsky=45)
        gc.collect()

    def test_the_end_of_the_interpreter(self):
        done = python("import sacralmet\nr = sacralmet.Record(pain='none'); a = r.assess()\n"
                      "cycle = [a]; cycle.append(cycle); del a\n")
        self.assertEqual((done.returncode, done.stderr), (0, ""))


class Threads(unittest.TestCase):
    """Reading may be done by many threads at once."""

    def test_readers(self):
        record = sacralmet.Record(pain="mechanical", lesion_level="S1|S2")
        assessment = record.assess()
        expected = [str(each) for each in record.assess().dispositions]
        seen, failed = [], []

        def read():
            try:
                for _ in range(20):
                    seen.append([str(each) for each in record.assess().dispositions])
                    seen.append([str(each) for each in assessment.dispositions])
                    record.score("sins")
            except Exception as error:  # noqa: BLE001
                failed.append(error)

        readers = [threading.Thread(target=read) for _ in range(4)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        self.assertEqual(failed, [])
        self.assertEqual(len(seen), 4 * 20 * 2)
        self.assertTrue(all(each == expected for each in seen))


def public_modules():
    """The modules that there are without numpy, and with it."""
    yield sacralmet
    for found in pkgutil.iter_modules(sacralmet.__path__):
        try:
            yield importlib.import_module(f"sacralmet.{found.name}")
        except ImportError:
            pass


class Reading(unittest.TestCase):
    """Everything public has documentation and types, and examples work."""

    def test_docstrings_and_types(self):
        looked_at = 0
        for module in public_modules():
            self.assertTrue(module.__doc__, module.__name__)
            for name, thing in vars(module).items():
                if name.startswith("_") or not callable(thing):
                    continue
                if not (getattr(thing, "__module__", None) or "").startswith("sacralmet"):
                    continue
                looked_at += self.look_at(f"{module.__name__}.{name}", thing)
        self.assertGreater(looked_at, 100)

    def look_at(self, name, thing):
        """Looks at a function, or at a class and what is public in it; returns how many."""
        self.assertTrue(inspect.getdoc(thing), name)
        if inspect.isclass(thing):
            return 1 + sum(self.look_at(f"{name}.{inner}", getattr(value, "__func__", value))
                           for inner, value in vars(thing).items()
                           if not inner.startswith("_") and inspect.isroutine(value))
        if inspect.isfunction(thing):
            self.assertIn("return", thing.__annotations__, name)
        return 1

    def test_the_examples_of_the_readme(self):
        with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
            examples = re.findall(r"```python\n(.*?)```", file.read(), re.DOTALL)
        self.assertEqual(len(examples), 2)
        self.assertLessEqual(len(examples[0].strip().splitlines()), 11)
        done = python(examples[0])
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("Spinal Instability", done.stdout)
        if importlib.util.find_spec("pandas") is None:
            self.skipTest("no pandas for the second example")
        done = python(examples[1] + "print(list(scored), verdicts)\n")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("sins_min", done.stdout)

    def test_mypy(self):
        mypy = shutil.which("mypy")
        if mypy is None:
            self.skipTest("no mypy (Debian: mypy)")
        with tempfile.TemporaryDirectory() as cache:
            done = subprocess.run([mypy, "--strict", "--cache-dir", cache], cwd=ROOT, text=True,
                                  stdout=subprocess.PIPE, check=False)
        if 'module named "numpy"' in done.stdout:
            self.skipTest("mypy finds no types of numpy (Debian: python3-numpy)")
        self.assertEqual(done.returncode, 0, done.stdout)


class Installing(unittest.TestCase):
    """The package as pip installs it, without a network."""

    def test_pip(self):
        for module in ("pip", "setuptools", "wheel"):
            if importlib.util.find_spec(module) is None:
                self.skipTest(f"no {module} (Debian: python3-{module})")
        with tempfile.TemporaryDirectory() as folder:
            source, target = os.path.join(folder, "source"), os.path.join(folder, "target")
            shutil.copytree(ROOT, source,
                            ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
            done = subprocess.run(
                [sys.executable, "-m", "pip", "install", "--quiet", "--no-build-isolation",
                 "--no-index", "--no-deps", "--disable-pip-version-check", "--target", target,
                 source], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            self.assertEqual(done.returncode, 0, done.stdout)
            installed = os.listdir(os.path.join(target, "sacralmet"))
            self.assertIn("py.typed", installed)
            self.assertIn("columns.py", installed)
            done = python("import sacralmet; print(sacralmet.__file__, sacralmet.versions())",
                          PYTHONPATH=target)
            self.assertIn(target, done.stdout, done.stderr)


if __name__ == "__main__":
    unittest.main()
