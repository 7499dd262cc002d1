"""One article as a row or a card: its words, its badges, its picture, and how they are painted in a theme.

Used by the article list and by Home, through `reader.ui.row_view`.
"""
