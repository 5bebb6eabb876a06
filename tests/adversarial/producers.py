"""Who prints a draft: reportlab's canvas or its platypus, Chromium, LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final, Protocol

from tests.adversarial.chromium import COMMAND, Browser
from tests.adversarial.draft import Draft
from tests.adversarial.kinds import CHROMIUM, PEN, PLATYPUS, WRITER
from tests.adversarial.paper import draw_paper
from tests.adversarial.story import draw_story
from tests.adversarial.web import html_of
from tests.adversarial.word import write_document

_OFFICE: Final = "soffice"
_AT_ONCE: Final = 25
"""documents that one run of LibreOffice converts"""


class Producer(Protocol):
    """Prints drafts; a slow one may collect them and print them all when it finishes."""

    @property
    def name(self) -> str:
        """As kinds name it."""

    def take(self, draft: Draft, path: Path) -> None:
        """Print a draft, now or later."""

    def finish(self) -> None:
        """Print what is left, and end what runs."""


class PenProducer:
    """The canvas of reportlab."""

    name = PEN

    def take(self, draft: Draft, path: Path) -> None:
        draw_paper(draft, path)
        _change(draft, path)

    def finish(self) -> None:
        return


class PlatypusProducer:
    """The tables of reportlab's platypus."""

    name = PLATYPUS

    def take(self, draft: Draft, path: Path) -> None:
        draw_story(draft, path)
        _change(draft, path)

    def finish(self) -> None:
        return


class ChromiumProducer:
    """A web page printed by Chromium, which starts with the first one."""

    name = CHROMIUM

    def __init__(self) -> None:
        self._browser: Browser | None = None

    def take(self, draft: Draft, path: Path) -> None:
        self._browser = self._browser or Browser()
        self._browser.print_page(html_of(draft), path)
        _change(draft, path)

    def finish(self) -> None:
        if self._browser:
            self._browser.close()
            self._browser = None


class WriterProducer:
    """Word documents that LibreOffice prints, many in one run."""

    name = WRITER

    def __init__(self) -> None:
        self._taken: list[tuple[Draft, Path]] = []

    def take(self, draft: Draft, path: Path) -> None:
        write_document(draft, path.with_suffix(".docx"))
        self._taken.append((draft, path))

    def finish(self) -> None:
        for start in range(0, len(self._taken), _AT_ONCE):
            _convert([path for _, path in self._taken[start : start + _AT_ONCE]])
        for draft, path in self._taken:
            path.with_suffix(".docx").unlink()
            _change(draft, path)
        self._taken = []


def _convert(paths: Iterable[Path]) -> None:
    """Have LibreOffice print the documents beside these PDFs, in a profile of its own."""
    sources = [path.with_suffix(".docx") for path in paths]
    with tempfile.TemporaryDirectory() as profile:
        words = [_OFFICE, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
        words += ["--convert-to", "pdf", "--outdir", str(sources[0].parent)]
        subprocess.run([*words, *map(str, sources)], check=True, capture_output=True, timeout=900)


def _change(draft: Draft, path: Path) -> None:
    for change in draft.after:
        change(path)


def producers() -> list[Producer]:
    """Those that work on this machine."""
    found: list[Producer] = [PenProducer(), PlatypusProducer()]
    if shutil.which(COMMAND):
        found.append(ChromiumProducer())
    if shutil.which(_OFFICE):
        found.append(WriterProducer())
    return found
