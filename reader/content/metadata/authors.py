"""Who wrote it: as declared, else as the byline of the page says; the name of the site or of a tool is no author."""

import re
from typing import Any, TypeAlias

from reader.content.feed_formats.entries import plain
from reader.content.metadata.linked_data import names_of

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_META = (
    "article:author", "author", "dc.creator", "dcterms.creator", "dc.contributor", "parsely-author",
    "sailthru.author", "byl", "article:author:name", "og:article:author", "twitter:creator:name",
    "cxenseparse:author", "citation_author",
)  # fmt: skip
_PLACES = (
    "//*[@itemprop='author']//*[@itemprop='name'] | //meta[@itemprop='author']/@content",
    "//*[@itemprop='author']",
    "//a[contains(concat(' ', @rel, ' '), ' author ')]",
    "//*[contains(concat(' ', @class, ' '), ' byline-name ') or contains(@class, 'author-name') or contains(@class,"
    " 'author_name')"
    " or contains(@class, 'authorName') or contains(@class, 'author__name') or contains(@class, 'byline__name')]",
    "//*[contains(@class, 'vcard')]//*[contains(concat(' ', @class, ' '), ' fn ')]",
    "//*[self::a or self::span or self::p or self::div or self::address or self::cite or self::strong or self::li]"
    "[contains(@class, 'byline') or contains(@class, 'Byline') or contains(@class, 'auteur') or contains(@class,"
    " 'post-author')"
    " or contains(@class, 'entry-author') or contains(@class, 'article-author') or contains(@class, 'article__author')"
    " or contains(@class, 'article_author') or contains(@class, 'story-author') or contains(@class, 'signature')]",
    "//*[self::a or self::span or self::p or self::div][contains(concat(' ', @class, ' '), ' author ')"
    " or contains(concat(' ', @class, ' '), ' autor ') or @id='author' or contains(concat(' ', @class, ' '), '"
    " writer ')]",
    "//a[contains(@href, '/author/') or contains(@href, '/auteur/') or contains(@href, '/auteurs/') or contains"
    "(@href, '/authors/')]",
)  # fmt: skip
_AWAY = re.compile(r"comment|related|sidebar|widget|footer|recommend|promo|teaser|popular|reply|respond|bio\b", re.I)
_LEAD_IN = re.compile(
    r"^(?:(?:article|text[eo]?|story|words|photos?|bilder|publi[ée]e?|posted|written|report(?:ed|ing)?"
    r"|r[ée]dig[ée]e?|propos recueillis|recueilli|geschrieben|verfasst|ein (?:beitrag|kommentar|artikel))"
    r"\s*(?:by|par|von|:)?\s+)?(?:by|par|von|por|di|door|de|af|av|autor(?:in)?|author|auteure?|autore)?\s*:?\s+",
    re.I,
)
_CUT = re.compile(
    r"\s*(?:[|•·–—/@(\[]|\s-\s|\d|\b(?:on|le|am|the|published|posted|updated|publi[ée]|mis à jour|for|pour|in|at"
    r"|correspondent|journaliste|reporter"
    r"|editor|staff|senior|contributor|rédact\w*|envoyé\w*|special|view|voir|more|follow|suivre|twitter|facebook"
    r"|email|e-mail)\b).*$",
    re.I | re.S,
)
_NO_AUTHOR = re.compile(
    r"^(?:admin(?:istrator|istrateur)?|root|editor(?:ial)?(?: (?:staff|team))?|staff|webmaster|user|author|auteur"
    r"|autor|anonymous|anonyme|guest|by|par|von|unknown|none|null"
    r"|wordpress|super ?user|site ?admin|news ?desk|home|about|contact|share|all posts?|posts?|archives?|read more"
    r"|subscribe|follow|rss|print)$",
    re.I,
)


def page_author(tree: Element, linked: dict[str, Any], meta: dict[str, str], site: str | None) -> str | None:
    """The names, parted by commas; None when nobody is named."""
    fallback = None
    for given in (names_of(linked.get("author")), names_of(linked.get("creator")), *(meta.get(name) for name in _META)):
        found = _several(given)
        if found and _same(found, site):
            fallback = fallback or found
        elif found:
            return found
    return _byline(tree, site) or fallback


def _same(one: str, other: str | None) -> bool:
    return bool(other) and re.sub(r"\W", "", one.lower()) == re.sub(r"\W", "", (other or "").lower())


def _several(given: str | None) -> str | None:
    """A declared list of names, cleaned; addresses and the names of tools are left out."""
    words = plain(given)
    if not words or re.match(r"(?:https?:|www\.|@|#)", words) or len(words) > 200:
        return None
    parts = re.split(
        r"\s*[,;]\s*|\s+(?:and|et|und|&)\s+", _LEAD_IN.sub("", f" {words}".lstrip() if words else words) or words
    )
    names = [part.strip() for part in parts if part.strip() and "@" not in part and not re.match(r"https?:", part)]
    names = [name for name in names if not _NO_AUTHOR.match(name)]
    return ", ".join(dict.fromkeys(names)) or None


def _byline(tree: Element, site: str | None) -> str | None:
    for place in _PLACES:
        names: list[str] = []
        for one in tree.xpath(place)[:12]:
            if not isinstance(one, str) and any(
                _AWAY.search(f"{up.get('class') or ''} {up.get('id') or ''}") for up in _above(one)
            ):
                continue
            name = _name(str(one) if isinstance(one, str) else " ".join(one.itertext()))
            if name and not _same(name, site) and name not in names:
                names.append(name)
            if len(names) >= 3:
                break
        if names:
            first = names[0]
            together = [name for name in names if name not in first and first not in name]
            return (
                ", ".join([first, *together][:3])
                if place.startswith(("//*[@itemprop", "//a[contains(concat"))
                else first
            )
    return None


def _above(element: Element) -> list[Element]:
    return [element, *list(element.iterancestors())[:5]]


def _name(given: str) -> str | None:
    """One name out of a byline; None when what is left does not look like one."""
    words = plain(given)
    if not 3 <= len(words) <= 160:
        return None
    words = re.sub(
        r"^(?:by|par|von|por|di|door|author|auteure?|autor(?:in)?|publi[ée] par|posted by|written by"
        r"|text[eo]?)\s*:?\s+",
        "",
        words,
        flags=re.I,
    )
    words = _CUT.sub("", words).strip(" ,.;:–—-")
    parts = words.split()
    if not 1 <= len(parts) <= 5 or len(words) > 60 or _NO_AUTHOR.match(words) or not words[:1].isalpha():
        return None
    capitals = sum(part[:1].isupper() for part in parts)
    cased = any(letter.isupper() or letter.islower() for letter in words)
    return words if (capitals * 2 >= len(parts) and len(parts) > 1) or not cased else None
