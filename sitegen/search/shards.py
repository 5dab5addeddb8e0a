"""How is the catalogue cut into parts that are indexed by themselves? Into few large ones, by a hash of the slug.

Pagefind needs 0.12 MB and 0.9 ms a paper, and 2 GB for 20,000 at once. A part of which no paper has changed is not
indexed again. Pages ask all parts and rank what all of them hold together: it makes no difference to the answers how
many there are, but each is one more file to load for a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

from sitegen.catalogue.authority.venues import yearless
from sitegen.search import abbreviations, pagefind, vocabulary
from sitegen.search.pagefind import Chunk
from sitegen.search.records import Source, in_one_line, record
from sitegen.search.scripts import Script, script

LARGEST = 4000
"""Papers in a shard, on average at most, for which Pagefind takes half a gigabyte."""

_FEW = 8  # shards: before there are more, each may grow
_LARGER = 7000  # papers in each of many, 0.8 GB

_TEXTS = 8  # papers whose texts travel together: ten results touch ten such files of 4 KB


class Indexed(NamedTuple):
    """A shard as Pagefind has it, with what pages must know to read it.

    ``words`` is its vocabulary, ``short`` what abbreviations stand for; the rest are numbers of words, a row for each
    paper, as in `SearchRecord`.
    """

    chunks: list[Chunk]
    words: str
    short: list[tuple[str, str, int]]
    title: list[int]
    names: list[int]
    facts: list[int]
    length: list[int]
    before: list[int]


def numbers(slugs: Sequence[str], largest: int = LARGEST) -> list[int]:
    """The shard of each paper: always the same for one slug and one number of shards."""
    count = max(1, min(_FEW, _of(len(slugs), largest)), _of(len(slugs), _LARGER))
    if count == 1:
        return [0] * len(slugs)
    return [int.from_bytes(blake2b(slug.encode(), digest_size=4).digest()) % count for slug in slugs]


def _of(papers: int, largest: int) -> int:
    return -(-papers // largest)


def index_shard(papers: Sequence[Source]) -> Indexed:
    """Index some papers. Raises `MachineError` where Pagefind is missing or fails."""
    records = [record(paper) for paper in papers]
    contents = [each.content for each in records]
    return Indexed(
        chunks=pagefind.run(contents),
        words=vocabulary.coded(contents),
        short=abbreviations.defined(f"{paper.title} . {paper.abstract}" for paper in papers),
        title=[each.title for each in records],
        names=[each.names for each in records],
        facts=[each.facts for each in records],
        length=[each.length for each in records],
        before=[each.before for each in records],
    )


def scripts(number: int, papers: Sequence[Source], indexed: Indexed) -> Iterator[Script]:
    """The files of a shard. The last one, ``contents``, leads to all others: the page loads it first.

    ``contents`` has for each chunk of words the beginning of its first word and its version, the versions of the
    texts and of the vocabulary, abbreviations, and columns of numbers with a row for each paper.
    """
    chunks = []
    for place, chunk in enumerate(indexed.chunks):
        made = script(f"{number}/index-{place}", chunk.data)
        chunks.append([chunk.first, made.version])
        yield made
    texts = []
    for place, start in enumerate(range(0, len(papers), _TEXTS)):
        made = script(f"{number}/texts-{place}", [_shown(paper) for paper in papers[start : start + _TEXTS]])
        texts.append(made.version)
        yield made
    words = script(f"{number}/words", indexed.words)
    yield words
    yield script(
        f"{number}/contents",
        {
            "chunks": chunks,
            "texts": texts,
            "together": _TEXTS,
            "words": words.version,
            "short": indexed.short,
            "title": column(indexed.title),
            "names": column(indexed.names),
            "facts": column(indexed.facts),
            "length": column(indexed.length),
            "before": column(indexed.before),
        },
    )


def _shown(paper: Source) -> list[str | list[str]]:
    """What a result shows: slug, title, abstract; then who wrote it, where and when, if any of that is known.

    An empty name at the end of the authors: there are others, whom nobody names.
    """
    shown: list[str | list[str]] = [paper.slug, in_one_line(paper.title), in_one_line(paper.abstract)]
    facts = paper.facts
    if facts.authors or facts.year or facts.venue:
        shown.append([*(in_one_line(person.name) for person in facts.authors), *[""] * facts.more_authors])
        shown.append(in_one_line(f"{yearless(facts.venue)} {facts.year or ''}"))
    return shown


def column(values: Sequence[int]) -> str:
    """Numbers to the base of 36 with spaces between them; ``""`` where all are 0."""
    return " ".join(map(number, values)) if any(values) else ""


def number(value: int) -> str:
    """A number to the base of 36."""
    digits = _BASE[value % 36]
    while value := value // 36:
        digits = _BASE[value % 36] + digits
    return digits


_BASE = "0123456789abcdefghijklmnopqrstuvwxyz"
