"""From settings to the catalogue: everything that is read, and what is made of it."""

from __future__ import annotations

from sitegen import overrides
from sitegen.catalogue.assemble import CatalogueBuild, assemble
from sitegen.config.model import Settings
from sitegen.facts.read import read as read_facts
from sitegen.inputs import read
from sitegen.permalinks.model import Permalinks
from sitegen.permalinks.read import read as read_permalinks
from sitegen.problem import Problem, has_errors
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
