"""What a screen reader is told of pictures: in the text it meets only a sign that stands for one."""

from PySide6.QtCore import QCoreApplication

from reader.ui.reading_pane.view import ArticleView

_MOST = 40


def described(view: ArticleView) -> str:
    """The pictures' words in their order, up to forty; empty for a text without pictures."""
    if view.shown is None:
        return ""
    told = []
    for _, number in view.shown.outline.figures[:_MOST]:
        picture = view.shown.figure.shown[number].picture
        words = picture.alt or picture.caption or QCoreApplication.translate("ReadingPane", "A picture")
        told.append(" ".join(words.replace("\u00ad", "").split()))
    return QCoreApplication.translate("ReadingPane", "Pictures: {0}").format("; ".join(told)) if told else ""
