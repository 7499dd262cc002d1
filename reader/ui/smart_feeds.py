"""Saved searches in the window: keeping, renaming, changing, forgetting them, and what was searched before."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.core.filters import ArticleFilter, View

if TYPE_CHECKING:
    from reader.ui.desktop import Desktop


def connect_smart_feeds(desktop: "Desktop") -> None:
    """Connect search field, toolbar and sidebar, once."""
    search, sidebar, settings = desktop.toolbar.search, desktop.sidebar, desktop.settings
    search.suggest = desktop.store.suggestions
    search.set_history([one for one in settings.text("search_history").split("\n") if one])
    search.history_changed.connect(lambda history: settings.set("search_history", "\n".join(history)))
    search.save_requested.connect(lambda words: save_search(desktop, words))
    desktop.toolbar.save.clicked.connect(lambda: save_search(desktop, desktop.navigation.wanted.search or ""))
    sidebar.smart_feed_renamed.connect(lambda one, name: _change(desktop, one, name=name))
    sidebar.smart_feed_changed.connect(lambda one, query: _change(desktop, one, query=query))
    sidebar.smart_feed_remove_requested.connect(lambda one: forget_search(desktop, one))


def save_search(desktop: "Desktop", query: str) -> None:
    """Keep a search under its own words, show it, and open its name for writing."""
    query = query.strip()
    if not query or desktop.store.read_only:
        return
    held = next((one for one in desktop.store.smart_feeds() if one.query == query), None)
    if held is None:
        desktop.library.save_search(query, query)
        words = QCoreApplication.translate("SmartFeeds", "The search is saved in the sidebar.")
        desktop.notice.show_words(words, QCoreApplication.translate("Commands", "Undo"))
    desktop.go_from_sidebar(ArticleFilter(search=query))
    desktop.sidebar.choose(ArticleFilter(search=query))
    if held is None:
        desktop.sidebar.rename_smart(query)


def _change(desktop: "Desktop", smart_id: int, *, name: str | None = None, query: str | None = None) -> None:
    held = next((one for one in desktop.store.smart_feeds() if one.id == smart_id), None)
    if held is None:
        return
    # A name that was only the search's words follows the search.
    kept = query if query and held.name == held.query else held.name
    desktop.library.save_search(name or kept, query or held.query, smart_id)
    if query and desktop.navigation.wanted.search == held.query:
        desktop.navigation.go(ArticleFilter(search=query))
        desktop.sidebar.choose(ArticleFilter(search=query))
    desktop.signs.show_place()


def forget_search(desktop: "Desktop", smart_id: int) -> None:
    """Remove a saved search, and offer to undo it."""
    held = next((one for one in desktop.store.smart_feeds() if one.id == smart_id), None)
    if held is None:
        return
    desktop.library.remove_smart_feed(smart_id)
    if desktop.navigation.wanted.search == held.query:
        desktop.navigation.go(ArticleFilter(View.ALL))
    words = QCoreApplication.translate("SmartFeeds", "“{0}” is removed; its articles stay.").format(held.name)
    desktop.notice.show_words(words, QCoreApplication.translate("Commands", "Undo"))
