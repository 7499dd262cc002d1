"""What the tray says of articles that changed: one line each, with the size of the change, by the feed's own choice."""

from collections.abc import Sequence
from datetime import UTC, datetime

from reader.core.changes import Changes
from reader.core.entities import ChangeKind, FeedId
from reader.core.plans import ArticlePlan
from reader.core.significance import Reflag, announces
from reader.engine import sentences
from reader.paths import Paths
from reader.settings import load_settings
from reader.store import Store


def usual_reflag(paths: Paths) -> Reflag:
    """What counts as news in feeds without a choice of their own: the setting."""
    return Reflag(load_settings(paths.settings_file).text("reflag"))


def announce_updates(
    store: Store, feed_id: FeedId, plans: Sequence[ArticlePlan], *, usual: Reflag, language: str
) -> Changes:
    """Say which of these plans, already stored, changed an article in a way that is news."""
    changes = Changes()
    revised = [plan for plan in plans if plan.article_id is not None and plan.kind not in (None, ChangeKind.FIRST)]
    feed = store.feed(feed_id) if revised else None
    if feed is None:
        return changes
    choice = Reflag(feed.reflag) if feed.reflag else usual
    for plan in revised:
        assert plan.article_id is not None and plan.kind is not None
        row = next(iter(store.rows([plan.article_id])), None)
        if row is not None and announces(choice, plan.kind, read=row.read, starred=row.starred):
            text = sentences.update(language, feed.title, plan.kind, store.compare(row.id))
            now = datetime.now(UTC)
            changes |= store.notify_update(row.id, plan.entry.title, text, now=now, feed_id=feed_id)
    return changes
