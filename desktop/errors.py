"""Known failures: each says in one sentence what is wrong and what to do.

Everything that is not an `AppError` is a bug and is treated as one.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the console commands, as the outside contract fixes them."""

    OK = 0
    ERRORS_FOUND = 1
    UNREADABLE = 2
    USAGE = 64


class AppError(Exception):
    """A failure that the user can understand and act on.

    Args:
        message: one clear Chinese sentence (what is wrong, what to do).
        detail: the technical part, shown only on request.
    """

    exit_code: ExitCode = ExitCode.UNREADABLE

    def __init__(self, message: str, detail: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.detail = detail


class InputFileError(AppError):
    """The file given cannot be read as a report."""


class PasswordError(InputFileError):
    """The file opens only with a password, or another one than was given."""


class NoReportError(InputFileError):
    """The file can be looked at, but no report be read from it: a scan, or something else."""


class RuleFileError(AppError):
    """A rule file holds a mistake; the message names file and line."""

    exit_code = ExitCode.USAGE


class ReviewFileError(AppError):
    """A saved review cannot be read or written."""


class WriteError(AppError):
    """A file could not be written; nothing was left half-written."""


class LibraryError(AppError):
    """A library that is loaded only when it is needed cannot be loaded."""


class UsageError(AppError):
    """The command line does not make sense."""

    exit_code = ExitCode.USAGE
