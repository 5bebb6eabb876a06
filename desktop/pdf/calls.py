"""pdfium's functions called without a check of each argument's type.

The binding checks the types in every call, which takes two thirds of the time of one; for
functions that are called for each character or object of a page that is a third of reading.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, cast

from desktop.pdf.document import Handle


class Pointer(ctypes.c_void_p):
    """A pointer that stays one; ctypes makes an integer of a plain one, and cuts it in two."""


def unchecked(function: Handle, returns: type = ctypes.c_int, *takes: type) -> Callable[..., Any]:
    """The same function of the library; what it is called with must fit.

    Handles are given as `Pointer`, or, where `takes` says `c_void_p`, as the numbers that a
    function which returns a `c_void_p` gives: those cost no object.
    """
    return ctypes.PYFUNCTYPE(returns, *takes)(_address(function).value or 0)


def pointer_to(handle: Handle) -> Pointer:
    """A handle of the binding as an argument for unchecked calls."""
    return Pointer(_address(handle).value)


def _address(handle: Handle) -> ctypes.c_void_p:
    return ctypes.cast(cast("ctypes.c_void_p", handle), ctypes.c_void_p)
