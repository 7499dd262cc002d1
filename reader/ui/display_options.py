"""The panel "Display options": what a view shows and how, at once, reset in one click. Values in, values out."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.core.display import DENSITIES, DisplayOptions
from reader.core.entities import FeedId
from reader.core.filters import NEWS_SECTIONS, Grouping, Order
from reader.ui.shadow import cast_shadow

_WIDTH = 300


class OptionsPanel(QFrame):
    """A pop-up of switches. `changed` with the new DisplayOptions at every click."""

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self._opener = parent, parent
        self.hide()
        self.setObjectName("optionsPanel")
        self._options = self._plain = DisplayOptions()
        self._body = QWidget()
        self._body.setObjectName("optionsBody")
        self._column = QVBoxLayout(self._body)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._body)
        self._reset = QPushButton()
        self._reset.clicked.connect(lambda: self._set(self._plain))
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 12)
        column.addWidget(self._scroll)
        column.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignHCenter)
        self._sections: Sequence[str] = ()
        self._feeds: Sequence[tuple[FeedId, str]] = ()
        cast_shadow(self)

    def offer(
        self,
        options: DisplayOptions,
        sections: Sequence[str],
        feeds: Sequence[tuple[FeedId, str]],
        *,
        plain: DisplayOptions | None = None,
    ) -> None:
        """Show these options, with a switch for every section and feed there is; "reset" goes back to `plain`."""
        self._options, self._sections, self._feeds = options, sections, feeds
        self._plain = plain or DisplayOptions()
        self.setAccessibleName(self.tr("Display options"))
        self._reset.setText(self.tr("Reset"))
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._column.setContentsMargins(12, 4, 12, 4)
        self._column.setSpacing(4)
        self._add_shown()
        self._add_looks()
        self._add_sections()
        self._add_feeds()
        self._column.addStretch()
        self._reset.setEnabled(options != self._plain)

    def open_under(self, button: QWidget) -> None:
        """Open below a button, right edges aligned; the button again, Escape or a click elsewhere closes it."""
        self._body.adjustSize()
        if self.isVisible():
            self.hide()
            return
        around, self._opener = self._around, button
        # The button may stand outside, in the toolbar over a list.
        top = around.mapFromGlobal(button.mapToGlobal(QPoint(button.width(), button.height() + 4)))
        y, width = max(4, top.y()), min(_WIDTH, around.width() - 8)
        height = min(560, self._body.sizeHint().height() + 64, around.height() - y - 8)
        self.setGeometry(max(4, top.x() - width), y, width, max(160, height))
        self.show()
        self.raise_()
        self._scroll.setFocus()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def hideEvent(self, event: QHideEvent) -> None:
        """No longer watch for clicks elsewhere."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        """Qt's: Escape is the panel's before it is a key of the window."""
        mine = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if mine and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press outside closes; the list of a choice is a window of its own and counts as inside."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched in (self, self._opener) or self.isAncestorOf(watched)
            if not inside and QApplication.activePopupWidget() is None:
                self.hide()
        return False

    def _set(self, options: DisplayOptions) -> None:
        if options == self._options:
            return
        place = self._scroll.verticalScrollBar().value()
        self.offer(options, self._sections, self._feeds, plain=self._plain)
        self._scroll.verticalScrollBar().setValue(place)
        self.changed.emit(options)

    def _title(self, words: str) -> None:
        label = QLabel(words)
        label.setProperty("role", "section")
        label.setContentsMargins(0, 8, 0, 2)
        self._column.addWidget(label)

    def _switch(self, words: str, on: bool, chosen: Callable[[bool], DisplayOptions]) -> None:
        box = QCheckBox(words)
        box.setChecked(on)
        box.setAccessibleName(words)
        box.toggled.connect(lambda now: self._change(chosen(now)))
        self._column.addWidget(box)

    def _change(self, options: DisplayOptions) -> None:
        self._options = options
        self._reset.setEnabled(options != self._plain)
        self.changed.emit(options)

    def _add_shown(self) -> None:
        self._title(self.tr("Show"))
        options = self._options
        self._switch(
            self.tr("Subscriber articles"), options.subscriber, lambda on: replace(self._options, subscriber=on)
        )
        self._switch(self.tr("News"), options.news, lambda on: replace(self._options, news=on))
        self._switch(
            self.tr("Read articles"), not options.hide_read, lambda on: replace(self._options, hide_read=not on)
        )
        self._switch(
            self.tr("Articles not ready offline"),
            not options.ready_only,
            lambda on: replace(self._options, ready_only=not on),
        )
        self._switch(self.tr("Pictures"), options.pictures, lambda on: replace(self._options, pictures=on))

    def _add_looks(self) -> None:
        densities = (self.tr("Comfortable"), self.tr("Compact"), self.tr("Cards"))
        self._choice(
            self.tr("Density"),
            list(zip(densities, DENSITIES, strict=True)),
            self._options.density,
            lambda value: replace(self._options, density=value),
        )
        self._choice(
            self.tr("Group by"),
            [
                (self.tr("Day"), Grouping.DAY.value),
                (self.tr("Feed"), Grouping.FEED.value),
                (self.tr("Section"), Grouping.SECTION.value),
                (self.tr("Nothing"), Grouping.NONE.value),
            ],
            self._options.grouping.value,
            lambda value: replace(self._options, grouping=Grouping(value)),
        )
        self._choice(
            self.tr("Order"),
            [
                (self.tr("Newest first"), Order.NEWEST.value),
                (self.tr("Oldest first"), Order.OLDEST.value),
                (self.tr("Longest first"), Order.LONGEST.value),
                (self.tr("Shortest first"), Order.SHORTEST.value),
            ],
            self._options.order.value,
            lambda value: replace(self._options, order=Order(value)),
        )

    def _choice(
        self, words: str, choices: Sequence[tuple[str, str]], value: str, chosen: Callable[[str], DisplayOptions]
    ) -> None:
        line = QWidget()
        line.setObjectName("optionsLine")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 2)
        label = QLabel(words)
        box = QComboBox()
        with QSignalBlocker(box):
            for name, data in choices:
                box.addItem(name, data)
            box.setCurrentIndex(box.findData(value))
        box.setAccessibleName(words)
        label.setBuddy(box)
        box.currentIndexChanged.connect(lambda _: self._change(chosen(box.currentData())))
        row.addWidget(label, 1)
        row.addWidget(box, 2)
        self._column.addWidget(line)

    def _add_sections(self) -> None:
        names = [name for name in self._sections if name.lower() not in NEWS_SECTIONS]
        if names:
            self._title(self.tr("Sections"))
        for name in names:
            shown = name.lower() not in self._options.without_sections
            self._switch(name, shown, lambda on, name=name: self._with_section(name.lower(), on))  # type: ignore[misc]

    def _with_section(self, name: str, on: bool) -> DisplayOptions:
        held = self._options.without_sections
        return replace(self._options, without_sections=held - {name} if on else held | {name})

    def _add_feeds(self) -> None:
        if len(self._feeds) > 1:
            self._title(self.tr("Feeds"))
            for feed_id, title in self._feeds:
                shown = feed_id not in self._options.without_feeds
                self._switch(title, shown, lambda on, feed=feed_id: self._with_feed(feed, on))  # type: ignore[misc]

    def _with_feed(self, feed_id: FeedId, on: bool) -> DisplayOptions:
        held = self._options.without_feeds
        return replace(self._options, without_feeds=held - {feed_id} if on else held | {feed_id})
