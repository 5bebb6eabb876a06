"""The words of the console commands, with their help and their complaints in Chinese."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from desktop.errors import UsageError

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction["_Parser"]

_MOST_WORKERS: Final = 64
_FIRST_YEAR, _LAST_YEAR = 2008, 2100


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


def command_parser(alone: Mapping[str, str]) -> argparse.ArgumentParser:
    """The words of all commands.

    Args:
        alone: options that do something by themselves, each with what it does.
    """
    parser = _Parser(prog="gouji", description="核对政府信息公开工作年度报告")
    for name, says in alone.items():
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
    _add_limits(check)
    _add_overview(commands)
    export = commands.add_parser("export", help="读取报告，把三张表写成 .xlsx 或 .csv")
    export.add_argument("paths", nargs="+", type=_path, metavar="文件或文件夹")
    export.add_argument(
        "--to", type=_path, required=True, metavar="PATH", help="写出的文件，以 .xlsx 或 .csv 结尾"
    )
    _add_rules(export)
    _add_previous(export)
    _add_rules(commands.add_parser("rules", help="以 Markdown 列出规则目录"))
    return parser


def _add_overview(commands: _Commands) -> None:
    overview = commands.add_parser("overview", help="一批报告的总览：缺报、重复、汇总、跨年、雷同")
    overview.add_argument("paths", nargs="+", type=_path, metavar="文件或文件夹")
    overview.add_argument("--roster", type=_path, metavar="PATH", help="单位名单，.csv 或 .xlsx")
    overview.add_argument("--year", type=_year, metavar="年度", help="默认为收到的最近一个年度")
    _add_rules(overview)
    overview.add_argument(
        "--format", choices=("text", "json"), default="text", help="文字（默认）或 JSON"
    )
    overview.add_argument(
        "--output",
        type=_path,
        metavar="PATH",
        help="写入文件；以 .xlsx 结尾为总览工作簿，以 .csv 结尾为全部数字",
    )
    overview.add_argument(
        "--answer",
        action="append",
        type=_answer,
        dest="answers",
        metavar="名称=单位",
        help="报告上的这个名称是名单上的哪个单位；= 后面为空表示不是名单上的",
    )
    overview.add_argument(
        "--write-roster",
        type=_path,
        metavar="PATH",
        help="写出本年度的单位名单（.csv 或 .xlsx），含确认过的别名；没有名单时按报告列出",
    )
    overview.add_argument(
        "--save", action="store_true", help="把名单、年度和名称的确认存入文件夹的 set.gouji-set"
    )
    _add_limits(overview)


def _add_limits(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--workers",
        type=_workers,
        metavar="N",
        help="同时读取的进程数，默认每个处理器一个但不超过 8 个，最多 64",
    )
    parser.add_argument(
        "--timeout", type=_seconds, default=30.0, metavar="秒", help="一份报告的时限，默认 30"
    )
    parser.add_argument(
        "--memory", type=_count, default=1024, metavar="MiB", help="一个进程的内存上限，默认 1024"
    )


def _add_rules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rules", type=_path, metavar="PATH", help="自己的规则文件（TOML）")


def _add_previous(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--previous", type=_path, metavar="PDF", help="同一单位上一年度的报告")


def _path(text: str) -> Path:
    """A path; to `Path` an empty word, as of a script's unset variable, is the folder one is in."""
    if not text:
        raise argparse.ArgumentTypeError("不能为空")
    return Path(text)


def _year(text: str) -> int:
    """A year of reports: the regulation that asks for them is in force since 2008."""
    year = _count(text)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise argparse.ArgumentTypeError(
            f"应为 {_FIRST_YEAR} 至 {_LAST_YEAR} 的年度，不能是 {text}"
        )
    return year


def _answer(text: str) -> tuple[str, str]:
    name, sign, unit = text.partition("=")
    if not name.strip() or not sign:
        raise argparse.ArgumentTypeError(f"应写成 名称=单位，不能是 {text}")
    return name.strip(), unit.strip()


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
