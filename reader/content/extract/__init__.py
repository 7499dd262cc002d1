"""The main article out of a web page: its facts, its words, and all that stands among them.

`page` reads the bytes, `metadata` the facts; trafilatura chooses the words and `carving` cuts their blocks out of the
page; `markup` makes them inert. trafilatura is imported when first needed: that costs a third of a second.
"""

import copy
import html
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeAlias

from lxml import etree
from lxml import html as lxml_html

from reader.content import paywall
from reader.content.extract.carving import carve, drop_furniture
from reader.content.extract.page import page_tree
from reader.content.extract.units import is_in_margin
from reader.content.feed_formats.names import looks_like_html
from reader.content.language import language_of
from reader.content.markup import clean, opening_picture, to_html, to_text
from reader.content.metadata import PageFacts, page_facts
from reader.content.metadata.dates import date_of_words
from reader.content.update_markers import lift_update_block, split_marker
from reader.core.entities import Access, Picture, UpdateNote
from reader.core.reading import count_words, reading_minutes
from reader.core.wording import Sentence

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_WORD = re.compile(r"\w+")
_RULES = re.compile(r"\A(?:---\n+)+|(?:\n\n---)+\n*\Z")
_LEAST_DECLARED = 60  # words of a text that a page declares, to be worth more than what it shows
_TARGET = re.compile(r"\]\([^)\s]*\)")
_NOT_SAID = ("script", "style", "noscript", "nav", "header", "template")
_BROKEN = (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, AssertionError, etree.LxmlError)
_MOST_FOR_CHOICE = 30_000  # elements; above, choosing takes seconds


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article out of a page; the fields are those of CLI.md's `extract`."""

    url: str | None
    canonical_url: str | None
    title: str | None
    kicker: str | None
    author: str | None
    published: datetime | None
    updated: datetime | None
    section: str | None
    tags: tuple[str, ...]
    language: str | None
    site: str | None
    access: Access
    update: UpdateNote | None
    lead_image: Picture | None
    markdown: str
    words: int
    reading_minutes: int
    pictures: tuple[Picture, ...]
    problems: tuple[str, ...]

    @property
    def html(self) -> str:
        """What the pane shows of it, as HTML; made when asked, since storing needs none."""
        return to_html(self.markdown)

    @property
    def text(self) -> str:
        """The bare words, a paragraph a line."""
        return to_text(self.markdown)


def extract(page: bytes, *, url: str | None = None) -> Extracted:
    """The article of `page`, cut at 5 MB. Raises ContentError for what is no page, is empty or larger than 50 MB."""
    problems: list[str] = []
    tree = page_tree(page, problems)
    facts = page_facts(tree, url)
    title, marker = split_marker(facts.title or "")
    said = _said(tree)
    published = facts.published or date_of_words(tree, url, facts.language)
    chosen = _chosen(tree, url, problems)
    base = _base(tree, url)
    inner, above = _carved(tree, chosen, url, facts.title or "", problems)
    cleaned = clean(inner, base_url=base)
    if (declared := _declared(facts, cleaned.markdown, said)) is not None:
        cleaned = clean(declared, base_url=base)
        problems.clear()
    top = clean(above, base_url=base).pictures if above else ()
    body = _RULES.sub("", _without_headline(cleaned.markdown, title))
    body = _without_deck(body, (facts.section, facts.kicker if facts.deck else None))
    lead, body = _lead(facts, body, cleaned.pictures, top)
    markdown, note = lift_update_block(body, marker, near=facts.local or published)
    if note is not None and note.at is not None:
        note = replace(note, at=note.at.astimezone(UTC))
    words = count_words(markdown)
    language = language_of(to_text(cleaned.markdown[:4_000]), facts.language)
    return Extracted(
        url=url,
        canonical_url=facts.canonical_url,
        title=title or None,
        kicker=_kicker(facts.kicker, markdown),
        author=facts.author,
        published=published,
        updated=facts.updated,
        section=facts.section,
        tags=tuple(facts.tags),
        language=language,
        site=facts.site,
        access=paywall.access_of((), markdown, free=facts.free, page=said),
        update=note,
        lead_image=lead,
        markdown=markdown,
        words=words,
        reading_minutes=reading_minutes(words, language),
        pictures=cleaned.pictures,
        problems=(*problems, *cleaned.problems),
    )


def _base(tree: Element, url: str | None) -> str | None:
    """What the page's addresses are relative to: its `base` element, itself relative to the page's own address."""
    from urllib.parse import urljoin

    given = next((one.get("href") for one in tree.iter("base") if one.get("href")), None)
    try:
        return urljoin(url or "", given) if given else url
    except ValueError:
        return url


def _said(tree: Element) -> str:
    """All the words of the page but its navigation: where it says that the text stops."""
    body = next(tree.iter("body"), tree)
    # The elements themselves, not their ids: lxml makes them anew at each look, and ids are given again.
    dead = {part for element in body.iter(*_NOT_SAID) for part in element.iter()}
    parts: list[str] = []
    for element in body.iter():
        if element not in dead and element.text:
            parts.append(element.text)
        if element.tail and element.getparent() not in dead:
            parts.append(element.tail)
    return " ".join(" ".join(parts).split())


def _chosen(tree: Element, url: str | None, problems: list[str]) -> str:
    """The text that trafilatura takes for the article."""
    if sum(1 for _ in tree.iter()) > _MOST_FOR_CHOICE:
        problems.append(
            Sentence(
                "The page has too many parts for its article to be told apart; all its text was kept.",
                "La page a trop de parties pour y reconnaître l’article ; tout son texte a été gardé.",
            )
        )
        return ""
    import trafilatura

    try:
        found: Any = trafilatura.bare_extraction(
            copy.deepcopy(tree), url=url, include_comments=False, with_metadata=False, fast=True, favor_recall=True
        )
    except _BROKEN as error:
        problems.append(
            Sentence(
                f"The main text could not be chosen: {type(error).__name__}.",
                f"Le texte principal n’a pas pu être choisi : {type(error).__name__}.",
            )
        )
        return ""
    return (found.text or "") if found is not None else ""


def _carved(tree: Element, chosen: str, url: str | None, title: str, problems: list[str]) -> tuple[str, str]:
    """The article's part of the page as HTML, and the figure between it and the headline ("" where there is none).

    Where no article is found, the part is all of the page that is not plainly something else.
    """
    whole = _written(next(tree.iter("body"), tree)) if len(chosen) < 400 else ""
    root = carve(tree, chosen, url=url, title=title) if chosen else None
    if root is not None:
        above = root.xpath("preceding::figure[preceding::h1 and .//img]")
        figures = [one for one in above if not is_in_margin(one)]
        return _written(root), _written(figures[0]) if figures else ""
    if not chosen or root is None:
        problems.append(
            Sentence(
                "No main text was found; all of the page's text was kept.",
                "Aucun texte principal n’a été trouvé ; tout le texte de la page a été gardé.",
            )
        )
    left = lxml_html.fromstring(whole) if whole else next(tree.iter("body"), tree)
    drop_furniture(left)
    return _written(left), ""


def _declared(facts: PageFacts, markdown: str, said: str) -> str | None:
    """The text that a page without one (a script puts it there) declares for machines, as HTML; None where the page
    shows it, or keeps it for subscribers."""
    words = count_words(facts.body or "")
    if not facts.body or words < max(_LEAST_DECLARED, 2 * count_words(markdown)):
        return None
    if paywall.access_of((), markdown, free=facts.free, page=said) is not Access.OPEN:
        return None
    if looks_like_html(facts.body):
        return facts.body
    lines = (line.strip() for line in facts.body.split("\n"))
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in lines if line)


def _written(element: Element) -> str:
    return str(lxml_html.tostring(element, encoding="unicode", with_tail=False))


def _without_headline(markdown: str, title: str) -> str:
    """The headline stands in the head of the pane; a first heading that says it again is left out."""
    first, _, rest = markdown.partition("\n\n")
    heading = re.match(r"#{1,2} (.+)$", first.strip())
    if heading is None or not title:
        return markdown
    words = _WORD.findall(split_marker(heading[1].replace("\\", ""))[0].lower())
    return rest if words == _WORD.findall(title.lower()) else markdown


def _without_deck(markdown: str, told: tuple[str | None, str | None]) -> str:
    """The text without the label and the line under the headline, which the head of the pane shows as well."""
    known = [_WORD.findall(one.lower()) for one in told if one]
    blocks = markdown.split("\n\n", 3)
    kept = [one for place, one in enumerate(blocks) if place == 3 or not _says(one, known)]
    return "\n\n".join(kept) if kept else markdown


def _says(block: str, known: list[list[str]]) -> bool:
    return not block.startswith(("- ", "!", "|", "```")) and _WORD.findall(_TARGET.sub("", block).lower()) in known


def _lead(
    facts: PageFacts, markdown: str, pictures: tuple[Picture, ...], top: tuple[Picture, ...]
) -> tuple[Picture | None, str]:
    """The picture in the head of the pane, and the text without it when it is the one that opens the text."""
    opening = opening_picture(markdown)
    if opening is not None:
        inside = next((one for one in pictures if one.url == opening[0]), Picture(opening[0]))
        return Picture(inside.url, inside.alt, inside.caption, inside.credit, lead=True), opening[1]
    if top and not any(_stem(one.url) == _stem(top[0].url) for one in pictures):
        return Picture(top[0].url, top[0].alt, top[0].caption, top[0].credit, lead=True), markdown
    lead = facts.picture
    if lead is None:
        return None, markdown
    same = next((one for one in pictures if _stem(one.url) == _stem(lead.url)), None)
    if same is None:
        return lead, markdown
    return Picture(same.url, same.alt, same.caption, same.credit, lead=True), markdown


def _stem(address: str) -> str:
    """A picture's name without the size that sites write into it (…-300x200.jpg, …_1200.jpg)."""
    name = address.partition("?")[0].rstrip("/").rsplit("/", 1)[-1].lower()
    return re.sub(r"[-_](?:\d{2,4}x\d{2,4}|\d{3,4}w?|scaled|large|medium|small|thumb\w*)(?=\.\w+$)", "", name)


def _kicker(kicker: str | None, markdown: str) -> str | None:
    """What is only the beginning of the text over again is no kicker."""
    if not kicker:
        return None
    opening = " ".join(_WORD.findall(markdown[:2_000].lower()))
    return None if " ".join(_WORD.findall(kicker.lower())[:12]) in opening else kicker
