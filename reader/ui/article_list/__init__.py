"""The middle pane: the articles of a view, a feed, a folder or a search."""

from reader.ui.article_list.pane import ArticleList

__all__ = ["ArticleList"]
