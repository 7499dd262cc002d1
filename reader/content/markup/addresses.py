"""Which addresses may stand in an article, in one form: absolute, http(s) or mailto, without tracking parameters."""

import re
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

SCHEMES = ("http", "https", "mailto")
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|yclid|mc_[ce]id|igshid|igsh|xtor|xtref"
    r"|at_(?:medium|campaign|custom\d|link\w*|format|ptr_name)|_hs(?:enc|mi)|mkt_tok|vero_(?:id|conv)|oly_(?:anon|enc)_id"
    r"|wt\.mc_id|s_cid|cmpid|ns_campaign|ns_mchannel|pk_(?:campaign|kwd|source|medium)|piwik_\w+|mtm_\w+|ICID|__twitter_impression)",
    re.IGNORECASE,
)
_NOISE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*:", re.IGNORECASE)
_CLEAN = re.compile(
    r"https?://[A-Za-z0-9.\-]+(?::\d+)?(?:/[A-Za-z0-9\-._~!$&'*+,;=:@%/]*(?:\?[A-Za-z0-9\-._~&=+%,:;/]*)?)?"
)
_ROOTED = re.compile(r"/(?!/)[A-Za-z0-9\-._~!$&'*+,;=:@%/]*(?:\?[A-Za-z0-9\-._~&=+%,:;/]+)?")
_ROOT = re.compile(r"https?://[A-Za-z0-9.\-]+(?::\d+)?(?=[/?#]|$)")
_SUSPECT = re.compile(
    r"/\.|[?&](?:utm_|fb|g[cbr]|dcl|wbr|ms|tw|ycl|mc_|ig|xt|at_|_hs|mkt|vero|oly|wt|s_c|cmp|ns_|pk|piw|mtm|IC|__t)",
    re.I,
)
_LONGEST = 4_000


def safe_address(address: str | None, base_url: str | None) -> str | None:
    """The absolute address, or None for one that must not be followed (script, data, file, …) or makes no sense."""
    if not address or len(address) > _LONGEST:
        return None
    plain = address.strip()
    # Nearly all addresses are written as they should be: absolute, or from the root of their site.
    if _CLEAN.fullmatch(plain):
        if not _SUSPECT.search(plain):
            return plain
    elif base_url and _ROOTED.fullmatch(plain) and not _SUSPECT.search(plain) and (root := _ROOT.match(base_url)):
        return root[0] + plain
    return _safe(plain, base_url)


@lru_cache(maxsize=4_096)
def _safe(plain: str, base_url: str | None) -> str | None:
    scheme = _SCHEME.match(_NOISE.sub("", plain))
    if scheme and scheme.group()[:-1].lower() not in SCHEMES:
        return None
    try:
        parts = urlsplit(urljoin(base_url, plain) if base_url else plain)
        kind = parts.scheme.lower()
        if kind not in SCHEMES or (kind != "mailto" and not parts.hostname):
            return None
        query = without_tracking(parts.query) if parts.query else ""
        fragment = "" if parts.fragment.startswith(("xtor=", "utm_", "Echobox=", "xtref=")) else parts.fragment
        full = urlunsplit((kind, parts.netloc, parts.path, query, fragment))
    except ValueError:
        return None
    # Percent-encoding what Markdown or an attribute would misread makes the written form unambiguous.
    found = quote(full, safe="!#$%&'()*+,-./:;=?@_~")
    return found if len(found) <= _LONGEST else None


def without_tracking(query: str) -> str:
    """The query without the parameters that only follow the reader about; the others stay as they were written."""
    kept = [part for part in query.split("&") if not _TRACKING.fullmatch(part.partition("=")[0])]
    return "&".join(kept)


def written_address(address: str) -> str:
    """The address as a Markdown destination: in angle brackets where its parentheses would end it too early."""
    return f"<{address}>" if "(" in address or ")" in address else address
