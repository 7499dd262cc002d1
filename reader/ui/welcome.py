"""The first start: something to read at once, well-known feeds to tick, a theme to choose. Nothing is fetched here."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.paths import RESOURCES
from reader.style.icons import app_icon, icon
from reader.style.palette import Palette
from reader.ui.dialogs.found_feed import FoundFeed
from reader.ui.language import spoken
from reader.ui.theme_chooser import ThemeChooser

_STRIP = QSize(88, 55)
_WIDEST = 960


@dataclass(frozen=True, slots=True)
class KnownFeed:
    """A feed offered on the first start."""

    title: str
    url: str
    language: str
    about_fr: str
    about_en: str


def known_feeds(language: str, file: Path = RESOURCES / "welcome" / "known_feeds.toml") -> list[KnownFeed]:
    """The feeds offered, those in `language` first, in the file's order; none when the file cannot be read."""
    try:
        rows = tomllib.loads(file.read_text(encoding="utf-8"))["feed"]
        feeds = [
            KnownFeed(row["title"], row["url"], row["language"], row["about"]["fr"], row["about"]["en"]) for row in rows
        ]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return sorted(feeds, key=lambda feed: feed.language != language)


class Welcome(QDialog):
    """Says one thing and closes, but for theme and language, which are tried on at once."""

    read_requested = Signal()
    feeds_chosen = Signal(list)
    import_requested = Signal()
    add_requested = Signal()
    theme_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(
        self,
        palettes: Sequence[Palette],
        palette: Palette,
        language: str = "system",
        parent: QWidget | None = None,
    ) -> None:
        """`language` is the setting: "system", "fr" or "en"."""
        super().__init__(parent)
        self.setObjectName("welcome")
        self.resize(880, 660)
        self._palettes, self._theme, self._language = list(palettes), palette, language
        self._ticked: set[str] = set()
        # In a large window the page stays as wide as it reads well, in the middle.
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        self._row.addStretch(1)
        self._body = QWidget()
        self._build()

    def _build(self) -> None:
        """All that is said, in the language of now; ticks are kept."""
        self.setWindowTitle(self.tr("Welcome to Encre"))
        self.cards: list[FoundFeed] = []
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(40, 32, 40, 24)
        column.setSpacing(24)
        middle = QHBoxLayout()
        middle.setSpacing(40)
        middle.addLayout(self._beginning(), 5)
        middle.addLayout(self._feeds(), 6)
        column.addLayout(middle, 1)
        column.addWidget(self._themes())
        body.setMaximumWidth(_WIDEST)
        self._row.removeWidget(self._body)
        self._body.deleteLater()
        self._body = body
        self._row.insertWidget(1, body, 100)
        self._name_follow()
        self.dress(self._theme)

    def _beginning(self) -> QVBoxLayout:
        sign = QLabel()
        sign.setPixmap(app_icon().pixmap(64, 64))
        name = QLabel(self.tr("Encre"))
        name.setObjectName("welcomeName")
        sentence = QLabel(self.tr("The articles you choose, kept whole on your own disk, to read anywhere."))
        sentence.setObjectName("welcomeSentence")
        sentence.setWordWrap(True)
        self.read_button = QPushButton(self.tr("Read the welcome articles"))
        self.read_button.setProperty("primary", True)
        self.read_button.setDefault(True)
        self.read_button.setMinimumHeight(36)
        self.import_button = QPushButton(self.tr("Import subscriptions (OPML)…"))
        self.add_button = QPushButton(self.tr("Add an address…"))
        for button, signal in (
            (self.read_button, self.read_requested),
            (self.import_button, self.import_requested),
            (self.add_button, self.add_requested),
        ):
            button.setAccessibleName(button.text())
            # Qt leaves no air between icon and words.
            button.setText("\u2002" + button.text())
            button.clicked.connect(lambda _=False, say=signal: self._leave(say))
        note = QLabel(self.tr("They are on your disk already: no network is needed."))
        note.setProperty("role", "secondary")
        note.setWordWrap(True)
        self.languages = self._language_box()
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(sign)
        column.addWidget(name)
        column.addWidget(sentence)
        column.addSpacing(16)
        column.addWidget(self.read_button)
        column.addWidget(note)
        column.addSpacing(8)
        column.addWidget(self.import_button)
        column.addWidget(self.add_button)
        column.addStretch(1)
        column.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _language_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Encre’s language"))
        box.setMinimumWidth(180)
        for words, value in ((self.tr("The system’s language"), "system"), ("Français", "fr"), ("English", "en")):
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(self._language)))
        box.currentIndexChanged.connect(lambda _: self._speak(str(box.currentData())))
        return box

    def _feeds(self) -> QVBoxLayout:
        heading = QLabel(self.tr("Or begin with well-known feeds"))
        heading.setProperty("role", "heading")
        list_body = QWidget()
        list_body.setObjectName("dialogBody")
        rows = QVBoxLayout(list_body)
        rows.setContentsMargins(0, 0, 4, 0)
        rows.setSpacing(6)
        language = spoken()
        for feed in known_feeds(language):
            card = FoundFeed(feed.url, feed.title, (), self._theme, ticked=feed.url in self._ticked)
            card.show_state(feed.about_fr if language == "fr" else feed.about_en)
            card.ticked_changed.connect(self._tick)
            rows.addWidget(card)
            self.cards.append(card)
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(list_body)
        self.follow_button = QPushButton()
        self.follow_button.setAutoDefault(False)
        self.follow_button.clicked.connect(self._follow)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(area, 1)
        column.addWidget(self.follow_button, 0, Qt.AlignmentFlag.AlignRight)
        return column

    def _themes(self) -> QWidget:
        self.themes = ThemeChooser(self._palettes, self._theme.id, spoken(), columns=8, size=_STRIP)
        self.themes.chosen.connect(self.theme_chosen)
        return self.themes

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._theme = palette
        self.themes.dress(palette)
        for card in self.cards:
            card.dress(palette)
        self.read_button.setIcon(icon("book-open", palette.on_accent, 16))
        self.import_button.setIcon(icon("file-down", palette.text_secondary, 16))
        self.add_button.setIcon(icon("plus", palette.text_secondary, 16))

    def changeEvent(self, event: QEvent) -> None:
        """Qt's: another language, said anew."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._build()

    def _speak(self, language: str) -> None:
        self._language = language
        self.language_chosen.emit(language)

    def _tick(self) -> None:
        self._ticked = {card.url for card in self.cards if card.ticked}
        self._name_follow()

    def _name_follow(self) -> None:
        count = len(self._ticked)
        self.follow_button.setText(self.tr("Follow %n feed(s)", None, count) if count else self.tr("Follow them"))
        self.follow_button.setEnabled(count > 0)
        self.follow_button.setProperty("primary", count > 0)
        self.follow_button.style().unpolish(self.follow_button)
        self.follow_button.style().polish(self.follow_button)

    def _follow(self) -> None:
        self.accept()
        self.feeds_chosen.emit([card.url for card in self.cards if card.ticked])

    def _leave(self, signal: object) -> None:
        self.accept()
        signal.emit()  # type: ignore[attr-defined]
