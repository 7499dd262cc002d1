"""Saving and printing the article shown: the file dialogs, the preview, and what is said when the disk refuses."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QMarginsF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core.entities import Article
from reader.paths import THEMES
from reader.render.export import ExportError, file_name, write_epub, write_html, write_markdown, write_pdf
from reader.render.export.pdf import Printout
from reader.render.formats import TextStyle
from reader.style.palette import Palette, load_themes

SUFFIXES = {"pdf": ".pdf", "epub": ".epub", "html": ".html", "markdown": ".md"}


def by_day_and_night(palette: Palette) -> tuple[Palette, Palette]:
    """A theme and its pair, the light one first: paper is white whatever is worn, and a page follows the system."""
    known = {one.id: one for one in load_themes(THEMES)[0]}
    wanted = "light" if palette.scheme == "dark" else "dark"
    spare = known["base"] if wanted == "light" else known["sombre"]
    pair = known.get(palette.pair, spare)
    pair = pair if pair.scheme == wanted else spare
    return (pair, palette) if wanted == "light" else (palette, pair)


def export_to(kind: str, article: Article, file: Path, data_folder: Path, palette: Palette, style: TextStyle) -> None:
    """Write the article as pdf, epub, html or markdown. Raises ExportError."""
    writers: dict[str, Callable[[], None]] = {
        "pdf": lambda: write_pdf(article, file, data_folder, by_day_and_night(palette)[0], style),
        "epub": lambda: write_epub([article], file, data_folder),
        "html": lambda: write_html(article, file, data_folder, *by_day_and_night(palette)),
        "markdown": lambda: write_markdown(article, file, data_folder),
    }
    writers[kind]()


def save_as(kind: str, article: Article, data_folder: Path, palette: Palette, style: TextStyle, parent: QWidget) -> str:
    """Ask where, and write. What to tell the reader; empty when nothing was chosen."""
    title = QCoreApplication.translate("Export", "Save the article")
    suffix = SUFFIXES[kind]
    start = str(Path.home() / file_name(article, suffix))
    name, _ = QFileDialog.getSaveFileName(parent, title, start, f"*{suffix}")
    if not name:
        return ""
    file = Path(name) if Path(name).suffix else Path(name).with_suffix(suffix)
    try:
        export_to(kind, article, file, data_folder, palette, style)
    except ExportError as error:
        return error.sentence("fr" if QLocale().language() == QLocale.Language.French else "en")
    return QCoreApplication.translate("Export", "Saved as {0}").format(file.name)


def print_article(article: Article, data_folder: Path, palette: Palette, style: TextStyle, parent: QWidget) -> None:
    """Show the pages as they will be printed, and print them."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(article.title)
    printer.setPageMargins(QMarginsF(20, 20, 20, 16), QPageLayout.Unit.Millimeter)
    preview = QPrintPreviewDialog(printer, parent)
    preview.setWindowTitle(QCoreApplication.translate("Export", "Print"))
    preview.paintRequested.connect(lambda device: paint_on(device, article, data_folder, palette, style))
    preview.exec()


def paint_on(printer: QPrinter, article: Article, data_folder: Path, palette: Palette, style: TextStyle) -> int:
    """Draw the pages on a printer; how many there are."""
    printout = Printout(article, data_folder, style, by_day_and_night(palette)[0])
    painter = QPainter(printer)
    printout.paint(printer, painter)
    painter.end()
    return len(printout.tops)
