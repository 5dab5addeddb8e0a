"""What is known of a paper beyond its title and abstract, whoever states it: `facts.yaml` or a list that is read.

One model for all of them, and for every export. Nothing in it is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from msgspec import Struct

from sitegen.day import Day
from sitegen.problem import Location


class Person(Struct, frozen=True, array_like=True, gc=False):
    """An author. ``given`` is ``""`` for a group, or for somebody with one name."""

    family: str
    given: str = ""

    @property
    def name(self) -> str:
        """The name as it is read out: given name first."""
        return f"{self.given} {self.family}".strip()


class Facts(Struct, frozen=True, omit_defaults=True):
    """The known facts of one paper; ``""``, None and ``()`` stand for what is not known.

    ``more_authors``: the list of authors stops before its end ("and others"). ``year`` is that of the venue where there
    is one; ``published`` is the first day on which the paper could be read, and has its year.

    Ids are bare: ``arxiv`` (``2008.02217``), ``doi`` (``10.1000/182``), ``acl`` of the ACL Anthology (``P17-1001``),
    ``openreview`` (``rJXMpikCZ``). Addresses are http or https: ``url`` of the paper's own page where no id leads
    there, ``pdf``, ``code``, and ``project``, a page about the work.
    """

    authors: tuple[Person, ...] = ()
    more_authors: bool = False
    year: int | None = None
    venue: str = ""
    arxiv: str = ""
    doi: str = ""
    acl: str = ""
    openreview: str = ""
    url: str = ""
    pdf: str = ""
    code: str = ""
    project: str = ""
    published: Day | None = None

    @property
    def arxiv_href(self) -> str:
        """The address of the abstract's page on arXiv, or ``""``."""
        return f"https://arxiv.org/abs/{self.arxiv}" if self.arxiv else ""

    @property
    def doi_href(self) -> str:
        """The address that the DOI resolves at, or ``""``."""
        return f"https://doi.org/{quote(self.doi, safe='/:;()')}" if self.doi else ""

    @property
    def acl_href(self) -> str:
        """The address of the paper's page in the ACL Anthology, or ``""``."""
        return f"https://aclanthology.org/{self.acl}/" if self.acl else ""

    @property
    def openreview_href(self) -> str:
        """The address of the paper's forum on OpenReview, or ``""``."""
        return f"https://openreview.net/forum?id={self.openreview}" if self.openreview else ""

    @property
    def pdf_href(self) -> str:
        """The address of the paper as a PDF, stated or where its id leads to one, or ``""``."""
        if self.pdf or self.arxiv:
            return self.pdf or f"https://arxiv.org/pdf/{self.arxiv}"
        if self.acl:
            return f"https://aclanthology.org/{self.acl}.pdf"
        return f"https://openreview.net/pdf?id={self.openreview}" if self.openreview else ""

    @property
    def href(self) -> str:
        """The best address of the paper itself that is known, or ``""``: one that is free to read goes first."""
        return self.arxiv_href or self.acl_href or self.openreview_href or self.url or self.doi_href or self.pdf


NOTHING_KNOWN = Facts()
"""Of a paper that nobody has looked up."""


@dataclass(frozen=True, slots=True)
class SourcedFacts:
    """What some sources state of a paper, and the day on which somebody looked; no source: a person's own word."""

    facts: Facts
    sources: tuple[str, ...] = ()
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class FactRecord:
    """What one source states of a paper, and where. ``paper`` is how the source calls it: a slug, a title, a key.

    ``stated`` is what ``facts`` are combined from, where that is known, a person's own word first. ``settled``:
    somebody has looked, and nobody is to look again.
    """

    paper: str
    facts: Facts
    location: Location
    stated: tuple[SourcedFacts, ...] = ()
    settled: bool = False
