r"""`overrides.yaml`: what no rule can know about one paper's text, beside `site.yaml`.

    some-papers-slug:
      - field: abstract
        find: "\\our~can"
        replace: "OurNet can"
        source: https://example.org/abs/1234.56789

A patch changes the text as printed, before the rules see it, so that it may hold TeX. Its span is short (under ten
words), since the file is no place to store other people's sentences; ``…`` between two parts of ``find`` stands for
whatever is between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.config.load import read_beside
from sitegen.config.schema import Checked, Choice, Key, Keyed, ListOf, filled_text
from sitegen.problem import Location, Problem, warning

FILE = "overrides.yaml"
MAX_WORDS = 9
"""Words that a patch may quote, in ``find`` and in ``replace``."""

GAP = "…"


@dataclass(frozen=True, slots=True)
class Override:
    """One patch: every place of ``find`` in a field becomes ``replace``; ``source`` says where that is known from."""

    field: str  # "title" or "abstract"
    find: str
    source: str
    replace: str = ""
    location: Location = Location(FILE)


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
    "field": Key(Choice(("title", "abstract")), required=True),
    "find": Key(Checked(_findable), required=True),
    "replace": Key(Checked(_short)),
    "source": Key(filled_text, required=True),
}


def patched(text: str, patches: Iterable[Override]) -> tuple[str, frozenset[Override]]:
    """``text`` with the patches applied in order, and those of them that found their place."""
    matched = set()
    for patch in patches:
        changed = _replaced(text, patch)
        if changed is not None:
            text = changed
            matched.add(patch)
    return text, frozenset(matched)


def _replaced(text: str, patch: Override) -> str | None:
    """``text`` with the patch applied wherever it fits; None where it fits nowhere."""
    parts = [part.strip() for part in patch.find.split(GAP)] if GAP in patch.find else [patch.find]
    pieces: list[str] = []
    at = 0
    while True:
        span = _span(text, parts, at)
        if span is None:
            break
        pieces += (text[at : span[0]], patch.replace)
        at = span[1]
    return "".join(pieces) + text[at:] if pieces else None


def _span(text: str, parts: Sequence[str], at: int) -> tuple[int, int] | None:
    start = end = text.find(parts[0], at)
    for part in parts:
        end = text.find(part, end)
        if start < 0 or end < 0:
            return None
        end += len(part)
    return start, end


def not_matched(patches: Iterable[Override], matched: frozenset[Override]) -> Iterator[Problem]:
    """A warning for each patch whose words stand in no copy of its paper any more."""
    return (
        warning(
            patch.location,
            f"the patch of the {patch.field} finds nothing: '{patch.find}'",
            "delete it, or adapt it to the text as printed",
        )
        for patch in patches
        if patch not in matched
    )
