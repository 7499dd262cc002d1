"""When two texts of an article are the same: white space, dates, counters and tracking parameters do not count."""

import hashlib
import re
import unicodedata

_MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_FLEETING = re.compile(
    r"\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?"  # 2026-11-18 10:05
    rf"|\b\d{{1,2}}(?:er|st|nd|rd|th)?\s+(?:{_MONTHS})\.?(?:\s+\d{{4}})?"  # 18 novembre 2026
    rf"|\b(?:{_MONTHS})\.?\s+\d{{1,2}}(?:,?\s+\d{{4}})?"  # November 18, 2026
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
    r"|\b\d{1,2}\s?[h:]\s?\d{2}\b"
    r"|\b\d+\s+(?:commentaires?|comments?|vues?|views?|partages?|shares?|lectures?)\b"
    r"|\b(?:il y a|depuis)\s+\d+\s+\w+|\b\d+\s+(?:minutes?|hours?|days?)\s+ago\b",
    re.I,
)
_TRACKING = re.compile(r"[?&](?:utm_\w+|fbclid|gclid|xtor|at_medium|at_campaign)=[^)&#\s\"]*")
_SPACE = re.compile(r"\s+")


def normal_text(markdown: str) -> str:
    """The text as it counts for telling a change."""
    text = unicodedata.normalize("NFC", markdown)
    return _SPACE.sub(" ", _TRACKING.sub("", _FLEETING.sub("", text))).strip()


def normal_hash(title: str, markdown: str) -> str:
    """A short hash of what counts; equal hashes mean that nothing is to be stored."""
    counted = f"{_SPACE.sub(' ', title).strip()}\n{normal_text(markdown)}"
    return hashlib.blake2b(counted.encode("utf-8", "replace"), digest_size=16).hexdigest()
