"""Which files become digests, what they are called and when they are from."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from sitegen.config.model import DigestSettings, Settings
from sitegen.day import Day
from sitegen.inputs import read
from sitegen.inputs.model import Digest
from sitegen.problem import Location, in_order

BODY = "A Good Title\n" + "A good abstract, and long enough. " * 12 + "\n"
DATED = "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nbyAK and the research community\n\n{}\n\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(site: Path, name: str, text: str = BODY) -> Path:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(site: Path, *inputs: str, **settings: object) -> tuple[tuple[Digest, ...], list[str]]:
    names = inputs or ("digests",)
    digests, problems = read(Settings(root=site, input=tuple(site / name for name in names), **settings))  # type: ignore[arg-type]
    return digests, [str(problem) for problem in in_order(problems)]


def about(**settings: object) -> dict[str, DigestSettings]:
    return {"a": DigestSettings(**settings, location=Location("site.yaml", 3, 5))}  # type: ignore[arg-type]


def test_a_folder_gives_its_text_files_and_names_the_others(site: Path) -> None:
    write(site, "digests/a.txt")
    write(site, "digests/B.TXT")
    write(site, "digests/notes.doc")
    write(site, "digests/deeper/c.txt")
    write(site, "digests/.DS_Store")
    digests, problems = found(site)
    assert [digest.source for digest in digests] == ["B.TXT", "a.txt"]
    assert problems == [
        "digests/deeper: warning: skipped: folders inside an input folder are not read (name it as an input)",
        "digests/notes.doc: warning: skipped: not the name of a digest"
        " (digests end with .atom, .bib, .bibtex, .csv, .json, .markdown, .md, .ris, .tab, .tsv, .txt, .xml)",
    ]


def test_links_do_not_pull_in_foreign_files(site: Path) -> None:
    write(site, "digests/a.txt")
    (site / "digests/away.txt").symlink_to(write(site, "elsewhere/secret.txt"))
    (site / "digests/inside.txt").symlink_to("a.txt")
    (site / "digests/nowhere.txt").symlink_to("gone.txt")
    (site / "digests/round.txt").symlink_to("round.txt")
    digests, problems = found(site)
    assert [digest.id for digest in digests] == ["a"]
    assert problems == [
        "digests/away.txt: warning: skipped: the link leads outside the input folder (copy the file)",
        "digests/nowhere.txt: warning: skipped: the link leads nowhere",
        "digests/round.txt: warning: skipped: the link leads nowhere",
    ]


def test_what_is_no_file_is_an_error(site: Path) -> None:
    write(site, "digests/a.txt")
    os.mkfifo(site / "digests/pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("digests/socket.txt")
        _, problems = found(site, "digests", "gone", "digests/pipe.txt", "/dev/null")
    assert problems == [
        "/dev/null: error: is a device, not a file or folder",
        "digests/pipe.txt: error: is a pipe, not a file",
        "digests/pipe.txt: error: is a pipe, not a file or folder",
        "digests/socket.txt: error: is a socket, not a file",
        "gone: error: there is no such file or folder",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_an_unreadable_file_is_an_error(site: Path) -> None:
    write(site, "digests/a.txt").chmod(0)
    assert found(site)[1] == ["digests/a.txt: error: cannot be read: Permission denied"]


def test_no_papers_at_all_is_an_error(site: Path) -> None:
    (site / "digests").mkdir()
    assert found(site) == (
        (),
        [
            "site.yaml: error: no papers: no input holds a title or an abstract"
            " (put a list of papers into one, as a text file)"
        ],
    )


def test_a_file_that_is_named_twice_is_read_once(site: Path) -> None:
    write(site, "digests/a.txt")
    assert [digest.id for digest in found(site, "digests", "digests/a.txt")[0]] == ["a"]


def test_files_with_one_stem_are_told_apart_by_their_folders_in_any_order(site: Path) -> None:
    write(site, "march/000.txt")
    write(site, "april/000.txt")
    write(site, "april/001.txt")
    for inputs in (("march", "april"), ("april", "march")):
        assert [digest.id for digest in found(site, *inputs)[0]] == ["001", "april-000", "march-000"]


def test_files_with_one_stem_and_one_folder_name_are_told_apart_by_their_contents(site: Path) -> None:
    write(site, "x/d/000.txt")
    write(site, "y/d/000.txt", BODY + "Another Title\n" + "Another abstract, and long enough. " * 12)
    first = {digest.id: len(digest.entries) for digest in found(site, "x/d", "y/d")[0]}
    second = {digest.id: len(digest.entries) for digest in found(site, "y/d", "x/d")[0]}
    assert first == second == {"d-000-80d5bf": 1, "d-000-05c3bc": 2}


def test_copies_of_one_file_are_numbered(site: Path) -> None:
    write(site, "x/d/000.txt")
    write(site, "y/d/000.txt")
    assert [digest.id for digest in found(site, "x/d", "y/d")[0]] == ["d-000-80d5bf", "d-000-80d5bf-2"]


def test_slugs_differ_where_only_case_does(site: Path) -> None:
    write(site, "one/Week.txt")
    write(site, "two/week.txt")
    write(site, "two/WEEK.txt")
    slugs = {digest.id: digest.slug for digest in found(site, "one", "two")[0]}
    assert slugs == {"WEEK": "week-da2763", "Week": "week-e78041", "week": "week"}


@pytest.mark.parametrize(
    ("stem", "slug"), [("000_AB", "000-ab"), ("CON", "the-con"), ("tag-x", "the-tag-x"), ("Überblick", "uberblick")]
)
def test_a_slug_is_a_file_name_on_every_system(site: Path, stem: str, slug: str) -> None:
    write(site, f"digests/{stem}.txt")
    assert [digest.slug for digest in found(site)[0]] == [slug]


@pytest.mark.parametrize(
    ("printed", "settings", "date", "title"),
    [
        ("Apr 3", {}, Day(4, 3), "3 April"),
        ("Apr 3", {"year": 2024}, Day(4, 3, 2024), "3 April 2024"),
        ("Apr 3", {"date": Day(5, 6, 2023)}, Day(5, 6, 2023), "6 May 2023"),
        ("Apr 3", {"date": Day(5, 6), "year": 2023}, Day(5, 6, 2023), "6 May 2023"),
        ("Apr 3, 2024", {"year": 2024}, Day(4, 3, 2024), "3 April 2024"),
        ("", {}, None, "a"),
        ("Apr 3", {"title": "Rivers"}, Day(4, 3), "Rivers"),
    ],
)
def test_settings_complete_or_replace_the_printed_day(
    site: Path, printed: str, settings: dict[str, object], date: Day | None, title: str
) -> None:
    write(site, "digests/a.txt", DATED.format(printed) + BODY)
    digests, problems = found(site, digests=about(**settings))
    assert ([(digest.date, digest.title) for digest in digests], problems) == ([(date, title)], [])


@pytest.mark.parametrize(
    ("printed", "settings", "problem"),
    [
        (
            "Apr 3, 2024",
            {"year": 2023},
            "error: digests.a.year is 2023, but the digest prints the date 2024-04-03 "
            "(give a date to replace the printed one)",
        ),
        ("Feb 29", {"year": 2023}, "error: digests.a.year is 2023, which has no 29 February"),
        (
            "",
            {"year": 2023},
            "warning: digests.a.year completes a day, but digest 'a' has none (give a date such as 2024-04-03)",
        ),
    ],
)
def test_a_year_that_does_not_fit_is_named(site: Path, printed: str, settings: dict[str, object], problem: str) -> None:
    write(site, "digests/a.txt", DATED.format(printed) + BODY)
    assert found(site, digests=about(**settings))[1] == [f"site.yaml:3:5: {problem}"]


def test_settings_of_an_absent_digest_are_named_unless_the_inputs_were_given(site: Path) -> None:
    write(site, "digests/b.txt")
    assert found(site, digests=about())[1] == [
        "site.yaml:3:5: warning: digests.a: no input file gives a digest 'a' (known: b)"
    ]
    assert found(site, digests=about(), input_given=True)[1] == []


def test_digests_come_newest_first_then_without_a_year_then_undated(site: Path) -> None:
    for name, printed in (("a", ""), ("b", "Apr 3"), ("c", "Apr 4"), ("d", "Jan 1, 2020"), ("e", "Jan 2, 2020")):
        write(site, f"digests/{name}.txt", DATED.format(printed) + BODY)
    assert [digest.id for digest in found(site)[0]] == ["e", "d", "c", "b", "a"]


def test_invisible_characters_stay_in_the_entry(site: Path) -> None:
    write(site, "digests/a.txt", BODY.replace("Good Title", "Good\u200b Title"))
    assert found(site)[0][0].entries[0].title == "A Good\u200b Title"


@pytest.mark.parametrize(
    "title", ["<script>alert(1)</script>", "{{ 7*7 }}", "../../x", "مرحبا بالعالم", "🧪 Lab", "CON"]
)
def test_odd_titles_are_text(site: Path, title: str) -> None:
    write(site, "digests/a.txt", BODY.replace("A Good Title", title))
    digests, problems = found(site)
    assert ([entry.title for entry in digests[0].entries], problems) == ([title], [])


def test_a_file_name_that_is_no_text_is_shown_as_far_as_it_is(site: Path) -> None:
    write(site, "digests/a.txt").rename(os.fsdecode(os.fsencode(site / "digests") + b"/r\xe9\x1b[1m.txt"))
    digests, problems = found(site)
    assert [(digest.id, digest.source, digest.path, problems) for digest in digests] == [
        ("r\ufffd?[1m", "r\ufffd?[1m.txt", "digests/r\ufffd?[1m.txt", [])
    ]
