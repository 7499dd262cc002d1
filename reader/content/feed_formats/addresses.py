"""The addresses that a feed gives for itself, its articles and their files: absolute, http(s), as the publisher wrote
them otherwise."""

import re
from urllib.parse import urljoin, urlsplit

_PLAIN = re.compile(r"https?://[A-Za-z0-9.\-]+(?::\d+)?(?:[/?#][^\s<>\"\x00-\x20\x7f-\x9f]*)?\Z")
_ROOTED = re.compile(r"/(?![/.])(?:[A-Za-z0-9\-._~!$&'()*+,;=:@%]|/(?!\.))*(?:\?[A-Za-z0-9\-._~!$&'()*+,;=:@%/]+)?\Z")
_ROOT = re.compile(r"https?://[A-Za-z0-9.\-]+(?::\d+)?(?=[/?#]|\Z)")
_NEVER = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_ENCODED = {" ": "%20", "<": "%3C", ">": "%3E", '"': "%22"}
_LONGEST = 4_000


def web_address(address: str | None, base: str | None) -> str | None:
    """The absolute address, None for one that is not of the web. Without a base, a path is left as it is."""
    if not address or len(address) > _LONGEST:
        return None
    if _PLAIN.match(address):
        return address
    if base and _ROOTED.match(address) and (root := _ROOT.match(base)):
        return root[0] + address
    words = _NEVER.sub("", address).strip()
    words = re.sub(r"^feed:(?://)?(?=https?:)", "", words, flags=re.I)
    words = "".join(_ENCODED.get(one, one) for one in re.sub(r"^feed:", "http:", words, flags=re.I))
    try:
        full = urljoin(base, words) if base else f"https:{words}" if words.startswith("//") else words
        parts = urlsplit(full)
        if parts.scheme:
            return full if parts.scheme.lower() in ("http", "https") and parts.hostname else None
    except ValueError:
        return None
    return full if full.startswith(("/", "./", "../")) and "\\" not in full else None
