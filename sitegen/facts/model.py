"""What is known of a paper beyond its digests: values that people wrote into `facts.yaml`, nothing guessed."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from sitegen.day import Day
from sitegen.problem import Location


@dataclass(frozen=True, slots=True)
class Person:
    """An author. ``given`` is ``""`` for a group, or for somebody with one name."""

    family: str
    given: str = ""

    @property
    def name(self) -> str:
        """The name as it is read out: given name first."""
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class Facts:
    """The known facts of one paper; ``""``, None and ``()`` stand for what is not known.

    ``arxiv`` and ``doi`` are bare ids (``2008.02217``, ``10.1000/182``); ``pdf`` and ``code`` are addresses;
    ``published`` has its year.
    """

    authors: tuple[Person, ...] = ()
    year: int | None = None
    venue: str = ""
    arxiv: str = ""
    doi: str = ""
    pdf: str = ""
    code: str = ""
    published: Day | None = None

    @property
    def arxiv_href(self) -> str:
        """The address of the abstract's page on arXiv, or ``""``."""
        return f"https://arxiv.org/abs/{self.arxiv}" if self.arxiv else ""

    @property
    def doi_href(self) -> str:
        """The address that the DOI resolves at, or ``""``."""
        return f"https://doi.org/{quote(self.doi, safe='/:;()')}" if self.doi else ""


NOTHING_KNOWN = Facts()
"""Of a paper that nobody has looked up."""


@dataclass(frozen=True, slots=True)
class FactRecord:
    """The facts of one paper and where they stand. ``paper`` is its slug or its title."""

    paper: str
    facts: Facts
    location: Location
