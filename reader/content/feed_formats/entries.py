"""Raw entries to clean ones: words without markup, Markdown, one lead picture, the update lifted out."""

import hashlib
import html
import re
from collections.abc import Sequence
from urllib.parse import urljoin

from reader.content import paywall
from reader.content.feed_formats.raw import RawEntry, RawFeed, RawPicture, moment, zoned_moment
from reader.content.language import language_of
from reader.content.markup import Cleaned, clean, opening_picture
from reader.content.markup.addresses import safe_address
from reader.content.update_markers import lift_update_block, split_marker
from reader.core.entities import Enclosure, ParsedEntry, ParsedFeed, Picture

_TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]*|!--.*?--)>", re.S)
_SPACE = re.compile(r"\s+")
_MAIL = re.compile(r"^\s*\S+@\S+\s+\((.+)\)\s*$|^\s*(.+?)\s+<\S+@\S+>\s*$")
_NO_SECTION = {"uncategorized", "non classé", "non classe", "news", "actualités", "general", "blog", "posts"}
_MORE = re.compile(r"(?:\[(?:…|\.\.\.|&hellip;)\]|(?:continue reading|read more|lire la suite)\b.{0,80})\s*$", re.I)
_LONGEST_KICKER = 240
MOST_ENTRIES = 5_000


def finish(raw: RawFeed, url: str | None) -> ParsedFeed:
    """The whole feed, cleaned; entries without words or address are left out and named."""
    problems = list(raw.problems)
    if len(raw.entries) > MOST_ENTRIES:
        problems.append(f"The feed has {len(raw.entries)} entries; the first {MOST_ENTRIES} were read.")
    entries: dict[str, ParsedEntry] = {}
    for one in raw.entries[:MOST_ENTRIES]:
        entry = _finished(one, raw, url)
        if entry is None:
            problems.append("An entry without words or address was left out.")
        elif entry.guid in entries:
            problems.append(f"Two entries have the same identifier; the first was kept: {entry.guid[:80]}")
        else:
            entries[entry.guid] = entry
    return ParsedFeed(
        format=raw.format,
        title=plain(raw.title) or None,
        site_url=_web(raw.site_url, raw.feed_url or url),
        feed_url=_web(raw.feed_url, url),
        language=(raw.language or "").strip() or None,
        updated=moment(raw.updated),
        icon=_web(raw.icon, raw.site_url or url),
        ttl_minutes=raw.ttl_minutes,
        entries=tuple(entries.values()),
        problems=tuple(problems),
    )


def plain(text: str | None) -> str:
    """Words without markup: tags out, entities resolved (twice encoded ones too), white space as one space."""
    words = text or ""
    if "<" in words or "&" in words:
        words = html.unescape(_TAG.sub("", words))
        words = html.unescape(_TAG.sub("", words)) if re.search(r"&(?:#\w+|\w{2,8});", words) else words
    return _SPACE.sub(" ", words.replace("\xad", "")).strip()


def _web(address: str | None, base: str | None) -> str | None:
    found = safe_address(address, base) if address else None
    return found if found and found.startswith("http") else None


def _finished(raw: RawEntry, feed: RawFeed, feed_address: str | None) -> ParsedEntry | None:
    base = raw.base or feed_address or feed.feed_url or feed.site_url
    url = _web(raw.url, base) or _web(raw.guid if (raw.guid or "").startswith("http") else None, base)
    body_html = max((one for one in raw.contents if one.strip()), key=len, default=None)
    whole = body_html is not None and len(body_html) >= len(raw.summary or "") * 0.9
    source = body_html if whole else raw.summary or ""
    cleaned = clean(source or "", base_url=url or base)
    title, marker = split_marker(plain(raw.title))
    if not title:
        title = _first_words(cleaned.text)
    if not title and not url and not cleaned.markdown:
        return None
    published, updated = moment(raw.published), moment(raw.updated)
    markdown, note = lift_update_block(
        cleaned.markdown, marker, near=zoned_moment(raw.updated) or zoned_moment(raw.published)
    )
    pictures, markdown = _pictures(raw, cleaned, markdown, url or base)
    sections, tags = _sections(raw.categories)
    enclosures = _enclosures(raw.enclosures, base)
    return ParsedEntry(
        guid=(raw.guid or "").strip() or url or _made_guid(raw),
        title=title or url or "",
        markdown=markdown,
        url=url,
        kicker=_kicker(raw.summary, markdown) if whole and raw.summary else None,
        author=_author(raw.author),
        published=published or (updated if feed.format.startswith(("atom", "json")) else None),
        updated=updated,
        section=sections,
        tags=tags,
        language=language_of(cleaned.markdown, raw.language or feed.language),
        summary_html=raw.summary or None,
        content_html=source or None,
        access=paywall.access_of(raw.categories, cleaned.markdown),
        update=note,
        pictures=pictures,
        enclosures=enclosures,
    )


def _made_guid(raw: RawEntry) -> str:
    facts = f"{raw.title}\n{raw.published or ''}\n{(raw.summary or '') if not raw.published else ''}"
    return "encre:" + hashlib.blake2b(facts.encode("utf-8", "replace"), digest_size=12).hexdigest()


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


def _enclosures(given: Sequence[Enclosure], base: str | None) -> tuple[Enclosure, ...]:
    found = {}
    for one in given:
        address = _web(one.url, base)
        if address and not (one.type or "").startswith("image/"):
            found[address] = Enclosure(address, one.type, one.bytes)
    return tuple(found.values())


def _pictures(raw: RawEntry, cleaned: Cleaned, markdown: str, base: str | None) -> tuple[tuple[Picture, ...], str]:
    """All pictures, the lead first; one that opens the text is taken out of it, since the head shows it."""
    inside = {picture.url: picture for picture in cleaned.pictures}
    beside = [one for one in raw.pictures if one.url]
    beside += [RawPicture(one.url) for one in raw.enclosures if (one.type or "").startswith("image/")]
    opening = opening_picture(markdown)
    if opening is not None and opening[0] in inside:
        lead = inside.pop(opening[0])
        lead = Picture(lead.url, lead.alt, lead.caption, lead.credit, lead=True)
        return (lead, *inside.values()), opening[1]
    for one in beside:
        address = _web(one.url, base)
        if address and not _held(address, inside):
            lead = Picture(address, caption=plain(one.caption) or None, credit=plain(one.credit) or None, lead=True)
            return (lead, *inside.values()), markdown
        if address in inside:
            break
    return tuple(inside.values()), markdown


def _held(address: str, inside: dict[str, Picture]) -> bool:
    """Whether the text shows this very picture, be it at another size (…-300x200.jpg)."""
    return any(_stem(address) == _stem(one) for one in inside)


def _stem(address: str) -> str:
    name = urljoin(address, ".") + address.rsplit("/", 1)[-1].partition("?")[0]
    return re.sub(r"-\d{2,4}x\d{2,4}(?=\.\w+$)", "", name)
