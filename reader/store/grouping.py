"""The hits of a search under the names of their feeds or sections. Part of the store's facade.

Other lists are asked group by group (`queries`); a search would have to be asked anew for each.
"""

import json
from array import array
from string import ascii_lowercase, ascii_uppercase
from typing import Any

from reader.core.filters import Grouping, Listing
from reader.store.search import section_names

_FEEDS = "SELECT id, coalesce(own_title, title, url) FROM feed ORDER BY 2 COLLATE NOCASE, id"
_COLUMNS = {Grouping.FEED: "feed_id", Grouping.SECTION: "lower(coalesce(section, ''))"}


_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)


def lowered(name: str) -> str:
    """A name as SQLite's lower() and NOCASE take it: they know the letters of ASCII alone."""
    return name.translate(_SMALL)


def in_groups(database: Any, found: Listing, grouping: Grouping) -> Listing:  # noqa: ANN401
    """The same articles group after group, in each in the order they had."""
    if grouping is Grouping.FEED:
        names: list[tuple[Any, str]] = [(row[0], row[1]) for row in database.execute_sql(_FEEDS).fetchall()]
    else:
        names = [(lowered(name), name) for name in section_names(database)] + [("", "")]
    sql = f"SELECT id, {_COLUMNS[grouping]} FROM article WHERE id IN (SELECT value FROM json_each(?))"
    its = dict(database.execute_sql(sql, (json.dumps(list(found.ids)),)).fetchall())
    members: dict[Any, list[int]] = {key: [] for key, _ in names}
    for place, one in enumerate(found.ids):
        members.setdefault(its.get(one), []).append(place)
    ids, times, groups = array("q"), array("q"), []
    for key, name in names:
        if members[key]:
            groups.append((len(ids), name))
            ids.extend(found.ids[place] for place in members[key])
            times.extend(found.times[place] for place in members[key])
    return Listing(ids, times, tuple(groups))


def shortened(found: Listing, limit: int | None, offset: int) -> Listing:
    """`limit` rows from `offset`, under the groups that they are in."""
    end = None if limit is None else offset + limit
    ids, times = found.ids[offset:end], found.times[offset:end]
    moved = [(max(0, start - offset), name) for start, name in found.groups if end is None or start < end]
    begun = [index for index, (start, _) in enumerate(moved) if start == 0]
    return Listing(ids, times, tuple(moved[begun[-1] if begun else 0 :]))
