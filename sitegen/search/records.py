"""What does Pagefind learn of a paper? One line of words.

The line begins with the title, then come authors and other facts, then the abstract. Pages know where each of them
ends, so that a word's place says what it stands in. Words are folded here, as the page folds what is asked
(``searchFold`` in ``search-query.js``), and Pagefind indexes them as they are: which forms are one word is for the
page to say, so that a better rule needs no new index.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from sitegen.facts.model import NOTHING_KNOWN, Facts
from sitegen.words.greek import NAMES
from sitegen.words.letters import folded, typewritten
from sitegen.words.scripts import CHINESE_JAPANESE, GREEK

_SEAM = re.compile(rf"(?<=[{CHINESE_JAPANESE}])(?=\S)|(?<=\S)(?=[{CHINESE_JAPANESE}])")
_ODD_GAPS = re.compile("[\u200b\ufeff]")  # gaps to a browser, but not to Python
_LONE_GREEK = re.compile(rf"(?<![{GREEK}])[{GREEK}](?![{GREEK}])")
_ODD_WORD = re.compile(r"[\x21-\x7f]*[^\x00-\x7f]\S*")
_LETTER = re.compile(r"[^\W_]")
_PUNCTUATION = re.compile(r"[\W_]+")
_CONNECTORS = str.maketrans(dict.fromkeys("_\u203f\u2040\u2054\ufe33\ufe34\ufe4d\ufe4e\ufe4f\uff3f", "-"))
_BETWEEN_NAMES = "·"  # no word, but a place: the end of one name and the beginning of the next are no phrase


class Source(NamedTuple):
    """One paper as it comes to the index: plain text, what is known beyond, where the abstract comes to its point."""

    slug: str
    title: str
    abstract: str
    facts: Facts = NOTHING_KNOWN
    preview_from: int = 0


class SearchRecord(NamedTuple):
    """One paper as the index holds it.

    ``content`` is what Pagefind indexes: words between single spaces, each sign of Chinese and Japanese being a word.
    The first ``title`` of them are the title's, the next ``names`` the authors', the next ``facts`` those of venue,
    year and ids; the rest, ``length``, is the abstract, and ``before`` of its words stand before the preview.
    """

    content: str
    title: int
    names: int
    facts: int
    length: int
    before: int = 0


def record(source: Source) -> SearchRecord:
    """What Pagefind learns of a paper. 25 µs."""
    title, abstract = _indexed(source.title), _indexed(source.abstract)
    names, facts = "", ""
    if source.facts is not NOTHING_KNOWN:
        names = _indexed("".join(f"{person.name} {_BETWEEN_NAMES} " for person in source.facts.authors))
        facts = _indexed(" ".join(_known(source.facts)))
    parts = [part for part in (title, names, facts, abstract) if part]
    content = " ".join(parts)
    if not _LETTER.search(content):  # Pagefind leaves out a page without a word
        abstract = f"{abstract} {source.slug}".strip()
        content = f"{content} {source.slug}".strip()
    before = _count(_indexed(source.abstract[: source.preview_from]))
    return SearchRecord(content, _count(title), _count(names), _count(facts), _count(abstract), before)


def _known(facts: Facts) -> Iterable[str]:
    """Venue, year and ids; an id is one word, so that its parts are not found by themselves."""
    year = facts.year or (facts.published.year if facts.published else None)
    ids = (_PUNCTUATION.sub("", id) for id in (facts.arxiv, facts.doi, facts.acl, facts.openreview))
    return filter(None, (facts.venue, str(year or ""), *ids))


def in_one_line(text: str) -> str:
    """The words with one space between them, so that Pagefind and a page count the same words."""
    return " ".join(text.split()) if text.isascii() else " ".join(_ODD_GAPS.sub(" ", text).split())


def _indexed(text: str) -> str:
    """The words as they are compared. Whatever happens to a word, it stays one word."""
    line = in_one_line(text).lower().replace("_", "-")  # ___ would begin an order to Pagefind
    if line.isascii():
        return line
    return _ODD_WORD.sub(_folded, _SEAM.sub(" ", line))


def _folded(word: re.Match[str]) -> str:
    plain = _LONE_GREEK.sub(_name, folded(typewritten(word[0]))).translate(_CONNECTORS)
    return "".join(plain.split()) or "-"


def _name(letter: re.Match[str]) -> str:
    """A Greek letter by itself is a symbol and read by its name."""
    return NAMES.get(letter[0], letter[0])


def _count(words: str) -> int:
    return words.count(" ") + 1 if words else 0
