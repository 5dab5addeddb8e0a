"""The files that make the catalogue searchable, over http and over ``file://``.

Pagefind indexes one slim record per paper (`records`), its output is made reproducible (`canonical`) and repacked as
classic scripts for reading from disk (`offline`). `table` holds what a page knows of each paper before it loads any,
`vocabulary` the words that misspelt ones are corrected with.
"""

from __future__ import annotations

from concurrent.futures import Future

from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.config.model import Settings
from sitegen.work import Work


def begin(catalogue: Catalogue, settings: Settings, work: Work) -> Future[tuple[Artifact, ...]]:
    """Begin to make the files of the index, beside whatever follows."""
    return work.begin(index, catalogue, settings)


def index(catalogue: Catalogue, settings: Settings) -> tuple[Artifact, ...]:
    """Every file of the search index: ``pagefind/`` for http, ``search/`` for ``file://``, in order of their paths.

    With ``search.offline: only`` the ``search/`` files serve http too and ``pagefind/`` is left out. Same catalogue,
    same bytes. Raises `MachineError` where Pagefind is missing or fails. Costs 0.3 s of CPU for 508 papers.
    """
    from sitegen.search import offline, pagefind, table, vocabulary
    from sitegen.search.canonical import canonical
    from sitegen.search.records import records

    papers = list(records(catalogue))
    bundle = canonical(pagefind.run(papers, settings.language))
    files = offline.pack(bundle)
    files["papers.js"] = table.script(catalogue, papers, bundle)
    files["words.js"] = vocabulary.script(catalogue.papers.values())
    artifacts = [Artifact(f"search/{name}", data) for name, data in files.items()]
    if settings.search.offline != "only":
        artifacts += [Artifact(f"pagefind/{name}", data) for name, data in bundle.items()]
    return tuple(sorted(artifacts, key=lambda artifact: artifact.path))
