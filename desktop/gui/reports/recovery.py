"""What a killed program left: found at start, offered, taken up again or thrown away."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.files.moves import path_of_today
from desktop.gui.reports.desk import Desk
from desktop.gui.reports.entry import Entry
from desktop.gui.reports.recorder import Recorder
from desktop.review.journal import Left, is_of_newer_program, left_behind, read_left


class Recovery:
    """The journals left behind, read once at start.

    Args:
        folders: where journals may be; those that there are.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        found = left_behind(folders)
        newer = [path for path in found if is_of_newer_program(path)]
        self._newer = len(newer)
        self._journals = [path for path in found if path not in newer]
        self.left = read_left(self._journals)
        for item in self.left:
            item.path = path_of_today(item.path)
        if not self.left:
            self.discard()

    def refusal(self) -> str:
        """Why some journals stay where they are; empty where all could be read."""
        if not self._newer:
            return ""
        return _tr(
            "有 {0} 份操作记录由更新版本的勾稽写下，本版本不能读取，也不会改动；请用新版打开。"
        ).format(self._newer)

    def sentence(self) -> str:
        """What is offered, in words."""
        unsaved = [item for item in self.left if item.is_unsaved]
        if not unsaved:
            return _tr("上次程序没有正常关闭。当时打开了 {0} 份报告。").format(len(self.left))
        steps = sum(len(item.steps) - (item.saved or 0) for item in unsaved)
        return _tr(
            "上次程序没有正常关闭。当时打开了 {0} 份报告，"
            "其中 {1} 份有未保存的处理（{2} 步），都已记下。"
        ).format(len(self.left), len(unsaved), steps)

    def restore(self, desk: Desk, recorder: Recorder) -> Sequence[Path]:
        """Take the work up again.

        Returns:
            The files to open.
        """
        left: list[Left] = self.left
        # The new journal holds everything before the old ones go.
        recorder.take_over(left)
        desk.expect(left)
        self.discard()
        return [item.path for item in left]

    def discard(self) -> None:
        """Throw the journals away."""
        for path in self._journals:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        self._journals = []


def carried_words(entry: Entry) -> str:
    """What became of an earlier review whose PDF was changed since."""
    carried = entry.carried
    if carried is None:
        return ""
    parts = [_tr("“{0}”的 PDF 在上次核对之后变了").format(entry.name)]
    parts.append(_tr("{0} 格数字不同").format(len(carried.cells)))
    if carried.dropped:
        parts.append(_tr("其中 {0} 格的旧修改没有沿用").format(len(carried.dropped)))
    if carried.reopened:
        parts.append(_tr("{0} 条处理意见需要重新确认").format(carried.reopened))
    parts.append(
        _tr("问题：已消除 {0}，仍存在 {1}，新出现 {2}").format(
            len(carried.gone), len(carried.still), len(carried.new)
        )
    )
    return "；".join(parts) + "。"


def lost_words(entry: Entry) -> str:
    """Why a file that was read before cannot be read any more, and what of it is left."""
    return _tr("“{0}”的 PDF 现在无法读取：{1}窗口中仍是上次读到的内容，已做的处理都还在。").format(
        entry.name, entry.reason or ""
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recovery", text)
