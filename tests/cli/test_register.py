"""The program is made known to the user's desktop, and the records are taken back."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from desktop.cli import register as registering
from desktop.cli.main import run_command
from desktop.resources import resource

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="XDG's records")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "数据 home"
    monkeypatch.setenv("XDG_DATA_HOME", str(place))
    # xdg-mime writes the user's choice of programs there.
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return place


def files_in(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*gouji*") if p.is_file()}


@on_linux
def test_registers_and_takes_it_back(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["--register"]) == 0
    assert files_in(home) >= {
        "applications/gouji.desktop",
        "mime/packages/gouji.xml",
        "icons/hicolor/scalable/apps/gouji.svg",
        "icons/hicolor/scalable/mimetypes/application-x-gouji.svg",
    }
    assert "已写入" in capsys.readouterr().out
    assert run_command(["--unregister"]) == 0
    assert not {name for name in files_in(home) if name.startswith(("app", "icons", "mime/p"))}
    assert run_command(["--unregister"]) == 0
    assert "已删除" not in capsys.readouterr().out.splitlines()[-1:]


@on_linux
def test_the_entry_starts_this_very_program(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = home / '优盘 "A" 100% $x' / "gouji"
    program.parent.mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert run_command(["--register"]) == 0
    entry = configparser.RawConfigParser(strict=False)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(home / "applications" / "gouji.desktop", "utf-8")
    line = entry["Desktop Entry"]["Exec"]
    # As the specification reads it: escapes of a value, then a shell's quoting, then field codes.
    script = "printf '%s\\n' " + line.replace("\\\\", "\\")
    words = subprocess.run(["sh", "-c", script], capture_output=True, check=True, text=True).stdout
    assert [word.replace("%%", "%") for word in words.splitlines()] == [str(program), "%F"]
    assert "application/x-gouji" in entry["Desktop Entry"]["MimeType"]


@on_linux
@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="shared-mime-info")
def test_the_desktop_knows_the_ending(home: Path) -> None:
    assert run_command(["--register"]) == 0
    assert "application/x-gouji:*.gouji" in (home / "mime" / "globs").read_text("utf-8")


def test_the_mime_type_is_named_alike_everywhere() -> None:
    tree = ET.parse(resource("linux", "gouji-mime.xml"))
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    types = [node.get("type") for node in tree.iter(f"{space}mime-type")]
    assert types == ["application/x-gouji"]
    assert [node.get("pattern") for node in tree.iter(f"{space}glob")] == ["*.gouji"]


@on_linux
def test_a_folder_that_cannot_be_written_is_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.parent.mkdir(exist_ok=True)
    home.write_text("a file where the folder should be")
    assert run_command(["--register"]) == 2
    assert capsys.readouterr().err == "勾稽：登记信息无法写入，请检查用户文件夹的权限。\n"


def test_windows_opens_reviews_with_it_and_offers_it_for_pdf(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(registering, "command", lambda: [r"E:\核对 工具\gouji.exe"])
    keys = registering.keys()
    prog_id = keys[".gouji"][""]
    opens = keys[rf"{prog_id}\shell\open\command"][""]
    assert opens == r'"E:\核对 工具\gouji.exe" "%1"'
    assert ".pdf" in keys[r"Applications\gouji.exe\SupportedTypes"]
    # PDF files keep their program: nothing is written as the default of .pdf.
    assert ".pdf" not in keys
    written = set(keys) - {".gouji", r".gouji\OpenWithProgids"}
    assert all(key.startswith(registering.OWN_TREES) for key in written)


def test_the_twin_for_scripts_registers_the_program_without_a_console(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gouji-console.exe"))
    (tmp_path / "gouji-console.exe").touch()
    (tmp_path / "gouji.exe").touch()
    assert registering.command() == [str(tmp_path.resolve() / "gouji.exe")]


@pytest.mark.skipif(sys.platform != "win32", reason="the registry")
def test_windows_takes_back_every_key() -> None:
    def there() -> list[bytes]:
        return [
            subprocess.run(
                ["reg", "query", rf"HKCU\Software\Classes\{key}", "/s"],
                capture_output=True,
                check=False,
            ).stdout
            for key in (".gouji", ".pdf", "Applications", "Gouji.Review")
        ]

    before = there()
    assert run_command(["--register"]) == 0
    assert all(now != was for now, was in zip(there(), before, strict=True))
    assert run_command(["--unregister"]) == 0
    assert there() == before
