"""The line below the tables: the selected cell's name and print, or what an edit would do."""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.gui.colours import quiet_text
from desktop.gui.reports.desk import Desk
from desktop.gui.reports.work import edit_for
from desktop.gui.shades import severity_shade
from desktop.gui.tables.look import shown_text
from desktop.review.foresight import Outlook, Turn, balance_words, foresee
from desktop.rules.finding import Severity
from desktop.rules.words import cell_words

_LINES: Final = 3
"""lines kept free below the table, so that nothing moves while a number is typed"""


class CellLine(QLabel):
    """Follows the desk; `preview` and `end_preview` come from a cell's editor."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("cellLine")
        self.setContentsMargins(8, 2, 8, 4)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 8)
        for signal in (desk.turned, desk.selected, desk.edited):
            signal.connect(self.describe)
        self.describe()

    def preview(self, name: str, text: str) -> None:
        """What the text being typed would do to the equations of the cell."""
        review = self._desk.review
        edit = None if review is None else edit_for(review, name, text)
        if review is None or edit is None:
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText(self.tr("“{0}”不是数字").format(text))
            return
        outlooks = foresee(review, edit)
        if not outlooks:
            self.describe()
            return
        self.setTextFormat(Qt.TextFormat.RichText)
        # What would newly break is told first.
        order = (Turn.BROKEN, Turn.OPEN, Turn.MENDED, Turn.HOLDS)
        told = sorted(outlooks, key=lambda outlook: order.index(outlook.turn))
        self.setText("<br>".join(self._outlook(outlook) for outlook in told[:_LINES]))

    def describe(self) -> None:
        """What was printed and where, of the cell selected."""
        self.setTextFormat(Qt.TextFormat.PlainText)
        review, name = self._desk.review, self._desk.cell
        if review is None or not name:
            self.setText(self.tr("选中一格，这里显示它的名称和原文") if review else "")
            return
        printed = review.printed_cell(name)
        parts = [cell_words(review.report.form.slots()[name])]
        if printed is None:
            parts.append(self.tr("原文没有这一格"))
        else:
            parts.append(self.tr("原文 {0}").format(printed.text or self.tr("空白")))
            if printed.source is not None:
                parts.append(self.tr("第 {0} 页").format(printed.source.page))
        if review.is_edited(name):
            now = shown_text(review.cell(name)) or self.tr("空白")
            parts.append(self.tr("已改为 {0}").format(now))
        doubt = printed.doubt if printed is not None else None
        text = "　".join(parts)
        self.setText(f"{text}\n{doubt}" if doubt else text)

    def _outlook(self, outlook: Outlook) -> str:
        words = {
            Turn.BROKEN: self.tr("改后不成立"),
            Turn.OPEN: self.tr("仍不成立"),
            Turn.MENDED: self.tr("改后成立"),
            Turn.HOLDS: self.tr("成立"),
        }
        palette = self.palette()
        colour = palette.text().color()
        if outlook.turn in (Turn.BROKEN, Turn.OPEN):
            colour = severity_shade(Severity.ERROR, palette.window().color()).edge
        before, after = balance_words(outlook.before), balance_words(outlook.after)
        change = before if before == after else f"{before} → {after}"
        quiet = quiet_text(palette).name()
        return (
            f'<span style="color:{quiet}">{escape(outlook.equation.place)}</span>&nbsp;&nbsp;'
            f"{escape(change)}&nbsp;&nbsp;"
            f'<b style="color:{colour.name()}">{escape(words[outlook.turn])}</b>'
        )
