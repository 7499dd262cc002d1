"""The W3C's checker of books, where it is installed (Debian: `apt-get install epubcheck`)."""

import subprocess
import zipfile
from shutil import which

import pytest

PROGRAM = which("epubcheck")


def needs_epubcheck(test):
    missing = PROGRAM is None or which("java") is None
    return pytest.mark.slow(pytest.mark.skipif(missing, reason="epubcheck is not installed")(test))


def complaints(file):
    """What it says of a book that has errors or warnings; nothing for a valid one."""
    # Debian's epubcheck is a jar that needs the kernel's help to run by its name.
    command = ["java", "-jar", PROGRAM] if zipfile.is_zipfile(PROGRAM) else [PROGRAM]
    done = subprocess.run([*command, "--failonwarnings", str(file)], capture_output=True, text=True, timeout=110)
    return done.stdout + done.stderr if done.returncode else ""
