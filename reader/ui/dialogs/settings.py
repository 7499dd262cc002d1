"""The settings, built from their declarations: groups at the left, search, a sentence under each; applied at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, cast

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.settings import SETTINGS, Setting, Settings, Value
from reader.style.icons import icon, menu_icon
from reader.style.palette import Palette
from reader.ui.language import spoken
from reader.ui.sidebar.tree import folded
from reader.ui.switch import Switch
from reader.ui.theme_chooser import ThemeChooser

_ICONS = {
    "appearance": "palette",
    "reading": "book-open",
    "list": "newspaper",
    "refresh": "refresh-cw",
    "notifications": "bell",
    "storage": "archive",
    "rules": "eye-off",
    "keys": "keyboard",
    "other": "settings",
}


def group_title(group: str) -> str:
    """The name of a group of settings."""
    titles = {
        "appearance": QCoreApplication.translate("SettingsDialog", "Appearance"),
        "reading": QCoreApplication.translate("SettingsDialog", "Reading"),
        "list": QCoreApplication.translate("SettingsDialog", "List and Home"),
        "refresh": QCoreApplication.translate("SettingsDialog", "Refresh"),
        "notifications": QCoreApplication.translate("SettingsDialog", "Notifications"),
        "storage": QCoreApplication.translate("SettingsDialog", "Storage"),
        "rules": QCoreApplication.translate("SettingsDialog", "Rules"),
        "keys": QCoreApplication.translate("SettingsDialog", "Keys"),
    }
    return titles.get(group, QCoreApplication.translate("SettingsDialog", "Other"))


class Page(Protocol):
    """A group of settings that is no list of them: a widget that can be searched and dressed."""

    def show_words(self, words: str) -> int:
        """Show what has these words; how many lines."""

    def setVisible(self, visible: bool) -> None:
        """Qt's."""

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""


class SettingRow(QFrame):
    """One setting: its name, its sentence, its control; a way back when it is not as it came."""

    set_to = Signal(object)

    def __init__(self, setting: Setting, value: Value, palettes: Sequence[Palette], worn: Palette) -> None:
        super().__init__()
        self.setObjectName("settingRow")
        self.setting = setting
        self._worn = worn
        language = spoken()
        title = QLabel(setting.title_in(language))
        title.setObjectName("settingTitle")
        sentence = QLabel(setting.help_in(language))
        sentence.setProperty("role", "secondary")
        sentence.setWordWrap(True)
        self.control = self._make_control(value, palettes)
        self.control.setAccessibleName(title.text())
        self.control.setAccessibleDescription(sentence.text())
        self.back = QToolButton()
        self.back.setToolTip(self.tr("As it came"))
        self.back.setAccessibleName(self.tr("{0}: as it came").format(title.text()))
        self.back.setIconSize(QSize(16, 16))
        self.back.clicked.connect(self._reset)
        # A place is kept for it, so that nothing jumps when it appears.
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(policy)
        self._lay(title, sentence)
        self._show_back(value)
        self.dress(worn)

    def _lay(self, title: QLabel, sentence: QLabel) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(sentence)
        if isinstance(self.control, ThemeChooser):
            self.back.hide()
            words.setContentsMargins(0, 12, 0, 12)
            words.addSpacing(12)
            words.addWidget(self.control)
            self.setLayout(words)
            return
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addSpacing(16)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.control, 0, Qt.AlignmentFlag.AlignVCenter)

    def _make_control(self, value: Value, palettes: Sequence[Palette]) -> QWidget:
        setting = self.setting
        if setting.name == "theme":
            chooser = ThemeChooser(palettes, str(value), spoken(), deeds=True)
            chooser.chosen.connect(self._say)
            return chooser
        if isinstance(value, bool):
            switch = Switch(self._worn)
            switch.setChecked(value)
            switch.toggled.connect(self._say)
            return switch
        if setting.choices:
            return self._make_choice(str(value))
        if isinstance(value, (int, float)):
            return self._make_number(value)
        field = QLineEdit(value)
        field.setMinimumWidth(200)
        field.editingFinished.connect(lambda: self._say(field.text()))
        return field

    def _make_choice(self, value: str) -> QComboBox:
        combo = QComboBox()
        combo.setMinimumWidth(168)
        for choice in self.setting.choices:
            combo.addItem(self.setting.choice_in(choice, spoken()), choice)
        combo.setCurrentIndex(combo.findData(value))
        combo.currentIndexChanged.connect(lambda _: self._say(str(combo.currentData())))
        return combo

    def _make_number(self, value: float) -> QSpinBox | QDoubleSpinBox:
        setting = self.setting
        box: QSpinBox | QDoubleSpinBox = QDoubleSpinBox() if isinstance(setting.default, float) else QSpinBox()
        low, high = setting.low or 0, setting.high if setting.high is not None else 1_000_000
        box.setMinimumWidth(112)
        box.setKeyboardTracking(False)
        # The sheet's padding does not reach the field inside a spin box.
        if (field := box.lineEdit()) is not None:
            field.setTextMargins(6, 0, 0, 0)
        if setting.unit:
            box.setSuffix(f"\u00a0{setting.unit}")
        if isinstance(box, QDoubleSpinBox):
            box.setRange(low, high)
            box.setDecimals(1)
            box.setSingleStep(0.5)
            box.setValue(value)
        else:
            box.setRange(int(low), int(high))
            box.setSingleStep(10 if setting.unit == "%" else 5 if high > 200 else 1)
            box.setValue(int(value))
        box.valueChanged.connect(self._say)
        return box

    def show_value(self, value: Value) -> None:
        """Show another value, silently."""
        control = self.control
        control.blockSignals(True)
        if isinstance(control, ThemeChooser):
            control.choose(str(value))
        elif isinstance(control, Switch):
            control.setChecked(bool(value))
        elif isinstance(control, QComboBox):
            control.setCurrentIndex(control.findData(value))
        elif isinstance(control, QDoubleSpinBox):
            control.setValue(float(value))
        elif isinstance(control, QSpinBox):
            control.setValue(int(value))
        elif isinstance(control, QLineEdit):
            control.setText(str(value))
        control.blockSignals(False)
        control.update()
        self._show_back(value)

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self.back.setIcon(icon("undo-2", palette.text_secondary, 16))
        if isinstance(self.control, (Switch, ThemeChooser)):
            self.control.dress(palette)

    def matches(self, words: str) -> bool:
        """Whether a search finds it: all words, in its name, its sentence or its group."""
        language = spoken()
        parts = (self.setting.title_in(language), self.setting.help_in(language), group_title(self.setting.group))
        return all(word in folded(" ".join(parts)) for word in folded(words).split())

    def _say(self, value: Value) -> None:
        self._show_back(value)
        self.set_to.emit(value)

    def _reset(self) -> None:
        self.show_value(self.setting.default)
        self.set_to.emit(self.setting.default)

    def _show_back(self, value: Value) -> None:
        self.back.setVisible(value != self.setting.default and not isinstance(self.control, ThemeChooser))


class SettingsDialog(QDialog):
    """Every setting that has a group; a change is written and said at once by `changed(name)`."""

    changed = Signal(str)
    theme_deed = Signal(str)

    def __init__(
        self,
        settings: Settings,
        palettes: Sequence[Palette],
        palette: Palette,
        parent: QWidget | None = None,
        make_pages: Mapping[str, Callable[[Palette], QWidget]] | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_pages = make_pages or {}
        self.setObjectName("settingsDialog")
        self.resize(840, 600)
        self._settings, self._palettes, self._theme = settings, list(palettes), palette
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._build(0)

    def _build(self, group: int) -> None:
        """All that is said, in the language of now, open at a group."""
        self.setWindowTitle(self.tr("Settings"))
        shown = [setting for setting in SETTINGS if setting.group]
        values = ((setting, self._settings[setting.name]) for setting in shown)
        self.rows = [SettingRow(setting, value, self._palettes, self._theme) for setting, value in values]
        self.search = QLineEdit()
        self.search.setObjectName("settingsSearch")
        self.search.setPlaceholderText(self.tr("Search settings"))
        self.search.setAccessibleName(self.tr("Search settings"))
        self.search.setClearButtonEnabled(True)
        self.pages = {name: make(self._theme) for name, make in self._make_pages.items()}
        self.groups = self._make_groups(dict.fromkeys([*(setting.group for setting in shown), *self.pages]))
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._nothing = QLabel(self.tr("No setting has these words."))
        self._nothing.setProperty("role", "secondary")
        self._trouble = QLabel()
        self._trouble.setProperty("role", "error")
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._lay()
        for row in self.rows:
            row.set_to.connect(lambda value, name=row.setting.name: self._set(name, value))
            if isinstance(row.control, ThemeChooser):
                row.control.deed_requested.connect(self.theme_deed)
        self.groups.currentRowChanged.connect(self._choose_group)
        self.search.textChanged.connect(self._filter)
        self.groups.setCurrentRow(group)
        self.dress(self._theme)

    def _make_groups(self, names: Iterable[str]) -> QListWidget:
        groups = QListWidget()
        groups.setObjectName("settingsGroups")
        groups.setAccessibleName(self.tr("Groups of settings"))
        groups.setIconSize(QSize(16, 16))
        for name in names:
            item = QListWidgetItem(group_title(name))
            item.setData(Qt.ItemDataRole.UserRole, name)
            groups.addItem(item)
        return groups

    def _lay(self) -> None:
        side = QWidget()
        side.setFixedWidth(216)
        left = QVBoxLayout(side)
        left.setContentsMargins(12, 16, 0, 16)
        left.setSpacing(12)
        left.addWidget(self.search)
        left.addWidget(self.groups, 1)
        list_body = QWidget()
        list_body.setObjectName("dialogBody")
        rows = QVBoxLayout(list_body)
        rows.setContentsMargins(24, 20, 24, 24)
        rows.setSpacing(0)
        for part in (self._title, self._trouble, self._nothing, *self.rows, *self.pages.values()):
            rows.addWidget(part)
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(list_body)
        body = QWidget()
        whole = QHBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(side)
        whole.addWidget(area, 1)
        self._whole.removeWidget(self._body)
        self._body.deleteLater()
        self._body = body
        self._whole.addWidget(body)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's: another language, said anew."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._build(self.groups.currentRow())

    def show_setting(self, name: str) -> None:
        """Open at the group of a setting and put the keyboard on it."""
        row = next(row for row in self.rows if row.setting.name == name)
        self.search.clear()
        for place in range(self.groups.count()):
            if self.groups.item(place).data(Qt.ItemDataRole.UserRole) == row.setting.group:
                self.groups.setCurrentRow(place)
        row.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the values as they are now: something else may have changed them."""
        for row in self.rows:
            row.show_value(self._settings[row.setting.name])

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._theme = palette
        for place in range(self.groups.count()):
            item = self.groups.item(place)
            name = _ICONS.get(str(item.data(Qt.ItemDataRole.UserRole)), "settings")
            item.setIcon(menu_icon(name, palette))
        for row in self.rows:
            row.dress(palette)
        for page in self._searchable().values():
            page.dress(palette)

    def _searchable(self) -> dict[str, Page]:
        return {name: cast(Page, page) for name, page in self.pages.items()}

    def _set(self, name: str, value: Value) -> None:
        try:
            self._settings.set(name, value)
        except (OSError, ValueError):
            self._trouble.setText(self.tr("This could not be saved: is the disk full or the folder read-only?"))
            self._trouble.show()
            self.refresh()
            return
        self._trouble.hide()
        self.changed.emit(name)

    def _choose_group(self) -> None:
        """A group instead of what was searched."""
        self.search.clear()
        self._filter()

    def _filter(self) -> None:
        words = self.search.text().strip()
        item = self.groups.currentItem()
        if item is not None:
            item.setSelected(not words)
        group = str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""
        self._title.setText(self.tr("Found") if words else group_title(group))
        found = 0
        for row in self.rows:
            fits = row.matches(words) if words else row.setting.group == group
            row.setVisible(fits)
            found += fits
        for name, page in self._searchable().items():
            lines = page.show_words(words)
            fits = bool(words and lines) or (not words and name == group)
            page.setVisible(fits)
            found += lines if fits else 0
        self._nothing.setVisible(not found)
