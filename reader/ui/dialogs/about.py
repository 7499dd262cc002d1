"""What Encre is, its version, where the library lies, who is to be thanked."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.style.icons import app_icon
from reader.style.palette import Palette


class About(QDialog):
    """A quiet page with the drop of ink."""

    def __init__(self, version: str, data_folder: Path, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(self.tr("About Encre"))
        self.setFixedWidth(440)
        sign = QLabel()
        sign.setPixmap(app_icon().pixmap(72, 72))
        name = QLabel(self.tr("Encre"))
        name.setProperty("role", "title")
        lines = [
            (self.tr("Version {0}").format(version), "secondary"),
            (self.tr("A reader that keeps articles: whole, on your disk, with every later version."), ""),
            (self.tr("Your library lies in {0}").format(data_folder), "secondary"),
            (self.tr("Made with Qt, SQLite, peewee, markdown-it-py and qdarktheme."), "secondary"),
            (
                self.tr("Set in Literata, Inter, JetBrains Mono and Atkinson; icons by Lucide."),
                "secondary",
            ),
            (self.tr("Free software under the MIT licence."), "secondary"),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(10)
        column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(name, 0, Qt.AlignmentFlag.AlignHCenter)
        for words, role in lines:
            label = QLabel(words)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            if role:
                label.setProperty("role", role)
            column.addWidget(label)
        column.addSpacing(8)
        column.addLayout(self._buttons(data_folder))

    def _buttons(self, data_folder: Path) -> QHBoxLayout:
        folder = QPushButton(self.tr("Open the library’s folder"))
        folder.setAutoDefault(False)
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(data_folder))))
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(folder)
        row.addWidget(close)
        row.addStretch(1)
        return row

    def dress(self, palette: Palette) -> None:
        """Wear a theme: the sheet does it."""
