"""A window on a library of a few feeds, with no network: for what the reader does with many articles."""

from contextlib import closing
from datetime import datetime, timedelta

from reader.core.entities import ChangeKind, ParsedEntry
from reader.core.filters import ArticleFilter
from reader.core.plans import ArticlePlan
from reader.store import Store
from reader.ui.sidebar.tree import walk

ALL = ArticleFilter()
NOW = datetime.now().astimezone()


def fill(paths, *, feeds=2, articles=4):
    """Feeds "Alpha", "Beta" …, the first in a folder; article n of each is n days and an hour old."""
    with closing(Store.open(paths)) as store:
        for feed in range(feeds):
            name = ("Alpha", "Beta", "Gamma")[feed]
            feed_id, _ = store.add_feed(f"https://{name}.example/", title=name, folder="News" if not feed else None)
            store.apply(feed_id, [_plan(name, number) for number in range(articles)], NOW)


def _plan(name, number):
    at = NOW - timedelta(days=number, hours=1)
    words = f"{name} tells of a lighthouse." if number % 2 else f"{name} tells of a train."
    entry = ParsedEntry(guid=f"{name}{number}", title=f"{name} {number}", markdown=words, published=at)
    return ArticlePlan(entry, ChangeKind.FIRST, words, 9, 2, None)


def titles(desktop):
    """The headlines on the list, from top to bottom."""
    return [row.title for row in desktop.store.rows(list(desktop.article_list.ids()))]


def unread(desktop):
    """The headlines of unread articles."""
    rows = desktop.store.rows(list(desktop.store.ids(ALL)))
    return {row.title for row in rows if not row.read}


def smart_lines(desktop):
    """Name and count of each saved search in the sidebar."""
    return [(node.title, node.count) for node in walk(desktop.sidebar.tree.tree.root) if node.kind == "smart"]
