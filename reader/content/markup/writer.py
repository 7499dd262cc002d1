"""An inert tree to Markdown: CommonMark, tables, strikethrough, footnotes, and our figures."""

import re
from collections.abc import Iterable
from typing import Any, TypeAlias

from reader.content.markup.footnotes import NOTE, REFERENCE
from reader.content.markup.rendering import SEPARATOR
from reader.core.entities import Picture

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_SPACE = re.compile(r"[ \t\r\n\f]+")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])|&(?=#?\w+;)")
_LINE_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+=](?=\s|$|[-=])|\d{1,9}[.)](?=\s|$)|>)")
_CREDIT = re.compile(
    r"\s*((?:©|\(c\)|(?:Crédits?|Credits?|Photo(?:graph)?|Illustration|Image)\s*:)\s*.+)$", re.I | re.S
)
_LANGUAGE = re.compile(r"(?:language|lang|highlight-source|brush:)-?\s*([\w+#-]+)")
# fmt: off
_BLOCKS = {
    "p", "div", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table",
    "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "pre", "blockquote", "figure", "figcaption", "hr",
    "details", "summary", "aside", "main", "header", "footer", "center", "address", "body", "html",
}
# fmt: on
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "cite": "*", "del": "~~", "s": "~~"}


def escape(text: str) -> str:
    """Text that Markdown would read as marks, made plain."""
    return _SPECIAL.sub(lambda found: "\\" + found.group(), text)


def _squeeze(text: str | None) -> str:
    return _SPACE.sub(" ", text or "")


class Writer:
    """Writes one tree; gathers the pictures and links it met."""

    def __init__(self) -> None:
        self.pictures: list[Picture] = []
        self.links: list[str] = []

    def write(self, tree: Element) -> str:
        """The whole tree as Markdown, ending in one newline unless empty."""
        blocks = self._blocks(tree)
        return "\n\n".join(blocks) + "\n" if blocks else ""

    def _blocks(self, parent: Element) -> list[str]:
        blocks: list[str] = []
        line = [escape(_squeeze(parent.text))]
        for child in parent:
            if child.tag in _BLOCKS or any(inner.tag in _BLOCKS for inner in child.iterdescendants()):
                blocks += self._paragraph(line)
                blocks += self._block(child)
                line = []
            else:
                line.append(self._inline(child))
            line.append(escape(_squeeze(child.tail)))
        return blocks + self._paragraph(line)

    def _paragraph(self, line: Iterable[str]) -> list[str]:
        text = re.sub(r" {2,}", " ", "".join(line)).strip()
        text = re.sub(r" *\\\n *", "\\\n", text)
        text = re.sub(r"^(?:\\\n)+|(?:\\\n)+$|(?<!\\)\\$", "", text).strip()
        if not text:
            return []
        return ["\n".join(_LINE_START.sub(_hold, row) for row in text.split("\n"))]

    def _block(self, element: Element) -> list[str]:
        tag = str(element.tag)
        if re.fullmatch(r"h[1-6]", tag):
            words = _squeeze(self._words(element).replace("\\\n", " ")).strip()
            words = re.sub(r"(#+)$", r"\\\1", words)
            return [f"{'#' * int(tag[1])} {words}"] if words else []
        if tag == "hr":
            return ["---"]
        if tag == "pre":
            return self._code(element)
        if tag == "blockquote":
            inner = "\n\n".join(self._blocks(element))
            return ["\n".join(f"> {line}" if line else ">" for line in inner.split("\n"))] if inner else []
        if tag in ("ul", "ol"):
            return self._items(element)
        if tag == "table":
            return self._table(element)
        if tag == "figure":
            return self._figure(element)
        if tag == "div" and (number := _note_number(element, NOTE)):
            inner = "\n\n".join(self._blocks(element))
            return [f"[^{number}]: " + re.sub(r"\n(?=[^\n])", "\n    ", inner)] if inner else []
        if tag in ("dt", "summary"):
            words = self._words(element).strip()
            return [f"**{words.replace('**', '')}**"] if words else []
        return self._blocks(element)

    def _code(self, element: Element) -> list[str]:
        for line_break in element.iter("br"):
            line_break.tail = "\n" + (line_break.tail or "")
        code = "".join(element.itertext()).strip("\n")
        if not code.strip():
            return []
        names = " ".join(part.get("class") or "" for part in element.iter("pre", "code"))
        language = _LANGUAGE.search(names)
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", code)), default=0))
        return [f"{fence}{language[1] if language else ''}\n{code}\n{fence}"]

    def _items(self, element: Element) -> list[str]:
        number = int(element.get("start") or 1) if re.fullmatch(r"\d{1,8}", element.get("start") or "1") else 1
        items = []
        for child in element:
            blocks = self._items(child) if child.tag in ("ul", "ol") else self._blocks(child)
            if blocks:
                mark = f"{number}. " if element.tag == "ol" else "- "
                number += 1
                body = "\n\n".join(blocks) if len(blocks) > 1 and not _is_list(blocks[1]) else "\n".join(blocks)
                indented = re.sub(r"\n(?=[^\n])", "\n" + " " * len(mark), body)
                items.append(mark + indented)
        loose = any("\n\n" in item for item in items)
        return [("\n\n" if loose else "\n").join(items)] if items else []

    def _table(self, element: Element) -> list[str]:
        caption = [block for part in element.iter("caption") for block in self._blocks(part)]
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
        rows = [row for row in rows if row]
        nested = next(element.iterdescendants("table", "ul", "ol", "pre", "blockquote", "figure"), None) is not None
        if nested or not rows or max(map(len, rows)) == 1:
            return caption + [block for row in rows for cell in row for block in self._blocks(cell)]
        grid = [[text for cell in row for text in self._cell(cell)] for row in rows]
        width = max(map(len, grid))
        grid = [row + [""] * (width - len(row)) for row in grid]
        if all(cell.tag != "th" for cell in rows[0]):
            grid.insert(0, [""] * width)
        lines = [f"| {' | '.join(row)} |" for row in grid]
        return [*caption, "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])]

    def _cell(self, cell: Element) -> list[str]:
        span = cell.get("colspan") or "1"
        count = min(int(span), 50) if re.fullmatch(r"[1-9]\d{0,3}", span) else 1
        return [_squeeze(self._words(cell).replace("\\\n", " ")).strip(), *[""] * (count - 1)]

    def _figure(self, element: Element) -> list[str]:
        images = list(element.iter("img"))
        if not images or element.find(".//table") is not None or element.find(".//pre") is not None:
            return self._blocks(element)
        caption = _squeeze(" ".join(" ".join(part.itertext()) for part in element.iter("figcaption"))).strip()
        found = _CREDIT.search(caption)
        credit = found[1].strip() if found else ""
        caption = caption[: found.start()].strip() if found else caption
        last = len(images) - 1
        return [
            self._image(image, caption if index == last else "", credit if index == last else "")
            for index, image in enumerate(images)
        ]

    def _image(self, image: Element, caption: str = "", credit: str = "") -> str:
        source = image.get("src") or ""
        alt = _squeeze(image.get("alt")).strip()
        self.pictures.append(Picture(source, alt or None, caption or None, credit or None))
        title = (caption + (SEPARATOR + credit if credit else "")).replace("\\", "\\\\").replace('"', '\\"')
        return f'![{escape(alt)}]({source} "{title}")' if title else f"![{escape(alt)}]({source})"

    def _words(self, element: Element) -> str:
        parts = [escape(_squeeze(element.text))]
        for child in element:
            parts += [self._inline(child), escape(_squeeze(child.tail))]
        return "".join(parts)

    def _inline(self, element: Element) -> str:
        tag = str(element.tag)
        if tag == "br":
            return "\\\n"
        if tag == "sup" and (number := _note_number(element, REFERENCE)):
            return f"[^{number}]"
        if tag == "img":
            return self._image(element) if element.get("src") else escape(element.get("alt") or "")
        if tag in ("code", "kbd", "samp"):
            return _code_span(_squeeze("".join(element.itertext())))
        words = self._words(element)
        if tag in _MARKS:
            return _wrapped(words, _MARKS[tag], _MARKS[tag])
        if tag == "q":
            return f"“{words}”"
        if tag == "a" and element.get("href") and words.strip() and "](" not in re.sub(r"!\[[^]]*\]\(", "", words):
            self.links.append(element.get("href"))
            return _wrapped(words, "[", f"]({element.get('href')})")
        return f" {words} " if tag in _BLOCKS else words


def _note_number(element: Element, kind: str) -> str:
    found = re.fullmatch(rf"{kind} n(\d{{1,3}})", element.get("class") or "")
    return found[1] if found else ""


def _hold(found: re.Match[str]) -> str:
    """A line that would begin a heading, list or quotation, held back by one backslash."""
    mark = found[2]
    return found[1] + (mark[:-1] + "\\" + mark[-1] if mark[0].isdigit() else "\\" + mark)


def _wrapped(words: str, before: str, after: str) -> str:
    inner = words.strip()
    if not inner or inner == "\\":
        return words
    lead, tail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{lead}{before}{inner}{after}{tail}"


def _code_span(code: str) -> str:
    if not code.strip():
        return code
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", code)), default=0))
    pad = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{fence}{pad}{code}{pad}{fence}"


def _is_list(block: str) -> bool:
    return re.match(r"(?:- |\d+\. )", block) is not None
