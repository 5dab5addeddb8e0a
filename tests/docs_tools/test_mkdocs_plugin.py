"""Links `paper:…` in real builds of MkDocs, against the built sample."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from documents import ALIAS, REMOVED, SLUG, TITLE, Built, links_of, run

SPARSE = "generating-long-sequences-with-sparse-transformers"
CONFIG = """
site_name: Docs
plugins:
  - search
  - sitegen-papers:
      catalogue: {catalogue}
"""


def pages(folder: Path, config: str, **texts: str) -> None:
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(config)
    for name, text in texts.items():
        (folder / "docs" / f"{name}.md").write_text(text)


@pytest.fixture(scope="session")
def site(built: Built, docs_package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages that link in every form, built strictly; the folder of the site."""
    folder = tmp_path_factory.mktemp("plugin")
    lines = [
        f"[](paper:{SLUG})",
        f"[own *words*](paper:paper-{SLUG})",
        "[by id](paper:arXiv:1904.10509v1), [by id](<paper:10.48550%2FarXiv.1904.10509>)",
        f"[by reference][ref]{{ .mine }} and `[](paper:{SLUG})`",
        "```\n[](paper:not-a-paper)\n```",
        f"## On [](paper:{SLUG})",
        f"[ref]: paper:{SLUG}",
    ]
    config = CONFIG.format(catalogue=built.address) + "markdown_extensions: [attr_list]\n"
    pages(folder, config, index="# Start\n\n" + "\n\n".join(lines) + "\n")
    run("-m", "mkdocs", "build", "--strict", "--quiet", cwd=folder, package=docs_package)
    return folder / "site"


def test_every_form_leads_to_the_paper(built: Built, site: Path) -> None:
    page, sparse = built.page(SLUG), built.page(SPARSE)
    html = (site / "index.html").read_text()
    assert links_of(html, built.address) == [
        (page, TITLE),
        (page, "own words"),
        (sparse, "by id"),
        (sparse, "by id"),
        (page, "by reference"),
        (page, TITLE),
    ]
    assert 'class="sitegen-paper mine"' in html
    assert f"<code>[](paper:{SLUG})</code>" in html
    assert f'<h2 id="on-{SLUG}">' in html


def test_a_link_carries_its_card_and_the_page_what_shows_it(site: Path) -> None:
    html = (site / "index.html").read_text()
    assert f'data-paper-title="{TITLE}"' in html
    assert 'data-paper-by="Hubert Ramsauer, Bernhard Schäfl, Johannes Lehner and 10 more"' in html
    assert '<link href="assets/sitegen-papers.css" rel="stylesheet">' in html
    assert '<script src="assets/sitegen-papers.js" defer></script>' in html
    assert (site / "assets" / "sitegen-papers.css").is_file()
    assert (site / "assets" / "sitegen-papers.js").is_file()


def test_cards_are_no_text_of_the_page_for_its_search(site: Path) -> None:
    index = (site / "search" / "search_index.json").read_text()
    assert TITLE in index
    assert "Schäfl" not in index


def test_what_is_wrong_is_said_at_its_line_and_fails_a_strict_build(
    built: Built, docs_package: Path, tmp_path: Path
) -> None:
    lines = [
        f"[old](paper:{ALIAS})",
        f"```\n[](paper:{SLUG}s)\n```\n\n~~~\n```\n~~~",
        f"[](paper:{REMOVED})",
        f"[](paper:{SLUG}s) and\nagain [own words](paper:{SLUG}s)",
        f'Raw <a href="paper:{SLUG}">HTML</a>, `<a href="paper:{SLUG}">`',
    ]
    text = "---\nmood: calm\n---\n\n# Start\n\n" + "\n\n".join(lines) + "\n"
    config = CONFIG.format(catalogue=f"{{url: 'https://papers.example/cat/', folder: '{built.root}'}}")
    pages(tmp_path, config, index=text)
    said = run("-m", "mkdocs", "build", "--strict", cwd=tmp_path, package=docs_package, fails=True)
    unknown = f"there is no paper '{SLUG}s' in https://papers.example/cat/; did you mean '{SLUG}'?"
    assert [line for line in said.splitlines() if line.startswith("WARNING")] == [
        f"WARNING -  sitegen-papers: index.md:7: the paper '{ALIAS}' is called '{SLUG}' now: write that",
        f"WARNING -  sitegen-papers: index.md:17: the paper '{REMOVED}', “A Paper That Left”, was removed from the "
        "catalogue",
        f"WARNING -  sitegen-papers: index.md:19: {unknown}",
        f"WARNING -  sitegen-papers: index.md:20: {unknown}",
        "WARNING -  sitegen-papers: index.md:22: a link to a paper in HTML is not looked up: write it in Markdown",
    ]
    assert "Aborted with 5 warnings in strict mode" in said


def test_hostile_text_stays_text(docs_package: Path, tmp_path: Path) -> None:
    title = '"><script>alert(1)</script>&lt; \x02wzxhzdk:0\x03 {{ page }} *x*'
    (tmp_path / "cat").mkdir()
    (tmp_path / "cat" / "papers.json").write_text(
        json.dumps({"papers": [{"slug": "x", "url": "papers/x.html", "title": title, "abstract": title}]})
    )
    config = CONFIG.format(catalogue="{url: 'https://sea.example', folder: cat}") + "      link_text: citation\n"
    pages(tmp_path, config, index="# Start\n\n<b>raw</b>\n\n[](paper:x)\n")
    run("-m", "mkdocs", "build", "--strict", "--quiet", cwd=tmp_path, package=docs_package)
    html = (tmp_path / "site" / "index.html").read_text()
    (link,) = re.findall(r"<a [^>]*sea\.example.*?</a>", html)
    assert "<script" not in link
    assert (
        'data-paper-preview="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt; wzxhzdk:0 {{ page }} *x*"' in link
    )
    assert link.endswith('">"&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt; wzxhzdk:0 {{ page }} *x*</a>')


def test_cards_can_be_left_out(built: Built, docs_package: Path, tmp_path: Path) -> None:
    pages(
        tmp_path, CONFIG.format(catalogue=built.root) + "      cards: false\n", index=f"# Start\n\n[](paper:{SLUG})\n"
    )
    run("-m", "mkdocs", "build", "--strict", "--quiet", cwd=tmp_path, package=docs_package)
    html = (tmp_path / "site" / "index.html").read_text()
    assert links_of(html, built.address) == [(built.page(SLUG), TITLE)]
    assert "data-paper" not in html
    assert not list((tmp_path / "site").rglob("sitegen-papers.*"))


def test_a_catalogue_that_is_away_is_one_warning_and_a_setting_that_is_none_an_error(
    docs_package: Path, tmp_path: Path
) -> None:
    config = CONFIG.format(catalogue="http://127.0.0.1:9/cat/")
    pages(tmp_path, config, index="# Start\n\n[](paper:tides), [words](paper:10.1000/x)\n")
    said = run("-m", "mkdocs", "build", cwd=tmp_path, package=docs_package)
    assert [line for line in said.splitlines() if line.startswith("WARNING")] == [
        "WARNING -  sitegen-papers: http://127.0.0.1:9/cat/papers.json cannot be read: Connection refused"
    ]
    html = (tmp_path / "site" / "index.html").read_text()
    assert '<a class="sitegen-paper" href="http://127.0.0.1:9/cat/papers/tides.html">tides</a>' in html
    assert '<span class="sitegen-paper">words</span>' in html
    (tmp_path / "mkdocs.yml").write_text(CONFIG.format(catalogue="''"))
    said = run("-m", "mkdocs", "build", cwd=tmp_path, package=docs_package, fails=True)
    assert "sitegen-papers, catalogue: no catalogue is named; give the address of one" in said
    assert "Traceback" not in said
