"""Everything a person can tell the window to do, in one table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import QWidget

from desktop.gui.icons import RATIOS, icon


class Actions(NamedTuple):
    """The window's actions; each has its name as object name: `actionOpen`."""

    open: QAction
    save: QAction
    export_excel: QAction
    export_csv: QAction
    quit: QAction
    undo: QAction
    redo: QAction
    restore: QAction
    zoom_in: QAction
    zoom_out: QAction
    fit_width: QAction
    fit_page: QAction
    previous_page: QAction
    next_page: QAction
    find: QAction
    find_report: QAction
    next_finding: QAction
    previous_finding: QAction
    take_repair: QAction
    accept: QAction
    report_wrong: QAction
    reading_wrong: QAction
    take_back: QAction
    remark: QAction
    finish: QAction
    reopen: QAction
    set_aside: QAction
    resume: QAction
    unlock: QAction
    next_report: QAction
    previous_report: QAction
    previous_year: QAction
    load_rules: QAction
    packaged_rules: QAction
    settings: QAction
    shortcuts: QAction
    about: QAction


class _Plan(NamedTuple):
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False


_PLANS: Final[dict[str, _Plan]] = {
    "open": _Plan("打开…", ("Ctrl+O",), "open"),
    "save": _Plan("保存核对记录", ("Ctrl+S",), "save"),
    "export_excel": _Plan("导出 Excel…", ("F12", "Ctrl+E"), "export"),
    "export_csv": _Plan("导出 CSV…", (), "export"),
    "quit": _Plan("退出", ("Ctrl+Q",)),
    "undo": _Plan("撤销", ("Ctrl+Z",), "undo"),
    "redo": _Plan("重做", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo"),
    "restore": _Plan("恢复为原文值", ()),
    "zoom_in": _Plan("放大", ("Ctrl++", "Ctrl+="), "zoom-in"),
    "zoom_out": _Plan("缩小", ("Ctrl+-",), "zoom-out"),
    "fit_width": _Plan("适合宽度", ("Ctrl+1",), "fit-width", checkable=True),
    "fit_page": _Plan("适合页面", ("Ctrl+2",), "fit-page", checkable=True),
    "previous_page": _Plan("上一页", ("Alt+PgUp",), "page-up"),
    "next_page": _Plan("下一页", ("Alt+PgDown",), "page-down"),
    "find": _Plan("在原文中查找…", ("Ctrl+F",), "find"),
    "find_report": _Plan("按机关查找…", ("Ctrl+Shift+F",)),
    "next_finding": _Plan("下一处", ("F8",), "next"),
    "previous_finding": _Plan("上一处", ("Shift+F8",), "previous"),
    "take_repair": _Plan("采用建议值", ("Ctrl+Return", "Ctrl+Enter"), "repair"),
    "accept": _Plan("按原样接受…", ("F7",), "accept"),
    "report_wrong": _Plan("填报有误", ("Ctrl+F7",)),
    "reading_wrong": _Plan("读取有误", ("Shift+F7",)),
    "take_back": _Plan("撤回处理意见", ()),
    "remark": _Plan("备注…", ("Ctrl+M",)),
    "finish": _Plan("核对完成", ("F9",), "done"),
    "reopen": _Plan("撤回完成"),
    "set_aside": _Plan("搁置…", ("Shift+F9",)),
    "resume": _Plan("取消搁置"),
    "unlock": _Plan("输入密码…"),
    "next_report": _Plan("下一份报告", ("Ctrl+PgDown",), "next-report"),
    "previous_report": _Plan("上一份报告", ("Ctrl+PgUp",)),
    "previous_year": _Plan("上一年度报告…"),
    "load_rules": _Plan("规则文件…"),
    "packaged_rules": _Plan("恢复自带规则"),
    "settings": _Plan("设置…"),
    "shortcuts": _Plan("快捷键一览", ("F1",)),
    "about": _Plan("关于勾稽"),
}


def make_actions(window: QWidget) -> Actions:
    """All actions, children of the window, with their keys and tips."""
    return Actions(*(_action(window, name, _PLANS[name]) for name in Actions._fields))


def keys_of(actions: Actions) -> list[tuple[str, list[QKeySequence]]]:
    """The actions that have keys, by the names that they always have."""
    return [
        (QCoreApplication.translate("Actions", _PLANS[name].text), action.shortcuts())
        for name, action in zip(Actions._fields, actions, strict=True)
        if action.shortcuts()
    ]


def enable_at_start(actions: Actions, *, every: bool = False) -> None:
    """Only what can be done before the first report is open; or everything, once one can be."""
    able = (actions.open, actions.quit, actions.settings, actions.shortcuts, actions.about)
    for action in actions:
        action.setEnabled(every or action in able)


def colour_icons(actions: Actions, palette: QPalette, ratios: Sequence[float] = RATIOS) -> None:
    """Draw every action's icon in these colours, for screens of these densities."""
    for name, action in zip(Actions._fields, actions, strict=True):
        if _PLANS[name].icon:
            action.setIcon(icon(_PLANS[name].icon, palette, ratios))


def _action(window: QWidget, name: str, plan: _Plan) -> QAction:
    text = QCoreApplication.translate("Actions", plan.text)
    action = QAction(text, window)
    action.setObjectName("action" + "".join(part.capitalize() for part in name.split("_")))
    action.setShortcuts([QKeySequence(key) for key in plan.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setCheckable(plan.checkable)
    keys = f"（{plan.keys[0]}）" if plan.keys else ""
    action.setIconText(text.rstrip("…"))
    action.setToolTip(text.rstrip("…") + keys)
    return action
