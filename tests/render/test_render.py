from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import ANY

import pytest
from builders import BARE_THEME, make_catalogue, make_test_index, make_test_site, with_facts
from jinja2 import UndefinedError

from sitegen import assets
from sitegen.catalogue.model import Catalogue
from sitegen.facts import Facts
from sitegen.inputs.curated import Curated
from sitegen.pages import pages
from sitegen.pages.page import Page
from sitegen.render import render
from sitegen.render.compiled import CodeCache, compile_all
from sitegen.render.environment import environment, escaped
from sitegen.wording.load import english
from sitegen.work import Work
from sitegen.work.memory import Memory

POLICY = (
    "default-src 'none'; script-src 'self'; worker-src blob:; connect-src 'self'; "
    "style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self' file:"
)
THEME, _ = assets.load(Path("/nowhere"))


def html_of(catalogue: Catalogue, curated: Curated | None = None, **settings: object) -> dict[str, str]:
    index = make_test_index(catalogue, THEME, curated, **settings)
    return {a.path: a.data.decode() for a in render(pages(index), index.site, THEME)}


def small(titles: Sequence[str] = ("One", "Two")) -> Catalogue:
    return make_catalogue(
        {"new": titles, "old": titles[-1:]}, dates={"new": "04-03", "old": "03-14"}, tags={"topic": titles[:1]}
    )


def test_every_page_carries_the_strict_policy_and_nothing_inline() -> None:
    for path, html in html_of(small()).items():
        assert f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">' in html, path
        assert not re.search(r"<script(?![^>]*\bsrc=| type=.application/ld.json.>)|<style|\sstyle=|\son\w+=", html), (
            path
        )


def test_every_page_has_one_main_heading_and_a_title_of_its_own() -> None:
    found = html_of(small())
    assert {path: html.count("<h1") for path, html in found.items()} == dict.fromkeys(found, 1)
    titles = [re.findall("<title>(.*?)</title>", html) for html in found.values()]
    assert len({title for (title,) in titles}) == len(found)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("{{ 7*7 }}", "{{ 7*7 }}"),
        ("{% raw %}", "{% raw %}"),
        ('" onload="x', "&#34; onload=&#34;x"),
        ("../../x", "../../x"),
        ("ضغط الشبكات", "ضغط الشبكات"),
    ],
)
def test_a_hostile_title_is_text_everywhere(title: str, shown: str) -> None:
    found = html_of(make_catalogue({"d": [title]}, abstracts={title: title}))
    (page,) = (html for path, html in found.items() if path.startswith("papers/"))
    assert f'dir="auto">{shown}</h1>' in page
    assert f'dir="auto">{shown}</p>' in page
    assert f'dir="auto">{shown}</a>' in found["papers.html"]
    assert not any("<script>alert" in html or "49" in re.sub(r"\.[0-9a-f]{10}\.", "", html) for html in found.values())


def test_a_papers_title_begins_the_title_of_its_page() -> None:
    assert "<title>One · Whales</title>" in html_of(small(), title="Whales")["papers/one.html"]


def test_a_day_without_a_year_is_shown_as_such() -> None:
    assert '<time datetime="04-03">3 April</time> (year not stated)' in html_of(small())["digests/new.html"]


def test_a_missing_abstract_is_said() -> None:
    catalogue = make_catalogue({"d": ["One"]}, abstracts={"One": ""})
    found = html_of(catalogue)
    assert "The digests print no abstract for this paper." in found["papers/one.html"]
    assert "No abstract in the digests." in found["papers.html"]


def test_what_is_new_in_a_digest_is_marked() -> None:
    rows = re.findall(r'<h3 class="row__title">.*?</h3>', html_of(small())["digests/new.html"])
    assert [("new-mark" in row) for row in rows] == [True, False]


def test_a_tag_is_not_repeated_on_its_own_page() -> None:
    found = html_of(small())
    assert '<ul class="tags"' not in found["tags/topic.html"]
    assert '<ul class="tags"' in found["papers.html"]


def test_a_tag_without_papers_says_so() -> None:
    catalogue = make_catalogue({"d": ["One"]}, tags={"empty": []})
    assert "No paper of this catalogue carries the tag yet." in html_of(catalogue)["tags/empty.html"]


def test_links_are_relative_but_on_the_404_page() -> None:
    found = html_of(small(), base_url="https://h.example/x/y/")
    absolute = {p for p, html in found.items() if re.search(r'(?:href|src|action)="/', html)}
    assert absolute == {"404.html"}
    assert set(re.findall(r'(?:href|src|action)="([^#"]*)"', found["404.html"])) == {
        link for link in re.findall(r'(?:href|src|action)="([^#"]*)"', found["404.html"]) if link.startswith("/x/y/")
    }


def test_no_link_points_at_a_folder() -> None:
    for path, html in html_of(small()).items():
        local = [link for link in re.findall(r'href="([^"]*)"', html) if not link.startswith(("http", "#"))]
        assert all(re.search(r"\.\w+(#.*)?$", link) for link in local), path


def test_a_canonical_address_needs_the_address_of_the_site() -> None:
    assert not any('rel="canonical"' in html for html in html_of(small()).values())
    found = html_of(small(), base_url="https://h.example/c/")
    assert '<link rel="canonical" href="https://h.example/c/tags/topic.html">' in found["tags/topic.html"]
    assert 'rel="canonical"' not in found["404.html"]


def test_a_list_in_another_order_leads_search_engines_to_the_first_or_keeps_them_out() -> None:
    catalogue = with_facts(make_catalogue({"d": ["A", "B"]}), {"a": Facts(year=2020)})
    mark = 'content="noindex"'
    html = html_of(catalogue, base_url="https://h.example/c/")["papers.newest.html"]
    assert '<link rel="canonical" href="https://h.example/c/papers.html">' in html
    assert mark not in html
    assert mark in html_of(catalogue)["papers.newest.html"]
    assert mark in html_of(catalogue, base_url="https://h.example/c/", noindex=True)["papers.newest.html"]


def test_a_private_catalogue_asks_not_to_be_indexed_on_every_page() -> None:
    mark = '<meta name="robots" content="noindex">'
    assert all(mark in html for html in html_of(small(), noindex=True).values())
    assert [path for path, html in html_of(small()).items() if mark in html] == ["404.html"]


def test_the_sites_own_words_replace_ours_on_the_about_page() -> None:
    ours, theirs = (
        html_of(small())["about.html"],
        html_of(small(), Curated(about="## Hello\n\nFrom *us*."))["about.html"],
    )
    assert "Privacy" in ours
    assert "<h2>Hello</h2>\n<p>From <em>us</em>.</p>" in theirs
    assert "Privacy" not in theirs


def test_the_heading_that_about_begins_with_is_the_pages_own() -> None:
    about = html_of(small(), Curated(about="# Who we are\n\nA reading group."))["about.html"]
    assert "<h1>Who we are</h1>" in about
    assert about.count("Who we are") == 1


def test_a_single_paper_is_not_counted_as_papers() -> None:
    shown = html_of(small(("One",)))
    for path in ("index.html", "papers.html", "digests.html", "digests/old.html", "tags.html", "about.html"):
        assert not re.search(r"\b1 (papers|entries|digests|tags)\b", shown[path]), path


def test_a_note_is_shown_on_its_papers_page() -> None:
    found = html_of(small(), Curated(notes={"one": "See [tags](tags.html)."}))
    assert '<p>See <a href="../tags.html">tags</a>.</p>' in found["papers/one.html"]


def test_the_footer_offers_only_what_exists() -> None:
    links = re.findall(r'href="([^"]*)"', html_of(small())["index.html"].partition("<footer")[2])
    assert links == ["saved.html", "statistics.html", "about.html", "linking.html"]


def test_the_same_pages_give_the_same_bytes() -> None:
    assert html_of(small()) == html_of(small())


def test_a_name_that_a_view_lacks_is_an_error() -> None:
    catalogue = small()
    site = make_test_site(catalogue, BARE_THEME)
    page = Page("x.html", "x.html", "x", "X", "", None)
    theme = assets.Theme({"x.html": "{{ page.nonsense }}"}, (), {})
    with pytest.raises(UndefinedError, match="nonsense"):
        list(render([page], site, theme))


def test_compiled_templates_are_remembered_one_by_one(tmp_path: Path) -> None:
    templates = {"good.html": "{{ page }}", "bad.html": "{% if %}", "other.html": "{{ page }}, {{ say.tags.none }}"}
    with Memory(tmp_path) as memory:
        codes = compile_all(templates, english(), Work(memory))
        assert set(codes) == {"good.html", "other.html"}
        assert compile_all({**templates, "good.html": "{{ page + 1 }}"}, english(), Work(memory)) == {
            "good.html": ANY,
            "other.html": codes["other.html"],
        }
    assert environment(templates, english(), CodeCache(codes)).get_template("good.html").render(page=1) == "1"


def test_code_of_another_python_is_compiled_anew() -> None:
    cache = CodeCache({"x": b"from another Python"})
    assert environment({"x": "{{ page }}"}, english(), cache).get_template("x").render(page="fine") == "fine"


@pytest.mark.parametrize("name", ["range", "dict", "lipsum", "cycler", "namespace", "config"])
def test_templates_see_nothing_but_site_and_page(name: str) -> None:
    with pytest.raises(UndefinedError):
        environment({"x": "{{ " + name + ".y }}"}, english()).get_template("x").render(page=None)


def test_a_part_that_is_rendered_once_is_rendered_for_each_key() -> None:
    source = "{% for n in page %}{% cached n %}[{{ n }}{{ loop.index }}]{% endcached %}{% endfor %}"
    assert environment({"x": source}, english()).get_template("x").render(page=["a", "b", "a"]) == "[a1][b2][a1]"


def test_escaping_keeps_what_is_html_already() -> None:
    from markupsafe import Markup

    assert escaped("a < b") == "a &lt; b"
    assert escaped(Markup("<b>")) == "<b>"
    assert escaped(7) == "7"
