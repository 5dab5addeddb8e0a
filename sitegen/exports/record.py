"""All that the catalogue knows of one paper, in one value: what programs are told of a paper is made from it alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sitegen import urls
from sitegen.catalogue.model import Catalogue, Paper, Related
from sitegen.citation.record import CitationRecord, make_record
from sitegen.exports.names import Target, paper_target
from sitegen.facts.model import NOTHING_KNOWN, Facts
from sitegen.site import Site


class TagName(NamedTuple):
    """A tag that a paper carries."""

    slug: str
    name: str


@dataclass(frozen=True)  # not slotted: how it is cited is worked out once
class Record:
    """One paper. ``tags`` and ``related`` stand best first; ``aliases`` are slugs that it had before.

    ``sources`` are the files of its mentions; ``first_digest`` is the id of the earliest; ``first_seen`` the UTC day
    (``YYYY-MM-DD``) on which it got its name, None where nobody noted that. ``catalogue`` is what the site is called,
    ``address`` the page's own address, ``""`` where the site's is not known.
    """

    paper: Paper
    tags: tuple[TagName, ...]
    related: tuple[Related, ...]
    facts: Facts
    aliases: tuple[str, ...]
    sources: tuple[str, ...]
    first_digest: str
    first_seen: str | None
    catalogue: str
    address: str

    @property
    def path(self) -> str:
        """The page's path from the site's root."""
        return urls.paper(self.paper.slug)

    def target(self) -> Target:
        """Which names lead to the page."""
        return paper_target(self.paper.slug, self.paper.title_text, self.aliases)

    @cached_property
    def cited(self) -> CitationRecord:
        """What is said of the paper wherever it is cited."""
        return make_record(
            self.paper,
            self.facts,
            page=self.address,
            catalogue=self.catalogue,
            keywords=[tag.name for tag in self.tags],
            aliases=self.aliases,
        )


def record(slug: str, catalogue: Catalogue, site: Site) -> Record:
    """All that is known of the paper with this slug."""
    paper = catalogue.papers[slug]
    return Record(
        paper=paper,
        tags=tuple(TagName(tag, catalogue.tags[tag].name) for tag in catalogue.paper_tags[slug]),
        related=catalogue.related[slug],
        facts=catalogue.facts.get(slug, NOTHING_KNOWN),
        aliases=catalogue.earlier_slugs.get(slug, ()),
        sources=tuple(catalogue.digests[mention.digest].source for mention in paper.mentions),
        first_digest=catalogue.first_seen[slug],
        first_seen=catalogue.first_seen_day.get(slug),
        catalogue=site.title,
        address=site.absolute(urls.paper(slug)),
    )
