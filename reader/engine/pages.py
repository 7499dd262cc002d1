"""Articles' own pages, fetched where the feed holds only a summary: a few at a time, politely, the newest first.

What is due is rows: a kill at any moment is resumed by the next round. Nothing that a page brings ever takes the place
of a better text that is held (see `fulltext`).
"""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

from reader.core.changes import Changes
from reader.core.errors import ContentError, EncreError
from reader.core.plans import ArticlePlan, PageJob
from reader.engine import fulltext
from reader.engine.protocol import Fetching
from reader.engine.runs import runs_of
from reader.engine.stages import Tools, trusted_by, understood, wait_after
from reader.engine.updates import announce_updates

_AT_ONCE = 6
MOST_OF_A_FEED = 50
MOST_OF_A_ROUND = 500


async def fetch_pages(tools: Tools, *, everything: bool = False) -> int:
    """Fetch the pages that are due, bounded per feed and round unless `everything`; how many gave their text."""
    most, per_feed = (1_000_000, 1_000_000) if everything else (MOST_OF_A_ROUND, MOST_OF_A_FEED)
    jobs = tools.store.page_jobs(datetime.now(UTC), limit=most, per_feed=per_feed)
    if not jobs:
        return 0
    tools.tell(Fetching("pages", 0, len(jobs)))
    queue, stored, done = list(reversed(jobs)), 0, 0

    async def work() -> None:
        nonlocal stored, done
        while queue:
            job = queue.pop()
            got = await _one(tools, job)
            stored += got
            done += 1
            tools.tell(Fetching("pages", done, len(jobs), job.entry.title))

    async with asyncio.TaskGroup() as group:
        for _ in range(min(_AT_ONCE, len(jobs))):
            group.create_task(work())
    return stored


async def _one(tools: Tools, job: PageJob) -> bool:
    try:
        answer = await tools.client.get(job.url, kind="page", trusted=trusted_by(job.feed_url))
        if "html" not in (answer.content_type or "html").lower():
            raise ContentError("This is not a web page.", "Ce n'est pas une page web.", cause=answer.content_type)
        page = await tools.workshop.extract(answer.body, answer.url)
        taken = fulltext.take(job, page, answer.url)
        if taken.fault is not None:
            raise ContentError(*taken.fault, retry=fulltext.is_cut(job.entry))
        tools.told(_stored(tools, job, taken))
    except Exception as problem:  # noqa: BLE001 - see `understood`
        _failed(tools, job, understood(problem, f"page {job.url}"))
        return False
    return taken.state == "stored"


def _stored(tools: Tools, job: PageJob, taken: fulltext.Taken) -> Changes:
    if taken.plan is None:
        tools.store.page_done(job.article_id, taken.state)
        return Changes()
    plan = replace(taken.plan, runs=runs_of(taken.plan))
    if taken.completes:
        return tools.store.complete_article(plan, taken.state)
    with tools.store.together():
        changes = _revised(tools, job, plan)
        tools.store.page_done(job.article_id, taken.state)
    return changes


def _revised(tools: Tools, job: PageJob, plan: ArticlePlan) -> Changes:
    changes = tools.store.apply(job.feed_id, [plan], datetime.now(UTC), reflag=tools.reflag)
    return changes | announce_updates(tools, job.feed_id, [plan])


def _failed(tools: Tools, job: PageJob, error: EncreError) -> None:
    wait = wait_after(error, job.tries)
    sentence = error.sentence(tools.language)
    # What the feed says anew (a mark in the headline) is told at once, though the page may be had only later.
    plan = fulltext.without_page(job) if job.from_page else None
    if wait is not None:
        with tools.store.together():
            changes = _revised(tools, job, replace(plan, runs=runs_of(plan))) if plan is not None else Changes()
            tools.store.page_failed(job.article_id, error=sentence, retry_at=datetime.now(UTC) + wait)
        tools.told(changes)
        return
    # A text that does not say it is cut, and whose page cannot be had, is all there is.
    state = "stored" if job.from_page else "failed" if fulltext.is_cut(job.entry) or error.retry else "kept"
    with tools.store.together():
        changes = _revised(tools, job, replace(plan, runs=runs_of(plan))) if plan is not None else Changes()
        tools.store.page_done(job.article_id, state, sentence)
    tools.told(changes)
