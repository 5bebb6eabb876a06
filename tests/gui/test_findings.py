"""The list of findings, and the round through them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QToolButton

from desktop.gui.findings.findings_delegate import FindingsDelegate
from desktop.gui.findings.findings_model import ROW_ROLE, FindingRow
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.rules.finding import Severity
from desktop.workspace import review_commands
from tests.gui.conftest import WindowDriver


def lines(window: ReviewWindow) -> list[FindingRow]:
    model = window.panel.findings.view.model()
    found = [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]
    assert all(isinstance(line, FindingRow) for line in found)
    return found


def counts(window: ReviewWindow) -> str:
    label = window.panel.findings.findChild(QLabel, "findingCounts")
    assert isinstance(label, QLabel)
    return label.text()


def test_each_finding_is_a_sentence_with_its_place(
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    window = driver.window(driver.readable(wrong_report(disputes__review__total=99)))
    line = lines(window)[0]
    assert line.severity is Severity.ERROR
    assert "99" in line.message
    assert line.place == "表四 · 第 3 页"
    assert counts(window).startswith("错误 1 · 警告 0 · 提示 0")


def test_choosing_a_finding_leads_to_its_cells(
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    window = driver.window(driver.readable(wrong_report(disputes__review__total=99)))
    view = window.panel.findings.view
    view.setCurrentIndex(view.model().index(0, 0))
    assert window.panel.workspace.finding is not None
    assert window.panel.workspace.cell == window.panel.workspace.finding.cells[0]
    assert window.panel.tables.current_view().source.table == "disputes"
    driver.qtbot.waitUntil(lambda: window.panel.pages.view.page == 3, timeout=5000)


def test_selecting_a_cell_points_at_its_finding(
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    window = driver.window(driver.readable(wrong_report(disputes__review__total=99)))
    window.panel.workspace.select_cell("disputes.review.pending")
    assert window.panel.findings.view.currentIndex().row() == 0
    window.panel.workspace.select_cell("disputes.direct.pending")
    assert not window.panel.findings.view.currentIndex().isValid()


def test_a_report_without_findings_says_so_and_what_was_not_checked(
    driver: WindowDriver, right_report: Report, wrong_report: Callable[..., Report]
) -> None:
    window = driver.window(driver.readable(right_report))
    assert [line.message for line in lines(window)][:1] == ["未发现问题"]
    review_commands.edit(window.panel.workspace, "disputes.review.total", "98")
    assert "未发现问题" not in [line.message for line in lines(window)]


def test_what_could_not_be_checked_is_listed(
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    window = driver.window(driver.readable(wrong_report(disputes__review__total="见附件")))
    unchecked = [line for line in lines(window) if line.unchecked]
    assert unchecked
    assert all("未能核对" in line.message for line in unchecked)
    assert "未能核对" in counts(window)


def test_the_round_goes_through_all_reports(
    driver: WindowDriver, right_report: Report, wrong_report: Callable[..., Report]
) -> None:
    first = driver.readable(wrong_report(disputes__review__total=99), "a.pdf")
    clean = driver.readable(right_report, "b.pdf")
    last = driver.readable(wrong_report(disputes__direct__total=77), "c.pdf")
    window = driver.window(first, clean, last)
    window.panel.workspace.show(window.panel.workspace.reports[0])
    seen = []
    for _ in range(3):
        window.commands.next_finding.trigger()
        current = window.panel.workspace.current
        assert current is not None
        seen.append((current.path.name, window.panel.workspace.cell.rsplit(".", 1)[0]))
    assert seen == [
        ("a.pdf", "disputes.review"),
        ("c.pdf", "disputes.direct"),
        ("a.pdf", "disputes.review"),
    ]
    window.commands.previous_finding.trigger()
    current = window.panel.workspace.current
    assert current is not None
    assert current.path.name == "c.pdf"


def test_a_finding_stays_chosen_while_its_figures_change(
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    window = driver.window(driver.readable(wrong_report(disputes__review__total=99)))
    window.panel.workspace.select_finding(0)
    review_commands.edit(window.panel.workspace, "disputes.review.upheld", "50")
    assert window.panel.workspace.finding is not None
    assert window.panel.findings.view.currentIndex().row() == 0
    assert isinstance(window.panel.findings.view, QListView)
    assert "50" in lines(window)[0].message


def test_rows_are_as_high_as_they_need_beside_a_scroll_bar(
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    window = driver.window(driver.readable(wrong_report(disputes__review__total=99)))
    pane = window.panel.findings.view
    view = QListView()
    driver.qtbot.addWidget(view)
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


def resized(driver: WindowDriver, window: ReviewWindow, width: int) -> None:
    window.resize(width, 768)
    driver.qtbot.waitUntil(lambda: window.panel.splitter.width() == width, timeout=5000)


def test_every_button_can_be_read_in_a_small_window(
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    window = driver.window(driver.readable(wrong_report(applications__granted__natural=99)))
    window.resize(1366, 768)
    window.show()
    window.commands.next_finding.trigger()
    pane = window.panel.findings
    driver.qtbot.waitUntil(lambda: pane.detail.isVisible() and pane.width() > 1300, timeout=5000)
    for width in (1366, 1600, 1366):
        resized(driver, window, width)
        buttons = [b for b in pane.detail.findChildren(QToolButton) if b.isVisible()]
        assert len(buttons) >= 4
        assert [b.text() for b in buttons if b.width() < b.sizeHint().width()] == []
        assert 0.4 < pane.detail.width() / pane.width() < 0.5
    # What a person chose stays.
    pane.across.moveSplitter(1000, 1)
    resized(driver, window, 1500)
    assert pane.detail.width() / pane.width() < 0.4
