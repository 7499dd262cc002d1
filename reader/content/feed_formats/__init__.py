"""Feed bytes to clean entries: RSS 0.9x to 2.0, RDF, CDF, Atom 0.3 and 1.0, JSON Feed.

    the bytes become text                                          (decoding)
    JSON:  its fields                                              (json_feed)
    XML:   as it is                                                (strict: 96 of 100 feeds end here)
           else mended: entities, ampersands, noise around it      (mend, strict)
           else every tag closed where its parent or entry ends    (balance, strict)
    then every entry is cleaned                                    (entries)

Whatever the bytes are: an EncreError with a sentence, or a feed.
"""

import contextlib
import html
import re
from collections.abc import Container
from datetime import datetime

from reader.content.feed_formats.balance import balanced
from reader.content.feed_formats.decoding import WIDE, decoded
from reader.content.feed_formats.entries import MOST_ENTRIES, finish
from reader.content.feed_formats.json_feed import read_json
from reader.content.feed_formats.mend import mended, without_declaration
from reader.content.feed_formats.raw import RawFeed
from reader.content.feed_formats.strict import NotStrict, read_strict
from reader.core.entities import ParsedFeed
from reader.core.errors import ContentError
from reader.core.wording import Sentence

__all__ = ["parse_feed", "read_feed"]

LARGEST = 10_000_000
MOST_TAGS = 600_000  # what a tree of them takes in memory is bounded by this, not by the bytes
_SNIFFED = 200_000
_FEED_TAG = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF|channel|entry)(?=[\s>/])", re.I)
_ESCAPED_TAG = re.compile(r"&lt;(?:\w+:)?(?:rss|feed|RDF)(?=[\s&<])", re.I)
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.I)
_PLAIN_UTF8 = re.compile(
    rb"""(?:\xef\xbb\xbf)?\s*(?:<\?xml(?=\s)(?:[^>]*?encoding\s*=\s*["']utf-?8["']|(?![^>]*encoding))[^>]*\?>)?\s*<[^?\x00]""",
    re.I,
)
_NOISE = "\ufeff \t\r\n\x00"
_BROKEN = Sentence(
    "The feed is not well-formed XML; it was read as far as it goes.",
    "Le flux n’est pas du XML bien formé ; il a été lu aussi loin que possible.",
)


def parse_feed(
    body: bytes,
    *,
    url: str | None = None,
    content_type: str | None = None,
    now: datetime | None = None,
    most: int = MOST_ENTRIES,
    known: Container[str] = (),
) -> ParsedFeed:
    """The feed in `body`, the first `most` entries cleaned. `url` resolves relative addresses; `now` weighs the
    publisher's quiet hours. Entries whose digest is `known` cost nothing: they are counted and not cleaned again.

    Raises ContentError, and nothing else, for what is no feed or larger than 10 MB.
    """
    return finish(read_feed(body, url=url, content_type=content_type), url, now, most, known)


def read_feed(body: bytes, *, url: str | None = None, content_type: str | None = None) -> RawFeed:
    """The feed's fields as they are written, nothing cleaned: the cheap half of `parse_feed`, with its errors."""
    if len(body) > LARGEST:
        raise ContentError("The feed is larger than 10 MB.", "Le flux dépasse 10 Mo.")
    if max(body.count(b"<"), body.count(b"{")) > MOST_TAGS:
        raise _too_many()
    if len(_CONTROL.findall(body[:400])) > 8 and not body.startswith(WIDE):
        # Pictures, archives, programs: decoding them as text would only take time.
        raise _no_feed("binary")
    if _PLAIN_UTF8.match(body):
        # Most feeds are UTF-8 and well-formed: libxml2 checks both faster than anything said here.
        with contextlib.suppress(NotStrict):
            return read_strict(body, url)
    text = decoded(body, content_type).lstrip(_NOISE)
    if text.startswith(("{", "[")):
        return read_json(text)
    start = text[:_SNIFFED]
    if not _FEED_TAG.search(start):
        source = _behind_view_source(text) if _ESCAPED_TAG.search(start) else None
        if source is None:
            raise _no_feed(start)
        text = source
    return _xml(without_declaration(text), url)


def _too_many() -> ContentError:
    return ContentError(
        "The feed has more than 600,000 tags; it was refused.",
        "Le flux compte plus de 600 000 balises ; il a été refusé.",
    )


def _xml(text: str, url: str | None) -> RawFeed:
    if text.count("<") > MOST_TAGS:
        raise _too_many()
    try:
        return read_strict(text.encode("utf-8", "replace"), url)
    except NotStrict as error:
        reason = str(error)
    better = mended(text)
    try:
        feed = read_strict(better.encode("utf-8", "replace"), url)
        if "entities" in reason:
            return feed
    except NotStrict:
        try:
            feed = read_strict(balanced(better).encode("utf-8", "replace"), url)
        except NotStrict as error:
            raise ContentError("The feed cannot be read.", "Le flux est illisible.", cause=str(error)) from error
    feed.problems.insert(0, _BROKEN)
    return feed


def _behind_view_source(text: str) -> str | None:
    """The feed that a browser's source view wraps: its tags written out as text, among line numbers and spans."""
    source = html.unescape(re.sub(r"<[^<>]{0,2000}>", "", text)).replace("\xa0", " ").lstrip(_NOISE)
    return source if _FEED_TAG.search(source[:_SNIFFED]) else None


def _no_feed(start: str) -> ContentError:
    if not start.strip(_NOISE):
        return ContentError("The answer is empty.", "La réponse est vide.", retry=True)
    if _PAGE.search(start[:5000]):
        return ContentError("This is a web page, not a feed.", "C'est une page web, pas un flux.")
    return ContentError("This is not a feed.", "Ce n'est pas un flux.")
