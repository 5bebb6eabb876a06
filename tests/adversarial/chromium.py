"""One Chromium that prints page after page, spoken to over a pipe."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import IO, Any, Final

COMMAND: Final = "chromium"
_OPTIONS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--remote-debugging-pipe",
)  # fmt: skip
# The browser reads its orders from descriptor 3 and answers on 4.
_START: Final = 'from=$1; to=$2; shift 2; exec "$@" 3<&$from 4>&$to'


class Browser:
    """A running browser with one page."""

    def __init__(self) -> None:
        self._profile = tempfile.mkdtemp()
        orders, mine = os.pipe()
        answers, theirs = os.pipe()
        words = ["bash", "-c", _START, "start", str(orders), str(theirs), COMMAND, *_OPTIONS]
        self._process = subprocess.Popen(
            [*words, f"--user-data-dir={self._profile}", "about:blank"],
            pass_fds=(orders, theirs),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(orders)
        os.close(theirs)
        self._orders: IO[bytes] = os.fdopen(mine, "wb", 0)
        self._answers: IO[bytes] = os.fdopen(answers, "rb")
        self._count = 0
        self._session: str | None = None
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        attached = self._call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self._frame = self._call("Page.getFrameTree")["frameTree"]["frame"]["id"]

    def print_page(self, html: str, path: Path) -> None:
        """Print a web page to a PDF."""
        self._call("Page.setDocumentContent", frameId=self._frame, html=html)
        printed = self._call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        path.write_bytes(base64.b64decode(printed["data"]))

    def close(self) -> None:
        """End the browser and remove its profile."""
        self._session = None
        self._call("Browser.close")
        self._process.wait(timeout=30)
        self._orders.close()
        self._answers.close()
        shutil.rmtree(self._profile, ignore_errors=True)

    def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._count += 1
        order: dict[str, Any] = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            order["sessionId"] = self._session
        self._orders.write(json.dumps(order).encode() + b"\0")
        while True:
            answer = json.loads(self._read())
            if answer.get("id") == self._count:
                if "result" not in answer:
                    raise RuntimeError(f"{method}: {answer}")
                result: dict[str, Any] = answer["result"]
                return result

    def _read(self) -> bytes:
        answer = bytearray()
        while (byte := self._answers.read(1)) != b"\0":
            if not byte:
                raise RuntimeError("the browser has gone")
            answer += byte
        return bytes(answer)
