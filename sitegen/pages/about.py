"""`about.html`: what this catalogue is, in the site's own words (`about.md`) or in ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.pages.material import Material
from sitegen.pages.page import Page


class AboutView(NamedTuple):
    """``text`` is Markdown; ``""`` leaves the page to the template's own words."""

    text: str
    undated: bool
    yearless: bool


def pages(material: Material) -> Iterator[Page]:
    """One page."""
    digests = material.digests.values()
    yield Page(
        path="about.html",
        template="about.html",
        section="about",
        title="About",
        description=f"What {material.site.title} is and where its records come from.",
        view=AboutView(
            text=material.curated.about,
            undated=any(not digest.date for digest in digests),
            yearless=any(digest.date and not digest.has_year for digest in digests),
        ),
    )
