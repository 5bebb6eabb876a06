"""The console commands: which words mean what, and which exit code comes of them."""

from __future__ import annotations

import argparse
import errno
import logging
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from desktop.cli.command_names import COMMANDS
from desktop.cli.console import open_console
from desktop.cli.parser import command_parser
from desktop.errors import AppError, ExitCode

# As a shell reports a program that SIGPIPE ended.
_BROKEN_PIPE: Final = 141


def run_command(words: Sequence[str]) -> int:
    """Run a console command.

    Args:
        words: the words after the program's name.

    Returns:
        The exit code, as the outside contract fixes it.
    """
    open_console()
    logging.basicConfig(level=logging.CRITICAL)
    try:
        parser = command_parser({name: says for name, (_, says) in _ALONE.items()})
        options = parser.parse_args(words)
        if options.alone is not None:
            for line in _ALONE[options.alone][0]():
                print(line)
            return ExitCode.OK
        if options.command is None:
            parser.print_help()
            return ExitCode.OK
        return _RUN[options.command](options)
    except AppError as error:
        print(f"勾稽：{error.message}", file=sys.stderr)
        return error.exit_code
    except OSError as error:
        if not _nobody_reads(error):
            raise
        # Python would complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except KeyboardInterrupt:
        print("勾稽：已停止。", file=sys.stderr)
        return 130


def _nobody_reads(error: OSError) -> bool:
    """Whether who reads the output has enough, as in `gouji check … | head`."""
    if isinstance(error, BrokenPipeError):
        return True
    # The C library of Windows calls a pipe without a reader an invalid argument. Errors of
    # the system itself that Python knows no number for look alike, but have the system's.
    itself = sys.platform == "win32" and error.winerror is None
    return itself and error.errno == errno.EINVAL and error.filename is None


# Each command loads what it needs: `check` no spreadsheet library, `--version` nothing.
def _check(options: argparse.Namespace) -> int:
    from desktop.cli.check import check_files

    return check_files(options)


def _export(options: argparse.Namespace) -> int:
    from desktop.cli.export import export_files

    return export_files(options)


def _overview(options: argparse.Namespace) -> int:
    from desktop.cli.overview import overview_of_files

    return overview_of_files(options)


def _rules(options: argparse.Namespace) -> int:
    from desktop.cli.rules import print_rules

    return print_rules(options)


_RUN: Final[dict[str, Callable[[argparse.Namespace], int]]] = dict(
    zip(COMMANDS, (_check, _export, _overview, _rules), strict=True)
)


def _versions() -> Iterable[str]:
    from desktop.versions import versions

    return versions().lines()


def _register() -> Iterable[str]:
    from desktop.cli.register import register

    return register()


def _unregister() -> Iterable[str]:
    from desktop.cli.register import unregister

    return unregister()


# Options that do something by themselves, and tell what, line by line.
_ALONE: Final[dict[str, tuple[Callable[[], Iterable[str]], str]]] = {
    "version": (_versions, "本程序和各部分的版本"),
    "register": (_register, "为当前用户登记：双击 .gouji 文件时用本程序打开"),
    "unregister": (_unregister, "取消登记"),
}
