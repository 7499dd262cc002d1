"""The notification tray: a panel over the right edge of its parent that lasts, typed, grouped by day and feed."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from reader.core.entities import FeedId, Notification, NotificationKind
from reader.render.moments import day_heading
from reader.style.icons import icon
from reader.style.palette import Palette
from reader.ui.empty_state import EmptyState
from reader.ui.motion import milliseconds
from reader.ui.notification_rows import NotificationRow, column_of, day_label, feed_label, group_by_day
from reader.ui.shadow import cast_shadow

WIDTH = 384
_SHOWN = 40
_NAMED = (NotificationKind.NEW, NotificationKind.FEED_BROKEN, NotificationKind.FEED_MOVED)


class NotificationTray(QWidget):
    """Slides over the right edge of its parent. What was unseen when it opened keeps its dot until it closes."""

    article_requested = Signal(int)
    update_requested = Signal(int)
    articles_requested = Signal(list)
    feed_requested = Signal(int)
    refresh_requested = Signal(int)
    closed = Signal()
    seen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trayPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme: Palette | None = None
        self._open = False
        self._fresh: set[int] = set()
        self._limit = _SHOWN
        self._before: QWidget | None = None
        self._told: tuple[tuple[Notification, ...], datetime | None, dict[FeedId, str]] = ((), None, {})
        self._moving = QPropertyAnimation(self, b"pos", self)
        self._moving.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._moving.finished.connect(self._settled)
        self._build()
        self._say()
        parent.installEventFilter(self)
        self.hide()
        cast_shadow(self)

    def _build(self) -> None:
        self._title = title = QLabel()
        title.setProperty("role", "heading")
        self._close = QToolButton()
        self._close.setIconSize(QSize(20, 20))
        self._close.clicked.connect(self.close_panel)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 12, 8)
        head.addWidget(title, 1)
        head.addWidget(self._close)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty = EmptyState("bell_asleep")
        stack = QWidget()
        stack.setObjectName("trayStack")
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._area)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(stack, 1)

    def _say(self) -> None:
        """The words that stay, in the language of now."""
        self.setAccessibleName(self.tr("Notifications"))
        self._title.setText(self.tr("Notifications"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.setAccessibleName(self.tr("Close the notifications"))
        self._empty.show_words(
            "bell_asleep",
            self.tr("You have no notifications yet"),
            self.tr("New articles, updates of what you have read and feeds in trouble will be told here."),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Qt's: another language, said anew."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
            if self._open:
                self._fill()

    def show_notifications(
        self, notifications: Sequence[Notification], now: datetime, feed_titles: Mapping[FeedId, str] | None = None
    ) -> None:
        """The tray's content, newest first in any order; `feed_titles` names the feeds of the groups where known."""
        titles = {one.feed_id: one.title for one in notifications if one.feed_id is not None and one.kind in _NAMED}
        known = (tuple(notifications), now, {**titles, **(feed_titles or {})})
        same_day = self._told[1] is not None and self._told[1].astimezone().date() == now.astimezone().date()
        if self._told[0] == known[0] and self._told[2] == known[2] and same_day:
            return
        self._told = known
        if self._open:
            self._fresh |= {one.id for one in notifications if not one.seen}
            self.seen.emit()
            self._fill()

    def open(self) -> None:
        """Slide in; what is unseen is told to be seen."""
        if self._open:
            return
        self._open = True
        self._limit = _SHOWN
        self._fresh = {one.id for one in self._told[0] if not one.seen}
        self._fill()
        self._lay()
        self.show()
        self.raise_()
        self._slide(self._parent().width(), self._parent().width() - self.width())
        self._before = QApplication.focusWidget()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        self.seen.emit()

    def close_panel(self) -> None:
        """Slide out."""
        if not self._open:
            return
        self._open = False
        self._fresh = set()
        # Back to where the reader was, unless that is gone.
        now = QApplication.focusWidget()
        if self._before is not None and isValid(self._before) and now is not None and self.isAncestorOf(now):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._slide(self.x(), self._parent().width())
        self.closed.emit()

    def is_open(self) -> bool:
        """Whether it is there, or coming."""
        return self._open

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._theme = palette
        self._close.setIcon(icon("x", palette.text_secondary, 20))
        # The panel's own edge stays free: children would paint over it.
        self._column.setContentsMargins(palette.border_width, 0, 0, 0)
        self._empty.dress(palette, palette.overlay)
        for row in self.rows():
            row.dress(palette)

    def rows(self) -> list[NotificationRow]:
        """The lines on show, from top to bottom."""
        body = self._area.widget()
        return [] if body is None else body.findChildren(NotificationRow)

    def _parent(self) -> QWidget:
        parent = self.parentWidget()
        assert parent is not None
        return parent

    def _fill(self) -> None:
        notifications, now, titles = self._told
        place = self._area.verticalScrollBar().value()
        self._stack.setCurrentWidget(self._area if notifications else self._empty)
        body = QWidget()
        body.setObjectName("trayBody")
        column = column_of(body)
        shown = sorted(notifications, key=lambda one: one.at, reverse=True)[: self._limit]
        for at, lines in group_by_day(shown, now.astimezone()) if now is not None else ():
            column.addWidget(day_label(day_heading(at.astimezone().date(), now.astimezone().date())))  # type: ignore[union-attr]
            above: FeedId | None = None
            for one in lines:
                if one.feed_id is not None and one.feed_id != above and one.feed_id in titles:
                    column.addWidget(feed_label(titles[one.feed_id]))
                above = one.feed_id
                column.addWidget(self._row(one))
        if len(notifications) > self._limit:
            column.addWidget(self._more(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._area.setWidget(body)
        self._area.verticalScrollBar().setValue(place)

    def _row(self, notification: Notification) -> NotificationRow:
        row = NotificationRow(notification, unseen=not notification.seen or notification.id in self._fresh)
        row.opened.connect(self._opened)
        row.feed_wanted.connect(lambda one: self.feed_requested.emit(one.feed_id))
        row.retry_wanted.connect(lambda one: self.refresh_requested.emit(one.feed_id))
        row.walked.connect(self._walk)
        if self._theme is not None:
            row.dress(self._theme)
        return row

    def _more(self) -> QPushButton:
        button = QPushButton(self.tr("Show earlier ones"))
        button.setProperty("flat", True)
        button.clicked.connect(self._show_more)
        return button

    def _show_more(self) -> None:
        self._limit += 3 * _SHOWN
        self._fill()

    def _walk(self, direction: int) -> None:
        """The keyboard goes to the next line (+1) or the one before (-1)."""
        rows = self.rows()
        here = next((place for place, row in enumerate(rows) if row.hasFocus()), -1)
        if rows:
            row = rows[max(0, min(len(rows) - 1, here + direction))]
            row.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(row)

    def _opened(self, notification: Notification) -> None:
        ids = list(map(int, notification.article_ids))
        if len(ids) == 1 and notification.kind is NotificationKind.UPDATED:
            self.update_requested.emit(ids[0])
        elif len(ids) == 1:
            self.article_requested.emit(ids[0])
        elif ids:
            self.articles_requested.emit(ids)
        elif notification.feed_id is not None:
            self.feed_requested.emit(int(notification.feed_id))

    def _lay(self) -> None:
        parent = self._parent()
        width = min(WIDTH, parent.width())
        left = parent.width() - (width if self._open else 0)
        self.setGeometry(QRect(left, 0, width, parent.height()))

    def _slide(self, start: int, end: int) -> None:
        self._moving.stop()
        time = milliseconds(self, 160)
        if not time or not self._parent().isVisible():
            self.move(end, 0)
            self._settled()
            return
        self._moving.setDuration(time)
        self._moving.setStartValue(QPoint(start, 0))
        self._moving.setEndValue(QPoint(end, 0))
        self._moving.start()

    def _settled(self) -> None:
        if not self._open:
            self.hide()
            # A closed panel has no lines: each would cost at every change of theme.
            self._area.setWidget(QWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: keep to the parent's edge."""
        if watched is self.parent() and event.type() is QEvent.Type.Resize and self._open:
            self._moving.stop()
            self._lay()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: Escape closes; the arrows walk the lines."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in steps:
            self._walk(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
