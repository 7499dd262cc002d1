"""The welcome: our own articles, read from the files that came with Encre, through the same path as any feed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from reader.content.feed_formats import parse_feed
from reader.content.images import identify
from reader.core.changes import Changes
from reader.core.entities import FeedId, ParsedFeed, Validators
from reader.core.plans import ArticlePlan
from reader.engine.assets import media_file, write_picture
from reader.engine.decide import decide
from reader.paths import RESOURCES, Paths
from reader.store import Store
from reader.text import typeset

SAMPLES = RESOURCES / "welcome"
ADDRESS = "encre:welcome"
_BASE = "https://encre.invalid/"


def sample_feeds() -> list[Path]:
    """The sample feeds, each earlier version right before its present one."""
    files = [file for file in SAMPLES.iterdir() if file.suffix in (".xml", ".json")]
    return sorted(files, key=lambda file: (file.stem.removesuffix("-before"), not file.stem.endswith("-before")))


def install_welcome(store: Store, paths: Paths, language: str) -> Changes:
    """Put the welcome articles into the library, earlier versions first; done twice it stores nothing twice."""
    title = "Bienvenue dans Encre" if language == "fr" else "Welcome to Encre"
    feed_id, changes = store.add_feed(ADDRESS, title=title)
    now = datetime.now(UTC)
    for file in sample_feeds():
        parsed = parse_feed(file.read_bytes(), url=_BASE + file.name)
        changes |= _store(store, feed_id, parsed, now)
    changes |= _pictures(store, paths, now)
    never = now + timedelta(days=36_500)
    parsed_name = ParsedFeed("welcome", title=title)
    changes |= store.feed_succeeded(feed_id, now=now, next_due=never, validators=Validators(), parsed=parsed_name)
    return changes


def _store(store: Store, feed_id: FeedId, parsed: ParsedFeed, now: datetime) -> Changes:
    changes = Changes()
    entries = list(reversed(parsed.entries))
    for start in range(0, len(entries), 20):
        batch = entries[start : start + 20]
        known = store.known(feed_id, [entry.guid for entry in batch])
        plans = [plan for entry in batch if (plan := decide(entry, known.get(entry.guid))) is not None]
        changes |= store.apply(feed_id, [_with_runs(plan) for plan in plans], now)
    return changes


def _with_runs(plan: ArticlePlan) -> ArticlePlan:
    return replace(plan, runs=typeset(plan.entry.markdown, plan.entry.language))


def _pictures(store: Store, paths: Paths, now: datetime) -> Changes:
    changes = Changes()
    for asset in store.pending_assets(500, now):
        if not asset.url.startswith(_BASE):
            continue
        source = SAMPLES / urlsplit(asset.url).path.lstrip("/")
        if not source.is_file() or SAMPLES not in source.resolve().parents:
            continue
        body = source.read_bytes()
        facts = identify(body)
        file = media_file(body, facts.extension)
        write_picture(paths.data / file, body)
        changes |= store.asset_stored(
            asset.id,
            file=file.as_posix(),
            content_hash=file.stem,
            size=len(body),
            width=facts.width,
            height=facts.height,
        )
    return changes
