"""Cohorts as pandas frames: one column a field, answers in a frame. Needs pandas.

A column is named by the key of its field. Cells are what a table of a study holds: keys
of options as strings or categories, integers (also `Int64` with `NA`), True and False
for questions of yes and no, values parted by "|", ranges as "40..50". `NA`, NaN, `None`
and empty text are unknown, never "no". A number stands for the key that it is written
with (2 is ESCC grade 2), never for an option's internal number, unless
`numbers="codes"` says so.

Columns that are no field's are not looked at: `extra` says whether with a warning
("warn"), silently ("ignore"), or whether that is an error ("error"), so that a
misspelled key is not taken for an unknown fact without a word.

A cell that holds no value of its field is an error (`BadCellError`) that names row and
column; with `bad_rows="mark"` its row alone has no answer (`NA`).
"""
from __future__ import annotations

import warnings
from typing import Any, Dict, List, Optional

try:
    import numpy as np
    import pandas as pd
except ImportError as error:  # pragma: no cover
    raise ImportError("sacralmet.frames needs numpy and pandas") from error

from . import columns as arrays
from ._columns import BAD, UNKNOWN, Column, code_of_cell, finished, of_numbers, prepare
from ._errors import refusal
from ._terms import _OPTIONS_OF, Field, Instrument, Intervention, Term, Verdict
from .columns import Table, Wanted


def score(frame: Any, instruments: Wanted = None, *, threads: int = 1, bad_rows: str = "raise",
          extra: str = "warn", unknown: Optional[int] = None, numbers: str = "keys") -> Any:
    """Scores the rows of a frame.

    :param frame: a `pandas.DataFrame`
    :param instruments: which; all where `None`
    :param threads: how many threads share the rows
    :param bad_rows: "raise", or "mark"
    :param extra: what to do about columns that are no field's: "warn", "ignore", "error"
    :param unknown: the integer that stands for unknown in columns of integers
    :param numbers: what numbers of a choice are: "keys" or "codes"
    :return: a frame with the index of `frame`; for each instrument `KEY_min` and `KEY_max`
        (`UInt8`), and `KEY_bands` (a category: the keys of the bands that are possible,
        parted by "|"); then `inconsistent` (`boolean`: whether facts of the row contradict
        each other) and `error` (what is wrong with a bad row; `NA` in others)
    """
    wanted = arrays.terms_of(Instrument, instruments)
    table = _table(frame, extra, unknown, numbers, bad_rows, threads)
    got = arrays.score_table(table, wanted)
    bad = got.pop("status") != 0
    result: Dict[str, Any] = {}
    for term in wanted:
        for part in ("min", "max"):
            result[f"{term}_{part}"] = _integers(got[f"{term}_{part}"], bad)
        result[f"{term}_bands"] = _bands(term, got[f"{term}_band_mask"], bad)
    result.update(_of_rows(table, bad))
    return pd.DataFrame(result, index=frame.index)


def dispositions(frame: Any, interventions: Wanted = None, *, settled: bool = True,
                 threads: int = 1, bad_rows: str = "raise", extra: str = "warn",
                 unknown: Optional[int] = None, numbers: str = "keys") -> Any:
    """Gives the dispositions of the rows of a frame.

    :param interventions: which; all where `None`
    :param settled: whether to say also which dispositions are settled; without it an open
        `no_rule` looks like one that nothing can change
    :return: a frame with the index of `frame`; for each intervention `KEY`, an ordered
        category of the keys of `Verdict`, and with `settled` `KEY_settled` (`boolean`); then
        `inconsistent` and `error` as in `score`

    The other parameters are those of `score`.
    """
    wanted = arrays.terms_of(Intervention, interventions)
    table = _table(frame, extra, unknown, numbers, bad_rows, threads)
    got = arrays.dispose_table(table, wanted, settled)
    bad = got.pop("status") != 0
    result: Dict[str, Any] = {}
    for term in wanted:
        result[term.key] = _verdicts(got[term.key], bad)
        if settled:
            flags = got[f"{term}_settled"]
            result[f"{term}_settled"] = pd.arrays.BooleanArray(flags, bad.copy())
    result.update(_of_rows(table, bad))
    return pd.DataFrame(result, index=frame.index)


def inconsistent(frame: Any, *, threads: int = 1, bad_rows: str = "raise", extra: str = "warn",
                 unknown: Optional[int] = None, numbers: str = "keys") -> Any:
    """Finds the rows whose facts contradict each other.

    :return: a `boolean` series with the index of `frame`

    The parameters are those of `score`.
    """
    table = _table(frame, extra, unknown, numbers, bad_rows, threads)
    found = arrays.check_table(table)
    return pd.Series(pd.arrays.BooleanArray(found, table.status != 0), index=frame.index,
                     name="inconsistent")


# --- how it is done -------------------------------------------------------------------


def _table(frame: Any, extra: str, unknown: Optional[int], numbers: str, bad_rows: str,
           threads: int) -> Table:
    """The columns of a frame that are fields."""
    if extra not in ("warn", "ignore", "error"):
        raise ValueError(f"extra: {extra!r} is none of ('warn', 'ignore', 'error')")
    if numbers not in ("keys", "codes"):
        raise ValueError(f"numbers: {numbers!r} is none of ('keys', 'codes')")
    keys = {field.key: field for field in Field}
    others = [name for name in frame.columns if name not in keys]
    _say_what_is_left_out(others, extra)
    columns: Dict[str, Column] = {}
    for position, name in enumerate(frame.columns):
        if name not in keys:
            continue
        if name in columns:
            raise refusal("SMET_ERROR_DUPLICATE", f"{name}: the field has two columns", name)
        columns[name] = _column(keys[name], frame.iloc[:, position], unknown, numbers)
    if not columns:
        raise refusal("SMET_ERROR_UNKNOWN_FIELD",
                      "no column is named by the key of a field; sacralmet.fields lists them")
    return Table(columns, unknown, numbers, bad_rows, threads, labels=frame.index)


def _say_what_is_left_out(others: List[Any], extra: str) -> None:
    if not others or extra == "ignore":
        return
    text = ", ".join(map(str, others))
    if extra == "error":
        raise refusal("SMET_ERROR_UNKNOWN_FIELD", f"no field has such a key: {text}")
    warnings.warn(f"not looked at, since no field has such a key: {text}", stacklevel=4)


def _column(field: Term, series: Any, unknown: Optional[int], numbers: str) -> Column:
    """A series as a column."""
    kind = series.dtype
    if isinstance(kind, pd.CategoricalDtype):
        return _of_categories(field, series)
    if isinstance(kind, np.dtype):
        if kind.kind in "iuf":
            return of_numbers(field, series.to_numpy(), None, unknown, numbers)
        if kind.kind == "O":
            return _of_objects(field, series)
        return prepare(field, series.to_numpy(), unknown, numbers)
    if pd.api.types.is_bool_dtype(kind) or pd.api.types.is_numeric_dtype(kind):
        return _of_nullable(field, series, unknown, numbers)
    if pd.api.types.is_string_dtype(kind):
        return _of_objects(field, series)
    raise refusal("SMET_ERROR_WRONG_KIND", f"{field}: no column of {kind}", field.key)


def _of_nullable(field: Term, series: Any, unknown: Optional[int], numbers: str) -> Column:
    """A column of one of pandas' types with NA."""
    mask = series.isna().to_numpy(dtype=bool)
    name = str(series.dtype.name).lower()
    plain = series.to_numpy(dtype="bool" if name.startswith("bool") else name, na_value=0)
    make: Any = np.ma.MaskedArray
    return prepare(field, make(plain, mask=mask), unknown, numbers)


def _of_objects(field: Term, series: Any) -> Column:
    """A column of strings or objects: each different cell is looked at once."""
    cells = series.to_numpy(dtype=object)
    if not all(type(cell) is str for cell in pd.unique(series.dropna())):
        return prepare(field, cells, None, None)
    codes, cells_once = pd.factorize(series)
    return finished(field, _codes_of(field, list(cells_once))[codes], None, cells)


def _of_categories(field: Term, series: Any) -> Column:
    """A column of categories; where they are the field's options in the order of their
    numbers, pandas' codes are read where they are."""
    categories = list(series.cat.categories)
    codes = series.cat.codes.to_numpy()
    numbers: List[Term] = sorted(_OPTIONS_OF.get(field, ()))
    if categories == [option.key for option in numbers] and numbers == list(range(len(numbers))):
        return Column(field, np.ascontiguousarray(codes), UNKNOWN, None, series.array)
    return finished(field, _codes_of(field, categories)[codes], None, series.array)


def _codes_of(field: Term, cells: List[Any]) -> Any:
    """The numbers of cells; at the end, where pandas' -1 points, that of nothing."""
    return np.array([code_of_cell(field, cell) for cell in cells] + [UNKNOWN], dtype=np.int16)


def _of_rows(table: Table, bad: Any) -> Dict[str, Any]:
    """What every answer says of its rows, in the words of the other bindings."""
    found = arrays.check_table(table)
    reasons: Any = np.full(len(bad), None, dtype=object)
    for row in np.flatnonzero(bad).tolist():
        reasons[row] = str(table.refusal(row)[1])
    return {"inconsistent": pd.arrays.BooleanArray(found, bad.copy()),
            "error": pd.array(reasons, dtype="string")}


def _integers(values: Any, bad: Any) -> Any:
    return pd.arrays.IntegerArray(values, bad.copy())


def _bands(term: Term, masks: Any, bad: Any) -> Any:
    """Names of bands. No row that was answered has none, so that mask 0 is left out."""
    labels = arrays.band_labels(term)[1:]
    codes = np.where(bad, -1, masks.astype(np.int16) - 1)
    return pd.Categorical.from_codes(codes, categories=labels)


def _verdicts(values: Any, bad: Any) -> Any:
    """Verdicts, from the weakest up."""
    verdicts: List[Term] = sorted(Verdict)
    table = np.full(256, BAD, dtype=np.int16)
    for code, verdict in enumerate(verdicts):
        table[verdict] = code
    codes = np.where(bad, -1, table[values])
    return pd.Categorical.from_codes(codes, categories=[verdict.key for verdict in verdicts],
                                     ordered=True)


__all__ = ["dispositions", "inconsistent", "score"]
