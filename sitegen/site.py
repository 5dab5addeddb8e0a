"""What every template knows of the site as a whole, beside its own page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.assets import Theme
from sitegen.catalogue.model import Catalogue
from sitegen.config.model import ExportSettings, Settings
from sitegen.urls import base_path


@dataclass(frozen=True, slots=True)
class NavItem:
    """A link to one of the site's own files. ``href`` is relative to the root; ``key`` is the section it opens."""

    key: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Site:
    """The site: names and addresses, nothing that changes with a single paper.

    ``base_path`` is the path of ``base_url`` (``/`` where that is not known). ``assets`` leads from a path below
    ``static/`` to the published path (``js/copy.js`` to ``static/js/copy.<hash>.js``). ``nav`` stands at the head of
    every page, ``foot`` in its footer, followed by ``downloads``, files of the whole catalogue; ``exports`` says which
    files for programs are written.
    """

    title: str
    description: str
    language: str
    base_url: str
    base_path: str
    repository: str
    noindex: bool
    nav: tuple[NavItem, ...]
    foot: tuple[NavItem, ...]
    downloads: tuple[NavItem, ...]
    assets: Mapping[str, str]
    papers_per_page: int
    exports: ExportSettings = field(default_factory=ExportSettings)
    feeds: bool = False  # whether there can be feeds: they need an address, and the days that permalinks.yaml records

    def absolute(self, path: str) -> str:
        """The full address of one of the site's files; ``""`` where the site's own address is not known."""
        return self.base_url + path if self.base_url else ""


def make_site(
    settings: Settings,
    catalogue: Catalogue,
    theme: Theme,
    downloads: tuple[NavItem, ...] = (),
) -> Site:
    """The view of a site; ``downloads`` only names files that exist."""
    feeds = bool(settings.base_url and catalogue.first_seen_day)
    if feeds and settings.exports.atom:
        downloads += (NavItem("atom", "Feed", "feed.xml"),)
    nav = [NavItem("papers", "Papers", "papers.html"), NavItem("digests", "Digests", "digests.html")]
    if catalogue.tags:
        nav.insert(1, NavItem("tags", "Tags", "tags.html"))
    if catalogue.paper_authors:
        nav.append(NavItem("authors", "Authors", "authors.html"))
    if catalogue.papers_of_year:
        nav.append(NavItem("years", "Years", "years.html"))
    if catalogue.paper_venue:
        nav.append(NavItem("venues", "Venues", "venues.html"))
    foot = [NavItem("about", "About", "about.html")]
    if catalogue.papers:
        if catalogue.tags or catalogue.papers_of_year:
            foot.insert(0, NavItem("statistics", "Statistics", "statistics.html"))
        foot.append(NavItem("linking", "Linking here", "linking.html"))
        if settings.exports.saved:
            foot.insert(0, NavItem("saved", "Saved papers", "saved.html"))
    return Site(
        title=settings.title,
        description=settings.description,
        language=settings.language,
        base_url=settings.base_url,
        base_path=base_path(settings.base_url),
        repository=settings.repository.rstrip("/"),
        noindex=settings.noindex,
        nav=tuple(nav),
        foot=tuple(foot),
        downloads=downloads,
        assets=theme.names,
        papers_per_page=settings.papers_per_page,
        exports=settings.exports,
        feeds=feeds,
    )
