"""`robots.txt` (RFC 9309): what crawlers may read. Heeded only where the site stands at the root of its host."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.artifact import Artifact
from sitegen.exports import sitemap
from sitegen.exports.export import Export
from sitegen.pages.page_index import PageIndex
from sitegen.work.pieces import Pieces

NAME = "robots.txt"


def artifacts(index: PageIndex, pieces: Pieces) -> Iterator[Artifact]:
    """One file; it keeps everybody out of a site that says ``noindex``."""
    site = index.site
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


EXPORT = Export("robots", NAME, artifacts=artifacts)
