"""One tree of errors. Each has a sentence for the reader in French and English, a cause for the log, and says whether
trying again helps.

EncreError
├── UsageError        the request cannot be met (unknown id, unreadable file)
├── StoreError        the library cannot be opened or written
│   ├── ForeignLibrary    the file is some other program's database
│   └── DiskFull
├── FetchError        an address could not be fetched
├── ContentError      bytes that cannot be read as what they claim
├── ThemeError        a theme file that cannot be used
└── Busy              another engine is at work on this library
"""


class EncreError(Exception):
    """Base of all expected errors. `fr` and `en` are whole sentences; `retry` says whether trying again helps."""

    def __init__(self, en: str, fr: str | None = None, *, cause: str = "", retry: bool = False) -> None:
        super().__init__(en)
        self.en = en
        self.fr = fr or en
        self.cause = cause
        self.retry = retry

    def sentence(self, language: str) -> str:
        """The sentence in `language` ("fr" or "en")."""
        return self.fr if language == "fr" else self.en


class UsageError(EncreError):
    """The request cannot be met."""


class StoreError(EncreError):
    """The library cannot be opened or written."""


class ForeignLibrary(StoreError):
    """The file is another program's database; it is never touched."""


class DiskFull(StoreError):
    """No room left on the disk."""


class FetchError(EncreError):
    """An address could not be fetched."""


class ContentError(EncreError):
    """Bytes that cannot be read as what they claim to be."""


class ThemeError(EncreError):
    """A theme file that cannot be used."""


class Busy(EncreError):
    """Another engine is at work on this library."""
