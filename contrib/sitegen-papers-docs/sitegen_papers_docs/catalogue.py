"""`papers.json` of a catalogue, read into tables. The file is a stranger's: what is not of its form is refused.

The form is that of `papers.schema.json`, which every catalogue publishes beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

import msgspec

FILE = "papers.json"

_VERSION = re.compile(r"v\d+$")
_FORM = 1  # the highest `version` of the form that is understood

_Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=400)]
_Page = Annotated[str, msgspec.Meta(pattern=r"^papers/[a-z0-9-]+\.html\Z", max_length=400)]
_Web = Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s]+/\Z", max_length=2000)]


class Author(msgspec.Struct, frozen=True):
    """A person; ``given`` may be ``""``."""

    family: str
    given: str = ""


class Facts(msgspec.Struct, frozen=True):
    """What is known of a paper; ``""``, ``()`` and None stand for what is not."""

    authors: tuple[Author, ...] = ()
    more_authors: bool = False
    year: int | None = None
    venue: str = ""
    doi: str = ""
    arxiv: str = ""


class Paper(msgspec.Struct, frozen=True):
    """One paper. ``slug`` is its name for good, ``url`` its page from the catalogue's root, ``tags`` slugs of tags.

    ``preview_from`` is where in ``abstract`` a preview begins; ``aliases`` are names that the paper had before.
    """

    slug: _Name
    url: _Page
    title: str
    abstract: str = ""
    tags: tuple[str, ...] = ()
    aliases: tuple[_Name, ...] = ()
    facts: Facts = Facts()
    preview_from: int = 0


class Removed(msgspec.Struct, frozen=True):
    """A paper that is gone; its page says so. ``day`` is a date as the catalogue writes it."""

    slug: _Name
    title: str
    reason: str = ""
    day: str | None = None


class _Tag(msgspec.Struct, frozen=True):
    slug: str
    name: str


class _Site(msgspec.Struct, frozen=True):
    base_url: _Web | None = None


class _File(msgspec.Struct, frozen=True):
    papers: tuple[Paper, ...]
    tags: tuple[_Tag, ...] = ()
    removed: tuple[Removed, ...] = ()
    site: _Site = _Site()
    version: int = _FORM


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A catalogue's papers by name, and what else leads to a name.

    ``address`` is where the catalogue says that it stands, ``""`` where it does not know. ``dois`` are in lower case,
    ``arxiv`` ids without a version; ``tags`` are the names of tags by slug.
    """

    address: str
    papers: Mapping[str, Paper]
    earlier: Mapping[str, str]
    removed: Mapping[str, Removed]
    dois: Mapping[str, str]
    arxiv: Mapping[str, str]
    tags: Mapping[str, str]


def read(body: bytes) -> Catalogue:
    """The catalogue that ``body``, a `papers.json`, describes. Raises `ValueError` with a reason for anything else."""
    try:
        file = msgspec.json.decode(body, type=_File)
    except msgspec.ValidationError as cause:
        raise ValueError(f"it is not of the form that catalogues publish: {cause}") from cause
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as cause:
        raise ValueError("it is no JSON") from cause
    if file.version > _FORM:
        raise ValueError(f"it is of form {file.version}, newer than this sitegen-papers-docs reads: update that")
    papers = file.papers
    return Catalogue(
        address=file.site.base_url or "",
        papers={paper.slug: paper for paper in papers},
        earlier={name: paper.slug for paper in papers for name in paper.aliases},
        removed={gone.slug: gone for gone in file.removed},
        dois={paper.facts.doi.lower(): paper.slug for paper in papers if paper.facts.doi},
        arxiv={id: paper.slug for paper in papers if (id := _arxiv(paper.facts))},
        tags={tag.slug: tag.name for tag in file.tags},
    )


def _arxiv(facts: Facts) -> str:
    """The arXiv id, without its version; arXiv's own DOIs hold it too."""
    _, _, own = facts.doi.lower().partition("10.48550/arxiv.")
    return _VERSION.sub("", facts.arxiv.lower() or own)
