"""Whether an article's own page is worth fetching, and what of it is worth keeping. Pure functions over values.

The feed is believed first and the page completes it. A consent wall, a login page, an error page or a teaser never
takes the place of a text that is held.
"""

import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from reader.content.extract import Extracted
from reader.content.identity import normal_hash
from reader.core.entities import Access, ChangeKind, FullText, ParsedEntry, Picture, UpdateNote
from reader.core.plans import ArticlePlan, HeldPage, PageJob
from reader.core.reading import count_words, reading_minutes
from reader.engine.decide import content_mark, decide

_SHORT = 120  # words; below that a text is taken for a summary
_MIDDLING = 250  # words; up to that a sign of truncation or a single paragraph makes it one
_LONG = 600  # words; above that no sign makes it one
_TRUNCATED = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.|\\\[…\\\])\]?\\?\]?)\W*$"
    r"|\b(?:lire (?:la suite|l[’']article|plus)|la suite sur|(?:continue|keep) reading|read (?:more|the (?:full|rest))"
    r"|full (?:story|article)|view (?:full|original))\b",
    re.I,
)
_GATES = re.compile(
    r"(?:^|[/._-])(?:log-?in|sign-?in|sso|oauth|auth|connexion|s-?identifier|consent|cookie-?wall|gdpr|subscribe|paywall)"
    r"(?:[/._?-]|$)",
    re.I,
)
_WALL = re.compile(
    r"accept(?:er|ez)? (?:all |tous les |les )?cookies|we (?:and our partners )?(?:use|value) (?:cookies|your privacy)"
    r"|nos partenaires|gérer (?:mes|vos) (?:choix|préférences)|manage (?:your )?(?:choices|preferences|consent)"
    r"|enable javascript|activer? javascript|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot"
    r"|mot de passe oublié|forgot(?:ten)? (?:your )?password",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]{5,}")
_LETTERS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a page: a plan, or none, and the state that the page's row takes; `fault` is why it was refused."""

    plan: ArticlePlan | None
    state: str
    fault: tuple[str, str] | None = None
    completes: bool = False


def feed_mark(entry: ParsedEntry) -> str:
    """A short mark of the feed's own words; the same again is no change, whatever the page has given meanwhile."""
    note = entry.update or UpdateNote()
    counted = normal_hash(entry.title, "\n\n".join(filter(None, (entry.kicker, note.block, entry.markdown))))
    return f"{counted}:{note.marker or ''}"


def wants_page(entry: ParsedEntry, mode: FullText, words: int | None = None) -> bool:
    """Whether the page is to be fetched. In `auto` where the feed's text is a summary: its length, signs of a cut.

    `words` of the feed's text, when they are counted already.
    """
    if mode is FullText.NEVER or not (entry.url or "").startswith("http"):
        return False
    if mode is FullText.ALWAYS:
        return True
    words = count_words(entry.markdown) if words is None else words
    if words >= _LONG or (words >= 20 and any(_is_media(one.type) for one in entry.enclosures)):
        return False
    if is_cut(entry):
        return True
    if words < _SHORT:
        return not _is_note(entry)
    return words < _MIDDLING and "\n\n" not in entry.markdown.strip()


def is_cut(entry: ParsedEntry) -> bool:
    """Whether the feed's text says itself that it goes on elsewhere."""
    last = entry.markdown.strip().rsplit("\n\n", 1)[-1]
    return entry.access is Access.TEASER or _TRUNCATED.search(last[-300:]) is not None


def _is_note(entry: ParsedEntry) -> bool:
    """A short message without a headline of its own (its headline was made of its first words): all is there."""
    opening = " ".join(_LETTERS.findall(entry.markdown)).lower()
    headline = " ".join(_LETTERS.findall(entry.title)).lower()
    return bool(headline) and opening.startswith(headline)


def _is_media(kind: str | None) -> bool:
    return (kind or "").startswith(("audio/", "video/"))


def feed_says_anew(entry: ParsedEntry, page: HeldPage, mode: FullText) -> bool | None:
    """For an article whose text is its page's: True when the page is to be asked again, False when nothing is new.

    None leaves it to the feed: the text is not the page's, or the feed holds the whole text by now.
    """
    if not page.from_page or not wants_page(entry, mode):
        return None
    return feed_mark(entry) != page.feed_mark


def take(job: PageJob, page: Extracted, final_url: str) -> Taken:
    """What the page brings to its article."""
    held_words = count_words(job.held.markdown)
    fault = _fault(job, page, final_url, held_words)
    if fault is not None:
        return Taken(None, "failed", fault)
    merged = complete(job.entry, page)
    if job.from_page:
        return Taken(decide(merged, job.held), "stored")
    enough = page.words > held_words * 1.1 + 10 or (job.always and page.words >= held_words * 0.8)
    if not enough or (page.access is Access.TEASER and job.held.access is not Access.TEASER and held_words >= _SHORT):
        access = _kept_access(job, page, held_words)
        merged = replace(merged, markdown=job.entry.markdown, access=access, update=job.entry.update)
        merged = replace(merged, pictures=_pictures(merged.pictures, job.entry.pictures))
        return Taken(_plan(job, merged), "kept", completes=True)
    return Taken(_plan(job, merged), "stored", completes=True)


def _kept_access(job: PageJob, page: Extracted, held_words: int) -> Access:
    """A feed's summary is known for the beginning of an article for subscribers by its page, which has no more."""
    if page.access is Access.TEASER and job.entry.access is Access.OPEN and held_words < _SHORT:
        return Access.TEASER
    return job.entry.access


def without_page(job: PageJob) -> ArticlePlan | None:
    """The feed's later words (a mark in the headline, say) over the text that is held, when the page stays away."""
    return decide(replace(job.entry, markdown=job.held.markdown, access=job.held.access), job.held)


def complete(entry: ParsedEntry, page: Extracted) -> ParsedEntry:
    """The page's text, with the facts of the feed first and those of the page where the feed has none."""
    access = Access.OPEN
    if page.access is Access.TEASER:
        access = Access.TEASER
    elif Access.SUBSCRIBER in (entry.access, page.access) or entry.access is Access.TEASER:
        access = Access.SUBSCRIBER
    ours, theirs = entry.update or UpdateNote(), page.update or UpdateNote()
    note = UpdateNote(ours.marker or theirs.marker, theirs.at or ours.at, theirs.block or ours.block)
    given = tuple(picture for picture in page.pictures if not picture.lead)
    lead = page.lead_image or entry.lead_image
    return replace(
        entry,
        markdown=page.markdown,
        kicker=entry.kicker or page.kicker,
        author=entry.author or page.author,
        published=entry.published or page.published,
        updated=entry.updated or page.updated,
        section=entry.section or page.section,
        tags=entry.tags or page.tags,
        language=entry.language or page.language,
        access=access,
        update=note if note.marker or note.block else None,
        pictures=_pictures((lead,) if lead else (), given),
    )


def _pictures(first: tuple[Picture, ...], others: tuple[Picture, ...]) -> tuple[Picture, ...]:
    """The lead, then the others; each address once, with one lead at most."""
    lead = next((picture for picture in (*first, *others) if picture.lead), None)
    seen = {lead.url} if lead else set()
    rest = []
    for picture in others:
        if picture.url not in seen:
            seen.add(picture.url)
            rest.append(replace(picture, lead=False))
    return ((replace(lead, lead=True),) if lead else ()) + tuple(rest)


def _plan(job: PageJob, merged: ParsedEntry) -> ArticlePlan:
    words = count_words(merged.markdown)
    minutes = reading_minutes(words, merged.language)
    return ArticlePlan(merged, ChangeKind.FIRST, content_mark(merged), words, minutes, job.article_id)


def _fault(job: PageJob, page: Extracted, final_url: str, held_words: int) -> tuple[str, str] | None:
    """Why this is not the article's page: (English, French); None when it is."""
    asked, came = urlsplit(job.url), urlsplit(final_url)
    moved = (asked.hostname, asked.path) != (came.hostname, came.path)
    if moved and _GATES.search(f"{came.hostname}{came.path}") and not _GATES.search(f"{asked.hostname}{asked.path}"):
        return "The page asks to log in or to consent first.", "La page demande d'abord de se connecter ou d'accepter."
    if page.words < (5 if page.access is Access.TEASER else 25):
        return "The page holds no text.", "La page ne contient pas de texte."
    related = _is_related(job.entry, page)
    if _WALL.search(page.text[:4_000]) and page.words < 400 and not related:
        return "The page asks to log in or to consent first.", "La page demande d'abord de se connecter ou d'accepter."
    if not related:
        return "The page speaks of something else.", "La page parle d'autre chose."
    if job.from_page and page.words < held_words * 0.5:
        return "The page has much less than what is held.", "La page a bien moins que ce qui est gardé."
    return None


def _is_related(entry: ParsedEntry, page: Extracted) -> bool:
    """Whether the page tells what the feed announced: its headline, or a third of the telling words of its summary."""
    spoken = {word.lower() for word in _WORD.findall(f"{page.title or ''} {page.kicker or ''} {page.text}")}
    headline = {word.lower() for word in _WORD.findall(entry.title)}
    summary = {word.lower() for word in _WORD.findall(entry.markdown[:3_000])}
    if len(headline) < 2 and len(summary) < 6:
        return True
    if len(headline) >= 2 and len(headline & spoken) >= 0.5 * len(headline):
        return True
    return len(summary) >= 6 and len(summary & spoken) >= 0.34 * len(summary)
