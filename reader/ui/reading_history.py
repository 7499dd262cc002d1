"""The way through the articles: back and forward as in a browser. A value that is changed by what is opened."""

from reader.core.entities import ArticleId

_LONGEST = 200


class ReadingHistory:
    """Which articles were open, and where one stands among them."""

    def __init__(self) -> None:
        self._way: list[ArticleId] = []
        self._at = -1

    def visit(self, article_id: ArticleId) -> None:
        """An article is shown: the way ahead is forgotten, unless one stands on it already."""
        if self._at >= 0 and self._way[self._at] == article_id:
            return
        del self._way[self._at + 1 :]
        self._way.append(article_id)
        del self._way[:-_LONGEST]
        self._at = len(self._way) - 1

    def step(self, by: int) -> ArticleId | None:
        """Go back (-1) or forward (1) and say where to; None at an end."""
        if not 0 <= self._at + by < len(self._way):
            return None
        self._at += by
        return self._way[self._at]

    def forget(self, article_id: ArticleId) -> None:
        """The article where one stands is in the library no more: leave it out of the way."""
        before = sum(one == article_id for one in self._way[: self._at + 1])
        self._way = [one for one in self._way if one != article_id]
        self._at = max(-1, min(self._at - before, len(self._way) - 1))
