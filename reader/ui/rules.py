"""Rules in the window: making them from what one reads, their dialog, and the engine's work for them."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reader.core.changes import Changes
from reader.core.entities import Article
from reader.core.filters import ArticleFilter, View
from reader.core.imported_later import imported_later
from reader.core.rules import Deed, Net, RuleDraft, RuleId, search_of
from reader.render.numbers import count_words
from reader.style.palette import Palette

if TYPE_CHECKING:
    from reader.engine import protocol
    from reader.ui.desktop import Desktop
    from reader.ui.dialogs.rules import RuleList, RulesDialog, Sources
else:
    protocol = imported_later("reader.engine.protocol")

_LOOK_EVERY = 60_000
_LONGEST = 40


class RuleErrands(QObject):
    """What the reader does with rules, and what the engine has to do for them."""

    def __init__(self, desktop: "Desktop") -> None:
        super().__init__()
        self._desktop, self._store, self._library = desktop, desktop.store, desktop.library
        self._dialog: RulesDialog | None = None
        self._page: RuleList | None = None
        self._asked = False
        self._begun = False
        self._ended: set[int] = set()
        self._clock = QTimer(self, interval=_LOOK_EVERY)
        self._clock.timeout.connect(self.look_at_the_clock)
        desk = desktop.desk
        desk.show_rules, desk.mute, desk.fill_rule_menu = self.show, self.mute, self.fill_menu
        desk.rule_page = None if self._store.read_only else self.page
        desktop.library.changed.connect(self._changed)
        desktop.engine.failed.connect(self._forget)
        desktop.engine.received.connect(
            lambda message: self._forget() if isinstance(message, protocol.Failed) else None
        )
        desktop.seat.built.connect(lambda pane: pane.mute_requested.connect(self.mute_words))

    def begin(self) -> None:
        """The window is there: end what is over, and go on with what was not finished last time."""
        self._begun = True
        self._ended = {int(rule.id) for rule in self._store.rules() if rule.ended}
        self.look_at_the_clock()
        self._clock.start()

    def stop(self) -> None:
        """The window is closing."""
        self._clock.stop()
        self._begun = False

    def look_at_the_clock(self) -> None:
        """End the rules whose time is over, and go on with those that wait."""
        if self._store.read_only:
            return
        self._library.tell(self._store.end_rules(datetime.now(UTC)), now=True)
        self._say_ended()
        self._run()

    def _say_ended(self) -> None:
        """Say which rules have ended since this was last asked, in this process or in the engine."""
        ended = {int(rule.id): rule.name for rule in self._store.rules() if rule.ended}
        over = [name for rule_id, name in ended.items() if rule_id not in self._ended]
        self._ended = set(ended)
        if over:
            said = QCoreApplication.translate("Rules", "This rule has ended, and what it hid is back: {0}.")
            self._desktop.notice.show_words(said.format(", ".join(over)), seconds=12)

    def _run(self) -> None:
        """Let the engine go through the library for rules that wait for it; asked once, it does all of them."""
        if not self._begun or self._asked or not self._store.rules_pending():
            return
        self._asked = True
        self._desktop.engine.send(protocol.RunRules())

    def _changed(self, changes: Changes) -> None:
        if not changes.counts:
            return
        if self._begun:
            self._say_ended()
        if self._asked and not self._store.rules_pending():
            self._asked = False
        self._run()
        self._show_all()

    def _forget(self) -> None:
        """The engine stopped or was busy: it is asked again at the next change, or in a minute."""
        self._asked = False

    def _show_all(self) -> None:
        if self._dialog is None and self._page is None:
            return
        rules, muted = self._store.rules(), self._store.count(ArticleFilter(View.MUTED))
        if self._dialog is not None:
            self._dialog.show_rules(rules, muted)
        if self._page is not None:
            self._page.show_rules(rules, self._feeds(), muted)

    def _feeds(self) -> dict[int, str]:
        return {int(feed.id): feed.title for feed in self._store.feeds()}

    def _sources(self) -> "Sources":
        from reader.ui.dialogs.rules import Sources

        return Sources(self._store.preview_rule, self._store.rows, self._feeds(), self._store.sections())

    def dialog(self) -> "RulesDialog":
        """The dialog of rules, not open yet."""
        from reader.ui.dialogs.rules import RulesDialog

        dialog = RulesDialog(self._sources(), self._desktop.preferences.palette, self._over())
        dialog.saved.connect(self._save)
        self._connect(dialog.list)
        self._dialog = dialog
        dialog.show_rules(self._store.rules(), self._store.count(ArticleFilter(View.MUTED)))
        return dialog

    def _over(self) -> QWidget:
        """What the dialog stands before: the settings, where they are open."""
        return self._page.window() if self._page is not None else self._desktop.window

    def _connect(self, shown: "RuleList") -> None:
        shown.switched.connect(lambda one, on: self._library.tell(self._store.switch_rule(RuleId(one), on), now=True))
        shown.remove_requested.connect(self._remove)
        shown.muted_requested.connect(lambda: self._go(ArticleFilter(View.MUTED)))
        shown.articles_requested.connect(self._show_caught)
        for signal in (shown.muted_requested, shown.articles_requested):
            signal.connect(lambda *_: shown.window().close())

    def _go(self, wanted: ArticleFilter) -> None:
        self._desktop.go_from_sidebar(wanted)

    def _show_caught(self, rule_id: int) -> None:
        """The articles that a rule has caught: what it hides is found only where that is asked for."""
        rule = self._store.rule(RuleId(rule_id))
        if rule is not None:
            hidden = " is:muted" if rule.deed is Deed.HIDE and rule.acts else ""
            self._go(ArticleFilter(search=search_of(rule.name) + hidden))

    def show(self) -> None:
        """The rules."""
        self._open(self.dialog())

    def edit(self, draft: RuleDraft, rule_id: RuleId | None = None) -> None:
        """The editor at once; with it, the dialog closes."""
        if self._store.read_only:
            return
        dialog = self.dialog()
        dialog.edit(draft, rule_id, straight=True)
        self._open(dialog)

    def _open(self, dialog: "RulesDialog") -> None:
        dialog.exec()
        self._dialog = None
        dialog.deleteLater()

    def page(self, palette: Palette) -> "RuleList":
        """The list of rules as a page of the settings."""
        from reader.ui.dialogs.rules import RuleList

        page = RuleList(palette)
        self._page = page
        page.destroyed.connect(lambda _=None: self._page_gone(page))
        self._connect(page)
        page.new_requested.connect(lambda: self.edit(RuleDraft("", Net())))
        page.edit_requested.connect(self._edit_known)
        self._show_all()
        return page

    def _page_gone(self, gone: "RuleList") -> None:
        """The settings were closed, or say their words anew in another language: then there is another page already."""
        if self._page is gone:
            self._page = None

    def _edit_known(self, rule_id: int) -> None:
        rule = self._store.rule(RuleId(rule_id))
        if rule is not None:
            self.edit(RuleDraft(rule.name, rule.net, rule.deed, None if rule.ended else rule.until), rule.id)

    def _save(self, draft: RuleDraft, rule_id: RuleId | None) -> None:
        saved = self._library.save_rule(draft, rule_id)
        rule = self._store.rule(saved)
        if rule is None:
            return
        said = self.tr("“{0}” caught %n article(s).", "", rule.caught).format(rule.name)
        said = said.replace(f" {rule.caught} ", f" {count_words(rule.caught)} ")
        self._desktop.notice.show_words(said, QCoreApplication.translate("Commands", "Undo"))

    def _remove(self, rule_id: int) -> None:
        rule = self._store.rule(RuleId(rule_id))
        if rule is None:
            return
        self._library.tell(self._store.remove_rule(rule.id), now=True)
        words = QCoreApplication.translate("Rules", "“{0}” is removed; what it hid is back.").format(rule.name)
        self._desktop.notice.show_words(words, QCoreApplication.translate("Commands", "Undo"))

    def _article(self) -> Article | None:
        """The article that a menu is about: the first of those chosen."""
        ids = self._desktop.navigation.targets()
        return self._store.article(ids[0]) if ids else None

    def mute(self) -> None:
        """A rule from the words that are chosen in the article, else from its headline."""
        article = self._article()
        pane = self._desktop.seat.built_pane
        words = pane.selected_text() if pane is not None else ""
        if words.strip():
            self.mute_words(words)
        elif article is not None:
            self.edit(RuleDraft("", Net(words=(_plain(article.title),), title_only=True)))

    def mute_words(self, words: str) -> None:
        """A rule for these words of an article."""
        self.edit(RuleDraft("", Net(words=(_plain(words),))))

    def fill_menu(self, menu: QMenu) -> None:
        """What rules can be made of the chosen article, and which rules hide it."""
        article = self._article()
        if article is None or self._store.read_only:
            return
        feed = QCoreApplication.translate("Rules", "Words in “{0}”…")
        offers: list[tuple[str, Net]] = [(feed.format(_short(article.feed)), Net(feeds=(article.feed_id,)))]
        if article.section:
            section = QCoreApplication.translate("Rules", "The section “{0}” of this feed…")
            net = Net(sections=(article.section,), feeds=(article.feed_id,))
            offers.insert(0, (section.format(_short(article.section)), net))
        if article.author:
            author = QCoreApplication.translate("Rules", "What {0} writes…")
            offers.insert(0, (author.format(_short(article.author)), Net(authors=(_plain(article.author),))))
        for words, net in offers:
            _add(menu, words).triggered.connect(lambda _=False, net=net: self.edit(RuleDraft("", net)))
        hiding = [rule for rule in map(self._store.rule, self._store.rules_hiding(article.id)) if rule is not None]
        if hiding:
            menu.addSeparator()
        for rule in hiding:
            words = QCoreApplication.translate("Rules", "Hidden by “{0}”: change this rule…").format(_short(rule.name))
            _add(menu, words).triggered.connect(lambda _=False, one=int(rule.id): self._edit_known(one))


def _add(menu: QMenu, words: str) -> QAction:
    return menu.addAction(words.replace("&", "&&"))


def _plain(words: str) -> str:
    """Words as one phrase: what would part them in the field is none of theirs."""
    return " ".join(words.replace(",", " ").replace(";", " ").split())


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
