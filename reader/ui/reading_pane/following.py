"""Where a chosen link leads: out to the browser, to the window, or to something the pane shows over the text."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from reader.render.folds import FOLD
from reader.render.head import CHANGES, SUBSCRIBER, VERSIONS
from reader.style.palette import Palette
from reader.ui.image_viewer import ImageViewer, Sight
from reader.ui.reading_pane.note_popup import NotePopup
from reader.ui.reading_pane.paging import go_to
from reader.ui.reading_pane.view import ArticleView
from reader.ui.table_sheet import TableSheet

SCHEMES = ("http:", "https:", "mailto:")
_NOTE, _MARK, _SHEET = "encre:note-", "encre:mark-", "encre:sheet-"


class Following(QObject):
    """`link_activated` for the browser (http, https, mailto alone), the others for the window; notes, tables and
    pictures open here. `text_needed` asks that the article be written to its end first."""

    link_activated = Signal(str)
    changes_chosen = Signal()
    versions_chosen = Signal()
    subscriber_chosen = Signal()
    text_needed = Signal()

    def __init__(self, view: ArticleView, pane: QWidget) -> None:
        super().__init__(pane)
        self._view = view
        self._pane = pane
        self._palette: Palette | None = None
        self.viewer: ImageViewer | None = None
        self.sheet: TableSheet | None = None
        view.link_chosen.connect(self.follow)
        view.picture_chosen.connect(self.open_picture)

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._palette = palette
        if self.sheet is not None:
            self.sheet.dress(palette)
        if self.viewer is not None:
            self.viewer.dress(palette)

    def follow(self, address: str) -> None:
        """Go where a link leads; an address of another sort leads nowhere."""
        if address.lower().startswith(SCHEMES):
            self.link_activated.emit(address)
            return
        own = {CHANGES: self.changes_chosen, VERSIONS: self.versions_chosen, SUBSCRIBER: self.subscriber_chosen}
        if address in own:
            own[address].emit()
        inside: tuple[tuple[str, Callable[[str], None]], ...] = (
            (_NOTE, self._show_note),
            (_MARK, self._go_to_mark),
            (_SHEET, self._open_sheet),
            (FOLD, self._toggle_fold),
        )
        for prefix, act in inside:
            if address.startswith(prefix):
                act(address.removeprefix(prefix))

    def _toggle_fold(self, number: str) -> None:
        shown = self._view.shown
        if shown is not None and number.isdecimal() and int(number) < len(shown.outline.folds):
            is_open = shown.folds.toggle(int(number))
            self._view.viewport().update()
            self._view.opened.emit()
            words = (
                QCoreApplication.translate("ReadingPane", "Opened")
                if is_open
                else QCoreApplication.translate("ReadingPane", "Closed")
            )
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, words))

    def _go_to_mark(self, label: str) -> None:
        place = self._view.shown.outline.note_marks.get(label) if self._view.shown else None
        if place is not None:
            go_to(self._view, place)

    def _show_note(self, label: str) -> None:
        self.text_needed.emit()
        shown = self._view.shown
        if shown is None or label not in shown.outline.note_places:
            return
        popup = NotePopup(label, shown.outline.notes.get(label, []), self._pane)
        popup.link_chosen.connect(self.follow)
        popup.note_wanted.connect(lambda: go_to(self._view, shown.outline.note_places[label]))
        cursor = self._view.textCursor()
        cursor.setPosition(shown.outline.note_marks.get(label, 0))
        rect = self._view.cursorRect(cursor)
        place = self._view.viewport().mapTo(self._pane, rect.bottomLeft() + QPoint(0, 8))
        popup.come(place, above=place.y() - rect.height() - 16)

    def _open_sheet(self, number: str) -> None:
        shown = self._view.shown
        if shown is None or self._palette is None or not number.isdecimal():
            return
        sheets = shown.outline.sheets
        if int(number) >= len(sheets):
            return
        if self.sheet is None:
            self.sheet = TableSheet(self._pane)
            self.sheet.dress(self._palette)
            self.sheet.closed.connect(self._back_to_text)
        self.sheet.show_table(sheets[int(number)])

    def open_picture(self, number: int) -> None:
        """Open the viewer on picture `number` of the text, if it is there."""
        shown = self._view.shown
        if shown is None:
            return
        if shown.figure.shown[number].href:
            self.follow(shown.figure.shown[number].href)
            return
        if shown.figure.moves(number):
            shown.figure.toggle(number)
            return
        numbers = [index for index, one in enumerate(shown.figure.shown) if one.file is not None]
        sights = [
            Sight(one.file, one.picture.caption or "", one.picture.credit or "", one.picture.alt or "")
            for one in shown.figure.shown
            if one.file is not None
        ]
        if number not in numbers or self._palette is None:
            return
        if self.viewer is None or self.viewer.parentWidget() is not self._pane.window():
            self.viewer = ImageViewer(self._pane.window(), self._palette)
            self.viewer.closed.connect(self._back_to_text)
        self.viewer.show_pictures(sights, numbers.index(number))

    def leave(self) -> None:
        """Close what lies over the text: another article comes."""
        for part in (self.viewer, self.sheet):
            if part is not None and part.isVisible():
                part.leave()

    def _back_to_text(self) -> None:
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
