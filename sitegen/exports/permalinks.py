"""`permalinks.yaml`: all names and their days as they are published, for builds that have no such file of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sitegen.artifact import Artifact
from sitegen.exports.export import Export
from sitegen.pages.page_index import PageIndex
from sitegen.permalinks.model import NAME, PermalinkRecord, Permalinks
from sitegen.permalinks.text import updated
from sitegen.words.visible import visible
from sitegen.work.pieces import Pieces


def artifacts(index: PageIndex, pieces: Pieces) -> Iterator[Artifact]:
    """One file, without the comments that people have put into theirs; none for a build that gives no lasting names."""
    if records := {slug: _shown(record) for slug, record in index.catalogue.records.items()}:
        yield Artifact(NAME, updated(Permalinks(), records).encode())


def _shown(record: PermalinkRecord) -> PermalinkRecord:
    return replace(record, title=visible(record.title), reason=visible(record.reason))


EXPORT = Export("permalinks", NAME, artifacts=artifacts)
