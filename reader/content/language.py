"""Which language a text is in: as declared, else by its stop words; never guessed from a headline."""

import re
from collections import Counter

from reader.core import western

# fmt: off
_STOP_WORDS = {
    "fr": "le la les des et est une un dans pour que qui pas sur avec plus ce cette au aux du par sont mais ou nous",
    "en": "the of and to in is that for it on with as was are this be by from have has not but they which you at an or",
    "de": "der die das und ist nicht ein eine mit auf für von den dem zu sich auch es im wird sind des",
    "es": "el los las una y es en por con para del se no como más pero sus este lo al fue son",
    "it": "il gli una e di che per con non sono della nel più anche come questo ma dei alla",
    "nl": "de het een en van dat niet op te met voor zijn aan ook maar door deze bij wordt",
    "pt": "os uma e não em por com para do da que no na mais como mas seu foi são ao",
}
# fmt: on
_WHOSE = {
    word: tuple(language for language, words in _STOP_WORDS.items() if word in words.split())
    for words in _STOP_WORDS.values()
    for word in words.split()
}
# Scripts that tell a language, or leave the choice to so few that the commonest is right: (pattern, language)
_SCRIPTS = (
    (re.compile(r"[\u3040-\u30ff]"), "ja"), (re.compile(r"[\uac00-\ud7af]"), "ko"),
    (re.compile(r"[\u4e00-\u9fff]"), "zh"),
    (re.compile(r"[іїєґІЇЄҐ]"), "uk"), (re.compile(r"[\u0400-\u04ff]"), "ru"), (re.compile(r"[پچژگی]"), "fa"),
    (re.compile(r"[\u0600-\u06ff]"), "ar"), (re.compile(r"[\u0590-\u05ff]"), "he"),
    (re.compile(r"[\u0370-\u03ff]"), "el"),
    (re.compile(r"[\u0e00-\u0e7f]"), "th"), (re.compile(r"[\u0900-\u097f]"), "hi"),
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = western.kinds(lambda sign: sign.lower() if _WORD.fullmatch(sign) else " ")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_NO_TAG = {"und", "mul", "zxx", "mis", "root", "xx"}
_READ = 1_200
_ENOUGH = 600  # letters; below, a declared language is not doubted


def language_of(text: str, declared: str | None = None) -> str | None:
    """The language as a tag ("fr", "en-GB"); None when neither declared nor plain to see in the text."""
    tag = (declared or "").strip().split(",")[0].split(".")[0]
    given = _written(tag) if tag and _TAG.fullmatch(tag) and tag.lower() not in _NO_TAG else None
    sample = text[:_READ]
    if given and len(sample) < _ENOUGH:
        return given
    words = _words(sample)
    scores: Counter[str] = Counter()
    for whose, times in Counter([_WHOSE[word] for word in words if word in _WHOSE]).items():
        for language in whose:
            scores[language] += times
    best, score = max(scores.items(), key=lambda one: one[1], default=("", 0))
    if given:
        # Templates declare their own language: a text that plainly speaks another one is believed.
        lies = given[:2] in _STOP_WORDS and given[:2] != best and score >= max(20, 4 * scores[given[:2]])
        return best if lies else given
    if len(words) >= 12 and score >= max(3, len(words) // 20):
        return best
    letters = sum(map(str.isalpha, sample))
    for pattern, language in _SCRIPTS:
        if letters >= 20 and len(pattern.findall(sample)) * (20 if language in ("ja", "uk", "fa") else 3) >= letters:
            return language
    return None


def _words(text: str) -> list[str]:
    """The words in small letters."""
    found = western.words(text, _SMALL)
    return _WORD.findall(text.lower()) if found is None else found


def _written(tag: str) -> str:
    """`fr_FR` as `fr-FR`: language in small letters, country in capitals (RFC 5646, section 2.1.1)."""
    first, *rest = tag.replace("_", "-").split("-")
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])
