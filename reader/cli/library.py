"""Commands that read the library and change statuses: list, show, search, mark, undo, notifications, offline."""

import argparse
import sys

from reader.cli import shapes
from reader.cli.output import Context, Exit, harmless, plural, put_json, unknown_article, unknown_revision
from reader.cli.rounds import run_round
from reader.content.markup import to_html
from reader.core.entities import Article, ArticleId, FeedId, Row
from reader.core.errors import UsageError
from reader.core.filters import ArticleFilter, View
from reader.engine.lock import EngineLock
from reader.engine.refresh import RefreshOptions
from reader.store import Store
from reader.text import to_terminal

_PAGE = 50


def list_articles(context: Context, given: argparse.Namespace) -> Exit:
    """Articles, newest first."""
    with context.library() as store:
        feed_id = _feed_id(store, given.feed) if given.feed else None
        wanted = ArticleFilter(View(given.view), feed_id, given.folder, given.section, given.search)
        limit = given.limit if given.limit is not None or context.as_json else _PAGE
        ids = [ArticleId(one) for one in store.ids(wanted, limit, given.offset)]
        if context.as_json:
            found = (store.article(one) for one in ids)
            put_json([shapes.article(one, whole=False) for one in found if one is not None])
            return Exit.DONE
        for row in store.rows(ids):
            print(_line(row))
        rest = store.count(wanted) - given.offset - len(ids)
        if not ids:
            context.warn("Aucun article.", "No articles.")
        elif rest > 0:
            context.warn(f"… et {rest} de plus (--limit, --offset).", f"… and {rest} more (--limit, --offset).")
    return Exit.DONE


def _feed_id(store: Store, text: str) -> FeedId:
    feed = store.find_feed(text)
    if feed is None:
        raise UsageError(f"There is no feed “{text}”.", f"Il n'y a pas de flux « {text} ».")
    return feed.id


def _line(row: Row) -> str:
    # ● is unread, ~ has changed since it was read, ★ is starred.
    signs = ("●" if not row.read else "~" if row.changed else " ") + ("★" if row.starred else " ")
    mark = f"[{row.marker}] " if row.marker else ""
    return harmless(
        f"{row.id:6} {signs} {row.published:%Y-%m-%d}  {mark}{row.title}  · {', '.join((row.feed, *row.also_in))}"
    )


def show(context: Context, given: argparse.Namespace) -> Exit:
    """One article, in one of four forms."""
    with context.library() as store:
        article = store.article(ArticleId(given.id))
        if article is None:
            raise unknown_article(given.id)
        if given.revision is not None:
            if given.revision not in {one.number for one in article.revisions}:
                raise unknown_revision(given.id, given.revision)
            article = store.article(ArticleId(given.id), given.revision) or article
    if given.format == "json":
        put_json(shapes.article(article, whole=True))
    elif given.format == "markdown":
        print(f"# {harmless(article.title)}\n\n{article.markdown}", end="")
    elif given.format == "html":
        print(to_html(article.markdown), end="")
    else:
        day = (article.published or article.received).astimezone()
        minutes = f"{article.minutes} min" if article.minutes else None
        facts = (article.feed, article.section, article.author, f"{day:%Y-%m-%d %H:%M}", minutes)
        head = [article.title, article.kicker or "", " · ".join(filter(None, facts)), *_versions(context, article)]
        if article.update and article.update.block:
            head.append(f"\n{context.words('MISE À JOUR', 'UPDATE')}\n{to_terminal(article.update.block)}")
        print(harmless("\n".join(filter(None, head))) + "\n")
        print(harmless(to_terminal(article.markdown)))
    return Exit.DONE


def _versions(context: Context, article: Article) -> list[str]:
    """Which version this is, where there are several, and in which other feeds the article stands."""
    lines = []
    if len(article.revisions) > 1:
        mark = context.words(" · modifié depuis la lecture", " · changed since it was read")
        which = context.words("Version {} (dernière : {})", "Version {} (newest: {})")
        newest = article.revisions[-1].number
        lines.append(which.format(article.revision, newest) + (mark if article.changed_since_read else ""))
    if article.also_in:
        lines.append(context.words("Aussi dans : ", "Also in: ") + ", ".join(article.also_in))
    return lines


def search(context: Context, given: argparse.Namespace) -> Exit:
    """Full-text search, best first, with the words around each hit."""
    with context.library() as store:
        hits = store.search(given.query, given.limit)
        if context.as_json:
            found = [(store.article(hit.row.id), hit) for hit in hits]
            put_json(
                [
                    shapes.article(article, whole=False)
                    | {"snippet": hit.snippet.replace("\x02", "**").replace("\x03", "**")}
                    for article, hit in found
                    if article is not None
                ]
            )
            return Exit.DONE
    bold = ("\x1b[1m", "\x1b[0m") if sys.stdout.isatty() else ("", "")
    for hit in hits:
        print(_line(hit.row))
        snippet = hit.snippet.replace("\x02", "\ue000").replace("\x03", "\ue001").replace("\n", " ")
        print("         " + harmless(snippet).replace("\ue000", bold[0]).replace("\ue001", bold[1]))
    if not hits:
        context.warn(f"Rien pour « {given.query} ».", f"Nothing for “{given.query}”.")
    return Exit.DONE


def mark(context: Context, given: argparse.Namespace) -> Exit:
    """Change statuses of the named articles, or of all in a view; either all of them or none."""
    with context.library() as store:
        ids = _all_in(store, given.view) if given.all else _given_ids(given.ids)
        for one in ids:
            if not given.all and store.article(ArticleId(one)) is None:
                raise unknown_article(one)
        if given.status in ("read", "unread"):
            changes = store.mark(ids, read=given.status == "read")
        else:
            changes = store.mark(ids, starred=given.status == "starred")
        count = len(changes.statuses)
    context.say(
        plural(count, "article modifié.", "articles modifiés.", french=True),
        plural(count, "article changed.", "articles changed.", french=False),
    )
    return Exit.DONE


def _all_in(store: Store, view: str | None) -> list[int]:
    return list(store.ids(ArticleFilter(View(view or "all"))))


def _given_ids(words: list[str]) -> list[int]:
    if not words and not sys.stdin.isatty():
        words = sys.stdin.read().split()
    if not words:
        raise UsageError(
            "Name the articles: ids, or --all with --view.", "Nommez les articles : leurs ids, ou --all avec --view."
        )
    try:
        return [int(word) for word in words]
    except ValueError:
        wrong = next(word for word in words if not word.lstrip("-").isdigit())
        raise UsageError(f"“{wrong}” is not an id.", f"« {wrong} » n'est pas un id.") from None


def undo(context: Context, given: argparse.Namespace) -> Exit:
    """Undo the last reversible operation, or list them."""
    with context.library() as store:
        if given.list:
            entries = store.journal()
            if context.as_json:
                put_json([shapes.journal(entry) for entry in entries])
            for entry in entries if not context.as_json else ():
                sign = context.words("défait", "undone") if entry.undone else ""
                sign = context.words("parti pour de bon", "gone for good") if entry.lapsed else sign
                print(f"{entry.id:6}  {entry.at.astimezone():%Y-%m-%d %H:%M}  {entry.kind:16}{entry.count:6}  {sign}")
            return Exit.DONE
        done = store.undo()
    if done is None:
        raise UsageError("There is nothing to undo.", "Il n'y a rien à défaire.")
    if context.as_json:
        put_json(shapes.journal(done[0]))
    context.say(f"Défait : {done[0].kind} ({done[0].count}).", f"Undone: {done[0].kind} ({done[0].count}).")
    return Exit.DONE


def notifications(context: Context, given: argparse.Namespace) -> Exit:
    """The tray's content; with --seen it is marked as seen after it was shown."""
    with context.library() as store:
        found = store.notifications()
        if context.as_json:
            put_json([shapes.notification(one) for one in found])
        else:
            for one in found:
                sign = " " if one.seen else "●"
                print(harmless(f"{sign} {one.at.astimezone():%Y-%m-%d %H:%M}  {one.title} — {one.text}"))
            if not found:
                context.say("Vous n'avez pas encore de notification.", "You have no notifications yet.")
        if given.seen:
            store.mark_notifications_seen()
    return Exit.DONE


def offline(context: Context, given: argparse.Namespace) -> Exit:
    """How much can be read with no network, and what is missing; with --repair, that is fetched first."""
    with context.library(engine=given.repair) as store:
        if given.repair:
            with EngineLock(context.paths.lock):
                _say_estimate(context, store)
                run_round(context, store, RefreshOptions(repair=True, language=context.language))
        found = store.offline_summary()
        missing = [] if context.as_json else store.missing(_PAGE)
    if context.as_json:
        put_json(shapes.offline(found))
    share = round(100 * found.ready / found.articles) if found.articles else 100
    size = f"{found.bytes / 1e6:.1f}"
    context.say(
        f"{plural(found.articles, 'article', 'articles', french=True)}, {share} % prêts hors ligne ; "
        f"{found.images_stored} images sur {found.images} ({size.replace('.', ',')} Mo).",
        f"{plural(found.articles, 'article', 'articles', french=False)}, {share}% ready offline; "
        f"{found.images_stored} of {found.images} pictures ({size} MB).",
    )
    for lack in missing:
        reason = lack.reason or context.words("Pas encore récupéré.", "Not fetched yet.")
        print(harmless(f"{lack.article_id:6}  {lack.title[:50]}  · {lack.url}\n         {reason}"))
    return Exit.DONE


def _say_estimate(context: Context, store: Store) -> None:
    wanted = store.offline_estimate()
    size = f"{wanted.bytes / 1e6:.1f}"
    fr = f"À récupérer : {wanted.pages} pages, {wanted.pictures} images, environ {size.replace('.', ',')} Mo."
    context.warn(fr, f"To fetch: {wanted.pages} pages, {wanted.pictures} pictures, about {size} MB.")


def download(context: Context, given: argparse.Namespace) -> Exit:
    """Enclosures onto the disk: those of the named articles, or from now on those of a feed's new articles."""
    failed = 0
    held = []
    with context.library(engine=True) as store, EngineLock(context.paths.lock):
        if given.feed is not None:
            feed_id = _feed_id(store, given.feed)
            store.set_attachments(feed_id, not given.off)
        elif given.off or not given.ids:
            raise UsageError("Name the articles, or a feed.", "Nommez les articles, ou un flux.")
        for one in given.ids:
            article_id = ArticleId(one)
            if store.article(article_id) is None:
                raise unknown_article(one)
            store.want_enclosures(article_id)
            options = RefreshOptions(download=article_id, language=context.language)
            failed += run_round(context, store, options).enclosures_failed
            article = store.article(article_id)
            held += [(one, enclosure) for enclosure in (article.enclosures if article else ())]
    if context.as_json:
        put_json([shapes.enclosure(one, enclosure) for one, enclosure in held])
    for one, enclosure in held if not context.as_json else ():
        print(harmless(f"{one:6}  {enclosure.file or '-'}  {enclosure.url}"))
    return Exit.PARTLY if failed else Exit.DONE
