"""Every word of the window is translated, and the packaged file is made of the source's words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tests.gui import translations
from tests.gui.translations import QM, modules, translated, words

MODULES = dict(modules())
PLACEHOLDERS = re.compile(r"\{\d\}")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_every_sentence_goes_through_the_translation(path: Path) -> None:
    assert MODULES[path].loose == set()


def test_the_english_file_has_exactly_the_window_s_words() -> None:
    known = translated()
    assert known.keys() == words()
    assert [key for key, text in known.items() if not text] == []


def test_translations_keep_places_endings_and_masks() -> None:
    for (_, source), text in translated().items():
        assert sorted(PLACEHOLDERS.findall(source)) == sorted(PLACEHOLDERS.findall(text)), source
        assert source.endswith("…") == text.endswith("…"), source
        assert re.findall(r"\*\.\w+", source) == re.findall(r"\*\.\w+", text), source


def test_keys_in_the_menus_are_each_there_once() -> None:
    titles = [text for (context, _), text in translated().items() if context == "Menus"]
    keys = re.findall(r"&(\w)", "".join(titles))
    assert len(keys) == len(set(keys)) == 5


def test_the_released_file_is_of_this_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translations, "QM", tmp_path / "again.qm")
    translations.release()
    assert (tmp_path / "again.qm").read_bytes() == QM.read_bytes()
    translator = QTranslator()
    assert translator.load(str(QM))
    assert translator.translate("Actions", "打开…") == "Open…"
