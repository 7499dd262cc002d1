"""Commands on subscriptions: add, remove, feeds, refresh, import-opml, export-opml.

What `refresh` does not need is imported by the command that does: it is run again and again, by timers and scripts.
"""

import argparse
import sys
from pathlib import Path

from reader.cli import shapes
from reader.cli.output import Context, Exit, harmless, moment, plural, put_json
from reader.cli.rounds import run_round
from reader.core.entities import FeedId, FullText
from reader.core.errors import UsageError
from reader.core.wording import spoken
from reader.engine.lock import EngineLock
from reader.engine.refresh import RefreshOptions, RefreshSummary


def add(context: Context, given: argparse.Namespace) -> Exit:
    """Subscribe to a feed or to the feed of a page, and fetch it."""
    from reader.engine.subscribe import subscribe

    with context.library(engine=True) as store, EngineLock(context.paths.lock):
        mode = FullText(given.full_text or "auto")
        feed_id, found = subscribe(store, given.url, folder=given.folder, full_text=mode)
        if found is None and given.full_text:
            store.set_full_text(feed_id, mode)
        summary = RefreshSummary()
        if not given.no_refresh:
            summary = run_round(context, store, RefreshOptions((feed_id,), force=True, language=context.language))
        feed = store.feed(feed_id)
    if feed is None:
        raise UsageError("The subscription is gone.", "L'abonnement a disparu.")
    if context.as_json:
        put_json({"feed_id": feed_id, "added": found is not None, **shapes.feed(feed), "new": summary.new})
    elif found is None:
        context.say(f"Déjà abonné : {feed.title} ({feed_id}).", f"Already subscribed: {feed.title} ({feed_id}).")
    else:
        articles_fr = plural(feed.total, "article", "articles", french=True)
        articles_en = plural(feed.total, "article", "articles", french=False)
        context.say(
            f"Abonné : {feed.title} ({feed_id}), {articles_fr}.",
            f"Subscribed: {feed.title} ({feed_id}), {articles_en}.",
        )
    return _status(summary)


def remove(context: Context, given: argparse.Namespace) -> Exit:
    """Unsubscribe; `undo` brings it back."""
    with context.library() as store:
        feed = store.find_feed(given.feed)
        if feed is None:
            raise UsageError(f"There is no feed “{given.feed}”.", f"Il n'y a pas de flux « {given.feed} ».")
        store.remove_feed(feed.id)
    context.say(f"Désabonné : {feed.title}. « undo » y revient.", f"Unsubscribed: {feed.title}. “undo” brings it back.")
    return Exit.DONE


def feeds(context: Context, given: argparse.Namespace) -> Exit:
    """The subscriptions and their health."""
    with context.library() as store:
        found = store.feeds()
    if context.as_json:
        put_json([shapes.feed(feed) for feed in found])
        return Exit.DONE
    for feed in found:
        folder = f"{feed.folder} / " if feed.folder else ""
        print(harmless(f"{feed.id:5} {feed.unread:6}  {folder}{feed.title}  {feed.url}"))
        if feed.last_error:
            print(harmless(f"{'':14}{feed.last_error} ({moment(feed.next_due)})"))
    if not found:
        context.say("Aucun abonnement. « add URL » en fait un.", "No subscriptions. “add URL” makes one.")
    return Exit.DONE


def refresh_feeds(context: Context, given: argparse.Namespace) -> Exit:
    """Fetch what is due, then pictures."""
    with context.library(engine=True) as store, EngineLock(context.paths.lock):
        for feed_id in given.feed:
            if store.feed(FeedId(feed_id)) is None:
                raise UsageError(f"There is no feed {feed_id}.", f"Il n'y a pas de flux {feed_id}.")
        options = RefreshOptions(
            tuple(map(FeedId, given.feed)), given.force, images=not given.no_images, language=context.language
        )
        summary = run_round(context, store, options, events=given.events)
    if context.as_json:
        put_json(shapes.summary(summary))
    elif not given.events:
        _tell(context, summary)
    return _status(summary)


def _tell(context: Context, summary: RefreshSummary) -> None:
    for one in summary.failed:
        context.warn(f"{one.url} : {one.error}", f"{one.url}: {one.error}")
    new_fr = plural(summary.new, "nouvel article", "nouveaux articles", french=True)
    new_en = plural(summary.new, "new article", "new articles", french=False)
    context.say(
        f"{plural(summary.feeds, 'flux', 'flux', french=True)}, {new_fr}, {summary.updated} mis à jour, "
        f"{summary.images_stored} images, {len(summary.failed)} en échec.",
        f"{plural(summary.feeds, 'feed', 'feeds', french=False)}, {new_en}, {summary.updated} updated, "
        f"{summary.images_stored} pictures, {len(summary.failed)} failed.",
    )


def _status(summary: RefreshSummary) -> Exit:
    if not summary.failed:
        return Exit.DONE
    everything = len(summary.failed) == summary.feeds
    return Exit.UNREACHED if everything and not any(one.reached for one in summary.failed) else Exit.PARTLY


def opml_in(context: Context, given: argparse.Namespace) -> Exit:
    """Merge the subscriptions of an OPML file; nothing is fetched yet."""
    from reader.engine.opml_exchange import import_opml

    with context.library(engine=True) as store, EngineLock(context.paths.lock):
        outcome = import_opml(store, Path(given.file), dry_run=given.dry_run)
        added = [feed for feed in store.feeds() if feed.id in set(outcome.added)]
    problems = [spoken(one, context.language) for one in outcome.problems]
    skipped = [{"url": url, "reason": context.words(fr, en)} for url, fr, en in outcome.skipped]
    if context.as_json:
        put_json({"added": [shapes.feed(one) for one in added], "skipped": skipped, "problems": problems})
    for one in skipped:
        context.warn(f"{one['url']} : {one['reason']}", f"{one['url']}: {one['reason']}")
    for problem in problems:
        context.warn(problem, problem)
    context.say(
        plural(len(added), "abonnement ajouté.", "abonnements ajoutés.", french=True),
        plural(len(added), "subscription added.", "subscriptions added.", french=False),
    )
    return Exit.DONE


def opml_out(context: Context, given: argparse.Namespace) -> Exit:
    """The subscriptions as OPML, in a file or on standard output."""
    from reader.engine.opml_exchange import export_opml, save_file

    with context.library() as store:
        body, count = export_opml(store)
    if given.file in (None, "-"):
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()
        return Exit.DONE
    save_file(Path(given.file), body)
    if context.as_json:
        put_json({"file": given.file, "feeds": count})
    context.say(f"{count} abonnements dans {given.file}.", f"{count} subscriptions in {given.file}.")
    return Exit.DONE
