"""Mistakes in a site's own templates and curated text: an error with file and line, and the old site stays."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from commands import CHECKOUT, fingerprint, make_site, sitegen

HEAD = '{% extends "base.html" %}\n{% block main %}\n<h1>Ours</h1>\n'
END = "\n{% endblock %}\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{{ page.title ", "5: error: expected token 'end of print statement', got '{'"),
        ("{% endfor %}", "4: error: Encountered unknown tag 'endfor'"),
        ("{{ nothing }}", "4: error: 'nothing' is undefined (known: site, page, say)"),
        ("{{ pge.title }}", "4: error: 'pge' is undefined (did you mean 'page'?)"),
        ("{{ say.papers.heding }}", "4: error: there are no words 'papers.heding' (did you mean 'papers.heading'?)"),
        ("{{ say.map.one_tag(link=element()) }}", "4: error: say.map.one_tag marks a stretch: give it element("),
        ("{{ say.counts.papers() }}", "4: error: say.counts.papers needs a count"),
        ("{{ say }}", "4: error: say needs a section and a message: say.section.name"),
        ("{{ page.titel }}", "4: error: a Page has no 'titel' (did you mean 'title'?)"),
        ("{{ site.langauge }}", "4: error: a Site has no 'langauge' (did you mean 'language'?)"),
        ('{% include "nowhere.html" %}', "4: error: there is no template 'nowhere.html'"),
        ('{% include "loop.html" %}', "1: error: includes or calls itself without end"),
        ("{{ site.title|sparkle }}", "4: error: No filter named 'sparkle'"),
        ("{{ site.title|uper }}", "4: error: No filter named 'uper' (did you mean 'upper'?)"),
        ("{% if site %}{{ site.title|sparkle }}{% endif %}", "4: error: No filter named 'sparkle'"),
        ("{{ 1 / 0 }}", "4: error: ZeroDivisionError: division by zero"),
        ("{{ site.title + 1 }}", "4: error: TypeError: can only concatenate str"),
    ],
)
def test_a_mistake_in_an_own_template_is_an_error_with_its_line(built_site: Path, line: str, said: str) -> None:
    folder = built_site
    (folder / "templates").mkdir()
    (folder / "templates/about.html").write_text(HEAD + line + END, encoding="utf-8")
    (folder / "templates/loop.html").write_text('{% include "loop.html" %}', encoding="utf-8")
    (folder / "about.md").write_text("Hello.", encoding="utf-8")
    before = fingerprint(folder)
    run = sitegen(folder, "build")
    assert run.code == 1
    file = "loop.html" if said.startswith("1:") else "about.html"
    assert run.findings[0].startswith(f"templates/{file}:{said}")
    assert run.findings[1:] == ["sitegen: 1 error", "sitegen: nothing was published"]
    assert fingerprint(folder) == before


def test_mistakes_in_several_templates_are_told_at_once(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site")
    (folder / "templates").mkdir()
    for name in ("home.html", "tags.html", "paper.html"):
        (folder / "templates" / name).write_text(HEAD + "{{ " + name[:-5] + "ly }}" + END, encoding="utf-8")
    run = sitegen(folder, "check", "--quiet")
    assert run.code == 1
    assert run.findings == [
        "templates/home.html:4: error: 'homely' is undefined (known: site, page, say)",
        "templates/paper.html:4: error: 'paperly' is undefined (known: site, page, say)",
        "sitegen: 2 errors",
    ]


def test_an_own_template_that_lacks_what_a_built_in_one_asks_for_is_named(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site")
    (folder / "templates/macros").mkdir(parents=True)
    (folder / "templates/macros/lists.html").write_text("{# nothing here #}", encoding="utf-8")
    run = sitegen(folder, "check", "--quiet")
    assert run.code == 1
    for line in run.err.splitlines()[:-1]:
        assert "Traceback" not in line
        assert line.startswith("templates/")
        assert line.endswith("(it is built in, and works with the site's own macros/lists.html)")


def test_a_template_that_is_not_utf_8_is_the_one_error(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site")
    (folder / "templates").mkdir()
    (folder / "templates/base.html").write_bytes(b"\xff\xfe<\0")
    run = sitegen(folder, "build", "--quiet")
    assert run.code == 1
    assert run.findings == [
        "templates/base.html: error: is UTF-16, but must be UTF-8 (save it as UTF-8)",
        "sitegen: 1 error",
        "sitegen: nothing was published",
    ]


def test_a_copy_of_the_whole_built_in_theme_changes_no_page(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site")
    env = {"SOURCE_DATE_EPOCH": "1700000000"}
    assert sitegen(folder, "build", "--output", "plain", env=env).code == 0
    shutil.copytree(CHECKOUT / "templates", folder / "templates")
    shutil.copytree(CHECKOUT / "static", folder / "static")
    assert sitegen(folder, "build", "--output", "copied", env=env).code == 0
    plain, copied = ({k: v.split()[0] for k, v in fingerprint(folder / name).items()} for name in ("plain", "copied"))
    assert plain == copied


def test_curated_text_can_fetch_and_run_nothing(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site")
    (folder / "about.md").write_text(
        "<script>alert(1)</script> and <b onclick=x>bold</b>\n\n"
        "[run](javascript:alert(1)) [data](data:text/html,x) [vb](VBScript:x)\n\n"
        "![A picture](https://pictures.example.org/a.png) ![](//pictures.example.org/b.png)\n\n"
        '<img src="https://pictures.example.org/c.png">\n\n'
        "| a | b |\n|:--|--:|\n" + "| 1 | 2 |\n" * 500,
        encoding="utf-8",
    )
    run = sitegen(folder, "build", "--quiet")
    assert (run.code, run.err) == (0, "")
    html = (folder / "_site/about.html").read_text(encoding="utf-8")
    prose = html[html.index("<main") : html.index("</main>")]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in prose
    assert "<script" not in prose
    assert "<img" not in prose
    assert "style=" not in prose
    assert 'href="javascript' not in prose.lower()
    assert 'href="data' not in prose.lower()
    assert 'href="vbscript' not in prose.lower()
    assert '<a href="https://pictures.example.org/a.png" rel="noopener">A picture</a>' in prose
