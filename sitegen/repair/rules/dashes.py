"""TeX's ``--`` and ``---``, and the lone hyphen between spaces, become dashes; options such as ``--strict`` do not.

Between two words ``--`` is an en dash, ``spin--spin``, unless it parts a sentence: then a word of grammar stands beside
it or beside its partner, ``nets--even deep ones--win``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.repair.edits import Edit, matches
from sitegen.repair.placeholders import Draft
from sitegen.repair.rule import Rule
from sitegen.repair.word_sets import word_set

_TEX_DASH = re.compile(r"(?<![-<!])(---?)(?![->])")
_LONE_HYPHEN = re.compile(r"(?<=[\w)\]%\"'”’.,:]) - (?=[\w(\[\"'“‘~$+])")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?] ")
_MAX_WORD = 40
_GRAMMAR = word_set(
    """a an the this that these those it its we our they their he she which who whom whose what where when while why how
    if as and but or nor so yet not no even only also namely including especially particularly such with without from
    for by in on at to of into than then thus hence because since although though unlike like rather both either all
    any each every some most many much more is are was were be been can could may might must should will would do does
    did has have had i there here using based for"""
)


# Before a dash fewer of them part a sentence: "no--hair" and "on--shell" are compounds.
_GRAMMAR_BEFORE = _GRAMMAR & word_set(
    """a an the this these those it its we our they their he she which who that is are was were be been can could may
    might must should will would do does did has have had and or but so if when where while because than i"""
)
_VERBS = word_set("is are was were be been can could may might must should will would do does did has have had")


def _repair(text: str, draft: Draft) -> str:
    if "--" in text:
        text = draft.edit(text, _dashes)
    if " - " in text:
        text = draft.edit(text, _hyphens)
    return text


def _dashes(text: str) -> Iterator[Edit]:
    found = list(_TEX_DASH.finditer(text))
    parting = _parting(text, found)
    for dash, parts in zip(found, parting, strict=True):
        new = _dash(dash, parts=parts)
        if new != dash[0]:
            yield dash.start(), dash.end(), new


def _parting(text: str, dashes: list[re.Match[str]]) -> list[bool]:
    """For each dash whether it parts a sentence, by itself or with its neighbour in the same sentence."""
    beside = [_is_beside_grammar(text, dash) for dash in dashes]
    parting = list(beside)
    at = 0
    while at < len(dashes):
        if beside[at] and at + 1 < len(dashes) and _are_partners(text, dashes[at], dashes[at + 1]):
            parting[at + 1] = True
            at += 1
        elif beside[at] and at > 0 and not parting[at - 1] and _closes(text, dashes[at]):
            parting[at - 1] = _are_partners(text, dashes[at - 1], dashes[at])
        at += 1
    return parting


def _closes(text: str, dash: re.Match[str]) -> bool:
    """Whether the sentence goes on with its verb after a dash: ``nets--deep ones--are``."""
    after = _WORD_AFTER.match(text, dash.end())
    return after is not None and after[0] in _VERBS


def _are_partners(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether two dashes stand in one sentence with more than a word between them."""
    between = text[first.end() : second.start()]
    return " " in between and _SENTENCE_END.search(between) is None


def _is_beside_grammar(text: str, dash: re.Match[str]) -> bool:
    before = _WORD_BEFORE.search(text, max(0, dash.start() - _MAX_WORD), dash.start())
    after = _WORD_AFTER.match(text, dash.end())
    if after is not None and text.startswith("--", after.end()):
        return False  # end--to--end
    return (before is not None and before[0].lower() in _GRAMMAR_BEFORE) or (
        after is not None and after[0].lower() in _GRAMMAR
    )


def _dash(found: re.Match[str], *, parts: bool) -> str:
    text, start, end = found.string, found.start(), found.end()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isspace() and not after.isspace():
        return found[0] if after.isalnum() else "–"  # an option of some program
    if before in "‘“`'\"(" and after.isalpha() and len(found[0]) == 2:
        return found[0]  # the same in quotes
    if len(found[0]) == 3:
        return "—"
    if before.isspace() or after.isspace():
        return "–"
    return "—" if parts else "–"


def _hyphen(found: re.Match[str]) -> str:
    text, start, end = found.string, found.start(), found.end()
    left = text[max(0, start - 2) : start]
    right = text[end : end + 2]
    formula = (len(left.strip()) == 1 or not left[0].isalnum()) and left[-1:].isalnum() and not right[1:].isalnum()
    if formula or (left[-1:].isdigit() and right[:1].isdigit()):
        return found[0]  # a difference: "a - b", "5 - 3"
    return " – "


_hyphens = matches(_LONE_HYPHEN, _hyphen)

RULE = Rule("dashes", ("--", " - "), _repair)
