"""Every word of the window is there in French, and plurals in English; the compiled files are those of the texts."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_nothing_is_left_untranslated():
    done = subprocess.run([sys.executable, ROOT / ".ci" / "translations", "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
