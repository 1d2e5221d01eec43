"""Arrays as the library reads them: one column, its cells as numbers."""
from __future__ import annotations

import ctypes
import numbers as abstract
from typing import Any, Dict, List, Optional

import numpy as np

from . import _prototypes
from ._errors import SacralmetError, refusal
from ._library import core
from ._record import Record, is_nothing, number_of, whole
from ._terms import _OPTIONS_OF, INTEGERS, YES_NO, Term

# Values of fields lie within 0 to 127, so that these are none.
UNKNOWN, BAD, NARROWED = -1, -2, -3
ABOVE = 128

ELEMENTS = {
    "int8": _prototypes.ELEMENT_INT8, "uint8": _prototypes.ELEMENT_UINT8,
    "int16": _prototypes.ELEMENT_INT16, "uint16": _prototypes.ELEMENT_UINT16,
    "int32": _prototypes.ELEMENT_INT32, "uint32": _prototypes.ELEMENT_UINT32,
}


class Column:
    """The cells of one field. `values` are kept alive as long as this is."""

    def __init__(self, field: Term, values: Any, unknown: Optional[int], mask: Any,
                 source: Any) -> None:
        """`mask` is true where a cell is unknown; `source` has the cells as they were."""
        self.field, self.values, self.unknown, self.source = field, values, unknown, source
        self.rows = len(values)
        self.mask = mask
        self.validity = None
        if mask is not None:
            self.validity = np.packbits(~mask, bitorder="little")
        self.narrowed: List[int] = []

    def slice(self, first: int) -> _prototypes.smet_column:
        """The column from a row on, for the library."""
        column = _prototypes.smet_column(size=ctypes.sizeof(_prototypes.smet_column))
        column.field, column.element = self.field, ELEMENTS[self.values.dtype.name]
        column.has_unknown = self.unknown is not None
        column.unknown = self.unknown or 0
        column.values = self.values.ctypes.data + first * self.values.itemsize
        if self.validity is not None:
            column.validity, column.validity_offset = self.validity.ctypes.data, first
        return column

    def original(self, row: int) -> Any:
        """The cell as it was given."""
        cell = self.source[row]
        return cell.item() if isinstance(cell, np.generic) else cell

    def is_unknown(self, row: int) -> bool:
        """Whether a cell says nothing."""
        if self.mask is not None and self.mask[row]:
            return True
        return self.unknown is not None and int(self.values[row]) == self.unknown

    def enter(self, record: Record, row: int) -> None:
        """Enters a cell into a record, as the one-record calls do."""
        if row in self._narrowed_rows():
            record.set_text(self.field.key, self.original(row))
        elif not self.is_unknown(row):
            self._enter_value(record, row)

    def _enter_value(self, record: Record, row: int) -> None:
        number, cell = int(self.values[row]), self.original(row)
        if core.smet_value_key(self.field, number) is not None:
            options = _OPTIONS_OF.get(self.field)
            record.set(self.field, number if options is None else options(number))
        elif isinstance(cell, (str, bool)):
            record.set(self.field, cell)
        elif isinstance(cell, abstract.Integral):
            number_of(self.field, cell)
            record.set(self.field, int(cell))
        raise_unless_known(self.field, number, cell)

    def _narrowed_rows(self) -> "frozenset[int]":
        if not hasattr(self, "_rows"):
            self._rows = frozenset(self.narrowed)
        return self._rows


def raise_unless_known(field: Term, number: int, cell: Any) -> None:
    """Refuses a cell whose number is none of the field's."""
    if core.smet_value_key(field, number) is None:
        raise refusal("SMET_ERROR_UNKNOWN_OPTION", f"{field}: {cell!r} is none of its values",
                      field.key)


def are_ambiguous(field: Term) -> bool:
    """Whether an option's key is a number, but not the option's own."""
    return any(option.key.isdigit() and int(option.key) != option
               for option in _OPTIONS_OF.get(field, ()))


def prepare(field: Term, values: Any, unknown: Optional[int], numbers: Optional[str]) -> Column:
    """Makes a column of what was given."""
    mask = None
    if isinstance(values, np.ma.MaskedArray):
        masked: Any = values
        mask = np.broadcast_to(masked.mask, masked.shape).copy() if masked.mask.any() else None
        values = masked.data
    array = np.asarray(values)
    if array.ndim != 1:
        raise ValueError(f"{field}: an array of {array.ndim} dimensions, not of one")
    kind = array.dtype.kind
    if kind == "b":
        return _of_bool(field, array, mask)
    if kind in "iuf":
        return of_numbers(field, array, mask, unknown, numbers)
    if kind in "UO":
        return _of_objects(field, array, mask)
    raise refusal("SMET_ERROR_WRONG_KIND", f"{field}: no column of {array.dtype}", field.key)


def _of_bool(field: Term, array: Any, mask: Any) -> Column:
    if field not in YES_NO:
        raise refusal("SMET_ERROR_WRONG_KIND",
                      f"{field}: True and False are for questions of yes and no", field.key)
    yes = number_of(field, True)
    values = np.ascontiguousarray(array).view(np.uint8)
    if yes != 1 or number_of(field, False) != 0:
        values = np.where(array, yes, number_of(field, False)).astype(np.uint8)
    return Column(field, values, None, mask, array)


def of_numbers(field: Term, array: Any, mask: Any, unknown: Optional[int],
               numbers: Optional[str]) -> Column:
    """A column of integers or floats."""
    if field not in INTEGERS and numbers is None and are_ambiguous(field):
        raise refusal(
            "SMET_ERROR_WRONG_KIND",
            f"{field}: a number may be an option's number or its key; say numbers=\"codes\" or "
            f"numbers=\"keys\", or give keys as strings", field.key)
    source = array
    if array.dtype.name not in ELEMENTS or not array.dtype.isnative:
        array, unknown = _narrow_dtype(array, unknown), None if unknown is None else UNKNOWN
        if source.dtype.kind == "f":
            unknown = UNKNOWN
    if numbers == "keys" and field not in INTEGERS and not _keys_are_codes(field):
        array, unknown = _by_key(field, array, unknown), UNKNOWN
    if not array.flags.aligned:
        array = array.copy()
    return Column(field, np.ascontiguousarray(array), unknown, mask, source)


def _narrow_dtype(array: Any, unknown: Optional[int]) -> Any:
    """Numbers as 16 bits: what is no value of any field stays none."""
    result = np.full(len(array), BAD, dtype=np.int16)
    with np.errstate(invalid="ignore"):
        good = (array >= 0) & (array < ABOVE)
        if array.dtype.kind == "f":
            good &= array == np.floor(array)
            result[np.isnan(array)] = UNKNOWN
    result[good] = array[good]
    if unknown is not None:
        result[array == unknown] = UNKNOWN
    return result


def _keys_are_codes(field: Term) -> bool:
    """Whether every option's key is its number in digits."""
    return all(option.key == str(int(option)) for option in _OPTIONS_OF[field])


def _by_key(field: Term, array: Any, unknown: Optional[int]) -> Any:
    """Numbers that stand for the keys that they are written with."""
    table = np.full(ABOVE + 1, BAD, dtype=np.int16)
    for option in _OPTIONS_OF[field]:
        if option.key.isdigit() and str(int(option.key)) == option.key:
            table[int(option.key)] = option
    result = table[np.where((array < 0) | (array >= ABOVE), ABOVE, array).astype(np.intp)]
    if unknown is not None:
        result[array == unknown] = UNKNOWN
    return result


def _is_nothing(cell: Any) -> bool:
    """Whether a cell of objects says nothing: None, NaN, an NA or NaT, empty text."""
    if isinstance(cell, str):
        return cell == "" and not isinstance(cell, Term)
    return is_nothing(cell)


def code_of_cell(field: Term, cell: Any) -> int:
    """The number of a cell of objects, or one of the three that say why there is none."""
    if _is_nothing(cell):
        return UNKNOWN
    if isinstance(cell, str):
        if "|" in cell or ".." in cell:
            return NARROWED
    try:
        number = number_of(field, whole(cell))
    except (SacralmetError, TypeError):
        return BAD
    return number if core.smet_value_key(field, number) is not None else BAD


def _of_objects(field: Term, array: Any, mask: Any) -> Column:
    known: Dict[Any, int] = {}
    values = np.empty(len(array), dtype=np.int16)
    for row, cell in enumerate(array.tolist()):
        # 1, True and 1.0 are one key of a dictionary but not one cell.
        key = cell if type(cell) is str else (type(cell), cell)
        try:
            code = known.get(key)
            if code is None:
                code = known[key] = code_of_cell(field, cell)
        except TypeError:
            code = code_of_cell(field, cell)
        values[row] = code
    return finished(field, values, mask, array)


def finished(field: Term, values: Any, mask: Any, source: Any) -> Column:
    """A column of codes, whose cells with several values are set apart."""
    narrowed = values == NARROWED
    if mask is not None:
        narrowed &= ~mask
    values[values == NARROWED] = UNKNOWN
    column = Column(field, values, UNKNOWN, mask, source)
    column.narrowed = np.flatnonzero(narrowed).tolist()
    return column
