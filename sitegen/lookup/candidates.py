"""From what services print to values that can be trusted: text without markup, ids and addresses that are some.

An answer is untrusted: a value that `facts.yaml` could not hold is left out, and nothing here raises for it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import Any

from sitegen.config.addresses import web_address
from sitegen.day import Day
from sitegen.facts import ids, names
from sitegen.facts.model import Facts, Person
from sitegen.lookup.model import Candidate
from sitegen.words.visible import visible

LONGEST_NAME = 200
"""Characters of an author's name, and of a venue's; the longest collaborations' have fewer."""

MOST_AUTHORS = 4_000
"""Authors of one paper; of a longer list nobody would read the names."""

LONGEST_TEXT = 20_000
"""Characters of a title or an abstract that are looked at."""

_MARK = re.compile(r"</?(?:jats:)?(?:i|b|u|em|strong|su[bp]|scp?|italic|bold|span)\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_SEVERAL = re.compile(r"\s(?:and|&|und|et)\s|;|\bet al\b", re.IGNORECASE)
_QUERY_WORD = re.compile(r"[^\W_]+")
_LONGEST_QUERY = 250  # characters; longer titles are found by their beginning


def candidate(title: str, facts: Facts, abstract: str = "") -> Candidate:
    """A candidate from a service's own texts, which may hold markup and line breaks."""
    return Candidate(plain(title), facts, plain(abstract))


def plain(text: str) -> str:
    """One line of text without tags, character references and characters that print nothing."""
    text = text[:LONGEST_TEXT]
    if "<" in text:
        text = _TAG.sub(" ", _MARK.sub("", text))
    return " ".join(visible(html.unescape(text)).split())


def query(title: str) -> str:
    """The words of a title, without the signs that search engines take for operators."""
    kept = " ".join(_QUERY_WORD.findall(title))
    return kept if len(kept) <= _LONGEST_QUERY else kept[:_LONGEST_QUERY].rpartition(" ")[0]


def facts(
    authors: Sequence[Person] = (),
    year: int | None = None,
    venue: str = "",
    published: str = "",
    addresses: Iterable[str] = (),
) -> Facts:
    """Facts of what is well-formed; ``published`` is a day such as ``2015-06-09``, maybe with a time behind it.

    Each of ``addresses`` is an id or an address of the paper: ids are taken out of them, and of what is left the first
    is its ``url``.
    """
    found: dict[str, Any] = {}
    for address in addresses:
        known = {name: id for name, id in ids.ids_in(address).items() if _right(name, id)}
        found = known | found
        if not known and "url" not in found and not web_address(address)[1] and len(address) <= LONGEST_TEXT:
            found["url"] = address
    venue = plain(venue)
    day = Day.parse(published[:10])
    return Facts(
        authors=tuple(authors) if len(authors) <= MOST_AUTHORS else (),
        year=year if year is not None and 1000 <= year <= 9999 else None,
        venue=venue if len(venue) <= LONGEST_NAME else "",
        published=day if day and day.year else None,
        **found,
    )


def author(name: str) -> Person | None:
    """A name as it is read out, taken apart; None for what is none, such as the colon behind a group's name."""
    name = plain(name).replace(",", " ").strip()
    if not any(letter.isalpha() for letter in name) or len(name) > LONGEST_NAME:
        return None
    name = " ".join(name.split())
    return Person(name) if _SEVERAL.search(f" {name} ") else names.author(name)


def _right(name: str, id: str) -> bool:
    check = {"arxiv": ids.arxiv, "doi": ids.doi, "acl": ids.acl, "openreview": ids.openreview}[name]
    return not check(id)[1] and len(id) <= LONGEST_NAME
