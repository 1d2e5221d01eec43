"""Runs the unit tests against the package of the tree, or the one that is installed.

Usage: run.py [LIBRARY [EXCHANGE]]

The libraries may also be named by the variables of the environment that the package reads.
"""
import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))


def main(arguments):
    """Finds the tests and runs them."""
    for variable, value in zip(("SACRALMET_LIBRARY", "SACRALMET_EXCHANGE_LIBRARY"), arguments):
        os.environ[variable] = os.path.abspath(value)
    sys.dont_write_bytecode = True
    sys.path.insert(0, os.path.join(HERE, "..", "src"))
    tests = unittest.defaultTestLoader.discover(HERE)
    result = unittest.TextTestRunner(verbosity=1, stream=sys.stdout).run(tests)
    for test, reason in result.skipped:
        print(f"skipped: {test}: {reason}")
    sys.exit(0 if result.wasSuccessful() and result.testsRun else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
