"""Entries of one document that share an identifier: neither may hide the other without a word."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime

from reader.content.feed_formats.dates import moment
from reader.content.feed_formats.raw import RawEntry
from reader.core.wording import Sentence, counted

_ONE_REPEATS = Sentence(
    "An entry repeats another or is an older version of it",
    "Une entrée en répète une autre ou en est une version plus ancienne",
)
_MANY_REPEAT = Sentence(
    "{} entries repeat another or are older versions of it",
    "{} entrées en répètent une autre ou en sont des versions plus anciennes",
)


def told_apart(
    entries: Sequence[RawEntry], address: Callable[[RawEntry], str | None]
) -> tuple[list[tuple[str, RawEntry]], list[str]]:
    """Each entry with an identifier of its own, in the document's order, and a sentence for each that was left out.

    - The very same entry twice is one.
    - The same identifier, address and headline with another time is an older version (RFC 4287, 4.1.1): the newest is
      kept.
    - Otherwise the publisher uses one identifier for several articles: all are kept, told apart by address, headline
      and time, so that the next document gives them the same identifiers again.
    """
    groups: dict[str, list[RawEntry]] = {}
    urls: dict[int, str | None] = {}
    for entry in entries:
        urls[id(entry)] = address(entry)
        groups.setdefault(_identifier(entry, urls[id(entry)]), []).append(entry)
    names: dict[int, str] = {}
    problems: list[str] = []
    for guid, group in groups.items():
        kept = _without_versions(_without_copies(group), urls)
        if len(kept) < len(group):
            what = counted(len(group) - len(kept), _ONE_REPEATS, _MANY_REPEAT)
            problems.append(Sentence(f"{what}: {guid[:80]}", f"{what.french} : {guid[:80]}"))
        if len(kept) > 1:
            english = f"{len(kept)} different entries have the same identifier; all were kept: {guid[:80]}"
            french = f"{len(kept)} entrées différentes ont le même identifiant ; toutes ont été gardées : {guid[:80]}"
            problems.append(Sentence(english, french))
        used: dict[str, int] = {}
        for entry in kept:
            name = guid if len(kept) == 1 else f"{guid}#{_digest(urls[id(entry)], entry)}"
            used[name] = used.get(name, 0) + 1
            names[id(entry)] = name if used[name] == 1 else f"{name}-{used[name]}"
    return [(names[id(entry)], entry) for entry in entries if id(entry) in names], problems


def _identifier(entry: RawEntry, url: str | None) -> str:
    given = (entry.guid or "").strip()
    if given or url:
        return given or url or ""
    facts = f"{entry.title}\n{entry.published or ''}\n{'' if entry.published else entry.summary or _body(entry)}"
    return "encre:" + hashlib.blake2b(facts.encode("utf-8", "replace"), digest_size=12).hexdigest()


def _body(entry: RawEntry) -> str:
    return max(entry.contents, key=len, default="")


def _digest(url: str | None, entry: RawEntry) -> str:
    facts = f"{url or ''}\n{entry.title}\n{entry.published or ''}"
    return hashlib.blake2b(facts.encode("utf-8", "replace"), digest_size=6).hexdigest()


def _without_copies(group: list[RawEntry]) -> list[RawEntry]:
    if len(group) == 1:
        return group
    told = {
        (one.title, one.url, one.published, one.language, one.summary or "", _body(one)): one for one in reversed(group)
    }
    return list(reversed(told.values()))


def _without_versions(group: list[RawEntry], urls: dict[int, str | None]) -> list[RawEntry]:
    if len(group) == 1:
        return group
    newest: dict[tuple[str | None, str, str], tuple[datetime | None, RawEntry]] = {}
    for one in group:
        time = moment(one.updated) or moment(one.published)
        # Two without a time cannot be versions that a reader could put in order.
        key = (urls[id(one)], one.title, "" if time and one.title else str(id(one)))
        held = newest.get(key)
        if held is None or (time is not None and held[0] is not None and time > held[0]):
            newest[key] = (time, one)
    kept = {id(one) for _, one in newest.values()}
    return [one for one in group if id(one) in kept]
