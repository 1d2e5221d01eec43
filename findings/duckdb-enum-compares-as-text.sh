#!/bin/sh
# DuckDB 2.0.1 (PyPI): two values of an ENUM compare in the order of their declaration. An
# ENUM beside a word in quotes compares as text, in the order of the alphabet, without a
# warning: of bands declared stable < potentially_unstable < unstable, "potentially_unstable
# or more" written with a word takes in "stable".
# Mend: cast the word (`'potentially_unstable'::band`), or keep the band's number beside it.
set -eu
. "$(dirname "$0")/lib.sh"
python_with duckdb==2.0.1
$python - <<'END' | expect "stable: as text True, as the type False
potentially_unstable: as text True, as the type True
unstable: as text True, as the type True"
import duckdb
con = duckdb.connect()
con.sql("create type band as enum ('stable', 'potentially_unstable', 'unstable')")
for row in con.sql("""
        select b, b >= 'potentially_unstable', b >= 'potentially_unstable'::band
        from (values ('stable'::band), ('potentially_unstable'::band), ('unstable'::band)) v(b)
        """).fetchall():
    print("%s: as text %s, as the type %s" % row)
END
