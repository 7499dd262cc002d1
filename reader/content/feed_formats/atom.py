"""Atom 1.0 (RFC 4287) and Atom 0.3, from a parsed tree."""

import base64
import binascii
import html
import re
from urllib.parse import urljoin

from reader.content.feed_formats.extensions import EXTENSIONS, enclosure_of, person_of
from reader.content.feed_formats.names import (
    BASE,
    LANG,
    Element,
    inner_html,
    looks_like_html,
    markup_of,
    name_of,
    text_of,
)
from reader.content.feed_formats.raw import RawEntry, RawFeed
from reader.content.feed_formats.rhythm import add_rhythm


def read_atom(root: Element, base_url: str | None) -> RawFeed:
    """The feed whose root element is `root`; relative addresses are resolved by xml:base, then by `base_url`."""
    feed = RawFeed("atom03" if _is_old(root) else "atom10", language=root.get(LANG))
    base = urljoin(base_url or "", root.get(BASE) or "") or None
    logo = None
    for child in root:
        tag = _atom_name(child)
        if tag == "entry":
            feed.entries.append(_entry(child, base))
        elif tag == "title":
            feed.title = construct(child)
        elif tag == "link" and child.get("href"):
            _feed_link(feed, child, urljoin(base or "", child.get(BASE) or ""))
        elif tag in ("updated", "modified"):
            feed.updated = text_of(child)
        elif tag == "icon" and text_of(child):
            feed.icon = urljoin(base or "", text_of(child))
        elif tag == "logo" and text_of(child):
            logo = urljoin(base or "", text_of(child))
        elif tag == "author" and feed.author is None:
            feed.author = person_of(child)
    feed.icon = feed.icon or logo
    add_rhythm(feed, root)
    return feed


def _is_old(root: Element) -> bool:
    return "purl.org/atom/ns" in str(root.tag) or (root.get("version") or "").startswith("0.")


def _atom_name(child: Element) -> str:
    """The local name of an element of Atom, be its name space right, absent or mistaken for RSS; else ""."""
    name = name_of(child.tag)
    return name.removeprefix("atom:") if name.startswith("atom:") or ":" not in name else ""


def _feed_link(feed: RawFeed, child: Element, base: str) -> None:
    rel, address = (child.get("rel") or "alternate").lower(), urljoin(base, child.get("href").strip())
    if rel == "self":
        feed.feed_url = feed.feed_url or address
    elif rel == "alternate" and (feed.site_url is None or (child.get("type") or "").startswith("text/html")):
        feed.site_url = feed.site_url or address


def _entry(element: Element, base: str | None) -> RawEntry:
    entry = RawEntry(base=base, language=element.get(LANG))
    if element.get(BASE):
        entry.base = urljoin(base or "", element.get(BASE))
    authors: list[str] = []
    for child in element:
        tag = _atom_name(child)
        if not tag:
            row = EXTENSIONS.get(name_of(child.tag))
            if row is not None:
                row(entry, child)
        elif tag == "author":
            authors.append(person_of(child) or "")
        elif tag == "source":
            _source(entry, child)
        else:
            _field(entry, tag, child)
    entry.author = ", ".join(dict.fromkeys(filter(None, authors))) or entry.author
    return entry


def _field(entry: RawEntry, tag: str, child: Element) -> None:
    if tag == "id":
        entry.guid, entry.permalink = text_of(child) or None, False
    elif tag == "title":
        entry.title = construct(child)
    elif tag == "link":
        _link(entry, child)
    elif tag in ("published", "issued", "created"):
        # Atom 0.3 has `issued` and `created`; the first published date is the one that readers know.
        entry.published = text_of(child) or entry.published
    elif tag in ("updated", "modified"):
        entry.updated = text_of(child) or entry.updated
    elif tag == "category":
        name, label = (child.get("term") or text_of(child)).strip(), (child.get("label") or "").strip()
        if name or label:
            entry.categories.append(name or label)
        if name and label and name != label:
            entry.labels[name] = label
    elif tag == "summary":
        entry.summary = construct(child, body=True)
    elif tag == "content":
        _content(entry, child)


def _content(entry: RawEntry, child: Element) -> None:
    if child.get(BASE):
        entry.base = urljoin(entry.base or "", child.get(BASE))
    source = child.get("src")
    if source:
        entry.spare_url = entry.spare_url or urljoin(entry.base or "", source)
    else:
        entry.contents.append(construct(child, body=True))


def _link(entry: RawEntry, child: Element) -> None:
    if not child.get("href"):
        entry.spare_url = entry.spare_url or text_of(child) or None
        return
    base = urljoin(entry.base or "", child.get(BASE) or "")
    rel, address = (child.get("rel") or "alternate").lower(), urljoin(base, child.get("href").strip())
    if rel == "alternate":
        entry.url = entry.url or address
    elif rel == "enclosure":
        found = enclosure_of(address, child.get("type"), child.get("length"))
        if found:
            entry.enclosures.append(found)
    elif rel in ("via", "related"):
        entry.spare_url = entry.spare_url or address


def _source(entry: RawEntry, child: Element) -> None:
    """`source` tells where an entry was taken from; its author is the entry's when it names none (RFC 4287, 4.2.1)."""
    for part in child:
        if _atom_name(part) == "author":
            entry.spare_author = entry.spare_author or person_of(part)


def construct(element: Element, *, body: bool = False) -> str:
    """The HTML of a text construct or of `content` (RFC 4287, 3.1 and 4.1.3); of Atom 0.3 by its `mode`.

    A body that claims to be plain text and closes HTML tags is HTML: publishers forget the type.
    """
    kind, mode = (element.get("type") or "").strip().lower(), (element.get("mode") or "").lower()
    if len(element) and mode not in ("escaped", "base64"):
        return _inline(element)
    words = text_of(element)
    if mode == "base64" or (kind and not mode and not _is_text(kind)):
        decoded = _from_base64(words)
        if decoded is not None:
            return decoded
    if kind in ("html", "text/html", "xhtml", "application/xhtml+xml") or mode == "escaped":
        return words
    if body and looks_like_html(words):
        return words
    # Atom 0.3 has no type for HTML in titles; its publishers escape it all the same.
    return words if _is_old(element) else html.escape(words, quote=False)


def _is_text(kind: str) -> bool:
    return kind in ("text", "html", "xhtml") or kind.startswith("text/") or kind.endswith(("+xml", "/xml"))


def _inline(element: Element) -> str:
    divs = [child for child in element if name_of(child.tag).endswith("div")]
    alone = divs[0] if len(divs) == 1 and len(element) == 1 else None
    if alone is not None and not len(alone):
        # Markup escaped within the XHTML was escaped once too often.
        words = alone.text or ""
        return words.strip() if looks_like_html(words) else html.escape(words, quote=False).strip()
    return inner_html(element if alone is None else alone).strip() if len(element) else markup_of(element)


def _from_base64(words: str) -> str | None:
    try:
        return base64.b64decode(re.sub(r"\s+", "", words), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return None
