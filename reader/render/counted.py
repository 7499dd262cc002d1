"""Words with a number in them that the pane shows: Qt finds plurals only in an object of its own."""

from PySide6.QtCore import QObject


class _Counted(QObject):
    def versions(self, count: int) -> str:
        return self.tr("%n versions", "", count)

    def more_columns(self, count: int) -> str:
        return self.tr("%n more columns: open the whole table", "", count)


def versions(count: int) -> str:
    """How many versions an article has."""
    return _Counted().versions(count)


def more_columns(count: int) -> str:
    """How many columns of a table have no room."""
    return _Counted().more_columns(count)
