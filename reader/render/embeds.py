"""Films, sounds and posts of other sites: a frame on the page is a card here, and opens in the browser."""

from urllib.parse import urlsplit

from reader.text.blocks import Block, Kind

_PROVIDERS = {
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
    "dailymotion.com": "Dailymotion",
    "x.com": "X",
    "twitter.com": "X",
    "bsky.app": "Bluesky",
    "mastodon.social": "Mastodon",
    "spotify.com": "Spotify",
    "soundcloud.com": "SoundCloud",
    "deezer.com": "Deezer",
    "tiktok.com": "TikTok",
    "instagram.com": "Instagram",
    "facebook.com": "Facebook",
    "ted.com": "TED",
    "archive.org": "Internet Archive",
    "ina.fr": "INA",
    "codepen.io": "CodePen",
    "twitch.tv": "Twitch",
    "arte.tv": "ARTE",
    "radiofrance.fr": "Radio France",
}
_MEDIA = (".mp4", ".webm", ".mp3", ".m4a", ".ogg", ".m3u8")
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg")


def host_of(address: str) -> str:
    """The site of an address, without "www."; empty for what is no web address."""
    try:
        parts = urlsplit(address)
        return (parts.hostname or "").removeprefix("www.") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def provider_of(address: str) -> str:
    """The name of the site that plays or shows what is at `address`; empty for an ordinary page."""
    host = host_of(address)
    for known, name in _PROVIDERS.items():
        if host == known or host.endswith("." + known):
            return name
    return host if host and urlsplit(address).path.lower().endswith(_MEDIA) else ""


def leads_to_picture(address: str) -> bool:
    """Whether a picture is only linked to its own larger file."""
    try:
        return urlsplit(address).path.lower().endswith(_PICTURES)
    except ValueError:
        return True


def embed_of(block: Block) -> tuple[str, str] | None:
    """Address and words of a paragraph that is nothing but one link to a film, a sound or a post."""
    if block.kind is not Kind.PARAGRAPH or block.quote or block.depth:
        return None
    words = [run for run in block.runs if run.text.strip()]
    addresses = {run.href for run in words}
    if len(addresses) != 1:
        return None
    address = addresses.pop()
    if not provider_of(address):
        return None
    return address, "".join(run.text for run in words).replace("\u00ad", "").strip()
