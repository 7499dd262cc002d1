"""The panel behind "Aa": typeface, three sliders, justified or ragged, hyphens. Each move is seen in the text."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from reader.render.formats import TextStyle
from reader.style.fonts import READING_FAMILIES
from reader.ui.reading_pane.overlay import Overlay


class TypographyPanel(Overlay):
    """Over the pane. `style_chosen` at each change."""

    style_chosen = Signal(object)

    def __init__(self, style: TextStyle, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("typographyPanel")
        self.setAccessibleName(QCoreApplication.translate("Typography", "Typography"))
        self._style = style
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(self._families())
        column.addLayout(self._sliders())
        for name, words in (
            ("justified", QCoreApplication.translate("Typography", "Justified lines")),
            ("hyphens", QCoreApplication.translate("Typography", "Hyphens at the end of lines")),
            ("dim_pictures", QCoreApplication.translate("Typography", "Pictures dimmed in dark themes")),
        ):
            box = QCheckBox(words)
            box.setChecked(getattr(style, name))
            box.toggled.connect(lambda on, name=name: self._choose(**{name: on}))
            column.addWidget(box)
        back = QPushButton(QCoreApplication.translate("Typography", "As Encre came"))
        back.setProperty("flat", True)
        back.clicked.connect(self._reset)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)

    def _families(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        self.families: dict[str, QPushButton] = {}
        for index, family in enumerate(READING_FAMILIES):
            button = QPushButton(family.label)
            letters = QFont(family.name)
            letters.setPixelSize(14)
            button.setFont(letters)
            button.setStyleSheet(f'font-family: "{family.name}"; font-size: 14px;')
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setToolTip(family.kind())
            button.setAccessibleName(f"{family.label}, {family.kind()}")
            button.setChecked(family.name == self._style.family)
            button.clicked.connect(lambda _=False, name=family.name: self._choose(family=name))
            self.families[family.name] = button
            grid.addWidget(button, index // 2, index % 2)
        return grid

    def _sliders(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.sliders: dict[str, QSlider] = {}
        for row, (name, words, low, high, step, unit) in enumerate(
            (
                ("zoom", QCoreApplication.translate("Typography", "Size"), 60, 220, 5, "{0} %"),
                (
                    "measure",
                    QCoreApplication.translate("Typography", "Line length"),
                    45,
                    90,
                    1,
                    QCoreApplication.translate("Typography", "{0} characters"),
                ),
                ("line_height", QCoreApplication.translate("Typography", "Line height"), 120, 220, 5, "{0} %"),
            )
        ):
            slider = QSlider(Qt.Orientation.Horizontal)
            slider.setRange(low // step, high // step)
            slider.setValue(getattr(self._style, name) // step)
            slider.setMinimumWidth(180)
            slider.setAccessibleName(words)
            value = QLabel(unit.format(getattr(self._style, name)))
            value.setProperty("role", "secondary")
            value.setMinimumWidth(96)
            label = QLabel(words)
            label.setBuddy(slider)

            def moved(at: int, name: str = name, step: int = step, unit: str = unit, value: QLabel = value) -> None:
                value.setText(unit.format(at * step))
                self._choose(**{name: at * step})

            slider.valueChanged.connect(moved)
            self.sliders[name] = slider
            grid.addWidget(label, row, 0)
            grid.addWidget(slider, row, 1)
            grid.addWidget(value, row, 2)
        return grid

    def _choose(self, **changed: object) -> None:
        self._style = replace(self._style, **changed)  # type: ignore[arg-type]
        self.style_chosen.emit(self._style)

    def _reset(self) -> None:
        self.style_chosen.emit(TextStyle())
        self.close()
