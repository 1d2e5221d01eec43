"""Checks that README.md shows an example as it is, and what really is printed.

Usage: check-readme.py README.md EXAMPLE.c PROGRAM [COMMAND]

The README's first block of text is what PROGRAM prints. Each further block is
part of what COMMAND, the sacralmet command, says of the empty record.
"""
import re
import subprocess
import sys
from pathlib import Path


def printed(*command):
    return subprocess.run(
        command, input="{}", check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def main():
    readme, source, program, *command = sys.argv[1:]
    text = Path(readme).read_text(encoding="utf-8")
    [code] = re.findall(r"```c\n(.*?)```\n", text, re.DOTALL)
    output, *excerpts = re.findall(r"```text\n(.*?)```\n", text, re.DOTALL)

    wrong = []
    if code != Path(source).read_text(encoding="utf-8"):
        wrong.append(f"The example of the README is not {source}.")
    if output != printed(program):
        wrong.append(f"The example prints:\n{printed(program)}")
    answer = printed(*command, "assess", "-") if command else None
    for excerpt in excerpts:
        if answer and excerpt not in answer:
            wrong.append(f"The answer to the empty record does not hold:\n{excerpt}")
    print("\n".join(wrong), end="")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
