"""The bibliography of the whole catalogue: what is cited of each paper, and its entry in each format.

A paper's entry stands on its page, in its own file, in those of its tags and digests, and in the file of all papers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen import urls
from sitegen.catalogue.model import Catalogue
from sitegen.citation.formats import Format
from sitegen.citation.record import CitationRecord, make_record
from sitegen.facts.model import NOTHING_KNOWN


class Bibliography:
    """Records and entries by slug, A–Z, made when they are asked for."""

    __slots__ = ("_catalogue", "_kept", "_name", "_root")

    def __init__(self, catalogue: Catalogue, name: str, base_url: str) -> None:
        """``name`` is what the catalogue is called, ``base_url`` its address or ``""``."""
        self._catalogue = catalogue
        self._name = " ".join(name.split())
        self._root = base_url
        self._kept: dict[str, Mapping[str, str]] = {}

    def record(self, slug: str) -> CitationRecord:
        """What is said of a paper in whatever format."""
        catalogue = self._catalogue
        return make_record(
            catalogue.papers[slug],
            catalogue.facts.get(slug, NOTHING_KNOWN),
            page=self._root + urls.paper(slug) if self._root else "",
            catalogue=self._name,
            keywords=[catalogue.tags[tag].name for tag in catalogue.paper_tags[slug]],
            aliases=catalogue.earlier_slugs.get(slug, ()),
        )

    def each(self, format: Format) -> Iterator[tuple[str, str]]:
        """Each paper's slug and entry, one after the other."""
        kept = self._kept.get(format.key)
        if kept is not None:
            yield from kept.items()
            return
        for slug in self._catalogue.papers:
            yield slug, format.entry(self.record(slug))

    def entries(self, format: Format) -> Mapping[str, str]:
        """The entry of each paper in one format, for those who need them in another order or more than once: kept."""
        if format.key not in self._kept:
            self._kept[format.key] = dict(self.each(format))
        return self._kept[format.key]
