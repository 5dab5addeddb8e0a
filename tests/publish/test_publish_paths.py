"""What may be the path of a file of a site."""

from __future__ import annotations

import pytest

from sitegen.publish.paths import check_paths, faults, path_fault


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        ".nojekyll",
        "papers/a-b.html",
        "search/0/index-1.js",
        "static/Ünïcode名.png",
        "a b/c (1).pdf",
    ],
)
def test_ordinary_paths_have_no_fault(path: str) -> None:
    assert path_fault(path) == ""


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("", "the path is empty"),
        ("/etc/passwd", "the path begins or ends with '/', or has '//' in it"),
        ("papers//a.html", "the path begins or ends with '/', or has '//' in it"),
        ("papers/", "the path begins or ends with '/', or has '//' in it"),
        ("../a.html", "the path has '..' in it"),
        ("papers/../../a.html", "the path has '..' in it"),
        ("papers/./a.html", "the path has '.' in it"),
        ("papers\\a.html", "the character '\\\\' is not portable"),
        ("C:/a.html", "the character ':' is not portable"),
        ("a.html:stream", "the character ':' is not portable"),
        ("a\0.html", "the character '\\x00' is not portable"),
        ("a\n.html", "the character '\\n' is not portable"),
        ("what?.html", "the character '?' is not portable"),
        ("a\udc80.html", "the character '\\udc80' is not portable"),
        ("papers/CON", "the name 'CON' is reserved on Windows"),
        ("papers/nul.tar.gz", "the name 'nul.tar.gz' is reserved on Windows"),
        ("com1/a.html", "the name 'com1' is reserved on Windows"),
        ("lpt².html", "the name 'lpt².html' is reserved on Windows"),
        ("a./b.html", "the name 'a.' ends with a dot or a space"),
        ("a .html/b ", "the name 'b ' ends with a dot or a space"),
        ("x" * 256, "the name 'xxxxxxxxxxxxxxxxxxxx…' is longer than 255 bytes"),
        ("名" * 86, "the name '名名名名名名名名名名名名名名名名名名名名…' is longer than 255 bytes"),
    ],
)
def test_a_path_that_could_leave_the_site_or_break_somewhere_is_named(path: str, fault: str) -> None:
    assert path_fault(path) == fault


@pytest.mark.parametrize("path", ["console.html", "papers/com10.html", "auxiliary", "x" * 255, "名" * 85, "...a"])
def test_near_misses_are_allowed(path: str) -> None:
    assert path_fault(path) == ""


@pytest.mark.parametrize(
    "paths",
    [
        ["a.html", "a.html"],
        ["papers/a.html", "papers/A.html"],
        ["straße.html", "STRASSE.html"],
        ["caf\u00e9.html", "cafe\u0301.html"],  # one name on macOS
        ["papers", "papers/a.html"],
        ["papers/a.html", "papers"],
        ["Papers/a.html", "papers/b.html"],
        ["a/b/c.html", "a/B"],
    ],
)
def test_two_files_never_stand_in_one_place_on_any_file_system(paths: list[str]) -> None:
    ((path, fault),) = faults(paths)
    assert (path, fault) == (paths[1], fault)
    assert "clashes with" in fault


def test_files_and_folders_with_names_of_their_own_go_together() -> None:
    assert list(faults(["index.html", "a/index.html", "a/b/index.html", "a/b.html", "a.html", "ab/c"])) == []


def test_a_name_that_the_owner_of_a_site_gave_is_a_problem_with_a_place() -> None:
    assert [str(problem) for problem in check_paths(["static/Logo.png", "static/logo.png", "static/a:b.txt"])] == [
        "static/logo.png: error: clashes with 'static/Logo.png' (rename the file)",
        "static/a:b.txt: error: the character ':' is not portable (rename the file)",
    ]
