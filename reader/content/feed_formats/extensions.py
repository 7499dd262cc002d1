"""Elements of RSS and of other name spaces inside an entry, one row each; the same in RSS, RDF and Atom.

A weaker element (dc:title beside title) never overrides a stronger one, whatever the order. What says nothing about
the article itself (thr:, wfw:, slash:, georss:, sy:) has no row, so that it cannot be mistaken for it.
"""

import html
from collections.abc import Callable

from reader.content.feed_formats.names import Element, inner_html, markup_of, name_of, text_of
from reader.content.feed_formats.raw import RawEntry, RawPicture
from reader.core.entities import Enclosure

Row = Callable[[RawEntry, Element], None]


def enclosure_of(address: str | None, kind: str | None, length: str | None) -> Enclosure | None:
    """An attachment; None without an address. A length that is no number is unknown."""
    size = (length or "").strip().replace(",", "")
    whole = int(size) if size.isascii() and size.isdigit() and len(size) < 16 else None
    return (
        Enclosure(address.strip(), (kind or "").strip() or None, whole or None) if address and address.strip() else None
    )


def person_of(element: Element) -> str | None:
    """A name, with its address where one is given: "Ada (ada@example.org)"; the bare words of a plain element."""
    if not len(element):
        return text_of(element) or None
    words = {name_of(part.tag).rpartition(":")[2]: text_of(part) for part in element}
    name, mail = words.get("name"), words.get("email")
    return f"{name} ({mail})" if name and mail else name or mail or None


def _title(entry: RawEntry, child: Element) -> None:
    entry.title = entry.title or markup_of(child)


def _spare_title(entry: RawEntry, child: Element) -> None:
    entry.spare_title = entry.spare_title or markup_of(child)


def _link(entry: RawEntry, child: Element) -> None:
    entry.url = entry.url or text_of(child) or child.get("href") or child.get("url")


def _original(entry: RawEntry, child: Element) -> None:
    entry.spare_url = text_of(child) or entry.spare_url


def _guid(entry: RawEntry, child: Element) -> None:
    found = text_of(child)
    if found and not entry.guid:
        entry.guid = found
        # RSS 2.0: a guid is the address of the article unless it says that it is not.
        if (child.get("isPermaLink") or child.get("ispermalink") or "true").strip().lower() != "true":
            entry.permalink = False


def _description(entry: RawEntry, child: Element) -> None:
    entry.summary = markup_of(child) or entry.summary


def _spare_summary(entry: RawEntry, child: Element) -> None:
    found = markup_of(child)
    if len(found) > len(entry.spare_summary or ""):
        entry.spare_summary = found


def _subtitle(entry: RawEntry, child: Element) -> None:
    """A podcast's one line about an episode: the weakest of all."""
    entry.spare_media = entry.spare_media or markup_of(child)


def _content(entry: RawEntry, child: Element) -> None:
    found = markup_of(child)
    if found:
        entry.contents.append(found)


def _xhtml(entry: RawEntry, child: Element) -> None:
    entry.contents.append(inner_html(child))


def _author(entry: RawEntry, child: Element) -> None:
    found = person_of(child)
    if found and (not entry.author or entry.author in found):
        entry.author = found
    elif found and entry.author and found not in entry.author:
        entry.author = f"{entry.author}, {found}"


def _spare_author(entry: RawEntry, child: Element) -> None:
    entry.spare_author = entry.spare_author or person_of(child)


def _published(entry: RawEntry, child: Element) -> None:
    entry.published = entry.published or text_of(child)


def _updated(entry: RawEntry, child: Element) -> None:
    entry.updated = entry.updated or text_of(child)


def _category(entry: RawEntry, child: Element) -> None:
    found = text_of(child) or child.get("label") or child.get("term") or child.get("text")
    if found:
        entry.categories.append(found)


def _categories(entry: RawEntry, child: Element) -> None:
    entry.categories += filter(None, (part.strip() for part in text_of(child).split(",")))


def _enclosure(entry: RawEntry, child: Element) -> None:
    found = enclosure_of(child.get("url") or child.get("href"), child.get("type"), child.get("length"))
    if found:
        entry.enclosures.append(found)


def _language(entry: RawEntry, child: Element) -> None:
    entry.language = text_of(child) or entry.language


def _picture(entry: RawEntry, child: Element) -> None:
    """itunes:image, webfeeds:cover, `image` with an address inside."""
    inside = next((text_of(part) for part in child if name_of(part.tag) == "url"), None)
    address = child.get("href") or child.get("url") or child.get("image") or inside or text_of(child)
    if address and not address.startswith("<"):
        entry.pictures.append(RawPicture(address))


def _atom_link(entry: RawEntry, child: Element) -> None:
    address, rel = child.get("href"), (child.get("rel") or "alternate").lower()
    if address and rel == "alternate":
        entry.spare_url = entry.spare_url or address
    elif address and rel == "enclosure":
        _enclosure(entry, child)


def _group(entry: RawEntry, child: Element) -> None:
    for inner in child:
        row = EXTENSIONS.get(name_of(inner.tag))
        if row is not None and name_of(inner.tag).startswith("media:"):
            row(entry, inner)


def _media_description(entry: RawEntry, child: Element) -> None:
    words = markup_of(child)
    if child.get("type") != "html" and not len(child):
        words = html.escape(words, quote=False).replace("\n", "<br>")
    if len(words) > len(entry.spare_media or ""):
        entry.spare_media = words


def _thumbnail(entry: RawEntry, child: Element) -> None:
    if child.get("url"):
        entry.pictures.append(RawPicture(child.get("url")))


def _media_content(entry: RawEntry, child: Element) -> None:
    address, kind, medium = child.get("url"), (child.get("type") or "").lower(), (child.get("medium") or "").lower()
    words = {name_of(part.tag): part for part in child}
    if address and (medium == "image" or kind.startswith("image/")):
        said = words.get("media:description", words.get("media:title"))
        credit = words.get("media:credit")
        entry.pictures.insert(
            0,
            RawPicture(
                address,
                None if said is None else text_of(said) or None,
                None if credit is None else text_of(credit) or None,
            ),
        )
        return
    if address and (medium in ("audio", "video") or kind.startswith(("audio/", "video/"))):
        found = enclosure_of(address, kind, child.get("fileSize"))
        if found:
            entry.spare_enclosures.append(found)
    _group(entry, child)


EXTENSIONS: dict[str, Row] = {
    "content:encoded": _content,
    "content": _content,
    "body": _content,
    "fullitem": _content,
    "xhtml:body": _xhtml,
    "xhtml:div": _xhtml,
    "dc:title": _spare_title,
    "dc:description": _spare_summary,
    "dc:abstract": _spare_summary,
    "dc:creator": _author,
    "dc:author": _author,
    "dc:contributor": _spare_author,
    "dc:publisher": _spare_author,
    "dc:date": _published,
    "dc:issued": _published,
    "dc:created": _published,
    "dc:available": _published,
    "dc:modified": _updated,
    "dc:subject": _category,
    "dc:language": _language,
    "itunes:title": _spare_title,
    "itunes:author": _spare_author,
    "itunes:summary": _spare_summary,
    "itunes:subtitle": _subtitle,
    "itunes:image": _picture,
    "itunes:keywords": _categories,
    "itunes:category": _category,
    "media:title": _spare_title,
    "media:description": _media_description,
    "media:thumbnail": _thumbnail,
    "media:content": _media_content,
    "media:group": _group,
    "media:category": _category,
    "media:keywords": _categories,
    "webfeeds:cover": _picture,
    "feedburner:origlink": _original,
    "atom:link": _atom_link,
    "atom:published": _published,
    "atom:updated": _updated,
    "atom:summary": _spare_summary,
    "atom:content": _content,
    "atom:author": _author,
    "atom:category": _category,
}
RSS_ROWS: dict[str, Row] = EXTENSIONS | {
    "title": _title,
    "link": _link,
    "guid": _guid,
    "id": _guid,
    "description": _description,
    "summary": _content,
    "abstract": _description,
    "author": _author,
    "pubdate": _published,
    "published": _published,
    "date": _published,
    "created": _published,
    "lastmod": _updated,
    "updated": _updated,
    "modified": _updated,
    "category": _category,
    "keywords": _categories,
    "enclosure": _enclosure,
    "image": _picture,
    "language": _language,
}
