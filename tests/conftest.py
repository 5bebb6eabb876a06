"""Every test runs in folders of its own; windows stay off the screen unless asked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("window")
    group.addoption("--headed", action="store_true", help="show the windows on the real screen")
    group.addoption(
        "--pause",
        type=float,
        default=0.0,
        metavar="SECONDS",
        help="keep each test's window open for so long, to look at it",
    )


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("--headed"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # That platform finds no fonts by itself on Windows.
        if os.name == "nt":
            os.environ.setdefault("QT_QPA_FONTDIR", r"C:\Windows\Fonts")
    # The offscreen platform has no window manager, and says so for every window.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.name == "nt" or os.environ.get("DISPLAY"):
        return
    skip = pytest.mark.skip(reason="no screen: run under xvfb-run")
    for item in items:
        if item.get_closest_marker("screen"):
            item.add_marker(skip)


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and data of the person who runs the tests stay out of them."""
    home = tmp_path_factory.mktemp("home")
    for variable in (
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
        "APPDATA",
        "LOCALAPPDATA",
        "XDG_RUNTIME_DIR",
    ):
        monkeypatch.setenv(variable, str(home))
    return home
