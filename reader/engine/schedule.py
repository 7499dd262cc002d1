"""When a feed is due next. Pure: values in, a time out.

The publisher's word first (ttl, Cache-Control), then the feed's own rhythm, within a quarter of an hour and a day.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

SHORTEST = timedelta(minutes=15)
LONGEST = timedelta(hours=24)
USUAL = timedelta(minutes=60)
_LONGEST_PAUSE = timedelta(days=7)


def next_due(
    now: datetime,
    published: Sequence[datetime],
    *,
    ttl_minutes: int | None = None,
    max_age_minutes: int | None = None,
) -> datetime:
    """The next time after a fetch that went well; `published` are the times of the feed's newest entries."""
    wait = _rhythm(now, published)
    for said in (ttl_minutes, max_age_minutes):
        if said:
            wait = max(wait, timedelta(minutes=said))
    return now + min(max(wait, SHORTEST), LONGEST)


def _rhythm(now: datetime, published: Sequence[datetime]) -> timedelta:
    """Half the usual gap between entries; silence counts as a gap."""
    times = sorted((moment for moment in published if moment <= now), reverse=True)[:10]
    if not times:
        return USUAL
    gaps = [now - times[0]] + [later - earlier for later, earlier in pairwise(times)]
    return sorted(gaps)[len(gaps) // 2] / 2


def when_unchanged(now: datetime, interval_minutes: int, *, max_age_minutes: int | None = None) -> datetime:
    """The next time after "not modified": a quarter later than last time, since silence tells of a slower rhythm."""
    wait = max(timedelta(minutes=interval_minutes * 1.25), timedelta(minutes=max_age_minutes or 0), SHORTEST)
    return now + min(wait, LONGEST)


def after_failure(
    now: datetime, failures: int, retry_after: timedelta | None = None, *, gone: bool = False
) -> datetime:
    """The next try: doubling from a quarter of an hour up to a day; Retry-After is kept to, up to a week.

    What is `gone` for good (410) is asked once a week, in case it was a mistake.
    """
    if gone:
        return now + _LONGEST_PAUSE
    doubled: timedelta = SHORTEST * int(2 ** min(max(failures, 0), 10))
    wait = min(doubled, LONGEST)
    if retry_after is not None:
        wait = max(wait, min(retry_after, _LONGEST_PAUSE))
    return now + wait
