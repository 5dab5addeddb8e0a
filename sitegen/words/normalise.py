"""What counts when two titles or texts are compared: their letters and digits, freed from spelling and TeX."""

from __future__ import annotations

import re

from sitegen.words.greek import NAMES
from sitegen.words.letters import folded, typewritten
from sitegen.words.tokens import words

_SYMBOLS = str.maketrans(NAMES | {"×": "x", "∞": "infty", "∇": "nabla"})
_COMMANDS = re.compile(
    r"\\?\b(?:math(?:cal|bb|bf|rm|it|sf|tt|frak)|text(?:bf|it|rm|sc|tt)?|operatorname|boldsymbol|emph)(?=\{)"
    r"|\\[cvuhkr](?=[{ ])|\{\\(?:em|it|bf|sc|rm|tt)\b"
)
_ACCENT_COMMANDS = re.compile(r"\\[\"'`^~=.]\{?")
_NUMERALS = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}


def normalised(text: str) -> str:
    r"""The text in small letters with one form per letter and without TeX commands; spaces and punctuation stay.

    A Greek letter becomes its name, so that ``ε``, ``$\epsilon$`` and a ``epsilon`` that lost its backslash are the
    same.
    """
    text = typewritten(text)  # often all that is not ASCII: the way below takes ten times as long
    text = text.lower() if text.isascii() else folded(text).translate(_SYMBOLS)
    if "\\" in text:
        text = _ACCENT_COMMANDS.sub("", text).replace("\\&", "&").replace("\\times", "x")
    return _COMMANDS.sub("", text) if "{" in text else text


def normal_words(text: str) -> list[str]:
    """The words of a text in order, normalised."""
    return words(normalised(text))


def title_key(text: str) -> str:
    """All letters and digits in one string: what stays of a title when case, punctuation, hyphens and spaces go.

    A leading article and every "and" are dropped, as ``&`` is, and "Part II" is "Part 2". Text without any letter is
    its own key, so that different emoji stay different; only white space gives ``""``.
    """
    text = normalised(text)
    said = words(text)
    last = len(said) - 1
    kept = [_numeral(said, place) for place, word in enumerate(said) if word != "and" or place in (0, last)]
    if len(kept) > 1 and kept[0] in ("the", "a", "an"):
        del kept[0]
    return "".join(kept) or "".join(text.split())


def _numeral(said: list[str], place: int) -> str:
    word = said[place]
    if word == "i" and place and said[place - 1] == "part":
        return "1"
    return _NUMERALS.get(word, word)
