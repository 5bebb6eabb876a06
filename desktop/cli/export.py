"""`export`: read files and write their tables to a workbook or a CSV file."""

from __future__ import annotations

import argparse
import sys

from desktop.batch.files import named_files
from desktop.cli.files import outcomes
from desktop.errors import ExitCode, InputFileError, UsageError
from desktop.exports.export import WRITABLE, export_reviews
from desktop.review.review import Review


def export_files(options: argparse.Namespace) -> ExitCode:
    """Run `export`.

    Args:
        options: `paths` and `to`.

    Raises:
        UsageError: an ending other than .xlsx or .csv, or a folder without a PDF.
        InputFileError: none of the files can be read.
        ExportError: the file cannot be written.
    """
    if options.to.suffix.lower() not in WRITABLE:
        raise UsageError("--to 的文件名应以 .xlsx 或 .csv 结尾。")
    files = named_files(options.paths)
    if not files:
        raise UsageError("所给的文件夹里没有 PDF 文件。")
    reviews: list[Review] = []
    code = ExitCode.OK
    for outcome in outcomes(files):
        if outcome.report is None:
            code = ExitCode.UNREADABLE
            print(f"勾稽：{outcome.path}：{outcome.reason}", file=sys.stderr)
        else:
            reviews.append(Review(outcome.path, outcome.sha256 or "", outcome.report))
    if not reviews:
        raise InputFileError("没有可以导出的报告。")
    export_reviews(reviews, options.to)
    print(f"已导出 {len(reviews)} 份报告：{options.to}")
    return code
