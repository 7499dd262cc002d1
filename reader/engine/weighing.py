"""A feed's bytes read, and what is to be stored of its entries decided: all that a round does with what is new.

It brings the readers of feeds and HTML with it, and is imported by a round only when a feed has something new: most
rounds have nothing, and these take longer to import than two hundred servers to ask.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from reader.content.feed_formats import parse_feed
from reader.core.entities import Feed, ParsedEntry
from reader.core.plans import ArticlePlan
from reader.engine import fulltext
from reader.engine.decide import decide
from reader.engine.runs import runs_of
from reader.store import Store

__all__ = ["parse_feed", "plans_of"]


def plans_of(store: Store, feed: Feed, batch: Sequence[ParsedEntry], present: Collection[str]) -> list[ArticlePlan]:
    """What is to be stored of these entries; those whose text is their page's are asked for again instead."""
    guids = [entry.guid for entry in batch]
    known, pages = store.known(feed.id, guids), store.held_pages(feed.id, guids)
    unknown = [entry for entry in batch if entry.guid not in known]
    known |= store.known_renamed(feed.id, unknown, present)
    plans, same = [], []
    for entry in batch:
        page = pages.get(entry.guid)
        anew = fulltext.feed_says_anew(entry, page, feed.full_text) if page else None
        if anew is not None:
            if anew and page:
                store.ask_page_again(page.article_id, fulltext.feed_mark(entry), entry)
            continue
        plan = decide(entry, known.get(entry.guid))
        if plan is not None and plan.kind is not None:
            wanted = fulltext.wants_page(entry, feed.full_text, plan.words)
            mark = fulltext.feed_mark(entry) if wanted else None
            plan = replace(plan, runs=runs_of(plan), page=mark, cut=fulltext.is_cut(entry))
        if plan is not None:
            plans.append(plan)
        elif (held := known.get(entry.guid)) is not None:
            same.append((held.id, entry.given.digest))
    if same:
        store.note_digests(same)
    return plans
