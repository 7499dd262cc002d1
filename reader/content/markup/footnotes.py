"""Footnotes as the web writes them (a raised link to an element of the same text) made plain for the writer.

The forms are those of WordPress, Substack, Pandoc, Kramdown and DPUB-ARIA: `<sup><a href="#fn1">1</a></sup>` and an
element with that id. What does not lead to a note in this very text stays a link.
"""

import re
from typing import Any, TypeAlias

from lxml import html as lxml_html

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
REFERENCE = "encre-note-reference"
NOTE = "encre-note"
_LABEL = re.compile(r"^[\[(]?\s*(\d{1,3}|[a-z]|\*{1,3}|[†‡])\s*[\])]?$", re.I)
_HOLDERS = ("li", "p", "div", "aside", "section", "td", "dd")


def mark_footnotes(tree: Element) -> None:
    """Turn each reference into an empty `sup` and each note into a `div` at the end, both with the note's number."""
    targets = {element.get("id"): element for element in tree.iter(*_HOLDERS) if element.get("id")}
    if not targets:
        return
    references: list[tuple[Element, str]] = []
    for link in tree.iter("a"):
        name = (link.get("href") or "").rpartition("#")[2] if "#" in (link.get("href") or "") else ""
        if name in targets and _LABEL.match("".join(link.itertext()).strip()) and not _within(link, targets[name]):
            references.append((link, name))
    names = list(dict.fromkeys(name for _, name in references))
    back = {f"#{link.get('id') or _parent_id(link)}" for link, _ in references}
    for link, name in references:
        _replace_by_mark(link, str(names.index(name) + 1))
    for number, name in enumerate(names, 1):
        _move_note(tree, targets[name], str(number), back)
    for empty in list(tree.iter("ol", "ul", "section", "div")):
        if empty is not tree and not len(empty) and not (empty.text or "").strip() and empty.get("class") != NOTE:
            empty.drop_tree()


def _within(link: Element, target: Element) -> bool:
    return any(ancestor is target for ancestor in link.iterancestors())


def _parent_id(link: Element) -> str:
    parent = link.getparent()
    return str(parent.get("id") or "") if parent is not None else ""


def _replace_by_mark(link: Element, number: str) -> None:
    parent = link.getparent()
    if parent is not None and parent.tag == "sup" and len(parent) == 1 and not (parent.text or "").strip():
        link = parent
        parent = link.getparent()
    if parent is None:
        return
    mark = lxml_html.Element("sup")
    mark.set("class", f"{REFERENCE} n{number}")
    mark.tail = link.tail
    parent.replace(link, mark)


def _move_note(tree: Element, target: Element, number: str, back: set[str]) -> None:
    for link in list(target.iter("a")):
        address = link.get("href") or ""
        if address.startswith("#") and (address in back or len("".join(link.itertext()).strip()) <= 2):
            link.drop_tree()
    note = lxml_html.Element("div")
    note.set("class", f"{NOTE} n{number}")
    note.text = re.sub(r"^\s*\[?\d{1,3}[\].)]?\s+", "", target.text or "")
    note.extend(list(target))
    parent = target.getparent()
    if parent is None:
        return
    target.text = None
    target.drop_tree()
    body = tree.find(".//div")
    (body if body is not None else tree).append(note)
