"""What services answered is kept for a month, whatever happens to the run or to the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.day import Day
from sitegen.facts import Facts, Person
from sitegen.lookup.answers import NAME, Answers
from sitegen.lookup.model import Candidate

FOUND = (
    Candidate(
        "Sorting Pebbles",
        Facts(authors=(Person("Doe", "Jane"),), year=2021, arxiv="2101.00001", published=Day(1, 2, 2021)),
        "We sort.",
    ),
)


def kept(
    folder: Path, day: str = "2026-03-02", service: str = "arXiv", path: str = "/a", *, fresh: bool = False
) -> object:
    with Answers(folder, day, fresh=fresh) as answers:
        return answers.get(service, path)


def keep(folder: Path, candidates: tuple[Candidate, ...] = FOUND, day: str = "2026-03-02") -> None:
    with Answers(folder, day) as answers:
        answers.keep("arXiv", "/a", candidates)


def test_an_answer_is_there_in_the_next_run(tmp_path: Path) -> None:
    keep(tmp_path)
    assert kept(tmp_path) == FOUND


def test_that_nothing_was_found_is_an_answer_too(tmp_path: Path) -> None:
    keep(tmp_path, ())
    assert kept(tmp_path) == ()


def test_another_service_and_another_question_have_not_been_asked(tmp_path: Path) -> None:
    keep(tmp_path)
    assert (kept(tmp_path, service="DBLP"), kept(tmp_path, path="/b")) == (None, None)


@pytest.mark.parametrize(("day", "there"), [("2026-04-01", True), ("2026-04-02", False)])
def test_an_answer_counts_for_thirty_days(tmp_path: Path, day: str, there: bool) -> None:
    keep(tmp_path)
    assert (kept(tmp_path, day) is not None) is there


def test_a_fresh_run_goes_by_its_own_answers_alone(tmp_path: Path) -> None:
    keep(tmp_path)
    with Answers(tmp_path, "2026-03-02", fresh=True) as answers:
        assert answers.get("arXiv", "/a") is None
        answers.keep("arXiv", "/a", ())
        assert answers.get("arXiv", "/a") == ()
    assert kept(tmp_path) == ()


def test_an_answer_is_on_the_disk_before_the_run_ends(tmp_path: Path) -> None:
    with Answers(tmp_path, "2026-03-02") as answers:
        answers.keep("arXiv", "/a", FOUND)
        assert kept(tmp_path) == FOUND


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\x00" + b"x" * 4096])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    keep(tmp_path)
    (tmp_path / NAME).write_bytes(damage)
    assert kept(tmp_path) is None
    keep(tmp_path)
    assert kept(tmp_path) == FOUND


def test_without_a_place_to_keep_them_every_question_is_open(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file")
    keep(tmp_path / "folder")
    assert kept(tmp_path / "folder") is None


def test_the_folder_stays_out_of_version_control(tmp_path: Path) -> None:
    keep(tmp_path / "cache")
    assert (tmp_path / "cache/.gitignore").read_text() == "*\n"
