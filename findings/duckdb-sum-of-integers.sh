#!/bin/sh
# DuckDB 2.0.1 (PyPI): sum() of an integer column is a HUGEINT, for which Arrow and pandas have
# no type. By Arrow it leaves as decimal128(38, 0), to pandas as float64, though each value fits
# a byte: a reader of codes that takes integers alone finds none.
# Mend: cast in SQL (sum(x)::tinyint).
set -eu
. "$(dirname "$0")/lib.sh"
python_with duckdb==2.0.1 pyarrow==26.0.1 pandas==3.1.1
$python - <<'END' | expect "Arrow: sum decimal128(38, 0), cast int8
pandas: sum float64, cast int8"
import duckdb
query = "select sum(x::tinyint) as s, sum(x::tinyint)::tinyint as c from range(3) r(x)"
# A reader, which holds the connection until it is drained.
table = duckdb.sql(query).arrow().read_all()
schema = table.schema
print(f"Arrow: sum {schema.field('s').type}, cast {schema.field('c').type}")
types = duckdb.sql(query).df().dtypes
print(f"pandas: sum {types['s']}, cast {types['c']}")
END
