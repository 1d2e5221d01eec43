"""What the tests in Python end with: a line that counts them, "N passed, N failed"."""
import sys
import unittest


def run(module, figures=()):
    """Runs the tests of a module, by its name; `figures` are lines that they leave to be
    printed. Returns the exit status."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[module])
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=1).run(suite)
    for line in figures:
        print(line)
    # A test of which several parts fail is one.
    failed = len({case.id() for case, _ in result.failures + result.errors})
    print(f"{result.testsRun - failed - len(result.skipped)} passed, {failed} failed")
    return 0 if result.wasSuccessful() else 1
