"""What every export says of an article: its head in XHTML, its sheet of style, its pictures by address."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reader.core.entities import Article, Picture
from reader.render.article import is_right_to_left, typeset_of
from reader.render.export.xhtml import Source, address, body_xhtml, escape, figure_xhtml
from reader.render.figures import Shown, look_up, ratio_of
from reader.render.head import parts_of
from reader.render.moments import long_moment
from reader.style.palette import Palette, mix
from reader.text import compose, set_title
from reader.text.blocks import Figure


class Album:
    """The pictures of an article, looked up in the library."""

    def __init__(self, article: Article, data_folder: Path) -> None:
        self._known = {picture.url: picture for picture in article.pictures}
        self._data_folder = data_folder

    def find(self, url: str) -> Shown:
        """The picture at an address, its file None when the library has none."""
        return look_up(self._known.get(url) or Picture(url), self._data_folder)


def language_of(article: Article) -> str:
    """The language tag, "und" when unknown."""
    return (article.language or "und").replace("_", "-")


def direction_of(article: Article) -> str:
    """ltr or rtl."""
    return "rtl" if is_right_to_left(article.language, article.title + article.markdown[:400]) else "ltr"


def article_xhtml(article: Article, source: Source, album: Album, prefix: str = "", *, book: bool = False) -> str:
    """The article as the inside of a body: head, lead picture, update, text."""

    def ratio(figure: Figure) -> float:
        return ratio_of(album.find(figure.url))

    parts = parts_of(article, typeset_of(article))
    out = [f"<p class='section'>{escape(article.section)}</p>"] if article.section else []
    out.append(f"<h1>{escape(set_title(article.title, article.language))}</h1>")
    if article.kicker:
        out.append(f"<p class='kicker'>{escape(set_title(article.kicker, article.language))}</p>")
    out.append(f"<p class='byline'>{_byline(article)}</p>")
    if parts.lead is not None:
        lead = parts.lead
        out.append(figure_xhtml(Figure(lead.url, lead.alt or "", lead.caption or "", lead.credit or ""), source))
    if article.update is not None and article.update.block:
        title = QCoreApplication.translate("ReadingPane", "Update")
        if article.update.at is not None:
            title += f" · {long_moment(article.update.at)}"
        blocks = compose(article.update.block, article.language).blocks
        inside = body_xhtml(blocks, source, f"{prefix}u-", book=book)
        out.append(f"<section class='update'><p class='section'>{escape(title)}</p>{inside}</section>")
    out.append(body_xhtml(parts.blocks, source, prefix, book=book, ratio=ratio))
    href = address(article.url or "")
    if href:
        words = QCoreApplication.translate("Export", "Read where it was published")
        out.append(f"<p class='source'><a href='{escape(href)}'>{escape(words)}</a></p>")
    return "\n".join(out)


def _byline(article: Article) -> str:
    words = []
    if article.author:
        words.append(QCoreApplication.translate("ReadingPane", "By {0}").format(article.author))
    words.append(article.feed)
    if article.published is not None:
        words.append(QCoreApplication.translate("ReadingPane", "Published {0}").format(long_moment(article.published)))
    if article.updated is not None and article.updated != article.published:
        words.append(QCoreApplication.translate("ReadingPane", "modified {0}").format(long_moment(article.updated)))
    return escape(" · ".join(words))


SHEET = """
body { font-family: Literata, Georgia, "Times New Roman", serif; line-height: 1.55; hyphens: auto; margin: 0 5%; }
h1, h2, h3, h4 { line-height: 1.2; hyphens: none; page-break-after: avoid; break-after: avoid; }
figure { margin: 1.4em 0; page-break-inside: avoid; break-inside: avoid; }
img { max-width: 100%; height: auto; }
.gallery { display: flex; flex-wrap: wrap; gap: 0.5em; }
.gallery figure { margin: 0; min-width: 7em; }
.gallery img { width: 100%; }
.gallery > figcaption { flex-basis: 100%; }
details { border-top: 1px solid; border-bottom: 1px solid; margin: 1em 0; padding: 0.4em 0; }
summary { font-weight: bold; page-break-after: avoid; break-after: avoid; }
figcaption, .byline, .section, .source, .missing { font-family: Inter, "Helvetica Neue", Arial, sans-serif;
  font-size: 0.8em; }
figcaption small { display: block; }
.kicker { font-size: 1.1em; }
.section { text-transform: uppercase; letter-spacing: 0.05em; margin: 0; font-weight: bold; }
blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid; font-style: italic; }
pre { font-size: 0.8em; white-space: pre-wrap; padding: 0.8em; overflow-wrap: anywhere; }
code { font-family: "JetBrains Mono", Menlo, Consolas, monospace; hyphens: none; }
table { border-collapse: collapse; font-size: 0.85em; margin: 1em 0; }
th, td { text-align: start; vertical-align: top; padding: 0.3em 0.6em; border-bottom: 1px solid; }
.update { border-left: 4px solid; padding: 0.4em 1em; margin: 1.2em 0; }
.definition { margin-left: 1.5em; }
.note { font-size: 0.85em; }
hr { width: 24%; border: none; border-top: 1px solid; }
hr.notes { width: 100%; margin-top: 3em; }
"""


def colours(palette: Palette) -> str:
    """The rules of a theme's colours for a page."""
    p = palette
    return (
        f"body {{ background: {p.pane}; color: {p.text}; }} a {{ color: {p.link}; }}"
        f" figcaption, .byline, .source, blockquote, .note {{ color: {p.text_secondary}; }}"
        f" .section {{ color: {p.accent}; }} blockquote {{ border-color: {p.quote_bar}; }}"
        f" pre, code {{ background: {p.code_background}; color: {p.code_text}; }}"
        f" th, td, hr, details {{ border-color: {p.table_line}; }}"
        f" .update {{ border-color: {p.badge_update}; background: {mix(p.pane, p.badge_update, 0.09)}; }}"
        f" .update .section {{ color: {p.badge_changed}; }}"
        + "".join(
            f" .{name} {{ color: {getattr(p, f'code_{name}')}; }}"
            for name in ("keyword", "string", "comment", "number", "function")
        )
    )
