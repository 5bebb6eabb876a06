"""The line below the tables: the selected cell's name and print, or what an edit would do."""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.gui.colours import secondary_text
from desktop.gui.severity_colours import severity_colours
from desktop.gui.tables.cell_appearance import shown_text
from desktop.review.edit_preview import Effect, EquationPreview, balance_words, preview_edit
from desktop.rules.finding import Severity
from desktop.rules.labels import cell_words
from desktop.workspace.review_commands import edit_for
from desktop.workspace.workspace import Workspace

_LINES: Final = 3
"""lines kept free below the table, so that nothing moves while a number is typed"""


class CellLine(QLabel):
    """`describe` comes with every change, `preview` from a cell's editor."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setObjectName("cellLine")
        self.setContentsMargins(8, 2, 8, 4)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 8)
        self.describe()

    def preview(self, name: str, text: str) -> None:
        """What the text being typed would do to the equations of the cell."""
        review = self._workspace.review
        edit = None if review is None else edit_for(review, name, text)
        if review is None or edit is None:
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText(self.tr("“{0}”不是数字").format(text))
            return
        previews = preview_edit(review, edit)
        if not previews:
            self.describe()
            return
        self.setTextFormat(Qt.TextFormat.RichText)
        # What would newly break is told first.
        order = (Effect.BROKEN, Effect.OPEN, Effect.MENDED, Effect.HOLDS)
        ordered = sorted(previews, key=lambda preview: order.index(preview.effect))
        self.setText("<br>".join(self._equation(preview) for preview in ordered[:_LINES]))

    def describe(self) -> None:
        """What was printed and where, of the cell selected."""
        self.setTextFormat(Qt.TextFormat.PlainText)
        review, name = self._workspace.review, self._workspace.cell
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

    def _equation(self, preview: EquationPreview) -> str:
        words = {
            Effect.BROKEN: self.tr("改后不成立"),
            Effect.OPEN: self.tr("仍不成立"),
            Effect.MENDED: self.tr("改后成立"),
            Effect.HOLDS: self.tr("成立"),
        }
        palette = self.palette()
        colour = palette.text().color()
        if preview.effect in (Effect.BROKEN, Effect.OPEN):
            colour = severity_colours(Severity.ERROR, palette.window().color()).edge
        before, after = balance_words(preview.before), balance_words(preview.after)
        change = before if before == after else f"{before} → {after}"
        secondary = secondary_text(palette).name()
        return (
            f'<span style="color:{secondary}">{escape(preview.equation.place)}</span>&nbsp;&nbsp;'
            f"{escape(change)}&nbsp;&nbsp;"
            f'<b style="color:{colour.name()}">{escape(words[preview.effect])}</b>'
        )
