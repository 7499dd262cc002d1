"""The JSON shapes of CLI.md, from our values. Absent facts are null."""

from typing import TYPE_CHECKING, Any

from reader.cli.output import Json, moment
from reader.core.comparison import Comparison
from reader.core.entities import (
    Article,
    Enclosure,
    Feed,
    JournalEntry,
    Notification,
    OfflineSummary,
    ParsedEntry,
    ParsedFeed,
    Picture,
    UpdateNote,
)
from reader.engine.refresh import RefreshSummary

if TYPE_CHECKING:
    from reader.content.extract import Extracted
    from reader.content.markup import Cleaned
    from reader.content.opml import ParsedOpml
    from reader.style.palette import Palette


def _update(note: UpdateNote | None) -> Json | None:
    return {"marker": note.marker, "at": moment(note.at), "block": note.block} if note else None


def _picture(picture: Picture | None) -> Json | None:
    if picture is None:
        return None
    return {
        "url": picture.url,
        "file": picture.file,
        "caption": picture.caption,
        "credit": picture.credit,
        "alt": picture.alt,
    }


def _enclosures(given: tuple[Enclosure, ...]) -> list[Json]:
    return [{"url": one.url, "type": one.type, "bytes": one.bytes} for one in given]


def enclosure(article_id: int, given: Enclosure) -> Json:
    """What `download --json` lists: `file` is relative to the data folder, null until it is there."""
    facts = {"url": given.url, "type": given.type, "bytes": given.bytes, "state": given.state, "file": given.file}
    return {"article_id": article_id, **facts}


def article(given: Article, *, whole: bool) -> Json:
    """An article; `whole` adds its texts and revisions."""
    shape: Json = {
        "id": given.id,
        "feed_id": given.feed_id,
        "feed": given.feed,
        "guid": given.guid,
        "url": given.url,
        "title": given.title,
        "kicker": given.kicker,
        "author": given.author,
        "section": given.section,
        "tags": list(given.tags),
        "language": given.language,
        "published": moment(given.published),
        "updated": moment(given.updated),
        "received": moment(given.received),
        "words": given.words,
        "reading_minutes": given.minutes,
        "read": given.read,
        "starred": given.starred,
        "access": given.access.value,
        "update": _update(given.update),
        "also_in": list(given.also_in),
        "revision": given.revision,
        "changed_since_read": given.changed_since_read,
        "offline": {
            "state": given.offline.value,
            "images": given.images,
            "images_stored": given.images_stored,
            "bytes": given.bytes,
        },
        "lead_image": _picture(given.lead_image),
        "enclosures": _enclosures(given.enclosures),
    }
    if whole:
        shape["revisions"] = [
            {"number": one.number, "fetched": moment(one.fetched), "title": one.title, "change": one.change.value}
            for one in given.revisions
        ]
        from reader.content.markup import to_html

        shape["markdown"] = given.markdown
        shape["html"] = to_html(given.markdown)
    return shape


def feed(given: Feed) -> Json:
    """A subscription with its health."""
    return {
        "id": given.id,
        "url": given.url,
        "title": given.title,
        "site_url": given.site_url,
        "folder": given.folder,
        "full_text": given.full_text.value,
        "attachments": given.attachments,
        "reflag": given.reflag,
        "last_success": moment(given.last_success),
        "last_error": given.last_error,
        "failures": given.failures,
        "next_due": moment(given.next_due),
        "unread": given.unread,
        "articles": given.total,
    }


def _entry(given: ParsedEntry) -> Json:
    return {
        "guid": given.guid,
        "url": given.url,
        "title": given.title,
        "kicker": given.kicker,
        "author": given.given.author or given.author,
        "published": moment(given.published),
        "updated": moment(given.updated),
        "section": given.section,
        "tags": list(given.given.categories or given.tags),
        "language": given.language,
        "summary_html": given.summary_html,
        "content_html": given.content_html,
        "markdown": given.markdown,
        "access": given.access.value,
        "update": _update(given.update),
        "lead_image": _picture(given.lead_image),
        "enclosures": _enclosures(given.given.enclosures or given.enclosures),
    }


def parsed_feed(given: ParsedFeed) -> Json:
    """What `parse-feed` prints."""
    return {
        "format": given.format,
        "title": given.title,
        "site_url": given.site_url,
        "feed_url": given.feed_url,
        "language": given.language,
        "updated": moment(given.updated),
        "icon": given.icon,
        "entries": [_entry(entry) for entry in given.entries],
        "problems": list(given.problems),
    }


def extracted(given: "Extracted") -> Json:
    """What `extract` prints."""
    return {
        "url": given.url,
        "canonical_url": given.canonical_url,
        "title": given.title,
        "kicker": given.kicker,
        "author": given.author,
        "published": moment(given.published),
        "updated": moment(given.updated),
        "section": given.section,
        "tags": list(given.tags),
        "language": given.language,
        "site": given.site,
        "access": given.access.value,
        "update": _update(given.update),
        "lead_image": _picture(given.lead_image),
        "markdown": given.markdown,
        "html": given.html,
        "text": given.text,
        "words": given.words,
        "reading_minutes": given.reading_minutes,
        "problems": list(given.problems),
    }


def cleaned(given: "Cleaned") -> Json:
    """What `clean` prints."""
    images = [{"url": one.url, "alt": one.alt, "caption": one.caption, "credit": one.credit} for one in given.pictures]
    return {
        "markdown": given.markdown,
        "html": given.html,
        "text": given.text,
        "images": images,
        "links": list(given.links),
        "problems": list(given.problems),
    }


def parsed_opml(given: "ParsedOpml") -> Json:
    """What `parse-opml` prints."""
    feeds = [
        {"url": one.url, "title": one.title, "folder": one.folder, "site_url": one.site_url} for one in given.feeds
    ]
    return {"feeds": feeds, "problems": list(given.problems)}


def summary(given: RefreshSummary) -> Json:
    """What `refresh --json` prints."""
    failed = [
        {"feed_id": one.feed_id, "url": one.url, "error": one.error, "retry_at": moment(one.retry_at)}
        for one in given.failed
    ]
    return {
        "feeds": given.feeds,
        "fetched": given.fetched,
        "unchanged": given.unchanged,
        "failed": failed,
        "new": given.new,
        "updated": given.updated,
        "images_stored": given.images_stored,
        "bytes": given.bytes,
        "seconds": round(given.seconds, 3),
    }


def comparison(given: Comparison) -> Json:
    """What `diff --json` prints. `moved` is the index, in `blocks`, of a moved block's other place."""
    blocks = [
        {
            "op": one.op.value,
            "before": one.before,
            "after": one.after,
            "words": [[op.value, text] for op, text in one.words],
            "moved": one.moved,
        }
        for one in given.difference.blocks
    ]
    return {
        "id": given.article_id,
        "from": given.before,
        "to": given.after,
        "change": given.change.value,
        "title": list(given.title) if given.title else None,
        "added_words": given.difference.added_words,
        "removed_words": given.difference.removed_words,
        "blocks": blocks,
    }


def notification(given: Notification) -> Json:
    """One line of the tray."""
    return {
        "id": given.id,
        "kind": given.kind.value,
        "title": given.title,
        "text": given.text,
        "article_ids": list(given.article_ids),
        "feed_id": given.feed_id,
        "at": moment(given.at),
        "seen": given.seen,
    }


def offline(given: OfflineSummary) -> Json:
    """What `offline --json` prints."""
    names = ("articles", "ready", "partial", "text", "teaser", "missing", "images", "images_stored", "bytes")
    return {name: getattr(given, name) for name in names}


def journal(given: JournalEntry) -> Json:
    """One reversible operation."""
    return {
        "id": given.id,
        "kind": given.kind,
        "count": given.count,
        "at": moment(given.at),
        "undone": given.undone,
    }


def theme(given: "Palette") -> Json:
    """A theme with every colour and its contrast."""
    from reader.style.palette import contrast_report

    contrasts: list[dict[str, Any]] = [
        {
            "pair": one.pair,
            "ratio": one.ratio,
            "needs": one.needs,
            "vision": one.vision,
            "measure": one.measure,
            "holds": one.holds,
        }
        for one in contrast_report(given)
    ]
    return {
        "id": given.id,
        "name": {"fr": given.name_fr, "en": given.name_en},
        "scheme": given.scheme,
        "pair": given.pair,
        "colors": given.colors(),
        "contrast": contrasts,
    }
