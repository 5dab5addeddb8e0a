"""Build, show, watch, build again, until Ctrl+C."""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from sitegen import streams
from sitegen.artifact import Artifact
from sitegen.config.model import Settings
from sitegen.problem import Level, MachineError, Problem, has_errors, in_order
from sitegen.serve.preview import Preview
from sitegen.serve.server import Server, start
from sitegen.serve.watch import Snapshot, snapshot, sources, wait_for_change
from sitegen.urls import base_path

LoadSettings = Callable[[], tuple[Settings | None, tuple[Problem, ...]]]


def serve(
    settings: LoadSettings,
    *,
    config: Path = Path("site.yaml"),
    port: int = 8000,
    open_browser: bool = False,
    quiet: bool = False,
) -> int:
    """Preview the site at 127.0.0.1 until Ctrl+C; the answer is the exit code.

    ``settings`` reads ``config`` anew for each build. The site is kept in memory: the output folder is not touched,
    and there need not be one. Raises MachineError where no port can be had.
    """
    preview = Preview()
    try:
        used, seen = _rebuild(preview, settings, config, None, quiet)
        server = _start(preview, port)
    except KeyboardInterrupt:
        return 0
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    try:
        taken = f"port {port} is taken; " if server.server_port != port else ""
        print(f"Preview at {server.address} ({taken}Ctrl+C stops it)", flush=True)
        if open_browser:
            import webbrowser

            webbrowser.open(server.address)
        while True:
            wait_for_change(lambda: sources(config, used), seen)  # noqa: B023 - called before `used` changes
            used, seen = _rebuild(preview, settings, config, used, quiet)
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)
        return 0
    finally:
        server.shutdown()
        server.server_close()


def _start(preview: Preview, port: int) -> Server:
    try:
        return start(preview, port)
    except (OSError, OverflowError) as cause:
        raise MachineError(f"cannot serve on port {port} of this machine, nor on the next ones") from cause


def _rebuild(
    preview: Preview, load: LoadSettings, config: Path, last: Settings | None, quiet: bool
) -> tuple[Settings | None, Snapshot]:
    """Build once and show what came of it; what the build was made from, looked at before it was read."""
    started = time.perf_counter()
    seen = snapshot(sources(config, last))
    used = last
    try:
        settings, problems = load()
        if settings is not None:
            used = settings
            seen = {**snapshot(sources(config, used)), **seen}
            artifacts, found, papers = _produce(settings, problems)
        else:
            artifacts, found, papers = None, problems, 0
    except MachineError as failure:
        because = f" ({failure.__cause__})" if failure.__cause__ else ""
        preview.fail([f"{failure}{because}"])
        streams.complain(f"sitegen: error: {failure}{because}")
        return used, seen
    except Exception as failure:  # a bug, or a template that cannot be rendered: the preview outlives both
        traceback.print_exc()
        preview.fail([f"{type(failure).__name__}: {failure}", "The terminal shows where."])
        return used, seen
    for problem in found:
        streams.complain(str(problem))
    if artifacts is None or settings is None:
        preview.fail([str(problem) for problem in found if problem.level is Level.ERROR])
        streams.complain("sitegen: not built; the preview keeps the last good site")
    else:
        preview.succeed(artifacts, base_path(settings.base_url))
        if not quiet:
            print(f"Built {papers:,} paper{'s' * (papers != 1)} in {time.perf_counter() - started:.1f} s", flush=True)
    return used, seen


def _produce(settings: Settings, problems: Sequence[Problem]) -> tuple[list[Artifact] | None, tuple[Problem, ...], int]:
    """The files of the site (None where an error forbids them), every problem, and the number of papers."""
    from sitegen.build import gather, produce
    from sitegen.progress import Progress

    progress = Progress(quiet=True)
    assembled, found = gather(settings, progress)
    problems = in_order((*problems, *found))
    if assembled is None or has_errors(problems):
        return None, problems, 0
    artifacts, found = produce(assembled, settings, progress)
    problems = in_order((*problems, *found))
    return (None if has_errors(problems) else artifacts), problems, len(assembled.catalogue.papers)
