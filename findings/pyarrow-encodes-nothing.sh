#!/bin/sh
# pyarrow 26.0.1 (PyPI): dictionary_encode() of a column in which nothing is known gives
# dictionary<values=null>, not a dictionary of text. A chunk of a table that happens to hold no
# value so has another type than its neighbors.
set -eu
. "$(dirname "$0")/lib.sh"
python_with pyarrow==26.0.1
$python - <<'END' | expect "['S1', None]: dictionary<values=string, indices=int32, ordered=0>
[None, None]: dictionary<values=null, indices=int32, ordered=0>"
import pyarrow as pa
for column in (["S1", None], [None, None]):
    print(f"{column}: {pa.array(column).dictionary_encode().type}")
END
