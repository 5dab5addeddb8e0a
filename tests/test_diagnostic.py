"""How a problem is shown on a terminal: its place, what to do, and the line itself with a caret."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.colour import plain, printed
from sitegen.diagnostic import MOST, Diagnostics
from sitegen.problem import Location, Problem, error, warning


@pytest.fixture(autouse=True)
def elsewhere(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder without a `site.yaml` of its own, which could be meant as well."""
    monkeypatch.chdir(tmp_path_factory.mktemp("working"))


def shown(root: Path, problem: Problem, width: int = 60) -> list[str]:
    return [plain(line) for line in Diagnostics(root, width=width).lines(problem)]


def file(root: Path, text: str | bytes, name: str = "site.yaml") -> Path:
    (root / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def test_the_line_itself_is_shown_with_a_caret_under_the_word(tmp_path: Path) -> None:
    file(tmp_path, "language: en\ntitel: My papers\n")
    problem = error(Location("site.yaml", 2, 1), "unknown key 'titel'", "did you mean 'title'?")
    assert shown(tmp_path, problem) == [
        "site.yaml:2:1: error: unknown key 'titel' (did you mean 'title'?)",
        "  2 | titel: My papers",
        "    | ^^^^^",
    ]


def test_a_text_in_quotes_is_underlined_as_a_whole(tmp_path: Path) -> None:
    file(tmp_path, 'exclude: ["No such", b]\n')
    assert shown(tmp_path, error(Location("site.yaml", 1, 11), "x"))[1:] == [
        '  1 | exclude: ["No such", b]',
        "    |           ^^^^^^^^^",
    ]


def test_without_a_column_the_line_has_no_caret(tmp_path: Path) -> None:
    file(tmp_path, "a\nb\n")
    assert shown(tmp_path, error(Location("site.yaml", 2), "x")) == ["site.yaml:2: error: x", "  2 | b"]


@pytest.mark.parametrize(
    "place", [Location("site.yaml"), Location("site.yaml", 9, 1), Location("gone.yaml", 1, 1), Location("--output")]
)
def test_a_place_that_is_no_line_of_a_file_is_shown_alone(tmp_path: Path, place: Location) -> None:
    file(tmp_path, "a\n")
    assert shown(tmp_path, error(place, "x")) == [f"{place}: error: x"]


def test_a_long_line_is_cut_around_the_place(tmp_path: Path) -> None:
    file(tmp_path, "word " * 40 + "wrong " + "word " * 40)
    _, line, caret = shown(tmp_path, error(Location("site.yaml", 1, 201), "x"))
    assert line == "  1 | …word word word word wrong word word word word word w…"
    assert caret == "    |                      ^^^^^"
    assert len(line) <= 60


def test_a_line_just_as_long_as_there_is_room_is_not_cut(tmp_path: Path) -> None:
    file(tmp_path, "x" * 54)
    assert shown(tmp_path, error(Location("site.yaml", 1, 1), "x"))[1] == "  1 | " + "x" * 54


def test_the_caret_stands_under_its_place_behind_wide_and_combining_letters(tmp_path: Path) -> None:
    file(tmp_path, "中文 a\u0301 wrong\n")
    assert shown(tmp_path, error(Location("site.yaml", 1, 7), "x"))[2] == "    |        ^^^^^"


def test_the_caret_stands_under_its_place_behind_a_tab_and_a_control_character(tmp_path: Path) -> None:
    file(tmp_path, "\ta\x1b wrong\n")
    assert shown(tmp_path, error(Location("site.yaml", 1, 5), "x"))[1:] == [
        "  1 |  a[U+001B] wrong",
        "    |            ^^^^^",
    ]


def test_no_control_character_of_a_file_reaches_the_terminal(tmp_path: Path) -> None:
    file(tmp_path, "a \x1b[31m\x07 \u202e b\n")
    lines = list(Diagnostics(tmp_path).lines(error(Location("site.yaml", 1, 1), "x")))
    assert printed(lines[1], colour=False) == "  1 | a [U+001B][31m[U+0007] [U+202E] b"


def test_bytes_that_are_no_text_are_shown_as_such(tmp_path: Path) -> None:
    file(tmp_path, b"Caf\xe9 time\n")
    assert shown(tmp_path, error(Location("site.yaml", 1, 4), "x"))[1:] == ["  1 | Caf\ufffd time", "    |    ^"]


def test_a_password_in_an_address_is_not_shown(tmp_path: Path) -> None:
    file(tmp_path, "base_url: https://me:secret@example.org/\n")
    assert shown(tmp_path, error(Location("site.yaml", 1, 11), "x"))[1] == "  1 | base_url: https://***@example.org/"


def test_lines_end_as_digests_have_them(tmp_path: Path) -> None:
    file(tmp_path, "\ufeffone\r\ntwo\u2028still two\r\nthree")
    diagnostics = Diagnostics(tmp_path, width=60)
    found = [[plain(line) for line in diagnostics.lines(error(Location("site.yaml", n), "x"))][1] for n in (1, 2, 3)]
    assert found == ["  1 | one", "  2 | two[U+2028]still two", "  3 | three"]


def test_a_file_is_looked_for_beside_the_settings_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    file(tmp_path / "site", "a\n", "about.md")
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path / "site", error(Location("about.md", 1), "x"))[1] == "  1 | a"


def test_where_two_files_could_be_meant_neither_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    file(file(tmp_path, "a\n") / "site", "b\n")
    monkeypatch.chdir(tmp_path)
    assert len(shown(tmp_path / "site", error(Location("site.yaml", 1), "x"))) == 1


def test_only_so_many_problems_are_shown_with_their_line(tmp_path: Path) -> None:
    file(tmp_path, "a\n")
    diagnostics = Diagnostics(tmp_path)
    found = [len(list(diagnostics.lines(warning(Location("site.yaml", 1), "x")))) for _ in range(MOST + 2)]
    assert found == [2] * MOST + [1, 1]
