"""Which blocks of the page stay: what was chosen and what stands among it, but for what says it is something else."""

import re
from collections import Counter
from itertools import pairwise
from typing import Any, TypeAlias

from reader.content.extract.clutter import is_box, is_dateline, is_farewell, name_of, says_beside
from reader.content.extract.units import NOT_ROOT, Unit
from reader.content.paywall import is_notice
from reader.content.update_markers import is_update_note

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_WORD = re.compile(r"\w+")
_FEWEST = 25  # words; fewer that are nothing but ways to other pages are no article
_REACH_BACK, _SHORTEST_LINE = 4, 24  # paragraphs before the first chosen; letters of each
_LONGEST_SOURCE = 14
_SOURCE = re.compile(r"\W*(?:sources?|credits?|crédits?|photos?|images?|illustrations?|via|copyright|©)\b\s*:?", re.I)
_NOTE_REACH = 6  # units around the text in which the publisher's note of a change is looked for


def choose(units: list[Unit], title: str) -> bool:
    """Mark the units that are of the article as kept; False when none is."""
    for unit in units:
        if unit.kind in ("text", "item", "heading"):
            unit.kept = unit.share >= 0.5
    core = _core(units)
    _fill_gaps(units, core)
    _reach_back(units)
    _drop_asides(units, core)
    for unit in units:
        if unit.kept and unit.kind != "media" and not unit.cell and _is_call(unit):
            unit.kept = False
    _drop_promotions(units)
    for unit in units:
        if unit.jumps and unit.kept and not unit.cell:
            unit.kept = False
    _trim(units, title)
    for unit in units:
        unit.kept = unit.kept or (unit.kind == "media" and unit.share >= 0.5 and unit.words >= 3 and not unit.beside)
    good = [place for place, unit in enumerate(units) if unit.kept and unit.kind != "heading"]
    kept = [units[place] for place in good]
    if not good or (
        sum(one.words for one in kept) < _FEWEST and all(one.links > 0.85 and one.near_links for one in kept)
    ):
        return False
    _keep_media(units, good[0], good[-1])
    _keep_formulas(units, good[0], good[-1])
    for unit in units[max(0, good[0] - _NOTE_REACH) : good[-1] + _NOTE_REACH]:
        if not unit.kept and unit.kind == "text" and unit.links < 0.7 and is_update_note(unit.text):
            unit.kept = True
    for before, unit in pairwise(units):
        if unit.kind == "caption":
            unit.kept = before.kept and before.kind in ("media", "caption")
        elif before.kept and before.kind == "media" and unit.kind == "text" and unit.words <= _LONGEST_SOURCE:
            unit.kept = unit.kept or _SOURCE.match(unit.text) is not None
    _keep_headings(units)
    return True


def _core(units: list[Unit]) -> Element | None:
    """The deepest element that holds most of the article's real paragraphs."""
    weights: Counter[Element] = Counter()
    total = 0
    for unit in units:
        if unit.kept and unit.words >= 15 and unit.links < 0.4 and not unit.cell:
            total += unit.words
            for above in unit.element.iterancestors():
                weights[above] += unit.words
    fitting = [one for one, words in weights.items() if words >= 0.8 * total and one.tag not in NOT_ROOT]
    return max(fitting, key=lambda one: sum(1 for _ in one.iterancestors())) if fitting else None


def _homes(real: list[Unit]) -> set[object]:
    """How the elements are built that hold much of the article's paragraphs."""
    words: Counter[object] = Counter()
    for unit in real:
        words[_home(unit)] += unit.words
    return {home for home, size in words.items() if size >= 0.2 * sum(words.values())}


def _home(unit: Unit) -> object:
    parent = unit.element.getparent()
    return (parent.tag, parent.get("class")) if parent.get("class") else parent


def _within(element: Element, core: Element | None) -> bool:
    return core is None or any(above is core for above in element.iterancestors())


def _drop_asides(units: list[Unit], core: Element | None) -> None:
    """Outside the core real paragraphs stay; after a heading like "Latest news" nothing does until they return."""
    aside = False
    rank = "h1"
    real = [unit for unit in units if unit.kind in ("text", "item") and unit.words >= 20 and unit.links < 0.3]
    real = [unit for unit in real if unit.share >= 0.5 and not unit.beside]
    known = {id(unit) for unit in real}
    homes = _homes(real)
    over = not real
    for unit in units:
        inside = _within(unit.element, core)
        at_home = _home(unit) in homes
        named = unit.kind in ("heading", "text") and unit.words <= 8 and not unit.cell and _is_call(unit)
        if named and unit.kind == "text" and unit.links > 0.2:
            unit.kept = False  # the call and what it calls to in one line: what follows is not of it
        elif named:
            aside = True
            rank = str(unit.element.tag) if unit.kind == "heading" else ""
        elif aside and unit.kind == "heading":
            ends = unit.element.tag <= rank if rank else at_home
            aside = not (ends and unit.links < 0.5 and (inside or at_home))
        elif aside and at_home and not rank:
            aside = unit.links >= 0.5 or unit.words < 8
        elif aside and at_home and id(unit) in known:
            aside = False
        loose = unit.words < 10 or unit.links >= 0.5 or unit.share < 0.5
        if aside or (over and not inside and loose):
            unit.kept = False
            unit.beside = True
        elif real and unit is real[-1]:
            over = True


def _is_call(unit: Unit) -> bool:
    return says_beside(unit.text, linked=unit.links > 0)


def _drop_promotions(units: list[Unit]) -> None:
    """Lines that are nothing but a link to another page of the same publisher, unless the article is made of them."""
    kept = [unit for unit in units if unit.kept]
    bare = [
        unit for unit in kept if unit.kind != "heading" and unit.links > 0.85 and unit.words >= 3 and unit.near_links
    ]
    if sum(unit.words for unit in bare) > 0.4 * sum(unit.words for unit in kept):
        return
    for unit in bare:
        unit.kept = False
    shelves = Counter(unit.element.getparent() for unit in bare if unit.kind == "item")
    for unit in kept:
        shelf = unit.element.getparent()
        if unit.kind == "item" and shelf in shelves and shelves[shelf] * 2 > len(shelf):
            unit.kept = False


def _trim(units: list[Unit], title: str) -> None:
    """Take headline, byline and date off the head of the text, calls to follow and subscribe off its end."""
    kept = [unit for unit in units if unit.kept]
    headline = _WORD.findall(title.lower())
    for unit in kept[:6]:
        words = _WORD.findall(unit.text.lower())
        if unit.kind == "heading":
            if words and (words == headline or (unit.element.tag == "h1" and _overlap(words, headline) > 0.6)):
                unit.kept, unit.beside = False, True
        elif unit.words > 24:
            break
        elif unit.kind == "text" and unit.links > 0.9 and unit.near_links and unit.words <= 6 and not unit.cell:
            unit.kept = False  # the name of the site, the way back to a section
        elif unit.kind == "text" and (is_dateline(unit.text) or words == headline):
            unit.kept = False
    for unit in reversed(kept[1:]):
        if unit.kind == "heading" or not unit.kept:
            continue
        if not is_farewell(unit.text) and not is_notice(unit.text):
            break
        unit.kept = False


def _overlap(words: list[str], others: list[str]) -> float:
    return sum(word in others for word in words) / max(len(words), len(others), 1)


def _fill_gaps(units: list[Unit], core: Element | None) -> None:
    """What the choice left out among the paragraphs it took, and is like them, is of the article too."""
    texts = [unit for unit in units if unit.kind in ("text", "item") and unit.words]
    later = [unit for unit in texts if unit.share >= 0.5 and unit.words >= 8]
    last = texts.index(later[-1]) if later else -1
    before: Unit | None = None
    heading: Unit | None = None
    rank = {id(unit): place for place, unit in enumerate(texts)}
    followers: list[Unit | None] = [None] * (len(texts) + 1)
    for place in range(len(texts) - 1, -1, -1):
        followers[place] = texts[place] if texts[place].share >= 0.5 else followers[place + 1]
    for unit in units:
        if unit.kind == "heading":
            heading = unit
        if id(unit) not in rank or unit.jumps:
            continue
        place = rank[id(unit)]
        if not unit.kept and not unit.beside and before is not None and place < last:
            after = followers[place + 1]
            listed = (
                unit.kind == "item"
                and _within(unit.element, core)
                and heading is not None
                and not says_beside(heading.text)
            )
            if (
                after is not None
                and before.kept
                and (unit.links <= 0.7 or listed)
                and (listed or _alike(unit, before, after))
            ):
                unit.kept = True
        before = unit if unit.kind == "item" or unit.words > 1 or unit.kept else before
        if unit.kind == "text" and unit.kept and unit.words >= 15:
            heading = None


def _reach_back(units: list[Unit]) -> None:
    """Paragraphs just before the first that was chosen, built as it is and beside it, are the article's beginning."""
    texts = [unit for unit in units if unit.kind == "text" and unit.words]
    first = next((place for place, unit in enumerate(texts) if unit.kept and unit.words >= 8), 0)
    build = _build(texts[first]) if texts else None
    for unit in reversed(texts[max(0, first - _REACH_BACK) : first]):
        if unit.beside or unit.links > 0.3 or _build(unit) != build or is_dateline(unit.text) or _is_call(unit):
            return
        if not unit.kept and (
            len(unit.text) < _SHORTEST_LINE or unit.element.getparent() is not texts[first].element.getparent()
        ):
            return
        unit.kept = True


def _build(unit: Unit) -> tuple[str, str]:
    return str(unit.element.tag), unit.element.get("class") or ""


def _alike(unit: Unit, before: Unit, after: Unit) -> bool:
    parent = unit.element.getparent()
    return (
        any(one.element.getparent() is parent for one in (before, after)) or unit.words >= 12 or is_box(name_of(parent))
    )


def _keep_media(units: list[Unit], first: int, last: int) -> None:
    for place, unit in enumerate(units):
        if unit.kind == "media":
            words = unit.words
            inside = first - 4 <= place <= last + 1
            unit.kept = inside and not (unit.beside and unit.share < 0.5) and not (words > 20 and unit.links > 0.7)
            if unit.element.tag in ("table",) and unit.share < 0.3 and not first < place < last:
                unit.kept = False


def _keep_formulas(units: list[Unit], first: int, last: int) -> None:
    """Blocks with formulas stay among the text, and as long as one follows the other before and behind it."""
    for places in (range(first, len(units)), range(first, -1, -1)):
        for place in places:
            unit = units[place]
            if unit.formula and not unit.beside and unit.links < 0.5:
                unit.kept = True
            elif not first <= place <= last and not unit.kept and unit.kind not in ("heading", "media"):
                break


def _keep_headings(units: list[Unit]) -> None:
    """A heading stays when something under it does, before the next of its rank or above."""
    for place, unit in enumerate(units):
        if unit.kind != "heading":
            continue
        followed = False
        for under in units[place + 1 :]:
            if under.kind == "heading" and under.element.tag <= unit.element.tag:
                break
            if under.kept and under.kind != "heading" and (under.words > 1 or under.kind in ("media", "item")):
                followed = True
                break
        unit.kept = followed and not unit.beside and (unit.kept or (unit.share < 0.5 and unit.links < 0.9))
