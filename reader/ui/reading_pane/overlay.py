"""A small panel over the pane: it goes with Escape, with a press beside it, or when the keyboard goes elsewhere."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from reader.ui.own_keys import keeps
from reader.ui.shadow import cast_shadow


class Overlay(QFrame):
    """A child of the pane, deleted when it closes. Subclasses fill it."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self._before: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        cast_shadow(self)

    def come(self, place: QPoint, above: int | None = None) -> None:
        """Show below `place` in the pane, inside it; over the line `above` where there is no room below."""
        for other in self._pane.findChildren(Overlay):
            if other is not self and other.isVisible():
                other.close()
        self._before = QApplication.focusWidget()
        self.adjustSize()
        left = max(8, min(place.x() - self.width() // 2, self._pane.width() - self.width() - 20))
        fits = place.y() + self.height() < self._pane.height()
        top = place.y() if fits or above is None else max(8, above - self.height())
        self.move(left, top)
        self.show()
        self.raise_()
        first = next(
            (child for child in self.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus), self
        )
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press outside closes the panel; it still does what it was made for."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress and self.isVisible():
            inside = self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
            if not inside:
                self.close()
        return False

    def event(self, event: QEvent) -> bool:
        """Its keys are its own: Space and letters do nothing behind it, Escape closes it first."""
        return keeps(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            if self._before is not None:
                self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            return
        super().keyPressEvent(event)
