"""When two texts are the same for a reader: what of a page changes by itself is taken out before they are compared.

Typography (white space, quotes, dashes), datelines, counters, tracking parameters, sizes of pictures and lists of
related links do not count. A date or a number inside a sentence does: it may be the very thing that was corrected.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence, Set
from urllib.parse import urlsplit, urlunsplit

_MONTHS = (
    r"janv(?:ier)?|f[ée]v(?:r(?:ier)?)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[ûu]t|sept(?:embre)?|oct(?:obre)?|"
    r"nov(?:embre)?|d[ée]c(?:embre)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:tember)?|september|october|november|december|dec"
)
_DAYS = (
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur?|sun)(?:day)?"
)
_DATE = (
    rf"(?:(?:{_DAYS})\.?,?\s+)?(?:\d{{4}}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?"
    rf"|\d{{1,2}}(?:er|st|nd|rd|th)?\s+(?:{_MONTHS})\b\.?(?:,?\s+\d{{4}})?"
    rf"|(?:{_MONTHS})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?"
    r"|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)"
)
_ZONE = r"(?:\s?(?:utc|gmt|ces?t|e[sd]?t|p[sd]?t|bst|heure de paris))?"
_TIME = rf"(?:\d{{1,2}}\s?(?:h(?:eures?)?|:)\s?(?:\d\d)?(?:\s?[ap]\.?m\.?)?|\d{{1,2}}\s?[ap]\.?m\.?){_ZONE}"
_AGO = (
    r"(?:il y a|depuis)\s+(?:\d+|une?|quelques)\s+(?:secondes?|min(?:ute)?s?|h(?:eures?)?|jours?|semaines?|mois|ans?)\b"
    r"|(?:\d+|an?|a few)\s+(?:second|minute|min|hour|day|week|month|year)s?\s+ago|just now|à l'instant"
)
# Atomic: what follows it in a larger expression must not make it try a thousand ways to split a row of numbers.
MOMENT = rf"(?>(?:{_DATE}|{_AGO}|{_TIME})(?:\s*(?:[,-]|à|at|vers)?\s*(?:{_DATE}|{_TIME}))*)"
"""A date, an hour or both, in French or English: an expression to be compiled without regard to capitals."""
_STAMP = (
    r"(?:(?:cet |this )?(?:article|billet|post|story|page)\s+(?:a été |was |has been )?)?"
    r"(?:première publication|publi(?:é|ée|cation)|mise? en ligne|mise? à jour|m[àa]j|modifi(?:é|ée|cation)|actualisée?"
    r"|postée?|parue?|dernière (?:mise à jour|modification)"
    r"|(?:first |last )?(?:published|updated|posted|modified|edited))"
)
_NAMES = r"(?:par|by)\s+(?-i:(?:[A-ZÀ-Ý][\w'.\-]*\s*(?:,|&|et|and)?\s*){1,6})"
_NUMBER = r"\d[\d\s.,]*+(?:k\b|m\b|mille|millions?)?"
_COUNTED = (
    r"commentaires?|comments?|r[ée]actions?|r[ée]ponses?|repl(?:y|ies)|vues?|views?|partages?|shares?|lectures?|reads?"
    r"|likes?|j'aime|retweets?|favoris|votes?|claps?|abonnés|followers"
)
_PLACES = r"facebook|twitter|x|linkedin|whatsapp|e-?mail|mastodon|bluesky|reddit|telegram"
_COUNTER = (
    rf"{_NUMBER}\s*(?:{_COUNTED})(?:\s+(?:sur|on)\s+(?:{_PLACES}))?"
    rf"|(?:{_COUNTED}|partager|share|partagée?|shared|lue?|vue?|viewed|consultée?|{_PLACES})(?:\s+(?:sur|on)\s+(?:{_PLACES}))?"
    rf"\s*[:(]?\s*{_NUMBER}\)?(?:\s*(?:fois|times))?"
    r"|(?:cet article|cette page|this article|this story|this page)\s+(?:a été|has been|was)\s+(?:lue?|vue?|partagée?"
    rf"|consultée?|read|viewed|shared)\s+{_NUMBER}\s*(?:fois|times)"
    rf"|{_NUMBER}\s*(?:personnes|lecteurs|people|readers)\s+(?:ont |have )?(?:partagé|lu|aimé|shared|read|liked?)"
    r"(?:\s+(?:cet article|this article|this story|this))?"
    rf"|(?:temps de lecture|reading time|lecture)\s*:?\s*{_NUMBER}\s*(?:minutes?|min|mn)"
    rf"|{_NUMBER}[\s-]*min(?:ute)?s?\s+(?:read|de lecture)"
)
_SHARE_BAR = re.compile(
    rf"\b(?:partager|share)\b(?:\s+(?:(?:sur|on|via|par|cet article|this article|this story|{_PLACES})\b|[,/]))++", re.I
)
_COUNTERS = re.compile(rf"(?<!\w)(?:{_COUNTER})(?!\w)", re.I)
_MOMENTS = re.compile(rf"(?<!\w){MOMENT}(?!\w)", re.I)
_STAMPED = re.compile(rf"^\W*(?:{_NAMES})|(?<!\w)(?:{_STAMP})(?!\w)|\b(?:le|la|the|on|at|à|ce)\b", re.I)
# Every word that furniture is made of, names apart: one look tells most sentences from it.
_LETTERS = re.compile(r"[^\W\d_]+")
_VOCABULARY = frozenset(
    _LETTERS.findall(
        """
        janvier janv février fevrier fév fev févr fevr mars avril avr mai juin juillet juil août aout septembre sept
        octobre oct novembre nov décembre decembre déc dec january jan february feb march mar april apr may june jun
        july jul august aug september sep october november december lundi mardi mercredi jeudi vendredi samedi
        dimanche monday mon tuesday tue tues wednesday wed wednes thursday thu thurs friday fri saturday satur
        sunday sun er st nd rd th t z h heure heures am pm a m p utc gmt cet cest et est edt pt pst pdt bst de paris
        il y depuis un une quelques seconde secondes min mins minute minutes jour jours semaine semaines mois an ans
        second seconds hour hours day days week weeks month months year years ago few just now l instant vers à at
        ce le la the on cette this article billet post story page été was has been première publication publié
        publiée mis mise en ligne màj maj modifié modifiée modification actualisé actualisée posté postée paru parue
        dernière first last published updated posted modified edited and k mille million millions commentaire
        commentaires comment comments réaction réactions reaction reactions réponse réponses reponse reponses reply
        replies vue vues vu view views viewed partage partages partager partagé partagée share shares shared lecture
        lectures lu lue read reads like likes liked j aime aimé retweet retweets favoris vote votes clap claps
        abonnés followers facebook twitter x linkedin whatsapp e mail email mastodon bluesky reddit telegram sur via
        par by fois times consulté consultée personnes lecteurs people readers ont have temps reading time mn
        """
    )
)
_BYLINE = re.compile(r"\W*(?:par|by)\s", re.I)
_JOINED = re.compile(r"\b(?:et|and)\b", re.I)
_WORD = re.compile(r"\w")
_RELATED = re.compile(
    r"\W*(?:(?:à|a) (?:lire|voir|découvrir)(?: aussi| également| ensuite)?"
    r"|(?:lire|voir) (?:aussi|également|la suite|plus)"
    r"|sur le même (?:sujet|thème)|(?:articles?|contenus?) (?:liés?|connexes?|similaires?|associés?|recommandés?)"
    r"|dans la même (?:rubrique|série)|les plus lus|nos autres articles"
    r"|related(?: articles?| stories| story| posts?| coverage| links?| reading| topics?)?"
    r"|(?:also )?read(?: more| next| also)?|see also|more (?:on|from|about) (?:this|the) \w+|more stories"
    r"|you (?:may|might) also like|recommended(?: for you)?|most read|up next|don't miss)\W*",
    re.I,
)
# Bounded, so that a page of opening brackets does not take the square of its length. The two ways in which a link
# begins are written out, since the search then skips to them.
_ADDRESS = r"\]\(([^)\s\]]{1,1500})((?:\s+\"[^\"]{0,1500}\")?)\)"
_LINK = re.compile(rf"(?:!\[|\[)((?:[^\[\]\\]|\\.){{0,500}}){_ADDRESS}")
_REST_OF_LINK = re.compile(_ADDRESS)  # of a link around a picture
_TRACKING = re.compile(
    r"^(?:utm_|at_|ns_|mc_|fbclid|gclid|gbraid|wbraid|msclkid|dclid|twclid|yclid|igshid|xtor|cmpid|ref|ref_src|_ga|smid)",
    re.I,
)
_SIZING = re.compile(
    r"^(?:w|h|width|height|q|quality|fit|crop|resize|size|dpr|auto|fm|format|ssl|strip|zoom|scale|imwidth|impolicy|rect)$",
    re.I,
)
_SIZE_IN_NAME = re.compile(
    r"-(?:\d{2,4}x\d{2,4}|scaled|large|medium|small)(?=\.\w+$)|@[23]x(?=\.\w+$)|\.\w{3,4}$", re.I
)
_SIZE_IN_PATH = re.compile(r"/(?:\d{2,4}x\d{2,4}|[wh]_?\d{2,4}(?:,[^/]*)?|\d{2,4}px-[^/]*|s\d{3,4})(?=/)")
_QUOTES = {**dict.fromkeys(map(ord, "“”„‟«»″"), '"'), **dict.fromkeys(map(ord, "‘’‚‛′ʼ`´"), "'")}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_SPACES = dict.fromkeys((0xA0, 0x202F, *range(0x2000, 0x200B), 0x3000, 0x2028), " ")
_UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF), "")
_LEVEL = {chr(sign): plain for sign, plain in {**_QUOTES, **_DASHES, **_SPACES, **_UNSEEN}.items()}
# Found by an expression, since `str.translate` takes ten times as long over text that has few of them.
_UNEVEN = re.compile(f"[{re.escape(''.join(_LEVEL))}]")
_UNEVEN_SEEN = re.compile(f"[{re.escape(''.join(sign for sign, plain in _LEVEL.items() if plain))}]")
_NARROW = re.compile(r" (?=[;:!?,.)\]%])")
_MAY_BE_FURNITURE = re.compile(r"\d|partag|share|instant|just now", re.I)
_SPACE = re.compile(r"\s+")
# A sentence does not end after "Nov.", "sept." or "p.m.".
_SEGMENT = re.compile(
    r"(?<=[.!?])(?<!\b(?:jan|feb|fév|mar|avr|apr|jul|aug|sep|oct|nov|dec|déc)\.)(?<!\b(?:janv|févr|juil|sept)\.)"
    r"(?<![ap]\.m\.)\s+|\s+[|·•]\s+|\n",
    re.I,
)
_SIGNS = re.compile(r"[*_#>\\]+")
_ITEMS = re.compile(r"\n\s*(?:[-+]|\d+\.)\s+(?:(?<=\n)(?:[-+]|\d+\.)\s+)*")
_BLANK_LINE = re.compile(r"\n[^\S\n]+(?:\n|\Z)")
_LONGEST_SEGMENT = 160


def split_blocks(markdown: str) -> list[str]:
    """The blocks of a Markdown text, parted by empty lines; a fence is one block whatever it holds."""
    quick = _blocks_of_lines(markdown)
    if quick is not None:
        return quick
    blocks: list[str] = []
    pending: list[str] = []
    fence = ""
    for line in markdown.split("\n"):
        bare = line.lstrip()
        if fence:
            fence = "" if bare.startswith(fence) else fence
        elif bare.startswith(("```", "~~~")):
            fence = bare[:3]
        if line.strip() or fence:
            pending.append(line)
        elif pending:
            blocks.append("\n".join(pending))
            pending = []
    if pending:
        blocks.append("\n".join(pending))
    return blocks


def _blocks_of_lines(markdown: str) -> list[str] | None:
    """The blocks of a text without fences or blank lines that hold spaces, as nearly all are; else None."""
    if ("`" in markdown and "```" in markdown) or ("~" in markdown and "~~~" in markdown):
        return None
    blocks = []
    for block in markdown.split("\n\n"):
        if "\n" in block:
            if _BLANK_LINE.search(f"\n{block}"):
                return None
            block = block.strip("\n")
        if block and not block.isspace():
            blocks.append(block)
    return blocks


def bare_words(markdown: str) -> str:
    """A piece of Markdown as a reader hears it: no signs, links and pictures as their words."""
    return " ".join(without_marks(markdown).split())


def without_marks(markdown: str) -> str:
    """The same with white space as it is, for who only looks for words in it."""
    return _without_marks(_without_links(markdown))


def _without_links(markdown: str) -> str:
    return _REST_OF_LINK.sub("", _LINK.sub(r"\1", markdown)) if "](" in markdown else markdown


def _without_marks(markdown: str) -> str:
    return _SIGNS.sub("", _ITEMS.sub("\n", f"\n{markdown}")[1:])


def plain_typography(text: str) -> str:
    """One form for all quotes, dashes and spaces."""
    return _plain(_levelled(text))


def same_length(text: str) -> str:
    """Plain quotes, dashes and spaces, with every character in its place."""
    return _UNEVEN_SEEN.sub(lambda found: _LEVEL[found[0]], text)


def _levelled(text: str) -> str:
    return _UNEVEN.sub(lambda found: _LEVEL[found[0]], text)


def _plain(text: str) -> str:
    text = " ".join(unicodedata.normalize("NFKC", text).split())
    if '"' in text:
        text = text.replace(' "', '"').replace('" ', '"')
    return _NARROW.sub("", text)


def plain_address(address: str, *, picture: bool = False) -> str:
    """An address without tracking; a picture's also without its size and file type."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    kept = [
        one
        for one in parts.query.split("&")
        if one and not _TRACKING.match(one) and not (picture and _SIZING.match(one.partition("=")[0]))
    ]
    fragment = "" if _TRACKING.match(parts.fragment) or parts.fragment.startswith("Echobox") else parts.fragment
    path = _SIZE_IN_PATH.sub("", _SIZE_IN_NAME.sub("", _SIZE_IN_NAME.sub("", parts.path))) if picture else parts.path
    return urlunsplit((parts.scheme, parts.netloc, path, "&".join(kept), fragment))


def normal_blocks(blocks: Sequence[str], spared: Set[str] = frozenset()) -> Iterator[str]:
    """Each block as it counts for telling a change; an empty string for what does not count at all.

    Blocks that are `spared` are the same on both sides of a comparison: they are left as they are, which saves time.
    """
    related = False
    for block in blocks:
        if _is_related(block):
            related = True
            yield ""
        elif related and _only_links(block):
            yield ""
        else:
            related = False
            yield block if block in spared else _normal(block)


def normal_text(markdown: str) -> str:
    """The whole text as it counts; equal texts mean that nothing happened."""
    return " ".join(filter(None, normal_blocks(split_blocks(markdown))))


def _normal(block: str) -> str:
    text = block
    if "](" in block:
        text = _REST_OF_LINK.sub(_plain_rest, _LINK.sub(_plain_link, block))
    text = _levelled(text)
    if _MAY_BE_FURNITURE.search(text) and not text.startswith(("```", "~~~")):
        text = " ".join(one for one in _SEGMENT.split(text) if not _is_furniture(one))
    return _plain(text)


def _plain_link(link: re.Match[str]) -> str:
    picture = link[0].startswith("!")
    if not picture and "?" not in link[2] and "#" not in link[2]:
        return link[0]
    return f"{'!' if picture else ''}[{link[1]}]({plain_address(link[2], picture=picture)}{link[3]})"


def _plain_rest(link: re.Match[str]) -> str:
    return f"]({plain_address(link[1])}{link[2]})" if "?" in link[1] or "#" in link[1] else link[0]


def _is_furniture(segment: str) -> bool:
    if len(segment) > _LONGEST_SEGMENT and "](" not in segment:
        return False
    words = bare_words(segment) if _MAY_BE_FURNITURE.search(segment) else ""
    if not words or len(words) > _LONGEST_SEGMENT:
        return False
    if not _BYLINE.match(words) and not _VOCABULARY.issuperset(_LETTERS.findall(words.lower())):
        return False
    left = _SHARE_BAR.sub(" ", _COUNTERS.sub(" ", words))
    if not _WORD.search(_JOINED.sub(" ", left)):
        return True
    undated = _MOMENTS.sub(" ", left)
    return undated != left and not _WORD.search(_JOINED.sub(" ", _STAMPED.sub(" ", undated)))


def _is_related(block: str) -> bool:
    """A heading over related links, or such a line with its links behind it."""
    if len(block) > 2000 or block.startswith("!["):
        return False
    if len(block) > 90 and "](" not in block:
        return False
    without = _without_marks(_REST_OF_LINK.sub("", _LINK.sub("", block)))
    if len(without) > 90:
        return False
    without = _levelled(without)
    return _RELATED.fullmatch(_SPACE.sub(" ", without)) is not None and not (
        # A lone word such as "Read" is a heading of its own, unless links stand behind it.
        "](" not in block and _SPACE.sub("", without).lower() in ("read", "related")
    )


def _only_links(block: str) -> bool:
    return "](" in block and not re.search(r"\w", _REST_OF_LINK.sub("", _LINK.sub("", _without_marks(block))))
