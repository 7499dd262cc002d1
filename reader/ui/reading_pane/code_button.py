"""The small button in the corner of code under the pointer: it copies that code."""

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton

from reader.render.outline import Ground, Group
from reader.style.icons import icon
from reader.style.palette import Palette
from reader.ui.reading_pane.view import ArticleView

_SIZE = 28


class CodeButton(QToolButton):
    """Follows the pointer over the view's code blocks."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view.viewport())
        self.setObjectName("codeButton")
        self._view = view
        self._group: Group | None = None
        self._palette: Palette | None = None
        self.setFixedSize(_SIZE, _SIZE)
        self.setIconSize(QSize(16, 16))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = QCoreApplication.translate("ReadingPane", "Copy the code")
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.clicked.connect(self.copy)
        view.pointed_at.connect(self.follow)
        view.verticalScrollBar().valueChanged.connect(self.hide)
        self.hide()

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._palette = palette
        self.setIcon(icon("copy", palette.text_secondary, 16))

    def follow(self, point: QPointF) -> None:
        """The pointer is at a point of the viewport."""
        group = self._group_at(point)
        if group is None:
            self.hide()
            return
        if group is not self._group or self.isHidden():
            self._group = group
            box = self._view.ground_rect(group)
            self.move(round(box.right()) - _SIZE - 6, max(4, round(box.top()) + 6))
            if self._palette is not None:
                self.setIcon(icon("copy", self._palette.text_secondary, 16))
            self.show()

    def _group_at(self, point: QPointF) -> Group | None:
        shown = self._view.shown
        groups = [one for one in shown.outline.groups if one.ground is Ground.CODE] if shown else []
        document = self._view.document()
        return next(
            (
                one
                for one in groups
                if document.findBlock(one.first).isVisible() and self._view.ground_rect(one).contains(point)
            ),
            None,
        )

    def copy(self) -> None:
        """Copy, and show for a moment that it was done."""
        if self._group is not None and self._palette is not None:
            QGuiApplication.clipboard().setText(self._group.code)
            self.setIcon(icon("check", self._palette.success, 16))
            QTimer.singleShot(1500, self, self.hide)
