"""`feed.json`, `tags/<slug>.feed.json`, `digests/<slug>.feed.json`: JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from sitegen import urls
from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue, Paper
from sitegen.exports.export import Export
from sitegen.exports.feed import Feed, authors, beside, content, feeds, summary
from sitegen.pages.page_index import PageIndex
from sitegen.site import Site
from sitegen.work.pieces import Pieces

ENDING = ".json"


def artifacts(index: PageIndex, pieces: Pieces) -> Iterator[Artifact]:
    """The same feeds as in Atom, with the same ids; one line for each paper."""
    catalogue, site = index.catalogue, index.site
    items: dict[str, str] = {}
    for feed in feeds(index):
        for slug in feed.papers:
            if slug not in items:
                items[slug] = json.dumps(_item(catalogue.papers[slug], catalogue, site), ensure_ascii=False)
        head = json.dumps(_head(feed, site), ensure_ascii=False)[:-1]
        text = f'{head}, "items": [\n' + ",\n".join(items[slug] for slug in feed.papers) + "\n]}\n"
        yield Artifact(feed.stem + ENDING, text.encode("utf-8", "replace"))


def _head(feed: Feed, site: Site) -> dict[str, object]:
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": site.absolute(feed.page),
        "feed_url": site.absolute(feed.stem + ENDING),
        **({"description": feed.description} if feed.description else {}),
        "language": site.language,
    }


def _item(paper: Paper, catalogue: Catalogue, site: Site) -> dict[str, object]:
    address = site.absolute(urls.paper(paper.slug))
    names, said = authors(catalogue, paper.slug), summary(paper)
    return {
        "id": address,
        "url": address,
        "title": paper.title_text,
        **({"summary": said} if said else {}),
        "content_html": content(paper, site.words),
        "date_published": f"{catalogue.first_seen_day[paper.slug]}T00:00:00Z",
        **({"authors": [{"name": name} for name in names]} if names else {}),
        **({"language": site.words.foreign} if site.words.foreign else {}),
        "tags": [catalogue.tags[slug].name for slug in catalogue.paper_tags[paper.slug]],
    }


EXPORT = Export(
    "json_feed",
    f"feed{ENDING}",
    "JSON Feed",
    "application/feed+json",
    f"feed{ENDING}",
    needs_address=True,
    artifacts=artifacts,
    parts=partial(beside, ENDING),
)
