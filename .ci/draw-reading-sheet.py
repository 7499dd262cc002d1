"""Draw docs/reading-sheet.jpg: a French and an English article in the eight themes, wide, narrow and enlarged.

QT_QPA_PLATFORM=offscreen python .ci/draw-reading-sheet.py
"""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QLocale, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reader.core.filters import ArticleFilter  # noqa: E402
from reader.engine.welcome import install_welcome  # noqa: E402
from reader.paths import THEMES, find_paths  # noqa: E402
from reader.render.formats import TextStyle  # noqa: E402
from reader.store import Store  # noqa: E402
from reader.style.apply import apply  # noqa: E402
from reader.style.fonts import font, load_fonts  # noqa: E402
from reader.style.palette import load_themes  # noqa: E402
from reader.ui.reading_pane import ReadingPane  # noqa: E402

TITLES = {"fr": "La ligne de nuit vers la côte", "en": "The keeper's log"}
VIEWS = (("fr", 720, 100), ("fr", 360, 100), ("en", 720, 100), ("en", 720, 160))
HEIGHT = 960
GAP = 16


def picture(app, pane, article, palette, width, zoom):
    pane.set_text_style(TextStyle(zoom=zoom))
    pane.resize(width, HEIGHT)
    pane.dress(palette)
    pane.show_article(article)
    app.processEvents()
    pane.wait_for_pictures()
    return pane.grab().toImage()


def main():
    app = QApplication.instance() or QApplication([])
    QLocale.setDefault(QLocale("en_GB"))
    load_fonts()
    palettes, _ = load_themes(THEMES)
    with tempfile.TemporaryDirectory() as folder:
        paths = find_paths(folder)
        store = Store.open(paths)
        install_welcome(store, paths, "en")
        held = [store.article(article_id) for article_id in store.ids(ArticleFilter())]
        articles = {key: next(one for one in held if one.title.startswith(title)) for key, title in TITLES.items()}
        width = sum(view[1] for view in VIEWS) + GAP * (len(VIEWS) + 1)
        sheet = QImage(width, (HEIGHT + GAP + 28) * len(palettes) + GAP, QImage.Format.Format_RGB32)
        sheet.fill(QColor("#8a8a8a"))
        painter = QPainter(sheet)
        painter.setFont(font("Inter", 18, 600))
        painter.setPen(QColor("#ffffff"))
        for row, palette in enumerate(palettes):
            apply(app, palette, paths.cache)
            pane = ReadingPane(paths.data)
            pane.dress(palette)
            pane.show()
            top, left = GAP + row * (HEIGHT + GAP + 28), GAP
            painter.drawText(QRect(left, top - 4, 600, 28), Qt.AlignmentFlag.AlignVCenter, palette.name_en)
            for language, wide, zoom in VIEWS:
                shot = picture(app, pane, articles[language], palette, wide, zoom)
                painter.drawImage(left, top + 28, shot)
                left += wide + GAP
            pane.close()
        painter.end()
        store.close()
    out = ROOT / "docs" / "reading-sheet.jpg"
    out.parent.mkdir(exist_ok=True)
    small = sheet.scaledToWidth(1400, Qt.TransformationMode.SmoothTransformation)
    small.save(str(out), "JPG", 74)
    print(out.relative_to(ROOT), small.width(), small.height(), out.stat().st_size)


if __name__ == "__main__":
    main()
