"""Other processes that take part in the work of a build: those of this machine, or of a cluster that runs already.

Processes are begun before anything large is read, so that each stays small, and only where there is enough to do: on
two processors, one of which Pagefind takes, they begin to save time at about `WORTH_IT` bytes of input.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, InvalidStateError
from functools import partial
from typing import Any, NamedTuple

from sitegen.problem import MachineError

WORTH_IT = 2_000_000
"""Bytes of digests below which starting processes costs more than it saves."""

_PATIENCE = "10s"  # for a cluster to answer
_ALONE = 5  # seconds that a cluster may be without workers


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

    Work of a worker that is lost goes to another, and where none takes it, to this process. Raises MachineError where
    Dask is not installed, nobody answers there, or a worker has another program.
    """
    try:
        from distributed import Client
    except ImportError as cause:
        raise MachineError("--cluster needs Dask: install sitegen-papers with its extra 'cluster'") from cause
    with contextlib.ExitStack() as held:
        try:
            connect: Any = Client
            client = held.enter_context(connect(address, timeout=_PATIENCE, set_as_default=False))
            client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, ValueError) as cause:
            raise MachineError(f"no Dask scheduler with workers answers at {address}") from cause
        strangers = [worker for worker, version in client.run(_program).items() if version != _program()]
        if strangers:
            raise MachineError(f"the worker {strangers[0]} has another sitegen, Python or other packages than this one")
        executor = held.enter_context(_Cluster(client))
        yield Workers(executor, max(1, sum(client.ncores().values())))


def _program() -> bytes:
    from sitegen.code_version import code_version

    return code_version()


class _Cluster(Executor):
    """Dask's executor, which says in the standard library's words that nobody is left to do some work."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._executor = client.get_executor()
        self._asked: set[Future[Any]] = set()
        self._over = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def submit(self, function: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        """As every executor does."""
        answer: Future[Any] = Future()
        self._asked.add(answer)
        self._executor.submit(function, *given, **named).add_done_callback(partial(self._pass_on, answer))
        return answer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Forget what was asked for: whoever leaves has all answers that will come."""
        self._over.set()
        self._executor.shutdown(wait=False)

    def _pass_on(self, answer: Future[Any], done: Future[Any]) -> None:
        """An answer, or that the cluster has none: whatever fails there is done at home, and fails there as itself.

        A scheduler that loses its last workers ends what they were asked in more ways than it has words for.
        """
        self._asked.discard(answer)
        failure = "given up" if done.cancelled() else done.exception()
        with contextlib.suppress(InvalidStateError):  # nobody waits for it any more
            if failure is not None:
                answer.set_exception(BrokenExecutor(str(failure)))
            else:
                answer.set_result(done.result())

    def _watch(self) -> None:
        """Give everything back when the last worker has been gone for a while: Dask would wait for another."""
        idle = 0
        while not self._over.wait(1):
            with contextlib.suppress(OSError, ValueError):
                idle = 0 if self._client.ncores() else idle + 1
            if idle > _ALONE:
                for answer in tuple(self._asked):
                    with contextlib.suppress(InvalidStateError):
                        answer.set_exception(BrokenExecutor("no worker is left"))
