r"""TeX's accents and letters: ``na\"ive``, ``Poincar\'e``, ``{\o}``, ``\v{c}`` become the letters they stand for."""

from __future__ import annotations

import re
import unicodedata

from sitegen.repair.lazy_regex import lazy
from sitegen.repair.placeholders import Draft
from sitegen.repair.rule import Rule

# TeXbook, chapter 9, with LaTeX's and T1's additions; the values are combining characters.
_MARKS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
    "t": "\u0361",
}
_LETTERS = {
    "aa": "å",
    "AA": "Å",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ss": "ß",
    "SS": "ẞ",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
    "dj": "đ",
    "DJ": "Đ",
    "ng": "ŋ",
    "NG": "Ŋ",
}
_DOTTED = {"ı": "i", "ȷ": "j"}
_LINE_BREAKS = re.compile(r"(?:\\\\){2,}")  # many are one, and later rules need not step through them
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])\\'(?=(?:s|t|re|ve|ll|d|m)?(?![A-Za-z{\\]))")
_QUOTED = lazy(r'(?<![\w\\{])\\"(?=[^"\\]{2,80}\\"(?![A-Za-z{\\]))([^"\\]+)\\"')
_ACCENT = lazy(
    r"(?P<outer>\{)?\\(?:(?P<sign>[`'^~=.\"])\s*|(?P<name>[uvHckdbtr])(?=[\s{\\])\s*)"
    r"(?:\{\s*\\?(?P<braced>[^\W\d_]{1,2})\s*\}|\\(?P<dotless>[ij])(?![A-Za-z])\s?|(?P<plain>[^\W\d_]))(?(outer)\}|)"
)
_LETTER = lazy(
    rf"\{{\\(?P<braced>{'|'.join(sorted(_LETTERS, key=len, reverse=True))})\s*\}}"
    rf"|\\(?P<plain>{'|'.join(sorted(_LETTERS, key=len, reverse=True))})(?![A-Za-z^_(])(?:\{{\}}|(?<!\\AA)\s(?=[a-z])|)"
)


def _repair(text: str, draft: Draft) -> str:
    text = _LINE_BREAKS.sub(r"\\\\", text)
    if '\\"' in text:
        text = _QUOTED().sub(lambda found: f"“{found[1]}”", text)
    text = _APOSTROPHE.sub("'", text)
    text = _ACCENT().sub(_accented, text)
    return _LETTER().sub(lambda found: _LETTERS[found["braced"] or found["plain"]], text)


def _accented(found: re.Match[str]) -> str:
    base = found["braced"] or found["dotless"] or found["plain"]
    mark = _MARKS[found["sign"] or found["name"]]
    letter = unicodedata.normalize("NFC", _DOTTED.get(base[0], base[0]) + mark) + base[1:]
    # A combination that Unicode has no letter for is no accent anyone wrote: `\'s`.
    return letter if not found["sign"] or len(letter) == len(base) else found["sign"] + base


RULE = Rule("accents", ("\\",), _repair)
