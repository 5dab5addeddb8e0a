from __future__ import annotations

from pathlib import Path

from sitegen.inputs.curated import Curated, read_curated
from sitegen.problem import Level


def test_a_site_without_text_of_its_own_has_none(tmp_path: Path) -> None:
    assert read_curated(tmp_path, ()) == (Curated(), ())


def test_about_and_notes_are_read(tmp_path: Path) -> None:
    (tmp_path / "about.md").write_text("\ufeffHello\r\n", encoding="utf-8", newline="")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a-paper.md").write_text("Read it.")
    curated, problems = read_curated(tmp_path, {"a-paper"})
    assert (curated.about, dict(curated.notes), problems) == ("Hello", {"a-paper": "Read it."}, ())


def test_a_note_for_no_paper_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "nobody.md").write_text("x")
    curated, (problem,) = read_curated(tmp_path, {"a-paper"})
    assert (problem.level, str(problem.location), dict(curated.notes)) == (Level.WARNING, "notes/nobody.md", {})


def test_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    site = tmp_path / "site"
    site.mkdir()
    (site / "about.md").symlink_to(tmp_path / "secret")
    curated, (problem,) = read_curated(site, ())
    assert (problem.level, curated.about) == (Level.ERROR, "")


def test_text_that_is_not_utf_8_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "about.md").write_bytes(b"caf\xe9")
    assert [str(p) for p in read_curated(tmp_path, ())[1]] == [
        "about.md:1:4: error: is not UTF-8: byte 0xe9 at offset 3 (save it as UTF-8)"
    ]


def test_a_note_under_an_earlier_name_follows_its_paper(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a-former-paper.md").write_text("Then.")
    (tmp_path / "notes" / "paper.md").write_text("Now.")
    curated, problems = read_curated(tmp_path, {"paper"}, {"a-former-paper": "paper"})
    assert (dict(curated.notes), problems) == ({"paper": "Now.\n\nThen."}, ())
