"""The files that make the catalogue searchable, over http and over ``file://``.

Papers fall into few large shards (`shards`). Pagefind (`pagefind`) indexes what is to be found of each (`records`),
beside the rest of the build and not at all where a shard has not changed. Files travel as scripts (`scripts`); `table`
holds what a page knows of all papers from the start, `vocabulary` the words that misspelt ones are corrected with.
How the page finds and ranks is told in docs/search.md.
"""

from __future__ import annotations

import re
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from hashlib import blake2b
from types import TracebackType

from sitegen.artifact import Artifact, File, Sink, Unchanged
from sitegen.catalogue.model import Catalogue
from sitegen.facts.model import NOTHING_KNOWN
from sitegen.pages.page_index import PageIndex
from sitegen.search import pagefind
from sitegen.search.records import Source
from sitegen.search.scripts import FOLDER
from sitegen.search.shards import LARGEST, Indexed, index_shard, numbers, scripts
from sitegen.search.table import table
from sitegen.work import Work
from sitegen.work.each import encode

AT_ONCE = 1
"""Shards that are indexed at a time."""

_VERSION = re.compile(rb'sitegenSearchFile\("[^"]*","([0-9a-f]+)"')


def begin(catalogue: Catalogue, work: Work, sink: Sink, *, largest: int = LARGEST, at_once: int = AT_ONCE) -> Indexing:
    """Begin to index what has changed, beside whatever follows; use the result as a context manager.

    ``sink`` says what the site has already; a shard has at most about ``largest`` papers, and ``at_once`` of them are
    indexed at a time.
    """
    known = catalogue.facts.get
    papers = [
        Source(slug, paper.title_text, paper.abstract_text, known(slug, NOTHING_KNOWN), paper.preview_from)
        for slug, paper in catalogue.papers.items()
    ]
    places = numbers(list(catalogue.papers), largest)
    shards = []
    for number in range(max(places, default=0) + 1):
        held = [paper for paper, place in zip(papers, places, strict=True) if place == number]
        key = _key(held, work.version)
        shards.append(_Shard(number, held, key, sink.made_from(key)))
    return Indexing(shards, places, at_once)


@dataclass(frozen=True, slots=True)
class _Shard:
    """Some papers, the hash of all that their files are made from, and those files where they stand there already."""

    number: int
    papers: list[Source]
    key: bytes
    kept: tuple[str, ...]
    indexed: Future[Indexed] = field(default_factory=Future)


class Indexing:
    """An index in the making: few shards at a time, so that Pagefind never takes more memory than they need.

    It is made in threads of this process: most of it is waiting for Pagefind, in which a process that others have
    work for would be lost to them.
    """

    def __init__(self, shards: Sequence[_Shard], places: Sequence[int], at_once: int) -> None:
        self._shards = shards
        self._places = places
        self._waiting = deque(shard for shard in shards if not shard.kept)
        for _ in range(min(at_once, len(self._waiting))):
            threading.Thread(target=self._run, daemon=True).start()

    def __enter__(self) -> Indexing:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._waiting.clear()  # nobody asks for them any more

    def done(self) -> bool:
        """Whether nothing is left to wait for."""
        return all(shard.kept or shard.indexed.done() for shard in self._shards)

    def files(self, papers: PageIndex, sink: Sink) -> Iterator[File]:
        """Every file of the index, for a sink that keeps what `begin` was told of; waits for what is not ready.

        Raises `MachineError` where Pagefind is missing or fails. Same catalogue, same bytes.
        """
        versions = []
        for shard in self._shards:
            if shard.kept:
                yield from (Unchanged(path, shard.key) for path in shard.kept)
                versions.append(_version(sink, shard.number))
                continue
            for made in scripts(shard.number, shard.papers, shard.indexed.result()):
                yield Artifact(made.path, made.data, shard.key)
            versions.append(made.version)
        made = table(papers, self._places, versions)
        yield Artifact(made.path, made.data)

    def _run(self) -> None:
        while True:
            try:
                shard = self._waiting.popleft()
            except IndexError:
                return
            try:
                shard.indexed.set_result(index_shard(shard.papers))
            except BaseException as failure:  # whoever asks for the shard is told
                shard.indexed.set_exception(failure)


def _key(papers: Sequence[Source], version: bytes) -> bytes:
    """A hash of everything that the files of a shard are made from."""
    hashed = blake2b(b"\0".join((version, pagefind.VERSION.encode())), digest_size=16)
    for paper in papers:
        hashed.update(encode(paper))
    return hashed.digest()


def _version(sink: Sink, number: int) -> str:
    """The version of a kept shard's contents, from the file itself."""
    found = _VERSION.match(sink.read(f"{FOLDER}/{number}/contents.js"))
    assert found, "a file that nobody touched is as it was written"
    return found[1].decode()
