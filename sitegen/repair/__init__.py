"""Text repair: damaged titles and abstracts to clean inline text. `repair` is the one function others call."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.repair.draft import Draft
from sitegen.repair.inline import Inline, Text, links, to_text
from sitegen.repair.rules import RULES
from sitegen.words.visible import visible

CHUNK = 16_384
"""Texts longer than this many characters are repaired in pieces of it, so that no text costs more than linear time."""

_PASSES = 4
_ODD_SPACES = re.compile(r"[\t\r\n\f\v][ \t\r\n\f\v]*| [ \t\r\n\f\v]+")


def repair(text: str) -> Inline:
    """``text`` as its author meant it to be read, as far as rules can tell; invisible characters are left out.

    Idempotent: the plain text of the result is repaired to itself. Where a repair uncovers damage of another kind, the
    rules run again (at most four times); a text that still does not settle is left as it was.
    Never raises. Cost: 0.2 ms for a usual abstract, linear in the text.
    """
    printed = _tidy(visible(text).replace("\u00a0", " "))
    inline = _once(printed)
    shown = to_text(inline)
    if shown == printed:
        return inline
    for _ in range(_PASSES):
        tidy = _tidy(shown)
        again = _once(tidy)
        settled = to_text(again)
        if settled == shown == tidy:
            return inline
        if any(link.text not in link.href for link in links(inline)):
            break  # its plain text does not hold the address, which would be lost
        inline, shown = again, settled
    return (Text(printed),) if printed else ()


def _tidy(text: str) -> str:
    """``text`` on one line, with single spaces and none around it."""
    return _ODD_SPACES.sub(" ", text).strip() if _ODD_SPACES.search(text) else text.strip()


def _once(text: str) -> Inline:
    if len(text) <= CHUNK:
        return _repaired(text)
    return tuple(node for chunk in _chunks(text) for node in _repaired(chunk))


def _chunks(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        end = at + CHUNK
        if end < len(text):
            end = max(text.rfind(" ", at + CHUNK // 2, end) + 1, 0) or end
        yield text[at:end]
        at = end


def _repaired(text: str) -> Inline:
    draft = Draft()
    text = draft.enter(text)
    for rule in RULES:
        if rule.concerns(text):
            text = rule.apply(text, draft)
    return draft.finish(text)
