#!/usr/bin/env python3
"""Makes a page of the lines that the benchmarks print.

usage: page.py [--lines LINES] INPUT [PAGE]

INPUT is Meson's log of `meson test --benchmark` (JSON), or a file of such lines.
The same lines give the same page. PAGE is standard output where it is left out;
LINES takes the lines alone, without what Meson adds.
"""
import argparse
import json
import sys
import textwrap
from pathlib import Path

TEXT, NUMBER, LIST = (str,), (int, float), (list,)

# What a line of each benchmark must have.
FORMS = {
    "machine": {"date": TEXT, "processor": TEXT, "architecture": TEXT, "cores": NUMBER,
                "vectors": LIST, "system": TEXT, "libc": TEXT, "compiler": TEXT,
                "buildtype": TEXT},
    "columns": {"instrument": TEXT, "unknown_percent": NUMBER, "threads": NUMBER, "rows": NUMBER,
                "rows_per_second": NUMBER, "bytes_per_row": NUMBER, "ratio_to_copy": NUMBER,
                "speedup": NUMBER},
    "scores": {"instrument": TEXT, "engine": TEXT, "version": TEXT, "rows": NUMBER,
               "milliseconds": NUMBER, "rows_per_second": NUMBER, "times_ours": NUMBER},
    "table": {"engine": TEXT, "cpus": NUMBER, "rows": NUMBER, "columns": NUMBER, "bytes": NUMBER,
              "milliseconds": NUMBER, "megabytes_per_second": NUMBER, "rows_per_second": NUMBER},
    "instructions": {"function": TEXT, "instructions": NUMBER},
    "load": {"library": TEXT, "runs": NUMBER, "minimum_microseconds": NUMBER,
             "median_microseconds": NUMBER},
    "relocations": {"library": TEXT, "relative": NUMBER, "symbol": NUMBER, "resolver": NUMBER,
                    "data_rel_ro_bytes": NUMBER, "text_bytes": NUMBER, "stripped_bytes": NUMBER},
}

# Those that may be left out and have a place of their own.
OPTIONAL = {
    "columns": {"kernel": TEXT},
    "table": {"version": TEXT, "processor_seconds": NUMBER, "peak_mebibytes": NUMBER,
              "empty_percent": NUMBER, "inconsistent_percent": NUMBER, "ratio_to_wc": NUMBER,
              "ratio_to_pandas": NUMBER, "ratio_to_duckdb": NUMBER},
    "instructions": {"aim": NUMBER, "ratio": NUMBER},
    "load": {"ratio_to_empty": NUMBER, "ratio_to_libjansson": NUMBER},
}

DIVISORS = ("rows_per_second", "bytes_per_row")


class Wrong(Exception):
    """The lines cannot be made into a page; the text says where and why."""


# --- reading ---------------------------------------------------------------

def no_constant(name):
    raise ValueError(f"{name} is no number of JSON")


def read_json(text, where):
    try:
        found = json.loads(text, parse_constant=no_constant)
    except ValueError as reason:
        raise Wrong(f"{where}: not JSON: {reason}") from None
    if not isinstance(found, dict):
        raise Wrong(f"{where}: not a JSON object")
    return found


def check(line, where):
    """Whether a line has what its benchmark must have, and of the right type."""
    name = line.get("benchmark")
    if not isinstance(name, str):
        raise Wrong(f'{where}: a line needs "benchmark", the name of one')
    if "skipped" in line:
        if not isinstance(line["skipped"], str):
            raise Wrong(f'{where}: "skipped" of benchmark "{name}" must be a text')
        return
    for key in FORMS.get(name, ()):
        if key not in line:
            raise Wrong(f'{where}: benchmark "{name}" lacks "{key}"')
    for key, types in {**FORMS.get(name, {}), **OPTIONAL.get(name, {})}.items():
        if key in line and (not isinstance(line[key], types) or isinstance(line[key], bool)):
            kind = {TEXT: "a text", NUMBER: "a number", LIST: "a list"}[types]
            raise Wrong(f'{where}: "{key}" of benchmark "{name}" must be {kind}')
        if key in DIVISORS and not line[key] > 0:
            raise Wrong(f'{where}: "{key}" of benchmark "{name}" must be more than 0')


def split(text, where):
    """The pieces of JSON of a text, one a line, each with where it stands."""
    return [(piece, f"{where}:{number}") for number, piece in enumerate(text.splitlines(), 1)
            if piece.strip()]


def read(path):
    """The lines of a log of Meson's, or of a file that has nothing else."""
    lines = []
    for text, where in split(Path(path).read_text(encoding="utf-8"), path):
        found = read_json(text, where)
        if "benchmark" in found or "result" not in found or "name" not in found:
            pieces = [(text, where)]
        elif found["result"] in ("OK", "SKIP"):
            pieces = split(found.get("stdout") or "", f"{where}: {found['name']}")
        else:
            raise Wrong(f"{where}: benchmark \"{found['name']}\" ended with {found['result']}")
        for piece, place in pieces:
            line = read_json(piece, place)
            check(line, place)
            lines.append(line)
    if not lines:
        raise Wrong(f"{path}: there is no line of a benchmark in it")
    return lines


# --- words -----------------------------------------------------------------

def plain(text):
    """Free text as Markdown and Doxygen leave it alone."""
    return "".join("\\" + sign if sign in "\\`*|<>#@[]" else sign for sign in str(text))


def code(text):
    return "`" + str(text).replace("`", "'").replace("|", "/") + "`"


def wrap(text):
    return textwrap.fill(text, 100, break_long_words=False, break_on_hyphens=False)


def number(value, digits=3):
    """A number for people: so many digits, without an exponent."""
    if isinstance(value, int) or value == 0 or abs(value) >= 10 ** (digits - 1):
        return f"{value:,.0f}".replace(",", " ")
    places = 0
    while places < 6 and abs(value) * 10 ** places < 10 ** (digits - 1):
        places += 1
    return f"{value:.{places}f}"


def times(value):
    return f"{number(value)}x"


def millions(value):
    return number(value / 1e6)


def table(header, rows):
    """A table in Markdown; numbers, all but the first column's, stand right."""
    lines = [header, ["---"] + ["---:"] * (len(header) - 1), *rows]
    return ["| " + " | ".join(cells) + " |" for cells in lines] + [""]


def further(line):
    """What a line says beyond what this page knows of."""
    known = {"benchmark", "skipped", *FORMS.get(line["benchmark"], {}),
             *OPTIONAL.get(line["benchmark"], {})}
    return ", ".join(f"{plain(key)} {plain(value)}"
                     for key, value in line.items() if key not in known)


def figures(lines, columns):
    """A table of lines: of each column a title, a key and how it is written.

    Columns that no line fills are left out; what else lines say gets a column.
    """
    shown = [column for column in columns if any(column[1] in line for line in lines)]
    rows = [[write(line[key]) if key in line else "" for _, key, write in shown]
            for line in lines]
    rest = [further(line) for line in lines]
    header = [title for title, _, _ in shown]
    if any(rest):
        header.append("further")
        rows = [row + [more] for row, more in zip(rows, rest)]
    return table(header, rows)


# --- aims ------------------------------------------------------------------

def copy_aim(line, machine):
    """The aim for complete rows: vectors of 32 bytes and more are worth more."""
    if "kernel" in line:
        return 0.5 if line["kernel"] in ("portable", "sse2") else 0.8
    return 0.8 if not machine or "avx2" in machine["vectors"] else 0.5


def goal(value):
    return number(value) if value >= 1000 else f"{value:g}"


def of(lines, **wanted):
    return [line for line in lines if all(line.get(key) == value for key, value in wanted.items())]


def least_and_more(what, wanted, measured):
    return what, f"at least {goal(wanted)}", number(measured), measured >= wanted


def most_and_less(what, wanted, measured):
    return what, f"at most {goal(wanted)}", number(measured), measured <= wanted


def column_words(line):
    """What tells this line from others of the same instrument, unknowns and threads."""
    words = [f"kernel {code(line['kernel'])}"] if "kernel" in line else []
    return "".join(f", {word}" for word in [*words, further(line)] if word)


def share_words(line):
    return "complete" if line["unknown_percent"] == 0 else f"{line['unknown_percent']:g} % unknown"


def copy_aims(lines, machine):
    for line in of(lines, instrument="sins", threads=1):
        if line["unknown_percent"] in (0, 10):
            yield least_and_more(
                f"{code('sins')}, {share_words(line)}, part of the speed of a copy"
                + column_words(line),
                copy_aim(line, machine) if line["unknown_percent"] == 0 else 0.5,
                line["ratio_to_copy"])


def thread_aims(lines):
    for line in of(lines, unknown_percent=0, threads=2):
        yield least_and_more(
            f"{code(line['instrument'])}, complete, two threads against one{column_words(line)}",
            1.8, line["speedup"])


def byte_aims(lines):
    """Time per byte against SINS with the same kernel, unknowns and all else."""
    for line in of(lines, threads=1):
        same = {key: value for key, value in line.items() if key not in FORMS["columns"]}
        sins = of(lines, **same, instrument="sins", threads=1,
                  unknown_percent=line["unknown_percent"])
        if line["instrument"] != "sins" and sins and line["unknown_percent"] in (0, 10):
            pace = [one["rows_per_second"] * one["bytes_per_row"] for one in (sins[0], line)]
            yield most_and_less(
                f"{code(line['instrument'])}, {share_words(line)}, time per byte against "
                f"{code('sins')}{column_words(line)}", 1.5, pace[0] / pace[1])


def batch_words(line):
    processors = "1 processor" if line["cpus"] == 1 else f"{number(line['cpus'])} processors"
    return f"{code('sacralmet batch')}, {number(line['rows'])} rows, {processors}"


def pandas_aims(lines):
    for line in of(lines, engine="sacralmet batch"):
        if "ratio_to_pandas" in line:
            yield least_and_more(f"{batch_words(line)}, times the speed of pandas' reading", 5,
                                 line["ratio_to_pandas"])


def pace_aims(lines):
    for line in of(lines, engine="sacralmet batch", cpus=1):
        yield least_and_more(f"{batch_words(line)}, MB/s", 100, line["megabytes_per_second"])


def instruction_aims(lines):
    for line in lines:
        if "aim" in line:
            yield most_and_less(f"{code(line['function'])}, instructions", line["aim"],
                                line["instructions"])


def aims(lines_of):
    """The rows of the table of aims; one that no line speaks of says so."""
    machine = next(iter(lines_of("machine")), None)
    columns, batch = lines_of("columns"), lines_of("table")
    for what, wanted, found in (
            ("part of the speed of a copy", "at least 0.8 or 0.5", copy_aims(columns, machine)),
            ("two threads against one", "at least 1.8", thread_aims(columns)),
            ("time per byte against `sins`", "at most 1.5", byte_aims(columns)),
            ("`sacralmet batch`, times the speed of pandas' reading", "at least 5",
             pandas_aims(batch)),
            ("`sacralmet batch`, 1 processor, MB/s", "at least 100", pace_aims(batch)),
            ("instructions of one assessment", "what its line says",
             instruction_aims(lines_of("instructions")))):
        rows = [[*words, "yes" if met else "**missed**"] for *words, met in found]
        yield from rows or [[what, wanted, "not measured", ""]]


# --- the page --------------------------------------------------------------

COLUMNS = (("instrument", "instrument", code), ("kernel", "kernel", code),
           ("unknown", "unknown_percent", lambda value: f"{value:g} %"),
           ("threads", "threads", str), ("rows", "rows", number),
           ("million rows/s", "rows_per_second", millions),
           ("bytes a row", "bytes_per_row", lambda value: f"{value:g}"),
           ("part of a copy", "ratio_to_copy", number),
           ("against 1 thread", "speedup", times))
SCORES = (("engine", "engine", plain), ("instrument", "instrument", code),
          ("version", "version", plain), ("rows", "rows", number),
          ("ms", "milliseconds", number), ("million rows/s", "rows_per_second", millions),
          ("time against ours", "times_ours", times))
TABLE = (("program", "engine", code), ("version", "version", plain), ("processors", "cpus", str),
         ("ms", "milliseconds", number), ("MB/s", "megabytes_per_second", number),
         ("million rows/s", "rows_per_second", millions),
         ("processor seconds", "processor_seconds", number),
         ("peak MiB", "peak_mebibytes", number), ("speed against wc -l", "ratio_to_wc", times),
         ("against pandas", "ratio_to_pandas", times),
         ("against DuckDB", "ratio_to_duckdb", times))
INSTRUCTIONS = (("function", "function", code), ("instructions", "instructions", number))
LOAD = (("library", "library", code), ("least µs", "minimum_microseconds", number),
        ("median µs", "median_microseconds", number), ("against empty", "ratio_to_empty", times),
        ("against libjansson", "ratio_to_libjansson", times), ("runs", "runs", number))
RELOCATIONS = (("library", "library", code), ("relative", "relative", number),
               ("by symbol", "symbol", number), ("by resolver", "resolver", number),
               (".data.rel.ro bytes", "data_rel_ro_bytes", number),
               (".text bytes", "text_bytes", number), ("stripped bytes", "stripped_bytes", number))

# Of each benchmark: title, anchor, how it is measured, its table.
SECTIONS = {
    "columns": (
        "Columns in, columns out", "bench_columns",
        "`smet_score_columns()` scores random 8-bit codes; the copy is a `memcpy()` that reads and "
        "writes as many bytes altogether, with as many threads, in the same run, and the part of a "
        "copy is the copy's time over the scoring's: 1 is the speed of memory. Bytes a row are "
        "those of the cells that are read and of the answers asked for. The best run counts.",
        COLUMNS),
    "scores": (
        "Beside what researchers use", "bench_scores",
        "Total and band from columns of 8-bit codes, all known, and the time until both are in "
        "memory: the library is called through ctypes on the arrays as they are, numpy takes "
        "points by code and adds, pandas maps categories and cuts, R indexes vectors and uses "
        "`findInterval()`, the loop is plain Python. Data are in each engine's memory before, in "
        "the form that suits it. Each answer is compared with the library's, row by row: one that "
        "differs would fail the run. The best run counts.",
        SCORES),
    "table": (
        "CSV", "bench_table",
        "`sacralmet batch` reads a made-up cohort and writes it with answers, beside programs that "
        "only read the same file: `wc -l` counts lines, pandas makes a table with `read_csv()`, "
        "DuckDB's `read_csv` counts the cells of every column and keeps nothing. Output is thrown "
        "away. Of programs the whole process is timed, of pandas and DuckDB the reading alone, "
        "without their start. All are held to so many processors; the best run counts, runs take "
        "turns, and the file was read before. One MB is a million bytes of input.",
        TABLE),
    "instructions": (
        "One record", "bench_instructions",
        "Instructions of one call for one patient, counted by callgrind.",
        INSTRUCTIONS),
    "load": (
        "Loading", "bench_load",
        "`dlopen()` with all symbols bound, then `dlclose()`, many times in one process, in turns "
        "with the others. The empty library is built in the same way; times against others "
        "are of the least.",
        LOAD),
    "relocations": (
        "Relocations and size", "bench_relocations",
        "Entries that the loader works on, as `readelf` lists them: relative ones (an address is "
        "added), those by symbol, and those by a resolver, which asks the processor; and the sizes "
        "of sections and of the file without symbols.",
        RELOCATIONS),
}

HEAD = """# Benchmarks {#benchmarks}

[TOC]

What the benchmarks of the tree measured, and nothing else: this page is made by
`tests/bench/page.py` from the lines that they print, which stand in `doc/benchmarks.jsonl`. On
a machine that does nothing else,

```sh
sh tools/benchmark.sh
```

builds a release, runs every benchmark, and writes both anew. numpy, pandas, R, and DuckDB by way of
npm are compared with where they are there; `BENCH_TABLE_ROWS=10000000` and
`BENCH_SCORE_ROWS=10000000` ask for more rows. Absolute figures belong to the machine; ratios are of
the same run.
"""


def machine_words(line):
    vectors = f" with {', '.join(map(plain, line['vectors']))}" if line["vectors"] else ""
    cores = "1 core" if line["cores"] == 1 else f"{number(line['cores'])} cores"
    extra = further(line)
    text = (f"Measured on {plain(line['date'])}: {plain(line['processor'])} "
            f"({plain(line['architecture'])}{vectors}), {cores}; {plain(line['system'])}, "
            f"{plain(line['libc'])}; {plain(line['compiler'])}, build type "
            f"{code(line['buildtype'])}{'; ' + extra if extra else ''}.")
    return wrap(text)


AIMS = """## Aims {#bench_aims}

What the project aims at, and what was measured. A copy's speed is aimed at to 0.8 with AVX2 and
AVX-512, and to 0.5 without or with unknown cells; where a line does not name its kernel, it is what
the processor has that counts.
"""


def skips(lines):
    page = []
    for line in lines:
        name = line.get("engine") or line.get("library") or "all of it"
        page.append(f"- skipped: {plain(name)}: {plain(line['skipped'])}")
    return page + [""] if page else []


def section(name, lines):
    """One benchmark's part of the page; also of one that is not known here."""
    title, anchor, method, columns = SECTIONS.get(
        name, (f"Benchmark {plain(name)}", "", "What its lines say.", ()))
    measured = [line for line in lines if "skipped" not in line]
    page = [f"## {title}" + (f" {{#{anchor}}}" if anchor else ""), "",
            wrap(method), ""]
    if measured and columns:
        if name == "table":
            page += file_words(measured)
        page += figures(measured, columns)
    elif measured:
        page += [f"- {further(line)}" for line in measured] + [""]
    return page + skips([line for line in lines if "skipped" in line])


def file_words(lines):
    """The files that were read; most often one."""
    files = {}
    for line in lines:
        words = (f"The file: {number(line['rows'])} rows of {number(line['columns'])} columns, "
                 f"{number(line['bytes'] / 1e6)} MB")
        if "empty_percent" in line:
            words += f"; {number(line['empty_percent'])} % of the cells are empty"
        if "inconsistent_percent" in line:
            words += (f"; {number(line['inconsistent_percent'])} % of the rows hold facts that "
                      "contradict each other")
        files[words + "."] = None
    return [wrap(words) for words in files] + [""]


def make(lines):
    by_name = {}
    for line in lines:
        by_name.setdefault(line["benchmark"], []).append(line)
    page = [HEAD]
    page += [machine_words(line) + "\n" for line in by_name.get("machine", ())
             if "skipped" not in line]
    page += [AIMS, *table(["aim", "wanted", "measured", "met"], aims(
        lambda name: [line for line in by_name.get(name, ()) if "skipped" not in line]))]
    for name in [*SECTIONS, *sorted(set(by_name) - set(SECTIONS) - {"machine"})]:
        if name in by_name:
            page += section(name, by_name[name])
    return "\n".join(page).rstrip("\n") + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--lines", help="where the lines alone are written")
    parser.add_argument("input", help="Meson's log, or a file of lines")
    parser.add_argument("page", nargs="?", help="where the page is written")
    arguments = parser.parse_args()
    try:
        lines = read(arguments.input)
        page = make(lines)
        if arguments.lines:
            Path(arguments.lines).write_text(
                "".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        if arguments.page:
            Path(arguments.page).write_text(page, encoding="utf-8")
        else:
            sys.stdout.write(page)
    except (Wrong, OSError, UnicodeDecodeError) as reason:
        sys.exit(f"page.py: {reason}")


if __name__ == "__main__":
    main()
