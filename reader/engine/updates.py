"""What the tray says of articles that changed: one line each, with the size of the change, by the feed's own choice."""

from collections.abc import Sequence
from datetime import UTC, datetime

from reader.core.changes import Changes
from reader.core.entities import ChangeKind, FeedId, Reflag
from reader.core.plans import ArticlePlan
from reader.core.significance import announces
from reader.engine import sentences
from reader.engine.stages import Tools
from reader.paths import Paths
from reader.settings import load_settings


def usual_reflag(paths: Paths) -> Reflag:
    """What counts as news in feeds without a choice of their own: the setting."""
    return Reflag(load_settings(paths.settings_file).text("reflag"))


def announce_updates(tools: Tools, feed_id: FeedId, plans: Sequence[ArticlePlan]) -> Changes:
    """Say which of these plans changed an article in a way that is news; inside the transaction that stored them."""
    changes, store = Changes(), tools.store
    revised = [plan for plan in plans if plan.article_id is not None and plan.kind not in (None, ChangeKind.FIRST)]
    feed = store.feed(feed_id) if revised else None
    if feed is None:
        return changes
    choice = Reflag(feed.reflag) if feed.reflag else tools.reflag
    for plan in revised:
        assert plan.article_id is not None and plan.kind is not None
        row = next(iter(store.rows(store.not_hidden([plan.article_id]))), None)
        if row is not None and announces(choice, plan.kind, read=row.read, starred=row.starred):
            text = sentences.update(tools.language, feed.title, plan.kind, store.compare(row.id))
            now = datetime.now(UTC)
            changes |= store.notify_update(row.id, plan.entry.title, text, now=now, feed_id=feed_id)
    return changes
