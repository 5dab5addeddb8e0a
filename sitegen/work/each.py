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
    that are equal get equal answers, so a result may come from an earlier build. Where ``result`` is None, nothing is
    remembered; where ``item`` is None, items and results cross to other processes as they are, pickled.
    """

    make: Callable[[Shared], Callable[[Item], Result]]
    shared: Any
    item: Any = None
    result: Any = None

    @property
    def name(self) -> str:
        """What tells its results from those of other tasks."""
        return f"{self.make.__module__}.{self.make.__qualname__}"


@dataclass(frozen=True, slots=True)
class Later(Generic[Item]):
    """An item that takes some work to put together: it is made only where its result is not known.

    ``key`` must differ where the item does.
    """

    key: bytes
    make: Callable[[], Item]


class Work:
    """Who does the work of a build, and what is known of it already.

    ``executor`` may be anyone's: processes of this machine or of many, ``workers`` of them; this process ``helps``
    while it would wait for them, or leaves its processor to them. ``version`` is that of the program's code.
    """

    def __init__(
        self,
        memory: Memory | None = None,
        executor: Executor | None = None,
        *,
        workers: int = 1,
        helps: bool = False,
        version: bytes = b"",
    ) -> None:
        self.version = version
        self._helps = helps
        self._memory = memory
        self._executor = executor
        self._workers = workers

    def alone(self) -> Work:
        """With the same memory and in this process: for items that cost more to pass on than to work out."""
        return Work(self._memory, version=self.version)

    def key(self, value: object) -> bytes:
        """A hash of a value and of the program's code: equal where the same would be made of it."""
        return blake2b(self.version + encode(value), digest_size=_KEY).digest()

    @property
    def remembers(self) -> bool:
        """Whether results come from earlier builds, and are kept for later ones."""
        return self._memory is not None

    @property
    def ahead(self) -> int:
        """How many chunks are worth having ready at a time."""
        return 1 + (self._workers * _IN_FLIGHT if self._executor is not None else 0)

    def each(
        self,
        task: Task[Shared, Item, Result],
        shared: Shared,
        items: Iterable[Item | Later[Item]],
        *,
        chunk: int = CHUNK,
    ) -> Iterator[Result]:
        """The results in the order of the items, as they are asked for; a few chunks are ahead."""
        context = _Context(task, shared)
        memory = _Remembered(self._memory, context, self.version) if self._memory and task.result is not None else None
        waiting: deque[_Chunk[Result]] = deque()
        rest = iter(items)
        while some := list(islice(rest, chunk)):
            waiting.append(self._begun(context, memory, some))
            if len(waiting) >= self.ahead:
                self._help(context, waiting)
                yield from self._ended(context, memory, waiting.popleft())
        while waiting:
            self._help(context, waiting)
            yield from self._ended(context, memory, waiting.popleft())

    def _begun(
        self, context: _Context[Any, Any, Result], memory: _Remembered[Result] | None, items: Sequence[Any]
    ) -> _Chunk[Result]:
        """Look the items up, and set going what is not known."""
        keys = [memory.key(item) for item in items] if memory else ()
        known = memory.recall(keys) if memory else {}
        missing = [n for n in range(len(items)) if not keys or keys[n] not in known]
        future = None
        if missing and self._executor is not None:
            try:
                future = self._executor.submit(*context.call([_made(items[n]) for n in missing]))
            except BrokenExecutor:
                self._executor = None
        return _Chunk(items, keys, known, missing, future)

    def _help(self, context: _Context[Any, Any, Result], waiting: Sequence[_Chunk[Result]]) -> None:
        """While the first chunk is being worked out elsewhere, do those here that nobody has begun, the last first."""
        if not self._helps:
            return
        for chunk in reversed(waiting):
            first = waiting[0].future
            if first is None or first.done():
                return
            if chunk.future is not None and chunk.future.cancel():
                chunk.future = None
                chunk.new = [context.function(_made(chunk.items[n])) for n in chunk.missing]

    def _ended(
        self, context: _Context[Any, Any, Result], memory: _Remembered[Result] | None, chunk: _Chunk[Result]
    ) -> Iterator[Result]:
        """The results of a chunk; what is new is remembered."""
        new = chunk.new
        if chunk.future is not None and (self._executor is not None or not chunk.future.cancel()):
            try:
                new = context.answered(chunk.future.result())
            except BrokenExecutor:  # a process was killed: its work is done here
                self._executor = None
        if new is None:
            new = [context.function(_made(chunk.items[n])) for n in chunk.missing]
        if memory and new:
            memory.remember([chunk.keys[n] for n in chunk.missing], new)
        fresh = dict(zip(chunk.missing, new, strict=True))
        for n in range(len(chunk.items)):
            yield fresh[n] if n in fresh else chunk.known[chunk.keys[n]]


@dataclass(slots=True)
class _Chunk(Generic[Result]):
    """Some items on their way: their keys, the results that memory has, and which are still being worked out.

    ``future`` has those that another process works out, ``new`` those that were worked out here.
    """

    items: Sequence[Any]
    keys: Sequence[bytes]
    known: dict[bytes, Result]
    missing: Sequence[int]
    future: Future[list[Any]] | None
    new: list[Result] | None = None


class _Remembered(Generic[Result]):
    """The results of one task that memory has, or shall have."""

    def __init__(self, memory: Memory, context: _Context[Any, Any, Result], version: bytes) -> None:
        self._memory = memory
        self._common = blake2b(b"\0".join((version, context.task.name.encode(), context.shared)), digest_size=_KEY)
        self._decode = _decoder(context.task.result).decode

    def key(self, item: Any) -> bytes:
        hashed = self._common.copy()
        hashed.update(item.key if isinstance(item, Later) else encode(item))
        return hashed.digest()

    def recall(self, keys: Sequence[bytes]) -> dict[bytes, Result]:
        return {key: self._decode(value) for key, value in self._memory.recall(keys).items()}

    def remember(self, keys: Iterable[bytes], results: Iterable[Result]) -> None:
        self._memory.remember(zip(keys, map(encode, results), strict=True))


class _Context(Generic[Shared, Item, Result]):
    """A task with what its items have in common, made ready when it is first needed."""

    def __init__(self, task: Task[Shared, Item, Result], shared: Shared) -> None:
        self.task = task
        self.shared = encode(shared)

    @property
    def function(self) -> Callable[[Item], Result]:
        """The function of one item, in this process."""
        return _tool(self.task, self.shared)

    def call(self, items: list[Item]) -> tuple[Any, ...]:
        """What to submit, so that another process answers for these items."""
        if self.task.item is None:
            return _answer, self.task, self.shared, items
        return _answer_encoded, self.task, self.shared, list(map(encode, items))

    def answered(self, results: list[Any]) -> list[Result]:
        """The results in what another process answered."""
        return results if self.task.item is None else list(map(_decoder(self.task.result).decode, results))


def _made(item: Any) -> Any:
    return item.make() if isinstance(item, Later) else item


def _answer(task: Task[Any, Any, Any], shared: bytes, items: list[Any]) -> list[Any]:
    return list(map(_tool(task, shared), items))


def _answer_encoded(task: Task[Any, Any, Any], shared: bytes, items: list[bytes]) -> list[bytes]:
    function, decode = _tool(task, shared), _decoder(task.item).decode
    return [encode(function(decode(item))) for item in items]


@lru_cache(maxsize=16)  # more than a build has tasks; a process that lives on sees one or two builds
def _tool(task: Task[Any, Any, Any], shared: bytes) -> Callable[[Any], Any]:
    return task.make(_decoder(task.shared).decode(shared))


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
