"""`export`: read files and write their tables to a workbook or a CSV file.

What a person corrected and decided in the window counts: it is saved beside the PDF.
"""

from __future__ import annotations

import argparse
import sys

from desktop.batch.outcome import Outcome
from desktop.cli.files import outcomes
from desktop.cli.given import given_files, given_rules
from desktop.cli.output import check_writable
from desktop.errors import ExitCode, InputFileError, ReviewFileError, UsageError
from desktop.exports.export import WRITABLE, export_reviews
from desktop.review.beside import take_up_saved
from desktop.review.review import Review
from desktop.rules.rule import RuleSet


def export_files(options: argparse.Namespace) -> ExitCode:
    """Run `export`.

    Args:
        options: `paths`, `to`, `rules` and `previous`.

    Raises:
        UsageError: an ending other than .xlsx or .csv, a folder without a PDF, or last year's
            report for several files.
        RuleFileError: the rule file cannot be opened.
        InputFileError: none of the files can be read.
        WriteError: the file cannot be written.
    """
    if options.to.suffix.lower() not in WRITABLE:
        raise UsageError("--to 的文件名应以 .xlsx 或 .csv 结尾。")
    check_writable(options.to)
    rules = given_rules(options.rules)
    files = given_files(options.paths, options.previous)
    reviews: list[Review] = []
    taken_up = 0
    code = ExitCode.OK
    for outcome in outcomes(files, rules, options.previous):
        review = _review_of(outcome, rules)
        if review is None:
            code = ExitCode.UNREADABLE
            print(f"勾稽：{outcome.path}：{outcome.reason}", file=sys.stderr)
            continue
        reviews.append(review)
        try:
            taken_up += take_up_saved(review) is not None
        except ReviewFileError as error:
            code = ExitCode.UNREADABLE
            print(f"勾稽：{error.message}导出的是原文：{outcome.path}", file=sys.stderr)
        if unread := len(review.report.unread):
            code = ExitCode.UNREADABLE
            print(f"勾稽：{outcome.path}：有 {unread} 格没有读到，导出为空。", file=sys.stderr)
    if not reviews:
        raise InputFileError("没有可以导出的报告。")
    export_reviews(reviews, options.to)
    corrected = f"，其中 {taken_up} 份采用了保存的核对记录" if taken_up else ""
    print(f"已导出 {len(reviews)} 份报告{corrected}：{options.to}")
    return code


def _review_of(outcome: Outcome, rules: RuleSet) -> Review | None:
    if outcome.report is None:
        return None
    sha256, previous = outcome.sha256 or "", outcome.previous
    return Review(outcome.path, sha256, outcome.report, rules, previous, outcome.checked)
