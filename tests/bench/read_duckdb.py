"""Reads a CSV file with DuckDB, once. Prints seconds, filled cells and DuckDB's version.

usage: read_duckdb.py LIBDUCKDB THREADS FILE

Every column is counted, so that every cell is read; no table is kept.
"""
import ctypes
import sys
import time


class Result(ctypes.Structure):
    _fields_ = [("deprecated", ctypes.c_uint64 * 3), ("columns", ctypes.c_void_p),
                ("error", ctypes.c_char_p), ("data", ctypes.c_void_p)]


class Reader:
    def __init__(self, library):
        self.duckdb = ctypes.CDLL(library)
        self.duckdb.duckdb_result_error.restype = ctypes.c_char_p
        self.duckdb.duckdb_column_count.restype = ctypes.c_uint64
        self.duckdb.duckdb_value_int64.restype = ctypes.c_int64
        self.duckdb.duckdb_value_int64.argtypes = [
            ctypes.c_void_p, ctypes.c_uint64, ctypes.c_uint64]
        self.duckdb.duckdb_library_version.restype = ctypes.c_char_p
        database, self.connection = ctypes.c_void_p(), ctypes.c_void_p()
        if self.duckdb.duckdb_open(None, ctypes.byref(database)) or self.duckdb.duckdb_connect(
                database, ctypes.byref(self.connection)):
            sys.exit("DuckDB does not open")

    def ask(self, sql):
        """The numbers of the first row."""
        result = Result()
        if self.duckdb.duckdb_query(self.connection, sql.encode(), ctypes.byref(result)):
            sys.exit(self.duckdb.duckdb_result_error(ctypes.byref(result)).decode())
        numbers = [self.duckdb.duckdb_value_int64(ctypes.byref(result), column, 0)
                   for column in range(self.duckdb.duckdb_column_count(ctypes.byref(result)))]
        self.duckdb.duckdb_destroy_result(ctypes.byref(result))
        return numbers


def main(library, threads, path):
    reader = Reader(library)
    reader.ask(f"SET threads = {int(threads)}")
    sql = "SELECT count(COLUMNS(*)) FROM read_csv('{}', header = true)".format(
        path.replace("'", "''"))
    start = time.perf_counter()
    counts = reader.ask(sql)
    taken = time.perf_counter() - start
    print(taken, sum(counts), reader.duckdb.duckdb_library_version().decode().lstrip("v"))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
