"""What readers marked in articles, with their notes. Kept for good: unsubscribing removes none. Part of the facade."""

import unicodedata
from typing import Any

from reader.core.entities import ArticleId
from reader.core.highlights import Highlight
from reader.store.encoding import from_ticks, to_ticks

SCHEMA = """
CREATE TABLE highlight (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article(id),
    colour INTEGER NOT NULL,
    quote TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, -- by these it is found in a later version
    place REAL NOT NULL,                   -- 0 to 1: to choose between equal words
    note TEXT NOT NULL DEFAULT '',
    made INTEGER NOT NULL
);
CREATE INDEX highlight_article ON highlight(article_id);
"""
_COLUMNS = "id, article_id, colour, quote, before, after, place, note, made"


def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


class HighlightShelf:
    """The highlights of one open library."""

    def __init__(self, database: Any) -> None:  # noqa: ANN401
        self._database = database

    def of_article(self, article_id: ArticleId) -> list[Highlight]:
        """Those of an article, in the order of the text."""
        sql = f"SELECT {_COLUMNS} FROM highlight WHERE article_id = ? ORDER BY place, id"
        return [_highlight(row) for row in self._database.execute_sql(sql, (article_id,)).fetchall()]

    def find(self, words: str = "") -> list[Highlight]:
        """All with every one of `words` in quote or note, case and accents aside; the newest first."""
        rows = self._database.execute_sql(f"SELECT {_COLUMNS} FROM highlight ORDER BY made DESC, id DESC").fetchall()
        wanted = _folded(words).split()
        found = [_highlight(row) for row in rows]
        return [one for one in found if all(word in _folded(f"{one.quote}\n{one.note}") for word in wanted)]

    def keep(self, one: Highlight) -> Highlight:
        """Store a new highlight (id 0) or the changed colour and note of one; returns it with its id."""
        with self._database.atomic():
            if one.id:
                sql = "UPDATE highlight SET colour = ?, note = ? WHERE id = ?"
                self._database.execute_sql(sql, (one.colour, one.note, one.id))
                identity = one.id
            else:
                sql = f"INSERT INTO highlight ({_COLUMNS}) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)"
                values = (one.article_id, one.colour, one.quote, one.before, one.after, one.at, one.note)
                identity = self._database.execute_sql(sql, (*values, to_ticks(one.made))).lastrowid
        sql = f"SELECT {_COLUMNS} FROM highlight WHERE id = ?"
        return _highlight(self._database.execute_sql(sql, (identity,)).fetchone())

    def remove(self, identity: int) -> bool:
        """Take one off; False when there is none of that id."""
        return bool(self._database.execute_sql("DELETE FROM highlight WHERE id = ?", (identity,)).rowcount)


def _highlight(row: tuple[Any, ...]) -> Highlight:
    identity, article_id, colour, quote, before, after, place, note, made = row
    moment = from_ticks(made)
    assert moment is not None, "the column is NOT NULL"
    return Highlight(identity, ArticleId(article_id), colour, quote, before, after, place, note, moment)
