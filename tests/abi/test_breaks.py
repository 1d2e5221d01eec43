#!/usr/bin/env python3
"""Breaks the ABI on purpose, and sees that the locks catch it and name what was broken.

usage: test_breaks.py SOURCE WORK_DIR BUILD_INCLUDE CORE_ARCHIVE [EXCHANGE_ARCHIVE]

A copy of the tree is edited, once for each break; an edit whose text is not found once
fails. The text lock (tools/abi/lock.py) compares headers, the second lock (abidiff.py)
builds of the core library. The third (tools/content-digest.py) needs the archives of both
libraries, in which a changed table takes the place of the old one.
"""
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import textwrap

SKIPPED = 77
LIBRARY = "lib/libsacralmet.so"

SOURCES_H = "include/sacralmet/sources.h"
TERMS_H = "include/sacralmet/terms.h"

# A caller that was compiled when the struct was shorter.
OLD_CALLER = """
#include <sacralmet/sources.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    struct { struct smet_dispute_info info; unsigned char behind[64]; } room;
    memset(&room, 0xA5, sizeof room);
    room.info.size = sizeof room.info;
    smet_status_t status = smet_dispute_describe(SMET_DISPUTE_C1, &room.info);
    int beyond = 0;
    for (size_t i = 0; i < sizeof room.behind; i++)
        beyond += room.behind[i] != 0xA5;
    printf("status %d, size %s, choice %s, %d bytes beyond\\n", (int)status,
           room.info.size == sizeof room.info ? "kept" : "changed",
           status == SMET_OK && room.info.choice[0] != 0 ? "filled" : "not filled", beyond);
    return 0;
}
"""

DESCRIBE = """smet_status_t status = smet__struct_check(info, sizeof *info);
    if (status != SMET_OK)
        return status;
    if (dispute <"""
DESCRIBE_GROWN = """smet_status_t status = smet__struct_check_grown(
        info, offsetof(struct smet_dispute_info, extra), sizeof *info);
    if (status != SMET_OK)
        return status;
    if (dispute <"""

# A library that shows and holds what it must not.
BAD_LIBRARY = """
int smet_variable = 4;
static int counter;
int smet_function(void) { return ++counter + smet_variable; }
int stranger(void) { return 1; }
"""
BAD_LIST = "smet_function core 0.1\nsmet_missing core 0.1\nsmet_variable core 0.1\n"
BAD_MAP = "smet_0.2 { global: smet_function; smet_variable; stranger; local: *; };\n"

# What is broken (last, what changes the list of names, after which the build is configured
# anew); the edits as (file, text, other text); what the text lock and what abidiff
# must say, None where they must pass, and abidiff's exit status.
BREAKS = [
    ("a changed enumerator number",
     [(SOURCES_H, "SMET_EVIDENCE_STATUS_ABSTRACT = 3 ", "SMET_EVIDENCE_STATUS_ABSTRACT = 4 ")],
     ["BREAK:", "SMET_EVIDENCE_STATUS_ABSTRACT", "3", "4"],
     ["An enumerator changed its number", "SMET_EVIDENCE_STATUS_ABSTRACT' from value '3' to '4'"],
     12),
    ("a widened parameter",
     [(TERMS_H, "const char *smet_term_key(smet_vocabulary_t vocabulary, int32_t term);",
       "const char *smet_term_key(smet_vocabulary_t vocabulary, int64_t term);"),
      ("lib/core/terms.c", "const char *smet_term_key(smet_vocabulary_t vocabulary, int32_t term)",
       "const char *smet_term_key(smet_vocabulary_t vocabulary, int64_t term)")],
     ["BREAK:", "smet_term_key", "int32_t", "int64_t"],
     ["What a function takes or gives changed:", "smet_term_key", "from 32 to 64"], 4),
    ("a lost const",
     [(TERMS_H, "int32_t smet_term_find(smet_vocabulary_t vocabulary, const char *key);",
       "int32_t smet_term_find(smet_vocabulary_t vocabulary, char *key);"),
      ("lib/core/terms.c",
       "int32_t smet_term_find(smet_vocabulary_t vocabulary, const char *key)",
       "int32_t smet_term_find(smet_vocabulary_t vocabulary, char *key)")],
     ["BREAK:", "smet_term_find", "const"],
     ["A compiled caller would not notice", "smet_term_find", "'const char' to 'char'"], 4),
    ("a grown struct without a size rule",
     [("include/sacralmet/arrow.h", """    void *private_data; /**< the producer's own */
};
#endif

/**
 * """, """    void *private_data; /**< the producer's own */
    void *extra; /**< more */
};
#endif

/**
 * """)],
     ["BREAK:", "ArrowArrayStream"],
     ["A type changed its layout:", "'struct ArrowArrayStream'", "'void* extra'"], 4),
    ("a struct that grew before its end",
     [(SOURCES_H, "    const char *choice;     /**<",
       "    const char *extra; /**< more */\n    const char *choice;     /**<")],
     ["BREAK:", "smet_dispute_info", "choice"],
     ["A type changed its layout:", "'struct smet_dispute_info'", "'const char* choice' offset"],
     4),
    ("allowed: a struct with a size rule that grew at its end",
     [(SOURCES_H, "SMET_API smet_status_t smet_dispute_describe(", None),
      ("lib/core/sources.c", DESCRIBE, DESCRIBE_GROWN)],
     ["ADDITION:", "smet_dispute_info", "extra", "0 breaks, 1 addition",
      "an addition moves the second number"],
     ["A struct grew at its end, which its size tells:", "'const char* extra'", "0 breaks"], 0),
    ("a removed function",
     [("lib/symbols.txt", "smet_dispute_references core 0.1\n", ""),
      (SOURCES_H, """SMET_API size_t smet_dispute_references(smet_dispute_t dispute, smet_reference_t *references,
                                        size_t capacity);
""", "size_t smet_dispute_references(smet_dispute_t dispute, smet_reference_t *references,\n"
          "                               size_t capacity);\n")],
     ["BREAK:", "smet_dispute_references"],
     ["A function is gone:", "smet_dispute_references"], 12),
    ("allowed: an added function",
     [("lib/symbols.txt", None, "smet_zone_count core 0.2\n"),
      (TERMS_H, "SMET_API size_t smet_term_count(smet_vocabulary_t vocabulary);\n",
       "SMET_API size_t smet_term_count(smet_vocabulary_t vocabulary);\n\n"
       "/**\n * Zones.\n * @return how many\n * @since 0.2\n */\n"
       "SMET_API size_t smet_zone_count(void);\n"),
      ("lib/core/terms.c", "size_t smet_term_count(smet_vocabulary_t vocabulary)\n",
       "size_t smet_zone_count(void)\n{\n    return 0;\n}\n\n"
       "size_t smet_term_count(smet_vocabulary_t vocabulary)\n")],
     ["ADDITION:", "smet_zone_count", "0 breaks, 1 addition",
      "an addition moves the second number"],
     ["0 breaks"], 0),
]

failures = []
table = []


def expect(what, said, condition):
    """Notes a failure."""
    if not condition:
        failures.append(f"{what}: {said}")


def run(command, **options):
    """Runs a command and gives its status and what it said."""
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False, **options)
    return done.returncode, done.stdout


def must(command, **options):
    """Runs what must not fail."""
    status, said = run(command, **options)
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{said}exited with {status}")
    return said


def copy(source, to):
    """Copies a tree without its history, builds, and what tests installed in it."""
    def ignored(folder, names):
        return [name for name in names if name in (".git", "node_modules", "__pycache__") or
                os.path.isdir(os.path.join(folder, name, "meson-private"))]

    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(source, to, ignore=ignored, symlinks=True)


def edited(text, old, new, path):
    """A text with one part replaced, which must stand in it once."""
    if text.count(old) != 1:
        sys.exit(f"\"{old}\" stands {text.count(old)} times in {path}: mend this test")
    return text.replace(old, new)


def edit(tree, edits):
    """Makes the edits of one break; gives what the files held."""
    before = {}
    for path, old, new in edits:
        file = tree / path
        text = file.read_text(encoding="utf-8")
        before.setdefault(path, text)
        if old is None:
            text += new
        elif new is None:
            text = text_with_grown_struct(text, path)
        else:
            text = edited(text, old, new, path)
        file.write_text(text, encoding="utf-8")
    return before


def text_with_grown_struct(text, path):
    """The header with a member behind the last of the struct."""
    found = re.search(r"struct smet_dispute_info \{\n(.*?)\};\n", text, re.DOTALL)
    if found is None:
        sys.exit(f"struct smet_dispute_info is not in {path}: mend this test")
    return edited(text, found.group(0),
                  found.group(0)[:-3] + "    const char *extra; /**< more */\n};\n", path)


def telling_lines(said, words):
    """The lines that name what was broken, for the table."""
    words = [part for word in words for part in word.strip().split("\n    ")]
    found = []
    for line in said.splitlines():
        if any(word in line for word in words) and line.strip() not in found:
            found.append(line.strip())
    return found[:9]


def check(what, lock, status, said, wanted, words):
    """Compares what a lock did with what it must do."""
    expect(f"{what}, {lock}", f"exit {status}, not {wanted}\n{said}", status == wanted)
    for word in words:
        expect(f"{what}, {lock}", f"does not say \"{word}\"\n{said}", word in said)
    table.append((what, lock, status, telling_lines(said, words)))


class Core:
    """The core library of the copied tree, built anew after each edit."""

    def __init__(self, source, work):
        self.tree, self.build, self.old = work / "tree", work / "build", work / "old"
        copy(source, self.tree)
        shutil.rmtree(self.build, ignore_errors=True)
        shutil.rmtree(self.old, ignore_errors=True)
        must(["meson", "setup", self.build, self.tree, "--buildtype=debug", "-Doptimization=0",
              "-Dexchange=disabled", "-Dtests=disabled", "-Ddocs=disabled"],
             env={**os.environ, "CFLAGS": "-g -fno-eliminate-unused-debug-types"})
        targets = must(["ninja", "-C", self.build, "-t", "targets", "all"])
        self.target = re.search(rf"^({re.escape(LIBRARY)}[.0-9]*): c_LINKER", targets,
                                re.MULTILINE).group(1)
        self.make()
        self.old.mkdir()
        shutil.copy(self.build / self.target, self.old / "libsacralmet.so")
        shutil.copytree(self.tree / "include", self.old / "include")
        self.committed = self.old / "libsacralmet.abi"
        must(self.lock("write"))

    def make(self):
        """Builds the library."""
        must(["ninja", "-C", self.build, "-j2", self.target])

    def lock(self, action):
        """The command of the first lock."""
        return [sys.executable, self.tree / "tools/abi/lock.py", action,
                "--include", self.tree / "include", "--symbols", self.tree / "lib/symbols.txt",
                "--committed", self.committed]

    def abidiff(self):
        """What the second lock does."""
        return run([sys.executable, self.tree / "tests/abi/abidiff.py",
                    "--old", self.old / "libsacralmet.so", "--old-headers", self.old / "include",
                    "--new", self.build / self.target, "--new-headers", self.tree / "include"])

    def call_as_before(self):
        """Runs a program that was compiled with the old headers with the new library."""
        source, program = self.old / "caller.c", self.old / "caller"
        source.write_text(OLD_CALLER, encoding="utf-8")
        must([os.environ.get("CC", "cc"), "-I", self.old / "include", "-o", program, source,
              self.build / self.target])
        folder = (self.build / self.target).parent
        return must([program], env={**os.environ, "LD_LIBRARY_PATH": str(folder)}).strip()


def break_core(source, work):
    """The first two locks."""
    core = Core(source, work)
    check("nothing", "text", *run(core.lock("check")), 0, ["no difference"])
    check("nothing", "abidiff", *core.abidiff(), 0, ["0 breaks, 0 additions"])
    for what, edits, words, abidiff_words, bits in BREAKS:
        before = edit(core.tree, edits)
        with concurrent.futures.ThreadPoolExecutor() as pool:
            text = pool.submit(run, core.lock("check"))
            core.make()
            check(what, "text", *text.result(), 1, words)
        check(what, "abidiff", *core.abidiff(), bits, abidiff_words)
        if what.startswith("allowed: a struct"):
            said = core.call_as_before()
            table.append((what, "an old caller", 0, [said]))
            expect(what, said, said == "status 0, size kept, choice filled, 0 bytes beyond")
        for path, text in before.items():
            (core.tree / path).write_text(text, encoding="utf-8")


def break_content(source, work, build_include, archives):
    """The third lock: a cut-point that moves, in a release that is out."""
    folder = work / "content"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    sins, program = folder / "sins.c", folder / "content-json"
    text = (source / "lib/content/sins.c").read_text(encoding="utf-8")
    text = edited(text, '{"stable", "stable", NULL, NULL, AGREED, 0, 6}',
                  '{"stable", "stable", NULL, NULL, AGREED, 0, 5}', "sins.c")
    sins.write_text(text, encoding="utf-8")
    header, news = folder / "content_version.h", folder / "NEWS"
    news_text = (source / "NEWS").read_text(encoding="utf-8")
    header_text = (source / "lib/content/content_version.h").read_text(encoding="utf-8")
    version = re.search(r'SMET__CONTENT_VERSION "(([0-9]+)[0-9.]+)"', header_text)
    after = f"{int(version.group(2)) + 1}.0.0"
    must([os.environ.get("CC", "cc"), "-I", source / "include", "-I", build_include,
          "-I", source / "lib", "-I", source / "lib/content", "-o", program,
          source / "tests/programs/content-json.c", sins, *reversed(archives), "-ljansson"])

    def lock(news_said, header_said):
        news.write_text(news_said, encoding="utf-8")
        header.write_text(header_said, encoding="utf-8")
        return run([sys.executable, source / "tools/content-digest.py", program, header,
                    source / "lib/content/content.txt", news])

    # The facts of the copied header are those of the last release.
    out = news_text.replace("(unreleased)", "(2026-01-31)")
    cut = "instruments/sins/bands/stable: maximum was 6 and is 5"
    check("a changed cut-point", "content", *lock(out, header_text), 1,
          [cut, f"asks for {after}", f"heading \"Content {after}\" in NEWS"])
    moved = header_text.replace(version.group(0), f'SMET__CONTENT_VERSION "{after}"')
    check("a changed cut-point, without news", "content", *lock(out, moved), 1,
          [cut, f"NEWS has no heading \"Content {after}\""])


def break_symbols(source, work):
    """The check of the built files."""
    folder = work / "symbols"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, text in (("bad.c", BAD_LIBRARY), ("symbols.txt", BAD_LIST), ("bad.map", BAD_MAP)):
        (folder / name).write_text(text, encoding="utf-8")
    compiler = os.environ.get("CC", "cc")
    must([compiler, "-fPIC", "-c", "bad.c"], cwd=folder)
    must(["ar", "rcs", "bad.a", "bad.o"], cwd=folder)
    must([compiler, "-shared", "-Wl,--version-script=bad.map", "-o", "bad.so", "bad.o"],
         cwd=folder)
    check("a library that shows and holds too much", "symbols",
          *run(["sh", source / "tests/abi/check-symbols.sh", "bad.so", "bad.a", "symbols.txt", "core"],
               cwd=folder), 1,
          ["exported, but not in the list:\n    stranger\n",
           "in the list, but not exported:\n    smet_missing\n",
           "smet_function: smet_0.2 in the library, smet_0.1 in the list\n",
           "exported, but no function:\n    smet_variable (OBJECT)\n",
           "global names without the prefix:\n    stranger\n",
           "writable static data:\n    bad.a(bad.o): .data, 000004 bytes\n",
           "bad.a(bad.o): .bss, 000004 bytes\n", "writable names:\n    counter\n",
           "shared library:\n    counter, 4 bytes\n    smet_variable, 4 bytes\n"])


def break_layouts(source, work, build_include):
    """What compilers are asked of the structs."""
    folder = work / "layouts"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source / "include", folder)
    api = source / "lib/abi/sacralmet-api.json"
    header = folder / "sacralmet/score.h"
    whole = header.read_text(encoding="utf-8")
    header.write_text(edited(
        whole, "    uint64_t points;       /**<", "    int32_t odd;\n    uint64_t points;       /**<",
        header), encoding="utf-8")
    check("a hole in a struct", "layouts",
          *run([sys.executable, source / "tests/abi/layouts.py", api, folder, build_include]), 1,
          ["the offset of points in struct smet_score_item is not 8",
           "the size of struct smet_score_item is not 64"])
    header.write_text(whole, encoding="utf-8")
    base = folder / "sacralmet/base.h"
    base.write_text(edited(
        base.read_text(encoding="utf-8"), "typedef int32_t smet_instrument_t;",
        "typedef enum { SMET_ODD } smet_instrument_t;", base), encoding="utf-8")
    check("an enumeration in a struct", "layouts",
          *run([sys.executable, source / "tests/abi/layouts.py", api, folder, build_include]), 1,
          ["the size of smet_instrument_t is not 4"])


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    source, work, build_include = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
    archives = [pathlib.Path(word).resolve() for word in sys.argv[4:]]
    for tool in ("abidiff", "castxml", "meson", "ninja"):
        if shutil.which(tool) is None:
            print(f"{tool} is not installed")
            sys.exit(SKIPPED)
    work.mkdir(parents=True, exist_ok=True)
    if len(archives) == 2:
        break_content(source, work, build_include, archives)
    else:
        print("no exchange library: the lock of the content is not tried")
    break_symbols(source, work)
    break_layouts(source, work, build_include)
    break_core(source, work)
    for what, lock, status, lines in table:
        print(f"{what}\n    {lock}, exit {status}:")
        for line in lines:
            print(textwrap.fill(line, 96, initial_indent=" " * 8, subsequent_indent=" " * 10))
    for failure in failures:
        print(f"FAILED: {failure}")
    print(f"{len(table)} answers of the locks, {len(failures)} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
