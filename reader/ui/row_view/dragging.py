"""Articles taken out of a list by the mouse: what goes along, and what is seen under the pointer."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from reader.core.entities import Row
from reader.style.fonts import WINDOW, font
from reader.ui.article_row.look import Look

ARTICLES = "application/x-encre-articles"
_WIDTH, _HEIGHT, _ROUND = 240, 32, 16


def parcel(ids: Sequence[int], rows: Sequence[Row], addresses: Sequence[str]) -> QMimeData:
    """The articles for Encre, their headlines and addresses for other programs."""
    data = QMimeData()
    data.setData(ARTICLES, " ".join(map(str, ids)).encode())
    data.setText("\n".join(addresses or [row.title for row in rows]))
    if addresses:
        data.setUrls([QUrl(address) for address in addresses])
    return data


def articles_in(data: QMimeData) -> list[int]:
    """The articles of a parcel; none for what another program drags."""
    return [int(one) for one in bytes(data.data(ARTICLES).data()).split() if one.isdigit()]


def picture(look: Look, title: str, count: int, ratio: float) -> QPixmap:
    """A headline on a small plate; of several, with their number."""
    drawn = QPixmap(round(_WIDTH * ratio), round(_HEIGHT * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.border)
    painter.setBrush(look.raised.ground)
    radius = min(look.palette.radius, _ROUND)
    painter.drawRoundedRect(QRectF(0.5, 0.5, _WIDTH - 1, _HEIGHT - 1), radius, radius)
    end = _WIDTH - 12.0
    if count > 1:
        number = str(count)
        painter.setFont(font(WINDOW, 12, 600, tabular=True))
        wide = QFontMetrics(painter.font()).horizontalAdvance(number) + 14
        badge = QRectF(_WIDTH - 8 - wide, 7, wide, _HEIGHT - 14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.palette.accent))
        painter.drawRoundedRect(badge, min(radius, 9), min(radius, 9))
        painter.setPen(QColor(look.palette.on_accent))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, number)
        end = badge.left() - 8
    painter.setFont(font(WINDOW, 13))
    painter.setPen(look.raised.title)
    words = QFontMetrics(painter.font()).elidedText(title, Qt.TextElideMode.ElideRight, round(end - 12))
    painter.drawText(QRectF(12, 0, end - 12, _HEIGHT), Qt.AlignmentFlag.AlignVCenter, words)
    painter.end()
    return drawn
