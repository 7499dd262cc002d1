"""EPUB 3: one article or many, with cover, contents and pictures; made to pass epubcheck. EPUB 3.3 (W3C, 2023)."""

import io
import uuid
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from reader.core.entities import Article
from reader.render.export.files import MEDIA_TYPES, picture_bytes, write_file
from reader.render.export.page import SHEET, Album, article_xhtml, direction_of, language_of
from reader.render.export.xhtml import escape
from reader.style.fonts import READING, WINDOW
from reader.style.palette.fixed import COVER, COVER_BINDING, COVER_TITLE, COVER_WORDS
from reader.text.blocks import Figure

_XML = '<?xml version="1.0" encoding="utf-8"?>\n'
_CONTAINER = (
    _XML + '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)


class _Book:
    def __init__(self, title: str, language: str, data_folder: Path) -> None:
        self.title = title
        self.language = language
        self.data_folder = data_folder
        self.files: dict[str, bytes] = {}
        self.manifest: list[str] = []
        self.spine: list[str] = []
        self.pictures: dict[str, str] = {}

    def add(self, name: str, media_type: str, body: bytes, properties: str = "", *, read: bool = False) -> None:
        identity = name.replace("/", "-").replace(".", "-")
        extra = f' properties="{properties}"' if properties else ""
        self.files[f"book/{name}"] = body
        self.manifest.append(f'<item id="{identity}" href="{name}" media-type="{media_type}"{extra}/>')
        if read:
            self.spine.append(f'<itemref idref="{identity}"/>')

    def chapter(self, number: int, article: Article) -> None:
        album = Album(article, self.data_folder)

        def source(figure: Figure) -> str:
            shown = album.find(figure.url)
            key = str(shown.file)
            if shown.file is not None and key not in self.pictures:
                found = picture_bytes(shown)
                if found is None:
                    return ""
                name = f"images/{len(self.pictures) + 1:04d}{found[1]}"
                self.add(name, MEDIA_TYPES[found[1]], found[0])
                self.pictures[key] = name
            return self.pictures.get(key, "")

        body = article_xhtml(article, source, album, f"a{number}-", book=True)
        language, way = language_of(article), direction_of(article)
        page = _page(article.title, f"<article>{body}</article>", language, way)
        self.add(f"article-{number:04d}.xhtml", "application/xhtml+xml", page.encode(), read=True)


def _page(title: str, body: str, language: str, direction: str = "ltr", head: str = "") -> str:
    return (
        f'{_XML}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f' lang="{language}" xml:lang="{language}" dir="{direction}"><head><title>{escape(title)}</title>'
        f'<link rel="stylesheet" type="text/css" href="style.css"/>{head}</head><body>{body}</body></html>\n'
    )


def _cover(title: str, words: str) -> bytes:
    image = QImage(1200, 1800, QImage.Format.Format_RGB32)
    image.fill(QColor(COVER))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, 48, 1800), QColor(COVER_BINDING))
    letters = QFont(READING)
    letters.setWeight(QFont.Weight.Bold)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    room = QRectF(150, 260, 930, 1050)
    for size in (110, 92, 76, 62, 50):
        letters.setPixelSize(size)
        painter.setFont(letters)
        if painter.boundingRect(room, int(flags), title).height() <= room.height():
            break
    painter.setPen(QColor(COVER_TITLE))
    painter.drawText(room, int(flags), title)
    letters = QFont(WINDOW)
    letters.setPixelSize(44)
    painter.setFont(letters)
    painter.setPen(QColor(COVER_WORDS))
    painter.drawText(QRectF(150, 1400, 930, 280), int(flags), words)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _package(book: _Book, articles: Sequence[Article], identity: str, now: datetime) -> str:
    names = list(dict.fromkeys(article.author or article.feed for article in articles))
    creators = "".join(f"<dc:creator>{escape(name)}</dc:creator>" for name in names[:20])
    one = articles[0] if len(articles) == 1 else None
    source = f"<dc:source>{escape(one.url)}</dc:source>" if one is not None and one.url else ""
    date = f"<dc:date>{one.published:%Y-%m-%d}</dc:date>" if one is not None and one.published else ""
    way = direction_of(articles[0])
    return (
        f'{_XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"'
        f' xml:lang="{book.language}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">{identity}</dc:identifier><dc:title>{escape(book.title)}</dc:title>'
        f"<dc:language>{book.language}</dc:language>{creators}{date}{source}<dc:publisher>Encre</dc:publisher>"
        f'<meta property="dcterms:modified">{now:%Y-%m-%dT%H:%M:%SZ}</meta></metadata>'
        f"<manifest>{''.join(book.manifest)}</manifest>"
        f'<spine page-progression-direction="{way}">{"".join(book.spine)}</spine></package>\n'
    )


def write_epub(articles: Sequence[Article], file: Path, data_folder: Path, title: str = "") -> None:
    """Write a book of the articles in their order; `title` is the headline for one article. Raises ExportError."""
    title = title or articles[0].title
    language = language_of(articles[0])
    book = _Book(title, language, data_folder)
    author = articles[0].author or articles[0].feed
    words = author if len(articles) == 1 else " · ".join(dict.fromkeys(article.feed for article in articles))
    book.add("cover.png", "image/png", _cover(title, words), "cover-image")
    cover = _page(title, f'<section epub:type="cover"><img src="cover.png" alt="{escape(title)}"/></section>', language)
    book.add("cover.xhtml", "application/xhtml+xml", cover.encode(), read=True)
    book.add("style.css", "text/css", SHEET.encode())
    contents = QCoreApplication.translate("Export", "Contents")
    lines = "".join(
        f'<li><a href="article-{number:04d}.xhtml">{escape(article.title)}</a></li>'
        for number, article in enumerate(articles, 1)
    )
    toc = f'<nav epub:type="toc" id="toc"><h1>{escape(contents)}</h1><ol>{lines}</ol></nav>'
    nav = _page(contents, toc, language)
    book.add("contents.xhtml", "application/xhtml+xml", nav.encode(), "nav", read=len(articles) > 1)
    for number, article in enumerate(articles, 1):
        book.chapter(number, article)
    names = "\n".join(f"{article.feed_id} {article.guid} {article.revision}" for article in articles)
    identity = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, names)}"
    book.files["book/package.opf"] = _package(book, articles, identity, datetime.now(UTC)).encode()
    write_file(file, _zipped(book.files))


def _zipped(files: dict[str, bytes]) -> bytes:
    """The container: the type first and uncompressed (OCF 3.3, section 4.2.2)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", _CONTAINER)
        for name, body in files.items():
            kept = name.endswith((".jpg", ".jpeg", ".png", ".webp", ".gif"))
            archive.writestr(name, body, zipfile.ZIP_STORED if kept else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
