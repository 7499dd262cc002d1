"""Blocks to XHTML: nested lists and quotations, figures, notes. Well-formed, without scripts, for pages and books."""

import html
import re
from collections.abc import Callable, Iterable
from urllib.parse import quote, urlsplit

from reader.text.blocks import Block, Figure, Kind, Run, Style

Source = Callable[[Figure], str]
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

    def __init__(self, source: Source, prefix: str, *, book: bool) -> None:
        self.source = source
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
        for block in blocks:
            if block.kind is Kind.FOOTNOTE:
                self.note = block.marker or self.note
                self.notes.setdefault(self.note, []).append(block)
            else:
                self._place(block)
                self.out.append(self._block(block))
        self._place(Block(Kind.RULE))
        if self.notes:
            self._notes()
        return "\n".join(self.out)

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
        if str(block.kind) == "dt":
            return f'<p class="term"><strong>{self.runs(block.runs)}</strong></p>'
        if str(block.kind) == "dd":
            return f'<p class="definition">{self.runs(block.runs)}</p>'
        return f"<p>{self.runs(block.runs)}</p>"

    def figure(self, figure: Figure) -> str:
        """A picture with its words; only the words where the library has no picture."""
        source = self.source(figure)
        alt = escape(figure.alt)
        picture = f'<img src="{source}" alt="{alt}"/>' if source else f'<p class="missing">[{alt or "…"}]</p>'
        href = address(figure.href)
        if href and source:
            picture = f'<a href="{html.escape(href)}">{picture}</a>'
        words = escape(figure.caption)
        if figure.credit:
            words += f"{' ' if words else ''}<small>{escape(figure.credit)}</small>"
        caption = f"<figcaption>{words}</figcaption>" if words else ""
        return f"<figure>{picture}{caption}</figure>"

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


def _code(run: Run) -> str:
    words = escape(run.text)
    return f'<span class="{run.token}">{words}</span>' if run.token else words


def body_xhtml(blocks: Iterable[Block], source: Source, prefix: str = "", *, book: bool = False) -> str:
    """The body of an article; `source` gives the address of a picture in the page or book, empty without one."""
    return _Writer(source, prefix, book=book).write(blocks)


def figure_xhtml(figure: Figure, source: Source) -> str:
    """One figure by itself."""
    return _Writer(source, "", book=False).figure(figure)
