"""Films, sounds and posts that a page shows in frames: each becomes a titled link, with its still where known."""

import re
from typing import Any, TypeAlias
from urllib.parse import parse_qs, urlsplit

from lxml import html as lxml_html

from reader.content.markup.addresses import safe_address

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped
_FRAMES = ("iframe", "video", "audio", "embed", "object", "amp-iframe", "amp-video")
_TAGGED = {
    "lite-youtube": ("videoid", "https://www.youtube.com/embed/{}"),
    "youtube-video": ("video-id", "https://www.youtube.com/embed/{}"),
    "amp-youtube": ("data-videoid", "https://www.youtube.com/embed/{}"),
    "lite-vimeo": ("videoid", "https://player.vimeo.com/video/{}"),
    "amp-vimeo": ("data-videoid", "https://player.vimeo.com/video/{}"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/embed/video/{}"),
    "amp-twitter": ("data-tweetid", "https://twitter.com/i/status/{}"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/{}/"),
}
EMBEDS = (*_FRAMES, *_TAGGED)
# (address of the frame, provider, page for readers, still); {} is the first group of the address
_PROVIDERS: tuple[tuple[re.Pattern[str], str, str, str], ...] = (
    (
        re.compile(r"(?:youtube(?:-nocookie)?\.com/(?:embed/(?!videoseries)|v/|watch\?v=|shorts/)|youtu\.be/)([\w-]{6,})"),
        "YouTube",
        "https://www.youtube.com/watch?v={}",
        "https://i.ytimg.com/vi/{}/hqdefault.jpg",
    ),
    (re.compile(r"player\.vimeo\.com/video/(\d+)"), "Vimeo", "https://vimeo.com/{}", ""),
    (
        re.compile(r"dailymotion\.com/(?:embed/)?video/(\w+)|geo\.dailymotion\.com/player[^?]*\?video=(\w+)"),
        "Dailymotion",
        "https://www.dailymotion.com/video/{}",
        "https://www.dailymotion.com/thumbnail/video/{}",
    ),
    (re.compile(r"twitframe\.com|platform\.twitter\.com/embed/.*[?&]id=(\d+)"), "X", "https://x.com/i/status/{}", ""),
    (re.compile(r"instagram\.com/(?:p|reel)/([\w-]+)"), "Instagram", "https://www.instagram.com/p/{}/", ""),
    (re.compile(r"open\.spotify\.com/embed/((?:track|album|playlist|episode|show)/\w+)"), "Spotify",
     "https://open.spotify.com/{}", ""),
    (re.compile(r"tiktok\.com/embed/(?:v2/)?(\d+)"), "TikTok", "https://www.tiktok.com/embed/{}", ""),
    (re.compile(r"embed\.ted\.com/(?:talks/)?([\w/]+)"), "TED", "https://www.ted.com/talks/{}", ""),
    (re.compile(r"archive\.org/embed/([\w.-]+)"), "Internet Archive", "https://archive.org/details/{}", ""),
    (re.compile(r"player\.ina\.fr/player/embed/(\w+)"), "INA", "https://www.ina.fr/video/{}", ""),
    (re.compile(r"codepen\.io/([\w-]+)/embed/(?:preview/)?(\w+)"), "CodePen", "https://codepen.io/{}/pen/{}", ""),
)  # fmt: skip
_NOT_FOR_READERS = re.compile(
    r"googletagmanager|doubleclick|googlesyndication|facebook\.com/(?:plugins/(?:like|page|share)|tr)|/recaptcha"
    r"|disqus\.com|addthis|sharethis|amazon-adsystem|taboola|outbrain|criteo|adservice|/ads?/|consent|newsletter"
    r"|safeframe|substack\.com/embed|mailchimp|sendinblue|brevo\.com|platform\.twitter\.com/widgets|about:blank"
    r"|accounts\.google|apis\.google\.com/u/|ghbtns|chartbeat|comscore|/beacon|smartadserver",
    re.I,
)


def settle_embeds(tree: Element, base_url: str | None) -> None:
    """Replace every frame, film and sound by its link, or take it out when it leads nowhere a reader would go."""
    for tag, (attribute, address) in _TAGGED.items():
        for element in list(tree.iter(tag)):
            name = element.get(attribute) or ""
            _replace(element, address.format(name) if re.fullmatch(r"[\w-]+", name) else None, base_url)
    for element in list(tree.iter(*_FRAMES)):
        if element.tag in ("object", "embed") and _is_picture(element):
            _show(element)
        elif element.getparent() is not None:
            _replace(element, _source(element), base_url)


def _is_picture(element: Element) -> bool:
    address = (element.get("data") or element.get("src") or "").partition("?")[0].lower()
    kind = (element.get("type") or "").lower()
    return kind.startswith("image/") or address.endswith((".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"))


def _show(element: Element) -> None:
    """A picture set as an object: the plain picture inside it, which every reader can show, else the object's own."""
    inner = element.find(".//img")
    picture = lxml_html.Element(
        "img", src=(inner if inner is not None else element).get("src") or element.get("data") or ""
    )
    picture.set("alt", (inner.get("alt") if inner is not None else element.get("aria-label")) or "")
    picture.tail = element.tail
    element.getparent().replace(element, picture)


def _source(element: Element) -> str | None:
    for name in ("src", "data-src", "data-lazy-src", "data-litespeed-src", "data-cookie-src", "data-url", "data"):
        if (found := (element.get(name) or "").strip()) and not found.startswith(("about:", "data:", "javascript:")):
            return found
    if element.tag in ("video", "audio", "object", "amp-video"):
        inner = element.xpath(".//source/@src | .//embed/@src | .//param[@name='movie']/@value | .//iframe/@src")
        return next((str(one) for one in inner if str(one).strip()), None)
    return None


def _replace(element: Element, source: str | None, base_url: str | None) -> None:
    address = safe_address(source, base_url)
    parent = element.getparent()
    if address is None or not address.startswith("http") or _NOT_FOR_READERS.search(address) or _is_speck(element):
        _step_aside(element)
        return
    page, still, provider = _known(address)
    title = element.get("title") or element.get("aria-label") or element.get("playlabel") or ""
    if re.fullmatch(r"(?i)\s*(?:youtube|vimeo|dailymotion|embed\w*|iframe|video|lecteur|player)[\w .]*", title):
        title = ""
    still = safe_address(element.get("poster"), base_url) or still
    link = lxml_html.Element("a", href=page)
    if still:
        label = f"{title} ({provider})" if title and provider not in title else title or provider
        link.append(lxml_html.Element("img", src=still, alt=label))
    else:
        link.text = title or ("▶" if element.tag in ("video", "audio", "amp-video") else provider)
    paragraph = lxml_html.Element("p")
    paragraph.append(link)
    paragraph.tail = element.tail
    parent.replace(element, paragraph)


def _step_aside(element: Element) -> None:
    """What is no embed may still hold a picture or words for readers without it."""
    if element.tag == "object" and element.find(".//img") is not None:
        element.drop_tag()
    else:
        element.drop_tree()


def _is_speck(element: Element) -> bool:
    return element.tag == "iframe" and any(
        element.get(side) in ("0", "1", "0px", "1px") for side in ("width", "height")
    )


def _known(address: str) -> tuple[str, str | None, str]:
    """The page for readers, the still and the provider's name."""
    for pattern, provider, page, still in _PROVIDERS:
        found = pattern.search(address)
        if found and (names := [name for name in found.groups() if name]):
            return page.format(*names), still.format(*names) or None, provider
    parts = urlsplit(address)
    inner = parse_qs(parts.query).get("href" if "facebook." in parts.netloc else "url", [""])[0]
    page = safe_address(inner, None) or address
    return page, None, (urlsplit(page).hostname or "").removeprefix("www.")
