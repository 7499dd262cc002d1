"""Raw entries to clean ones: words without markup, Markdown, one lead picture, the update lifted out."""

import dataclasses
import hashlib
import html
import itertools
import operator
import re
from collections.abc import Container, Sequence
from datetime import UTC, datetime
from urllib.parse import unquote, urljoin, urlsplit

from reader.content import paywall
from reader.content.feed_formats.addresses import web_address
from reader.content.feed_formats.doubles import told_apart
from reader.content.feed_formats.names import looks_like_html
from reader.content.feed_formats.raw import RawEntry, RawFeed, RawPicture, moment, zoned_moment
from reader.content.feed_formats.rhythm import minutes_to_wait
from reader.content.language import language_of
from reader.content.markup import Cleaned, clean, opening_picture
from reader.content.markup.addresses import safe_address
from reader.content.update_markers import lift_update_block, split_marker
from reader.core.entities import Enclosure, Given, ParsedEntry, ParsedFeed, Picture
from reader.core.wording import Sentence, counted

_TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]*|!--.*?--|!--[^<>]*)>", re.S)
_SCRIPT = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>", re.S | re.I)
_SPACE = re.compile(r"\s+")
_MAIL = re.compile(r"^\s*\S+@\S+\s+\((.+)\)\s*$|^\s*([^<>]+?)\s+(?:<\S+@\S+>|\((?:\S+@\S+|hidden)\))\s*$")
_NO_SECTION = {"uncategorized", "non classé", "non classe", "news", "actualités", "general", "blog", "posts"}
_MORE = re.compile(r"(?:\[(?:…|\.\.\.|&hellip;)\]|(?:continue reading|read more|lire la suite)\b.{0,80})\s*$", re.I)
_C1 = re.compile("[\x80-\x9f]")
_C1_BYTES = re.compile(b"\xc2[\x80-\x9f]")  # the same in UTF-8, where the search skips to the first byte
# What entries rarely have stands behind the others, so that it changes nothing for those without it.
_BODIES = ("summary", "spare_summary", "spare_media", "contents")
_FACTS = operator.attrgetter(
    *(field.name for field in dataclasses.fields(RawEntry) if field.name not in (*_BODIES, "labels"))
)
_ONE_EMPTY = Sentence("An empty entry was left out.", "Une entrée vide a été laissée de côté.")
_MANY_EMPTY = Sentence("{} empty entries were left out.", "{} entrées vides ont été laissées de côté.")
_ONE_ENDLESS = Sentence(
    "An entry is longer than a book; only its beginning was read.",
    "Une entrée est plus longue qu’un livre ; seul son début a été lu.",
)
_MANY_ENDLESS = Sentence(
    "{} entries are longer than a book; only their beginnings were read.",
    "{} entrées sont plus longues qu’un livre ; seuls leurs débuts ont été lus.",
)
_LONGEST_KICKER = 240
_LONGEST_LINE = 4_000
_LONGEST_BODY = 2_000_000
_MOST_TAGS = 100_000
MOST_ENTRIES = 20_000
RULES = 1  # raised when cleaning changes so that what is stored is worth reading again


def finish(
    raw: RawFeed,
    url: str | None,
    now: datetime | None = None,
    most: int = MOST_ENTRIES,
    known: Container[str] = (),
) -> ParsedFeed:
    """The feed with its first `most` entries, cleaned; empty and known ones are left out, and what is odd is named."""
    problems = list(raw.problems)
    base = url or web_address(raw.feed_url, None) or web_address(raw.site_url, None)
    entries = [one for one in raw.entries if _holds_something(one)]
    if len(entries) < len(raw.entries):
        left = len(raw.entries) - len(entries)
        problems.append(counted(left, _ONE_EMPTY, _MANY_EMPTY))
    named, doubled = told_apart(entries, lambda one: _address(one, base))
    problems += doubled[:20]
    if len(named) > MOST_ENTRIES:
        english = f"The feed has {len(named)} entries; the first {MOST_ENTRIES} were read."
        french = f"Le flux compte {len(named)} entrées ; les {MOST_ENTRIES} premières ont été lues."
        problems.append(Sentence(english, french))
    named = named[: min(most, MOST_ENTRIES)]
    long = sum(1 for _, one in named if _is_endless(one))
    if long:
        problems.append(counted(long, _ONE_ENDLESS, _MANY_ENDLESS))
    fresh = [(guid, one, digest) for guid, one in named if (digest := _digest(guid, one, raw, base)) not in known]
    day_first = _day_first(raw.language)
    times = (moment(one.published or one.updated, day_first=day_first) for _, one in named)
    return ParsedFeed(
        format=raw.format,
        title=plain(raw.title) or None,
        site_url=web_address(raw.site_url, base),
        feed_url=web_address(raw.feed_url, base),
        language=(raw.language or "").strip() or None,
        updated=moment(raw.updated, day_first=_day_first(raw.language)),
        icon=web_address(raw.icon, web_address(raw.site_url, base) or base),
        ttl_minutes=minutes_to_wait(raw, now or datetime.now(UTC)),
        entries=tuple(_finished(one, guid, raw, base, digest) for guid, one, digest in fresh),
        problems=tuple(problems),
        unchanged=len(named) - len(fresh),
        present=tuple(guid for guid, _ in named),
        times=tuple(time for time in times if time),
    )


def _digest(guid: str, raw: RawEntry, feed: RawFeed, base: str | None) -> str:
    """A hash of all that an entry is made of; its bodies as they are, since `repr` looks at every letter of them."""
    facts = (RULES, guid, base, feed.format, feed.language, feed.author, _FACTS(raw), *raw.labels.items())
    bodies = [body or "" for body in (raw.summary, raw.spare_summary, raw.spare_media, *raw.contents)]
    told = "\0".join((repr((facts, *map(len, bodies))), *bodies))
    return hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=12).hexdigest()


def plain(text: str | None) -> str:
    """Words without markup: tags and scripts out, entities resolved (twice encoded ones too), white space as one
    space. At most a long line of them: headlines, names and captions are never longer."""
    words = text or ""
    if len(words) > _LONGEST_LINE:
        words = words[:_LONGEST_LINE] + "…"
    if "<" in words or "&" in words:
        words = html.unescape(_without_tags(words))
        words = html.unescape(_without_tags(words)) if re.search(r"&(?:#\w+|\w{2,8});", words) else words
    return _SPACE.sub(" ", _as_meant(words).replace("\xad", "").replace("\x00", "")).strip()


def _without_tags(words: str) -> str:
    if "<" not in words:
        return words
    return _TAG.sub("", _SCRIPT.sub("", words) if "</s" in words.lower() else words)


def _as_meant(text: str) -> str:
    """Control characters of Latin-1 are the quotation marks and dashes of windows-1252 that someone escaped wrongly."""
    if text.isascii() or not _C1_BYTES.search(text.encode("utf-8", "replace")):
        return text
    return _C1.sub(lambda one: one[0].encode("latin-1").decode("cp1252", "ignore"), text)


def _day_first(language: str | None) -> bool:
    return bool(language) and not str(language).strip().lower().startswith("en")


def _holds_something(raw: RawEntry) -> bool:
    return bool(
        raw.guid or raw.url or raw.title.strip() or raw.summary or raw.published or raw.updated or raw.author
        or raw.spare_title or raw.spare_summary or raw.spare_media or raw.spare_url or raw.categories or raw.pictures
        or raw.enclosures or raw.spare_enclosures or any(raw.contents)
    )  # fmt: skip


def _address(raw: RawEntry, feed_base: str | None) -> str | None:
    """The article's own address: its link, a guid that is one, else what stands for it."""
    base = raw.base or feed_base
    guid = (raw.guid or "").strip()
    return (
        web_address(raw.url, base)
        or (web_address(guid, base) if guid.startswith(("http://", "https://")) else None)
        or web_address(raw.spare_url, base)
    )


def _body(raw: RawEntry) -> tuple[str, str | None]:
    """What to show of the bodies that an entry gives, and its summary where the body is more than that."""
    whole = max(raw.contents, key=len, default="")
    summary, spare = raw.summary or "", raw.spare_summary or ""
    if len(spare) > 1.2 * len(summary) and (not summary or "<" not in summary):
        summary = spare
    if whole and (len(whole) >= len(summary) * 0.9 or _words_in(whole) >= _words_in(summary) * 0.9):
        return _once_escaped(whole), summary or None
    return _once_escaped(summary or whole or raw.spare_media or ""), None


def _is_endless(raw: RawEntry) -> bool:
    # Looked at only where there is reason to: counting costs.
    large = any(len(part) > 3 * _MOST_TAGS for part in (*raw.contents, raw.summary or "", raw.spare_summary or ""))
    return large and _bounded(_body(raw)[0]) != _body(raw)[0]


def _bounded(source: str) -> str:
    """The beginning of a body that is beyond all measure: a book of 300,000 words, or 100,000 tags."""
    if len(source) > _LONGEST_BODY:
        source = source[:_LONGEST_BODY]
    if source.count("<") > _MOST_TAGS:
        ends = itertools.islice(re.finditer("<", source), _MOST_TAGS, None)
        source = source[: next(ends).start()]
    return source


def _words_in(source: str) -> int:
    return len(_TAG.sub("", source[:100_000]))


def _once_escaped(source: str) -> str:
    """Markup that was escaped twice, as it was before; text that speaks of markup stays."""
    source = _as_meant(source)
    if source.startswith("<![CDATA["):
        source = source.removeprefix("<![CDATA[").removesuffix("]]>")
    if "<" in source or "&lt;" not in source:
        return source
    meant = html.unescape(source)
    return meant if meant.lstrip().startswith("<") and looks_like_html(meant) else source


def _finished(raw: RawEntry, guid: str, feed: RawFeed, feed_base: str | None, digest: str) -> ParsedEntry:
    base = raw.base or feed_base
    url = _address(raw, feed_base)
    source, summary = _body(raw)
    cleaned = clean(_bounded(source), base_url=url or base)
    title, marker = split_marker(plain(raw.title) or plain(raw.spare_title))
    day_first = _day_first(raw.language or feed.language)
    published = zoned_moment(raw.published, day_first=day_first)
    updated = zoned_moment(raw.updated, day_first=day_first)
    markdown, note = lift_update_block(cleaned.markdown, marker, near=updated or published)
    pictures, markdown = _pictures(raw, cleaned, markdown, url or base)
    categories = [raw.labels.get(one, one) for one in raw.categories] if raw.labels else raw.categories
    section, tags = _sections(categories)
    author = raw.author or raw.spare_author or feed.author
    given, enclosures = _enclosures(raw, base, pictures)
    if published is None and feed.format.startswith(("atom", "json")):
        published = updated
    return ParsedEntry(
        guid=guid,
        title=title or _first_words(cleaned.text) or url or _file_name(given, pictures),
        markdown=markdown,
        url=url,
        kicker=_kicker(summary, markdown) if summary and len(summary) < _LONGEST_LINE else None,
        author=_author(author),
        published=published.astimezone(UTC) if published else None,
        updated=updated.astimezone(UTC) if updated else None,
        section=section,
        tags=tags,
        language=language_of(cleaned.markdown, raw.language or feed.language),
        summary_html=raw.summary or raw.spare_summary or None,
        content_html=source or None,
        access=paywall.access_of(categories, cleaned.markdown),
        update=note,
        pictures=pictures,
        enclosures=enclosures,
        given=Given(plain(author) or None, tuple(dict.fromkeys(map(plain, raw.categories))), given, digest),
    )


def _file_name(enclosures: Sequence[Enclosure], pictures: Sequence[Picture]) -> str:
    """The only name of an entry that is nothing but a file; "" where there is none."""
    addresses = [one.url for one in enclosures] + [one.url for one in pictures]
    return unquote(urlsplit(addresses[0]).path.rsplit("/", 1)[-1]) if addresses else ""


def _first_words(text: str) -> str:
    line = next((line for line in text.split("\n") if line.strip()), "")
    return line if len(line) <= 80 else line[:80].rsplit(" ", 1)[0] + "…"


def _kicker(summary: str, markdown: str) -> str | None:
    """A short summary, when it is more than the beginning of the text over again."""
    words = _MORE.sub("", plain(summary)).strip()
    if not words or len(words) > _LONGEST_KICKER:
        return None
    opening = _SPACE.sub(" ", re.sub(r"[*_\\#>`]", "", markdown[:1000]))
    return None if words.rstrip("….")[:60] in opening else words


def _author(text: str | None) -> str | None:
    found = _MAIL.match(text or "")
    name = plain((found[1] or found[2]) if found else text)
    return name.strip('" ') or None


def _sections(categories: Sequence[str]) -> tuple[str | None, tuple[str, ...]]:
    words = [plain(part) for one in categories for part in (one.split(",") if len(one) < 200 else [one])]
    words = [word for word in dict.fromkeys(words) if word and len(word) < 80 and not paywall.is_label(word)]
    telling = [word for word in words if word.lower() not in _NO_SECTION]
    section = telling[0] if telling else None
    return section, tuple(word for word in words if word != section)


def _enclosures(
    raw: RawEntry, base: str | None, pictures: Sequence[Picture]
) -> tuple[tuple[Enclosure, ...], tuple[Enclosure, ...]]:
    """The attachments as the feed names them, and those to list: a picture that the article shows is none."""
    given: dict[str, Enclosure] = {}
    for one in raw.enclosures or raw.spare_enclosures[:1]:
        address = web_address(one.url, base)
        if address and address not in given:
            given[address] = Enclosure(address, one.type, one.bytes)
    shown = {picture.url for picture in pictures}
    listed = [
        one
        for one in given.values()
        if not (_is_picture(one) and any(_stem(safe_address(one.url, base) or one.url) == _stem(url) for url in shown))
    ]
    return tuple(given.values()), tuple(listed)


def _is_picture(one: Enclosure) -> bool:
    return (one.type or "").startswith("image/")


def _pictures(raw: RawEntry, cleaned: Cleaned, markdown: str, base: str | None) -> tuple[tuple[Picture, ...], str]:
    """All pictures, the lead first; one that opens the text is taken out of it, since the head shows it."""
    inside = {picture.url: picture for picture in cleaned.pictures}
    beside = [one for one in raw.pictures if one.url]
    beside += [RawPicture(one.url) for one in raw.enclosures if _is_picture(one)]
    opening = opening_picture(markdown)
    if opening is not None and opening[0] in inside:
        lead = inside.pop(opening[0])
        lead = Picture(lead.url, lead.alt, lead.caption, lead.credit, lead=True)
        return (lead, *inside.values()), opening[1]
    for one in beside:
        address = _safe(one.url, base)
        if address and not _held(address, inside):
            lead = Picture(address, caption=plain(one.caption) or None, credit=plain(one.credit) or None, lead=True)
            return (lead, *inside.values()), markdown
        if address in inside:
            break
    return tuple(inside.values()), markdown


def _safe(address: str, base: str | None) -> str | None:
    """As addresses of pictures are written in the text."""
    found = safe_address(address, base)
    return found if found and found.startswith("http") else None


def _held(address: str, inside: dict[str, Picture]) -> bool:
    """Whether the text shows this very picture, be it at another size (…-300x200.jpg)."""
    return any(_stem(address) == _stem(one) for one in inside)


def _stem(address: str) -> str:
    name = urljoin(address, ".") + address.rsplit("/", 1)[-1].partition("?")[0]
    return re.sub(r"-\d{2,4}x\d{2,4}(?=\.\w+$)", "", name)
