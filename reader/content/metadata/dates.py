"""When it was published and changed: declared times, `time` elements, the address, then htmldate's reading."""

import copy
import re
from datetime import UTC, datetime
from typing import Any, TypeAlias

from reader.content.feed_formats.raw import zoned_moment
from reader.content.metadata.linked_data import word
from reader.content.metadata.spoken_dates import spoken_date

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "date.published", "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date", "dc.date.created",
    "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
    "publication_date", "date", "cxenseparse:recs:publishtime", "citation_publication_date",
    "article.published", "og:published_time", "published_at", "article:post_date", "uploaddate",
    "datecreated", "rnews:datepublished",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "article:modified",
    "datemodified", "dcterms.modified", "dc.date.modified", "lastmod", "last-modified", "revised",
    "article:updated_time", "rnews:datemodified",
)  # fmt: skip
_IN_ADDRESS = re.compile(r"(?:^|[/_.-])((?:19|20)\d\d)[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\d|3[01])(?:[/_.\-]|$)")
_AWAY = re.compile(
    r"comment|related|sidebar|widget|footer|recommend|promo|teaser|popular|reply|respond|recirc|infobox", re.I
)
_CHANGED = re.compile(r"updat|modif|changed|mise?[-_ ]a[-_ ]jour|maj\b", re.I)
_EARLIEST = 1995


def page_dates(
    tree: Element, linked: dict[str, Any], meta: dict[str, str], url: str | None
) -> tuple[datetime | None, datetime | None]:
    """The times of publication and of the last change, in the publisher's own zone; None where the page tells none."""
    published = _first(word(linked.get("datePublished")), *(meta.get(name) for name in _PUBLISHED))
    updated = _first(word(linked.get("dateModified")), *(meta.get(name) for name in _UPDATED))
    published = published or _first(word(linked.get("dateCreated")), word(linked.get("uploadDate")))
    shown, changed = (None, None) if published else _shown(tree)
    published = published or shown or _of_address(url)
    updated = updated or changed
    return published, updated if updated and (published is None or updated >= published) else None


def _first(*given: str | None) -> datetime | None:
    for one in given:
        found = zoned_moment(re.sub(r"\[[A-Za-z/_]+\]$", "", one.strip())) if one and re.search(r"\d", one) else None
        if found and found.year >= _EARLIEST and found <= datetime.now(UTC).replace(hour=23, minute=59):
            return found
    return None


def _shown(tree: Element) -> tuple[datetime | None, datetime | None]:
    """The first `time` of the page that belongs to the article, and one that says it is of a change."""
    published: datetime | None = None
    updated: datetime | None = None
    for one in tree.xpath(
        "//time[@datetime] | //*[@itemprop='datePublished' or @itemprop='dateModified'] "
        "| //abbr[contains(@class, 'published')]"
    )[:40]:
        names = f"{one.get('class') or ''} {one.get('itemprop') or ''}"
        above = " ".join(
            f"{up.get('class') or ''} {up.get('id') or ''}" for up in [one, *list(one.iterancestors())[:6]]
        )
        if _AWAY.search(above):
            continue
        found = _first(one.get("datetime") or one.get("content") or one.get("title") or "".join(one.itertext()))
        before = " ".join("".join(one.getparent().itertext()).split())[:60] if one.getparent() is not None else ""
        if found and (
            _CHANGED.search(names) or re.match(r"\W*(?:last\s+)?(?:updated|mis(?:e)? à jour|modifi)", before, re.I)
        ):
            updated = updated or found
        elif found:
            published = published or found
    return published, updated


def _of_address(url: str | None) -> datetime | None:
    found = _IN_ADDRESS.search(url or "")
    if found is None:
        return None
    try:
        return _first(f"{found[1]}-{found[2]}-{found[3]}")
    except ValueError:
        return None


def date_of_words(tree: Element, url: str | None, language: str | None) -> datetime | None:
    """The date that the page shows in words only: where sites put it, else as htmldate reads the page, asked last."""
    found_here = spoken_date(tree, language)
    if found_here is not None:
        return found_here
    import htmldate
    from lxml.etree import LxmlError

    page = copy.deepcopy(tree)
    for part in list(page.iter("blockquote", "aside", "footer", "figure", "nav", "iframe")):
        if part.getparent() is not None:
            part.drop_tree()
    try:
        found = htmldate.find_date(page, original_date=True, extensive_search=False, url=url, outputformat="%Y-%m-%d")
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, OverflowError, LxmlError):
        return None
    return _first(found)
