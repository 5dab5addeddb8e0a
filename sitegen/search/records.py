"""What does Pagefind learn of a paper? One slim record: title and abstract, filters and sort keys, nothing else.

Whole pages took 0.64 s of CPU to index where records take 0.3 s, and their navigation would be searched too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen import urls
from sitegen.catalogue.model import Catalogue
from sitegen.words.scripts import CHINESE_JAPANESE

_SEAM = re.compile(rf"(?<=[{CHINESE_JAPANESE}])(?=\S)|(?<=\S)(?=[{CHINESE_JAPANESE}])")
_ODD_GAPS = re.compile("[\u200b\ufeff]")  # gaps to a browser, but not to Python
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One paper as the index holds it.

    ``content`` begins with the words of ``title``, each sign of Chinese and Japanese being a word: without spaces
    Pagefind would know a whole sentence as one word. ``title_words`` says how many; pages count on both.
    """

    url: str
    title: str
    content: str
    title_words: int
    filters: dict[str, list[str]]
    sort: dict[str, str]


def records(catalogue: Catalogue) -> Iterator[SearchRecord]:
    """The record of each paper, in the order of slugs.

    Every record carries every sort key: Pagefind drops a page without one from sorted results. ``digest`` puts the
    newest first: full dates, then days without a year, then undated, and a paper's newest digest counts. Filter values
    are slugs, because a value with a quote or a backslash matches nothing.
    """
    ranks = {id: rank for rank, id in enumerate(catalogue.digests)}
    slugs = {id: digest.slug for id, digest in catalogue.digests.items()}
    years = {id: digest.date.year_text if digest.date else "" for id, digest in catalogue.digests.items()}
    for slug, paper in sorted(catalogue.papers.items()):
        digests = list(dict.fromkeys(mention.digest for mention in paper.mentions))
        title = _in_one_line(paper.title_text)
        content = _in_one_line(f"{paper.title_text}\n{paper.abstract_text}")
        if not _WORD.search(content):  # Pagefind leaves out a page without a word
            content = f"{content} {slug.replace('-', ' ')}"
        key = title.lower()
        filters = {
            "tag": list(catalogue.paper_tags[slug]),
            "digest": [slugs[digest] for digest in digests],
            "year": sorted({years[digest] for digest in digests} - {""}),
        }
        yield SearchRecord(
            url=urls.paper(slug),
            title=title,
            content=_spaced(content),
            title_words=len(_spaced(title).split()),
            filters={name: values for name, values in filters.items() if values},
            sort={"title": key, "digest": f"{min(ranks[digest] for digest in digests):05d} {key}"},
        )


def _in_one_line(text: str) -> str:
    """The words with one space between them, so that Pagefind and a page count the same words."""
    return " ".join(_ODD_GAPS.sub(" ", text).split())


def _spaced(text: str) -> str:
    """The text with a space around each sign of a script that sets none between words, as in ``search-query.js``."""
    return text if text.isascii() else _SEAM.sub(" ", text)
