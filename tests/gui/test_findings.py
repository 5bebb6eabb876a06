"""The list of findings, and the round through them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView

from desktop.gui.findings.findings_delegate import FindingsDelegate
from desktop.gui.findings.findings_model import LINE_ROLE, Line
from desktop.gui.reports import work
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.rules.finding import Severity
from tests.gui.conftest import Desk


def lines(window: ReviewWindow) -> list[Line]:
    model = window.bench.findings.view.model()
    found = [model.index(row, 0).data(LINE_ROLE) for row in range(model.rowCount())]
    assert all(isinstance(line, Line) for line in found)
    return found


def counts(window: ReviewWindow) -> str:
    label = window.bench.findings.findChild(QLabel, "findingCounts")
    assert isinstance(label, QLabel)
    return label.text()


def test_each_finding_is_a_sentence_with_its_place(
    desk: Desk, wrong_report: Callable[..., Report]
) -> None:
    window = desk.window(desk.readable(wrong_report(disputes__review__total=99)))
    line = lines(window)[0]
    assert line.severity is Severity.ERROR
    assert "99" in line.message
    assert line.place == "表四 · 第 3 页"
    assert counts(window).startswith("错误 1 · 警告 0 · 提示 0")


def test_choosing_a_finding_leads_to_its_cells(
    desk: Desk, wrong_report: Callable[..., Report]
) -> None:
    window = desk.window(desk.readable(wrong_report(disputes__review__total=99)))
    view = window.bench.findings.view
    view.setCurrentIndex(view.model().index(0, 0))
    assert window.bench.desk.finding is not None
    assert window.bench.desk.cell == window.bench.desk.finding.cells[0]
    assert window.bench.tables.current_view().source.table == "disputes"
    desk.qtbot.waitUntil(lambda: window.bench.pages.view.page == 3, timeout=5000)


def test_selecting_a_cell_points_at_its_finding(
    desk: Desk, wrong_report: Callable[..., Report]
) -> None:
    window = desk.window(desk.readable(wrong_report(disputes__review__total=99)))
    window.bench.desk.select("disputes.review.pending")
    assert window.bench.findings.view.currentIndex().row() == 0
    window.bench.desk.select("disputes.direct.pending")
    assert not window.bench.findings.view.currentIndex().isValid()


def test_a_report_without_findings_says_so_and_what_was_not_checked(
    desk: Desk, right_report: Report, wrong_report: Callable[..., Report]
) -> None:
    window = desk.window(desk.readable(right_report))
    assert [line.message for line in lines(window)][:1] == ["未发现问题"]
    work.edit(window.bench.desk, "disputes.review.total", "98")
    assert "未发现问题" not in [line.message for line in lines(window)]


def test_what_could_not_be_checked_is_listed(
    desk: Desk, wrong_report: Callable[..., Report]
) -> None:
    window = desk.window(desk.readable(wrong_report(disputes__review__total="见附件")))
    unchecked = [line for line in lines(window) if line.unchecked]
    assert unchecked
    assert all("未能核对" in line.message for line in unchecked)
    assert "未能核对" in counts(window)


def test_the_round_goes_through_all_reports(
    desk: Desk, right_report: Report, wrong_report: Callable[..., Report]
) -> None:
    first = desk.readable(wrong_report(disputes__review__total=99), "a.pdf")
    clean = desk.readable(right_report, "b.pdf")
    last = desk.readable(wrong_report(disputes__direct__total=77), "c.pdf")
    window = desk.window(first, clean, last)
    window.bench.desk.turn_to(window.bench.desk.entries[0])
    seen = []
    for _ in range(3):
        window.orders_table.next_finding.trigger()
        current = window.bench.desk.current
        assert current is not None
        seen.append((current.path.name, window.bench.desk.cell.rsplit(".", 1)[0]))
    assert seen == [
        ("a.pdf", "disputes.review"),
        ("c.pdf", "disputes.direct"),
        ("a.pdf", "disputes.review"),
    ]
    window.orders_table.previous_finding.trigger()
    current = window.bench.desk.current
    assert current is not None
    assert current.path.name == "c.pdf"


def test_a_finding_stays_chosen_while_its_figures_change(
    desk: Desk, wrong_report: Callable[..., Report]
) -> None:
    window = desk.window(desk.readable(wrong_report(disputes__review__total=99)))
    window.bench.desk.point(0)
    work.edit(window.bench.desk, "disputes.review.upheld", "50")
    assert window.bench.desk.finding is not None
    assert window.bench.findings.view.currentIndex().row() == 0
    assert isinstance(window.bench.findings.view, QListView)
    assert "50" in lines(window)[0].message


def test_rows_are_as_high_as_they_need_beside_a_scroll_bar(
    desk: Desk, wrong_report: Callable[..., Report]
) -> None:
    window = desk.window(desk.readable(wrong_report(disputes__review__total=99)))
    pane = window.bench.findings.view
    view = QListView()
    desk.qtbot.addWidget(view)
    view.setModel(pane.model())
    view.setItemDelegate(FindingsDelegate(view))
    view.show()

    def heights(policy: Qt.ScrollBarPolicy) -> list[int]:
        view.setVerticalScrollBarPolicy(policy)
        found = []
        for width in range(200, 500):
            view.resize(width, 400)
            found.append(view.sizeHintForRow(0))
        return found

    # The bar comes after the rows were measured.
    without = heights(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    assert without == heights(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    assert len(set(without)) > 1
