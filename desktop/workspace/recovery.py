"""What a killed program left: found at start, taken up again or thrown away."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from desktop.files.moves import path_of_today
from desktop.review.journal import is_of_newer_program, recovered_reports, stale_journals
from desktop.workspace.workspace import Workspace


class Recovery:
    """The journals left behind, read once at start.

    Args:
        folders: where journals may be; those that there are.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        found = stale_journals(folders)
        newer = [path for path in found if is_of_newer_program(path)]
        self.newer = len(newer)
        """how many journals only a newer program can read; they stay where they are"""
        self._journals = [path for path in found if path not in newer]
        self.reports = recovered_reports(self._journals)
        for report in self.reports:
            report.path = path_of_today(report.path)
        if not self.reports:
            self.discard()

    def restore(self, workspace: Workspace) -> Sequence[Path]:
        """Take the work up again: at once where its files are open, else when they are read.

        Returns:
            The files to open.
        """
        files = workspace.recover(self.reports)
        # The new journal holds everything before the old ones go.
        self.discard()
        return files

    def discard(self) -> None:
        """Throw the journals away."""
        for path in self._journals:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        self._journals = []
