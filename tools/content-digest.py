#!/usr/bin/env python3
"""Compares the digest of the clinical content with the one that the library carries.

usage: content-digest.py CONTENT-JSON HEADER [--write]

CONTENT-JSON is the program that writes the content; HEADER is
lib/content/content_version.h. A digest that differs asks for a new content
version and a line in NEWS; --write puts the new digest into the header.
"""
import hashlib
import pathlib
import re
import subprocess
import sys


def main(program, header, write):
    content = subprocess.run([program], check=True, capture_output=True).stdout
    digest = hashlib.sha256(content).hexdigest()
    header = pathlib.Path(header)
    text = header.read_text(encoding="utf-8")
    carried = re.search(r'SMET__CONTENT_DIGEST\s+"([0-9a-f]{64})"', text).group(1)
    if carried == digest:
        print(f"the digest of the content is {digest}")
        return 0
    if write:
        header.write_text(text.replace(carried, digest), encoding="utf-8")
        print(f"wrote the digest {digest}; has the content version moved, and does NEWS say so?")
        return 0
    print(f"the content has changed: its digest is {digest},\n"
          f"the library carries {carried}.\n"
          "Move SMET__CONTENT_VERSION, write a line in NEWS, and run this with --write.")
    return 1


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "--write"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    sys.exit(main(*arguments, "--write" in sys.argv))
