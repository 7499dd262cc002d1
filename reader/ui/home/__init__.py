"""Home ("Page d'accueil"): the news by day, what matters as cards with pictures, the rest as rows below them."""

from reader.ui.home.pane import Home

__all__ = ["Home"]
