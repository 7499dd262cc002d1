"""Tags: the reader's free words on articles, apart from those of the publisher. Part of the store's facade."""

import json
from collections.abc import Sequence
from typing import Any

from reader.core.search_words import folded
from reader.store import duplicates, smart

# One word in one spelling: "Été" and "ete" are the same tag, in the spelling that came first.
SCHEMA = """
CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE);
CREATE TABLE article_tag (
    article_id INTEGER NOT NULL REFERENCES article(id), tag_id INTEGER NOT NULL REFERENCES tag(id),
    PRIMARY KEY (article_id, tag_id)
) WITHOUT ROWID;
CREATE INDEX article_tag_of ON article_tag(tag_id, article_id);
"""
_NAMES = "SELECT article_id, name FROM article_tag JOIN tag ON tag.id = tag_id WHERE article_id IN"
_NAMES += " (SELECT value FROM json_each(?)) ORDER BY folded"


def used(database: Any) -> list[tuple[str, int]]:  # noqa: ANN401
    """Every tag in use with the number of its articles, by name."""
    sql = "SELECT name, count(*) FROM tag JOIN article_tag ON tag_id = tag.id GROUP BY tag.id"
    return [(row[0], row[1]) for row in database.execute_sql(sql + " ORDER BY folded").fetchall()]


def test_of(tag: str, key: str) -> tuple[str, list[Any]]:
    """The SQL test that the article with this key has a tag."""
    its = "SELECT article_id FROM article_tag JOIN tag ON tag.id = tag_id WHERE folded = ?"
    return f"{key} IN ({its})", [folded(" ".join(tag.split()))]


def of_articles(database: Any, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:  # noqa: ANN401
    """The tags of these articles, by id; those without any are left out."""
    found: dict[int, tuple[str, ...]] = {}
    for article_id, name in database.execute_sql(_NAMES, (json.dumps(list(ids)),)).fetchall():
        found[article_id] = (*found.get(article_id, ()), name)
    return found


def change(
    database: Any,  # noqa: ANN401
    ids: Sequence[int],
    add: Sequence[str],
    remove: Sequence[str],
) -> dict[int, tuple[str, ...]]:
    """Put tags on articles and take others away; the articles that this changed, with the tags they had before.

    One article of several feeds has them in all. Called inside a transaction.
    """
    words = [" ".join(word.split()) for word in add]
    gone = {folded(" ".join(word.split())) for word in remove}
    every = duplicates.with_twins(database, ids)
    before = of_articles(database, every)
    after = {one: _changed(before.get(one, ()), words, gone) for one in every}
    touched = [one for one in every if {*map(folded, after[one])} != {*map(folded, before.get(one, ()))}]
    put(database, [(one, after[one]) for one in touched])
    return {one: before.get(one, ()) for one in touched}


def _changed(held: Sequence[str], add: Sequence[str], gone: set[str]) -> tuple[str, ...]:
    kept = {folded(name): name for name in held if folded(name) not in gone}
    for name in add:
        if name and folded(name) not in gone:
            kept.setdefault(folded(name), name)
    return tuple(kept.values())


def put(database: Any, wanted: Sequence[tuple[int, Sequence[str]]]) -> None:  # noqa: ANN401
    """Give each article exactly these tags; called inside a transaction."""
    ids = [article_id for article_id, _ in wanted]
    if not ids:
        return
    database.execute_sql(
        "DELETE FROM article_tag WHERE article_id IN (SELECT value FROM json_each(?))", (json.dumps(ids),)
    )
    for name in dict.fromkeys(name for _, names in wanted for name in names):
        database.execute_sql(
            "INSERT INTO tag (name, folded) VALUES (?, ?) ON CONFLICT DO NOTHING", (name, folded(name))
        )
    pairs = json.dumps([[article_id, folded(name)] for article_id, names in wanted for name in names])
    database.execute_sql(
        "INSERT INTO article_tag SELECT value ->> 0, tag.id FROM json_each(?) JOIN tag ON tag.folded = value ->> 1"
        " WHERE true ON CONFLICT DO NOTHING",
        (pairs,),
    )
    database.execute_sql("DELETE FROM tag WHERE id NOT IN (SELECT tag_id FROM article_tag)")
    smart.match_again(database, ids)
