"""The icons of sites, looked for once a month: what the feed names, what the site's page links to, the usual place."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urljoin, urlsplit

from reader.content.icons import icon_addresses
from reader.core.plans import IconJob
from reader.engine.assets import fetch_picture
from reader.engine.stages import Tools, trusted_by, understood

_AGAIN = timedelta(days=30)
_AT_A_TIME = 50
_LARGEST = 200_000  # bytes: an icon, not a poster


async def fetch_icons(tools: Tools) -> int:
    """Look for the icons that are due; how many were found. A site with several feeds is asked once."""
    by_site: dict[str, str | None] = {}
    found = 0
    while jobs := tools.store.icons_due(datetime.now(UTC), _AT_A_TIME):
        for job in jobs:
            site = job.icon_url or urlsplit(job.site_url or job.feed_url).netloc
            if site not in by_site:
                by_site[site] = await _look(tools, job)
            file = by_site[site]
            found += file is not None
            tools.told(tools.store.icon_looked_for(job.feed_id, file, datetime.now(UTC) + _AGAIN))
    return found


async def _look(tools: Tools, job: IconJob) -> str | None:
    if job.icon_url:
        file = await _try(tools, job.icon_url, job)
        if file is not None:
            return file
    site = job.site_url or urljoin(job.feed_url, "/")
    try:
        answer = await tools.client.get(site, kind="page", trusted=trusted_by(job.feed_url))
        addresses = icon_addresses(answer.body, answer.url)
    except Exception as problem:  # noqa: BLE001 - see `understood`
        understood(problem, f"site {site}")
        addresses = icon_addresses(b"", site)
    for address in addresses:
        file = await _try(tools, address, job)
        if file is not None:
            return file
    return None


async def _try(tools: Tools, address: str, job: IconJob) -> str | None:
    try:
        file, size, _ = await fetch_picture(tools, address, job.feed_url)
    except Exception as problem:  # noqa: BLE001 - see `understood`
        understood(problem, f"icon {address}")
        return None
    return file if size <= _LARGEST else None
