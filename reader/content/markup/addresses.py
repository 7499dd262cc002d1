"""Which addresses may stand in an article, in one form: absolute, http(s) or mailto, without tracking parameters."""

import re
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

SCHEMES = ("http", "https", "mailto")
_TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|xtor|at_medium|at_campaign)$")
_NOISE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]")
_LONGEST = 4_000


def safe_address(address: str | None, base_url: str | None) -> str | None:
    """The absolute address, or None for one that must not be followed (script, data, file, …) or makes no sense."""
    if not address:
        return None
    plain = address.strip()
    scheme = re.match(r"[a-z][a-z0-9+.\-]*:", _NOISE.sub("", plain), re.IGNORECASE)
    if scheme and scheme.group()[:-1].lower() not in SCHEMES:
        return None
    try:
        full = urljoin(base_url, plain) if base_url else plain
        parts = urlsplit(full)
        if parts.scheme.lower() not in SCHEMES or (parts.scheme.lower() != "mailto" and not parts.hostname):
            return None
        query = parts.query
        if any(_TRACKING.match(key) for key, _ in parse_qsl(query)):
            pairs = [pair for pair in parse_qsl(query, keep_blank_values=True) if not _TRACKING.match(pair[0])]
            query = urlencode(pairs)
        full = urlunsplit((parts.scheme.lower(), parts.netloc, parts.path, query, parts.fragment))
    except ValueError:
        return None
    # Percent-encoding what Markdown or an attribute would misread makes the written form unambiguous.
    return quote(full, safe="!#$%&'*+,-./:;=?@_~[]|") if len(full) <= _LONGEST else None
