"""Build, show, watch, build again, until Ctrl+C.

The site is published to a folder of the preview's own, as a build publishes: a page that came out the same is not
written again. Pages are shown as soon as they are ready; the search index follows, while the sources are watched
already.
"""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen import streams
from sitegen.artifact import File, Sink, Unchanged
from sitegen.cache_folder import FOLDER
from sitegen.colour import plain
from sitegen.config.model import Settings
from sitegen.diagnostic import Diagnostics
from sitegen.last_build import LastBuild
from sitegen.problem import Level, MachineError, Problem, has_errors, in_order
from sitegen.publish import Claim
from sitegen.serve.preview import Preview
from sitegen.serve.server import Server, start
from sitegen.serve.watch import Snapshot, wait_for_change
from sitegen.sources import sources, states
from sitegen.urls import base_path
from sitegen.work import Work

if TYPE_CHECKING:
    from sitegen.pages.page_index import PageIndex
    from sitegen.search import Indexing

LoadSettings = Callable[[], tuple[Settings | None, tuple[Problem, ...]]]
_INDEX = "search/"


def serve(
    settings: LoadSettings,
    work: Work,
    *,
    config: Path = Path("site.yaml"),
    port: int = 8000,
    open_browser: bool = False,
    quiet: bool = False,
) -> int:
    """Preview the site at 127.0.0.1 until Ctrl+C; the answer is the exit code.

    ``settings`` reads ``config`` anew for each build. The output folder is not touched, and there need not be one.
    Raises MachineError where no port can be had.
    """
    from sitegen.publish import hold

    folder = config.absolute().parent / FOLDER / "preview"
    try:
        with hold(folder) as claim:
            builder = _Builder(Preview(folder), settings, config, work, claim, quiet)
            builder.build()
            with _serving(builder.preview, port, open_browser):
                while True:
                    builder.wait()
                    builder.build()
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)
        return 0


@contextmanager
def _serving(preview: Preview, port: int, open_browser: bool) -> Iterator[Server]:
    try:
        server = start(preview, port)
    except (OSError, OverflowError) as cause:
        raise MachineError(f"cannot serve on port {port} of this machine, nor on the next ones") from cause
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    try:
        taken = f"port {port} is taken; " if server.server_port != port else ""
        print(f"Preview at {server.address} ({taken}Ctrl+C stops it)", flush=True)
        if open_browser:
            import webbrowser

            webbrowser.open(server.address)
        yield server
    finally:
        server.shutdown()
        server.server_close()


@dataclass(slots=True)
class _Index:
    """An index in the making, and the one that stands there and serves until then."""

    making: Indexing
    kept: tuple[Unchanged, ...]
    papers: PageIndex | None = None

    def first(self, papers: PageIndex, sink: Sink) -> Iterable[File]:
        """The index to publish with the pages: the one that is there, or where there is none, the new one."""
        self.papers = papers
        return self.kept or self.making.files(papers, sink)

    def files(self, sink: Sink) -> Iterator[File]:
        """The new index."""
        assert self.papers is not None, "pages come first"
        return self.making.files(self.papers, sink)


@dataclass(slots=True)
class _Builder:
    """Builds the preview, and knows what the last build was made from and left."""

    preview: Preview
    load: LoadSettings
    config: Path
    work: Work
    claim: Claim
    quiet: bool
    used: Settings | None = None
    seen: Snapshot = field(default_factory=dict)
    last: LastBuild = field(default_factory=LastBuild.nothing)
    index: _Index | None = None

    def wait(self) -> None:
        """Return when there is something to build; meanwhile, put the index in its place as soon as it is made."""
        while not wait_for_change(
            self._sources, self.seen, until=lambda: self.index is not None and self.index.making.done()
        ):
            index, self.index = self.index, None
            if index is not None:
                with self._telling():
                    self._add_index(index)

    def build(self) -> None:
        """Build once and show what came of it. What changes from now on is built next time."""
        started = time.perf_counter()
        self.seen = states(self._sources())
        with self._telling():
            settings, problems = self.load()
            papers = 0
            if settings is not None:
                self.used = settings
                self.seen = states(self._sources()) | self.seen
                papers, found = self._pages(settings)
                problems = in_order((*problems, *found))
            self._say(problems)
            if has_errors(problems):
                streams.complain("sitegen: not built; the preview keeps the last good site")
            elif not self.quiet:
                spent = time.perf_counter() - started
                print(f"Built {papers:,} paper{'s' * (papers != 1)} in {spent:.1f} s", flush=True)

    def _say(self, problems: tuple[Problem, ...]) -> None:
        """Every problem on the terminal, errors in the page too, each with the line that it is about."""
        diagnostics = Diagnostics(self.config.absolute().parent)
        errors = []
        for problem in problems:
            lines = list(diagnostics.lines(problem))
            for line in lines:
                streams.complain(line)
            if problem.level is Level.ERROR:
                errors.append("\n".join(map(plain, lines)))
        if errors:
            self.preview.fail(errors)

    def _sources(self) -> tuple[Path, ...]:
        return sources(self.config, self.used.input if self.used else ())

    def _pages(self, settings: Settings) -> tuple[int, tuple[Problem, ...]]:
        """Publish everything but the index, which is begun; the number of papers, and every problem."""
        from sitegen import search
        from sitegen.build import deliver
        from sitegen.delivery import Delivery
        from sitegen.gather import gather
        from sitegen.progress import Progress
        from sitegen.publish import Publication

        progress = Progress(quiet=True)
        assembled, problems = gather(settings, progress, self.work)
        if assembled is None or has_errors(problems):
            return 0, problems
        papers = len(assembled.catalogue.papers)
        with Publication(self.claim, self.last.built) as publication:
            delivery = Delivery(publication, settings, self.last)
            index = _Index(search.begin(assembled.catalogue, self.work, publication), self._kept_index())
            found = in_order((*problems, *deliver(assembled, settings, self.work, delivery, progress, index.first)))
            if has_errors(found):
                return papers, found
            publication.publish()
            outcome = delivery.outcome(found, assembled, published=True, built=publication.built())
            self.last = LastBuild.nothing().with_files(outcome.built, outcome.anchors)
        self.index = index if index.kept else None
        self.preview.succeed(outcome.paths, base_path(settings.base_url))
        return papers, found

    def _kept_index(self) -> tuple[Unchanged, ...]:
        """The files of the index that stands there; it serves until the new one is made."""
        built = self.last.built.items()
        return tuple(Unchanged(path, made.key) for path, made in built if path.startswith(_INDEX))

    def _add_index(self, index: _Index) -> None:
        """Publish the same pages with another index."""
        from sitegen.publish import Publication
        from sitegen.publish.output import MARKER

        with Publication(self.claim, self.last.built) as publication:
            for path, made in self.last.built.items():
                if path != MARKER and not path.startswith(_INDEX):
                    publication.add(Unchanged(path, made.key))
            for file in index.files(publication):
                publication.add(file)
            publication.publish()
            self.last = self.last.with_files(publication.built())
        self.preview.refresh(self.last.built.keys() - {MARKER})

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Show what goes wrong, and go on: the preview outlives a full disk, and a bug."""
        try:
            yield
        except MachineError as failure:
            because = f" ({failure.__cause__})" if failure.__cause__ else ""
            self.preview.fail([f"{failure}{because}"])
            streams.complain(f"sitegen: error: {failure}{because}")
        except Exception as failure:
            traceback.print_exc()
            self.preview.fail([f"{type(failure).__name__}: {failure}", "The terminal shows where."])
