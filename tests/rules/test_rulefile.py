"""The catalogue, and a user's file over it."""

from pathlib import Path

import pytest

from desktop.errors import RuleFileError
from desktop.rules.checks.registry import CHECKS
from desktop.rules.engine import check
from desktop.rules.finding import Severity
from desktop.rules.rulefile import load_rules
from tests.builders import report_of


def written(folder: Path, text: str) -> Path:
    path = folder / "local.toml"
    path.write_text(text, "utf-8")
    return path


def test_every_packaged_rule_can_run() -> None:
    rules = load_rules()
    assert rules.problems == ()
    assert {rule.check for rule in rules.rules.values() if rule.check} <= CHECKS.keys()
    assert all(rule.basis for rule in rules.rules.values())


def test_every_check_is_used_by_a_packaged_rule() -> None:
    assert {rule.check for rule in load_rules().rules.values() if rule.check} == CHECKS.keys()


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
