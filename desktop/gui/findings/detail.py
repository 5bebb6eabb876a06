"""The finding selected, taken apart: its strip, what is proposed, and what a person can say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop.gui.actions import Actions
from desktop.gui.colours import secondary_text
from desktop.gui.findings.choices import Choices
from desktop.gui.findings.equation_strip import EquationStrip
from desktop.gui.findings.terms import terms_of
from desktop.gui.findings.waiver_form import WaiverForm
from desktop.gui.pages.page_view import PageView
from desktop.gui.plain_text import plain_label, tip
from desktop.gui.ui_terms import ui_term
from desktop.report.values import format_number
from desktop.review.comparison import no_comparison
from desktop.review.judgement import Decision, Verdict
from desktop.rules.finding import Repair
from desktop.rules.labels import cell_words
from desktop.workspace import review_commands
from desktop.workspace.change import Change
from desktop.workspace.finding_index import FindingIndex
from desktop.workspace.workspace import Workspace

# More equations, or more proposals, are in the tip.
_MOST_LISTED: Final = 3


class FindingDetail(QWidget):
    """Its buttons are the window's actions."""

    status_message = Signal(str)
    """a sentence for the status bar"""

    def __init__(
        self, workspace: Workspace, view: PageView, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("findingDetail")
        self._workspace = workspace
        self._actions = actions
        self.strip = EquationStrip()
        self.form = WaiverForm()
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.strip)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._line = plain_label()
        self._line.setObjectName("findingLine")
        self._line.setWordWrap(True)
        self._more = plain_label()
        self._more.setObjectName("findingMore")
        self._more.setWordWrap(True)
        self._choices = Choices()
        self._last_year = QToolButton()
        self._buttons = QWidget()
        self._decisions = QWidget()
        self._build()
        self._colour()
        self.strip.crops_wanted.connect(view.want_crops)
        view.cropped.connect(self.strip.take)
        self.strip.clicked.connect(self._go_to)
        self.form.given.connect(self._accept)
        self._choices.chosen.connect(self._take)
        self.form.cancelled.connect(self._show)
        self.form.refused.connect(self.status_message)
        view.document_shown.connect(self.strip.ask_again)
        self._show()

    def follow(self, change: Change) -> None:
        """Show the finding selected now."""
        if change.current:
            self.strip.forget()
        if change.current or change.findings or change.finding:
            self._show()

    def ask_reason(self) -> None:
        """Let the person say why the finding is accepted as it is."""
        if self._workspace.position >= 0:
            self._buttons.hide()
            self.form.ask()

    def _build(self) -> None:
        a = self._actions
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._choices)
        row.addWidget(_button(a.take_repair))
        decisions = QHBoxLayout(self._decisions)
        decisions.setContentsMargins(0, 0, 0, 0)
        decisions.setSpacing(4)
        for action in (a.accept, a.report_wrong, a.reading_wrong, a.take_back):
            decisions.addWidget(_button(action))
        row.addWidget(self._decisions)
        self._last_year.setObjectName("lastYearButton")
        self._last_year.setText(a.previous_year.text())
        self._last_year.clicked.connect(a.previous_year.trigger)
        row.addWidget(self._last_year)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 6)
        column.setSpacing(4)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._line)
        column.addWidget(self._more)
        column.addWidget(self._buttons)
        column.addWidget(self.form)

    def _show(self) -> None:
        self.form.hide()
        self._buttons.show()
        current, finding = self._workspace.current, self._workspace.finding
        position = self._workspace.position
        if current is None or current.review is None or finding is None or position < 0:
            self._show_none()
            return
        review, index = current.review, current.index
        decision, resolved = index.decisions[position], index.resolved_at(position)
        repairs = index.repairs_of(position)
        unique = next((repair for repair in repairs if repair.unique), None)
        if decision is not None and decision.settles:
            unique, repairs = None, []
        choices = [] if unique else repairs
        self.strip.show_terms(terms_of(review, finding))
        self._last_year.hide()
        self._offer(unique, choices)
        self._line.setText(self._words(index, position, unique))
        if unique is not None:
            self._show_more([step.after for step in unique.steps], self.tr("改后：{0}"))
        else:
            self._show_more([self._repair_words(each) for each in choices], self.tr("可能：{0}"))
        self._enable(decision, resolved=resolved is not None)

    def _show_none(self) -> None:
        """No finding is selected: nothing can be decided, and no button says so."""
        current, review = self._workspace.current, self._workspace.review
        self.strip.show_terms(())
        some = current is not None and bool(current.index.findings)
        self._line.setText(self.tr("按 F8 逐处查看问题") if some else "")
        lacking = "" if review is None else no_comparison(review)
        self._show_more([lacking] if lacking else [])
        self._last_year.setVisible(bool(lacking))
        self._offer(None, [])
        self._decisions.hide()
        a = self._actions
        for action in (a.accept, a.report_wrong, a.reading_wrong, a.take_back):
            action.setEnabled(False)

    def _enable(self, decision: Decision | None, *, resolved: bool) -> None:
        """What can be said of the finding: of one that was put right, whose mistake it was."""
        a, verdict = self._actions, None if decision is None else decision.verdict
        undecided = decision is None
        for action, offered in (
            (a.accept, undecided and not resolved),
            (a.report_wrong, undecided or (resolved and verdict is not Verdict.REPORT_WRONG)),
            (a.reading_wrong, undecided or (resolved and verdict is not Verdict.READING_WRONG)),
            (a.take_back, not undecided),
        ):
            action.setEnabled(offered)
            action.setVisible(offered)
        self._decisions.show()

    def _words(self, index: FindingIndex, position: int, unique: Repair | None) -> str:
        decision, problem = index.decisions[position], index.problem_of(position)
        if decision is not None:
            reason = f"：{decision.reason}" if decision.reason else ""
            who = f"{decision.author} {decision.time[:16].replace('T', ' ')}".strip()
            return f"{ui_term(decision.verdict.word)}{reason}（{who}）"
        if index.resolved_at(position) is not None:
            return self.tr("已更正。请注明是填报有误，还是读取有误。")
        if unique is not None:
            return unique.reason or self.tr("建议：{0}").format(self._repair_words(unique))
        return "" if problem is None else problem.reason

    def _show_more(self, parts: Sequence[str], frame: str = "{0}") -> None:
        """What follows from the repair, or what there is to choose from; the rest in the tip."""
        shown = "；".join(parts[:_MOST_LISTED])
        if len(parts) > _MOST_LISTED:
            shown += " …"
        self._more.setText(frame.format(shown))
        self._more.setToolTip(tip("\n".join(parts)))
        self._more.setVisible(bool(parts))

    def _repair_words(self, repair: Repair) -> str:
        slots = {} if self._workspace.review is None else self._workspace.review.report.form.slots()
        parts = (
            self.tr("{0}改为 {1}").format(cell_words(slots[name]), format_number(number))
            for name, number in repair.cells.items()
            if name in slots
        )
        return "，".join(parts)

    def _offer(self, unique: Repair | None, choices: list[Repair]) -> None:
        """The one repair as the window's action; several as buttons to choose from."""
        action = self._actions.take_repair
        action.setVisible(unique is not None)
        action.setEnabled(unique is not None)
        if unique is not None:
            numbers = "、".join(format_number(number) for number in unique.cells.values())
            action.setIconText(self.tr("采用 {0}").format(numbers) + " (Ctrl+Enter)")
            steps = (f"{step.before}\n→ {step.after}" for step in unique.steps if step.before)
            words = self._repair_words(unique) + "（Ctrl+Enter）"
            action.setToolTip(tip("\n".join((words, *steps))))
        self._choices.offer([(self._repair_words(repair), repair) for repair in choices])

    def _take(self, repair: Repair) -> None:
        review_commands.take_repair(self._workspace, repair)

    def _accept(self, reason: str) -> None:
        review_commands.judge(self._workspace, Verdict.ACCEPTED, reason)

    def _go_to(self, name: str) -> None:
        self._workspace.select_cell(name, again=True)

    def _colour(self) -> None:
        palette = QPalette(self._more.palette())
        secondary = secondary_text(self.palette())
        if palette.windowText().color() != secondary:
            palette.setColor(QPalette.ColorRole.WindowText, secondary)
            self._more.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_more"):
            self._colour()


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    # A button of an action that is not offered would stay as an empty frame.
    action.visibleChanged.connect(lambda: button.setVisible(action.isVisible()))
    button.setVisible(action.isVisible())
    return button
