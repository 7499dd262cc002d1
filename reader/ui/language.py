"""Which of Encre's two languages the window speaks: Qt's default locale says it."""

from PySide6.QtCore import QLocale


def spoken() -> str:
    """ "fr" or "en"."""
    return "fr" if QLocale().language() == QLocale.Language.French else "en"


def number(value: int) -> str:
    """A whole number with the separators of the language: "1,240", « 1 240 »."""
    return QLocale().toString(value)
