"""Our own rules on top of qdarktheme's: panes, toolbar, fields, menus, scroll bars, the focus ring. Pure text."""

from reader.paths import RESOURCES
from reader.style.palette import Palette, best_on, contrast, mix
from reader.style.palette.fixed import BLACK


def own_rules(palette: Palette) -> str:
    """The rules of one theme."""
    p = palette
    line = p.border_width
    round_, small = p.radius, max(0, p.radius - 2)
    label = "text-transform: uppercase; letter-spacing: 1px;" if p.uppercase_labels else ""
    label += f' font-family: "{p.label_typeface}";' if p.label_typeface != "Inter" else ""
    pressed, over = p.control_pressed, p.control_hover
    menu_chosen, menu_words = p.menu_selection, p.menu_selection_text
    # The chosen line's arrow must be seen on it; the file without a colour of its own is drawn black.
    bright = best_on(p.menu_selection) == best_on(BLACK)
    arrow = RESOURCES / "icons" / ("chevron-right-white.svg" if bright else "chevron-right.svg")
    inverted_arrow = f'QMenu::right-arrow:selected {{ image: url("{arrow.as_posix()}"); }}\n'
    # A sidebar that is the other half needs no line beside it.
    side_line = p.sidebar if contrast(p.sidebar, p.list) > 7 else p.border
    return f"""
QWidget {{ font-family: "Inter"; }}
QMainWindow, QWidget#central {{ background: {p.window}; }}
QMainWindow QSplitter, QMainWindow QStackedWidget {{ border: none; border-radius: 0; padding: 0; }}
QWidget#sidebar QAbstractScrollArea, QWidget#articleList QAbstractScrollArea, QWidget#home QAbstractScrollArea,
QWidget#readingPane QAbstractScrollArea {{ margin: 0; }}
QWidget#toolbar {{ background: {p.window}; border-bottom: {line}px solid {p.border}; }}
QWidget#sidebar, QWidget#sidebar QTreeView, QWidget#sidebarFoot {{ background: {p.sidebar}; color: {p.sidebar_text};
    border: none; }}
QWidget#sidebar {{ border-right: {line}px solid {side_line}; }}
QWidget#sidebar QLabel {{ color: {p.sidebar_text_secondary}; background: transparent; }}
QWidget#sidebar QToolButton {{ color: {p.sidebar_text}; background: transparent; }}
QWidget#sidebar QToolButton:hover {{ background: {p.sidebar_hover}; }}
QWidget#sidebar QToolButton:pressed {{ background: {p.sidebar_pressed}; }}
QWidget#sidebar QToolButton[keyboardFocus="true"] {{ border: 2px solid {p.focus_ring}; padding: 3px; }}
QWidget#sidebar QTreeView::item, QWidget#sidebar QTreeView::branch {{ background: transparent; border: none;
    image: none; }}
QWidget#sidebar QWidget#sidebarFoot {{ border-top: 1px solid {mix(p.sidebar, p.sidebar_text, 0.14)}; }}
QWidget#sidebarFilter {{ background: {p.sidebar}; border: none; }}
QWidget#sidebar QToolButton#addButton {{ padding-left: 17px; padding-right: 10px; }}
QLineEdit#quickFilter {{ background: {mix(p.sidebar, p.sidebar_text, 0.06)}; color: {p.sidebar_text};
    border: {line}px solid {mix(p.sidebar, p.sidebar_text, 0.45)}; padding: 3px 8px; }}
QLineEdit#quickFilter:focus {{ border: 2px solid {p.focus_ring}; padding: {3 - (2 - line)}px {8 - (2 - line)}px; }}
QLineEdit#renameField {{ padding: 2px 6px; min-height: 16px; }}
QLineEdit#renameField:focus {{ padding: {2 - (2 - line)}px {6 - (2 - line)}px; }}
QWidget#articleList, QWidget#articleList QTableView, QWidget#home, QWidget#home QWidget#homeBody,
QWidget#home QTableView {{
    background: {p.list}; color: {p.list_text}; border: none; border-radius: 0; }}
QWidget#articleList {{ border-right: {line}px solid {p.border}; }}
QWidget#articleList QTableView, QWidget#home QTableView {{ outline: none; border-radius: 0; padding: 0;
    selection-background-color: transparent; }}
QWidget#articleList QStackedWidget, QWidget#home QStackedWidget {{ background: {p.list}; border: none; }}
QPushButton#stopped {{ padding-left: 0; text-align: left; }}
QPushButton#arrivals {{ background: {p.accent}; color: {p.on_accent}; border: none; border-radius: {round_}px;
    padding: 5px 12px; margin: 6px 8px; font-weight: 600; }}
QPushButton#arrivals:hover {{ background: {p.accent_hover}; }}
QToolButton[budget="true"] {{ border: {line}px solid {p.control_border}; border-radius: {min(13, round_ * 2)}px;
    padding: 3px 10px; }}
QToolButton[budget="true"]:checked {{ background: {p.accent}; color: {p.on_accent}; border-color: {p.accent}; }}
QFrame#optionsPanel {{ background: {p.overlay}; border: {line}px solid {p.control_border}; }}
QFrame#optionsPanel QScrollArea, QFrame#optionsPanel QWidget#optionsBody, QFrame#optionsPanel QWidget#optionsLine {{
    background: {p.overlay}; border: none; }}
QWidget#paneSeat {{ background: {p.pane}; }}
QWidget#readingPane, QWidget#readingPane QTextBrowser {{ background: {p.pane}; color: {p.text}; border: none;
    selection-background-color: {p.selection}; selection-color: {p.selection_text}; }}
QWidget#changesView, QWidget#changesView QTextBrowser {{ background: {p.pane}; color: {p.text}; border: none;
    selection-background-color: {p.selection}; selection-color: {p.selection_text}; }}
QFrame#changesBar {{ background: {p.pane}; border: none; border-bottom: {line}px solid {p.border}; border-radius: 0; }}
QFrame#changesBar QSlider {{ background: transparent; }}
QWidget#emptyState, QWidget#emptyState QLabel {{ background: transparent; }}
QSplitter {{ border: none; padding: 0; }}
QSplitter::handle, QSplitter::handle:horizontal, QSplitter::handle:vertical {{ background: transparent; margin: 0;
    image: none; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QLabel {{ background: transparent; border: none; padding: 0; }}
QLabel[role="title"] {{ font-family: "Literata"; font-size: 22px; font-weight: 600; color: {p.text}; }}
QLabel[role="heading"] {{ font-size: 15px; font-weight: 600; color: {p.text}; }}
QLabel[role="secondary"] {{ color: {p.text_secondary}; }}
QLabel[role="section"] {{ color: {p.text_secondary}; font-size: 12px; font-weight: {p.label_weight}; {label} }}
QLabel[role="error"] {{ color: {p.error}; }}
QLabel[role="viewTitle"] {{ font-size: 15px; font-weight: 600; color: {p.text}; }}
QToolButton {{ background: transparent; border: none; border-radius: {small}px; padding: 5px; color: {p.text}; }}
QToolButton:hover {{ background: {over}; }}
QToolButton:pressed, QToolButton:checked {{ background: {pressed}; }}
QToolButton:disabled {{ color: {p.text_disabled}; }}
QToolButton:focus {{ border: none; }}
QToolButton[keyboardFocus="true"], QPushButton[keyboardFocus="true"] {{ border: 2px solid {p.focus_ring}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QPushButton {{ background: {p.control}; color: {p.text}; border: {line}px solid {p.control_border};
    border-radius: {small}px; padding: 6px 14px; min-height: 18px; font-weight: 500; }}
QPushButton:hover {{ background: {over}; }}
QPushButton:pressed {{ background: {pressed}; }}
QPushButton:disabled {{ color: {p.text_disabled}; border-color: {p.border}; }}
QPushButton[primary="true"] {{ background: {p.accent}; color: {p.on_accent}; border: {line}px solid {p.accent}; }}
QPushButton:default {{ color: {p.on_accent}; background: {p.accent}; border: {line}px solid {p.accent};
    padding: 6px 14px; }}
QPushButton:default:hover {{ background: {p.accent_hover}; }}
QPushButton:default:disabled {{ background: {p.control_pressed}; border-color: {p.control_pressed};
    color: {p.text_disabled}; }}
QPushButton:default:pressed, QPushButton[primary="true"]:pressed {{ background: {p.accent_pressed}; }}
QPushButton[primary="true"]:hover {{ background: {p.accent_hover}; }}
QPushButton[primary="true"]:disabled {{ background: {p.control_pressed}; border-color: {p.control_pressed};
    color: {p.text_disabled}; }}
QPushButton#feedPicker {{ text-align: left; font-weight: 400; background: {p.raised}; padding: 5px 26px 5px 8px; }}
QPushButton[flat="true"] {{ background: transparent; border: none; color: {p.link}; padding: 4px 8px; }}
QPushButton[flat="true"]:hover {{ background: {over}; }}
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox {{ background: {p.raised}; color: {p.text};
    border: {line}px solid {p.control_border}; border-radius: {small}px; padding: 5px 8px; min-height: 18px;
    selection-background-color: {p.selection}; selection-color: {p.selection_text}; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus {{ border: 2px solid {p.focus_ring};
    padding: {5 - (2 - line)}px {8 - (2 - line)}px; }}
QLineEdit#searchField {{ border-color: {p.border}; }}
QLineEdit#searchField:focus {{ border-color: {p.focus_ring}; }}
QComboBox QAbstractItemView {{ background: {p.overlay}; color: {p.text};
    border: {line}px solid {p.control_border}; outline: none; }}
QComboBox QAbstractItemView::item:selected {{ background: {menu_chosen}; color: {menu_words}; }}
QCheckBox {{ spacing: 8px; background: transparent; color: {p.text}; padding: 2px; }}
QCheckBox:hover {{ border: none; }}
QMenu {{ background: {p.overlay}; color: {p.text}; border: {line}px solid {p.control_border}; padding: 6px;
    border-radius: {min(small, 6)}px; }}
QMenu::item {{ padding: 6px 28px 6px 12px; border-radius: {max(0, min(small, 6) - 1)}px; background: transparent; }}
QMenu#themeMenu::item {{ padding: 1px 28px 1px 10px; }}
QMenu::item:selected {{ background: {menu_chosen}; color: {menu_words}; }}
{inverted_arrow}QMenu::item:disabled {{ color: {p.text_disabled}; }}
QMenu::separator {{ height: 1px; background: {mix(p.overlay, p.text, 0.14)}; margin: 5px 8px; }}
QToolTip {{ background: {p.overlay}; color: {p.text}; border: 1px solid {p.control_border}; padding: 4px 8px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {p.scrollbar}; border-radius: {min(4, max(0, round_))}px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {p.scrollbar_hover}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent;
    border: none; width: 0; height: 0; image: none; }}
QWidget#sidebar QScrollBar::handle {{ background: {mix(p.sidebar, p.sidebar_text, 0.3)}; }}
QProgressBar#refreshLine {{ background: transparent; border: none; border-radius: 0; min-height: 2px;
    max-height: 2px; }}
QProgressBar#refreshLine::chunk {{ background: {p.accent}; border-radius: 0; }}
QWidget#trayPanel {{ background: {p.overlay}; border-left: {line}px solid {p.control_border}; }}
QWidget#trayPanel QScrollArea, QWidget#trayPanel QWidget#trayBody {{ background: {p.overlay}; border: none; }}
QWidget#trayPanel QWidget#trayStack, QWidget#rowTools {{ background: transparent; border: none; }}
QWidget#trayPanel QScrollArea > QWidget {{ border: none; }}
QLabel#notificationFeed {{ font-size: 12px; font-weight: 600; color: {p.text}; }}
QFrame#notice, QFrame#findBar {{ background: {p.overlay}; border: {line}px solid {p.control_border};
    border-radius: {small}px; }}
QFrame#paneTools, QFrame#notePopup, QFrame#typographyPanel {{ background: {p.overlay};
    border: {line}px solid {p.border}; border-radius: {small}px; }}
QLabel#timeLeft {{ background: {p.overlay}; color: {p.text_secondary}; border: {line}px solid {p.border};
    border-radius: {small}px; padding: 4px 8px; }}
QToolButton#codeButton {{ background: {p.overlay}; border: {line}px solid {p.border}; padding: 3px; }}
QToolButton#codeButton:hover {{ background: {over}; }}
QFrame#typographyPanel QSlider {{ background: transparent; }}
QLabel[role="note"] {{ font-family: "Literata"; font-size: 16px; color: {p.text}; }}
QFrame#card {{ background: {p.raised}; border: {line}px solid {p.border}; border-radius: {round_}px; }}
QFrame#card:hover {{ border-color: {p.control_border}; }}
QLabel#viewCount, QLabel#progressWords {{ color: {p.text_secondary}; }}
QLabel#bellCount {{ background: {p.badge_update}; color: {p.badge_update_text}; border-radius: 8px; padding: 0 4px;
    font-size: 10px; font-weight: 700; min-height: 16px; max-height: 16px; min-width: 8px; }}
QDialog, QDialog QWidget#dialogBody {{ background: {p.window}; }}
QListWidget, QListView#plain {{ background: {p.raised}; color: {p.text}; border: {line}px solid {p.border};
    border-radius: {small}px; outline: none; padding: 4px; }}
QListWidget::item {{ padding: 6px 8px; border-radius: {max(0, small - 1)}px; color: {p.text}; }}
QListWidget::item:hover {{ background: {p.hover}; }}
QListWidget::item:selected, QListWidget::item:selected:!active, QListWidget::item:selected:hover {{
    background: {menu_chosen}; color: {menu_words}; }}
QAbstractSpinBox QLineEdit {{ padding: 0 0 0 6px; border: none; min-height: 18px; background: transparent; }}
QAbstractSpinBox QLineEdit:focus {{ padding: 0 0 0 6px; border: none; }}
QListWidget#searchSuggestions {{ background: {p.overlay}; color: {p.text}; border: {line}px solid {p.control_border};
    border-radius: {min(small, 6)}px; padding: 5px; outline: none; }}
QListWidget#searchSuggestions::item {{ padding: 6px 8px; border: none; border-radius: {max(0, min(small, 6) - 1)}px; }}
QListWidget#searchSuggestions::item:selected {{ background: {menu_chosen}; color: {menu_words}; }}
QListWidget#settingsGroups {{ background: transparent; border: none; padding: 0; }}
QListWidget#settingsGroups::item {{ padding: 8px; margin: 1px 0; border-radius: {small}px; }}
QFrame#settingRow {{ background: transparent; border: none; border-bottom: 1px solid {p.border}; border-radius: 0; }}
QLabel#welcomeName {{ font-family: "Literata"; font-size: 34px; font-weight: 700; color: {p.text}; }}
QLabel#welcomeSentence {{ font-family: "Literata"; font-size: 16px; color: {p.text}; }}
QWidget#figureTile {{ background: {p.raised}; border: {line}px solid {p.border}; border-radius: {small}px; }}
QLabel#figure {{ font-family: "Literata"; font-size: 22px; font-weight: 600; color: {p.text}; }}
QTreeWidget#figures {{ background: {p.raised}; color: {p.text}; border: {line}px solid {p.border};
    border-radius: {small}px; outline: none; }}
QTreeWidget#figures::item {{ padding: 5px 8px; color: {p.text}; border: none; }}
QTreeWidget#figures::item:hover {{ background: {p.hover}; }}
QTreeWidget#figures::item:selected, QTreeWidget#figures::item:selected:!active {{ background: {menu_chosen};
    color: {menu_words}; }}
QTreeWidget#figures QHeaderView, QTreeWidget#figures QHeaderView::section {{ background: {p.raised};
    color: {p.text_secondary}; font-size: 12px; font-weight: 600; }}
QTreeWidget#figures QHeaderView::section {{ border: none; border-bottom: 1px solid {p.border}; padding: 6px 8px; }}
QLabel#settingTitle {{ font-weight: 600; color: {p.text}; }}
QScrollArea {{ background: transparent; border: none; }}
"""
