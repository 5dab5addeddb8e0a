"""Who does the work of a command, as the command line says."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from sitegen.work import Work


@contextmanager
def working(options: argparse.Namespace, root: Path, inputs: Sequence[Path], *, fresh: bool = False) -> Iterator[Work]:
    """Work with the memory of the site in ``root``, and with other processes where ``inputs`` are worth it."""
    import gc

    from sitegen.cache_folder import FOLDER
    from sitegen.code_version import code_version
    from sitegen.work.memory import Memory
    from sitegen.work.workers import cluster, cores, processes

    gc.set_threshold(50_000)  # frozen values lead in no circles; looking for some takes a third of merging's time
    with ExitStack() as held:
        if options.cluster:
            workers = held.enter_context(cluster(options.cluster))
        else:
            workers = held.enter_context(processes(options.jobs or cores(), _size(inputs)))
        memory = None if fresh else held.enter_context(Memory(root / FOLDER))
        yield Work(memory, workers.executor, workers=workers.number, helps=workers.helped, version=code_version())


def _size(inputs: Sequence[Path]) -> int:
    """Bytes of digests, as far as they can be looked at; what cannot be read is said by whoever reads it."""
    size = 0
    for path in inputs:
        with suppress(OSError):
            for file in path.iterdir() if path.is_dir() else (path,):
                size += file.stat().st_size if file.is_file() else 0
    return size
