"""JSON-LD: the object that is the article, wherever a site put it, and the values in it, whatever their shape."""

import json
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from reader.content.feed_formats.entries import plain
from reader.core.entities import Picture

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_ARTICLES_WORDS = (
    "article newsarticle blogposting reportagenewsarticle technicalarticle techarticle report opinionnewsarticle "
    "analysisnewsarticle backgroundnewsarticle reviewnewsarticle asknewsarticle liveblogposting scholarlyarticle "
    "socialmediaposting discussionforumposting advertisercontentarticle satiricalarticle medicalscholarlyarticle "
    "recipe review howto qapage"
)
_ARTICLES = frozenset(_ARTICLES_WORDS.split())
_PAGES = frozenset(
    ("webpage", "itempage", "videoobject", "podcastepisode", "creativework", "medicalwebpage", "aboutpage")
)
_LONGEST = 1_000_000


def article_of(tree: Element) -> tuple[dict[str, Any], list[str]]:
    """The article's object ({} when there is none) and the names of the breadcrumb; broken scripts are passed over."""
    articles: list[dict[str, Any]] = []
    pages: list[dict[str, Any]] = []
    trail: list[str] = []
    for script in tree.iter("script"):
        if not (script.get("type") or "").lower().strip().startswith("application/ld+json"):
            continue
        for one in _objects(_read(script.text or ""), 0):
            kinds = one.get("@type")
            names = {str(kind).lower().rsplit("/", 1)[-1] for kind in (kinds if isinstance(kinds, list) else [kinds])}
            if names & _ARTICLES:
                articles.append(one)
            elif names & _PAGES:
                pages.append(one)
            elif "breadcrumblist" in names and not trail:
                trail = breadcrumb(one)
    # Of several, the fullest: a page that lists others names them with little more than a headline.
    found = max(
        articles, key=lambda one: ("headline" in one) + ("datePublished" in one) + ("author" in one), default={}
    )
    for page in pages:
        for name in ("datePublished", "dateModified", "isAccessibleForFree", "hasPart", "inLanguage", "author"):
            if name in page and name not in found:
                found = {**found, name: page[name]}
    return found, trail


def _read(text: str) -> Any:  # noqa: ANN401 - JSON is what it is
    words = text.strip()[:_LONGEST]
    words = re.sub(r"^(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*\]\]>|\]\]>|-->)$", "", words).strip().rstrip(";")
    for attempt in (words, re.sub(r",\s*(?=[}\]])", "", words)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(document: Any, depth: int) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    if depth > 4:
        return
    if isinstance(document, dict):
        yield document
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "breadcrumb"):
            yield from _objects(document.get(name), depth + 1)
    elif isinstance(document, list):
        for one in document[:200]:
            yield from _objects(one, depth + 1)


def word(value: Any) -> str | None:  # noqa: ANN401
    """The first string of a value, be it alone, in a list, or under `@value` or `name`."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return value if isinstance(value, str) and value.strip() else None


def names_of(value: Any) -> str | None:  # noqa: ANN401
    """The names of people or of an organisation, parted by commas; addresses are no names."""
    people = value if isinstance(value, list) else [value]
    names = [one.get("name") if isinstance(one, dict) else one for one in people]
    flat = [name for one in names for name in (one if isinstance(one, list) else [one])]
    found = [plain(name) for name in flat if isinstance(name, str) and not re.match(r"https?:|//|www\.", name.strip())]
    return ", ".join(dict.fromkeys(filter(None, found))) or None


def picture_of(value: Any) -> Picture | None:  # noqa: ANN401
    """The first picture of a value, the widest of several that give their width, with its caption and credit."""
    given = value if isinstance(value, list) else [value]
    objects = [one for one in given if isinstance(one, dict) and word(one.get("url") or one.get("contentUrl"))]
    if objects:
        best = max(objects, key=lambda one: _width(one.get("width")))
        credit = names_of(best.get("creditText") or best.get("copyrightHolder") or best.get("creator"))
        caption = plain(word(best.get("caption")) or word(best.get("description"))) or None
        return Picture(word(best.get("url") or best.get("contentUrl")) or "", caption=caption, credit=credit)
    address = next((one for one in given if isinstance(one, str) and one.strip()), None)
    return Picture(address.strip()) if address else None


def _width(value: Any) -> int:  # noqa: ANN401
    found = re.match(r"\d{1,5}", str(value.get("@value") if isinstance(value, dict) else value or ""))
    return int(found.group()) if found else 0


def breadcrumb(value: dict[str, Any]) -> list[str]:
    """The names of a BreadcrumbList, from the front page down."""
    items = value.get("itemListElement")
    found = []
    for one in items if isinstance(items, list) else []:
        if isinstance(one, dict):
            inner = one.get("item")
            name = word(one.get("name")) or (word(inner.get("name")) if isinstance(inner, dict) else None)
            found += [plain(name)] if name else []
    return found
