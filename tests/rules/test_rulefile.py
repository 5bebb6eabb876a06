"""The catalogue, and a user's file over it."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import RuleFileError
from desktop.rules.checks.registry import CHECKS
from desktop.rules.equations import equations_of
from desktop.rules.finding import Severity
from desktop.rules.rulefile import load_rules
from desktop.sets.check_set import load_checks
from desktop.sets.set_check import SET_CHECKS
from tests.builders import report_of
from tests.packaged import check
from tests.rules.cases import PERMIT
from tests.rules.prose import complete_report

load_checks()
ALL_CHECKS = CHECKS.keys() | SET_CHECKS.keys()


def written(folder: Path, text: str) -> Path:
    path = folder / "local.toml"
    path.write_text(text, "utf-8")
    return path


def test_every_packaged_rule_can_run() -> None:
    rules = load_rules()
    assert rules.problems == ()
    assert {rule.check for rule in rules.rules.values() if rule.check} <= ALL_CHECKS
    assert all(rule.basis for rule in rules.rules.values())


def test_every_check_is_used_by_a_packaged_rule() -> None:
    assert {rule.check for rule in load_rules().rules.values() if rule.check} == ALL_CHECKS


def test_rules_on_a_set_are_checked_with_sets_alone() -> None:
    of_set = {rule.check for rule in load_rules().of_set()}
    assert of_set == SET_CHECKS.keys()
    assert not of_set & CHECKS.keys()


def test_a_user_switches_a_rule_off_and_demotes_another(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '[[rule]]\nid = "C01"\nenabled = false\n\n[[rule]]\nid = "C02"\nseverity = "hint"\n',
    )
    values = {"disputes.review.total": 1, "disputes.direct.total": 1}
    findings = check(report_of(values), load_rules(path)).findings
    assert [(f.rule, f.severity) for f in findings] == [("C02", Severity.HINT)]
    assert [f.rule for f in check(report_of(values)).findings] == ["C01", "C02"]


def test_a_user_adds_a_sum(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
[[rule]]
id = "L01"
name = "处罚不少于强制"
severity = "warning"

[rule.sums]
table = "proactive"
each = "column"
left = ["penalty"]
right = ["coercion"]
""",
    )
    findings = check(report_of({"proactive.penalty.decisions": 2}), load_rules(path)).findings
    assert [(f.rule, set(f.cells)) for f in findings] == [
        ("L01", {"proactive.penalty.decisions", "proactive.coercion.decisions"})
    ]


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ('[[rule]]\nid = "C01"\n\n[[rule]]\nid = "B01"\nseverity = "fatal"\n', 4, "severity"),
        ('[[rule]]\nid = "B01"\nseverty = "hint"\n', 1, "severty"),
        ('[[rule]]\nname = "x"\n', 1, "id"),
        ('[[rule]]\nid = "B01"\nseverity = \n', 3, "TOML"),
        ('[[rule]]\nid = "N1"\nname = "n"\n', 1, "sums"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_rest_runs(
    tmp_path: Path, text: str, line: int, part: str
) -> None:
    rules = load_rules(written(tmp_path, text))
    (problem,) = rules.problems
    assert problem.line == line
    assert part in problem.message
    checked = check(report_of({"applications.new.natural": 1}), rules)
    assert {f.rule for f in checked.findings} == {"B01", "B03"}
    assert any("local.toml" in item.reason for item in checked.unchecked)


def test_a_rule_that_names_an_unknown_check_is_unchecked(tmp_path: Path) -> None:
    path = written(tmp_path, '[[rule]]\nid = "N1"\nname = "n"\ncheck = "nothing"\n')
    checked = check(report_of({}), load_rules(path))
    assert "N1" in [item.rule for item in checked.unchecked]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match="打不开"):
        load_rules(tmp_path / "none.toml")


def test_a_local_deadline_and_a_local_length(tmp_path: Path) -> None:
    report = complete_report()
    assert check(report).findings == ()
    path = written(
        tmp_path,
        '[[rule]]\nid = "F16"\nparameters = { department = "01-10" }\n'
        '[[rule]]\nid = "Q06"\nseverity = "warning"\nparameters = { most = 50 }\n',
    )
    rules = load_rules(path)
    assert rules.problems == ()
    # What the user's entry does not name stays as packaged.
    assert rules.rules["F16"].parameters["government"] == "03-31"
    findings = check(report, rules).findings
    assert [(f.rule, f.severity) for f in findings] == [
        ("F16", Severity.WARNING),
        ("Q06", Severity.WARNING),
    ]
    assert "2025年1月10日" in findings[0].message


def test_a_user_compares_cells_of_two_years(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
[[rule]]
id = "L02"
name = "许可不减少"
severity = "hint"
check = "at_least"
offices = ["department"]
parameters = { comparisons = [
    { left = ["CELL"], right = ["last:CELL"], message = "{place}由 {1} 减为 {0}" },
] }
""".replace("CELL", PERMIT),
    )
    now, before = complete_report(), complete_report(values={PERMIT: 3}, year=2023)
    found = [f for f in check(now, load_rules(path), before).findings if f.rule == "L02"]
    assert [f.message for f in found] == ["表二“行政许可”行“本年处理决定数量”列由 3 减为 0"]
    town = complete_report(agency="云山市东山镇人民政府")
    done = check(town, load_rules(path), replace(before, agency=town.agency))
    assert [f for f in done.findings if f.rule == "L02"] == []


@pytest.mark.parametrize(("kind", "found"), [("with_power", []), ("without_power", ["A04"])])
def test_the_user_says_which_cities_have_districts(
    tmp_path: Path, kind: str, found: list[str]
) -> None:
    text = f'[[rule]]\nid = "A04"\nparameters = {{ {kind} = ["云山市人民政府"] }}\n'
    values = {"proactive.regulation.issued": 1, "proactive.regulation.in_force": 1}
    city = complete_report(values=values, agency="云山市人民政府")
    checked = check(city, load_rules(written(tmp_path, text)))
    assert [f.rule for f in checked.findings if f.rule == "A04"][:1] == found
    assert "A04" not in [item.rule for item in checked.unchecked]


@pytest.mark.parametrize(
    "text",
    [
        '[[rule]]\nid = "F16"\nparameters = { department = "soon" }\n',
        '[[rule]]\nid = "F16"\nparameters = { department = 7 }\n',
        '[[rule]]\nid = "F15"\nparameters = { patterns = ["("] }\n',
        '[[rule]]\nid = "A09"\nparameters = { present = "x" }\n',
        '[[rule]]\nid = "A01"\nparameters = { comparisons = [{}] }\n',
        '[[rule]]\nid = "A02"\nparameters = { comparisons = [] }\n',
        '[[rule]]\nid = "A04"\nparameters = { cells = ["proactive.none.issued"] }\n',
        '[[rule]]\nid = "A07"\nparameters = { cells = ["proactive.none.issued"] }\n',
        '[[rule]]\nid = "B08"\nparameters = { part = "nothing" }\n',
        '[[rule]]\nid = "V07"\nparameters = { cell = "nothing" }\n',
    ],
)
def test_a_wrong_parameter_costs_its_rule_and_is_told(tmp_path: Path, text: str) -> None:
    rule = text.split('"')[1]
    checked = check(complete_report(), load_rules(written(tmp_path, text)))
    assert rule in [item.rule for item in checked.unchecked]
    assert checked.findings == ()


SUMS = '[[rule]]\nid = "L01"\nname = "本地"\nsums = { %s }\n'


@pytest.mark.parametrize(
    "sums",
    [
        'table = "applications", each = "row", left = [["new"]], right = ["total"]',
        'table = "applications", each = "row", left = "new", right = ["total"]',
        'table = 2, each = "row", left = ["new"], right = ["total"]',
        'table = "applications", each = [], left = ["new"], right = ["total"]',
        'table = "applications", each = "row", left = ["new"], right = ["total"], words = []',
    ],
)
def test_sums_of_something_else_than_texts_are_a_mistake(tmp_path: Path, sums: str) -> None:
    rules = load_rules(written(tmp_path, SUMS % sums))
    assert "L01" not in rules.rules
    assert [problem.line for problem in rules.problems] == [1]


def test_sums_over_a_table_that_no_form_has_stop_nothing_but_themselves(tmp_path: Path) -> None:
    sums = 'table = "none", each = "row", left = ["new"], right = ["total"]'
    rules = load_rules(written(tmp_path, SUMS % sums))
    report = report_of({"applications.new.natural": 5})
    checked = check(report, rules)
    assert [item.rule for item in checked.unchecked if item.rule == "L01"] == ["L01"]
    assert checked.repairs == check(report).repairs
    assert equations_of(report.form, rules) == equations_of(report.form, load_rules())
