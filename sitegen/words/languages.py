"""Which language a text is in, as far as its small words or its script tell: two languages share no phrases."""

from __future__ import annotations

import unicodedata
from collections import Counter

from sitegen.words.letters import folded
from sitegen.words.tokens import words

# Folded, as `words` of a folded text are; a word of two languages stands in neither.
_SMALL_WORDS = {
    "en": "the of and to is that with for are by from which this we have has were was be been their its these those",
    "de": "der das und von zu mit sich des auf fur ist dem nicht ein eine einer eines als auch werden wird wurde wir",
    "fr": "le les des du et est dans que qui pour une sur pas au aux avec sont cette ces nous ont ete leur par",
    "es": "el los las del y que por una con se al lo para su sus como este esta son fue han entre",
    "pt": "os das dos em uma com nao ao pela pelo sao foi mais como este esta seu sua entre aos",
    "it": "il gli della dei delle che per sono nel nella alla dal dalla con una questo questa anche sia",
    "nl": "het een van dat niet op zijn met voor aan bij deze wordt worden uit ook naar dit wij hebben",
}
_LANGUAGES: dict[str, list[str]] = {}
for _language, _said in _SMALL_WORDS.items():
    for _word in _said.split():
        _LANGUAGES.setdefault(_word, []).append(_language)

_BEGINNING = 1_200  # characters that are looked at
_ENOUGH = 5  # small words
_SHARE = 0.12  # of all words


def language(text: str) -> str:
    """A language's code, a script's name (``CYRILLIC``), or ``""`` where too little tells.

    20 to 60 µs for an abstract.
    """
    text = text[:_BEGINNING]
    script = _script(text)
    if script != "LATIN":
        return script
    said = words(folded(text))
    found = Counter(language for word in said for language in _LANGUAGES.get(word, ()))
    best = found.most_common(2)
    if not best or best[0][1] < max(_ENOUGH, _SHARE * len(said)):
        return ""
    return best[0][0] if len(best) == 1 or best[0][1] >= 2 * best[1][1] else ""


def _script(text: str) -> str:
    """The script of most letters, by its Unicode name's first word; ``""`` where there are none."""
    if text.isascii():
        return "LATIN"
    found = Counter(unicodedata.name(sign, "?").split()[0] for sign in text if sign.isalpha())
    return found.most_common(1)[0][0] if found else ""
