"""A selection taken out of the document: plain text, Markdown, or a quotation with its source.

Soft hyphens and pictures' signs are left behind; list marks, which are only painted, are written back.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument

from reader.core.entities import Article
from reader.render.figures import FIGURE, Figure
from reader.render.formats import Property
from reader.render.outline import Ground, Outline, Pill
from reader.style.fonts import CODE

_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>"})


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """One block of the selection."""

    parts: tuple[_Part, ...]
    heading: int
    mark: str
    depth: int
    quote: int
    code: bool
    picture: str


def clean(text: str) -> str:
    """Characters as a reader expects them elsewhere: no soft hyphens, real line ends, one kind of no-break space."""
    out = re.sub("[\u00ad\ufffc\u2060\u2066\u2068\u2069]", "", text)
    return out.replace("\u2028", "\n").replace("\u2029", "\n")


def seen_text(document: QTextDocument, outline: Outline) -> str:
    """The document's raw text, the words that are only heard made signs of pictures; no position changes."""
    text = document.toRawText()
    if not outline.unseen:
        return text
    units = bytearray(text.encode("utf-16-le", "surrogatepass"))
    for span in outline.unseen:
        first, last = 2 * span.position, 2 * (span.position + span.length)
        units[first:last] = "\ufffc".encode("utf-16-le") * span.length
    return units.decode("utf-16-le", "surrogatepass")


def as_text(document: QTextDocument, outline: Outline, first: int, last: int) -> str:
    """The selection between two positions as plain text, a blank line between paragraphs."""
    out: list[str] = []
    before: _Line | None = None
    for line in _lines(document, outline, None, first, last):
        words = "".join(part.text for part in line.parts)
        if not words.strip():
            continue
        if before is not None:
            out.append("\n" if (line.mark and before.mark) or (line.code and before.code) else "\n\n")
        out.append("  " * max(0, line.depth - 1) + f"{line.mark} {words}" if line.mark else words)
        before = line
    return clean("".join(out))


def as_markdown(document: QTextDocument, outline: Outline, figure: Figure, first: int, last: int) -> str:
    """The selection as Markdown."""
    out: list[str] = []
    before: _Line | None = None
    for line in _lines(document, outline, figure, first, last):
        words = line.picture or "".join(map(_marked, line.parts)) if not line.code else _bare(line)
        if not words.strip():
            continue
        tight = before is not None and ((line.mark and before.mark) or (line.code and before.code))
        if before is not None and before.code and not line.code:
            out.append("\n```")
        out.append("" if before is None else "\n" if tight else "\n\n")
        if line.code:
            out.append(("" if before is not None and before.code else "```\n") + words)
        else:
            out.append(_led(line, words))
        before = line
    if before is not None and before.code:
        out.append("\n```")
    return clean("".join(out))


def as_quotation(document: QTextDocument, outline: Outline, article: Article, first: int, last: int) -> str:
    """The selection as a Markdown quotation with its source."""
    words = as_text(document, outline, first, last).strip()
    quoted = "\n".join(f"> {line}" if line else ">" for line in words.split("\n"))
    title = article.title.replace("[", "\\[").replace("]", "\\]")
    source = f"[{title}]({article.url})" if article.url else title
    names = ", ".join(filter(None, (article.author, article.feed)))
    return f"{quoted}\n>\n> — {names}, {source}" if names else f"{quoted}\n>\n> — {source}"


def _led(line: _Line, words: str) -> str:
    words = words.replace("\u2028", "\\\n")
    lead = "> " * line.quote
    if line.heading:
        return f"{lead}{'#' * line.heading} {words}"
    if line.mark:
        sign = "-" if line.mark in "•–" else line.mark
        return f"{lead}{'   ' * max(0, line.depth - 1)}{sign} {words}"
    return lead + words


def _bare(line: _Line) -> str:
    return "".join(part.text for part in line.parts).replace("\u2028", "\n")


def _marked(part: _Part) -> str:
    if not part.text.strip():
        return part.text
    head = part.text[: len(part.text) - len(part.text.lstrip())]
    tail = part.text[len(part.text.rstrip()) :]
    words = part.text.strip()
    words = f"`{words}`" if part.code else words.translate(_ESCAPED)
    words = f"*{words}*" if part.italic else words
    words = f"**{words}**" if part.bold else words
    if part.href.startswith("encre:note-"):
        words = f"[^{part.href.removeprefix('encre:note-')}]"
    elif part.href and not part.href.startswith("encre:"):
        words = f"[{words}]({part.href})"
    return head + words + tail


def _lines(document: QTextDocument, outline: Outline, figure: Figure | None, first: int, last: int) -> Iterator[_Line]:
    marks = {span.position: str(span.what) for span in outline.marks}
    code = {span.position for span in outline.pills if span.what is Pill.CODE}
    block = document.findBlock(first)
    while block.isValid() and block.position() < last:
        position = block.position()
        mark = marks.get(position, "") if position >= first else ""
        indent = max(block.blockFormat().leftMargin(), block.blockFormat().rightMargin())
        pixels = max(1.0, document.defaultFont().pixelSize())
        depth = max(1, round(indent / (1.45 * pixels))) if mark else 0
        grounds = {group.ground for group in outline.groups if group.first <= position <= group.last}
        quote = 1 if Ground.QUOTE in grounds else 0
        parts = tuple(_parts(block, code, first, last))
        picture = _picture(block, figure) if figure is not None else ""
        level = block.blockFormat().headingLevel()
        yield _Line(parts, level, mark, depth, quote, Ground.CODE in grounds, picture)
        block = block.next()


def _picture(block: QTextBlock, figure: Figure) -> str:
    """The pictures of a block that holds nothing else, a row of them as several paragraphs."""
    found: list[str] = []
    iterator = block.begin()
    while not iterator.atEnd():
        letters = iterator.fragment().charFormat()
        if letters.objectType() != FIGURE and not letters.hasProperty(Property.UNSEEN):
            return ""
        shown = figure.of(letters)
        if shown is not None:
            found.append(f"![{shown.picture.alt or ''}]({shown.picture.url})")
        iterator += 1
    return "\n\n".join(found)


def _parts(block: QTextBlock, code: set[int], first: int, last: int) -> Iterator[_Part]:
    iterator = block.begin()
    base: QTextCharFormat = block.charFormat()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        start, text = fragment.position(), fragment.text()
        letters = fragment.charFormat()
        if letters.objectType() != FIGURE and not letters.hasProperty(Property.UNSEEN):
            units = text.encode("utf-16-le")
            low, high = max(0, first - start), min(fragment.length(), last - start)
            words = units[2 * low : 2 * high].decode("utf-16-le", "ignore") if high > low else ""
            if words:
                yield _Part(
                    words,
                    letters.fontWeight() >= 700 > base.fontWeight(),
                    letters.fontItalic() and not base.fontItalic(),
                    start in code or (letters.font().family() == CODE != base.font().family()),
                    letters.anchorHref(),
                )
        iterator += 1
