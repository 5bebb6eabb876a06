"""How long a program takes until its window is on the screen and answers.

X is asked directly: a program that is looked at every hundred milliseconds by another
process cannot be timed to a few. A window answers when it sends back _NET_WM_PING, which it
does from its event loop.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.package.screen import Message

_CLIENT_MESSAGE: Final = 33
# Structure and substructure: the toolkits answer to one or the other.
_NOTIFY: Final = 1 << 17 | 1 << 19
_VIEWABLE: Final = 2
# No splash, no tooltip: the window itself.
_LEAST_WIDTH: Final = 300
_PATIENCE: Final = 60.0


class _Attributes(ctypes.Structure):
    """XWindowAttributes."""

    _fields_ = (
        ("place", ctypes.c_int * 2),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("border_and_depth", ctypes.c_int * 2),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        ("class_to_store", ctypes.c_int * 4),
        ("planes", ctypes.c_ulong * 2),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        ("map_installed", ctypes.c_int),
        ("map_state", ctypes.c_int),
        ("masks", ctypes.c_long * 3),
        ("override_redirect", ctypes.c_int),
        ("screen", ctypes.c_void_p),
    )


class Screen:
    """A connection to an X display."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        for name in ("XDefaultRootWindow", "XInternAtom"):
            getattr(self._x, name).restype = ctypes.c_ulong
        self._connection = ctypes.c_void_p(self._x.XOpenDisplay(display.encode("ascii")))
        assert self._connection, f"no connection to {display}"
        # A window may vanish between two questions about it.
        self._handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(
            lambda _display, _error: 0
        )
        self._x.XSetErrorHandler(self._handler)
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._connection))
        self._x.XSelectInput(self._connection, self._root, ctypes.c_long(_NOTIFY))
        self._x.XSync(self._connection, 0)

    def close(self) -> None:
        """Leave the display."""
        self._x.XCloseDisplay(self._connection)

    def windows(self) -> Iterator[int]:
        """The visible windows as wide as a program's own."""
        root, parent = ctypes.c_ulong(), ctypes.c_ulong()
        children = ctypes.POINTER(ctypes.c_ulong)()
        count = ctypes.c_uint()
        self._x.XQueryTree(
            self._connection, self._root, ctypes.byref(root), ctypes.byref(parent),
            ctypes.byref(children), ctypes.byref(count),
        )  # fmt: skip
        try:
            for index in range(count.value):
                seen = _Attributes()
                window = ctypes.c_ulong(children[index])
                if (
                    self._x.XGetWindowAttributes(self._connection, window, ctypes.byref(seen))
                    and seen.map_state == _VIEWABLE
                    and seen.width >= _LEAST_WIDTH
                    and not seen.override_redirect
                ):
                    yield children[index]
        finally:
            self._x.XFree(children)

    def answers(self, window: int, seconds: float) -> bool:
        """Whether a window answers a ping within some time."""
        protocols, ping = self._atom("WM_PROTOCOLS"), self._atom("_NET_WM_PING")
        message = Message(type=_CLIENT_MESSAGE, window=window, message_type=protocols, format=32)
        message.data[0], message.data[1], message.data[2] = ping, 0, window
        self._send(window, message, 0)
        deadline = time.perf_counter() + seconds
        heard = Message()
        while time.perf_counter() < deadline:
            while self._x.XPending(self._connection):
                self._x.XNextEvent(self._connection, ctypes.byref(heard))
                if heard.type == _CLIENT_MESSAGE and heard.data[0] == ping:
                    return True
            time.sleep(0.001)
        return False

    def ask_to_close(self, window: int) -> None:
        """What the cross in a window's corner does."""
        message = Message(
            type=_CLIENT_MESSAGE,
            window=window,
            message_type=self._atom("WM_PROTOCOLS"),
            format=32,
        )
        message.data[0] = self._atom("WM_DELETE_WINDOW")
        self._send(window, message, 0)

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._connection, name.encode("ascii"), 0))

    def _send(self, window: int, message: Message, mask: int) -> None:
        self._x.XSendEvent(
            self._connection, ctypes.c_ulong(window), 0, ctypes.c_long(mask),
            ctypes.byref(message),
        )  # fmt: skip
        self._x.XFlush(self._connection)


@contextmanager
def connected(display: str) -> Iterator[Screen]:
    """A connection that is closed on leaving."""
    screen = Screen(display)
    try:
        yield screen
    finally:
        screen.close()


def seconds_to_window(
    command: Sequence[str | Path], display: str, environment: Mapping[str, str]
) -> float:
    """Start a program, wait until its window answers, close it.

    Returns:
        Seconds from the start to the answer.

    Raises:
        AssertionError: the program ends before, or no window answers in a minute.
    """
    with connected(display) as screen:
        started = time.perf_counter()
        process = subprocess.Popen(
            list(map(str, command)),
            env={**os.environ, **environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            while time.perf_counter() < started + _PATIENCE:
                assert process.poll() is None, f"{command[0]} ended with {process.returncode}"
                for window in screen.windows():
                    if screen.answers(window, 5):
                        taken = time.perf_counter() - started
                        screen.ask_to_close(window)
                        process.wait(20)
                        return taken
                time.sleep(0.002)
        finally:
            process.kill()
            process.wait()
    raise AssertionError(f"no window of {command[0]} answered")
