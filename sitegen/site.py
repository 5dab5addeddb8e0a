"""What every template knows of the site as a whole, beside its own page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.assets import Theme
from sitegen.catalogue.model import Catalogue
from sitegen.config.model import ExportSettings, Settings
from sitegen.urls import base_path
from sitegen.wording.model import Wording


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
    files for programs are written. ``words`` are those of the interface; ``language`` is theirs.
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
    words: Wording
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

    def item(key: str) -> NavItem:
        return NavItem(key, theme.words.say(f"nav.{key}"), f"{key}.html")

    feeds = bool(settings.base_url and catalogue.first_seen_day)
    if feeds and settings.exports.atom:
        downloads += (NavItem("atom", theme.words.say("nav.feed"), "feed.xml"),)
    nav = [item("papers"), item("digests")]
    if catalogue.tags:
        nav.insert(1, item("tags"))
    if catalogue.paper_authors:
        nav.append(item("authors"))
    if catalogue.papers_of_year:
        nav.append(item("years"))
    if catalogue.paper_venue:
        nav.append(item("venues"))
    foot = [item("about")]
    if catalogue.papers:
        if catalogue.tags or catalogue.papers_of_year:
            foot.insert(0, item("statistics"))
        foot.append(item("linking"))
        if settings.exports.saved:
            foot.insert(0, item("saved"))
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
        words=theme.words,
        papers_per_page=settings.papers_per_page,
        exports=settings.exports,
        feeds=feeds,
    )
