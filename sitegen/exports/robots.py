"""`robots.txt` (RFC 9309): what crawlers may read. Heeded only where the site stands at the root of its host."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.exports import sitemap
from sitegen.pages.page import Alternate
from sitegen.site import NavItem, Site

SWITCH = "robots"
DOWNLOADS: tuple[NavItem, ...] = ()
NAME = "robots.txt"


def artifacts(catalogue: Catalogue, site: Site) -> Iterator[Artifact]:
    """One file; it keeps everybody out of a site that says ``noindex``."""
    del catalogue
    if site.noindex:
        lines = [
            "# This catalogue asks crawlers to stay away, as does each of its pages.",
            "User-agent: *",
            "Disallow: /",
        ]
    else:
        lines = ["User-agent: *", "Allow: /"]
        lines += [f"Sitemap: {site.absolute(sitemap.NAME)}"] if site.base_url and site.exports.sitemap else []
    yield Artifact(NAME, "\n".join([*lines, ""]).encode())


def alternates(catalogue: Catalogue, site: Site) -> tuple[tuple[str, Alternate], ...]:
    """None: it holds nothing of any page."""
    del catalogue, site
    return ()
