"""The console commands: which words mean what, and which exit code comes of them."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NoReturn

from desktop import __version__
from desktop.cli.words import COMMANDS
from desktop.errors import AppError, ExitCode, UsageError

# As a shell reports a program that SIGPIPE ended.
_BROKEN_PIPE: Final = 141


def run_command(words: Sequence[str]) -> int:
    """Run a console command.

    Args:
        words: the words after the program's name.

    Returns:
        The exit code, as the outside contract fixes it.
    """
    _speak_utf8()
    logging.basicConfig(level=logging.CRITICAL)
    try:
        options = _parser().parse_args(words)
        if options.command is None:
            _parser().print_help()
            return ExitCode.OK
        return _RUN[options.command](options)
    except AppError as error:
        print(f"勾稽：{error.message}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # Whoever reads the output has enough, as in `gouji check … | head`. Python would
        # complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except KeyboardInterrupt:
        print("勾稽：已停止。", file=sys.stderr)
        return 130


def _speak_utf8() -> None:
    """Reports hold Chinese; a console set to another encoding must not end the run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


class _Parser(argparse.ArgumentParser):
    """Argument errors in Chinese, and with the contract's exit code."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"命令行有误（{message}）；用法见 gouji --help。")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="gouji", description="核对政府信息公开工作年度报告")
    parser.add_argument("--version", action="version", version=f"gouji {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="命令")
    check = commands.add_parser("check", help="读取并核对报告，列出问题")
    check.add_argument("paths", nargs="+", type=Path, metavar="文件或文件夹")
    check.add_argument("--format", choices=("text", "json", "jsonl"), default="text")
    check.add_argument("--output", type=Path, metavar="PATH", help="写入文件，而不是显示")
    check.add_argument("--rules", type=Path, metavar="PATH", help="自己的规则文件（TOML）")
    check.add_argument("--previous", type=Path, metavar="PDF", help="同一单位上一年度的报告")
    check.add_argument("--workers", type=_count, metavar="N", help="同时读取的进程数")
    check.add_argument("--timeout", type=_seconds, default=30.0, metavar="秒")
    check.add_argument("--memory", type=_count, default=1024, metavar="MiB")
    export = commands.add_parser("export", help="读取报告，把三张表写成 .xlsx 或 .csv")
    export.add_argument("paths", nargs="+", type=Path, metavar="文件")
    export.add_argument("--to", type=Path, required=True, metavar="PATH")
    rules = commands.add_parser("rules", help="以 Markdown 列出规则目录")
    rules.add_argument("--rules", type=Path, metavar="PATH", help="自己的规则文件（TOML）")
    return parser


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 < number < 1e6:
        raise ValueError(text)
    return number


# Each command loads what it needs: `check` no spreadsheet library, `--version` nothing.
def _check(options: argparse.Namespace) -> int:
    from desktop.cli.check import check_files

    return check_files(options)


def _export(options: argparse.Namespace) -> int:
    from desktop.cli.export import export_files

    return export_files(options)


def _rules(options: argparse.Namespace) -> int:
    from desktop.cli.rules import print_rules

    return print_rules(options)


_RUN: Final[dict[str, Callable[[argparse.Namespace], int]]] = dict(
    zip(COMMANDS, (_check, _export, _rules), strict=True)
)
