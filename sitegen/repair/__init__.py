"""Text repair: damaged titles and abstracts to clean inline text. `repair` is the one function others call."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.repair.bare_math.triggers import may_hold_formulas
from sitegen.repair.inline import Inline, Text, links, to_text
from sitegen.repair.placeholders import Draft
from sitegen.repair.rules import RULES
from sitegen.words.visible import visible

CHUNK = 16_384
"""Texts longer than this many characters are repaired in pieces of it, so that no text costs more than linear time."""

_ODD_SPACES = re.compile(r"[\t\r\n\f\v][ \t\r\n\f\v]*| [ \t\r\n\f\v]+")
_SIGNS = tuple("\\{}$^_`~*")  # of TeX and Markdown: what one of them leaves may be another's
_TRIES = 4

_TYPESET = tuple(rule for rule in RULES if not rule.bare)
_PLAIN = tuple(
    rule for rule in RULES if not rule.needs or any(not any(sign in need for sign in _SIGNS) for need in rule.needs)
)
_PLAIN_TYPESET = tuple(rule for rule in _PLAIN if not rule.bare)


def repair(text: str) -> Inline:
    """``text`` as its author meant it to be read, as far as rules can tell; invisible characters are left out.

    Idempotent: the plain text of the result is repaired to itself. Formulas are opaque to every later rule.
    Never raises. Cost: 0.1 ms for a usual abstract, linear in the text.
    """
    printed = _tidy(text)
    if len(printed) <= CHUNK:
        return _repaired(printed)
    return tuple(node for chunk in _chunks(printed) for node in _repaired(chunk))


def _tidy(text: str) -> str:
    """``text`` as it is shown, on one line, with single spaces and none around it."""
    if not (text.isascii() and text.isprintable()):
        text = visible(text).replace("\u00a0", " ")
        text = _ODD_SPACES.sub(" ", text)
    elif "  " in text:
        text = _ODD_SPACES.sub(" ", text)
    return text.strip()


def _chunks(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        end = at + CHUNK
        if end < len(text):
            end = max(text.rfind(" ", at + CHUNK // 2, end) + 1, 0) or end
        yield text[at:end]
        at = end


def _repaired(printed: str) -> Inline:
    """One chunk. Where the text held signs of TeX, what is shown is read once more: nothing may come of it.

    Something does in one text of a thousand, where a repair uncovers damage of another kind; a text that does not
    settle then is left as it was.
    """
    signs = any(sign in printed for sign in _SIGNS)
    inline = _applied(printed, signs=signs)
    if not signs:
        return inline
    shown = to_text(inline)
    for _ in range(_TRIES):
        if shown == printed:
            return inline
        again = _applied(shown, signs=True)
        settled = to_text(again)
        if settled == shown:
            return inline
        if any(link.text not in link.href or "." not in link.text for link in links(inline)):
            break  # its plain text does not hold the address, which would be lost
        inline, shown = again, settled
    return (Text(printed),)


def _applied(text: str, *, signs: bool) -> Inline:
    """The rules that concern a text, in their order; ``signs`` if it holds any of TeX's."""
    draft = Draft()
    text = draft.enter(text)
    bare = not draft.typeset and may_hold_formulas(text)
    draft.holds_marks |= signs or bare
    for rule in (RULES if bare else _TYPESET) if signs else (_PLAIN if bare else _PLAIN_TYPESET):
        if rule.concerns(text):
            text = rule.apply(text, draft)
    return draft.finish(text)
