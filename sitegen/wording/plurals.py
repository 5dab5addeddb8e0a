"""Which form of a message a count asks for: the plural categories of Unicode's CLDR, for whole numbers.

Rules: https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html. The browser has them itself
(``Intl.PluralRules``); Babel would bring them to Python with 30 MB of other data.
"""

from __future__ import annotations

from collections.abc import Callable

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""All there are; every language has ``other``."""


def category(language: str, count: int) -> str:
    """The category of a count in a language (a tag of BCP 47): ``one`` and ``other`` where its rule is not known."""
    return _RULES.get(language.partition("-")[0].lower(), _english)(count)


def _english(n: int) -> str:
    return "one" if n == 1 else "other"


def _none(n: int) -> str:
    return "other"


def _french(n: int) -> str:
    return "one" if n < 2 else "other"


def _icelandic(n: int) -> str:
    return "one" if n % 10 == 1 and n % 100 != 11 else "other"


def _is_few(n: int) -> bool:
    return n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14)


def _russian(n: int) -> str:
    return "one" if _icelandic(n) == "one" else "few" if _is_few(n) else "many"


def _serbian(n: int) -> str:
    return "one" if _icelandic(n) == "one" else "few" if _is_few(n) else "other"


def _polish(n: int) -> str:
    return "one" if n == 1 else "few" if _is_few(n) else "many"


def _czech(n: int) -> str:
    return "one" if n == 1 else "few" if n in (2, 3, 4) else "other"


def _slovenian(n: int) -> str:
    return {1: "one", 2: "two", 3: "few", 4: "few"}.get(n % 100, "other")


def _lithuanian(n: int) -> str:
    if n % 100 in range(11, 20) or not n % 10:
        return "other"
    return "one" if n % 10 == 1 else "few"


def _latvian(n: int) -> str:
    if n % 100 in range(11, 20) or not n % 10:
        return "zero"
    return "one" if n % 10 == 1 else "other"


def _romanian(n: int) -> str:
    return "one" if n == 1 else "few" if n == 0 or n % 100 in range(1, 20) else "other"


def _hebrew(n: int) -> str:
    return {1: "one", 2: "two"}.get(n, "other")


def _irish(n: int) -> str:
    return {1: "one", 2: "two"}.get(n, "few" if n in range(3, 7) else "many" if n in range(7, 11) else "other")


def _welsh(n: int) -> str:
    return {0: "zero", 1: "one", 2: "two", 3: "few", 6: "many"}.get(n, "other")


def _arabic(n: int) -> str:
    if n < 3:
        return ("zero", "one", "two")[n]
    return "few" if n % 100 in range(3, 11) else "many" if n % 100 >= 11 else "other"


_LIKE: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("bo dz id ig ja jv km ko lo ms my su th to vi wo yo yue zh", _none),
    ("am as bn fa fr gu hi hy kab kn pa pt zu", _french),
    ("is mk", _icelandic),
    ("be ru uk", _russian),
    ("bs hr sh sr", _serbian),
    ("pl", _polish),
    ("cs sk", _czech),
    ("sl", _slovenian),
    ("lt", _lithuanian),
    ("lv", _latvian),
    ("mo ro", _romanian),
    ("he iw", _hebrew),
    ("ga", _irish),
    ("cy", _welsh),
    ("ar", _arabic),
)
_RULES = {language: rule for languages, rule in _LIKE for language in languages.split()}
