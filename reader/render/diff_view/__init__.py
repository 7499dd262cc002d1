"""Two versions of an article as one document: what came, what went, what moved, and the unchanged text folded."""

from reader.render.diff_view.document import DiffDocument, Shown, Words

__all__ = ["DiffDocument", "Shown", "Words"]
