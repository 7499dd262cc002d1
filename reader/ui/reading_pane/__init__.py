"""The reading pane: one article at a time, typeset, offline. Handed values, it tells by signals what is wanted."""

from reader.render.formats import TextStyle
from reader.ui.reading_pane.pane import ReadingPane

__all__ = ["ReadingPane", "TextStyle"]
