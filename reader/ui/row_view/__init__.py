"""A scrolling view of articles: where each row lies, which rows are held, how they are chosen.

Used by the article list and by Home. `RowView` is a table of one column for Qt and for screen readers; where its rows
lie is said by a `Geometry`, so that a million rows cost no more than ten.
"""

from reader.ui.row_view.bands import Band, day_bands, group_bands, with_visit
from reader.ui.row_view.geometry import Geometry, UniformGeometry
from reader.ui.row_view.model import RowModel
from reader.ui.row_view.view import RowView

__all__ = ["Band", "Geometry", "RowModel", "RowView", "UniformGeometry", "day_bands", "group_bands", "with_visit"]
