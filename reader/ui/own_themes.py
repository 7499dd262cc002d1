"""The reader's own themes: their folder watched while they are edited, imported, exported, copied, edited."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core.errors import ThemeError
from reader.core.imported_later import imported_later
from reader.core.whole_file import write_whole
from reader.paths import THEMES
from reader.style.palette import Palette
from reader.ui.preferences import Preferences
from reader.ui.theme_chooser import ThemeChooser
from reader.ui.theme_menu import ThemeMenu, theme_menu

if TYPE_CHECKING:
    from reader.style.palette import files
    from reader.style.palette.files import Theme
    from reader.ui.dialogs.theme_editor import ThemeEditor
else:
    files = imported_later("reader.style.palette.files")

_SETTLED = 150


class OwnThemes(QObject):
    """`said` has words for a notice. A file that breaks while it is edited leaves what is worn as it is."""

    said = Signal(str)

    def __init__(self, preferences: Preferences, folder: Path, window: QWidget, built_in: Path = THEMES) -> None:
        super().__init__(window)
        self._preferences, self._folder, self._window, self._built_in = preferences, folder, window, built_in
        self._told: set[str] = set()
        self.editor: ThemeEditor | None = None
        self._watcher = QFileSystemWatcher(self)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED)
        self._settled.timeout.connect(self.reload)
        self._watcher.directoryChanged.connect(lambda _: self._settled.start())
        self._watcher.fileChanged.connect(lambda _: self._settled.start())
        preferences.theme_deed.connect(self.do)
        self.watch()

    def watch(self) -> None:
        """Look at the folder and at each file: an editor may write in place or put a new file there."""
        wanted = [str(self._folder), *(str(file) for file in files.theme_files(self._folder))]
        seen = {*self._watcher.directories(), *self._watcher.files()}
        missing = [name for name in wanted if name not in seen and Path(name).exists()]
        if missing:
            self._watcher.addPaths(missing)

    def reload(self) -> None:
        """Read the themes again; a fault is said once, and the theme as it was stays while it lasts."""
        self.watch()
        palettes, errors = files.load_themes(self._built_in, self._folder)
        worn = self._preferences.find(self._preferences.settings.text("theme"))
        if errors and worn is not None and worn.id not in {palette.id for palette in palettes}:
            palettes.append(worn)
        faults = {error.sentence(self._preferences.language) for error in errors}
        for sentence in sorted(faults - self._told):
            self.said.emit(sentence)
        self._told = faults
        self._preferences.take_palettes(palettes)
        for chooser in self._choosers():
            chooser.show_palettes(self._preferences.palettes, self._preferences.palette.id)

    def _choosers(self) -> list[ThemeChooser]:
        return [chooser for chooser in self._window.findChildren(ThemeChooser) if chooser.has_deeds]

    def menu(self) -> ThemeMenu:
        """The menu "Themes", connected."""
        preferences = self._preferences
        menu = theme_menu(preferences.palettes, preferences.palette.id, preferences.language, follow=preferences.follow)
        menu.chosen.connect(preferences.choose_theme)
        menu.previewed.connect(preferences.dress)
        menu.preview_ended.connect(preferences.dress)
        menu.follow_chosen.connect(preferences.choose_follow)
        menu.deed_requested.connect(self.do)
        return menu

    def do(self, deed: str) -> None:
        """ "edit", "import", "export" or "folder"."""
        deeds: dict[str, Callable[[], object]] = {
            "edit": self.edit,
            "import": self._ask_import,
            "export": self._ask_export,
            "folder": self.open_folder,
        }
        try:
            deeds[deed]()
        except OSError as error:
            words = QCoreApplication.translate("OwnThemes", "The themes folder cannot be used: {0}.")
            self.said.emit(words.format(error.strerror or error))

    def open_folder(self) -> None:
        """Show the folder on the desktop. Raises OSError when it cannot be made."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self.watch()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def theme_of(self, palette: Palette) -> tuple[Theme, Path] | None:
        """What the file of a theme gives, and the file."""
        for folder in (self._folder, self._built_in):
            for file in files.theme_files(folder):
                with suppress(ThemeError):
                    theme = files.read_theme(file)
                    if theme.id == palette.id:
                        return theme, file
        return None

    def edit(self) -> None:
        """Edit the theme that is worn: the reader's own as it is, one of Encre's as a copy."""
        if self.editor is not None:
            self.editor.raise_()
            return
        found = self.theme_of(self._preferences.palette)
        if found is None:
            return
        theme = found[0] if found[1].parent == self._folder else self._copied(found[0])
        # The editor comes when it is opened: the start does not need it.
        from reader.ui.dialogs.theme_editor import ThemeEditor

        editor = ThemeEditor(theme, self._preferences.palette, self._window)
        editor.edited.connect(self._preferences.wear_palette)
        editor.saved.connect(self._save)
        editor.finished.connect(self._edited)
        self.editor = editor
        editor.show()

    def _edited(self) -> None:
        if self.editor is not None:
            self.editor.deleteLater()
            self.editor = None
        self._preferences.dress()

    def _copied(self, theme: Theme) -> Theme:
        """A copy with an id and names of its own; it goes with no other half until it is given one."""
        taken = {palette.id for palette in self._preferences.palettes}
        number = next(number for number in range(2, 1000) if f"{theme.id[:36]}-{number}" not in taken)
        own = f"{theme.id[:36]}-{number}"
        french = f"{theme.name_fr or theme.id} ({number})"
        return replace(theme, id=own, pair=own, name_fr=french, name_en=f"{theme.name_en or theme.id} ({number})")

    def _save(self, theme: Theme) -> None:
        found = self.theme_of(theme.palette())
        file = found[1] if found and found[1].parent == self._folder else self._folder / f"{theme.id}.toml"
        try:
            self._write(file, theme.to_toml())
        except OSError as error:
            words = QCoreApplication.translate("OwnThemes", "The theme could not be saved: {0}.")
            self.said.emit(words.format(error.strerror or error))
            return
        self.reload()
        self._preferences.choose_theme(theme.id)

    def _write(self, file: Path, text: str) -> None:
        write_whole(file, text.encode())

    def _ask_import(self) -> None:
        title = QCoreApplication.translate("OwnThemes", "Import a theme")
        kinds = QCoreApplication.translate("OwnThemes", "Themes (*.toml)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", kinds)
        if name:
            self.take(Path(name))

    def take(self, file: Path) -> bool:
        """Copy a theme file into the folder and wear it; one that cannot be used is said and left where it is."""
        try:
            palette, theme = files.load_theme(file), files.read_theme(file)
        except ThemeError as error:
            self.said.emit(error.sentence(self._preferences.language))
            return False
        if self._preferences.find(palette.id) is not None:
            theme = self._copied(theme)
        self._write(self._folder / f"{theme.id}.toml", theme.to_toml())
        self.reload()
        self._preferences.choose_theme(theme.id)
        return True

    def _ask_export(self) -> None:
        palette = self._preferences.palette
        title = QCoreApplication.translate("OwnThemes", "Export this theme")
        kinds = QCoreApplication.translate("OwnThemes", "Themes (*.toml)")
        name, _ = QFileDialog.getSaveFileName(self._window, title, f"{palette.id}.toml", kinds)
        if name:
            self.export(palette, Path(name))

    def export(self, palette: Palette, file: Path) -> bool:
        """Write the file of a theme elsewhere."""
        found = self.theme_of(palette)
        if found is None:
            return False
        try:
            self._write(file.with_suffix(".toml"), found[0].to_toml())
        except OSError as error:
            words = QCoreApplication.translate("OwnThemes", "The theme could not be saved: {0}.")
            self.said.emit(words.format(error.strerror or error))
            return False
        words = QCoreApplication.translate("OwnThemes", "The theme is in {0}.")
        self.said.emit(words.format(file.with_suffix(".toml").name))
        return True
