"""A virtual screen of its own, and the polite way to close a window on it."""

from __future__ import annotations

import ctypes
import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

_CLIENT_MESSAGE = 33
_NO_EVENTS = 0
_Z_PIXMAP = 2


def open_and_close(
    command: Sequence[str | Path], folder: Path, environment: Mapping[str, str]
) -> tuple[int, str]:
    """Start the program on the sample, wait for its window, close it.

    The window bears the office's name only once a worker process has read the report.

    Returns:
        The exit code and what was printed as complaints.
    """
    with virtual_screen() as display:
        process = subprocess.Popen(
            list(map(str, command)),
            cwd=folder,
            env={**environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            window = wait_for_window(display, "云山市林业局 2024 — 勾稽", process, seconds=30)
            close_window(display, window)
            _, complaints = process.communicate(timeout=20)
        finally:
            process.kill()
    return process.returncode, complaints


@contextmanager
def virtual_screen() -> Iterator[str]:
    """Start Xvfb on a free display; its name, such as `:7`."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(writer),
            "-screen",
            "0",
            "1366x768x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


def wait_for_window(display: str, name: str, process: subprocess.Popen[str], seconds: float) -> int:
    """The id of the visible window whose title holds `name`.

    Raises:
        AssertionError: it does not appear in time, or the program ends before.
    """
    deadline = time.monotonic() + seconds
    titles: dict[str, str] = {}
    while time.monotonic() < deadline:
        assert process.poll() is None, f"ended with {process.returncode}: {process.communicate()}"
        # Asked window by window: searching by name sees only the old WM_NAME, which lacks
        # what Qt adds to a title.
        windows = _xdotool(display, "search", "--onlyvisible", "--name", ".+").split()
        titles = {window: _xdotool(display, "getwindowname", window).strip() for window in windows}
        for window, title in titles.items():
            if name in title:
                return int(window)
        time.sleep(0.1)
    raise AssertionError(f"no window named {name} after {seconds} s, only {titles}")


def press(display: str, window: int, keys: str) -> None:
    """Give a window the keyboard, and press keys in it, such as `ctrl+e`."""
    _xdotool(display, "windowfocus", "--sync", str(window))
    _xdotool(display, "key", "--clearmodifiers", keys)


def tones(display: str, window: int, box: tuple[int, int, int, int]) -> list[int]:
    """The brightness (0 to 255) of each pixel of a part of a window: left, top, width, height."""
    library = ctypes.CDLL("libX11.so.6")
    library.XOpenDisplay.restype = library.XGetImage.restype = ctypes.c_void_p
    library.XGetPixel.restype = ctypes.c_ulong
    connection = ctypes.c_void_p(library.XOpenDisplay(display.encode("ascii")))
    left, top, width, height = box
    image = ctypes.c_void_p(
        library.XGetImage(
            connection, ctypes.c_ulong(window), left, top, width, height,
            ctypes.c_ulong(0xFFFFFFFF), _Z_PIXMAP,
        )
    )  # fmt: skip
    assert image, "no picture of the window"
    pixels = [library.XGetPixel(image, x, y) for y in range(height) for x in range(width)]
    library.XCloseDisplay(connection)
    return [sum(pixel.to_bytes(4, "big")[1:]) // 3 for pixel in pixels]


def _xdotool(display: str, *words: str) -> str:
    return subprocess.run(
        ["xdotool", *words],
        env={**os.environ, "DISPLAY": display},
        capture_output=True,
        encoding="utf-8",
        check=False,
    ).stdout


class Message(ctypes.Structure):
    """XClientMessageEvent, with the room that an XEvent has."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("room", ctypes.c_long * 24),
    )


def close_window(display: str, window: int) -> None:
    """Ask a window to close, as the cross in its corner does (xdotool only kills)."""
    library = ctypes.CDLL("libX11.so.6")
    library.XOpenDisplay.restype = ctypes.c_void_p
    library.XInternAtom.restype = ctypes.c_ulong
    connection = ctypes.c_void_p(library.XOpenDisplay(display.encode("ascii")))
    assert connection, f"no connection to {display}"
    message = Message(
        type=_CLIENT_MESSAGE,
        window=window,
        message_type=library.XInternAtom(connection, b"WM_PROTOCOLS", 0),
        format=32,
    )
    message.data[0] = library.XInternAtom(connection, b"WM_DELETE_WINDOW", 0)
    library.XSendEvent(
        connection, ctypes.c_ulong(window), 0, ctypes.c_long(_NO_EVENTS), ctypes.byref(message)
    )
    library.XCloseDisplay(connection)
