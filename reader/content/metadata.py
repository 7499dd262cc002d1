"""What a page says of itself: JSON-LD first, then OpenGraph and `meta`, then what is plain to see."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias
from urllib.parse import urljoin

from reader.content.feed_formats.entries import plain
from reader.content.feed_formats.raw import moment

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_ARTICLES = (
    "article",
    "newsarticle",
    "blogposting",
    "reportagenewsarticle",
    "technicalarticle",
    "techarticle",
    "report",
)


@dataclass(slots=True)
class PageFacts:
    """Facts of a page; None where it says nothing. `free` is what it declares of access."""

    title: str | None = None
    kicker: str | None = None
    author: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    section: str | None = None
    tags: list[str] = field(default_factory=list)
    language: str | None = None
    site: str | None = None
    canonical_url: str | None = None
    image: str | None = None
    free: bool | None = None


def page_facts(tree: Element, url: str | None) -> PageFacts:
    """The facts of a parsed page."""
    meta = _meta(tree)
    linked = _json_ld(tree)

    def said(*names: str) -> str | None:
        return next((meta[name] for name in names if meta.get(name)), None)

    facts = PageFacts(
        kicker=plain(_word(linked.get("description")) or said("og:description", "description")) or None,
        author=_people(linked.get("author")) or said("article:author", "author", "dc.creator", "parsely-author"),
        published=moment(
            _word(linked.get("datePublished")) or said("article:published_time", "date", "dc.date", "pubdate")
        ),
        updated=moment(_word(linked.get("dateModified")) or said("article:modified_time", "og:updated_time")),
        section=plain(_word(linked.get("articleSection")) or said("article:section")) or None,
        site=said("og:site_name", "application-name") or _people(linked.get("publisher")),
        image=_picture(linked.get("image")) or said("og:image", "og:image:url", "twitter:image"),
        free=_free(linked, meta),
    )
    if facts.author and facts.author.startswith("http"):
        facts.author = None
    facts.title = _title(tree, plain(_word(linked.get("headline")) or said("og:title", "twitter:title")), facts.site)
    words = linked.get("keywords")
    listed = words if isinstance(words, list) else str(words or meta.get("keywords") or "").split(",")
    facts.tags = list(dict.fromkeys(filter(None, (plain(str(word)) for word in listed))))[:20]
    root = tree.getroottree().getroot()
    facts.language = root.get("lang") or said("og:locale", "content-language") or None
    canonical = next(
        (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"), None
    )
    facts.canonical_url = urljoin(url or "", canonical or said("og:url") or "") or url
    facts.image = urljoin(url or "", facts.image) if facts.image else None
    return facts


def _meta(tree: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name and (element.get("content") or "").strip():
            found.setdefault(name.lower(), element.get("content").strip())
    return found


def _json_ld(tree: Element) -> dict[str, Any]:
    """The first object that is an article, of all scripts; broken ones are passed over."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower().strip() != "application/ld+json":
            continue
        try:
            document = json.loads((script.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for one in _objects(document, 0):
            kinds = one.get("@type")
            names = [str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]
            if any(name in _ARTICLES for name in names):
                return one
    return {}


def _objects(document: Any, depth: int) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON is what it is
    if depth > 4:
        return
    if isinstance(document, dict):
        yield document
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(document.get(name), depth + 1)
    elif isinstance(document, list):
        for one in document:
            yield from _objects(one, depth + 1)


def _word(value: Any) -> str | None:  # noqa: ANN401
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, str) and value.strip() else None


def _people(value: Any) -> str | None:  # noqa: ANN401
    people = value if isinstance(value, list) else [value]
    names = [one.get("name") if isinstance(one, dict) else one for one in people]
    found = [plain(_word(name)) for name in names if _word(name)]
    return ", ".join(dict.fromkeys(found)) or None


def _picture(value: Any) -> str | None:  # noqa: ANN401
    if isinstance(value, list):
        value = value[0] if value else None
    return _word(value.get("url")) if isinstance(value, dict) else _word(value)


def _free(linked: dict[str, Any], meta: dict[str, str]) -> bool | None:
    """`isAccessibleForFree` comes as a boolean, "False", "http://schema.org/False", or empty."""
    value = linked.get("isAccessibleForFree")
    tail = str(value).strip().lower().rsplit("/", 1)[-1] if value is not None else ""
    tier = meta.get("article:content_tier") or meta.get("og:article:content_tier") or ""
    if tail in ("false", "no", "0") or tier.lower() == "locked":
        return False
    return True if tail in ("true", "yes", "1") else None


def _title(tree: Element, declared: str, site: str | None) -> str | None:
    """The h1 that agrees with the declared headline, else that headline without the site's name, else `title`."""
    heads = [plain("".join(head.itertext())) for head in tree.iter("h1")]
    for head in filter(None, heads):
        if declared and (head in declared or declared in head):
            return head
    element = next(tree.iter("title"), None)
    words = declared or plain(element.text if element is not None else "")
    if site and re.search(rf"\s[|\-–—•·:]\s*{re.escape(site)}\s*$", words, re.I):
        words = re.sub(rf"\s[|\-–—•·:]\s*{re.escape(site)}\s*$", "", words, flags=re.I)
    elif not declared and len(heads) == 1 and heads[0]:
        words = heads[0]
    return words or None
