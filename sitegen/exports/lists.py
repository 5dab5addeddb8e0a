"""The lists of papers that have a page of their own, and so files of their own: those of tags and of digests."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import urls
from sitegen.catalogue.model import Catalogue


def lists(catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each list that is not empty, the path of its page without the ending, and its papers' slugs, each once.

    A tag's papers stand A–Z, a digest's in its own order.
    """
    for tag, slugs in catalogue.papers_of_tag.items():
        if slugs:
            yield urls.tag(tag, ""), slugs
    for id, slugs in catalogue.papers_of_digest.items():
        if slugs:
            yield urls.digest(catalogue.digests[id].slug, ""), slugs
