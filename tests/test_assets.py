from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen import assets
from sitegen.problem import Level


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def published(theme: assets.Theme, name: str) -> bytes:
    return next(artifact.data for artifact in theme.artifacts if artifact.path == theme.names[name])


def test_the_built_in_theme_needs_nothing_of_the_site(tmp_path: Path) -> None:
    theme, problems = assets.load(tmp_path)
    assert problems == ()
    assert "base.html" in theme.templates
    assert "css/site.css" in theme.names


def test_a_sites_own_template_stands_in_for_the_built_in_one(tmp_path: Path) -> None:
    write(tmp_path, "templates/partials/downloads.html", "ours")
    theme, _ = assets.load(tmp_path)
    assert theme.templates["partials/downloads.html"] == "ours"
    assert "extends" in theme.templates["paper.html"]


def test_a_sites_own_sheet_comes_after_the_components_and_before_print(tmp_path: Path) -> None:
    write(tmp_path, "static/css/extra.css", ".extra{}")
    css = published(assets.load(tmp_path)[0], "css/site.css")
    order = [css.index(mark) for mark in (b"@layer tokens,", b".row__title", b".extra{}", b"@layer print")]
    assert order == sorted(order)


def test_names_are_made_of_the_content(tmp_path: Path) -> None:
    plain = assets.load(tmp_path)[0].names
    write(tmp_path, "static/css/extra.css", "body {}")
    changed = assets.load(tmp_path)[0].names
    assert plain == assets.load(tmp_path / "nowhere")[0].names
    assert plain["css/site.css"] != changed["css/site.css"]
    assert plain["js/copy.js"] == changed["js/copy.js"]


def test_every_address_in_the_sheet_leads_to_a_published_file(tmp_path: Path) -> None:
    write(tmp_path, "static/img/w.png", "x")
    write(tmp_path, "static/css/components/own.css", ".x { background: url(../../img/w.png) }")
    theme, _ = assets.load(tmp_path)
    css = published(theme, "css/site.css").decode()
    assert 'url("../img/w.png")' in css
    font = theme.names["fonts/source-serif-4.woff2"].removeprefix("static/")
    assert f'url("../{font}")' in css


def test_pictures_keep_their_names_because_text_may_point_at_them(tmp_path: Path) -> None:
    write(tmp_path, "static/img/whale.svg", "<svg/>")
    assert assets.load(tmp_path)[0].names["img/whale.svg"] == "static/img/whale.svg"


def test_the_licence_of_the_fonts_is_published_under_its_name(tmp_path: Path) -> None:
    assert assets.load(tmp_path)[0].names["fonts/OFL.txt"] == "static/fonts/OFL.txt"


@pytest.mark.parametrize("name", ["static/css/leak.css", "templates/leak.html"])
def test_a_link_that_leads_outside_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret").write_text("secret")
    site = tmp_path / "site"
    (site / name).parent.mkdir(parents=True)
    (site / name).symlink_to(tmp_path / "secret")
    theme, problems = assets.load(site)
    assert [(p.level, str(p.location)) for p in problems] == [(Level.ERROR, name)]
    assert not any(b"secret" in artifact.data for artifact in theme.artifacts)
    assert "leak.html" not in theme.templates


def test_a_folder_that_is_a_link_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.css").write_text("secret")
    (tmp_path / "site" / "static").mkdir(parents=True)
    (tmp_path / "site" / "static" / "css").symlink_to(tmp_path / "outside")
    theme, problems = assets.load(tmp_path / "site")
    assert not any(b"secret" in artifact.data for artifact in theme.artifacts)
    assert [str(p.location) for p in problems] == ["static/css"]


def test_a_template_that_is_not_utf_8_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "about.html").write_bytes(b"\xff\xfe")
    _, problems = assets.load(tmp_path)
    assert [str(p) for p in problems] == [
        "templates/about.html: error: is UTF-16, but must be UTF-8 (save it as UTF-8)"
    ]


def test_the_published_sheet_has_no_comments_and_no_indentation_and_keeps_its_strings(tmp_path: Path) -> None:
    (tmp_path / "static" / "css").mkdir(parents=True)
    own = 'a { /* a "note" */\n    content: "/* kept */  here"; }\n\n    b{c:d/**/e}\n'
    (tmp_path / "static" / "css" / "own.css").write_text(own)
    theme, _ = assets.load(tmp_path)
    (sheet,) = (file.data for file in theme.artifacts if file.path.startswith("static/css/site."))
    assert b'a {\ncontent: "/* kept */  here"; }\nb{c:d e}' in sheet
    assert b"    " not in sheet


def scripts(root: Path) -> dict[str, str]:
    theme, _ = assets.load(root)
    return {name: published(theme, name).decode() for name in theme.names if name.endswith(".js")}


def test_scripts_travel_without_comments_types_and_indentation(tmp_path: Path) -> None:
    for name, script in scripts(tmp_path).items():
        assert "/**" not in script, name
        assert not [line for line in script.splitlines() if line.startswith((" ", "\t", "//")) or " // " in line], name


def test_no_script_of_ours_holds_a_text_that_looks_like_a_comment(checkout: Path) -> None:
    for file in (checkout / "static/js").glob("*.js"):
        for line in file.read_text("utf-8").splitlines():
            code = re.sub(r"^\s*//.*| // (?!.*[\"'`][;,)]).*$|/\*\*.*?\*/", "", line)
            assert " // " not in code, f"{file.name}: {line}"


def test_a_sites_own_script_is_published_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, "static/js/own.js", "const text = `one\n  // two`;\n")
    assert scripts(tmp_path)["js/own.js"] == "const text = `one\n  // two`;\n"


def test_no_text_in_our_sheets_holds_a_joint_that_is_tightened(checkout: Path) -> None:
    for file in (checkout / "static/css").rglob("*.css"):
        texts = re.findall(r'"[^"\n]*"', re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL))
        assert not [text for text in texts if re.search(r"[:;,{] | [{}]", text)], file.name


def test_a_sheet_for_one_kind_of_page_is_a_file_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, "static/css/pages/own.css", ".x { background: url(../../img/icon.svg) }")
    theme, _ = assets.load(tmp_path)
    assert b'url("../../img/icon.svg")' in published(theme, "css/pages/own.css")
    assert b".heat-5" in published(theme, "css/pages/statistics.css")
    assert b".heat-5" not in published(theme, "css/site.css")
