"""`root/`: files for the site's root, copied as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import make_site, sitegen
from whole_sites import built_files, delivered

from sitegen.config.load import load
from sitegen.gather import gather
from sitegen.own_files import at_root
from sitegen.problem import Level
from sitegen.progress import Progress
from sitegen.sources import sources, states


def put(site: Path, name: str, data: bytes = b"x") -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_bytes(data)


def found(site: Path) -> list[str]:
    return [file.path for file in at_root(site)[0]]


def faults(site: Path) -> list[str]:
    """What is wrong with the site's files."""
    settings, _ = load(site / "site.yaml")
    assert settings is not None
    assembled, _ = gather(settings, Progress(quiet=True))
    assert assembled is not None
    return [str(problem) for problem in delivered(assembled, settings)[1] if problem.level is Level.ERROR]


def test_a_site_without_such_files_has_none(tmp_path: Path) -> None:
    assert at_root(tmp_path) == ((), ())


def test_files_stand_at_the_root_of_the_site_byte_for_byte(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    put(site, "root/CNAME", b"papers.example\r\n")
    put(site, "root/google1234.html", b"google-site-verification: google1234.html")
    put(site, "root/.well-known/security.txt", b"\xff\x00")
    _, files = built_files(site / "site.yaml")
    assert files["CNAME"] == b"papers.example\r\n"
    assert files["google1234.html"] == b"google-site-verification: google1234.html"
    assert files[".well-known/security.txt"] == b"\xff\x00"


def test_hidden_files_are_passed_over_but_for_what_is_well_known(tmp_path: Path) -> None:
    for name in (".git/config", ".DS_Store", "a/.hidden", ".well-known/x", "a/b.txt"):
        put(tmp_path, f"root/{name}")
    assert found(tmp_path) == [".well-known/x", "a/b.txt"]


def test_a_file_that_the_build_writes_itself_is_an_error_with_its_place(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    put(site, "root/Index.html")
    put(site, "root/papers")
    put(site, "root/papers.html/more.txt")
    hint = "(rename it; 'exports:' says which data files a build writes)"
    assert faults(site) == [
        f"root/Index.html: error: clashes with 'index.html' {hint}",
        f"root/papers: error: clashes with 'papers' {hint}",
        f"root/papers.html/more.txt: error: its folder clashes with 'papers.html' {hint}",
    ]


def test_what_exports_leave_out_may_be_brought(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", "exports: {robots: false}\n")
    put(site, "root/robots.txt", b"User-agent: *\nDisallow: /\n")
    assert built_files(site / "site.yaml")[1]["robots.txt"] == b"User-agent: *\nDisallow: /\n"


@pytest.mark.parametrize("name", ["root/CNAME", "root/.well-known/x"])
def test_a_link_that_leads_outside_is_refused(tmp_path: Path, name: str) -> None:
    put(tmp_path, "secret", b"secret")
    site = tmp_path / "site"
    (site / name).parent.mkdir(parents=True)
    (site / name).symlink_to(tmp_path / "secret")
    files, problems = at_root(site)
    assert files == ()
    assert [(problem.level, str(problem.location)) for problem in problems] == [(Level.ERROR, name)]


def test_a_link_to_a_folder_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "outside/x")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/root").symlink_to(tmp_path / "outside")
    files, problems = at_root(tmp_path / "site")
    assert files == ()
    assert [str(problem) for problem in problems] == ["root: error: is a link to a folder (copy its files here)"]


def test_a_page_may_link_to_a_file_at_the_root(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    put(site, "root/poster.pdf")
    put(site, "about.md", b"[The poster](poster.pdf)\n")
    assert faults(site) == []


def test_a_change_there_is_seen_even_in_a_hidden_folder(tmp_path: Path) -> None:
    put(tmp_path, "root/.well-known/x")
    named = states(sources(tmp_path / "site.yaml", ()))
    assert str(tmp_path / "root/.well-known/x") in named


def test_a_build_publishes_them_and_the_next_one_takes_them_away(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    put(site, "root/CNAME", b"papers.example\n")
    assert sitegen(site, "build", "--quiet").code == 0
    assert (site / "_site/CNAME").read_bytes() == b"papers.example\n"
    (site / "root/CNAME").unlink()
    assert sitegen(site, "build", "--quiet").code == 0
    assert not (site / "_site/CNAME").exists()
