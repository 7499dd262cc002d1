"""The dialog: what is given of a theme changes under the hand, the program wears it, contrast is shown."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.style.palette import (
    GROUPS,
    LETTERS,
    NEEDED,
    SHAPES,
    Contrast,
    Palette,
    Theme,
    contrast_report,
    mended,
)
from reader.ui.dialogs.theme_editor.colour_field import ColourField
from reader.ui.dialogs.theme_editor.words import choice_name, form_name, group_name, vision_name
from reader.ui.language import spoken
from reader.ui.theme_picture import theme_pixmap

_TOKEN = Qt.ItemDataRole.UserRole
# The whole program is dressed at most so often while the hand moves.
_PACE = 60


class ThemeEditor(QDialog):
    """`edited` carries a palette to wear as the hand moves, `saved` the theme to keep; closing says `finished`."""

    edited = Signal(object)
    saved = Signal(object)

    def __init__(self, theme: Theme, worn: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("themeEditor")
        self.setWindowTitle(self.tr("Theme editor"))
        self.resize(980, 640)
        self.theme, self._worn = theme, worn
        self._palette = theme.palette()
        self._token = "accent"
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.setInterval(_PACE)
        self._pace.timeout.connect(lambda: self.edited.emit(self._palette))
        self._build()
        self._show_all()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(12)
        self.name = QLineEdit(self.theme.name_fr if spoken() == "fr" else self.theme.name_en)
        self.name.setMaxLength(60)
        self.name.setAccessibleName(self.tr("Name of the theme"))
        self.name.textEdited.connect(self._rename)
        top = QHBoxLayout()
        top.addWidget(QLabel(self.tr("Name")))
        top.addWidget(self.name, 1)
        whole.addLayout(top)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        tabs = QTabWidget()
        tabs.addTab(self._make_tokens(), self.tr("Colours"))
        tabs.addTab(self._make_forms(), self.tr("Shapes and letters"))
        middle.addWidget(tabs, 5)
        middle.addWidget(self._make_side(), 6)
        whole.addLayout(middle, 1)
        whole.addLayout(self._make_foot())

    def _make_tokens(self) -> QWidget:
        self.tokens = QTreeWidget()
        self.tokens.setAccessibleName(self.tr("Colours of the theme"))
        self.tokens.setHeaderHidden(True)
        self.tokens.setColumnCount(2)
        self.tokens.setIconSize(QSize(28, 16))
        self.tokens.header().setStretchLastSection(False)
        self.tokens.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tokens.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._items: dict[str, QTreeWidgetItem] = {}
        for group, names in GROUPS.items():
            top = QTreeWidgetItem([group_name(group)])
            self.tokens.addTopLevelItem(top)
            for name in names:
                item = QTreeWidgetItem([name])
                item.setData(0, _TOKEN, name)
                top.addChild(item)
                self._items[name] = item
            top.setExpanded(group in ("surfaces", "accent"))
        self.tokens.currentItemChanged.connect(self._choose)
        return self.tokens

    def _make_forms(self) -> QWidget:
        body = QWidget()
        body.setObjectName("dialogBody")
        form = QFormLayout(body)
        form.setContentsMargins(12, 12, 12, 12)
        self.forms: dict[str, QWidget] = {}
        for name, shape in {**SHAPES, **LETTERS}.items():
            value = self.theme.forms.get(name, shape.default)
            control: QWidget
            if isinstance(shape.default, bool):
                control = QCheckBox()
                control.setChecked(bool(value))
                control.toggled.connect(lambda on, name=name: self._set_form(name, on))
            elif isinstance(shape.default, int):
                control = QSpinBox()
                control.setRange(shape.low, shape.high)
                control.setSingleStep(shape.step)
                control.setValue(int(value))
                control.valueChanged.connect(lambda number, name=name: self._set_form(name, number))
            else:
                control = QComboBox()
                for choice in shape.choices:
                    control.addItem(choice_name(choice), choice)
                control.setCurrentIndex(control.findData(value))
                control.currentIndexChanged.connect(
                    lambda _, name=name, box=control: self._set_form(name, str(box.currentData()))
                )
            control.setAccessibleName(form_name(name))
            form.addRow(form_name(name), control)
            self.forms[name] = control
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        return area

    def _make_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.title = QLabel()
        self.title.setProperty("role", "heading")
        self.derived = QPushButton(self.tr("Derive it"))
        self.derived.setAutoDefault(False)
        self.derived.setToolTip(self.tr("Give this colour back to the theme: it follows from the others"))
        self.derived.clicked.connect(self._derive)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.derived)
        column.addLayout(head)
        self.colour = ColourField()
        self.colour.changed.connect(self._set_colour)
        column.addWidget(self.colour)
        self.picture = QLabel()
        self.picture.setAccessibleName(self.tr("The theme in small"))
        self.contrasts = QTreeWidget()
        self.contrasts.setObjectName("figures")
        self.contrasts.setAccessibleName(self.tr("Contrast"))
        self.contrasts.setRootIsDecorated(False)
        self.contrasts.setHeaderLabels([self.tr("Where it lies"), self.tr("Contrast"), self.tr("Needs"), ""])
        self.contrasts.header().setStretchLastSection(False)
        self.contrasts.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in (1, 2, 3):
            self.contrasts.header().setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        column.addWidget(self.contrasts, 1)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        return side

    def _make_foot(self) -> QHBoxLayout:
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.mend = QPushButton(self.tr("Make legible"))
        self.mend.setAutoDefault(False)
        self.mend.setToolTip(self.tr("Move the colours that cannot be read, as little as possible"))
        self.mend.clicked.connect(lambda: self._take(mended(self.theme)))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("primary", True)
        self.save.setAutoDefault(False)
        self.save.clicked.connect(self._save)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.verdict, 1)
        for button in (self.mend, cancel, self.save):
            foot.addWidget(button)
        return foot

    def choose(self, token: str) -> None:
        """Put a colour under the hand."""
        self.tokens.setCurrentItem(self._items[token])

    def dress(self, palette: Palette) -> None:
        """Wear a theme, most often the one that is edited."""
        self._worn = palette
        self.colour.show_colour(getattr(self._palette, self._token), palette)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        token = item.data(0, _TOKEN) if item is not None else None
        if token:
            self._token = str(token)
            self._show_colour()

    def _set_colour(self, colour: str) -> None:
        self._take(replace(self.theme, colours={**self.theme.colours, self._token: colour}))

    def _derive(self) -> None:
        kept = {name: colour for name, colour in self.theme.colours.items() if name != self._token}
        self._take(replace(self.theme, colours=kept))

    def _set_form(self, name: str, value: int | bool | str) -> None:
        if {**SHAPES, **LETTERS}[name].accepts(value):
            self._take(replace(self.theme, forms={**self.theme.forms, name: value}))

    def _rename(self, name: str) -> None:
        words = name.strip()
        self.theme = replace(self.theme, name_fr=words) if spoken() == "fr" else replace(self.theme, name_en=words)

    def _take(self, theme: Theme) -> None:
        self.theme = theme
        self._palette = theme.palette()
        self._show_all()
        if not self._pace.isActive():
            self._pace.start()

    def _save(self) -> None:
        self._pace.stop()
        self.saved.emit(self.theme)
        self.accept()

    def _show_all(self) -> None:
        for token, item in self._items.items():
            item.setIcon(0, _swatch(getattr(self._palette, token), self._palette.control_border))
            item.setText(1, getattr(self._palette, token) if token in self.theme.colours else self.tr("derived"))
        self.picture.setPixmap(theme_pixmap(self._palette, QSize(240, 150), self.devicePixelRatioF()))
        self._show_colour()

    def _show_colour(self) -> None:
        self.title.setText(self._token)
        self.derived.setEnabled(self._token in self.theme.colours and self._token not in NEEDED)
        self.colour.show_colour(getattr(self._palette, self._token), self._worn)
        report = contrast_report(self._palette)
        mine = [one for one in report if self._token in one.pair.split("/")]
        faults = [one for one in report if not one.holds]
        self.contrasts.clear()
        for one in sorted(mine + [one for one in faults if one not in mine], key=lambda one: one.ratio / one.needs):
            self.contrasts.addTopLevelItem(self._row(one))
        self.save.setEnabled(not faults)
        self.mend.setEnabled(bool(faults))
        worst = min(report, key=lambda one: one.ratio / one.needs)
        words = self.tr("Every pair can be read.") if not faults else self.tr("{0} cannot be read.").format(worst.pair)
        self.verdict.setText(words)

    def _row(self, one: Contrast) -> QTreeWidgetItem:
        eyes = vision_name(one.vision)
        sign = "✓" if one.holds else "✗"
        item = QTreeWidgetItem(
            [one.pair.replace("/", " · ") + (f" ({eyes})" if eyes else ""), f"{one.ratio:.1f}", f"{one.needs:g}", sign]
        )
        ink, _, ground = one.pair.partition("/")
        item.setIcon(0, _swatch(getattr(self._palette, ground), getattr(self._palette, ink)))
        for section in (1, 2):
            item.setTextAlignment(section, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item


def _swatch(colour: str, line: str) -> QIcon:
    picture = QPixmap(56, 32)
    picture.setDevicePixelRatio(2.0)
    picture.fill(QColor(colour))
    painter = QPainter(picture)
    painter.setPen(QColor(line))
    painter.drawRect(0, 0, 27, 15)
    painter.end()
    return QIcon(picture)
