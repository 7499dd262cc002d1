"""How often a publisher wants to be asked: RSS `ttl`, `skipHours`, `skipDays`, and RSS 1.0's syndication module."""

from datetime import datetime, timedelta

from reader.content.feed_formats.names import Element, name_of, text_of
from reader.content.feed_formats.raw import RawFeed

_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LONGEST = 525_600


def add_rhythm(feed: RawFeed, channel: Element) -> None:
    """Read it off the elements of `channel` into `feed`."""
    period, frequency = None, 1
    for child in channel:
        key, words = name_of(child.tag), ""
        if key in ("ttl", "sy:updateperiod", "sy:updatefrequency"):
            words = text_of(child).lower()
        if key == "ttl":
            feed.ttl_minutes = _number(words) or feed.ttl_minutes
        elif key == "sy:updateperiod":
            period = _PERIODS.get(words)
        elif key == "sy:updatefrequency":
            frequency = _number(words) or 1
        elif key == "skiphours":
            hours = [text_of(part) for part in child]
            # RSS 0.91 counts the hours 1 to 24, RSS 2.0 0 to 23.
            feed.skip_hours = frozenset(int(hour) % 24 for hour in hours if hour.isdecimal() and len(hour) < 3)
        elif key == "skipdays":
            days = [text_of(part).lower() for part in child]
            feed.skip_days = frozenset(_DAYS.index(day) for day in days if day in _DAYS)
    if period and not feed.ttl_minutes:
        feed.ttl_minutes = max(1, period // frequency)


def _number(words: str) -> int | None:
    return min(int(words), _LONGEST) if words.isascii() and words.isdigit() and 0 < len(words) < 9 else None


def minutes_to_wait(feed: RawFeed, now: datetime) -> int | None:
    """The minutes after `now` before which the publisher does not want to be asked; None when it says nothing.

    An hour in `skip_hours` or a day in `skip_days` moves the time to the next one that is open.
    """
    wait = feed.ttl_minutes or 0
    if len(feed.skip_hours) < 24 and len(feed.skip_days) < 7 and (feed.skip_hours or feed.skip_days):
        then = now + timedelta(minutes=wait)
        for _ in range(24 * 8):
            if then.hour not in feed.skip_hours and then.weekday() not in feed.skip_days:
                break
            then = then.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        wait = max(wait, -(-int((then - now).total_seconds()) // 60))
    return wait or None
