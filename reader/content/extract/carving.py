"""The article cut out of its page: the blocks that hold the chosen text, with the pictures, tables and code between.

trafilatura chooses the words (its choice is the best measured of the libraries), but loses captions, embeds and much of
the markup. Here its words only vote: for the part of the page that is the article, and for each block in it. A block
that it left out stays when it stands among the others as one of them; what it took in goes when the page itself says
that it is something else.
"""

import re
from collections import Counter
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from lxml import html as lxml_html

from reader.content.extract.choice import choose
from reader.content.extract.clutter import is_beside, name_of
from reader.content.extract.units import BLOCKS, FLOW, NOT_ROOT, POST, is_in_margin, units_of
from reader.content.extract.votes import Votes, votes_of
from reader.content.markup.tidying import unlabel
from reader.content.update_markers import is_update_note

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_DEAD = (
    "style",
    "template",
    "button",
    "select",
    "input",
    "textarea",
    "dialog",
    "link",
    "meta",
    "nav",
    "menu",
    "canvas",
)
_NOTE_REACH, _LONGEST_NOTE = 4, 1_500  # elements around the article; letters of a note
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_BLOCK_SET = frozenset(BLOCKS)
_LOOSE = (
    "div",
    "section",
    "article",
    "main",
    "td",
    "blockquote",
    "center",
    "body",
    "li",
    "dd",
    "span",
    "font",
    "aside",
)
_BROKEN = frozenset(("div", "td", "center", "section", "article", "body", "main", "font", "span"))
_FOREIGN_ROLES = frozenset(
    ("navigation", "search", "dialog", "alertdialog", "contentinfo", "banner", "menu", "tablist")
)


def carve(tree: Element, chosen: str, *, url: str | None = None, title: str = "") -> Element | None:
    """The element that holds the article, without what is foreign to it; None when nothing of it was found."""
    body = next(tree.iter("body"), tree)
    _restore_pictures(body)
    _sweep(body)
    unlabel(body)
    _wrap_loose(body)
    votes = votes_of(body, chosen)
    _drop_beside(body, votes)
    if more := _left_out(body, votes):
        votes = votes_of(body, f"{chosen} {more}")
    root = _root(body, votes)
    units = list(units_of(root, votes, _site(url)))
    if not choose(units, title):
        return None
    for unit in units:
        if not unit.kept:
            drop(unit.element)
    _bring_notes(root, body)
    return root


def _bring_notes(root: Element, body: Element) -> None:
    """The publisher's notes of a change that stand just before or behind the article's part of the page go into it."""
    place = root
    for _ in range(_NOTE_REACH):
        if place is body or place.getparent() is None:
            return
        for forward in (True, False):
            for beside in list(place.itersiblings(preceding=not forward))[:_NOTE_REACH]:
                note = _note_in(beside)
                if note is not None:
                    note.tail = None
                    root.insert(len(root) if forward else 0, note)
        place = place.getparent()


def _note_in(element: Element) -> Element | None:
    """The block of an update note in an element that holds little else."""
    if not isinstance(element.tag, str) or element.tag in ("ul", "ol", "h1"):
        return None
    words = " ".join("".join(element.itertext()).split())
    return element if 20 <= len(words) <= _LONGEST_NOTE and is_update_note(words) else None


def drop_furniture(body: Element) -> None:
    """Take out of a page without an article what is plainly something else: its head and foot, ways to other pages."""
    for element in list(body.iter("nav", "menu", "footer", "header", "ul", "ol")):
        if (
            element.tag in ("header", "ul", "ol")
            and next(element.iter("h1", "img", "video", "iframe"), None) is not None
        ):
            continue
        words = len("".join("".join(element.itertext()).split()))
        linked = sum(len("".join("".join(link.itertext()).split())) for link in element.iter("a"))
        if element.tag in ("nav", "menu", "footer") or linked * 10 >= words * 8:
            drop(element)
    for element in body.xpath(".//*[@class or @id]"):
        if is_beside(name_of(element)) and next(element.iter("h1", "article", "main"), None) is None:
            drop(element)


def drop(element: Element) -> None:
    """Take an element out; the words after it stay."""
    if element.getparent() is not None:
        element.drop_tree()


def _restore_pictures(body: Element) -> None:
    """Figures that a script fills say in their microdata which picture they are for (schema.org ImageObject)."""
    for holder in body.xpath(".//*[@itemtype and contains(@itemtype, 'ImageObject')]"):
        if next(holder.iter("img", "picture", "noscript"), None) is not None or holder.tag in ("img", "meta", "link"):
            continue
        told = [one.get("content") or one.get("href") for one in holder.iter("meta", "link")
                if one.get("itemprop") in ("contentUrl", "url")]  # fmt: skip
        address = next(filter(None, (*told, holder.get("itemid"))), None)
        if address:
            holder.insert(0, lxml_html.Element("img", src=address))


def _sweep(body: Element) -> None:
    """Take out what no reader sees and what is never an article."""
    for element in list(body.iter(*_DEAD, "script")):
        if element.tag != "script" or not (element.get("type") or "").startswith("math/tex"):
            drop(element)
    for element in reversed(list(body.iter("div", "span", "section", "p", "ins", "center"))):
        if len(element) == 0 and not (element.text or "").strip():
            drop(element)
    whole = len("".join(body.itertext()))
    suspects = body.xpath(".//*[@hidden or contains(@style, 'display') or contains(@style, 'visibility')]")
    for element in suspects:
        unseen = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        if unseen and len("".join(element.itertext())) * 3 < whole:
            drop(element)
    for element in list(body.iter("form", "footer", "header")):
        if element.tag == "footer" and any(above.tag in ("blockquote", "figure") for above in element.iterancestors()):
            continue
        if len("".join(element.itertext())) * (8 if element.tag == "footer" else 4) < whole and element.tag != "header":
            drop(element)
    for element in body.xpath(".//*[@role]"):
        if element.get("role") in _FOREIGN_ROLES and len("".join(element.itertext())) * 4 < whole:
            drop(element)


def _wrap_loose(body: Element) -> None:
    """Words that stand beside blocks, and the parts between double breaks, become paragraphs of their own."""
    holders: dict[Element, None] = {}
    for block in body.iter(*FLOW):
        above = block.getparent()
        while above is not None and above not in holders:
            holders[above] = None
            above = above.getparent()
    for element in list(body.iter(*_LOOSE)):
        breaks = element.tag in _BROKEN and len(element.findall("br")) > 1
        if (element in holders and element.tag != "span") or breaks:
            _wrap_children(element, holders)


def _wrap_children(element: Element, holders: dict[Element, None]) -> None:
    run: list[Any] = []
    made: list[Element] = []
    breaks = 0

    def close() -> None:
        nonlocal run
        if any((isinstance(part, str) and part.strip()) or not isinstance(part, str) for part in run):
            paragraph = lxml_html.Element("p")
            last: Element = None  # asking a paragraph for its length walks all of it
            for part in run:
                if not isinstance(part, str):
                    paragraph.append(part)
                    last = part
                elif last is not None:
                    last.tail = (last.tail or "") + part
                else:
                    paragraph.text = (paragraph.text or "") + part
            made.append(paragraph)
        run = []

    if element.text:
        run.append(element.text)
    element.text = None
    for child in list(element):
        tail, child.tail = child.tail, None
        element.remove(child)
        if child.tag == "br":
            breaks += 1
            if breaks > 1:
                while run and not isinstance(run[-1], str) and run[-1].tag == "br":
                    run.pop()
                close()
            else:
                run.append(child)
        elif (
            child.tag in _BLOCK_SET and not (child.tag in ("img", "picture") and _has_words(run))
        ) or child in holders:
            close()
            made.append(child)
            breaks = 0
        else:
            run.append(child)
            breaks = 0
        if tail:
            if tail.strip():
                breaks = 0
            run.append(tail)
    close()
    element.extend(made)


def _has_words(run: list[Any]) -> bool:
    return any(part.strip() if isinstance(part, str) else "".join(part.itertext()).strip() for part in run)


def _drop_beside(body: Element, votes: Votes) -> None:
    """Take out what is named as foreign to the article, unless much of the chosen text lies in it."""
    total = votes.held(body) or 1
    for element in body.xpath(".//*[@class or @id]"):
        if element.tag in ("body", "article", "main", "figure", "pre", "code") or element not in votes.spans:
            continue
        if not is_beside(name_of(element)) or votes.held(element) > 0.2 * total:
            continue
        if not _shows_a_post(element) and next(element.iterancestors("pre", "code"), None) is None:
            drop(element)  # in code, "comment" is the name of a colour


def _shows_a_post(element: Element) -> bool:
    """Whether a small block is there for the post of a network that it shows."""
    posts = [one for one in element.iter("blockquote") if POST.search(one.get("class") or "")]
    return len(posts) == 1 and len("".join(element.itertext())) < 2 * len("".join(posts[0].itertext())) + 100


def _left_out(body: Element, votes: Votes) -> str:
    """Paragraphs in parts of the page built just like those that hold the chosen text: the choice stopped short."""
    held: Counter[tuple[str, ...]] = Counter()
    open_words: list[tuple[tuple[str, ...], Element | None, Element]] = []
    story: Counter[Element | None] = Counter()
    for paragraph in body.iter("p"):
        size = votes.size(paragraph) if paragraph in votes.spans else 0
        if size < 12:
            continue
        parent = paragraph.getparent()
        build = (parent.tag, parent.get("class") or parent.get("id") or "", paragraph.get("class") or "")
        article = next(paragraph.iterancestors("article"), None)
        if votes.share(paragraph) >= 0.6:
            held[build] += size
            story[article] += size
        elif votes.share(paragraph) < 0.2:
            open_words.append((build, article, paragraph))
    if not held or not open_words:
        return ""
    main = story.most_common(1)[0][0]
    total = sum(held.values())
    found = [
        "".join(paragraph.itertext())
        for build, article, paragraph in open_words
        if article is main and held[build] >= 0.3 * total and build[1] and not is_in_margin(paragraph)
        and sum(votes.size(link) for link in paragraph.iter("a")) < 0.4 * votes.size(paragraph)
    ]  # fmt: skip
    return " ".join(found)


def _site(url: str | None) -> str:
    """The last two labels of the host: what two pages of one publisher share."""
    host = urlsplit(url or "").hostname or ""
    labels = host.split(".")
    many = 3 if len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2 else 2
    return ".".join(labels[-many:])


def _root(body: Element, votes: Votes) -> Element:
    """Down to the deepest element that still holds nearly all of the chosen text."""
    total = votes.held(body)
    root = body
    while total:
        inner = next((one for one in root if one in votes.spans and votes.held(one) >= 0.92 * total), None)
        if inner is None or inner.tag in NOT_ROOT or next(inner.iterdescendants(*FLOW), None) is None:
            return root
        root = inner
    return root
