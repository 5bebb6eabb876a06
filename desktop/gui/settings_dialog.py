"""What a person can set, and the list of keys; both stay open beside the window."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.actions import Actions, keys_of
from desktop.gui.languages import LANGUAGES
from desktop.gui.plain_text import plain_label
from desktop.gui.settings import author, language, set_author


class SettingsDialog(QDialog):
    """Every change holds at once."""

    language_chosen = Signal(str)
    """a key of `LANGUAGES`"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(self.tr("设置"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.author = QLineEdit(author())
        self.author.setObjectName("settingsAuthor")
        self.author.editingFinished.connect(lambda: set_author(self.author.text()))
        self.language = QComboBox()
        self.language.setObjectName("settingsLanguage")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(list(LANGUAGES).index(language()))
        self.language.activated.connect(self._choose)
        self.author.setAccessibleName(self.tr("核对人"))
        self.language.setAccessibleName("语言 Language")
        note = plain_label(self.tr("核对人写进核对记录，退回和修改都注明是谁、在什么时候。"))
        note.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("核对人(&A)"), self.author)
        form.addRow("", note)
        form.addRow(self.tr("语言(&L) Language"), self.language)
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)
        self.setMinimumWidth(420)

    def _choose(self, position: int) -> None:
        code = str(self.language.itemData(position))
        if code != language():
            set_author(self.author.text())
            # The window over which this dialog stands goes with its language.
            self.close()
            self.language_chosen.emit(code)


class ShortcutsDialog(QDialog):
    """Every key, from the same table that the actions are made of."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsDialog")
        self.setWindowTitle(self.tr("快捷键一览"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        native = QKeySequence.SequenceFormat.NativeText
        rows = [
            (
                name.rstrip("…"),
                # Both of a keyboard's return keys have the same name.
                "、".join(dict.fromkeys(key.toString(native) for key in keys)),
            )
            for name, keys in keys_of(actions)
        ]
        rows += [
            (self.tr("改这一格"), "Enter、F2"),
            (self.tr("放弃正在输入的内容"), "Esc"),
            (self.tr("到下一格、上一格"), "Tab、Shift+Tab"),
            (self.tr("清空选中的格"), "Delete"),
            (self.tr("复制、粘贴（可与 WPS、Excel 互贴）"), "Ctrl+C、Ctrl+V"),
            (self.tr("缩放页面"), self.tr("Ctrl+滚轮")),
        ]
        cells = "".join(
            f"<tr><td style='padding:3px 24px 3px 4px'>{escape(what)}</td>"
            f"<td style='padding:3px'><b>{escape(keys)}</b></td></tr>"
            for what, keys in rows
        )
        view = QTextBrowser()
        view.setHtml(f"<table>{cells}</table>")
        view.setAccessibleName(self.windowTitle())
        column = QVBoxLayout(self)
        column.addWidget(view)
        self.resize(480, 560)
