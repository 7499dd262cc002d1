"""The headline: what the page shows as such where it agrees with what it declares, else what it declares."""

import re
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from reader.content.feed_formats.entries import plain
from reader.content.metadata.linked_data import word

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_WORD = re.compile(r"\w+")
_PART = re.compile(r"\s+(?:[|\-–—•·»«:>/~]|::|\|\|)\s+|\s*\|\s*|\s+»\s*")
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:(?:entry|post|article|story|page|content|news|single|blog|recipe)[-_]{0,2}(?:title|headline"
    r"|heading|header)|headline|titre(?:-article)?"
    r"|p-name)(?:$|[\s_-])",
    re.I,
)


def page_title(tree: Element, linked: dict[str, Any], meta: dict[str, str], site: str | None) -> str | None:
    """The article's headline, without the name of its site."""
    element = next(tree.iter("title"), None)
    whole = plain(element.text if element is not None else "")
    open_graph = plain(
        meta.get("og:title") or meta.get("twitter:title") or meta.get("dc.title") or meta.get("parsely-title")
    )
    declared = [plain(word(linked.get("headline"))), open_graph, whole]
    declared = [bare for one in declared if (bare := re.sub(r"\s+(?:::|[|»·•–—~-])$", "", one))]
    names = _site_names(tree, site, meta)
    names += [_bare(head) for head in _heads(tree) if _is_last_part(head, declared)]
    for head in _heads(tree):
        for one in declared:
            if _agree(head, one) and not _is_site(head, names):
                return head
    shown = next((one for one in _heads(tree) if not _is_site(one, names)), None)
    stripped = [without_site(one, names) for one in declared]
    if stripped:
        return stripped[0] or shown
    return shown


def _heads(tree: Element) -> list[str]:
    """What the page sets as a headline: marked as one by name first, then its headings of the first rank."""
    named: list[str] = []
    plain_ones: list[str] = []
    for head in tree.iter("h1", "h2"):
        words = plain(" ".join(head.itertext())).rstrip(" ¶#§")
        if not 2 <= len(words) <= 300:
            continue
        name = f"{head.get('class') or ''} {head.get('itemprop') or ''}"
        if head.tag == "h1":
            (named if _NAMED.search(name) else plain_ones).append(words)
        elif _NAMED.search(name) and not plain_ones:
            named.append(words)
    return [*named[:3], *plain_ones[:3]]


def _agree(head: str, declared: str) -> bool:
    one, other = _WORD.findall(head.lower()), _WORD.findall(declared.lower())
    if not one or not other:
        return False
    joined, outer = " ".join(one), " ".join(other)
    if _PART.split(declared)[0].strip().lower() == head.lower():
        return True
    if joined == outer or (len(one) >= 2 and f" {joined} " in f" {outer} "):
        return True
    if len(other) >= 3 and f" {outer} " in f" {joined} ":
        return True
    return len(one) >= 4 and sum(word in other for word in one) >= 0.8 * max(len(one), 0.6 * len(other))


def _is_last_part(head: str, declared: list[str]) -> bool:
    """Whether a heading is what stands behind the headline in every title that the page declares: its site's name."""
    if not declared or any(_bare(one) == _bare(head) for one in declared):
        return False
    parts = [[part for part in map(_bare, _PART.split(one)) if part] for one in declared]
    return all(len(one) > 1 and one[-1] == _bare(head) and len(one[0]) >= len(one[-1]) for one in parts)


def _site_names(tree: Element, site: str | None, meta: dict[str, str]) -> list[str]:
    address = meta.get("og:url") or next(
        (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"), None
    )
    try:
        host = urlsplit(address or "").hostname or ""
    except ValueError:
        host = ""
    label = host.removeprefix("www.").split(".")[0] if host else ""
    given = (site, meta.get("application-name"), meta.get("apple-mobile-web-app-title"), label)
    return [name for name in (_bare(one) for one in given) if len(name) >= 2]


def _bare(words: str | None) -> str:
    return re.sub(r"\W+|\.(?:com|org|net|fr|de|info|co)\b", "", (words or "").lower())


def _is_site(words: str, names: list[str]) -> bool:
    return _bare(words) in names


def without_site(title: str, names: list[str]) -> str:
    """The title without the part that names its site: a known name, or a short last part after a bar or a dash."""
    parts = _PART.split(title)
    marks = list(_PART.finditer(title))
    if len(parts) < 2:
        return title
    known = [
        _bare(part) in names or any(len(name) > 4 and _bare(part).startswith(name) for name in names) for part in parts
    ]
    if known[-1]:
        return without_site(title[: marks[-1].start()], names)
    if known[0]:
        return title[marks[0].end() :]
    if any(known[1:]):
        return title[: marks[known.index(True, 1) - 1].start()]
    last = len(parts[-1].split())
    if "|" in marks[-1].group() and last <= 5 and len(title[: marks[-1].start()].split()) >= 3:
        return title[: marks[-1].start()]
    if (
        last <= 3
        and len(parts[-1]) <= 30
        and len(title[: marks[-1].start()].split()) >= 4
        and parts[-1][:1].isupper()
        and ":" not in marks[-1].group()
    ):
        return title[: marks[-1].start()]
    return title
