"""How one function is applied to many items: from memory where the answer is known, by several processes where it pays.

A step of the build stays a plain function that knows of neither. Whoever applies it states, once, what it takes and
gives (a `Task`), and calls `Work.each`. Values cross to other processes, and into memory, as MessagePack.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from typing import Any, Generic, TypeVar

import msgspec

from sitegen.work.memory import Memory

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 48
"""Items that go to a process together: passing them costs less than a tenth of the work, and no process waits long."""

_IN_FLIGHT = 3  # chunks a process has waiting, so that it never idles while results are used
_KEY = 16  # bytes of a key


@dataclass(frozen=True)
class Task(Generic[Shared, Item, Result]):
    """A function to apply to many items. ``make`` is defined in a module, and is given what all items have in common.

    It returns the function of one item. The three types are those of the values, as `msgspec` decodes them: two items
    that are equal get equal answers, so a result may come from an earlier build.
    """

    make: Callable[[Shared], Callable[[Item], Result]]
    shared: Any
    item: Any
    result: Any

    @property
    def name(self) -> str:
        """What tells its results from those of other tasks."""
        return f"{self.make.__module__}.{self.make.__qualname__}"


class Work:
    """Who does the work of a build, and what is known of it already.

    ``executor`` may be anyone's: processes of this machine or of many. ``version`` is that of the program's code.
    """

    def __init__(
        self, memory: Memory | None = None, executor: Executor | None = None, *, workers: int = 1, version: bytes = b""
    ) -> None:
        self._memory = memory
        self._executor = executor
        self._workers = workers
        self._version = version

    def each(
        self, task: Task[Shared, Item, Result], shared: Shared, items: Iterable[Item], *, chunk: int = CHUNK
    ) -> Iterator[Result]:
        """The results in the order of the items, as they are asked for; a few chunks are ahead."""
        context = _Context(task, shared)
        prefix = self._prefix(task, context)
        waiting: deque[_Chunk[Result]] = deque()
        ahead = self._workers * _IN_FLIGHT if self._executor is not None else 0
        rest = iter(items)
        while some := list(islice(rest, chunk)):
            waiting.append(self._begun(context, prefix, some))
            if len(waiting) > ahead:
                yield from self._ended(context, waiting.popleft())
        while waiting:
            yield from self._ended(context, waiting.popleft())

    def _prefix(self, task: Task[Any, Any, Any], context: _Context[Any, Any, Any]) -> Any:
        """The part of the keys that all items have in common."""
        if self._memory is None:
            return None
        return blake2b(b"\0".join((self._version, task.name.encode(), context.encoded)), digest_size=_KEY)

    def _begun(self, context: _Context[Any, Any, Result], prefix: Any, items: Sequence[Any]) -> _Chunk[Result]:
        """Look the items up, and set going what is not known."""
        keys: list[bytes] = []
        known: dict[bytes, bytes] = {}
        if self._memory is not None:
            keys = [_key(prefix, encode(item)) for item in items]
            known = self._memory.recall(keys)
        missing = [n for n in range(len(items)) if not keys or keys[n] not in known]
        future = None
        if missing and self._executor is not None:
            sent = [encode(items[n]) for n in missing]
            try:
                future = self._executor.submit(_results, context.task, context.encoded, sent)
            except BrokenExecutor:
                self._executor = None
        return _Chunk(items, keys, known, missing, future)

    def _ended(self, context: _Context[Any, Any, Result], chunk: _Chunk[Result]) -> Iterator[Result]:
        """The results of a chunk; what is new is remembered."""
        new: dict[int, Result] = {}
        encoded: list[bytes] = []
        if chunk.future is not None:
            try:
                encoded = chunk.future.result()
                new = dict(zip(chunk.missing, map(context.result, encoded), strict=True))
            except BrokenExecutor:  # a process was killed: its work is done here
                self._executor = None
        if chunk.missing and not new:
            new = {n: context.function(chunk.items[n]) for n in chunk.missing}
        if self._memory is not None and new:
            encoded = encoded or [encode(result) for result in new.values()]
            self._memory.remember(zip((chunk.keys[n] for n in chunk.missing), encoded, strict=True))
        for n in range(len(chunk.items)):
            yield new[n] if n in new else context.result(chunk.known[chunk.keys[n]])


@dataclass(frozen=True, slots=True)
class _Chunk(Generic[Result]):
    """Some items on their way: their keys, the values that memory has, and which are still being worked out."""

    items: Sequence[Any]
    keys: Sequence[bytes]
    known: dict[bytes, bytes]
    missing: Sequence[int]
    future: Future[list[bytes]] | None


class _Context(Generic[Shared, Item, Result]):
    """A task with what its items have in common, made ready when it is first needed."""

    def __init__(self, task: Task[Shared, Item, Result], shared: Shared) -> None:
        self.task = task
        self.encoded = encode(shared)
        self.result = _decoder(task.result).decode
        self._shared = shared
        self._function: Callable[[Item], Result] | None = None

    @property
    def function(self) -> Callable[[Item], Result]:
        """The function of one item, in this process."""
        if self._function is None:
            self._function = self.task.make(self._shared)
        return self._function


def _results(task: Task[Any, Any, Any], shared: bytes, items: Sequence[bytes]) -> list[bytes]:
    """What a process is asked to do."""
    function, item = _tool(task, shared)
    return [encode(function(item(data))) for data in items]


@lru_cache(maxsize=8)  # as many tasks as a build has, and one or two builds in a process that lives on
def _tool(task: Task[Any, Any, Any], shared: bytes) -> tuple[Callable[[Any], Any], Callable[[bytes], Any]]:
    return task.make(_decoder(task.shared).decode(shared)), _decoder(task.item).decode


def _key(prefix: Any, item: bytes) -> bytes:
    hashed = prefix.copy()
    hashed.update(item)
    digest: bytes = hashed.digest()
    return digest


def _plain(value: Any) -> Any:
    """What MessagePack lacks: text that is marked as HTML travels as text."""
    if isinstance(value, str):
        return str.__str__(value)
    raise NotImplementedError(f"{type(value)} cannot be written down")


def _typed(kind: type, value: Any) -> Any:
    return kind(value)


encode = msgspec.msgpack.Encoder(enc_hook=_plain, order="deterministic").encode
"""Any value of the program as bytes; equal values give equal bytes."""


@lru_cache(maxsize=64)
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind, dec_hook=_typed)
