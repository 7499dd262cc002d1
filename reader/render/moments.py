"""Times in words, in the reader's language and zone: the list's short form, day headings, the pane's whole form.

Qt's default locale says which language; times come in as aware UTC values and become local here alone.
"""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale


def _french() -> bool:
    return QLocale().language() == QLocale.Language.French


def clock(at: datetime) -> str:
    """The hour: "14 h 05" (« 14 h » on the hour) in French, "14:05" in English."""
    local = at.astimezone()
    if _french():
        return f"{local.hour}\u00a0h" + (f"\u00a0{local.minute:02d}" if local.minute else "")
    return f"{local.hour}:{local.minute:02d}"


def _day(day: date, *, weekday: bool, year: bool) -> str:
    pattern = ("dddd d MMMM" if weekday else "d MMMM") + (" yyyy" if year else "")
    words = QLocale().toString(QDate(day.year, day.month, day.day), pattern)
    # « 1er » is how French writes the first of a month.
    return words.replace("1 ", "1er ", 1) if _french() and day.day == 1 else words


def short_moment(at: datetime, now: datetime) -> str:
    """The form of a list row: the hour today, "yesterday", the day this year, day and year before."""
    day, today = at.astimezone().date(), now.astimezone().date()
    if day == today:
        return clock(at)
    if (today - day).days == 1:
        return QCoreApplication.translate("Moments", "yesterday")
    return _day(day, weekday=False, year=day.year != today.year)


def day_heading(day: date, today: date) -> str:
    """The heading over a day: "Today", "Yesterday", "Wednesday 18 November", with the year of other years."""
    if day == today:
        return QCoreApplication.translate("Moments", "Today")
    if (today - day).days == 1:
        return QCoreApplication.translate("Moments", "Yesterday")
    words = _day(day, weekday=True, year=day.year != today.year)
    return words[:1].upper() + words[1:]


def long_moment(at: datetime) -> str:
    """The whole form of the pane: "18 November 2026, 14:05", « 18 novembre 2026, 14 h 05 »."""
    return f"{_day(at.astimezone().date(), weekday=False, year=True)}, {clock(at)}"


def ago(at: datetime, now: datetime) -> str:
    """How long since: "just now", "4 min ago", "2 h ago", else the short form."""
    minutes = int((now - at).total_seconds() // 60)
    if minutes < 1:
        return QCoreApplication.translate("Moments", "just now")
    if minutes < 60:
        return QCoreApplication.translate("Moments", "{0} min ago").format(minutes)
    if minutes < 60 * 12:
        return QCoreApplication.translate("Moments", "{0} h ago").format(minutes // 60)
    return short_moment(at, now)
