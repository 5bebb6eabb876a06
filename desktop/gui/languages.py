"""The language of the window: Chinese as written in the source, English from a .qm file."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.resources import ROOT

LANGUAGES: Final = {"zh": "中文", "en": "English"}
"""each named in itself"""
_CHINESE: Final = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
_ENGLISH: Final = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def use_language(app: QApplication, code: str) -> None:
    """Let everything that is made from now on speak a language.

    Args:
        app: the application.
        code: a key of `LANGUAGES`.
    """
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    locale = _ENGLISH if code == "en" else _CHINESE
    QLocale.setDefault(locale)
    # The words on Qt's own buttons are English already.
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    sources = {"zh": ("qtbase", folder), "en": ("gouji", str(ROOT / "translations"))}
    name, place = sources[code]
    translator = QTranslator(app)
    if translator.load(locale, name, "_", place):
        app.installTranslator(translator)
    else:
        translator.deleteLater()
