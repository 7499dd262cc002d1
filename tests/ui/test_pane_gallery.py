"""Pictures side by side: several in a row without words between them share the column."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QGuiApplication, QImage

from reader.core.entities import Picture
from tests.render.articles import article
from tests.ui.articles import pixels
from tests.ui.test_reading_pane import pane

__all__ = ["pane"]
COLOURS = ("#c02020", "#20a020", "#2020c0")


@pytest.fixture
def pictures(tmp_path):
    (tmp_path / "media").mkdir(exist_ok=True)
    made = []
    for number, colour in enumerate(COLOURS):
        image = QImage(600, 400 if number < 2 else 900, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        image.save(str(tmp_path / "media" / f"{number}.png"))
        made.append(
            Picture(
                f"https://encre.invalid/{number}.png", "", file=f"media/{number}.png", width=600, height=image.height()
            )
        )
    return tuple(made)


def rects(pane):
    return [pane.view.picture_rect(position) for position, _ in pane.view.shown.outline.figures]


def show(pane, text, pictures):
    pane.show_article(article(text, pictures=pictures))
    pane.wait_for_pictures()
    pane.view.viewport().repaint()


def test_pictures_in_a_row_stand_side_by_side_as_wide_as_the_column(pane, pictures):
    row = "\n\n".join(f"![{n}](https://encre.invalid/{n}.png)" for n in range(3))
    show(pane, f"Avant.\n\n{row}\n\nAprès.", pictures)
    first, second, third = rects(pane)
    assert first.top() == second.top() == third.top()
    assert first.right() < second.left() and second.right() < third.left()
    assert abs(first.height() - third.height()) <= 1
    assert abs(third.right() - first.left() - pane.view.column()) <= 6
    grabbed = pane.view.viewport().grab().toImage()
    for rect, colour in zip(rects(pane), COLOURS, strict=True):
        assert pixels(grabbed.copy(rect), colour) > 0.9 * rect.width() * rect.height()
    middle = QPointF(second.center()) - QPointF(0, pane.view.verticalScrollBar().value())
    assert pane.view.picture_at(middle) == 1
    assert pane.view.picture_at(QPointF(first.right() + 5, middle.y())) == -1
    starts = pane.view.shown.outline.starts
    assert starts == sorted(set(starts)), "a place can be kept in each of them"
    pane.select_all()
    pane.copy_as_markdown()
    copied = QGuiApplication.clipboard().text()
    assert [copied.count(f"{n}.png") for n in range(3)] == [1, 1, 1]


def test_words_between_them_or_a_missing_file_leave_each_alone(pane, pictures):
    show(pane, "![0](https://encre.invalid/0.png)\n\nMot.\n\n![1](https://encre.invalid/1.png)", pictures)
    first, second = rects(pane)
    assert second.top() > first.bottom()
    show(pane, "![0](https://encre.invalid/0.png)\n\n![x](https://encre.invalid/x.png)", pictures)
    first, second = rects(pane)
    assert second.top() > first.bottom()
