"""The window's language: Qt's translators for our words and Qt's own, and the locale of dates and numbers."""

import locale
import os

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from reader.paths import RESOURCES

_installed: list[QTranslator] = []


def wanted_language(setting: str, given: str | None = None) -> str:
    """ "fr" or "en": what was given, else the setting, else the system's."""
    for choice in (given, setting):
        if choice in ("fr", "en"):
            return choice
    said = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    said = said or locale.getlocale()[0] or QLocale.system().name()
    return "fr" if said.lower().startswith("fr") else "en"


def speak(language: str) -> None:
    """Load the words of `language` for the whole program; done again it replaces them."""
    app = QCoreApplication.instance()
    if app is None:
        return
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    QLocale.setDefault(QLocale(QLocale.Language.French if language == "fr" else QLocale.Language.English))
    places = (
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"encre_{language}", str(RESOURCES / "translations")),
    )
    for name, folder in places:
        translator = QTranslator()
        if translator.load(name, folder):
            app.installTranslator(translator)
            _installed.append(translator)


def spoken() -> str:
    """The language of the moment, "fr" or "en": Qt's default locale says it."""
    return "fr" if QLocale().language() == QLocale.Language.French else "en"
