"""A footnote beside its mark: read it without leaving the line."""

import html

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.text.blocks import Block, Run, Style
from reader.ui.reading_pane.overlay import Overlay

_WIDTH = 380


class NotePopup(Overlay):
    """A pop-up with one note. `link_chosen` for the links in it, `note_wanted` to go to it in the text."""

    link_chosen = Signal(str)
    note_wanted = Signal()

    def __init__(self, label: str, blocks: list[Block], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notePopup")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(4)
        self.words = QLabel("".join(f"<p>{_rich(block)}</p>" for block in blocks))
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.words.setProperty("role", "note")
        self.words.setFixedWidth(_WIDTH - 32)
        flags = Qt.TextInteractionFlag
        self.words.setTextInteractionFlags(flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard)
        self.words.linkActivated.connect(self.link_chosen)
        self.setAccessibleName(QCoreApplication.translate("ReadingPane", "Note {0}").format(label))
        self.words.setAccessibleName("\n".join(block.text for block in blocks).replace("\u00ad", ""))
        there = QPushButton(QCoreApplication.translate("ReadingPane", "Go to the note"))
        there.setProperty("flat", True)
        there.clicked.connect(self.note_wanted)
        there.clicked.connect(self.close)
        column.addWidget(self.words)
        column.addWidget(there, 0, Qt.AlignmentFlag.AlignLeft)


def _rich(block: Block) -> str:
    return "".join(map(_run, block.runs))


def _run(run: Run) -> str:
    words = html.escape(run.text)
    if run.style & Style.ITALIC:
        words = f"<i>{words}</i>"
    if run.style & Style.BOLD:
        words = f"<b>{words}</b>"
    if run.href and not run.href.startswith("encre:"):
        words = f'<a href="{html.escape(run.href)}">{words}</a>'
    return words
