"""The bar over a list: how many articles have come meanwhile; a click shows them."""

from PySide6.QtWidgets import QPushButton


class Arrivals(QPushButton):
    """Hidden until there is something to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("arrivals")
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many have come."""
        self.setText(self.tr("%n new article(s)", "", count))
