"""Counts the checks of test runs, from the logs that Meson wrote.

Usage: count-tests.py DIRECTORY STAGE=STATUS...

STATUS is the exit status of the stage. Its log is DIRECTORY/*/meson-logs/
STAGE.json, or STAGE-WRAPPER.json where Meson ran it in a wrapper; a stage without a log is one check, by its status. A
program that counts its own checks is counted by them: libcheck prints
"100%: Checks: 7, Failures: 0, Errors: 0", others "7 passed, 0 failed" as their
last line. Any other test is one check. The last line printed is
"N passed, N failed".
"""
import json
import re
import sys
from pathlib import Path

LIBCHECK = re.compile(r"^\d+%: Checks: (\d+), Failures: (\d+), Errors: (\d+)\r?$", re.MULTILINE)
LAST_LINE = re.compile(r"(?:^|\n)(\d+) passed, (\d+) failed\s*$")
GOOD = ("OK", "EXPECTEDFAIL")


def count_test(test):
    """Passed and failed checks of one test."""
    output = test.get("stdout") or ""
    passed = failed = 0
    for checks, failures, errors in LIBCHECK.findall(output):
        passed += int(checks) - int(failures) - int(errors)
        failed += int(failures) + int(errors)
    if last := LAST_LINE.search(output):
        passed += int(last[1])
        failed += int(last[2])
    if test["result"] == "SKIP":
        return 0, 0
    if test["result"] in GOOD:
        return max(passed, 0 if failed else 1), failed
    # Whatever it counted before it crashed or leaked: it did not succeed.
    return passed, max(failed, 1)


def count_stage(directory, name, status):
    folder = Path(directory)
    logs = [*folder.glob(f"*/meson-logs/{name}.json"), *folder.glob(f"*/meson-logs/{name}-*.json")]
    if not logs:
        return (1, 0) if status == 0 else (0, 1)
    passed = failed = 0
    for log in logs:
        for line in log.read_text(encoding="utf-8").splitlines():
            test = json.loads(line)
            good, bad = count_test(test)
            passed += good
            failed += bad
            if bad or test["result"] == "SKIP":
                print(f"{name}: {test['name']}: {test['result']}, {bad} failed")
    if status != 0:
        failed = max(failed, 1)
    return passed, failed


def main():
    directory, *stages = sys.argv[1:]
    total_passed = total_failed = 0
    for stage in stages:
        name, _, status = stage.partition("=")
        passed, failed = count_stage(directory, name, int(status))
        total_passed += passed
        total_failed += failed
        print(f"{name}: {passed} passed, {failed} failed")
    print(f"{total_passed} passed, {total_failed} failed")
    return 0 if total_passed and not total_failed else 1


if __name__ == "__main__":
    sys.exit(main())
