"""An inert tree to Markdown: CommonMark, tables, strikethrough, sub and super, definition lists, and our figures."""

import re
from typing import Any, TypeAlias

from reader.content.markup.addresses import SCHEMES, written_address
from reader.content.markup.code_language import language_of
from reader.content.markup.dom import BLOCKS
from reader.content.markup.figures import (
    GALLERIES,
    caption_parts,
    has_much_beside,
    has_pieces,
    is_credit_element,
    is_gallery,
    one_gallery,
)
from reader.content.markup.joining import apart, foldable, indented, item_body, list_sign
from reader.content.markup.marks import (
    BREAK,
    CODE,
    EM,
    LOWERED,
    RAISED,
    STRIKE,
    STRONG,
    bare_words,
    one_line,
    paragraph,
    paragraphs,
    plain_text,
    squeeze,
)
from reader.content.markup.rendering import CAPTION, CREDIT
from reader.content.markup.tables import table
from reader.core.entities import Picture

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_BLOCKS = frozenset(BLOCKS)
_HEAVY = frozenset(("table", "pre", "blockquote", "ul", "ol", "figure"))  # what no figure of pictures holds
_MARKS = {
    "strong": STRONG, "b": STRONG, "em": EM, "i": EM, "cite": EM, "dfn": EM, "var": EM, "del": STRIKE, "s": STRIKE,
    "strike": STRIKE,
}  # fmt: skip
MOST_LINKS = 5_000  # no article has so many; reading back tens of thousands takes half a minute
_ONE_LINK = re.compile(r"\[([^\[\]\x01-\x07]*)\](\(\S+\))")


class Writer:
    """Writes one tree; gathers the pictures and links it met."""

    def __init__(self) -> None:
        self.pictures: list[Picture] = []
        self.links: list[str] = []
        self._inside: set[str] = set()

    def write(self, tree: Element) -> str:
        """The whole tree as Markdown, ending in one newline unless empty."""
        blocks = self._blocks(tree)
        return "\n\n".join(blocks) + "\n" if blocks else ""

    def _blocks(self, parent: Element) -> list[str]:
        blocks: list[str] = []
        line = [plain_text(parent.text)] if parent.text else []
        for child in parent:
            tag = child.tag
            if tag in _BLOCKS or _holds_blocks(child):
                if line:
                    blocks += paragraphs("".join(line))
                    line = []
                if tag == "p" and len(child):
                    blocks += self._blocks(child)
                elif tag != "p":
                    made = self._block(child)
                    blocks += apart(blocks[-1], made) if blocks and tag in ("ul", "ol") else made
                elif made_of_words := paragraph(child.text):
                    blocks.append(made_of_words)  # half of all blocks are words alone
            elif tag == "code" and next(child.iter("br"), None) is not None:
                blocks += [*paragraphs("".join(line)), *self._code(child)]
                line = []
            else:
                line.append(self._inline(child))
            if (tail := child.tail) and (line or not tail.isspace()):
                line.append(plain_text(tail))
        return blocks + paragraphs("".join(line)) if line else blocks

    def _block(self, element: Element) -> list[str]:
        tag = str(element.tag)
        if tag == "p" or (tag == "div" and not element.get("class")):
            return self._blocks(element)
        if tag in GALLERIES and is_gallery(element):
            # Items of a list of pictures are its pictures.
            parts = element if tag in ("ul", "ol") else [element]
            if made := one_gallery([block for part in parts for block in self._blocks(part)]):
                return [made]
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            return self._heading(element, int(tag[1]))
        if tag == "blockquote":
            inner = "\n\n".join(self._blocks(element))
            return ["\n".join(f"> {line}" if line else ">" for line in inner.split("\n"))] if inner else []
        match tag:
            case "hr":
                return ["---"]
            case "pre":
                return self._code(element)
            case "ul" | "ol":
                return self._items(element)
            case "table":
                return table(element, self._blocks, self._cell)
            case "figure":
                return self._figure(element)
            case "dl":
                return self._definitions(element)
            case "details":
                return foldable(self._blocks(element), is_open=element.get("open") is not None)
            case "dt":
                return [f"**{words}**"] if (words := self._unmarked(element)) else []
            case "summary":
                return [f"▾ **{words}**"] if (words := self._unmarked(element)) else []
            case "li":
                return self._items(element, only=[element])
        return self._blocks(element)

    def _heading(self, element: Element, level: int) -> list[str]:
        if len(element) and next(element.iter("img"), None) is not None and not "".join(element.itertext()).strip():
            return paragraphs(self._words(element))
        words = self._unmarked(element)
        if words.endswith("#"):
            words = re.sub(r"(#+)$", r"\\\1", words)
        return [f"{'#' * level} {words}"] if words else []

    def _unmarked(self, element: Element) -> str:
        """The words of a line that is bold already."""
        with_marks = "strong" in self._inside
        self._inside.add("strong")
        words = one_line(self._words(element))
        if not with_marks:
            self._inside.discard("strong")
        return words

    def _code(self, element: Element) -> list[str]:
        for line_break in element.iter("br"):
            line_break.tail = "\n" + (line_break.tail or "")
        for row in element.iterdescendants("div", "p", "li"):
            if not "".join(row.itertext()).endswith("\n"):
                row.tail = "\n" + (row.tail or "")
        code = "".join(element.itertext()).replace("\r\n", "\n").strip("\n").rstrip()
        if not code.strip():
            return []
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", code)), default=0))
        return [f"{fence}{language_of(element)}\n{code}\n{fence}"]

    def _items(self, element: Element, only: list[Element] | None = None) -> list[str]:
        given = element.get("start") or "1"
        number = int(given) if re.fullmatch(r"\d{1,8}", given) else 1
        ordered = element.tag == "ol"
        items: list[str] = []
        loose = False
        if only is None and (element.text or "").strip():
            items.append(("1. " if ordered else "- ") + plain_text(element.text).strip())
        for child in only or element:
            is_list = child.tag in ("ul", "ol")
            blocks = self._items(child) if is_list else self._blocks(child)
            if child.tail and child.tail.strip() and only is None:
                blocks += paragraphs(plain_text(child.tail))
            if not blocks:
                continue
            if is_list and items:
                pad = " " * len(list_sign(items[-1]))
                items[-1] += "\n" + indented("\n".join(blocks), pad, first=pad)
                continue
            if (value := child.get("value")) and re.fullmatch(r"\d{1,8}", value):
                number = int(value)
            mark = f"{number}. " if ordered else "- "
            number += 1
            body, wide = item_body(blocks)
            loose = loose or wide
            items.append(indented(body, " " * len(mark), first=mark))
        return [("\n\n" if loose else "\n").join(items)] if items else []

    def _definitions(self, element: Element) -> list[str]:
        """`Term` and, under it, `: definition` (the form of Pandoc and PHP Markdown Extra)."""
        if next(element.iter("img"), None) is not None and not "".join(element.itertext()).strip():
            return [block for part in element for block in self._blocks(part)]
        out: list[str] = []
        terms: list[str] = []
        for part in element.iter("dt", "dd"):
            if next(part.iterancestors("dl")) is not element:
                continue
            if part.tag == "dt":
                terms += [words] if (words := self._unmarked(part)) else []
                continue
            blocks = self._blocks(part)
            if not terms and not (out and out[-1].startswith(": ")):
                out += blocks
                continue
            if terms:
                out.append(" / ".join(terms))
                terms = []
            if blocks:
                out.append(indented("\n\n".join(blocks), "  ", first=": "))
        return out + [f"**{term}**" for term in terms]

    def _cell(self, cell: Element) -> str:
        self._inside.add("cell")
        parts = [one_line(self._words(cell))]
        self._inside.discard("cell")
        return parts[0]

    def _figure(self, element: Element) -> list[str]:
        images = list(element.iter("img"))
        heavy = any(one.tag in _HEAVY for one in element.iterdescendants())
        if not images or heavy or has_much_beside(element):
            return self._blocks(element)
        parts = [self._figure_image(image) for image in images]
        lines = self._caption_lines(element)
        caption = " ".join(bare_words(line) for line in lines if not line.startswith(CREDIT))
        credit = " ".join(bare_words(line) for line in lines if line.startswith(CREDIT))
        last = self.pictures[-1]
        self.pictures[-1] = Picture(last.url, last.alt, caption or None, credit or None)
        return ["\\\n".join([*parts, *lines])]

    def _figure_image(self, image: Element) -> str:
        link = next((one for one in image.iterancestors("a") if one.get("href")), None)
        made = self._image(image)
        if link is None:
            return made
        self.links.append(link.get("href"))
        return f"[{made}]({written_address(link.get('href'))})"

    def _caption_lines(self, element: Element) -> list[str]:
        """The lines under the picture in the page's own order, each with the em spaces that tell what it is."""
        gathered: list[tuple[str, str]] = []
        line: list[str] = []

        def flush(sign: str = CAPTION) -> None:
            if words := one_line("".join(line)).strip(" /|—–-·•"):
                gathered.append((sign, words))
            line.clear()

        def walk(part: Element) -> None:
            line.append(plain_text(part.text))
            for child in part:
                if child.tag == "img":
                    pass
                elif is_credit_element(child):
                    flush()
                    line.append(self._words(child) if child.tag in _BLOCKS else self._inline(child))
                    flush(CREDIT)
                elif has_pieces(child):
                    walk(child)
                elif child.tag in _BLOCKS:
                    flush()
                    line.append(self._words(child))
                    flush()
                else:
                    line.append(self._inline(child))
                line.append(plain_text(child.tail))
            if part.tag in _BLOCKS:
                flush()

        walk(element)
        flush()
        return [sign + words for sign, words in caption_parts(gathered)]

    def _image(self, image: Element) -> str:
        source = image.get("src") or ""
        alt = squeeze(image.get("alt") or "").strip()
        self.pictures.append(Picture(source, alt or None))
        return f"![{plain_text(alt)}]({written_address(source)})"

    def _words(self, element: Element) -> str:
        if len(element) == 0:
            return plain_text(element.text)
        parts = [plain_text(element.text)]
        for child in element:
            parts.append(self._inline(child))
            if tail := child.tail:
                parts.append(plain_text(tail))
        return "".join(parts)

    def _inline(self, element: Element) -> str:
        tag = str(element.tag)
        if tag == "a":
            return self._link(element)
        if tag in _MARKS:
            return self._marked(element, tag)
        if tag == "br":
            return BREAK
        if tag == "img":
            return self._image(element) if element.get("src") else ""
        if tag in ("code", "kbd", "samp", "tt"):
            return self._code_span(squeeze("".join(element.itertext())))
        if tag in ("sub", "sup"):
            return self._shifted(element, LOWERED if tag == "sub" else RAISED)
        words = self._words(element)
        if tag == "q":
            return f"“{words}”"
        if tag == "li" and words.strip():
            return f" • {words} "
        return f" {words} " if tag in _BLOCKS else words

    def _marked(self, element: Element, tag: str) -> str:
        mark = _MARKS[tag]
        kind = "strong" if mark is STRONG else "em" if mark is EM else "strike"
        if kind in self._inside:
            return self._words(element)
        self._inside.add(kind)
        words = self._words(element)
        self._inside.discard(kind)
        only = _ONE_LINK.fullmatch(words) if words.startswith("[") else None
        if only:  # marks inside the brackets always find a neighbour that CommonMark accepts
            return f"[{mark[0]}{only[1]}{mark[1]}]{only[2]}"
        return f"{mark[0]}{words}{mark[1]}" if words.strip(" \x07") else words

    def _link(self, element: Element) -> str:
        address = element.get("href")
        full = len(self.links) >= MOST_LINKS
        if not address or full or "link" in self._inside or not address.startswith((*SCHEMES, "#")):
            return self._words(element)
        outer = self._inside
        self._inside = {"link", *outer}
        words = self._words(element)
        self._inside = outer
        inner = words.strip(" \x07")
        if not inner:
            return words
        if BREAK in inner:
            inner = re.sub("[ \x07]*\x07[ \x07]*", BREAK, inner)
        if not address.startswith("#"):
            self.links.append(address)
        before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
        return f"{before}[{inner}]({written_address(address)}){after}"

    def _shifted(self, element: Element, signs: tuple[str, str]) -> str:
        words = self._words(element)
        bare = words.strip()
        if not bare or len(bare) > 40 or re.search(r"[\x01-\x07]|\]\(|`|[\x0e-\x13]", bare) or bare.count(" ") > 3:
            return words
        lead = words[: len(words) - len(words.lstrip())]
        inner = re.sub(r"\s", r"\\ ", bare)
        return f"{lead}{signs[0]}{inner}{signs[1]}{words[len(words.rstrip()) :]}"

    def _code_span(self, code: str) -> str:
        if not code.strip():
            return code
        fence = "`" * (1 + max((len(run) for run in re.findall("`+", code)), default=0))
        pad = " " if code.startswith("`") or code.endswith("`") else ""
        if "cell" in self._inside:
            code = code.replace("|", "\\|")
        return f"{CODE[0]}{fence}{pad}{code}{pad}{fence}{CODE[1]}"


def _holds_blocks(element: Element) -> bool:
    # Asking lxml for one of three dozen names takes it longer than looking at the few that are there.
    return len(element) > 0 and any(one.tag in _BLOCKS for one in element.iterdescendants())
