"""Which language a text is in: as declared, else by its stop words; never guessed from a headline."""

import re
from collections import Counter

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
_SETS = {language: frozenset(words.split()) for language, words in _STOP_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, declared: str | None = None) -> str | None:
    """The language as a two- or five-letter tag ("fr", "en-GB"); None when neither declared nor plain to see."""
    if declared and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", declared.strip()):
        return declared.strip().replace("_", "-")
    counted = Counter(word.lower() for word in _WORD.findall(text[:4000]))
    if sum(counted.values()) < 12:
        return None
    scores = {language: sum(counted[word] for word in words) for language, words in _SETS.items()}
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] >= max(3, sum(counted.values()) // 20) else None
