"""The theme editor: tokens at the left, the colour under the hand, contrast and a small window at the right."""

from reader.ui.dialogs.theme_editor.editor import ThemeEditor

__all__ = ("ThemeEditor",)
