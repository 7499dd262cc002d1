"""`--gallery`: everything Qt shows, in all its states, in any theme: for those who make themes, and for the tests."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractButton,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDoubleSpinBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSlider,
    QSpinBox,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.style.icons import icon
from reader.style.palette import GROUPS, Palette
from reader.ui.dialogs.theme_editor.words import group_name
from reader.ui.language import spoken
from reader.ui.switch import Switch

STATES = ("rest", "hover", "pressed", "focus", "disabled")
_ICONS = ("house", "inbox", "star", "bell", "search", "settings", "refresh-cw", "palette")


def _words(name: str) -> str:
    """What the gallery calls a state or a part."""
    words = {
        "rest": QCoreApplication.translate("Gallery", "At rest"),
        "hover": QCoreApplication.translate("Gallery", "Under the mouse"),
        "pressed": QCoreApplication.translate("Gallery", "Pressed"),
        "focus": QCoreApplication.translate("Gallery", "With the keyboard"),
        "disabled": QCoreApplication.translate("Gallery", "Disabled"),
    }
    return words[name]


def put_in_state(widget: QWidget, state: str) -> QWidget:
    """Hold a control in a state that otherwise only the hand gives it."""
    widget.setObjectName(f"{widget.objectName()}-{state}")
    widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, state == "hover")
    widget.setEnabled(state != "disabled")
    if state == "focus":
        widget.setProperty("keyboardFocus", True)
    if state == "pressed" and isinstance(widget, QAbstractButton):
        widget.setDown(True)
    return widget


class Gallery(QDialog):
    """`theme_chosen` when another theme is picked at the top."""

    theme_chosen = Signal(str)

    def __init__(self, palettes: Sequence[Palette], palette: Palette) -> None:
        super().__init__()
        self.setObjectName("gallery")
        self.setWindowTitle(self.tr("Gallery"))
        self.resize(1360, 1100)
        self._worn = palette
        self._swatches: dict[str, QFrame] = {}
        self._icons: list[tuple[QToolButton, str]] = []
        self._switches: list[Switch] = []
        self.themes = QComboBox()
        self.themes.setAccessibleName(self.tr("Theme"))
        for one in palettes:
            self.themes.addItem(one.display_name(spoken()), one.id)
        self.themes.activated.connect(lambda _: self.theme_chosen.emit(str(self.themes.currentData())))
        body = QWidget()
        body.setObjectName("dialogBody")
        columns = QHBoxLayout(body)
        columns.setContentsMargins(16, 16, 16, 16)
        columns.setSpacing(24)
        for parts in self._parts():
            column = QVBoxLayout()
            column.setSpacing(12)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.addWidget(self.themes)
        top.addStretch(1)
        for words, act in ((self.tr("Message…"), self.show_message), (self.tr("Files…"), self.show_files)):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            top.addWidget(button)
        whole.addLayout(top)
        whole.addWidget(self.area, 1)
        self.dress(palette)

    def _parts(self) -> tuple[tuple[QWidget, ...], ...]:
        return (
            (self._make_states(), self._make_values(), self._make_menu(), self._make_icons()),
            (self._make_lists(), self._make_texts(), self._make_calendar(), self._make_colours()),
        )

    def dress(self, palette: Palette) -> None:
        """Wear a theme."""
        self._worn = palette
        self.themes.setCurrentIndex(self.themes.findData(palette.id))
        for name, swatch in self._swatches.items():
            swatch.setStyleSheet(f"QFrame {{ background: {getattr(palette, name)}; border: none; border-radius: 0; }}")
            swatch.setToolTip(f"{name} {getattr(palette, name)}")
        for button, name in self._icons:
            button.setIcon(icon(name, palette.text, 20, disabled=palette.text_disabled))
        for switch in self._switches:
            switch.dress(palette)
        self._menu.setFixedHeight(self._menu.sizeHint().height())
        # Qt takes a calendar's arrows once, and paints the days of the week-end red, whatever the sheet says.
        for name, arrow in (("prevmonth", "chevron-left"), ("nextmonth", "chevron-right")):
            month = self._calendar.findChild(QToolButton, f"qt_calendar_{name}")
            if month is not None:
                month.setIcon(icon(arrow, palette.text, 16))
        day = QTextCharFormat()
        day.setForeground(QColor(palette.text))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(weekday, day)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's: push buttons believe in the mouse only when it moves over them."""
        super().showEvent(event)
        for button in self.findChildren(QPushButton):
            if button.objectName().endswith("-hover"):
                place = QPointF(button.rect().center())
                none = Qt.MouseButton.NoButton
                move = QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier)
                QCoreApplication.sendEvent(button, move)

    def _make_states(self) -> QWidget:
        """Each control that has states, a column for each state."""
        box = QGroupBox(self.tr("States"))
        grid = QGridLayout(box)
        grid.setHorizontalSpacing(8)
        makers: tuple[tuple[str, Callable[[], QWidget]], ...] = (
            ("button", lambda: QPushButton(self.tr("Button"))),
            ("primary", self._primary),
            ("flat", self._flat),
            ("tool", self._tool),
            ("check", lambda: QCheckBox(self.tr("Box"))),
            ("checked", lambda: self._checked(QCheckBox(self.tr("Box")))),
            ("radio", lambda: QRadioButton(self.tr("Choice"))),
            ("chosen", lambda: self._checked(QRadioButton(self.tr("Choice")))),
            ("field", lambda: QLineEdit(self.tr("Words"))),
            ("combo", self._combo),
        )
        for column, state in enumerate(STATES):
            label = QLabel(_words(state))
            label.setProperty("role", "secondary")
            grid.addWidget(label, 0, column)
            for row, (name, make) in enumerate(makers, 1):
                widget = make()
                widget.setObjectName(name)
                if isinstance(widget, QPushButton):
                    widget.setAutoDefault(False)
                widget.setAccessibleName(f"{name} {state}")
                grid.addWidget(put_in_state(widget, state), row, column)
        return box

    def _primary(self) -> QWidget:
        button = QPushButton(self.tr("Main"))
        button.setProperty("primary", True)
        return button

    def _flat(self) -> QWidget:
        button = QPushButton(self.tr("Quiet"))
        button.setProperty("flat", True)
        return button

    def _tool(self) -> QWidget:
        button = QToolButton()
        button.setIconSize(QSize(20, 20))
        self._icons.append((button, "star"))
        return button

    def _combo(self) -> QWidget:
        combo = QComboBox()
        combo.addItems([self.tr("One"), self.tr("Two")])
        return combo

    @staticmethod
    def _checked(button: QAbstractButton) -> QWidget:
        button.setAutoExclusive(False)
        button.setChecked(True)
        return button

    def _make_values(self) -> QWidget:
        box = QGroupBox(self.tr("Values"))
        column = QVBoxLayout(box)
        spin, real, date = QSpinBox(), QDoubleSpinBox(), QDateEdit(QDate(2026, 11, 24))
        date.setCalendarPopup(True)
        row = QHBoxLayout()
        for number in (spin, real, date):
            if (field := number.findChild(QLineEdit)) is not None:
                field.setTextMargins(6, 0, 0, 0)
            row.addWidget(number)
        column.addLayout(row)
        slider, progress = QSlider(Qt.Orientation.Horizontal), QProgressBar()
        slider.setObjectName("slider")
        slider.setValue(40)
        progress.setObjectName("progress")
        progress.setValue(60)
        progress.setTextVisible(False)
        still = QSlider(Qt.Orientation.Horizontal)
        still.setValue(40)
        still.setEnabled(False)
        for bar in (slider, still, progress):
            column.addWidget(bar)
        row = QHBoxLayout()
        for on in (False, True):
            switch = Switch(self._worn)
            switch.setChecked(on)
            switch.setAccessibleName(self.tr("Switch"))
            self._switches.append(switch)
            row.addWidget(switch)
        partial = QCheckBox(self.tr("In part"))
        partial.setTristate(True)
        partial.setCheckState(Qt.CheckState.PartiallyChecked)
        row.addWidget(partial)
        row.addStretch(1)
        column.addLayout(row)
        named: dict[str, QWidget] = {"spin": spin, "real": real, "date": date, "slider": slider, "still": still}
        for name, part in named.items():
            part.setAccessibleName(name)
        return box

    def _make_menu(self) -> QWidget:
        """A menu laid into the page, one line chosen."""
        menu = QMenu()
        menu.setWindowFlags(Qt.WindowType.Widget)
        menu.setObjectName("menu")
        actions = [menu.addAction(words) for words in (self.tr("Open"), self.tr("Mark as read"), self.tr("Delete"))]
        menu.addSeparator()
        more = menu.addMenu(self.tr("More"))
        more.addAction(self.tr("Copy"))
        actions[1].setCheckable(True)
        actions[1].setChecked(True)
        actions[2].setEnabled(False)
        menu.setActiveAction(actions[0])
        self._menu = menu
        return menu

    def _make_icons(self) -> QWidget:
        box = QGroupBox(self.tr("Icons"))
        row = QHBoxLayout(box)
        for name in _ICONS:
            button = QToolButton()
            button.setIconSize(QSize(20, 20))
            button.setAccessibleName(name)
            self._icons.append((button, name))
            row.addWidget(button)
        row.addStretch(1)
        return box

    def _make_lists(self) -> QWidget:
        tabs = QTabWidget()
        tabs.setObjectName("tabs")
        tree = QTreeWidget()
        tree.setObjectName("tree")
        tree.setHeaderLabels([self.tr("Name"), self.tr("Count")])
        for number in range(3):
            top = QTreeWidgetItem([f"{self.tr('Folder')} {number + 1}", str(number * 7)])
            top.addChild(QTreeWidgetItem([self.tr("Feed"), "3"]))
            tree.addTopLevelItem(top)
        tree.expandAll()
        tree.setCurrentIndex(tree.model().index(0, 0))
        plain = QListWidget()
        plain.setObjectName("lines")
        plain.addItems([f"{self.tr('Line')} {number + 1}" for number in range(12)])
        plain.setCurrentRow(1)
        table = QTableWidget(4, 2)
        table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Count")])
        for row in range(4):
            for column in range(2):
                table.setItem(row, column, QTableWidgetItem(str(row * column)))
        split = QSplitter()
        split.addWidget(tree)
        split.addWidget(plain)
        for part, name in ((split, self.tr("Tree and list")), (table, self.tr("Table"))):
            part.setAccessibleName(name)
            tabs.addTab(part, name)
        tabs.addTab(QWidget(), self.tr("Not now"))
        tabs.setTabEnabled(2, False)
        tabs.setMinimumHeight(230)
        return tabs

    def _make_texts(self) -> QWidget:
        box = QGroupBox(self.tr("Words"))
        column = QVBoxLayout(box)
        for role in ("title", "heading", "section", "secondary", "error"):
            label = QLabel(self.tr("The text is the loudest thing."))
            label.setProperty("role", role)
            label.setObjectName(f"label-{role}")
            column.addWidget(label)
        text = QPlainTextEdit(self.tr("The text is the loudest thing.") * 3)
        text.setObjectName("text")
        text.setAccessibleName(self.tr("Words"))
        text.selectAll()
        text.setFixedHeight(64)
        column.addWidget(text)
        return box

    def _make_calendar(self) -> QWidget:
        calendar = QCalendarWidget()
        calendar.setObjectName("calendar")
        calendar.setSelectedDate(QDate(2026, 11, 24))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFixedHeight(230)
        self._calendar = calendar
        return calendar

    def _make_colours(self) -> QWidget:
        box = QGroupBox(self.tr("Colours"))
        grid = QGridLayout(box)
        grid.setSpacing(4)
        for row, (group, names) in enumerate(GROUPS.items()):
            label = QLabel(group_name(group))
            label.setProperty("role", "secondary")
            grid.addWidget(label, row, 0)
            for column, name in enumerate(names, 1):
                swatch = QFrame()
                swatch.setObjectName(f"swatch-{name}")
                swatch.setFixedSize(20, 16)
                self._swatches[name] = swatch
                grid.addWidget(swatch, row, column)
        grid.setColumnStretch(15, 1)
        return box

    def show_message(self) -> None:
        """A message box, as the program's own."""
        message = QMessageBox(self)
        message.setIcon(QMessageBox.Icon.Question)
        message.setText(self.tr("The text is the loudest thing."))
        message.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
        message.open()

    def show_files(self) -> None:
        """The file chooser where Qt draws it."""
        chooser = QFileDialog(self)
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
        chooser.open()
