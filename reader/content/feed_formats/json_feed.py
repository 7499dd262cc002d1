"""JSON Feed 1 and 1.1 (jsonfeed.org/version/1.1); wrong types are left out rather than refused."""

import contextlib
import html
import json
import re
from typing import Any

from reader.content.feed_formats.extensions import enclosure_of
from reader.content.feed_formats.names import looks_like_html
from reader.content.feed_formats.raw import RawEntry, RawFeed, RawPicture
from reader.core.errors import ContentError
from reader.core.wording import Sentence, counted

_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 200
_ITEMS = re.compile(r'"items"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
_CUT_OFF = Sentence(
    "The JSON of this feed is broken; it was read as far as it goes.",
    "Le JSON de ce flux est abîmé ; il a été lu aussi loin que possible.",
)


def read_json(text: str) -> RawFeed:
    """The feed of a JSON document. Raises ContentError for JSON that is no feed."""
    document, problem = _document(text.rstrip("\x00 \r\n\t"))
    if not isinstance(document, dict) or not isinstance(document.get("items"), list):
        raise ContentError("This JSON is not a feed.", "Ce JSON n'est pas un flux.")
    feed = RawFeed(
        "json11" if str(document.get("version", "")).rstrip("/").endswith("1.1") else "json10",
        title=_plain(_words(document, "title")),
        site_url=_words(document, "home_page_url"),
        feed_url=_words(document, "feed_url"),
        language=_words(document, "language"),
        icon=_words(document, "icon") or _words(document, "favicon"),
        author=_author(document),
    )
    feed.problems += [problem] if problem else []
    items = [item for item in document["items"] if isinstance(item, dict)]
    if len(items) < len(document["items"]):
        left = len(document["items"]) - len(items)
        one = Sentence(
            "An item that is no object was left out.", "Un élément qui n’est pas un objet a été laissé de côté."
        )
        many = Sentence(
            "{} items that are no objects were left out.",
            "{} éléments qui ne sont pas des objets ont été laissés de côté.",
        )
        feed.problems.append(counted(left, one, many))
    feed.entries = [_entry(item) for item in items]
    return feed


def _document(text: str) -> tuple[Any, Sentence | None]:
    """The document, and a sentence when it broke off: then up to its last whole item."""
    try:
        return json.loads(text, strict=False), None
    except (ValueError, RecursionError) as error:
        broken = ContentError(
            "The JSON of this feed is broken.", "Le JSON de ce flux est abîmé.", cause=str(error)[:_LONGEST]
        )
        broken.__cause__ = error
    start = _ITEMS.search(text)
    decoder, end = json.JSONDecoder(strict=False), start.end() if start else 0
    with contextlib.suppress(ValueError, RecursionError):
        while start is not None and end < len(text):
            end = decoder.raw_decode(text, _BETWEEN.match(text, end).end())[1]  # type: ignore[union-attr]
    with contextlib.suppress(ValueError, RecursionError):
        if start is not None and end > start.end():
            return json.loads(text[:end] + "]}", strict=False), _CUT_OFF
    raise broken


def _words(owner: dict[str, Any], name: str) -> str | None:
    value = owner.get(name)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        # Ids are strings by the specification; numbers are common. Python refuses to write out enormous ones.
        return str(value) if not isinstance(value, int) or value.bit_length() < 4_000 else None
    return _NO_TEXT.sub("", value).strip() or None if isinstance(value, str) else None


def _plain(words: str | None) -> str | None:
    return html.escape(words, quote=False) if words else None


def _author(owner: dict[str, Any]) -> str | None:
    people = owner.get("authors")
    people = people if isinstance(people, list) and people else [owner.get("author")]
    names = [
        _words(one, "name") or "" if isinstance(one, dict) else _words({"": one}, "") or "" if one else ""
        for one in people[:20]
    ]
    return ", ".join(filter(None, names)) or None


def _entry(item: dict[str, Any]) -> RawEntry:
    entry = RawEntry(
        guid=_words(item, "id"),
        url=_words(item, "url") or _words(item, "external_url"),
        title=_plain(_words(item, "title")) or "",
        author=_author(item),
        published=_words(item, "date_published"),
        updated=_words(item, "date_modified"),
        language=_words(item, "language"),
        permalink=False,
    )
    summary, body, plain = (_words(item, name) for name in ("summary", "content_html", "content_text"))
    entry.summary = _plain(summary)
    if body:
        entry.contents.append(body)
    elif plain:
        entry.contents.append(plain if looks_like_html(plain) else _paragraphs(plain))
    tags = item.get("tags")
    entry.categories = [word for tag in tags if (word := _words({"": tag}, ""))] if isinstance(tags, list) else []
    for name in ("image", "banner_image"):
        picture = _words(item, name)
        if picture and not entry.pictures:
            entry.pictures.append(RawPicture(picture))
    files = item.get("attachments")
    for one in files if isinstance(files, list) else ():
        if isinstance(one, dict):
            found = enclosure_of(_words(one, "url"), _words(one, "mime_type"), _words(one, "size_in_bytes"))
            if found:
                entry.enclosures.append(found)
    return entry


def _paragraphs(plain: str) -> str:
    paragraphs = re.split(r"\n[ \t]*\n", html.escape(plain, quote=False).replace("\r\n", "\n"))
    return "".join(f"<p>{part}</p>".replace("\n", "<br>") for part in paragraphs)
