"""Articles that stay in a list though they no longer match, put at their places. Part of the store's facade."""

import json
from typing import Any

from reader.core.filters import ArticleFilter, Listing, Order


def with_kept(database: Any, wanted: ArticleFilter, found: Listing) -> Listing:  # noqa: ANN401
    """`found` with the articles of `wanted.keep` at their places."""
    missing = wanted.keep.difference(found.ids)
    if not missing:
        return found
    sql = "SELECT id, sort, minutes FROM article WHERE id IN (SELECT value FROM json_each(?))"
    facts = {row[0]: row[1:] for row in database.execute_sql(sql, (json.dumps(sorted(missing)),)).fetchall()}
    ids, times = found.ids, found.times
    for article_id, (time, minutes) in sorted(facts.items()):
        place = _place(database, wanted, Listing(ids, times), (minutes, time, article_id))
        ids.insert(place, article_id)
        times.insert(place, time)
    return Listing(ids, times)


def _place(database: Any, wanted: ArticleFilter, held: Listing, facts: tuple[int, int, int]) -> int:  # noqa: ANN401
    """Where an article with these (minutes, time, id) belongs in `held`, by halving."""
    by_length = wanted.order in (Order.LONGEST, Order.SHORTEST)
    ascending = wanted.order in (Order.OLDEST, Order.SHORTEST)
    low, high = 0, len(held.ids)
    while low < high:
        middle = (low + high) // 2
        minutes = 0
        if by_length:
            sql = "SELECT minutes FROM article WHERE id = ?"
            minutes = database.execute_sql(sql, (held.ids[middle],)).fetchone()[0]
        other = (minutes, held.times[middle], held.ids[middle])
        mine = facts if by_length else (0, *facts[1:])
        if (other < mine) == ascending:
            low = middle + 1
        else:
            high = middle
    return low
