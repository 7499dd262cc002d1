"""`export`: articles out of the library as Markdown, web pages, a book or PDF. Qt draws the pictures, offscreen."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from reader.cli.output import Context, Exit, plural, unknown_article
from reader.core.entities import Article, ArticleId
from reader.core.errors import UsageError
from reader.paths import THEMES
from reader.settings import load_settings
from reader.store import Store
from reader.style.palette import load_themes

SUFFIXES = {"markdown": ".md", "html": ".html", "epub": ".epub", "pdf": ".pdf"}
Writer = Callable[[Article, Path], None]


def export(context: Context, given: argparse.Namespace) -> Exit:
    """One article to one file; several to one book, or to a folder with a file for each."""
    wanted = Path(given.output).expanduser()
    form = given.format or _form_of(wanted)
    with context.library() as store:
        articles = [_found(store, one) for one in dict.fromkeys(given.ids)]
    written = _write(context, articles, wanted, form)
    count = plural(len(articles), "article", "articles", french=context.language == "fr")
    context.say(f"{count} : {written}", f"{count}: {written}")
    return Exit.DONE


def _form_of(wanted: Path) -> str:
    endings = {suffix: form for form, suffix in SUFFIXES.items()} | {".markdown": "markdown", ".htm": "html"}
    form = endings.get(wanted.suffix.lower())
    if form is None:
        raise UsageError(
            "Say which form is wanted: --format markdown, html, epub or pdf.",
            "Dites sous quelle forme : --format markdown, html, epub ou pdf.",
        )
    return form


def _found(store: Store, number: int) -> Article:
    article = store.article(ArticleId(number))
    if article is None:
        raise unknown_article(number)
    return article


def _write(context: Context, articles: list[Article], wanted: Path, form: str) -> Path:
    """Write them all; the file or folder that holds them. Raises EncreError."""
    _prepare(context.language)
    from reader.render.export import file_name, write_epub

    suffix = SUFFIXES[form]
    if form == "epub":
        file = wanted / file_name(articles[0], suffix) if wanted.is_dir() else wanted
        title = f"Encre · {len(articles)} articles" if len(articles) > 1 else ""
        write_epub(articles, file, context.paths.data, title)
        return file
    write = _writer(context, form)
    if len(articles) == 1 and not wanted.is_dir():
        write(articles[0], wanted)
        return wanted
    if wanted.exists() and not wanted.is_dir():
        raise UsageError(
            f"{wanted} is a file; several articles need a folder (or --format epub).",
            f"{wanted} est un fichier ; plusieurs articles demandent un dossier (ou --format epub).",
        )
    taken: set[str] = set()
    for article in articles:
        name = file_name(article, suffix)
        # Two articles of one day may have one headline; file systems may not tell capitals apart.
        if name.casefold() in taken:
            name = f"{name.removesuffix(suffix)} ({article.id}){suffix}"
        taken.add(name.casefold())
        write(article, wanted / name)
    return wanted


def _writer(context: Context, form: str) -> Writer:
    from reader.render.export import write_html, write_markdown, write_pdf

    if form == "markdown":
        return lambda article, file: write_markdown(article, file, context.paths.data)
    palettes = {palette.id: palette for palette in load_themes(THEMES)[0]}
    if form == "html":
        return lambda article, file: write_html(
            article, file, context.paths.data, palettes["base"], palettes.get("sombre")
        )
    from reader.render.formats import TextStyle

    settings = load_settings(context.paths.settings_file)
    paper = palettes["base"]
    # Left to the theme, the typeface is the theme's.
    chosen = settings.text("typeface")
    family = paper.typeface if chosen == "theme" else chosen
    style = TextStyle(family, justified=settings.flag("justified"), hyphens=settings.flag("hyphens"))
    return lambda article, file: write_pdf(article, file, context.paths.data, paper, style)


def _prepare(language: str) -> None:
    """Qt with Encre's letters and words; no display is asked for."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from reader.app import make_drawing_application

    make_drawing_application(language)
