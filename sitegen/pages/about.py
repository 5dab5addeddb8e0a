"""`about.html`: what this catalogue is, in the site's own words (`about.md`) or in ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.pages.page import Page
from sitegen.pages.page_index import Counts, PageIndex

_MARKUP = re.compile(r"[*_`~<&\\[\]]")


class AboutView(NamedTuple):
    """``text`` is Markdown; ``""`` leaves it to the template. ``heading`` is the one it began with."""

    heading: str
    text: str
    undated: bool
    yearless: bool
    counts: Counts


def pages(index: PageIndex) -> Iterator[Page]:
    """One page."""
    digests = index.digests.values()
    heading, text = _heading(index.curated.about)
    yield Page(
        path="about.html",
        template="about.html",
        section="about",
        title=index.site.words.say("nav.about"),
        description=index.site.words.say("about.description", site=index.site.title),
        view=AboutView(
            heading=heading,
            text=text,
            undated=any(not digest.date for digest in digests),
            yearless=any(digest.date and not digest.has_year for digest in digests),
            counts=index.counts,
        ),
    )


def _heading(text: str) -> tuple[str, str]:
    """The words of a first line such as ``# About us``, and the text below it."""
    line, _, rest = text.lstrip().partition("\n")
    plain = line.startswith("# ") and not _MARKUP.search(line)
    return (line[2:].strip(" #"), rest) if plain and rest.strip() else ("", text)
