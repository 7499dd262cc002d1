"""The names of the views, in the reader's language: sidebar, toolbar and window title say the same."""

from PySide6.QtCore import QCoreApplication

from reader.core.filters import ArticleFilter, View


def view_name(view: View) -> str:
    """The name of a view."""
    names = {
        View.HOME: QCoreApplication.translate("Views", "Home"),
        View.ALL: QCoreApplication.translate("Views", "All articles"),
        View.UNREAD: QCoreApplication.translate("Views", "Unread"),
        View.STARRED: QCoreApplication.translate("Views", "Starred"),
        View.TODAY: QCoreApplication.translate("Views", "Today"),
        View.UPDATED: QCoreApplication.translate("Views", "Updated"),
        View.ARCHIVE: QCoreApplication.translate("Views", "Archive"),
        View.MUTED: QCoreApplication.translate("Views", "Muted"),
        View.SUBSCRIBER: QCoreApplication.translate("Views", "Subscriber"),
    }
    return names[view]


def filter_name(wanted: ArticleFilter, feed_title: str | None) -> str:
    """What the toolbar calls a list; `feed_title` names the feed of its `feed_id`."""
    if wanted.search is not None:
        return QCoreApplication.translate("Views", "Search: {0}").format(wanted.search)
    if wanted.feed_id is not None:
        return feed_title or QCoreApplication.translate("Views", "Feed")
    return wanted.tag or wanted.folder or wanted.section or view_name(wanted.view)
