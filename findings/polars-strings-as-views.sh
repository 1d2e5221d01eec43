#!/bin/sh
# polars 2.1.0 (PyPI): the same column of text has three Arrow types, by the way that it leaves:
# large_string by the C interface, string_view in an IPC file and in a stream; a Categorical
# is a dictionary of either.
set -eu
. "$(dirname "$0")/lib.sh"
python_with polars==2.1.0 pyarrow==26.0.1
$python - <<'END' | expect "text, C interface: large_string
text, file: string_view
text, stream: string_view
categorical, C interface: large_string
categorical, file: string_view
categorical, stream: string_view"
import io

import polars as pl
import pyarrow as pa

text = pl.Series("level", ["S1", "S2", None])
for name, column in (("text", text), ("categorical", text.cast(pl.Categorical))):
    types = {"C interface": column.to_arrow().type}
    frame = pl.DataFrame({"level": column})
    file, stream = io.BytesIO(), io.BytesIO()
    frame.write_ipc(file)
    frame.write_ipc_stream(stream)
    types["file"] = pa.ipc.open_file(file.getvalue()).schema.field("level").type
    types["stream"] = pa.ipc.open_stream(stream.getvalue()).schema.field("level").type
    for way, kind in types.items():
        print(f"{name}, {way}: {kind.value_type if pa.types.is_dictionary(kind) else kind}")
END
