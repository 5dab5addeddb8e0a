"""The whole build, top to bottom: read this first.

``gather`` turns settings into a catalogue; ``produce`` turns a catalogue into the files of the site; ``build`` does
both and publishes. Only `publish` writes, and `permalinks.write` the names of new pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.artifact import Artifact
from sitegen.catalogue.assemble import CatalogueBuild, assemble
from sitegen.config.model import Settings
from sitegen.inputs import read
from sitegen.permalinks.model import Permalinks
from sitegen.problem import Location, Problem, error, has_errors, in_order
from sitegen.progress import Progress
from sitegen.source_date import today

if TYPE_CHECKING:
    from sitegen.pages.page import Page

STAGES = ("read", "repair", "merge", "tag", "relate", "render", "export", "index", "check", "publish")


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build came to. ``published`` is False where errors (or warnings, under ``strict``) forbade it."""

    problems: tuple[Problem, ...]
    published: bool
    assembled: CatalogueBuild | None = None
    pages: int = 0
    index_bytes: int = 0
    files: int = 0
    artifacts: tuple[Artifact, ...] = ()


def gather(settings: Settings, progress: Progress) -> tuple[CatalogueBuild | None, tuple[Problem, ...]]:
    """Read the digests and assemble the catalogue; no catalogue where an input cannot be read.

    The published names are read and kept, unless the inputs were named on the command line.
    """
    from sitegen import overrides
    from sitegen.facts.read import read as read_facts
    from sitegen.permalinks.read import read as read_permalinks

    progress.stage("read")
    digests, problems = read(settings)
    permalinks: Permalinks | None = None
    if not settings.input_given:
        permalinks, found = read_permalinks(settings.root)
        problems = (*problems, *found)
    facts, found = read_facts(settings.root)
    problems = (*problems, *found)
    patches, found = overrides.load(settings.root / overrides.FILE)
    problems = (*problems, *found)
    if has_errors(problems):
        return None, problems
    assembled = assemble(digests, settings, progress.stage, permalinks, today(), facts, patches)
    return assembled, problems + assembled.problems


def produce(
    assembled: CatalogueBuild, settings: Settings, progress: Progress
) -> tuple[list[Artifact], tuple[Problem, ...]]:
    """Every file of the site, and what was found wrong with theme, notes or links; no file where a page failed."""
    from sitegen import assets, check, exports, pages, publish, render, search
    from sitegen.inputs.curated import read_curated
    from sitegen.pages.page_index import page_index
    from sitegen.site import make_site

    catalogue = assembled.catalogue
    progress.stage("render")
    theme, problems = assets.load(settings.root)
    curated, found = read_curated(settings.root, catalogue.papers, catalogue.aliases)
    problems = (*problems, *found)
    if has_errors(problems):
        return [], problems
    recorded = assembled.permalinks is not None and assembled.permalinks.exists
    site = make_site(settings, catalogue, theme, exports.downloads(settings.exports), recorded=recorded)
    index = page_index(catalogue, site, curated)
    listed: list[str] = []
    everything = exports.with_alternates(_noting(pages.pages(index), listed), index)
    faults: list[Problem] = []
    rendered = list(render.render(everything, site, theme, faults))
    if faults:
        return [], (*problems, *faults)
    progress.stage("export")
    artifacts = [*rendered, *theme.artifacts, *exports.exports(index, listed)]
    progress.stage("index")
    artifacts += search.index(catalogue, settings)
    progress.stage("check")
    names = publish.check_paths(artifact.path for artifact in artifacts)
    return artifacts, (*problems, *names, *check.check(artifacts, base_path=site.base_path))


def _noting(pages: Iterable[Page], listed: list[str]) -> Iterator[Page]:
    """The pages as they come; the paths of those that search engines may list are added to ``listed``."""
    for page in pages:
        if page.listed:
            listed.append(page.path)
        yield page


def build(
    settings: Settings, progress: Progress, *, strict: bool = False, write: bool = True, locked: bool = False
) -> BuildResult:
    """Build and, if ``write``, publish to ``settings.output``; the site that stood there stands until the last moment.

    ``strict`` treats warnings as errors; ``locked`` makes it an error that a paper's name is not recorded yet, and
    leaves `permalinks.yaml` alone. Raises `MachineError` where the machine fails.
    """
    from sitegen import publish
    from sitegen.permalinks import write as names_file

    with progress.running(), ExitStack() as held:
        claim = None
        if write:
            refusals = publish.check_output(settings.output, _sources(settings))
            if refusals:
                return BuildResult(in_order(refusals), published=False)
            claim = held.enter_context(publish.hold(settings.output))
            if not settings.input_given:
                held.enter_context(publish.hold_folder(settings.root))
                names_file.recover(settings.root, settings.output)
        assembled, problems = gather(settings, progress)
        if assembled and locked:
            problems = (*problems, *_unrecorded(assembled))
        if assembled is None or _forbids(problems, strict):
            return BuildResult(in_order(problems), published=False, assembled=assembled)
        artifacts, found = produce(assembled, settings, progress)
        problems = in_order((*problems, *found))
        outcome = BuildResult(
            problems,
            published=write and not _forbids(problems, strict),
            assembled=assembled,
            pages=sum(artifact.path.endswith(".html") for artifact in artifacts),
            index_bytes=sum(len(artifact.data) for artifact in _index_files(artifacts)),
            files=len(artifacts),
            artifacts=tuple(artifacts),
        )
        if outcome.published:
            progress.stage("publish")
            permalinks, new = assembled.permalinks, assembled.names.changed
            if permalinks and new and not locked:
                names_file.prepare(settings.root, permalinks, new)
                held.callback(names_file.withdraw, settings.root)
            publish.publish(artifacts, settings.output, inputs=_sources(settings), claim=claim)
            if permalinks and new and not locked:
                names_file.commit(settings.root)
        return outcome


def _unrecorded(assembled: CatalogueBuild) -> Iterator[Problem]:
    """An error for each name that `permalinks.yaml` lacks."""
    permalinks, records = assembled.permalinks, assembled.names.changed
    if permalinks is None:
        return
    for slug in assembled.names.unrecorded:
        if moved_to := records[slug].moved_to:
            yield error(permalinks.at(slug), f"'{slug}' needs the line 'moved_to: {moved_to}'")
        elif slug in permalinks.records:
            yield error(permalinks.at(slug), f"'{slug}' must lose its line 'moved_to': it is a paper of its own again")
        else:
            yield error(Location(permalinks.file), f"lacks the name '{slug}'")


def _sources(settings: Settings) -> tuple[Path, ...]:
    """What a build reads, so that the output replaces none of it."""
    return (*settings.input, *(settings.root / name for name in ("templates", "static", "notes")))


def _index_files(artifacts: list[Artifact]) -> Iterator[Artifact]:
    return (artifact for artifact in artifacts if artifact.path.startswith(("pagefind/", "search/")))


def _forbids(problems: tuple[Problem, ...], strict: bool) -> bool:
    return has_errors(problems) or (strict and bool(problems))
