"""The choice of a folder: those there are, none, or a new name written into it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget


class FolderBox(QComboBox):
    """Editable; empty means no folder."""

    def __init__(self, folders: Sequence[str], current: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(self.tr("Folder"))
        self.addItem("")
        self.addItems(list(folders))
        field = self.lineEdit()
        assert field is not None
        field.setPlaceholderText(self.tr("No folder"))
        self.setCurrentText(current or "")

    def folder(self) -> str | None:
        """The chosen or written name, None for none."""
        return self.currentText().strip() or None
