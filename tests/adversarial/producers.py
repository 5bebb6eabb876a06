"""Who prints a draft: reportlab's canvas or its platypus, Chromium, LibreOffice."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from tests.adversarial.draft import Draft
from tests.adversarial.kinds import PEN
from tests.adversarial.paper import draw_paper


class Producer(Protocol):
    """Prints drafts; a slow one may collect them and print them all when it finishes."""

    @property
    def name(self) -> str: ...

    def take(self, draft: Draft, path: Path) -> None: ...

    def finish(self) -> None: ...


class PenProducer:
    """The canvas of reportlab."""

    name = PEN

    def take(self, draft: Draft, path: Path) -> None:
        draw_paper(draft, path)

    def finish(self) -> None:
        return


def producers() -> list[Producer]:
    """Those that work on this machine."""
    return [PenProducer()]
