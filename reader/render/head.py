"""The head of an article: section, minutes and badges, headline, kicker, byline, dates, lead picture, update; its end:
the prompt of a teaser, the attachments. The links the pane itself answers begin with `encre:`.
"""

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QCoreApplication, QLocale

from reader.core.entities import Access, Article, Enclosure, Picture
from reader.render import counted
from reader.render.document import ArticleWriter
from reader.render.formats import Letters, Setting
from reader.render.galleries import Plate, write_picture
from reader.render.moments import long_moment
from reader.render.outline import Ground, Group, Pill, Span
from reader.render.search import fold
from reader.style.fonts import WINDOW
from reader.text import Typeset, compose, set_title
from reader.text.blocks import Block, Figure, Kind

CHANGES, VERSIONS, SUBSCRIBER = "encre:changes", "encre:versions", "encre:subscriber"
_HARD = "\u00a0"
_ISOLATE, _ISOLATED = "\u2068", "\u2069"
_SMALL = Letters("text_secondary", 0.68, WINDOW)
_LINK = Letters("link", 0.68, WINDOW)


@dataclass(frozen=True, slots=True)
class Parts:
    """An article cut for the pane: the picture over the text, and the body's blocks without it."""

    lead: Picture | None
    blocks: tuple[Block, ...]


def parts_of(article: Article, text: Typeset) -> Parts:
    """The lead picture stands over the text, once: the body's own copy is dropped where it comes first, and the lead
    where the body shows it further down or in a gallery."""
    lead = article.lead_image
    text = replace(text, blocks=_without_title(article.title, text.blocks))
    figures = [(index, block.figure) for index, block in enumerate(text.blocks) if block.figure is not None]
    if lead is None:
        return Parts(None, text.blocks)
    for index, figure in figures:
        if figure.url == lead.url:
            following = text.blocks[index + 1].figure if index + 1 < len(text.blocks) else None
            if index > 0 or (following is not None and following.beside):
                return Parts(None, text.blocks)
            return Parts(_worded(lead, figure, article.language), text.blocks[1:])
    return Parts(_worded(lead, Figure(lead.url), article.language), text.blocks)


def _without_title(title: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without a first heading that says the headline once more."""
    if not blocks or blocks[0].kind is not Kind.HEADING or fold(blocks[0].text).strip() != fold(title).strip():
        return blocks
    return blocks[1:]


def _worded(lead: Picture, figure: Figure, language: str | None) -> Picture:
    """The picture with its words set: those of the body, else its own."""
    alt, caption, credit = (
        getattr(figure, name) or set_title(getattr(lead, name) or "", language) for name in ("alt", "caption", "credit")
    )
    return replace(lead, alt=alt, caption=caption, credit=credit)


def is_narrow(width: float, pixels: float) -> bool:
    """Whether a column is too narrow for a large headline."""
    return width < 20 * pixels


def write_head(writer: ArticleWriter, article: Article, lead: Picture | None) -> None:
    """Everything above the body."""
    writer.start_article_block()
    _badges(writer, article)
    size = 1.45 if is_narrow(writer.document.textWidth(), writer.formats.pixels) else 1.85
    title = Letters(size=size, weight=writer.formats.palette.title_weight)
    writer.begin_block(Setting(size, 1.2, bottom=0.5, heading=1), title)
    _shaped(writer, "title", _tied(set_title(article.title, article.language)), title)
    if article.kicker:
        kicker = Letters("text_secondary", 1.1, italic=writer.formats.palette.kicker_italic)
        writer.begin_block(Setting(1.1, 1.45, bottom=0.8), kicker)
        _shaped(writer, "kicker", set_title(article.kicker, article.language), kicker)
    _byline(writer, article)
    if lead is not None:
        shown = writer.find(lead.url)
        write_picture(writer, Plate(shown, lead.alt or "", lead.caption or "", lead.credit or ""))
    _update(writer, article)


def _shaped(writer: ArticleWriter, part: str, text: str, letters: Letters) -> None:
    start = writer.cursor.position()
    writer.words(text, letters)
    writer.outline.shaped.append(Span(start, writer.cursor.position() - start, part))


def _tied(title: str) -> str:
    head, space, word = title.rpartition(" ")
    return f"{head}{_HARD}{word}" if space and len(word) <= 10 and len(head) > 16 else title


def _badges(writer: ArticleWriter, article: Article) -> None:
    writer.begin_block(Setting(0.75, 1.9, bottom=0.6), _SMALL)
    pill = Letters("pill_text", 0.62, WINDOW, 600, spacing=3, capitals=True)
    words: list[tuple[str, Letters, Pill | None]] = []
    if article.section:
        words.append((article.section, pill, Pill.SECTION))
    if article.minutes:
        minutes = QCoreApplication.translate("ReadingPane", "{0} min").format(article.minutes)
        words.append((minutes.replace(" ", _HARD), _SMALL, None))
    badge = Letters("badge_update_text", 0.62, WINDOW, 600)
    if article.update is not None and (article.update.marker or article.update.block):
        words.append((QCoreApplication.translate("ReadingPane", "Updated"), badge, Pill.UPDATE))
    if article.access is Access.SUBSCRIBER:
        letters = Letters("badge_subscriber", 0.62, WINDOW, 600)
        words.append((QCoreApplication.translate("ReadingPane", "Subscriber"), letters, Pill.SUBSCRIBER))
    elif article.access is Access.TEASER:
        letters = Letters("badge_teaser", 0.62, WINDOW, 600)
        words.append((QCoreApplication.translate("ReadingPane", "Teaser"), letters, Pill.TEASER))
    for index, (text, letters, shape) in enumerate(words):
        if index:
            writer.words("\u2003" if shape or words[index - 1][2] else f"{_HARD}· ", _SMALL)
        # Each part keeps to itself where the text around it runs the other way.
        isolated = writer.formats.right_to_left
        writer.words(_ISOLATE if isolated else "", _SMALL)
        writer.words(f"{_HARD}{_HARD}{text}{_HARD}{_HARD}" if shape else text, letters, pill=shape)
        writer.words(_ISOLATED if isolated else "", _SMALL)


def _byline(writer: ArticleWriter, article: Article) -> None:
    name = Letters("text", 0.74, WINDOW, 600)
    quiet = Letters("text_secondary", 0.74, WINDOW)
    writer.begin_block(Setting(0.74, 1.55), quiet)
    if article.author:
        before, _, after = QCoreApplication.translate("ReadingPane", "By {0}").partition("{0}")
        writer.words(before, quiet)
        writer.words(article.author, name)
        writer.words(f"{after}{_HARD}{_HARD}·{_HARD} ", quiet)
    writer.words(article.feed, quiet)
    if article.also_in:
        others = QCoreApplication.translate("ReadingPane", "also in {0}").format(", ".join(article.also_in))
        writer.words(f"{_HARD}{_HARD}·{_HARD} {others}", quiet)
    writer.begin_block(Setting(0.68, 1.55, bottom=1.0), _SMALL)
    if article.published is not None:
        words = QCoreApplication.translate("ReadingPane", "Published {0}").format(long_moment(article.published))
        writer.words(words, _SMALL)
    many = len(article.revisions) > 1
    later = article.updated
    if later is not None and article.published is not None and (later - article.published).total_seconds() < 60:
        later = None
    if later is not None:
        words = QCoreApplication.translate("ReadingPane", "modified {0}").format(long_moment(later))
        writer.words(f"{_HARD}· " if article.published else "", _SMALL)
        writer.words(words, _LINK if many else _SMALL, href=VERSIONS if many else "")
    elif many:
        words = counted.versions(len(article.revisions))
        writer.words(f"{_HARD}· " if article.published else "", _SMALL)
        writer.words(words.replace(" ", _HARD), _LINK, href=VERSIONS)


def _update(writer: ArticleWriter, article: Article) -> None:
    note, many = article.update, len(article.revisions) > 1
    if not (note is not None and note.block) and not (article.changed_since_read and many):
        return
    pixels = writer.formats.pixels
    label = Letters("badge_changed", 0.64, WINDOW, 700, spacing=5, capitals=True)
    place = writer.begin_block(Setting(0.64, 1.6, 1.4, 0.15, 1.1, 1.1), label)
    group = Group(Ground.UPDATE, place, place, pad=0.65 * pixels)
    if note is not None and note.block:
        title = QCoreApplication.translate("ReadingPane", "Update")
        writer.words(title + (f"{_HARD} ·{_HARD} {long_moment(note.at)}" if note.at else ""), label)
        small = Letters("text", 0.84, WINDOW)
        for block in _capitalised(compose(note.block, article.language).blocks):
            if block.kind in (Kind.FIGURE, Kind.TABLE, Kind.RULE):
                continue
            group.last = writer.begin_block(Setting(0.84, 1.5, bottom=0.2, start=1.1, end=1.1), small)
            writer.runs(block.runs, small)
    else:
        writer.words(QCoreApplication.translate("ReadingPane", "Changed since you read it"), label)
    if many and not writer.paper:
        link = Letters("link", 0.74, WINDOW, 600)
        group.last = writer.begin_block(Setting(0.74, 1.7, bottom=1.6, start=1.1, end=1.1), link)
        writer.words(QCoreApplication.translate("ReadingPane", "See what changed"), link, href=CHANGES)
    else:
        _open_below(writer)
    writer.outline.groups.append(group)


def _capitalised(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The label took the place of the publisher's own: what followed it begins the sentence now."""
    if not blocks or not blocks[0].runs:
        return blocks
    first = blocks[0].runs[0]
    runs = (replace(first, text=first.text[:1].upper() + first.text[1:]), *blocks[0].runs[1:])
    return (replace(blocks[0], runs=runs), *blocks[1:])


def _open_below(writer: ArticleWriter) -> None:
    block = writer.cursor.blockFormat()
    block.setBottomMargin(round(1.6 * writer.formats.pixels))
    writer.cursor.setBlockFormat(block)


def write_tail(writer: ArticleWriter, article: Article) -> None:
    """What follows the body: a teaser's prompt, what a clean-up has left, attachments."""
    if article.emptied:
        _emptied(writer, article)
    elif article.access is Access.TEASER and not writer.paper:
        _prompt(writer)
    if article.enclosures:
        _attachments(writer, article.enclosures)


def _prompt(writer: ArticleWriter) -> None:
    title = QCoreApplication.translate("ReadingPane", "Only the beginning of this article is here.")
    sentence = QCoreApplication.translate(
        "ReadingPane",
        "The publisher keeps the rest for subscribers. If you are one, Encre can fetch it with your access.",
    )
    _card(writer, title, sentence, QCoreApplication.translate("ReadingPane", "Add your access"), SUBSCRIBER)


def _emptied(writer: ArticleWriter, article: Article) -> None:
    title = QCoreApplication.translate("ReadingPane", "A clean-up has taken the text of this article.")
    sentence = QCoreApplication.translate(
        "ReadingPane", "Its headline and your marks are kept. Its publisher may still have it."
    )
    link = QCoreApplication.translate("ReadingPane", "Open it in the browser") if article.url else ""
    _card(writer, title, sentence, link, article.url or "")


def _card(writer: ArticleWriter, title: str, sentence: str, link: str, address: str) -> None:
    """Two lines and a link on a card of their own; no link, no line for it."""
    strong = Letters("text", 0.84, WINDOW, 600)
    place = writer.begin_block(Setting(0.84, 1.5, 1.6, 0.1, 1.1, 1.1), strong)
    writer.words(title, strong)
    words = Letters("text_secondary", 0.74, WINDOW)
    last = writer.begin_block(Setting(0.74, 1.5, bottom=0.2 if link else 1.6, start=1.1, end=1.1), words)
    writer.words(sentence, words)
    if link:
        letters = Letters("link", 0.74, WINDOW, 600)
        last = writer.begin_block(Setting(0.74, 1.7, bottom=1.6, start=1.1, end=1.1), letters)
        writer.words(link, letters, href=address)
    writer.outline.groups.append(Group(Ground.CARD, place, last, pad=0.65 * writer.formats.pixels))


def _attachments(writer: ArticleWriter, enclosures: tuple[Enclosure, ...]) -> None:
    head = Letters("text_secondary", 0.66, WINDOW, 600, spacing=4)
    place = writer.begin_block(Setting(0.66, 1.5, 2.6, 0.4), head)
    writer.outline.groups.append(Group(Ground.NOTES_RULE, place, place))
    writer.words(QCoreApplication.translate("ReadingPane", "Attachments"), head)
    for enclosure in enclosures:
        letters = Letters("text_secondary", 0.74, WINDOW)
        writer.begin_block(Setting(0.74, 1.6, bottom=0.15), letters)
        address = urlsplit(enclosure.url)
        name = unquote(PurePosixPath(address.path).name) or address.netloc
        writer.words(name, Letters("link", 0.74, WINDOW, 600), href=enclosure.url)
        facts = [enclosure.type or ""]
        if enclosure.bytes:
            facts.append(QLocale().formattedDataSize(enclosure.bytes, 1))
        writer.words("".join(f"{_HARD} ·{_HARD} {fact}" for fact in facts if fact), letters)
