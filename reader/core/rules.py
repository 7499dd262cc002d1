"""Rules of the reader: which articles one catches, and what it does with them. Pure; everybody asks `catches`.

Words are compared in small letters without accents, whole, wherever they stand; a star at the end of one takes what
begins with it. An expression sees the text without accents, and is searched by whoever bounds its time (`finds`).
"""

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import NewType

from reader.core.entities import ArticleId, FeedId, JournalId
from reader.core.search_words import folded

RuleId = NewType("RuleId", int)
_MARKS = re.compile("[\u0300-\u036f]")
_ADDRESS = re.compile(r"\]\([^()\s]*(?:\s[^()]*)?\)")
_WORD = re.compile(r"[\w+#@&$€%]+\*?")
# Scripts that put no space between words: there a word ends wherever it is met.
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


class Deed(StrEnum):
    """What a rule does with an article that it catches."""

    HIDE = "hide"
    READ = "read"
    STAR = "star"
    COLLECT = "collect"


@dataclass(frozen=True, slots=True)
class Net:
    """What an article must have to be caught: of each kind that is named, one at least; of `without` nothing.

    `words` and `without` are words or phrases, `expression` is a regular expression; `title_only` looks for these three
    in the headline alone, else in headline, kicker and text. `feeds` are ids. A net that names nothing catches nothing.
    """

    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    expression: str = ""
    feeds: tuple[FeedId, ...] = ()
    authors: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    title_only: bool = False

    def __bool__(self) -> bool:
        return bool(_phrases(self.words) or self.expression or self.feeds or self.authors or self.sections)

    @property
    def needs_text(self) -> bool:
        """Whether the body of an article matters."""
        return not self.title_only and bool(self.words or self.without or self.expression)

    def to_text(self) -> str:
        """As the library keeps it."""
        return json.dumps({name: value for name, value in asdict(self).items() if value}, ensure_ascii=False)


def net_from_text(text: str) -> Net:
    """What `Net.to_text` gave; what is damaged or from a later version is left out."""
    try:
        given = json.loads(text)
    except ValueError:
        return Net()
    if not isinstance(given, dict):
        return Net()
    named = {
        name: tuple(one for one in given[name] if isinstance(one, str))
        for name in ("words", "without", "authors", "sections")
        if isinstance(given.get(name), list)
    }
    feeds = given.get("feeds")
    expression = given.get("expression")
    return Net(
        **named,
        expression=expression if isinstance(expression, str) else "",
        feeds=tuple(FeedId(one) for one in feeds if isinstance(one, int)) if isinstance(feeds, list) else (),
        title_only=given.get("title_only") is True,
    )


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as the library holds it, with `caught` of its articles; `left` (0 to 1) is still to be looked at.

    `until` is when it ends by itself, `ended` that this has happened; `slow`: it was stopped, its expression takes too
    long.
    """

    id: RuleId
    name: str
    net: Net
    deed: Deed
    until: datetime | None = None
    enabled: bool = True
    ended: bool = False
    slow: bool = False
    caught: int = 0
    left: float = 0.0

    @property
    def acts(self) -> bool:
        """Whether it does anything at present."""
        return self.enabled and not self.ended


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """A rule as the reader wrote it."""

    name: str
    net: Net
    deed: Deed = Deed.HIDE
    until: datetime | None = None

    @property
    def search(self) -> str:
        """The search that finds what the rule has caught."""
        return search_of(self.name)


def search_of(name: str) -> str:
    """The search that finds what the rule of this name has caught."""
    return f'rule:"{plain_name(name)}"'


def plain_name(name: str) -> str:
    """A rule's name as a search can hold it."""
    return name.replace('"', "").strip()


@dataclass(frozen=True, slots=True)
class Facts:
    """What a rule looks at. `body` is Markdown, with the publisher's update note before it."""

    feed_id: FeedId
    title: str
    kicker: str | None = None
    author: str | None = None
    section: str | None = None
    body: str = ""


@dataclass(frozen=True, slots=True)
class PendingRun:
    """A rule that has still to look at the articles with ids below `below`; its marks belong to operation `entry`."""

    rule: Rule
    below: int
    entry: JournalId | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a net would catch of some articles, the newest first; `below` (time, id) is where the next ones begin.

    `slow`: its expression takes too long, and the rest is not worth looking at.
    """

    caught: tuple[ArticleId, ...]
    looked: int
    below: tuple[int, int] | None
    slow: bool = False


def bare(text: str) -> str:
    """Text without accents, in its own capitals: what an expression sees, and how an expression is read."""
    return text if text.isascii() else _MARKS.sub("", unicodedata.normalize("NFD", text))


def seen_text(facts: Facts, *, title_only: bool) -> str:
    """The words of an article that a reader sees; addresses of links and pictures are none."""
    if title_only:
        return facts.title
    return "\n".join((facts.title, facts.kicker or "", _ADDRESS.sub("]", facts.body)))


@lru_cache(maxsize=128)
def _texts(facts: Facts, title_only: bool) -> tuple[str, str]:
    """What is seen, and the same folded: once for all the rules that look at an article one after the other."""
    text = seen_text(facts, title_only=title_only)
    return text, _folded_fast(text)


def _folded_fast(text: str) -> str:
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold()


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase as a pattern over folded text. Few texts have its words at all: that is asked first, and is quick."""

    words: tuple[str, ...]
    pattern: "re.Pattern[str]"

    def occurs(self, text: str) -> bool:
        return all(word in text for word in self.words) and self.pattern.search(text) is not None


def _phrases(given: tuple[str, ...]) -> tuple[_Phrase, ...]:
    return tuple(_phrase(words) for words in (_WORD.findall(_folded_fast(phrase)) for phrase in given) if words)


def _phrase(words: list[str]) -> _Phrase:
    inner = r"[\W_]+".join(re.escape(one.rstrip("*")) + (r"\w*" if one[-1] == "*" else "") for one in words)
    before = "" if _UNSPACED.match(words[0]) else r"(?<![^\W_])"
    after = "" if _UNSPACED.match(words[-1].rstrip("*")[-1]) else r"(?![^\W_])"
    return _Phrase(tuple(one.rstrip("*") for one in words), re.compile(before + inner + after))


class Catcher:
    """A net made ready to be asked of many articles. `finds` searches the net's expression in a text, within bounds."""

    def __init__(self, net: Net, finds: Callable[[str], bool] | None = None) -> None:
        self.net = net
        self._finds = finds if net.expression else None
        self._feeds = frozenset(net.feeds)
        self._authors, self._sections = _phrases(net.authors), frozenset(map(_name, net.sections))
        self._words, self._without = _phrases(net.words), _phrases(net.without)
        self._nothing = not net or (bool(net.expression) and finds is None)

    def catches(self, facts: Facts) -> bool:
        """Whether the rule catches this article."""
        if self._nothing or (self._feeds and facts.feed_id not in self._feeds):
            return False
        if self._sections and (facts.section is None or _name(facts.section) not in self._sections):
            return False
        # An article may have several authors: one of them is enough.
        if self._authors and not _has(_folded_fast(facts.author or ""), self._authors):
            return False
        if not self._words and not self._without and self._finds is None:
            return True
        text, plain = _texts(facts, self.net.title_only)
        if self._words and not _has(plain, self._words):
            return False
        if _has(plain, self._without):
            return False
        return self._finds is None or self._finds(bare(text))


def catches(net: Net, facts: Facts, finds: Callable[[str], bool] | None = None) -> bool:
    """Whether a rule with this net catches an article: the one decision that preview, engine and library share."""
    return Catcher(net, finds).catches(facts)


def _name(text: str) -> str:
    return " ".join(_folded_fast(text).split())


def _has(text: str, phrases: tuple[_Phrase, ...]) -> bool:
    return any(phrase.occurs(text) for phrase in phrases)


def words_of(text: str) -> tuple[str, ...]:
    """What was typed into a field of words: separated by commas or lines; each once, whatever its accents."""
    found: dict[str, str] = {}
    for one in re.split(r"[,;\n]", text):
        words = " ".join(one.split())
        if words:
            found.setdefault(folded(words), words)
    return tuple(found.values())
