"""The whole build, top to bottom: read this first.

`gather` turns settings into a catalogue; ``deliver`` says which papers are similar and hands the files of the site to
whoever takes them, one by one; ``build`` does both, has the search index made beside the second, and publishes. Only
`publish` writes, and `permalinks.write` the names of new pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from sitegen import assets, exports, offline_copy, own_files, pages, publish, render, search
from sitegen.artifact import File, Sink
from sitegen.catalogue.assemble import CatalogueBuild
from sitegen.catalogue.relating.relate import relate
from sitegen.config.model import Settings
from sitegen.delivery import BuildResult, Delivery
from sitegen.gather import gather
from sitegen.inputs.curated import read_curated
from sitegen.last_build import LastBuild, find
from sitegen.pages.page import Page
from sitegen.pages.page_index import PageIndex, page_index
from sitegen.permalinks import write as names_file
from sitegen.problem import Location, Problem, error, has_errors, in_order
from sitegen.progress import Progress
from sitegen.publish.trial import trial
from sitegen.site import make_site
from sitegen.sources import FOLDERS
from sitegen.wording import load as wording
from sitegen.work import Work

STAGES = ("read", "repair", "merge", "tag", "relate", "render", "export", "index", "check", "publish")


def deliver(
    assembled: CatalogueBuild,
    settings: Settings,
    work: Work,
    delivery: Delivery,
    progress: Progress,
    index: Callable[[PageIndex, Sink], Iterable[File]],
) -> tuple[Problem, ...]:
    """Hand over every file of the site as it is made; what was found wrong with theme, notes, pages or links.

    ``index`` waits for the files of the search index.
    """
    progress.stage("relate")
    found_so_far = assembled.catalogue
    related = relate(list(found_so_far.papers.values()), found_so_far.paper_tags, work)
    catalogue = replace(found_so_far, related=related)
    progress.stage("render")
    words, problems = wording.load(settings.root, settings.language, settings.text_language, settings.language_at)
    theme, found = assets.load(settings.root, words)
    curated, more = read_curated(settings.root, catalogue.papers, catalogue.aliases)
    problems = (*problems, *found, *more)
    if has_errors(problems):
        return problems
    site = make_site(settings, catalogue, theme, exports.downloads(settings.exports, words))
    papers = page_index(catalogue, site, curated)
    listed: list[str] = []
    every_page = exports.with_alternates(_noting(pages.pages(papers), listed), papers)
    faults: list[Problem] = []
    delivery.take(render.render(every_page, site, theme, faults, work=work, has=delivery.sink.has))
    if faults:
        return (*problems, *faults)
    delivery.take((*theme.artifacts, offline_copy.unsaid()))
    progress.stage("export")
    delivery.take(exports.exports(papers, listed, work=work, has=delivery.sink.has))
    progress.stage("index")
    delivery.take(index(papers, delivery.sink))
    own, found = own_files.at_root(settings.root)
    delivery.take(own, own_files.ROOT)  # last, so that a clash is about the file that can be renamed
    progress.stage("check")
    return (*problems, *found, *delivery.problems())


def build(
    settings: Settings,
    progress: Progress,
    work: Work | None = None,
    *,
    strict: bool = False,
    write: bool = True,
    locked: bool = False,
) -> BuildResult:
    """Build and, if ``write``, publish to ``settings.output``; the site that stood there stands until the last moment.

    ``strict`` treats warnings as errors; ``locked`` makes it an error that a paper's name is not recorded yet, and
    leaves `permalinks.yaml` alone. Raises `MachineError` where the machine fails.
    """
    work = work or Work()
    with progress.running():
        if not write:
            with trial() as sink:
                return _checked(settings, progress, work, sink, strict=strict)
        return _published(settings, progress, work, strict=strict, locked=locked)


def _checked(settings: Settings, progress: Progress, work: Work, sink: Sink, *, strict: bool) -> BuildResult:
    """All of a build but its publication."""
    assembled, problems = gather(settings, progress, work)
    if assembled is None or _forbids(problems, strict):
        return BuildResult(in_order(problems), published=False, assembled=assembled)
    delivery = Delivery(sink, settings, LastBuild.nothing())
    with search.begin(assembled.catalogue, work, sink) as index:
        found = deliver(assembled, settings, work, delivery, progress, index.files)
    return delivery.outcome(in_order((*problems, *found)), assembled, published=False)


def _published(settings: Settings, progress: Progress, work: Work, *, strict: bool, locked: bool) -> BuildResult:
    refusals = publish.check_output(settings.output, _read_folders(settings))
    if refusals:
        return BuildResult(in_order(refusals), published=False)
    with ExitStack() as held:
        claim = held.enter_context(publish.hold(settings.output))
        if not settings.input_given:
            held.enter_context(publish.hold_folder(settings.root))
            names_file.recover(settings.root, settings.output)
        assembled, problems = gather(settings, progress, work)
        if assembled and locked:
            problems = (*problems, *_unrecorded(assembled))
        if assembled is None or _forbids(problems, strict):
            return BuildResult(in_order(problems), published=False, assembled=assembled)
        last = find(settings.root, settings.output) or LastBuild.nothing()
        publication = held.enter_context(publish.Publication(claim, last.built))
        delivery = Delivery(publication, settings, last)
        index = held.enter_context(search.begin(assembled.catalogue, work, publication))
        problems = in_order((*problems, *deliver(assembled, settings, work, delivery, progress, index.files)))
        if _forbids(problems, strict):
            return delivery.outcome(problems, assembled, published=False)
        progress.stage("publish")
        permalinks, new = assembled.permalinks, assembled.names.changed
        if permalinks and new and not locked:
            names_file.prepare(settings.root, permalinks, new)
            held.callback(names_file.withdraw, settings.root)
        publication.publish()
        if permalinks and new and not locked:
            names_file.commit(settings.root)
        return delivery.outcome(problems, assembled, published=True, built=publication.built())


def _noting(pages: Iterable[Page], listed: list[str]) -> Iterator[Page]:
    """The pages as they come; the paths of those that search engines may list are added to ``listed``."""
    for page in pages:
        if page.listed:
            listed.append(page.path)
        yield page


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


def _read_folders(settings: Settings) -> tuple[Path, ...]:
    """The folders that a build reads, so that the output replaces none of them."""
    return (*settings.input, *(settings.root / name for name in FOLDERS))


def _forbids(problems: tuple[Problem, ...], strict: bool) -> bool:
    return has_errors(problems) or (strict and bool(problems))
