"""The few colours that no theme changes: print, the cover of a book, the sign in the desktop's tray. Pure."""

WHITE, BLACK = "#ffffff", "#000000"
# Printed paper is white, whatever is worn on the screen.
PAPER = WHITE
# The number on the drop of ink in the tray: the desktop's ground is not ours.
TRAY_BADGE, TRAY_NUMBER = "#d63b1f", WHITE
# The cover of an exported book: Base's paper, binding and inks.
COVER, COVER_BINDING, COVER_TITLE, COVER_WORDS = "#fdfcf8", "#24568f", "#1f2733", "#565e6b"
