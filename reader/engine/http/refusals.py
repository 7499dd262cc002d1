"""What servers say when they say no, and what goes wrong on the wire, as sentences."""

import email.utils
import re
import ssl
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import aiohttp

from reader.core.errors import FetchError
from reader.engine.http.guard import Private, private_error
from reader.engine.http.unpacking import DAMAGED

Answer = TypeVar("Answer")


class Refused(FetchError):
    """The server said no; `status` is its answer, `retry_after` how long it asks to wait."""

    def __init__(self, en: str, fr: str, *, status: int, retry_after: timedelta | None, retry: bool) -> None:
        super().__init__(en, fr, cause=f"HTTP {status}", retry=retry)
        self.status = status
        self.retry_after = retry_after


_SENTENCES: dict[int, tuple[str, str]] = {
    401: ("The site asks for a name and password (401).", "Le site demande un nom et un mot de passe (401)."),
    402: ("The site asks for a subscription (402).", "Le site demande un abonnement (402)."),
    403: ("The site refuses access (403).", "Le site refuse l'accès (403)."),
    404: ("The site says that this page does not exist (404).", "Le site dit que cette page n'existe pas (404)."),
    410: ("The site says that this page is gone for good (410).", "Le site dit que cette page n'existe plus (410)."),
    429: ("The site asks us to come back later (429).", "Le site demande de revenir plus tard (429)."),
    503: ("The site is overloaded or closed for now (503).", "Le site est surchargé ou fermé pour l'instant (503)."),
}


def refusal(status: int, wait: timedelta | None) -> Refused:
    """The error of an answer of 400 and above."""
    if status in _SENTENCES:
        en, fr = _SENTENCES[status]
    elif status >= 500:
        en, fr = f"The site has a problem of its own ({status}).", f"Le site a lui-même un problème ({status})."
    else:
        en, fr = f"The site refuses the request ({status}).", f"Le site refuse la demande ({status})."
    return Refused(en, fr, status=status, retry_after=wait, retry=status >= 500 or status in (408, 425, 429))


def wait_of(retry_after: str | None) -> timedelta | None:
    """Retry-After: seconds or a date (RFC 9110, 10.2.3); None when absent or nonsense."""
    if not retry_after:
        return None
    if retry_after.strip().isdigit():
        return timedelta(seconds=min(int(retry_after.strip()[:9]), 10_000_000))
    try:
        moment = email.utils.parsedate_to_datetime(retry_after)
    except (ValueError, TypeError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(moment - datetime.now(UTC), timedelta())


def max_age_of(cache_control: str) -> int | None:
    """Minutes that an answer stays fresh (RFC 9111, 5.2.2.1); None when it does not say or must be asked again."""
    found = re.search(r"(?<![\w-])max-age\s*=\s*\"?(\d{1,9})", cache_control, re.I)
    return int(found[1]) // 60 if found and not re.search(r"no-cache|no-store", cache_control, re.I) else None


async def translated(ask: Callable[[], Awaitable[Answer]], host: str) -> Answer:
    """Run a request; whatever goes wrong on the wire becomes a FetchError with a sentence."""
    try:
        return await ask()
    except FetchError:
        raise
    except Private as error:
        raise private_error(host) from error
    except (TimeoutError, aiohttp.ServerTimeoutError) as error:
        raise FetchError(
            f"{host} did not answer in time.", f"{host} n'a pas répondu à temps.", cause=repr(error), retry=True
        ) from error
    except (aiohttp.ClientSSLError, ssl.SSLError) as error:
        raise FetchError(
            f"The certificate of {host} cannot be trusted.",
            f"Le certificat de {host} n'est pas digne de confiance.",
            cause=repr(error),
        ) from error
    except aiohttp.ClientConnectorDNSError as error:
        if isinstance(error.os_error, Private) or isinstance(error.__cause__, Private):
            raise private_error(host) from error
        raise FetchError(
            f"{host} cannot be found; is the network there?",
            f"{host} est introuvable ; le réseau est-il là ?",
            cause=repr(error),
            retry=True,
        ) from error
    except aiohttp.ClientConnectorError as error:
        raise FetchError(
            f"{host} accepts no connection.", f"{host} n'accepte pas la connexion.", cause=repr(error), retry=True
        ) from error
    except DAMAGED as error:
        raise FetchError("The answer is damaged.", "La réponse est abîmée.", cause=repr(error), retry=True) from error
    except (aiohttp.ClientError, OSError, ValueError, EOFError) as error:
        raise FetchError(
            f"The connection to {host} broke off.",
            f"La connexion avec {host} s'est rompue.",
            cause=repr(error),
            retry=True,
        ) from error
