"""Where a site keeps its icon: what its page links to, best first, then the usual place."""

import re
from urllib.parse import urljoin

from lxml import etree
from lxml import html as lxml_html

_BEGINNING = 200_000  # the head is there, or the page is none to read
_BEST = 180  # pixels: what a list or a sidebar needs at twice its size


def icon_addresses(page: bytes, url: str) -> list[str]:
    """The addresses of icons that `page` names, then /favicon.ico of its host; at most six, none twice."""
    found: list[tuple[int, str]] = []
    try:
        parser = lxml_html.HTMLParser(encoding="utf-8", recover=True)
        tree = lxml_html.document_fromstring(page[:_BEGINNING] or b"<html></html>", parser=parser)
        for link in tree.iter("link"):
            kinds = (link.get("rel") or "").lower().split()
            address = (link.get("href") or "").strip()
            if address and any(kind in ("icon", "apple-touch-icon") for kind in kinds):
                found.append((_rank(kinds, link.get("sizes") or "", link.get("type") or ""), address))
    except (etree.LxmlError, ValueError):
        pass
    ranked = [urljoin(url, address) for _, address in sorted(found, key=lambda one: one[0])]
    usual = [*ranked[:5], urljoin(url, "/favicon.ico")]
    return [address for address in dict.fromkeys(usual) if address.startswith(("http://", "https://"))]


def _rank(kinds: list[str], sizes: str, kind: str) -> int:
    """How far from the best size; drawings and icons of unknown size in between."""
    said = re.findall(r"(\d{1,4})x\d{1,4}", sizes.lower())
    if said:
        return min(abs(int(size) - _BEST) for size in said)
    if "apple-touch-icon" in kinds:
        return 1
    return 60 if "svg" in kind else 150
