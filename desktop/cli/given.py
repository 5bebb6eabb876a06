"""What the commands that read reports are given alike: files, the rules, last year's report."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from desktop.batch.files import named_files
from desktop.errors import UsageError
from desktop.rules.rule import RuleSet
from desktop.rules.rulefile import load_rules


def given_rules(path: Path | None) -> RuleSet:
    """The packaged rules, with those of a file over them; mistakes in it are told.

    Raises:
        RuleFileError: the file cannot be opened.
    """
    rules = load_rules(path)
    for problem in rules.problems:
        print(f"勾稽：规则文件 {problem}", file=sys.stderr)
    return rules


def given_files(paths: Iterable[Path], previous: Path | None) -> list[Path]:
    """The reports that paths name; only one, where last year's report is given.

    Raises:
        UsageError: there is none, or several have one report of last year.
    """
    files = named_files(paths)
    if not files:
        raise UsageError("所给的文件夹里没有 PDF 文件。")
    if previous is not None and len(files) > 1:
        raise UsageError("--previous 是一个单位上一年度的报告，一次只能核对一份。")
    return files
