"""The few questions the window asks; each a function of its own, so that tests can answer."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

from desktop import __version__
from desktop.gui.ui_terms import ui_term
from desktop.resources import NOTICE


class Unsaved(Enum):
    """What to do with edits that are in no file yet."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


def ask_files(parent: QWidget, folder: Path) -> list[Path]:
    """Which reports to open; none where the person changed their mind."""
    names, _ = QFileDialog.getOpenFileNames(
        parent,
        _tr("打开年度报告"),
        str(folder),
        _tr("年度报告和核对记录 (*.pdf *.PDF *.gouji);;所有文件 (*)"),
    )
    return [Path(name) for name in names]


def ask_last_year(parent: QWidget, folder: Path) -> Path | None:
    """Which report is last year's; None where the person changed their mind."""
    title = _tr("选择同一单位上一年度的报告")
    kinds = _tr("年度报告 (*.pdf *.PDF);;所有文件 (*)")
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(name) if name else None


def ask_rule_file(parent: QWidget, folder: Path) -> Path | None:
    """Which rule file to use; None where the person changed their mind."""
    kinds = _tr("规则文件 (*.toml);;所有文件 (*)")
    name, _ = QFileDialog.getOpenFileName(parent, _tr("选择规则文件"), str(folder), kinds)
    return Path(name) if name else None


def ask_file_name(parent: QWidget, preset: Path) -> Path | None:
    """Where to write; None where the person changed their mind."""
    kinds = {".xlsx": _tr("Excel 工作簿 (*.xlsx)"), ".csv": _tr("CSV 文件 (*.csv)")}
    return _place_to_write(parent, _tr("导出"), preset, kinds[preset.suffix])


def ask_review_name(parent: QWidget, preset: Path) -> Path | None:
    """Where to save a review whose own folder cannot be written."""
    title = _tr("PDF 所在的文件夹不能写入，请另选位置保存核对记录")
    return _place_to_write(parent, title, preset, _tr("核对记录 (*.gouji)"))


def _place_to_write(parent: QWidget, title: str, preset: Path, kind: str) -> Path | None:
    dialog = QFileDialog(parent, title, str(preset.parent), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # With the ending the dialog can tell that there is such a file, and ask.
    dialog.setDefaultSuffix(preset.suffix)
    dialog.selectFile(preset.name)
    if not dialog.exec():
        return None
    return Path(dialog.selectedFiles()[0])


def ask_remark(parent: QWidget, text: str) -> str | None:
    """The note on a report; None where the person changed their mind."""
    label = _tr("这份报告的备注（随核对记录保存）")
    said, taken = QInputDialog.getMultiLineText(parent, _tr("备注"), label, text)
    return said if taken else None


def ask_set_aside(parent: QWidget) -> str | None:
    """Why a report is set aside; None where the person changed their mind, or gave no reason."""
    reasons = [
        _tr("等待报送单位重新提交"),
        _tr("不能读取，待索取可读的文件"),
        _tr("不属于本次核对范围"),
    ]
    label = _tr("搁置的理由（从列表中选，或写明）")
    said, taken = QInputDialog.getItem(parent, _tr("搁置"), label, reasons, 0, editable=True)
    return said.strip() or None if taken else None


def ask_password(parent: QWidget, name: str) -> str | None:
    """What opens a file; None where the person changed their mind."""
    label = _tr("{0} 的打开密码（只用于这一次，不会保存）").format(name)
    password = QLineEdit.EchoMode.Password
    said, taken = QInputDialog.getText(parent, _tr("输入密码"), label, password)
    return said if taken and said else None


def ask_unsaved(parent: QWidget, count: int) -> Unsaved:
    """What to do with the edits of so many reports before the window closes."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_tr("关闭勾稽"))
    box.setText(_tr("{0} 份报告有未保存的核对记录。").format(count))
    box.setInformativeText(_tr("保存会在 PDF 旁边写核对记录（.gouji），下次打开 PDF 时接着核对。"))
    save = box.addButton(_tr("保存并关闭"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(_tr("不保存"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(_tr("取消"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(cancel)
    box.exec()
    chosen = box.clickedButton()
    if chosen is save:
        return Unsaved.SAVE
    return Unsaved.DISCARD if chosen is discard else Unsaved.CANCEL


def show_error(parent: QWidget | None, message: str, detail: str = "") -> None:
    """One sentence about what went wrong; the technical part comes with a click."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_tr("勾稽"))
    text = ui_term(message)
    # What is said may hold a file's name, or a word of a document.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    close = box.addButton(_tr("知道了"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    if detail:
        box.setDetailedText(detail)
        copy = box.addButton(_tr("复制详情"), QMessageBox.ButtonRole.ActionRole)
        # The dialog stays until it is closed.
        copy.clicked.disconnect()
        whole = f"{text}\n\nGouji {__version__}\n{detail}"
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(whole))
    box.exec()


def show_about(parent: QWidget) -> None:
    """What this program is, what it is made of, and under which licences."""
    from desktop.versions import versions

    text = _tr(
        "<h3>勾稽 {0}</h3>"
        "<p>政府信息公开工作年度报告核对台：读取 PDF，核对勾稽关系，改正后导出。</p>"
        "<p>全部在本机运行，不联网，不改动原 PDF。</p>"
    )
    about = QMessageBox(parent)
    about.setWindowTitle(_tr("关于勾稽"))
    about.setTextFormat(Qt.TextFormat.RichText)
    about.setText(text.format(__version__))
    about.setInformativeText("<br>".join(versions().lines()))
    # The button "show details" opens the licences.
    about.setDetailedText(NOTICE.read_text("utf-8"))
    about.exec()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Dialogs", text)
