"""How often the wrong cells of a random report are named, with their right values.

`python -m tests.rules.repair.measure` tells the same of 1,000 reports.
"""

from collections.abc import Callable
from random import Random

import pytest

from desktop.report.form import Form
from desktop.rules.finding import FindingKind
from tests.builders import FORM_2019, FORM_2021, FORM_MIXED, report_of
from tests.packaged import check
from tests.rules.repair.measure import located
from tests.rules.repair.simulation import (
    Values,
    full_values,
    has_entries,
    move_entry,
    names_of,
    omit_entry,
    sparse_values,
    spoil,
    wrong_cells,
)

REPORTS = 300
FEWER = 100
STYLES = [full_values, sparse_values]
FORMS = [FORM_2021, FORM_2019, FORM_MIXED]

Style = Callable[[Random, Form], Values]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("wrong", "least"), [(1, 99.5), (2, 95.0), (3, 90.0)])
def test_wrong_cells_are_located_with_their_right_values(
    style: Style, wrong: int, least: float
) -> None:
    outcome = located(style, FORM_2021, wrong, range(REPORTS if wrong < 3 else FEWER))
    assert outcome.right >= least
    # A proposal that is called the only one and is not right costs all trust.
    assert outcome.misleading == 0


@pytest.mark.parametrize("form", [FORM_2019, FORM_MIXED])
def test_the_other_forms_are_no_worse(form: Form) -> None:
    assert located(sparse_values, form, 1, range(60)).right == 100.0


@pytest.mark.parametrize("style", STYLES)
def test_of_one_equation_the_candidates_are_listed(style: Style) -> None:
    names = names_of(FORM_2021, "disputes")
    for seed in range(FEWER):
        random = Random(seed)
        right = style(random, FORM_2021)
        spoilt = spoil(random, right, names)
        wrong = wrong_cells(right, spoilt)
        repairs = check(report_of(spoilt)).repairs
        assert wrong in [repair.cells for repair in repairs]
        assert all(repair.cells == wrong for repair in repairs if repair.unique)
        assert len(repairs) == 1 or not any(repair.unique for repair in repairs)


@pytest.mark.parametrize("printed", [0, ""])
@pytest.mark.parametrize("style", STYLES)
def test_an_empty_total_of_disputes_is_named_first(style: Style, printed: int | str) -> None:
    for seed in range(FEWER):
        right = style(Random(seed), FORM_2021)
        name = f"disputes.{Random(seed).choice(('review', 'direct', 'after_review'))}.total"
        if not right[name]:
            continue
        checked = check(report_of({**right, name: printed}))
        assert checked.repairs[0].cells == {name: right[name]}
        (problem,) = checked.problems
        assert "漏填" in problem.reason


@pytest.mark.parametrize("style", STYLES)
def test_an_omitted_entry_is_never_given_one_repair(style: Style) -> None:
    for seed in range(FEWER):
        random = Random(seed)
        right = style(random, FORM_2021)
        if not has_entries(right, FORM_2021):
            continue
        checked = check(report_of(omit_entry(random, right)))
        assert not any(repair.unique for repair in checked.repairs)
        (problem,) = checked.problems
        assert len(problem.repairs) != 1
        assert "不能定位到行" in problem.reason


@pytest.mark.parametrize("style", STYLES)
def test_two_omitted_entries_are_not_guessed_either(style: Style) -> None:
    for seed in range(FEWER):
        random = Random(seed)
        right = style(random, FORM_2021)
        once = omit_entry(random, right) if has_entries(right, FORM_2021) else right
        twice = omit_entry(random, once) if has_entries(once, FORM_2021) else once
        for repair in check(report_of(twice)).repairs:
            if repair.unique:
                assert all(right[name] == value for name, value in repair.cells.items())


@pytest.mark.parametrize("style", STYLES)
def test_an_omitted_entry_beside_a_moved_one_misleads_nobody(style: Style) -> None:
    for seed in range(FEWER):
        random = Random(seed)
        right = style(random, FORM_2021)
        once = omit_entry(random, right) if has_entries(right, FORM_2021) else right
        if not has_entries(once, FORM_2021):
            continue
        for repair in check(report_of(move_entry(random, once))).repairs:
            if repair.unique:
                assert all(right[name] == value for name, value in repair.cells.items())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("style", STYLES)
def test_right_reports_have_nothing_to_mend(style: Style, form: Form) -> None:
    for seed in range(FEWER):
        checked = check(report_of(style(Random(seed), form), form))
        assert not any(finding.kind is FindingKind.EQUATION for finding in checked.findings)
        assert (checked.repairs, checked.problems) == ((), ())


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("wrong", [1, 2, 4, 9, 40])
def test_every_repair_mends_what_it_says_and_breaks_nothing(style: Style, wrong: int) -> None:
    names = names_of(FORM_2021, "applications") + names_of(FORM_2021, "disputes")
    for seed in range(12):
        random = Random(seed)
        spoilt = spoil(random, style(random, FORM_2021), names, wrong)
        checked = check(report_of(spoilt))
        broken = {
            finding.equation: position
            for position, finding in enumerate(checked.findings)
            if finding.equation
        }
        told = [position for problem in checked.problems for position in problem.findings]
        assert sorted(told) == sorted(broken.values())
        for repair in checked.repairs:
            assert all(value >= 0 and value == int(value) for value in repair.cells.values())
            after = check(report_of({**spoilt, **repair.cells})).findings
            left = {broken[finding.equation] for finding in after if finding.equation}
            assert left == set(broken.values()) - set(repair.resolves)
