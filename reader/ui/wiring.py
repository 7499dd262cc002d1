"""Who hears of whom: the signals of panes, dialogs and engine, connected in one place; values go along with them."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QKeySequence, QShortcut

from reader.core.entities import ArticleId, FeedId, FullText
from reader.core.filters import ArticleFilter, View
from reader.core.highlights import Highlight
from reader.ui.smart_feeds import connect_smart_feeds
from reader.ui.toolbar import open_menu

if TYPE_CHECKING:
    from reader.ui.changes_view import ChangesView
    from reader.ui.desktop import Desktop
    from reader.ui.dialogs.feed_settings import FeedSettings
    from reader.ui.notification_tray import NotificationTray
    from reader.ui.reading_pane import ReadingPane
    from reader.ui.tray_icon import TrayIcon


def connect_all(desktop: "Desktop") -> None:
    """Connect everything, once."""
    _reading(desktop)
    _feeds(desktop)
    connect_smart_feeds(desktop)
    _program(desktop)
    desktop.seat.built.connect(lambda pane: _pane(desktop, pane))


def _reading(desktop: "Desktop") -> None:
    navigation = desktop.navigation
    for rows in (desktop.article_list, desktop.home):
        rows.article_chosen.connect(navigation.open)
        rows.article_opened.connect(lambda _: desktop.pane.setFocus())
        rows.star_clicked.connect(lambda one: navigation.toggle_star([one]))
        rows.menu_requested.connect(_menu(desktop))
        rows.scrolled_past.connect(navigation.pass_by)
        rows.swiped.connect(lambda one, deed: _swiped(desktop, one, deed))
    desktop.article_list.count_changed.connect(lambda _: desktop.signs.show_place())
    desktop.article_list.empty_chosen.connect(desktop.actions["add_feed"].trigger)
    navigation.moved.connect(lambda: desktop.desk.follow(navigation.article))
    desktop.reading.changes_built.connect(lambda view: _changes(desktop, view))
    search = desktop.toolbar.search
    search.searched.connect(navigation.search)
    search.left.connect(desktop.article_list.setFocus)
    navigation.moved.connect(desktop.signs.show_place)
    navigation.said.connect(desktop.notice.show_words)
    desktop.library.changed.connect(desktop.changed)


def _menu(desktop: "Desktop") -> Callable[[list[int], QPoint], None]:
    return lambda ids, at: desktop.commands.article_menu(ids, at)


def _swiped(desktop: "Desktop", article_id: int, deed: str) -> None:
    """A row was pushed aside: what the settings say of that."""
    if deed == "browser":
        article = desktop.store.article(ArticleId(article_id))
        desktop.commands.open_browser(article.url if article is not None and article.url else "about:blank")
    elif not desktop.store.read_only:
        (desktop.navigation.toggle_star if deed == "star" else desktop.navigation.toggle_read)([article_id])


def _pane(desktop: "Desktop", pane: "ReadingPane") -> None:
    """The reading pane, once it has been made."""
    navigation, commands = desktop.navigation, desktop.commands
    pane.link_activated.connect(commands.open_browser)
    pane.place_changed.connect(desktop.library.save_place)
    pane.star_requested.connect(lambda one: navigation.toggle_star([one]))
    pane.unread_requested.connect(lambda one: navigation.mark_unread(one))
    pane.browser_requested.connect(lambda one: commands.open_browser(desktop.store.address(one) or "about:blank"))
    pane.notice_raised.connect(desktop.notice.show_words)
    pane.search_requested.connect(desktop.search_for)
    pane.subscriber_prompt_requested.connect(lambda _: desktop.desk.show_subscriber_ways())
    for signal in (pane.changes_requested, pane.versions_requested):
        signal.connect(lambda _: desktop.desk.show_changes(navigation.article, navigation.read_before))
    desktop.preferences.text_changed.connect(pane.set_text_style)
    pane.text_style_changed.connect(desktop.preferences.keep_text_style)
    _marking(desktop, pane)


def _changes(desktop: "Desktop", view: "ChangesView") -> None:
    """The view of what changed, once it has been made."""
    view.left.connect(desktop.desk.close_changes)
    view.link_activated.connect(desktop.commands.open_browser)
    desktop.preferences.text_changed.connect(view.set_text_style)
    desktop.seat.pane.text_style_changed.connect(view.set_text_style)


def _marking(desktop: "Desktop", pane: "ReadingPane") -> None:
    """Highlights: the pane makes them, the library keeps them, the pane shows what is kept."""
    shelf, navigation = desktop.store.highlights, desktop.navigation

    def show() -> None:
        article = navigation.article
        if article is not None:
            pane.show_highlights(shelf.of_article(article.id))

    def keep(one: Highlight) -> None:
        shelf.keep(one)
        show()

    def remove(one: Highlight) -> None:
        shelf.remove(one.id)
        show()

    pane.highlight_made.connect(keep)
    pane.highlight_changed.connect(keep)
    pane.highlight_removed.connect(remove)
    navigation.shown.connect(show)


def _feeds(desktop: "Desktop") -> None:
    sidebar, library, errands, navigation = desktop.sidebar, desktop.library, desktop.errands, desktop.navigation
    sidebar.filter_chosen.connect(desktop.go_from_sidebar)
    sidebar.add_requested.connect(desktop.actions["add_feed"].trigger)
    sidebar.settings_requested.connect(desktop.desk.show_settings)
    sidebar.offline_requested.connect(desktop.desk.show_offline)
    sidebar.feed_refresh_requested.connect(lambda feed_id: errands.refresh([feed_id]))
    sidebar.feed_remove_requested.connect(desktop.leave_feed)
    sidebar.feed_settings_requested.connect(desktop.desk.show_feed)
    sidebar.feed_renamed.connect(lambda feed_id, title: library.rename_feed(feed_id, title or None))
    sidebar.feed_moved.connect(library.move_feed)
    sidebar.folder_called.connect(desktop.dropped.call_folder)
    sidebar.folder_leave_requested.connect(desktop.dropped.leave_folder)
    sidebar.articles_dropped.connect(desktop.dropped.take)
    sidebar.tag_renamed.connect(desktop.dropped.rename_tag)
    sidebar.tag_remove_requested.connect(desktop.dropped.remove_tag)
    sidebar.mark_read_requested.connect(desktop.commands.mark_all)
    sidebar.state_changed.connect(lambda: desktop.settings.set("sidebar_state", sidebar.state()))
    desktop.desk.feed_opened.connect(lambda dialog: _feed_settings(desktop, dialog))
    desktop.desk.feed_chosen.connect(lambda feed_id: navigation.go(ArticleFilter(feed_id=FeedId(feed_id))))
    desktop.desk.article_chosen.connect(navigation.reveal)
    desktop.desk.highlight_chosen.connect(lambda one: _show_highlight(desktop, one))
    desktop.desk.said.connect(desktop.notice.show_words)
    desktop.desk.setting_changed = desktop.setting_changed
    errands.said.connect(desktop.notice.show_words)
    errands.arrived.connect(desktop.mirror_arrivals)
    errands.subscribed.connect(lambda _: desktop.first_start.leave())
    errands.subscribed.connect(lambda feed_id: navigation.go(ArticleFilter(feed_id=FeedId(feed_id))))
    errands.fetching.connect(desktop.desk.show_fetching)
    desktop.engine.refreshing_changed.connect(desktop.refreshing_changed)


def _show_highlight(desktop: "Desktop", one: Highlight) -> None:
    """A highlight was chosen in the list of all: its article, at its words."""
    desktop.navigation.reveal(one.article_id)
    if not desktop.pane.go_to_highlight(one):
        words = QCoreApplication.translate("Wiring", "These words are not in the present version of the article.")
        desktop.notice.show_words(words)


def _feed_settings(desktop: "Desktop", dialog: "FeedSettings") -> None:
    library = desktop.library
    dialog.renamed.connect(lambda feed_id, title: library.rename_feed(feed_id, title or None))
    dialog.moved.connect(library.move_feed)
    dialog.full_text_chosen.connect(
        lambda feed_id, mode: library.tell(desktop.store.set_full_text(FeedId(feed_id), FullText(mode)), now=True)
    )
    dialog.reflag_chosen.connect(
        lambda feed_id, choice: library.tell(desktop.store.reflag_feed(FeedId(feed_id), choice), now=True)
    )
    dialog.attachments_chosen.connect(
        lambda feed_id, wanted: library.tell(desktop.store.set_attachments(FeedId(feed_id), wanted), now=True)
    )
    dialog.retention_chosen.connect(library.set_retention)
    dialog.retention_chosen.connect(lambda *_: desktop.commands.storage.limits_touched())
    dialog.refresh_requested.connect(lambda feed_id: desktop.errands.refresh([feed_id]))
    dialog.remove_requested.connect(desktop.leave_feed)


def connect_tray(desktop: "Desktop", tray: "NotificationTray") -> None:
    """The panel of notifications, once it has been made."""
    navigation = desktop.navigation
    tray.article_requested.connect(navigation.reveal)
    tray.update_requested.connect(lambda article_id: _show_update(desktop, article_id))
    tray.articles_requested.connect(lambda ids: navigation.reveal(ids[0]))
    tray.feed_requested.connect(lambda feed_id: navigation.go(ArticleFilter(feed_id=FeedId(feed_id))))


def connect_tray_icon(desktop: "Desktop", tray_icon: "TrayIcon") -> None:
    """The icon in the desktop's tray, once it has been made."""
    tray_icon.toggle_requested.connect(desktop.toggle_window)
    tray_icon.refresh_requested.connect(desktop.errands.refresh)
    tray_icon.mark_all_read_requested.connect(lambda: desktop.commands.mark_all(ArticleFilter(View.UNREAD)))
    tray_icon.settings_requested.connect(desktop.desk.show_settings)
    tray_icon.quit_requested.connect(desktop.quit)
    tray_icon.toast_clicked.connect(lambda _: desktop.come_forward({}))


def _show_update(desktop: "Desktop", article_id: int) -> None:
    """From the tray to what has changed; where there is nothing to compare, to the article."""
    navigation = desktop.navigation
    navigation.reveal(article_id)
    article = navigation.article
    if article is not None and article.id == article_id and len(article.revisions) > 1:
        desktop.desk.show_changes(article, navigation.read_before)


def _program(desktop: "Desktop") -> None:
    preferences, toolbar = desktop.preferences, desktop.toolbar
    preferences.theme_changed.connect(desktop.dress)
    desktop.home.options_changed.connect(lambda options: desktop.settings.set("home_options", options.to_text()))
    desktop.article_list.options_changed.connect(
        lambda _: desktop.settings.set("list_options", desktop.article_list.views())
    )
    desktop.article_list.options_changed.connect(lambda _: desktop.signs.show_place())
    preferences.language_changed.connect(lambda _: desktop.speak())
    toolbar.menu_requested.connect(desktop.open_main_menu)
    toolbar.themes_requested.connect(lambda at: open_menu(desktop.themes_menu(), at))
    QShortcut(QKeySequence("F10"), desktop.window).activated.connect(toolbar.ask_menu)
    preferences.density_changed.connect(desktop.article_list.set_density)
    for place in range(9):
        key = QShortcut(QKeySequence(f"Ctrl+{place + 1}"), desktop.window)
        key.activated.connect(lambda chosen=place: preferences.choose_place(chosen))
    preferences.said.connect(desktop.notice.show_words)
    desktop.desk.keys_changed.connect(desktop.actions.bind)
    desktop.desk.keys_changed.connect(lambda _: toolbar.speak())
    desktop.window.close_asked.connect(desktop.decide_close)
    desktop.window.narrowed.connect(toolbar.fit)
    desktop.window.ratio_changed.connect(lambda: preferences.theme_changed.emit(preferences.worn))


def moment(text: str) -> datetime | None:
    """The moment of a setting, None for text that is none."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return read.astimezone(UTC) if read.tzinfo else None


def article_id(text: str) -> ArticleId | None:
    """The article of a setting, None for text that is none."""
    return ArticleId(int(text)) if text.isdecimal() else None
