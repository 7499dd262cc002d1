"""Taking words out of the pane: the selection as text, Markdown or a quotation."""

from PySide6.QtGui import QGuiApplication

from reader.render.copying import as_markdown, as_quotation, as_text
from reader.ui.reading_pane.view import ArticleView


def _ends(view: ArticleView) -> tuple[int, int]:
    cursor = view.textCursor()
    return cursor.selectionStart(), cursor.selectionEnd()


def selected_text(view: ArticleView) -> str:
    """The selected words, clean; empty without a selection."""
    shown = view.shown
    return as_text(shown.document, shown.outline, *_ends(view)) if shown and view.textCursor().hasSelection() else ""


def copy_as_markdown(view: ArticleView) -> None:
    """The selection, or the whole article, onto the clipboard as Markdown."""
    shown = view.shown
    if shown is not None:
        chosen = view.textCursor().hasSelection()
        marked = as_markdown(shown.document, shown.outline, shown.figure, *_ends(view)) if chosen else ""
        QGuiApplication.clipboard().setText(marked or shown.article.markdown)


def copy_as_quotation(view: ArticleView) -> None:
    """The selection onto the clipboard as a quotation with its source."""
    shown = view.shown
    if shown is not None and view.textCursor().hasSelection():
        QGuiApplication.clipboard().setText(as_quotation(shown.document, shown.outline, shown.article, *_ends(view)))
