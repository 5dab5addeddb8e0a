"""What a reference leads to, and what is to be said to whoever wrote it.

A reference is a paper's name, a name that it had before, ``paper-<name>`` as inventories have it, the address of its
page, a DOI or an arXiv id, with the name of a catalogue and a colon in front where there are several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from heapq import nlargest
from itertools import chain
from typing import Literal, NamedTuple

from sitegen_papers_docs.catalogue import Catalogue
from sitegen_papers_docs.load import Loaded
from sitegen_papers_docs.wording import Card, LinkText, card, circumstances, line, link_text, removed_card, removed_text

_ARXIV_FORMS = re.compile(
    r"(?:arxiv:\s*|https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/|(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?10\.48550/arxiv\.)",
    re.IGNORECASE,
)
_ARXIV = re.compile(r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?(?:\.pdf)?", re.IGNORECASE)
_DOI_FORMS = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LIKELY = 50  # names that are compared letter by letter with one that is unknown
_NO_NAME = re.compile(r"[^a-z0-9]+")


class Fault(NamedTuple):
    """What is wrong with a reference, in a sentence for its author."""

    kind: Literal["unknown", "renamed", "removed"]
    message: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reference comes to.

    ``href`` is ``""`` where it leads nowhere, ``text`` what a link without words of its own says, ``card`` empty where
    nothing is known. ``fault`` is None where all is well, and where nobody can tell.
    """

    href: str
    text: str
    card: Card
    fault: Fault | None = None

    @property
    def fingerprint(self) -> str:
        """Another one where a document with this answer has to be written anew."""
        return sha256(repr((self.href, self.text, sorted(self.card.items()), self.fault)).encode()).hexdigest()[:16]


class Papers:
    """The papers of some catalogues, the first of which counts where several have what is asked for."""

    def __init__(self, loaded: Sequence[Loaded], style: LinkText = "title") -> None:
        self._loaded = tuple(loaded)
        self._style = style

    def answer(self, reference: str) -> Answer:
        """What the reference comes to."""
        asked, shelves = self._meant(reference.strip())
        for shelf in shelves:
            if shelf.catalogue and (found := self._found(asked, shelf, shelf.catalogue)):
                return found
        if unread := next((shelf for shelf in shelves if shelf.catalogue is None), None):
            # Said once when the catalogue was read. Names last, so the address is good; an id alone gives none.
            name = "" if _id(asked) else _name(asked, unread).removeprefix("paper-")
            return Answer(_page(unread, name), asked, {})
        fault = Fault("unknown", _unknown(asked, shelves)) if shelves else None  # no catalogue at all was said, too
        return Answer("", asked, {}, fault)

    def _meant(self, reference: str) -> tuple[str, Sequence[Loaded]]:
        """What is asked for, without the catalogue's name, and where to look."""
        name, colon, rest = reference.partition(":")
        named = [shelf for shelf in self._loaded if colon and shelf.source.name == name]
        return (rest.strip(), named) if named else (reference, self._loaded)

    def _found(self, asked: str, shelf: Loaded, catalogue: Catalogue) -> Answer | None:
        if id := _id(asked):
            slug = catalogue.arxiv.get(id) or catalogue.dois.get(id)
            return self._paper(slug, shelf, catalogue) if slug else None
        name = _name(asked, shelf)
        for slug in dict.fromkeys((name, name.removeprefix("paper-"))):
            if slug in catalogue.papers:
                return self._paper(slug, shelf, catalogue)
            if slug in catalogue.removed:
                return _gone(slug, shelf, catalogue)
            if now := catalogue.earlier.get(slug):
                fault = Fault("renamed", f"the paper '{slug}' is called '{now}' now: write that")
                return self._paper(now, shelf, catalogue, fault)
        return None

    def _paper(self, slug: str, shelf: Loaded, catalogue: Catalogue, fault: Fault | None = None) -> Answer:
        paper = catalogue.papers[slug]
        href = shelf.address and shelf.address + paper.url
        return Answer(href, link_text(paper, self._style), card(paper, catalogue), fault)


def _unknown(asked: str, shelves: Sequence[Loaded]) -> str:
    """What is said of a reference that leads to nothing."""
    places = " or ".join(shelf.address or shelf.source.place for shelf in shelves)
    if id := _id(asked):
        kind = "DOI" if id.startswith("10.") else "arXiv id"
        return f"no paper in {places} is known to have the {kind} '{id}'; try its name"
    names = chain.from_iterable(shelf.catalogue.papers for shelf in shelves if shelf.catalogue)
    close = _closest(_NO_NAME.sub("-", asked.lower()).strip("-"), names)
    return f"there is no paper '{asked}' in {places}" + (f"; did you mean '{close}'?" if close else "")


def _closest(name: str, names: Iterable[str]) -> str:
    """The name that is most like ``name``, ``""`` where none is like it; among 30,000 it is found in a second."""
    parts = _trigrams(name)
    likely = nlargest(_LIKELY, names, key=lambda other: len(parts & _trigrams(other)))
    return next(iter(get_close_matches(name, likely, 1)), "")


def _trigrams(name: str) -> set[str]:
    return {name[start : start + 3] for start in range(len(name) - 2)}


def _gone(slug: str, shelf: Loaded, catalogue: Catalogue) -> Answer:
    removed = catalogue.removed[slug]
    title = line(removed.title)
    fault = Fault("removed", f"the paper '{slug}', “{title}”, was removed from the catalogue{circumstances(removed)}")
    return Answer(_page(shelf, slug), removed_text(removed), removed_card(removed), fault)


def _page(shelf: Loaded, name: str) -> str:
    """The address of the page of a removed paper, or of a name that cannot be looked up; ``""`` where nobody knows."""
    return f"{shelf.address}papers/{name}.html" if name and shelf.address else ""


def _id(asked: str) -> str:
    """The arXiv id, without its version, or the DOI that is asked for, in small letters; ``""`` for a name."""
    if near := _ARXIV.fullmatch(_ARXIV_FORMS.sub("", asked, count=1)):
        return near[1].lower()
    id = _DOI_FORMS.sub("", asked, count=1)
    return id.lower() if _DOI.fullmatch(id) else ""


def _name(asked: str, shelf: Loaded) -> str:
    """The name that is asked for, as it is or as the address of a page; ``""`` where it is none."""
    page = asked.removeprefix(shelf.address) if shelf.address else asked
    name = page.removeprefix("papers/").removesuffix(".html").lower()
    return name if _NAME.fullmatch(name) else ""
