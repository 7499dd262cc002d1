"""Every word of the window is there in French, and plurals in English; the compiled files are those of the texts."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_a_plural_is_where_qt_finds_it():
    """lupdate takes `translate("…", "%n …")` for one text without forms; only `self.tr` has them."""
    for file in (ROOT / "reader").rglob("*.py"):
        assert not re.search(r"translate\(\s*\"\w+\",\s*\"[^\"]*%n", file.read_text(encoding="utf-8")), file


def test_nothing_is_left_untranslated():
    done = subprocess.run([sys.executable, ROOT / ".ci" / "translations", "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
