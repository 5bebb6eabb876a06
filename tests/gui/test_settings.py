"""Settings outlive a change of their place and format; those of a newer program are let be."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from desktop.files.folders import earlier_settings_file, settings_folder
from desktop.gui import settings
from desktop.gui.settings import adopt_earlier_settings, author, language, stored, stored_switch
from tests.gui.conftest import WindowDriver

GOLDEN = Path(__file__).parent / "golden"
FILE = "settings.ini"
linux = pytest.mark.skipif(sys.platform == "win32", reason="version 1 was in the registry there")


def earlier(name: str) -> Path:
    """Settings as a program of version 1 left them."""
    file = earlier_settings_file()
    file.parent.mkdir(parents=True)
    file.write_bytes((GOLDEN / name).read_bytes())
    return file


def newer() -> Path:
    """Settings of a program that does not exist yet."""
    file = settings_folder() / FILE
    file.parent.mkdir(parents=True)
    file.write_text("[format]\nversion=3\n[review]\nauthor=李强\n[window]\nlanguage=en\n", "utf-8")
    return file


@linux
def test_settings_of_version_1_are_moved_once() -> None:
    file = earlier("settings-1.conf")
    adopt_earlier_settings()
    assert (author(), language()) == ("王芳", "en")
    assert stored("open/folder") == "/reports/洪泽区"
    assert not stored_switch("panes/findings", at_first=True)
    assert isinstance(stored("window/geometry"), QByteArray)
    assert not file.parent.exists()
    written = (settings_folder() / FILE).read_text("utf-8")
    assert "[format]\nversion=2\n" in written
    adopt_earlier_settings()
    assert (settings_folder() / FILE).read_text("utf-8") == written


@linux
def test_the_first_settings_ever_written_open() -> None:
    earlier("settings-1-first.conf")
    adopt_earlier_settings()
    assert stored("open/folder") == "/reports/洪泽区"
    assert isinstance(stored("window/geometry"), QByteArray)
    assert (stored("review/author"), language()) == (None, "zh")


@linux
def test_settings_that_cannot_be_moved_stay_for_the_next_start() -> None:
    file = earlier("settings-1.conf")
    before = file.read_bytes()
    settings_folder().write_text("in the way", "utf-8")
    adopt_earlier_settings()
    assert file.read_bytes() == before
    settings_folder().unlink()
    adopt_earlier_settings()
    assert author() == "王芳"
    assert not file.exists()


@linux
def test_a_move_that_broke_off_after_the_copy_is_ended() -> None:
    file = earlier("settings-1.conf")
    settings.set_author("李强")
    adopt_earlier_settings()
    assert author() == "李强"
    assert not file.exists()


def test_settings_of_a_newer_program_are_told_and_let_be(driver: WindowDriver) -> None:
    file = newer()
    before = file.read_bytes()
    window = driver.window()
    assert "由更新版本的勾稽保存" in window.banner.text
    assert language() == "zh"
    settings.set_author("王芳")
    assert author() != "王芳"
    window.close()
    assert file.read_bytes() == before


def test_what_is_stored_has_a_version(driver: WindowDriver) -> None:
    driver.window().close()
    file = QSettings(str(settings_folder() / FILE), QSettings.Format.IniFormat)
    assert int(str(file.value("format/version"))) == settings.VERSION
    assert settings.refusal() == ""
