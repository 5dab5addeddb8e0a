"""The lists of papers that have a page of their own, and so files of their own: those of tags and of digests."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.catalogue.model import Catalogue


def lists(catalogue: Catalogue) -> Iterator[tuple[str, list[str]]]:
    """For each list that is not empty, the path of its page without the ending, and its papers' slugs, each once.

    A tag's papers stand A–Z, a digest's in its own order.
    """
    tagged: dict[str, list[str]] = {tag: [] for tag in catalogue.tags}
    for slug in catalogue.papers:
        for tag in catalogue.paper_tags[slug]:
            tagged[tag].append(slug)
    for tag, slugs in tagged.items():
        if slugs:
            yield f"tags/{tag}", slugs
    for digest in catalogue.digests.values():
        slugs = list(dict.fromkeys(slug for slug in catalogue.digest_papers[digest.id] if slug is not None))
        if slugs:
            yield f"digests/{digest.slug}", slugs
