"""One line of the notification tray, painted whole, with its deeds on hover; and the headings between lines."""

import re
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.core.entities import Notification, NotificationKind
from reader.render.moments import clock, long_moment
from reader.style.fonts import WINDOW, font
from reader.style.icons import icon, pixmap
from reader.style.palette import Palette, legible, mix
from reader.ui.tip import tip

_LEFT, _RIGHT, _TOP, _LINE = 52, 12, 10, 18
_ICONS = {
    NotificationKind.NEW: "newspaper",
    NotificationKind.UPDATED: "history",
    NotificationKind.FEED_BROKEN: "triangle-alert",
    NotificationKind.FEED_MOVED: "link",
    NotificationKind.STORAGE: "download",
    NotificationKind.BACKUP: "check-check",
    NotificationKind.ACCOUNT: "lock",
}


@dataclass(frozen=True, slots=True)
class Words:
    """What a line says: a lead in strong letters and up to three lines under it."""

    lead: str
    lines: tuple[str, ...] = ()
    wraps: bool = False


def words_of(notification: Notification) -> Words:
    """The words of a line. A "new" one gives its headlines a line each; the feed's name stands above the group."""
    title, text = notification.title, notification.text
    if notification.kind is NotificationKind.NEW:
        # As `engine.sentences.new_articles` joins them, in either language.
        lead, *headlines = re.split(r"\s*:\s", text, maxsplit=1)
        lines = [one.removesuffix(" …") for one in headlines[0].split(" · ")] if headlines else []
        return Words(lead, tuple(lines[:3]))
    if notification.kind is NotificationKind.UPDATED:
        return Words(title, (text,))
    if notification.kind is NotificationKind.FEED_BROKEN:
        return Words(QCoreApplication.translate("NotificationTray", "This feed could not be refreshed"), (text,), True)
    if notification.kind is NotificationKind.FEED_MOVED:
        return Words(QCoreApplication.translate("NotificationTray", "This feed has a new address"), (text,), True)
    return Words(title, (text,), True)


def kind_words(kind: NotificationKind) -> str:
    """The kind as a word, for a screen reader."""
    names = {
        NotificationKind.NEW: QCoreApplication.translate("NotificationTray", "New articles"),
        NotificationKind.UPDATED: QCoreApplication.translate("NotificationTray", "Updated article"),
        NotificationKind.FEED_BROKEN: QCoreApplication.translate("NotificationTray", "Feed in trouble"),
        NotificationKind.FEED_MOVED: QCoreApplication.translate("NotificationTray", "Feed moved"),
        NotificationKind.STORAGE: QCoreApplication.translate("NotificationTray", "Storage"),
        NotificationKind.BACKUP: QCoreApplication.translate("NotificationTray", "Backup"),
        NotificationKind.ACCOUNT: QCoreApplication.translate("NotificationTray", "Account"),
    }
    return names[kind]


class NotificationRow(QAbstractButton):
    """One notification: click, Enter or Space opens what it tells of; two small buttons appear on hover and focus."""

    opened = Signal(object)
    feed_wanted = Signal(object)
    retry_wanted = Signal(object)
    walked = Signal(int)

    def __init__(self, notification: Notification, *, unseen: bool) -> None:
        super().__init__()
        self.setObjectName("notificationRow")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.notification = notification
        self.words = words_of(notification)
        self.unseen = unseen
        self._theme: Palette | None = None
        self._tools: QWidget | None = None
        self.clicked.connect(lambda: self.opened.emit(self.notification))
        said = [kind_words(notification.kind), self.words.lead, *self.words.lines, long_moment(notification.at)]
        if unseen:
            said.insert(0, self.tr("Not seen yet"))
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setToolTip(tip("\n".join([self.words.lead, *self.words.lines])))
        self._fit()

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._theme = palette
        if self._tools is not None:
            self._tools.deleteLater()
            self._tools = None
        self.update()

    def _wrapped(self) -> list[str]:
        """The lines under the lead as they fit, at most three."""
        metrics, room = QFontMetrics(font(WINDOW, 13)), self.width() - _LEFT - _RIGHT
        if not self.words.wraps:
            return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in self.words.lines]
        found: list[str] = []
        words = " ".join(self.words.lines).split(" ")
        while words and len(found) < 3:
            taken = 1
            while taken < len(words) and metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= room:
                taken += 1
            line = " ".join(words if len(found) == 2 else words[:taken])
            found.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room))
            words = words[taken:]
        return found

    def _fit(self) -> None:
        self.setFixedHeight(2 * _TOP + _LINE * (1 + len(self._wrapped())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: long sentences wrap."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()
        self._place_tools()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: tile, words, time, dot, ring."""
        if (theme := self._theme) is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(mix(theme.overlay, theme.text, 0.1 if self.isDown() else 0.06)))
            painter.drawRoundedRect(QRectF(self.rect()), min(8, theme.radius), min(8, theme.radius))
        self._paint_tile(painter, theme)
        busy = self._tools is not None and self._tools.isVisible()
        end = self.width() - _RIGHT
        if not busy:
            painter.setFont(font(WINDOW, 12, tabular=True))
            painter.setPen(QColor(theme.text_secondary))
            time = clock(self.notification.at)
            painter.drawText(
                QRectF(_LEFT, _TOP, end - _LEFT, _LINE),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                time,
            )
            end -= QFontMetrics(painter.font()).horizontalAdvance(time) + 8
        else:
            end -= 64
        painter.setFont(font(WINDOW, 13, 600 if self.unseen else 400))
        painter.setPen(QColor(theme.text))
        lead = QFontMetrics(painter.font()).elidedText(self.words.lead, Qt.TextElideMode.ElideRight, end - _LEFT)
        painter.drawText(QRectF(_LEFT, _TOP, end - _LEFT + 2, _LINE), Qt.AlignmentFlag.AlignVCenter, lead)
        painter.setFont(font(WINDOW, 13))
        painter.setPen(QColor(theme.text_secondary))
        for place, line in enumerate(self._wrapped(), 1):
            top = _TOP + place * _LINE
            painter.drawText(QRectF(_LEFT, top, self.width(), _LINE), Qt.AlignmentFlag.AlignVCenter, line)
        if self.property("keyboardFocus"):
            painter.setPen(QPen(QColor(theme.focus_ring), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1, 1, -1, -1), min(8, theme.radius), min(8, theme.radius)
            )
        painter.end()

    def _paint_tile(self, painter: QPainter, theme: Palette) -> None:
        kind = self.notification.kind
        hue = {NotificationKind.UPDATED: theme.badge_update, NotificationKind.FEED_BROKEN: theme.error}
        colour = hue.get(kind, theme.accent)
        ground = mix(theme.overlay, colour, 0.13)
        tile = QRectF(16, _TOP, 26, 26)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        radius = min(13, theme.radius)
        painter.drawRoundedRect(tile, radius, radius)
        sign = pixmap(_ICONS[kind], legible(colour, [ground], 3.1), 16, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(tile.left() + 5, tile.top() + 5), sign)
        if self.unseen:
            painter.setBrush(QColor(legible(theme.unread, [theme.overlay], 3.1)))
            painter.drawEllipse(QPointF(8, tile.center().y()), 3.5, 3.5)

    def _show_tools(self) -> None:
        if self._tools is None:
            self._tools = self._make_tools()
        self._place_tools()
        self._tools.show()
        self.update()

    def _make_tools(self) -> QWidget:
        box = QWidget(self)
        box.setObjectName("rowTools")
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        offers = []
        if self.notification.kind is NotificationKind.FEED_BROKEN:
            offers.append(("refresh-cw", self.tr("Try again"), self.retry_wanted))
        elif self.notification.article_ids:
            offers.append(("book-open", self.tr("Read"), self.opened))
        if self.notification.feed_id is not None:
            offers.append(("rss", self.tr("Go to the feed"), self.feed_wanted))
        for name, words, signal in offers:
            button = QToolButton()
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setIconSize(QSize(16, 16))
            button.setFixedSize(28, 26)
            if self._theme is not None:
                button.setIcon(icon(name, self._theme.text_secondary, 16))
            button.clicked.connect(lambda _=False, say=signal: say.emit(self.notification))
            row.addWidget(button)
        box.adjustSize()
        return box

    def _place_tools(self) -> None:
        if self._tools is not None:
            size = self._tools.sizeHint()
            self._tools.setGeometry(QRect(self.width() - size.width() - 8, 6, size.width(), size.height()))

    def _hide_tools(self) -> None:
        if self._tools is not None and not self._tools.isAncestorOf(self.focusWidget() or self):
            self._tools.hide()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Qt's: the deeds appear."""
        self._show_tools()

    def leaveEvent(self, event: QEvent) -> None:
        """Qt's: and go."""
        if not self.hasFocus():
            self._hide_tools()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's: by key too."""
        super().focusInEvent(event)
        self._show_tools()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's: unless Tab went to one of them."""
        super().focusOutEvent(event)
        self._hide_tools()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: Enter opens, as Space does; the arrows are the panel's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            # A button would go to what Tab comes to next, the area around it would scroll.
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


def day_label(words: str) -> QLabel:
    """The heading over a day."""
    label = QLabel(words)
    label.setProperty("role", "section")
    label.setContentsMargins(16, 16, 16, 4)
    return label


def feed_label(words: str) -> QLabel:
    """The feed over its lines."""
    label = QLabel(words)
    label.setObjectName("notificationFeed")
    label.setContentsMargins(16, 8, 16, 0)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def column_of(body: QWidget) -> QVBoxLayout:
    """The column the lines stand in."""
    column = QVBoxLayout(body)
    column.setContentsMargins(4, 0, 4, 16)
    column.setSpacing(0)
    return column


def group_by_day(notifications: list[Notification], today: datetime) -> list[tuple[datetime, list[Notification]]]:
    """Newest day first; within a day lines of one feed stand together, in the order of their newest."""
    days: dict[object, list[Notification]] = {}
    for one in sorted(notifications, key=lambda one: one.at, reverse=True):
        days.setdefault(one.at.astimezone(today.tzinfo).date(), []).append(one)
    grouped = []
    for lines in days.values():
        feeds: dict[object, list[Notification]] = {}
        for one in lines:
            feeds.setdefault(one.feed_id if one.feed_id is not None else f"one {one.id}", []).append(one)
        grouped.append((lines[0].at, [one for group in feeds.values() for one in group]))
    return grouped
