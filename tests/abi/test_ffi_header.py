#!/usr/bin/env python3
"""cffi, LuaJIT and PHP read the headers of lib/abi as they are, and score a record with them.

usage: test_ffi_header.py FOLDER CORE [EXCHANGE]

What is not installed is left out; where nothing is, the test is skipped (77).
"""
import json
import os
import shutil
import subprocess
import sys

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ffi")

# The record, its score and what is missing are those of examples/score_one.c, whose output stands
# in README.md: four items are open.
SCORE = "0 7 18 4"
RECORD = {"lesion_level": "S1", "pain": "mechanical", "bone_lesion": {"lytic", "mixed"}}


def python_with_cffi():
    """A Python that has cffi; the first on the path need not be the system's."""
    for python in (sys.executable, "/usr/bin/python3"):
        done = subprocess.run([python, "-c", "import cffi"], check=False, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)
        if done.returncode == 0:
            return [python]
    return None


def php_with_ffi():
    """PHP, where it has its extension FFI."""
    php = shutil.which("php")
    if php is None:
        return None
    modules = subprocess.run([php, "-m"], check=False, stdout=subprocess.PIPE,
                             universal_newlines=True).stdout
    return [php, "-d", "ffi.enable=true"] if "FFI" in modules.split() else None


def luajit():
    """LuaJIT, not another Lua."""
    path = shutil.which("luajit")
    return [path] if path else None


def is_right(lines, libraries):
    """Whether the lines are the score and, from the second library, the record."""
    if len(lines) != len(libraries) or lines[0] != SCORE:
        return False
    if len(lines) == 1:
        return True
    record = {key: set(value) if isinstance(value, list) else value
              for key, value in json.loads(lines[1]).items()}
    return record == RECORD


def main(folder, libraries):
    """Runs what is there."""
    ran = failed = 0
    for name, find, script in (("cffi", python_with_cffi, "use.py"),
                               ("LuaJIT", luajit, "use.lua"),
                               ("PHP", php_with_ffi, "use.php")):
        command = find()
        if command is None:
            print(f"{name}: not installed, left out")
            continue
        done = subprocess.run(command + [os.path.join(HERE, script), folder] + libraries,
                              check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              universal_newlines=True)
        ran += 1
        if done.returncode == 0 and is_right(done.stdout.splitlines(), libraries):
            print(f"{name}: reads the headers and scores as expected")
            continue
        failed += 1
        print(f"{name}: exit status {done.returncode}, expected {SCORE} and {RECORD}, printed:\n"
              f"{done.stdout}")
    print(f"{ran} interfaces, {failed} failed")
    if ran == 0:
        return 77
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
