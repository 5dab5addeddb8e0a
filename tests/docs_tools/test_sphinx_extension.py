"""The role `:paper:` in real builds of Sphinx, against the built sample and against a catalogue that changes."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from documents import ALIAS, REMOVED, SLUG, TITLE, Built, links_of, run

SPARSE = "generating-long-sequences-with-sparse-transformers"
CONF = """
project = "Docs"
extensions = ["myst_parser", "sitegen_papers_docs.sphinx"]
sitegen_catalogue = {catalogue!r}
"""


@pytest.fixture(scope="session")
def documents(built: Built, docs_package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that links in every form, read by two processes with warnings as errors; the folder of its pages."""
    source = tmp_path_factory.mktemp("role")
    (source / "conf.py").write_text(CONF.format(catalogue=built.address))
    lines = [
        f":paper:`{SLUG}`",
        f":paper:`own words <{SLUG}>`",
        f":paper:`paper-{SLUG}`",
        f":paper:`{built.page(SLUG)}`",
        ":paper:`arXiv:1904.10509`",
        f":paper:`!{SLUG}`",
    ]
    others = [f"other{number}" for number in range(5)]  # fewer than six documents are read by one process
    toctree = "\n".join(f"   {name}" for name in ["myst", "none", *others])
    (source / "index.rst").write_text("Start\n=====\n\n" + "\n\n".join(lines) + f"\n\n.. toctree::\n\n{toctree}\n")
    myst = [
        f"# With {{paper}}`{SLUG}`",
        f"{{paper}}`own words <{SLUG}>`",
        f"[](paper:{SLUG})",
        f"[own *words*](paper:{SLUG})",
        "<paper:10.48550/arXiv.1904.10509>",
        f"## On [](paper:{SLUG})",
    ]
    (source / "myst.md").write_text("\n\n".join(myst) + "\n")
    (source / "none.md").write_text("# No paper\n")
    for name in others:
        (source / f"{name}.rst").write_text(f"{name}\n======\n\n:paper:`{SLUG}`\n")
    run("-m", "sphinx", "-W", "-q", "-j", "2", str(source), str(source / "out"), cwd=source, package=docs_package)
    return source / "out"


def test_every_form_leads_to_the_paper(built: Built, documents: Path) -> None:
    page = built.page(SLUG)
    html = (documents / "index.html").read_text()
    assert links_of(html, built.address) == [
        (page, TITLE),
        (page, "own words"),
        (page, TITLE),
        (page, TITLE),
        (built.page(SPARSE), built.catalogue.papers[SPARSE].title_text),
    ]
    assert f"<p>{SLUG}</p>" in html


def test_the_role_works_in_myst_and_in_headings(built: Built, documents: Path) -> None:
    page = built.page(SLUG)
    html = (documents / "myst.html").read_text()
    assert links_of(html, built.address) == [
        (page, TITLE),
        (page, "own words"),
        (page, TITLE),
        (page, "own words"),
        (built.page(SPARSE), built.catalogue.papers[SPARSE].title_text),
        (page, TITLE),
    ]
    assert "own <em>words</em></a>" in html
    assert f"On {TITLE}</a>" in html
    assert f">With {TITLE}</a>" in (documents / "index.html").read_text()  # in the table of contents, without a card


def test_documents_that_another_process_has_read_have_their_links(built: Built, documents: Path) -> None:
    for number in range(5):
        assert links_of((documents / f"other{number}.html").read_text(), built.address) == [(built.page(SLUG), TITLE)]


def test_a_link_carries_its_card(built: Built, documents: Path) -> None:
    html = (documents / "other0.html").read_text()
    (tag,) = re.findall(r"<a [^>]*data-paper-title[^>]*>", html)
    card = {name: unescape(value) for name, value in re.findall(r'data-paper-(\w+)="([^"]*)"', tag)}
    paper, tags = built.catalogue.papers[SLUG], built.catalogue.paper_tags[SLUG]
    assert card["title"] == TITLE
    assert card["by"] == "Hubert Ramsauer, Bernhard Schäfl, Johannes Lehner and 10 more"
    assert card["where"] == "ICLR 2021"
    assert card["tags"] == " · ".join(built.catalogue.tags[tag].name for tag in tags)
    assert paper.preview.startswith(card["preview"].rstrip("…"))
    assert len(card["preview"]) > 100
    assert "Ramsauer" in re.findall(r' title="([^"]*)"', tag)[0]


def test_style_and_script_are_on_the_pages_that_have_a_card(documents: Path) -> None:
    for page, expected in (("index", 2), ("myst", 2), ("none", 0)):
        html = (documents / f"{page}.html").read_text()
        assert len(re.findall(r'(?:href|src)="_static/sitegen-papers\.(?:css|js)', html)) == expected
    assert {path.name for path in (documents / "_static").glob("sitegen*")} == {
        "sitegen-papers.css",
        "sitegen-papers.js",
    }


def test_what_is_wrong_is_said_at_its_line_and_fails_a_strict_build(
    built: Built, docs_package: Path, tmp_path: Path
) -> None:
    (tmp_path / "conf.py").write_text(
        CONF.format(catalogue={"url": "https://papers.example/cat/", "folder": str(built.root)})
    )
    lines = [f":paper:`{ALIAS}`", f":paper:`{REMOVED}`", f":paper:`{SLUG}s`", ":paper:`own words <10.1234/x>`"]
    (tmp_path / "index.rst").write_text("Start\n=====\n\n" + "\n\n".join(lines) + "\n\n.. toctree::\n\n   myst\n")
    (tmp_path / "myst.md").write_text(f"# MyST\n\nText.\n\nAn {{paper}}`{ALIAS}`.\n\n[](paper:{ALIAS})\n")
    build = ["-m", "sphinx", "-W", "-q", "-b", "text", str(tmp_path), str(tmp_path / "out")]
    said = run(*build, cwd=tmp_path, package=docs_package, fails=True)
    assert [line.removeprefix(f"{tmp_path}/") for line in said.splitlines() if "[sitegen." in line] == [
        f"index.rst:4: WARNING: the paper '{ALIAS}' is called '{SLUG}' now: write that [sitegen.renamed]",
        f"index.rst:6: WARNING: the paper '{REMOVED}', “A Paper That Left”, was removed from the catalogue "
        "[sitegen.removed]",
        f"index.rst:8: WARNING: there is no paper '{SLUG}s' in https://papers.example/cat/; did you mean '{SLUG}'? "
        "[sitegen.unknown]",
        "index.rst:10: WARNING: no paper in https://papers.example/cat/ is known to have the DOI '10.1234/x'; "
        "try its name [sitegen.unknown]",
        f"myst.md:5: WARNING: the paper '{ALIAS}' is called '{SLUG}' now: write that [sitegen.renamed]",
        f"myst.md:7: WARNING: the paper '{ALIAS}' is called '{SLUG}' now: write that [sitegen.renamed]",
    ]
    text = (tmp_path / "out" / "index.txt").read_text()
    assert text.split("\n\n")[1:5] == [TITLE, "A Paper That Left (removed)", f"{SLUG}s", "own words"]


def catalogue(folder: Path, **titles: str) -> None:
    folder.mkdir(exist_ok=True)
    facts = {"authors": [{"family": "Gray", "given": "Ada"}, {"family": "Roe"}, {"family": "Doe"}], "year": 2019}
    papers = [
        {"slug": name, "url": f"papers/{name}.html", "title": title, "abstract": title, "facts": facts}
        for name, title in titles.items()
    ]
    (folder / "papers.json").write_text(
        json.dumps({"papers": papers, "removed": [], "site": {"base_url": "https://sea.example/"}})
    )


def test_books_and_print_have_plain_links(docs_package: Path, tmp_path: Path) -> None:
    hostile = r'<script>alert("1")</script> & \input{x} $y$ %'
    catalogue(tmp_path / "cat", tides=hostile)
    (tmp_path / "conf.py").write_text(
        CONF.format(catalogue="cat") + "version = copyright = 'x'\nexclude_patterns = ['out', 'trees']\n"
    )
    (tmp_path / "index.rst").write_text("Start\n=====\n\n:paper:`tides`\n")
    script = str(Path(__file__).with_name("build_sphinx.py"))
    run(script, str(tmp_path), "epub", "latex", "singlehtml", "xml", cwd=tmp_path, package=docs_package)
    out, escaped = tmp_path / "out", "&lt;script&gt;alert(“1”)&lt;/script&gt; &amp; "
    book = (out / "epub" / "index.xhtml").read_text()
    assert 'href="https://sea.example/papers/tides.html"' in book
    assert f">{escaped}" in book
    assert "data-paper" not in book
    assert not list((out / "epub").rglob("sitegen*"))
    assert (
        r"\sphinxhref{https://sea.example/papers/tides.html}{\textless{}script\textgreater{}alert(“1”)"
        in (out / "latex" / "docs.tex").read_text()
    )
    page = (out / "singlehtml" / "index.html").read_text()
    assert 'data-paper-preview="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; \\input{x} $y$ %"' in page
    assert "_static/sitegen-papers.js" in page


def test_cards_can_be_left_out(docs_package: Path, tmp_path: Path) -> None:
    catalogue(tmp_path / "cat", tides="Tides")
    (tmp_path / "conf.py").write_text(CONF.format(catalogue="cat") + "sitegen_cards = False\n")
    (tmp_path / "index.rst").write_text("Start\n=====\n\n:paper:`tides`\n")
    run("-m", "sphinx", "-W", "-q", str(tmp_path), str(tmp_path / "out"), cwd=tmp_path, package=docs_package)
    html = (tmp_path / "out" / "index.html").read_text()
    assert links_of(html, "https://sea.example/") == [("https://sea.example/papers/tides.html", "Tides")]
    assert "data-paper" not in html
    assert not list((tmp_path / "out").rglob("sitegen-papers.*"))


def test_documents_follow_the_catalogue_and_no_others_are_read_again(docs_package: Path, tmp_path: Path) -> None:
    catalogue(tmp_path / "cat", tides="Tides", reeds="Reeds")
    (tmp_path / "conf.py").write_text(CONF.format(catalogue="cat") + "sitegen_link_text = 'citation'\n")
    texts = dict.fromkeys("acdef", ":paper:`tides`")  # so many are read by two processes
    for name, text in {"index": ".. toctree::\n   :glob:\n\n   *", "b": ":paper:`reeds`", **texts}.items():
        (tmp_path / f"{name}.rst").write_text(f"Document {name}\n==============\n\n{text}\n")

    def build() -> tuple[str, str, str]:
        done = run("-m", "sphinx", "-j", "2", str(tmp_path), str(tmp_path / "out"), cwd=tmp_path, package=docs_package)
        read = re.findall(r"(?m)^updating environment: (.*)$", done)[0]
        return read, *((tmp_path / "out" / f"{name}.html").read_text() for name in "ab")

    read, a, b = build()
    assert ">Gray et al., 2019</a>" in a
    assert 'data-paper-title="Reeds"' in b
    catalogue(tmp_path / "cat", tides="Tides", reeds="Tall Reeds")
    read, a, b = build()
    assert read.endswith("0 added, 1 changed, 0 removed")
    assert 'data-paper-title="Tall Reeds"' in b


def test_a_catalogue_that_is_away_is_one_warning_and_the_links_stand(docs_package: Path, tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text(CONF.format(catalogue="http://127.0.0.1:9/cat/"))
    (tmp_path / "index.rst").write_text("Start\n=====\n\n:paper:`tides`, :paper:`words <reeds>`, :paper:`10.1000/x`\n")
    said = run("-m", "sphinx", "-q", str(tmp_path), str(tmp_path / "out"), cwd=tmp_path, package=docs_package)
    assert said == (
        "WARNING: http://127.0.0.1:9/cat/papers.json cannot be read: Connection refused [sitegen.unreachable]\n"
    )
    html = (tmp_path / "out" / "index.html").read_text()
    assert links_of(html, "http://127.0.0.1:9/") == [
        ("http://127.0.0.1:9/cat/papers/tides.html", "tides"),
        ("http://127.0.0.1:9/cat/papers/reeds.html", "words"),
    ]


def test_a_setting_that_is_none_is_one_warning(docs_package: Path, tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text(CONF.format(catalogue=""))
    (tmp_path / "index.rst").write_text("Start\n=====\n\n:paper:`tides`\n")
    build = ["-m", "sphinx", "-q", "-b", "dummy", str(tmp_path), str(tmp_path / "out")]
    assert run(*build, cwd=tmp_path, package=docs_package) == (
        "WARNING: sitegen_catalogue in conf.py: no catalogue is named; give the address of one, such as "
        "https://papers.example/cat/ [sitegen.setting]\n"
    )
