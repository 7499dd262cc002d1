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
_SPOTS = "//*[@class or @itemprop or @rel or @id='author' or self::a]"
_PERSON = re.compile(r"(?:^|\s)byline-name(?:\s|$)|author[-_]name|authorName|author__name|byline__name")
_BYLINE = re.compile(
    r"[bB]yline|auteur|post-author|entry-author|article-author|article__author|article_author|story-author|signature"
)
_BYLINE_TAGS = frozenset(
    ["a", "span", "p", "div", "address", "cite", "strong", "li", "h3", "h4", "h5", "h6", "small", "em", "dd", "td", "b"]
)
_AUTHOR = re.compile(r"(?:^|\s)(?:author|autor|writer)(?:\s|$)")
_AUTHOR_TAGS = frozenset(("a", "span", "p", "div"))
_PROFILE = re.compile(r"/(?:authors?|auteurs?|autor|writer|journalistes?)/")
_MOST_SPOTS = 12
_SEVERAL = 3  # the first so many places name each author by himself
_AWAY = re.compile(r"comment|related|sidebar|widget|footer|recommend|promo|teaser|popular|reply|respond|bio\b", re.I)
_TRAIT = re.compile(r"\b(?:has|hasnt|with|no|not|without|is)[-_][\w-]+")  # what a block has, not what it is
_LEAD_IN = re.compile(
    r"^(?:(?:article|text[eo]?|story|words|photos?|bilder|publi[ée]e?|posted|written|report(?:ed|ing)?"
    r"|r[ée]dig[ée]e?|propos recueillis|recueilli|geschrieben|verfasst|ein (?:beitrag|kommentar|artikel))"
    r"\s*(?:by|par|von|:)?\s+)?(?:by|par|von|por|di|door|de|af|av|autor(?:in)?|author|auteure?|autore)?\s*:?\s+",
    re.I,
)
_DEGREE = re.compile(r"(?:M\.?[ADS]|M\.?Sc|Ph\.?D|B\.?[AS]|R\.?[DN]|J\.?D|MBA|MPH|D\.?O|CPA|LCSW|Dr|RDN|DVM)\.?$")
_BY = re.compile(r"\W*(?:by|par|von|door|(?:text[eo]?|auteur|author|autor|word|mot)s?\s*(?::|by|par|von))\s+\S", re.I)
_LONGEST_BYLINE = 90  # letters of a line under the headline that names who wrote it
_CUT = re.compile(
    r"\s*(?:[|•·–—/／@(\[]|\s-\s|\d|\b(?:on|le|am|the|published|posted|updated|publi[ée]|mis à jour|for|pour|in|at"
    r"|correspondent|journaliste|reporter"
    r"|edit(?:or|ed|ing)|staff|senior|contributor|rédact\w*|envoyé\w*|special|view|voir|more|follow|suivre|twitter|facebook"
    r"|email|e-mail|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b).*$",
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
        found = _several(given, site)
        if found and _same(found, site):
            fallback = fallback or found
        elif found:
            return found
    return _byline(tree, site) or fallback


def _same(one: str, other: str | None) -> bool:
    return bool(other) and re.sub(r"\W", "", one.lower()) == re.sub(r"\W", "", (other or "").lower())


def _several(given: str | None, site: str | None) -> str | None:
    """A declared list of names, cleaned; addresses, the names of tools, degrees and the site's own name behind the
    author's are left out."""
    words = re.split(r"\s\|\s", plain(given))[0]
    if not words or re.match(r"(?:https?:|www\.|@|#)", words) or len(words) > 200:
        return None
    parts = re.split(
        r"\s*[,;]\s*|\s+(?:and|et|und|&)\s+", _LEAD_IN.sub("", f" {words}".lstrip() if words else words) or words
    )
    names = [part.strip() for part in parts if part.strip() and "@" not in part and not re.match(r"https?:", part)]
    names = [name for name in names if not _NO_AUTHOR.match(name)]
    names = names[:1] + [name for name in names[1:] if not _DEGREE.match(name) and not _belongs(name, site)]
    return ", ".join(dict.fromkeys(names)) or None


def _belongs(name: str, site: str | None) -> bool:
    """Whether what stands behind an author's name is the paper: "Jane Doe, CNN Business" on CNN."""
    one, other = (re.sub(r"\W", "", (words or "").lower()) for words in (name, site))
    return len(other) >= 3 and (one.startswith(other) or other.startswith(one))


def _byline(tree: Element, site: str | None) -> str | None:
    for order, spots in enumerate(_spots(tree)):
        names: list[str] = []
        for one in spots[:_MOST_SPOTS]:
            if not isinstance(one, str) and _is_away(one):
                continue
            name = _name(str(one) if isinstance(one, str) else " ".join(one.itertext()))
            if name and not _same(name, site) and name not in names:
                names.append(name)
            if len(names) >= 3:
                break
        if names:
            first = names[0]
            together = [name for name in names if name not in first and first not in name]
            return ", ".join([first, *together][:3]) if order < _SEVERAL else first
    return _under_headline(tree)


def _spots(tree: Element) -> list[list[Any]]:
    """Where pages name who wrote them, the surest places first: elements, and strings where the name is an attribute.

    One walk through the page: an XPath for each place takes several times as long.
    """
    places: list[list[Any]] = [[] for _ in range(8)]
    names, authors, links, people, cards, marked, lines, profiles = places
    names += tree.xpath("//meta[@itemprop='author']/@content")
    for one in tree.xpath(_SPOTS):
        tag, name = one.tag, one.get("class") or ""
        if (item := one.get("itemprop")) and tag != "meta":
            if "author" in item.split():
                authors.append(one)
            elif item == "name" and any("author" in (up.get("itemprop") or "").split() for up in one.iterancestors()):
                names.append(one)
        if tag == "a":
            if "author" in (one.get("rel") or "").split():
                links.append(one)
            if _PROFILE.search(one.get("href") or ""):
                profiles.append(one)
        if name and _PERSON.search(name):
            people.append(one)
        if "fn" in name.split() and any("vcard" in (up.get("class") or "") for up in one.iterancestors()):
            cards.append(one)
        if tag in _AUTHOR_TAGS and (_AUTHOR.search(name) or one.get("id") == "author"):
            marked.append(one)
        if name and tag in _BYLINE_TAGS and _BYLINE.search(name):
            lines.append(one)
    return places


def _under_headline(tree: Element) -> str | None:
    """The line under the headline that says "By …", though nothing in its markup names it a byline."""
    for head in list(tree.iter("h1"))[:2]:
        for one in head.xpath(
            "following::*[self::p or self::div or self::span or self::small or self::em or self::h5]"
        )[:16]:
            words = " ".join("".join(one.itertext()).split())
            if len(words) <= _LONGEST_BYLINE and _BY.match(words) and not _is_away(one) and (name := _name(words)):
                return name
    return None


def _is_away(element: Element) -> bool:
    """Whether an element lies in a part of the page that names other people: comments, related articles, …"""
    above = [element, *list(element.iterancestors())[:5]]
    return any(_AWAY.search(_TRAIT.sub("", f"{one.get('class') or ''} {one.get('id') or ''}")) for one in above)


def _name(given: str) -> str | None:
    """The name in a byline, or several; None when what is left does not look like any."""
    words = plain(given)
    if not 3 <= len(words) <= 160:
        return None
    words = re.sub(
        r"^(?:by|par|von|por|di|door|author|auteure?|autor(?:in)?|publi[ée] par|posted by|written by"
        r"|propos recueillis par|text[eo]?|words by|текст|автор)\s*:?\s+",
        "",
        words,
        flags=re.I,
    )
    words = _CUT.sub("", words).strip(" ,.;:–—-")
    names = [_person(one.strip(" ,.;:–—-")) for one in re.split(r"\s*,\s*|\s+(?:and|et|und|&)\s+", words)]
    told = [one for one in names if one]
    return ", ".join(dict.fromkeys(told)) if told and names[0] else None


def _person(words: str) -> str | None:
    parts = words.split()
    if not 1 <= len(parts) <= 5 or len(words) > 60 or _NO_AUTHOR.match(words) or not words[:1].isalpha():
        return None
    capitals = sum(part[:1].isupper() for part in parts)
    cased = any(letter.isupper() or letter.islower() for letter in words)
    return words if (capitals * 2 >= len(parts) and len(parts) > 1) or not cased else None
