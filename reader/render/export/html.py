"""One HTML file that holds everything: pictures inside, styles inside, no script, nothing fetched when it is opened."""

import base64
from pathlib import Path

from reader.core.entities import Article
from reader.render.export.files import MEDIA_TYPES, picture_bytes, write_file
from reader.render.export.page import SHEET, Album, article_xhtml, colours, direction_of, language_of
from reader.render.export.xhtml import escape
from reader.style.palette import Palette
from reader.text.blocks import Figure

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def article_html(article: Article, data_folder: Path, light: Palette, dark: Palette | None = None) -> str:
    """The page; with `dark` it follows the system's scheme."""
    album = Album(article, data_folder)

    def source(figure: Figure) -> str:
        found = picture_bytes(album.find(figure.url))
        if found is None:
            return ""
        body, suffix = found
        return f"data:{MEDIA_TYPES[suffix]};base64,{base64.b64encode(body).decode()}"

    sheet = SHEET + "body { max-width: 38em; margin: 3em auto; padding: 0 1.2em; font-size: 1.15em; }" + colours(light)
    if dark is not None:
        plate = f" img {{ background: {dark.plate}; }}"
        sheet += f"@media (prefers-color-scheme: dark) {{ {colours(dark)}{plate} }}"
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language_of(article))}" dir="{direction_of(article)}">\n<head>\n'
        f'<meta charset="utf-8"/>\n<meta http-equiv="Content-Security-Policy" content="{_POLICY}"/>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        '<meta name="generator" content="Encre"/>\n'
        f'<meta name="author" content="{escape(article.author or article.feed)}"/>\n'
        f"<title>{escape(article.title)}</title>\n<style>{sheet}</style>\n</head>\n<body>\n<article>\n"
        f"{article_xhtml(article, source, album)}\n</article>\n</body>\n</html>\n"
    )


def write_html(article: Article, file: Path, data_folder: Path, light: Palette, dark: Palette | None = None) -> None:
    """Write the page. Raises ExportError."""
    write_file(file, article_html(article, data_folder, light, dark).encode())
