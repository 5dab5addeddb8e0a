"""Whole sites in memory: what a build would publish, file by file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sitegen import search
from sitegen.artifact import Artifact, File, whole
from sitegen.build import deliver
from sitegen.catalogue.assemble import CatalogueBuild
from sitegen.catalogue.model import Catalogue
from sitegen.config.load import load
from sitegen.config.model import Settings
from sitegen.delivery import Delivery
from sitegen.gather import gather
from sitegen.last_build import LastBuild
from sitegen.problem import Problem, has_errors
from sitegen.progress import Progress
from sitegen.work import Work


@dataclass
class Collected:
    """The `Sink` that keeps every file of a site in memory."""

    files: dict[str, bytes] = field(default_factory=dict)

    def has(self, path: str, key: bytes) -> bool:
        return False

    def made_from(self, key: bytes) -> tuple[str, ...]:
        return ()

    def add(self, file: File) -> None:
        assert isinstance(file, Artifact)
        self.files[file.path] = whole(file)

    def read(self, path: str) -> bytes:
        return self.files[path]


def delivered(assembled: CatalogueBuild, settings: Settings) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Every file of the site of a catalogue, and what was wrong with them."""
    sink = Collected()
    delivery = Delivery(sink, settings, LastBuild.nothing())
    with search.begin(assembled.catalogue, Work(), sink) as index:
        found = deliver(assembled, settings, Work(), delivery, Progress(quiet=True), index.files)
    return sink.files, found


def built_files(config: Path) -> tuple[Catalogue, dict[str, bytes]]:
    """The catalogue and every file of a site without errors."""
    settings, problems = load(config)
    assert settings is not None, problems
    assembled, problems = gather(settings, Progress(quiet=True))
    assert assembled is not None, problems
    files, problems = delivered(assembled, settings)
    assert not has_errors(problems), [str(problem) for problem in problems]
    return assembled.catalogue, files
