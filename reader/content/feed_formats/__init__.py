"""Feed bytes to clean entries: RSS 0.9x, 1.0, 2.0, Atom, JSON Feed. Strict XML first; feedparser for the rest."""

import re

from reader.content.feed_formats.entries import finish
from reader.content.feed_formats.json_feed import read_json
from reader.content.feed_formats.loose import read_loose
from reader.content.feed_formats.raw import RawFeed
from reader.content.feed_formats.strict import NotStrict, read_strict
from reader.core.entities import ParsedFeed
from reader.core.errors import ContentError

__all__ = ["parse_feed"]

LARGEST = 10_000_000
_LOOSEST = 5_000_000  # feedparser is quadratic on some broken input
_LOOKS_LIKE = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF|channel)\b", re.I)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def parse_feed(body: bytes, *, url: str | None = None, content_type: str | None = None) -> ParsedFeed:
    """The feed in `body`, every entry cleaned. `url` resolves relative addresses.

    Raises ContentError, and nothing else, for what is no feed or larger than 10 MB.
    """
    if len(body) > LARGEST:
        raise ContentError("The feed is larger than 10 MB.", "Le flux dépasse 10 Mo.")
    text = _decoded(body, content_type)
    start = text[:200_000].lstrip("\ufeff \t\r\n")
    if start.startswith("{"):
        return finish(read_json(text.lstrip("\ufeff \t\r\n")), url)
    if not _LOOKS_LIKE.search(start):
        raise _no_feed(start)
    return finish(_xml(text, url, content_type), url)


def _xml(text: str, url: str | None, content_type: str | None) -> RawFeed:
    # The text is decoded by now: the declaration may lie no more.
    mended = _DECLARATION.sub("", text.lstrip("\ufeff \t\r\n"), count=1).lstrip()
    encoded = mended.encode("utf-8", "replace")
    try:
        return read_strict(encoded, url)
    except NotStrict:
        if len(encoded) > _LOOSEST:
            raise ContentError(
                "The feed is broken and too large to be mended.", "Le flux est abîmé et trop gros pour être réparé."
            ) from None
        kind = (content_type or "application/xml").partition(";")[0]
        return read_loose(b'<?xml version="1.0" encoding="utf-8"?>\n' + encoded, url, f"{kind}; charset=utf-8")


def _decoded(body: bytes, content_type: str | None) -> str:
    """The text: by its byte-order mark, else UTF-8 where it is UTF-8, else as declared, Latin-1 meaning cp1252."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    if body[:4] in (b"<\x00?\x00", b"\x00<\x00?"):
        return body.decode("utf-16-le" if body[1:2] == b"\x00" else "utf-16-be", "replace")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.match(body)
    charset = re.search(r"charset\s*=\s*[\"']?([\w.\-]+)", content_type or "", re.I)
    for name in (declared[1].decode() if declared else None, charset[1] if charset else None):
        if name and name.lower() not in ("utf-8", "utf8"):
            plain = "cp1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else name
            try:
                return body.decode(plain, "replace")
            except LookupError:
                continue
    cut = body.decode("utf-8", "replace")
    return cut if cut.count("\ufffd") * 200 < len(cut) else body.decode("cp1252", "replace")


def _no_feed(start: str) -> ContentError:
    if not start.strip("\x00 \r\n\t"):
        return ContentError("The answer is empty.", "La réponse est vide.", retry=True)
    if re.search(r"<(?:!doctype\s+)?html|<head|<body", start[:5000], re.I):
        return ContentError("This is a web page, not a feed.", "C'est une page web, pas un flux.")
    return ContentError("This is not a feed.", "Ce n'est pas un flux.")
