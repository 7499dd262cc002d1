"""The view of what changed: a bar over the text of two versions compared; keys go from change to change.

It is handed an article and asks for comparisons by a callable; marking and going back are for whoever opened it.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.core.comparison import Comparison
from reader.core.entities import Article, ArticleId
from reader.render.diff_view import DiffDocument, Shown, Words
from reader.render.diff_view.document import CHANGE, FOLD
from reader.render.figures import Pictures
from reader.render.formats import TextStyle
from reader.render.moments import long_moment
from reader.style.palette import Palette
from reader.ui.changes_view.bar import VersionsBar, kind_words
from reader.ui.changes_view.text import ChangesText
from reader.ui.reading_pane.places import Kept, restore, scroll_to
from reader.ui.reading_pane.places import keep as keep_place

Compare = Callable[[ArticleId, int | None, int | None], Comparison | None]
AtVersion = Callable[[ArticleId, int | None], Article | None]
_SLICE_MS, _WHOLE_MS = 5.0, 60_000


class ChangesView(QWidget):
    """`compare(id, before, after)` and `article(id, revision)` are the store's; `left` when the reader goes back."""

    left = Signal()
    link_activated = Signal(str)

    def __init__(self, data_folder: Path, compare: Compare, article: AtVersion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changesView")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._data_folder, self._compare, self._article_at = data_folder, compare, article
        self._style = TextStyle()
        self._palette: Palette | None = None
        self._article: Article | None = None
        self._shown: Shown | None = None
        self._sizes: dict[tuple[int, int], str] = {}
        self.present = -1
        self.bar = VersionsBar(self)
        self.text = ChangesText(data_folder, self)
        self._pictures = Pictures(self)
        self._pictures.arrived.connect(self.text.viewport().update)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._go_on)
        self._telling = QTimer(self, interval=0, singleShot=True)
        self._telling.timeout.connect(self._tell_version)
        self._settled = QTimer(self, interval=120, singleShot=True)
        self._settled.timeout.connect(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.text, 1)
        self._connect()

    def _connect(self) -> None:
        self.bar.chosen.connect(self._choose)
        self.bar.back_wanted.connect(self.left)
        self.bar.step_wanted.connect(self.step)
        self.bar.whole_wanted.connect(self._open_whole)
        self.text.link_chosen.connect(self._follow)
        for keys, step in (("F8", 1), ("Shift+F8", -1)):
            key = QShortcut(QKeySequence(keys), self)
            key.activated.connect(lambda by=step: self.step(by))

    # ---- what is shown ----------------------------------------------------------------------------------------------
    def show_changes(self, article: Article, before: int | None = None) -> bool:
        """Compare the version `before` (by default the one last read, else the first) with the newest.

        False when the article has one version only.
        """
        numbers = [version.number for version in article.revisions]
        if len(numbers) < 2:
            return False
        read = before if before is not None else article.read_revision
        known = [number for number in numbers if number <= (read or 0)]
        start = known[-1] if known else numbers[0]
        # Where the newest was read already, all that happened since the first is of interest.
        start = start if start != numbers[-1] else numbers[0]
        self._article, self._sizes = article, {}
        self.bar.show_versions(article.revisions, read, start, numbers[-1])
        self.text.setAccessibleName(
            QCoreApplication.translate("ChangesView", "What changed in “{0}”").format(article.title)
        )
        self._choose(start, numbers[-1])
        return True

    def article_id(self) -> ArticleId | None:
        """The article whose changes are shown."""
        return self._article.id if self._article else None

    def versions(self) -> int:
        """How many versions of it are known here."""
        return len(self._article.revisions) if self._article else 0

    def comparison(self) -> Comparison | None:
        """What is shown."""
        return self._shown.comparison if self._shown else None

    def _choose(self, before: int, after: int) -> None:
        article = self._article
        if article is None:
            return
        compared = self._compare(article.id, before, after)
        newer = self._article_at(article.id, after)
        if compared is None or newer is None:
            return
        self._shown = Shown(compared, newer, whole=self.bar.tools["whole"].isChecked())
        self._sizes[(before, after)] = self.size_words(compared)
        self._build()
        self.present = -1
        self.step(1)
        # It may take another comparison: after the first screen.
        self._telling.start()

    def _tell_version(self) -> None:
        if self._shown is not None and self.versions() > 2:
            self.bar.tell(self._version_words(self._shown.comparison.after))

    def _version_words(self, number: int) -> str:
        """ "Version 3 of 4 · 18 November 2026, 10:05 · 57 words added · marked update": against the one before it."""
        article = self._article
        assert article is not None
        versions = article.revisions
        index = next(index for index, one in enumerate(versions) if one.number == number)
        one = versions[index]
        place = QCoreApplication.translate("ChangesView", "Version {0} of {1}").format(index + 1, len(versions))
        words = [place, long_moment(one.fetched)]
        if index:
            key = (versions[index - 1].number, number)
            if key not in self._sizes:
                compared = self._compare(article.id, *key)
                self._sizes[key] = self.size_words(compared) if compared else ""
            words.append(self._sizes[key])
        return " · ".join(filter(None, [*words, kind_words(one.change)]))

    def size_words(self, compared: Comparison) -> str:
        """How many words came and went."""
        one = compared.difference
        words = [self.tr("%n word(s) added", "", one.added_words)] if one.added_words else []
        words += [self.tr("%n word(s) removed", "", one.removed_words)] if one.removed_words else []
        if not words and compared.title is not None:
            words = [QCoreApplication.translate("ChangesView", "another headline")]
        return " · ".join(words)

    def _summary(self, compared: Comparison) -> str:
        words = self.size_words(compared)
        if not words and compared.difference.first_changed is None:
            return QCoreApplication.translate("ChangesView", "These two versions read the same.")
        return " · ".join(filter(None, [words, kind_words(compared.change)]))

    def _folded(self, count: int) -> str:
        return self.tr("%n paragraph(s) unchanged", "", count)

    def _build(self, *, keep: bool = False) -> None:
        if self._shown is None or self._palette is None:
            return
        self._pictures.forget_waiting()
        kept = self._kept() if keep else None
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.text.set_margins()
        words = Words(self._folded, self._summary)
        made = DiffDocument(
            self._shown,
            self._style,
            self._palette,
            self._pictures,
            words,
            data_folder=self._data_folder,
            width=self.text.column(),
        )
        if keep:
            made.write_more(_WHOLE_MS)
        self.text.show_comparison(made)
        if kept is not None:
            restore(self.text, made.outline.starts, kept)
        if not made.complete:
            self._idle.start()
        self._tell_place()

    def _kept(self) -> Kept | None:
        shown = self.text.compared
        return keep_place(self.text, shown.outline.starts) if shown is not None else None

    def _go_on(self) -> None:
        made = self.text.compared
        if made is None or made.write_more(_SLICE_MS):
            self._idle.stop()

    def _finish(self) -> None:
        if self.text.compared is not None:
            self.text.compared.write_more(_WHOLE_MS)

    # ---- from change to change --------------------------------------------------------------------------------------
    def step(self, by: int) -> None:
        """Go to the next change (1) or the one before (-1), round the end."""
        made = self.text.compared
        if made is None:
            return
        count = made.changes
        self.go_to((self.present + by) % count if count else -1)

    def go_to(self, place: int) -> None:
        """Go to a change by its number, from 0."""
        made = self.text.compared
        if made is None:
            return
        if place >= len(made.places):
            self._finish()
        self.present = place if place < len(made.places) else -1
        if self.present >= 0:
            position = made.places[self.present]
            top = self.text.height_of(position)
            if self.present == 0 and top < self.text.viewport().height() * 0.7:
                scroll_to(self.text, 0)
            else:
                scroll_to(self.text, round(top - self.text.viewport().height() * 0.25))
        self._tell_place()

    def _tell_place(self) -> None:
        made = self.text.compared
        self.bar.show_count(self.present, made.changes if made else 0)
        self.text.gutter.present = self.present
        self.text.gutter.update()
        self.text.setAccessibleDescription(self.told_change())

    def told_change(self) -> str:
        """The change one stands on, in words: what a screen reader says."""
        made = self.text.compared
        if made is None or self.present < 0:
            return ""
        comparison = made.shown.comparison
        gone: list[str] = []
        come: list[str] = []
        for index, number in made.numbers.items():
            if number != self.present:
                continue
            if index < 0 and comparison.title is not None:
                gone, come = [comparison.title[0]], [comparison.title[1]]
                continue
            for op, words in comparison.difference.blocks[index].words:
                {"insert": come, "delete": gone}.get(op.value, []).append(" ".join(words.split()))
        told = [self.bar.count.text()]
        if gone:
            told.append(QCoreApplication.translate("ChangesView", "Removed: {0}").format("; ".join(gone)))
        if come:
            told.append(QCoreApplication.translate("ChangesView", "Added: {0}").format("; ".join(come)))
        return ". ".join(told)

    def _follow(self, address: str) -> None:
        if address.startswith(FOLD):
            self.unfold(int(address.removeprefix(FOLD)))
        elif address.startswith(CHANGE):
            self.go_to(int(address.removeprefix(CHANGE)))
        elif QUrl(address).scheme().lower() in ("http", "https", "mailto"):
            self.link_activated.emit(address)

    def unfold(self, start: int) -> None:
        """Open one unchanged stretch; what is in sight stays where it is."""
        if self._shown is None:
            return
        old = self._shown
        self._shown = Shown(old.comparison, old.after, old.opened | {start}, old.whole)
        self._build(keep=True)

    def _open_whole(self, whole: bool) -> None:
        if self._shown is None:
            return
        self._shown = Shown(self._shown.comparison, self._shown.after, self._shown.opened, whole)
        self._build()
        self.go_to(max(0, self.present))

    # ---- typography, themes, keys -----------------------------------------------------------------------------------
    def set_text_style(self, style: TextStyle) -> None:
        """The pane's own typography."""
        self._style = style.within_bounds()
        self.text.set_style(self._style)
        self._build(keep=True)

    def dress(self, palette: Palette) -> None:
        """Wear a theme, live; the place stays."""
        self._palette = palette
        self.text.dress(palette)
        self.text.gutter.dress(palette)
        self.bar.dress(palette)
        self._build(keep=True)

    def speak(self) -> None:
        """Say everything in the language of the moment."""
        self.bar.speak()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's: another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.speak()

    def page(self, forward: bool) -> bool:
        """A page on or back; False where there is none."""
        bar = self.text.verticalScrollBar()
        before = bar.value()
        self._finish()
        scroll_to(self.text, before + (1 if forward else -1) * round(self.text.viewport().height() * 0.9))
        return bar.value() != before

    def point_of(self, place: int) -> QPoint:
        """Where a change is in the viewport."""
        made = self.text.compared
        top = self.text.height_of(made.places[place]) if made else 0.0
        return QPoint(0, round(top) - self.text.verticalScrollBar().value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: headline and tables are set anew for another width, once it stays."""
        super().resizeEvent(event)
        self._settled.start()

    def _fit(self) -> None:
        made = self.text.compared
        if made is not None and made.width != self.text.column():
            self._build(keep=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: N and P go from change to change, U opens the folds."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() == Qt.Key.Key_N:
            self.step(1)
        elif plain and event.key() == Qt.Key.Key_P:
            self.step(-1)
        elif plain and event.key() == Qt.Key.Key_U:
            self.bar.tools["whole"].toggle()
        else:
            super().keyPressEvent(event)
