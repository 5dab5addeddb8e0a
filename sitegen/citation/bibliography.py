"""The bibliography of the whole catalogue: each record made once, each entry written once per format.

A paper's entry stands on its page, in its own file, in those of its tags and digests, and in the file of all papers.
"""

from __future__ import annotations

from collections.abc import Mapping

from sitegen import urls
from sitegen.catalogue.model import Catalogue
from sitegen.citation.formats import Format
from sitegen.citation.record import CitationRecord, make_record
from sitegen.facts.model import NOTHING_KNOWN


class Bibliography:
    """Records and entries by slug, A–Z, made when they are first asked for."""

    __slots__ = ("_catalogue", "_entries", "_name", "_records", "_root")

    def __init__(self, catalogue: Catalogue, name: str, base_url: str) -> None:
        """``name`` is what the catalogue is called, ``base_url`` its address or ``""``."""
        self._catalogue = catalogue
        self._name = " ".join(name.split())
        self._root = base_url
        self._records: dict[str, CitationRecord] = {}
        self._entries: dict[str, Mapping[str, str]] = {}

    @property
    def records(self) -> Mapping[str, CitationRecord]:
        """The record of each paper."""
        if not self._records:
            catalogue = self._catalogue
            self._records = {
                slug: make_record(
                    paper,
                    catalogue.facts.get(slug, NOTHING_KNOWN),
                    page=self._root + urls.paper(slug) if self._root else "",
                    catalogue=self._name,
                    keywords=[catalogue.tags[tag].name for tag in catalogue.paper_tags[slug]],
                    aliases=catalogue.earlier_slugs.get(slug, ()),
                )
                for slug, paper in catalogue.papers.items()
            }
        return self._records

    def entries(self, format: Format) -> Mapping[str, str]:
        """The entry of each paper in one format."""
        found = self._entries.get(format.key)
        if found is None:
            found = self._entries[format.key] = {slug: format.entry(record) for slug, record in self.records.items()}
        return found
