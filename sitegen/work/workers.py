"""Other processes that take part in the work of a build: those of this machine, or of a cluster that runs already.

Processes are begun before anything large is read, so that each stays small, and only where there is enough to do: on
two processors they save time from about `WORTH_IT` bytes of input on.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from typing import NamedTuple

from sitegen.problem import MachineError

WORTH_IT = 150_000
"""Bytes of digests below which starting processes costs more than it saves."""


class Workers(NamedTuple):
    """Who works besides this process; ``executor`` is None where nobody does. ``helped``: this process works too."""

    executor: Executor | None
    number: int
    helped: bool = False


ALONE = Workers(None, 1)


def cores() -> int:
    """How many processors this process may use."""
    if sys.version_info >= (3, 13):
        return os.process_cpu_count() or 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextlib.contextmanager
def processes(jobs: int, size: int) -> Iterator[Workers]:
    """So many processes of this machine, this one included, for inputs of ``size`` bytes; just this if it is faster."""
    if jobs < 2 or size < WORTH_IT:
        yield ALONE
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Forked processes share what is imported already. Threads, which forking would break, are begun later.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(jobs - 1, mp_context=context) as executor:
        yield Workers(executor, jobs - 1, helped=True)


@contextlib.contextmanager
def cluster(address: str) -> Iterator[Workers]:
    """The workers of the Dask scheduler at ``address`` (https://docs.dask.org); they need the same sitegen installed.

    Raises MachineError where Dask is not installed, or nobody answers there.
    """
    try:
        from distributed import Client  # type: ignore[import-not-found]
    except ImportError as cause:
        raise MachineError("--cluster needs Dask: install sitegen with its extra 'cluster'") from cause
    try:
        client = Client(address, timeout="10s")
    except (OSError, ValueError) as cause:
        raise MachineError(f"no Dask scheduler answers at {address}") from cause
    with client, client.get_executor() as executor:
        yield Workers(executor, max(1, sum(client.ncores().values())))
