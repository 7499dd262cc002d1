"""What an empty list says, per view: a drawing, a sentence, the next step."""

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from reader.core.filters import ArticleFilter, View
from reader.render.moments import ago


@dataclass(frozen=True, slots=True)
class EmptyWords:
    """A drawing's name and what is said under it; `button` is the next step, if one helps."""

    drawing: str
    heading: str
    sentence: str = ""
    button: str = ""


def empty_words(wanted: ArticleFilter, last_refresh: datetime | None) -> EmptyWords:
    """The words for a list with nothing in it."""
    if wanted.search is not None:
        return EmptyWords(
            "no_result",
            QCoreApplication.translate("ArticleList", "Nothing for “{0}”").format(wanted.search.strip()),
            QCoreApplication.translate(
                "ArticleList", "Accents and capitals make no difference here. Try fewer words, or the beginning of one."
            ),
        )
    if wanted.view is View.UNREAD or wanted.hide_read:
        sentence = ""
        if last_refresh is not None:
            when = ago(last_refresh, datetime.now(UTC))
            sentence = QCoreApplication.translate("ArticleList", "Last refresh {0}.").format(when)
        return EmptyWords("nothing_unread", QCoreApplication.translate("ArticleList", "Everything is read."), sentence)
    return _by_view(wanted.view)


def hidden_words() -> EmptyWords:
    """The words for a list of which the display options leave nothing."""
    return EmptyWords(
        "no_result",
        QCoreApplication.translate("ArticleList", "Nothing under these display options"),
        QCoreApplication.translate("ArticleList", "There are articles here; the options of this view hide them all."),
        QCoreApplication.translate("ArticleList", "Reset the display options"),
    )


def _by_view(view: View) -> EmptyWords:
    if view is View.STARRED:
        return EmptyWords(
            "nothing_selected",
            QCoreApplication.translate("ArticleList", "No starred article yet"),
            QCoreApplication.translate("ArticleList", "The S key or a click on the star keeps an article here."),
        )
    if view is View.ARCHIVE:
        return EmptyWords(
            "nothing_selected",
            QCoreApplication.translate("ArticleList", "Nothing is archived yet"),
            QCoreApplication.translate(
                "ArticleList", "The E key puts an article away: out of the lists, whole, and found by searching."
            ),
        )
    if view is View.TODAY:
        return EmptyWords(
            "nothing_unread",
            QCoreApplication.translate("ArticleList", "Nothing today yet"),
            QCoreApplication.translate("ArticleList", "What is published today comes here."),
        )
    if view is View.MUTED:
        return EmptyWords(
            "nothing_unread",
            QCoreApplication.translate("ArticleList", "Nothing is muted"),
            QCoreApplication.translate("ArticleList", "What your rules hide is kept here, whole."),
        )
    if view is View.UPDATED:
        return EmptyWords(
            "nothing_selected",
            QCoreApplication.translate("ArticleList", "No updated article"),
            QCoreApplication.translate(
                "ArticleList", "Articles that their publisher has changed or marked as updated come here."
            ),
        )
    return EmptyWords(
        "no_feeds",
        QCoreApplication.translate("ArticleList", "No article here yet"),
        QCoreApplication.translate("ArticleList", "They come with the next refresh."),
    )
