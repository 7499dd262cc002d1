"""Where well-known services keep their feeds, told from an address alone; one row a service.

Each row: hosts, a pattern for the path and query, and the feeds as templates. Sources: the services' own pages on RSS.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that a page or a convention names; the title is the page's word for it, often empty."""

    url: str
    title: str


_YOUTUBE = "https://www.youtube.com/feeds/videos.xml?"
_END = r"/?(?:\?.*)?"
_NAME = r"[\w.\-~%]+"
_GITHUB_OWN = (
    r"(?!(?:about|apps|codespaces|collections|contact|customer-stories|enterprise|events|explore|features|issues|join"
    r"|login|marketplace|new|notifications|orgs|pricing|pulls|search|security|settings|signup|site|sponsors|topics"
    r"|trending)(?:/|$))"
)
_ROWS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (r"(?:www\.|m\.)?youtube\.com", r"/channel/(?P<id>UC[\w\-]{22})(?:[/?].*)?", ((_YOUTUBE + "channel_id={id}", ""),)),
    (
        r"(?:www\.|m\.|music\.)?youtube\.com",
        r"/(?:playlist|watch)\?(?:.*&)?list=(?P<id>(?:PL|UU|OL|FL)[\w\-]+).*",
        ((_YOUTUBE + "playlist_id={id}", ""),),
    ),
    (r"(?:www\.|m\.)?youtube\.com", r"/user/(?P<id>[\w\-]+)(?:[/?].*)?", ((_YOUTUBE + "user={id}", ""),)),
    (
        r"(?:(?:www|old|new|np)\.)?reddit\.com",
        r"(?P<path>/(?:r|u|user)/[\w\-+]+(?:/(?:new|top|hot|rising|submitted|comments(?:/\w+(?:/[^/?]*)?)?))?)" + _END,
        (("https://www.reddit.com{path}/.rss", ""),),
    ),
    (r"(?:(?:www|old)\.)?reddit\.com", r"/?", (("https://www.reddit.com/.rss", "Reddit"),)),
    (
        r"(?:www\.)?github\.com",
        rf"/{_GITHUB_OWN}(?P<owner>[\w\-]+)/(?P<name>[\w.\-]+?)(?:\.git)?/?",
        (
            ("https://github.com/{owner}/{name}/releases.atom", "{name}: releases"),
            ("https://github.com/{owner}/{name}/tags.atom", "{name}: tags"),
            ("https://github.com/{owner}/{name}/commits.atom", "{name}: commits"),
        ),
    ),
    (
        r"(?:www\.)?github\.com",
        rf"/{_GITHUB_OWN}(?P<path>[\w\-]+/[\w.\-]+/(?:releases|tags|commits(?:/[\w.\-/]+?)?))" + _END,
        (("https://github.com/{path}.atom", ""),),
    ),
    (
        r"(?:www\.)?github\.com",
        rf"/{_GITHUB_OWN}(?P<owner>[\w\-]+)/?",
        (("https://github.com/{owner}.atom", "{owner}"),),
    ),
    (
        r"gitlab\.com|framagit\.org|gitlab\.gnome\.org|invent\.kde\.org",
        r"/(?P<path>(?!explore|users|-/)[\w\-]+(?:/[\w.\-]+)+?)/?",
        (
            ("https://{host}/{path}/-/tags?format=atom", "{path}: tags"),
            ("https://{host}/{path}/-/commits/HEAD?format=atom", "{path}: commits"),
        ),
    ),
    (
        r"codeberg\.org|gitea\.com",
        r"/(?P<path>(?!explore|user/)[\w.\-]+/[\w.\-]+)/?",
        (("https://{host}/{path}/releases.rss", "{path}: releases"), ("https://{host}/{path}.rss", "{path}")),
    ),
    (r"codeberg\.org|gitea\.com", r"/(?P<path>(?!explore|user)[\w.\-]+)/?", (("https://{host}/{path}.rss", "{path}"),)),
    (
        r"git\.sr\.ht",
        r"/(?P<path>~[\w\-]+/[\w.\-]+)(?:/.*)?",
        (
            ("https://git.sr.ht/{path}/log/rss.xml", "{path}: log"),
            ("https://git.sr.ht/{path}/refs/rss.xml", "{path}: refs"),
        ),
    ),
    (
        r"pypi\.org",
        r"/project/(?P<name>[\w.\-]+)(?:/.*)?",
        (("https://pypi.org/rss/project/{name}/releases.xml", "{name}"),),
    ),
    (
        r"(?:www\.)?medium\.com",
        rf"/(?!(?:m|p|me|tag|about|search)/)(?P<name>@?{_NAME})(?:/[^/]*)?" + _END,
        (("https://medium.com/feed/{name}", ""),),
    ),
    (r"(?:www\.)?medium\.com", r"/tag/(?P<tag>[\w\-]+)(?:/.*)?", (("https://medium.com/feed/tag/{tag}", "{tag}"),)),
    (
        r"dev\.to",
        r"/(?P<name>(?!search|tags|t/|about|top)\w+)(?:/[\w\-]*)?" + _END,
        (("https://dev.to/feed/{name}", ""),),
    ),
    (r"lobste\.rs", r"/t/(?P<tags>[\w\-,]+)/?", (("https://lobste.rs/t/{tags}.rss", "{tags}"),)),
    (
        r"(?:www\.)?arxiv\.org",
        r"/list/(?P<name>[\w\-]+(?:\.[A-Za-z\-]+)?)(?:/.*)?",
        (("https://rss.arxiv.org/rss/{name}", "{name}"),),
    ),
    (r"(?:www\.)?pinterest\.[a-z.]{2,6}", r"/(?P<name>\w+)/?", (("https://www.pinterest.com/{name}/feed.rss", ""),)),
    (r"(?P<name>[\w\-]+)\.medium\.com", r".*", (("https://{name}.medium.com/feed", ""),)),
    (r"(?!www\.)[\w\-]+\.substack\.com", r".*", (("https://{host}/feed", ""),)),
    (r"(?!www\.)[\w\-]+\.tumblr\.com", r"(?P<tag>/tagged/[^/?]+)?(?:[/?].*)?", (("https://{host}{tag}/rss", ""),)),
    (
        r"(?:www\.)?tumblr\.com",
        r"/(?!dashboard|explore|login|search|tagged)(?:blog/)?(?P<name>[\w\-]+)(?:[/?].*)?",
        (("https://{name}.tumblr.com/rss", ""),),
    ),
    (
        r"[\w\-]+\.wordpress\.com",
        r"(?P<part>/(?:category|tag|author)/[^/?]+)?(?:[/?].*)?",
        (("https://{host}{part}/feed/", ""),),
    ),
    (r"[\w\-]+\.blogspot\.[a-z.]+", r".*", (("https://{host}/feeds/posts/default", ""),)),
    (r"bsky\.app", r"/profile/(?P<name>[\w.:\-]+)(?:/rss)?/?", (("https://bsky.app/profile/{name}/rss", ""),)),
    (
        r"(?:www\.)?dailymotion\.com",
        r"/(?:user/)?(?P<name>(?!video|playlist|topic)[\w\-]+)(?:/.*)?",
        (("https://www.dailymotion.com/rss/user/{name}", ""),),
    ),
    (
        r"(?:www\.)?vimeo\.com",
        r"/(?P<name>(?!\d+(?:/|$)|channels|groups|watch)[\w\-]+)(?:/videos)?/?",
        (("https://vimeo.com/{name}/videos/rss", ""),),
    ),
    (
        r"(?:www\.)?vimeo\.com",
        r"/(?P<path>(?:channels|groups)/[\w\-]+)(?:/.*)?",
        (("https://vimeo.com/{path}/videos/rss", ""),),
    ),
    (r"news\.ycombinator\.com", r"(?:/news|/)?", (("https://news.ycombinator.com/rss", "Hacker News"),)),
    (
        r"(?P<site>stackoverflow\.com|[\w\-]+\.stackexchange\.com|superuser\.com|serverfault\.com|askubuntu\.com)",
        r"/questions/tagged/(?P<tag>[^/?]+).*",
        (("https://{site}/feeds/tag/{tag}", "{tag}"),),
    ),
    (
        r"(?P<language>[a-z\-]{2,12})\.wikipedia\.org",
        r"/wiki/(?P<page>[^?#]+)",
        (("https://{language}.wikipedia.org/w/index.php?title={page}&action=history&feed=atom", "{page}"),),
    ),
    (
        r"(?:www\.)?flickr\.com",
        r"/photos/(?P<name>\d+@N\d+)(?:/.*)?",
        (("https://www.flickr.com/services/feeds/photos_public.gne?id={name}&format=atom", ""),),
    ),
    (
        r"(?:www\.)?letterboxd\.com",
        r"/(?P<name>(?!film|films|lists|list|search)\w+)/?",
        (("https://letterboxd.com/{name}/rss/", ""),),
    ),
)
_COMPILED = tuple((re.compile(host, re.I), re.compile(path), feeds) for host, path, feeds in _ROWS)
# Mastodon, Pleroma, GoToSocial and kin: any host.
_FEDIVERSE = re.compile(r"/@(?P<name>\w[\w.\-]*)(?:/(?:with_replies|media))?/?")
_NO_FEDIVERSE = re.compile(
    r"(?:^|\.)(?:youtube|tiktok|medium|threads|flipboard|substack|kick|telegram|lbry|odysee|rumble)\.(?:com|net|org|tv)$"
)
_CHANNEL = re.compile(
    r'"(?:externalId|channelId|externalChannelId|browseId)"\s*:\s*"(UC[\w\-]{22})"'
    r'|itemprop="(?:channelId|identifier)"\s+content="(UC[\w\-]{22})"'
    r"|youtube\.com/channel/(UC[\w\-]{22})"
)


def site_feeds(url: str) -> list[FoundFeed]:
    """The feeds of the thing at `url` by its service's convention, likeliest first; empty for other sites."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return []
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if len(path) > 1_000:
        return []
    for hosts, paths, feeds in _COMPILED:
        by_host = hosts.fullmatch(host)
        by_path = paths.fullmatch(path) if by_host else None
        if by_host and by_path:
            facts = {"host": host} | by_host.groupdict("") | by_path.groupdict("")
            return [FoundFeed(address.format(**facts), title.format(**facts)) for address, title in feeds]
    named = _FEDIVERSE.fullmatch(parts.path)
    if named and not _NO_FEDIVERSE.search(host):
        return [FoundFeed(f"{parts.scheme}://{parts.netloc}/@{named['name']}.rss", f"@{named['name']}")]
    return []


def youtube_feed(page: str, url: str) -> FoundFeed | None:
    """The feed of the channel that a page of YouTube belongs to (@handles do not tell its id, the page does)."""
    host = (urlsplit(url).hostname or "").lower()
    found = _CHANNEL.search(page) if re.search(r"(?:^|\.)youtube\.com$", host) else None
    return FoundFeed(f"{_YOUTUBE}channel_id={found[1] or found[2] or found[3]}", "") if found else None
