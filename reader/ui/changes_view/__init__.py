"""What changed in an article, in the reading pane's place."""

from reader.ui.changes_view.pane import ChangesView

__all__ = ["ChangesView"]
