"""What a page says of itself: JSON-LD first, then OpenGraph, `meta` and microdata, then what is plain to see.

What it does not say is None: a fact is never made up, and what the site says of itself is no fact of the article.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import Any, TypeAlias
from urllib.parse import urljoin, urlsplit

from reader.content.feed_formats.entries import plain
from reader.content.markup.addresses import safe_address
from reader.content.metadata.authors import page_author
from reader.content.metadata.dates import page_dates
from reader.content.metadata.linked_data import article_of, names_of, picture_of, word
from reader.content.metadata.titles import page_title
from reader.core.entities import Picture

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_NO_PICTURE = re.compile(
    r"(?:^|[/_-])(?:logo|favicon|default|placeholder|blank|avatar|gravatar|spacer|sprite|no-?image)", re.I
)
_NO_SECTION = re.compile(
    r"^(?:uncategori[sz]ed|non class[ée]|news|actualit[ée]s?|actus?|home|accueil|page d[’']accueil|blog|articles?"
    r"|posts?|general|all|startseite"
    r"|inicio|divers|misc|featured|à la une|une)$",
    re.I,
)
_MOST_TAGS = 20


@dataclass(slots=True)
class PageFacts:
    """Facts of a page; None where it says nothing.

    `body` is the whole text where the page declares it (schema.org's articleBody), as HTML or plain words. `deck` tells
    that the page sets the kicker as such, so that it is no part of the text. `free` is what it declares of access;
    `local` is the last time it gives, in the publisher's own zone: hours that the text names are in it.
    """

    title: str | None = None
    kicker: str | None = None
    deck: bool = False
    author: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    local: datetime | None = None
    section: str | None = None
    tags: list[str] = field(default_factory=list)
    language: str | None = None
    site: str | None = None
    canonical_url: str | None = None
    picture: Picture | None = None
    body: str | None = None
    free: bool | None = None


def page_facts(tree: Element, url: str | None) -> PageFacts:
    """The facts of a parsed page."""
    meta = _meta(tree)
    linked, trail = article_of(tree)
    canonical = _canonical(tree, meta, url)
    site = _said(meta, "og:site_name", "application-name", "twitter:app:name:iphone") or names_of(
        linked.get("publisher")
    )
    title = page_title(tree, linked, meta, site)
    published, updated = page_dates(tree, linked, meta, url or canonical)
    kicker, deck = _kicker(tree, linked, meta, title)
    return PageFacts(
        title=title,
        kicker=kicker,
        deck=deck,
        author=page_author(tree, linked, meta, site),
        published=published.astimezone(UTC) if published else None,
        updated=updated.astimezone(UTC) if updated else None,
        local=updated or published,
        section=_section(linked, meta, trail, title) or _label(tree),
        tags=_tags(tree, linked, meta),
        language=_language(tree, linked, meta),
        site=re.sub(r"^https?://(?:www\.)?|/$", "", plain(site)) or None,
        canonical_url=canonical,
        picture=_picture(linked, meta, tree, url or canonical),
        body=word(linked.get("articleBody")),
        free=_free(linked, meta),
    )  # fmt: skip


def _language(tree: Element, linked: dict[str, Any], meta: dict[str, str]) -> str | None:
    root = tree.getroottree().getroot()
    shown = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    told = word(linked.get("inLanguage")) or _said(meta, "og:locale", "content-language", "dc.language", "language")
    return shown or told


def _said(meta: dict[str, str], *names: str) -> str | None:
    return next((meta[name] for name in names if meta.get(name)), None)


def _meta(tree: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        if content:
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                for name in (element.get(attribute) or "").lower().split():
                    found.setdefault(name, content)
                    if name.startswith(("dc:", "dcterms:")):
                        found.setdefault(name.replace(":", "."), content)
    return found


def _canonical(tree: Element, meta: dict[str, str], url: str | None) -> str | None:
    """The address that the page gives as its own; not one that leads to the front page of the site."""
    links = [link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    for given in (*links, meta.get("og:url")):
        found = safe_address(given, url)
        if found and found.startswith("http"):
            front = urlsplit(found).path in ("", "/") and not urlsplit(found).query
            if not (front and url and urlsplit(url).path not in ("", "/")):
                return found
    return url


def _kicker(tree: Element, linked: dict[str, Any], meta: dict[str, str], title: str | None) -> tuple[str | None, bool]:
    """The line under or over the headline: as the page sets it, else its own description of the article; and whether
    the page sets it."""
    given = [(word(linked.get("alternativeHeadline")), False)]
    given += [("".join(one.itertext()), True) for one in _decks(tree)]
    told = (word(linked.get("description")), _said(meta, "og:description", "twitter:description", "description"))
    given += [(one, False) for one in told]
    for one, is_set in given:
        words = plain(one)
        if 12 <= len(words) <= 400 and words != title and not re.search(r"(?:…|\.\.\.|\[…\])\s*$", words):
            return words, is_set
    return None, False


def _label(tree: Element) -> str | None:
    """The word or two over the headline that say where in the paper it stands ("Reportage", "Droit")."""
    for one in tree.xpath(_KICKER)[:2]:
        words = plain("".join(one.itertext()))
        if (
            3 <= len(words) <= 30
            and words.count(" ") <= 2
            and not re.search(r"\d", words)
            and not _NO_SECTION.match(words)
        ):
            return words
    return None


_KICKER = (
    "//h1/preceding::*[self::p or self::div or self::span or self::a][contains(concat(' ', @class, ' '), ' kicker ')"
    " or contains(@class, 'article-kicker') or contains(@class, 'surtitre') or contains(@class, 'eyebrow')]"
)


_DECK = re.compile(
    r"(?:^|\s)(?:chapo|chapeau|accroche|standfirst|article-standfirst|dek|deck|article-deck|subheadline|article-chapo"
    r"|article-desc|article--desc|entry-subtitle|post-subtitle|article-subtitle|subtitle|sous-titre|article-summary"
    r"|article-kicker|kicker)(?:\s|$)"
)


def _decks(tree: Element) -> list[Element]:
    """The first elements that the page names as the line under or over a headline."""
    named = tree.xpath("//*[self::p or self::div or self::h2 or self::span or self::strong][@class or @itemprop]")
    found = (
        one for one in named
        if one.get("itemprop") == "alternativeHeadline" or _DECK.search((one.get("class") or "").replace("_", "-"))
    )  # fmt: skip
    return list(islice(found, 3))


def _section(linked: dict[str, Any], meta: dict[str, str], trail: list[str], title: str | None) -> str | None:
    for given in (
        word(linked.get("articleSection")),
        _said(meta, "article:section", "og:article:section", "articlesection"),
    ):
        words = plain(given).split(",")[0].strip()
        if (
            words
            and len(words) <= 60
            and not _NO_SECTION.match(words)
            and not re.search(r"^http|^\S+\.\w{2,4}$", words)
        ):
            return words
    inner = [plain(one) for one in trail]
    inner = [one for one in inner if one and one != title and len(one) <= 40 and not _NO_SECTION.match(one)]
    return inner[-1] if inner and len(trail) > 1 else None


def _tags(tree: Element, linked: dict[str, Any], meta: dict[str, str]) -> list[str]:
    words = linked.get("keywords")
    listed = (
        [str(one) for one in words if isinstance(one, str)] if isinstance(words, list) else str(words or "").split(",")
    )
    listed += [one.get("content") or "" for one in tree.iter("meta") if one.get("property") == "article:tag"]
    if not any(one.strip() for one in listed):
        listed = (_said(meta, "news_keywords", "keywords", "parsely-tags") or "").split(",")
    found = [plain(one) for one in listed]
    return list(dict.fromkeys(one for one in found if one and len(one) <= 60 and ":" not in one))[:_MOST_TAGS]


def _picture(linked: dict[str, Any], meta: dict[str, str], tree: Element, base: str | None) -> Picture | None:
    """The picture that the page gives for the article, with the words that stand with it; never the site's own sign."""
    declared = picture_of(linked.get("image")) or picture_of(linked.get("thumbnailUrl"))
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "image_src"]
    open_graph = _said(meta, "og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")
    for given in (declared.url if declared else None, open_graph, *links):
        address = safe_address(urljoin(base or "", given) if given else None, base)
        if address and address.startswith("http") and not _NO_PICTURE.search(urlsplit(address).path):
            same = declared if declared and declared.url == given else None
            alt = plain(_said(meta, "og:image:alt", "twitter:image:alt")) or None
            return Picture(address, alt, same.caption if same else None, same.credit if same else None, lead=True)
    return None


def _free(linked: dict[str, Any], meta: dict[str, str]) -> bool | None:
    """`isAccessibleForFree` comes as a boolean, "False", "http://schema.org/False", a list, or stands on a part."""
    tier = (_said(meta, "article:content_tier", "og:article:content_tier", "content_tier") or "").lower()
    parts = linked.get("hasPart")
    parts = parts if isinstance(parts, list) else [parts]
    given = [linked.get("isAccessibleForFree"), meta.get("isaccessibleforfree")]
    given += [part.get("isAccessibleForFree") for part in parts if isinstance(part, dict)]
    answers = [_truth(one) for one in given]
    if False in answers or tier in ("locked", "premium", "paid"):
        return False
    return True if True in answers or tier == "free" else None


def _truth(value: object) -> bool | None:
    if isinstance(value, list):
        value = value[0] if value else None
    tail = re.split(r"[/#:]", str(value).strip().lower())[-1] if value is not None else ""
    if tail in ("false", "no", "non", "0", "faux", "falso"):
        return False
    return True if tail in ("true", "yes", "oui", "1", "vrai") else None
