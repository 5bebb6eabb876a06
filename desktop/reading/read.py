"""The bytes of a PDF to the report it prints."""

from __future__ import annotations

from desktop.report.model import Report


def read_report(data: bytes) -> Report:
    """Read a report.

    Raises:
        InputFileError: not a readable PDF, or no statutory table in it.
    """
    raise NotImplementedError
