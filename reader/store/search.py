"""Full-text search: words to FTS5, ranked hits with the words around them. Part of the store's facade."""

import re
from typing import Any

from reader.core.entities import ArticleId

_WORD = re.compile(r"\w+")


def match_expression(query: str) -> str | None:
    """Any words as an FTS5 expression that cannot be malformed: all must occur, the last may be a beginning."""
    words = _WORD.findall(query)
    if not words:
        return None
    return " ".join(f'"{word}"' for word in words[:-1]) + f' "{words[-1]}"*'


def search_test(query: str, lead: str) -> tuple[str, list[Any]]:
    """The SQL test that an article of the leading table matches `query`, and its values."""
    key = "article.id" if lead == "article" else "status.article_id"
    return f"{key} IN (SELECT rowid FROM search WHERE search MATCH ?)", [match_expression(query) or '""']


def hits(database: Any, query: str, limit: int) -> dict[ArticleId, str]:  # noqa: ANN401
    """Snippets of the articles found, best first; accents do not matter, no query is malformed."""
    expression = match_expression(query)
    if expression is None:
        return {}
    found = database.execute_sql(
        "SELECT rowid, snippet(search, 3, char(2), char(3), '…', 24) FROM search"
        " WHERE search MATCH ? ORDER BY bm25(search, 8, 4, 2, 1) LIMIT ?",
        (expression, limit),
    ).fetchall()
    return {ArticleId(row[0]): row[1] for row in found}
