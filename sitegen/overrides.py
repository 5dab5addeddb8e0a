r"""`overrides.yaml`: what no rule can know about one paper's text, beside `site.yaml`.

    some-papers-slug:
      - field: abstract
        find: "\\our~can"
        replace: "OurNet can"
        source: https://example.org/abs/1234.56789

A patch changes the text as printed, before the rules see it, so that it may hold TeX. Its span is short (under ten
words), since the file is no place to store other people's sentences; ``…`` between two parts of ``find`` stands for
whatever is between them. A patch that fits in several places changes them all; ``all: true`` says that this is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.config.load import read_beside
from sitegen.config.schema import Checked, Choice, Key, Keyed, ListOf, filled_text, flag
from sitegen.problem import Location, Problem, warning

FILE = "overrides.yaml"
MAX_WORDS = 9
"""Words that a patch may quote, in ``find`` and in ``replace``."""

GAP = "…"


@dataclass(frozen=True, slots=True)
class Override:
    """One patch: every place of ``find`` in a field becomes ``replace``; ``source`` says where that is known from.

    ``all``: there may be several places.
    """

    field: str  # "title" or "abstract"
    find: str
    source: str
    replace: str = ""
    location: Location = Location(FILE)
    all: bool = False


def load(file: Path) -> tuple[Mapping[str, tuple[Override, ...]], tuple[Problem, ...]]:
    """The patches of each slug, and every mistake of the file; no file, no patches."""
    return read_beside(file, ListOf(Keyed(_KEYS, Override)))


def _short(value: str) -> tuple[str, str]:
    words = len(value.split())
    return value, f"has {words} words, but a patch quotes at most {MAX_WORDS}" if words > MAX_WORDS else ""


def _findable(value: str) -> tuple[str, str]:
    if not value.strip():
        return value, "is empty"
    if GAP in value and not all(part.strip() for part in value.split(GAP)):
        return value, f"needs words before and after '{GAP}'"
    return _short(value)


_KEYS = {
    "field": Key(Choice(("title", "abstract")), required=True, example="abstract"),
    "find": Key(Checked(_findable), required=True, example="the words as printed"),
    "replace": Key(Checked(_short)),
    "source": Key(filled_text, required=True, example="the paper, page 3"),
    "all": Key(flag),
}


def patched(text: str, patches: Iterable[Override]) -> tuple[str, Mapping[Override, int]]:
    """``text`` with the patches applied in order, and the number of places that each of them found."""
    found = {}
    for patch in patches:
        text, found[patch] = _replaced(text, patch)
    return text, found


def _replaced(text: str, patch: Override) -> tuple[str, int]:
    """``text`` with the patch applied wherever it fits, and in how many places that is."""
    parts = [part.strip() for part in patch.find.split(GAP)] if GAP in patch.find else [patch.find]
    pieces: list[str] = []
    at = places = 0
    while span := _span(text, parts, at):
        pieces += (text[at : span[0]], patch.replace)
        at = span[1]
        places += 1
    return "".join(pieces) + text[at:], places


def _span(text: str, parts: Sequence[str], at: int) -> tuple[int, int] | None:
    start = end = text.find(parts[0], at)
    for part in parts:
        end = text.find(part, end)
        if start < 0 or end < 0:
            return None
        end += len(part)
    return start, end


def doubts(found: Mapping[Override, int]) -> Iterator[Problem]:
    """A warning for each patch that fits nowhere in its paper any more, or in more places than it says."""
    for patch, places in found.items():
        if not places:
            message = f"the patch of the {patch.field} finds nothing: '{patch.find}'"
            yield warning(patch.location, message, "delete it, or adapt it to the text as printed")
        elif places > 1 and not patch.all:
            message = f"the patch of the {patch.field} changes {places} places: '{patch.find}'"
            yield warning(patch.location, message, "write more of the text around the one, or all: true")
