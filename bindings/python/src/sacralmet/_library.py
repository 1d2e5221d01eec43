"""Finds the libraries and declares their functions."""
from __future__ import annotations

import ctypes
import os
import sys
import threading
from typing import Any, Callable, List, Optional, Tuple

from . import _prototypes
from ._prototypes import ABI_VERSION, PROTOTYPES

#: The variables of the environment that name the libraries' files.
VARIABLES = {"core": "SACRALMET_LIBRARY", "exchange": "SACRALMET_EXCHANGE_LIBRARY"}
STEMS = {"core": "sacralmet", "exchange": "sacralmet-exchange"}


class LibraryNotFoundError(ImportError):
    """libsacralmet, or libsacralmet-exchange, is not to be found or cannot be loaded."""


class IncompatibleLibraryError(ImportError):
    """The library that was found has an ABI that this package does not know."""


def file_name(which: str) -> str:
    """What the library is called where it is installed."""
    stem, major = STEMS[which], ABI_VERSION.split(".")[0]
    if sys.platform == "win32":
        return f"lib{stem}-{major}.dll"
    if sys.platform == "darwin":
        return f"lib{stem}.{major}.dylib"
    return f"lib{stem}.so.{major}"


def _candidates(which: str) -> List[str]:
    """Where to look: the environment, else beside the core that it names, else wherever
    the system looks."""
    named = os.environ.get(VARIABLES[which])
    if named:
        return [named]
    core_file = os.environ.get(VARIABLES["core"])
    if which == "exchange" and core_file:
        folder = os.path.dirname(os.path.abspath(core_file))
        return [os.path.join(folder, file_name(which)),
                os.path.join(folder, "exchange", file_name(which))]
    return [file_name(which)]


def _open(which: str) -> ctypes.CDLL:
    """Loads the first of the files that can be loaded."""
    reasons = []
    for candidate in _candidates(which):
        try:
            return ctypes.CDLL(candidate)
        except OSError as error:
            reasons.append(str(error))
    raise LibraryNotFoundError(
        f"lib{STEMS[which]} cannot be loaded ({'; '.join(reasons)}): install it, or name its "
        f"file in the environment variable {VARIABLES[which]}")


def _numbers_of(version: str) -> Tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def check_version(found: str, made_from: str = ABI_VERSION) -> None:
    """Refuses a library with another ABI, or one that is older than this package.

    The first number moves when something breaks, the second when something is added;
    before 1.0 the second moves for both.
    """
    got, needed = _numbers_of(found), _numbers_of(made_from)
    if got[0] != needed[0] or (got[1] < needed[1] if needed[0] > 0 else got[1] != needed[1]):
        wanted = (f"{needed[0]}.x with x at least {needed[1]}" if needed[0] > 0
                  else f"0.{needed[1]}, and before 1.0 no other")
        raise IncompatibleLibraryError(
            f"libsacralmet has the ABI {found}; this package needs {wanted}")


def _declare(library: ctypes.CDLL, which: str) -> None:
    """Gives the functions of a library their prototypes."""
    for name, (where, result, parameters) in PROTOTYPES.items():
        if where == which:
            try:
                function = getattr(library, name)
            except AttributeError:
                raise IncompatibleLibraryError(f"lib{STEMS[which]} has no {name}()") from None
            function.restype, function.argtypes = result, parameters


def _load_core() -> ctypes.CDLL:
    library = _open("core")
    try:
        library.smet_abi_version.restype = ctypes.c_char_p
        found = library.smet_abi_version()
    except AttributeError:
        raise IncompatibleLibraryError(
            "the file that was loaded is not libsacralmet: it has no smet_abi_version()") from None
    check_version(found.decode())
    _declare(library, "core")
    return library


#: libsacralmet. Its functions let go of the interpreter's lock while they run.
core = _load_core()

_exchange: Optional[ctypes.CDLL] = None
_exchange_lock = threading.Lock()


def exchange() -> ctypes.CDLL:
    """libsacralmet-exchange, loaded when it is first asked for.

    :raises LibraryNotFoundError: where it is not installed
    """
    global _exchange
    with _exchange_lock:
        if _exchange is None:
            library = _open("exchange")
            _declare(library, "exchange")
            _exchange = library
        return _exchange


def text(value: Optional[bytes]) -> str:
    """A static string of the library; empty for NULL."""
    return "" if value is None else value.decode("utf-8")


def numbers(function: Callable[..., Any], *arguments: Any) -> Tuple[int, ...]:
    """All numbers that a function writes to an array of a capacity."""
    room = 64
    while True:
        array = (ctypes.c_int32 * room)()
        count: int = function(*arguments, array, room)
        if count <= room:
            return tuple(array[:count])
        room = count


def strings(function: Callable[..., Any], *arguments: Any) -> Tuple[str, ...]:
    """All static strings that a function writes to an array of a capacity."""
    room = 16
    while True:
        array = (ctypes.c_char_p * room)()
        count: int = function(*arguments, array, room)
        if count <= room:
            return tuple(text(item) for item in array[:count])
        room = count


def written(function: Callable[..., Any], *arguments: Any) -> str:
    """The text that a function writes to a buffer of a capacity; empty where it refuses."""
    room = 4096
    while True:
        buffer = ctypes.create_string_buffer(room)
        length: int = function(*arguments, buffer, room)
        if length < room:
            return buffer.raw[:length].decode("utf-8")
        room = length + 1


def new_error() -> _prototypes.smet_error:
    """An error for the library to fill in."""
    return _prototypes.smet_error(size=ctypes.sizeof(_prototypes.smet_error))


def members(mask: int) -> Tuple[int, ...]:
    """The bits that are set, rising."""
    return tuple(bit for bit in range(mask.bit_length()) if mask >> bit & 1)
