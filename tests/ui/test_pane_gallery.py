"""Pictures side by side: several in a row without words between them share the column."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest

from reader.core.entities import Picture
from reader.render.galleries import rows_of
from tests.render.articles import PALETTES, article
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


def figure(number, caption=""):
    return f"![Vue {number}](https://encre.invalid/{number}.png)" + (f"\\\n\u2003{caption}" if caption else "")


def below(pane, words):
    """The box of a line of words, in the document."""
    block = pane.view.document().begin()
    while block.text() != words:
        block = block.next()
    return pane.view.document().documentLayout().blockBoundingRect(block)


def test_each_picture_of_a_gallery_stands_over_its_own_words(pane, pictures, qtbot):
    captions = ["Le port", "La criée, vue du quai par un matin de brouillard", "Le phare"]
    row = "\\\n".join(figure(n, captions[n]) for n in range(3))
    show(pane, f"Avant.\n\n{row}\n\nAprès.", pictures)
    places = rects(pane)
    assert len({rect.top() for rect in places}) < 3, "some stand side by side"
    for rect, caption in zip(places, captions, strict=True):
        words = below(pane, caption)
        assert abs(words.left() - rect.left()) <= 2 and 0 <= words.top() - rect.bottom() < 14
    starts = pane.view.shown.outline.starts
    assert starts == sorted(set(starts))
    for number, rect in enumerate(places):
        middle = QPointF(rect.center()) - QPointF(0, pane.view.verticalScrollBar().value())
        assert pane.view.picture_at(middle) == number
    pane.following.open_picture(0)
    viewer = pane.following.viewer
    seen = [viewer.sight.caption]
    for _ in range(2):
        QTest.keyClick(viewer, Qt.Key.Key_Right)
        seen.append(viewer.sight.caption)
    assert seen == captions
    viewer.leave()
    pane.select_all()
    pane.copy_as_markdown()
    copied = QGuiApplication.clipboard().text()
    assert [copied.index(caption) for caption in captions] == sorted(copied.index(caption) for caption in captions)


def test_words_under_the_last_are_said_of_the_whole_row(pane, pictures):
    show(pane, f"Avant.\n\n{figure(0)}\n{figure(1, 'Deux vues')}\n\nAprès.", pictures)
    first, second = rects(pane)
    assert first.top() == second.top()
    words = below(pane, "Deux vues")
    assert abs(words.left() - first.left()) <= 1 and words.top() > first.bottom()


def test_a_gallery_whose_files_are_not_here_yet_keeps_its_rows(pane):
    show(pane, f"Avant.\n\n{figure(0, 'Un')}\\\n{figure(1, 'Deux')}\n\nAprès.", ())
    first, second = rects(pane)
    assert first.top() == second.top() and first.right() < second.left()


def test_a_narrow_pane_has_two_in_a_row(pane, pictures):
    pane.resize(380, 700)
    show(pane, "\n\n".join(f"![{n}](https://encre.invalid/{n}.png)" for n in (0, 1, 0, 1)), pictures)
    tops = [rect.top() for rect in rects(pane)]
    assert len(set(tops)) == 2 and tops == sorted(tops)


@pytest.mark.parametrize(
    ("ratios", "most", "rows"),
    [
        ([1.5] * 2, 4, [2]),
        ([1.5] * 3, 4, [3]),
        ([1.5] * 4, 4, [2, 2]),
        ([1.5] * 5, 4, [2, 3]),
        ([1.5, 1.5, 0.67], 4, [3]),
        ([3.0, 3.0], 4, [1, 1]),
        ([0.6] * 6, 3, [3, 3]),
        ([1.5] * 3, 2, [2, 1]),
    ],
)
def test_rows_come_out_about_equally_high(ratios, most, rows):
    found = rows_of(ratios, most)
    assert sorted(found) == sorted(rows)
    assert sum(found) == len(ratios)


@pytest.mark.parametrize("theme", ["base", "sombre"])
def test_rows_stay_in_the_column_in_quotations_and_from_right_to_left(pane, pictures, theme):
    pane.dress(PALETTES[theme])
    row = "\\\n> ".join(figure(n, f"Mot {n}") for n in range(2))
    for language in ("fr", "ar"):
        pane.show_article(article(f"> {row}", pictures=pictures, language=language, id=language == "ar"))
        pane.view.document().documentLayout().documentSize()
        for rect in rects(pane):
            assert rect.left() >= -1 and rect.right() <= pane.view.column() + 1, (language, rect)
