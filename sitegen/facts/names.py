"""People's names: one taken apart, and lists of them as the many kinds of lists print them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from sitegen.facts.model import Person
from sitegen.words.stopwords import EMPTY

_PARTICLE_WORDS = "van von der den de del della di da dos du la le ter ten zu zum zur af av bin ibn al el"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))

_GROUP_WORDS = (
    "team group lab labs laboratory consortium collaboration university institute inc ltd corporation company "
    "committee association society project center centre research the of and for & network community working"
)
_GROUPS = frozenset(_GROUP_WORDS.split())
_BESIDE_GROUPS = frozenset(("the", "of", "and", "for", "&"))

_OTHERS = re.compile(r"(?:(?:^|[\s,;&|])(?:and )?(?:others|et\.? ?al\b\.?|\.{3})|…) ?$", re.IGNORECASE)
_LONGEST_OTHERS = len(", and et. al. ")
_SEPARATORS = " ,;&|"
_AND = re.compile(r"\s*,?\s+(?:and|&|und|et)\s+", re.IGNORECASE)
_BARS = re.compile(r"\s*\|\s*")
_SEMICOLONS = re.compile(r"\s*;\s*")
_COMMAS = re.compile(r"\s*[,，、]\s*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?-?){1,4}")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*")
_COMMON_ENDING = re.compile(
    r"\w{3,}(?:tions?|sions?|ments?|ness|ity|ities|isms?|ics|logy|ional|ical|ative|works?|ances?|ences?|ables?|ibles?)|\w{5,}ings?"
)
_LONGEST_NAME = 60
_MOST_WORDS = 6
_LONGEST_ABBREVIATION = 4  # "Chr.", with its full stop: behind a longer word it ends a sentence
_MOST_WORDS_ALONE = 4
_COMMON = 0.25  # the share of common words from which on no list is one of names
# Affiliations, read from the end: "(MIT)", "Jane Doe*†", "John Smith1,2".
_NOTES = re.compile(r"(?:\s*+(?:\)[^()]*\(|[*†‡§¶∗]++|\d++(?:,\d++)*+))*+")
_MARKS = re.compile(
    r"\$?\^(?:\{[^{}]*\}|\w)\$?|[⁰¹²³⁴-⁹ᵃ-ᵡ]+(?:[,⁾⁽]+[⁰¹²³⁴-⁹]+)*|(?<=[^\W\d_])\d{1,2}(?:,\d{1,2})*(?![\w.])"
)
_PLACE = re.compile(r"\s*\([^()]*\)(?=\s*(?:[,;|&·•]|and\b|$))")  # "(University of Ponds, Bath)", comma and all
_GAPS = re.compile(" {2,}")
_DOTS = re.compile(r"\s+[·•∙]\s+")
_ACRONYM = re.compile(r"[A-Z]{3,}")


def person(name: str) -> Person:
    """A name taken apart: "Family, Given" at its comma, else before the last word and the particles that go with it.

    "Name," is all family name: for groups, and for people with one name of several words.
    """
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma:
        return Person(family, given)
    words = name.split()
    start = len(words) - 1
    if start > 1 and words[start] in _SUFFIXES:
        start -= 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return Person(" ".join(words[start:]), " ".join(words[:start]))


def author(name: str) -> Person:
    """`person`, for names in data that mark no group as such: "Gemini Team" and "The Frog Project" stay whole."""
    return Person(" ".join(name.split())) if _has_word_of(name, _GROUPS) and "," not in name else person(name)


def is_group(name: str) -> bool:
    """Whether a word of a name is one that groups and institutions are called by."""
    return _has_word_of(name, _GROUPS - _BESIDE_GROUPS)


def _has_word_of(name: str, words: AbstractSet[str]) -> bool:
    return not words.isdisjoint(word.strip(".,()").lower() for word in name.split())


def written(who: Person) -> str:
    """The name in a form that `person` takes apart into the same: as it is read out, where that will do."""
    if "," not in who.name and person(who.name) == who:
        return who.name
    return f"{who.family}, {who.given}" if who.given else f"{who.family},"


def people(text: str) -> tuple[tuple[Person, ...], bool]:
    """The people of a list in one text, and whether the list says that it is not complete ("et al.").

    Understood are lists with ``;``, ``|`` or "and" between names, lists with commas of whole names ("Jane Doe, Wei
    Zhang") or of family names with initials ("Doe J., Zhang W.", "Doe, J., Zhang, W.").
    """
    text, more = _without_others(_unmarked(text))
    names = [name for name in map(_without_note, _names(text)) if name]
    return tuple(_in_order(names)), more


def are_people(text: str) -> bool:
    """Whether a text is a list of names and nothing else: two whole names at least, or one and "et al".

    Titles with commas are lists too: their words are common ones, or begin with small letters.
    """
    text, others = _without_others(_unmarked(text))
    names = [name for name in map(_without_note, _names(text)) if name]
    if others and len(names) == 1 and " " not in names[0]:
        return _NAME_WORD.fullmatch(names[0]) is not None and names[0][0].isupper()
    if len(names) < (1 if others else 2) or not all(map(_is_name, names)):
        return False
    words = [word.lower() for name in names for word in _NAME_WORD.findall(name)]
    words = [word for word in words if len(word) > 2 and word not in _PARTICLES]
    common = sum(word in EMPTY or _COMMON_ENDING.fullmatch(word) is not None for word in words)
    return common <= _COMMON * len(words)


def is_person(text: str) -> bool:
    """Whether a text may be one person's whole name, and says nothing else: two to four words, none of them common."""
    text = _without_note(without_place(_unmarked(text)))
    words = [word.lower() for word in _NAME_WORD.findall(text)]
    return (
        _is_name(text)
        and len(words) <= _MOST_WORDS_ALONE
        and not any(word in EMPTY or _COMMON_ENDING.fullmatch(word) for word in words if word not in _PARTICLES)
    )


def _unmarked(text: str) -> str:
    """A list of names without its marks of affiliations, and with semicolons where it has dots between names."""
    text = " ".join(text.split())
    if "(" in text:
        text = _PLACE.sub("", text)
    if not text.isalpha():
        text = _DOTS.sub("; ", _GAPS.sub(" ", _MARKS.sub("", text)))
    return text


def _without_others(text: str) -> tuple[str, bool]:
    """A list of names without "et al." at its end, and whether it had that."""
    found = _OTHERS.search(text, max(0, len(text) - _LONGEST_OTHERS))
    return (text[: found.start()].rstrip(_SEPARATORS), True) if found else (text, False)


def _is_name(text: str) -> bool:
    """Whether a text has the form of one whole name: given name or initials, and family name."""
    words = text.replace(",", " ").split()
    return (
        1 < len(words) <= _MOST_WORDS
        and len(text) <= _LONGEST_NAME
        and all(_NAME_WORD.fullmatch(word) for word in words)
        and all(not word[0].islower() or word.lower() in _PARTICLES or "-" in word or word[1:] == "." for word in words)
        and any(len(word.rstrip(".")) > 1 for word in words)
        and not any(word.endswith(".") and len(word) > _LONGEST_ABBREVIATION for word in words[:-1])
    )


def _names(text: str) -> Sequence[str]:
    for mark, between in (("|", _BARS), (";", _SEMICOLONS)):
        if mark in text:
            return [without_place(name) for name in between.split(text)]
    parts = _AND.split(text)
    if len(parts) > 1:
        if any(part.count(",") > 1 for part in parts) or not all("," in part for part in parts):
            return [name for part in parts for name in _by_commas(part)]
        return parts
    return _by_commas(text)


def _by_commas(text: str) -> Sequence[str]:
    """The names of a list with commas; a single "Family, Given" stays whole."""
    parts = [part for part in _COMMAS.split(text) if part]
    if len(parts) > 1 and len(parts) % 2 == 0 and all(_are_initials(part) for part in parts[1::2]):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    if len(parts) == 2 and (" " not in parts[0] or " " not in parts[1]):
        return [text]
    return parts


def without_place(name: str) -> str:
    """A name of a list with semicolons, without the institution behind its comma: "Jane Doe, University of Ponds"."""
    who, comma, where = (part.strip() for part in name.partition(","))
    words = who.split()
    if not comma or len(words) < 2 or words[0] in _PARTICLES:
        return name
    return who if _ACRONYM.fullmatch(where) or is_group(where) else name


def _are_initials(text: str) -> bool:
    return all(_INITIALS.fullmatch(word) and word.upper() == word for word in text.split())


def _without_note(name: str) -> str:
    backwards = name[::-1]
    if found := _NOTES.match(backwards):
        name = backwards[found.end() :][::-1]
    return name.strip(" .,;*†‡") + ("." if _ends_with_initial(name) else "")


def _ends_with_initial(name: str) -> bool:
    """Whether the full stop at a name's end belongs to it: "Doe J.", "King Jr."."""
    return name.rstrip(" ,;").endswith(".")


def _in_order(names: Sequence[str]) -> list[Person]:
    """The names taken apart; where nearly all end in initials ("Doe J."), the family name stands first."""
    bare = [name for name in names if "," not in name and " " in name]
    ends = sum(_are_initials(name.split()[-1]) and not _are_initials(name.split()[0]) for name in bare)
    if bare and ends * 3 >= len(bare) * 2 and ends > 0:
        return [_family_first(name) if "," not in name else person(name) for name in names]
    return [person(name) for name in names]


def _family_first(name: str) -> Person:
    words = name.split()
    start = len(words)
    while start > 1 and _are_initials(words[start - 1]):
        start -= 1
    return Person(" ".join(words[:start]), " ".join(words[start:]))
