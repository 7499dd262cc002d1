"""Blocks to XHTML: nested lists, quotations and details, figures and galleries, notes. Well-formed, without scripts,
for pages and books.
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from urllib.parse import quote, urlsplit

from reader.text.blocks import Block, Figure, Kind, Run, Style

Source = Callable[[Figure], str]
Ratio = Callable[[Figure], float]
# The height of a gallery's rows before they are made as wide as the column, in em.
_ROW_EM = 9
_SAFE = "%/:=&?~#+!$,;'@()*[]"
_ALLOWED = re.compile(r"^(https?://[^/\s]+|mailto:[^\s]+@)", re.I)
_NO_HOST = re.compile(r"[\s<>\"{}|\\^`%\x00-\x1f]")
_LOWERED = 32


def escape(text: str) -> str:
    """Words for a text or an attribute; soft hyphens and signs that XML forbids are left out."""
    words = text.replace("\u00ad", "").replace("\u2060", "")
    return html.escape(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", words))


def address(href: str) -> str:
    """An address that may stand in a page: http, https or mailto, percent-encoded; empty for any other."""
    if not _ALLOWED.match(href) or not _host_holds(href):
        return ""
    return quote(href.strip(), safe=_SAFE).replace("[", "%5B").replace("]", "%5D")


def _host_holds(href: str) -> bool:
    """Whether the host of a web address is one that a strict reader accepts (RFC 3986, section 3.2.2)."""
    try:
        parts = urlsplit(href.strip())
        host = parts.hostname or ""
        port = parts.port
    except ValueError:
        return False
    # An IPv6 address in brackets is left out: percent-encoded it leads nowhere.
    return parts.scheme.lower() == "mailto" or (":" not in host and not _NO_HOST.search(host) and port != 0)


class _Writer:
    """Follows quotations and lists from block to block. `prefix` keeps ids of several articles apart."""

    def __init__(self, source: Source, prefix: str, *, book: bool, ratio: Ratio | None = None) -> None:
        self.source = source
        self.ratio = ratio
        self.folds: list[tuple[int, int]] = []
        self.prefix = prefix
        self.book = book
        self.out: list[str] = []
        self.quotes = 0
        self.lists: list[str] = []
        self.marked: set[str] = set()
        self.notes: dict[str, list[Block]] = {}
        self.note = ""

    def write(self, blocks: Iterable[Block]) -> str:
        """The whole body, notes at the end."""
        for together in _galleries(list(blocks)):
            block = together[0]
            if block.kind is Kind.FOOTNOTE:
                self.note = block.marker or self.note
                self.notes.setdefault(self.note, []).append(block)
                continue
            self._unfold(block.fold)
            self._place(block)
            self.out.append(self._gallery(together) if len(together) > 1 else self._block(block))
            if block.kind is Kind.FOLD:
                self.folds.append((self.quotes, len(self.lists)))
        self._unfold(0)
        self._place(Block(Kind.RULE))
        if self.notes:
            self._notes()
        return "\n".join(self.out)

    def _unfold(self, level: int) -> None:
        """Close the details that the next block does not lie in, and first what was opened in them."""
        while len(self.folds) > level:
            quotes, lists = self.folds.pop()
            while len(self.lists) > lists:
                self._close_list()
            while self.quotes > quotes:
                self.out.append("</blockquote>")
                self.quotes -= 1
            self.out.append("</details>")

    def _gallery(self, blocks: list[Block]) -> str:
        """Pictures side by side; words under the last alone are said of all."""
        figures = [block.figure for block in blocks if block.figure is not None]
        last, words = figures[-1], ""
        if not any(one.caption or one.credit for one in figures[:-1]):
            figures[-1] = replace(last, caption="", credit="")
            words = _caption(last)
        inner = "".join(self.figure(one, self._share(one)) for one in figures)
        return f'<figure class="gallery">{inner}{words}</figure>'

    def _share(self, figure: Figure) -> str:
        ratio = self.ratio(figure) if self.ratio is not None else 1.5
        return f' style="flex: {ratio:.2f} 1 {_ROW_EM * ratio:.1f}em"'

    def _close_list(self) -> None:
        self.out.append(f"</li></{self.lists.pop()}>")

    def _place(self, block: Block) -> None:
        while self.lists and (len(self.lists) > block.depth or self.quotes != block.quote):
            self._close_list()
        while self.quotes > block.quote:
            self.out.append("</blockquote>")
            self.quotes -= 1
        while self.quotes < block.quote:
            self.out.append("<blockquote>")
            self.quotes += 1
        kind = "ul" if block.marker in ("", "•") else "ol"
        if block.marker and len(self.lists) == block.depth and self.lists:
            if self.lists[-1] == kind:
                self.out.append("</li><li>")
            else:
                self._close_list()
        while len(self.lists) < block.depth:
            first = re.sub(r"\D", "", block.marker)
            start = f' start="{first}"' if kind == "ol" and first not in ("", "1") else ""
            self.out.append(f"<{kind}{start}><li>")
            self.lists.append(kind)

    def _block(self, block: Block) -> str:
        if block.kind is Kind.HEADING:
            level = min(6, max(2, block.level))
            return f"<h{level}>{self.runs(block.runs)}</h{level}>"
        if block.kind is Kind.RULE:
            return "<hr/>"
        if block.kind is Kind.CODE:
            return f"<pre><code>{''.join(map(_code, block.runs))}</code></pre>"
        if block.kind is Kind.FIGURE and block.figure is not None:
            return self.figure(block.figure)
        if block.kind is Kind.TABLE and block.rows:
            return self._table(block)
        if block.kind is Kind.FOLD:
            return f'<details open="open"><summary>{self.runs(block.runs)}</summary>'
        if str(block.kind) == "dt":
            return f'<p class="term"><strong>{self.runs(block.runs)}</strong></p>'
        if str(block.kind) == "dd":
            return f'<p class="definition">{self.runs(block.runs)}</p>'
        return f"<p>{self.runs(block.runs)}</p>"

    def figure(self, figure: Figure, share: str = "") -> str:
        """A picture with its words; only the words where the library has no picture."""
        source = self.source(figure)
        alt = escape(figure.alt)
        picture = f'<img src="{source}" alt="{alt}"/>' if source else f'<p class="missing">[{alt or "…"}]</p>'
        href = address(figure.href)
        if href and source:
            picture = f'<a href="{html.escape(href)}">{picture}</a>'
        return f"<figure{share}>{picture}{_caption(figure)}</figure>"

    def _table(self, block: Block) -> str:
        def row(cells: tuple[tuple[Run, ...], ...], tag: str) -> str:
            return "<tr>" + "".join(f"<{tag}>{self.runs(cell)}</{tag}>" for cell in cells) + "</tr>"

        body = "".join(row(cells, "td") for cells in block.rows[1:])
        tbody = f"<tbody>{body}</tbody>" if body else ""
        return f"<table><thead>{row(block.rows[0], 'th')}</thead>{tbody}</table>"

    def runs(self, runs: Iterable[Run]) -> str:
        """Inline text."""
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        if run.href.startswith("encre:note-"):
            return self._reference(run)
        words = escape(run.text).replace("\u2028", "<br/>")
        tags = ((Style.CODE, "code"), (Style.STRIKE, "s"), (Style.ITALIC, "em"), (Style.BOLD, "strong"))
        for style, tag in (*tags, (Style.RAISED, "sup"), (_LOWERED, "sub")):
            if run.style & style:
                words = f"<{tag}>{words}</{tag}>"
        href = address(run.href)
        return f'<a href="{html.escape(href)}">{words}</a>' if href else words

    def _id(self, label: str) -> str:
        return re.sub(r"[^\w-]", "_", f"{self.prefix}{label}")

    def _reference(self, run: Run) -> str:
        label = run.href.removeprefix("encre:note-")
        # Only the first mark of a note may bear the id that the note leads back to.
        mark = "" if label in self.marked else f' id="mark-{self._id(label)}"'
        self.marked.add(label)
        kind = ' epub:type="noteref"' if self.book else ""
        return f'<sup><a{kind}{mark} href="#note-{self._id(label)}">{escape(run.text)}</a></sup>'

    def _notes(self) -> None:
        self.out.append('<hr class="notes"/>')
        for label, blocks in self.notes.items():
            back = f' <a href="#mark-{self._id(label)}">↑</a>' if label in self.marked else ""
            kind = ' epub:type="footnote"' if self.book else ""
            words = "</p><p>".join(self.runs(block.runs) for block in blocks)
            body = f"<p>{escape(label)}. {words}{back}</p>"
            self.out.append(f'<aside{kind} id="note-{self._id(label)}" class="note">{body}</aside>')
        for label in self.marked - self.notes.keys():
            self.out.append(f'<span id="note-{self._id(label)}"></span>')


def _galleries(blocks: list[Block]) -> Iterator[list[Block]]:
    """The blocks one by one, but pictures of one gallery together: those of one paragraph, and those without words
    that follow each other."""
    together: list[Block] = []
    for block in blocks:
        if together and not _goes_on(together[-1], block):
            yield together
            together = []
        together.append(block)
    if together:
        yield together


def _goes_on(one: Block, other: Block) -> bool:
    if one.figure is None or other.figure is None or one.kind is not Kind.FIGURE or other.kind is not Kind.FIGURE:
        return False
    if (one.quote, one.depth, one.fold) != (other.quote, other.depth, other.fold) or other.marker:
        return False
    bare = not any((one.figure.caption, one.figure.credit, other.figure.caption, other.figure.credit))
    return other.figure.beside or bare


def _caption(figure: Figure) -> str:
    words = escape(figure.caption)
    if figure.credit:
        words += f"{' ' if words else ''}<small>{escape(figure.credit)}</small>"
    return f"<figcaption>{words}</figcaption>" if words else ""


def _code(run: Run) -> str:
    words = escape(run.text)
    return f'<span class="{run.token}">{words}</span>' if run.token else words


def body_xhtml(
    blocks: Iterable[Block], source: Source, prefix: str = "", *, book: bool = False, ratio: Ratio | None = None
) -> str:
    """The body of an article; `source` gives the address of a picture in the page or book, empty without one, `ratio`
    its width in heights."""
    return _Writer(source, prefix, book=book, ratio=ratio).write(blocks)


def figure_xhtml(figure: Figure, source: Source) -> str:
    """One figure by itself."""
    return _Writer(source, "", book=False).figure(figure)
