"""Notes as the web writes them (a raised link to an element of the same text) made plain for the writer.

The forms are those of WordPress, Substack, Pandoc, Kramdown, Wikipedia and DPUB-ARIA: `<sup><a href="#fn1">1</a></sup>`
and an element with that id. A reference becomes a link to `#note-1`, and the note keeps its place and its list, with a
link back to `#ref-1`: every Markdown reader shows that, and ours makes notes of it. What leads elsewhere stays a link.
"""

import re
from typing import Any, TypeAlias

from lxml import html as lxml_html

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
NOTE, BACK = "#note-", "#ref-"
_LABEL = re.compile(r"^[\[(]?\s*((?:note|n\.?|nb|réf\.?)?\s?\d{1,3}|[a-z]{1,2}|\*{1,3}|[†‡§])\s*[\])]?$", re.I)
_ARROW = re.compile(r"^\W*(?:[↑↩^⤴↵⬆]|jump up|retour|back|return)\W*\w{0,6}\W*$", re.I)
_HOLDERS = ("li", "p", "div", "aside", "section", "td", "dd", "span", "cite", "a", "sup")


def mark_footnotes(tree: Element, base_url: str | None) -> None:
    """Point each reference at its note and each note back at its first reference, both by the note's label."""
    page = _page(base_url or "")
    links = [(link, link.get("href")) for link in tree.iter("a") if "#" in (link.get("href") or "")]
    links = [(link, href) for link, href in links if _page(href) in ("", page)]
    labelled = [(link, href.rpartition("#")[2]) for link, href in links if _LABEL.match(_words(link))]
    if not labelled:
        return
    targets = {
        one.get("id") or one.get("name"): one for one in tree.iter(*_HOLDERS) if one.get("id") or one.get("name")
    }
    places = {element: place for place, element in enumerate(tree.iter())}
    notes: dict[str, str] = {}
    for link, name in labelled:
        target = targets.get(name)
        if target is None or not _is_below(link, target, places) or not _has_words(target):
            continue
        if name not in notes:
            notes[name] = _label(_words(link), set(notes.values()))
        link.set("href", NOTE + notes[name])
        link.set("class", "encre-note")
    for name, label in notes.items():
        _mark_note(targets[name], label)


def _page(address: str) -> str:
    """What tells two addresses' pages apart: no scheme, query, fragment or last slash."""
    return re.sub(r"^https?:", "", address.partition("#")[0].partition("?")[0]).rstrip("/")


def _words(link: Element) -> str:
    return "".join(link.itertext()).strip()


def _is_below(link: Element, target: Element, places: dict[Element, int]) -> bool:
    return places[target] > places[link] and all(one is not target for one in link.iterancestors())


def _has_words(target: Element) -> bool:
    holder = _holder(target)
    return holder is not None and len("".join(holder.itertext()).strip()) > 3


def _holder(target: Element) -> Element | None:
    """The block that is the note: the target itself or, for a mere anchor, what holds it."""
    if target.tag in ("a", "sup", "span", "cite"):
        return next(target.iterancestors("li", "p", "dd", "td", "div"), None)
    return target


def _label(words: str, taken: set[str]) -> str:
    found = re.search(r"[a-z]{1,2}$|\d{1,3}", words.strip("[]() ").lower())
    label = found.group() if found else "n"
    while label in taken:
        label += "b"
    return label


def _mark_note(target: Element, label: str) -> None:
    """The link back that the note has, wherever it stands in it, else one more at its end."""
    holder = _holder(target)
    if holder is None:
        return
    backs = [link for link in holder.iter("a") if "#" in (link.get("href") or "") and _is_back(link)]
    for link in backs:
        link.set("href", BACK + label)
    if not backs:
        inner = [one for one in holder.iterdescendants("p", "div") if "".join(one.itertext()).strip()]
        link = lxml_html.Element("a", href=BACK + label)
        link.text = "↩"
        (inner[-1] if inner else holder).append(link)


def _is_back(link: Element) -> bool:
    return not link.get("href").startswith(NOTE) and (len(_words(link)) <= 2 or _ARROW.search(_words(link)) is not None)
