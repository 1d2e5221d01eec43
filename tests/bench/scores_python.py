"""The engines of scores.py that run within Python. Run by scores.py.

usage: scores_python.py FOLDER

Prints one line of JSON an engine. Its totals and bands are written to two files,
a byte a row; the line says by what number they are named.
"""
import ctypes
import json
import platform
import sys
from pathlib import Path

from figures import best_of

try:
    import numpy
except ImportError:
    numpy = None
try:
    import pandas
except ImportError:
    pandas = None

RUNS_FAST, RUNS_SLOW = 51, 5
UINT8 = 1  # SMET_ELEMENT_UINT8


class Column(ctypes.Structure):
    """struct smet_column"""
    _fields_ = [("size", ctypes.c_uint32), ("field", ctypes.c_int32), ("element", ctypes.c_int32),
                ("has_unknown", ctypes.c_int32), ("unknown", ctypes.c_int64),
                ("values", ctypes.c_void_p), ("validity", ctypes.c_void_p),
                ("validity_offset", ctypes.c_uint64), ("set_count", ctypes.c_uint32),
                ("reserved", ctypes.c_uint32), ("sets", ctypes.c_void_p),
                ("more", ctypes.c_void_p)]


class Arrays(ctypes.Structure):
    """struct smet_score_arrays"""
    _fields_ = [("size", ctypes.c_uint32), ("reserved", ctypes.c_uint32),
                ("minimum", ctypes.c_void_p), ("maximum", ctypes.c_void_p),
                ("bands", ctypes.c_void_p), ("missing", ctypes.c_void_p),
                ("status", ctypes.c_void_p)]


def address(buffer):
    if numpy is not None:
        return buffer.ctypes.data
    return ctypes.addressof(ctypes.c_uint8.from_buffer(buffer))


def ours(plan, codes):
    """The library on the caller's memory: nothing is copied or converted."""
    library = ctypes.CDLL(plan["library"])
    score = library.smet_score_columns
    score.argtypes = [ctypes.c_int32, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_size_t,
                      ctypes.c_void_p, ctypes.c_void_p]
    library.smet_version.restype = ctypes.c_char_p
    rows = plan["rows"]
    buffers = codes if numpy is not None else [bytearray(column) for column in codes]

    def job():
        columns = [Column(size=ctypes.sizeof(Column), field=field, element=UINT8,
                          values=address(buffer))
                   for field, buffer in zip(plan["fields"], buffers)]
        pointers = (ctypes.c_void_p * len(columns))(*map(ctypes.addressof, columns))
        totals, bands = (numpy.empty(rows, "u1") if numpy is not None else bytearray(rows)
                         for _ in range(2))
        output = Arrays(size=ctypes.sizeof(Arrays), minimum=address(totals), bands=address(bands))
        status = score(plan["instrument"], pointers, len(columns), rows, ctypes.byref(output), None)
        if status != 0:
            sys.exit(f"smet_score_columns: {status}")
        return totals, bands

    seconds, (totals, sets) = best_of(RUNS_FAST, job)
    # Of a set with one band, its number.
    bands = bytes(sets).translate(bytes(n.bit_length() - 1 if n in (1, 2, 4) else 255
                                        for n in range(256)))
    return seconds, bytes(totals), bands, library.smet_version().decode()


def with_numpy(codes, points):
    """Points looked up by code and added up; the band is how many edges the total reached."""
    points = [numpy.frombuffer(part, "u1") for part in points]

    def job():
        totals = numpy.take(points[0], codes[0])
        for table, column in zip(points[1:], codes[1:]):
            totals += numpy.take(table, column)
        return totals, (totals >= 7).view("u1") + (totals >= 13).view("u1")

    seconds, (totals, bands) = best_of(RUNS_FAST, job)
    return seconds, totals.tobytes(), bands.tobytes(), numpy.__version__


def with_pandas(codes, points):
    """Categories mapped to points, summed, and cut into bands."""
    frame = pandas.DataFrame({
        f"item{place}": pandas.Categorical.from_codes(column, categories=range(len(part)))
        for place, (column, part) in enumerate(zip(codes, points))})
    tables = {f"item{place}": pandas.Series(list(part), dtype="uint8")
              for place, part in enumerate(points)}

    def job():
        totals = sum(frame[name].map(table).astype("uint8") for name, table in tables.items())
        return totals, pandas.cut(totals, [-1, 6, 12, 18], labels=False)

    seconds, (totals, bands) = best_of(RUNS_SLOW, job)
    return (seconds, totals.to_numpy().astype("u1").tobytes(),
            bands.to_numpy().astype("u1").tobytes(), pandas.__version__)


def with_loop(codes, points):
    """Lists of integers, row by row."""
    columns = [list(column) for column in codes]

    def job():
        p0, p1, p2, p3, p4, p5 = map(list, points)
        totals, bands = [], []
        for a, b, c, d, e, f in zip(*columns):
            total = p0[a] + p1[b] + p2[c] + p3[d] + p4[e] + p5[f]
            totals.append(total)
            bands.append(0 if total <= 6 else 1 if total <= 12 else 2)
        return totals, bands

    seconds, (totals, bands) = best_of(RUNS_SLOW, job)
    return seconds, bytes(totals), bytes(bands), platform.python_version()


def main(folder):
    folder = Path(folder)
    plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    places = range(len(plan["fields"]))
    codes = [(folder / f"codes{place}").read_bytes() for place in places]
    points = [(folder / f"points{place}").read_bytes() for place in places]
    arrays = codes if numpy is None else [numpy.frombuffer(column, "u1") for column in codes]
    engines = [
        ("libsacralmet", "", lambda: ours(plan, arrays)),
        ("numpy", "numpy" if numpy is None else "", lambda: with_numpy(arrays, points)),
        ("pandas", "pandas" if numpy is None or pandas is None else "",
         lambda: with_pandas(arrays, points)),
        ("Python loop", "", lambda: with_loop(codes, points)),
    ]
    for place, (name, lacking, measure) in enumerate(engines):
        if lacking:
            print(json.dumps({"engine": name, "skipped": f"no Python has {lacking}"}))
            continue
        seconds, totals, bands, version = measure()
        (folder / f"totals{place}").write_bytes(totals)
        (folder / f"bands{place}").write_bytes(bands)
        print(json.dumps({"engine": name, "version": version, "milliseconds": seconds * 1e3,
                          "answers": place}))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
