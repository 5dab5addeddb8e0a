"""Each row of the table of findings through the command line: level, message, place, exit code, and what is published.

The same messages are tried one by one in tests/invalid, tests/config and tests/inputs; here it counts that a whole
build says them, ends rightly, and on an error leaves everything as it was, byte for byte.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import ABSTRACT, DIGEST, fingerprint, make_site, sitegen

Change = Callable[[Path], object]
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")


def settings(text: str) -> Change:
    return lambda folder: (folder / "site.yaml").write_text("input: [digests]\n" + text, encoding="utf-8")


def digest(data: bytes, name: str = "b.txt") -> Change:
    return lambda folder: (folder / "digests" / name).write_bytes(data)


def listening(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as end:
        here = Path.cwd()
        os.chdir(folder / "digests")  # the path of a socket must be short
        try:
            end.bind("b.txt")
        finally:
            os.chdir(here)


def emptied(folder: Path) -> None:
    (folder / "digests/a.txt").unlink()


ERRORS: dict[str, tuple[Change, list[str]]] = {
    "syntax": (
        settings("title: [one\n"),
        ["site.yaml:2:8: error: the '[' that begins here is not closed (add ']' at its end, or a comma before line 3)"],
    ),
    "wrong type": (settings("title: [one]\n"), ["site.yaml:2:8: error: title must be text, not a list"]),
    "unknown key": (settings("titel: x\n"), ["site.yaml:2:1: error: unknown key 'titel' (did you mean 'title'?)"]),
    "duplicate key": (
        settings("title: a\ntitle: b\n"),
        ["site.yaml:3:1: error: duplicate key 'title' (first given in line 2)"],
    ),
    "unknown YAML tag": (settings("title: !!python/name:os.system x\n"), ["site.yaml:2:8: error: "]),
    "bad base_url": (
        settings("base_url: example.org\n"),
        ["site.yaml:2:11: error: base_url is 'example.org', not an absolute address"],
    ),
    "no site.yaml": (
        lambda folder: (folder / "site.yaml").unlink(),
        ["site.yaml: error: there is no such file ('sitegen new' makes a site; --config names another file)"],
    ),
    "no papers": (
        emptied,
        [
            "site.yaml: error: no papers: no input holds a title or an abstract"
            " (put a list of papers into one, as a text file)"
        ],
    ),
    "input missing": (
        lambda folder: (folder / "site.yaml").write_text("input: [digests, nowhere]\n"),
        ["site.yaml:1:18: error: there is no file or folder 'nowhere' (make the folder, and put a digest into it)"],
    ),
    "a pipe": (lambda folder: os.mkfifo(folder / "digests/b.txt"), ["digests/b.txt: error: is a pipe, not a file"]),
    "a socket": (listening, ["digests/b.txt: error: is a socket, not a file"]),
    "a device": (
        lambda folder: (folder / "site.yaml").write_text("input: [digests, /dev/null]\n"),
        ["/dev/null: error: is a device, not a file or folder"],
    ),
    "NUL bytes": (
        digest(b"A Title\nNo\0thing\n"),
        ["digests/b.txt:2:3: error: NUL byte at offset 10 (save it as plain text)"],
    ),
    "not UTF-8": (
        digest(b"A Title\nCaf\xe9 time\n"),
        ["digests/b.txt:2:4: error: is not UTF-8: byte 0xe9 at offset 11 (save it as UTF-8)"],
    ),
    "UTF-16": (
        digest("A Title\n".encode("utf-16")),
        ["digests/b.txt: error: is UTF-16, but must be UTF-8 (save it as UTF-8)"],
    ),
    "two at once": (
        lambda folder: (digest(b"\xff")(folder), digest(b"\0", "c.txt")(folder)),
        [
            "digests/b.txt:1:1: error: is not UTF-8: byte 0xff at offset 0 (save it as UTF-8)",
            "digests/c.txt:1:1: error: NUL byte at offset 0 (save it as plain text)",
        ],
    ),
}


@posix
@pytest.mark.parametrize("case", ERRORS)
def test_an_error_ends_with_1_and_the_old_site_stays(built_site: Path, case: str) -> None:
    change, expected = ERRORS[case]
    folder = built_site
    change(folder)
    before = fingerprint(folder / "_site")
    names = sorted(path.name for path in folder.iterdir())
    run = sitegen(folder, "build")
    assert (run.code, run.out) == (1, "")
    *found, count, last = run.findings
    assert len(found) == len(expected), run.err
    for line, begins in zip(found, expected, strict=True):
        assert line.startswith(begins)
    assert count == f"sitegen: {len(expected)} error{'s' * (len(expected) > 1)}"
    assert last == "sitegen: nothing was published"
    assert fingerprint(folder / "_site") == before
    assert sorted(path.name for path in folder.iterdir()) == names


def linked_outside(folder: Path) -> None:
    secret = folder.parent / "secret.txt"
    secret.write_text("A Secret Title\n" + ABSTRACT, encoding="utf-8")
    (folder / "digests/b.txt").symlink_to(secret)


WARNINGS: dict[str, tuple[Change, list[str]]] = {
    "empty": (digest(b""), ["digests/b.txt: warning: skipped: the digest is empty"]),
    "blank lines alone": (digest(b"\n \r\n\n"), ["digests/b.txt: warning: skipped: the digest is empty"]),
    "header alone": (
        digest(b"new\n\nSubscribe\n\nApr 3\n"),
        ["digests/b.txt: warning: skipped: the digest holds only its header"],
    ),
    "another file": (digest(b"x", "notes.doc"), ["digests/notes.doc: warning: skipped: not the name of a digest"]),
    "a folder named like a digest": (
        lambda folder: (folder / "digests/b.txt").mkdir(),
        ["digests/b.txt: warning: skipped: folders inside an input folder are not read (name it as an input)"],
    ),
    "a link outside": (
        linked_outside,
        ["digests/b.txt: warning: skipped: the link leads outside the input folder (copy the file)"],
    ),
    "a link to nowhere": (
        lambda folder: (folder / "digests/b.txt").symlink_to("nothing.txt"),
        ["digests/b.txt: warning: skipped: the link leads nowhere"],
    ),
    "a link in a circle": (
        lambda folder: (folder / "digests/b.txt").symlink_to("b.txt"),
        ["digests/b.txt: warning: skipped: the link leads nowhere"],
    ),
    "a title without an abstract": (
        digest(f"# First\n{ABSTRACT}\n# Second\n# Third\n{ABSTRACT[::-1]}\n".encode()),
        [
            "digests/b.txt:3:1: warning: 'Second' has no abstract"
            " (if it is an abstract itself, begin the line with '> ')"
        ],
    ),
    "an abstract without a title": (
        digest(f"# First\nShort.\n> {ABSTRACT.replace('Small', 'Big')}\n".encode()),
        [],
    ),
    "a doubtful day": (
        digest(DIGEST.replace("Apr 3", "Apr 31").replace("Pebbles", "Gravel").encode()),
        ["digests/b.txt:3"],
    ),
    "a copy of a digest": (
        digest(DIGEST.encode()),
        ["digests/b.txt: warning: holds the same entries as digests/a.txt, and is listed beside it"],
    ),
    "controls": (
        digest(DIGEST.replace("Pebbles", "\x07Peb\u202ebles\u200b").encode()),
        [
            "digests/b.txt:5: warning: 3 invisible or control characters are not shown: U+0007, U+200B, U+202E"
            " (the first stands in this line)"
        ],
    ),
}


@posix
@pytest.mark.parametrize("case", WARNINGS)
def test_a_warning_is_said_and_the_site_is_published(tmp_path: Path, case: str) -> None:
    change, expected = WARNINGS[case]
    folder = make_site(tmp_path / "site")
    change(folder)
    run = sitegen(folder, "build")
    assert run.code == 0
    found = run.findings
    if expected:
        assert found.pop() == f"sitegen: {len(expected)} warning{'s' * (len(expected) > 1)}"
    assert len(found) == len(expected), run.err
    for line, begins in zip(found, expected, strict=True):
        assert line.startswith(begins)
    papers = {path.stem for path in (folder / "_site/papers").glob("*.html")}
    assert "sorting-pebbles-on-a-bench" in papers
    assert "a-secret-title" not in papers


OUTPUTS: dict[str, tuple[Change, str, str]] = {
    "a file": (
        lambda folder: (folder / "out").write_text("mine"),
        "out",
        "--output: error: the output 'out' is a file, not a folder",
    ),
    "an input folder": (lambda folder: None, "digests", "--output: error: the output 'digests' is an input folder"),
    "the site itself": (lambda folder: None, ".", "--output: error: the output '.' is the site's own folder, or holds"),
    "inside an input": (
        lambda folder: None,
        "digests/out",
        "digests/out: error: the output lies inside a folder that the build reads (digests)",
    ),
    "somebody else's": (
        lambda folder: ((folder / "out").mkdir(), (folder / "out/mine").write_text("x")),
        "out",
        "out: error: the output folder is not empty, and no build wrote it (there is no .sitegen in it)",
    ),
    "a link": (
        lambda folder: ((folder / "elsewhere").mkdir(), (folder / "out").symlink_to("elsewhere")),
        "out",
        "out: error: the output is a symbolic link",
    ),
    "below a file": (
        lambda folder: (folder / "out").write_text("mine"),
        "out/site",
        "out/site: error: out is a file, so the output cannot lie in it",
    ),
}


@posix
@pytest.mark.parametrize("case", OUTPUTS)
def test_an_output_that_would_do_harm_is_refused_and_untouched(tmp_path: Path, case: str) -> None:
    change, output, expected = OUTPUTS[case]
    folder = make_site(tmp_path / "site")
    change(folder)
    before = fingerprint(folder)
    run = sitegen(folder, "build", "--output", output)
    assert run.code == 1
    assert run.findings[0].startswith(expected), run.err
    assert run.findings[1:] == ["sitegen: 1 error", "sitegen: nothing was published"]
    assert fingerprint(folder) == before


def test_a_bad_address_on_the_command_line_is_named_by_its_option(tmp_path: Path) -> None:
    run = sitegen(make_site(tmp_path / "site"), "build", "--quiet", "--base-url", "ftp://example.org/")
    assert run.code == 1
    assert run.err.splitlines()[0].startswith("--base-url: error: the address is 'ftp://example.org/'")


def test_odd_but_valid_text_is_no_finding(tmp_path: Path) -> None:
    titles = ["<b>Bold</b>", "{{ 7*7 }}", "中文标题", "שלום עולם", "🎉", "../../x", "CON", "L" + "o" * 9_000 + "ng"]
    text = "".join(f"# {title}\n> {number}: {ABSTRACT[number * 20 :]}\n" for number, title in enumerate(titles))
    run = sitegen(make_site(tmp_path / "site", digests={"a.txt": text}), "build", "--strict")
    assert (run.code, run.findings) == (0, [])
