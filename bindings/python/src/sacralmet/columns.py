"""Cohorts as numpy arrays: one array a field, answers in arrays. Needs numpy.

A column is an array of one dimension, under the key of its field:

- **integers** are values: the integer, or the option's number (a member of
  `sacralmet.options(field)`, `FieldInfo.options`). Where an option's key looks like a
  number that is not its own (ESCC), they are refused unless `numbers` says what they
  are: "codes" (options' numbers) or "keys" (what the cell is written with, as in a CSV
  file). A masked array is unknown where it is masked. `unknown` names a value that
  stands for unknown; without it, every integer is a value.
- **floats** likewise; NaN is unknown.
- **bool** is for questions of yes and no.
- **strings and objects** are cells of a table: an option's key, an integer in digits,
  values parted by "|", a range as "40..50"; empty, `None` and NaN are unknown. Members
  of enumerations, integers and bools may stand among objects; there an integer stands
  for the key that it is written with.

Arrays of 8, 16 or 32 bits that lie in memory one element after the other are read where
they are; others are copied. `threads` shares the rows among so many threads; the library
runs without the interpreter's lock. What is not entered is unknown, never "no".

A cell that holds no value of its field is an error (`BadCellError`) that names row and
column; with `bad_rows="mark"` its row alone has no answer (255, no band), and
`status` is 1 there.
"""
from __future__ import annotations

import ctypes
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Tuple, Union

try:
    import numpy as np
except ImportError as error:  # pragma: no cover
    raise ImportError("sacralmet.columns needs numpy") from error

from . import _prototypes
from ._catalogue import instruments as all_instruments
from ._columns import Column, prepare
from ._errors import BadCellError, SacralmetError, call_for, refusal, term_of
from ._library import core, members
from ._record import FieldLike, Record, field_of
from ._terms import Instrument, Intervention, Term

#: One term or several, by key or as members.
Wanted = Union[None, str, Term, Iterable[Union[str, Term]]]
#: What can be made into a column.
Columns = Mapping[Any, Any]


def score(columns: Columns, instruments: Wanted = None, *, threads: int = 1,
          bad_rows: str = "raise", unknown: Optional[int] = None,
          numbers: Optional[str] = None) -> Dict[str, Any]:
    """Scores rows.

    :param columns: fields to arrays of equal length
    :param instruments: which; all where `None`
    :param threads: how many threads share the rows
    :param bad_rows: "raise", or "mark"
    :param unknown: the integer that stands for unknown in integer arrays
    :param numbers: what integers of a choice are: "codes" or "keys"
    :return: for each instrument `KEY_min`, `KEY_max` (totals; 255 without an answer) and
        `KEY_band_mask` (bit b is set where band b is possible), and `status`; arrays of
        unsigned bytes. `band_keys` gives the bands' names.
    """
    return score_table(Table(columns, unknown, numbers, bad_rows, threads),
                       terms_of(Instrument, instruments))


def score_table(table: "Table", wanted: Tuple[Term, ...]) -> Dict[str, Any]:
    """Scores a table. Private."""
    result: Dict[str, Any] = {}
    for term in wanted:
        arrays = {name: table.empty() for name in ("minimum", "maximum", "bands")}
        table.run(partial(_score, table, term, arrays))
        result[f"{term}_min"], result[f"{term}_max"] = arrays["minimum"], arrays["maximum"]
        result[f"{term}_band_mask"] = arrays["bands"]
    table.finish(partial(_set_scores, result, wanted))
    result["status"] = table.status
    return result


def dispositions(columns: Columns, interventions: Wanted = None, *, settled: bool = True,
                 threads: int = 1, bad_rows: str = "raise", unknown: Optional[int] = None,
                 numbers: Optional[str] = None) -> Dict[str, Any]:
    """Gives the dispositions of rows.

    :param interventions: which; all where `None`
    :param settled: whether to say also which dispositions are settled; without it an open
        `no_rule` looks like one that nothing can change
    :return: for each intervention `KEY`, numbers of `Verdict` (255 without an answer), with
        `settled` `KEY_settled` (bool), and `status`; arrays of unsigned bytes

    The other parameters are those of `score`.
    """
    return dispose_table(Table(columns, unknown, numbers, bad_rows, threads),
                         terms_of(Intervention, interventions), settled)


def dispose_table(table: "Table", wanted: Tuple[Term, ...], settled: bool) -> Dict[str, Any]:
    """Gives the dispositions of a table. Private."""
    verdicts = {term: table.empty() for term in wanted}
    flags = {term: table.empty() for term in wanted} if settled else {}
    table.run(partial(_dispose, table, verdicts, flags))
    table.finish(partial(_set_dispositions, verdicts, flags))
    result: Dict[str, Any] = {}
    for term in wanted:
        result[term.key] = verdicts[term]
        if settled:
            result[f"{term}_settled"] = flags[term].view(np.bool_)
    result["status"] = table.status
    return result


def inconsistent(columns: Columns, *, threads: int = 1, bad_rows: str = "raise",
                 unknown: Optional[int] = None, numbers: Optional[str] = None) -> Any:
    """Finds the rows whose facts contradict each other.

    :return: an array of bool, false in a row with a bad cell; which facts they are, the
        assessment of the row tells

    The parameters are those of `score`.
    """
    return check_table(Table(columns, unknown, numbers, bad_rows, threads))


def check_table(table: "Table") -> Any:
    """Finds the rows of a table whose facts contradict each other. Private."""
    found = table.empty()
    table.run(partial(_check, table, found))
    table.finish(partial(_set_inconsistent, found))
    return found.view(np.bool_)


def band_keys(instrument: Union[str, Term], bands: Any) -> Any:
    """The names of bands.

    :param instrument: the instrument
    :param bands: an array of `KEY_band_mask`
    :return: an array of strings: the keys of the bands that are possible, from the least
        totals up, parted by "|"; empty without an answer
    """
    return np.array(band_labels(instrument), dtype=object)[np.asarray(bands)]


def band_labels(instrument: Union[str, Term]) -> List[str]:
    """For each set of bands, as a bit mask, its name as `band_keys` gives it."""
    bands = all_instruments[instrument].bands
    return ["|".join(bands[bit].key for bit in members(mask)) for mask in range(1 << len(bands))]


# --- how it is done -------------------------------------------------------------------


def terms_of(enumeration: Any, wanted: Wanted) -> Tuple[Term, ...]:
    """The members that are wanted, each once."""
    if wanted is None:
        return tuple(enumeration)
    if isinstance(wanted, (str, Term)):
        wanted = (wanted,)
    return tuple(dict.fromkeys(term_of(enumeration, each) for each in wanted))


class Table:
    """Columns that are ready for the library, and what was said of their rows. Private."""

    def __init__(self, columns: Columns, unknown: Optional[int], numbers: Optional[str],
                 bad_rows: str, threads: int, labels: Any = None) -> None:
        """Prepares columns; `labels` are the rows' own, for messages."""
        for name, value, known in (("bad_rows", bad_rows, ("raise", "mark")),
                                   ("numbers", numbers, (None, "codes", "keys"))):
            if value not in known:
                raise ValueError(f"{name}: {value!r} is none of {known}")
        if threads < 1:
            raise ValueError("threads: at least 1")
        self.bad_rows, self.threads, self.labels = bad_rows, threads, labels
        self.columns: List[Column] = []
        for key, values in columns.items():
            field = field_of(key)
            self._add(values if isinstance(values, Column)
                      else prepare(field, values, unknown, numbers))
        if not self.columns:
            raise ValueError("no column, so that it is not known how many rows there are")
        self.rows = self.columns[0].rows
        self.status = self.empty()

    def _add(self, column: Column) -> None:
        field = column.field
        if any(column.field == other.field for other in self.columns):
            raise refusal("SMET_ERROR_DUPLICATE", f"{field}: the field has two columns", field.key)
        if self.columns and column.rows != self.columns[0].rows:
            raise ValueError(f"{field}: {column.rows} rows, where {self.columns[0].field} has "
                             f"{self.columns[0].rows}")
        self.columns.append(column)

    def empty(self) -> Any:
        """An array of unsigned bytes, one a row."""
        return np.zeros(self.rows if self.columns else 0, dtype=np.uint8)

    def run(self, work: Callable[[range], None]) -> None:
        """Has the work done for all rows, in as many parts as there are threads."""
        # A part that begins at a multiple of 64 shares no cache line of bytes with its
        # neighbor.
        step = max(64, (-(-self.rows // self.threads) + 63) // 64 * 64)
        parts = [range(first, min(first + step, self.rows))
                 for first in range(0, self.rows, step)] or [range(0)]
        if len(parts) == 1:
            work(parts[0])
            return
        with ThreadPoolExecutor(len(parts)) as pool:
            for done in [pool.submit(work, part) for part in parts]:
                done.result()

    def pointers(self, part: range) -> Any:
        """The columns of some rows, as the library takes them."""
        kind = ctypes.POINTER(_prototypes.smet_column)
        made = [ctypes.pointer(column.slice(part.start)) for column in self.columns]
        return (kind * len(made))(*made)

    def finish(self, answer: Callable[[int, Optional[Record]], None]) -> None:
        """Answers one by one the rows with a cell that allows several values, and sees to
        rows with a bad cell. A row without a record has no answer."""
        narrowed = sorted({row for column in self.columns for row in column.narrowed})
        for row in narrowed:
            if not self.status[row]:
                self._answer(row, answer)
        if self.bad_rows == "raise" and self.status.any():
            row = int(np.flatnonzero(self.status)[0])
            raise self.bad_cell(row)

    def _answer(self, row: int, answer: Callable[[int, Optional[Record]], None]) -> None:
        record = None
        try:
            record = self.record(row)
        except SacralmetError:
            self.status[row] = _prototypes.ROW_BAD_CODE
        answer(row, record)

    def record(self, row: int) -> Record:
        """The row as a record."""
        record = Record()
        for column in self.columns:
            column.enter(record, row)
        return record

    def refusal(self, row: int) -> Tuple[Column, SacralmetError]:
        """The column that is wrong in a row, and why."""
        record = Record()
        for column in self.columns:
            try:
                column.enter(record, row)
            except SacralmetError as error:
                return column, error
        raise AssertionError(f"row {row} was refused, its cells are not")

    def bad_cell(self, row: int) -> BadCellError:
        """What is wrong with a row."""
        column, error = self.refusal(row)
        label = None if self.labels is None else self.labels[row]
        place = f"row {row}" if label is None else f"row {row} ({label})"
        return BadCellError(f"{place}: {error}", error.status, column.field.key, row=row,
                            label=label, value=column.original(row))


def _at(array: Any, part: range) -> int:
    """The address of the part of an array of bytes."""
    return int(array.ctypes.data) + part.start


def _score(table: Table, term: Term, arrays: Dict[str, Any], part: range) -> None:
    output = _prototypes.smet_score_arrays(size=ctypes.sizeof(_prototypes.smet_score_arrays))
    for name, array in arrays.items():
        setattr(output, name, _at(array, part))
    output.status = _at(table.status, part)
    call_for(core.smet_score_columns, term, table.pointers(part), len(table.columns), len(part),
             output)


def _set_scores(result: Dict[str, Any], wanted: Tuple[Term, ...], row: int,
                record: Optional[Record]) -> None:
    for term in wanted:
        minimum = maximum = _prototypes.NO_TOTAL
        bands = 0
        if record is not None:
            got = record.score(term)
            minimum, maximum = got.minimum, got.maximum
            bands = sum(1 << band.number for band in got.bands)
        result[f"{term}_min"][row], result[f"{term}_max"][row] = minimum, maximum
        result[f"{term}_band_mask"][row] = bands


def _addresses(arrays: Dict[Term, Any], part: range) -> Any:
    """Pointers to the arrays, in the order of the interventions' numbers."""
    table = (ctypes.c_void_p * (max(Intervention) + 1))()
    for term, array in arrays.items():
        table[term] = _at(array, part)
    return table


def _dispose(table: Table, verdicts: Dict[Term, Any], flags: Dict[Term, Any],
             part: range) -> None:
    output = _prototypes.smet_disposition_arrays()
    output.size = ctypes.sizeof(output)
    addresses = _addresses(verdicts, part), _addresses(flags, part)
    output.intervention_count = len(addresses[0])
    output.dispositions = ctypes.addressof(addresses[0])
    output.settled = ctypes.addressof(addresses[1]) if flags else None
    output.status = _at(table.status, part)
    call_for(core.smet_assess_columns, table.pointers(part), len(table.columns), len(part), output)


def _set_dispositions(verdicts: Dict[Term, Any], flags: Dict[Term, Any], row: int,
                      record: Optional[Record]) -> None:
    assessment = None if record is None else record.assess()
    for term, array in verdicts.items():
        verdict, is_settled = _prototypes.NO_DISPOSITION, False
        if assessment is not None:
            got = assessment._disposition(term)
            verdict, is_settled = got.disposition, bool(got.is_settled)
        array[row] = verdict
        if flags:
            flags[term][row] = is_settled


def _check(table: Table, found: Any, part: range) -> None:
    output = _prototypes.smet_check_arrays(size=ctypes.sizeof(_prototypes.smet_check_arrays))
    output.inconsistent, output.status = _at(found, part), _at(table.status, part)
    call_for(core.smet_check_columns, table.pointers(part), len(table.columns), len(part), output)


def _set_inconsistent(found: Any, row: int, record: Optional[Record]) -> None:
    found[row] = record is not None and bool(record.assess().inconsistencies)


__all__ = ["Columns", "FieldLike", "Wanted", "band_keys", "band_labels", "dispositions",
           "inconsistent", "score"]
