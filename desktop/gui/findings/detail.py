"""The finding selected, taken apart: its strip, what is proposed, and what a person can say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop.gui.actions import Actions
from desktop.gui.colours import secondary_text
from desktop.gui.findings.choices import Choices
from desktop.gui.findings.equation_strip import EquationStrip
from desktop.gui.findings.terms import terms_of
from desktop.gui.findings.waiver_form import WaiverForm
from desktop.gui.pages.page_view import PageView
from desktop.gui.ui_terms import ui_term
from desktop.report.values import format_number
from desktop.review.comparison import no_comparison
from desktop.review.judgement import Decision, Verdict
from desktop.rules.finding import Problem, Repair
from desktop.rules.labels import cell_words
from desktop.workspace import review_commands
from desktop.workspace.change import Change
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
        self._line = QLabel()
        self._line.setObjectName("findingLine")
        self._line.setTextFormat(Qt.TextFormat.PlainText)
        self._line.setWordWrap(True)
        self._more = QLabel()
        self._more.setObjectName("findingMore")
        self._more.setTextFormat(Qt.TextFormat.PlainText)
        self._more.setWordWrap(True)
        self._choices = Choices()
        self._last_year = QToolButton()
        self._buttons = QWidget()
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
        for action in (a.take_repair, a.accept, a.report_wrong, a.reading_wrong, a.take_back):
            row.addWidget(_button(action))
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
        review, finding = self._workspace.review, self._workspace.finding
        self.form.hide()
        self._buttons.show()
        self._offer(None, [])
        self._last_year.hide()
        if review is None or finding is None or self._workspace.current is None:
            self.strip.show_terms(())
            some = self._workspace.current is not None and bool(
                self._workspace.current.index.findings
            )
            self._line.setText(self.tr("按 F8 逐处查看问题") if some else "")
            lacking = "" if review is None else no_comparison(review)
            self._show_more([lacking] if lacking else [])
            self._last_year.setVisible(bool(lacking))
            self._enable(None, selected=False)
            return
        self.strip.show_terms(terms_of(review, finding))
        index, position = self._workspace.current.index, self._workspace.position
        decision = review.decision_on(finding)
        repairs = index.repairs_of(position) if position >= 0 else []
        unique = next((repair for repair in repairs if repair.unique), None)
        if decision is not None and decision.settles:
            unique, repairs = None, []
        choices = [] if unique else repairs
        self._offer(unique, choices)
        self._line.setText(self._words(decision, unique, index.problem_of(position)))
        if unique is not None:
            self._show_more([step.after for step in unique.steps], self.tr("改后：{0}"))
        else:
            self._show_more([self._repair_words(each) for each in choices], self.tr("可能：{0}"))
        self._enable(decision, selected=True)

    def _enable(self, decision: Decision | None, *, selected: bool) -> None:
        a = self._actions
        for action in (a.accept, a.report_wrong, a.reading_wrong):
            action.setEnabled(selected)
            action.setVisible(decision is None)
        a.take_back.setEnabled(decision is not None)
        a.take_back.setVisible(decision is not None)

    def _words(
        self, decision: Decision | None, unique: Repair | None, problem: Problem | None
    ) -> str:
        if decision is not None:
            reason = f"：{decision.reason}" if decision.reason else ""
            who = f"{decision.author} {decision.time[:16].replace('T', ' ')}".strip()
            return f"{ui_term(decision.verdict.word)}{reason}（{who}）"
        if unique is not None:
            return unique.reason or self.tr("建议：{0}").format(self._repair_words(unique))
        return "" if problem is None else problem.reason

    def _show_more(self, parts: Sequence[str], frame: str = "{0}") -> None:
        """What follows from the repair, or what there is to choose from; the rest in the tip."""
        shown = "；".join(parts[:_MOST_LISTED])
        if len(parts) > _MOST_LISTED:
            shown += " …"
        self._more.setText(frame.format(shown))
        self._more.setToolTip("\n".join(parts))
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
            action.setToolTip("\n".join((words, *steps)))
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
