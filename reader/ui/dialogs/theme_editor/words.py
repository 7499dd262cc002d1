"""What the theme editor calls things."""

from PySide6.QtCore import QCoreApplication


def group_name(group: str) -> str:
    """The name of a group of tokens."""
    names = {
        "surfaces": QCoreApplication.translate("ThemeEditor", "Surfaces"),
        "text": QCoreApplication.translate("ThemeEditor", "Words"),
        "accent": QCoreApplication.translate("ThemeEditor", "Accent"),
        "controls": QCoreApplication.translate("ThemeEditor", "Controls"),
        "sidebar": QCoreApplication.translate("ThemeEditor", "Sidebar"),
        "list": QCoreApplication.translate("ThemeEditor", "List"),
        "badges": QCoreApplication.translate("ThemeEditor", "Badges"),
        "article": QCoreApplication.translate("ThemeEditor", "Article"),
        "changes": QCoreApplication.translate("ThemeEditor", "Changes"),
        "signs": QCoreApplication.translate("ThemeEditor", "Signs"),
    }
    return names[group]


def form_name(name: str) -> str:
    """The name of a token that is no colour."""
    names = {
        "radius": QCoreApplication.translate("ThemeEditor", "Corners"),
        "border_width": QCoreApplication.translate("ThemeEditor", "Lines"),
        "badge_radius": QCoreApplication.translate("ThemeEditor", "Corners of badges"),
        "bar_width": QCoreApplication.translate("ThemeEditor", "Bar of quotations"),
        "quote_style": QCoreApplication.translate("ThemeEditor", "Quotations"),
        "heading_style": QCoreApplication.translate("ThemeEditor", "Days in the list"),
        "unread_mark": QCoreApplication.translate("ThemeEditor", "Unread mark"),
        "typeface": QCoreApplication.translate("ThemeEditor", "Typeface of articles"),
        "title_weight": QCoreApplication.translate("ThemeEditor", "Weight of headlines"),
        "selected_weight": QCoreApplication.translate("ThemeEditor", "Weight of the chosen line"),
        "label_typeface": QCoreApplication.translate("ThemeEditor", "Typeface of labels"),
        "label_weight": QCoreApplication.translate("ThemeEditor", "Weight of labels"),
        "uppercase_labels": QCoreApplication.translate("ThemeEditor", "Labels in capitals"),
        "kicker_italic": QCoreApplication.translate("ThemeEditor", "Kickers in italics"),
        "density": QCoreApplication.translate("ThemeEditor", "Density of the list"),
    }
    return names[name]


def choice_name(choice: str) -> str:
    """The name of one choice; a typeface has its own."""
    names = {
        "bar": QCoreApplication.translate("ThemeEditor", "a bar"),
        "card": QCoreApplication.translate("ThemeEditor", "a card"),
        "double": QCoreApplication.translate("ThemeEditor", "two lines"),
        "plain": QCoreApplication.translate("ThemeEditor", "plain"),
        "rule": QCoreApplication.translate("ThemeEditor", "over a rule"),
        "pill": QCoreApplication.translate("ThemeEditor", "inverted"),
        "italic": QCoreApplication.translate("ThemeEditor", "in italics"),
        "dot": QCoreApplication.translate("ThemeEditor", "a dot"),
        "half": QCoreApplication.translate("ThemeEditor", "half a circle"),
        "square": QCoreApplication.translate("ThemeEditor", "a square"),
        "comfortable": QCoreApplication.translate("ThemeEditor", "comfortable"),
        "compact": QCoreApplication.translate("ThemeEditor", "compact"),
    }
    return names.get(choice, choice)


def vision_name(vision: str) -> str:
    """Whose eyes a figure is for."""
    names = {
        "normal": "",
        "protanopia": QCoreApplication.translate("ThemeEditor", "protanopia"),
        "deuteranopia": QCoreApplication.translate("ThemeEditor", "deuteranopia"),
        "tritanopia": QCoreApplication.translate("ThemeEditor", "tritanopia"),
    }
    return names[vision]
