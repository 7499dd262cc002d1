"""The worker process: a page or drawing that runs away costs its own reading, nothing else."""

import asyncio
import os
import signal

import pytest

from reader.core.errors import ContentError
from reader.engine.workshop import Workshop
from tests.engine.pages import news_page

PAGE = news_page("Le phare change de mains")[0]
SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='2000' height='2000'>{}</svg>"
# Noise upon noise upon noise: little to write, a long time to draw.
ENDLESS = SVG.format(
    "<filter id='f'>"
    + "<feTurbulence baseFrequency='.9' numOctaves='50' result='a'/><feComposite in='a' in2='SourceGraphic'/>" * 40
    + "</filter><rect width='2000' height='2000' filter='url(#f)'/>"
).encode()


def run(work, **options):
    async def go():
        async with Workshop(**options) as workshop:
            return await work(workshop)

    return asyncio.run(go())


def test_pages_are_read_one_after_the_other_by_one_process():
    async def work(workshop):
        found = await asyncio.gather(*(workshop.extract(PAGE, f"https://a.example/{one}") for one in range(3)))
        return [one.title for one in found], workshop._child.pid

    titles, pid = run(work)
    assert titles == ["Le phare change de mains"] * 3
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_task_that_runs_away_is_ended_and_the_next_one_is_done():
    async def work(workshop):
        with pytest.raises(ContentError, match="too long"):
            await workshop.readable(ENDLESS)
        return await workshop.extract(PAGE, "https://a.example/1")

    assert run(work, cpu_seconds=2).title == "Le phare change de mains"


def test_the_loop_lives_while_the_worker_works():
    async def work(workshop):
        turns = 0

        async def count():
            nonlocal turns
            while True:
                turns += 1
                await asyncio.sleep(0.001)

        counting = asyncio.create_task(count())
        await workshop.extract(PAGE, "https://a.example/1")
        counting.cancel()
        return turns

    assert run(work) > 20


def test_a_worker_that_died_between_tasks_is_replaced():
    async def work(workshop):
        await workshop.extract(PAGE, "https://a.example/1")
        child = workshop._child
        child.send_signal(signal.SIGKILL)
        await child.wait()
        return await workshop.extract(PAGE, "https://a.example/2")

    assert run(work).title == "Le phare change de mains"


def test_what_is_no_page_is_refused_with_its_sentence():
    async def work(workshop):
        with pytest.raises(ContentError, match="empty") as caught:
            await workshop.extract(b"", "https://a.example/1")
        return caught.value.fr

    assert run(work) == "La page est vide."
