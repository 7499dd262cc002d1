"""Retention: which articles may be cleaned up, and when. Pure; `store.retention` asks the same in SQL, and a test holds
the two against each other.

The invariant: what is starred, annotated, tagged, archived or unread stays. Of the rest, what any limit keeps stays.
"""

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reader.core.entities import FeedId


class Removal(StrEnum):
    """What a clean-up takes: the text and pictures of an article, or the whole article."""

    TEXT = "text"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Policy:
    """How much of a feed is kept: the `newest` articles, and whatever came in the last `months`; 0 sets no limit.

    With no limit at all everything is kept, and the policy is false.
    """

    newest: int = 0
    months: int = 0
    removes: Removal = Removal.TEXT

    def __bool__(self) -> bool:
        return bool(self.newest or self.months)

    def to_text(self) -> str:
        """For the library and the settings; `policy_from_text` reads it."""
        return f"{self.newest}/{self.months}/{self.removes.value}" if self else "all"


def policy_from_text(text: str | None) -> Policy | None:
    """What `to_text` gave; None for no policy of its own and for what cannot be read: the usual one holds then."""
    if text == "all":
        return Policy()
    parts = (text or "").split("/")
    if len(parts) != 3 or not (parts[0].isdecimal() and parts[1].isdecimal()) or parts[2] not in set(Removal):
        return None
    return Policy(int(parts[0]), int(parts[1]), Removal(parts[2]))


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides about one article. `rank` counts from 0 at the newest of its feed; `came` is when it was received.

    `deleted` articles are in the bin already; of `emptied` ones only the headline is left, or soon will be.
    """

    rank: int
    came: datetime
    read: bool = True
    starred: bool = False
    annotated: bool = False
    tagged: bool = False
    archived: bool = False
    deleted: bool = False
    emptied: bool = False


def is_exempt(one: Standing) -> bool:
    """The invariant: no clean-up touches such an article, whatever the limits say."""
    return one.starred or one.annotated or one.tagged or one.archived or not one.read


def goes(one: Standing, policy: Policy, now: datetime) -> bool:
    """Whether a clean-up takes this article, or its text; what either limit keeps stays."""
    if not policy or is_exempt(one) or one.deleted or (one.emptied and policy.removes is Removal.TEXT):
        return False
    is_among_newest = bool(policy.newest) and one.rank < policy.newest
    is_young = bool(policy.months) and one.came >= months_before(now, policy.months)
    return not is_among_newest and not is_young


def months_before(now: datetime, months: int) -> datetime:
    """The same day some months ago; the last of the month where that has no such day."""
    whole = now.year * 12 + now.month - 1 - months
    year, month = max(1, whole // 12), whole % 12 + 1
    return now.replace(year=year, month=month, day=min(now.day, calendar.monthrange(year, month)[1]))


def agreement(policies: Mapping[FeedId, Policy]) -> str:
    """What the reader has seen and agreed to, as text: the limits in force, and in which feeds."""
    return " ".join(sorted(f"{feed_id}:{policy.to_text()}" for feed_id, policy in policies.items()))


def is_agreed(policies: Mapping[FeedId, Policy], agreed: str) -> bool:
    """Whether the reader has seen what these limits take. A feed that came later under limits agreed to is covered."""
    known = dict(part.split(":", 1) for part in agreed.split() if ":" in part)
    usual = set(known.values())
    return all(
        known.get(str(feed_id)) == policy.to_text() or (str(feed_id) not in known and policy.to_text() in usual)
        for feed_id, policy in policies.items()
        if policy
    )


@dataclass(frozen=True, slots=True)
class FeedClearing:
    """What a clean-up would take of one feed: articles, bytes of text, bytes of pictures that nothing else needs.

    `spared`: how many articles are beyond the limits, and stay because they are exempt.
    """

    feed_id: FeedId
    title: str
    removes: Removal
    articles: int = 0
    text: int = 0
    pictures: int = 0
    spared: int = 0


def worth_showing(lines: Iterable[FeedClearing]) -> list[FeedClearing]:
    """The feeds that would lose or spare something, the largest saving first."""
    return sorted(
        (one for one in lines if one.articles or one.spared),
        key=lambda one: (-one.text - one.pictures, -one.articles, one.title.casefold()),
    )
