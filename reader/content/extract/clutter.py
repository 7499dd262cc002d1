"""What stands on a page beside its article, told by names that sites give it and by what it says."""

import re
from functools import lru_cache
from typing import Any, TypeAlias

Element: TypeAlias = Any  # the stubs of lxml leave HTML elements untyped

# Words of class and id names, lower case; compound names are parted at signs and capitals ("shareBar" → share, bar).
_BESIDE_WORDS = (
    "share sharing sharebar sharetools shares social socials sharer addthis sharethis addtoany sharedaddy jetpack "
    "related relateds relatedposts recommended recommendation recommendations recirc recirculation outbrain taboola "
    "newsletter newsletters signup optin subscribe subscription mailchimp promo promos promotion promobox advert "
    "adverts advertisement advertising ad ads adslot adunit adbox adsense dfp sponsor sponsored sponsors partner "
    "partners cookie cookies consent gdpr rgpd cmp onetrust didomi breadcrumb breadcrumbs sidebar popup modal "
    "overlay lightbox comments comment commentlist disqus respond replies pagination pager paginate toolbar menu "
    "navbar navigation nav trending popular mostread mostpopular teaser teasers readmore readnext morefrom upnext "
    "nextprev tagcloud authorbox authorbio authorinfo biography aboutauthor donate donation donation membership "
    "crowdfunding widget widgets toc skip skiplink masthead colophon copyright backtotop banner login register "
    "upsell piano emaillink printlink print rating ratings vote votes survey quiz poll noprint screenreader "
    "offscreen alire lireaussi aussi partager partage abonnement abonnez reactions reaction commentaires "
    "commentaire infolettre publicite pub encart suggestions similaires voiraussi"
)
_BESIDE = frozenset(_BESIDE_WORDS.split())
_PAIRS = re.compile(
    r"\b(?:read[ -]?(?:more|next|also)|see[ -]?also|also[ -]?(?:read|on)|most[ -]?(?:read|popular|viewed)"
    r"|sign[ -]?up|more[ -]?(?:from|on|stories)"
    r"|next[ -]?(?:article|post|story)|prev(?:ious)?[ -]?(?:article|post)|post[ -]?(?:nav|tags|share|footer)"
    r"|entry[ -]?(?:footer|utility)"
    r"|article[ -]?(?:footer|tools|tags|share|actions|related)|author[ -]?(?:box|bio|info|card|description|profile)"
    r"|lire[ -]?(?:aussi|plus|suite)"
    r"|a[ -]?lire|voir[ -]?aussi|tag[ -]?(?:list|cloud|links)|follow[ -]?us|back[ -]?to[ -]?top|screen[ -]reader"
    r"|off[ -]screen|visually[ -]?hidden|hidden[ -]?visually|sr[ -]only"
    r"|inline[ -]?(?:promo|related|newsletter)|call[ -]?to[ -]?action|jp[ -]relatedposts|edit[ -]?section"
    r"|mw[ -]editsection|print[ -]?only)\b"
)
_TRAIT = re.compile(
    r"\b(?:has|with|no|without|hide|show|is|js|u)[-_]{1,2}[\w-]+"
)  # what an element has, not what it is
_EMBEDS = frozenset(("embed", "embeds", "embedded", "oembed", "tweet", "toot"))
_NETWORKS = frozenset(("social", "socials", "shares", "share", "shared", "widget", "overlay"))
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BOX = re.compile(
    r"(?:^|[\s_-])(?:encadr[eé]e?s?|rep[eè]res?|fact-?box|info-?box|key-?(?:points?|facts?|figures?)|chiffres?|lexique"
    r"|definitions?|callout|admonition|note|tip|warning|glossaire|chronologie)(?:$|[\s_-])",
    re.I,
)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:(?:image|img|photo|picture|media|figure|embed)[-_]{0,2}(?:caption|credit|legende?)|caption"
    r"|wp-caption-text)(?:$|[\s_-])",
    re.I,
)
_WORD = re.compile(r"[A-Za-z]+")
_SAYS = re.compile(
    r"""^\W*(?:
      (?:read|see|watch|view|listen)\s+(?:more|also|next|this\s+next|full\s+(?:story|article|bio))\b.{0,160}
    | (?:other|more|latest|related|recent)\s+(?:\w+\s+){0,2}(?:columns|columnists|opinions?|reviews|guides|recipes
        |reads|features|headlines|episodes)
    | (?:related|more)(?:\s+(?:stories|articles|posts|news|coverage|reading|content|links|topics))?\s*(?::.{0,160})?
    | (?:(?:our|all|other|the)\s+)?(?:top|latest|last|recent|trending|popular|featured|partner|breaking|similar
        |other)\s+(?:stories|news|articles|posts|headlines|videos|links)\b.{0,40}
    | (?:les?\s+)?(?:plus\s+(?:lus?|populaires|récents?|partagés)|derniers?\s+articles?|dernières\s+(?:actus?
        |actualités|infos?|news)|à\s+la\s+une|en\s+ce\s+moment|contenus?\s+sponsorisés?).{0,40}
    | (?:also\s+(?:read|see|watch|on|in)|you\s+may\s+(?:also\s+)?(?:like|be\s+interested)|recommended\s+for\s+you
        |don['’]t\s+miss|must\s+read|most\s+(?:read|popular))\b.{0,120}
    | (?:also|recommended)(?:\s*:.{0,120})?
    | (?:à|a)\s+(?:lire|voir|écouter|découvrir)(?:\s+(?:aussi|également|ensuite|sur\s+le\s+même\s+sujet))?\s*(?::|>
        |–|-|$).{0,180}
    | (?:lire|voir|écouter|lisez|découvrez|retrouvez)\s+(?:aussi|également|la\s+suite|plus|notre\s+(?:dossier
        |article))\b.{0,180}
    | (?:sur\s+le\s+même\s+sujet|dans\s+la\s+même\s+(?:rubrique|catégorie)|articles?\s+(?:liés?|similaires?
        |connexes?)|nos\s+articles)\b.{0,80}
    | (?:lesen\s+sie\s+(?:auch|mehr)|mehr\s+zum\s+thema|lea\s+también|te\s+puede\s+interesar|leggi\s+anche
        |lees\s+ook)\b.{0,160}
    | (?:share|tweet|pin|email|print|like|save|follow|facebook|twitter|linkedin|whatsapp|pinterest|reddit
        |copy\s+link|partager|imprimer|envoyer)
      (?:\s+(?:this|on|it|via|us|sur|par|cet|l['’]article|link|article|story|page|post|me|with|facebook|twitter
        |linkedin|whatsapp|email|mail|x)\b.{0,60})?
    | (?:advertisement|advertising|sponsored(?:\s+content)?|publicité|annonce|anzeige|publicidad|pubblicità
        |story\s+continues\s+below.{0,40}|la\s+suite\s+après\s+(?:la\s+|cette\s+)?publicité
        |article\s+continues\s+(?:below|after).{0,40}|scroll\s+to\s+continue.{0,40})
    | (?:sign\s+up|subscribe|register|log\s+in|sign\s+in|abonnez-vous|inscrivez-vous|s['’]abonner|s['’]inscrire
        |recevez|get\s+(?:our|the)\s+(?:latest|best|daily|newsletter)|join\s+our|suivez-nous|follow\s+us
        |rejoignez-nous|téléchargez\s+(?:notre|l['’])\s*appli\w*)\b.{0,200}
    | (?:loading|chargement)\W*
    | (?:\d+\s+)?(?:comments?|commentaires?|réactions?|shares?|partages?|likes?|views?|vues?)(?:\s*\(?\d*\)?)?
    | (?:leave\s+a\s+(?:comment|reply)|post\s+a\s+comment|add\s+a\s+comment|laisser\s+un\s+commentaire
        |commenter)\b.{0,60}
    | (?:all\s+rights\s+reserved|tous\s+droits\s+réservés|(?:©|copyright)\s*(?:©|\(c\)|by\b|\d{4}|$)).{0,160}
    | (?:tags?|topics?|filed\s+under|categories|mots[- ]clés?|étiquettes?|thèmes?|posted\s+in)\s*:.{0,160}
    | (?:previous|next|précédent|suivant)(?:\s+(?:article|post|story|page|chapter|chapitre|episode|épisode)s?\b)?
      (?:\s*[:«»<>‹›←→|].{0,120})?
    | (?:article|post|page|chapitre|épisode)s?\s+(?:précédent|suivant)e?s?\b.{0,80}
    | (?:back\s+to\s+top|haut\s+de\s+page|retour\s+en\s+haut)\b.{0,80}
    )\W*$""",
    re.I | re.X | re.S,
)
_LONGEST_SAYING = 240
# What begins like a call may be a sentence ("Like it or not, the port will close."): one without a link is only taken
# for a call when it says what it calls to.
_SENTENCE = re.compile(r"(?:\S+\s+){4,}\S*[.!?…][»”\"')\s]*$", re.S)
_CALLS = re.compile(
    r"newsletter|infolettre|subscri|sign(?:ed)?[ -](?:up|in)|log[ -]?in|abonn|inscri|follow\s+(?:us|me|on|@)"
    r"|suivez-nous"
    r"|(?:share|tweet|pin|like|save|print|email)\s+(?:this|on|via)|partage[rz]|reserved|réservés|©|advertis|publicit|cookie"
    r"|(?:read|see|watch|lire|lisez|voir)\s+(?:also|more|aussi|également|la\s+suite|full|next)|à\s+(?:lire|voir)|comment"
    r"|téléchargez|\bapp(?:li\w*)?\b|continues?\b|:",
    re.I,
)
# What a text ends with after its last word: how to write to its author, where to follow and subscribe.
_FAREWELL = re.compile(
    r"\b(?:sign\s+up|subscri(?:be|ption)|newsletters?|follow\s+(?:us|me|him|her|them|@|\w+\s+on)|download\s+(?:our"
    r"|the)\s+app|listen\s+to\s+.{3,40}\s+(?:live|back)"
    r"|(?:write|e-?mail|reach|contact|tweet)\s+.{0,60}(?:@|\bat\s+\S+\s*(?:@|\.com|\.org|\[at\]))|(?:may"
    r"|can)\s+be\s+reached\s+at|have\s+a\s+(?:tip|story|news\s+tip)"
    r"|click\s+here\s+(?:for|to)|like\s+us\s+on|join\s+(?:us|the\s+conversation|our)|support\s+(?:our|us)\b"
    r"|become\s+a\s+(?:member|patron|subscriber)"
    r"|abonnez-vous|inscrivez-vous|s['’]abonner|suivez(?:-|\s)(?:nous|moi|l['’]actualit)|retrouvez\s+(?:nous"
    r"|tou(?:te|s)|l['’]actualité|nos)|téléchargez|infolettre|rejoignez"
    r"|first\s+published|this\s+(?:article|story|post)\s+(?:was\s+)?(?:originally\s+)?(?:published|appeared|first)"
    r"|all\s+rights\s+reserved|tous\s+droits\s+réservés"
    r"|read\s+more\s+(?:at|on|from|about)|related\s+(?:tags|stories|articles)|post\s+comment|reporting\s+by"
    r"|editing\s+by)",
    re.I,
)
_LONGEST_FAREWELL = 70
_DATELINE = re.compile(
    r"^\W*(?:(?:by|par|von|por|di|door|de)\s+\S.{1,90}|(?:(?:first\s+)?(?:published|posted|updated|modified"
    r"|publié[es]?|posté|mis\s+à\s+jour|mise\s+à\s+jour|modifié"
    r"|créé|veröffentlicht|publicado|actualizado)\b|(?:le|on|am|el|il)\s+\d{1,2}).{0,120}|.{0,40}\b(?:19"
    r"|20)\d\d\b.{0,40}|.{0,30}\b\d{1,3}\s*(?:min(?:ute)?s?|mn)\b.{0,30}"
    r"|\d{1,2}[h:]\d\d.{0,30}|(?:text\s+size|taille\s+du\s+texte|temps\s+de\s+lecture|reading\s+time|listen|écouter"
    r"|photos?)\b.{0,40})$",
    re.I | re.S,
)


@lru_cache(maxsize=8_192)
def is_beside(name: str) -> bool:
    """Whether a class and id name something beside the article: sharing, related links, newsletters, comments, ads."""
    if "MathJax" in name or "katex" in name:  # a formula that a script drew brings a menu's name along
        return False
    words = [word.lower() for word in _WORD.findall(_HUMP.sub(" ", _TRAIT.sub(" ", name)))]
    if not _EMBEDS.isdisjoint(words):  # a post or a film shown in the text, whatever network it is from
        words = [word for word in words if word not in _NETWORKS]
    return any(word in _BESIDE for word in words) or _PAIRS.search(" ".join(words)) is not None


def is_box(name: str) -> bool:
    """Whether a class and id name a box of the article itself: figures to remember, a definition, a note."""
    return _BOX.search(name) is not None


def name_of(element: Element) -> str:
    """The class and id of an element, and the role it declares."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def says_beside(words: str, *, linked: bool = True) -> bool:
    """Whether a short block of words is no part of any article: a call to share, to subscribe, to read another one.

    `linked` tells whether it holds a link; a whole sentence without one must say what it calls to.
    """
    text = words.strip()
    if len(text) > _LONGEST_SAYING or _SAYS.match(text) is None:
        return False
    return linked or _SENTENCE.match(text) is None or _CALLS.search(text) is not None


def is_farewell(words: str) -> bool:
    """Whether a block at the end of a text is a call to follow, write or subscribe, or tells where it appeared."""
    if words.count(" ") >= _LONGEST_FAREWELL:
        return False
    if says_beside(words):
        return True
    found = _FAREWELL.findall(words)
    return bool(found) and (words.count(" ") < 30 or len(found) > 1 or _FAREWELL.search(words[:70]) is not None)


def is_dateline(words: str) -> bool:
    """Whether a block at the head of a text only says who wrote it and when."""
    line = re.sub(r"\s+(?:[ap]\.m\.|[A-Z]{2,4})\W*$", "", words.rstrip())
    return words.count(" ") < 24 and _DATELINE.match(words) is not None and not line.endswith((".", "!", "?"))


def is_caption(element: Element) -> bool:
    """Whether a block says by its name that it holds the words of the picture before it."""
    if element.tag == "figcaption":
        return True
    name = element.get("class")
    return bool(name) and element.tag in ("p", "div", "span") and _CAPTION.search(_HUMP.sub("-", name)) is not None
