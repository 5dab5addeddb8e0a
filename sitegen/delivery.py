"""Where every file of a site passes on its way: it is counted, its path and its links are noted, and it is gone.

Nothing here holds the site: a file's bytes are looked at once and handed on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.artifact import Artifact, File, Sink, whole
from sitegen.built import Made
from sitegen.catalogue.assemble import CatalogueBuild
from sitegen.check.links import Anchors, LinkCheck
from sitegen.check.origin import origin
from sitegen.config.model import Settings
from sitegen.last_build import LastBuild
from sitegen.problem import Location, Problem, error
from sitegen.publish.output import MARKER
from sitegen.publish.paths import Paths
from sitegen.urls import base_path

_INDEX = ("search/", "pagefind/")  # the latter in older sites; scripts ask for its files, no page links to one


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build came to. ``published`` is False where errors (or warnings, under ``strict``) forbade it.

    ``paths`` are those of all files; ``inventory`` is the site's `objects.inv`, ``b""`` where there is none; ``built``
    and ``anchors`` are for the record of the build.
    """

    problems: tuple[Problem, ...]
    published: bool
    assembled: CatalogueBuild | None = None
    paths: frozenset[str] = frozenset()
    pages: int = 0
    index_bytes: int = 0
    inventory: bytes = b""
    built: Mapping[str, Made] = field(default_factory=dict)
    anchors: Anchors = field(default_factory=dict)


class Delivery:
    """The way of a site's files into a sink; ``last`` is what stands there."""

    def __init__(self, sink: Sink, settings: Settings, last: LastBuild) -> None:
        self.sink = sink
        self._last = last
        self._links = LinkCheck(
            base_path(settings.base_url), lambda page, link: origin(page, link, settings.root, Path(settings.file).name)
        )
        self._paths = Paths()
        self._faults: list[Problem] = []
        self._taken: set[str] = set()
        self._index_bytes = 0
        self._inventory = b""

    def take(self, files: Iterable[File], folder: str = "") -> None:
        """Hand over files; one whose path cannot be is a problem, and is left out.

        ``folder`` is the one that they were copied from, if they were.
        """
        for file in files:
            if fault := self._paths.add(file.path):
                self._faults.append(_fault(file.path, fault, folder))
                continue
            self._taken.add(file.path)
            self._look(file)
            self.sink.add(file)

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with paths and links, once all files have passed."""
        before = {path for path in self._last.built if path != MARKER and not path.startswith(_INDEX)}
        return (*self._faults, *self._links.problems(self.sink.read, before=before, anchors=self._last.anchors))

    def outcome(
        self,
        problems: tuple[Problem, ...],
        assembled: CatalogueBuild,
        *,
        published: bool,
        built: Mapping[str, Made] | None = None,
    ) -> BuildResult:
        """What it came to."""
        return BuildResult(
            problems,
            published,
            assembled,
            paths=frozenset(self._taken),
            pages=sum(path.endswith(".html") for path in self._taken),
            index_bytes=self._index_bytes,
            inventory=self._inventory,
            built=built or {},
            anchors=self._links.anchors,
        )

    def _look(self, file: File) -> None:
        if isinstance(file, Artifact):
            if file.path.endswith((".html", ".css")):
                self._links.add(file.path, whole(file))
            else:
                self._links.add(file.path, b"")
            if file.path.startswith(_INDEX):
                self._index_bytes += len(whole(file))
            elif file.path == "objects.inv":
                self._inventory = whole(file)
        else:
            self._links.keep(file.path)
            if file.path.startswith(_INDEX):
                self._index_bytes += self._last.built[file.path].state.size


def _fault(path: str, fault: str, folder: str) -> Problem:
    if folder:
        return error(Location(f"{folder}/{path}"), fault, "rename it; 'exports:' says which data files a build writes")
    return error(Location(path), fault, "rename the file")
