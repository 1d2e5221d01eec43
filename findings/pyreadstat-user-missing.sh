#!/bin/sh
# pyreadstat 1.3.7 (PyPI): SPSS files mark codes such as 9 as missing. Read as they come by
# default, such a cell is NaN, and nothing in the metadata says that there was a code. With
# user_missing=True it is 9 like any value (the metadata alone say what it means), and with
# value labels it is a word among numbers, in a categorical column.
# Mend: read with user_missing=True, and set aside what lies in missing_ranges before use.
set -eu
. "$(dirname "$0")/lib.sh"
python_with pyreadstat==1.3.7 pandas==3.1.1
$python - <<'END' | expect "by default: [3.0, nan, 7.0] float64, ranges {}
user_missing: [3.0, 9.0, 7.0] float64, ranges {'pain': [{'lo': 9.0, 'hi': 9.0}]}
user_missing, labels: [3.0, 'not asked', 7.0] category, ranges {'pain': [{'lo': 9.0, 'hi': 9.0}]}"
import pandas as pd
import pyreadstat
pyreadstat.write_sav(pd.DataFrame({"pain": [3.0, 9.0, 7.0]}), "pain.sav",
                     missing_ranges={"pain": [9]},
                     variable_value_labels={"pain": {9: "not asked"}})
for name, options in (("by default", {}), ("user_missing", {"user_missing": True}),
                      ("user_missing, labels", {"user_missing": True,
                                                "apply_value_formats": True})):
    frame, meta = pyreadstat.read_sav("pain.sav", **options)
    print(f"{name}: {frame.pain.tolist()} {frame.pain.dtype}, ranges {meta.missing_ranges}")
END
