"""JSON Feed 1 and 1.1 (jsonfeed.org/version/1.1); wrong types are left out rather than refused."""

import html
import json
from typing import Any

from reader.content.feed_formats.raw import RawEntry, RawFeed, RawPicture
from reader.core.entities import Enclosure
from reader.core.errors import ContentError


def read_json(text: str) -> RawFeed:
    """The feed of a JSON document. Raises ContentError for JSON that is no feed."""
    try:
        document = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise ContentError(
            "The JSON of this feed is broken.", "Le JSON de ce flux est abîmé.", cause=str(error)
        ) from error
    if not isinstance(document, dict) or not isinstance(document.get("items"), list):
        raise ContentError("This JSON is not a feed.", "Ce JSON n'est pas un flux.")
    feed = RawFeed(
        "json11" if str(document.get("version", "")).rstrip("/").endswith("1.1") else "json10",
        title=_words(document, "title"),
        site_url=_words(document, "home_page_url"),
        feed_url=_words(document, "feed_url"),
        language=_words(document, "language"),
        icon=_words(document, "icon") or _words(document, "favicon"),
    )
    author = _author(document)
    for item in document["items"]:
        if isinstance(item, dict):
            feed.entries.append(_entry(item, author))
        else:
            feed.problems.append("An item that is no object was left out.")
    return feed


def _words(owner: dict[str, Any], name: str) -> str | None:
    value = owner.get(name)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None


def _author(owner: dict[str, Any]) -> str | None:
    people = owner.get("authors")
    people = people if isinstance(people, list) else [owner.get("author")]
    names = [
        _words(one, "name") or "" if isinstance(one, dict) else one if isinstance(one, str) else "" for one in people
    ]
    return ", ".join(filter(None, names)) or None


def _entry(item: dict[str, Any], author: str | None) -> RawEntry:
    entry = RawEntry(
        guid=_words(item, "id"),
        url=_words(item, "url") or _words(item, "external_url"),
        title=html.escape(_words(item, "title") or "", quote=False),
        author=_author(item) or author,
        published=_words(item, "date_published"),
        updated=_words(item, "date_modified"),
        language=_words(item, "language"),
    )
    summary, body, plain = (_words(item, name) for name in ("summary", "content_html", "content_text"))
    entry.summary = html.escape(summary, quote=False) if summary else None
    if body:
        entry.contents.append(body)
    elif plain:
        paragraphs = html.escape(plain, quote=False).replace("\r\n", "\n").split("\n\n")
        entry.contents.append("".join(f"<p>{part}</p>".replace("\n", "<br>") for part in paragraphs))
    tags = item.get("tags")
    entry.categories = [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    picture = _words(item, "image") or _words(item, "banner_image")
    if picture:
        entry.pictures.append(RawPicture(picture))
    files = item.get("attachments")
    for one in files if isinstance(files, list) else ():
        if isinstance(one, dict) and _words(one, "url"):
            size = one.get("size_in_bytes")
            entry.enclosures.append(
                Enclosure(str(_words(one, "url")), _words(one, "mime_type"), size if type(size) is int else None)
            )
    return entry
