"""One window for each user: a second start hands its files to the first, without a network.

Qt's own local sockets are in QtNetwork, 2 MB and the libraries of the network with it; the
standard library's are enough: a socket file on Linux, a named pipe on Windows, both open to
the same user alone. Nothing here loads Qt, so that a second start is over at once.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.files.folders import runtime_folder

if TYPE_CHECKING:
    from multiprocessing.connection import Connection, Listener

_LONGEST: Final = 1 << 20
_PATIENCE: Final = 3.0
"""seconds that a window which is busy gets to answer"""


def hand_over(paths: Sequence[Path]) -> bool:
    """Give files to the window that is open already; False where there is none."""
    if sys.platform != "win32" and not Path(_address()).exists():
        return False
    message = json.dumps([str(path.absolute()) for path in paths]).encode("utf-8")
    taken: list[bool] = []

    def ask() -> None:
        from multiprocessing.connection import Client

        with suppress(*_broken()), Client(_address(), authkey=_key()) as connection:
            connection.send_bytes(message)
            taken.append(connection.recv_bytes(16) == b"ok")

    # A window that hangs must not keep this one from opening.
    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(_PATIENCE)
    return bool(taken and taken[0])


class InstanceServer:
    """Takes the files that later starts hand over.

    Args:
        receive: called with the files handed over, in a thread of its own.
    """

    def __init__(self, receive: Callable[[list[Path]], None]) -> None:
        self._receive = receive
        self._listener: Listener | None = None
        self._closed = False
        self._lock = threading.Lock()

    def open(self) -> None:
        """Take files from now on. Any thread may do this, for it loads a good deal."""
        from multiprocessing.connection import Listener

        try:
            # What is there is nobody's, or it would have taken this start's files.
            if sys.platform != "win32":
                Path(_address()).unlink(missing_ok=True)
            listener = Listener(_address(), authkey=_key())
        except _broken():
            # Then there are two windows, which do each other no harm.
            logging.getLogger(__name__).exception("no server for later starts")
            return
        with self._lock:
            self._listener = listener
            if self._closed:
                self._shut()
                return
        threading.Thread(target=self._wait, args=(listener,), daemon=True).start()

    def close(self) -> None:
        """Take no more files."""
        with self._lock:
            self._closed = True
            self._shut()

    def _shut(self) -> None:
        if self._listener is not None:
            with suppress(*_broken()):
                self._listener.close()

    def _wait(self, listener: Listener) -> None:
        while not self._closed:
            # One who comes without the key is turned away, and others are listened to.
            with suppress(*_broken()), listener.accept() as connection:
                self._take(connection)

    def _take(self, connection: Connection) -> None:
        names = json.loads(connection.recv_bytes(_LONGEST))
        paths = [Path(name) for name in names if isinstance(name, str)]
        with self._lock:
            # A pipe of Windows still lets in the one that it was waiting for when shut; who
            # hears nothing opens a window of his own.
            if not self._closed:
                connection.send_bytes(b"ok")
                self._receive(paths)


def _broken() -> tuple[type[Exception], ...]:
    """What a connection raises; a wrong key is a ProcessError."""
    from multiprocessing import ProcessError

    return OSError, EOFError, ValueError, ProcessError


def _address() -> str:
    if sys.platform == "win32":
        import getpass

        return rf"\\.\pipe\gouji-{getpass.getuser()}"
    return str(_folder() / "gouji.socket")


def _key() -> bytes:
    """A secret of the user's that both starts can read and nobody else.

    It is no saved file: any bytes do, both sides take them as they are, and nothing is lost
    with them, so it carries no version.
    """
    import secrets

    path = _folder() / "gouji.key"
    if sys.platform != "win32" and path.exists() and path.stat().st_mode & 0o077:
        # Others could read it: it is no secret any more.
        path.unlink()
    with suppress(FileExistsError):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(32))
    return path.read_bytes()


def _folder() -> Path:
    folder = runtime_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
