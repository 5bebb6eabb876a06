"""The official layouts, and which labels a value in them has."""

from __future__ import annotations

import pytest

from desktop.report.form import Form
from desktop.report.layout import Role, labels_of, layout_of
from tests.builders import FORM_2019, FORM_2021, FORM_MIXED

FORMS = (FORM_2021, FORM_2019, FORM_MIXED)


def texts(table: str, name: str) -> set[str]:
    layout = layout_of(FORM_2021.table(table))
    (value,) = (cell for cell in layout.cells if cell.slot and cell.slot.name == name)
    return {cell.text for cell in labels_of(layout, value.row, value.column)}


def test_a_value_of_proactive_disclosure_has_the_labels_of_its_own_block() -> None:
    assert texts("proactive", "proactive.penalty.decisions") == {"行政处罚", "本年处理决定数量"}
    assert texts("proactive", "proactive.regulation.repealed") == {"规章", "本年废止件数"}


def test_a_value_has_the_labels_of_its_groups() -> None:
    found = texts("applications", "applications.denied_2.research")
    assert {"申请人情况", "法人或其他组织", "科研机构", "（三）不予公开"} <= found
    assert not found & {"自然人", "总计", "（四）无法提供"}


@pytest.mark.parametrize("form", FORMS, ids=["2021", "2019", "mixed"])
def test_every_value_has_a_label_of_its_row_or_column_and_no_value_among_them(form: Form) -> None:
    for table in form.tables:
        layout = layout_of(table)
        for cell in layout.cells:
            if cell.role is Role.VALUE:
                roles = {label.role for label in labels_of(layout, cell.row, cell.column)}
                assert roles
                assert roles <= {Role.STUB, Role.HEADER}
