"""What counts when two texts are compared: their letters and digits, freed from spelling, script forms and TeX.

Two traps are avoided here: folding to ASCII gives every Chinese title the same empty key, and dropping all combining
marks makes different Hindi words alike. Only the accents of Latin, Greek and Arabic letters are dropped.
"""

from __future__ import annotations

import re
import unicodedata

_GREEK_NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon "
    "phi chi psi omega"
)
_GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", _GREEK_NAMES.split(), strict=True))
_LETTERS = str.maketrans(
    _GREEK
    | {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "×": "x", "∞": "infty", "∇": "nabla"}
)
_PILES = re.compile("([\u0300-\u036f]{4})[\u0300-\u036f]+")  # sorting a pile of marks takes the square of its height
_OPTIONAL_MARKS = re.compile(r"(?<=[a-z\u0370-\u03ff])[\u0300-\u036f]+|[\u064b-\u065f\u0670\u0640]")
_COMMANDS = re.compile(
    r"\\?\b(?:math(?:cal|bb|bf|rm|it|sf|tt|frak)|text(?:bf|it|rm|sc|tt)?|operatorname|boldsymbol|emph)(?=\{)"
    r"|\\[cvuhkr](?=[{ ])|\{\\(?:em|it|bf|sc|rm|tt)\b"
)
_NUMERALS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_NUMERAL = re.compile(r"\b(?:ii|iii|iv|vi|vii|viii|ix|(?<=part )i)\b")
_TYPOGRAPHY = {"‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "·": "-", "–": "--", "—": "--"}
_TYPOGRAPHY |= dict.fromkeys("‐‑‒−", "-")
_TYPOGRAPHIC = re.compile(f"[{''.join(_TYPOGRAPHY)}]")
_ACCENT_COMMANDS = re.compile(r"\\[\"'`^~=.]\{?")
_NOT_ASCII_WORD = re.compile(r"[^a-z0-9]+")
_NOT_WORD = re.compile(r"[\W_]+")
_SCRIPTS_WITH_MARKS = re.compile(r"[\u0483-\u0489\u0591-\u1cff\u1dc0-\u1dff\u3099\u309a\ua66f-\ua69f\ua802-\uabff]")
_UNSPACED = re.compile(
    r"([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"
)


def plain(text: str) -> str:
    r"""The text in lower case with one form per letter: no accents, TeX commands, ligatures or full-width forms.

    Spaces and punctuation stay. A Greek letter becomes its name, so that ``ε``, ``$\epsilon$`` and a ``epsilon``
    that lost its backslash are the same.
    """
    if not text.isascii():
        text = _TYPOGRAPHIC.sub(
            lambda found: _TYPOGRAPHY[found[0]], text
        )  # often all that is not ASCII: the way below takes ten times as long
    if not text.isascii():
        text = unicodedata.normalize("NFKD", _PILES.sub(r"\1", text)).casefold()
        text = unicodedata.normalize("NFC", _OPTIONAL_MARKS.sub("", text)).translate(_LETTERS)
    else:
        text = text.lower()
    if "\\" in text:
        text = _ACCENT_COMMANDS.sub("", text).replace("\\&", "&").replace("\\times", "x")
    return _COMMANDS.sub("", text) if "{" in text else text


def key(text: str) -> str:
    """All letters and digits in one string: what stays of a title when case, punctuation, hyphens and spaces go.

    A leading article and every "and" are dropped, as ``&`` is,
    and "Part II" is "Part 2". Text without any letter is its own key, so that different
    emoji stay different; only white space gives ``""``.
    """
    text = plain(text)
    spaced = _NUMERAL.sub(lambda numeral: _NUMERALS[numeral[0]], _spaced(text).replace(" and ", " "))
    article, _, rest = spaced.partition(" ")
    if rest and article in ("the", "a", "an"):
        spaced = rest
    return spaced.replace(" ", "") or "".join(text.split())


def words(text: str) -> list[str]:
    """The words in order, folded; in scripts that are written without spaces each character is a word."""
    text = _spaced(plain(text))
    return text.split() if text.isascii() else _UNSPACED.sub(r" \1 ", text).split()


def _spaced(text: str) -> str:
    """Only letters and digits, with one space wherever something else stood."""
    if text.isascii():
        return _NOT_ASCII_WORD.sub(" ", text).strip()
    if _SCRIPTS_WITH_MARKS.search(text):  # there a mark is a vowel: part of the word, though no letter to `re`
        text = "".join(c if c.isalnum() or unicodedata.category(c) in ("Mn", "Mc") else " " for c in text)
        return " ".join(text.split())
    return _NOT_WORD.sub(" ", text).strip()
