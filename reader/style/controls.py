"""Rules for the controls Qt draws that our panes have not dressed themselves, in every state. Pure text."""

from reader.style.palette import Palette


def control_rules(palette: Palette) -> str:
    """Tabs, radio buttons, boxes, sliders, progress, trees, tables, calendars, message boxes, splitters."""
    p = palette
    line, small = p.border_width, max(0, p.radius - 2)
    tight = min(small, 6)
    knob = 8 if p.radius else 0
    return f"""
QCheckBox, QRadioButton {{ color: {p.text}; background: transparent; spacing: 8px; padding: 3px; border: none; }}
QCheckBox:disabled, QRadioButton:disabled, QGroupBox:disabled, QLabel:disabled {{ color: {p.text_disabled}; }}
QRadioButton:hover {{ border: none; }}
QPushButton:!window {{ background: {p.control}; }}
QPushButton[flat="true"]:disabled {{ color: {p.text_disabled}; }}
QGroupBox {{ border: {line}px solid {p.border}; border-radius: {tight}px; margin-top: 20px; padding: 8px; }}
QGroupBox::title {{ subcontrol-origin: margin; subcontrol-position: top left; padding: 0 4px; color: {p.text};
    background: transparent; font-weight: {p.label_weight}; }}
QTabWidget::pane {{ background: {p.pane}; border: {line}px solid {p.border}; border-radius: {tight}px; }}
QTabBar {{ background: transparent; qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {p.text_secondary}; border: none;
    border-bottom: {line + 1}px solid transparent; border-radius: 0; padding: 7px 12px; margin: 0 2px; }}
QTabBar::tab:hover {{ background: {p.control_hover}; color: {p.text}; }}
QTabBar::tab:selected, QTabBar::tab:selected:enabled {{ color: {p.text};
    border-bottom: {line + 1}px solid {p.accent}; font-weight: 600; }}
QTabBar::tab:disabled {{ color: {p.text_disabled}; }}
QSlider {{ background: transparent; }}
QSlider::groove:horizontal {{ height: 4px; background: {p.control_border}; border-radius: {min(2, p.radius)}px; }}
QSlider::sub-page:horizontal {{ background: {p.accent}; border-radius: {min(2, p.radius)}px; }}
QSlider::handle:horizontal {{ width: 16px; height: 16px; margin: -6px 0; background: {p.accent};
    border: none; border-radius: {knob}px; }}
QSlider::handle:horizontal:hover {{ background: {p.accent_hover}; }}
QSlider::handle:horizontal:pressed {{ background: {p.accent_pressed}; }}
QSlider::handle:horizontal:disabled, QSlider::sub-page:horizontal:disabled {{ background: {p.text_disabled}; }}
QSlider::groove:horizontal:disabled {{ background: {p.border}; }}
QSlider::groove:vertical {{ width: 4px; background: {p.control_border}; border-radius: {min(2, p.radius)}px; }}
QSlider::handle:vertical {{ width: 16px; height: 16px; margin: 0 -6px; background: {p.accent};
    border: none; border-radius: {knob}px; }}
QProgressBar {{ background: {p.control_pressed}; color: {p.text}; border: none; border-radius: {min(4, p.radius)}px;
    min-height: 8px; text-align: center; }}
QProgressBar::chunk {{ background: {p.accent}; border-radius: {min(4, p.radius)}px; }}
QProgressBar::chunk:disabled {{ background: {p.text_disabled}; }}
QTreeView, QTableView, QListView, QTextEdit, QPlainTextEdit {{ background: {p.raised}; color: {p.text};
    border: {line}px solid {p.border}; border-radius: {tight}px; outline: none; alternate-background-color: {p.list};
    selection-background-color: transparent; selection-color: {p.menu_selection_text}; }}
QTreeView::item:hover, QTableView::item:hover, QListView::item:hover {{ background: {p.hover}; }}
QTreeView::item:selected, QTableView::item:selected, QListView::item:selected {{ background: {p.menu_selection};
    color: {p.menu_selection_text}; }}
QAbstractItemView::item:selected:!active, QTreeView::item:selected:!active, QListView::item:selected:!active,
QTableView::item:selected:!active {{ background: {p.menu_selection}; color: {p.menu_selection_text}; }}
QTreeView::branch, QTreeView::branch:selected, QAbstractItemView::branch:selected:!active {{
    background: transparent; }}
QTextEdit:focus, QPlainTextEdit:focus, QTextEdit:!focus, QPlainTextEdit:!focus {{
    selection-background-color: {p.selection}; selection-color: {p.selection_text}; }}
QTextEdit, QPlainTextEdit {{ selection-background-color: {p.selection}; selection-color: {p.selection_text}; }}
QHeaderView {{ background: {p.window}; border: none; }}
QHeaderView::section {{ background: {p.window}; color: {p.text_secondary}; border: none;
    border-bottom: {line}px solid {p.border}; padding: 5px 8px; font-weight: {p.label_weight}; }}
QHeaderView::section:hover {{ background: {p.control_hover}; color: {p.text}; }}
QTableCornerButton::section {{ background: {p.window}; border: none; }}
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {{
    background: {p.window}; color: {p.text_disabled}; border-color: {p.border}; }}
QLineEdit:read-only {{ background: {p.window}; }}
QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover {{ background: {p.control_hover}; }}
QCalendarWidget QWidget {{ background: {p.raised}; color: {p.text}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {p.window}; border: none; }}
QCalendarWidget QToolButton {{ color: {p.text}; background: transparent; font-weight: 600; }}
QCalendarWidget QToolButton:hover {{ background: {p.control_hover}; }}
QCalendarWidget QAbstractItemView {{ background: {p.raised}; color: {p.text}; border: none;
    selection-background-color: {p.accent}; selection-color: {p.on_accent}; }}
QCalendarWidget QAbstractItemView::item:selected, QCalendarWidget QAbstractItemView::item:selected:!active {{
    background: {p.accent}; color: {p.on_accent}; }}
QCalendarWidget QAbstractItemView:disabled {{ color: {p.text_disabled}; }}
QMessageBox, QFileDialog, QColorDialog, QFontDialog, QInputDialog, QPrintDialog {{ background: {p.window}; }}
QDialogButtonBox {{ background: transparent; }}
"""
