"""Where the command line looks: settings of another folder, inputs named by hand, odd names, links in every place."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from commands import ABSTRACT, DIGEST, fingerprint, make_site, sitegen

SETTINGS = """
digests:
  a: {title: The first}
  gone: {title: Nowhere}
papers:
  no-such-paper: {exclude: true}
"""


def published(output: Path) -> set[str]:
    return {path.stem for path in (output / "papers").glob("*.html")}


def test_settings_of_another_folder_count_from_there(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "a site", "output: public\ntitle: Elsewhere\n")
    (folder / "about.md").write_text("Here we are.", encoding="utf-8")
    work = tmp_path / "work"
    work.mkdir()
    run = sitegen(work, "build", "--config", "../a site/site.yaml")
    assert run.code == 0
    assert list(work.iterdir()) == []
    assert published(folder / "public") == {"sorting-pebbles-on-a-bench"}
    assert "Here we are." in (folder / "public/about.html").read_text(encoding="utf-8")


def test_paths_on_the_command_line_count_from_the_working_folder(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site")
    work = tmp_path / "work"
    work.mkdir()
    (work / "mine.txt").write_text(DIGEST.replace("Pebbles", "Shells"), encoding="utf-8")
    run = sitegen(work, "build", "--config", "../site/site.yaml", "--input", "mine.txt", "--output", "out")
    assert run.code == 0
    assert published(work / "out") == {"sorting-shells-on-a-bench"}
    assert not (folder / "_site").exists()


def test_settings_for_what_is_absent_are_warnings_unless_inputs_are_named(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site", SETTINGS)
    run = sitegen(folder, "build", "--quiet")
    assert run.code == 0
    assert run.findings == [
        "site.yaml:5:9: warning: digests.gone: no input file gives a digest 'gone' (known: a)",
        "site.yaml:7:18: warning: no paper has the slug 'no-such-paper'"
        " (a paper is called as its page in papers/ is, without .html)",
        "sitegen: 2 warnings",
    ]
    run = sitegen(folder, "build", "--quiet", "--strict", "--input", "digests")
    assert (run.code, run.err) == (0, "")


def test_named_inputs_need_no_site_yaml(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text(DIGEST, encoding="utf-8")
    run = sitegen(tmp_path, "build", "--quiet", "--input", "mine.txt")
    assert (run.code, run.err) == (0, "")
    assert published(tmp_path / "_site") == {"sorting-pebbles-on-a-bench"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["_site", "mine.txt"]


def test_an_input_may_be_named_twice_and_in_two_ways(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site")
    run = sitegen(folder, "build", "--input", "digests/a.txt", "./digests/../digests", "--input", folder / "digests")
    assert run.code == 0
    assert "1 entry in 1 digest" in run.out


def test_a_base_url_on_the_command_line_wins(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site", "base_url: https://one.example.org/\n")
    run = sitegen(folder, "build", "--quiet", "--base-url", "https://two.example.org/papers")
    assert (run.code, run.err) == (0, "")
    html = (folder / "_site/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://two.example.org/papers/' in html
    assert "one.example.org" not in html


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--config", "x" * 300], f"{'x' * 300}: error: cannot be read: File name too long"),
        (["check", "--input", "x" * 300], f"{'x' * 300}: error: cannot be read: File name too long"),
        (["build", "--output", "x" * 300], "sitegen: error: cannot look at the output folder "),
        (["build", "--output", "x" * 250], "sitegen: error: cannot write beside the output folder "),
        (["new", "x" * 300], "sitegen: error: cannot write the new site to "),
    ],
    ids=lambda value: value[1] if isinstance(value, list) else "",
)
@pytest.mark.skipif(sys.platform == "win32", reason="other limits")
def test_a_name_that_is_too_long_is_said_in_a_sentence(tmp_path: Path, arguments: list[str], said: str) -> None:
    run = sitegen(make_site(tmp_path / "site"), *arguments)
    assert run.code == 1
    assert run.findings[0].startswith(said), run.err
    assert "Traceback" not in run.err


ODD = [
    "with space.txt",
    "-dash.txt",
    "--help.txt",
    "#hash?.txt",
    "100%.txt",
    "ümlaut 中 🎉.txt",
    "new\nline.txt",
    "q'\".TXT",
]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="needs a file system that takes any byte")
def test_digests_with_odd_names_are_read_and_every_link_holds(tmp_path: Path) -> None:
    digests = {name: DIGEST.replace("Pebbles", f"Things {number}") for number, name in enumerate(ODD)}
    folder = make_site(tmp_path / "site", digests={**digests, os.fsdecode(b"z\xff.txt"): "Latin Name\n" + ABSTRACT})
    run = sitegen(folder, "build", "--strict")
    assert (run.code, run.findings) == (0, [])
    assert f"in {len(ODD) + 1} digests" in run.out
    pages = sorted(path.name for path in (folder / "_site/digests").glob("*.html"))
    assert len(pages) == len(ODD) + 1
    for name in pages:
        assert name.isascii()
        assert " " not in name


def test_an_input_that_looks_like_an_option_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "-dash.txt").write_text(DIGEST, encoding="utf-8")
    assert sitegen(tmp_path, "build", "--quiet", "--input", "./-dash.txt").code == 0


@pytest.mark.parametrize("mode", [0, 0o444])
def test_a_cache_that_this_user_may_not_enter_is_done_without(tmp_path: Path, mode: int) -> None:
    folder = make_site(tmp_path / "site")
    cache = folder / ".sitegen-cache"
    cache.mkdir(mode)
    if os.access(cache, os.X_OK):
        pytest.skip("this user may enter everything")
    try:
        run = sitegen(folder, "build", "--quiet")
    finally:
        cache.chmod(0o755)
    assert (run.code, run.err) == (0, "")


@pytest.mark.parametrize("place", ["digests/a.txt", "digests", "site.yaml", "about.md", "static/x.png", "static"])
def test_what_cannot_be_read_is_an_error_with_its_name(tmp_path: Path, place: str) -> None:
    folder = make_site(tmp_path / "site")
    (folder / "about.md").write_text("About.", encoding="utf-8")
    (folder / "static").mkdir()
    (folder / "static/x.png").write_bytes(b"x")
    (folder / place).chmod(0)
    if os.access(folder / place, os.R_OK):
        pytest.skip("this user may read everything")
    try:
        run = sitegen(folder, "build", "--quiet")
    finally:
        (folder / place).chmod(0o755)
    assert run.code == 1
    assert run.err.splitlines()[0] == f"{place}: error: cannot be read: Permission denied"


def test_an_output_in_a_folder_that_may_not_be_written_is_a_machine_failure(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site")
    (folder / "closed").mkdir(mode=0o555)
    if os.access(folder / "closed", os.W_OK):
        pytest.skip("this user may write everywhere")
    run = sitegen(folder, "build", "--quiet", "--output", "closed/out")
    assert run.code == 1
    assert run.err.startswith(f"sitegen: error: cannot write beside the output folder {folder}/closed/out\n")


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
class TestLinks:
    """Symbolic links: those inside their folder are files like others, those that leave it bring nothing in."""

    SECRET = "A sentence of somebody else's"

    @pytest.fixture(autouse=True)
    def _secrets(self, tmp_path: Path) -> None:
        (tmp_path / "secret.txt").write_text(self.SECRET + "\n" + ABSTRACT, encoding="utf-8")
        (tmp_path / "foreign").mkdir()
        (tmp_path / "foreign/x.html").write_text(self.SECRET, encoding="utf-8")

    def assert_nothing_came_in(self, folder: Path) -> None:
        for path in (folder / "_site").rglob("*"):
            assert not path.is_symlink()
            if path.is_file():
                assert self.SECRET.encode() not in path.read_bytes(), path

    def test_a_digest_linked_inside_its_folder_is_read_once(self, tmp_path: Path) -> None:
        folder = make_site(tmp_path / "site")
        (folder / "digests/z.txt").symlink_to("a.txt")
        run = sitegen(folder, "build")
        assert (run.code, run.findings) == (0, [])
        assert "1 entry in 1 digest" in run.out

    def test_a_digest_that_is_named_itself_may_be_a_link(self, tmp_path: Path) -> None:
        folder = make_site(tmp_path / "site")
        (folder / "here.txt").symlink_to(folder / "digests/a.txt")
        run = sitegen(folder, "build", "--quiet", "--input", "here.txt")
        assert (run.code, run.err) == (0, "")

    @pytest.mark.parametrize(
        ("place", "target", "said"),
        [
            (
                "templates/about.html",
                "../../foreign/x.html",
                "templates/about.html: error: is a link that leads outside",
            ),
            ("templates", "../foreign", "templates: error: is a link to a folder"),
            ("templates/partials", "../../foreign", "templates/partials: error: is a link to a folder"),
            ("static/x.html", "../../foreign/x.html", "static/x.html: error: is a link that leads outside"),
            ("static/x", "../../foreign", "static/x: error: is a link to a folder"),
            ("static", "../foreign", "static: error: is a link to a folder"),
            ("about.md", "../secret.txt", "about.md: error: is a link that leads outside the site's folder"),
            (
                "notes/sorting-pebbles-on-a-bench.md",
                "../../secret.txt",
                "notes/sorting-pebbles-on-a-bench.md: error: is a link that leads outside the site's folder",
            ),
            (
                "notes",
                "../foreign-notes",
                "notes/sorting-pebbles-on-a-bench.md: error: is a link that leads outside the site's folder",
            ),
            ("static/loop", "loop", "static/loop: "),
            ("about.md", "about.md", "about.md: "),
        ],
    )
    def test_a_link_that_leaves_the_site_is_an_error(
        self, tmp_path: Path, built_site: Path, place: str, target: str, said: str
    ) -> None:
        folder = built_site
        (tmp_path / "foreign-notes").mkdir()
        (tmp_path / "foreign-notes/sorting-pebbles-on-a-bench.md").write_text(self.SECRET, encoding="utf-8")
        before = fingerprint(folder / "_site")
        (folder / place).parent.mkdir(exist_ok=True)
        (folder / place).symlink_to(target)
        run = sitegen(folder, "build")
        assert "Traceback" not in run.err
        assert run.findings[0].startswith(said), run.err
        if ": error:" in said:
            assert run.code == 1
            assert fingerprint(folder / "_site") == before
        self.assert_nothing_came_in(folder)

    def test_a_folder_of_notes_linked_to_another_of_the_site_is_read(self, tmp_path: Path) -> None:
        folder = make_site(tmp_path / "site")
        (folder / "written").mkdir()
        (folder / "written/sorting-pebbles-on-a-bench.md").write_text("A note of ours.", encoding="utf-8")
        (folder / "notes").symlink_to("written")
        assert sitegen(folder, "build", "--strict").code == 0
        assert "A note of ours." in (folder / "_site/papers/sorting-pebbles-on-a-bench.html").read_text("utf-8")


def test_odd_things_among_notes_and_static_files_never_stall_a_build(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site")
    (folder / "notes").mkdir()
    (folder / "static").mkdir()
    os.mkfifo(folder / "notes/sorting-pebbles-on-a-bench.md")
    os.mkfifo(folder / "static/pipe.css")
    (folder / "about.md").mkdir()
    (folder / "notes/nobody.md").write_text("x", encoding="utf-8")
    (folder / "notes/picture.png").write_bytes(b"x")
    run = sitegen(folder, "build", "--quiet")
    assert run.code == 0
    assert run.findings == [
        "about.md: warning: is a folder, not a file (it is left out)",
        "notes/nobody.md: warning: no paper has the slug 'nobody'"
        " (a paper is called as its page in papers/ is, without .html)",
        "notes/sorting-pebbles-on-a-bench.md: warning: is a pipe, not a file (it is left out)",
        "static/pipe.css: warning: is a pipe, not a file (it is left out)",
        "sitegen: 4 warnings",
    ]


def test_a_thousand_small_digests_are_one_catalogue(tmp_path: Path) -> None:
    digests = {f"{number:04}.txt": "Only a header\n" if number else DIGEST for number in range(1_000)}
    folder = make_site(tmp_path / "site", digests=digests)
    run = sitegen(folder, "check", "--quiet")
    assert run.code == 0
    assert run.err.splitlines()[-1] == "sitegen: 1997 warnings"
