"""From settings to the catalogue: everything that is read, and what is made of it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from sitegen import overrides
from sitegen.catalogue.assemble import CatalogueBuild, assemble
from sitegen.catalogue.model import Catalogue
from sitegen.catalogue.relating.relate import relate
from sitegen.config.load import load
from sitegen.config.model import Settings
from sitegen.facts.read import read as read_facts
from sitegen.inputs.read import read
from sitegen.permalinks.model import Permalinks
from sitegen.permalinks.read import read as read_permalinks
from sitegen.problem import Level, Problem, SiteError, has_errors
from sitegen.progress import Progress
from sitegen.source_date import today
from sitegen.work import Work


def gather(
    settings: Settings, progress: Progress, work: Work | None = None
) -> tuple[CatalogueBuild | None, tuple[Problem, ...]]:
    """Read the digests and assemble the catalogue; no catalogue where an input cannot be read.

    The published names are read and kept, unless the inputs were named on the command line.
    """
    progress.stage("read")
    digests, problems = read(settings, work)
    permalinks: Permalinks | None = None
    if not settings.input_given:
        permalinks, found = read_permalinks(settings.root)
        problems = (*problems, *found)
    facts, found = read_facts(settings.root, work)
    problems = (*problems, *found)
    patches, found = overrides.load(settings.root / overrides.FILE)
    problems = (*problems, *found)
    if has_errors(problems):
        return None, problems
    assembled = assemble(digests, settings, progress.stage, permalinks, today(), facts, patches, work)
    return assembled, problems + assembled.problems


def load_catalogue(path: str | os.PathLike[str]) -> Catalogue:
    """As `sitegen.load`."""
    file = Path(path)
    settings, problems = load(file / "site.yaml" if file.is_dir() else file)
    assembled = None
    if settings is not None:
        assembled, problems = gather(settings, Progress(quiet=True))
    if assembled is None or has_errors(problems):
        raise SiteError(tuple(problem for problem in problems if problem.level is Level.ERROR))
    catalogue = assembled.catalogue
    return replace(catalogue, related=relate(list(catalogue.papers.values()), catalogue.paper_tags))
