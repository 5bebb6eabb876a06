"""The sentences that the workspace says by itself; a window may say them in another language."""

from __future__ import annotations

from typing import Final

NOT_READABLE: Final = "这个文件无法读取。"
STOPPED: Final = "已停止读取；再次打开这个文件即可继续。"
NO_WORKERS: Final = "读取进程无法启动，请关闭其他程序后重新打开这个文件。"
NOT_WRITTEN: Final = "写文件时程序出错，文件没有写成；请换一个位置重试。"

MESSAGES: Final = (NOT_READABLE, STOPPED, NO_WORKERS, NOT_WRITTEN)
