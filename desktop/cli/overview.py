"""`overview`: the whole set, who has reported and what the reports say of each other."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from desktop.batch.files import other_documents
from desktop.batch.linked import FindUnit, LinkedFiles
from desktop.batch.pool import ReadingLimits, Workers
from desktop.batch.set_item import SetItem, read_corrected, set_item_of
from desktop.cli.check import text_output
from desktop.cli.files import usual_workers
from desktop.cli.given import given_files, given_rules
from desktop.cli.output import check_writable
from desktop.cli.overview_record import overview_record
from desktop.cli.overview_text import overview_lines
from desktop.errors import ExitCode
from desktop.review.linking import UnitYear, tells_region
from desktop.rules.finding import Severity
from desktop.rules.rule import RuleSet
from desktop.sets.check_set import SetChecked, check_set
from desktop.sets.names import normal_name
from desktop.sets.owners import Owners
from desktop.sets.report_set import ReportSet, UnreadFile, report_set
from desktop.sets.roster import Roster, roster_of_year, with_aliases
from desktop.sets.roster_file import read_roster, refuse_unwritable, write_roster
from desktop.sets.set_file import NAME, SetFile, load_set_file, save_set_file

_MEBIBYTE: Final = 1 << 20
_TABLES: Final = (".xlsx", ".csv")
_NO_PDF: Final = "不是 PDF，这一版还不能读取"


def overview_of_files(options: argparse.Namespace) -> ExitCode:
    """Run `overview`.

    Args:
        options: `paths`, `roster`, `year`, `rules`, `format`, `output`, `answers`,
            `write_roster`, `save`, `workers`, `timeout`, `memory`.

    Raises:
        UsageError: a folder without a report.
        RosterError: the roster cannot be read, or none be written under the name given.
        RuleFileError: the rule file cannot be opened.
        SetFileError: the set's own file cannot be read or written.
        WriteError: the output cannot be written.
    """
    check_writable(options.output, options.write_roster)
    rules = given_rules(options.rules)
    kept = _kept(options)
    check_writable(kept.folder / NAME if options.save else None)
    roster = None if kept.roster is None else read_roster(kept.roster)
    if options.write_roster is not None:
        refuse_unwritable(options.write_roster, roster)
    paths = (*options.paths, *kept.others)
    files = given_files(paths, None)
    others = [UnreadFile(path, _NO_PDF) for path in other_documents(paths)]
    items = list(_items(options, rules.for_set(), files, roster, kept.answers))
    reports = report_set(
        [item.report for item in items if item.report is not None],
        [*(item.unread for item in items if item.unread is not None), *others],
        roster,
        kept.year,
        kept.answers,
    )
    checked = check_set(reports, rules)
    if options.write_roster is not None:
        write_roster(_roster_to_keep(reports), options.write_roster)
    if options.save:
        save_set_file(kept)
    _write(checked, options)
    return _exit_code(checked)


def _roster_to_keep(reports: ReportSet) -> Roster:
    """The roster of the year, with the names that the units' reports of it have as aliases."""
    names = {
        report.agency: unit.name
        for unit in reports.roster.units
        for report in reports.of(unit.name)
    }
    return with_aliases(roster_of_year(reports.roster, reports.year), names)


def _kept(options: argparse.Namespace) -> SetFile:
    """What is kept of the set in the first folder named, with what the command line says."""
    first = options.paths[0]
    kept = load_set_file(first if first.is_dir() else first.parent)
    answers = {normal_name(name): unit for name, unit in options.answers or ()}
    others = dict.fromkeys((*options.paths[1:], *kept.others))
    return replace(
        kept,
        year=options.year or kept.year,
        roster=options.roster or kept.roster,
        others=tuple(others),
        answers={**kept.answers, **answers},
    )


def _items(
    options: argparse.Namespace,
    rules: RuleSet,
    files: Sequence[Path],
    roster: Roster | None,
    answers: Mapping[str, str],
) -> Iterator[SetItem]:
    """What of each file the set needs, read and checked beside last year's by workers."""
    workers = min(options.workers or usual_workers(), len(files))
    limits = ReadingLimits(options.timeout, options.memory * _MEBIBYTE)
    read = partial(read_corrected, rules=rules)

    def by_unit(named: Sequence[UnitYear]) -> FindUnit:
        """Whose reports are, as the set has it: a renamed office keeps its last year."""
        owners = Owners((name for name, _ in named), roster, answers)

        def owner(unit_year: UnitYear) -> UnitYear | None:
            name, year = unit_year
            unit = owners.of(name).unit
            # Without a roster nobody said that all of this is of one county.
            certain = unit is not None and (roster is not None or tells_region(name))
            return (unit, year) if unit is not None and certain else None

        return owner

    with Workers(workers, limits) as pool:
        linked = LinkedFiles(pool, files, rules, set_item_of, workers, read=read, owners=by_unit)
        yield from linked.products()


def _write(checked: SetChecked, options: argparse.Namespace) -> None:
    """The overview on the console or in a file; a workbook stands beside what the console says."""
    output = options.output
    if output is not None and output.suffix.lower() in _TABLES:
        from desktop.exports.overview import export_overview

        export_overview(checked, output)
        output = None
    with text_output(output) as stream:
        if options.format == "json":
            record = overview_record(checked)
            stream.write(json.dumps(record, ensure_ascii=False, indent=1) + "\n")
        else:
            stream.writelines(f"{line}\n" for line in overview_lines(checked))


def _exit_code(checked: SetChecked) -> ExitCode:
    """As for `check`: what could not be read, or only in part, goes before errors."""
    reports = checked.reports
    every = [report for unit in reports.roster.units for report in reports.all_of(unit.name)]
    every += [*reports.unlisted, *(question.report for question in reports.questions)]
    if reports.unread or not all(report.is_whole for report in every):
        return ExitCode.UNREADABLE
    errors = any(finding.severity is Severity.ERROR for finding in checked.findings)
    return ExitCode.ERRORS_FOUND if errors else ExitCode.OK
