"""Painting what lies between rows: headings, the line of the last visit, the place where the reader stopped."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from reader.render.moments import day_heading
from reader.style.palette import mix
from reader.ui.article_row.look import LEFT, RIGHT, Look
from reader.ui.row_view.bands import Band


def words(band: Band) -> str:
    """What a band says."""
    if band.kind == "visit":
        return QCoreApplication.translate("ArticleList", "Since your last visit")
    if band.kind == "stopped":
        return QCoreApplication.translate("ArticleList", "You stopped here")
    if isinstance(band.label, date):
        return day_heading(band.label, datetime.now().astimezone().date())
    return band.label or QCoreApplication.translate("ArticleList", "No section")


def paint_band(painter: QPainter, look: Look, rect: QRect, band: Band) -> None:
    """One band into `rect`."""
    if band.kind == "heading":
        _heading(painter, look, rect, band)
    else:
        _line(painter, look, rect, band)


def paint_sticky(painter: QPainter, look: Look, rect: QRect, inset: int, band: Band) -> None:
    """The heading that stays at the top, over what scrolls under it."""
    painter.fillRect(rect, look.plain.ground)
    _heading(painter, look, rect.adjusted(inset, 0, -inset, 0), band)
    painter.fillRect(QRect(0, rect.bottom(), rect.width(), 1), look.border)


def _heading(painter: QPainter, look: Look, rect: QRect, band: Band) -> None:
    painter.setFont(look.heading)
    painter.setPen(look.plain.title)
    inside = rect.adjusted(LEFT, 6, -RIGHT, 0)
    count = QLocale().toString(band.count) if band.count else ""
    label, palette = words(band), look.palette
    if palette.heading_style == "pill":
        # The heading in the other half's colours.
        width = QFontMetricsF(look.heading).horizontalAdvance(label)
        pill = QRectF(inside.left() - 10, inside.center().y() - 10, width + 20, 21)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.pill))
        painter.drawRoundedRect(pill, 10, 10)
        painter.setPen(QColor(palette.pill_text))
    elif palette.heading_style == "rule":
        painter.fillRect(QRect(rect.left() + LEFT, rect.bottom() - 2, rect.width() - LEFT - RIGHT, 3), look.plain.title)
        inside.adjust(0, 0, 0, -4)
    elif palette.heading_style == "italic":
        painter.setPen(look.plain.accent)
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
    painter.setFont(look.small)
    painter.setPen(look.plain.secondary)
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)


def _line(painter: QPainter, look: Look, rect: QRect, band: Band) -> None:
    """A rule in the accent with its label on the list's ground; the arrow points to what is new."""
    label = words(band)
    if band.kind == "visit" and band.count:
        label = f"↑ {label} · {QLocale().toString(band.count)}"
    width = QFontMetricsF(look.heading).horizontalAdvance(label)
    ink = look.plain.accent
    line = QColor(mix(look.plain.ground.name(), ink.name(), 0.45))
    middle, thick = rect.center().y(), look.palette.border_width
    end = round(rect.left() + LEFT + width + 12)
    painter.fillRect(QRect(end, middle, rect.right() - RIGHT - end, thick), line)
    painter.setFont(look.heading)
    painter.setPen(ink)
    box = QRectF(rect.left() + LEFT, rect.top(), width + 4, rect.height())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
