"""The console commands: which words mean what, and which exit code comes of them."""

from __future__ import annotations

import argparse
import errno
import logging
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final, NoReturn

from desktop.cli.command_names import COMMANDS
from desktop.cli.console import open_console
from desktop.errors import AppError, ExitCode, UsageError

# As a shell reports a program that SIGPIPE ended.
_BROKEN_PIPE: Final = 141
_MOST_WORKERS: Final = 64


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
        options = _parser().parse_args(words)
        if options.alone is not None:
            for line in _ALONE[options.alone][0]():
                print(line)
            return ExitCode.OK
        if options.command is None:
            _parser().print_help()
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


# What argparse says, by what this program says for it; the last takes our own words on.
_COMPLAINTS: Final = {
    r"the following arguments are required: (.+)": r"缺少 \1",
    r"unrecognized arguments: (.*)": r"不认识 \1",
    r"argument ([^:]+): expected .*": r"\1 后面缺少内容",
    r"argument ([^:]+): ignored explicit argument .*": r"\1 后面不带内容",
    r"argument ([^:]+): invalid choice: (.+) \(choose from (.+)\)": r"\1 不能是 \2，可以是 \3",
    r"argument ([^:]+): (.+)": r"\1 \2",
}


# The words that it begins the parts of its help with, likewise.
_HEADINGS: Final = {"usage: ": "用法：", "positional arguments:": "内容：", "options:": "选项："}


class _Parser(argparse.ArgumentParser):
    """Help and errors in Chinese; the latter with the contract's exit code."""

    def __init__(self, *, prog: str | None = None, description: str | None = None) -> None:
        super().__init__(prog=prog, description=description, add_help=False)
        self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def format_help(self) -> str:
        text = super().format_help()
        for english, chinese in _HEADINGS.items():
            text = re.sub(rf"^{english}", chinese, text, count=1, flags=re.MULTILINE)
        return text

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"命令行有误：{_in_chinese(message)}；用法见 gouji --help。")


def _in_chinese(message: str) -> str:
    for pattern, words in _COMPLAINTS.items():
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return match.expand(words)
    return message


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="gouji", description="核对政府信息公开工作年度报告")
    for name, (_, says) in _ALONE.items():
        parser.add_argument(f"--{name}", action="store_const", const=name, dest="alone", help=says)
    commands = parser.add_subparsers(dest="command", metavar="命令")
    check = commands.add_parser("check", help="读取并核对报告，列出问题")
    check.add_argument("paths", nargs="+", type=_path, metavar="文件或文件夹")
    check.add_argument(
        "--format",
        choices=("text", "json", "jsonl"),
        default="text",
        help="给人看的文字（默认）、JSON，或每份报告一行的 JSON",
    )
    check.add_argument("--output", type=_path, metavar="PATH", help="写入文件，而不是显示")
    _add_rules(check)
    _add_previous(check)
    check.add_argument(
        "--workers",
        type=_workers,
        metavar="N",
        help="同时读取的进程数，默认每个处理器一个但不超过 8 个，最多 64",
    )
    check.add_argument(
        "--timeout", type=_seconds, default=30.0, metavar="秒", help="一份报告的时限，默认 30"
    )
    check.add_argument(
        "--memory", type=_count, default=1024, metavar="MiB", help="一个进程的内存上限，默认 1024"
    )
    export = commands.add_parser("export", help="读取报告，把三张表写成 .xlsx 或 .csv")
    export.add_argument("paths", nargs="+", type=_path, metavar="文件或文件夹")
    export.add_argument(
        "--to", type=_path, required=True, metavar="PATH", help="写出的文件，以 .xlsx 或 .csv 结尾"
    )
    _add_rules(export)
    _add_previous(export)
    _add_rules(commands.add_parser("rules", help="以 Markdown 列出规则目录"))
    return parser


def _add_rules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rules", type=_path, metavar="PATH", help="自己的规则文件（TOML）")


def _add_previous(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--previous", type=_path, metavar="PDF", help="同一单位上一年度的报告")


def _path(text: str) -> Path:
    """A path; to `Path` an empty word, as of a script's unset variable, is the folder one is in."""
    if not text:
        raise argparse.ArgumentTypeError("不能为空")
    return Path(text)


def _workers(text: str) -> int:
    """Processes are all started at once: a slip of the key must not stop the machine."""
    number = _count(text)
    if number > _MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"最多为 {_MOST_WORKERS}，不能是 {text}")
    return number


def _count(text: str) -> int:
    """A whole number of at least 1; `int` alone would take 1_0 and full-width digits."""
    if re.fullmatch(r"0*[1-9][0-9]{0,8}", text) is None:
        raise argparse.ArgumentTypeError(f"应为正整数，不能是 {text}")
    return int(text)


def _seconds(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < 1e6:
        raise argparse.ArgumentTypeError(f"应为大于 0 的秒数，不能是 {text}")
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
