"""`feed.xml`, `tags/<slug>.feed.xml`, `digests/<slug>.feed.xml`: Atom feeds (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html import escape

from sitegen import __version__, urls
from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue, Paper
from sitegen.exports.export import Export
from sitegen.exports.feed import Feed, authors, beside, content, feeds, summary
from sitegen.pages.page_index import PageIndex
from sitegen.site import Site
from sitegen.work.pieces import Pieces

ENDING = ".xml"

# A single other character voids a whole file: https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# The standard asks for an author of the feed where an entry has none: it is the catalogue that writes the entries.
_FEED = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">
<id>{address}</id>
<title>{title}</title>
{subtitle}<updated>{updated}T00:00:00Z</updated>
<author><name>{author}</name></author>
<link rel="self" type="application/atom+xml" href="{address}"/>
<link rel="alternate" type="text/html" href="{page}"/>
<generator version="{version}">sitegen</generator>
"""


def artifacts(index: PageIndex, pieces: Pieces) -> Iterator[Artifact]:
    """All feeds; none where `feeds` finds none. An entry's id is its page's address, which its paper keeps."""
    catalogue, site = index.catalogue, index.site
    entries: dict[str, str] = {}
    for feed in feeds(index):
        for slug in feed.papers:
            if slug not in entries:
                entries[slug] = _entry(catalogue.papers[slug], catalogue, site)
        parts = [_head(feed, site), *(entries[slug] for slug in feed.papers), "</feed>\n"]
        yield Artifact(feed.stem + ENDING, "".join(parts).encode())


def _head(feed: Feed, site: Site) -> str:
    return _FEED.format(
        language=escape(site.language),
        address=escape(site.absolute(feed.stem + ENDING)),
        title=_text(feed.title),
        subtitle=f"<subtitle>{_text(feed.description)}</subtitle>\n" if feed.description else "",
        updated=feed.updated,
        author=_text(site.title),
        page=escape(site.absolute(feed.page)),
        version=__version__,
    )


def _entry(paper: Paper, catalogue: Catalogue, site: Site) -> str:
    address = escape(site.absolute(urls.paper(paper.slug)))
    day = catalogue.first_seen_day[paper.slug]
    language = f' xml:lang="{escape(site.words.foreign)}"' if site.words.foreign else ""
    tags = (catalogue.tags[slug] for slug in catalogue.paper_tags[paper.slug])
    lines = [
        f"<entry{language}>\n<id>{address}</id>",
        f"<title>{_text(paper.title_text)}</title>",
        f"<updated>{day}T00:00:00Z</updated>\n<published>{day}T00:00:00Z</published>",
        *(f"<author><name>{_text(name)}</name></author>" for name in authors(catalogue, paper.slug)),
        f'<link rel="alternate" type="text/html" href="{address}"/>',
        *(f'<link rel="related" href="{_text(link.href)}"/>' for link in paper.links),
        *(f'<category term="{tag.slug}" label="{_text(tag.name)}"/>' for tag in tags),
        *(f"<summary>{_text(said)}</summary>" for said in (summary(paper),) if said),
        f'<content type="html">{_text(content(paper, site.words))}</content>\n</entry>\n',
    ]
    return "\n".join(lines)


def _text(text: str) -> str:
    return escape(text if text.isprintable() else _NOT_XML.sub("", text))


EXPORT = Export(
    "atom",
    f"feed{ENDING}",
    "Atom feed",
    "application/atom+xml",
    f"feed{ENDING}",
    needs_address=True,
    artifacts=artifacts,
    parts=partial(beside, ENDING),
)
