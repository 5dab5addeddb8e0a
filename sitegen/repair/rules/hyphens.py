"""Hyphens from the end of a printed line, ``con- verge``: gone, or kept where the word is a compound.

What the text itself writes elsewhere decides first; then prefixes that stand with a hyphen, and endings that no word of
their own is. "task- and data-specific" is no broken word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.repair.edits import Edit
from sitegen.repair.placeholders import Draft
from sitegen.repair.rule import Rule
from sitegen.repair.symbols import GREEK
from sitegen.repair.word_sets import word_set

_BROKEN = re.compile(r"- (?<=[a-z]{2}- )(?=[a-z]{2})")
_BEFORE = re.compile(r"(?<![\w-])([A-Za-z]?[a-z]+)$")
_AFTER = re.compile(r"([a-z]+)(?![\w-])")
_MAX_WORD = 30
_SUSPENDED = word_set("and or nor to but versus vs through plus rather than as of in on for with by from is are")
PREFIXES = word_set(
    "self non pre post multi semi sub super cross few zero one two well high low long short large small real full fine "
    "co re un anti inter intra meta macro micro mid near non off on out over quasi state end hand top bottom"
)
"""What stands before a hyphen in compounds."""

_SECONDS = word_set(
    "dependent independent based aware specific driven agnostic invariant equivariant efficient supervised"
)
"""What stands after one; none of these ends a longer word that a line would break before it."""

_ROOTS = word_set("pre re inter sub super trans")
_SHORT_NOUN = re.compile(r"[a-z]{1,3}(?:tion|sion)s?")
_FRAGMENTS = word_set("con com dif rep dis per ver sys fea com pro ap ac op ob ex")  # no words of their own
_ENDINGS = re.compile(
    r"(?:[a-z]{0,6}(?:tion|sion)s?|[a-z]?ments?|[a-z]{0,3}ing|[a-z]{0,2}ings|[a-z]{0,3}ness|[a-z]{0,3}ity|[a-z]{0,2}ities"
    r"|[a-z]{0,3}ical(?:ly)?|[a-z]{0,2}ally|[a-z]?ly|[a-z]{0,2}able|[a-z]{0,2}ible|[a-z]?ous|[a-z]?ive|[a-z]{0,2}ized?"
    r"|[a-z]{0,2}meters?|[a-z]{0,2}rithms?|[a-z]{0,3}rithmic|[a-z]{0,3}mances?|[a-z]{0,4}tectures?|guages?|niques?"
    r"|[a-z]{0,2}ferent(?:ly)?|[grtv]ances?|(?:[bdglrtv]|qu|fer)ences?|[a-z]{0,3}ologies|[a-z]{0,3}ological(?:ly)?"
    r"|pendent(?:ly)?|vironments?|periments?|plexity|[a-z]?fiers?|i?ables"
    r"|[a-z]?ic|[a-z]{0,2}ture|[a-z]?ral|[a-z]?nal|ural|ples?|bles?|ters?|ted|ded|ced|ance|ence)"
)


def _repair(text: str, draft: Draft) -> str:
    return draft.edit(text, _edits) if _BROKEN.search(text) else text


def _edits(text: str) -> Iterator[Edit]:
    for found in _BROKEN.finditer(text):
        before = _BEFORE.search(text, max(0, found.start() - _MAX_WORD), found.start())
        after = _AFTER.match(text, found.end())
        if before is None or after is None or after[1] in _SUSPENDED:
            continue
        whole, compound = f"{before[1]}{after[1]}", f"{before[1]}-{after[1]}"
        if whole in text or (compound not in text and _is_one_word(before[1], after[1])):
            yield found.start(), found.end(), ""
        elif compound in text or before[1].lower() in PREFIXES or after[1] in _SECONDS:
            yield found.start(), found.end(), "-"


def _is_one_word(before: str, after: str) -> bool:
    if before.lower() in _ROOTS and _SHORT_NOUN.fullmatch(after):
        return True  # pre- vention
    if before.lower() in PREFIXES or before in GREEK:
        return False
    return before.lower() in _FRAGMENTS or _ENDINGS.fullmatch(after) is not None


RULE = Rule("hyphens", ("- ",), _repair)
