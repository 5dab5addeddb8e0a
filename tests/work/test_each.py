"""A function applied to many items: the same results from memory, from other processes and from this one."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import pytest
from markupsafe import Markup

from sitegen.work import Task, Work, each
from sitegen.work.memory import Memory

calls: list[str] = []


class Shout(NamedTuple):
    text: Markup
    letters: tuple[int, ...]


def shouting(marks: dict[str, int]) -> Callable[[str], Shout]:
    calls.append(f"made for {sorted(marks)}")

    def shout(text: str) -> Shout:
        calls.append(text)
        return Shout(Markup(text.upper() + "".join(mark * times for mark, times in marks.items())), (len(text),))

    return shout


def killing(marks: dict[str, int]) -> Callable[[str], Shout]:
    shout = shouting(marks)

    def kill(text: str) -> Shout:
        if text == "word 7" and os.getpid() != PARENT:
            os.kill(os.getpid(), signal.SIGKILL)
        return shout(text)

    return kill


PARENT = os.getpid()
SHOUT = Task(shouting, dict[str, int], str, Shout)
KILL = Task(killing, dict[str, int], str, Shout)
WORDS = [f"word {number}" for number in range(200)]
SHOUTED = [Shout(Markup(f"WORD {number}!"), (len(f"word {number}"),)) for number in range(200)]


@pytest.fixture(autouse=True)
def no_calls() -> None:
    each._tool.cache_clear()
    calls.clear()


@pytest.fixture(scope="module")
def processes() -> Iterator[Executor]:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        yield executor


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(Work().each(SHOUT, {"!": 1}, WORDS)) == SHOUTED


def test_nothing_is_worked_out_before_it_is_asked_for() -> None:
    results = Work().each(SHOUT, {"!": 1}, iter(WORDS), chunk=10)
    next(results)
    assert len(calls) == 1 + 10


def test_what_is_remembered_is_not_worked_out_again(tmp_path: Path) -> None:
    with Memory(tmp_path) as memory:
        assert list(Work(memory).each(SHOUT, {"!": 1}, WORDS[:150])) == SHOUTED[:150]
    calls.clear()
    with Memory(tmp_path) as memory:
        assert list(Work(memory).each(SHOUT, {"!": 1}, WORDS)) == SHOUTED
    assert calls == WORDS[150:]


def made_later(word: str, made: list[str]) -> each.Later[str]:
    def make() -> str:
        made.append(word)
        return word

    return each.Later(word.encode(), make)


def test_an_item_that_is_made_later_is_made_only_where_its_result_is_unknown(tmp_path: Path) -> None:
    made: list[str] = []
    for known in (0, 150):
        made.clear()
        with Memory(tmp_path) as memory:
            items = (made_later(word, made) for word in WORDS[: known + 50])
            assert list(Work(memory).each(SHOUT, {"!": 1}, items)) == SHOUTED[: known + 50]
    assert made == WORDS[50:]


def test_an_item_that_is_made_later_goes_to_other_processes_too(processes: Executor) -> None:
    items = (made_later(word, []) for word in WORDS)
    assert list(Work(executor=processes, workers=2, helps=True).each(SHOUT, {"!": 1}, items, chunk=7)) == SHOUTED


def test_html_from_memory_is_html(tmp_path: Path) -> None:
    for _ in range(2):
        with Memory(tmp_path) as memory:
            (result,) = Work(memory).each(SHOUT, {"!": 1}, ["a"])
            assert isinstance(result.text, Markup)


def test_other_circumstances_are_another_question(tmp_path: Path) -> None:
    with Memory(tmp_path) as memory:
        list(Work(memory).each(SHOUT, {"!": 1}, ["a"]))
        assert [str(r.text) for r in Work(memory).each(SHOUT, {"?": 2}, ["a"])] == ["A??"]
        assert calls[-1] == "a"


def test_other_code_works_everything_out_again(tmp_path: Path) -> None:
    with Memory(tmp_path) as memory:
        list(Work(memory, version=b"1").each(SHOUT, {"!": 1}, ["a"]))
        calls.clear()
        list(Work(memory, version=b"2").each(SHOUT, {"!": 1}, ["a"]))
    assert calls == ["a"]


def test_what_the_items_have_in_common_is_made_ready_once() -> None:
    for _ in range(3):
        list(Work().each(SHOUT, {"!": 1}, ["a"]))
    assert calls == ["made for ['!']", "a", "a", "a"]


def test_the_order_of_a_table_is_no_circumstance(tmp_path: Path) -> None:
    with Memory(tmp_path) as memory:
        list(Work(memory).each(SHOUT, {"!": 1, "?": 1}, ["a"]))
        calls.clear()
        list(Work(memory).each(SHOUT, {"?": 1, "!": 1}, ["a"]))
    assert calls == []


def test_other_processes_give_the_same_results(processes: Executor) -> None:
    assert list(Work(executor=processes, workers=2).each(SHOUT, {"!": 1}, WORDS, chunk=7)) == SHOUTED
    assert calls == []


def test_results_of_other_processes_are_remembered(tmp_path: Path, processes: Executor) -> None:
    for _ in range(2):
        with Memory(tmp_path) as memory:
            assert list(Work(memory, processes, workers=2).each(SHOUT, {"!": 1}, WORDS, chunk=7)) == SHOUTED
    with Memory(tmp_path) as memory:
        assert list(Work(memory).each(SHOUT, {"!": 1}, WORDS)) == SHOUTED
    assert calls == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills a process as POSIX does")
def test_the_work_of_a_killed_process_is_done_here(tmp_path: Path) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        assert list(Work(executor=executor, workers=2).each(KILL, {"!": 1}, WORDS, chunk=7)) == SHOUTED


def test_a_fault_of_the_function_is_raised_wherever_it_ran(processes: Executor) -> None:
    for executor in (None, processes):
        with pytest.raises(AttributeError, match="upper"):
            list(Work(executor=executor).each(Task(shouting, dict[str, int], int, Shout), {"!": 1}, [1]))


class Counting(Executor):
    """Runs at once what it is given, and counts the chunks that wait."""

    def __init__(self) -> None:
        self.submitted = 0

    def submit(self, function, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        self.submitted += 1
        future: Future[object] = Future()
        future.set_result(function(*args, **kwargs))
        return future


def test_only_a_few_chunks_are_ahead() -> None:
    executor = Counting()
    results = Work(executor=executor, workers=2).each(SHOUT, {"!": 1}, iter(WORDS), chunk=5)
    next(results)
    assert executor.submitted == 7
    assert list(results) == SHOUTED[1:]


class Later(Executor):
    """Begins the first thing that is asked of it, and nothing else until that is done."""

    def __init__(self) -> None:
        self.begun: list[Future[object]] = []

    def submit(self, function: Callable[..., object], /, *given: object, **named: object) -> Future[object]:  # type: ignore[override]
        future: Future[object] = Future()
        if not self.begun:
            future.set_running_or_notify_cancel()
            self.begun.append(future)
            self.answer = lambda: future.set_result(function(*given, **named))
        return future


def test_what_nobody_has_begun_is_done_here() -> None:
    executor = Later()
    results = Work(executor=executor, workers=1, helps=True).each(SHOUT, {"!": 1}, WORDS[:40], chunk=10)
    asked = ThreadPoolExecutor(1)
    found = asked.submit(list, results)
    while len(calls) < 1 + 30:
        time.sleep(0.001)
    executor.answer()
    assert found.result() == SHOUTED[:40]
