"""Numbers as the reader's language writes them."""

from PySide6.QtCore import QLocale


def count_words(count: int) -> str:
    """A count with its language's thousands: "1,240", « 1 240 »."""
    return QLocale().toString(count)


def size_words(size: int) -> str:
    """A size in bytes: "1.2 MB", « 1,2 Mo »."""
    french = QLocale().language() == QLocale.Language.French
    units = ("o", "Ko", "Mo", "Go", "To") if french else ("B", "KB", "MB", "GB", "TB")
    amount, unit = float(size), 0
    while amount >= 1000 and unit < len(units) - 1:
        amount, unit = amount / 1000, unit + 1
    digits = 0 if unit == 0 or amount >= 100 else 1
    return f"{QLocale().toString(amount, 'f', digits)}\u00a0{units[unit]}"
