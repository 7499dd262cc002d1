"""The `import` that was there before PySide's, back in its place.

PySide puts one of its own there which reads the source of every module imported after it, to see whether it uses
`from __feature__ import …`. Encre never does, and that reading is a tenth of a start.
"""

import builtins

from PySide6 import QtCore  # noqa: F401 - its import is what replaces Python's


def restore_import() -> None:
    """Undo the replacement; where a PySide does without one, nothing is done."""
    # WORKAROUND shibokensupport/feature.py (PYSIDE-2029): there is no switch for it.
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
