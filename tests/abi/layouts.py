#!/usr/bin/env python3
"""Compares the layouts that compilers give the public structs with the committed ones.

usage: layouts.py API.JSON INCLUDE_DIR... [--cc COMPILER]

Every size, offset and enumerator of lib/abi/sacralmet-api.json becomes a static assertion,
which each compiler that is there is asked, with and without short enumerations. Structs of
ours have no padding that is not a member, and their 64-bit integers stand at multiples of
eight, so that only the width of pointers tells one machine from another. Those of the
Arrow C Data Interface are as its specification has them: on 32-bit x86 that is another
layout, and they are left out there.
"""
import argparse
import json
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

SIZES = {"char": 1, "int8_t": 1, "uint8_t": 1, "int16_t": 2, "uint16_t": 2, "int32_t": 4,
         "uint32_t": 4, "int64_t": 8, "uint64_t": 8, "float": 4, "double": 8}

# What compiles without a C library: clang has the two headers that ours need.
FREESTANDING = "clang --target={} -ffreestanding -nostdlibinc"

# A name, the command, and the width of its pointers.
COMPILERS = [
    ("gcc", "gcc", None),
    ("gcc, short enumerations", "gcc -fshort-enums", None),
    ("clang", "clang", None),
    ("clang, short enumerations", "clang -fshort-enums", None),
    ("gcc for 32-bit x86", "i686-linux-gnu-gcc", 32),
    ("gcc for 64-bit Windows", "x86_64-w64-mingw32-gcc", 64),
    ("gcc for 32-bit Windows", "i686-w64-mingw32-gcc", 32),
    ("gcc for arm64", "aarch64-linux-gnu-gcc", 64),
    ("gcc for s390x", "s390x-linux-gnu-gcc", 64),
    ("clang for 32-bit x86", FREESTANDING.format("i686-linux-gnu"), 32),
    ("clang for 32-bit x86, short enumerations",
     FREESTANDING.format("i686-linux-gnu") + " -fshort-enums", 32),
    ("clang for 64-bit Windows", FREESTANDING.format("x86_64-w64-windows-gnu"), 64),
    ("clang for WebAssembly", FREESTANDING.format("wasm32"), 32),
    ("clang for 32-bit Arm", FREESTANDING.format("arm-none-eabi"), 32),
    ("clang for arm64", FREESTANDING.format("aarch64-linux-gnu"), 64),
    ("clang for s390x", FREESTANDING.format("s390x-linux-gnu"), 64),
]


class Api:
    """The committed description, and what follows from it."""

    def __init__(self, path):
        api = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        self.structs, self.enums = api["structs"], api["enums"]
        self.integers = [type_ for type_ in api["types"] if type_["kind"] == "integer"]
        self.sizes = {**SIZES, **{type_["name"]: SIZES[type_["type"]]
                                  for type_ in self.integers}}

    def size_of(self, member, width):
        """The size of a member on machines of a width."""
        type_ = member["type"]
        if "*" in type_ or type_ == "size_t":
            one = width // 8
        else:
            one = self.sizes[type_.replace("const ", "")]
        return one * (member["count"] or 1)

    def padding(self):
        """What is padded, or would move where 64-bit integers are aligned to four bytes."""
        for struct in self.structs:
            name = struct["name"]
            if not name.startswith("smet_"):
                continue
            for width, suffix in ((64, ""), (32, "_32")):
                end = 0
                for member in struct["members"]:
                    offset = member["offset" + suffix]
                    if offset != end:
                        yield (f"struct {name}: {offset - end} bytes of padding before "
                               f"{member['name']} where pointers have {width} bits")
                    if "*" not in member["type"] and offset % 8 and \
                            self.sizes.get(member["type"]) == 8:
                        yield (f"struct {name}: {member['name']} stands at {offset}, which is "
                               f"no multiple of 8, where pointers have {width} bits")
                    end = offset + self.size_of(member, width)
                if struct["size" + suffix] != end:
                    yield (f"struct {name}: {struct['size' + suffix] - end} bytes of padding "
                           f"at its end where pointers have {width} bits")

    def assertions(self, width, arrow):
        """The C program that compiles where all is as committed."""
        suffix = "" if width == 64 else "_32"
        lines = [f"#include <sacralmet/{header}>"
                 for header in sorted({each["header"] for each in self.structs + self.enums})]

        def check(expression, value, words):
            text = json.dumps(f"{words} is not {value}")
            lines.append(f"_Static_assert({expression} == {value}, {text});")

        check("sizeof(void *)", width // 8, "the size of a pointer")
        for type_ in self.integers:
            check(f"sizeof({type_['name']})", SIZES[type_["type"]], f"the size of {type_['name']}")
        for enum in self.enums:
            for member in enum["members"]:
                check(member["name"], member["value"], member["name"])
        for struct in self.structs:
            tag = "struct " + struct["name"]
            if not arrow and not struct["name"].startswith("smet_"):
                continue
            check(f"sizeof({tag})", struct["size" + suffix], f"the size of {tag}")
            for member in struct["members"]:
                name = member["name"]
                check(f"offsetof({tag}, {name})", member["offset" + suffix],
                      f"the offset of {name} in {tag}")
                check(f"sizeof((({tag} *)0)->{name})", self.size_of(member, width),
                      f"the size of {name} in {tag}")
        return "\n".join(lines) + "\n"


def width_of(command):
    """The width of a compiler's pointers; None where it cannot compile."""
    text = "int width = __SIZEOF_POINTER__ * 8;"
    done = subprocess.run([*command, "-E", "-P", "-x", "c", "-"], input=text,
                          capture_output=True, text=True, check=False)
    found = done.stdout.split("=")[-1].split("*")[0].strip()
    return int(found) * 8 if done.returncode == 0 and found.isdigit() else None


def is_i386(command):
    """Whether 64-bit integers in structs are aligned to four bytes."""
    text = "struct s { char c; long long l; }; _Static_assert(sizeof(struct s) == 12, \"\");"
    return subprocess.run([*command, "-fsyntax-only", "-x", "c", "-"], input=text, check=False,
                          capture_output=True, text=True).returncode == 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("api")
    parser.add_argument("include", nargs="+")
    parser.add_argument("--cc", help="a compiler beside those that are looked for")
    options = parser.parse_args()
    api = Api(options.api)
    failures = list(api.padding())
    for failure in failures:
        print(failure)

    compilers = list(COMPILERS)
    if options.cc:
        compilers.insert(0, ("the compiler of this build", options.cc, None))
    asked = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, text, width in compilers:
            command = shlex.split(text)
            if shutil.which(command[0]) is None or width_of(command) is None:
                print(f"{name}: not here")
                continue
            found = width_of(command)
            if width not in (None, found):
                failures.append(f"{name}: pointers have {found} bits, not {width}")
                continue
            arrow = not is_i386(command)
            source = pathlib.Path(folder, "layouts.c")
            source.write_text(api.assertions(found, arrow), encoding="utf-8")
            done = subprocess.run(
                [*command, "-std=c11", *(f"-I{path}" for path in options.include),
                 "-fsyntax-only", str(source)], capture_output=True, text=True, check=False)
            asked += 1
            wrong = [line for line in done.stderr.splitlines() if "error:" in line]
            print(f"{name}: {len(wrong) or 'no'} differences"
                  + ("" if arrow else ", Arrow's structs left out"))
            for line in wrong[:20]:
                print("    " + line.split("error: ")[1])
            if done.returncode != 0:
                failures.append(name)
    if asked == 0:
        print("no compiler was found")
        return 1
    print(f"{len(api.structs)} structs, {sum(len(e['members']) for e in api.enums)} enumerators, "
          f"{asked} compilers")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
